"""Finds the words of a sentence that say what is measured ("bilateral trade", "the number of Czech tourists")."""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import without_article
from dostyk.model.analysis import Phrase, Sentence, SpanType, Token
from dostyk.model.mention import Mention

FLOWS = {"exports", "imports", "production", "re-exports", "freight volume", "transit"}
FOLLOWS_VERB = {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP", "PRP$"}


@dataclass(slots=True)
class Anchor:
    """A measure named at tokens `first`..`last`; `head` is the token of its noun, `counted` what a "number of" counts."""

    measure: str
    first: int
    last: int
    head: int
    counted: Mention | None = None
    verb: bool = False
    share: bool = False
    phrase: Phrase | None = field(default=None, repr=False)


def find_anchors(sentence: Sentence) -> list[Anchor]:
    """Every measure that a sentence names, in order, the longest wording first; "volume of exports" is one."""
    tokens = sentence.tokens
    words = [_word(t) for t in tokens]
    found: list[Anchor] = []
    at = 0
    while at < len(tokens):
        anchor = _at(tokens, words, at)
        if anchor is None:
            at += 1
            continue
        found.append(anchor)
        at = anchor.last + 1
    return _joined(sentence, [_widened(sentence, a) for a in found])


def _word(token: Token) -> str:
    """A token as the lists have it; titles in capitals ("Trade Turnover") count as their words, other names as none."""
    if token.span is None:
        return singular(token.low)
    if token.span.type is SpanType.NAME and len(token.text) < 40:
        return " ".join(singular(w) for w in token.low.split())
    return ""


def _at(tokens: list[Token], words: list[str], at: int) -> Anchor | None:
    """The longest measure that begins at a token."""
    lists = tables()
    if not words[at] or words[at].split(" ", 1)[0] not in lists.openings:
        return None
    for size in range(min(lists.longest, len(tokens) - at), 0, -1):
        run = words[at : at + size]
        if not all(run) or size > 1 and any(t.span is not None and " " in t.text for t in tokens[at : at + size]):
            continue
        name = lists.measures.get(" ".join(run))
        if name is not None and not (size == 1 and _acts(tokens, at)):
            return Anchor(name, at, at + size - 1, at + size - 1)
    return None


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether the word is a verb here ("Chile exports copper"), not a noun that was taken for one ("exports reached")."""
    tag = tokens[at].tag
    if not tag.startswith("VB"):
        return False
    after = next((t for t in tokens[at + 1 :] if not t.tag.startswith("RB")), None)
    before = tokens[at - 1] if at else None
    if tag in ("VBG", "VBN", "VBD", "VB"):
        return not (before is not None and before.tag in ("DT", "JJ", "PRP$", "POS"))
    if after is None or after.tag.startswith(("VB", "MD")) or not (after.tag in FOLLOWS_VERB or after.span is not None):
        return False
    return before is not None and (before.tag in ("NN", "NNS", "NNP", "NNPS", "PRP") or before.span is not None and not before.span.demonym)


def _widened(sentence: Sentence, anchor: Anchor) -> Anchor:
    """Narrow a flow of goods by what flows ("copper exports", "exports of tea"); find the phrase it heads."""
    tokens = sentence.tokens
    anchor.phrase = next((p for p in sentence.phrases if p.first <= anchor.head <= p.last and p.head == anchor.head), None)
    if anchor.measure not in FLOWS or anchor.last - anchor.first > 0:
        return anchor
    words: list[str] = []
    at = anchor.first - 1
    while at >= 0 and tokens[at].span is None and tokens[at].tag in ("NN", "NNS", "JJ", "VBN") and tokens[at].low.isascii():
        words.insert(0, tokens[at].low)
        at -= 1
    while words and singular(words[0]) in tables().plain:
        words.pop(0)
    if words and not any(singular(w) in tables().plain for w in words):
        anchor.measure = f"{' '.join(words)} {anchor.measure}"
        anchor.first -= len(words)
    elif not words:
        _goods(sentence, anchor)
    return anchor


def _goods(sentence: Sentence, anchor: Anchor) -> None:
    """Take what flows from "exports of green tea"."""
    tokens = sentence.tokens
    if anchor.last + 2 >= len(tokens) or tokens[anchor.last + 1].low != "of":
        return
    start = end = anchor.last + 2
    while end < len(tokens) and tokens[end].span is None and tokens[end].tag in ("NN", "NNS", "JJ", "VBN"):
        end += 1
    words = [t.low for t in tokens[start:end]]
    if words and singular(" ".join(words)) not in tables().goods and singular(words[-1]) not in tables().goods:
        anchor.measure = f"{anchor.measure} of {' '.join(words)}"
        anchor.last = end - 1


def _joined(sentence: Sentence, found: list[Anchor]) -> list[Anchor]:
    """Put "the number of X", "the value of X", "the share of X" and the X they are of into one."""
    tokens = sentence.tokens
    out: list[Anchor] = []
    lists = tables()
    for anchor in found:
        before = _head_before(tokens, anchor.first)
        if out and (out[-1].last >= anchor.first or out[-1].last == before and out[-1].measure == anchor.measure):
            continue
        if before is not None:
            word = singular(tokens[before].low)
            if word in lists.counting:
                text = without_article(sentence.text[tokens[before + 2].start - sentence.start : tokens[anchor.last].end - sentence.start])
                anchor.counted, anchor.first = thing(text), before
            elif word in lists.sizing:
                anchor.first = before
            elif word in lists.sharing_nouns:
                anchor.share = True
        out.append(anchor)
    return out


def _head_before(tokens: list[Token], first: int) -> int | None:
    """The noun whose "of" phrase begins with the words before a token ("number" of "the number of Czech tourists")."""
    at = first - 1
    while at > 0 and (tokens[at].tag in ("DT", "JJ", "NN", "NNS", "PRP$", "VBN", "NNP", "POS", "CC") or _demonym(tokens[at])):
        if first - at > 6:
            return None
        at -= 1
    if at > 0 and tokens[at].low in ("of", "in") and tokens[at - 1].tag.startswith("NN") and tokens[at - 1].span is None:
        return at - 1
    return None


def _demonym(token: Token) -> bool:
    """Whether a token is an adjective of a country."""
    return token.span is not None and token.span.demonym
