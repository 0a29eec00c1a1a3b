"""Reads percentages and multiples: a change with words of growth, a rate, how far a work has come, else a share."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.directions import direction_of
from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.shares import read_share
from dostyk.model.analysis import Clause, QuantityMark

RATES = {"interest rate", "inflation", "unemployment", "literacy rate", "market share"}


def read_percent(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what a percentage is of, or None where that is not clear."""
    clause = scene.clause_at(index)
    owned = _ownership(scene, quantity, index, clause)
    if owned is not None:
        return owned
    rate = _rate(scene, quantity, index, clause)
    if rate is not None:
        return rate
    direction = direction_of(scene, quantity, index, clause)
    if direction is not None:
        return _changed(scene, quantity, index, clause, direction < 0, "change")
    return read_share(scene, quantity, index, clause)


def _ownership(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A part of a company that somebody owns: "holds 30 % of the venture", "bought a 49 percent stake in"."""
    if clause is None or clause.verb > index or clause.lemma not in ("own", "hold", "acquire", "buy", "have", "take", "control", "purchase"):
        return None
    stake = scene.low(index + 1) in ("stake", "share", "shareholding", "interest")
    if not stake and (clause.lemma not in ("own", "hold", "control") or scene.low(index + 1) not in ("of", "in", ".", ",", "and")):
        return None
    if any(a.first > index and a.first - index <= 4 for a in scene.anchors):
        return None
    end = scene.tokens[index + 1].end if stake else quantity.end
    start = scene.tokens[clause.verb].start
    return Figure(
        quantity, index, "ownership share", "share", start, end, None, clause, thing=scene.subject(clause), rule="ownership", confidence=0.6
    )


def read_multiple(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what has doubled, risen twelve times, is three times another figure."""
    if quantity.value == "0.5" and not quantity.text[:1].isdigit():
        quantity.value, quantity.unit = "50", "%"
        return _changed(scene, quantity, index, scene.clause_at(index), True, "change")
    return _changed(scene, quantity, index, scene.clause_at(index), False, "multiple")


def _rate(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """An interest rate, or "96 percent complete"."""
    after = scene.lows(index + 1, index + 4)
    if after[:1] in (["complete"], ["completed"], ["ready"], ["finished"]) or after[:2] == ["of", "completion"]:
        subject = scene.subject(clause)
        start = subject.start if subject is not None and scene.sentence.start <= subject.start < quantity.start else quantity.start
        return Figure(
            quantity,
            index,
            "completion",
            "level",
            max(start, quantity.start - 120),
            scene.tokens[index + 1].end,
            None,
            clause,
            thing=subject,
            rule="completion",
            confidence=0.7,
        )
    anchor = next((a for a in scene.anchors if a.first in (index + 1, index + 2) and a.measure in RATES), None)
    before = scene.anchor_before(index)
    if anchor is None and before is not None and before.measure in RATES and index - before.last <= 4:
        anchor = before
    if anchor is None:
        return None
    start, end = min(scene.tokens[anchor.first].start, quantity.start), max(scene.tokens[anchor.last].end, quantity.end)
    return Figure(quantity, index, anchor.measure, "level", start, end, anchor, clause, rule="rate", confidence=0.7)


def _changed(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None, falling: bool, statistic: str) -> Figure | None:
    """A change belongs to what follows with "in", to the subject that grew, to the measure before it, else to the figure before."""
    anchor = _of_change(scene, index, clause)
    if statistic == "change":
        scene.reading.memory["change"] = (scene.sentence.start, -1 if falling else 1)
    tokens = scene.tokens
    start, end = _words_of_change(scene, quantity, index)
    if anchor is not None:
        start, end = min(start, tokens[anchor.first].start), max(end, tokens[anchor.last].end)
        return Figure(
            quantity,
            index,
            anchor.measure,
            statistic,
            start,
            end,
            anchor,
            clause,
            counted=anchor.counted,
            falling=falling,
            rule="change",
            confidence=0.75,
        )
    last = scene.reading.memory.get("figure")
    if last is None or scene.sentence.paragraph - last.paragraph > 1:
        return None
    subject = scene.subject(clause)
    if (
        subject is not None
        and clause is not None
        and clause.form == "infinitive"
        and scene.low(clause.verb - 2) in ("it", "this", "that", "they", "them")
    ):
        subject = None
    if (
        subject is not None
        and last.start != scene.sentence.start
        and not scene.stands_for(subject)
        and scene.anchor_of(subject) is None
        and subject.last < index
    ):
        return None
    return Figure(
        quantity, index, last.measure, statistic, start, end, None, clause, falling=falling, carried=True, rule="change.carried", confidence=0.65
    )


def _of_change(scene: Scene, index: int, clause: Clause | None) -> Anchor | None:
    """The measure that changed."""
    lists = tables()
    for anchor in scene.anchors:
        if index < anchor.first <= index + 6 and not scene.verbs(index, anchor.first):
            between = scene.lows(index + 1, anchor.first)
            if "in" in between or "of" in between and any(w in lists.up | lists.down for w in between):
                return anchor
    before = [a for a in scene.anchors if a.last < index]
    subject = scene.subject(clause)
    own = scene.anchor_of(subject) if subject is not None and subject.last < index else None
    if own is not None and (not before or before[-1].first <= own.last or not scene.verbs(own.last, before[-1].first)):
        return own
    for anchor in reversed(before):
        if not scene.blocked(anchor.last, index) and anchor.measure not in RATES:
            return anchor
        break
    return None


def _words_of_change(scene: Scene, quantity: QuantityMark, index: int) -> tuple[int, int]:
    """The words of change around a percentage: its verb or noun before, its noun behind."""
    lists, tokens = tables(), scene.tokens
    start, end = quantity.start, quantity.end
    for at in range(index - 1, max(-1, index - 5), -1):
        if tokens[at].low in lists.up | lists.down or tokens[at].lemma in lists.growing | lists.falling:
            start = tokens[at].start
            break
    if index + 1 < len(tokens) and tokens[index + 1].low in lists.up | lists.down:
        end = tokens[index + 1].end
    return start, end
