"""Turns weekdays, with the day they fall on or alone, and the names of feast days into what they say."""

from __future__ import annotations

from dataclasses import replace

from dostyk.values.dates.days import day_number
from dostyk.values.dates.node import Node
from dostyk.values.dates.tails import tail
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import counted


def weekday(line: Line, i: int, depth: int) -> Read:
    """Read a weekday with the day it falls on, or alone: "Monday, 5 May", "Tuesday of last week", "on Friday"."""
    n, j = line.get(i, "weekday"), i + 1
    if line.has(i, "short") and line.has(j, "dot"):
        j += 1
    k = j + 1 if line.has(j, "comma", "open", "dash") else j
    k = k + 1 if line.has(k, "the") else k
    found = line.point(k, depth)
    if found and found[0].op in ("day", "numeric") and found[0].level != "month":
        end = found[1] + 1 if line.has(j, "open") and line.has(found[1], "close") else found[1]
        return (replace(found[0], m=n) if found[0].op == "day" else found[0]), end
    day = day_number(line, k)
    if (
        day
        and not line.has(j, "comma")
        and not counted(line, day[1])
        and (day[2] or not line.word(day[1]).isalpha() or line.has(day[1], "lead", "verbs", "between"))
        and not line.has(day[1], "dash")
    ):
        return Node("fits", day[0], m=n, source="either"), day[1]
    if line.has(i, "short") and not line.has(i - 1, "dating") or line.has(i, "ambiguous") and not line.at(i).cap:
        return None
    j = j + 1 if line.has(j, "sun") else j
    week = line.inner(j, depth) if line.has(j, "of", "deictic", "context") else None
    if week and week[0].op == "relative" and week[0].unit == "W":
        return Node("weekday", n, week[0]), week[1]
    return Node("weekday", n, m=9, source="reference"), j


def holiday(line: Line, i: int, depth: int) -> Read:
    """Read the name of a day that is the same everywhere: "Christmas Eve", "New Year's Day 2020", "Easter Monday"."""
    for words, node in line.lexicon.holidays[line.word(i)]:
        j = i + len(words)
        if all(line.word(i + n) == word for n, word in enumerate(words)) and (line.at(i).cap or not line.has(i, "ambiguous")):
            if len(words) == 1 and line.at(j).cap:  # "Easter Island"
                return None
            after = tail(line, j, depth)
            return (node.on(after[0]), after[1]) if after else (node, j)
    return None
