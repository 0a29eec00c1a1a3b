"""Says what is done with each thing of a sentence: the clauses it stands in, its place there, and the noun it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType, Token
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

DASHES = ("-", "–", "—")  # noqa: RUF001
AFFIRMING = ("time", "place", "part", "operation", "operations")


@dataclass(frozen=True, slots=True)
class Act:
    """A clause in which a phrase stands; `slot` is agent, patient, predicate or a preposition, `holder` the phrase of that slot it hangs on."""

    clause: Clause
    slot: str
    holder: Phrase | None = None

    @property
    def through(self) -> str:
        """The noun between ("opening" in "attended the opening of X"), or ""."""
        return self.holder.lemma if self.holder is not None else ""


class Acts:
    """What is done with the phrases of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.phrases = list(everything(sentence))
        self._acts: dict[int, list[Act]] = {}
        for clause in sentence.clauses:
            for slot, phrase in _slots(clause):
                for member in phrase.members():
                    self._note(member, Act(clause, slot), 0)

    def _note(self, phrase: Phrase, act: Act, depth: int) -> None:
        found = self._acts.setdefault(id(phrase), [])
        if any(a.clause is act.clause and a.slot == act.slot for a in found):
            return
        found.append(act)
        for complement in phrase.complements if depth < 3 else ():
            for member in complement.members():
                self._note(member, Act(act.clause, act.slot, phrase), depth + 1)

    def of(self, phrase: Phrase) -> list[Act]:
        """The acts of a phrase, clauses in order."""
        return self._acts.get(id(phrase), [])

    def bare(self) -> bool:
        """Whether the sentence has no verb that says something: an item, a caption, a table row."""
        return not any(c.form == "finite" for c in self.sentence.clauses)


def _slots(clause: Clause) -> Iterator[tuple[str, Phrase]]:
    for name, phrase in (("patient", clause.patient), ("agent", clause.agent), ("predicate", clause.predicate)):
        if phrase is not None:
            yield name, phrase
    for phrase in clause.obliques:
        if phrase is not clause.agent:
            yield phrase.preposition, phrase


def acts_of(sentence: Sentence, memory: dict[str, object]) -> Acts:
    """The acts of a sentence, worked out once for all kinds that ask."""
    known = memory.get("acts")
    if not isinstance(known, Acts) or known.sentence is not sentence:
        known = Acts(sentence)
        memory["acts"] = known
    return known


def where(reading: Reading, phrase: Phrase) -> list[Mention]:
    """The places and bodies that a phrase behind "in" or "at" names; a bare name that nothing knows is a place there."""
    found = reading.mentions(phrase, ("place", "organisation"))
    if not found and phrase.possessor is not None and phrase.span is None:
        found = reading.mentions(phrase.possessor, ("place",))
    if found or phrase.span is None or phrase.span.type is not SpanType.NAME or phrase.possessor is not None:
        return found
    return [Mention(m.text, m.name, m.id, MentionType.PLACE) for m in reading.mentions(phrase, ("name",))]


def leads(sentence: Sentence, phrase: Phrase) -> int:
    """The token with which a thing's name begins: "Lima–Cusco railway" and "Peru – Korea Forum" are whole names."""
    tokens, first = sentence.tokens, phrase.first
    while first >= 2 and tokens[first - 1].text in DASHES and _dashed(tokens, first):
        first -= 2
    if first and _pair(tokens[first - 1]) and tokens[first - 1].end + 1 == tokens[first].start:
        first -= 1
    if first == phrase.first and first >= 2 and tokens[first - 1].low in ("and", "&") and _half(tokens, first):
        first -= 2
    if first == phrase.first:
        return first
    while (
        first
        and (tokens[first - 1].tag in ("JJ", "JJS") or (tokens[first - 1].span is not None and tokens[first - 1].tag == "NNP"))
        and tokens[first - 1].end + 1 >= tokens[first].start
    ):
        first -= 1
    return first


def _dashed(tokens: list[Token], first: int) -> bool:
    """Whether the dash before token `first` joins it to a name: without white space, or between two names inside the line."""
    before = tokens[first - 2]
    if not before.text[:1].isupper() or (before.span is not None and before.span.type in (SpanType.DATE, SpanType.QUANTITY)):
        return False
    tight = before.end == tokens[first - 1].start and tokens[first - 1].end == tokens[first].start
    return tight or (tokens[first].span is not None and before.span is not None and first > 2)


def _half(tokens: list[Token], first: int) -> bool:
    """Whether a capitalised word and "and" begin a name of two halves ("Trade | and Investment Forum")."""
    before, here = tokens[first - 2], tokens[first]
    plain = before.span is None or before.span.type is SpanType.NAME and " " not in before.text
    return (
        plain
        and before.text[:1].isupper()
        and here.text[:1].isupper()
        and first > 2
        and before.tag.startswith("N")
        and (here.span is None or here.span.type is SpanType.NAME)
    )


def _pair(token: Token) -> bool:
    """Whether a token is a name of two joined by a dash ("Lima–Cusco")."""
    return token.span is not None and token.span.type is SpanType.NAME and any(dash in token.text for dash in DASHES)
