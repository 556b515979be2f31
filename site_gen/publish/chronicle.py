"""Events in the order of a chronicle: years, their months, and what cannot be put in a month or on a day."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from site_gen.dates import Granularity, TimeValue, parse_edtf
from site_gen.model import Event, event_order
from site_gen.publish.views import CardView, MonthView, YearView
from site_gen.publish.wording import count, edtf_words, month_words, start_granularity

Dated = tuple[TimeValue, CardView]


def chronicle(events: Sequence[Event], cards: dict[str, CardView]) -> tuple[YearView, ...]:
    """The events' cards by year and month. A card stands under a month only if the event's beginning names one."""
    dated = [(e.time, cards[e.id]) for e in sorted(events, key=event_order)]
    by_heading = [(_heading(time), (time, card)) for time, card in dated]
    groups = groupby(sorted(by_heading, key=lambda pair: pair[0]), key=lambda pair: pair[0])
    years = [(heading, [pair[1] for pair in group]) for heading, group in groups]
    most = max((len(dated) for _, dated in years), default=1)
    return tuple(_year(heading, dated, most) for heading, dated in years)


def _heading(time: TimeValue) -> tuple[date, Granularity, str]:
    """First day, unit and EDTF text of the heading that a date belongs under; a decade stands before its years."""
    unit = start_granularity(time)
    known = time.edtf.partition("/")[0].rstrip("~?%") if unit <= Granularity.DECADE else f"{time.start.year:04}"
    return (parse_edtf(known).start, min(unit, Granularity.YEAR), known)


def _year(heading: tuple[date, Granularity, str], dated: Sequence[Dated], most: int) -> YearView:
    _, unit, known = heading
    coarse = tuple(card for time, card in dated if start_granularity(time) < Granularity.MONTH)
    rest = [(time, card) for time, card in dated if start_granularity(time) >= Granularity.MONTH]
    months = groupby(rest, key=lambda pair: pair[0].start.month)
    anchor = f"y{known.lower()}"
    return YearView(
        label=edtf_words(known),
        anchor=anchor,
        count=count(len(dated), "event"),
        number=len(dated),
        share=max(1, round(10 * len(dated) / most)),
        unreported="month not reported" if unit is Granularity.YEAR else "year not reported",
        coarse=coarse,
        months=tuple(_month(anchor, number, list(group)) for number, group in months),
    )


def _month(year_anchor: str, number: int, dated: Sequence[Dated]) -> MonthView:
    return MonthView(
        label=month_words(number),
        anchor=f"{year_anchor}-{number:02}",
        undayed=tuple(card for time, card in dated if start_granularity(time) is Granularity.MONTH),
        cards=tuple(card for time, card in dated if start_granularity(time) is not Granularity.MONTH),
    )
