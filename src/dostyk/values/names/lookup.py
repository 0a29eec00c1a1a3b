"""Turns a name, at a date, into the entities that bear it, and an entity into its names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from dostyk.model.entity import Entity, Name
from dostyk.model.mention import MentionType
from dostyk.values.names.gazetteer import borne_by, flags_and_numbers, line_of, number_of, record
from dostyk.values.names.renames import bodies_named, body, dated_names, name_then


def lookup(name: str, at: str | None = None) -> tuple[Entity, ...]:
    """Give the entities that bear a name, likeliest first, places before bodies; on an EDTF date, those that bore it then first.

    Bodies are the ministries, companies and international organisations that changed their name (renames.toml). Case counts,
    the form of apostrophes does not. `reason` says when a name was in force that was not so at `at`.
    """
    return tuple(replace(entity, names=names_of(entity.id)) for entity in bearing(name, at))


@lru_cache(maxsize=4096)
def bearing(name: str, at: str | None = None) -> tuple[Entity, ...]:
    """Give what `lookup` gives without the entities' names, which take long to gather."""
    spelled = re.sub("[\u2018\u2019\u02bb\u02bc]", "'", name.strip())
    line = line_of(spelled) or line_of(spelled.removeprefix("the ").removeprefix("The ")) or line_of(spelled.title())
    numbers = flags_and_numbers(line)[1] if line is not None else ()
    entities = [_entity(record(number).id, spelled, at) for number in numbers if record(number).type is not MentionType.OTHER]
    entities += [_entity(ident, spelled, at) for ident in bodies_named(spelled) if ident not in {entity.id for entity in entities}]
    if at is not None:
        entities.sort(key=lambda entity: _rank(entity.id, spelled, at))
    return tuple(entities)


def _entity(ident: str, name: str, at: str | None) -> Entity:
    """Make the entity of a place or body, without its names."""
    from dostyk.values.edtf import overlaps

    spans = [d.valid for d in dated_names(ident) if d.reads(name)]
    reason = f"{name} was its name in {', '.join(spans)}" if spans and at is not None and not any(overlaps(at, s) for s in spans) else ""
    number = number_of().get(ident)
    if number is not None:
        found = record(number)
        return Entity(found.id, found.type, found.name, (), found.country, reason)
    last, country = body(ident) or ("", None)
    return Entity(ident, MentionType.ORGANISATION, last, (), country, reason)


def _rank(entity_id: str, name: str, at: str) -> int:
    """Rank an entity for a name at a date: 0 it was its name then, 1 nothing is known, 2 it was so at another time."""
    from dostyk.values.edtf import overlaps

    spans = [d.valid for d in dated_names(entity_id) if d.reads(name)]
    return 1 if not spans else 0 if any(overlaps(at, s) for s in spans) else 2


def name_valid(entity_id: str, at: str) -> str | None:
    """Give the name that an entity had on an EDTF date; its present one where no renaming is on record, None for what is not known."""
    if dated_names(entity_id):
        return name_then(entity_id, at)
    number = number_of().get(entity_id)
    return record(number).name if number is not None else None


@lru_cache(maxsize=4096)
def names_of(entity_id: str) -> tuple[Name, ...]:
    """Give all names of an entity: dated ones first, then other spellings by script; without demonyms."""
    number = number_of().get(entity_id)
    out = [Name(d.name, "Latn", "en", d.valid) for d in dated_names(entity_id)]
    out += [Name(text, *_script(text), d.valid) for d in dated_names(entity_id) for text in d.others]
    if number is None:
        return tuple(out)
    seen = {name.text for name in out}
    texts = [] if record(number).name in seen else [record(number).name]
    texts += [text for script in ("latin", "other") for text in borne_by(script, number)]
    for text in dict.fromkeys(texts):
        if text not in seen and not (text.isupper() and len(text) > 4):
            out.append(Name(text, *_script(text)))
    return tuple(out)


def _script(text: str) -> tuple[str, str | None]:
    """Give ISO 15924 script and, where letters tell it, language of a name."""
    if re.search("[\u3400-\u9fff]", text):
        return "Hani", "zh"
    if re.search("[\u0400-\u052f]", text):
        return "Cyrl", "kk" if re.search("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", text) else "ru"
    return "Latn", None
