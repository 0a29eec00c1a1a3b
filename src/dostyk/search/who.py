"""A name → whom or what it means in a ledger: the entities it may stand for, with all that bears their names."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dostyk.entities import Homes, same_name
from dostyk.entities.person_names import take_apart
from dostyk.entities.places import PLACES, place_entity
from dostyk.entities.resolve import links, resolve_counted
from dostyk.ledger import Ledger
from dostyk.model.entity import Entity
from dostyk.model.mention import Mention, MentionType
from dostyk.search.finding import Chosen, is_said, said_of
from dostyk.search.indexing import sign
from dostyk.entities.things import OFFICE, TYPES, Roles, things
from dostyk.search.tokens import folded
from dostyk.values import names
from dostyk.values.spellings import romanise

SUGGESTED = 5
LOOKED_AT = 2000
"""Names that are compared letter by letter, of those that begin like the one asked for."""
ALIKE = 0.6
"""Least share of letters in common (difflib's ratio) of a name that is suggested."""
_COLUMNS = "SELECT n.number, n.text, n.name, n.id, n.type, n.sort FROM search_names AS n"
_BY_ID = f"{_COLUMNS} WHERE n.id = ? ORDER BY n.number"
_FOUND = f"{_COLUMNS} JOIN search_name_words ON search_name_words.rowid = n.number WHERE search_name_words MATCH ? ORDER BY n.number"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of somebody or something in the index; `number` is what statements are marked with."""

    number: int
    mention: Mention
    sort: str


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
    called; else as a part of a name, or as another spelling. What only the reference data knows has no wordings. Raises LedgerError.
    """
    known = Chosen(known_at=chosen.known_at)
    for how, wordings in _ways(ledger, name, at):
        said = [wording for wording in wordings if is_said(ledger, wording.number, known)]
        if said:
            return Answer(tuple(replace(meant, how=how) for meant in _meant(ledger, said, known)))
    entities = names.lookup(name, at)[:1]
    if entities:
        return Answer((Meant(entities[0], TYPES.get(entities[0].type, entities[0].type.value)),), _inside(ledger, entities[0], known))
    return Answer(nearest=_nearest(ledger, name, known))


def _ways(ledger: Ledger, name: str, at: str | None) -> Iterator[tuple[str, list[Wording]]]:
    """Give the wordings a name may be, way by way; a later one counts only where the ones before find nothing."""
    tokens = folded(name)
    yield "its id", list(_rows(ledger, _BY_ID, name.strip()))
    placed = [w for entity in names.bearing(name, at) for w in _rows(ledger, _BY_ID, entity.id)]
    if not tokens:
        yield "", placed
        return
    whole = [w for w in _rows(ledger, _FOUND, f'words : "{" ".join(tokens)}"') if tokens in (folded(w.mention.text), folded(w.mention.name))]
    yield "", list({w.number: w for w in [*placed, *whole]}.values())
    yield "a name of the state", list(_rows(ledger, _BY_ID, names.country(name) or ""))
    yield "a part of its name", list(_rows(ledger, _FOUND, f"words : ({' AND '.join(map(_quoted, tokens))})"))
    spelt = [_spelt(word) for word in name.split() if folded(word)]
    yield "a part of its name, in other letters", list(_rows(ledger, _FOUND, f"words : ({' AND '.join(spelt)})"))
    yield from _spellings(ledger, name)


def _spellings(ledger: Ledger, name: str) -> Iterator[tuple[str, list[Wording]]]:
    """Give the wordings that are another spelling of a name, those of one reason together; where letters differ all names are compared."""
    tokens = folded(name)
    near = _rows(ledger, _FOUND, _begin_like(tokens)) if name.isascii() else _rows(ledger, f"{_COLUMNS} ORDER BY n.number")
    found: dict[str, list[Wording]] = {}
    for wording in near:
        if abs(len(wording.mention.name.split()) - len(name.split())) < 3:
            same, why = same_name(name, wording.mention.name, wording.mention.type.value)
            if same:
                found.setdefault(why, []).append(wording)
    yield "; ".join(sorted(found)), [wording for wordings in found.values() for wording in wordings]


def _spelt(word: str) -> str:
    """Write one word for FTS5 in every way it may be spelt in Latin letters."""
    ways = dict.fromkeys(" ".join(folded(form)) for form in (word, *romanise(word[:1].upper() + word[1:])))
    return f"({' OR '.join(map(_quoted, ways))})"


def _quoted(words: str) -> str:
    return f'"{words}"'


def _begin_like(tokens: Sequence[str]) -> str:
    return f"words : ({' OR '.join(f'{_quoted(token[:3])} *' for token in tokens)})"


def _rows(ledger: Ledger, sql: str, *values: str) -> Iterator[Wording]:
    for number, text, name, id, type, sort in ledger.rows(sql, values):
        yield Wording(int(number), Mention(text, name, id, MentionType(type)), sort)


def _meant(ledger: Ledger, wordings: Sequence[Wording], known: Chosen) -> list[Meant]:
    """Resolve wordings to entities, each with all its wordings, in the order in which they were found."""
    kin = _kin(ledger, [w for w in wordings if w.mention.type not in PLACES])
    entities = _resolved(ledger, kin, known)
    found: dict[tuple[MentionType, str], Meant] = {}
    for wording in wordings:
        entity = _entity(wording, entities)
        if entity is None or (entity.type, entity.id) in found:
            continue
        if entity.type in PLACES:
            own = list(_rows(ledger, _BY_ID, entity.id))
        else:
            own = [w for w in kin if (e := entities.get(w.mention)) is not None and (e.type, e.id) == (entity.type, entity.id)]
        found[entity.type, entity.id] = Meant(entity, wording.sort, tuple(own))
    return _with_holders(list(found.values()))


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
    return place_entity(m.id, m.name, m.type) if m.type in PLACES else entities.get(m)


def _kin(ledger: Ledger, wordings: Sequence[Wording]) -> list[Wording]:
    """Give wordings with all those that could be one with them, or with these, and so on: resolving them gives what resolving all would."""
    kin = {w.number: w for w in wordings}
    fresh = list(kin.values())
    while fresh:
        keys = [links(w.mention.name, w.mention.type) for w in fresh]
        found = dict.fromkeys(sign(key) for mine, _ in keys for key in mine)
        looks = dict.fromkeys(sign(key) for _, mine in keys for key in mine)
        new: dict[int, Wording] = {}
        for column, signs in (("looks", list(found)), ("found", list(looks))):
            for at in range(0, len(signs), 100):
                match = f"{column} : ({' OR '.join(map(_quoted, signs[at : at + 100]))})"
                new |= {w.number: w for w in _rows(ledger, _FOUND, match) if w.number not in kin}
        kin |= new
        fresh = list(new.values())
    return [kin[number] for number in sorted(kin)]


def _resolved(ledger: Ledger, kin: Sequence[Wording], known: Chosen) -> Mapping[Mention, Entity]:
    """Resolve wordings as all statements would be: how often each occurs, and the posts that tell where people belong."""
    counted: Counter[Mention] = Counter()
    offices: list[Roles] = []
    seen: set[str] = set()
    for said in said_of(ledger, [w.number for w in kin], known):
        if said.id not in seen:
            seen.add(said.id)
            counted.update(mention for found in said.roles.values() for mention in found)
            counted.update(things(said.kind, said.roles, said.attributes).values())
            offices += [said.roles] if said.kind == "Office" else []
    mentions = {w.mention for w in kin}
    return resolve_counted(Counter({mention: count for mention, count in counted.items() if mention in mentions}), Homes.of_offices(offices))


def _inside(ledger: Ledger, entity: Entity, known: Chosen) -> tuple[str, ...]:
    """Give the names that hold one of an entity's names, for one of which nothing is said under its own."""
    phrases = dict.fromkeys(" ".join(folded(name.text)) for name in names.names_of(entity.id))
    match = f"words : ({' OR '.join(_quoted(phrase) for phrase in phrases if phrase)})"
    found = (w.mention.name for w in _rows(ledger, _FOUND, match) if is_said(ledger, w.number, known)) if any(phrases) else ()
    return tuple(islice(dict.fromkeys(found), SUGGESTED))


def _nearest(ledger: Ledger, name: str, known: Chosen) -> tuple[str, ...]:
    """Give the names most like one that nobody bears, of those that share the beginning of a word with it."""
    tokens = folded(name)
    if not tokens:
        return ()
    asked = " ".join(tokens)
    ranked: dict[str, float] = {}
    for wording in islice(_rows(ledger, _FOUND, _begin_like(tokens)), LOOKED_AT):
        for called in (wording.mention.name, wording.mention.text):
            ratio = difflib.SequenceMatcher(None, asked, " ".join(folded(called))).ratio()
            parts = [difflib.SequenceMatcher(None, asked, part).ratio() for part in folded(called)] if len(tokens) == 1 else []
            ratio = max([ratio, *parts])
            if ratio >= ALIKE and is_said(ledger, wording.number, known):
                ranked[called] = max(ratio, ranked.get(called, 0))
    return tuple(sorted(ranked, key=lambda called: (-ranked[called], called))[:SUGGESTED])
