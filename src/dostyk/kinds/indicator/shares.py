"""Reads shares: "10 % of its population", "accounts for 30 % of exports", "of which 71 % were small firms"."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.wording import without_article
from dostyk.model.analysis import Clause, QuantityMark


def read_share(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """Read "10 % of its population", "accounts for 30 % of exports", "the share of X in Y was 12 %"."""
    tokens = scene.tokens
    subject = scene.subject(clause)
    if subject is not None and subject.last < index and (word := singular(subject.lemma)) in tables().sharing_nouns and word != "part":
        inner = next((a for a in reversed(scene.anchors) if subject.first <= a.head <= index), None)
        return Figure(
            quantity,
            index,
            without_article(subject.text),
            "share",
            max(subject.start, scene.sentence.start),
            quantity.end,
            inner,
            clause,
            rule="share",
            confidence=0.6,
        )
    if (
        scene.lows(index - 2, index) == ["share", "of"]
        and (inner := next((a for a in scene.anchors if index < a.first <= index + 6), None)) is not None
    ):
        return Figure(
            quantity,
            index,
            _whole_of(scene, inner.measure),
            "share",
            tokens[index - 2].start,
            tokens[inner.last].end,
            inner,
            clause,
            rule="share.in",
            confidence=0.65,
        )
    near = scene.anchor_before(index)
    if (
        near is not None
        and near.share
        and all(t.lemma == "be" or not t.tag.startswith("VB") or t.lemma in tables().sharing for t in scene.tokens[near.last + 1 : index])
    ):
        at = next((i for i in range(near.first - 1, max(-1, near.first - 8), -1) if singular(scene.low(i)) in tables().sharing_nouns), near.first)
        owner = scene.phrase_at(at)
        figure = Figure(quantity, index, _whole_of(scene, near.measure), "share", tokens[at].start, quantity.end, near, clause, rule="share.in")
        if owner is not None and (owner.possessor is not None or owner.determiner in ("its", "their", "our") or owner.modifiers):
            figure.noun, figure.rule = owner, "share.own"
            figure.thing = scene.subject(scene.sentence.clauses[0]) if owner.determiner == "its" and scene.sentence.clauses else None
        return figure
    whole = next((p for p in scene.phrases if p.preposition == "of" and p.first in (index + 1, index + 2, index + 3)), None)
    if whole is None:
        return _partial(scene, quantity, index, clause)
    anchor = next((a for a in scene.anchors if whole.first <= a.head <= whole.head), None)
    verb = tokens[clause.verb] if clause is not None else None
    if subject is not None and clause is not None and subject.first <= index <= subject.last and verb is not None:
        return _share_that(scene, quantity, index, clause, whole, anchor)
    what = anchor.measure if anchor is not None else without_article(whole.text)
    if anchor is None and whole.possessor is not None:
        what = " ".join([*(t.low for t in whole.modifiers if t.span is None), scene.low(whole.head)])
        what = f"{what} imports" if clause is not None and clause.lemma in ("supply", "deliver", "ship", "export", "provide") else what
    of_total = False
    own = scene.anchor_of(subject) if subject is not None and subject.last < index else None
    if anchor is None and own is not None and what.split()[-1] == "total":
        anchor, what, of_total = own, own.measure, True
    if (
        clause is not None
        and clause.lemma not in tables().sharing
        and scene.low(index - 1) not in (",", "or", "(", "with", "for")
        and quantity.statistic != "share"
    ):
        return None
    end = tokens[anchor.last].end if anchor is not None else tokens[whole.head].end
    measure = _whole_of(scene, what)
    scene.reading.memory["share"] = (scene.sentence.start, measure, of_total)
    holder = subject if subject is not None and subject.last < index and scene.anchor_of(subject) is None else None
    return Figure(quantity, index, measure, "share", quantity.start, end, anchor, clause, noun=holder, rule="share.of", confidence=0.6)


def _whole_of(scene: Scene, what: str) -> str:
    """Name a share; "of the total" is of what was measured before."""
    last = scene.reading.memory.get("flow") or scene.reading.memory.get("figure")
    if what.split()[-1:] in (["total"], ["figure"], ["amount"]) and last is not None:
        what = last.measure
    if what == "trade turnover":
        what = "trade"
    return "share of population" if what in ("population", "people of the country") or what.startswith("people of") else f"share of {what}"


def _share_that(scene: Scene, quantity: QuantityMark, index: int, clause: Clause, whole: object, anchor: Anchor | None) -> Figure | None:
    """Read "10 % of its population have received higher education", "97 % of the boundary is delimited"."""
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
        last = (
            next(
                (i for i in range(clause.verb + 1, len(tokens)) if tokens[i].text in (",", ";", ".", "(") or tokens[i].tag in ("CC", "MD")),
                len(tokens),
            )
            - 1
        )
        if not clause.verb < last <= clause.verb + 5:
            return None
        measure, end = f"share of {name} {scene.text(clause.verb + 1, last)}", tokens[last].end
    scene.reading.memory["share"] = (scene.sentence.start, f"share of {name} with ", False)
    holder = subject.complements[0] if subject.complements and (anchor is None or anchor.measure not in ("population", "area")) else None
    return Figure(
        quantity,
        index,
        measure,
        "share",
        quantity.start,
        max(end, quantity.end),
        anchor,
        clause,
        noun=holder,
        thing=holder,
        rule="share.that",
        confidence=0.6,
    )


def _partial(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """Read "of which 71 % were small firms", "over 50 % secondary education" after such a share."""
    tokens = scene.tokens
    earlier = scene.reading.memory.get("share")
    if scene.lows(index - 2, index) in (["of", "which"], ["of", "them"], ["of", "whom"]) and clause is not None and clause.verb > index:
        home = next((o for o in clause.obliques if o.preposition == "from"), None)
        last = scene.reading.memory.get("figure")
        if clause.lemma in ("come", "be", "hail", "originate") and home is not None and last is not None:
            named = last.counted.name if last.counted is not None else last.measure
            words = f"share of {named} from {without_article(home.text)}"
            return Figure(
                quantity, index, words, "share", tokens[index - 2].start, home.end, None, clause, carried=True, rule="share.from", confidence=0.6
            )
        what = clause.predicate
        if what is not None:
            last = what.members()[-1]
            return Figure(
                quantity,
                index,
                f"share of {without_article(scene.text(what.first, last.last))}",
                "share",
                tokens[index - 2].start,
                last.end,
                None,
                clause,
                carried=True,
                rule="share.which",
                confidence=0.6,
            )
    if scene.lows(index - 2, index) == ["share", "of"] and (flow := scene.reading.memory.get("flow")) is not None:
        start = tokens[index - 2].start
        return Figure(quantity, index, _whole_of(scene, flow.measure), "share", start, quantity.end, None, clause, rule="share.flow")
    near = scene.anchor_before(index)
    if earlier is not None and earlier[0] == scene.sentence.start and near is not None and index - near.last <= 2:
        return Figure(
            quantity,
            index,
            earlier[1] if not earlier[2] else _whole_of(scene, near.measure),
            "share",
            tokens[near.first].start,
            quantity.end,
            near,
            clause,
            rule="share.parallel",
            confidence=0.6,
        )
    if (
        earlier is not None
        and earlier[0] == scene.sentence.start
        and earlier[1].endswith(" with ")
        and index + 1 < len(tokens)
        and tokens[index + 1].tag[:2] in ("JJ", "NN")
    ):
        end = index + 1
        while end + 1 < len(tokens) and tokens[end + 1].tag[:2] in ("JJ", "NN"):
            end += 1
        return Figure(
            quantity,
            index,
            earlier[1] + scene.text(index + 1, end),
            "share",
            quantity.start,
            tokens[end].end,
            None,
            clause,
            carried=True,
            rule="share.second",
            confidence=0.5,
        )
    return None
