"""Pieces that begin with a word: numerals, "a hundred", "half a million", "hundreds of thousands", "a third", ordinals, "tripled"."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.figures import ordinal_piece
from dostyk.values.quantities.left import skip_back
from dostyk.values.quantities.measured import round_off
from dostyk.values.quantities.multiples import fraction, multiple_after, multiple_word, part_of_unit
from dostyk.values.quantities.numbers import Number, compose
from dostyk.values.quantities.pieces import Piece, measured, money_before, with_sign, word_after, word_before
from dostyk.values.quantities.right import name_at

_PART = re.compile(r"[ -]([^\W\d_]+)(?![^\W_])")
_WORD = re.compile(r"[^\W\d_]+")
_ONE_IN = re.compile(r" (?:in|out of|or) (?:[0-9]|([^\W\d_]+))")
_OF = re.compile(r" of ([^\W\d_]+)(?![^\W_])")


def worded_piece(context: Context, start: int, word: str) -> Piece | None:
    """Read the piece at or around the number word at `start`."""
    lex = context.lex
    if named(context, start, word):
        return None
    if word in lex.articled:
        return one_unit(context, start, word)
    if word in lex.numerals:
        return numeral_piece(context, start, word)
    if word in lex.scales:
        return scale_piece(context, start)
    if word in lex.vague:
        return vague_piece(context, start, word)
    if word in lex.multiples:
        return multiple_word(context, start, word)
    return (part_word(context, start, word) if word in lex.parts else None) or (ordinal_word(context, start, word) if word in lex.ordinals else None)


def named(context: Context, start: int, word: str) -> bool:
    """Say whether a capitalised number word is part of a name ("Three Gorges"), not the beginning of a sentence."""
    text = context.text
    if not text[start].isupper():
        return False
    after = re.match(r"[ -]([^\W\d_])", text[start + len(word) : start + len(word) + 2])
    if not (after and after[1].isupper()):
        return False
    end = skip_back(text, start)
    return bool(end) and text[end - 1] not in ".!?:;\"“”'’)" and not (end < start and "\n" in text[end:start])


def one_unit(context: Context, start: int, word: str) -> Piece | None:
    """Read "a gallon of", "a mile from": an article that stands for one; not before a noun of its own ("a metre gauge")."""
    end = start + len(word)
    after = word_after(context.low, end)
    if context.low[end : end + 1] in ("-", "‑", "'", "’") or (
        context.low[end : end + 1].isspace() and after and not context.lex.is_any("unit_follow", after)
    ):
        return None
    piece = measured(context, Number(start, start + word.index(" "), Decimal(1), words=True), None)
    return None if piece.bare else piece


def numeral_piece(context: Context, start: int, word: str) -> Piece | None:
    """Read a number in words and its unit; "one" only where it counts."""
    low, lex = context.low, context.lex
    number = compose(low, start, lex)
    if number is None:
        return None
    if (match := _PART.match(low, number.end)) and match[1] in lex.parts and number.low < 20 and number.scale == 1:
        divisor = lex.parts[match[1]]
        if number.low > divisor and number.low.to_integral_value() == number.low and lex.is_any("parts_beyond_one", match[1]):
            piece = part_of_unit(context, start, match.end(), number.low / divisor)
            return piece or Piece(start, match.end(), round_off(number.low / divisor), bare=True, words=True, fraction=f"{number.low}/{divisor}")
        if number.low < divisor and (number.low == 1 or match[1].endswith("s") or low[number.end] == "-"):
            return fraction(context, start, match.end(), number.low, divisor)
    if (times := multiple_after(context, number)) is not None:
        return times[0]
    after, single = word_after(low, number.end), number.end == start + len(word)
    if (
        single
        and low[number.end : number.end + 1] == "-"
        and (lex.is_any("hyphen_stop", after) or context.text[number.end + 1 : number.end + 2].isupper())
    ):
        return None
    piece = with_sign(context, measured(context, number, money_before(context, start)[0]))
    if piece.bare and single and ((word == "one" and not one_counts(context, start, after)) or lex.is_any("negligible", word)):
        return None
    return piece


def one_counts(context: Context, start: int, after: str) -> bool:
    """Say whether "one" is a number, not a pronoun."""
    before = word_before(context.low, start)
    if (of := _ONE_IN.match(context.low, start + 3)) and (of[1] is None or of[1] in context.lex.numerals):
        return True
    if not after or context.low[start + 3 : start + 4] not in (" ", "\u00a0", "\n") or context.lex.is_any("one_after", after):
        return False
    return not context.lex.is_any("one_before", before)


def scale_piece(context: Context, start: int) -> Piece | None:
    """Read "a million", "half a billion", "several hundred", "a couple of thousand"."""
    lex, low = context.lex, context.low
    end = skip_back(low, start) if low[start - 1 : start] != "-" else start - 1
    before = low[max(0, end - 16) : end].replace("\n", " ")
    base, high, begin = None, None, start
    for group, value in (("half_before_scale", "0.5"), ("quarter_before_scale", "0.25"), ("couple", "2"), ("few", "2"), ("article", "1")):
        phrase = next((p for p in sorted(lex.words[group], key=lambda p: (-len(p), p)) if ends_with(before, p)), None)
        if phrase is not None:
            base, begin = Decimal(value), end - len(phrase)
            high = Decimal(9) if group == "few" else None
            break
    if base is None:
        return None
    number = compose(low, start, lex, Decimal(1)) if low[start - 1 : start] != "-" else None
    number = number or scaled(low, start, lex.scales)
    number.start, number.words = begin, True
    number.vague = high is not None
    number.low, number.high = number.low * base, number.low * high if high else None
    if (times := multiple_after(context, number)) is not None:
        return times[0]
    return with_sign(context, measured(context, number, money_before(context, begin)[0]))


def scaled(low: str, start: int, scales: object) -> Number:
    """Read one scale word at `start` as once that scale."""
    match = _WORD.match(low, start)
    word = match.group() if match else ""
    value = scales[word] if isinstance(scales, dict) else Decimal(1)
    return Number(start, start + len(word), value, scale=value, words=True)


def ends_with(text: str, phrase: str) -> bool:
    """Say whether a text ends with a phrase at a word's edge."""
    return text.endswith(phrase) and not text[-len(phrase) - 1 : -len(phrase)].isalnum()


