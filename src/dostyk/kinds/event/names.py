"""Says whether a phrase names or describes an event, and what the event is called."""

from __future__ import annotations

from enum import IntEnum

from dostyk.kinds.acting import leads
from dostyk.kinds.wording import title_of, without_article, wordlists
from dostyk.model.analysis import PLACES, Phrase, Sentence, Span, SpanType, Token
from dostyk.model.kind import Reading

LEADS = ("first ever ", "first-ever ", "successful ", "annual ", "traditional ", "so-called ", "upcoming ", "forthcoming ")
NAMES = (SpanType.NAME, SpanType.ORGANISATION)


class Called(IntEnum):
    """How much a phrase tells of its event: nothing, that there is one, what it is about, its name."""

    NOT = 0
    BARE = 1
    DESCRIBED = 2
    NAMED = 3


def called(sentence: Sentence, phrase: Phrase) -> Called:
    """How a phrase calls an event; everyday words ("year", "meeting") need a name of their own."""
    lists = wordlists("event")
    if phrase.office is not None or phrase.person is not None or phrase.determiner in ("no", "any", "every", "each"):
        return Called.NOT
    if (
        phrase.span is not None
        and phrase.modifiers
        and phrase.span.type in (*NAMES, SpanType.QUOTE, SpanType.PERSON, *PLACES)
        and _heads(phrase.modifiers[-1])
    ):
        return Called.NAMED
    if phrase.span is not None and phrase.span.type is SpanType.QUOTE and _opened(sentence, phrase):
        return Called.NAMED
    if phrase.span is not None and phrase.span.type in (*NAMES, SpanType.QUOTE):
        return _by_name(phrase.span.name if phrase.span.type is SpanType.QUOTE else phrase.span.text)
    if phrase.lemma == "year" and phrase.quantity is not None and any(c.lemma in lists["lasting"] for c in phrase.complements):
        return Called.NAMED
    if any(t.low == "expo" for t in phrase.modifiers) and phrase.span is not None:
        return Called.NAMED
    head = _head(sentence, phrase)
    if head == "ceremony" and any(t.low == "signing" for t in phrase.modifiers):
        return Called.NOT
    if head not in lists["plain"] and head not in lists["named"]:
        return Called.NOT
    if _named(sentence, phrase, head):
        return Called.NAMED
    if phrase.quantity is not None and phrase.quantity.bare and phrase.quantity.value != "1":
        return Called.NOT
    if (
        head in lists["themed"]
        and phrase.determiner != "the"
        and phrase.modifiers
        and phrase.modifiers[-1].tag.startswith("NN")
        and phrase.modifiers[-1].span is None
    ):
        return Called.DESCRIBED
    if head not in lists["plain"]:
        return Called.NOT
    if phrase.determiner in ("this", "that", "these", "those", "such", "all"):
        return Called.NOT
    telling = [t for t in phrase.modifiers if t.low not in lists["vague"] and t.tag[:2] in ("NN", "JJ", "VB")]
    if telling or any(c.preposition in ("of", "on", "for", "about") for c in phrase.complements) or _given_by(sentence, phrase) is not None:
        return Called.DESCRIBED
    return Called.NOT if phrase.determiner == "the" else Called.BARE


