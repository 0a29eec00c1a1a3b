"""Pieces that stand together turned into one: ranges, "трое из пяти", the same amount said again in brackets."""

from __future__ import annotations

from decimal import Decimal

from dostyk.values.quantities.inflected.bounds import moving
from dostyk.values.quantities.inflected.numbers import Number, compose
from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.units import Reading, measured
from dostyk.values.quantities.measured import number, share
from dostyk.values.quantities.shapes import written
from dostyk.values.quantities.units import is_money, same_kind

_DASHES = ("-", "–", "—", "−", "~", "÷", "...", "…")
_COMPOUND = {("m", "cm"): 100, ("km", "m"): 1000, ("t", "kg"): 1000, ("kg", "g"): 1000, ("h", "min"): 60, ("min", "s"): 60}
CLOSE = 6


def join(r: Reading, pieces: list[Piece]) -> list[Piece]:
    """Join what belongs together, from left to right."""
    found: list[Piece] = []
    for piece in pieces:
        if found and piece.counts and found[-1].counts and piece.first - found[-1].end <= CLOSE:
            glue = r.t.low[found[-1].end : piece.first]
            if any(joins(r, found[-1], piece, glue) for joins in (listed, spelled_again, compound, ranged, tolerance, one_in, restated)):
                continue
        found.append(piece)
    return found


def spelled_again(r: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Join figures and the same number in words in brackets, as in contracts: "15 (пятнадцать) процентов"."""
    t = r.t
    if glue != ["("] or t.at(last.end) != ")" or first.low != last.low or not (first.bare and last.bare and last.words):
        return False
    number = compose(t, last.end + 1, r.lex, first.low) or Number(first.first, last.end + 1, first.low)
    number.first = first.first
    piece = measured(r, number)
    first.low, first.scale, first.unit, first.bare, first.rate, first.end = piece.low, piece.scale, piece.unit, piece.bare, piece.rate, piece.end
    first.suffix = piece.suffix
    return True


def listed(r: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Share the unit and magnitude of "45 и 50 млн тонн"; they stay two."""
    plain = first.bare and not first.words and first.scale == 1 and first.sort == last.sort == "level"
    if len(glue) == 1 and r.lex.is_any("and", glue[0]) and plain and not last.bare and not r.lex.is_any("between", first.lead):
        share(first, last)
    return False


def compound(_: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Add the smaller part of a compound: "12 м 40 см", "5 рублей 30 копеек"."""
    divisor = _COMPOUND.get((first.unit, last.unit))
    if glue not in ([], ["."]) or divisor is None and not (first.unit == last.unit and is_money(first.unit) and last.low < 1 <= first.low):
        return False
    first.low, first.end = first.low + last.low / (divisor or 1), last.end
    return True


def link(r: Reading, first: Piece, last: Piece, glue: list[str]) -> str:
    """Say how two pieces are linked: dash, to, between, or; empty where they are not."""
    lex = r.lex
    if len(glue) == 1 and glue[0] in _DASHES:
        return "dash"
    if not glue and first.words and last.words and first.bare and last.low - first.low == 1:
        return "or"
    words = [word for word in glue if word != ","]
    if len(glue) == 1 and lex.is_any("or", glue[0]) and first.scale in (1, last.scale):
        return "or"
    if words and len(words) <= 2 and lex.is_any("range_to", words[-1]) and lex.is_any("from", first.lead):
        return "to"
    if len(words) == 1 and lex.is_any("and", words[0]) and lex.is_any("between", first.lead):
        return "between"
    if not words and first.suffix in lex.groups["from_endings"] and lex.is_any("to_after", r.t.at(last.end)):
        return "to"
    return ""


def ranged(r: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Make a range of two pieces, if they are one; units and magnitudes said once are shared even where they are not."""
    how = link(r, first, last, glue)
    multiple = first.bare and last.sort == "multiple" and first.sort == "level"
    if not how or (first.sort != last.sort and not multiple) or (how == "or" and not first.bare):
        return False
    if how == "or" and last.low / last.scale - first.low / first.scale > max(Decimal(1), first.low / first.scale):
        return False
    if multiple:
        first.sort, first.bare = "multiple", False
    if not share(first, last):
        return False
    if how == "to" and moving(r, first, after=last.end - first.end + 4):
        first.bound = last.bound = "exact"
        first.pair = last
        last.lead, last.begin = first.lead and "→", last.first
        return False
    if not first.low < last.low or first.bound not in ("exact", "about"):
        return False
    first.high, first.end, first.suffix = last.low, last.end, last.suffix
    first.unit, first.bare, first.rate, first.words = last.unit, first.bare and last.bare, last.rate, first.words or last.words
    if how in ("to", "between"):
        first.begin = min(first.begin, lead_token(r, first))
        first.end += how == "to" and r.lex.is_any("to_after", r.t.at(last.end))
        first.lead = ""
    return True


def lead_token(r: Reading, piece: Piece) -> int:
    """Give the token of a piece's preposition."""
    return next((i for i in range(piece.first - 1, max(-1, piece.first - 4), -1) if r.t.low[i] == piece.lead), piece.begin)


def tolerance(_: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Make a range of "5 ± 1"."""
    if glue != ["±"]:
        return False
    first.low, first.high, first.end = first.low - last.low, first.low + last.low, last.end
    first.unit, first.bare, first.bound = last.unit, last.bare, "about"
    return True


def one_in(r: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Make a share of "трое из пяти", "9 из 10"."""
    if len(glue) != 1 or not r.lex.is_any("one_in", glue[0]) or not (first.bare and last.bare and 0 < first.low < last.low <= 1000):
        return False
    if r.lex.is_any("superlative", r.t.at(last.end)) and first.low == 1:
        first.low, first.end, first.unit, first.sort, first.bound, first.bare = last.low, last.end, "rank", "rank", "max", False
        return True
    first.fraction, first.sort, first.unit, first.bare = f"{written(first.low)}/{written(last.low)}", "share", "%", False
    first.low, first.end = (first.low * 100 / last.low).quantize(Decimal("0.1")), last.end
    return True


def restated(r: Reading, first: Piece, last: Piece, glue: list[str]) -> bool:
    """Keep an amount said again in another unit as the alternative: "5 млн долларов (36 млн юаней)"."""
    if first.bare or last.bare or not same_kind(first.unit, last.unit):
        return False
    t, lex = r.t, r.lex
    if glue and glue[0] in "([":
        if not all(lex.is_any("open_bracket_words", word) for word in glue[1:]):
            return False
        close = next((i for i in range(last.end, min(last.end + 8, len(t))) if t.low[i] in ")]" or t.figures[i]), -1)
        if close < 0 or t.figures[close]:
            return False
        first.end = close + 1 if close == last.end else last.end
    elif (
        glue
        and glue[-1] in ("/", "=", "≈")
        or (glue and all(word == "," or lex.is_any("restated", word) for word in glue) and glue not in ([","], ["."]))
    ):
        first.end = last.end
    else:
        return False
    first.alternative = (number(last), last.unit)
    return True
