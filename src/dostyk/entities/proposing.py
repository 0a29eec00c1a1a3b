"""A record's entities → pairs that may be one and that nobody has judged, each with a score and its reasons, the likeliest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dostyk.entities.evidence import Evidence, weigh
from dostyk.entities.homes import Homes
from dostyk.entities.organisation_names import abbreviations, is_abbreviation, name_key
from dostyk.entities.person_names import take_apart
from dostyk.entities.places import PLACES
from dostyk.entities.resolve import links, resolve_counted, ties_of
from dostyk.entities.spelling import fold
from dostyk.entities.things import things
from dostyk.entities.ties import Ties
from dostyk.entities.traits import Traits, post_words, traits
from dostyk.model.judgement import End, Judgement, Named
from dostyk.model.mention import MentionType
from dostyk.model.statement import Statement
from dostyk.values.spellings import romanise, script_of

LEAST = 0.4
"""Score of a pair that is worth a look."""
BLOCK = 40
"""Entities that share a word, of which all pairs are looked at; a word that more share tells nothing of any."""
LETTERS = 200
"""Names in Chinese letters that are compared with all others."""
_ALIKE = ("body", "institution", "project", "event", "thing")
"""Sorts that a reader may take for one another."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one; `score` (0 to 1) is the sum of the weights of `evidence`, which has what speaks against it as well.

    `pair` is the id that a judgement of them would have, `statements` says how many speak of the one that fewer speak of.
    """

    pair: str
    ends: tuple[End, End]
    score: float
    evidence: tuple[Evidence, ...]
    statements: int
    revision: int = 0

    @property
    def points(self) -> int:
        """How much it matters, to be ordered among statements to review: the score, and how much rests on it."""
        return round(50 * self.score) + min(20, self.statements)


def propose(statements: Iterable[Statement], judgements: Sequence[Judgement] = ()) -> list[Proposal]:
    """Give the pairs that may be one; `judgements` are those in force: a pair that was judged, either way, is never proposed again.

    One exception: a judgement that has no effect, because others contradict it, stands first.
    """
    read = list(statements)
    counted = Counter(m for s in read for found in (*s.roles.values(), things(s.kind, s.roles, s.attributes).values()) for m in found)
    ties = ties_of(counted, judgements)
    entities = resolve_counted(counted, Homes.of_statements(read), ties)
    known = {id: one for id, one in traits(read, entities).items() if any(map(_tells, one.names)) or one.entity.type in PLACES}
    found = (_proposal(known[a], known[b], ties) for a, b in _pairs(known))
    asked = [*map(_contradicted, ties.overruled), *(one for one in found if one is not None)]
    return sorted(asked, key=lambda one: (-one.points, -one.score, one.pair))


def _contradicted(judgement: Judgement) -> Proposal:
    """A judgement that other ones contradict is asked about again: it has no effect."""
    what = f"{judgement.by} judged so on {judgement.learned_at[:10]}, but other judgements say the contrary, and apart wins; undo it, or one of them"
    one, other = judgement.ends
    return Proposal(judgement.pair, (one, other), 1.0, (Evidence(1.0, what),), 0, judgement.revision)


def end_of(one: Traits) -> End:
    """Say by what names an entity is to be found again, the one it goes by first."""
    if one.entity.type in PLACES and not one.entity.id.startswith("x:"):
        return End(one.sort, (Named(one.entity.name, (one.entity.id,)),), one.entity.id)
    names = sorted(one.names, key=lambda name: (name != one.entity.name, -one.names[name], name))
    return End(one.sort, tuple(Named(name, one.parts.get(name, (name,))) for name in names))


def _proposal(a: Traits, b: Traits, ties: Ties) -> Proposal | None:
    from dostyk.entities.judging import pair_of

    if any(ties.apart(x, y) for x in a.keys for y in b.keys):
        return None
    evidence = weigh(a, b)
    score = round(min(1.0, max(0.0, sum(one.weight for one in evidence))), 2)
    if score < LEAST:
        return None
    ends = (end_of(a), end_of(b))
    return Proposal(pair_of(ends), ends, score, tuple(evidence), min(a.statements, b.statements))


def _pairs(known: dict[str, Traits]) -> Iterator[tuple[str, str]]:
    """Give the pairs worth weighing, each once: those that share a key that few share."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id, one in known.items():
        for key in sorted(set(_keys(one))):
            blocks[key].append(id)
    seen: dict[tuple[str, str], None] = {}
    for ids in blocks.values():
        if 1 < len(ids) <= BLOCK:
            seen |= dict.fromkeys(pair for pair in combinations(ids, 2) if _comparable(known[pair[0]], known[pair[1]]))
    people = [one for one in known.values() if one.entity.type is MentionType.PERSON]
    hani = [one for one in people if script_of(one.entity.name[:1]) == "CJK"]
    for one in hani if len(hani) <= LETTERS else ():
        seen |= dict.fromkeys((min(one.id, other.id), max(one.id, other.id)) for other in people if other not in hani)
    yield from seen


def _tells(name: str) -> bool:
    """Whether a name could tell a thing from others of its sort: it has a capital letter, or two telling words."""
    return name != name.lower() or not name.isascii() or len(name_key(name)) > 1


def _comparable(a: Traits, b: Traits) -> bool:
    """Whether two sorts may be one: alike ones, or any two that bear one name; an office is never its holder."""
    if (a.sort in _ALIKE and b.sort in _ALIKE) or a.sort == b.sort:
        return True
    if a.entity.type in PLACES and b.entity.type in PLACES:
        return True
    if "office" in (a.sort, b.sort):
        return False
    return not a.keys_by_name().isdisjoint(b.keys_by_name())


def _keys(one: Traits) -> Iterator[str]:
    """Under what an entity meets those it may be one with."""
    for name in one.names:
        yield f"name {fold(name)}"
        if one.entity.type in PLACES:
            yield from (f"place {fold(form)}" for form in (name, *romanise(name[:1].upper() + name[1:])))
            continue
        if one.entity.type is MentionType.PERSON:
            yield from _person_keys(one, name)
            continue
        yield from (f"word {word.rpartition(':')[2]}" for word in name_key(name))
        yield from (f"short {short}" for short in ((name.strip().replace(".", ""),) if is_abbreviation(name) else abbreviations(name)))
    if one.sort == "instrument":
        yield from (f"signed {' '.join(sorted(parties))} {date[:7]}" for parties in one.parties for date in one.dates)


def _person_keys(one: Traits, name: str) -> Iterator[str]:
    taken = take_apart(name)
    if taken.post:
        yield f"post {' '.join(sorted(post_words(name)))}"
        return
    found, looks = links(name, MentionType.PERSON)
    yield from (*found, *looks)
    yield from (f"spelt {fold(form)}" for word in taken.full for form in (word, *romanise(word[:1].upper() + word[1:])))
    yield from (f"post {' '.join(sorted(post.words))}" for post in one.posts)
