"""What the readers of figures look up in one sentence: phrases and clauses by token, anchors before and behind, places around."""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.kinds.indicator.anchors import Anchor, find_anchors
from dostyk.kinds.wording import everything
from dostyk.model.analysis import PLACES, Clause, Phrase, QuantityMark, Sentence, SpanType, Token
from dostyk.model.kind import Reading

SAYING = frozenset(
    (
        "say note report state add announce show stress tell recall indicate point emphasize emphasise mention explain inform according "
        "reveal underline"
    ).split()
)
PRONOUNS = {"it", "this", "that", "they", "which", "these", "latter"}
STANDING = {"figure", "indicator", "volume", "number", "value", "total", "amount", "level", "sum"}
OWNERS = (*PLACES, SpanType.ORGANISATION)


@dataclass(slots=True)
class Scene:
    """A sentence with its anchors and phrases, and whom to ask about the document."""

    sentence: Sentence
    reading: Reading
    anchors: list[Anchor] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Sentence, reading: Reading) -> Scene:
        """Look a sentence over once."""
        return cls(sentence, reading, find_anchors(sentence), list(everything(sentence)))

    @property
    def tokens(self) -> list[Token]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def index(self, quantity: QuantityMark) -> int | None:
        """The token that is a quantity."""
        return next((i for i, t in enumerate(self.tokens) if t.span is quantity), None)

    def phrase_at(self, index: int) -> Phrase | None:
        """The innermost phrase whose own words (not its complements) hold a token."""
        inside = [p for p in self.phrases if p.first <= index <= p.head]
        return min(inside, key=lambda p: p.head - p.first) if inside else None

    def clause_at(self, index: int) -> Clause | None:
        """The clause a token stands in: its phrase's, else the last one that begins before it and reaches it."""
        phrase = self.phrase_at(index)
        if phrase is not None and phrase.clause is not None:
            return phrase.clause
        at = self.tokens[index].start
        before = [c for c in self.sentence.clauses if c.start <= at]
        near = [c for c in before if at <= c.end + 2]
        if not near and before and not any(t.text == ";" for t in self.tokens[before[-1].verb : index]):
            near = before
        return near[-1] if near else None

    def subject(self, clause: Clause | None) -> Phrase | None:
        """Who or what a clause is about."""
        if clause is None:
            return None
        return (clause.patient or clause.agent) if clause.passive else clause.agent

    def low(self, index: int) -> str:
        """A token in lower case, "" beyond the ends."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def lows(self, start: int, end: int) -> list[str]:
        """Tokens `start` up to `end` in lower case."""
        return [t.low for t in self.tokens[max(0, start) : max(0, end)]]

    def verbs(self, start: int, end: int) -> list[Token]:
        """The verbs between two tokens."""
        return [t for t in self.tokens[max(0, start) : max(0, end)] if t.tag.startswith("VB")]

    def anchor_before(self, index: int) -> Anchor | None:
        """The last anchor before a token."""
        before = [a for a in self.anchors if a.last < index]
        return before[-1] if before else None

    def anchor_of(self, phrase: Phrase | None) -> Anchor | None:
        """The anchor that a phrase or its "of" complement is headed by."""
        if phrase is None:
            return None
        inside = [a for a in self.anchors if phrase.first <= a.head <= phrase.last]
        return next((a for a in inside if a.head == phrase.head or a.first <= phrase.head <= a.last), inside[0] if inside else None)

    def blocked(self, start: int, index: int) -> bool:
        """Whether between an anchor and a quantity another subject begins that is not a measure, or a sentence part ends."""
        tokens = self.tokens
        marks = [t.text for t in tokens[start + 1 : index] if t.text in (":", ";")]
        if ";" in marks and marks[0] != ":":
            return True
        clause = self.clause_at(index)
        subject = self.subject(clause)
        if (
            clause is None
            or subject is None
            or clause.verb < start
            or subject.first <= index <= subject.last
            or subject.first <= start <= subject.last
        ):
            return False
        if subject.first < start or self.low(subject.last + 1) == ",":
            return False
        if any(w in ("which", "who", "that") for w in self.lows(start, subject.first)) and self.low(subject.first - 1) != ",":
            return False
        if any(c.form == "gerund" and start < c.verb < subject.first for c in self.sentence.clauses) and subject.clause is not clause:
            return False
        return self.anchor_of(subject) is None and not self.stands_for(subject) and clause.lemma not in SAYING

    def stands_for(self, phrase: Phrase) -> bool:
        """Whether a phrase only points back to what was measured before ("it", "this figure")."""
        if phrase.span is not None and phrase.span.type is SpanType.QUANTITY:
            return True
        return phrase.lemma in PRONOUNS or phrase.lemma in STANDING and not phrase.complements

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to token `last`."""
        start = self.sentence.start
        return self.sentence.text[self.tokens[first].start - start : self.tokens[last].end - start]
