"""Values turned into words: "17620000000", "USD" is "17.62 billion US dollars"; and a written number into its value."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from dostyk.values.quantities.inflected import lexis, whole_number, worded
from dostyk.values.quantities.lexicon import Lexicon, lexicon
from dostyk.values.quantities.numbers import compose, from_figures
from dostyk.values.quantities.shapes import written
from dostyk.values.quantities.units import is_money, table


def read_number(text: str, language: str = "en") -> str | None:
    """Give the value of a text that is a number from end to end ("17.62 billion", "twenty-five", "1 200"), else None."""
    if (inflected := lexis(language)) is not None:
        return whole_number(text, inflected)
    text = text.strip()
    lex, sign = lexicon(language), ""
    if text[:1] in ("-", "−", "–") and text[1:2].isalnum():
        sign, text = "-", text[1:]
    low = text.lower()
    if not text or len(low) != len(text):
        return None
    number = from_figures(text, low, 0, lex, True) if text[0].isdigit() else compose(low, 0, lex)
    if number is None and (article := next((w for w in ("a ", "an ") if low.startswith(w)), None)):
        number = compose(f"1 {low[len(article) :]}", 1, lex, Decimal(1))
        return sign + written(number.low) if number and number.end == len(low) - len(article) + 2 else None
    return sign + written(number.low) if number and number.end == len(text) else None


def bound_verb(word: str, language: str = "en") -> str | None:
    """Give the bound that a verb form says of the number it governs ("exceeded": over), else None."""
    if (inflected := lexis(language)) is not None:
        return inflected.bound_verb(word)
    return lexicon(language).bound_verbs.get(word.lower())


def show(value: str, unit: str, language: str = "en") -> str:
    """Word a value ("952", "3000/4000") and its unit: "952 km²", "18 %", "3,000–4,000", "17.62 billion US dollars", "12 kWh a year".

    A value that is no number is shown as it stands.
    """
    if (inflected := lexis(language)) is not None:
        return worded(value, unit, inflected)
    lex = lexicon(language)
    parts = value.split("/")
    try:
        numbers = [Decimal(part) for part in parts]
    except InvalidOperation:
        return f"{value} {unit}".strip()
    shown = magnitudes(numbers, lex)
    name = unit_shown(unit, lex, plural=numbers != [1])
    return f"{shown} {name}".strip() if not name.startswith(lex.show["per"]) else shown + name


def magnitudes(numbers: list[Decimal], lex: Lexicon) -> str:
    """Word numbers with one magnitude for all: "3–4 million"; below a million in figures with commas."""
    least = min(abs(number) for number in numbers)
    for entry in lex.show["scales"].split(", "):
        word, _, worth = entry.partition(" ")
        scale = Decimal(worth)
        if least >= scale and all((number / scale * 1000) % 1 == 0 for number in numbers):
            return f"{join(numbers, scale, lex)} {word}"
    return join(numbers, Decimal(1), lex)


def join(numbers: list[Decimal], scale: Decimal, lex: Lexicon) -> str:
    """Write one number, or two as a range."""
    shown = [grouped(number / scale) for number in numbers]
    return shown[0] if len(shown) == 1 else lex.show["range"].format(*shown[:2])


def grouped(number: Decimal) -> str:
    """Write a number in figures with commas between thousands."""
    whole, point, part = written(number).partition(".")
    return f"{int(whole):,}{point}{part}" if whole not in ("-0", "0", "") else written(number)


def unit_shown(unit: str, lex: Lexicon, plural: bool) -> str:
    """Word a unit: currencies by name, UCUM codes by symbol, "/a" as "a year"."""
    if unit in ("1", "rank", ""):
        return ""
    code, slash, time = unit.rpartition("/")
    if slash and time in lex.show["spoken_rates"].split() and (word := next((w for w, c in lex.time.items() if c == time), None)):
        return f"{unit_shown(code, lex, plural)}{lex.show['per']}{word}"
    if slash:
        return f"{unit_shown(code, lex, plural)}/{unit_shown(time, lex, False)}"
    if is_money(unit):
        return money_shown(unit, lex, plural)
    table_shown = table()["show"].get(unit)
    return str(table_shown) if table_shown else unit.replace("2", "²").replace("3", "³").replace("har", "ha")


def money_shown(code: str, lex: Lexicon, plural: bool) -> str:
    """Name a currency: "US dollars", "Kazakh tenge", "euros"; the code where it has no name."""
    return lex.currency_names.get(code, (code, code))[plural]
