"""Two values given for one thing → how they differ, and why neither need be wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from dostyk.entities.spelling import words
from dostyk.facts import figures
from dostyk.facts.figures import decimals, in_unit, near, value_dissent
from dostyk.facts.items import Item
from dostyk.facts.showing import show_figure, show_time
from dostyk.facts.sources import said_by, side_of_statement, voice_marks
from dostyk.facts.surroundings import sentence_around, spoken
from dostyk.facts.tables import table
from dostyk.facts.timing import fineness, first_day, last_day
from dostyk.model.fact import Dissent, DissentType, Fact, Voice
from dostyk.model.statement import Statement
from dostyk.values import names, quantities

# The gravest first: a difference that nothing explains, then those that something does.
GRAVITY = (
    DissentType.CONFLICT,
    DissentType.GARBLED,
    DissentType.REPORTER,
    DissentType.PRELIMINARY,
    DissentType.UNIT,
    DissentType.SCOPE,
    DissentType.PERIOD,
    DissentType.DIRECTION,
    DissentType.BOUND,
    DissentType.ROUNDING,
)
_MAGNITUDES = (3, 6, 9)  # powers of ten between one magnitude word and another
_DAY = 7  # the fineness of a day, see timing.py
_NEVER = (-(10**9), 1, 1)

Items = Sequence[Item]


@dataclass(frozen=True, slots=True)
class Against:
    """A value with the items that give it."""

    voice: Voice
    items: Items

    @property
    def bound(self) -> str:
        """The bound that its first statement gives it."""
        return self.voice.statements[0].attributes.get("bound", "exact")

    @property
    def shown(self) -> str:
        """The value in words."""
        return show_figure(self.voice.value, self.voice.unit or "1", self.bound)


def dissents(slot: str, voices: Sequence[Voice], items: Items) -> tuple[Dissent, ...]:
    """How every other voice of one fact differs from the leading one; `slot` is "time" or the attribute whose values they are."""
    by_id = {i.id: i for i in items}
    sides = [Against(v, [by_id[s.id] for s in v.statements if s.id in by_id]) for v in voices]
    return tuple(_dissent(slot, sides[0], other) for other in sides[1:])


def gravest(fact: Fact) -> DissentType | None:
    """The gravest difference between independent sources of one fact; what one source says in two ways is none."""
    found = {d.type for d in fact.dissents if not d.fact and not d.one_source}
    return next((type for type in GRAVITY if type in found), None)


def _dissent(slot: str, leading: Against, other: Against) -> Dissent:
    type, reason = _of_times(leading, other) if slot == "time" else _of_values(leading, other)
    one_source = _same_sources(leading.voice.statements, other.voice.statements) or slot == "time" and _page_alone(leading, other)
    if one_source and type in (DissentType.CONFLICT, DissentType.REPORTER):
        type, reason = _of_one_source(slot, leading, other)
    return Dissent(type, other.voice.value, reason, other.voice.statements, one_source=one_source)


def _of_one_source(slot: str, leading: Against, other: Against) -> tuple[DissentType, str]:
    """Why one source gives two values: on one page of two things, on two pages because the later one corrects the earlier."""
    if slot == "time":
        shown = f"{show_time(leading.voice.value)} against {show_time(other.voice.value)}"
    else:
        shown = f"{leading.shown} against {other.shown}"
    pages = [{i.document for i in side.items} for side in (leading, other)]
    if pages[0] & pages[1]:
        what = "two occasions" if slot == "time" else "two things"
        return (DissentType.PERIOD if slot == "time" else DissentType.SCOPE), f"{shown}: one page gives both, so that {what} are probably meant."
    days = [max((last_day(i.statement.document.published) or _NEVER for i in side.items), default=_NEVER) for side in (leading, other)]
    later = f", the later one {leading.shown if days[0] > days[1] else other.shown}" if slot != "time" and days[0] != days[1] else ""
    return DissentType.PRELIMINARY, f"{shown}: one source gives both on different pages{later}; it has probably corrected itself."


def _same_sources(ones: Sequence[Statement], twos: Sequence[Statement]) -> bool:
    """Whether all sources of one of two values give the other as well."""
    marks = [[voice_marks(s) for s in found] for found in (ones, twos)]
    return any(all(any(mine & theirs for theirs in b) for mine in a) for a, b in (marks, marks[::-1]))


def _page_alone(leading: Against, other: Against) -> bool:
    """Whether one page gives both values, one of them at least in its own name."""
    pages = [{i.document for i in side.items} for side in (leading, other)]
    return pages[0] == pages[1] and len(pages[0]) == 1 and not all(said_by(i.statement) for i in (*leading.items, *other.items))


def _of_times(leading: Against, other: Against) -> tuple[DissentType, str]:
    one, two = leading.voice.value, other.voice.value
    shown = f"{show_time(one)} against {show_time(two)}"
    if exchanged(one, two):
        return DissentType.GARBLED, f"{shown}: day and month may have been exchanged."
    return DissentType.CONFLICT, f"{shown}: nothing in the texts explains the difference."


def exchanged(a: str, b: str) -> bool:
    """Whether two days differ only by day and month having changed places ("1992-03-01", "1992-01-03")."""
    one, two = first_day(a), first_day(b)
    days = fineness(a) == fineness(b) == _DAY
    return bool(days and one and two and one != two and (one[0], one[2], one[1]) == two)


def _of_values(leading: Against, other: Against) -> tuple[DissentType, str]:
    """The type of a difference between two values, each reason tried before a real conflict is held to be one."""
    shown = f"{leading.shown} against {other.shown}"
    units = (leading.voice.unit or "1", other.voice.unit or "1")
    if units[0] != units[1]:
        return _of_units(leading, other, shown)
    found = value_dissent((leading.voice.value, leading.bound), (other.voice.value, other.bound))
    if found is not DissentType.CONFLICT:
        same = "the same value, once as a bound" if found is None else _PLAIN[found]
        return found or DissentType.BOUND, f"{shown}: {same}."
    return explained(leading, other, shown)


_PLAIN = {
    DissentType.ROUNDING: "one is the other rounded",
    DissentType.BOUND: "one lies within the bound that the other gives",
}


def explained(leading: Against, other: Against, shown: str) -> tuple[DissentType, str]:
    """What explains that two values in one unit differ by more than rounding, else a real conflict."""
    for type, rule in _RULES:
        reason = rule(leading, other)
        if reason:
            return type, f"{shown}: {reason}."
    return DissentType.CONFLICT, f"{shown}: neither rounding, nor a bound, unit, period, scope or direction explains it."


def _of_units(leading: Against, other: Against, shown: str) -> tuple[DissentType, str]:
    value = in_unit(other.voice.value, other.voice.unit, leading.voice.unit)
    if value is None:
        return DissentType.UNIT, f"{shown}: two currencies, which are not converted here."
    if near(leading.voice.value, value) or value_dissent((leading.voice.value, leading.bound), (value, other.bound)) is not DissentType.CONFLICT:
        return DissentType.UNIT, f"{shown}: the same in other units ({show_figure(value, leading.voice.unit, other.bound)})."
    converted = Against(Voice(value, other.voice.statements, leading.voice.unit), other.items)
    return explained(leading, converted, f"{shown} ({converted.shown})")


def _magnitude(leading: Against, other: Against) -> str:
    """Two values with the same digits, one of them some powers of ten off."""
    ones, twos = decimals(leading.voice.value), decimals(other.voice.value)
    if len(ones) != 1 or len(twos) != 1 or not ones[0] or not twos[0] or ones[0] == twos[0]:
        return ""
    digits = [number.normalize().as_tuple().digits for number in (ones[0], twos[0])]
    if digits[0] == digits[1]:
        powers = abs(ones[0].adjusted() - twos[0].adjusted())
        if powers in _MAGNITUDES or len(digits[0]) > 2:
            return f"the same digits, {powers} powers of ten apart, so that a magnitude or a decimal mark was lost"
    elif ones[0].adjusted() == twos[0].adjusted() and len(digits[0]) == len(digits[1]) > 2 and _swapped(digits[0], digits[1]):
        return "the same digits, two of them exchanged"
    return ""


def _swapped(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether two rows of digits differ by two neighbours that changed places."""
    differing = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(differing) == 2 and differing[1] == differing[0] + 1 and a[differing[0]] == b[differing[1]] and a[differing[1]] == b[differing[0]]


