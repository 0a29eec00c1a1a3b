"""Parts, multiples, ordinals and ranks: "треть", "две пятых", "в 2,3 раза", "вдвое", "5-е место", "третий по величине", "үштен бір"."""

from __future__ import annotations

from decimal import Decimal

from dostyk.values.quantities.inflected.numbers import Number, compose, number_at
from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.units import Reading, measured

_DIVISORS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100)


def fraction(r: Reading, first: int, end: int, count: Decimal, divisor: Decimal) -> Piece:
    """Make a part: of a unit or magnitude that follows ("четверть миллиона"), else of a whole, in per cent to one decimal."""
    number = compose(r.t, end, r.lex, count / divisor) or Number(first, end, count / divisor)
    number.first, number.words = first, True
    if not r.lex.is_any("no_unit_of_part", r.t.at(end)):
        piece = measured(r, number)
        if (not piece.bare or number.end > end) and piece.first == first:
            return piece
    value = (count * 100 / divisor).quantize(Decimal("0.1"))
    suffix = next((e for k, e in r.lex.forms.keys(r.t.at(end - 1)) if k in r.lex.values["parts"] or k in r.lex.values["numerals"]), "")
    return Piece(first, end, value, unit="%", bare=False, words=True, sort="share", fraction=f"{count}/{divisor}", suffix=suffix)


def part_at(r: Reading, i: int) -> Piece | None:
    """Read a part said by one word: "треть", "половина", "жартысы"."""
    t, lex = r.t, r.lex
    divisor = lex.value("parts", t.low[i])
    if divisor is None or not lex.is_any("parts_alone", t.low[i]) or lex.value("ordinals", t.at(i - 1)) is not None:
        return None
    return None if lex.is_any("not_part_after", t.at(i + 1)) else fraction(r, i, i + 1, Decimal(1), divisor)


def part_after(r: Reading, number: Number) -> Piece | None:
    """Read a part that a number begins: "две трети", "1/3", "үштен екі", "3-тен 1"."""
    t, lex, end = r.t, r.lex, number.end
    if number.scale > 1 or number.low != number.low.to_integral_value():
        return None
    if t.at(end) == "/" and t.is_figures(end + 1) and t.glued(end) and t.glued(end + 1) and number.end == number.first + 1:
        value = Decimal(t.low[end + 1]) if t.low[end + 1].isdecimal() and len(t.low[end + 1]) < 4 else Decimal(0)
        if value in _DIVISORS and 0 < number.low < value and t.at(end + 2) != "/":
            return fraction(r, number.first, end + 2, number.low, value)
    divisor = lex.value("parts", t.at(end)) if t.near(end) else None
    if (
        divisor
        and 0 < number.low < divisor
        and number.low < 100
        and not (lex.is_any("ordinal_parts", t.at(end)) and t.is_word(end + 1) and feeds(r, end))
    ):
        return fraction(r, number.first, end + 1, number.low, divisor)
    if number.suffix in lex.groups["from_endings"] and 1 < number.low <= 100 and t.near(end) and (last := numerator(r, end)):
        fits = 0 < last.low < number.low and last.scale == 1 and last.words == number.words and last.low < 10
        if fits and not lex.is_any("to_after", t.at(last.end)):
            past = last.end + lex.is_any("part_noun", t.at(last.end))
            piece = fraction(r, number.first, past, last.low, number.low)
            piece.end, piece.suffix = max(piece.end, past), lex.case(t.at(past - 1))
            return piece
    return None


def numerator(r: Reading, i: int) -> Number | None:
    """Read how many parts: a number, or one with the ending that parts take ("үштен бірі")."""
    value = r.lex.value("numerators", r.t.at(i))
    return number_at(r.t, i, r.lex) if value is None else Number(i, i + 1, value, words=True)


def feeds(r: Reading, i: int) -> bool:
    """Say whether an ordinal at token `i` goes with the noun after it, so that it is no divisor ("два пятых класса")."""
    return r.lex.is_any("not_ordinal_after", r.t.at(i + 1))


def multiple_after(r: Reading, number: Number) -> Piece | None:
    """Read "в 2,3 раза", "2,5 есе", "2-кратный" after a number, where it says how many times as much."""
    t, lex, end = r.t, r.lex, number.end
    led = lex.is_any("times_lead", t.at(number.first - 1)) or not lex.groups["times_lead"]
    hyphen = t.at(end) == "-" and t.glued(end) and t.glued(end + 1)
    if hyphen and lex.is_any("fold", t.at(end + 1)):
        return Piece(number.first, end + 2, number.low, number.high, sort="multiple", bare=False, words=number.words)
    if not t.near(end) or not lex.is_any("times", t.at(end)):
        return None
    if not led and not bounded_lead(r, number.first) and not lex.is_any("times_after", t.at(end + 1)):
        return None
    suffix = lex.case(t.at(end))
    return Piece(number.first, end + 1, number.low, number.high, sort="multiple", bare=False, words=number.words, vague=number.vague, suffix=suffix)


