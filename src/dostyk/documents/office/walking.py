"""Body of a Word file → its blocks of text in order, what nobody sees in it, and what of it is no text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dostyk.documents.markup.xml import local
from dostyk.documents.office.looks import Look, W, look_of

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_CELL = 600
MOST_PARAGRAPHS = 4
LARGE = 3_000_000
"""English metric units (of 360,000 to the centimetre) from whose square on a picture may hold text: eight centimetres."""
FAR = 20_000_000
"""English metric units outside of which no page lies."""
SKIPPED = frozenset({"instrText", "delInstrText", "rPr", "pPr", "tblPr", "tcPr", "trPr", "sectPr", "sdtPr", "Fallback", "footnoteRef", "endnoteRef"})
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Place:
    """Something that holds blocks: the body, a cell, a text box."""

    blocks: list[tuple[str, bool]] = field(default_factory=list)
    grounded: bool = False
    ground: str | None = None
    reason: str | None = None


@dataclass(slots=True)
class _Paragraph:
    look: Look
    item: bool
    style: str
    reason: str | None
    words: list[str] = field(default_factory=list)
    boxes: list[tuple[str, bool]] = field(default_factory=list)
    unseen: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    grounded: bool
    rows: list[list[tuple[_Place, int, str | None]]] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """What a walk through a part of a Word file found; `blocks` are texts with whether each stands right under the one before.

    `unseen` are words that nobody sees, with why; `deleted` counts words of tracked deletions, `inserted` those of insertions.
    """

    styles: Mapping[str, Look]
    dressed: frozenset[str] = frozenset()
    blocks: list[tuple[str, bool]] = field(default_factory=list)
    unseen: list[tuple[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    deleted: int = 0
    inserted: int = 0
    pictures: int = 0
    large: int = 0
    objects: int = 0
    chunks: int = 0

    def walk(self, root: _Element) -> None:
        """Walk through a body, or through one note."""
        _Walker(self).walk(root)

    def text(self) -> str:
        """Write the blocks: an empty line between them, none between items of a list and rows of a table."""
        parts: list[str] = []
        for text, tight in self.blocks:
            parts += ["\n" if tight else "\n\n"] if parts else []
            parts.append(text)
        return "".join([*parts, "\n"]) if parts else ""


class _Walker:
    def __init__(self, found: Walk) -> None:
        self.found = found
        self.places = [_Place()]
        self.paragraphs: list[_Paragraph] = []
        self.tables: list[_Table] = []
        self.runs: list[str | None] = []
        self.inserted = 0

    def walk(self, root: _Element) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: _Element | None = None
        for event, element in walk:
            name = local(element)
            if event == "start":
                if name in SKIPPED or name in ("del", "moveFrom") or (name == "Choice" and _is_repeated(element)):
                    self._skip(name, element)
                    walk.skip_subtree()
                    skipped = element
                    continue
                start = getattr(self, f"_start_{name.lower()}", None)
                if start is not None:
                    start(element)
                elif name in SIGNS:
                    self._add(SIGNS[name])
                continue
            if element is skipped:
                skipped = None
                continue
            end = getattr(self, f"_end_{name.lower()}", None)
            if end is not None:
                end(element)
        self.found.blocks += self.places[0].blocks

    def _skip(self, name: str, element: _Element) -> None:
        if name in ("del", "moveFrom"):
            words = " ".join(part.text or "" for part in element.iter(f"{W}delText", f"{W}t"))
            self.found.deleted += len(words.split()) if name == "del" else 0

    def _add(self, text: str | None) -> None:
        if not text or not self.paragraphs:
            return
        paragraph, place = self.paragraphs[-1], self.places[-1]
        reason = place.reason or paragraph.reason or (self.runs[-1] if self.runs else None)
        if reason is None:
            paragraph.words.append(text)
            self.found.inserted += len(text.split()) if self.inserted else 0
        elif paragraph.unseen and paragraph.unseen[-1][1] == reason:
            paragraph.unseen[-1] = (paragraph.unseen[-1][0] + text, reason)
        else:
            paragraph.unseen.append((text, reason))

    def _start_p(self, element: _Element) -> None:
        properties = element.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = "" if named is None else named.get(f"{W}val") or ""
        frame = None if properties is None else properties.find(f"{W}framePr")
        far = frame is not None and re.fullmatch(r"-\d{4,}", frame.get(f"{W}x") or frame.get(f"{W}y") or "") is not None
        item = properties is not None and properties.find(f"{W}numPr") is not None and not style.lower().startswith(("heading", "title"))
        look = self.found.styles.get(style, Look()).over(self.found.styles[""])
        look = look_of(properties).over(look) if properties is not None else look
        self.paragraphs.append(_Paragraph(look, item, style, "off the page" if far else None))

    def _end_p(self, element: _Element) -> None:
        paragraph = self.paragraphs.pop()
        lines = [re.sub(r"[ \u00a0]+", " ", line).strip() for line in "".join(paragraph.words).split("\n")]
        text = "\n".join(line for line in lines if line)
        blocks = self.places[-1].blocks
        if text:
            tight = paragraph.item and bool(blocks) and blocks[-1][0].startswith("- ")
            blocks.append((f"- {text}" if paragraph.item else text, tight))
            if paragraph.style.lower() == "title":
                self.found.titles.append(" ".join(text.split()))
        self.found.unseen += paragraph.unseen
        blocks += paragraph.boxes

    def _start_r(self, element: _Element) -> None:
        properties = element.find(f"{W}rPr")
        paragraph, place = (self.paragraphs[-1] if self.paragraphs else None), self.places[-1]
        look = paragraph.look if paragraph is not None else self.found.styles[""]
        if properties is not None:
            named = properties.find(f"{W}rStyle")
            look = self.found.styles.get(named.get(f"{W}val") or "", Look()).over(look) if named is not None else look
            look = look_of(properties).over(look)
        if look.ground in (None, "auto", ""):
            look = Look(ground=place.ground).over(look)
        self.runs.append(look.reason(place.grounded))

    def _end_r(self, element: _Element) -> None:
        self.runs.pop()

    def _start_t(self, element: _Element) -> None:
        self._add(element.text)

    def _start_ins(self, element: _Element) -> None:
        self.inserted += 1

    def _end_ins(self, element: _Element) -> None:
        self.inserted -= 1

    _start_moveto, _end_moveto = _start_ins, _end_ins

    def _start_tbl(self, element: _Element) -> None:
        style = element.find(f"{W}tblPr/{W}tblStyle")
        dressed = style is not None and style.get(f"{W}val") in self.found.dressed
        self.tables.append(_Table(dressed or self.places[-1].grounded))

    def _start_tr(self, element: _Element) -> None:
        if self.tables:
            self.tables[-1].rows.append([])

    def _start_tc(self, element: _Element) -> None:
        ground = look_of(element.find(f"{W}tcPr")).ground
        grounded = bool(self.tables) and self.tables[-1].grounded
        self.places.append(_Place(grounded=grounded, ground=ground, reason=self.places[-1].reason))

    def _end_tc(self, element: _Element) -> None:
        place = self.places.pop()
        if not self.tables or not self.tables[-1].rows:
            self.places[-1].blocks += place.blocks
            return
        span, merge = element.find(f"{W}tcPr/{W}gridSpan"), element.find(f"{W}tcPr/{W}vMerge")
        wide = int(span.get(f"{W}val") or 1) if span is not None and re.fullmatch(r"\d{1,2}", span.get(f"{W}val") or "") else 1
        self.tables[-1].rows[-1].append((place, wide, None if merge is None else merge.get(f"{W}val") or "continue"))

    def _end_tbl(self, element: _Element) -> None:
        rows = self.tables.pop().rows
        blocks = self.places[-1].blocks
        cells = [cell for row in rows for cell, _, _ in row]
        several = any(sum(bool(cell.blocks) for cell, _, _ in row) > 1 for row in rows)
        if not several or any(len(cell.blocks) > MOST_PARAGRAPHS or sum(len(text) for text, _ in cell.blocks) > LONGEST_CELL for cell in cells):
            for cell in cells:
                blocks += cell.blocks
            return
        first = True
        for line in _lines(rows):
            blocks.append((line, not first))
            first = False

    def _start_txbxcontent(self, element: _Element) -> None:
        self.places.append(_Place(grounded=_is_filled(element), reason=_off_page(element)))

    def _end_txbxcontent(self, element: _Element) -> None:
        place = self.places.pop()
        (self.paragraphs[-1].boxes if self.paragraphs else self.places[-1].blocks).extend(place.blocks)

    def _start_blip(self, element: _Element) -> None:
        self.found.pictures += 1
        extent = next((one for parent in element.iterancestors() for one in parent if local(one) == "extent"), None)
        size = 1.0
        for side in ("cx", "cy"):
            value = extent.get(side) if extent is not None else None
            size *= min(int(value), FAR) if value and re.fullmatch(r"\d{1,12}", value) else 0
        self.found.large += size >= LARGE * LARGE

    def _start_imagedata(self, element: _Element) -> None:
        self.found.pictures += 1

    def _start_oleobject(self, element: _Element) -> None:
        self.found.objects += 1

    def _start_altchunk(self, element: _Element) -> None:
        self.found.chunks += 1


def _lines(rows: list[list[tuple[_Place, int, str | None]]]) -> list[str]:
    """Write rows, cells that reach down repeated in each row, as in tables of pages."""
    above: dict[int, str] = {}
    lines = []
    for row in rows:
        column, cells = 0, []
        for place, wide, merge in row:
            text = "; ".join(" ".join(text.split()) for text, _ in place.blocks)
            text = above.get(column, "") if merge == "continue" and not text else text
            above[column] = text
            cells.append(text)
            column += wide
        if any(cells):
            lines.append(" | ".join(cells))
    return lines


def _is_repeated(choice: _Element) -> bool:
    """Tell a second choice of one thing that is written in several ways."""
    return next(choice.itersiblings(choice.tag, preceding=True), None) is not None


def _is_filled(box: _Element) -> bool:
    """Tell whether a text box has a ground of its own, on which white letters may well be seen."""
    for parent in box.iterancestors():
        name = local(parent)
        if name in ("wsp", "shape", "rect", "roundrect"):
            return parent.get("fillcolor") is not None or any(
                local(one) in ("solidFill", "gradFill", "blipFill", "fillRef", "fill") for one in parent.iter()
            )
        if name == "p":
            break
    return False


def _off_page(box: _Element) -> str | None:
    """Say that a text box stands where no page is."""
    for parent in box.iterancestors():
        style = parent.get("style") or ""
        if re.search(r"(?:left|top)\s*:\s*-\d{4,}", style):
            return "off the page"
        if local(parent) == "anchor":
            offsets = [one.text or "" for one in parent.iter() if local(one) == "posOffset"]
            if any(re.fullmatch(r"-?\d{1,12}", text) and abs(int(text)) > FAR for text in offsets):
                return "off the page"
            return None
        if local(parent) == "body":
            break
    return None
