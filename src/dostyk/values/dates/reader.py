"""Turns a text into its dates, each with what was stated and what was derived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.values.dates.force import STOPS, Force, looks_ahead, nowadays
from dostyk.values.dates.grammar import GRAMMARS
from dostyk.values.dates.habits import day_first as page_habit
from dostyk.values.dates.leads import lead, range_lead, trail, vague
from dostyk.values.dates.lengths import iso
from dostyk.values.dates.lexicon import Lexicon, lexicon
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period
from dostyk.values.dates.qualifiers import behind, joined, qualified
from dostyk.values.dates.ranges import Found, expression
from dostyk.values.dates.resolve import STEPS
from dostyk.values.dates.span import DateSpan
from dostyk.values.dates.stated import stated
from dostyk.values.dates.stretches import lines
from dostyk.values.dates.surroundings import Surroundings, as_period
from dostyk.values.dates.tokens import Line

SHARP = frozenset(("by", "as_of", "until", "since", "before", "after", "from_start"))
OPENERS = {name: frozenset(kind for kind, _ in rules.pairs) | {"vague"} for name, rules in GRAMMARS.items()}


@dataclass(slots=True)
class Setting:
    """What stays the same while a text is read, and whether a date was `seen` in it."""

    text: str
    reference: Period | None
    context: Period | None
    day_first: bool
    lexicon: Lexicon
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One date found: its span, or None where its day does not exist, and its offsets."""

    start: int
    end: int
    span: DateSpan | None
    node: Node
    period: Period | None = None


def read_dates(
    text: str, reference: str | None = None, language: str = "en", context: str | None = None, day_first: bool | None = None
) -> list[DateSpan]:
    """Read all dates, leftmost and longest first come, none overlapping.

    `reference` is the document's date (EDTF, maybe only a year), `context` the date in force before the text, `day_first` whether "4.12.2013"
    is the 4th of December (as long as that is possible); None: as the text's own numeric dates have it, else yes.
    """
    return [found.span for found in readings(text, reference, language, context, day_first) if found.span]


def readings(
    text: str, reference: str | None = None, language: str = "en", context: str | None = None, day_first: bool | None = None
) -> Iterator[Reading]:
    """Yield all dates with their nodes, impossible ones included."""
    if language.split("-")[0].lower() == "zh":
        from dostyk.values.dates.han.reader import readings as han  # its words are found without spaces

        yield from han(text, reference, context, day_first is not False)
        return
    words = lexicon(language)
    habit = day_first if day_first is not None else page_habit(text)
    setting = Setting(text, as_period(reference), as_period(context), habit is not False, words)
    for line in lines(text, words):
        line.rules = GRAMMARS[words.grammar]
        yield from _line(line, setting)


def _line(line: Line, setting: Setting) -> Iterator[Reading]:
    i, force, openers = 0, Force(), OPENERS[setting.lexicon.grammar]
    while i < line.count:
        kinds = line.kinds[i]
        if not kinds or openers.isdisjoint(kinds):
            if line.tokens[i].low in STOPS:
                force.sentence = None
            i += 1
            continue
        end = vague(line, i) if "vague" in kinds else i
        if end > i and line.has(i, "now") and not line.has(i, "today") and line.has(i - 1, "between", "from") and line.has(end, "join"):
            i = end  # "between now and 2030" is "until 2030"
            continue
        if end > i and not (line.has(i, "today") and setting.reference and setting.reference.unit == "D" and not nowadays(line, i)):
            yield _vague(line, i, end)
            i = end
            continue
        found = expression(line, i) if line.point(i) else []
        for item in found:
            reading = _read(line, item, setting, force)
            yield reading
            if reading.period and reading.span and reading.span.relation in ("in", "as_of"):
                force.note(reading.period)
                setting.seen = True
        i = max(i + 1, found[-1].last) if found else i + 1


def _vague(line: Line, i: int, end: int) -> Reading:
    start, stop = line.at(i).start, line.at(end - 1).end
    return Reading(start, stop, DateSpan(start, stop, None, "vague", vague=True), Node("vague"))


