"""Turns a Chinese text into its dates, each with what was stated and what was derived."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dostyk.values.dates.force import Force
from dostyk.values.dates.han.guards import ends, name
from dostyk.values.dates.han.ranges import Found, expression
from dostyk.values.dates.han.steps import STEPS
from dostyk.values.dates.han.words import N, either, listed, table
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period
from dostyk.values.dates.reader import SHARP, Reading
from dostyk.values.dates.span import DateSpan
from dostyk.values.dates.stated import stated
from dostyk.values.dates.surroundings import Surroundings, as_period
from dostyk.values.han import fold

STOPS = re.compile("[。！？!?;；\n]")
WORDS = (
    "years", "years_before", "months", "months_before", "weeks", "spans", "days", "days_before", "holidays", "weekday_holidays",
    "lunar_holidays", "terms",
    "lunar_marks", "lunar_months", "eras", "vague", "names", "year_parts", "windows",
)  # fmt: skip
OTHERS = "今( 昨( 前( 明( 后( 第 上半 下半 前半 后半 年内 春 夏 秋 冬 周 星期 礼拜 公元 西元 头 闰 半".split()
DATED = tuple("年月日号个周星礼天小时分秒季世、至到–—―~多余几半整财学 钟")
LOOK_BACK, LOOK_ON = 40, 8
"""So many characters to the left and to the right, within the sentence, words like "将" tell that a bare day lies ahead."""


@dataclass(slots=True)
class Spoken(Force):
    """The dates in force, and the last day or month that was named by itself: that of a bare day after it."""

    day: Period | None = None

    def note(self, found: Period) -> None:
        """Let a date be in force from now on."""
        Force.note(self, found)
        end = found.last or found
        if end.unit == "D" or found.unit == "M":
            self.day = end


@cache
def anchors() -> re.Pattern[str]:
    """Compile what a date may begin with: runs of numerals, and words."""
    words = [word for name in WORDS for word in (table()[name] if "words" not in table()[name] else listed(name))] + OTHERS
    return re.compile(rf"(?P<run>[0-9]+|[{N}百千两]+)|(?P<stop>[。!?;\n])|(?P<open>《)|(?P<close>》)|{either(words)}")


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(either(listed("vague")))


@cache
def _future() -> re.Pattern[str]:
    return re.compile(either(listed("future")))


def readings(text: str, reference: str | None = None, context: str | None = None, day_first: bool = True) -> Iterator[Reading]:
    """Yield all dates of a Chinese text, leftmost and longest first, impossible ones included."""
    folded = fold(text)
    given, before = as_period(reference), as_period(context)
    force, pos, titled = Spoken(), 0, False
    while match := anchors().search(folded, pos):
        i = match.start()
        pos = match.end() if match.lastgroup else i + 1
        if match.lastgroup in ("stop", "open", "close"):
            titled = match.lastgroup == "open"
            force.sentence = None if match.lastgroup == "stop" else force.sentence
            if match.group() == "\n" and folded.startswith("\n", i + 1):
                force = Spoken()
            continue
        if match["run"] and not (folded[match.end() : match.end() + 1] in DATED and match.end() < len(folded) or _figures(folded, match)):
            continue
        if match["run"] and i and folded[i - 1] in "-./" and folded[match.end() : match.end() + 1] in tuple("-./") and match.end() < len(folded):
            continue  # "192.168.0.1", "888-000-9999"
        if (end := name(folded, i)) > i:
            pos = end
            continue
        if (words := _vague().match(folded, i)) and ends(folded, words.group(), words.end()) and not (found := expression(folded, i)):
            pos = words.end()
            yield Reading(i, pos, DateSpan(i, pos, None, "vague", vague=True), Node("vague"))
            continue
        found = expression(folded, i)
        if found is None or titled and not match["run"]:
            continue
        reading = _read(folded, found, given, before, force, day_first)
        pos = found.end
        yield reading
        if reading.period and reading.span and reading.span.kind == "date":
            force.note(reading.period)


def _figures(folded: str, match: re.Match[str]) -> bool:
    return folded[match.end() : match.end() + 1] in tuple("-./和与及") and match["run"].isascii() and match.end() < len(folded)


def _read(f: str, found: Found, reference: Period | None, context: Period | None, force: Spoken, day_first: bool) -> Reading:
    """Resolve one date and dress it as a span."""
    node = found.node
    if node.op == "length":
        span = DateSpan(found.start, found.end, None, node.unit, kind="duration", duration=node.unit, lead=found.lead)
        return Reading(found.start, found.end, span, node)
    relation = found.relation
    ahead = _ahead(f, found.start, found.end)
    before = force.context(context, reference)
    if ahead and before and reference and before.end() < reference.start():
        before = None  # what lies ahead is not of the past year just spoken of
    if node.op == "part" and (relation, node.unit) in (("before", "end"), ("after", "start")):
        relation = "by" if relation == "before" else "since"  # "年底前"
    around = Surroundings(
        reference=reference,
        context=before,
        near=(force.day if _bare_day(node) and not ahead else force.last) or context,
        future=lambda: ahead,
        sharp=relation in SHARP,
        deadline=relation in ("by", "until"),
        day_first=day_first,
        steps=STEPS,
    )
    period = around.resolve(node)
    if period and not -9999 < period.start()[0] <= period.end()[0] <= 9999:
        period = None  # beyond what EDTF writes in four figures
    if around.impossible:
        return Reading(found.start, found.end, None, node)
    edtf = period.edtf if period else None
    span = DateSpan(
        found.start,
        found.end,
        edtf + "~" if edtf and found.approximate and "/" not in edtf else edtf,
        edtf if edtf and not around.used and relation not in SHARP else stated(node, day_first, STEPS),
        None if edtf is None or not around.used else "context" if "context" in around.used else "reference",
        relation,
        found.lead,
        found.approximate,
        same_period=around.same_period,
        assumed=around.assumed or node.op == "shift" and node.source == "either" and "reference" in around.used,
    )
    return Reading(found.start, found.end, span, node, period)


def _bare_day(node: Node) -> bool:
    first = node.base if node.op == "span" and node.base else node
    return first.base is not None and first.base.op == "recent_month"


def _ahead(f: str, start: int, end: int) -> bool:
    left, right = f[max(0, start - LOOK_BACK) : start], f[end : end + LOOK_ON]
    cut = max((stop.end() for stop in STOPS.finditer(left)), default=0)
    stop = STOPS.search(right)
    if right.startswith(("电", "讯", "消息", "报道")):  # the head of a dispatch
        right = ""
    return _future().search(left, cut) is not None or _future().search(right, 0, stop.start() if stop else len(right)) is not None
