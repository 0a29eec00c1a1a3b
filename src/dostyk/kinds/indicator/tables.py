"""Reads tables: rows of years under a header of measures, rows of measures under a header of years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, fits, flow_of_goods, is_money
from dostyk.kinds.indicator.flows import Parties
from dostyk.kinds.indicator.labels import scaled
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.parties import assign
from dostyk.kinds.indicator.periods import fiscal
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.titles import REACH, Titled
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import QuantityMark, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import find_places
from dostyk.values.quantities import read_quantities

LONGEST = 160
"""Characters of a line beyond which it is no title of a table."""
POWERS = {"billion": 9, "bln": 9, "bn": 9, "million": 6, "mln": 6, "mn": 6, "mio": 6, "mil": 6, "thousand": 3, "thsd": 3, "ths": 3, "thou": 3}
_WORDS = re.compile(r"[^\s()\[\],;:]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,24})[)\]]")
FARTHEST = 60
"""Paragraphs behind its header in which a row may still belong to a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a header cell says of the figures under it: their measure or their period, whose they are, their unit and power of ten, whether
    they tell the growth of that measure.
    """

    measure: str = ""
    time: str | None = None
    parties: Parties = field(default_factory=lambda: ([], []))
    unit: tuple[str, int] = ("", 0)
    growth: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is being read: its columns by number, how many cells its rows have, the paragraph of its header."""

    columns: dict[int, Column]
    width: int
    paragraph: int


def note_header(scene: Scene) -> bool:
    """Keep a header row: its cells, those that name measures by column; say whether it was one."""
    cells = _cells(scene)
    columns: dict[int, Column] = {}
    for number, (first, last) in enumerate(cells):
        column = _column(scene, first, last, list(columns.values())) if first <= last else None
        if column is not None:
            columns[number] = column
    periods = scene.tokens[0].lemma in wordlists("indicator")["periods"] and len(columns) == len(cells) - 1
    if len(columns) < 2 and not periods or len(columns) < len(cells) - 2 or any(not _dated(scene, q) for q in scene.sentence.quantities):
        return False
    if all(column.time for column in columns.values()) and 0 in columns:
        columns = {number + 1: column for number, column in columns.items()}
        cells = [(0, -1), *cells]
    scene.reading.memory["table"] = Table(columns, len(cells), scene.sentence.paragraph)
    return True


def _column(scene: Scene, first: int, last: int, before: Sequence[Column]) -> Column | None:
    """What one header cell says, None where nothing that figures are of."""
    tokens = scene.tokens[first : last + 1]
    text = scene.sentence.text[tokens[0].start - scene.sentence.start : tokens[-1].end - scene.sentence.start]
    unit = _unit_in(text) or ("", 0)
    growing = any(t.low in tables().up or t.low in wordlists("indicator")["changes"] for t in tokens)
    anchor = next((a for a in scene.anchors if first <= a.first and a.last <= last), None)
    flows = [column for column in before if flow_of_goods(column.measure)]
    if anchor is not None:
        return Column(anchor.measure, None, _parties(scene, anchor), unit, growing)
    if growing and before and before[-1].measure:
        return replace(before[-1], growth=True)
    date = next((d for d in scene.sentence.dates if tokens[0].start <= d.start < tokens[-1].end), None)
    if date is not None and date.edtf:
        return Column(time=fiscal(scene, date) or date.edtf)
    if tokens[0].low in wordlists("indicator")["totals"] and flows:
        return Column("trade turnover", None, (scene.reading.pair(), []), unit)
    if tokens[0].low in wordlists("indicator")["balances"] and flows:
        return Column("trade balance", None, flows[0].parties, unit)
    return None


def _parties(scene: Scene, anchor: Anchor) -> Parties:
    """Whose the figures of a column are."""
    probe = QuantityMark(SpanType.QUANTITY, scene.tokens[anchor.last].end, scene.tokens[anchor.last].end, "")
    return assign(scene, Figure(probe, anchor.last, anchor.measure, "level", probe.start, probe.end, anchor))


def _dated(scene: Scene, quantity: QuantityMark) -> bool:
    return any(d.start <= quantity.start < d.end for d in scene.sentence.dates)


def _cells(scene: Scene) -> list[tuple[int, int]]:
    """The cells of a row as token ranges."""
    cells, first = [], 0
    for i, token in enumerate(scene.tokens):
        if token.text in ("|", "\t"):
            cells.append((first, i - 1))
            first = i + 1
    cells.append((first, len(scene.tokens) - 1))
    return cells


def table_figures(scene: Scene) -> Iterator[tuple[Figure, str | None, Parties]]:
    """Give the figures of a table's row with their periods and parties: measures or years in the header, the other in the first cell."""
    table: Table | None = scene.reading.memory.get("table")
    cells = _cells(scene)
    if table is None or scene.sentence.paragraph - table.paragraph > FARTHEST or len(cells) != table.width:
        return
    head_first, head_last = cells[0]
    start, end = scene.tokens[head_first].start, scene.tokens[max(head_first, head_last)].end
    own = next((a for a in scene.anchors if head_first <= a.first and a.last <= head_last), None)
    row = _column(scene, head_first, head_last, [c for c in table.columns.values() if c.measure]) if own is None and head_first <= head_last else None
    year = next((fiscal(scene, d) or d.edtf for d in scene.sentence.dates if d.edtf and start <= d.start <= end), None)
    for number, (first, last) in enumerate(cells[1:], 1):
        quantity = next((t.span for t in scene.tokens[first : last + 1] if isinstance(t.span, QuantityMark)), None)
        column = table.columns.get(number)
        if quantity is None or column is None:
            continue
        measure = column.measure or (own.measure if own is not None else row.measure if row is not None else "")
        figure = _cell(scene, quantity, measure, column)
        if figure is None:
            continue
        parties = _parties(scene, own) if column.time and own is not None else row.parties if column.time and row is not None else column.parties
        yield figure, column.time or year, parties_of(scene, figure.measure) or parties


