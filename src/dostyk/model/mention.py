"""Mention: whom or what a statement speaks of, as worded and as known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MentionType(StrEnum):
    """What sort of thing is mentioned."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One filler of a role.

    `text` is the surface form or the antecedent it resolves to, `name` the canonical name, `id` a stable id
    (countries: ISO 3166-1 alpha-2; regions: ISO 3166-2; cities: `geonames:N`; others: a hash of type and name).
    """

    text: str
    name: str
    id: str
    type: MentionType
