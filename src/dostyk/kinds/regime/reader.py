"""Reads rules of entry that verbs tell: who may enter, stay or travel without a visa, for whom visas are required or waived."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.regime.rules import rules
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, SpanType, Token
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
    near = [t for t in sentence.tokens if clause.start - 2 <= t.start <= clause.end + 120 and t.low in ("visa-free", "visa", "visas")]
    subject = clause.patient if clause.passive else clause.agent
    people = _people_before(sentence, clause)
    if not near or subject is None and people is None or not _moves(sentence, subject):
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
    first = subject.start if subject is not None else people.start if people is not None else verb.start
    start = max(sentence.start, min(first, verb.start))
    end = max(verb.end, near[-1].end)
    noun = {"stay": "visa-free stay", "enter": "visa-free entry"}.get(clause.lemma, "visa-free travel")
    if (stays := _stays(sentence, clause)) is not None:
        noun, end = f"visa-free {sentence.text[stays[0] - sentence.start : stays[1] - sentence.start]}", max(end, stays[1])
    modality = Modality.ACTUAL if clause.modality in (Modality.POSSIBLE, Modality.NEGATED) else clause.modality
    return Draft("Regime", start, end, roles, {"subject": noun}, "", modality, True, "regime.entry", 0.7, verb.start)


def _moves(sentence: Sentence, subject: Phrase | None) -> bool:
    """Whether people are the subject, or a country is named."""
    return subject is not None and subject.lemma in PEOPLE or any(s.type is SpanType.COUNTRY for s in sentence.spans)


def _people_before(sentence: Sentence, clause: Clause) -> Token | None:
    """A people's name before the verb that the grammar found no subject for ("Norwegians do not need visas")."""
    return next(
        (t for t in sentence.tokens[max(0, clause.verb - 4) : clause.verb] if t.span is not None and t.span.demonym and t.text.endswith("s")), None
    )


def _stays(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Where the words stand that say for which stays it holds ("for stays of up to 90 days")."""
    tokens = sentence.tokens
    for at in range(clause.verb, len(tokens) - 2):
        if tokens[at].low == "for" and tokens[at + 1].low in ("stays", "stay", "visits", "trips", "travel", "transit"):
            for behind in range(at + 2, min(at + 8, len(tokens))):
                span = tokens[behind].span
                if isinstance(span, DateMark) and span.duration is not None or tokens[behind].low in ("days", "months"):
                    return tokens[at + 1].start, tokens[behind].end
    return None