def _preliminary(leading: Against, other: Against) -> str:
    """One value called preliminary, or one called final, by its own sentence."""
    early, late = ([_calls(side, name) for side in (leading, other)] for name in ("preliminary", "final"))
    for n, side in enumerate((leading, other)):
        if early[n] and not early[1 - n]:
            return f"{side.shown} is called {early[n]}"
    for n, side in enumerate((leading, other)):
        if late[n] and not late[1 - n]:
            return f"{side.shown} is called {late[n]}"
    return ""


def _calls(side: Against, name: str) -> str:
    """The first word of a list that stands in every sentence that gives a value; "" for none."""
    found = [_first_word(sentence_around(i.statement), name) for i in side.items]
    return found[0] if found and all(found) else ""


def _first_word(text: str, name: str) -> str:
    told = spoken(text)
    return next((word for word in table("dissents.toml")[name] if f" {word} " in told), "")


def _scope(leading: Against, other: Against) -> str:
    """One value for more, or for less, than the other: a partner or what is counted named in one alone, or a word that narrows it."""
    pairs = list(product(leading.items, other.items))
    if not pairs:
        return ""
    for role in _scoping(leading.items[0]):
        if all(bool(a.ids(role)) != bool(b.ids(role)) for a, b in pairs):
            named = next(m.name for i in (*leading.items, *other.items) for m in i.roles.get(role, ()))
            return f"only one of them is said to be of {named}"
    if "counted" in _scoping(leading.items[0]) and not any(figures.one_thing_counted(a, b) for a, b in pairs):
        one, another = (side.items[0].roles["counted"][0].name for side in (leading, other))
        return f"one counts {one}, the other {another}"
    narrowed = [frozenset.union(*(_narrowing(i) for i in side.items)) for side in (leading, other)]
    differing = sorted(narrowed[0] ^ narrowed[1])
    return f"only one of them is said to be “{differing[0]}”" if differing else ""


