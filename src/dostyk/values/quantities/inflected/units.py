"""What a number is measured in: the unit or currency after or before it, and the rate that follows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dostyk.values.quantities.context import codes, signs
from dostyk.values.quantities.inflected.lexis import Lexis, sign_heads, symbols
from dostyk.values.quantities.inflected.numbers import Number, number_at
from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.tokens import Tokens
from dostyk.values.quantities.units import is_money

TIMES = ("a", "mo", "wk", "d", "h", "min", "s")
LONGEST_SIGN = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: its code, the token after it, what it multiplies the value by, the ending of its last word."""

    code: str
    end: int
    times: Decimal = Decimal(1)
    suffix: str = ""


class Reading:
    """A text under way: its tokens, its language, and what was settled for the whole text."""

    __slots__ = ("_chosen", "lex", "t")

    def __init__(self, t: Tokens, lex: Lexis) -> None:
        self.t, self.lex = t, lex
        self._chosen: dict[tuple[str, ...], str] = {}

    def choose(self, candidates: tuple[str, ...]) -> str:
        """Choose among currencies that share a word: the one whose country the text names most, else the first."""
        if len(candidates) == 1:
            return candidates[0]
        if candidates not in self._chosen:
            counts = [sum(map(self.t.text.count, self.lex.named_by.get(code, ()))) for code in candidates]
            self._chosen[candidates] = candidates[counts.index(max(counts))]
        return self._chosen[candidates]

    def sign(self, written: str) -> str | None:
        """Give the currency of a sign or code; "¥" is the yuan where the text speaks of China more than of Japan."""
        if codes().get(written):
            return written
        code = signs().get(written)
        if code == "¥":
            return self.choose(("CNY", "JPY"))
        return code if code and len(code) == 3 else None


def unit_at(r: Reading, i: int, large: bool) -> Unit | None:
    """Read the unit that begins at token `i`; `large`: a magnitude was read."""
    t = r.t
    if not t.near(i):
        return None
    if (t.is_word(i) or t.at(i) == "°") and (found := r.lex.phrases["units"].match(t, i)):
        (meanings, end, suffix) = found
        suffix = suffix or r.lex.case(t.at(end - 1))
        if r.lex.is_any("not_units", t.at(end)) or (len(t.low[i]) == 1 and end == i + 1 and not letter_fits(r, i, end)):
            return None
        number, _, code = meanings[0].rpartition(" ")
        if number:
            return Unit(code, end, Decimal(number), suffix)
        return over(r, Unit(r.choose(meanings) if is_money(code) else code, end, suffix=joined(r, end)[0] or suffix))
    return sign_at(r, i) or symbol_at(r, i, large)


def letter_fits(r: Reading, i: int, end: int) -> bool:
    """Say whether a single letter is a unit, not an abbreviation ("г." is a year, "т. е." a phrase)."""
    if r.lex.is_any("never_with_stop", r.t.at(i)):
        return r.t.at(end) != "." or not r.t.glued(end)
    return not (r.t.at(end) == "." and r.t.is_word(end + 1) and len(r.t.at(end + 1)) == 1)


def joined(r: Reading, end: int) -> tuple[str, int]:
    """Read the case ending joined to a sign or abbreviation: "%-ға", "км-ден"."""
    if r.t.at(end) == "-" and r.t.glued(end) and r.t.glued(end + 1) and r.lex.is_any("figure_endings", r.t.at(end + 1)):
        return r.t.at(end + 1), end + 2
    return "", end


def over(r: Reading, unit: Unit) -> Unit:
    """Take in the case ending joined to a unit."""
    suffix, end = joined(r, unit.end)
    return Unit(unit.code, end, unit.times, suffix or unit.suffix)


def sign_at(r: Reading, i: int) -> Unit | None:
    """Read the sign or code of a currency, or a per cent sign, at token `i`."""
    t = r.t
    start = t.starts[i]
    if t.text[start] not in sign_heads():
        return None
    for size in range(LONGEST_SIGN, 0, -1):
        written = t.text[start : start + size]
        if len(written) < size or written[-1].isspace() or (code := r.sign(written)) is None:
            continue
        end = next((j for j in range(i + 1, i + size + 1) if j >= len(t) or t.starts[j] >= start + size), i + 1)
        if t.ends[end - 1] == start + size and not (written[0] in "$€£¥₸₽" and t.glued(end) and t.is_figures(end)):
            return over(r, Unit(code, end))
    return None


