"""Reads label lines: "Grants: 12 million euros", "Population | 84,000", "Peruvians in Chile: 12 thousand"."""

from __future__ import annotations

from decimal import Decimal

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, Past, fits
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.titles import REACH, Titled, under_title
from dostyk.kinds.naming import thing
from dostyk.model.analysis import QuantityMark, SpanType

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
    titled: Titled | None = scene.reading.memory.get("titled")
    if titled is not None and scene.sentence.paragraph - titled.paragraph <= REACH and _only_dated(scene, start, mark):
        scale = under_title(titled, quantity.unit)
        if scale is not None:
            quantity.value = scaled(quantity.value, scale[1])
            return Figure(quantity, index, titled.measure, "level", begin, quantity.end, unit=scale[0], rule="label.title", confidence=0.65)
    measure = tables().units.get(unit.split("/")[0])
    if measure is not None:
        return Figure(quantity, index, measure, "level", begin, quantity.end, None, None, rule="label.unit", confidence=0.6)
    return None


def _only_dated(scene: Scene, start: int, mark: int) -> bool:
    """Whether a label is nothing but a date ("2019 – 31.5")."""
    spans = [t.span for t in scene.tokens[start:mark] if t.low not in ("in", "year")]
    return len(spans) == 1 and spans[0] is not None and spans[0].type is SpanType.DATE


def dated_again(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """The same measure for another year, with nothing but that year: "12,000 in 2019; 4,000 in 2020"."""
    last: Past | None = scene.reading.memory.get("figure")
    if last is None or last.start != scene.sentence.start or last.statistic != "level" or last.time is None:
        return None
    dated = index + 2 < len(scene.tokens) and (span := scene.tokens[index + 2].span) is not None and span.type is SpanType.DATE
    if not dated or scene.low(index + 1) not in ("in", "(", "for") or scene.low(index - 1) not in (";", ",", "and"):
        return None
    if not fits(last.measure, quantity.unit) or scene.verbs(max(0, index - 3), index) or not _after_date(scene, index):
        return None
    return Figure(
        quantity,
        index,
        last.measure,
        "level",
        quantity.start,
        scene.tokens[index + 2].end,
        None,
        scene.clause_at(index),
        counted=last.counted,
        carried=True,
        rule="carried.dated",
        confidence=0.65,
    )


def _after_date(scene: Scene, index: int) -> bool:
    """Whether the words before a joint end in a date, so that the figure before has its own."""
    tokens = [t for t in scene.tokens[max(0, index - 4) : index] if t.text not in (",", ";", ")", "and")]
    return bool(tokens) and tokens[-1].span is not None and tokens[-1].span.type is SpanType.DATE


def scaled(value: str, power: int) -> str:
    """A decimal number as a string times a power of ten, exactly."""
    return format((Decimal(value) * (Decimal(10) ** power)).normalize(), "f")
