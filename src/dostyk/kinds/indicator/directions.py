"""Tells whether a percentage is a change, and whether up or down."""

from __future__ import annotations

from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import Clause, QuantityMark, SpanType


def direction_of(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> int | None:
    """1 for growth, -1 for a fall, None where the percentage is no change."""
    lists = tables()
    before, after = scene.lows(index - 3, index), scene.lows(index + 1, index + 4)
    last = before[-1] if before else ""
    of_next = after[:1] == ["of"]
    if quantity.value.startswith("-") and last in ("(", ",", "[") and not of_next:
        return -1
    if last in ("+", "-", "−", "–", "minus", "plus") and scene.low(index - 2) in ("(", ",", "", "by"):  # noqa: RUF001
        return -1 if last in ("-", "−", "–", "minus") else 1  # noqa: RUF001
    for word in after[:2]:
        if word in lists.up | lists.down and not of_next:
            return -1 if word in lists.down else 1
        if word.isalpha() and word not in ("annual", "year-on-year", "yearly", "average", "growth", "on", "year", "per"):
            break
    made_up = (
        scene.low(index - 1) == "up"
        and scene.tokens[index - 2].lemma in ("make", "take", "use", "add")
        or scene.low(index - 2) == "up"
        and scene.tokens[index - 3].lemma in ("make", "take", "use", "add")
    )
    for word in [] if made_up else reversed(before):
        if word in lists.up | lists.down:
            return -1 if word in lists.down else 1
        if word not in (
            "by",
            "of",
            "some",
            "about",
            "nearly",
            "almost",
            "a",
            "an",
            "the",
            "to",
            "around",
            "rate",
            "around",
            "approximately",
            "was",
            "is",
            "at",
            "annual",
        ):
            break
    verbs = [t for t in scene.verbs(max(0, index - 12), index) if t.lemma not in ("be", "have")]
    if verbs and not of_next and last not in ("to", "from", "with", "for") and verbs[-1].lemma in lists.growing | lists.falling:
        stop = next(i for i, t in enumerate(scene.tokens) if t is verbs[-1])
        if not any(
            t.span is not None
            and t.span.type is SpanType.QUANTITY
            and t.text.strip().endswith(("%", "percent"))
            and "and" not in scene.lows(i, index)
            for i, t in enumerate(scene.tokens[stop:index], stop)
        ):
            return -1 if verbs[-1].lemma in lists.falling else 1
    return _parallel(scene, index, last)


def _parallel(scene: Scene, index: int, last: str) -> int | None:
    """A change without its verb: "exports grew 12 % and imports 5 %"."""
    earlier = scene.reading.memory.get("change")
    if earlier is None or earlier[0] != scene.sentence.start:
        return None
    anchor = scene.anchor_before(index)
    return earlier[1] if anchor is not None and anchor.last >= index - 2 and last != "of" else None
