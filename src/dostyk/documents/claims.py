"""Claim: one thing that something says about a document, with how far it is trusted and why; claims become metadata."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

FIELDS = ("title", "publisher", "url", "language", "published")


class Trust(IntEnum):
    """Order in which claims win; only the order means anything."""

    GUESSED = 10
    DERIVED = 20
    TAIL = 30
    DATELINE = 40
    ADDRESS = 45
    MODIFIED = 50
    LINE = 60
    ELEMENT = 65
    MARKUP = 70
    LABELLED = 80
    UPDATED = 85
    GIVEN = 100


@dataclass(frozen=True, slots=True)
class Claim:
    """One value for one of FIELDS; `reason` says in words where it comes from."""

    field: str
    value: str
    trust: Trust
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a format makes of a document's bytes: its text, and the claims that its markup makes about it."""

    text: str
    claims: tuple[Claim, ...] = ()


def settle(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Keep for each field the claim trusted most; among equals the first."""
    best: dict[str, Claim] = {}
    for claim in claims:
        held = best.get(claim.field)
        if claim.value and (held is None or claim.trust > held.trust):
            best[claim.field] = claim
    return best
