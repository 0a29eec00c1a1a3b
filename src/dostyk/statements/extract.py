"""Turns a document into the statements it makes, in the order of their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from dostyk.grammar import analyse
from dostyk.kinds import kinds
from dostyk.languages import ANALYSED
from dostyk.languages.words import listed, words
from dostyk.model.analysis import Phrase, Sentence
from dostyk.model.document import Document
from dostyk.model.kind import Draft, Filler, Kind
from dostyk.model.mention import Mention
from dostyk.model.statement import Evidence, Modality, Statement
from dostyk.settings import READER
from dostyk.statements import readers
from dostyk.statements.attribution import attribution_of
from dostyk.statements.confidence import confidence
from dostyk.statements.discourse import Discourse
from dostyk.statements.explain import Explained, account, silent
from dostyk.statements.frames import FrameReader
from dostyk.statements.mentions import Resolver
from dostyk.statements.settle import OUTRIGHT, beside, settle
from dostyk.statements.times import date_for
from dostyk.statements.together import only, together
from dostyk.trained.drafts import Builder
from dostyk.trained.proposal import Proposal

EXTRACTOR = "dostyk-rules/1"
MODEL = "dostyk-model/1"
"""What a statement names as its extractor: rules or model, and behind it the rule."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a document states, sorted by place, kind and id, and where it seems to state something that was not read.

    `silent` holds start and end (string indices) of sentences that look like statements and gave none.
    """

    statements: list[Statement]
    silent: list[tuple[int, int]]


def extract(document: Document, reader: str = READER, least: float | None = None) -> list[Statement]:
    """Give the statements of a document, sorted by place, kind and id; empty for a language that is not read yet."""
    return tell(document, reader, least).statements


def tell(document: Document, reader: str = READER, least: float | None = None) -> Told:
    """Give the statements of a document, and the sentences that look like statements but gave none.

    `reader` names who reads (`dostyk.statements.readers`); statements of a confidence below `least`, or below the reader's own
    where that is None, are left unsaid.
    Raises StopError where there is no such reader.
    """
    if not _is_read(document):
        return Told([], [])
    reading = document_reader(document, reader)
    made = reading.statements(list(reading.drafts()))
    unique = {s.id: s for s in made.values() if s.confidence >= _floor(s, reader, least)}
    quiet = silent(reading.sentences, unique.values(), reading.kinds)
    ordered = sorted((s.evidence.start, s.evidence.end, s.kind, key) for key, s in unique.items())
    return Told([unique[key] for *_, key in ordered], [(sentence.start, sentence.end) for sentence in quiet])


def explain(document: Document, reader: str = READER, least: float | None = None) -> list[Explained]:
    """Give, sentence by sentence, what was seen, which rules spoke and what became of it; empty for a language that is not read yet."""
    if not _is_read(document):
        return []
    reading = document_reader(document, reader)
    drafts = list(reading.drafts())
    made = reading.statements(drafts)
    said = {key: statement for key, statement in made.items() if statement.confidence >= _floor(statement, reader, least)}
    unsure = {key: statement.confidence for key, statement in made.items() if key not in said}
    return account(reading.sentences, drafts, said, reading.kinds, unsure)


def _floor(statement: Statement, reader: str, least: float | None) -> float:
    """The confidence below which a statement is left unsaid: the user's, else the reader's for whoever speaks."""
    if least is not None:
        return least
    member = readers.reader(reader)
    return member.FLOOR_MODEL if statement.extractor.startswith(MODEL) else member.FLOOR


def document_reader(document: Document, reader: str = READER) -> DocumentReader:
    """Analyse a document and ask whom the reader asks; nothing is settled yet."""
    member = readers.reader(reader)
    sentences = analyse(document.text, document.published)
    return DocumentReader(document, sentences, member.proposals(document.text, sentences), rules=member.RULES)


def _is_read(document: Document) -> bool:
    return document.language is None or document.language in ANALYSED


def _months_before(month: str, count: int) -> str:
    """The month (YYYY-MM) some months earlier."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 - count
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _perfect(sentence: Sentence, anchor: int) -> bool:
    """Whether what stands at an offset is told in the perfect, that is, of no time in particular ("have signed agreements")."""
    verb = next((c.verb for c in sentence.clauses if sentence.tokens[c.verb].start == anchor and c.form == "finite" and not c.passive), None)
    before = sentence.tokens[max(0, (verb or 0) - 3) : verb or 0]
    return any(t.low in ("have", "has") for t in before) and not any(t.low in ("today", "just", "also") for t in before)


