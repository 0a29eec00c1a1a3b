"""Turns tagged tokens into noun phrases with possessors, complements, posts, appositions and coordination."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.languages.words import Words, listed
from dostyk.model.analysis import PLACES, DateMark, Phrase, QuantityMark, Span, SpanType, Token

NOUN = {"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "FW", "$"}
BEFORE = {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "FW", "$"}


@dataclass(slots=True)
class Chunk:
    """A phrase, or a single other token, in sentence order."""

    first: int
    last: int
    phrase: Phrase | None = None
    token: Token | None = None


class PhraseReader:
    """Reads the phrases of one sentence from left to right, in one pass."""

    def __init__(self, tokens: list[Token], words: Words) -> None:
        self.tokens = tokens
        self.words = words
        self.phrases: list[Phrase] = []

    def read(self) -> list[Chunk]:
        """Give phrases and other tokens in order, prepositions put into the phrases they govern."""
        chunks: list[Chunk] = []
        at = 0
        while at < len(self.tokens):
            phrase = self._phrase(at)
            if phrase is None:
                chunks.append(Chunk(at, at, None, self.tokens[at]))
                at += 1
            else:
                chunks.append(Chunk(phrase.first, phrase.last, phrase))
                self.phrases.append(phrase)
                at = phrase.last + 1
        return chunks

    def _phrase(self, at: int) -> Phrase | None:
        """Read one noun phrase without its complements, beginning at token `at`."""
        tokens, start = self.tokens, at
        if tokens[at].low == "worth" and at + 1 < len(tokens) and tokens[at + 1].tag == "CD":
            return None
        if tokens[at].tag in ("WP", "WDT", "EX") or (
            tokens[at].tag not in BEFORE and not self._participle(at) and tokens[at].tag not in ("PRP", "RB", "RBR", "RBS")
        ):
            return None
        if tokens[at].tag.startswith("RB") and not self._adverb_inside(at):
            return None
        head = -1
        possessor: Phrase | None = None
        while at < len(tokens):
            token = tokens[at]
            if token.span is not None and token.span.type is SpanType.DATE:
                lasting = isinstance(token.span, DateMark) and token.span.duration is not None and "-" in token.text
                inside = NOUN | {"JJ", "VBG", "VBN"} if lasting else NOUN
                if (at > start or possessor is not None) and head < 0 and at + 1 < len(tokens) and tokens[at + 1].tag in inside:
                    at += 1
                    continue
                if at == start:
                    return self._make(start, at, at, None) if False else None
                break
            if token.low in ("'s", "’s", "'", "’") and head >= 0:  # noqa: RUF001
                possessor = self._make(start, at - 1, head, possessor)
                start, head = at + 1, -1
                at += 1
                continue
            if head >= 0 and (token.low == "worth" or self._breaks(head, at)) or token.tag == "PRP" and at > start:
                break
            if token.tag in NOUN:
                head = at
                if token.tag == "PRP":
                    at += 1
                    break
            elif (
                token.tag not in BEFORE
                and not self._participle(at)
                and not self._adverb_inside(at)
                and not self._joined_adjectives(at, head)
                or token.tag in ("DT", "PRP$", "PDT")
                and at > start
                and not (at == start + 1 and tokens[start].tag in ("PDT", "DT"))
                or token.tag.startswith("JJ")
                and head >= 0
                and not self._noun_follows(at)
            ):
                break
            at += 1
        if head < 0:
            if possessor is not None:
                return possessor
            last = at - 1
            if (
                last >= start
                and tokens[last].tag in ("JJ", "JJS", "DT")
                and tokens[start].tag == "DT"
                and tokens[last].low in ("former", "latter", "same", "this", "these", "those", "both", "all")
            ):
                return self._make(start, last, last, None)
            if last >= start and tokens[start].low in ("both", "this", "these") and last == start:
                return None
            return None
        return self._make(start if possessor is None else possessor.first, head, head, possessor, start)

    def _noun_follows(self, at: int) -> bool:
        """Whether only adjectives stand between an adjective and a noun ("18 French local authorities"); after a noun that is no number, none may."""
        tokens = self.tokens
        counted = tokens[at - 1].tag == "CD" or at > 1 and tokens[at - 1].tag.startswith("JJ") and tokens[at - 2].tag == "CD"
        at += 1
        while (
            counted
            and at < len(tokens)
            and (tokens[at].tag.startswith("JJ") or tokens[at].low in ("and", ",") and at + 1 < len(tokens) and tokens[at + 1].tag == "JJ")
        ):
            at += 1
        return at < len(tokens) and tokens[at].tag in ("NN", "NNS", "NNP", "CD")

    def _breaks(self, head: int, at: int) -> bool:
        """Whether a name ends where another begins: after a person, after a post, after a pronoun."""
        here, there = self.tokens[head].span, self.tokens[at].span
        if head == at - 1 and there is not None and there.type in (SpanType.PERSON, SpanType.NAME) and self._field(head):
            return True
        if here is None and there is not None and there.type is SpanType.PERSON and head == at - 1:
            return not _occupation(self.tokens[head])
        if (
            here is None
            and there is not None
            and there.type is SpanType.OFFICE
            and head == at - 1
            and self.tokens[at].text[:1].isupper()
            and self.tokens[head].text[:1].islower()
        ):
            return True
        if here is None and there is not None and head == at - 1 and self._route(at):
            return True
        if here is None or there is None or head != at - 1:
            return False
        if here.type is SpanType.QUANTITY or there.type is SpanType.QUANTITY:
            return here.type in (*PLACES, SpanType.PERSON, SpanType.ORGANISATION)
        if here.type is SpanType.PERSON or (here.type is SpanType.NAME and there.type in (SpanType.NAME, SpanType.PERSON)):
            return here.type is SpanType.PERSON or there.type is SpanType.PERSON or not any(dash in here.text for dash in "-–")  # noqa: RUF001
        if here.type in PLACES and not here.demonym and self._placed(head, there):
            return True
        if here.type in PLACES and not here.demonym:
            return there.type in (SpanType.PERSON,) or (there.type in PLACES and not there.demonym)
        if here.type is SpanType.OFFICE:
            return True
        return here.type is SpanType.ORGANISATION and there.type in (SpanType.PERSON,)

    def _route(self, at: int) -> bool:
        """Whether two places joined by a dash stand behind a small noun ("flights | Busan–Lima")."""
        tokens, name = self.tokens, self.tokens[at].span
        if name is not None and name.type is SpanType.NAME and "–" in name.text and tokens[at - 1].text[:1].islower():  # noqa: RUF001
            return True
        if at + 2 >= len(tokens) or tokens[at + 1].text not in ("-", "–", "—") or not tokens[at - 1].text[:1].islower():  # noqa: RUF001
            return False
        ends = (tokens[at].span, tokens[at + 2].span)
        return all(s is not None and s.type in PLACES and not s.demonym for s in ends)

    def _placed(self, head: int, there: Span) -> bool:
        """Whether a place stands by itself after "in", "from", "to", so that a name or post behind it begins anew ("In Vilnius | Minister …")."""
        before = self.tokens[head - 1].low if head else ""
        if before not in ("in", "from", "to", "at"):
            return False
        if before == "to" and there.type is SpanType.OFFICE and not (head > 1 and self.tokens[head - 2].lemma in listed("motion")):
            return False  # "talked to | Chad President …"
        return there.type in (SpanType.NAME, SpanType.OFFICE) and (there.text[:1].isupper())

    def _field(self, at: int) -> bool:
        """Whether a capitalised word names a minister's field or a body, not the person named behind it ("Minister of Trade | Ana Silva")."""
        token = self.tokens[at]
        if (token.span is not None and token.span.type is not SpanType.NAME) or not token.text[:1].isupper():
            return False
        return all(self.words.is_("portfolio", word) or self.words.is_("organisation", word) for word in token.low.split())

    def _participle(self, at: int) -> bool:
        """Whether a participle stands as an adjective: between a determiner or adjective and a noun, or before a bare noun after a preposition."""
        tokens = self.tokens
        if tokens[at].tag not in ("VBN", "VBG") or at + 1 >= len(tokens) or tokens[at + 1].tag not in ("NN", "NNS", "JJ", "NNP", "CD"):
            return False
        if at == 0:
            return tokens[at].tag == "VBN" and tokens[at + 1].tag in ("NN", "NNS")
        if tokens[at].low in listed("adjectival") and not (at and tokens[at - 1].lemma == "be"):
            return True
        before = tokens[at - 1]
        if before.tag in ("DT", "PRP$", "JJ", "JJS", "CD", "POS") or before.low in ("'s", "’s"):  # noqa: RUF001
            return True
        return tokens[at].tag == "VBN" and before.low in ("of", "in", "on", "for", "with", "and", "by") and tokens[at + 1].tag in ("NN", "NNS")

    def _adverb_inside(self, at: int) -> bool:
        tokens = self.tokens
        return (
            tokens[at].tag in ("RB", "RBS", "RBR")
            and at + 1 < len(tokens)
            and tokens[at + 1].tag in ("JJ", "JJS", "CD")
            and tokens[at].low not in ("not", "also", "then", "now", "only")
        )

    def _joined_adjectives(self, at: int, head: int) -> bool:
        """Whether "and" or a comma joins two modifiers of one noun ("economic and trade ties", "trade, economic and cultural ties")."""
        tokens = self.tokens
        if head >= 0 and tokens[head].tag != "CD" or tokens[at].low not in ("and", ",", "&", "-", "–", "/") or at == 0 or at + 2 > len(tokens) - 1:  # noqa: RUF001
            return False
        return tokens[at - 1].tag.startswith("JJ") and tokens[at + 1].tag in ("JJ", "NN", "VBN")

    def _make(self, first: int, last: int, head: int, possessor: Phrase | None, core: int | None = None) -> Phrase:
        tokens = self.tokens
        core = first if core is None else core
        if (quoted := tokens[head].span) is not None and quoted.type is SpanType.QUOTE and head > core and tokens[head - 1].tag in ("NN", "NNS"):
            head -= 1
        token = tokens[head]
        modifiers = [t for t in tokens[core:head] if t.tag not in ("DT", "PDT", "PRP$")]
        determiner = tokens[core].low if tokens[core].tag in ("DT", "PDT", "PRP$") else ""
        number = next((t.span for t in tokens[core : head + 1] if isinstance(t.span, QuantityMark)), None)
        phrase = Phrase(
            first=first, last=last, head=head, start=tokens[first].start, end=tokens[last].end, lemma=token.lemma, text="", span=token.span,
            determiner=determiner, modifiers=modifiers, possessor=possessor, quantity=number,
        )  # fmt: skip
        if token.span is not None and token.span.type is SpanType.OFFICE:
            phrase.office = phrase
        return phrase


