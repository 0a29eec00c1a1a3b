"""Turns linked words into whom or what they mean, with the grammar's spans and phrases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dostyk.kinds.indicator.topics import place_of_topic
from dostyk.kinds.naming import thing
from dostyk.kinds.visit.parts import homes
from dostyk.kinds.wording import everything, without_article
from dostyk.model.analysis import PLACES, DateMark, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.trained.proposal import Link

PEOPLE = frozenset(("visitor", "holder", "participant", "signatory", "actor", "host"))
THINGS = frozenset(("project", "institution", "event", "counted", "entity"))
SINGLY_NAMED = frozenset(("project", "institution", "event"))
"""Roles whose name goes on behind "of"."""
STATES = frozenset(("party", "sender", "of", "to", "subject", "partner"))
WHERE = frozenset(("location", "destination", "place", "member", "origin"))
PARTICLES = frozenset(
    ("bin", "bint", "al", "el", "de", "da", "del", "della", "dos", "van", "von", "der", "den", "ten", "ter", "ibn", "ould", "ag", "y", "e")
)
"""Words of names that are written small."""
BOTH = frozenset("sides parties countries states nations governments peoples partners ministries two".split())
"""What two are called who are spoken of together."""
OF_STATES = frozenset("country state government republic nation independence sovereignty people".split())
"""What states have or are: "our government" is the side that speaks."""
GAP = 3
"""Words that may stand between pieces of one filler."""
LONG = 90
"""Characters beyond which a noun phrase names nothing."""
WHOLE = (SpanType.ORGANISATION, SpanType.NAME, SpanType.CITY, SpanType.REGION, SpanType.PLACE, SpanType.COUNTRY, SpanType.QUOTE)
"""Names that are taken whole."""
FUNCTION = frozenset("the a an of and in on at to for with by new first second other".split())
"""Words that name nothing by themselves."""
EMPTY = FUNCTION | frozenset("its their his her he she it they we i who which our".split())
"""The same with those that only point at what was named."""
ALIKE = 0.6
"""Share of the characters two runs of text must have in common for one to be taken for the other."""


class Fillers:
    """Finds whom linked words mean, in the light of what was read before."""

    def __init__(self, text: str, sentences: Sequence[Sentence], reading: Reading) -> None:
        self.text = text
        self.sentences = sorted(sentences, key=lambda sentence: sentence.start)
        self.starts = [sentence.start for sentence in self.sentences]
        self.reading = reading

    def mentions(self, role: str, link: Link) -> list[Mention]:
        """Whom the words of a link mean in a role; empty where nothing tells."""
        sentence = self._sentence(link.start)
        if sentence is None:
            return []
        start, end = self._whole(sentence, *self._trimmed(link.start, link.end))
        if self.text[start:end].lower() in FUNCTION:
            return []
        if role in THINGS:
            return self._thing(role, sentence, start, end)
        if role in WHERE and self.text[start:end].lower() == "here":
            return [m for m in (self.reading.dateline() or self.reading.here(),) if m is not None]
        if role in PEOPLE and (named := self._named(sentence, start, end)):
            return named
        if (pointed := self._pointed(role, self.text[start:end].lower())) is not None:
            return pointed
        spans = self._spans(sentence, start, end)
        exact = next((s for s in spans if _alike(s.start, s.end, start, end)), None)
        if exact is not None and exact.type in (*PLACES, SpanType.PERSON):
            return self.reading.mentions(exact)
        phrase = self._phrase(sentence, start, end)
        if role in PEOPLE:
            person = next((s for s in spans if s.type is SpanType.PERSON), None)
            if person is not None:
                return self.reading.mentions(person)
            holding = next((s for s in sentence.spans if s.type is SpanType.PERSON and s.start <= start and end <= s.end), None)
            if holding is not None:
                return self.reading.mentions(Span(SpanType.PERSON, start, end, self.text[start:end]))
        if phrase is not None and (found := self._of_phrase(role, phrase)):
            return found
        if role in STATES or role in WHERE:
            places = [s for s in spans if s.type in PLACES]
            if role in STATES:
                places = [s for s in places if s.type is SpanType.COUNTRY] or places
            else:
                places = [s for s in places if not s.demonym and s.type is not SpanType.COUNTRY] or [s for s in places if not s.demonym]
            if places and (role in WHERE or end - start < 2 * (places[0].end - places[0].start)):
                return self.reading.mentions(places[0])
        organisation = next((s for s in spans if s.type is SpanType.ORGANISATION and _alike(s.start, s.end, start, end)), None)
        if organisation is not None:
            return self.reading.mentions(organisation)
        if (behind := self._cut(sentence, start, end)) is not None:
            return behind
        return self._worded(role, start, end)

    def _named(self, sentence: Sentence, start: int, end: int) -> list[Mention]:
        """The person that words name: those of the grammar's name that are linked, or a run of capitalised words that is no post."""
        for span in sentence.spans:
            if span.type is SpanType.PERSON and span.start < end and start < span.end:
                first, last = max(start, span.start), min(end, span.end)
                if 2 * len(self.text[first:last].split()) <= len(span.text.split()):
                    first, last = span.start, span.end
                return self.reading.mentions(Span(SpanType.PERSON, first, last, self.text[first:last]))
        words = self.text[start:end].split()
        posts = [t for t in sentence.tokens if t.start < end and start < t.end and t.span is not None and t.span.type in (SpanType.OFFICE, *PLACES)]
        if 2 <= len(words) <= 6 and not posts and all(w[0].isupper() or w in PARTICLES for w in words):
            return self.reading.mentions(Span(SpanType.PERSON, start, end, self.text[start:end]))
        return []

    def _pointed(self, role: str, low: str) -> list[Mention] | None:
        """Whom "we", "our", "the two sides" point at; None for other words, and where the grammar's phrase will tell."""
        reading = self.reading
        if low in ("we", "us", "our", "ours", "i", "my", "ourselves") and role not in PEOPLE - {"actor", "host"}:
            own = (reading.here() if role in WHERE else None) or reading.side() or reading.here()
            return [own] if own is not None else []
        if role in STATES and low.startswith(("our ", "national ", "your ")):
            last = low.split()[-1]
            own = reading.side() or reading.here()
            if own is not None and (low == "national" or last in OF_STATES or last.endswith("s") and last not in BOTH):
                return [own] if not low.startswith("your") else [m for m in reading.pair() if m.id != own.id]
        if low in ("city", "town", "municipality") and (topic := place_of_topic(reading)) is not None and topic.type is not MentionType.COUNTRY:
            return [topic]
        if low in ("city", "town", "our city", "our town", "municipality", "our municipality") and (here := reading.here()) is not None:
            return [here]
        if role in STATES or role == "participant" or role == "actor":
            words = low.split()
            both = words[0] in ("both", "two", "our") or words[-1] in ("sides", "parties")
            if both and words[-1] in BOTH:
                return list(reading.pair())
            if low in ("sides", "parties", "governments", "each other", "one another", "both", "their", "they", "them") and role in (
                *STATES,
                "actor",
            ):
                return list(reading.pair())
        return None

    def date(self, link: Link) -> DateMark | None:
        """The date that the words of a link are, or hold."""
        sentence = self._sentence(link.start)
        if sentence is None:
            return None
        found = [d for d in sentence.dates if d.edtf and d.start < link.end and link.start < d.end]
        return max(found, key=lambda d: (min(d.end, link.end) - max(d.start, link.start), -d.start)) if found else None

    def home(self, link: Link, mention: Mention) -> str | None:
        """The country that somebody comes from, as far as the words around the name tell."""
        sentence = self._sentence(link.start)
        if sentence is None:
            return None
        near = [p for p in everything(sentence) or sentence.phrases if p.start < link.end and link.start < p.end]
        for phrase in sorted(near, key=lambda p: p.start - p.end):
            if (code := homes(phrase, mention, self.reading)) is not None:
                return code
        return None

    def words(self, link: Link) -> str:
        """The words of a link as worded, without article."""
        return self.words_of(link.start, link.end)

    def one(self, links: Sequence[Link]) -> Link | None:
        """The one link of a slot that has but one filler: pieces with little between them together, the surest of those."""
        groups: list[list[Link]] = []
        for link in sorted(links, key=lambda found: found.start):
            gap = self.text[groups[-1][-1].end : link.start] if groups else ""
            if groups and len(gap.split()) <= GAP and not set(gap) & set(".;:|\n"):
                groups[-1].append(link)
            else:
                groups.append([link])
        if not groups:
            return None
        best = max(groups, key=lambda group: (max(found.score for found in group), -group[0].start))
        return Link(best[0].start, best[-1].end, max(found.score for found in best))

    def words_of(self, start: int, end: int) -> str:
        """A run of text as worded, without article."""
        return without_article(self.text[start:end]).strip(" ,;.“”\"'")

    def _sentence(self, at: int) -> Sentence | None:
        number = bisect_right(self.starts, at) - 1
        return self.sentences[number] if number >= 0 and at < self.sentences[number].end else None

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A run of text without article and "'s"."""
        words = self.text[start:end]
        for article in ("the ", "The ", "a ", "A ", "an ", "An "):
            if words.startswith(article):
                start += len(article)
                break
        for ending in ("'s", "’s"):
            if words.endswith(ending):
                end -= 2
        return start, max(end, start + 1)

    def _whole(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """A run of text, widened to the name of a place or body of which it is a part."""
        for token in sentence.tokens:
            span = token.span
            if span is None or span.type not in WHOLE or not (span.start <= start and end <= span.end):
                continue
            inner = any(p.start < end and start < p.end for p in span.parts)
            if (span.start, span.end) != (start, end) and not inner:
                return self._trimmed(span.start, span.end)
        return start, end

    def _spans(self, sentence: Sentence, start: int, end: int) -> list[Span]:
        """The grammar's typed names in a run of text, those inside longer names last."""
        every: list[Span] = []
        for token in sentence.tokens:
            if token.span is not None and not isinstance(token.span, DateMark) and token.span.start < end and start < token.span.end:
                every += [token.span, *token.span.parts]
        every += [s for s in sentence.spans if s not in every]
        kept = [s for s in every if s.start < end and start < s.end and (s.start >= start - 1 and s.end <= end + 1)]
        return sorted(kept, key=lambda s: (s.start - s.end, s.start))

    def _phrase(self, sentence: Sentence, start: int, end: int) -> Phrase | None:
        """The phrase that has most in common with a run of text, its head within it."""
        best, most = None, 0.0
        for phrase in everything(sentence) or sentence.phrases:
            head = sentence.tokens[phrase.head]
            if not (head.start < end and start < head.end):
                continue
            common = min(end, phrase.end) - max(start, phrase.start)
            share = common / (max(end, phrase.end) - min(start, phrase.start))
            if share > most:
                best, most = phrase, share
        return best if most >= ALIKE else None

    def _of_phrase(self, role: str, phrase: Phrase) -> list[Mention]:
        if role in STATES:
            return [m for m in self.reading.mentions(phrase) if m.type is not MentionType.OTHER]
        if role in WHERE:
            return [
                m for m in self.reading.mentions(phrase) if m.type in (MentionType.CITY, MentionType.COUNTRY, MentionType.REGION, MentionType.PLACE)
            ]
        return list(self.reading.mentions(phrase))

    def _thing(self, role: str, sentence: Sentence, start: int, end: int) -> list[Mention]:
        """A thing by its wording; what "the center" and other short references mean by what was named before."""
        phrase = self._phrase(sentence, start, end)
        if (
            phrase is not None
            and len(self.text[start:end].split()) <= 2
            and phrase.determiner in ("the", "this", "that", "its")
            or phrase is not None
            and phrase.lemma in ("it", "they")
        ):
            found = list(self.reading.mentions(phrase))
            if found:
                return found
        start, end = self.named(sentence, start, end)
        end = self._with_of(sentence, start, end) if role in SINGLY_NAMED else end
        name = without_article(self.text[start:end]).strip(' ,;“”"')
        return [thing(name)] if any(c.isalnum() for c in name) and name.lower() not in EMPTY else []

    def _with_of(self, sentence: Sentence, start: int, end: int) -> int:
        """Where a name ends with what "of" adds to it ("the opening ceremony | of the monument"); a number or date is none of the name."""
        words = self.text[start:end].split()
        joint = words[-1].lower() if words else ""
        at = next((i for i, t in enumerate(sentence.tokens) if t.start >= end), len(sentence.tokens))
        if joint == "of":
            at -= 1
        if at + 1 >= len(sentence.tokens) or sentence.tokens[at].low != "of":
            return end
        behind = [p for p in everything(sentence) or sentence.phrases if sentence.tokens[at].end <= p.start <= sentence.tokens[at].end + 5]
        found = max(behind, key=lambda p: p.end, default=None)
        if found is None or found.quantity is not None or found.span is not None and found.span.type is SpanType.DATE or found.end - start > LONG:
            return sentence.tokens[at].start if joint == "of" else end
        return max(end, found.end)

    def named(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """A run of text, widened to the noun phrase (without what hangs on it) in which it ends."""
        for phrase in sorted(everything(sentence) or sentence.phrases, key=lambda p: p.first - p.head):
            first, head = sentence.tokens[phrase.first], sentence.tokens[phrase.head]
            if first.start <= end - 1 < head.end and head.end - first.start < LONG:
                at = phrase.first
                while at < phrase.head and sentence.tokens[at].tag in ("DT", "PRP$", "CD"):
                    at += 1
                return min(start, sentence.tokens[at].start), max(end, head.end)
        return start, end

    def _cut(self, sentence: Sentence, start: int, end: int) -> list[Mention] | None:
        """Whom words mean that break off at a preposition ("Republic of | Peru"): the place named right behind; None for words that are whole."""
        words = self.text[start:end].split()
        if not words or words[-1].lower() not in FUNCTION:
            return None
        span = next((s for s in sentence.spans if 0 <= s.start - end <= 5 and s.type in PLACES or s.start < end < s.end), None)
        return self.reading.mentions(span) if span is not None else []

    def _worded(self, role: str, start: int, end: int) -> list[Mention]:
        name = without_article(self.text[start:end]).strip(' ,;“”"')
        if not any(c.isalnum() for c in name) or name.lower() in EMPTY:
            return []
        kind = MentionType.PERSON if role in PEOPLE and role != "actor" else MentionType.PLACE if role in WHERE else MentionType.ORGANISATION
        return [thing(name, kind)]


def _alike(start: int, end: int, other_start: int, other_end: int) -> bool:
    common = min(end, other_end) - max(start, other_start)
    return common >= 0.8 * (max(end, other_end) - min(start, other_start))


def unique(found: Iterable[Mention]) -> list[Mention]:
    """Each mention once."""
    seen: dict[str, Mention] = {}
    for mention in found:
        seen.setdefault(mention.id, mention)
    return list(seen.values())
