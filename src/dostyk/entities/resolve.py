"""Statements → whom or what each mention stands for, with a reason for every merge, whatever order they come in."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dostyk.entities.homes import Homes
from dostyk.entities.organisation_names import abbreviations, is_abbreviation, name_key
from dostyk.entities.person_names import Likeness, compare, take_apart
from dostyk.entities.places import PLACES, place_entity
from dostyk.entities.spelling import fold
from dostyk.model.entity import Entity, Name
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement


@dataclass(slots=True)
class _Cluster:
    """Names held to be one entity's, the most telling first; `states` are where its holders serve."""

    names: list[str]
    reasons: list[str] = field(default_factory=list)
    states: set[str] = field(default_factory=set)


def resolve(statements: Iterable[Statement]) -> Mapping[Mention, Entity]:
    """Give every mention its entity; the same statements in any order give the same entities."""
    read = list(statements)
    return resolve_counted(Counter(m for s in read for found in s.roles.values() for m in found), Homes.of_statements(read))


def resolve_counted(counted: Counter[Mention], homes: Homes) -> Mapping[Mention, Entity]:
    """Give mentions, of which it is known how often they occur and to which states people belong, their entities."""
    mentions = sorted(counted, key=lambda m: (m.type.value, m.name, m.id, m.text))
    entities: dict[Mention, Entity] = {m: place_entity(m.id, m.name, m.type) for m in mentions if m.type in PLACES}
    people = [m for m in mentions if m.type is MentionType.PERSON]
    entities |= _named(people, counted, _cluster_people(people, homes))
    for type in (MentionType.ORGANISATION, MentionType.DOCUMENT, MentionType.OTHER):
        others = [m for m in mentions if m.type is type]
        entities |= _named(others, counted, _cluster_by_key(others))
    return entities


def _cluster_people(mentions: Sequence[Mention], homes: Homes) -> list[_Cluster]:
    """Join full names that are the same; give each shorter or differently spelt one to the only cluster it fits."""
    states: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        home = homes.of(mention)
        if home:
            states[mention.name].add(home)
    names = sorted({m.name for m in mentions}, key=lambda n: (-_fullness(n), fold(n), n))
    clusters: list[_Cluster] = []
    by_word: dict[str, list[_Cluster]] = defaultdict(list)
    for name in names:
        near = _unique(c for key in _looks(name) for c in by_word[key])
        joined = _best(name, states[name], near)
        if joined is None:
            joined = _Cluster([name])
            clusters.append(joined)
        joined.states |= states[name]
        for key in _found(name):
            by_word[key].append(joined)
    return clusters


def _best(name: str, states: set[str], near: Sequence[_Cluster]) -> _Cluster | None:
    """The only cluster that a name fits at its strongest likeness; its reason is noted in the cluster."""
    graded = [(*compare(name, cluster.names[0]), cluster) for cluster in near]
    fitting = [g for g in graded if g[0] > Likeness.NO and _agree(g[0], states, g[2].states)]
    if not fitting:
        return None
    top = max(g[0] for g in fitting)
    best = [g for g in fitting if g[0] == top]
    if top is not Likeness.SAME and len(fitting) > 1:
        return None
    likeness, reason, cluster = best[0]
    cluster.names.append(name)
    support = "" if likeness is Likeness.SAME else "; no other candidate" + (", same country" if states & cluster.states else "")
    cluster.reasons.append(f"“{name}” is “{cluster.names[0]}”: {reason}{support}")
    return cluster


def _agree(likeness: Likeness, one: set[str], two: set[str]) -> bool:
    """Countries must not contradict; a likeness of spelling or surname alone needs the same country stated."""
    if one and two and not one & two:
        return likeness is Likeness.SAME
    return bool(one & two) if likeness in (Likeness.SPELLING, Likeness.SURNAME) else True


