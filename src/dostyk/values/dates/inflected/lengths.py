"""Turns lengths of time ("три года", "полгода") into ISO 8601, or into the date that lies so far from another ("пять лет назад")."""

from __future__ import annotations

from dostyk.values.dates.force import looks_ahead
from dostyk.values.dates.inflected.numbers import cardinal, ending
from dostyk.values.dates.lengths import iso
from dostyk.values.dates.node import Node
from dostyk.values.dates.relative import CALENDAR, LARGEST
from dostyk.values.dates.tokens import Line, Read

Count = tuple[float, int, str]
"""Number, the token after the unit, the unit's letter."""


def length(line: Line, i: int, depth: int) -> Read:
    """Read a length of time and what makes a date of it: words before it ("через"), after it ("назад") or a date beyond those."""
    found = _single(line, i) or _counted(line, i)
    if found is None:
        return _either(line, i)
    count, j, unit = found
    part = _counted(line, j + 1 if line.get(j, "join") == "and" else j) if unit in ("Y", "W", "D", "h") else None
    smaller = {"Y": ("M", 12), "W": ("D", 7), "D": ("h", 24), "h": ("m", 60)}.get(unit)
    if part and smaller and part[2] == smaller[0] and count == int(count):
        count, j, unit = count * smaller[1] + part[0], part[1], part[2]
    elif count != int(count) and unit in "YEC":
        count, unit = count * {"Y": 12, "E": 120, "C": 1200}[unit], "M"
    whole = count == int(count) and 0 < count <= LARGEST and unit in CALENDAR
    way = line.get(j - 2, "deictic") if j - 2 > i else None
    if way and whole:  # "два последних года"
        return Node("window", way * int(count), unit=unit, source="reference"), j
    moved = _moved(line, i, j, int(count), unit, depth) if whole else None
    if moved:
        return moved
    bare = line.has(i, "unit", "adjective_unit") or count == 0
    if unit == "h" and line.has(i - 1, "in"):
        return None  # "в 10 часов", a time of day
    if bare and not line.has(i - 1, "for_length", "within") or _every(line, i, j):
        return None
    if line.has(j, "age") or line.has(i - 1, "age_before"):
        return None
    return Node("length", int(count), unit=iso(count, unit), source=unit if whole else ""), j


def _every(line: Line, i: int, j: int) -> bool:
    """Tell whether the length is how often something happens: "каждые три года", "раз в два года", "үш жыл сайын", "екі жылда бір рет"."""
    before = line.has(i - 1, "every") or line.has(i - 1, "in") and line.has(i - 2, "every")
    return before or line.has(j, "every_after") or line.has(j, "card") and line.has(j + 1, "times")


def _single(line: Line, i: int) -> Count | None:
    """Read a unit without number ("год назад", "через неделю"), "полгода", "полтора года", "жарты жыл"."""
    if line.has(i, "half_year"):
        return 0.5, i + 1, "Y"
    if line.has(i, "one_and_half"):
        unit = line.get(i + 1, "unit")
        return (1.5, i + 2, unit) if unit else None
    if line.has(i, "half_word") and line.get(i + 1, "unit") == "Y" and line.has(i + 1, "bare"):
        return 0.5, i + 2, "Y"
    unit = line.get(i, "unit")
    if (
        unit is None
        or line.at(i).cap
        and not line.has(i + 1, "ago")
        or line.has(i, "plural_unit")
        or line.has(i - 1, "number", "card", "ord", "deictic", "context", "dash", "roman")
    ):
        return None
    after = line.has(i + 1, "shift") and (line.has(i, "counts_one") or line.has(i + 1, "ago"))
    return (1.0, i + 1, unit) if line.has(i - 1, "through", "for_length") and line.has(i, "counts_one") or after else None


def _counted(line: Line, i: int) -> Count | None:
    """Read number and unit; "one and a half" after the number, too ("бір жарым жыл")."""
    count = cardinal(line, i)
    if count is None or count[0] == 0:
        return None
    value, j = count
    if line.has(j, "half_after"):
        value, j = value + 0.5, j + 1
    if ending(line, j) > j and line.has(j + 1, "count_ending"):
        j += 2
    if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "adjective_unit"):
        return value, j + 2, line.get(j + 1, "adjective_unit")
    if line.has(j, "full") and line.has(j + 1, "unit"):
        j += 1
    unit = line.get(j, "unit")
    if unit is None or line.at(j).cap or line.has(j, "share_only") or line.get(i, "year") and unit == "Y" and not line.has(j, "plural_unit"):
        return (value, j + 1, unit) if unit == "Y" and line.get(i, "year") and line.has(j + 1, "ago") else None
    return value, j + 1, unit


def _either(line: Line, i: int) -> Read:
    """Read "2–3 года", "два-три месяца", "от двух до пяти лет"."""
    low = cardinal(line, i)
    if low is None or not (
        line.has(low[1], "dash") or line.get(low[1], "join") in ("or", "until") or line.has(i, "card") and line.has(low[1], "card")
    ):
        return None
    high = _counted(line, low[1] if line.has(low[1], "card") else low[1] + 1)
    if high is None or low[0] >= high[0] or line.has(high[1], "ago", "age") or line.get(i, "year"):
        return None
    return Node("length", unit=f"{iso(low[0], high[2])}/{iso(high[0], high[2])}"), high[1]


def _moved(line: Line, i: int, j: int, count: int, unit: str, depth: int) -> Read:
    """Read what makes a date of a length that stands from token `i` to `j`."""
    start = line.at(i).start
    if line.has(i - 1, "through"):
        if line.has(j, "beside"):  # "через два дня после 5 мая"
            base = line.point(j + 1, depth)
            return (Node("shift", count, base[0], unit), base[1]) if base and _solid(base[0]) else None
        source = "reference" if looks_ahead(line, start) else "either"
        return Node("shift", count, unit=unit, source=source), j
    shift = line.get(j, "shift")
    if shift and not (line.has(j, "needs_from") and line.get(j - 1, "case") != "from"):
        way, from_context = shift
        if line.has(j, "beside") and not line.has(j, "needs_from"):
            base = line.point(j + 1, depth)
            if base and _solid(base[0]):
                return Node("shift", way * count, base[0], unit), base[1]
            if line.has(j, "only_beside"):
                return None
        ahead = from_context and way > 0 and line.has(j, "needs_from")
        source = "reference" if not from_context or ahead and looks_ahead(line, start) else "either" if ahead else "context"
        return Node("shift", way * count, unit=unit, source=source), j + 2 if line.has(j, "ago") and line.has(j + 1, "ago") else j + 1
    if 1 < count < {"M": 12, "Q": 4 * line.has(i, "card")}.get(unit, 0):
        base = line.point(j, depth)
        if base and base[0].op in ("year", "relative") and base[0].find("year") is base[0]:
            return Node("first", count, base[0], unit), base[1]
        if unit == "M" and count > 2 and line.has(i - 1, "so_far"):
            return Node("first", count, unit="M"), j
    if line.has(j, "inside_after") and looks_ahead(line, start) and line.has(j, "within"):
        return Node("window", count, unit=unit, source="reference"), j
    return None


def _solid(node: Node) -> bool:
    return node.op not in ("length", "ordinal", "window", "shift") and node.level != "month"
