"""Lays what the rules and the model say of a sentence side by side: what both say is said once and marked, what one alone says is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from dostyk.model.analysis import Sentence
from dostyk.model.kind import Draft, Kind
from dostyk.model.mention import Mention

NEAR = 6
"""Characters by which the model's trigger and the place where a rule spoke may miss each other."""
COUNTERPARTS = {"subject": ("partner",)}
"""Roles that are told together: whose a figure is and towards whom."""
DEFAULTS = {"statistic": "level", "bound": "exact"}


def together(sentence: Sentence, rules: Sequence[Draft], model: Sequence[Draft], kinds: Mapping[str, Kind]) -> list[Draft]:
    """Give the drafts of one sentence; those of both that tell of the same thing become one."""
    alike = ((_alike(one, other, kinds[one.kind]), -n, -m) for n, one in enumerate(rules) for m, other in enumerate(model) if one.kind == other.kind)
    met: dict[int, int] = {}
    for likeness, n, m in sorted(alike, reverse=True):
        if likeness > 0 and -n not in met and -m not in met.values():
            met[-n] = -m
    kept: list[Draft] = []
    for n, draft in enumerate(rules):
        if n in met:
            kept.append(_one(draft, model[met[n]], kinds[draft.kind]))
        else:
            draft.heard = "silent"
            kept.append(draft)
    alone = [draft for m, draft in enumerate(model) if m not in met.values()]
    for draft in alone:
        draft.heard = "alone"
    return [*kept, *alone]


def only(model: Sequence[Draft]) -> list[Draft]:
    """Mark the drafts of a model that is asked without rules."""
    for draft in model:
        draft.heard = "only"
    return list(model)


def _one(draft: Draft, other: Draft, kind: Kind) -> Draft:
    """The rules' draft, marked with what the model says of the same; where they differ, who was measured to be right more often speaks."""
    draft.scored = other.scored
    draft.differs = tuple(sorted(_differing(draft, other, kind)))
    draft.heard = "differs" if draft.differs else "agrees"
    draft.rival = other
    for slot in draft.differs:
        if (draft.rule, slot) in spoken_by_model():
            take(draft, other, slot)
    return draft


def take(draft: Draft, other: Draft, slot: str) -> None:
    """Let the model's filler of a slot stand for the rules'; who is at the other end comes with it."""
    if slot == "time":
        draft.time = other.time
    elif slot in draft.attributes or slot in other.attributes:
        if slot in other.attributes:
            draft.attributes[slot] = other.attributes[slot]
    elif other.roles.get(slot):
        for role in (slot, *COUNTERPARTS.get(slot, ())):
            draft.roles.pop(role, None)
            if other.roles.get(role):
                draft.roles[role] = list(other.roles[role])


@cache
def spoken_by_model() -> frozenset[tuple[str, str]]:
    """Rules and slots for which the model speaks where the two differ; measured by training/confidence/speaks.py."""
    text = resources.files("dostyk.statements").joinpath("speaks.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset((rule, slot) for rule, slot, *_ in rows)


def _alike(one: Draft, other: Draft, kind: Kind) -> float:
    """How much a rule's draft and one of the model's have in common; 0 where they tell of different places."""
    near = other.start - NEAR <= one.anchor <= other.end + NEAR or one.start <= other.anchor < one.end
    if not near or not (one.start < other.end and other.start < one.end):
        return 0.0
    if "value" in kind.key_attributes:
        return 0.0 if abs(one.anchor - other.anchor) > 25 or _number(one) != _number(other) else 3 - 0.01 * abs(one.anchor - other.anchor)
    shared = sum(bool(_ids(one, role) & _ids(other, role)) for role in kind.key_roles or kind.roles)
    same = sum(_plain(one.attributes.get(a, "")) == _plain(other.attributes.get(a, "")) for a in kind.key_attributes)
    if not shared and not same and kind.key_roles:
        return 0.0
    return 1 + shared + same - 0.001 * abs(one.anchor - other.anchor)


def _differing(one: Draft, other: Draft, kind: Kind) -> Iterator[str]:
    """Names of key slots, time and modality in which two drafts differ."""
    for role in kind.key_roles:
        if _ids(one, role) != _ids(other, role):
            yield role
    if kind.name != "Agreement":
        for name in kind.key_attributes:
            default = DEFAULTS.get(name, "")
            if _plain(one.attributes.get(name, default)) != _plain(other.attributes.get(name, default)):
                yield name
    elif not {_plain(one.attributes.get(a, "-")) for a in kind.key_attributes} & {_plain(other.attributes.get(a, "=")) for a in kind.key_attributes}:
        yield "title"
    if (one.time or None) != (other.time or None):
        yield "time"
    if one.modality is not other.modality:
        yield "modality"


def _ids(draft: Draft, role: str) -> set[str]:
    return {m.id for m in draft.roles.get(role, ()) if isinstance(m, Mention)}


def _number(draft: Draft) -> str:
    return draft.attributes.get("value", "").lstrip("-")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