def bounded_lead(r: Reading, i: int) -> bool:
    """Say whether the preposition of a multiple stands a few words before: "в более чем 2 раза", "в 1,5–2 раза"."""
    return any(r.lex.is_any("times_lead", r.t.at(i - back)) for back in (2, 3))


def multiple_at(r: Reading, i: int) -> Piece | None:
    """Read a word that is a multiple by itself: "вдвое", "утроился", "двукратный"."""
    value = r.lex.value("multiples", r.t.low[i])
    return None if value is None else Piece(i, i + 1, value, sort="multiple", bare=False, words=True)


def ordinal(r: Reading, first: int, end: int, value: Decimal) -> Piece | None:
    """Make an ordinal, unless it counts centuries or quarters; a rank before "место" or "по величине"."""
    t, lex = r.t, r.lex
    if lex.is_any("not_ordinal_after", t.at(end)) or lex.is_any("every", t.at(first - 1)):
        return None
    piece = Piece(first, end, value, ordinal=True, bare=False, words=t.word[first])
    measure = lex.is_any("rank_by", t.at(first - 1)) and lex.is_any("rank_measure", t.at(first - 2))
    if measure or ranks(r, end) or lex.is_any("place", t.at(first - 1)):
        piece.unit, piece.sort = "rank", "rank"
    elif (value == 1 and piece.words) or (t.is_word(first) and t.raw(first)[0].isupper() and t.raw(end)[:1].isupper()):
        return None
    return piece if piece.sort == "rank" or t.is_word(end) else None


def ranks(r: Reading, i: int) -> bool:
    """Say whether the words from token `i` make an ordinal a rank: "место", "по величине", "крупнейший"."""
    t, lex = r.t, r.lex
    if lex.is_any("place", t.at(i)) or lex.is_any("superlative", t.at(i)):
        return True
    for at in (i, i + 1, i + 2):
        if lex.is_any("rank_by", t.at(at)) and (lex.is_any("rank_measure", t.at(at + 1)) or lex.is_any("rank_measure", t.at(at - 1))):
            return True
    return False


def every_at(r: Reading, i: int) -> Piece | None:
    """Read "каждый пятый", "әрбір үшінші": a share of one in so many."""
    t, lex = r.t, r.lex
    if not lex.is_any("every", t.low[i]):
        return None
    value = lex.value("ordinals", t.at(i + 1))
    end = i + 2
    if value is None and t.is_figures(i + 1) and (found := figure_ordinal(r, i + 1)):
        value, end = found
    if value is None or value < 2 or lex.is_any("not_ordinal_after", t.at(end)):
        return None
    return Piece(i, end, (100 / value).quantize(Decimal("0.1")), unit="%", bare=False, words=True, sort="share", fraction=f"1/{value}")


def figure_ordinal(r: Reading, i: int) -> tuple[Decimal, int] | None:
    """Read an ordinal in figures: "5-й", "3-ші"; (value, token after it)."""
    t = r.t
    if (
        t.low[i].isdigit()
        and len(t.low[i]) < 5
        and t.at(i + 1) == "-"
        and t.glued(i + 1)
        and t.glued(i + 2)
        and r.lex.is_any("ordinal_endings", t.at(i + 2))
    ):
        return Decimal(t.low[i]), i + 3
    return None


def ordinal_at(r: Reading, i: int) -> tuple[Piece | None, int] | None:
    """Read an ordinal in words or figures: (piece or None, token to go on from); None where there is none."""
    t, lex = r.t, r.lex
    if t.figures[i]:
        if found := figure_ordinal(r, i):
            return ordinal(r, i, found[1], found[0]), found[1]
        noun = t.at(i + 1) == "-" and t.glued(i + 1) and t.glued(i + 2) and t.is_word(i + 2)
        if noun and lex.is_any("hyphen_place", t.at(i + 2)) and t.low[i].isdigit() and len(t.low[i]) < 5:
            return Piece(i, i + 3, Decimal(t.low[i]), unit="rank", sort="rank", ordinal=True, bare=False), i + 3
        return None
    value, at = lex.value("ordinals", t.low[i]), i + 1
    tens = lex.value("numerals", t.low[i])
    if tens is not None and (number := compose(t, i, lex, None)) and t.near(number.end):
        last = lex.value("ordinals", t.at(number.end))
        if last is not None and not lex.is_any("ordinal_parts", t.at(number.end)) and number.low % 10 == 0 and last < 100:
            value, at = number.low + last, number.end + 1
    if value is None:
        return None
    return ordinal(r, i, at, value), at + lex.is_any("not_ordinal_after", t.at(at))


def number_one(r: Reading, number: Number) -> bool:
    """Say whether "№ 1" is a rank, not a name: a scope follows it ("№ 1 в мире")."""
    t = r.t
    led = r.lex.is_any("number_sign", t.at(number.first - 1))
    return led and number.low == 1 and not number.words and number.end == number.first + 1 and r.lex.is_any("rank_scope", t.at(number.end))
