"""Slots and what they are to hold, as a person writes them → a statement that says so, as well formed as one that was read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from dostyk.errors import UnusableCorrection
from dostyk.kinds import kinds
from dostyk.model.document import Document
from dostyk.model.kind import Kind
from dostyk.model.mention import Mention
from dostyk.model.review import Said
from dostyk.model.statement import Evidence, Modality
from dostyk.review.naming import mention
from dostyk.review.places import passage
from dostyk.values import edtf

OWN = ("kind", "time", "modality", "attribution", "quote")
"""The slots that every statement has, beside the roles and attributes of its kind."""
BETWEEN = ";"
"""What stands between several names in one role."""
DECIMAL = re.compile(r"-?\d+(?:\.\d+)?(?:/-?\d+(?:\.\d+)?)?")


def read_changes(words: Iterable[str]) -> dict[str, str]:
    """Read words like "time=2015" and "visitor=Anna Roux; Ben Ito"; raises UnusableCorrection for one that sets nothing, or a slot twice."""
    changes: dict[str, str] = {}
    for word in words:
        slot, equals, value = word.partition("=")
        slot = slot.strip()
        if not equals or not slot:
            raise UnusableCorrection(f"{word!r} sets no slot; write slot=value, as in time=2015 (slot= empties it)")
        if slot in changes:
            raise UnusableCorrection(f"{slot} is set twice; write several names in one, with {BETWEEN} between them")
        _check_letters(value)
        changes[slot] = value.strip()
    return changes


def corrected(said: Said, changes: Mapping[str, str], document: Document, record: Callable[[], Iterable[Mention]] = tuple) -> Said:
    """Give what a statement says with some slots changed; an empty value empties its slot, other slots stay.

    A kind takes along the slots that the new kind has as well. A quote must stand just once in the passage of the statement. `record` gives the
    mentions of the record that names may mean (see review/naming.py). Raises UnusableCorrection for what is no slot of the kind or does not
    fit into it, where a key role would be empty, and where nothing would change.
    """
    kind = _kind(changes.get("kind", said.kind))
    unknown = [slot for slot in changes if slot not in (*OWN, *kind.roles, *kind.attributes)]
    if unknown:
        slots = ", ".join((*OWN, *kind.roles, *kind.attributes))
        raise UnusableCorrection(f"{kind.name} has no slot {unknown[0]!r}; there are {slots}")
    new = said if kind.name == said.kind else _carried_over(said, kind)
    for slot, value in changes.items():
        if slot in OWN:
            new = _own(new, slot, value, document)
        elif slot in kind.roles:
            found = _mentions(value, new.roles.get(slot, ()), new, record, document)
            new = replace(new, roles=_filled(new.roles, slot, found))
        else:
            new = replace(new, attributes=_filled(new.attributes, slot, _literal(slot, value)))
    _check_keys(said, new, kind)
    if new == said:
        raise UnusableCorrection("nothing would change; to say that a statement is right, accept it")
    return new


def _kind(name: str) -> Kind:
    known = {kind.name.casefold(): kind for kind in kinds()}
    if name.casefold() not in known:
        raise UnusableCorrection(f"{name!r} is no kind of statement; there are {', '.join(kind.name for kind in known.values())}")
    return known[name.casefold()]


def _carried_over(said: Said, kind: Kind) -> Said:
    """Let a statement be of another kind, with the slots that this one has."""
    roles = {role: found for role, found in said.roles.items() if role in kind.roles}
    attributes = {name: value for name, value in said.attributes.items() if name in kind.attributes}
    return replace(said, kind=kind.name, roles=roles, attributes=attributes)


def _own(said: Said, slot: str, value: str, document: Document) -> Said:
    """Set a slot that every statement has."""
    if slot == "time":
        return replace(said, time=_fitting("time", "edtf", value) or None)
    if slot == "modality":
        return replace(said, modality=_modality(value))
    if slot == "attribution":
        return replace(said, attribution=value or None)
    if slot == "quote":
        return replace(said, evidence=_quote(said.evidence, value, document))
    return said


def _modality(value: str) -> Modality:
    known = [modality.value for modality in Modality]
    if value.casefold() not in known:
        raise UnusableCorrection(f"{value!r} is no modality; there are {', '.join(known)}")
    return Modality(value.casefold())


def _quote(evidence: Evidence, words: str, document: Document) -> Evidence:
    """Quote other words of the same passage, which must stand there to the letter and once."""
    low, high = passage(document.text, evidence.start, evidence.end)
    count = document.text.count(words, low, high) if words else 0
    if count != 1:
        how = "does not stand" if not count else f"stands {count} times"
        raise UnusableCorrection(f"the quote {words!r} {how} in the passage of the statement; copy a run of it that stands there once")
    start = document.text.index(words, low, high)
    return Evidence.of(document, start, start + len(words))


def _mentions(value: str, fillers: Sequence[Mention], said: Said, record: Callable[[], Iterable[Mention]], document: Document) -> tuple[Mention, ...]:
    names = [name.strip() for name in value.split(BETWEEN) if name.strip()]
    own = [one for found in said.roles.values() for one in found]
    return tuple(dict.fromkeys(mention(name, fillers, own, record, said.time or document.published) for name in names))


def _literal(slot: str, value: str) -> str:
    """Check what is to stand in an attribute."""
    rule = _rules().get(slot, {})
    if value and value not in rule.get("one_of", [value]):
        raise UnusableCorrection(f"{slot} cannot be {value!r}; it is one of {', '.join(rule['one_of'])}")
    return _fitting(slot, rule.get("form", ""), value)


def _fitting(slot: str, form: str, value: str) -> str:
    """Check the form of a value; an empty one fits."""
    if value and form == "edtf" and not edtf.is_valid(value):
        raise UnusableCorrection(f"{slot} cannot be {value!r}; write a date as EDTF, as in 2015, 2015-08-31, 2015-08-31/2015-09-03 or 2018/..")
    if value and form == "decimal" and not DECIMAL.fullmatch(value):
        raise UnusableCorrection(f"{slot} cannot be {value!r}; write a number in digits, magnitudes worked out, as in 17620000000 or 10000/20000")
    if value and form == "word" and re.search(r"\s", value):
        raise UnusableCorrection(f"{slot} cannot be {value!r}; write one word, such as USD, km2, %, 1 or rank")
    return value


def _check_keys(before: Said, new: Said, kind: Kind) -> None:
    """Refuse to empty a key role or attribute, and another kind without its own."""
    same = before.kind == new.kind
    for role in kind.key_roles:
        if not new.roles.get(role) and (not same or before.roles.get(role)):
            raise UnusableCorrection(f"a {kind.name} needs {role}; set it as well, as in {role}=NAME")
    filled = [name for name in kind.key_attributes if new.attributes.get(name)]
    if kind.key_attributes and not filled and (not same or any(before.attributes.get(name) for name in kind.key_attributes)):
        raise UnusableCorrection(f"a {kind.name} needs {' or '.join(kind.key_attributes)}; set it as well, as in {kind.key_attributes[0]}=…")
    if kind.dyad and new.roles.get(kind.dyad) != before.roles.get(kind.dyad) and len(new.roles.get(kind.dyad, ())) != 2:
        raise UnusableCorrection(f"a {kind.name} has two in {kind.dyad}; write both, as in {kind.dyad}=ONE{BETWEEN} OTHER")


def _check_letters(value: str) -> None:
    """Refuse what cannot be kept as text."""
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", value):
        raise UnusableCorrection(f"{value!r} has signs that are no text; write letters, figures and punctuation only")


def _filled(slots: Mapping[str, Any], slot: str, value: Sequence[Any]) -> dict[str, Any]:
    rest = {name: held for name, held in slots.items() if name != slot}
    return {**rest, slot: value} if value else rest


@cache
def _rules() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("dostyk.review").joinpath("slots.toml").read_text("utf-8"))
