"""What may stand in front matter: one schema for each kind of file."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_gen.dates import NoSuchDateError, NotEdtfError, TimeValue, parse_edtf
from site_gen.model import Status
from site_gen.timex import parse_words

_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?")


def stated_date(text: str) -> TimeValue:
    """The date of a field, in EDTF, as an instant (whose day counts), or in plain words.

    Raises:
        NoSuchDateError: it has the form of a date, but the calendar has none such.
        NotEdtfError: it is no date, or depends on the day on which it is read (“yesterday”).
    """
    instant = _INSTANT.fullmatch(text)
    try:
        return parse_edtf(instant[1] if instant else text)
    except NotEdtfError:
        understood = parse_words(text)
        if understood is None:
            raise
        return understood


def _date(value: object) -> TimeValue:
    text = str(value).strip()
    try:
        return stated_date(text)
    except NoSuchDateError as bad:
        raise PydanticCustomError("no-such-date", "{said}", {"said": _sentence(str(bad))}) from bad
    except NotEdtfError as bad:
        raise PydanticCustomError("not-a-date", "“{text}” is not a date", {"text": text}) from bad


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].isalpha() else text


def _instant(value: object) -> str:
    text = str(value).strip()
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        raise PydanticCustomError("not-an-instant", "“{text}” is not an instant with an offset", {"text": text})
    return text


def _url(value: object) -> str:
    text = str(value).strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise PydanticCustomError("not-a-url", "“{text}” is not a web address", {"text": text})
    return text


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) and value else value or []


def _from_url(value: object) -> object:
    return {"url": value} if isinstance(value, str) else value


def _no_status(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


DateField = Annotated[
    TimeValue,
    PlainValidator(_date),
    WithJsonSchema({"type": "string", "description": "EDTF (2025-06-24, 2025-06, 2025-06~) or plain words"}),
]
InstantField = Annotated[str, BeforeValidator(_instant)]
UrlField = Annotated[str, BeforeValidator(_url)]
Names = Annotated[list[str], BeforeValidator(_one_or_more)]
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


class ArticleHeader(_Header):
    """The front matter of an article; all of it optional."""

    title: str = ""
    published: DateField | None = None
    modified: DateField | None = None
    publisher: str = ""
    author: str = ""
    url: UrlField = ""
    language: str = Field(default="en", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
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
    sources: Annotated[list[Annotated[SourceHeader, BeforeValidator(_from_url)]], BeforeValidator(_one_or_more)] = []
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


def given(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The header without keys that were left empty: an empty key says nothing."""
    return {key: value for key, value in plain.items() if value not in ("", [], {})}
