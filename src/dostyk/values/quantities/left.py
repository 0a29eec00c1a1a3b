"""What stands before a number: sign, currency, bound."""

from __future__ import annotations

import re
from functools import cache

from dostyk.values.quantities.context import Context, codes, letters, signs, small_codes
from dostyk.values.quantities.lexicon import Lexicon

_RELATIONS = "~≈∼<>=≥≤⩾⩽"
LONGEST_WORD = 24
LONGEST_SIGN = 7
_SIGN = "-−–"
_LETTERS = re.compile(r"(?<![\w.-])([A-Z][A-Za-z]{0,2})\.?[ \u00a0]?$")
_MAGNITUDE = re.compile(
    r"[0-9][0-9.,]*(?:[ \u00a0-]?(?:m|mn|mln|million|b|bn|bln|billion|tn|trillion|mio|mia|mrd|lakhs?|crores?)(?![^\W_]))", re.IGNORECASE
)


@cache
def _money() -> frozenset[str]:
    """Give the signs and codes of currencies that stand before a number."""
    return frozenset((*signs(), *codes(), *small_codes()))


@cache
def _tails() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _money())


@cache
def _ends_of_letters() -> frozenset[str]:
    return frozenset(word[-1] for word in letters())


def skip_back(text: str, pos: int) -> int:
    """Give the place before at most two spaces or line breaks that end at `pos`."""
    if pos and text[pos - 1] in " \u00a0\u202f\n":
        pos -= 1
        if pos and text[pos - 1] in " \u00a0\r":
            pos -= 1
    return pos


def last_word(low: str, end: int) -> str:
    """Give the word, or the run of relation signs, that ends at `end`; empty where neither does."""
    begin, floor = end, max(0, end - LONGEST_WORD)
    space = low.rfind(" ", floor, end)
    if space >= 0 and (word := low[space + 1 : end]).isalpha():
        return word
    while begin > floor and low[begin - 1].isalpha():
        begin -= 1
    if begin == end:
        while begin > floor and low[begin - 1] in _RELATIONS:
            begin -= 1
    return low[begin:end]


def currency_before(context: Context, start: int) -> tuple[str, int, bool] | None:
    """Read the currency that ends right before `start`: (code, where it begins, whether it is a common word too)."""
    text = context.text
    end = skip_back(text, start)
    if end > 1 and end < start and text[end - 1] in ".:" and text[end - 2] in _tails() and _MAGNITUDE.match(text, start):
        end -= 1  # "KES. 632 million"
    if not end or text[end - 1] not in _tails():
        return None
    known = _money()
    for begin in range(max(0, end - LONGEST_SIGN), end):
        sign = text[begin:end]
        if sign in known and not (begin and sign[0].isalpha() and text[begin - 1].isalnum()):
            break
    else:
        return None
    code = context.sign(sign) or (sign if sign in codes() else {"rmb": "CNY"}.get(sign, sign.upper()) if sign in small_codes() else None)
    if code is None:
        return None
    return code, begin, not codes().get(sign, True)


def letters_before(context: Context, start: int) -> tuple[str, int, bool] | None:
    """Read an abbreviation like "JD" or "P" before figures that a magnitude follows: "JD 178 million", "P4.7 billion"."""
    end = start - 1 if context.text[start - 1 : start] in (" ", "\u00a0") else start
    if not context.text[end - 1 : end].isalpha() or context.text[end - 1] not in _ends_of_letters():
        return None
    found = _LETTERS.search(context.text, max(0, start - 5), start)
    if found is None or found[1] not in letters() or not _MAGNITUDE.match(context.text, start):
        return None
    return context.choose(letters()[found[1]]), found.start(1), False


def sign_before(text: str, low: str, start: int, lex: Lexicon) -> tuple[int, int]:
    """Read a minus that stands before `start`: (-1 or 1, where it begins)."""
    if start and text[start - 1] in _SIGN and (start == 1 or text[start - 2] in ' \u00a0\n(<>=≥≤~:["“$€£'):
        return -1, start - 1
    end = skip_back(text, start)
    if (
        end < start
        and (word := last_word(low, end)) in lex.words["minus"]
        and not low[max(0, end - len(word) - 2) : end - len(word)].strip().isdigit()
    ):
        return -1, end - len(word)
    return 1, start


def bound_before(low: str, start: int, lex: Lexicon, weighty: bool) -> tuple[str, int]:
    """Read the bound words that end before `start`: (bound, where they begin). `weighty`: the number is large, money or measured."""
    bound, begin = "exact", start
    for _ in range(3):
        found = _one_bound(low, begin, lex, weighty)
        if found is None or (bound != "exact" and found[0] == "about"):
            break
        if bound not in ("exact", "about") and found[0] != bound and not (bound == "under" and found[0] in ("max", "min")):
            break
        bound, begin = found
    if bound != "exact":
        begin = softened(low, begin, lex)
    return bound, begin


def _one_bound(low: str, start: int, lex: Lexicon, weighty: bool) -> tuple[str, int] | None:
    end = skip_back(low, start)
    last = last_word(low, end - 1 if low[end - 1 : end] == "." else end)
    for phrase, bound in lex.bounds_before.get(last, ()):
        begin = end - len(phrase)
        if begin < 0 or low[begin:end].replace("\n", " ").replace("\u00a0", " ") != phrase:
            continue
        if begin and phrase[0].isalpha() and (low[begin - 1].isalnum() or low[begin - 1] in "-_"):
            continue
        if phrase in lex.weak_bounds.get(bound, ()) and not weighty and not plausible(low, begin, bound, lex):
            return None
        return bound, begin
    return None


def plausible(low: str, begin: int, bound: str, lex: Lexicon) -> bool:
    """Say whether a word like "about" before a small bare number is a bound, not a preposition ("talks about two agreements")."""
    if bound == "under":
        return False
    return last_word(low, skip_back(low, begin)) not in lex.weak_bounds["after"]


def softened(low: str, begin: int, lex: Lexicon) -> int:
    """Take in a word that softens a bound: "just over", "a little more than"."""
    end = skip_back(low, begin)
    last = last_word(low, end)
    if not last:
        return begin
    for phrase in (low[max(0, end - len(last) - 2) : end], last):
        if phrase in lex.words["softeners"] and (end == len(phrase) or not low[end - len(phrase) - 1].isalnum()):
            return end - len(phrase)
    return begin