def _occupation(token: Token) -> bool:
    """Whether a common noun can stand before a name as what the person is ("poet", "academician", "businesswoman")."""
    low = token.low
    return token.text[:1].isupper() or low.endswith(
        (
            "er",
            "or",
            "ist",
            "ian",
            "man",
            "woman",
            "ess",
            "poet",
            "hero",
            "cosmonaut",
            "astronaut",
            "president",
            "author",
            "envoy",
            "counterpart",
            "colleague",
            "wife",
            "husband",
            "son",
            "daughter",
            "candidate",
            "athlete",
            "king",
            "queen",
            "friend",
        )
    )


def attach(chunks: list[Chunk], tokens: list[Token], words: Words) -> list[Chunk]:
    """Hang prepositional phrases on the nouns before them, names on posts, appositions and coordination; gives the chunks left."""
    return _Attacher(chunks, tokens, words).run()


JOINTS = (["as", "well", "as"], [",", "as", "well", "as"], [",", "and"], ["and"], ["&"], ["together", "with"], [","], ["or"])
"""What joins two phrases; a longer one stands before a shorter that begins alike."""
OPENING = frozenset(("that", "whether", "because", "although", "while", "whereas"))
"""Words that open a clause with a verb of its own."""
JOINING = frozenset(joint[0] for joint in JOINTS)

