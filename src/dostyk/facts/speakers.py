"""A document → whose words it gives, where that is another than who publishes it: an interview, an article signed by an envoy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dostyk.entities.places import state_of_id
from dostyk.facts.tables import table
from dostyk.model.document import Document
from dostyk.model.mention import MentionType
from dostyk.model.statement import Statement
from dostyk.values import names

_HEAD = 2500  # characters in which a text says whom it lets speak
_LONGEST = 170  # characters of a name with its office
# What comes after who somebody is: another sentence, or what the talk was about.
_ENDS = re.compile(r"(?<=[a-z)]{2})[.;:](?:\s|$)|,? (?:on|about|regarding|who|in connection|headed by)\b")
_QUESTIONS = 2  # paragraphs that ask something, at least, of an interview


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a document from an offset on, and for which state (ISO 3166-1), where that is told."""

    name: str
    state: str | None
    start: int


@lru_cache(maxsize=16384)
def speaker_of(document: Document) -> Speaker | None:
    """Whose words a whole document gives: who is interviewed in it, or who signs it with an office; None where it speaks for itself."""
    asked = _first_question(document.text)
    if asked is not None:
        lead = f"{document.title or ''}\n{document.text[: max(asked, 1)][:_HEAD]}"
        for pattern in (_spoken_with(), _titled()):
            found = pattern.search(lead)
            if found:
                return _speaker(found["who"], asked)
        return None
    signed = _signed().search(document.text[:_HEAD])
    return _speaker(signed["who"], signed.end()) if signed else None


def speaks_in(statement: Statement) -> Speaker | None:
    """Who speaks where a statement stands: not in a paragraph that asks, nor before the first answer."""
    found = speaker_of(statement.document)
    if found is None or statement.evidence.start < found.start:
        return None
    text, end = statement.document.text, statement.evidence.end
    stop = text.find("\n", end)
    return None if text[end : stop if stop >= 0 else len(text)].rstrip().endswith("?") else found


def _speaker(words: str, start: int) -> Speaker | None:
    name = _ENDS.split(" ".join(words.split()), maxsplit=1)[0].strip(" ,.;:-–—")
    state = _state(name)
    return Speaker(name, state, start) if state else None


def _state(name: str) -> str | None:
    """The state that an office is of, not the one it is in or accredited to ("Ambassador of Kenya to Norway")."""
    for span in names.find_places(name):
        before = name[: span.start].lower().removesuffix("the ").rstrip().rpartition(" ")[2]
        if span.type is MentionType.COUNTRY and before not in table("speakers.toml")["posted"]:
            return state_of_id(span.country or span.id)
    return None


def _first_question(text: str) -> int | None:
    """Where the first of at least two paragraphs that end with a question begins."""
    found: list[int] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.rstrip().endswith("?") and len(line.split()) > 2:
            found.append(at)
        at += len(line)
    return found[0] if len(found) >= _QUESTIONS else None


@cache
def _either(name: str) -> str:
    return "|".join(re.escape(w) for w in table("speakers.toml")[name])


@cache
def _spoken_with() -> re.Pattern[str]:
    """Words of an introduction that name whom one spoke with."""
    return re.compile(rf"\b(?:{_either('asking')})\s+(?:the\s+)?(?P<who>[^\n.?!]*\b(?:{_either('offices')})\b[^\n?!]{{0,{_LONGEST}}})", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """An envoy named in a title."""
    return re.compile(rf"\A[^\n]*?(?P<who>(?:[\w’'-]+\s+)?\b(?:{_either('offices')})\b[^\n]{{0,{_LONGEST}}})", re.IGNORECASE)


@cache
def _signed() -> re.Pattern[str]:
    """A line that says by whom a text is, with the office that he holds."""
    who = rf"(?P<who>[^\n]{{0,100}}\b(?:{_either('offices')})\b[^\n.]{{0,{_LONGEST}}})"
    return re.compile(rf"^[ \t]*(?:{_either('signing')})\s+{who}\.?[ \t]*$", re.IGNORECASE | re.MULTILINE)
