"""Values turned into words of an inflected language by abbreviations, which take no endings: "17,62 млрд долл. США", "952 кв. км"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from dostyk.values.quantities.inflected.lexis import Lexis
from dostyk.values.quantities.inflected.numbers import number_at
from dostyk.values.quantities.inflected.tokens import tokens
from dostyk.values.quantities.shapes import written
from dostyk.values.quantities.units import table

SPACE = "\u00a0"


def worded(value: str, unit: str, lex: Lexis) -> str:
    """Word a value and its unit; a value that is no number is shown as it stands."""
    try:
        numbers = [Decimal(part) for part in value.split("/")]
    except InvalidOperation:
        return f"{value} {unit}".strip()
    return f"{magnitudes(numbers, lex.shown)} {unit_shown(unit, lex.shown)}".strip()


def magnitudes(numbers: list[Decimal], words: Mapping[str, str]) -> str:
    """Word numbers with one magnitude for all; below a million in figures with spaces."""
    least = min(abs(number) for number in numbers)
    for entry in words["scales"].split(", "):
        word, _, worth = entry.partition(" ")
        scale = Decimal(worth)
        if least >= scale and all((number / scale * 1000) % 1 == 0 for number in numbers):
            return f"{'–'.join(figures(number / scale) for number in numbers)} {word}"
    return "–".join(figures(number) for number in numbers)


def figures(number: Decimal) -> str:
    """Write a number with a decimal comma and spaces between thousands."""
    whole, point, part = written(number).partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(whole):,}".replace(",", SPACE) + ("," if point else "") + part


def unit_shown(unit: str, words: Mapping[str, str]) -> str:
    """Word a unit: by the language's abbreviation, else by its symbol; a rate by its time."""
    if unit in ("1", "rank", ""):
        return ""
    if unit in words:
        return words[unit]
    code, slash, per = unit.rpartition("/")
    if slash:
        rate = words.get(f"/{per}") or f"/{unit_shown(per, words)}"
        return f"{unit_shown(code, words)}{'' if rate.startswith('/') else ' '}{rate}".strip()
    return str(table()["show"].get(unit) or unit.replace("2", "²").replace("3", "³"))


def whole_number(text: str, lex: Lexis) -> str | None:
    """Give the value of a text that is a number from end to end ("17,62 млрд", "двадцать пять"), else None."""
    found = tokens(text)
    minus = len(found) > 1 and found.at(0) in ("-", "−", "–") and found.glued(1)
    number = number_at(found, int(minus), lex) if len(found) else None
    if number is None or number.over or number.end != len(found):
        return None
    return ("-" if minus else "") + written(number.low)
