"""Anniversaries with a year → the year of what they commemorate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from dostyk.facts import wording
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_list
from dostyk.facts.tables import table
from dostyk.facts.timing import first_day, last_day
from dostyk.model.fact import Fact, Finding, Severity

_MARKS = frozenset({"anniversary", "birthday", "jubilee", "birth"})
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90}


def anniversaries(record: Record) -> Iterator[Finding]:
    """The nth anniversary in a year dates what it commemorates; anniversaries that agree are one finding."""
    found: dict[tuple[int, str], list[tuple[int, Fact]]] = defaultdict(list)
    for fact in record.of_kind("Event"):
        number, rest = _nth(fact.roles["event"][0].name) if fact.roles.get("event") else (0, "")
        year = _year(fact)
        if number and year and rest:
            found[(year - number, _same_subject(found, year - number, rest))].append((number, fact))
    for (year, rest), facts in found.items():
        held = show_list(_ordinal(n) + " in " + str(_year(f)) for n, f in facts)
        counted = "birth" if _is_birth(facts) else "anniversaries" if len(facts) > 1 else "anniversary"
        summary = f"Implied: the {counted} of “{rest}” {'was in' if counted == 'birth' else 'count from' if len(facts) > 1 else 'counts from'} {year}"
        reason = f"Counted back from the anniversary: the {held}."
        yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, reason), [s for _, f in facts for s in f.statements], [f for _, f in facts])


def _same_subject(found: dict[tuple[int, str], list[tuple[int, Fact]]], year: int, rest: str) -> str:
    """The wording already met for a subject that shares half of its telling words and gives the same year."""
    return next((known for at, known in found if at == year and wording.shares_words(known, rest)), rest)


def _is_birth(facts: list[tuple[int, Fact]]) -> bool:
    return any(re.search(r"\bbirth\b", f.roles["event"][0].name.lower()) for _, f in facts)


def _nth(name: str) -> tuple[int, str]:
    """The number of an anniversary and what it is of; 0 where a name is no anniversary."""
    parts = name.split()
    for at, part in enumerate(parts):
        if part.strip(",.'’\"").lower() in _MARKS and at:
            number = _number(parts[at - 1])
            rest = re.sub(r"^(celebrations?|of|as|the|\s)+", "", " ".join(parts[at + 1 :]))
            named = any(word[:1].isupper() for word in rest.split())
            return number, rest if number and named else ""
    return 0, ""


def _number(word: str) -> int:
    plain = word.lower().strip(",.")
    digits = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", plain)
    return int(digits[1]) if digits else _TENS.get(plain) or int(table("wording.toml")["numbers"].get(plain, 0))


def _year(fact: Fact) -> int | None:
    first, last = first_day(fact.time), last_day(fact.time)
    return first[0] if first and last and first[0] == last[0] else None


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
