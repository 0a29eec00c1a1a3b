"""Claim: one thing that something says about a document, with how far it is trusted and why; claims become metadata."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from dostyk.model.layout import Layout
from dostyk.model.mark import Mark, seen

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
class Remark:
    """One sentence on how a document was read, without its name; `lost`: something that it holds is not in the text."""

    words: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a format makes of a document's bytes: its text, and the claims that its markup makes about it.

    `marks` tell which runs of the text no reader of the page sees as they stand: hidden text as paragraphs of its own behind all
    that is seen, disguised letters where they stand. `layout` tells where on which page the text stands, if the format has pages;
    `remarks` what people are to be told about the reading.
    """

    text: str
    claims: tuple[Claim, ...] = ()
    marks: tuple[Mark, ...] = ()
    layout: Layout | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def seen(self) -> str:
        """The text with all that is hidden blanked out, offsets as they are: the ground for title, date and the like."""
        return seen(self.text, self.marks)


def settle(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Keep for each field the claim trusted most; among equals the first."""
    best: dict[str, Claim] = {}
    for claim in claims:
        held = best.get(claim.field)
        if claim.value and (held is None or claim.trust > held.trust):
            best[claim.field] = claim
    return best
