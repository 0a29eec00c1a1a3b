"""Reads rules of entry that verbs tell: who may enter, stay or travel without a visa, for whom visas are required or waived."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.regime.rules import rules
from dostyk.model.analysis import Clause, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

MOVING = {"enter", "stay", "travel", "visit", "come", "cross", "go", "need", "require", "move", "arrive", "remain", "transit"}
PEOPLE = {"citizen", "national", "holder", "traveller", "traveler", "tourist", "visitor", "resident", "passport", "people", "businessman", "diplomat"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each rule of entry told by a verb, and for the other rules that hold."""
    low = [t.low for t in sentence.tokens]
    free = (
        "visa-free" in low
        or ("visa" in low or "visas" in low)
        and ("without" in low or "no" in low or "not" in low or "exempt" in low or "exempted" in low)
    )
    found: list[Draft] = []
    for clause in sentence.clauses if free else []:
        if clause.lemma in MOVING and (draft := _rule(sentence, clause, reading)) is not None:
            reading.memory["regime"] = (sentence.paragraph, draft.attributes["subject"])
            found.append(draft)
            break
    yield from found
    for other in rules(sentence, reading):
        if not any(f.start < other.end and other.start < f.end for f in found):
            yield other


def _rule(sentence: Sentence, clause: Clause, reading: Reading) -> Draft | None:
    """The draft of one rule, or None where nobody is said to move or no visa is near."""
    near = [t for t in sentence.tokens if clause.start - 2 <= t.start <= clause.end + 40 and t.low in ("visa-free", "visa", "visas")]
    subject = clause.patient if clause.passive else clause.agent
    if not near or subject is None or subject.lemma not in PEOPLE and not any(s.type is SpanType.COUNTRY for s in sentence.spans):
        return None
    found: dict[str, Mention] = {}
    for span in sentence.spans:
        if span.type is SpanType.COUNTRY:
            for mention in reading.mentions(span):
                found.setdefault(mention.id, mention)
    pair = reading.pair()
    if len(found) < 2:
        for mention in pair if not found or any(m.id in found for m in pair) else []:
            found.setdefault(mention.id, mention)
    parties = [m for m in found.values() if m.type is MentionType.COUNTRY][:2]
    if not parties:
        return None
    roles: dict[str, list[Filler]] = {"party": list(parties)}
    verb = sentence.tokens[clause.verb]
    start = max(sentence.start, min(subject.start, verb.start))
    end = max(verb.end, near[-1].end)
    noun = {"stay": "visa-free stay", "enter": "visa-free entry"}.get(clause.lemma, "visa-free travel")
    modality = Modality.ACTUAL if clause.modality in (Modality.POSSIBLE, Modality.NEGATED) else clause.modality
    return Draft("Regime", start, end, roles, {"subject": noun}, "", modality, True, "regime.entry", 0.7, verb.start)
