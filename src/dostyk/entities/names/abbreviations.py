"""Finds abbreviations introduced behind a name ("… (AIIB)", "… (далее – Банк)"), and their later uses."""

from __future__ import annotations

import re
from dataclasses import replace

from dostyk.entities.names.draft import Draft
from dostyk.entities.names.span import NameSpan, NameType

_INTRODUCED = re.compile(
    r"[»”\"]?\s{0,2}[(（]\s?(?:(?:hereinafter|hereafter)(?: referred to)?(?: as)?|далее(?: по тексту)?"
    r"|бұдан әрі|сокращ[её]нно|or|или|немесе|abbreviated|қысқаша)?"
    r"\s?[:–—-]?\s?(?:the )?[«“\"‘„]?(?P<short>[^\W\d_][\w&.-]{1,14}(?: [^\W\d_][\w-]{1,14})?)[»”\"’“]?\s?[)）]"
)
_LEADS = re.compile(r"hereinafter|hereafter|далее|бұдан әрі|简称")


def introduced(draft: Draft, span: NameSpan) -> NameSpan:
    """Give a span with the abbreviation that is introduced right behind it, if one is."""
    found = _INTRODUCED.match(draft.text, span.end, span.end + 90)
    if found is None:
        return span
    short = found.group("short")
    said = _LEADS.search(found.group()) is not None
    return replace(span, abbreviation=short) if said and short[0].isupper() or _initials(short, span.name) else span


def _initials(short: str, name: str) -> bool:
    """Whether a run of capitals may abbreviate a name: most of its letters begin words of it, in order."""
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 2 or sum(c.isupper() for c in letters) < 2 or (" " in short and not short.isupper()):
        return False
    wanted = [w[0].upper() for w in re.findall(r"[^\W\d_]+", name)]
    at = hits = 0
    for letter in letters:
        for place in range(at, len(wanted)):
            if wanted[place] == letter.upper():
                hits, at = hits + 1, place + 1
                break
    return hits * 2 >= len(letters) or (short.isupper() and 2 <= len(letters) <= 8 and len(wanted) > 1)


def later_uses(draft: Draft, spans: list[NameSpan]) -> list[NameSpan]:
    """Give spans for the later uses of the abbreviations introduced: single words not yet part of a name."""
    shorts: dict[str, NameSpan] = {}
    ends: dict[str, int] = {}
    for span in spans:
        if span.abbreviation and span.abbreviation not in shorts:
            shorts[span.abbreviation] = span
            behind = _INTRODUCED.match(draft.text, span.end, span.end + 90)
            ends[span.abbreviation] = behind.end() if behind is not None else span.end
    found: list[NameSpan] = []
    if not shorts:
        return found
    taken = sorted((s.start, s.end) for s in spans)
    at = 0
    for token in draft.tokens:
        while at < len(taken) and taken[at][1] <= token.start:
            at += 1
        whole = shorts.get(token.text) or next(
            (shorts[token.text[:-n]] for n in (1, 2, 3) if draft.words.language != "en" and token.text[:-n] in shorts), None
        )
        if whole is None or token.start < whole.start:
            continue
        if (at < len(taken) and taken[at][0] < token.end) or token.start < ends[whole.abbreviation]:
            continue
        reason = f"introduced as the short form of “{whole.name}”"
        found.append(NameSpan(token.start, token.end, token.text, NameType(whole.type), whole.name, country=whole.country, reason=reason))
    return found
