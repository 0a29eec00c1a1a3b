"""Tells counts that come again every year, month or week from those that are given once."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.wording import wordlists

BORDERS = (";", ":", "|", "(", ")")
VERB = 4
"""Tokens that a verb with its helpers has at most."""


def recurring(scene: Scene, figure: Figure) -> str | None:
    """The period (UCUM) in which a count comes again, by words around it ("every year | 20 scholarships", "20 students | annually"), or None."""
    if figure.quantity.unit != "1" or figure.unit or figure.statistic != "level" or figure.measure in wordlists("indicator")["lasting"]:
        return None
    start = max((i + 1 for i in range(figure.index) if scene.low(i) in BORDERS), default=0)
    stop = next((i for i in range(figure.index, len(scene.tokens)) if scene.low(i) in BORDERS), len(scene.tokens))
    verbs = [i for i in range(start, stop) if scene.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")]
    periods = tables().recurring
    for at in range(start, stop):
        low = scene.low(at)
        named = periods.get(low) if low not in wordlists("indicator")["each"] else None
        named = named or (periods.get(scene.low(at + 1)) if low in wordlists("indicator")["each"] and at + 1 < stop else None)
        between = [i for i in verbs if min(at, figure.index) < i < max(at, figure.index)]
        own = figure.clause.verb if figure.clause is not None else -VERB
        if named is not None and all(abs(i - own) < VERB for i in between):
            return named
    return None
