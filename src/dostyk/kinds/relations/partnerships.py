"""Reads partnerships between states, and who the two states are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dostyk.model.analysis import Clause, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality


def states_of(sentence: Sentence, reading: Reading) -> list[Mention]:
    """The two states: those that the sentence names, else those of the page."""
    found: dict[str, Mention] = {}
    for span in sentence.spans:
        if span.type is SpanType.COUNTRY:
            for mention in reading.mentions(span):
                found.setdefault(mention.id, Mention(mention.name, mention.name, mention.id, MentionType.COUNTRY))
    pair = reading.pair()
    if len(found) < 2 and (not found or any(m.id in found for m in pair)):
        for mention in pair:
            found.setdefault(mention.id, mention)
    return list(found.values())


def partnerships_in(sentence: Sentence, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "have been strategic partners since 2019"; relations raised to a partnership, named in quotes or not."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        quoted = token.span is not None and token.span.type is SpanType.QUOTE and "partnership" in token.text.lower()
        if token.low in ("partners", "partner") and at and tokens[at - 1].low == "strategic":
            status, first, stating = "strategic partnership", at - 1, True
        elif quoted and token.span is not None:
            status, first, stating = token.span.name.strip("“”\"' .,"), at, False
        elif (
            token.low in ("partnership", "alliance")
            or token.span is not None
            and token.low.endswith(" partnership")
            and token.low.split()[0] in words["partnership"]
        ):
            begin = _modified(sentence, at, words)
            if begin is None:
                continue
            first = begin
            status, stating = sentence.text[tokens[first].start - sentence.start : token.end - sentence.start], False
        else:
            continue
        clause = next((c for c in reversed(sentence.clauses) if c.verb < at and c.form != "gerund"), None) or _reached(sentence, at, words)
        states = states_of(sentence, reading)
        if clause is None or len(states) != 2 or _other_bodies(sentence, token.start):
            continue
        if _in_force(sentence, at):
            continue
        dated = any(d.edtf and not d.vague and d.start > tokens[clause.verb].start for d in sentence.dates)
        if clause.lemma in (*words["raised"], *words["enter"], *words["reached"]) or clause.lemma in words["state"] and (dated or stating):
            yield made_draft(sentence, states, status, tokens[clause.verb].start, token.end, clause.modality)


def _reached(sentence: Sentence, at: int, words: Mapping[str, frozenset[str]]) -> Clause | None:
    """The passive verb whose subject holds it ("the level of strategic partnership was reached")."""
    for clause in sentence.clauses:
        subject = clause.patient
        if clause.passive and clause.form == "finite" and subject is not None and subject.first <= at < clause.verb:
            return clause if clause.lemma in (*words["raised"], *words["enter"], *words["reached"]) else None
    return None


def _in_force(sentence: Sentence, at: int) -> bool:
    """Whether the name is an instrument's, of which the sentence says that it came into force."""
    low = [t.low for t in sentence.tokens[at:]]
    return any(a in ("into", "in") and b in ("force", "effect") for a, b in pairwise(low))


def _modified(sentence: Sentence, at: int, words: Mapping[str, frozenset[str]]) -> int | None:
    """Where the words before "partnership" begin, if one of them makes it a formal one and no instrument is named by it."""
    tokens, first = sentence.tokens, at
    while first and (
        tokens[first - 1].tag in ("JJ", "NN", "NNP", "VBN")
        and tokens[first - 1].span is None
        or tokens[first - 1].low in words["partnership"]
        or (tokens[first - 1].text == "," and tokens[first - 2].tag == "JJ")
    ):
        first -= 1
    found = {t.low for t in tokens[first:at]} | set(tokens[at].low.split()[:-1])
    before = [t.low for t in tokens[max(0, first - 3) : first]]
    if not found & words["partnership"] or any(
        w in ("agreement", "treaty", "declaration", "memorandum", "statement", "year", "anniversary", "council", "joint") for w in [*before, *found]
    ):
        return None
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return None if behind in ("agreement", "treaty", "council", "forum", "dialogue", "programme", "framework", "declaration") else first


def _other_bodies(sentence: Sentence, end: int) -> bool:
    """Whether companies or people are the partners."""
    return any(s.type is SpanType.ORGANISATION and s.end <= end for s in sentence.spans)


def made_draft(sentence: Sentence, states: list[Mention], status: str, start: int, end: int, modality: Modality) -> Draft:
    """The draft of two states' relation."""
    roles: dict[str, list[Filler]] = {"party": list(states[:2])}
    return Draft(
        "Relations", max(start, sentence.start), end, roles, {"status": status}, "", modality, rule="relations.reader", confidence=0.75, anchor=start
    )
