"""Entity: whom or what statements speak of, under all its names."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.model.mention import MentionType


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity; `valid` is an EDTF interval (None: always), `script` ISO 15924, `language` ISO 639-1."""

    text: str
    script: str = "Latn"
    language: str | None = None
    valid: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what statements speak of; `country` is the ISO 3166-1 code of the state it belongs to, where it does."""

    id: str
    type: MentionType
    name: str
    names: tuple[Name, ...] = ()
    country: str | None = None
    reason: str = ""
