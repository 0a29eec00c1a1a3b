"""Reads label lines: "Grants: 12 million euros", "Population | 84,000", "Peruvians in Chile: 12 thousand"."""

from __future__ import annotations

from decimal import Decimal

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, fits
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.naming import thing
from dostyk.model.analysis import QuantityMark

MARKS = (":", "|", "–", "—", "-", "=", "\t")  # noqa: RUF001
GLUE = frozenset("about approximately around some over nearly almost ca. approx approx. ( is total est est. estimated".split())


def labelled(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Give the figure of a quantity that stands right behind its label, or None."""
    mark = _mark(scene, index)
    if mark is None:
        return None
    first = max((i + 1 for i in range(mark) if scene.tokens[i].text in (";", "|", ".")), default=0)
    outer = max((i + 1 for i in range(first, mark) if scene.tokens[i].text == ":"), default=first)
    for start in dict.fromkeys((outer, first)):
        figure = _of_label(scene, quantity, index, start, mark)
        if figure is not None:
            return figure
    return None


def _mark(scene: Scene, index: int) -> int | None:
    """The mark between label and value; a date in brackets may stand before it, small words behind it."""
    at = index - 1
    while at > 0 and scene.low(at) in GLUE:
        at -= 1
    if at > 0 and scene.tokens[at].text in MARKS and not any(_finite(scene, i) for i in range(max(0, at - 14), at)):
        if scene.tokens[at].text in ("-", "–", "—") and scene.tokens[at].start == scene.tokens[at - 1].end:  # noqa: RUF001
            return None
        return at
    return None


def _finite(scene: Scene, at: int) -> bool:
    """Whether a word is a finite verb; "issued" right behind a noun that a label begins with is none."""
    token = scene.tokens[at]
    if token.tag not in ("VBD", "VBZ", "VBP", "MD") or any(a.first <= at <= a.last for a in scene.anchors):
        return False
    return not (token.tag == "VBD" and token.low.endswith("ed") and any(a.last == at - 1 for a in scene.anchors))


def _of_label(scene: Scene, quantity: QuantityMark, index: int, start: int, mark: int) -> Figure | None:
    """The figure of one label: its measure, else the people of a nation, else what the unit says."""
    tokens, unit = scene.tokens, quantity.unit
    inside = [a for a in scene.anchors if start <= a.first and a.last < mark]
    begin = tokens[start].start if start < mark else quantity.start
    anchor = next((a for a in reversed(inside) if fits(a.measure, unit)), None)
    noted: tuple[str, int] | None = scene.reading.memory.get("table_unit")
    if anchor is None and inside and unit == "1" and noted is not None and fits(inside[-1].measure, "USD") and scene.sentence.form != "prose":
        quantity.value = scaled(quantity.value, noted[1])
        return Figure(quantity, index, inside[-1].measure, "level", begin, quantity.end, inside[-1], None, unit=noted[0], rule="label.table")
    if anchor is not None:
        if anchor.measure in ("citizens", "residents"):
            anchor = Anchor("diaspora", anchor.first, anchor.last, anchor.head, phrase=anchor.phrase)
        counted = anchor.counted or (thing(scene.text(start, mark - 1)) if unit == "1" and anchor.measure != "population" else None)
        return Figure(quantity, index, anchor.measure, "level", begin, quantity.end, anchor, None, counted=counted, rule="label", confidence=0.7)
    nation = next((i for i in range(start, mark) if (s := tokens[i].span) is not None and s.demonym and tokens[i].text.endswith("s")), None)
    if nation is not None and unit == "1":
        made = Anchor("diaspora", nation, nation, nation)
        return Figure(
            quantity,
            index,
            "diaspora",
            "level",
            begin,
            quantity.end,
            made,
            None,
            counted=thing(tokens[nation].text),
            rule="label.nation",
            confidence=0.65,
        )
    measure = tables().units.get(unit.split("/")[0])
    if measure is not None:
        return Figure(quantity, index, measure, "level", begin, quantity.end, None, None, rule="label.unit", confidence=0.6)
    return None


def scaled(value: str, power: int) -> str:
    """A decimal number as a string times a power of ten, exactly."""
    return format((Decimal(value) * (Decimal(10) ** power)).normalize(), "f")
