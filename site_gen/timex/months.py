"""The words of dates in other languages than English: months, weekdays, what hangs on publication."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from site_gen.timex.phrases import Shift


@dataclass(frozen=True, slots=True)
class Language:
    """`months` and `weekdays` by name, from 1; `relative` by phrase; `between` stands between the parts of a date.

    `in_year` stands before a year alone; `solar` are the months of the Solar Hijri calendar, where it is used.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, Shift]
    between: str
    in_year: str
    solar: dict[str, int]


def _numbered(names: str) -> dict[str, int]:
    return {name.replace("_", " "): n for n, group in enumerate(names.split(), start=1) for name in group.split("|")}


def _shifts(**units: str) -> dict[str, Shift]:
    """“D: yesterday; today; tomorrow”: the phrases of a unit for -1, 0 and 1; of five groups, for -2 to 2."""
    return {
        phrase: Shift(unit=unit, amount=amount)
        for unit, phrases in units.items()
        for amount, group in enumerate(phrases.split(";"), start=-(phrases.count(";") // 2))
        for phrase in group.strip().split("|")
        if phrase
    }


_GERMAN = Language(
    months=_numbered("Januar|Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"),
    weekdays=_numbered("Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag"),
    relative=_shifts(
        D="vorgestern; gestern; heute; morgen; übermorgen",
        W="vergangene Woche|letzte Woche|vergangener Woche; diese Woche|dieser Woche; kommende Woche|nächste Woche",
        M="vergangenen Monat|letzten Monat; diesen Monat|diesem Monat; kommenden Monat|nächsten Monat",
        Y="vergangenes Jahr|letztes Jahr|vergangenen Jahr; dieses Jahr|diesem Jahr; kommendes Jahr|nächstes Jahr",
    ),
    between=r"\.?\s+",
    in_year=r"(?:[Ii]m\s+Jahre?|[Ss]eit|[Vv]on|[Bb]is|[Jj]ahr)",
    solar={},
)
_FRENCH = Language(
    months=_numbered("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    relative=_shifts(
        D="avant-hier; hier; aujourd'hui|aujourd’hui; demain; après-demain",
        W="la semaine dernière|la semaine passée; cette semaine; la semaine prochaine",
        M="le mois dernier; ce mois-ci; le mois prochain",
        Y="l'an dernier|l’an dernier|l'année dernière|l’année dernière; cette année; l'an prochain|l’année prochaine",
    ),
    between=r"(?:er)?\s+",
    in_year=r"(?:[Ee]n|[Dd]epuis|[Dd]e|[Jj]usqu['’]en|l['’]année)",
    solar={},
)
_SPANISH = Language(
    months=_numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre"
    ),
    weekdays=_numbered("lunes martes miércoles jueves viernes sábado domingo"),
    relative=_shifts(
        D="anteayer|antes de ayer; ayer; hoy; ; pasado mañana",
        W="la semana pasada; esta semana; la próxima semana|la semana que viene",
        M="el mes pasado; este mes; el próximo mes|el mes que viene",
        Y="el año pasado; este año; el próximo año|el año que viene",
    ),
    between=r"\s+(?:del?\s+)?",
    in_year=r"(?:[Ee]n|[Dd]esde|[Dd]e|[Hh]asta|año)",
    solar={},
)
_ARABIC = Language(
    months=_numbered(
        "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز "
        "أغسطس|آب سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول"
    ),
    weekdays=_numbered("الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
    relative=_shifts(
        D="أول أمس|أول من أمس; أمس; اليوم; غدا|غداً; بعد غد",
        W="الأسبوع الماضي; هذا الأسبوع|الأسبوع الجاري; الأسبوع المقبل|الأسبوع القادم",
        M="الشهر الماضي; هذا الشهر|الشهر الجاري; الشهر المقبل|الشهر القادم",
        Y="العام الماضي; هذا العام|العام الجاري; العام المقبل|العام القادم",
    ),
    between=r"\s+",
    in_year=r"(?:عام|سنة|منذ)",
    solar={},
)
_PERSIAN = Language(
    months=_numbered("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر"),
    weekdays=_numbered("دوشنبه سه‌شنبه چهارشنبه پنجشنبه|پنج‌شنبه جمعه شنبه یکشنبه|یک‌شنبه"),
    relative=_shifts(
        D="پریروز; دیروز; امروز; فردا; پس‌فردا|پس فردا",
        W="هفته گذشته|هفتهٔ گذشته; این هفته; هفته آینده|هفتهٔ آینده",
        M="ماه گذشته; این ماه; ماه آینده",
        Y="; ; ",
    ),
    between=r"\s+(?:ماه\s+)?",
    in_year=r"(?:سال|در|از)",
    solar=_numbered("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"),
)
LANGUAGES: Final = MappingProxyType({"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "ar": _ARABIC, "fa": _PERSIAN})
