"""What may stand in front matter: one schema for each kind of file."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_gen.config import LANGUAGE, is_address
from site_gen.dates import WEEKDAYS, Granularity, NoSuchDateError, NotEdtfError, TimeValue, parse_edtf
from site_gen.model import Status
from site_gen.timex import find, parse_words

_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?", re.ASCII
)
_TIMED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d", re.ASCII)
_EITHER_WAY = re.compile(r"(?:0?\d|1[0-2])[/.-](?:0?\d|1[0-2])[/.-](?:\d{4}|\d{2})", re.ASCII)
_WEEKDAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def stated_date(text: str) -> TimeValue:
    """The date of a field, in EDTF, as an instant (whose day counts), or in plain words.

    Raises:
        NoSuchDateError: it has the form of a date, but the calendar has none such.
        NotEdtfError: it is no date, or depends on the day on which it is read (“yesterday”).
    """
    instant = _INSTANT.fullmatch(text)
    if text.isascii():  # 2025 in the digits of another script is no EDTF
        with suppress(NotEdtfError):
            return parse_edtf(instant[1] if instant else text)
    understood = None if _TIMED.match(text) and not instant else parse_words(text)
    if understood is None or not understood.edtf.isascii():
        raise NotEdtfError(_no_date(text))
    _check_weekday(text, understood)
    return understood


def _check_weekday(text: str, understood: TimeValue) -> None:
    said = _WEEKDAY.match(text)
    if said is None or understood.granularity is not Granularity.DAY:
        return
    stated, true = said[0].capitalize(), WEEKDAYS[understood.start.weekday()]
    if stated != true:
        raise NoSuchDateError(f"{text[said.end() :].strip(' ,')} was a {true}, not a {stated}")


def _no_date(text: str) -> str:
    if _EITHER_WAY.fullmatch(text):
        return f"“{text}” can be read in two ways, with the day first or the month"
    vague = find(text, None)
    if vague and vague[0].text == text and vague[0].time is None:
        return f"“{text}” does not say by itself which day, month or year is meant"
    return f"“{text}” is not a date"


def _date(value: object) -> TimeValue:
    if not isinstance(value, str):
        raise PydanticCustomError("not-a-date", "a date is a single value, not a list and not keys of its own")
    text = value.strip()
    try:
        return stated_date(text)
    except NoSuchDateError as bad:
        raise PydanticCustomError("no-such-date", "{said}", {"said": _sentence(str(bad))}) from bad
    except NotEdtfError as bad:
        raise PydanticCustomError("not-a-date", "{said}", {"said": str(bad)}) from bad


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].isalpha() else text


def _instant(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError as bad:
        said = f"“{text}” is not a day with a time of day" if text else "a point in time is a single value"
        raise PydanticCustomError("not-an-instant", "{said}", {"said": said}) from bad
    if not aware and ":" not in text:
        raise PydanticCustomError("not-an-instant", "“{text}” has no time of day", {"text": text})
    if not aware:
        raise PydanticCustomError("not-an-instant", "“{text}” does not say in which time zone", {"text": text})
    return text


def _url(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not is_address(text):
        said = f"“{text}” is not a web address" if text else "a web address is a single value"
        raise PydanticCustomError("not-a-url", "{said}", {"said": said})
    return text


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str | dict) and value else value or []


def _from_url(value: object) -> object:
    return {"url": value} if isinstance(value, str) else value


def _no_status(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


DateField = Annotated[
    TimeValue,
    PlainValidator(_date),
    WithJsonSchema({"type": "string"}),
]
_Address = Annotated[str, Field(pattern="^https?://")]
_Name = Annotated[str, Field(min_length=1)]
InstantField = Annotated[str, BeforeValidator(_instant)]
UrlField = Annotated[str, BeforeValidator(_url, json_schema_input_type=_Address)]
Names = Annotated[list[_Name], BeforeValidator(_one_or_more, json_schema_input_type=list[_Name] | _Name)]
Title = Annotated[str, Field(min_length=1, max_length=300)]


class _Header(BaseModel):
    """What all headers share: nothing unknown may stand in them, and white space at the ends does not count."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


class SourceHeader(_Header):
    """A source of a note; a bare address will do."""

    url: UrlField
    title: str = ""
    publisher: str = Field(default="", validation_alias=AliasChoices("publisher", "name"))
    published: DateField | None = None
    archived: UrlField = ""


Source = Annotated[SourceHeader, BeforeValidator(_from_url, json_schema_input_type=SourceHeader | _Address)]
_Sources = list[Source] | SourceHeader | _Address


class ArticleHeader(_Header):
    """The front matter of an article; all of it optional."""

    title: str = ""
    published: DateField | None = None
    modified: DateField | None = None
    publisher: str = ""
    author: str = ""
    url: UrlField = ""
    language: str = Field(default="en", pattern=f"^{LANGUAGE}$")
    license: str = ""
    full_text: bool | None = None


class NoteHeader(_Header):
    """The front matter of a note: title and date suffice."""

    title: str = Field(default="", max_length=300)
    date: DateField | None = None
    status: Annotated[Status, BeforeValidator(_no_status)] | None = None
    summary: str = ""
    actors: Names = []
    places: Names = Field(default=[], validation_alias=AliasChoices("places", "place"))
    topics: Names = Field(default=[], validation_alias=AliasChoices("topics", "tags"))
    sources: Annotated[list[Source], BeforeValidator(_one_or_more, json_schema_input_type=_Sources)] = []
    event: str = ""
    key: bool = False
    added: InstantField = ""
    draft: bool = False
    publish_at: InstantField = ""


class PageHeader(_Header):
    """The front matter of a standing page."""

    title: Title
    order: int = 0


HeaderType = TypeVar("HeaderType", bound=_Header)


def allowed_keys(model: type[BaseModel]) -> list[str]:
    """Every key that the schema knows, other spellings included."""
    keys: list[str] = []
    for name, field in model.model_fields.items():
        alias = field.validation_alias
        keys += [str(c) for c in alias.choices] if isinstance(alias, AliasChoices) else [name]
    return keys


def same_key(model: type[BaseModel], key: str) -> str:
    """The other spelling of a key that has two; nothing if it has none."""
    for field in model.model_fields.values():
        alias = field.validation_alias
        spellings = [str(c) for c in alias.choices] if isinstance(alias, AliasChoices) else []
        if key in spellings:
            return next(other for other in spellings if other != key)
    return ""


def given(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The header without keys that were left empty: an empty key says nothing."""
    return {key: value for key, value in plain.items() if value not in ([], {}) and str(value).strip()}
