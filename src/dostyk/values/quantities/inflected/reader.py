"""Text → QuantitySpans for a language whose words take endings: one pass over the tokens, then joining, bounds, guards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dostyk.values.quantities.inflected.bounds import bound_after, bound_before, moving, rate_around, statistic
from dostyk.values.quantities.inflected.guards import refused, skip
from dostyk.values.quantities.inflected.join import join
from dostyk.values.quantities.inflected.lexis import Lexis
from dostyk.values.quantities.inflected.numbers import number_at
from dostyk.values.quantities.inflected.pairs import paired
from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.special import every_at, multiple_after, multiple_at, number_one, ordinal_at, part_after, part_at
from dostyk.values.quantities.inflected.tokens import tokens
from dostyk.values.quantities.inflected.units import Reading, measured
from dostyk.values.quantities.inflected.worded import compound_at, glued_unit, half_word, inverted, occasions_at, rank_set, vague_at
from dostyk.values.quantities.measured import number
from dostyk.values.quantities.span import QuantitySpan


def read_inflected(text: str, lex: Lexis, taken: Sequence[tuple[int, int]] = ()) -> list[QuantitySpan]:
    """Read the quantities of a text, in order, without overlaps; arguments as of `read_quantities`."""
    r = Reading(tokens(text), lex)
    pieces = list(read_pieces(r, taken))
    for piece in pieces:
        bound_before(r, piece)
    found: list[QuantitySpan] = []
    for piece in join(r, pieces):
        span = None if refused(r, piece) else finished(r, piece)
        if span is not None and (not found or span.start >= found[-1].end):
            found.append(span)
    return paired(text, found, lex)


def read_pieces(r: Reading, taken: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Read the piece at each token that no piece before has used."""
    t, i, last_end = r.t, 0, 0
    starts = [start for start, _ in taken]
    while i < len(t):
        if starts and (place := bisect_right(starts, t.starts[i])) and t.starts[i] < taken[place - 1][1]:
            i += 1
            continue
        piece, following = piece_at(r, i)
        if piece is not None and piece.first >= last_end:
            last_end = piece.end
            yield piece
        i = max(following, i + 1)


def piece_at(r: Reading, i: int) -> tuple[Piece | None, int]:
    """Read the piece at token `i`: (piece or None, token to go on from)."""
    t = r.t
    if t.figures[i]:
        if past := skip(r, i):
            return None, past
    elif not t.word[i] or not r.lex.begins(t.low[i]):
        return None, i + 1
    elif (piece := every_at(r, i) or occasions_at(r, i) or rank_set(r, i) or half_word(r, i) or vague_at(r, i) or compound_at(r, i)) is not None:
        return piece, piece.end
    if (found := ordinal_at(r, i)) is not None and not (t.word[i] and number_first(r, i)):
        return found[0], found[1]
    if t.word[i] and (piece := part_at(r, i) or multiple_at(r, i)) is not None:
        return piece, piece.end
    found_number = number_at(t, i, r.lex)
    if found_number is None:
        return None, i + 1
    if number_one(r, found_number):
        return Piece(i, i + 1, found_number.low, unit="rank", sort="rank", ordinal=True, bare=False), i + 1
    piece = part_after(r, found_number) or multiple_after(r, found_number) or glued_unit(r, found_number) or inverted(r, measured(r, found_number))
    return piece, piece.end


def number_first(r: Reading, i: int) -> bool:
    """Say whether a word that can be an ordinal begins a number all the same."""
    return r.lex.value("numerals", r.t.low[i]) is not None and r.lex.value("ordinals", r.t.low[i]) is not None


def finished(r: Reading, piece: Piece) -> QuantitySpan | None:
    """Add bounds, distant rates and the statistic to a piece and make it a span."""
    t = r.t
    if piece.ordinal:
        return QuantitySpan(t.starts[piece.first], t.ends[piece.end - 1], number(piece), piece.unit, statistic=piece.sort, ordinal=True)
    bound_after(r, piece)
    if piece.bound == "exact" and piece.vague:
        piece.bound = "about"
    if piece.bound == "exact" and r.lex.is_any("ceiling", piece.lead) and piece.high is None and not moving(r, piece) and not reached(r, piece):
        piece.bound, piece.begin = "max", min(piece.begin, ceiling_token(r, piece))
    rate = piece.rate
    if rate is None and piece.sort == "level" and (rate := rate_around(r, piece) or (rate_around(r, piece.pair) if piece.pair else None)):
        piece.unit = f"{piece.unit}/{rate}"
    sort = statistic(r, piece)
    bare = piece.bare and sort not in ("rank", "multiple")
    value = number(piece) if piece.sign > 0 or piece.high is None else number(flipped(piece))
    start, end = t.starts[piece.begin], t.ends[piece.end - 1]
    return QuantitySpan(start, end, value, piece.unit, piece.bound, bare, sort, False, piece.sign, rate, piece.alternative, piece.fraction)


def flipped(piece: Piece) -> Piece:
    """Leave a range with a minus before it as it is said."""
    piece.sign = 1
    return piece


def reached(r: Reading, piece: Piece) -> bool:
    """Say whether "до" says what was reached, not a ceiling: it follows the unit's first value or a verb of reaching."""
    return any(r.lex.is_any("reaching", r.t.at(i)) for i in range(max(0, piece.begin - 6), piece.begin))


def ceiling_token(r: Reading, piece: Piece) -> int:
    """Give the token of the preposition that is a ceiling."""
    return next((i for i in range(piece.first - 1, max(-1, piece.first - 5), -1) if r.t.low[i] == piece.lead), piece.begin)
