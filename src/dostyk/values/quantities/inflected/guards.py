"""Numbers that are no quantities, told by what stands around them: years, days, articles, telephones, numbers in names."""

from __future__ import annotations

import re

from dostyk.values.quantities.inflected.pieces import Piece
from dostyk.values.quantities.inflected.units import Reading
from dostyk.values.quantities.shapes import CHAINED

_PHONE = re.compile(r"\+[0-9][0-9 ()\u00a0-]{7,30}[0-9]")
_LOCAL = re.compile(r"[0-9]{1,2} ?\([0-9]{3,5}\) ?[0-9][0-9 \u00a0-]{4,12}[0-9]")
_NAMING = "#@=&_\\№"
_QUOTES = ("«", "»", '"', "“", "”", "„")
_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2])")
_BRACKETED = re.compile(r"[\[(]\d{1,3}[\])]")


def skip(r: Reading, i: int) -> int:
    """Say at which token to go on when the figures at token `i` are no number (a date, a telephone, a name's number); 0 when they may be one."""
    t = r.t
    start, text = t.starts[i], t.text
    end = 0
    if chained := CHAINED.match(text, start):
        end = chained.end()
    elif start and text[start - 1] == "+" and (phone := _PHONE.match(text, start - 1)):
        end = phone.end()
    elif local := _LOCAL.match(text, start):
        end = local.end()
    if end:
        while i < len(t) and t.starts[i] < end:
            i += 1
        return i
    if not t.glued(i):
        return 0
    before = t.low[i - 1]
    if before == "/" and t.glued(i - 1) and t.figures[i - 2]:
        return i + 1
    named = before in "-‑–—/:.+" and t.glued(i - 1) and (t.word[i - 2] and not r.lex.is_any("may_join", t.low[i - 2]))
    if before in _NAMING or named or (t.word[i - 1] and not currency_letters(r, i - 1)):
        return i + 1
    return 0


def currency_letters(r: Reading, i: int) -> bool:
    """Say whether letters glued to figures are a currency's ("RMB5")."""
    return r.sign(r.t.raw(i)) is not None


def refused(r: Reading, piece: Piece) -> bool:
    """Say whether a piece is no quantity."""
    t, lex = r.t, r.lex
    after, before = t.at(piece.end), t.at(piece.first - 1)
    if piece.ordinal:
        return lex.is_any("dated_after", after) or (lex.is_any("name_before", before) and piece.sort != "rank")
    if piece.words and titled(r, piece):
        return True
    if not piece.bare:
        return dated(r, piece)
    if piece.words and piece.scale == 1 and piece.high is None and worded(r, piece):
        return True
    if lex.is_any("dated_after", after) and t.near(piece.end) and not piece.words and piece.scale == 1:
        return True
    if piece.words or piece.scale > 1:
        return False
    return misplaced(r, piece) or numbered(r, piece) or year(r, piece)


def titled(r: Reading, piece: Piece) -> bool:
    """Say whether a capitalised numeral opens a short title in quotes ("«Семь дней»")."""
    t = r.t
    if t.at(piece.first - 1) not in _QUOTES or not t.raw(piece.first)[:1].isupper():
        return False
    return any(t.at(i) in _QUOTES for i in range(piece.end, piece.end + 4))


def dated(r: Reading, piece: Piece) -> bool:
    """Say whether a span of time is a date or a clock: "2015 жыл", "в 15 часов", "за 9 месяцев 2023 года"."""
    t, lex = r.t, r.lex
    if piece.unit not in ("a", "mo", "d", "h") or piece.words:
        return False
    if piece.unit == "a" and 1000 <= piece.low <= 2200 and piece.scale == 1:
        return True
    if piece.unit == "h" and piece.low <= 24 and lex.is_any("clock_lead", piece.lead) and lex.is_any("clock", t.at(piece.end - 1)):
        return True
    return piece.unit == "mo" and ((t.is_figures(piece.end) and len(t.low[piece.end]) == 4) or lex.is_any("period_after", t.at(piece.end)))


def worded(r: Reading, piece: Piece) -> bool:
    """Say whether a small numeral word counts nothing: "один из", "один" without a noun, "бірге"."""
    t, lex = r.t, r.lex
    word = t.low[piece.end - 1]
    if lex.is_any("never_bare", word) or lex.is_any("not_numeral_after", t.at(piece.first - 1)):
        return True
    if piece.low == 1 and (
        not t.is_word(piece.end) or lex.is_any("no_counted", t.at(piece.end)) or lex.is_any("not_one_before", t.at(piece.first - 1))
    ):
        return True
    if piece.low == 1 and t.at(piece.first - 1) == "-":
        return True
    named = t.raw(piece.first)[:1].isupper() and t.raw(piece.end)[:1].isupper() and t.is_word(piece.end)
    return named or (piece.low == 1 and lex.is_any("not_counted_after", t.at(piece.end)))


