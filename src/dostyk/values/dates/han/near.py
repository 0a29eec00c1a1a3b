"""Turns days in Chinese that are counted from another ("今天", "上周五", "本月15日", "15日") into what they say."""

from __future__ import annotations

from dostyk.values.dates.han.days import DAY, WEEKDAY, bare_day, number, of_month, weekday, with_weekday
from dostyk.values.dates.han.guards import begins, ends
from dostyk.values.dates.han.words import pattern, table
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read

AFTER_DAY = r"<days>|上午|下午|晚上?|[早凌]晨| ?(?:至|到|[-–—―~]) ?(?:[0-9]{1,2}|<N>{1,3}) ?[日号]"


def day(f: str, i: int) -> Read:
    """Read a day without its month: "今天", "15日", "上周五", "星期三", "本月15日"."""
    if match := pattern(r"([今昨前明后])\(([0-9]{1,2}|<N>{1,3})\)[日天]").match(f, i):  # "今（14）日": what day it was is said
        n = number(match[2])
        return Node("day", n or 99, Node("recent_month", n)), match.end()
    if match := pattern(r"(?:(<days>)|(<days_before>))").match(f, i):
        if not begins(f, i) or not ends(f, match.group(), match.end()):
            return None
        if match[1]:
            return Node("today", table()["days"][match[1]]), match.end()
        n = table()["days_before"][match[2]]
        return (Node("shift", 1, unit="D", source="context") if n else Node("relative", 0, unit="D", source="context")), match.end()
    if match := pattern(r"(<weeks>)([一二三四五六日天](?!周|个)|末)?").match(f, i):
        return _in_week(f, i, match.end(), table()["weeks"][match[1]], match[2])
    if (match := pattern(r"([上下前后])半个?月").match(f, i)) and begins(f, i):
        return Node("half", 1 if match[1] in "上前" else 2, Node("relative", unit="M", source="reference")), match.end()
    if match := pattern(WEEKDAY).match(f, i):
        return (
            (Node("weekday", int(weekday(match[1])), m=9, source="reference"), match.end()) if f[i - 1 : i] not in tuple("每逢0123456789第") else None
        )
    if match := pattern(r"(?:(<months>)|(<months_before>))(份)?").match(f, i):
        return _in_month(f, i, match.end(), match[1], match[2]) if begins(f, i) else None
    match = pattern(DAY[2:]).match(f, i)
    if match and (match[2] == "日" or f[i - 1 : i] and f[i - 1] in "于在到至自从、" or pattern(AFTER_DAY).match(f, match.end())):
        n = number(match[1])
        if n and not (f.startswith("一日", i) and not match[1].isascii() and match[1] == "一"):
            return with_weekday(f, Node("day", n, Node("recent_month", n)), match.end())
    return None


def _in_week(f: str, i: int, end: int, distance: int, letter: str | None) -> Read:
    if not begins(f, i) or letter is None and not ends(f, f[end - 1], end):
        return None
    week = Node("relative", distance, unit="W", source="reference")
    if letter is None:
        return week, end
    if letter == "末":
        return Node("relative", distance, unit="S", source="reference"), end
    return Node("weekday", int(weekday(letter)), m=distance, source="reference") if abs(distance) < 2 else Node("nth", 1, week, weekday(letter)), end


def _in_month(f: str, i: int, end: int, word: str | None, before: str | None) -> Read:
    n = table()["months"][word] if word else table()["months_before"][before or ""]
    node = Node("relative", n, unit="M", source="reference" if word else "context")
    found = pattern(DAY).match(f, end)
    if found:
        return with_weekday(f, Node("day", number(found[1]) or 99, node), found.end())
    if bare := bare_day(f, end)[0]:
        return Node("day", bare, node), bare_day(f, end)[1]
    return of_month(f, end, node) or (node, end)
