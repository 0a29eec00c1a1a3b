"""A name as a person writes it → the mention it means: as the statement, reference data or the record know it, else by its type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dostyk.errors import UnusableCorrection
from dostyk.kinds.naming import thing
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import country, country_name, lookup

KNOWN = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)
"""The types that are looked up in reference data first."""


def mention(name: str, fillers: Sequence[Mention], others: Iterable[Mention], at: str | None) -> Mention:
    """Make the mention that a name means.

    `fillers` stand in the role now, `others` elsewhere in the statement and the record; `at` is the EDTF date whose names count.
    "person:Anna Roux" says the type outright. Raises UnusableCorrection where nothing tells whom or what it means.
    """
    type, told = _typed(name)
    if not told:
        raise UnusableCorrection(f"{name!r} names nobody; write a name, as in China or person:Anna Roux")
    known = [*fillers, *others]
    if type is not None:
        return _known(told, [one for one in known if one.type is type]) or _placed(told, (type,), at) or _thing(told, type)
    expected = {one.type for one in fillers}
    found = _known(told, known) or _placed(told, tuple(expected & set(KNOWN)) or KNOWN, at) or _placed(told, KNOWN, at)
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


def _known(name: str, mentions: Iterable[Mention]) -> Mention | None:
    """Give the one that is called so; None where several are."""
    found = {(one.id, one.type): one for one in mentions if name in (one.name, one.text)}
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
