"""Turns the characters at a place of a Chinese text into one date, without what stands before and after it."""

from __future__ import annotations

from dostyk.values.dates.han.days import feast, within
from dostyk.values.dates.han.guards import begins, ends
from dostyk.values.dates.han.lengths import length
from dostyk.values.dates.han.near import day
from dostyk.values.dates.han.numeric import numeric
from dostyk.values.dates.han.words import pattern, table
from dostyk.values.dates.han.years import NO_YEAR, decade, listed_year, year, years
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read

GAP = r"[ \n]{0,2}的? ?"
SAME = r"的?(?:同期|同月|同日)"


def point(f: str, i: int) -> Read:
    """Read the longest date that begins here."""
    if found := numeric(f, i) or decade_part(f, i) or with_year(f, i):
        return found
    return _relative(f, i) or _bare(f, i)


def with_year(f: str, i: int) -> Read:
    """Read a year and the part of it that follows: "2015年8月31日", "去年上半年", "今年春节", "去年同期"."""
    if found := years(f, i):
        return found
    start = year(f, i)
    if start is None:
        return listed_year(f, i)
    node, end = start
    if node is NO_YEAR:
        rest = within(f, end, None)
        return node, rest[1] if rest else end
    gap = pattern(GAP).match(f, end)
    j = gap.end() if gap else end
    if node.op == "relative" and (match := pattern(r"的?今[天日]").match(f, end)):
        return Node("shift", node.n, Node("today"), "Y"), match.end()
    if match := pattern(r"(?:同期)").match(f, end):
        return Node("same_period", base=node), match.end()
    found = within(f, j, node)
    if found and not (j > end and f[end:j].strip(" \n") == "" and "\n" in f[end:j] and found[0].op == "part"):
        return found
    return node, end


def decade_part(f: str, i: int) -> Read:
    """Read a decade or a century with its beginning, middle or end."""
    found = decade(f, i)
    if found is None:
        return None
    match = pattern(r"的?(<parts>)").match(f, found[1])
    if match and ends(f, match[1], match.end()) and not match[1].startswith(("年", "岁")):
        return Node("part", base=found[0], unit=table()["parts"][match[1]]), match.end()
    if match := pattern(r"的?([上下前后])半(?:期|叶|世纪)?").match(f, found[1]):
        return Node("half", 1 if match[1] in "上前" else 2, found[0]), match.end()
    return found


def _relative(f: str, i: int) -> Read:
    if (match := pattern(r"(<spans>)").match(f, i)) and begins(f, i):
        word = table()["spans"][match[1]]
        return Node("relative", int(word[1:]), unit=word[0], source="reference"), match.end()
    if (match := pattern(r"年内(?!蒙|地|外|部|容|在|涵)").match(f, i)) and (i == 0 or not f[i - 1].isalnum() or f[i - 1] in "在到于将拟望争"):
        return Node("relative", unit="Y", source="reference"), match.end() - 1
    if (match := pattern(r"周末").match(f, i)) and f[i - 1 : i] != "每":
        return Node("relative", unit="S", source="reference"), match.end()
    return None


def _bare(f: str, i: int) -> Read:
    """Read what has no year: a month or day, a part of the year, a day of these days, a length of time."""
    before = f[i - 1 : i] if i else ""
    if before and before in "0123456789〇零一二三四五六七八九十第" or f.endswith(("每年", "历年", "每逢"), 0, i):
        return None
    return _longer(within(f, i, None), length(f, i)) or day(f, i) or feast(f, i, None)


def _longer(one: Read, other: Read) -> Read:
    return one if other is None or one is not None and one[1] >= other[1] else other