def _read(line: Line, item: Found, setting: Setting, force: Force) -> Reading:
    """Resolve one date and dress it as a span."""
    start, end = line.at(item.first).start, line.at(item.last - 1).end
    node = item.node
    if node.op == "length":
        ahead = _ahead(line, item, setting, start)
        if ahead is None:
            return Reading(
                start, end, DateSpan(start, end, None, node.unit, kind="duration", duration=node.unit, lead=lead(line, item.first)[1]), node
            )
        node = ahead
    first, mark = behind(line, item.first, node.op in ("day", "numeric", "today"))
    start = line.at(first).start
    relation, begins = lead(line, item.first if line.has(item.first - 1, "under") else first)
    ends = range_lead(line, first) if node.op in ("span", "years") else None
    if ends is not None:
        relation, begins = "in", ends
    if node.op == "shift" and relation == "in" and not line.has(first - 1, "in"):
        begins = start  # "over 70 years ago": a bound, no preposition
    elif (after := trail(line, item.last)) and not (node.op in ("span", "years") and after == "until"):
        relation = after
    relation = item.relation or relation
    if line.has(first - 1, "dash") and line.joined(first) and line.has(first - 2, "prefix"):  # "pre-2015"
        relation = line.lexicon.leads.get(line.word(first - 2), relation)
    if relation == "since" and "with" in (line.get(item.first, "case"), line.get(item.last - 1, "case")):
        relation = "in"  # "по сравнению с маем"
    if relation == "by" and (node.op == "same_period" or node.op == "relative" and node.n < 0):
        relation = "in"  # "к прошлому году", compared with it
    if relation == "state":
        relation = "as_of" if node.op == "part" or node.op in ("day", "numeric") and node.n == 1 else "in"
    if node.op == "part" and (relation, node.unit) in (("before", "end"), ("before", "close"), ("after", "start")):
        relation = "by" if relation == "before" else "since"  # "before the end of 2025"

    def lies_ahead() -> bool:
        return looks_ahead(line, start) or line.has(first - 2, "now")

    around = Surroundings(
        reference=setting.reference,
        context=force.context(setting.context, setting.reference, lies_ahead),
        near=force.last or setting.context,
        future=lies_ahead,
        sharp=relation in SHARP,
        deadline=relation in ("by", "until") and not line.has(first - 2, "now"),
        day_first=setting.day_first,
        first=not setting.seen,
        steps=STEPS,
    )
    period = around.resolve(node)
    if period is None and node.op == "shift" and node.unit in "hms":  # "two hours later"
        length = iso(abs(node.n), node.unit)
        return Reading(start, end, DateSpan(start, end, None, length, kind="duration", duration=length, lead=begins), node)
    if around.impossible:
        return Reading(start, end, None, node)
    edtf = period.edtf if period else None
    first_mark, last_mark = (joined(mark, own) for own in item.marks)
    span = DateSpan(
        start,
        end,
        qualified(edtf, first_mark, last_mark, whole=node.op not in ("span", "years")) if edtf else None,
        edtf if edtf and not around.used and relation not in SHARP else stated(node, setting.day_first),
        _source(around.used) if edtf else None,
        relation,
        begins,
        "~" in first_mark + last_mark or "%" in first_mark + last_mark,
        same_period=around.same_period,
        uncertain="?" in first_mark + last_mark or "%" in first_mark + last_mark,
        assumed=around.assumed,
    )
    return Reading(start, end, span, node, period)


def _ahead(line: Line, item: Found, setting: Setting, start: int) -> Node | None:
    """Take "in two months" for a date and "within two months" for the time until it, where the words before look ahead."""
    unit, inside = item.node.source, line.has(item.first - 1, "within")
    j = item.last + 1 if line.has(item.last, "quote") else item.last
    due = line.has(j, "samepoint") and (j > item.last or line.at(j - 1).possessive)  # "in two weeks' time"
    due = due or item.first == 1 and not line.word(item.last).isalnum()  # nothing but "in five days"
    if not unit or not setting.reference or not (inside or line.has(item.first - 1, "in")) or not (due or looks_ahead(line, start)):
        return None
    node = Node("window" if inside else "shift", item.node.n, unit=unit, source="reference")
    return node if Surroundings(setting.reference, steps=STEPS).resolve(node) else None


def _source(used: list[str]) -> str | None:
    return None if not used else "context" if "context" in used else "reference"