def _cluster_by_key(mentions: Sequence[Mention]) -> list[_Cluster]:
    """Join names of the same telling words, and each abbreviation with the only name it abbreviates."""
    clusters: dict[tuple[str, ...], _Cluster] = {}
    short_forms: dict[str, list[_Cluster]] = defaultdict(list)
    names = sorted({m.name for m in mentions}, key=lambda n: (is_abbreviation(n), -len(n), n))
    for name in names:
        key = name_key(name)
        cluster = clusters.get(key)
        if cluster is None and is_abbreviation(name):
            found = _unique(short_forms[name.strip().replace(".", "")])
            if len(found) == 1:
                cluster = found[0]
                cluster.reasons.append(f"“{name}” abbreviates “{cluster.names[0]}”")
        elif cluster is not None:
            cluster.reasons.append(f"“{name}” is “{cluster.names[0]}”: same words")
        if cluster is None:
            cluster = clusters[key] = _Cluster([])
        cluster.names.append(name)
        for short in abbreviations(name):
            short_forms[short].append(cluster)
    return list(clusters.values())


def _named(mentions: Sequence[Mention], counted: Counter[Mention], clusters: Sequence[_Cluster]) -> dict[Mention, Entity]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    entities: dict[Mention, Entity] = {}
    for cluster in clusters:
        members = [m for name in dict.fromkeys(cluster.names) for m in by_name[name]]
        weight = Counter[str]()
        for mention in members:
            weight[mention.name] += counted[mention]
        name = min(weight, key=lambda n: (*_clipped(n), -weight[n], -len(n), n))
        country = min(cluster.states) if len(cluster.states) == 1 else None
        names = tuple(Name(n) for n in sorted(weight))
        id = min((m.id for m in members if m.id), default="") or _hash(members[0].type, name)
        reason = "; ".join(dict.fromkeys(cluster.reasons)) or "one name"
        entity = Entity(id, members[0].type, name, names, country, reason)
        entities |= dict.fromkeys(members, entity)
    return entities


def _clipped(name: str) -> tuple[bool, bool, bool]:
    """Whether a name is short of itself: an abbreviation, with initials, one word only."""
    taken = take_apart(name)
    return is_abbreviation(name), bool(taken.initials), len(taken.full) < 2


def _hash(type: MentionType, name: str) -> str:
    return "e" + hashlib.sha256(f"{type.value}\n{name}".encode()).hexdigest()[:16]


def _fullness(name: str) -> int:
    taken = take_apart(name)
    return 4 * len(taken.full) + len(taken.initials)


def links(name: str, type: MentionType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the keys a name is found under and those it looks for others by; two names can only be one entity's where one finds the other."""
    if type in PLACES:
        return (), ()
    if type is MentionType.PERSON:
        return tuple(f"person {key}" for key in _found(name)), tuple(f"person {key}" for key in _looks(name))
    same = f"{type.value} = {' '.join(name_key(name))}"
    short = (f"{type.value} ~ {name.strip().replace('.', '')}",) if is_abbreviation(name) else ()
    return (same, *(f"{type.value} ~ {word}" for word in abbreviations(name))), (same, *short)


def _found(name: str) -> tuple[str, ...]:
    """Under what a name is found: its words, its pairs of words, each word with how another begins."""
    full = tuple(dict.fromkeys(take_apart(name).full))
    return (*full, *_pairs(full))


def _looks(name: str) -> tuple[str, ...]:
    """Under what a name looks for others: by pairs where it is full, by single words where it is short or has initials."""
    taken = take_apart(name)
    full = tuple(dict.fromkeys(taken.full))
    return _pairs(full) if len(full) > 1 and not taken.initials else full


def _pairs(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{a} {b[:2]}" for a in words[:6] for b in words[:6] if a != b)


def _unique(clusters: Iterable[_Cluster]) -> list[_Cluster]:
    return list({id(c): c for c in clusters}.values())


_Compare = Callable[[str, str], tuple[bool, str]]
