"""Turns parts of a date that stand side by side, the coarse or the fine one first, into one date ("5 мая 2015 года", "2015 жылғы 5 мамыр")."""

from __future__ import annotations

from dostyk.values.dates.inflected import lengths, parts, words, years
from dostyk.values.dates.inflected.joining import bottom_of, fits, joined, on_weekday, picks
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import DEPTH, Line, Read, Rule

ATOMS: tuple[tuple[str, Rule], ...] = (
    ("numeric", years.dated),
    ("pair", years.dated),
    ("numeric", years.figures),
    ("era_first", years.after_era),
    ("number", years.decade),
    ("number", years.year),
    ("tens", years.decade),
    ("card", years.worded_year),
    ("number", parts.listed_ordinal),
    ("roman", parts.listed_ordinal),
    ("ord", parts.listed_ordinal),
    ("card", parts.listed_ordinal),
    ("day", words.day),
    ("ord", words.day),
    ("card", words.day),
    ("month", words.month),
    ("number", parts.counted_part),
    ("roman", parts.counted_part),
    ("ord", parts.counted_part),
    ("card", parts.counted_part),
    ("number", parts.glued_part),
    ("roman", parts.glued_part),
    ("part", parts.part),
    ("final", parts.last_part),
    ("deictic", words.deictic),
    ("context", words.deictic),
    ("relative", words.fixed),
    ("relative_first", words.abbreviated),
    ("today", words.today),
    ("weekday", words.weekday),
    ("season", words.season),
    ("number", lengths.length),
    ("card", lengths.length),
    ("amount", lengths.length),
    ("unit", lengths.length),
    ("half_year", lengths.length),
    ("one_and_half", lengths.length),
    ("half_word", lengths.length),
)
LISTED = 8
"""So many days may stand in a list before their month."""
PIECES = 6
"""A date has at most so many parts."""


def phrase(line: Line, i: int, depth: int) -> Read:
    """Read the longest run of parts that make one date; None where the run picks something from a period that is not there."""
    first = _atom(line, i, depth) or _base_first(line, i, depth)
    if first is None:
        return None
    node, j = first
    for _ in range(PIECES):
        both = _with_next(line, node, j, depth)
        if both is None:
            break
        node, j = both
    return (node, j) if _stands(line, node, i, j) else None


def _atom(line: Line, i: int, depth: int) -> Read:
    kinds, best = line.kinds[i], None
    for kind, rule in ATOMS:
        if kind in kinds:
            found = rule(line, i, depth + 1)
            if found and (best is None or found[1] > best[1]):
                best = found
    return best


def _base_first(line: Line, i: int, depth: int) -> Read:
    """Read a bare "жылдың" before the part that is picked from it."""
    base = words.whole(line, i, depth) if line.has(i, "unit") and line.has(i, "base_first") else None
    after = _atom(line, base[1], depth) if base else None
    return base if base and after and picks(after[0]) and after[0].op != "weekday" else None


def _with_next(line: Line, node: Node, j: int, depth: int) -> Read:
    """Join the part that begins at token `j`, if both fit together."""
    marked = line.has(j, "comma", "open")
    k = j + 1 if marked else j
    if node.op == "day" and node.level == "year" and years.behind_comma(line, j):
        return node.on(Node("year", line.get(k, "year"))), k + 1
    k = k + 1 if marked and line.has(k, "in") and line.has(k + 1, "weekday") else k
    found = _atom(line, k, depth) if line.kinds[k] else None
    if found is None and not marked and picks(node) and node.op != "weekday":
        found = words.whole(line, k, depth)
    if found is None:
        return _first_months(line, node, k) if not marked else None
    if node.op == "weekday":
        found = line.point(k, depth + 1) or found
    elif found[0].op == "ordinal":
        found = _shared(line, found, depth)
    both = on_weekday(node, found[0]) or (None if marked else joined(node, found[0]))
    if both and _belongs_on(line, node, found, depth):
        return None
    if both is None and picks(found[0]):  # "2015 жылғы 5 мамыр": day and month first
        found = (_with_next(line, *found, depth + 1) or _listed(line, *found)) if depth < DEPTH else None
        both = found and (on_weekday(node, found[0]) or (None if marked else joined(node, found[0])))
    if found is None or both is None:
        return _first_months(line, node, k) if not marked else None
    end = found[1] + 1 if line.has(j, "open") and line.has(found[1], "close") else found[1]
    return both, end


def _belongs_on(line: Line, node: Node, found: tuple[Node, int], depth: int) -> bool:
    """Tell whether a year belongs to what follows it ("… мамырда өткен жылдың сәйкес кезеңімен")."""
    if found[0].op not in ("year", "relative") or not fits(node, found[0]):
        return False
    after = _atom(line, found[1], depth)
    return after is not None and fits(after[0], found[0])


def _shared(line: Line, found: tuple[Node, int], depth: int) -> tuple[Node, int]:
    """Give the "бірінші" of "бірінші және екінші тоқсан" the unit that stands after the last."""
    after = line.point(found[1] + 1, depth + 1)
    return (Node(after[0].op, found[0].n), found[1]) if after and after[0].op in ("quarter", "half") else found


def _listed(line: Line, node: Node, j: int) -> Read:
    """Give the first day of "5–7 маусымда" the month that stands after the last."""
    k = j
    for _ in range(LISTED):
        after = parts.day_number(line, k + 1) if line.has(k, "dash", "join", "comma") else None
        if after is None or node.op != "day" or node.base:
            return None
        k = after[1]
        if line.has(k, "month"):
            return node.on(Node("month", line.get(k, "month"))), j
    return None


def _first_months(line: Line, node: Node, k: int) -> Read:
    """Read "2019 жылдың 9 айында": the first nine months."""
    if not line.has(k, "number", "card") or not (node.op == "year" or node.op == "relative" and node.unit == "Y"):
        return None
    found = lengths.length(line, k, 0)
    limit = {"M": 12, "Q": 4}.get(found[0].source, 0) if found and found[0].op == "length" else 0
    if found and 1 < found[0].n < limit and line.has(found[1] - 1, "base_first"):
        return Node("first", found[0].n, node, found[0].source), found[1]
    return None


def _stands(line: Line, node: Node, i: int, j: int) -> bool:
    """Tell whether what was read is a date by itself."""
    bottom = bottom_of(node)
    if bottom.op == "part" or bottom.op in ("last", "nth") or bottom.op == "first" and bottom.unit not in ("M", "Q"):
        return False
    if node.op == "weekday" and node.m == 9:
        return not line.has(i, "ambiguous", "short") or line.has(i - 1, "in")
    if node.op == "season" and node.base is None:
        return line.has(i, "adverb") or line.has(i - 1, "lead") or line.has(j, "dash", "join")
    if bottom.op in ("quarter", "half") and bottom is node:
        return not line.has(j - 1, "share_only") or line.has(i - 1, "lead")
    return True
