"""Bounds around a piece, and what the words around tell of it: "не менее чем на 5 %", "5 млн-нан астам", "рост на 18 %"."""

from __future__ import annotations

from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.units import TIMES, Reading, rate_at, unit_at

LONGEST = 5
REACH = 9
_STOPS = ".;!?•"


def bound_before(r: Reading, piece: Piece) -> None:
    """Read the bounds and the preposition before a piece."""
    t, lex, at = r.t, r.lex, piece.first
    for _ in range(4):
        found = ends_at(r, "bounds_before", at)
        if found is not None:
            bound, at = found
            if piece.bound in ("exact", "about") and not (piece.bound == "about" and bound == "exact"):
                piece.bound = bound
            piece.begin = at
        elif not piece.lead and t.near(at) and lex.is_any("prepositions", t.at(at - 1)):
            at -= 1
            piece.lead = t.low[at]
        else:
            break
    signed(r, piece)


def signed(r: Reading, piece: Piece) -> None:
    """Read a minus right before a piece."""
    t, before = r.t, piece.first - 1
    bracketed = t.at(before - 1) in ("(", "[")
    free = t.glued(piece.first) and (bracketed or not t.glued(before)) and not t.is_figures(before - 1)
    sign = t.at(before) in ("-", "−", "–") and free
    if (sign or (t.at(before) == "+" and free)) and bracketed and piece.unit in ("%", "{pp}"):
        piece.sort = "change"
    if sign or (lex_minus := r.lex.is_any("minus", t.at(before))) and lex_minus and t.near(piece.first):
        piece.sign, piece.begin = -1, min(piece.begin, before)
    elif t.at(before) == "+" and free and piece.unit in ("%", "{pp}"):
        piece.sort, piece.begin = "change", min(piece.begin, before)


def ends_at(r: Reading, name: str, end: int) -> tuple[str, int] | None:
    """Find the longest phrase that ends right before token `end`: (meaning, where it begins)."""
    if not r.t.near(end) or not r.lex.phrases[name].may_end(r.t, end - 1):
        return None
    for first in range(max(0, end - LONGEST), end):
        found = r.lex.phrases[name].match(r.t, first)
        if found is not None and found[1] == end:
            return found[0][0], first
    return None


def bound_after(r: Reading, piece: Piece) -> None:
    """Read a bound after a piece; over a counted noun of up to two words where the bound asks for an ending."""
    t, lex = r.t, r.lex
    if piece.alternative is not None:
        return
    if t.at(piece.end) == "+" and t.glued(piece.end) and not (t.glued(piece.end + 1) and (t.is_word(piece.end + 1) or t.is_figures(piece.end + 1))):
        piece.bound, piece.end = "min", piece.end + 1
        return
    if piece.suffix in lex.groups["about_endings"] and piece.suffix:
        piece.bound = "about"
    for skip in (0, 1, 2):
        at = piece.end + skip
        if skip and not (piece.bare and t.is_word(at - 1) and t.near(at - 1)):
            return
        if not t.near(at) or not (found := lex.phrases["bounds_after"].match(t, at)):
            continue
        bound = found[0][0]
        governing = piece.suffix if not skip else lex.case(t.at(at - 1))
        if not fits(r, bound, governing, found[1]):
            continue
        if bound == "max" and governing in lex.groups["change_endings"] and moving(r, piece):
            bound = "exact"
        if piece.bound in ("exact", "about"):
            piece.bound = bound
        if not skip:
            piece.end, piece.suffix = found[1], ""
            unit_beyond(r, piece)
        return


def unit_beyond(r: Reading, piece: Piece) -> None:
    """Read the unit that is said only after the bound: "10 и более процентов", "в 2 и более раза"."""
    if not piece.bare or piece.ordinal:
        return
    if r.lex.is_any("times", r.t.at(piece.end)) and r.lex.is_any("times_lead", piece.lead):
        piece.sort, piece.end, piece.bare = "multiple", piece.end + 1, False
    elif (unit := unit_at(r, piece.end, piece.scale >= 1000)) is not None:
        piece.unit, piece.end, piece.bare = unit.code, unit.end, False
        piece.low *= unit.times


