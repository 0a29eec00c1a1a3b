"""Text → QuantitySpans: one pass over its number anchors, each read by a small grammar, joined, guarded, bounded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.figures import figures_piece, superlative
from dostyk.values.quantities.guards import refused
from dostyk.values.quantities.inflected import lexis, read_inflected
from dostyk.values.quantities.join import join
from dostyk.values.quantities.left import bound_before, last_word, skip_back
from dostyk.values.quantities.lexicon import lexicon
from dostyk.values.quantities.measured import number
from dostyk.values.quantities.pairs import paired
from dostyk.values.quantities.pieces import Piece, word_after, word_before
from dostyk.values.quantities.rates import rate_beyond
from dostyk.values.quantities.right import bound_after, unit_after
from dostyk.values.quantities.span import QuantitySpan
from dostyk.values.quantities.worded import worded_piece

# Figures; first those that may be a year by their form, a day before it included ("on 3, 1992," after a month's name).
_DIGITS = re.compile(r"(?<= )((?:[0-9]{1,2}, )?)(?:1[5-9]|20)[0-9]{2}(?=[.,;)\n](?![0-9])| ([a-z]{3,}))|[0-9]+|[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜]")

_NUMBER_NEXT = re.compile(r"[^\W\d_]|(?: to)? [0-9]")


def read_quantities(text: str, language: str = "en", taken: Sequence[tuple[int, int]] = ()) -> list[QuantitySpan]:
    """Read the quantities of a text, in order, without overlaps.

    `taken`: spans already read as something else (dates), in order; no quantity begins in one. `text` should be the
    whole paragraph or document: shared words and signs ("¥", "pesos") are settled by the countries it names. Cost
    grows linearly with the text, whatever it holds. Raises FileNotFoundError for a language without data.
    """
    if (inflected := lexis(language)) is not None:
        return read_inflected(text, inflected, taken)
    if language.split("-")[0].lower() == "zh":
        from dostyk.values.quantities.han.reader import read_han  # its words are found without spaces

        return read_han(text, taken)
    low = text.lower()
    if len(low) != len(text):
        low = text.replace("İ", "I").lower()
    context = Context(text, low, lexicon(language))
    pieces = join(context, list(read_pieces(context, language, taken)))
    return paired(context, [finished(context, piece) for piece in pieces if not refused(context, piece)])


@cache
def automata(language: str) -> tuple[tuple[AhoCorasick, tuple[str, ...]], ...]:
    """Build the finders of a language's number words, and of its units with an article, which may not hide them ("a quart" in "a quarter")."""
    lex = lexicon(language)
    numbers = {*lex.numerals, *lex.scales, *lex.vague, *lex.ordinals, *lex.parts, *lex.multiples}
    return tuple(
        (AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words) for words in (tuple(sorted(numbers)), tuple(sorted(lex.articled))) if words
    )


def anchors(low: str, language: str) -> Iterator[tuple[int, str]]:
    """Give the places where a number may begin, in order: (offset, number word, or "" for figures)."""
    found = [
        (start, words[index])
        for finder, words in automata(language)
        for index, start, end in finder.find_matches_as_indexes(low)
        if not (start and (low[start - 1].isalnum() or low[start - 1] == "_")) and not low[end : end + 1].isalnum()
    ]
    lex = lexicon(language)
    years = lex.year_words
    for match in _DIGITS.finditer(low):
        start = match.start()
        if match[1] is None:
            found.append((start, ""))
        elif last_word(low, start - 1) not in years or (match[2] and (match[2] in lex.names or match[2] in lex.scales)):
            found.append((start, ""))
            if match[1]:
                found.append((match.end(1), ""))
    found.sort()
    yield from found


