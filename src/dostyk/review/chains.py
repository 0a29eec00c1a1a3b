"""Reviews → chains, one for each statement: what stands after all of them, and after each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dostyk.model.review import Act, Review, Said, Subject

Step = tuple[Review, Subject]


@dataclass(frozen=True, slots=True)
class Chain:
    """All reviews of one statement, oldest first, each with what it says of this statement; there is at least one."""

    id: str
    steps: tuple[Step, ...]

    @property
    def revision(self) -> int:
        """The number of the newest review."""
        return self.steps[-1][1].revision

    @property
    def in_force(self) -> list[Step]:
        """The reviews that no later one undid, without the undoing ones."""
        undone = {review.undoes for review, _ in self.steps}
        return [(review, subject) for review, subject in self.steps if review.act is not Act.UNDO and review.number not in undone]

    @property
    def deciding(self) -> Step | None:
        """The review that says what stands now; None where the statement stands as it is read."""
        return next((step for step in reversed(self.in_force) if step[1].results is not None), None)

    @property
    def anchor(self) -> Subject:
        """Where the chain is to be found: at the deciding review, else at the newest."""
        return (self.deciding or self.steps[-1])[1]

    def until(self, revision: int) -> Chain | None:
        """Give the chain as it was at an earlier revision; None before the first."""
        steps = tuple(step for step in self.steps if step[1].revision <= revision)
        return Chain(self.id, steps) if steps else None

    def stood(self, revision: int) -> tuple[Said, ...]:
        """Give what stood after a revision; what was read, where nothing had been decided (offsets: of the text reviewed then)."""
        then = self.until(revision)
        decided = then.deciding if then is not None else None
        return decided[1].results or () if decided is not None else (self.steps[0][1].read,)


def chains(reviews: Iterable[Review]) -> dict[str, Chain]:
    """Sort reviews by the statement they speak of, chains in the order in which they began."""
    found: dict[str, list[Step]] = {}
    for review in reviews:
        for subject in review.subjects:
            found.setdefault(subject.chain, []).append((review, subject))
    return {chain: Chain(chain, tuple(steps)) for chain, steps in found.items()}


def merged(found: Iterable[Chain]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Give the pairs (chain and part, chain and part) that somebody said are the same, where that was not undone."""
    seen: set[int] = set()
    for chain in found:
        for review, _ in chain.in_force:
            if review.act is Act.MERGE and review.number not in seen:
                seen.add(review.number)
                one, other = review.subjects
                yield (one.chain, one.part), (other.chain, other.part)