def _opened(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a line without a verb tells of the opening or showing of what stands in quotation marks ("opening of “Lima in lenses”")."""
    before = [t.low for t in sentence.tokens[max(0, phrase.first - 2) : phrase.first]]
    if len(before) < 2 or before[1] != "of" or before[0] not in wordlists("event")["premieres"]:
        return False
    return not any(c.form == "finite" for c in sentence.clauses)


def _given_by(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who gives the event, named right behind it ("a concert | by the Lima Soloists")."""
    for other in sentence.phrases:
        gap = sentence.text[phrase.end - sentence.start : other.start - sentence.start].split() if other.start > phrase.end else []
        if gap and gap[0] == "by" and len(gap) <= 3 and other.preposition == "by" and (other.span is not None or other.person is not None):
            return other
    return None


def _heads(token: Token) -> bool:
    """Whether a common noun before a name says that it names an event ("the naval exercise | Sea Breeze")."""
    return (
        token.span is None
        and token.text[:1].islower()
        and token.low in wordlists("event")["plain"]
        and token.low not in ("game", "workshop", "assembly")
    )


def _by_name(text: str) -> Called:
    """Whether a capitalised name is an event's by its last or first word ("Lima Book Fair", "Expo 2020 Dubai", "Forum of Small States")."""
    lists = wordlists("event")
    parts = text.lower().split()
    if len(parts) < 2:
        return Called.NOT
    last = parts[-1] if not parts[-1].isdigit() else parts[-2]
    if (
        last in ("assembly", "convention", "congress")
        and parts[0] not in ("world", "international", "european", "global")
        and not parts[0][0].isdigit()
    ):
        return Called.NOT
    strong = (
        last in lists["plain"]
        or last.removesuffix("s") in lists["plain"]
        or last in lists["calendar"]
        or last in ("dialogue", "awards", "prize", "tour", "anniversary", "congress")
    )
    first = parts[0] in ("expo", "festival", "summit", "conference") or (
        parts[0] in ("forum", "days", "year", "week", "day", "month") and parts[1] in ("of", "on", "for", "-")
    )
    placed = (
        parts[-2] in ("summit", "forum", "expo", "fair", "festival", "conference", "congress", "games", "week", "days", "exhibition")
        and len(parts) > 2
    )
    return Called.NAMED if strong or first or placed else Called.NOT


def _head(sentence: Sentence, phrase: Phrase) -> str:
    """The head as the word lists have it: the word itself where that is listed, else its singular."""
    lists = wordlists("event")
    low = sentence.tokens[phrase.head].low
    if phrase.modifiers and (both := f"{phrase.modifiers[-1].low} {phrase.lemma}") in lists["plain"]:
        return both
    return low if low in lists["plain"] or low in lists["named"] else phrase.lemma


def _named(sentence: Sentence, phrase: Phrase, head: str) -> bool:
    lists = wordlists("event")
    if head in lists["rounds"] and head != "day":
        return any(
            t.low[:1].isdigit() or t.low.endswith(("th", "st", "nd", "rd")) and t.tag in ("JJ", "CD", "NN") for t in phrase.modifiers
        ) or head.endswith("centenary")
    if quoted(sentence, phrase):
        return head not in ("programme", "program", "session", "meeting", "award", "prize")
    loose = head in lists["plain"] or head in lists["calendar"]
    proper = sentence.tokens[phrase.head].text[:1].isupper() and phrase.head > 0
    if any(_proper(t, loose) and not (t.start == sentence.start and t.span is None) for t in phrase.modifiers):
        return loose or proper or any(_proper(t, False) and (t.span is None or t.span.type in (*NAMES, SpanType.PERSON)) for t in phrase.modifiers)
    if proper and any(t.text[:1].isupper() for t in phrase.modifiers):
        return True
    if (
        head in lists["plain"]
        and phrase.possessor is not None
        and phrase.possessor.span is not None
        and phrase.possessor.span.type is not SpanType.DATE
    ):
        return True
    return _titled(phrase, head, proper)


def _titled(phrase: Phrase, head: str, proper: bool) -> bool:
    """Whether what follows "of" makes a title ("Year of Chile", "summit of the CPLP", "Days of Slovak Culture")."""
    lists = wordlists("event")
    for complement in phrase.complements:
        if complement.preposition != "of":
            continue
        capital = complement.text.split()[-1][:1].isupper() if complement.text else False
        within = any(word[:1].isupper() for word in complement.text.split())
        if head in lists["calendar"]:
            return (proper or head not in ("day", "month", "week", "season", "decade")) and (
                complement.span is not None and complement.span.type is not SpanType.DATE or within or proper
            )
        if complement.span is not None and complement.span.type is SpanType.QUANTITY:
            continue
        if head in ("session", "meeting", "edition"):
            return _by_name(complement.text) is Called.NAMED
        if head in lists["plain"] or head == "meetings":
            return head in lists["plain"] and (complement.span is not None or capital) or proper
    return False


def _proper(token: Token, nationality: bool) -> bool:
    """Whether a word before the head is a name; a nationality only where that is enough."""
    span = token.span
    if span is None:
        return token.text[:1].isupper() and token.tag.startswith(("NN", "JJ")) and len(token.text) > 1 and not token.text[:1].isdigit()
    if span.type in (SpanType.QUANTITY, SpanType.DATE, SpanType.OFFICE):
        return False
    return nationality or not span.demonym


def quoted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a quoted name stands in or right behind a phrase."""
    for span in sentence.spans:
        if span.type is SpanType.QUOTE and (phrase.start <= span.start < phrase.end or 0 <= span.start - phrase.end <= 12):
            gap = sentence.text[phrase.end - sentence.start : span.start - sentence.start]
            return "." not in gap and ";" not in gap
    return False


def _apposed(sentence: Sentence, end: int) -> Span | None:
    """The quoted name that stands between commas behind an event ("a photographic exhibition, “Lima in lenses”, …")."""
    for span in sentence.spans:
        if span.type is SpanType.QUOTE and sentence.text[end - sentence.start : span.start - sentence.start] == ", ":
            return span
    return None


def name_of(sentence: Sentence, phrase: Phrase, reading: Reading) -> tuple[str, int, int]:
    """What the event is called, and where the name starts and ends in the document."""
    name, end = title_of(sentence, phrase)
    start = phrase.start
    first = leads(sentence, phrase)
    if first != phrase.first:
        start = sentence.tokens[first].start
        name = sentence.text[start - sentence.start : end - sentence.start]
    name = without_article(name)
    if end == phrase.end and phrase.span is None and (giver := _given_by(sentence, phrase)) is not None:
        end = giver.end
        name = without_article(sentence.text[start - sentence.start : end - sentence.start])
    if (behind := _apposed(sentence, end)) is not None:
        name, end = f"{name}, {behind.text}", behind.end
    for lead in LEADS:
        name = name.removeprefix(lead)
    if phrase.determiner in ("its", "their") and phrase.lemma in wordlists("event")["rounds"] and not phrase.complements:
        owners = reading.mentions(phrase.clause.agent) if phrase.clause is not None and phrase.clause.agent is not None else []
        if owners:
            name = f"{name} of {owners[0].name}"
    return name, start, end