def symbol_at(r: Reading, i: int, large: bool) -> Unit | None:
    """Read a symbol of any language at token `i`: "MW", "km²", "°C", "%"."""
    t = r.t
    known, end = symbols(), i + 1
    written = t.raw(i)
    for size in (3, 2):  # "kW·h", "°C", "km2"
        if i + size <= len(t) and all(t.glued(j) for j in range(i + 1, i + size)) and (longer := t.text[t.starts[i] : t.ends[i + size - 1]]) in known:
            written, end = longer, i + size
            break
    code = known.get(written)
    if (
        code is None
        or (len(written) == 1 and written not in "%‰°℃ºΩ" and not (written in "mtgl" and t.glued(i)))
        or (t.glued(end) and t.is_word(end))
    ):
        return None
    if written in ("in", "a", "C", "F", '"', "'", "′", "″"):
        return None
    number, _, unit = code.rpartition(" ")
    return over(r, Unit("Cel" if unit == "deg" and r.lex.is_any("celsius", t.at(end)) else unit, end, Decimal(number or 1)))


def money_before(r: Reading, i: int) -> tuple[str, int] | None:
    """Read the currency sign or code that ends right before token `i`: (code, first token)."""
    t = r.t
    if not t.near(i) or t.figures[i - 1]:
        return None
    for first in (i - 3, i - 2, i - 1):
        if first >= 0 and all(t.glued(j) for j in range(first + 1, i)):
            code = r.sign(t.text[t.starts[first] : t.ends[i - 1]])
            if code is not None and not (t.glued(first) and (t.word[first - 1] or t.figures[first - 1]) and t.word[first]):
                return code, first
    return None


def measured(r: Reading, number: Number) -> Piece:
    """Read what a number is measured in, and its rate."""
    piece = Piece(number.first, number.end, number.low, number.high, scale=number.scale, words=number.words, vague=number.vague, suffix=number.suffix)
    piece.bound = "over" if number.over else "exact"
    before = money_before(r, number.first) if r.t.is_figures(number.first) else None
    unit = unit_at(r, number.end, number.scale >= 1000)
    if before is not None:
        piece.unit, piece.first, piece.bare = before[0], before[1], False
        if unit is not None and is_money(unit.code) and (before[0] == "USD" or unit.code == before[0]):
            piece.unit, piece.end, piece.suffix = unit.code, unit.end, unit.suffix
    elif unit is not None:
        piece.unit, piece.end, piece.bare, piece.suffix = unit.code, unit.end, False, unit.suffix or number.suffix
        piece.low *= unit.times
        piece.high = piece.high and piece.high * unit.times
    piece.begin = piece.first
    if not piece.bare and piece.unit not in ("%", "{pp}"):
        rated(r, piece)
    return piece


def rated(r: Reading, piece: Piece) -> None:
    """Read the rates right after a unit, into the unit."""
    for _ in range(2):
        rate = rate_at(r, piece.end, is_money(piece.unit))
        if rate is None or piece.rate is not None or rate[0] == piece.unit:
            return
        code, piece.end, divisor = rate
        piece.unit = f"{piece.unit}/{code}"
        piece.rate = code if code in TIMES else None
        if divisor != 1:
            piece.low /= divisor
            piece.high = piece.high and piece.high / divisor


def rate_at(r: Reading, i: int, money: bool) -> tuple[str, int, Decimal] | None:
    """Read "в год", "/сут", "за тонну", "за 1 тыс. куб. м" at token `i`: (code, token after it, divisor)."""
    t, lex = r.t, r.lex
    if t.at(i) == "/" and t.glued(i):
        found = unit_at(r, i + 1, False)
        return (found.code, found.end, found.times) if found and not is_money(found.code) else None
    i += t.at(i) == "." and t.glued(i) and t.raw(i + 1)[:1].islower()
    if not t.near(i):
        return None
    if time := lex.phrases["rates"].match(t, i):
        return None if lex.is_any("not_rate_after", t.at(time[1])) else (time[0][0], time[1], Decimal(1))
    if not money or not lex.is_any("per", t.at(i)):
        return None
    number = number_at(t, i + 1, lex)
    at = number.end if number else i + 1
    unit = unit_at(r, at, False)
    if unit is None or is_money(unit.code) or unit.code in ("%", "{pp}", *TIMES) or (number and not number.low):
        return None
    return unit.code, unit.end, unit.times * (number.low if number else 1)