def _not_until(sentence: Sentence, draft: Draft, dated: int) -> bool:
    """Whether what is denied is denied only until a date, on which it came true ("did not open until 4 May 1926")."""
    return any(t.low == "until" and min(draft.anchor, draft.start) < t.start < dated for t in sentence.tokens)


@cache
def _frame_reader() -> FrameReader:
    return FrameReader(kinds())


class DocumentReader:
    """Reads one document's sentences in order; answers what kinds ask about it (the Reading protocol)."""

    def __init__(
        self, document: Document, sentences: list[Sentence], proposals: Mapping[int, Sequence[Proposal]] | None = None, rules: bool = True
    ) -> None:
        self.document = document
        self.sentences = sentences
        self.asked = proposals is not None
        self.proposals = proposals or {}
        self.rules = rules
        self.discourse = Discourse(document, sentences)
        self.resolver = Resolver(self.discourse, words())
        self.memory = self.discourse.memory
        self.kinds: dict[str, Kind] = {kind.name: kind for kind in kinds()}
        self.builder = Builder(document.text, sentences, self, self.kinds)

    def statements(self, drafts: list[tuple[Sentence, Draft]]) -> dict[int, Statement]:
        """Settle drafts against each other and make the statements, by the identity of their drafts."""
        self._date_again([draft for _, draft in drafts])
        kept = self.settled([draft for _, draft in drafts])
        at = {id(draft): sentence for sentence, draft in drafts}
        said = Counter(id(at[id(draft)]) for draft in kept)
        made: dict[int, Statement] = {}
        for draft in kept:
            statement = self.statement(draft)
            sure = confidence(statement, draft, at[id(draft)], said[id(at[id(draft)])], self.document)
            made[id(draft)] = replace(statement, confidence=sure)
        return made

    def _date_again(self, drafts: Sequence[Draft]) -> None:
        """An occasion told without a date ("the visit of X to Y") takes the date that the page gives the same one elsewhere, if it gives but one."""
        dated: dict[tuple[str, ...], set[str]] = {}
        for draft in drafts:
            if draft.time and (key := self._occasion_key(draft)):
                dated.setdefault(key, set()).add(draft.time)
        for draft in drafts:
            times = sorted(dated.get(self._occasion_key(draft), ()))
            if not draft.time and len(times) == 1:
                draft.time = times[0]

    def _occasion_key(self, draft: Draft) -> tuple[str, ...]:
        """What one occasion has in common wherever it is told: kind and who fills its key roles; nothing for what is no occasion."""
        kind = self.kinds[draft.kind]
        if not kind.occasion or draft.modality is Modality.NEGATED:
            return ()
        roles = [sorted(m.id for m in draft.roles.get(role, ()) if isinstance(m, Mention)) for role in kind.key_roles]
        return (kind.name, *("+".join(found) for found in roles)) if all(roles) and len(roles) > 1 else ()

    def settled(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts to keep; what the model alone says stands beside what the rules say, and takes nothing from it."""
        kept = settle([draft for draft in drafts if draft.heard != "alone"], self.kinds)
        alone = settle([draft for draft in drafts if draft.heard == "alone"], self.kinds)
        return [*kept, *beside(kept, alone, self.kinds)]

    def drafts(self) -> Iterator[tuple[Sentence, Draft]]:
        """Read every sentence; what it says is remembered before the next one is read."""
        frames = _frame_reader()
        for number, sentence in enumerate(self.sentences):
            self.resolver.sentence = sentence
            if sentence.form == "heading":
                for kind in self.kinds.values():
                    if kind.heading is not None:
                        kind.heading(sentence, self)
                self._announce(sentence)
                self.discourse.note(sentence)
                continue
            found = self._ready(sentence, self._by_rules(sentence, frames))
            if self.asked:
                by_model = self._ready(sentence, list(self.builder.drafts(sentence, self.proposals.get(number, ()))))
                found = together(sentence, found, by_model, self.kinds) if self.rules else only(by_model)
            certain = [draft for draft in found if not (self.rules and draft.heard == "alone")]
            self._in_passing(sentence, certain)
            self._remember(sentence, certain)
            self._announce(sentence)
            yield from ((sentence, draft) for draft in found)
            self.discourse.note(sentence)

    def _ready(self, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        """Date and name drafts, and part those of more than two."""
        for draft in drafts:
            self._date(sentence, draft)
            self._widen(sentence, draft)
            self._name(draft)
        return [dyad for draft in drafts for dyad in self._dyads(draft)]

    def _by_rules(self, sentence: Sentence, frames: FrameReader) -> list[Draft]:
        """What the rules say of a sentence; nothing where they are not to speak."""
        if not self.rules:
            return []
        found = list(frames.read(sentence, self))
        for kind in self.kinds.values():
            if kind.reader is not None:
                found.extend(kind.reader(sentence, self))
        return found

    def _dyads(self, draft: Draft) -> list[Draft]:
        """One draft for the first of a role of two with each of the others ("A established relations with B and C")."""
        role = self.kinds[draft.kind].dyad
        first, *others = draft.roles.get(role, ()) or (None,)
        if first is None or len(others) < 2:
            return [draft]
        return [replace(draft, roles={**draft.roles, role: [first, other]}, attributes=dict(draft.attributes)) for other in others]

    def _in_passing(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """What is said once a document and here in passing (a post beside a name) takes the time of what the same one does here."""
        for draft in drafts:
            kind = self.kinds[draft.kind]
            if not kind.once or draft.time or draft.confidence >= OUTRIGHT:
                continue
            who = {m.id for role in kind.key_roles for m in draft.roles.get(role, ()) if isinstance(m, Mention)}
            doing = (
                d
                for d in drafts
                if d.kind != draft.kind and d.time and any(isinstance(m, Mention) and m.id in who for found in d.roles.values() for m in found)
            )
            draft.time = next((d.time for d in doing), None) or self._of_the_occasion(sentence)

    def _of_the_occasion(self, sentence: Sentence) -> str | None:
        """The time of the occasion in whose account a sentence stands: of its own paragraph, or the very news that the page reports."""
        discourse = self.discourse
        if any(d.edtf for d in sentence.dates):
            return None
        if discourse.told_paragraph == sentence.paragraph and sentence.form == "prose":
            return discourse.told_time
        time, paragraph = self._event(sentence)
        return time if time is not None and (paragraph == sentence.paragraph or self._of_the_day(time)) else None

    def _event(self, sentence: Sentence, modality: Modality = Modality.ACTUAL) -> tuple[str | None, int]:
        """The occasion that a sentence may stand in, as its time and the number of its paragraph.

        One told in the sentence's own paragraph, else the page's news, else the one told last; for what is planned, one that lies ahead
        where such was told after what happened.
        """
        discourse = self.discourse
        if modality is Modality.PLANNED and discourse.ahead_time is not None and discourse.ahead_paragraph >= discourse.event_paragraph:
            return discourse.ahead_time, discourse.ahead_paragraph
        if discourse.event_paragraph == sentence.paragraph:
            return discourse.event_time, discourse.event_paragraph
        return discourse.news_time or discourse.event_time, discourse.event_paragraph

    def time(self, sentence: Sentence, start: int, end: int) -> str | None:
        """The EDTF time in force for a run of text, or None."""
        found = date_for(sentence, start, end, start)
        return found.edtf if found is not None else None

    def occasion(self, sentence: Sentence) -> str | None:
        """The time of what was told last near a sentence: in its paragraph, in the list it stands in, of the page's news."""
        discourse = self.discourse
        if sentence.form == "item" and discourse.list_time is not None:
            return discourse.list_time
        if discourse.told_time is not None and 0 <= sentence.paragraph - discourse.told_paragraph <= (0 if discourse.news_time else 1):
            return discourse.told_time
        return self._event(sentence)[0] or discourse.told_time

    def pair(self) -> list[Mention]:
        """The two countries that the text is about."""
        return self.discourse.pair()

    def side(self) -> Mention | None:
        """The country on whose behalf the page speaks."""
        return self.discourse.side()

    def here(self) -> Mention | None:
        """The page's own city."""
        return self.discourse.here()

    def dateline(self) -> Mention | None:
        """The city that the page is sent from, which "here" means in news."""
        return self.discourse.dateline()

    def mentions(self, filler: Filler, types: Sequence[str] = ("any",)) -> list[Mention]:
        """Whom or what a filler means."""
        return self.resolver.mentions(filler, types)

    def countries(self, phrase: Phrase) -> list[Mention]:
        """The countries that a phrase names."""
        return self.resolver.countries(phrase)

    def owner(self, phrase: Phrase) -> Mention | None:
        """Whose a phrase is by its pronoun."""
        return self.resolver.owner(phrase)

    def named_before(self, head: str) -> Mention | None:
        """The thing named before with this head noun."""
        return self.discourse.antecedent(head)

    def _date(self, sentence: Sentence, draft: Draft) -> None:
        """Find the draft's time where its frame left that to the grammar."""
        if draft.time != "":
            return
        found = date_for(sentence, draft.start, draft.end, draft.anchor or draft.start, self.kinds[draft.kind].as_of)
        if found is None:
            draft.time = self._inherited(sentence, draft)
            return
        draft.time = found.edtf
        if draft.modality is Modality.NEGATED and _not_until(sentence, draft, found.start):
            draft.modality = Modality.ACTUAL
        if draft.open_ended and found.relation in ("since", "from_start") and found.edtf and "/" not in found.edtf:
            draft.time = f"{found.edtf}/.."
        draft.start, draft.end = min(draft.start, max(found.lead, sentence.start)), max(draft.end, found.end)

    def _widen(self, sentence: Sentence, draft: Draft) -> None:
        """Let the quote hold the words that deny or plan what it says, and the date that it is given."""
        if draft.modality is not Modality.ACTUAL:
            for clause in sentence.clauses:
                verb = sentence.tokens[clause.verb]
                if clause.modality is draft.modality and clause.start < draft.end and draft.start < verb.end:
                    first = clause.governor.start if clause.governor is not None else clause.start
                    draft.start = max(sentence.start, min(draft.start, first))
        if draft.time:
            dated = [d for d in sentence.dates if d.edtf and d.edtf == draft.time.removesuffix("/..")]
            if dated and not any(draft.start <= d.start and d.end <= draft.end for d in dated):
                nearest = min(dated, key=lambda d: max(d.start - draft.end, draft.start - d.end))
                draft.start, draft.end = min(draft.start, nearest.start), max(draft.end, nearest.end)

    def _inherited(self, sentence: Sentence, draft: Draft) -> str | None:
        """The time of a visit or event that the sentence refers back to ("during the visit", "He also met …")."""
        discourse, kind = self.discourse, self.kinds[draft.kind]
        time, paragraph = self._event(sentence, draft.modality)
        if time is None or _perfect(sentence, draft.anchor):
            return None
        if kind.news and draft.modality is Modality.ACTUAL and self._of_the_day(time):
            return time
        if kind.within and sentence.form == "item" and discourse.list_time is not None:
            return discourse.list_time
        if kind.within and (paragraph == sentence.paragraph or (sentence.paragraph - paragraph <= 2 and self._recent(time))):
            return time
        for phrase in sentence.phrases:
            if (
                phrase.lemma in listed("occasions")
                and phrase.determiner in ("the", "this", "that", "his", "her", "their")
                and phrase.preposition in ("during", "of", "within", "at", "in", "after", "following", "on")
                and not any(d.edtf for d in sentence.dates)
            ):
                return time
        near = 0 <= sentence.paragraph - paragraph <= 2
        if near and any(t.low == "also" for t in sentence.tokens) and self._recent(time):
            return time
        if 0 <= sentence.paragraph - paragraph <= 1:
            first = next((t for t in sentence.tokens if t.tag not in ("DT",)), None)
            if first is not None and first.low in ("he", "she", "they", "there"):
                return time
        return None

    def _of_the_day(self, time: str) -> bool:
        """Whether an occasion is the very news that the page reports: within a week before the page's day."""
        published = self.document.published
        if published is None or len(published) != 10 or len(time.split("/")[-1]) != 10:
            return False
        first, day = date.fromisoformat(time.split("/")[0].ljust(10, "0")) if len(time.split("/")[0]) == 10 else None, date.fromisoformat(published)
        return first is not None and first <= day + timedelta(days=1) and (day - date.fromisoformat(time.split("/")[-1])).days <= 7

    def _recent(self, time: str) -> bool:
        """Whether an occasion is what the page reports as news: within two months of the page's date."""
        published = self.document.published
        return published is not None and len(published) >= 7 and time.split("/")[-1][:7] >= _months_before(published[:7], 2)

    def _name(self, draft: Draft) -> None:
        """Resolve the fillers that are still phrases."""
        for role, fillers in draft.roles.items():
            draft.roles[role] = [m for filler in fillers for m in ([filler] if isinstance(filler, Mention) else self.mentions(filler))]

    def _announce(self, sentence: Sentence) -> None:
        """A sentence that ends with a colon gives its time to the list behind it ("During the visit the following were signed:")."""
        if sentence.form in ("prose", "heading"):
            announced = None
            if sentence.text.rstrip().endswith(":"):
                found = date_for(sentence, sentence.end - 1, sentence.end, sentence.end - 1)
                announced = found.edtf if found is not None else self.discourse.event_time
            self.discourse.list_time = announced

    def _remember(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """Keep the time of an occasion and the things that later sentences will call "the center", "the project"."""
        for draft in drafts:
            kind = self.kinds[draft.kind]
            happened = not kind.once and self._modality(draft) is Modality.ACTUAL
            if happened and draft.time and len(draft.time.split("/")[0]) == 10 and ".." not in draft.time:
                self.discourse.told_time, self.discourse.told_paragraph = draft.time, sentence.paragraph
            if kind.occasion and draft.time:
                self._note_occasion(sentence, draft, draft.time)
            for mention in draft.roles.get(kind.remembered, ())[:1]:
                if isinstance(mention, Mention):
                    self.discourse.remember(mention)

    def _note_occasion(self, sentence: Sentence, draft: Draft, time: str) -> None:
        """Keep the time of an occasion: one that lies ahead apart, since nothing that has happened takes its time."""
        discourse = self.discourse
        if self._modality(draft) is Modality.ACTUAL:
            discourse.event_time, discourse.event_paragraph = time, sentence.paragraph
            if discourse.news_time is None and self._of_the_day(time):
                discourse.news_time = time
        elif self._modality(draft) is Modality.PLANNED:
            discourse.ahead_time, discourse.ahead_paragraph = time, sentence.paragraph

    def _modality(self, draft: Draft) -> Modality:
        """A happening dated after the page itself is planned, whatever tense it is told in ("the show opens on 1 June")."""
        begin, published = (draft.time or "").split("/")[0], self.document.published
        if (
            draft.modality is not Modality.ACTUAL
            or published is None
            or not self.kinds[draft.kind].within
            or len(begin) > 10
            or not begin.replace("-", "").isdigit()
        ):
            return draft.modality
        size = min(len(begin), len(published))
        return Modality.PLANNED if size >= 4 and begin[:size] > published[:size] else draft.modality

    def statement(self, draft: Draft) -> Statement:
        """Make the statement of a settled draft."""
        kind = self.kinds[draft.kind]
        roles = {role: tuple(m for m in found if isinstance(m, Mention)) for role, found in draft.roles.items()}
        roles = {role: tuple(dict.fromkeys(found)) for role, found in roles.items()}
        return Statement(
            document=self.document,
            kind=kind.name,
            evidence=Evidence.of(self.document, draft.start, draft.end),
            roles=roles,
            attributes={name: value for name, value in draft.attributes.items() if value},
            time=draft.time or None,
            modality=self._modality(draft),
            attribution=attribution_of(self.sentences, draft, self.document.text),
            confidence=draft.confidence,
            extractor=f"{MODEL if draft.rule.startswith('model.') else EXTRACTOR} {draft.rule}".strip(),
        )
