"""Collects the places around the words of a figure: whose it is, towards whom, from where, in what."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.nearby import PLACE_TYPES, Around, places
from dostyk.kinds.indicator.scene import OWNERS, Scene
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, SpanType, Token
from dostyk.model.mention import Mention, MentionType

JOINTS = ("'s", "’s", "'", "’", "-", "–")  # noqa: RUF001
FIRMS = frozenset("company firm enterprise business investor entrepreneur businessman exporter importer producer government".split())
GIVEN = {"financing", "investment", "foreign direct investment", "loan", "grant", "aid", "development assistance", "humanitarian aid"}
CAPITAL = {"capital", "participation", "involvement", "shareholding"}
GROUPS = {
    "own": "between of among by",
    "towards": "to into towards for",
    "beside": "with",
    "source": "from",
    "inside": "in at across within on through via",
}
OTHER_SIDE = ("beside", "towards", "source")
SORTS = {preposition: sort for sort, found in GROUPS.items() for preposition in found.split()}


def look_around(scene: Scene, figure: Figure) -> Around:
    """Collect the places of a figure's anchor, of the words behind the quantity, and of its clause."""
    around = Around()
    anchor = figure.anchor
    if anchor is not None:
        _left(scene, anchor.head - 1, around)
        if anchor.first < anchor.head:
            _left(scene, anchor.first - 1, around)
        _right(scene, anchor.last + 1, around, figure.index)
        if anchor.phrase is not None and not around.own:
            around.add("own", _pronoun(scene, anchor.phrase))
    if figure.noun is not None:
        _of_phrase(scene, figure.noun, around)
    _right(scene, figure.index + 1 if figure.noun is None else figure.noun.last + 1, around, -1)
    if figure.clause is not None:
        _of_clause(scene, figure, figure.clause, around)
    elif scene.sentence.clauses:
        first = scene.sentence.clauses[0].agent
        if first is not None and first.last < figure.index and scene.anchor_of(first) is None:
            around.add("actor", places(scene.reading.mentions(first, ("country",))))
    _leading(scene, figure, around)
    return around


def _left(scene: Scene, at: int, around: Around) -> None:
    """Possessors and adjectives before a measure."""
    tokens = scene.tokens
    while at >= 0:
        token = tokens[at]
        if token.span is not None and token.span.type in OWNERS:
            found = scene.reading.mentions(token.span)
            if not token.span.demonym and at and (sort := SORTS.get(tokens[at - 1].low, "")) and scene.low(at + 1) not in JOINTS:
                around.add(sort, places(found))
                return
            around.add("nation" if token.span.demonym else "own", places(found) or ([] if token.span.demonym else found))
        elif not _inside(token) or token.tag == "CC" and not (at and _owner(tokens[at - 1])):
            return
        at -= 1


def _inside(token: Token) -> bool:
    """Whether a word can stand between an owner and what is owned."""
    if token.span is not None or token.tag in ("VB", "VBD", "VBP", "VBZ"):
        return False
    return token.tag[:2] in ("JJ", "NN", "DT", "PO", "VB", "RB", "CC") or token.low in JOINTS


def _owner(token: Token) -> bool:
    return token.span is not None and token.span.type in OWNERS


def _right(scene: Scene, at: int, around: Around, stop: int) -> None:
    """Prepositional phrases from a token on, to the next verb, comma or other mark; the quantity itself is passed over."""
    tokens = scene.tokens
    sort = ""
    while at < len(tokens):
        token = tokens[at]
        span = token.span
        if token.low in SORTS and token.tag in ("IN", "TO", "RP", "VBG") or token.low == "between":
            sort = SORTS[token.low]
            around.between = around.between or token.low == "between"
        elif span is not None and span.type is SpanType.DATE:
            sort = ""
        elif span is not None and span.type is SpanType.QUANTITY:
            if at != stop:
                return
            sort = ""
        elif span is not None and span.demonym:
            if sort and scene.low(at + 1) in CAPITAL:
                around.add("source", places(scene.reading.mentions(span)))
        elif span is not None and span.type in OWNERS:
            if sort:
                around.add(sort, places(scene.reading.mentions(span)))
        elif (
            token.tag.startswith(("VB", "MD", "W"))
            and token.tag not in ("VBN", "VBG")
            or token.text in (";", ".", "(", ":")
            or token.text == ","
            and (at > stop or not sort)
        ):
            return
        elif sort and token.tag[:2] in ("NN", "PR") and span is None:
            phrase = next((p for p in scene.phrases if p.head == at), None)
            if phrase is not None and phrase.quantity is None:
                if sort in OTHER_SIDE and token.low in wordlists("indicator")["groups"] and not phrase.text.lower().startswith(("the two", "both")):
                    around.group = True
                found = places(scene.reading.mentions(phrase, ("place",))) or (
                    scene.reading.countries(phrase) if sort != "inside" or phrase.lemma not in ("year", "month", "period", "quarter") else []
                )
                around.add(sort, found)
        elif token.low == "which":
            return
        at += 1