def _cell(scene: Scene, quantity: QuantityMark, measure: str, column: Column) -> Figure | None:
    """The figure of one cell; a bare number of a sum takes the column's unit or the table's."""
    if not measure:
        return None
    index = scene.index(quantity) or 0
    start, end = scene.sentence.start, quantity.end
    if column.growth and quantity.unit in ("1", "%"):
        return Figure(quantity, index, measure, "change", start, end, unit="%", rule="table.change", confidence=0.55)
    if quantity.unit == "1" and fits(measure, "USD") and not fits(measure, "1"):
        unit, power = column.unit if column.unit[0] else _unit(scene)
        if not unit:
            return None
        quantity.value = scaled(quantity.value, power)
        return Figure(quantity, index, measure, "level", start, end, unit=unit, rule="table", confidence=0.6)
    if quantity.unit == "%":
        signed = quantity.value.startswith("-") or scene.sentence.text[quantity.start - scene.sentence.start] == "+"
        return Figure(quantity, index, measure, "change", start, end, rule="table.change", confidence=0.5) if signed else None
    if not fits(measure, quantity.unit):
        return None
    return Figure(quantity, index, measure, "level", start, end, rule="table", confidence=0.6)


def _unit(scene: Scene) -> tuple[str, int]:
    """The unit that a table's heading gives: "(USD million)", "in millions of euros" → ("EUR", 6)."""
    noted: tuple[str, int] | None = scene.reading.memory.get("table_unit")
    return noted if noted is not None else ("", 0)


def note_title(scene: Scene) -> None:
    """Keep the one measure that a line ending in a colon names, for the dated lines under it."""
    anchors = [a for a in scene.anchors if not a.share]
    if len(anchors) == 1 and scene.sentence.text.rstrip().endswith(":"):
        made = Titled(anchors[0].measure, _parties(scene, anchors[0]), _unit(scene), scene.sentence.paragraph)
        scene.reading.memory["titled"] = made


def note_unit(reading: Reading, texts: Sequence[str]) -> None:
    """Read the unit of a table from its title, its headings (the nearest first) or its header row."""
    for text in texts:
        for part in reversed(text.split(" / ")):
            if len(part) <= LONGEST and (found := _unit_in(part)) is not None:
                reading.memory["table_unit"] = found
                return


def _unit_in(text: str) -> tuple[str, int] | None:
    """The currency and power of ten that a line gives for the figures under it ("US$ million", "in thousands of euros", "(EUR)"), or None."""
    words = [w for w in _WORDS.findall(text) if w.lower() not in ("in", "of")]
    for at, word in enumerate(words):
        low = word.lower().rstrip(".")
        power = POWERS.get(low.removesuffix("s"), POWERS.get(low))
        if power is None:
            continue
        for size in (3, 2, 1):
            for beside in (words[at + 1 : at + 1 + size], words[max(0, at - size) : at]):
                if len(beside) == size and (unit := _currency(beside)):
                    return unit, power
    bracketed = [w for inner in _BRACKETS.findall(text) for w in _WORDS.findall(inner) if w.lower() not in ("in", "of")]
    last = words[-2:] if " in " in text.lower() else []
    unit = _currency(bracketed) or _currency(last) or _currency(last[1:])
    return (unit, 0) if unit else None


def _currency(words: Sequence[str]) -> str:
    """The currency that words are, every one of them, or ""."""
    named = " ".join(words)
    for probe in (f"1 {named}", f"{named} 1") if words else ():
        found = read_quantities(probe)
        if len(found) == 1 and is_money(found[0].unit) and (found[0].start, found[0].end) == (0, len(probe)):
            return found[0].unit
    return ""


def note_parties(sentence: Sentence, reading: Reading) -> None:
    """Keep the two countries that the title of a table names ("Foreign trade of Uruguay with Finland"), for the rows under it."""
    line = _BRACKETS.sub(" ", sentence.text.split("\n")[0])
    found = list(dict.fromkeys((p.id, p.name) for p in find_places(line) if p.type is MentionType.COUNTRY))
    if len(found) == 2 and any(t.low in wordlists("indicator")["binding"] for t in sentence.tokens):
        reading.memory["table_parties"] = ([Mention(name, name, code, MentionType.COUNTRY) for code, name in found], sentence.paragraph)


def parties_of(scene: Scene, measure: str) -> Parties | None:
    """Whose the figures of a table are whose title names two countries, or None."""
    noted = scene.reading.memory.get("table_parties")
    if noted is None or scene.sentence.paragraph - noted[1] > REACH or {m.id for m in noted[0]} == {m.id for m in scene.reading.pair()}:
        return None
    first, second = noted[0]
    return ([first, second], []) if not flow_of_goods(measure) else ([first], [second])
