"""Statements and their entities → what the record tells of each entity: names, states, posts, times, what it is named together with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dostyk.entities.homes import Homes
from dostyk.entities.places import PLACES, state_of
from dostyk.entities.spelling import fold, words
from dostyk.entities.things import OFFICE, named, post_of, things
from dostyk.entities.ties import key_of
from dostyk.model.entity import Entity
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement
from dostyk.values import edtf

DATED = {"Agreement": "instrument", "Event": "event"}
"""Kinds of statement whose time is that of the thing they name, with its sort."""
_PLACING = ("place", "location", "destination")


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody is told to hold: its telling words, as it is called, and when (EDTF; None: nothing is said)."""

    words: frozenset[str]
    called: str
    time: str | None


@dataclass(slots=True)
class Traits:
    """What the record tells of one entity; `names` and `sorts` count, `key` is what judgements know its commonest name by.

    `parts` are what of each name stands in statements (see model/judgement.py), `beside` the entities named in the same role of a statement.
    """

    entity: Entity
    names: Counter[str] = field(default_factory=Counter)
    sorts: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    posts: list[Post] = field(default_factory=list)
    times: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    parties: set[frozenset[str]] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    statements: int = 0

    @property
    def id(self) -> str:
        """The entity's id with its type: ids of different types may be alike."""
        return f"{self.entity.type.value} {self.entity.id}"

    def keys_by_name(self) -> set[str]:
        """Its names, case and accents apart."""
        return {fold(name) for name in self.names}

    @property
    def sort(self) -> str:
        """What sort of thing it most often is."""
        return min(self.sorts, key=lambda sort: (-self.sorts[sort], sort))


def traits(statements: Iterable[Statement], entities: Mapping[Mention, Entity]) -> dict[str, Traits]:
    """Gather what statements tell of each entity, in the order of their ids; `entities` must hold the things that statements name as well."""
    read = list(statements)
    homes = Homes.of_statements(read)
    found: dict[str, Traits] = {}
    for statement in read:
        for one in _of_statement(statement, entities, homes, found):
            one.statements += 1
    return dict(sorted(found.items()))


def _of_statement(statement: Statement, entities: Mapping[Mention, Entity], homes: Homes, found: dict[str, Traits]) -> list[Traits]:
    met: dict[str, Traits] = {}
    for sort, mention in named(statement.kind, statement.roles, statement.attributes):
        entity = entities[mention]
        id = f"{entity.type.value} {entity.id}"
        one = met[id] = found[id] if id in found else found.setdefault(id, Traits(entity))
        one.names[mention.name] += 1
        one.sorts[sort] += 1
        one.keys.add(key_of(mention))
        one.parts.setdefault(mention.name, (mention.name,))
        home = homes.of(mention)
        one.states |= {home} if home else set()
        if statement.time is not None:
            one.times.add(statement.time)
            one.dates |= {statement.time} if DATED.get(statement.kind) == sort else set()
    _places(statement, entities, met)
    _company(statement, entities, found)
    _posts(statement, entities, found)
    return list(met.values())


def _places(statement: Statement, entities: Mapping[Mention, Entity], met: Mapping[str, Traits]) -> None:
    """Note where what is named is, and between whom an instrument is made."""
    places = {entities[m].id for role in _PLACING for m in statement.roles.get(role, ())}
    parties = frozenset(entities[m].id for m in statement.roles.get("party", ()))
    for one in met.values():
        if one.entity.type not in PLACES and one.entity.type is not MentionType.PERSON:
            one.places |= places
        if "instrument" in one.sorts and len(parties) > 1:
            one.parties.add(parties)


def _company(statement: Statement, entities: Mapping[Mention, Entity], found: Mapping[str, Traits]) -> None:
    """Note who is named beside whom: what stands twice in one list is two."""
    for mentions in statement.roles.values():
        ids = {f"{entities[m].type.value} {entities[m].id}" for m in mentions}
        for id in ids if len(ids) > 1 else ():
            found[id].beside |= ids - {id}


def _posts(statement: Statement, entities: Mapping[Mention, Entity], found: Mapping[str, Traits]) -> None:
    position = statement.attributes.get("position")
    if statement.kind != "Office" or not position:
        return
    called = post_of(statement.roles, position)
    post = Post(post_words(called), called, statement.time or statement.document.published)
    for holder in statement.roles.get("holder", ()):
        entity = entities[holder]
        found[f"{entity.type.value} {entity.id}"].posts.append(post)
    office = things(statement.kind, statement.roles, statement.attributes).get(OFFICE)
    if office is not None:
        entity = entities[office]
        one = found[f"{entity.type.value} {entity.id}"]
        of = statement.roles.get("of", ())
        one.parts[office.name] = (position, *(m.name for m in of)) if called != position else (position,)
        one.states |= {state for m in of if m.type in PLACES and (state := state_of(m))}
        one.posts.append(post)


_FILLER = frozenset({"the", "of", "to", "in", "and", "for", "a", "an", "republic"})


def post_words(post: str) -> frozenset[str]:
    """The telling words of a post as it is called ("President of the Republic of Kenya" → president, kenya)."""
    return frozenset(word for word in words(post.replace("-", " ")) if word not in _FILLER)


def meet(a: str | None, b: str | None) -> bool | None:
    """Whether some day may belong to both times; None where one of them says nothing that could be compared."""
    if a is None or b is None:
        return None
    try:
        return edtf.overlaps(a, b)
    except ValueError:
        return None