def vague_piece(context: Context, start: int, word: str) -> Piece | None:
    """Read "hundreds of thousands", "dozens": from one to nine times the scale."""
    lex, low, end = context.lex, context.low, start + len(word)
    value = lex.vague[word]
    while value < 10**12 and (match := _OF.match(low, end)) and match[1] in lex.vague and match[1] != "tens":
        value, end = value * lex.vague[match[1]], match.end()
    if end == start + len(word) and word in ("tens", "scores") or low[start - 1 : start] == "-":
        return None
    piece = measured(context, Number(start, end, value, value * 9, scale=value, words=True, vague=True), None)
    if piece.bare and low.startswith(" of ", end) and (unit := name_at(context, end + 4, False, True)) is not None and unit.times == 1:
        piece.unit, piece.bare, piece.end = unit.code, False, unit.end
    return piece


def part_word(context: Context, start: int, word: str) -> Piece | None:
    """Read "half of", "by half", "a third", "a quarter of"; "two thirds" is read from "two"."""
    low, lex, end = context.low, context.lex, start + len(word)
    after, hyphen = word_after(low, end), low[end : end + 1] == "-"
    before = word_before(low, start)
    begin = start
    if before in ("a", "an"):
        begin = start - len(before) - 1
        before = word_before(low, begin)
    elif word != "half":
        return None
    if hyphen or before in lex.ordinals:
        return None
    if word == "half" and after in ("a", "an"):
        return part_of_unit(context, begin, end + 1 + len(after), Decimal("0.5"))
    if word in ("half", "quarter") and (piece := part_of_unit(context, begin, end, 1 / lex.parts[word])) is not None:
        return piece
    if before == "one" or not part_fits(context, begin, end, word, before, after):
        return None
    return fraction(context, begin, end, Decimal(1), lex.parts[word])


def part_fits(context: Context, begin: int, end: int, word: str, before: str, after: str) -> bool:
    """Say whether the words around tell that "half", "a third", "a quarter" is a part of a whole."""
    lex = context.lex
    of = lex.is_any("part_after", after) and context.low[end : end + 1] == " "
    if word == "half":
        return of or lex.is_any("half_before", before)
    if word == "quarter":
        return (of and after == "of") or lex.is_any("half_before", before)
    return of or lex.is_any("part_before", before) or not after


def ordinal_word(context: Context, start: int, word: str) -> Piece | None:
    """Read an ordinal word before a noun; not "second" after "per", nor "First," at the head of a sentence."""
    low, end = context.low, start + len(word)
    if low[end : end + 1] not in (" ", "\u00a0", "\n", "-") or not word_after(low, end):
        return None
    if context.text[start].isupper() and (context.text[end + 1 : end + 2].isupper() or word_after(low, end) in ("is", "are")):
        return None
    if word == "first" and context.text[start].islower() and not context.lex.is_any("first_after", word_before(low, start)[-4:]):
        return None
    before = word_before(low, start)
    if word == "third" and before not in ("the", "a") and context.lex.is_any("third_parties", word_after(low, end)):
        return None
    if context.lex.is_any("every", before) and word_after(low, end) not in context.lex.time and not context.text[end + 1].isupper():
        return fraction(context, start - 1 - len(before), end, Decimal(1), context.lex.ordinals[word])
    begin = start
    if low[start - 1 : start] == "-" and (tens := context.lex.numerals.get(word_before(low, start - 1))) and tens >= 20:
        begin = start - 1 - len(word_before(low, start - 1))
        return ordinal_piece(context, begin, end, tens + context.lex.ordinals[word])
    return ordinal_piece(context, start, end, context.lex.ordinals[word])
