"""Turns dates that stand together ("26 to 28 March", "May and June 2024", "5 May and 7 June 2019") into intervals or several dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dostyk.values.dates.node import Node
from dostyk.values.dates.qualifiers import ahead, joined, trailing
from dostyk.values.dates.relative import contextual, deictic
from dostyk.values.dates.tails import tail
from dostyk.values.dates.tokens import Line

LONGEST = 31
"""So many dates at most are read as one list."""
SHARES = ("century", "quarter", "half", "nth")


@dataclass(frozen=True, slots=True)
class Found:
    """A date over the tokens `first` up to `last`; `relation` where its own words give one ("from 2015 to date", "2015 onwards").

    `borrowed`: 1 where its year is the next date's, -1 where that of the one before. `marks` are the qualifiers of its ends ("~", "?", "%").
    """

    node: Node
    first: int
    last: int
    relation: str = ""
    borrowed: int = 0
    marks: tuple[str, str] = ("", "")


def expression(line: Line, i: int) -> list[Found]:
    """Read all dates that begin with the one at token `i` and share parts with it."""
    items, joins = _chain(line, i)
    if not items:
        return []
    if len(items) == 1:
        alone = items[0]
        if _unfinished(alone.node):
            alone = replace(alone, node=_of_the_month(line, alone))
        return [] if _unfinished(alone.node) else [_ended(line, alone, single=True)]
    items = _with_tail(line, items)
    nodes, borrowed = _filled([item.node for item in items])
    items = [replace(item, node=node, borrowed=way) for item, node, way in zip(items, nodes, borrowed, strict=True)]
    while items and _unfinished(items[-1].node):
        items.pop()
    if not items or any(_unfinished(item.node) for item in items):
        return []
    if items and joins[:1] == ["and"] and line.has(items[-1].last, "between_after"):
        joins[0] = "to"  # "5 мамыр мен 7 мамыр аралығында"
    found = _merged(items, joins)
    return [*found[:-1], _ended(line, found[-1], single=False)] if found else []


def _unfinished(node: Node) -> bool:
    return node.level in ("month", "century")


def _of_the_month(line: Line, item: Found) -> Node:
    """Take "on the 12th" for a day of the month in force."""
    before = item.first if line.has(item.first, "the") else item.first - 1
    before = before - 1 if line.has(item.first, "the") else before
    ordinal = item.node.op == "day" and item.node.base is None and (line.has(item.last - 1, "ord") or line.has(item.first, "the"))
    if not ordinal or not line.has(before, "on", "weekday") or line.word(item.last).isalpha() and not line.has(item.last, "verbs", "lead"):
        return item.node
    return item.node.on(Node("relative", 0, unit="M", source="either"))


def _chain(line: Line, i: int) -> tuple[list[Found], list[str]]:
    """Read date, join, date, join, …: the dates and what joins them ("to", "and", "or", "comma")."""
    first = line.point(i)
    if first is None:
        return [], []
    items, joins = [_item(line, i, Found(first[0], i, first[1]))], []
    between = line.has(i - 1, "between")
    while len(items) < LONGEST and items[-1].node.op not in ("length", "window", "same_period"):
        j = items[-1].last
        join = _join(line, j, between and len(items) == 1)
        k = j + 2 if join == "comma" and line.has(j + 1, "join") else j + 1
        if join == "comma" and k == j + 2:
            join = "and"
        if not join and line.get(j - 1, "case") == "from":
            join, k = _from_to(line, j)
        k, mark = ahead(line, k) if join else (k, "")
        following = line.point(k) if join else None
        if following is None or not _alike(line, items, following[0], join, k) or _counts(line, k, following[1]):
            break
        items.append(_item(line, i, Found(following[0], k, following[1]), mark))
        joins.append(join)
        between = False
    return items, joins


def _counts(line: Line, k: int, end: int) -> bool:
    """Tell whether an ordinal alone counts the noun behind it ("27 September – Third | session"), so that it is no day."""
    return end == k + 1 and line.has(k, "ord") and line.word(end).isalpha() and not line.kinds[end] and not line.has(k - 1, "the")


def _item(line: Line, start: int, found: Found, mark: str = "") -> Found:
    """Add the qualifier behind a date ("1863?", "1863 (approx.)") to that before it; the list it stands in begins at token `start`."""
    found = _with_weekday(line, found)
    last, behind = trailing(line, start, found.last) if found.node.op != "length" else (found.last, "")
    mark = joined(mark, behind)
    return replace(found, last=last, marks=(mark, mark))


def _with_weekday(line: Line, found: Found) -> Found:
    """Take in the weekday behind a full day: "5 May 2015 (Tuesday)", "5 May 2015, Tuesday"."""
    j = found.last
    if found.node.op not in ("day", "numeric") or found.node.level or not line.has(j, "open", "comma") or not line.has(j + 1, "weekday"):
        return found
    end = j + 3 if line.has(j, "open") and line.has(j + 2, "close") else j + 2 if line.has(j, "comma") and not line.has(j + 2, "day", "month") else j
    if end == j or line.has(j + 2, "comma") and line.has(j + 3, "day", "month"):
        return found
    return replace(found, node=replace(found.node, m=line.get(j + 1, "weekday")) if found.node.op == "day" else found.node, last=end)


def _from_to(line: Line, j: int) -> tuple[str, int]:
    """Read "from … to" where case endings say it ("31 тамыздан 3 қыркүйекке дейін"): the join and where the second date begins."""
    k = j + 1 if line.has(j, "from_after") else j
    found = line.point(k)
    ends = found is not None and (line.get(found[1] - 1, "case") == "to" or line.has(found[1], "to_after"))
    return ("to", k) if ends else ("", j + 1)


def _join(line: Line, j: int, between: bool) -> str:
    if line.has(j, "dash"):
        return "to"
    if line.has(j, "slash") and line.joined(j) and line.has(j - 1, "ord", "month") and (line.has(j + 1, "ord") or line.has(j + 1, "month")):
        return "to"  # "17th/18th century", "May/June 2015"
    if line.has(j, "comma"):
        return "comma"
    join: str = line.get(j, "join") or ""
    if join == "until":
        return "to"
    if join == "and":
        return "to" if between else "and"
    return join


def _alike(line: Line, items: list[Found], node: Node, join: str, k: int) -> bool:
    """Tell whether the next date goes on with the last: a range to the same sort of time, a list of the same form."""
    last = items[-1].node
    if node.op in ("length", "window", "same_period", "shift") or last.op == "shift" and join != "to":
        return False
    if join == "to":
        if node.op == last.op == "year" and node.n <= last.n and node.n > 0:
            return False
        if line.get(items[-1].last, "join") == "until" and not line.has(items[0].first - 1, "from", "between"):
            return line.has(items[-1].last, "through") or node.op in ("day", "month", "year") and last.op == node.op
        return node.op != "century" or last.op in ("century", "ordinal") or last.op == "day" and last.base is None and last.n < node.n
    if node.op != last.op and not (last.op == "ordinal" and (node.op in SHARES or node.op == "day")):
        return False
    if node.op == "weekday":
        return False
    bare = node.op == "day" and node.base is None
    if join == "comma":
        return (
            bare and line.has(k, "ord", "day") and line.has(k + 1, "comma", "join", "month", "dash") or node.level == "year" or last.level == "month"
        )
    return not bare or line.has(k, "ord") or not line.word(k + 1).isalpha() or line.has(k + 1, "verbs", "lead")


def _with_tail(line: Line, items: list[Found]) -> list[Found]:
    """Give a list that began with its month the year at its end: "May 5, 6 and 7, 2014", "March 19-20, 2014"."""
    last = items[-1]
    if len(items) == 2 and last.node.op == "day" and last.node.base is None and items[0].node.op == "day" and items[0].node.base is None:
        k = last.last + 1
        k = k + 1 if line.has(k, "the") else k
        found = (deictic(line, k, 0) or contextual(line, k, 0)) if line.has(last.last, "of", "in") else None
        if found and found[0].op == "relative" and found[0].unit == "M":  # "from 4 to 23 of next month"
            return [items[0], replace(last, node=last.node.on(found[0]), last=found[1])]
    if len(items) < 2 or last.node.level != "month" or last.node.op != "day" or items[0].node.find("month") is None:
        return items
    month = next(node for item in reversed(items) if (node := item.node.find("month")))
    year = tail(line, last.last, 0) if month.level == "year" else None
    base = month.on(year[0]) if year else month
    return [*items[:-1], replace(last, node=last.node.on(base), last=year[1] if year else last.last)]


def _filled(nodes: list[Node]) -> tuple[list[Node], list[int]]:
    """Fill missing months and years from the next date, then from the one before; ordinals take the sort of the next. The second list tells
    whose year was taken: 1 the next one's, -1 that of the one before, 0 none.
    """
    borrowed = [0] * len(nodes)
    for i in range(len(nodes) - 2, -1, -1):
        after = nodes[i + 1]
        after = after.base if after.op == "part" and after.base else after
        if nodes[i].op in ("day", "ordinal") and after.op == "century":  # "17–19th centuries"
            nodes[i] = replace(after, n=nodes[i].n if after.n > 0 else -nodes[i].n)
        elif nodes[i].op == "ordinal":
            nodes[i] = replace(after, n=nodes[i].n) if after.op in SHARES else Node("day", nodes[i].n)
        filled = _fill(nodes[i], after)
        borrowed[i] = int(filled is not nodes[i])
        nodes[i] = filled
    for i in range(1, len(nodes)):
        filled = _fill(nodes[i], nodes[i - 1])
        borrowed[i] = borrowed[i] or -int(filled is not nodes[i])
        nodes[i] = filled
    return nodes, borrowed


def _fill(node: Node, other: Node) -> Node:
    if node.level == "month" and (month := other.find("month")):
        node = node.on(month)
    if node.level == "year" and (year := other.find("year")):
        node = node.on(year)
    return node


def _merged(items: list[Found], joins: list[str]) -> list[Found]:
    """Make intervals of ranges and of neighbours in a list ("July 2nd and 3rd", "May and June 2024"); leave the others apart."""
    found: list[Found] = []
    start = 0
    joins = joins[: len(items) - 1]
    while start < len(items):
        end = start
        while end < len(joins) and joins[end] == "to" and end == start:
            end += 1
        if end == start:
            end = _neighbours(items, joins, start)
        found.append(_span(items[start], items[end]) if end > start else items[start])
        start = end + 1
    return found


def _neighbours(items: list[Found], joins: list[str], start: int) -> int:
    """Give the last of a run of days, months, quarters or halves that follow each other to the end of the list."""
    end = start
    while end < len(joins) and joins[end] in ("and", "comma"):
        a, b = items[end].node, items[end + 1].node
        if a.op != b.op or a.op not in ("day", "month", "quarter", "half") or b.n != a.n + 1 or a.base != b.base:
            return start
        end += 1
    return end if end > start and joins[end - 1] == "and" and end == len(items) - 1 else start


def _span(first: Found, last: Found) -> Found:
    """Join two dates; `n` -1: the first took its year from the last, 1: the last from the first or from the surroundings."""
    way = -1 if first.borrowed > 0 else 1 if last.borrowed < 0 or last.node.level == "year" else 0
    return Found(Node("span", way, first.node, other=last.node), first.first, last.last, marks=(first.marks[0], last.marks[0]))


def _ended(line: Line, found: Found, single: bool) -> Found:
    """Read what follows: "2015 to date", "2015–present", "2015 onwards"."""
    j = found.last
    j = j + 1 if line.has(j, "up") else j
    if line.has(j, "dash") or line.get(j, "join") in ("to", "until") or line.get(j, "join") == "and" and line.has(found.first - 1, "between"):
        k = j + 1
        k = k + 1 if line.has(k, "the") else k
        if line.has(k, "now") and single:
            return replace(found, last=k + 1, relation="since")
    if line.get(found.last, "join") in ("or", "and") and line.has(found.last + 1, "more", "less") and not line.word(found.last + 2).isalnum():
        relation = "from_start" if line.has(found.last + 1, "more") else "until"
        return replace(found, relation=relation, last=found.last + 2)  # "2012 or later"
    if line.has(j, "onward") or line.has(j, "on") and line.has(found.first - 1, "from") and not line.has(j + 1, "the"):
        return replace(found, relation="from_start", last=j + 1)
    return found
