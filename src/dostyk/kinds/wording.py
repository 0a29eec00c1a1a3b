"""Turns phrases into wordings: titles without articles, names as worded, every phrase of a sentence once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from dostyk.model.analysis import Phrase, Sentence, SpanType

DASHES = ("-", "–")  # noqa: RUF001
ARTICLES = (
    "the ",
    "a ",
    "an ",
    "its ",
    "their ",
    "our ",
    "this ",
    "these ",
    "his ",
    "her ",
    "The ",
    "A ",
    "An ",
    "Its ",
    "Their ",
    "Our ",
    "This ",
    "These ",
    "No ",
    "no ",
)


@cache
def data(folder: str, language: str = "en") -> Mapping[str, Any]:
    """Everything that a kind's folder says of a language, read once; nothing where it says nothing."""
    file = resources.files(f"dostyk.kinds.{folder}").joinpath(f"{language}.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@cache
def wordlists(folder: str, language: str = "en") -> Mapping[str, frozenset[str]]:
    """The word lists that a kind keeps beside its reader: the `words` table of its file for a language."""
    return {name: frozenset(found) for name, found in data(folder, language).get("words", {}).items()}


def everything(sentence: Sentence) -> Sequence[Phrase]:
    """Every phrase of a sentence once, those inside others included; what is inside takes the clause of what holds it."""
    if not sentence.inside:
        seen: set[int] = set()
        for phrase in sentence.phrases:
            _walk(phrase, None, seen, sentence.inside)
    return sentence.inside


def _walk(phrase: Phrase, outer: Phrase | None, seen: set[int], found: list[Phrase]) -> None:
    if id(phrase) in seen:
        return
    seen.add(id(phrase))
    if phrase.clause is None and outer is not None:
        phrase.clause = outer.clause
    found.append(phrase)
    for inner in (*phrase.others, *phrase.complements, *([phrase.possessor] if phrase.possessor else [])):
        _walk(inner, phrase, seen, found)


def without_article(text: str) -> str:
    """One line of text without its leading article."""
    text = " ".join(text.split())
    for article in ARTICLES:
        if text.startswith(article):
            return text[len(article) :]
    return text


def joined_start(sentence: Sentence, phrase: Phrase) -> int:
    """Where a phrase begins with a name that a dash joins to its first word ("Peru–|Norway business forum"), as an offset in the document."""
    first = phrase.first
    while first >= 2 and sentence.tokens[first - 1].text in DASHES and sentence.tokens[first - 2].span is not None:
        tight = sentence.tokens[first - 2].end == sentence.tokens[first - 1].start and sentence.tokens[first - 1].end == sentence.tokens[first].start
        if not tight or sentence.tokens[first].span is None:
            break
        first -= 2
    return min(phrase.start, sentence.tokens[first].start) if first < phrase.first else phrase.start


def title_of(sentence: Sentence, phrase: Phrase) -> tuple[str, int]:
    """The worded name of a thing and where it ends: the phrase, its complements, and a quoted name right behind it."""
    end = _reach(phrase)
    for span in sentence.spans:
        if span.type is SpanType.QUOTE and 0 <= span.start - end <= 12:
            gap = sentence.text[end - sentence.start : span.start - sentence.start].split()
            if all(word in ("titled", "entitled", "called", "named", "“", "-", "–", "on", "under") for word in gap):  # noqa: RUF001
                end = span.end
                break
    return without_article(sentence.text[phrase.start - sentence.start : end - sentence.start]), end


def _reach(phrase: Phrase) -> int:
    """Where a phrase ends with all that hangs on it."""
    return max([phrase.end, *(_reach(member) for complement in phrase.complements for member in complement.members())])


def starts_cell(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase opens a list item or a cell of a table row, a number or date before it left aside."""
    at = phrase.first - 1
    while at >= 0:
        token = sentence.tokens[at]
        if token.text in ("|", "\t"):
            return True
        dated = token.span is not None and token.span.type in (SpanType.DATE, SpanType.QUANTITY)
        if not dated and token.text not in ("-", "–", "—", ":", ".", ")", "(", "•", "the", "The", "a", "A", "“", '"') and not token.text.isdigit():  # noqa: RUF001
            return token.low in ("launch", "signing", "signature", "exchange", "of", "conclusion") and at <= 3
        at -= 1
    return True
