"""Reads tables: rows of years under a header of measures, rows of measures under a header of years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, fits, flow_of_goods, is_money
from dostyk.kinds.indicator.flows import Parties
from dostyk.kinds.indicator.labels import scaled
from dostyk.kinds.indicator.parties import assign
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.titles import Titled
from dostyk.model.analysis import QuantityMark, SpanType
from dostyk.model.kind import Reading
from dostyk.values.quantities import read_quantities

PERIODS = ("year", "period", "month", "quarter", "date")
TOTALS = ("volume", "total", "turnover", "sum", "trade", "overall")


def note_header(scene: Scene) -> bool:
    """Keep a header row: its cells, those that name measures by column; say whether it was one."""
    cells = _cells(scene)
    columns: dict[int, tuple[str, Parties]] = {}
    for number, (first, last) in enumerate(cells):
        anchor = next((a for a in scene.anchors if first <= a.first and a.last <= last), None)
        date = next((d for d in scene.sentence.dates if first <= last and scene.tokens[first].start <= d.start < scene.tokens[last].end), None)
        if anchor is not None:
            columns[number] = (anchor.measure, _parties(scene, anchor))
        elif date is not None and date.edtf:
            columns[number] = (f"@{date.edtf}", ([], []))
        elif first <= last and scene.tokens[first].low in TOTALS and any(flow_of_goods(named) for named, _ in columns.values()):
            columns[number] = ("trade turnover", (scene.reading.pair(), []))
    periods = scene.tokens[0].lemma in PERIODS and len(columns) == len(cells) - 1
    if len(columns) < 2 and not periods or len(columns) < len(cells) - 2 or any(not _dated(scene, q) for q in scene.sentence.quantities):
        return False
    scene.reading.memory["table"] = (columns, len(cells), scene.sentence.paragraph)
    return True


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
    table = scene.reading.memory.get("table")
    if table is None or scene.sentence.paragraph - table[2] > 60:
        return
    columns, width, _ = table
    cells = _cells(scene)
    if len(cells) != width:
        return
    unit = _unit(scene)
    head_first, head_last = cells[0]
    own = next((a for a in scene.anchors if head_first <= a.first and a.last <= head_last), None)
    year = next(
        (
            d.edtf
            for d in scene.sentence.dates
            if d.edtf and scene.tokens[head_first].start <= d.start <= scene.tokens[max(head_first, head_last)].end
        ),
        None,
    )
    for number, (first, last) in enumerate(cells[1:], 1):
        quantity = next((t.span for t in scene.tokens[first : last + 1] if isinstance(t.span, QuantityMark)), None)
        column = columns.get(number)
        if quantity is None or column is None:
            continue
        named, parties = column
        dated = named.startswith("@")
        figure = _cell(scene, quantity, (own.measure if own is not None else "") if dated else named, unit)
        if figure is not None:
            yield figure, named[1:] if dated else year, _parties(scene, own) if dated and own is not None else parties


def _cell(scene: Scene, quantity: QuantityMark, measure: str, unit: tuple[str, int]) -> Figure | None:
    """The figure of one cell; a bare number of a sum takes the table's unit."""
    if not measure:
        return None
    index = scene.index(quantity) or 0
    start, end = scene.sentence.start, quantity.end
    if quantity.unit == "1" and fits(measure, "USD") and not fits(measure, "1"):
        if not unit[0]:
            return None
        quantity.value = scaled(quantity.value, unit[1])
        return Figure(quantity, index, measure, "level", start, end, unit=unit[0], rule="table", confidence=0.6)
    if quantity.unit == "%":
        return (
            Figure(quantity, index, measure, "change", start, end, rule="table.change", confidence=0.5)
            if quantity.value.startswith(("+", "-"))
            else None
        )
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
    """Read the unit of a table from its title, its heading or its header row."""
    for text in texts:
        low = text.lower()
        if len(text) > 160 or not any(w in low for w in ("million", "billion", "thousand", "mln", "bln", "mn", "usd", "eur", "$", "€")):
            continue
        power = 9 if "billion" in low or "bln" in low else 6 if "million" in low or "mln" in low or " mn" in low else 3 if "thousand" in low else 0
        word = {9: "billion", 6: "million", 3: "thousand", 0: ""}[power]
        for part in (text, *text.replace("(", ")").split(")")):
            bare = " ".join(
                w
                for w in part.replace("in ", " ").replace(",", " ").split()
                if w.lower().rstrip("s") not in ("million", "billion", "mln", "bln", "mn", "thousand", "of")
            )
            for probe in (f"{bare} 1 {word}", f"1 {word} {bare}"):
                found = [q for q in read_quantities(probe) if is_money(q.unit)]
                if found and len(bare.split()) <= 3:
                    reading.memory["table_unit"] = (found[0].unit, power)
                    return