def read_pieces(context: Context, language: str, taken: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Read the piece at each anchor that no piece before has used."""
    starts = [start for start, _ in taken]
    pos = last_end = 0
    for start, word in anchors(context.low, language):
        if start < pos:
            continue
        if starts and (place := bisect_right(starts, start)) and start < taken[place - 1][1]:
            continue
        if word:
            piece = worded_piece(context, start, word)
        else:
            piece, pos = figures_piece(context, start, last_end)
        if piece is not None and piece.start >= last_end:
            pos = last_end = piece.end
            yield piece


def finished(context: Context, piece: Piece) -> QuantitySpan:
    """Add bounds, distant rates and the statistic to a piece and make it a span."""
    if piece.ordinal:
        return QuantitySpan(piece.start, piece.end, number(piece), piece.unit, statistic=piece.sort, ordinal=True)
    if piece.bare and piece.scale == 1 and piece.low < 150 and context.lex.is_any("aged", word_before(context.low, piece.start)):
        piece.unit, piece.bare = "a", False
    weighty = not piece.bare or piece.scale > 1 or piece.low >= 10
    bound, start = bound_before(context.low, piece.start, context.lex, weighty)
    end = piece.end
    if bound in ("exact", "about") and (after := bound_after(context.low, end, context.lex)):
        bound, end = after
        if piece.bare and (unit_beyond := unit_after(context, end, piece.low, True)) is not None:
            piece.unit, piece.bare, piece.end, end = unit_beyond.code, False, unit_beyond.end, unit_beyond.end
            piece.low *= unit_beyond.times
    if bound in ("over", "under") and (equal := or_equal(context, end)):
        bound, end = {"over": "min", "under": "max"}[bound], equal
    unit, rate = piece.unit, piece.rate
    if bound == "exact" and (piece.vague or piece.bound != "exact"):
        bound = "about"
    if rate is None and piece.sort == "level" and unit != "%" and "/" not in unit and (rate := distant_rate(context, piece, start)):
        unit = f"{unit}/{rate}"
    sort = statistic(context, piece, start, end)
    if piece.bare and rate is None:
        start, unit, bound, sort = ranked(context, piece, start, bound)
    if sort in ("rank", "multiple"):
        piece.bare = False
    return QuantitySpan(start, end, number(piece), unit, bound, piece.bare, sort, False, piece.sign, rate, piece.alternative, piece.fraction)


def or_equal(context: Context, end: int) -> int:
    """Read what lets the end count after all ("more than 50 or equal"): where it ends, else 0."""
    phrase = next((p for p in context.lex.starts.get("or_equal", ()) if context.low.startswith(f" {p}", end)), None)
    return end + 1 + len(phrase) if phrase and not _NUMBER_NEXT.match(context.low, end + 1 + len(phrase)) else 0


def distant_rate(context: Context, piece: Piece, start: int) -> str | None:
    """Read a rate after the counted noun ("passengers a day") or right before the number ("an annual 387 million kWh")."""
    if piece.unit in ("a", "mo", "d", "h", "wk", "min", "s"):
        return None
    beside = context.lex.rates_before.get(word_before(context.low, start)) or context.lex.rates_before.get(word_after(context.low, piece.end))
    return rate_beyond(context, piece.end) or beside


def ranked(context: Context, piece: Piece, start: int, bound: str) -> tuple[int, str, str, str]:
    """Tell a rank of a plain count: "top 10", "one of the five largest"; and a multiple ("a factor of 3"): (start, unit, bound, statistic)."""
    lex, low = context.lex, context.low
    begin = start - 1 if low[start - 1 : start] == "-" else start
    if lex.is_any("top", word_before(low, begin)):
        return low.rfind("top", 0, begin), "rank", "max", "rank"
    ahead = low[max(0, start - 16) : start].rstrip(" \n")
    if ahead.endswith(lex.starts["one_of"]) and superlative(lex, word_after(low, piece.end)):
        return start, "rank", "max", "rank"
    if ahead.endswith(lex.starts["factor_of"]):
        return start, "1", bound, "multiple"
    return start, "1", bound, piece.sort


def statistic(context: Context, piece: Piece, start: int, end: int) -> str:
    """Say what a percentage is where the words beside it tell: a change after "by", "up", "down" or before "increase"."""
    if piece.unit not in ("%", "{pp}") or piece.sort != "level":
        return piece.sort
    lex, low = context.lex, context.low
    before = word_before(low, start)
    if before and lex.is_any("making_up", word_before(low, skip_back(low, start) - len(before))):
        return piece.sort
    if lex.is_any("change_before", before) or lex.is_any("moving", before) or lex.is_any("change_after", word_after(low, end)):
        return "change"
    of = lex.is_any("change_of", before) and lex.is_any("change_after", word_before(low, skip_back(low, start) - len(before)))
    return "change" if of else "level"
