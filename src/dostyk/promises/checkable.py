"""A pledge → what would show that it was kept; "" where nothing one can see would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile, takewhile

from dostyk.entities.spelling import words
from dostyk.facts import wording
from dostyk.facts.figures import decimals
from dostyk.facts.naming import name_series
from dostyk.facts.showing import show_figure
from dostyk.facts.wording import stem
from dostyk.promises.covering import PLACE_ROLES, name_of
from dostyk.promises.pledges import Pledge
from dostyk.promises.tables import table

# Kinds that are told apart by a name of their own.
_BY_NAME = ("Agreement", "Project", "Institution", "Event", "Regime")
_SHOWN_BY = {
    "Visit": "the visit told as paid",
    "Meeting": "the meeting told as held",
    "Event": "the event told as held",
    "Mission": "the post told as open",
    "Institution": "the institution told as working, or its opening",
    "Agreement": "the instrument told as signed",
    "Regime": "the rule told as holding",
    "Membership": "the membership told as begun",
    "Twinning": "the twinning told as begun",
    "Relations": "the relations told as begun",
    "Office": "the post told as held",
    "Renaming": "the new name told as given",
}


def measurable(pledge: Pledge) -> str:
    """What would show that a pledge was kept: a threshold of a measure, a stage, an event, an act with an object that can be seen."""
    lead = pledge.lead
    a = lead.attributes
    if lead.kind == "Indicator":
        return f"a figure for {name_series(lead)} of {show_figure(a.get('value', ''), a.get('unit', '1'), 'min')}"
    if lead.kind in _BY_NAME and is_loose(pledge):
        return ""
    if lead.kind == "Project":
        return f"the project told to have come to the stage: {wanted_stage(lead.attributes)}"
    if lead.kind != "Commitment":
        return _SHOWN_BY[lead.kind]
    return _commitment(pledge)


def is_loose(pledge: Pledge) -> bool:
    """Whether a name could be that of any other ("agreement"), or is one word without a place or a time ("factory"); no proper name is."""
    name = name_of(pledge.item)
    if sum(w[:1].isupper() for w in name.split()) > 1:
        return False
    telling = wording.take_apart(name).telling
    alone = pledge.due is None and not any(pledge.item.roles.get(role) for role in PLACE_ROLES)
    return len(telling) < (2 if alone else 1)


def _commitment(pledge: Pledge) -> str:
    a = pledge.lead.attributes
    if is_number(a) and "measure" in a:
        limit = "at most" if is_falling(a.get("content", "")) else "at least"
        return f"a figure for {a['measure']} of {limit} {show_figure(a['value'], a.get('unit', '1'))}"
    beside = next((f for f in pledge.facts if f.kind != "Commitment" and f.kind in _SHOWN_BY), None)
    if beside is not None:
        return _SHOWN_BY[beside.kind]
    content = a.get("content", "")
    if acts(content):
        return "what is to be done told as done"
    seen = is_number(a) or bool(_after(words(content)[1:]))
    return "what is to be done told as done" if seen and (is_number(a) or pledge.due is not None) else ""


def is_number(attributes: Mapping[str, str]) -> bool:
    """Whether a commitment has a number."""
    return bool(decimals(attributes.get("value", "")))


def is_falling(content: str) -> bool:
    """Whether a target is to be reached from above ("cut tariffs to 5 %")."""
    falling = {stem(w) for w in table("falling")["verbs"]}
    return any(stem(w) in falling for w in words(content)[:2])


def acts(content: str) -> tuple[frozenset[str], ...]:
    """The kinds that may tell of each act in a commitment's wording; an act on what nobody can see ("launch a new era") is none."""
    said, found = words(content), []
    for at, verb in _verbs(said):
        kinds = _acts().get(stem(verb)) or _acts().get(verb)
        if kinds and _after(said[at + 1 :]):
            found.append(kinds)
    return tuple(found)


def _verbs(said: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The words of a wording that stand where a verb does: the first, and after "to", "by", "and", "or"."""
    for at, word in enumerate(said):
        if at == 0 or said[at - 1] in ("to", "by", "and", "or", "jointly", "also", "further"):
            yield at, word


def _after(rest: Sequence[str]) -> str:
    """The head of the object behind a verb, "" where there is none or it is nothing one can see."""
    unseen = table("unseen")
    phrase = list(takewhile(lambda w: w not in unseen["ends"], dropwhile(lambda w: w in unseen["particles"], rest)))
    return "" if not phrase or phrase[-1] in unseen["heads"] else phrase[-1]


@cache
def _acts() -> dict[str, frozenset[str]]:
    return {key: frozenset(row["kinds"]) for row in table("acts") for verb in row["verbs"] for key in (verb, stem(verb))}


def wanted_stage(attributes: Mapping[str, str]) -> str:
    """The stage that was promised: the one named, in operation where none or only the plan is."""
    stage = attributes.get("stage", "")
    return stage if table("stages").get(stage, 0) > 0 else "operating"
