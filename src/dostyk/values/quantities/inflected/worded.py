"""Numbers inside words and beside them: "полмиллиона", "трёхлетний", "15-процентный", "сотни тысяч", "лет пять", "топ-10"."""

from __future__ import annotations

from decimal import Decimal

from dostyk.values.quantities.inflected.numbers import Number, compose
from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.special import multiple_after
from dostyk.values.quantities.inflected.units import TIMES, Reading, measured, rate_at, unit_at

LONGEST = 40


def half_word(r: Reading, i: int) -> Piece | None:
    """Read a half that is the beginning of a word: "полмиллиона", "полтонны", "полгода"."""
    t, lex = r.t, r.lex
    word = t.low[i]
    for prefix in sorted(lex.groups["half_prefixes"], key=lambda p: (-len(p), p)):
        if not word.startswith(prefix) or len(word) < len(prefix) + 3:
            continue
        rest = word[len(prefix) :]
        if scale := lex.value("scales", rest):
            number = compose(t, i + 1, lex, scale / 2) or Number(i, i + 1, scale / 2, scale=scale)
            number.first, number.words = i, True
            return measured(r, number)
        if unit := lex.forms.find(lex.halved, rest):
            return Piece(i, i + 1, Decimal("0.5"), unit=unit, bare=False, words=True)
    return None


def compound_at(r: Reading, i: int) -> Piece | None:
    """Read a numeral that begins an adjective of a unit: "трёхлетний", "двадцатипроцентный", "двукратный"."""
    t, lex = r.t, r.lex
    word = t.low[i]
    if len(word) > LONGEST or len(word) < 7:
        return None
    for size in range(3, min(len(word) - 3, 15)):
        value = lex.values["compounds"].get(word[:size])
        if value is None:
            continue
        if lex.is_any("fold", word[size:]):
            return Piece(i, i + 1, value, sort="multiple", bare=False, words=True)
        if unit := lex.unit_of(word[size:]):
            return Piece(i, i + 1, value, unit=unit, bare=False, words=True)
    return None


def glued_unit(r: Reading, number: Number) -> Piece | None:
    """Read an adjective of a unit that a hyphen joins to figures: "15-процентный", "100-мегаваттная"; and "5-млн"."""
    t = r.t
    if (
        number.words
        or t.at(number.end) not in ("-", "–", "—")
        or not t.glued(number.end)
        or not t.glued(number.end + 1)
        or not t.is_word(number.end + 1)
    ):
        return None
    unit = r.lex.unit_of(t.low[number.end + 1])
    end = number.end + 2
    if unit is None and (found := unit_at(r, number.end + 1, False)) is not None:
        unit, end = found.code, found.end
    if unit is None:
        return None
    return Piece(number.first, end, number.low, unit=unit, bare=False, scale=number.scale)


def vague_at(r: Reading, i: int) -> Piece | None:
    """Read "сотни тысяч", "десятки", "несколько миллионов", "мыңдаған": from one (or two) to nine times a scale."""
    t, lex = r.t, r.lex
    few = lex.value("few", t.low[i])
    if few is not None:
        number = compose(t, i + 1, lex, Decimal(1)) if lex.value("scales", t.at(i + 1)) else None
        if number is None:
            return None
        number.first, number.words, number.vague = i, True, few > 2
        number.low, number.high = number.low * 2, number.low * 9 if few > 2 else None
        return measured(r, number)
    value = lex.value("vague", t.low[i])
    if value is None:
        return None
    end = i + 1
    while value < 10**12 and t.near(end) and (more := lex.value("scales", t.at(end)) or lex.value("vague", t.at(end))) and t.at(end) != ".":
        value, end = value * more, end + 1
    number = Number(i, end, value, value * 9, scale=value, words=True, vague=True)
    return multiple_after(r, number) or measured(r, number)


def inverted(r: Reading, piece: Piece) -> Piece:
    """Read a unit before a plain number as an approximation: "лет пять", "километров сто"."""
    t, lex = r.t, r.lex
    if not piece.bare or not t.near(piece.first) or not lex.is_any("inverted_units", t.at(piece.first - 1)):
        return piece
    round_number = piece.words or piece.low % 10 == 0
    if not round_number or t.is_figures(piece.first - 2) or t.at(piece.first - 2) in (",", "(") or lex.value("scales", t.at(piece.first - 2)):
        return piece
    if t.word[piece.first - 2] and (lex.value("numerals", t.at(piece.first - 2)) or lex.is_any("not_inverted_after", t.at(piece.first - 2))):
        return piece
    unit = lex.phrases["units"].match(t, piece.first - 1)
    if unit is not None and unit[1] == piece.first:
        piece.unit, piece.bare = r.choose(unit[0]), False
    piece.first, piece.begin, piece.bound = piece.first - 1, piece.first - 1, "about"
    return piece


def rank_set(r: Reading, i: int) -> Piece | None:
    """Read "топ-10", "в пятёрке крупнейших", "үздік ондық": a rank of at most so much."""
    t, lex = r.t, r.lex
    if lex.is_any("top", t.low[i]):
        at = i + 1 + (t.at(i + 1) == "-")
        if t.is_figures(at) and t.low[at].isdigit() and len(t.low[at]) < 5:
            return Piece(i, at + 1, Decimal(t.low[at]), unit="rank", sort="rank", bare=False, bound="max")
    value = lex.value("sets", t.low[i])
    if value is not None and any(lex.is_any("superlative", t.at(j)) for j in (i - 1, i + 1, i + 2)):
        return Piece(i, i + 1, value, unit="rank", sort="rank", bare=False, words=True, bound="max")
    return None


def occasions_at(r: Reading, i: int) -> Piece | None:
    """Read "дважды в год": how often."""
    value = r.lex.value("occasions", r.t.low[i])
    rate = rate_at(r, i + 1, False) if value is not None else None
    if value is None or rate is None or rate[0] not in TIMES:
        return None
    return Piece(i, rate[1], value, unit=f"1/{rate[0]}", bare=False, words=True, rate=rate[0])
