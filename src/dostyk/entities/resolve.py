"""Statements → whom or what each mention stands for, with a reason for every merge, whatever order they come in."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dostyk.entities.homes import Homes
from dostyk.entities.organisation_names import abbreviations, is_abbreviation, name_key
from dostyk.entities.person_names import Likeness, compare, take_apart
from dostyk.entities.places import PLACES, place_entity
from dostyk.entities.spelling import fold
from dostyk.entities.ties import Ties, key_of
from dostyk.model.entity import Entity, Name
from dostyk.model.judgement import Judgement
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement


@dataclass(slots=True)
class _Cluster:
    """Names held to be one entity's, the most telling first; `states` are where its holders serve."""

    names: list[str]
    reasons: list[str] = field(default_factory=list)
    states: set[str] = field(default_factory=set)


def resolve(statements: Iterable[Statement], judgements: Iterable[Judgement] = ()) -> Mapping[Mention, Entity]:
    """Give every mention its entity; the same statements in any order give the same entities.

    `judgements` are those in force: what people held to be one or two is, whatever rules say.
    """
    read = list(statements)
    counted = Counter(m for s in read for found in s.roles.values() for m in found)
    return resolve_counted(counted, Homes.of_statements(read), ties_of(counted, judgements))


def ties_of(mentions: Iterable[Mention], judgements: Iterable[Judgement]) -> Ties:
    """Make ties of judgements on what some mentions name."""
    held = list(judgements)
    said = {key_of(mention) for mention in mentions} if held else set()
    return Ties(held, said.__contains__)


def resolve_counted(counted: Counter[Mention], homes: Homes, ties: Ties | None = None) -> Mapping[Mention, Entity]:
    """Give mentions, of which it is known how often they occur and to which states people belong, their entities.

    `ties` say what people judged; what rules join is joined in them as well.
    """
    ties = Ties() if ties is None else ties
    mentions = sorted(counted, key=lambda m: (m.type.value, m.name, m.id, m.text))
    groups = _groups(_cluster_people([m for m in mentions if m.type is MentionType.PERSON], homes, ties), mentions, MentionType.PERSON)
    for type in (MentionType.ORGANISATION, MentionType.DOCUMENT, MentionType.OTHER):
        others = [m for m in mentions if m.type is type]
        groups += _groups(_cluster_by_key(others, ties), others, type)
    places = [m for m in mentions if m.type in PLACES]
    entities: dict[Mention, Entity] = {m: place_entity(m.id, m.name, m.type) for m in places}
    if ties:
        groups = _tied(groups, places, ties)
    for group in groups:
        entities |= dict.fromkeys(group.members, _entity(group, counted))
    return entities


@dataclass(slots=True)
class _Group:
    """Mentions of one entity: those of the first name come first; `states` and `reasons` are as in _Cluster."""

    members: list[Mention]
    reasons: list[str]
    states: set[str]


def _groups(clusters: Sequence[_Cluster], mentions: Sequence[Mention], type: MentionType) -> list[_Group]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.type is type:
            by_name[mention.name].append(mention)
    return [_Group([m for name in dict.fromkeys(c.names) for m in by_name[name]], c.reasons, c.states) for c in clusters]


def _tied(groups: Sequence[_Group], places: Sequence[Mention], ties: Ties) -> list[_Group]:
    """Make one group of those that people held to be one, places among them."""
    out: list[_Group] = []
    found: dict[str, _Group] = {}
    alone = [_Group([m], [], set()) for m in places if ties.joined(key_of(m))]
    for group in [*groups, *alone]:
        key = key_of(group.members[0])
        if not ties.joined(key):
            out.append(group)
            continue
        whole = found.get(ties.root(key))
        if whole is None:
            whole = found[ties.root(key)] = _Group([], [], set())
            whole.reasons += ties.joined(key)
            out.append(whole)
        whole.members += group.members
        whole.reasons += group.reasons
        whole.states |= group.states
    return out


def _cluster_people(mentions: Sequence[Mention], homes: Homes, ties: Ties) -> list[_Cluster]:
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
        own = _person(name)
        near = [c for c in _unique(c for key in _looks(name) for c in by_word[key]) if not ties.apart(own, _person(c.names[0]))]
        joined = _best(name, states[name], near)
        if joined is None:
            joined = _Cluster([name])
            clusters.append(joined)
        ties.join(own, _person(joined.names[0]))
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


def _cluster_by_key(mentions: Sequence[Mention], ties: Ties) -> list[_Cluster]:
    """Join names of the same telling words, and each abbreviation with the only name it abbreviates."""
    clusters: dict[tuple[str, ...], list[_Cluster]] = defaultdict(list)
    made: list[_Cluster] = []
    short_forms: dict[str, list[_Cluster]] = defaultdict(list)
    keys = {m.name: key_of(m) for m in mentions}
    for name in sorted(keys, key=lambda n: (is_abbreviation(n), -len(n), n)):
        same = clusters[name_key(name)]
        cluster = next((c for c in same if not ties.apart(keys[name], keys[c.names[0]])), None)
        if cluster is not None:
            cluster.reasons.append(f"“{name}” is “{cluster.names[0]}”: same words")
        elif is_abbreviation(name):
            found = [c for c in _unique(short_forms[name.strip().replace(".", "")]) if not ties.apart(keys[name], keys[c.names[0]])]
            if len(found) == 1:
                cluster = found[0]
                cluster.reasons.append(f"“{name}” abbreviates “{cluster.names[0]}”")
        if cluster is None:
            cluster = _Cluster([])
            same.append(cluster)
            made.append(cluster)
        cluster.names.append(name)
        ties.join(keys[name], keys[cluster.names[0]])
        for short in abbreviations(name):
            short_forms[short].append(cluster)
    return made


def _entity(group: _Group, counted: Mapping[Mention, int]) -> Entity:
    """Make the entity of a group: a place that the reference data knows, where there is one among them."""
    members, weight = group.members, Counter[str]()
    for mention in members:
        weight[mention.name] += counted[mention]
    reason = "; ".join(dict.fromkeys(group.reasons)) or "one name"
    names = tuple(Name(n) for n in sorted(weight))
    places = [m for m in members if m.type in PLACES]
    if places:
        found = min(places, key=lambda m: (m.id.startswith("x:"), -sum(counted[o] for o in places if o.id == m.id), m.id, m.name))
        known = place_entity(found.id, found.name, found.type)
        own = {name.text for name in known.names}
        return replace(known, names=(*known.names, *(name for name in names if name.text not in own)), reason=reason)
    name = min(weight, key=lambda n: (*_clipped(n), -weight[n], -len(n), n))
    country = min(group.states) if len(group.states) == 1 else None
    types = Counter[MentionType]()
    for mention in members:
        types[mention.type] += counted[mention]
    type = min(types, key=lambda t: (-types[t], t.value))
    id = min((m.id for m in members if m.id), default="") or _hash(type, name)
    return Entity(id, type, name, names, country, reason)


def _person(name: str) -> str:
    return key_of(Mention(name, name, "", MentionType.PERSON))


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
