"""Numbers that are no quantities, told by what stands around them: in names, of years, lines, notes, clocks."""

from __future__ import annotations

import re

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.left import bound_before
from dostyk.values.quantities.pieces import Piece, word_after, word_before

_LEFT_WORD = re.compile(r"([^\W\d_][\w&-]*)(?:\.|[.]?[ \u00a0]|-|[ ]?[#№°] ?)$")
_ADDRESS = re.compile(r",?(?: [A-Z][\w.'’-]{0,30}){1,4}")
_RIGHT_WORD = re.compile(r"[ \u00a0\n]([^\W\d_]+)")


def refused(context: Context, piece: Piece) -> bool:
    """Say whether a piece is no quantity."""
    if piece.ordinal or not piece.bare:
        return False
    if piece.words or piece.scale > 1:
        return False
    text, low = context.text, context.low
    if clock(context, piece) or listed(text, piece) or score(piece, text):
        return True
    if year(context, piece) or text[piece.start - 1 : piece.start] == "x" or text[piece.end : piece.end + 1] == "x":
        return True
    return in_name(context, piece, low) or addressed(context, piece)


def score(piece: Piece, text: str) -> bool:
    """Say whether a bare number is half of a score or a reference ("2-1")."""
    around = text[piece.start - 1 : piece.start] + "|" + text[piece.end : piece.end + 1]
    if around[0] in "-–" and text[piece.start - 2 : piece.start - 1].isdigit():
        return True
    return around[-1] in "-–" and text[piece.end + 1 : piece.end + 2].isdigit()


def clock(context: Context, piece: Piece) -> bool:
    """Say whether a bare number is an hour ("10 a.m.")."""
    ahead = context.low[piece.end : piece.end + 9].lstrip(" \u00a0")
    return ahead.startswith(context.lex.starts["clock_after"]) and any(
        ahead.startswith(w) and not ahead[len(w) : len(w) + 1].isalpha() for w in context.lex.words["clock_after"]
    )


def listed(text: str, piece: Piece) -> bool:
    """Say whether a bare number opens a line as its number, or stands alone in brackets as a note's."""
    before, after = text[max(0, piece.start - 3) : piece.start], text[piece.end : piece.end + 2]
    opens = not before.strip(" \t") or before.rstrip(" \t").endswith(("\n", "("))
    if opens and piece.high is None and piece.low < 1000 and (after[:1] == ")" or (after[:1] == "." and (len(after) < 2 or after[1].isspace()))):
        return not (after[:1] == "." and before.rstrip(" \t").endswith("(")) and (piece.low < 200 or after[:1] == ")")
    return before[-1:] + after[:1] in ("[]", "()")


def year(context: Context, piece: Piece) -> bool:
    """Say whether a bare number that was not taken as a date is a year all the same."""
    text = context.text
    low, high = piece.low, piece.high if piece.high is not None else piece.low
    if not text[piece.end - 4 : piece.end].isdigit() or not (1500 <= low <= 2100 and 1500 <= high <= 2100 and low == low.to_integral_value()):
        return False
    if text[piece.start : piece.start + 2].find(",") >= 0 or not text[piece.start : piece.start + 4].isdigit():
        return False
    if bound_before(context.low, piece.start, context.lex, True)[0] not in ("exact", "about"):
        return False
    after = _RIGHT_WORD.match(context.low, piece.end)
    counted = bool(after and (after[1].endswith("s") or context.lex.is_any("people", after[1])) and len(after[1]) > 3)
    return not counted or context.lex.is_any("year_before", word_before(context.low, piece.start))


def addressed(context: Context, piece: Piece) -> bool:
    """Say whether a bare number is a house's ("34 Abai Avenue")."""
    match = _ADDRESS.match(context.text, piece.end)
    return bool(match) and any(context.lex.is_any("address", word.strip(".").lower()) for word in match.group().split()) if match else False


def in_name(context: Context, piece: Piece, low: str) -> bool:
    """Say whether a bare number belongs to a name: "Article 5", "Boeing 737", "Apollo 11"."""
    text = context.text
    base = max(0, piece.start - 24)
    before = _LEFT_WORD.search(text[base : piece.start])
    if text[piece.start - 1 : piece.start] == " " and text.endswith(context.lex.starts["group_of"], 0, piece.start - 1):
        return True
    if before is None:
        return False
    word = before[1].lower()
    capital = before[1][0].isupper()
    after = word_after(low, piece.end) if text[piece.end : piece.end + 1] in (" ", "\u00a0", "\n", "-") else ""
    counts = bool(after) and text[piece.end + 1 : piece.end + 2].islower() and not context.lex.is_any("no_counted", after) and after != "of"
    if word.split("-")[-1] in context.lex.words["name_before"]:
        return capital or not counts or before.group().endswith(".")
    if not capital or begins_sentence(text, base + before.start()):
        return False
    return not (counts and (after.endswith("s") or context.lex.is_any("people", after) or text[piece.end] == "-"))


def begins_sentence(text: str, start: int) -> bool:
    """Say whether a word begins a sentence, so that its capital means nothing."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return not before or before[-1] in '.!?:;"“”\n•'
