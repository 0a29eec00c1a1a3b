"""Says what each quantity of a sentence measures: a share or change, a sum or size, a count."""

from __future__ import annotations

from dostyk.kinds.indicator.amounts import read_amount
from dostyk.kinds.indicator.counts import glued, read_count
from dostyk.kinds.indicator.figure import SUMS, Figure, flow_of_goods, is_money
from dostyk.kinds.indicator.flights import read_frequency
from dostyk.kinds.indicator.labels import dated_again, labelled
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.percents import read_multiple, read_percent
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import QuantityMark
from dostyk.values.quantities.shared import own_currency

SKIPPED = {"rank", "h", "min", "s", "a", "d", "wk", "mo", "Cel", "deg"}
ANYBODY = ("people", "persons", "inhabitants", "souls", "residents")
"""Those who live in a place, of no nation in particular."""
MAGNITUDES = ("million", "billion", "trillion", "mln", "bln", "bn", "crore")


def find_figure(scene: Scene, quantity: QuantityMark) -> Figure | None:
    """Say what a quantity measures, or None where it is no indicator."""
    index = scene.index(quantity)
    if quantity.unit in SKIPPED:
        return None
    if index is None:
        return glued(scene, quantity)
    figure = _read(scene, quantity, index)
    if figure is not None:
        if figure.measure == "diaspora" and figure.counted is not None and figure.counted.name.lower() in ANYBODY:
            figure.measure, figure.counted = "population", None
        _bound(scene, figure)
    return figure


def _read(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    if (often := read_frequency(scene, quantity, index)) is not None:
        return often
    if quantity.statistic == "level" and (found := labelled(scene, quantity, index)) is not None:
        return found
    if quantity.statistic == "multiple":
        return read_multiple(scene, quantity, index)
    if quantity.unit in ("%", "{pp}"):
        return read_percent(scene, quantity, index)
    if (again := dated_again(scene, quantity, index)) is not None:
        return again
    if quantity.unit == "1" or quantity.bare:
        return _sum_of_before(scene, quantity, index) or read_count(scene, quantity, index)
    if quantity.unit.startswith("1/"):
        return read_count(scene, quantity, index)
    return read_amount(scene, quantity, index)


def _sum_of_before(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """A sum whose currency was named before: "exports were 21 million" after a trade of "214 million dollars"."""
    named = scene.reading.memory.get("currency")
    phrase = scene.phrase_at(index)
    if (
        named is None
        or scene.sentence.paragraph - named[1] > 1
        or not any(w in quantity.text.lower() for w in MAGNITUDES)
        or phrase is not None
        and phrase.head > index
    ):
        return None
    anchor, last = scene.anchor_before(index), scene.reading.memory.get("figure")
    clause = scene.clause_at(index)
    verb = clause is not None and clause.lemma in tables().measuring and clause.verb < index
    measure = anchor.measure if anchor is not None else last.measure if last is not None else ""
    if not verb and measure not in SUMS and not flow_of_goods(measure):
        return None
    quantity.unit = named[0]
    figure = read_amount(scene, quantity, index)
    quantity.unit = "1"
    if figure is not None:
        figure.unit = named[0]
    return figure


def _bound(scene: Scene, figure: Figure) -> None:
    """The verb's bound ("exceeded 5 billion") where the quantity itself tells none; remember the currency."""
    quantity = figure.quantity
    verbs = scene.verbs(max(0, figure.index - 3), figure.index)
    if quantity.bound == "exact" and verbs and figure.statistic == "level":
        lists = tables()
        quantity.bound = "over" if verbs[-1].lemma in lists.over else "under" if verbs[-1].lemma in lists.under else "exact"
    if figure.anchor is not None and figure.measure.endswith(("capacity", "production", "throughput")) and "/" not in quantity.unit:
        words = scene.lows(figure.anchor.first - 2, figure.anchor.head + 1)
        rate = next((code for word, code in tables().rates.items() if word in words), "")
        quantity.unit += f"/{rate}" if rate and quantity.unit not in ("%", "1") and not quantity.unit.endswith(("W", "Wh")) else ""
    if is_money(quantity.unit):
        own = own_currency(quantity.text, quantity.unit, [m.id for m in scene.reading.pair()])
        figure.unit = figure.unit or own
        scene.reading.memory["currency"] = (quantity.unit.split("/")[0], scene.sentence.paragraph)
