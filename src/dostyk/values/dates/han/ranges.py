"""Turns a date, or two with a joint between them, into one expression with the relation that the words around it give."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dostyk.values.dates.han.days import number
from dostyk.values.dates.han.guards import begins, ends
from dostyk.values.dates.han.point import point
from dostyk.values.dates.han.words import pattern, table
from dostyk.values.dates.han.years import year
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read

CLOCK = (
    r"(?: ?(?:上午|下午|晚上|晚间|早上|早晨|早间|凌晨|中午|傍晚|午夜|深夜|清晨)? ?(?:[0-9]{1,2}:[0-9]{2}|(?:[0-9]{1,2}"
    r"|[零一二两三四五六七八九十]{1,3})(?:点|时(?!期|代|间))(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})分)?[半整]?)?)"
)
JOINT = CLOCK + r" ?(起)?(?:一直)?(?:(至|到|[-–—―~]{1,2}) ?|(和|与|跟|同))"
OPEN_DAY = (
    r"(?:([0-9]{1,2}|<N>{1,3}) ?月 ?)?([0-9]{1,2}|<N>{1,3})(?= ?(?:、|至|到|[-–—―~]{1,2}) ?(?:(?:[0-9]{1,2}"
    r"|<N>{1,3}) ?月 ?)?(?:[0-9]{1,2}|<N>{1,3}) ?[日号])"
)


class Found(NamedTuple):
    """One expression: its offsets, what it says, its relation, where the adverbial begins, whether it is approximate."""

    start: int
    end: int
    node: Node
    relation: str = "in"
    lead: int = -1
    approximate: bool = False


def expression(f: str, i: int) -> Found | None:
    """Read the date or interval that begins at `i`, with the words that open, close or blur it."""
    first = _open_day(f, i) or point(f, i)
    if first is None:
        return None
    node, end = first
    joined = None if node.op in ("length", "years", "window") else _joined(f, node, end)
    if joined:
        node, end = joined
    if node.op == "length":
        return _length(f, i, node, end)
    blurred, end = _blur(f, end, node)
    if pattern(CLOCK + r" ?(?:至|到|[-–—―~]) ?[0-9一二三四五六七八九十]{1,3}(?:点|时|:[0-9]{2})").match(f, end):
        return Found(i, end, node)  # the interval is one of hours
    closing, stop = _closing(f, end, node)
    opening, lead, before = _opening(f, i)
    relation = closing or opening or "in"
    if joined and relation in ("from_start", "since", "by"):
        relation = "in"
    return Found(i, stop if closing else end, node, relation, lead, blurred or before)


def _length(f: str, i: int, node: Node, end: int) -> Found:
    for word in ("持续", "历时", "为期", "长达", "共"):
        if f.endswith(word, 0, i):
            return Found(i, end, node, lead=i - len(word))
    return Found(i, end, node)


def _open_day(f: str, i: int) -> Read:
    """Read the first day of "5至7日" and "3月5-7日", which has no 日 of its own; after a year, that year's."""
    start = None
    if head := year(f, i):
        start, i = head
    match = pattern(OPEN_DAY).match(f, i)
    if match is None or not start and i and f[i - 1] in "0123456789第./-:年月":
        return None
    day = number(match[2])
    if match[1]:
        return Node("day", day or 99, Node("month", number(match[1]), start)), match.end()
    return None if start else (Node("day", day or 99, Node("recent_month", day)), match.end())


def _joined(f: str, first: Node, end: int) -> Read:
    """Read the other end of an interval and let each fill what the other leaves open."""
    match = pattern(JOINT).match(f, end)
    if match is None and f.startswith("、", end) and first.op == "day" and f[end - 1 : end] not in ("日", "号"):
        match = pattern("、()()()").match(f, end)
    if match is None:
        return None
    other = point(f, match.end())
    if other is None or other[0].op in ("length", "window", "same_period", "shift"):
        return None
    last, stop = other
    if match[1] and f.startswith(("之前", "以前", "前"), stop):
        return None
    if match[3]:
        closing = pattern(rf"{CLOCK}(?:之间|期间|间)").match(f, stop)
        if closing is None:
            return None
        stop = closing.end()
    elif f.startswith(("之间", "期间"), stop) or f.startswith("间", stop) and not f.startswith(("间接", "间隔"), stop):
        stop += 1 if f.startswith("间", stop) else 2
    filled = joined(first, last)
    return (filled, stop) if filled else None


def joined(first: Node, last: Node) -> Node | None:
    """Make an interval of two dates; a missing month or year is the other's."""
    turn = 1
    if last.base and last.base.op == "recent_month" and (month := first.find("month")):
        last = Node("day", last.n, month, m=last.m)
    elif last.level == "year" and (under := first.find("year")):
        last = last.on(under)
    elif first.level == "year" and (under := last.find("year")):
        first, turn = first.on(under), -1
    return Node("span", turn, first, other=last)


def _closing(f: str, end: int, node: Node) -> tuple[str | None, int]:
    """Read the relation that stands after a date, with a time of day between: "以前", "之后", "以来", "起"."""
    clock = pattern(CLOCK).match(f, end)
    for start in dict.fromkeys((clock.end() if clock else end, end)):
        match = pattern(r" ?(?:的时候)?(<after>)").match(f, start)
        if match and ends(f, match[1], match.end()) and not (match[1] in ("开始", "始") and (node.op == "shift" or f.startswith("于", match.end()))):
            return table()["after"][match[1]], match.end()
    return None, end


def _opening(f: str, i: int) -> tuple[str | None, int, bool]:
    """Read the relation that stands before a date: its name, where the adverbial begins, whether "约" stands between."""
    left = f[max(0, i - 8) : i].rstrip(" ")
    blurred = next((word for word in listed_before() if left.endswith(word)), "")
    if blurred:
        left = left[: -len(blurred)].rstrip(" ")
    for size in range(4, 0, -1):
        word = left[-size:]
        if len(word) == size and (relation := table()["before"].get(word)) and begins(f, i):
            return relation, i - (len(f[max(0, i - 8) : i]) - (len(left) - size)), bool(blurred)
    return None, i - len(f[max(0, i - 8) : i]) + len(left) if blurred else i, bool(blurred)


@cache
def listed_before() -> tuple[str, ...]:
    """Give the words that blur a date, longest first."""
    return tuple(sorted(str(table()["approximate"]["before"]).split(), key=len, reverse=True))


def _blur(f: str, end: int, node: Node) -> tuple[bool, int]:
    for word in str(table()["approximate"]["after"]).split():
        if f.startswith(word, end):
            return True, end + len(word)
    return False, end
