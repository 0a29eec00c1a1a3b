"""NameSpan: one name as it stands in a text, what it names, and what the words beside it tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameType(StrEnum):
    """What a name names; the values are those of `MentionType` where it has them."""

    PERSON = "person"
    OFFICE = "office"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    PLACE = "place"
    ORGANISATION = "organisation"
    INSTRUMENT = "instrument"
    PROJECT = "project"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One name: `text[start:end]` is what stands there, `name` its canonical form (nominative, without titles).

    `id` and `country` are given for places on record. For people: `titles` before the name, `given`, `family` and `patronymic` as in `name`,
    `order` ("given family", "family given", "family", "given"), the `office` beside the name with its own span, and whose office it is
    (`office_of`). `abbreviation` is introduced right behind the name; a later use of it is a span of its own. `same_as` is the index in the
    list of the first mention of the same person or body, `reason` why the span is what it is said to be.
    """

    start: int
    end: int
    text: str
    type: NameType
    name: str
    id: str | None = None
    country: str | None = None
    titles: tuple[str, ...] = ()
    given: str = ""
    family: str = ""
    patronymic: str = ""
    order: str = ""
    office: str = ""
    office_start: int | None = None
    office_end: int | None = None
    office_of: str = ""
    abbreviation: str = ""
    same_as: int | None = None
    reason: str = ""
