"""Turns the words beside a number in a Chinese text into its bound: "不少于", "以上", "比…大"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dostyk.values.quantities.han.words import either, table

LONGEST = 14


@cache
def _before() -> re.Pattern[str]:
    """Compile a pattern for a bound that ends where it is matched to the end, with small words between."""
    bounds = either(str(word) for word in table()["bounds_before"])
    filler = either(str(table()["filler"]["words"]).split())
    return re.compile(rf"({_spaced(bounds)})(?: ?(?:{filler}))? ?$")


def _spaced(bounds: str) -> str:
    """Let "大于 或 等于" and "< =" have spaces inside."""
    return bounds.replace("或", " ?或 ?").replace("<=", "< ?=").replace(">=", "> ?=")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf" ?({either(table()['bounds_after'])})(?!的?时候)")


@cache
def _compared() -> re.Pattern[str]:
    words: Mapping[str, str] = table()["compared"]
    return re.compile("|".join(f"(?P<{bound}>{either(str(listed).split())})" for bound, listed in words.items()))


def before(f: str, start: int) -> tuple[str, int] | None:
    """Read the bound before a number: the bound and where it begins."""
    match = _before().search(f, max(0, start - LONGEST), start)
    if match is None:
        return None
    word = match[1].replace(" ", "")
    ahead = f[match.start() - 1 : match.start()] if match.start() else ""
    if word in ("过", "上", "近", "约", "超") and ahead in _GLUED[word]:
        return None
    if word == "上" and f[start : start + 1] not in ("百", "千", "万", "亿"):
        return None
    bound, begin = table()["bounds_before"][word], match.start()
    if (no := _NOT.search(f, max(0, begin - 3), begin)) and bound in _OPPOSITE:
        return _OPPOSITE[bound], no.start()
    return bound, begin


_NOT = re.compile(r"(?:不[得能应可许会]|未|没有)$")
_OPPOSITE = {"over": "max", "under": "min"}
_GLUED = {
    "过": tuple("通经超度渡路错难胜不"), "上": tuple("以网线路海早晚马身世桌车之年月周基加赶跟附"), "近": tuple("最附邻靠临亲接将远"),
    "约": tuple("合公条签契预缔毁违节制大"), "超": tuple("赶高反英中"),
}  # fmt: skip


def after(f: str, end: int) -> tuple[str, int] | None:
    """Read the bound after a number: the bound and where it ends."""
    match = _after().match(f, end)
    return (table()["bounds_after"][match[1]], match.end()) if match else None


def compared(f: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Read "比三十大": the bound, and where it begins and ends."""
    begin = start - 1 if f.startswith("比", start - 1) else start - 2 if f.startswith("比 ", start - 2) else -1
    if begin < 0:
        return None
    match = _compared().match(f, end + (1 if f.startswith(" ", end) else 0))
    return (match.lastgroup or "over", begin, match.end()) if match else None
