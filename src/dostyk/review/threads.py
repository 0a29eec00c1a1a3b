"""Reviews → threads, one for each statement: what stands after all of them, and after each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dostyk.model.review import Act, Review, Said, Subject

Step = tuple[Review, Subject]


@dataclass(frozen=True, slots=True)
class Thread:
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
        """Where the thread is to be found: at the deciding review, else at the newest."""
        return (self.deciding or self.steps[-1])[1]

    def until(self, revision: int) -> Thread | None:
        """Give the thread as it was at an earlier revision; None before the first."""
        steps = tuple(step for step in self.steps if step[1].revision <= revision)
        return Thread(self.id, steps) if steps else None

    def stood(self, revision: int) -> tuple[Said, ...]:
        """Give what stood after a revision; what was read, where nothing had been decided (offsets: of the text reviewed then)."""
        then = self.until(revision)
        decided = then.deciding if then is not None else None
        return decided[1].results or () if decided is not None else (self.steps[0][1].read,)


def threads(reviews: Iterable[Review]) -> dict[str, Thread]:
    """Sort reviews by the statement they speak of, threads in the order in which they began."""
    found: dict[str, list[Step]] = {}
    for review in reviews:
        for subject in review.subjects:
            found.setdefault(subject.thread, []).append((review, subject))
    return {thread: Thread(thread, tuple(steps)) for thread, steps in found.items()}


def merged(found: Iterable[Thread]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Give the pairs (thread and part, thread and part) that somebody said are the same, where that was not undone.

    A merge with what went with a removed document says nothing any more.
    """
    seen: set[int] = set()
    for thread in found:
        for review, _ in thread.in_force:
            if review.act is Act.MERGE and review.number not in seen and len(review.subjects) == 2:
                seen.add(review.number)
                one, other = review.subjects
                yield (one.thread, one.part), (other.thread, other.part)
