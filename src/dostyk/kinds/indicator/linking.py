"""Makes the figure of a quantity and the measure it stands with; says whether the words between join them."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import QuantityMark

JOINING = {
    "of",
    "worth",
    "totalling",
    "totaling",
    "amounting",
    "valued",
    "estimated",
    "exceeding",
    "reaching",
    "at",
    ":",
    "-",
    "–",
    "—",
    "to",
    "for",
    "with",
    "in",
    "about",
    "by",
}  # noqa: RUF001


def of_anchor(scene: Scene, quantity: QuantityMark, index: int, anchor: Anchor, rule: str, confidence: float = 0.8) -> Figure:
    """A figure of an anchor; its words reach from the one to the other."""
    tokens = scene.tokens
    start, end = min(tokens[anchor.first].start, quantity.start), max(tokens[anchor.last].end, quantity.end)
    return Figure(
        quantity, index, anchor.measure, "level", start, end, anchor, scene.clause_at(index), counted=anchor.counted, rule=rule, confidence=confidence
    )


def linked(scene: Scene, anchor: Anchor, index: int) -> bool:
    """Whether the words between a measure and a quantity join them: a verb of reaching or change, "of", a bracket, nothing much."""
    lists = tables()
    between = scene.tokens[anchor.last + 1 : index]
    verbs = [t for t in between if t.tag.startswith("VB")]
    if between and between[-1].text == ",":
        return True
    if verbs:
        known = lists.reaching | lists.growing | lists.falling
        return any(t.lemma in known for t in verbs) or between[-1].low in ("worth", "totalling", "totaling", "exceeding")
    return len(between) <= 3 or between[-1].low in JOINING or between[-1].text in ("(", ",") or any(t.low in ("and", "while") for t in between)
