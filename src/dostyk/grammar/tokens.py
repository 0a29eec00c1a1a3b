"""Turns a sentence into tokens, with dates, quantities, places, quotations and posts as one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dostyk.languages.words import Words, listed
from dostyk.model.analysis import Span, SpanType, Token

WORD = re.compile(
    r"(?:[A-ZА-ЯЁ]\.(?=[A-ZА-ЯЁ]))+[A-ZА-ЯЁ][\w’'-]*\.?"  # initials and abbreviations: U.S., L.N., J.Perez
    r"|(?:[CGKSTPZD]h|Ts|Tz|D[zj]|Y[aeou])\.(?=[A-Z][a-z])[A-Z][\w’'-]*"  # initials of two letters: Ts.Batbold, Yu.Ivanov
    r"|(?:[CGKSTPZD]h|Ts|Tz|D[zj]|Y[aeou])\.(?=\s[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Hon|St|Sen|Rep|Amb|No|Eng|Smt|Brig|Capt|Maj|Lt|Adm|Gov|Rev)\.(?=\s)"
    r"|[A-ZА-ЯЁ]\.(?=[\s-][A-ZА-ЯЁ])"
    r"|(?:['’]s|['’](?=\s))(?!\w)"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?"
    r"|[^\W\d_]+(?:(?:['’](?!s\b)(?=[^\W_])|-(?=[^\W_])|&(?=[^\W_]))[^\W_]+)*\d*"  # noqa: RUF001
    r"|--+|\.\.\.|\S"
)
QUOTE = re.compile(
    r"[“«„]([^“”«»„]{2,140})[”»“]|(?<![\w])\"([^\"]{2,140})\"|(?<!\w)[‘']([A-Z][^‘’'\"]{3,100}(?:[’'](?:s|t)\b[^‘’'\"]{0,80})?)[’'](?!\w)"
)


def tokenise(text: str, start: int, end: int, taken: Sequence[Span]) -> list[Token]:
    """Cut `text[start:end]` into tokens; `taken` are typed spans (in order, not overlapping) that become one token each."""
    tokens: list[Token] = []
    at = start
    for span in taken:
        if span.start < at or span.end > end:
            continue
        _words(text, at, span.start, tokens)
        tokens.append(Token(text[span.start : span.end], span.start, span.end, span=span))
        at = span.end
    _words(text, at, end, tokens)
    return _compounds(text, tokens)


def _compounds(text: str, tokens: list[Token]) -> list[Token]:
    """Join what a hyphen makes one adjective of: a number or place and a small word ("a 300-room resort", "Seoul-based Hanil")."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        if at + 3 < len(tokens) and tokens[at + 1].text == "-" and _compound(tokens[at : at + 4]):
            first, last = tokens[at], tokens[at + 2]
            joined.append(Token(text[first.start : last.end], first.start, last.end))
            at += 3
        else:
            joined.append(tokens[at])
            at += 1
    return joined


def _compound(group: list[Token]) -> bool:
    """Whether four tokens are a number or place, a hyphen, a small word, and another word: the first three without white space."""
    first, hyphen, word, after = group
    if first.span is None or word.span is not None or not word.text.isalpha() or not word.text.islower():
        return False
    if first.end != hyphen.start or hyphen.end != word.start or after.start != word.end + 1 or not after.text[:1].isalpha():
        return False
    return (
        first.span.type in (SpanType.CITY, SpanType.COUNTRY, SpanType.REGION)
        and word.text in ("based", "born", "led", "made")
        or (first.span.type is SpanType.QUANTITY and first.text.isdigit())
    )


def _words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in WORD.finditer(text, start, end):
        tokens.append(Token(match.group(), match.start(), match.end()))


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Find short quoted names ("Hidden Treasures"); long quoted speech is left to be read as words."""
    found = []
    for match in QUOTE.finditer(text, start, end):
        inner = next(group for group in match.groups() if group is not None)
        words = inner.split()
        if not inner[:1].strip() or not (inner[0].isupper() or inner[0].isdigit()) or len(words) > 16:
            continue
        if inner.rstrip()[-1:] in "!?," or (inner.rstrip()[-1:] == "." and len(words) > 6 and _sentence_like(words)):
            continue
        if len(words) > 5 and _sentence_like(words):
            continue
        name = inner.strip().rstrip(".,;")
        found.append(Span(SpanType.QUOTE, match.start(), match.end(), text[match.start() : match.end()], name=name))
    return found


def _sentence_like(words: list[str]) -> bool:
    """Whether most words are small: speech, not a title (titles that begin with On/For are titles)."""
    small = sum(word[:1].islower() for word in words)
    return small / len(words) > 0.6 and words[0] not in ("On", "For", "About")


def merge_offices(tokens: list[Token], words: Words) -> list[Token]:
    """Join the words of a post into one token ("First Deputy Prime Minister")."""
    merged: list[Token] = []
    index = 0
    while index < len(tokens):
        size = _office_at(tokens, index, words)
        if size:
            group = tokens[index : index + size]
            text = " ".join(t.text for t in group)
            span = Span(SpanType.OFFICE, group[0].start, group[-1].end, text, name=text)
            merged.append(Token(text, group[0].start, group[-1].end, span=span))
            index += size
        else:
            merged.append(tokens[index])
            index += 1
    return merged


def _office_at(tokens: list[Token], index: int, words: Words) -> int:
    """Give how many tokens from `index` make a post, 0 for none."""
    if tokens[index].span is not None:
        return 0
    best, at = 0, index
    while at < len(tokens) and tokens[at].span is None and at - index < 5:
        size = _head_at(tokens, at, words)
        if size:
            size += _after(tokens, at + size, words)
            best = at - index + size
        if tokens[at].low not in words.office_before or (at > index and tokens[at].low in ("the", "and")):
            return best
        at += 1
    return best


def _head_at(tokens: list[Token], at: int, words: Words) -> int:
    first = tokens[at].low
    if first not in words.office_openers and (first.isalpha() or first.replace("’", "'").split("'")[0] not in words.office_openers):
        return 0
    for size in (3, 2, 1):
        group = tokens[at : at + size]
        if len(group) < size or any(t.span is not None for t in group) or (size == 1 and _given(tokens, at)):
            continue
        low = " ".join(t.low for t in group).replace(" ' ", "'").replace("’", "'")  # noqa: RUF001
        if low in words.office_heads or (low.endswith("s") and low[:-1] in words.office_heads):
            return size
    return 0


def _given(tokens: list[Token], at: int) -> bool:
    """Whether a monarch's title is a given name here: no article before it, a name behind it ("Minister Shah Karim Afridi")."""
    if tokens[at].text not in listed("titles_as_names") or at + 1 >= len(tokens) or tokens[at + 1].span is not None:
        return False
    return tokens[at + 1].text[:1].isupper() and not (at and tokens[at - 1].low in ("the", "then", "last"))


def _after(tokens: list[Token], at: int, words: Words) -> int:
    for phrase in words.office_after:
        parts = phrase.split()
        if [t.low for t in tokens[at : at + len(parts)]] == parts:
            return len(parts)
    return 0