def _of_phrase(scene: Scene, phrase: Phrase, around: Around) -> None:
    """Adjectives and complements of a counted noun ("Dutch firms in Ghana", "students from Peru")."""
    for token in phrase.modifiers:
        if token.span is not None and token.span.type in OWNERS:
            around.add("source", places(scene.reading.mentions(token.span)))
    if phrase.possessor is not None:
        for member in phrase.possessor.members():
            around.add("own", [m for m in scene.reading.mentions(member) if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION])
    around.add("own", _pronoun(scene, phrase))
    for complement in phrase.complements:
        sort = SORTS.get(complement.preposition, "")
        for member in complement.members():
            if sort and (member.span is not None or member.determiner):
                around.add(sort, places(scene.reading.mentions(member, ("place",))))


def _of_clause(scene: Scene, figure: Figure, clause: Clause, around: Around) -> None:
    """Who acts, and the obliques between verb and figure."""
    if clause.form == "participle" and ";" in scene.lows(clause.verb, figure.index):
        return
    agent = clause.agent
    if (
        agent is not None
        and (figure.noun is None or agent.head != figure.noun.head)
        and not (agent.quantity is None and figure.anchor is None and agent.first <= figure.index <= agent.last)
        and not (figure.anchor is not None and agent.first <= figure.anchor.head <= agent.last)
    ):
        for member in agent.members() if agent.quantity is None else ():
            named = figure.measure in GIVEN and member.span is not None and member.span.type is SpanType.NAME
            found = [m for m in scene.reading.mentions(member) if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION or named]
            described = member.span is None and member.lemma in FIRMS and scene.reading.countries(member)
            around.add("actor", described or found or scene.reading.countries(member))
    for oblique in clause.obliques:
        sort = SORTS.get(oblique.preposition, "")
        if agent is None and oblique.preposition == "to" and oblique.modifiers and oblique.modifiers[0].low == "date":
            around.add("actor", places(scene.reading.mentions(oblique)))  # "To date Malta has invested"
            continue
        if not sort or oblique is figure.noun or sort == "own" and not clause.passive or _of_another(scene, figure, oblique):
            continue
        for member in oblique.members():
            if (
                sort in OTHER_SIDE
                and scene.tokens[member.head].low in wordlists("indicator")["groups"]
                and member.span is None
                and member.determiner != "both"
            ):
                around.group = True
            found = places(scene.reading.mentions(member, ("place",)))
            if (
                not found
                and (oblique.preposition in ("in", "at", "to", "into", "from") or member.lemma in CAPITAL)
                and (member.possessor is not None or any(t.span is not None and t.span.demonym for t in member.modifiers))
                and scene.anchor_of(member) is None
            ):
                found = scene.reading.countries(member)
            around.add("source" if member.lemma in CAPITAL else sort, found)


def _of_another(scene: Scene, figure: Figure, oblique: Phrase) -> bool:
    """Whether an oblique belongs to another measure or figure of the sentence: one stands between it and this one's words."""
    low = figure.index if figure.anchor is None else min(figure.anchor.first, figure.index)
    high = figure.index if figure.anchor is None else max(figure.anchor.last, figure.index)
    if oblique.first > high:
        return any(high < a.first <= oblique.first for a in scene.anchors if a is not figure.anchor)
    if oblique.last >= low:
        return False
    others = [a.first for a in scene.anchors if a is not figure.anchor]
    others += [i for i, t in enumerate(scene.tokens) if t.span is not None and t.span.type is SpanType.QUANTITY and i != figure.index]
    return (
        any(oblique.last < at < low for at in others)
        or any(at < oblique.first and oblique.first - at <= 3 for at in others)
        and figure.anchor is not None
    )


def _leading(scene: Scene, figure: Figure, around: Around) -> None:
    """A place that opens the sentence ("In Chile, …") where none else is said."""
    if around.inside or not scene.sentence.phrases:
        return
    first = scene.sentence.phrases[0]
    if first.first <= 2 and first.preposition in ("in", "at") and first.last < figure.index:
        around.add("inside", places(scene.reading.mentions(first, ("place",))))


def _pronoun(scene: Scene, phrase: Phrase) -> list[Mention]:
    """Whose a phrase with "its", "our", "their" is."""
    if phrase.determiner not in ("its", "our", "their") or phrase.possessor is not None:
        return []
    return scene.reading.countries(phrase)