def fits(r: Reading, bound: str, governing: str, end: int) -> bool:
    """Say whether the ending before a bound is the one that it takes, in a language where it takes one."""
    lex = r.lex
    if not lex.groups["from_endings"]:
        return True
    if lex.is_any("free_bounds", r.t.at(end - 1)):
        return True
    if lex.is_any("to_after", r.t.at(end - 1)) or lex.is_any("near_after", r.t.at(end - 1)):
        return governing in lex.groups["change_endings"]
    return governing in lex.groups["from_endings"]


def rate_around(r: Reading, piece: Piece) -> str | None:
    """Read a rate said before a piece ("жылына 5 млн тонна") or after a counted noun ("тысяч пассажиров в день")."""
    t = r.t
    if piece.unit in TIMES or "/" in piece.unit or piece.unit in ("%", "{pp}"):
        return None
    for skip in (0, 1, 2, 3, 4):
        at = piece.begin - skip
        if skip and (not t.is_word(at) or not t.near(at + 1)):
            break
        if (found := ends_at(r, "rates_before", at)) and not (skip and r.lex.is_any("prepositions", t.at(found[1]))):
            return found[0]
    for skip in (0, 1, 2, 3, 4):
        at = piece.end + skip
        if skip and (not t.is_word(at - 1) or not t.near(at - 1) or r.lex.is_any("no_counted", t.at(at - 1))):
            return None
        if rate := rate_at(r, at, False):
            return rate[0] if rate[0] in TIMES else None
    return None


def moving(r: Reading, piece: Piece, after: int = 5) -> bool:
    """Say whether a word of rising or falling stands near a piece, in the same sentence."""
    return near_any(r, piece.begin - 1, -1, REACH, "moving") or near_any(r, piece.end, 1, after, "moving")


def near_any(r: Reading, i: int, step: int, reach: int, group: str) -> bool:
    """Say whether a word of a group stands within `reach` tokens, before the sentence ends."""
    for _ in range(reach):
        word = r.t.at(i)
        if not word or (word in _STOPS and not (word == "." and r.t.is_word(i + 1) and r.t.raw(i + 1).islower())):
            return False
        if r.t.word[i] and r.lex.is_any(group, word):
            return True
        i += step
    return False


def statistic(r: Reading, piece: Piece) -> str:
    """Say what a piece is where the words around tell: a change, a share, a multiple, a level."""
    if piece.sort in ("multiple", "rank", "change"):
        return piece.sort
    if changed(r, piece):
        return "change"
    if piece.sort == "share":
        return piece.sort
    if piece.unit not in ("%", "{pp}"):
        return "level"
    lex = r.lex
    grown = near_any(r, piece.begin - 1, -1, 3, "change_nouns") and not lex.is_any("ceiling", piece.lead)
    if grown or lex.is_any("change_nouns", r.t.at(piece.end)):
        return "change"
    return "share" if shared(r, piece) else "level"


def changed(r: Reading, piece: Piece) -> bool:
    """Say whether a piece is how much something rose or fell: "вырос на 5 %", "5 пайызға өсті"."""
    lex, after = r.lex, r.t.at(piece.end)
    if piece.unit in TIMES or (piece.bare and piece.scale == 1 and piece.low < 10):
        return False
    if lex.is_any("change_lead", piece.lead) and moving(r, piece):
        return True
    ended = piece.suffix in lex.groups["change_endings"] and not lex.is_any("reaching", after) and not lex.is_any("to_after", after)
    return ended and near_any(r, piece.end, 1, 12 if piece.unit == "%" else 4, "moving")


def shared(r: Reading, piece: Piece) -> bool:
    """Say whether a percentage is a part of a whole: "доля составляет 30 %", "экспорттың 30 пайызы"."""
    t, lex = r.t, r.lex
    other = any(t.is_figures(i) for i in range(max(0, piece.begin - 3), piece.begin))
    if near_any(r, piece.begin - 1, -1, 7, "share_nouns") and not other:
        return True
    before = t.at(piece.begin - 1)
    of = lex.case(before) in lex.groups["part_endings"] and not lex.is_any("dated_after", before)
    return of or (piece.suffix in lex.groups["share_endings"] and near_any(r, piece.end, 1, 4, "share_verbs"))
