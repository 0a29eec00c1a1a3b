"""Reads percentages and multiples: a change with words of growth, a share with "of", a rate, how far a work has come."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.scene import PRONOUNS, Scene
from dostyk.kinds.wording import without_article
from dostyk.model.analysis import Clause, QuantityMark, SpanType

RATES = {"interest rate", "inflation", "unemployment", "literacy rate", "market share"}
YEARLY = {"year-on-year", "year-over-year", "yoy", "y-o-y", "on-year"}


def read_percent(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what a percentage is of, or None where that is not clear."""
    clause = scene.clause_at(index)
    rate = _rate(scene, quantity, index, clause)
    if rate is not None:
        return rate
    direction = _direction(scene, quantity, index, clause)
    if direction is not None:
        return _changed(scene, quantity, index, clause, direction < 0, "change")
    return _share(scene, quantity, index, clause)


def read_multiple(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what has doubled, risen twelve times, is three times another figure."""
    return _changed(scene, quantity, index, scene.clause_at(index), False, "multiple")


def _rate(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """An interest rate, or "96 percent complete"."""
    after = scene.lows(index + 1, index + 4)
    if after[:1] in (["complete"], ["completed"], ["ready"], ["finished"]) or after[:2] == ["of", "completion"]:
        subject = scene.subject(clause)
        start = subject.start if subject is not None and scene.sentence.start <= subject.start < quantity.start else quantity.start
        return Figure(quantity, index, "completion", "level", max(start, quantity.start - 120), scene.tokens[index + 1].end, None, clause, thing=subject, rule="completion", confidence=0.7)
    anchor = next((a for a in scene.anchors if a.first in (index + 1, index + 2) and a.measure in RATES), None)
    before = scene.anchor_before(index)
    if anchor is None and before is not None and before.measure in RATES and index - before.last <= 4:
        anchor = before
    if anchor is None:
        return None
    start, end = min(scene.tokens[anchor.first].start, quantity.start), max(scene.tokens[anchor.last].end, quantity.end)
    return Figure(quantity, index, anchor.measure, "level", start, end, anchor, clause, rule="rate", confidence=0.7)


def _direction(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> int | None:
    """1 for growth, -1 for a fall, None where the percentage is no change."""
    lists = tables()
    before, after = scene.lows(index - 3, index), scene.lows(index + 1, index + 4)
    last = before[-1] if before else ""
    of_next = after[:1] == ["of"]
    if last in ("+", "-", "−", "–", "minus", "plus") and scene.low(index - 2) in ("(", ",", "", "by"):  # noqa: RUF001
        return -1 if last in ("-", "−", "–", "minus") else 1  # noqa: RUF001
    for word in after[:2]:
        if word in lists.up | lists.down and not of_next:
            return -1 if word in lists.down else 1
        if word.isalpha() and word not in ("annual", "year-on-year", "yearly", "average", "growth", "on", "year", "per"):
            break
    made_up = scene.low(index - 1) == "up" and scene.tokens[index - 2].lemma in ("make", "take", "use", "add") or scene.low(index - 2) == "up" and scene.tokens[index - 3].lemma in ("make", "take", "use", "add")
    for word in [] if made_up else reversed(before):
        if word in lists.up | lists.down:
            return -1 if word in lists.down else 1
        if word not in ("by", "of", "some", "about", "nearly", "almost", "a", "an", "the", "to", "around", "rate", "around", "approximately", "was", "is", "at", "annual"):
            break
    verbs = [t for t in scene.verbs(max(0, index - 12), index) if t.lemma not in ("be", "have")]
    if verbs and not of_next and last not in ("to", "from", "with", "for") and verbs[-1].lemma in lists.growing | lists.falling:
        stop = next(i for i, t in enumerate(scene.tokens) if t is verbs[-1])
        if not any(t.span is not None and t.span.type is SpanType.QUANTITY and t.text.strip().endswith(("%", "percent")) and "and" not in scene.lows(i, index) for i, t in enumerate(scene.tokens[stop:index], stop)):
            return -1 if verbs[-1].lemma in lists.falling else 1
    return _parallel(scene, index, last)


def _parallel(scene: Scene, index: int, last: str) -> int | None:
    """A change without its verb: "exports grew 12 % and imports 5 %"."""
    earlier = scene.reading.memory.get("change")
    if earlier is None or earlier[0] != scene.sentence.start:
        return None
    anchor = scene.anchor_before(index)
    return earlier[1] if anchor is not None and anchor.last >= index - 2 and last != "of" else None


def _changed(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None, falling: bool, statistic: str) -> Figure | None:
    """A change belongs to what follows with "in", to the subject that grew, to the measure before it, else to the figure before."""
    anchor = _of_change(scene, index, clause)
    if statistic == "change":
        scene.reading.memory["change"] = (scene.sentence.start, -1 if falling else 1)
    tokens = scene.tokens
    start, end = _words_of_change(scene, quantity, index)
    if anchor is not None:
        start, end = min(start, tokens[anchor.first].start), max(end, tokens[anchor.last].end)
        return Figure(quantity, index, anchor.measure, statistic, start, end, anchor, clause, counted=anchor.counted, falling=falling, rule="change", confidence=0.75)
    last = scene.reading.memory.get("figure")
    if last is None or scene.sentence.paragraph - last.paragraph > 1:
        return None
    subject = scene.subject(clause)
    if subject is not None and clause is not None and clause.form == "infinitive" and scene.low(clause.verb - 2) in PRONOUNS:
        subject = None
    if subject is not None and last.start != scene.sentence.start and not scene.stands_for(subject) and scene.anchor_of(subject) is None and subject.last < index:
        return None
    return Figure(quantity, index, last.measure, statistic, start, end, None, clause, falling=falling, carried=True, rule="change.carried", confidence=0.65)


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


def _share(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """ "10 % of its population", "accounts for 30 % of exports", "the share of X in Y was 12 %"."""
    tokens = scene.tokens
    subject = scene.subject(clause)
    if subject is not None and subject.last < index and (word := singular(subject.lemma)) in tables().sharing_nouns and word != "part":
        inner = next((a for a in reversed(scene.anchors) if subject.first <= a.head <= index), None)
        return Figure(quantity, index, without_article(subject.text), "share", max(subject.start, scene.sentence.start), quantity.end, inner, clause, rule="share", confidence=0.6)
    if scene.lows(index - 2, index) == ["share", "of"] and (inner := next((a for a in scene.anchors if index < a.first <= index + 6), None)) is not None:
        return Figure(quantity, index, _whole_of(scene, inner.measure), "share", tokens[index - 2].start, tokens[inner.last].end, inner, clause, rule="share.in", confidence=0.65)
    whole = next((p for p in scene.phrases if p.preposition == "of" and p.first in (index + 1, index + 2, index + 3)), None)
    if whole is None:
        return _partial(scene, quantity, index, clause)
    anchor = next((a for a in scene.anchors if whole.first <= a.head <= whole.head), None)
    verb = tokens[clause.verb] if clause is not None else None
    if subject is not None and clause is not None and subject.first <= index <= subject.last and verb is not None:
        return _share_that(scene, quantity, index, clause, whole, anchor)
    what = anchor.measure if anchor is not None else without_article(whole.text)
    own = scene.anchor_of(subject) if subject is not None and subject.last < index else None
    if anchor is None and own is not None and what.split()[-1] == "total":
        anchor, what = own, own.measure
    if clause is not None and clause.lemma not in tables().sharing and scene.low(index - 1) not in (",", "or", "(", "with", "for") and quantity.statistic != "share":
        return None
    end = tokens[anchor.last].end if anchor is not None else tokens[whole.head].end
    measure = _whole_of(scene, what)
    scene.reading.memory["share"] = (scene.sentence.start, measure)
    holder = subject if subject is not None and subject.last < index and scene.anchor_of(subject) is None else None
    return Figure(quantity, index, measure, "share", quantity.start, end, anchor, clause, noun=holder, rule="share.of", confidence=0.6)


def _whole_of(scene: Scene, what: str) -> str:
    """Name a share; "of the total" is of what was measured before."""
    last = scene.reading.memory.get("figure")
    if what.split()[-1:] in (["total"], ["figure"], ["amount"]) and last is not None:
        what = last.measure
    if what == "trade turnover":
        what = "trade"
    return "share of population" if what in ("population", "people of the country") or what.startswith("people of") else f"share of {what}"


def _share_that(scene: Scene, quantity: QuantityMark, index: int, clause: Clause, whole: object, anchor: Anchor | None) -> Figure | None:
    """ "10 % of its population have received higher education", "97 % of the boundary is delimited"."""
    tokens = scene.tokens
    subject = scene.subject(clause)
    assert subject is not None
    name = anchor.measure if anchor is not None else tokens[subject.complements[0].head].low if subject.complements else "total"
    verb = tokens[clause.verb]
    done = clause.patient if not clause.passive else None
    if done is not None and done is not subject:
        measure, end = f"share of {name} with {without_article(done.text)}", done.end
    elif clause.passive:
        measure, end = f"share of {name} {verb.low}", verb.end
    elif clause.predicate is not None:
        measure, end = f"share of {without_article(clause.predicate.text)}", clause.predicate.end
    else:
        last = next((i for i in range(clause.verb + 1, len(tokens)) if tokens[i].text in (",", ";", ".", "(") or tokens[i].tag in ("CC", "MD")), len(tokens)) - 1
        if not clause.verb < last <= clause.verb + 5:
            return None
        measure, end = f"share of {name} {scene.text(clause.verb + 1, last)}", tokens[last].end
    scene.reading.memory["share"] = (scene.sentence.start, f"share of {name} with ")
    holder = subject.complements[0] if subject.complements and (anchor is None or anchor.measure not in ("population", "area")) else None
    return Figure(quantity, index, measure, "share", quantity.start, max(end, quantity.end), anchor, clause, noun=holder, thing=holder, rule="share.that", confidence=0.6)


def _partial(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """ "of which 71 % were small firms", "over 50 % secondary education" after such a share."""
    tokens = scene.tokens
    earlier = scene.reading.memory.get("share")
    if scene.lows(index - 2, index) in (["of", "which"], ["of", "them"], ["of", "whom"]) and clause is not None and clause.verb > index:
        what = clause.predicate
        if what is not None:
            last = what.members()[-1]
            return Figure(quantity, index, f"share of {without_article(scene.text(what.first, last.last))}", "share", tokens[index - 2].start, last.end, None, clause, carried=True, rule="share.which", confidence=0.6)
    near = scene.anchor_before(index)
    if earlier is not None and earlier[0] == scene.sentence.start and near is not None and index - near.last <= 2:
        return Figure(quantity, index, _whole_of(scene, near.measure), "share", tokens[near.first].start, quantity.end, near, clause, rule="share.parallel", confidence=0.6)
    if earlier is not None and earlier[0] == scene.sentence.start and earlier[1].endswith(" with ") and index + 1 < len(tokens) and tokens[index + 1].tag[:2] in ("JJ", "NN"):
        end = index + 1
        while end + 1 < len(tokens) and tokens[end + 1].tag[:2] in ("JJ", "NN"):
            end += 1
        return Figure(quantity, index, earlier[1] + scene.text(index + 1, end), "share", quantity.start, tokens[end].end, None, clause, carried=True, rule="share.second", confidence=0.5)
    return None
