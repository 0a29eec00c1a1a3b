"""A name → whom or what it means in a ledger: the entities it may stand for, with all that bears their names."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dostyk.entities import Homes, Ties, same_name
from dostyk.entities.person_names import take_apart
from dostyk.entities.places import PLACES, place_entity
from dostyk.entities.resolve import resolve_counted
from dostyk.entities.things import OFFICE, TYPES, Roles, things
from dostyk.entities.ties import key_of
from dostyk.ledger import Ledger
from dostyk.model.entity import Entity
from dostyk.model.mention import Mention, MentionType
from dostyk.search.chosen import Chosen
from dostyk.search.names import Wording, Wordings
from dostyk.search.standing import Standing
from dostyk.search.tokens import folded
from dostyk.values import names
from dostyk.values.spellings import romanise

PART = "a part of its name"
"""How a name is meant that is not the whole name: good for asking, not for judging."""
SUGGESTED = 5
LOOKED_AT = 2000
"""Names that are compared letter by letter, of those that begin like the one asked for."""
ALIKE = 0.6
"""Least share of letters in common (difflib's ratio) of a name that is suggested."""


@dataclass(frozen=True, slots=True)
class Meant:
    """One entity a name may stand for, of what sort, with every wording of it; `how` says why the name is one of its names."""

    entity: Entity
    sort: str
    wordings: tuple[Wording, ...] = ()
    how: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom or what a name may mean, the likeliest first; where nobody is so called, `nearest` are the names most like it."""

    meant: tuple[Meant, ...] = ()
    nearest: tuple[str, ...] = ()


def ask(ledger: Ledger, name: str, chosen: Chosen, at: str | None = None) -> Answer:
    """Say whom or what a name, or an id, means as far as a ledger knows it; the index must be up to date (see `catch_up`).

    `chosen` says what of the ledger counts, `at` (EDTF) when the name was in use. A name is taken in full where anything is so
    called; else as a part of a name, or as another spelling. What only the reference data knows has no wordings. What people corrected
    and rejected of statements, and judged of entities, counts, as far as it was known. Raises LedgerError.
    """
    standing = Standing(ledger, chosen.known_at)
    wordings = Wordings(ledger, standing)
    ties = Ties(standing.judgements, wordings.is_key_said) if standing.judgements else Ties()
    for how, ways in _ways(wordings, name, at):
        said = [wording for wording in ways if wordings.is_said(wording.number, wordings.known)]
        if said:
            return Answer(tuple(replace(meant, how=how) for meant in _meant(wordings, said, ties)))
    entities = names.lookup(name, at)[:1]
    if entities:
        return Answer((Meant(entities[0], TYPES.get(entities[0].type, entities[0].type.value)),), _inside(wordings, entities[0]))
    return Answer(nearest=_nearest(wordings, name))


def _ways(wordings: Wordings, name: str, at: str | None) -> Iterator[tuple[str, list[Wording]]]:
    """Give the wordings a name may be, way by way; a later one counts only where the ones before find nothing."""
    tokens = folded(name)
    yield "its id", wordings.with_id(name.strip())
    placed = [w for entity in names.bearing(name, at) for w in wordings.with_id(entity.id)]
    if not tokens:
        yield "", placed
        return
    yield "", list({w.number: w for w in [*placed, *wordings.called(name)]}.values())
    yield "a name of the state", wordings.with_id(names.country(name) or "")
    yield PART, wordings.holding([token] for token in tokens)
    yield f"{PART}, in other letters", wordings.holding(_spelt(word) for word in name.split() if folded(word))
    yield from _spellings(wordings, name)


def _spellings(wordings: Wordings, name: str) -> Iterator[tuple[str, list[Wording]]]:
    """Give the wordings that are another spelling of a name, those of one reason together; where letters differ all names are compared."""
    tokens = folded(name)
    near = wordings.beginning_like(tokens) if name.isascii() else wordings.all()
    found: dict[str, list[Wording]] = {}
    for wording in near:
        if abs(len(wording.mention.name.split()) - len(name.split())) < 3:
            same, why = same_name(name, wording.mention.name, wording.mention.type.value)
            if same:
                found.setdefault(why, []).append(wording)
    yield "; ".join(sorted(found)), [wording for wordings in found.values() for wording in wordings]


def _spelt(word: str) -> list[str]:
    """Write one word in every way it may be spelt in Latin letters, as tokens."""
    return list(dict.fromkeys(" ".join(folded(form)) for form in (word, *romanise(word[:1].upper() + word[1:]))))


def _meant(wordings: Wordings, found: Sequence[Wording], ties: Ties) -> list[Meant]:
    """Resolve wordings to entities, each with all its wordings, in the order in which they were found."""
    kin = _kin(wordings, [w for w in found if w.mention.type not in PLACES or key_of(w.mention) in ties.judged], ties)
    entities = _resolved(wordings, kin, ties)
    meant: dict[tuple[MentionType, str], Meant] = {}
    for wording in found:
        entity = _entity(wording, entities)
        if entity is None or (entity.type, entity.id) in meant:
            continue
        own = [w for w in kin if (e := entities.get(w.mention)) is not None and (e.type, e.id) == (entity.type, entity.id)]
        own = own or wordings.with_id(entity.id)
        meant[entity.type, entity.id] = Meant(entity, _sort(wording, entity, own), tuple(own))
    return _with_holders(list(meant.values()))


def _sort(wording: Wording, entity: Entity, own: Sequence[Wording]) -> str:
    """Say what sort of thing an entity is: as the wording that was found, unless people judged that it is of another type."""
    if wording.mention.type is entity.type:
        return wording.sort
    return next((w.sort for w in own if w.mention.type is entity.type), wording.sort)


def _with_holders(found: list[Meant]) -> list[Meant]:
    """Take somebody who is named by nothing but an office for the holder of that office, which is then what is meant."""
    unnamed = [meant for meant in found if meant.entity.type is MentionType.PERSON and take_apart(meant.entity.name).post]
    out = []
    for meant in found:
        if meant.sort == OFFICE:
            own = [other for other in unnamed if folded(other.entity.name) == folded(meant.entity.name)]
            unnamed = [other for other in unnamed if other not in own]
            found = [other for other in found if other not in own]
            meant = replace(meant, wordings=(*meant.wordings, *(wording for other in own for wording in other.wordings)))
        out.append(meant)
    return [meant for meant in out if (meant.entity.type, meant.entity.id) in {(other.entity.type, other.entity.id) for other in found}]


def _entity(wording: Wording, entities: Mapping[Mention, Entity]) -> Entity | None:
    m = wording.mention
    return entities.get(m) or (place_entity(m.id, m.name, m.type) if m.type in PLACES else None)


def _kin(wordings: Wordings, found: Sequence[Wording], ties: Ties) -> list[Wording]:
    """Give wordings with all those that could be one with them, or with these, and so on: resolving them gives what resolving all would."""
    kin = {w.number: w for w in found}
    fresh = list(kin.values())
    while fresh:
        new = {w.number: w for w in wordings.related(fresh) if w.number not in kin}
        for key in dict.fromkeys(key for w in fresh for key in _tied(key_of(w.mention), ties)):
            new |= {w.number: w for w in wordings.with_key(key) if w.number not in kin}
        kin |= new
        fresh = list(new.values())
    return [kin[number] for number in sorted(kin)]


def _tied(key: str, ties: Ties) -> list[str]:
    """Give the keys that people judged to be one or two with a key: whatever is judged of either bears on the other."""
    return [other for _, pair in ties.pairs if key in pair for other in pair]


def _resolved(wordings: Wordings, kin: Sequence[Wording], ties: Ties) -> Mapping[Mention, Entity]:
    """Resolve wordings as all statements would be: how often each occurs, and the posts that tell where people belong."""
    counted: Counter[Mention] = Counter()
    offices: list[Roles] = []
    seen: set[str] = set()
    for said in wordings.said_of([w.number for w in kin], wordings.known):
        if said.id not in seen:
            seen.add(said.id)
            counted.update(mention for found in said.roles.values() for mention in found)
            counted.update(things(said.kind, said.roles, said.attributes).values())
            offices += [said.roles] if said.kind == "Office" else []
    mentions = {w.mention for w in kin}
    held = Counter({mention: count for mention, count in counted.items() if mention in mentions})
    return resolve_counted(held, Homes.of_offices(offices), ties)


def _inside(wordings: Wordings, entity: Entity) -> tuple[str, ...]:
    """Give the names that hold one of an entity's names, for one of which nothing is said under its own."""
    phrases = [phrase for phrase in dict.fromkeys(" ".join(folded(name.text)) for name in names.names_of(entity.id)) if phrase]
    found = wordings.holding([phrases]) if phrases else []
    return tuple(islice(dict.fromkeys(w.mention.name for w in found if wordings.is_said(w.number, wordings.known)), SUGGESTED))


def _nearest(wordings: Wordings, name: str) -> tuple[str, ...]:
    """Give the names most like one that nobody bears, of those that share the beginning of a word with it."""
    tokens = folded(name)
    if not tokens:
        return ()
    asked = " ".join(tokens)
    ranked: dict[str, float] = {}
    for wording in islice(wordings.beginning_like(tokens), LOOKED_AT):
        for called in (wording.mention.name, wording.mention.text):
            ratio = difflib.SequenceMatcher(None, asked, " ".join(folded(called))).ratio()
            parts = [difflib.SequenceMatcher(None, asked, part).ratio() for part in folded(called)] if len(tokens) == 1 else []
            ratio = max([ratio, *parts])
            if ratio >= ALIKE and wordings.is_said(wording.number, wordings.known):
                ranked[called] = max(ratio, ranked.get(called, 0))
    return tuple(sorted(ranked, key=lambda called: (-ranked[called], called))[:SUGGESTED])
