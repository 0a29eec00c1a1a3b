"""A name as a person writes it → the mention it means: as the statement, reference data or the record knows it, else by its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dostyk.errors import UnusableCorrection
from dostyk.kinds.naming import thing
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import country, country_name, lookup

KNOWN = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)
"""The types that are looked up in reference data first."""


def mention(name: str, fillers: Sequence[Mention], own: Sequence[Mention], record: Callable[[], Iterable[Mention]], at: str | None) -> Mention:
    """Make the mention that a name means: of the statement itself, of reference data, of the record, or by its type.

    `fillers` stand in the role now, `own` anywhere in the statement; `record` gives all others and is asked only where it matters. `at`
    is the EDTF date whose names count. "person:Anna Roux" says the type outright. Raises UnusableCorrection where nothing tells whom
    or what a name means.
    """
    type, told = _typed(name)
    if not told:
        raise UnusableCorrection(f"{name!r} names nobody; write a name, as in China or person:Anna Roux")
    if type is not None:
        return _known(told, own, type) or _placed(told, (type,), at) or _known(told, record(), type) or _thing(told, type)
    expected = {one.type for one in fillers}
    found = _known(told, own) or _placed(told, tuple(expected & set(KNOWN)) or KNOWN, at) or _placed(told, KNOWN, at) or _known(told, record())
    if found is None and len(expected) == 1 and not expected & set(KNOWN):
        found = thing(told, *expected)
    if found is None:
        ways = ", ".join(f"{one}:{told}" for one in ("person", "organisation", "place"))
        raise UnusableCorrection(f"I do not know what {told!r} is; say it before the name, as in {ways} (or country, region, city, document, other)")
    return found


def _typed(name: str) -> tuple[MentionType | None, str]:
    """Part the type that was written before a name from it."""
    before, colon, after = name.partition(":")
    types = {type.value: type for type in MentionType}
    type = types.get(before.strip().casefold()) if colon else None
    return type, " ".join((after if type else name).split())


def _known(name: str, mentions: Iterable[Mention], type: MentionType | None = None) -> Mention | None:
    """Give the one (of a type, if it is told) that is called so; None where several are."""
    found = {(one.id, one.type): one for one in mentions if name in (one.name, one.text) and type in (None, one.type)}
    if len(found) != 1:
        return None
    (one,) = found.values()
    return Mention(name, one.name, one.id, one.type)


def _placed(name: str, types: Sequence[MentionType], at: str | None) -> Mention | None:
    """Look a name up among places of some types; a country by its code or in any language, too."""
    code = country(name) if MentionType.COUNTRY in types else None
    if code is not None:
        return Mention(name, country_name(code) or name, code, MentionType.COUNTRY)
    return next((Mention(name, one.name, one.id, one.type) for one in lookup(name, at) if one.type in types), None)


def _thing(name: str, type: MentionType) -> Mention:
    """Make a mention of a name that no data knows; a country cannot be one."""
    if type is MentionType.COUNTRY:
        raise UnusableCorrection(f"{name!r} is no country I know; write its English name or its two-letter code, such as KZ")
    return thing(name, type)
