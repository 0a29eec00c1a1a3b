"""Judgements of entities → threads, one for each pair: what is held now, and what was held after each; and one more of them, kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dostyk.errors import ReviewConflict, ReviewError
from dostyk.ledger import Ledger
from dostyk.model.judgement import End, Judgement, Verdict

DONE = {
    Verdict.SAME: "judged that they are one",
    Verdict.DIFFERENT: "judged that they are two",
    Verdict.UNDO: "undid",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """All judgements of one pair of entities, oldest first; there is at least one."""

    id: str
    steps: tuple[Judgement, ...]

    @property
    def revision(self) -> int:
        """The number of the newest judgement."""
        return self.steps[-1].revision

    @property
    def deciding(self) -> Judgement | None:
        """The judgement in force; None where all were undone."""
        undone = {step.undoes for step in self.steps}
        return next((step for step in reversed(self.steps) if step.verdict is not Verdict.UNDO and step.number not in undone), None)

    @property
    def ends(self) -> tuple[End, ...]:
        """The two, as they were called when they were judged last."""
        return next((step.ends for step in reversed(self.steps) if step.ends), ())

    def in_force(self, number: int) -> bool:
        """Whether a judgement counts now: it decides, or would if later ones were undone."""
        step = next(one for one in self.steps if one.number == number)
        return step.verdict is not Verdict.UNDO and number not in {one.undoes for one in self.steps}


def pairs(judgements: Iterable[Judgement]) -> dict[str, Pair]:
    """Sort judgements by the pair they speak of, in the order in which they began."""
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        found.setdefault(judgement.pair, []).append(judgement)
    return {id: Pair(id, tuple(steps)) for id, steps in found.items()}


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give the judgement that decides of each pair, oldest first; nothing of pairs whose judgements were all undone."""
    deciding = (pair.deciding for pair in pairs(judgements).values())
    return sorted((one for one in deciding if one is not None), key=lambda one: one.number)


def outcome(pair: Pair, judgement: Judgement) -> str:
    """Say what somebody judged, and why."""
    ends = next((one.ends for one in (judgement, pair) if one.ends), ())
    names = " and ".join(f"“{end.name}” ({end.sort})" for end in ends)
    what = f"undid judgement {judgement.undoes}" if judgement.verdict is Verdict.UNDO else DONE[judgement.verdict]
    return f"{judgement.by} {what}{f': {names}' if names else ''}{f' ({judgement.note})' if judgement.note else ''}"


def keep(ledger: Ledger, judgement: Judgement) -> Judgement:
    """Keep a judgement; where somebody was faster, say who, and what either held. Raises ReviewConflict, ReviewError or LedgerError."""
    try:
        return replace(judgement, number=ledger.record_judgement(judgement))
    except ReviewConflict:
        held = pairs(ledger.judgements()).get(judgement.pair)
        if held is None or held.revision < judgement.revision:
            newest = held.revision if held is not None else 0
            raise ReviewError(f"{judgement.pair} has no revision {judgement.revision - 1} yet, only {newest}; look at it again") from None
        newest_step = held.steps[-1]
        when = f"{newest_step.by} judged it at {newest_step.learned_at} (revision {held.revision})"
        what = f"{when}, after revision {judgement.revision - 1} that this was made on"
        theirs, yours = outcome(held, newest_step), outcome(held, judgement)
        raise ReviewConflict(f"{judgement.pair}: {what}; nothing was saved, so look at both and decide again", theirs, yours) from None