def _scoping(item: Item) -> tuple[str, ...]:
    if item.statement.kind != "Indicator":
        return ()
    return ("counted",) if figures.measure_of(item).symmetric else ("partner", "counted")


def _narrowing(item: Item) -> frozenset[str]:
    """The words of a measure, and those beside its figure, that make its scope another."""
    beside = frozenset(words(item.statement.evidence.quote.replace("non-", "non"))) & _words_of("taking")
    return beside | frozenset(words(item.attributes.get("measure", "").replace("non-", "non"))) & _words_of("scope")


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(w.replace("-", "") for w in table("dissents.toml")[name])


def _reporter(leading: Against, other: Against) -> str:
    """Figures between two states, each side's by its own count."""
    if not leading.items or not _counted_on_both_sides(leading.items[0]):
        return ""
    told = [{side_of_statement(i.statement) for i in side.items} for side in (leading, other)]
    if any(len(found) != 1 or None in found for found in told) or told[0] == told[1]:
        return ""
    ones, twos = (names.country_name(min(code for code in found if code)) for found in told)
    return f"{ones} and {twos} each count for themselves, and mirror figures differ (valuation, re-exports, timing)"


def _counted_on_both_sides(item: Item) -> bool:
    """Whether a figure is of what crosses from one state to another, so that both keep a count of it."""
    parties = {m.id for role in ("subject", "partner") for m in item.roles.get(role, ())}
    flow = item.statement.kind == "Indicator" and figures.measure_of(item).sort == "flow"
    return flow and len(parties) > 1 and (quantities.is_money(item.attributes.get("unit", "1")) or bool(item.roles.get("partner")))


_RULES: tuple[tuple[DissentType, Callable[[Against, Against], str]], ...] = (
    (DissentType.GARBLED, _magnitude),
    (DissentType.PRELIMINARY, _preliminary),
    (DissentType.SCOPE, _scope),
    (DissentType.REPORTER, _reporter),
)
