"""Two entities and what a person holds of them → a judgement in the ledger, or the reason why it is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dostyk.entities.ties import Ties, keys_of
from dostyk.errors import ReviewError
from dostyk.ledger import Ledger
from dostyk.model.judgement import End, Judgement, Verdict
from dostyk.review import Signature
from dostyk.review.judged import DONE, Pair, in_force, keep, pairs


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair as somebody saw it who judges: its ends, and the revision of its judgements then (0: never judged)."""

    pair: str
    ends: tuple[End, End]
    revision: int = 0


def pair_of(ends: Sequence[End]) -> str:
    """Give the id of a pair that was never judged, the same whichever of the two comes first."""
    keys = sorted(keys_of(end)[0] for end in ends)
    return "j" + hashlib.sha256("\n".join(keys).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def see(ledger: Ledger, ends: tuple[End, End], known_at: str | None = None) -> Seen:
    """Find the judgements of a pair by what the two go by, or say that there are none yet.

    Other names that they have do not count: who judges of one of these judges of another pair, and takes nothing back.
    """
    known = pairs(ledger.judgements(known_at))
    found = _pair(known, ends)
    return Seen(found.id, ends, found.revision) if found is not None else Seen(pair_of(ends), ends)


def judge(ledger: Ledger, seen: Seen, verdict: Verdict, signature: Signature) -> Judgement:
    """Keep that two entities are one (`Verdict.SAME`) or two (`Verdict.DIFFERENT`), as they were seen.

    Raises ReviewConflict where somebody else judged the pair since, with both texts, and ReviewError where it says nothing new or where
    other judgements say the contrary; then nothing is kept.
    """
    held = pairs(ledger.judgements())
    before = held.get(seen.pair)
    if before is not None and before.revision == seen.revision and before.deciding is not None and before.deciding.verdict is verdict:
        one = before.deciding
        raise ReviewError(f"{one.by} {DONE[verdict]} already ({one.learned_at[:10]}, {seen.pair}); `dostyk review undo` takes that back")
    if not set(keys_of(seen.ends[0])[:1]).isdisjoint(keys_of(seen.ends[1])[:1]):
        raise ReviewError(f"both are “{seen.ends[0].name}”; a judgement is on two names, so name two that differ in more than case or accents")
    made = Judgement(verdict, signature.by, signature.at, seen.pair, seen.revision + 1, seen.ends, signature.note)
    _check(held, made)
    return keep(ledger, made)


def undo(ledger: Ledger, pair: str, revision: int, signature: Signature) -> Judgement:
    """Take back the judgement of a pair that is in force; both stay in the log. `revision` is the one it is seen at."""
    held = pairs(ledger.judgements()).get(pair)
    if held is None or held.deciding is None:
        raise ReviewError(f"{pair} has no judgement that could be undone")
    return keep(ledger, Judgement(Verdict.UNDO, signature.by, signature.at, pair, revision + 1, (), signature.note, held.deciding.number))


def _pair(known: Mapping[str, Pair], ends: tuple[End, End]) -> Pair | None:
    """The pair that went by these names when it was judged, at first or later."""
    id = pair_of(ends)
    return known.get(id) or next((pair for pair in known.values() if any(step.ends and pair_of(step.ends) == id for step in pair.steps)), None)


def _check(held: Mapping[str, Pair], made: Judgement) -> None:
    """Refuse what contradicts judgements of other pairs, naming one of them."""
    others = [one for one in in_force(step for pair in held.values() for step in pair.steps) if one.pair != made.pair]
    ties = Ties(others)
    a, b = (keys_of(end)[0] for end in made.ends)
    if made.verdict is Verdict.SAME and ties.apart(a, b):
        contrary = next(one for one in others if one.verdict is Verdict.DIFFERENT and _spans(ties, one, a, b))
    elif made.verdict is Verdict.DIFFERENT and ties.root(a) == ties.root(b):
        contrary = next(one for one in others if one.verdict is Verdict.SAME and ties.root(keys_of(one.ends[0])[0]) == ties.root(a))
    else:
        return
    said = f"{contrary.by} {DONE[contrary.verdict]} on {contrary.learned_at[:10]}: “{contrary.ends[0].name}” and “{contrary.ends[1].name}”"
    raise ReviewError(f"that cannot be, because {said}; undo {contrary.pair} first, if that is what is wrong")


def _spans(ties: Ties, judgement: Judgement, a: str, b: str) -> bool:
    return {ties.root(keys_of(end)[0]) for end in judgement.ends} == {ties.root(a), ties.root(b)}
