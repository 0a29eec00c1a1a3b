"""Values, bounds, units and names → the words readers see."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dostyk.facts.figures import decimals
from dostyk.facts.tables import table
from dostyk.values import edtf, quantities

_BOUNDS = {"over": "over", "under": "nearly", "about": "about", "max": "at most", "min": "at least"}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def show_figure(value: str, unit: str = "1", bound: str = "exact") -> str:
    """A value with its unit and bound in words: "over 44 billion US dollars", "25,000 a day", "952 km²"."""
    parts = decimals(value)
    if parts and unit == "rank":
        return show_ordinal(int(parts[0]))
    shown = quantities.show(value, unit).replace(" %", "%").replace("-", "−")
    return f"{_BOUNDS[bound]} {shown}" if bound in _BOUNDS else shown


def show_number(number: Decimal) -> str:
    """A number with magnitude words from a million up and with thousands separated below."""
    return show_figure(format(number, "f"))


def show_unit(unit: str) -> str:
    """A unit in words, in the plural."""
    return quantities.show("2", unit).removeprefix("2").strip()


def show_ordinal(number: int) -> str:
    """An ordinal in words up to ten, in figures above."""
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def capital(text: str) -> str:
    """Text with a capital first letter, also inside quotation marks."""
    at = 1 if text[:1] in "“\"‘'" else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def show_count(number: int) -> str:
    """A small count in words, a greater one in figures."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[number] if 0 <= number < len(words) else f"{number:,}"


def show_due(time: str | None) -> str:
    """A due time in words: "due by 31 December 2025", "due July 2024"."""
    if time is None:
        return "no due date given"
    start, slash, end = time.partition("/")
    return f"due by {show_time(end)}" if slash and start in ("", "..") else f"due {show_time(time)}"


def show_name(name: str) -> str:
    """A name as it stands in a sentence: "the United States", "the Netherlands", "Kenya"."""
    words, lists = name.split(), table("showing.toml")
    if not words or words[0].lower() == "the":
        return name
    known = name in lists["names"] or words[0] in lists["begins"] and len(words) > 1 or words[-1] in lists["ends"]
    return f"the {name}" if known else name


def show_list(parts: Iterable[str]) -> str:
    """Words joined as a list: "A", "A and B", "A, B and C"."""
    found = list(dict.fromkeys(p for p in parts if p))
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def show_time(time: str | None) -> str:
    """An EDTF date in words; as it stands where it is none."""
    if time is None:
        return "no date"
    try:
        return edtf.show(time)
    except ValueError:
        return time