def misplaced(r: Reading, piece: Piece) -> bool:
    """Say whether a bare number is a list's, a note's, a score's, or glued to letters."""
    t = r.t
    before, after = t.at(piece.first - 1), t.at(piece.end)
    opens = piece.first == 0 or "\n" in t.text[t.ends[piece.first - 1] : t.starts[piece.first]] or before == "("
    if opens and piece.high is None and piece.low < 200 and after in (")", ".") and (t.glued(piece.end) and not t.glued(piece.end + 1)):
        return True
    if before + after in ("[]", "()") or (t.is_figures(piece.first) and t.low[piece.first].startswith("0") and t.low[piece.first][1:].isdigit()):
        return True
    marker = piece.high is None and piece.low < 100 and piece.end == piece.first + 1 and t.glued(piece.end)
    if marker and after == ")" and not any(t.at(i) == "(" for i in range(max(0, piece.first - 12), piece.first)):
        return True
    if marker and after == "." and before in (";", ".", ":") and t.raw(piece.end + 1)[:1].isupper():
        return True
    if t.glued(piece.end) and (t.is_word(piece.end) or after in ("_", "/", "@")):
        return True
    if t.glued(piece.end) and after in "-–" and t.glued(piece.end + 1) and t.is_figures(piece.end + 1):
        return True
    return before in ("-", "–") and t.glued(piece.first) and t.is_figures(piece.first - 2) and t.glued(piece.first - 1)


def numbered(r: Reading, piece: Piece) -> bool:
    """Say whether a bare number belongs to a name: "статья 5", "ЭКСПО 2017", "5-бап", "12 мая"."""
    t, lex = r.t, r.lex
    first, after = piece.first, t.at(piece.end)
    if lex.is_any("decades", t.at(piece.end - 1)) and t.is_word(piece.end - 1) and piece.low % 10 == 0:
        return True
    stop = first - 1 - (t.at(first - 1) in (".", ":", "-") and t.is_word(first - 2))
    before = t.at(stop)
    short = lex.is_any("stop_before", before) and t.at(first - 1) == "."
    if (short or lex.is_any("name_before", before)) and (t.near(first) or t.glued(first)):
        return True
    if t.at(first - 1) == "," and any(lex.is_any("streets", t.at(i)) for i in range(max(0, first - 6), first - 1)):
        return True
    if after == "-" and t.glued(piece.end) and t.is_word(piece.end + 1):
        return True
    if t.is_figures(first) and _DAY.fullmatch(t.low[first]) and piece.end == first + 1 and not counted(r, piece.end):
        return True
    if not t.is_word(stop) or not t.near(first) or t.raw(stop)[0].islower() or opens_sentence(r, stop) or stop != first - 1:
        return False
    return not counted(r, piece.end)


def counted(r: Reading, i: int) -> bool:
    """Say whether a counted noun (or its adjective) stands at token `i`."""
    t, lex = r.t, r.lex
    if not t.is_word(i) or not t.near(i) or t.raw(i)[0].isupper() or lex.is_any("no_counted", t.at(i)) or lex.is_any("dated_after", t.at(i)):
        return False
    word, endings = t.low[i], lex.groups["counted_endings"]
    return lex.is_any("people", word) or not endings or word.endswith(tuple(sorted(endings)))


def opens_sentence(r: Reading, i: int) -> bool:
    """Say whether token `i` begins a sentence, so that its capital means nothing."""
    return i == 0 or r.t.at(i - 1) in '.!?:;"“”«»\n•—–' or "\n" in r.t.text[r.t.ends[i - 1] : r.t.starts[i]]


def year(r: Reading, piece: Piece) -> bool:
    """Say whether a bare number that was not taken as a date is a year all the same."""
    t = r.t
    high = piece.high if piece.high is not None else piece.low
    last = piece.end - 1
    if not (1500 <= piece.low <= 2100 and 1500 <= high <= 2100 and piece.low == piece.low.to_integral_value()):
        return False
    if not t.low[piece.first].isdigit() or piece.bound not in ("exact", "about"):
        return False
    if piece.end > piece.first + 1 and not t.figures[last]:
        return r.lex.is_any("decades", t.low[last])
    return not counted(r, piece.end) or (not r.lex.groups["counted_endings"] and not r.lex.is_any("people", t.at(piece.end)))