# Complements hang on complements no deeper than this; no sentence that means something comes near it.
DEEPEST = 40


class _Attacher:
    """One pass from left to right over chunks; `out` is what is finished."""

    def __init__(self, chunks: list[Chunk], tokens: list[Token], words: Words) -> None:
        self.chunks = chunks
        self.tokens = tokens
        self.words = words
        self.depth = 0

    def run(self) -> list[Chunk]:
        out: list[Chunk] = []
        at = 0
        while at < len(self.chunks):
            chunk, nxt = self._item(at)
            out.append(chunk)
            at = nxt
        return out

    def _item(self, at: int) -> tuple[Chunk, int]:
        """Read one phrase with all that belongs to it, or one token; a preposition joins the phrase after it."""
        chunk = self.chunks[at]
        if chunk.token is not None:
            low = chunk.token.low
            if (
                (low == "worth" or low in listed("prepositions") and chunk.token.tag in ("IN", "TO", "VBG", "RP", "JJ"))
                and at + 1 < len(self.chunks)
                and self.chunks[at + 1].phrase is not None
            ):
                phrase, nxt = self._group(at + 1)
                for member in phrase.members():
                    member.preposition = low
                return Chunk(chunk.first, phrase.last, phrase=phrase), nxt
            return chunk, at + 1
        phrase, nxt = self._group(at)
        return Chunk(phrase.first, phrase.last, phrase=phrase), nxt

    def _group(self, at: int, inner: bool = False) -> tuple[Phrase, int]:
        """Read a phrase and what is coordinated with it; `inner`: it hangs on another phrase."""
        phrase, nxt = self._full(at)
        others: list[Phrase] = []
        two = at > 0 and (opening := self.chunks[at - 1].token) is not None and opening.low == "between"
        while True:
            size = self._joint(nxt, bool(others))
            if not size:
                break
            following = self.chunks[nxt + size].phrase
            if following is None or not self._like(phrase, following) or not (two and not others) and self._verb_after(nxt + size):
                break
            if inner and following.span is None and following.determiner in ("a", "an", "the") and not phrase.determiner and phrase.possessor is None:
                break
            if not self._closed(nxt, inner):
                break
            other, nxt = self._full(nxt + size)
            if not others and self._two_posts(phrase, other):
                other.first, other.start = phrase.first, phrase.start
                other.modifiers = [*self.tokens[phrase.first : phrase.last + 1], *other.modifiers]
                phrase = other
                continue
            others.append(other)
        if not others:
            others, nxt = self._examples(phrase, nxt)
        phrase.others = others
        return phrase, nxt

    def _examples(self, phrase: Phrase, nxt: int) -> tuple[list[Phrase], int]:
        """Read names behind "such as", "including", "namely" as what the plural before them stands for ("several states, including A and B")."""
        if phrase.span is not None and phrase.quantity is None or self.tokens[phrase.head].tag != "NNS" or self._thing(phrase):
            return [], nxt
        texts = [c.token.low if c.token is not None else "" for c in self.chunks[nxt : nxt + 3]]
        at = nxt + (texts[:1] == [","])
        texts = texts[at - nxt :]
        if texts[:2] == ["such", "as"]:
            at += 2
        elif texts[:1] in (["including"], ["namely"]):
            at += 1
        else:
            return [], nxt
        found: list[Phrase] = []
        while at < len(self.chunks) and self._named(self.chunks[at].phrase):
            example, nxt = self._full(at)
            found.append(example)
            size = self._joint(nxt, True)
            at = nxt + size if size else len(self.chunks)
        return found, nxt

    def _named(self, phrase: Phrase | None) -> bool:
        """Whether a phrase is a name."""
        if phrase is None or phrase.span is None or phrase.span.demonym:
            return False
        return phrase.span.type in (SpanType.ORGANISATION, SpanType.PERSON, SpanType.NAME, *PLACES)

    def _thing(self, phrase: Phrase) -> bool:
        """Whether a noun is one of things that are read from their names themselves."""
        lemma = phrase.lemma.split(" ")[-1]
        return any(
            self.words.is_(kind, form) for kind in ("instrument", "project", "event", "institution", "mission") for form in (lemma, f"{lemma}s")
        )

    def _two_posts(self, one: Phrase, other: Phrase) -> bool:
        """Whether one person holds both posts ("State Councillor and Foreign Minister Ana Silva")."""
        if one.office is not one or other.office is not other or one.person is not None or other.person is None:
            return False
        return not one.complements and one.possessor is None and other.determiner == "" and not one.lemma.endswith("s")

    def _joint(self, at: int, going: bool) -> int:
        """Give the number of chunks that join two phrases at `at`: "," , "and", ", and", "as well as"."""
        if at >= len(self.chunks) or (first := self.chunks[at].token) is None or first.low not in JOINING:
            return 0
        texts = [c.token.low if c.token is not None else "" for c in self.chunks[at : at + 4]]
        for joint in JOINTS:
            if texts[: len(joint)] == joint and at + len(joint) < len(self.chunks) and self.chunks[at + len(joint)].phrase is not None:
                return len(joint)
        return 0

    def _closed(self, at: int, inner: bool) -> bool:
        """A comma begins a list only where an "and" ends it before any verb; inside another phrase nothing else may stand between."""
        token = self.chunks[at].token
        if token is None or token.text != ",":
            return True
        if (follow := self.chunks[at + 1].token) is not None and follow.low == "and":
            return True
        for chunk in self.chunks[at + 1 : at + 24]:
            if chunk.token is not None:
                if chunk.token.low in ("and", "as", "&", "or"):
                    return True
                if inner and chunk.token.text != ",":
                    return False
                if chunk.token.tag.startswith(("V", "M", "W")) or chunk.token.text in (";", ".", ":"):
                    return False
        return False

    def _verb_after(self, at: int) -> bool:
        """Whether the phrase at `at` is the subject of a verb of its own."""
        nxt = at + 1
        while nxt < len(self.chunks) and (self.chunks[nxt].phrase is not None or self._inside(nxt)):
            nxt += 1
        token = self.chunks[nxt].token if nxt < len(self.chunks) else None
        before = self.chunks[at - 1].token
        if token is None or token.tag not in ("VBD", "VBZ", "VBP", "MD"):
            return False
        return not (before is not None and before.low in ("and", "&")) or self._earlier_verb(at)

    def _inside(self, at: int) -> bool:
        """Whether a token can stand between a subject's head and its verb: "of", an adverb."""
        token = self.chunks[at].token
        return token is not None and (token.tag.startswith("RB") or token.low in ("of", "for", "to") and token.tag in ("IN", "TO"))

    def _earlier_verb(self, at: int) -> bool:
        """Whether the clause of the chunk at `at` has a verb before it; what opens a clause of its own ("that") ends the search."""
        for chunk in reversed(self.chunks[:at]):
            if chunk.token is None:
                continue
            if chunk.token.tag in ("VBD", "VBZ", "VBP", "MD"):
                return True
            if chunk.token.low in OPENING and chunk.token.tag in ("IN", "WDT", "DT"):
                return False
        return False

    def _like(self, one: Phrase, other: Phrase) -> bool:
        """Whether two phrases are of a sort that can share a place in the sentence."""
        sorts = {self._sort(one), self._sort(other)}
        if sorts == {"name", "place"} and one.preposition in ("in", "at", "between", "to", "from"):
            return not any(p.span is not None and p.span.type is SpanType.COUNTRY for p in (one, other))
        return len(sorts) == 1 or sorts <= {"name", "thing"} or sorts <= {"name", "person"}

    def _sort(self, phrase: Phrase) -> str:
        if phrase.office is not None or (phrase.span is not None and phrase.span.type is SpanType.PERSON) or phrase.person is not None:
            return "person"
        if phrase.lemma in ("he", "she", "delegation"):
            return "person"
        if phrase.span is not None:
            if phrase.span.type in PLACES and not phrase.span.demonym:
                return "place"
            if phrase.span.type is SpanType.QUANTITY:
                return "thing" if phrase.quantity is not None and phrase.quantity.bare else "figure"
            if phrase.span.type is SpanType.NAME:
                return "name" if not phrase.modifiers and not phrase.determiner else "thing"
        return "thing"

    def _full(self, at: int, behind_name: bool = False) -> tuple[Phrase, int]:
        """Read a phrase, its person, complements, brackets and appositions; `behind_name`: a post that stands for the name before it."""
        phrase = self.chunks[at].phrase
        assert phrase is not None
        nxt = at + 1
        nxt = self._person(phrase, nxt, behind_name)
        while nxt + 1 < len(self.chunks):
            token, following = self.chunks[nxt].token, self.chunks[nxt + 1].phrase
            if token is not None and token.low in ("for", "of") and self._years(nxt + 1) and self.words.is_("instrument", phrase.lemma):
                nxt += 2
                continue
            if self._years(nxt) and nxt + 2 < len(self.chunks) and self.words.is_("instrument", phrase.lemma):
                nxt += 1
                continue
            if (
                token is None
                or following is None
                or token.low != "worth"
                and (token.low not in listed("nominal_prepositions") or token.tag not in ("IN", "TO", "RP"))
            ):
                break
            if not self._takes(phrase, token.low, following):
                break
            if self.depth >= DEEPEST:
                break
            self.depth += 1
            complement, nxt = self._group(nxt + 1, True)
            self.depth -= 1
            for member in complement.members():
                member.preposition = token.low
            phrase.complements.append(complement)
            phrase.last, phrase.end = complement.members()[-1].last, complement.members()[-1].end
            nxt = self._person(phrase, nxt, behind_name)
        nxt = self._person(phrase, self._bracket(phrase, nxt), behind_name)
        return phrase, self._apposition(phrase, nxt)

    def _years(self, at: int) -> bool:
        """Whether a span of years stands here inside a title ("Plan of exchanges 2010-2012 between …")."""
        token = self.chunks[at].token if at < len(self.chunks) else None
        return (
            token is not None
            and token.span is not None
            and token.span.type is SpanType.DATE
            and len(token.text) in (9, 11)
            and token.text[:1].isdigit()
        )

    def _takes(self, phrase: Phrase, preposition: str, following: Phrase) -> bool:
        """Whether a noun takes a preposition: "of" always; instruments, posts and events take more."""
        if phrase.span is not None and phrase.span.type is SpanType.PERSON:
            return False
        if preposition == "worth":
            return following.quantity is not None
        if preposition == "of":
            return phrase.span is None or phrase.span.type in (
                SpanType.OFFICE,
                SpanType.ORGANISATION,
                SpanType.NAME,
                SpanType.QUANTITY,
                SpanType.QUOTE,
            )
        lemma = phrase.lemma
        if lemma == "understanding" and not phrase.determiner:
            return False
        if phrase.office is not None and phrase.person is None:
            if preposition == "to":
                return any(word in lemma for word in listed("accredited"))
            envoy = any(word in lemma for word in listed("accredited"))
            return preposition in ("for", "in", "at") and (preposition != "in" or not phrase.complements or envoy)
        words = self.words
        if words.is_("instrument", lemma) or words.is_("instrument", lemma + "s"):
            return preposition in ("on", "for", "between", "concerning", "regarding", "about", "with", "against") or (
                preposition == "in" and self._sort(following) == "thing" and following.span is None
            )
        if words.is_("event", lemma):
            return preposition in ("on", "for", "about", "between") and phrase.span is None
        return preposition == "between" and phrase.span is None

    def _person(self, phrase: Phrase, nxt: int, only_joined: bool = False) -> int:
        """Hang the name after a post: "President of X | Name", "Secretary of Y, Name,", "Ambassador - Name"."""
        if phrase.office is None or phrase.person is not None or nxt >= len(self.chunks):
            return nxt
        at = nxt
        token = self.chunks[at].token
        if token is not None and token.text in (",", "-", "–", "—", ":") and at + 1 < len(self.chunks) and not only_joined:  # noqa: RUF001
            at += 1
        elif token is not None:
            return nxt
        following = self.chunks[at].phrase
        if at > nxt and following is not None and (named := self._second_post(phrase, following, at)) is not None:
            phrase.person = named.span
            phrase.last, phrase.end = named.last, named.end
            return at + 2
        if following is None or following.span is None or following.modifiers or following.possessor is not None or following.determiner:
            return nxt
        joined = at == nxt
        if not joined and following.lemma in listed("noble") and at + 1 < len(self.chunks) and (named := self.chunks[at + 1].phrase) is not None:
            at, following = at + 1, named
        if following.span is None:
            return nxt
        span = following.span
        person = span.type is SpanType.PERSON or (span.type is SpanType.NAME and (joined or len(span.text.split()) > 1))
        if joined and span.type in PLACES and not span.demonym and span.type is not SpanType.COUNTRY and phrase.complements == []:
            person = False
        if not person or (not joined and not self._name_alone(at)):
            return nxt
        phrase.person = span
        phrase.last, phrase.end = following.last, following.end
        return at + 1

    def _second_post(self, phrase: Phrase, following: Phrase, at: int) -> Phrase | None:
        """The name behind a deputy's second post ("First Deputy Prime Minister, Foreign Minister X")."""
        deputy = {"deputy", "vice"} & set(phrase.lemma.replace("-", " ").split())
        if not deputy or following.office is None or following.determiner or following.possessor is not None or at + 1 >= len(self.chunks):
            return None
        named = self.chunks[at + 1].phrase
        return named if named is not None and named.span is not None and named.span.type is SpanType.PERSON and not named.preposition else None

    def _name_alone(self, at: int) -> bool:
        """Whether the name after a comma or dash stands for the post before it: a comma, verb, mark or nothing follows."""
        token = self.chunks[at + 1].token if at + 1 < len(self.chunks) else None
        if at + 1 >= len(self.chunks):
            return True
        return token is not None and (
            token.text in (",", ".", ")", "(", "[", "?", ";", ":", "-", "–", "|") or token.tag[:2] in ("VB", "MD", "RB", "IN", "TO")
        )  # noqa: RUF001

    def _bracket(self, phrase: Phrase, nxt: int) -> int:
        """Skip an abbreviation in brackets right after a name: "Shanghai Cooperation Organization (SCO)"."""
        if nxt + 2 < len(self.chunks) and self._mark(nxt, "(") and self._mark(nxt + 2, ")"):
            inner = self.chunks[nxt + 1].phrase
            short = (
                inner is not None
                and inner.first == inner.last
                and (inner.span is None or inner.span.text.isupper() or inner.span.type is SpanType.NAME)
            )
            if short and phrase.span is not None:
                return nxt + 3
        return nxt

    def _mark(self, at: int, text: str) -> bool:
        token = self.chunks[at].token
        return token is not None and token.text == text

    def _bracketed_post(self, phrase: Phrase, nxt: int) -> int:
        """Hang a post in brackets on the name before it: "Ana Ruiz (Minister of Trade of Peru)"."""
        following = self.chunks[nxt + 1].phrase
        if following is None or following.office is None or following.person is not None:
            return nxt
        office, after = self._full(nxt + 1, behind_name=True)
        if office.person is not None or after >= len(self.chunks) or not self._mark(after, ")"):
            return nxt
        phrase.office, phrase.person = office, phrase.span
        phrase.last, phrase.end = office.last, office.end
        return after + 1

    def _apposition(self, phrase: Phrase, nxt: int) -> int:
        """Hang ", minister of X," on the person before it; the comma that closes it is taken too."""
        if nxt + 2 < len(self.chunks) and self._mark(nxt, "(") and phrase.span is not None and phrase.span.type is SpanType.PERSON:
            return self._bracketed_post(phrase, nxt)
        if nxt + 1 >= len(self.chunks) or not (self._mark(nxt, ",") or self._mark(nxt, "-") or self._mark(nxt, "–") or self._mark(nxt, "—")):  # noqa: RUF001
            return nxt
        if phrase.span is None or phrase.span.type not in (SpanType.PERSON, SpanType.NAME) or phrase.modifiers:
            return nxt
        following = self.chunks[nxt + 1].phrase
        if following is None or following.office is None or following.person is not None:
            return nxt
        office, after = self._full(nxt + 1, behind_name=True)
        if office.person is not None:
            return nxt
        phrase.office = office
        phrase.person = phrase.span
        phrase.last, phrase.end = office.last, office.end
        if after < len(self.chunks) and self._mark(after, ","):
            behind = self.chunks[after + 1] if after + 1 < len(self.chunks) else None
            listed_on = behind is not None and (
                (behind.token is not None and behind.token.low == "and")
                or (behind.phrase is not None and self._sort(behind.phrase) == "person" and self._closed(after, True))
            )
            if not listed_on:
                after += 1
        return after
