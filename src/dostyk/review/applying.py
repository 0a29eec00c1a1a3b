"""What was read in one document and the threads of reviews of it → what stands, each with its review."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dostyk.model.document import Document
from dostyk.model.review import Review, Said
from dostyk.model.statement import Statement
from dostyk.review.matching import Wanted, match
from dostyk.review.places import passage, shift
from dostyk.review.threads import Thread


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One statement as it stands after all reviews of it; offsets count in the text of its document.

    `thread` and `revision` name the state of its reviews (revision 0: never reviewed), `part` the part of a split one. `review` is the
    one that decided it; None where it stands as it was read. `stands` is False for what was rejected: then the statement is what had
    been read. `read` is what the program read there, `still_read` tells whether it reads it now, so or as it was corrected; `together` is
    all that stands for the thread, the other parts of a split statement included.
    """

    statement: Statement
    thread: str
    revision: int
    read: Said
    part: int = 0
    review: Review | None = None
    stands: bool = True
    still_read: bool = True
    together: tuple[Said, ...] = ()

    @classmethod
    def of(cls, statement: Statement) -> Reviewed:
        """Take a statement that nobody has reviewed."""
        said = Said.of(statement)
        return cls(statement, statement.id, 0, said, together=(said,))


@dataclass(frozen=True, slots=True)
class Located:
    """A thread that holds in a document: its offsets there are those of the text it was made on and `moved`."""

    thread: Thread
    moved: int


def locate(document: Document, thread: Thread, text_of: Callable[[str], str | None]) -> Located | str:
    """Find the passage of a thread in a document, or say why it is stale; `text_of` gives a text by its id."""
    anchor = thread.anchor
    if anchor.document == document.id:
        return Located(thread, 0)
    then = text_of(anchor.document)
    if then is None:
        return "the text it was made on is no longer held"
    evidence = anchor.read.evidence
    moved = shift(then, document.text, evidence.start, evidence.end)
    return moved if isinstance(moved, str) else Located(thread, moved)


def apply(document: Document, read: Sequence[Statement], located: Iterable[Located]) -> list[Reviewed]:
    """Put what was decided in the place of what was read, in order of place; what was rejected is there as well, not standing."""
    near = list(located)
    decided, rest = _parted(document, read, near) if near else ([], list(read))
    return sorted([*decided, *map(Reviewed.of, rest)], key=lambda one: _place(one.statement))


def standing(document: Document, read: Sequence[Statement], located: Iterable[Located]) -> list[Statement]:
    """Give only the statements that stand, in order of place."""
    near = list(located)
    if not near:
        return list(read)
    decided, rest = _parted(document, read, near)
    return sorted([*(one.statement for one in decided if one.stands), *rest], key=_place) if decided else rest


def _parted(document: Document, read: Sequence[Statement], located: Sequence[Located]) -> tuple[list[Reviewed], list[Statement]]:
    """Give what threads make of their statements, and the statements that no thread speaks of; nothing stands twice."""
    threads = sorted(located, key=lambda one: -one.thread.steps[-1][0].number)
    wanted = [_wanted(document, one) for one in threads]
    near = {number: Said.of(one) for number, one in enumerate(read) if any(want.holds(one.evidence) for want in wanted)}
    match(wanted, near)
    taken = {number for want in wanted for number in want.taken}
    decided = list(_once(reviewed for one, want in zip(threads, wanted, strict=True) for reviewed in _decided(document, read, one, want)))
    ids = {one.statement.id for one in decided if one.stands}
    doubles = {number for number in near if number not in taken and read[number].id in ids}
    return decided, [one for number, one in enumerate(read) if number not in taken and number not in doubles]


def _wanted(document: Document, located: Located) -> Wanted:
    anchor = located.thread.anchor
    first = anchor.read.moved(located.moved)
    reads = [first, *(subject.read for _, subject in reversed(located.thread.steps) if subject is not anchor)]
    results = [said.moved(located.moved) for said in anchor.results or ()] if located.thread.deciding else []
    return Wanted(passage(document.text, first.evidence.start, first.evidence.end), reads, results)


def _decided(document: Document, read: Sequence[Statement], located: Located, wanted: Wanted) -> Iterator[Reviewed]:
    """Give what a thread makes of its statement in a document."""
    thread, deciding = located.thread, located.thread.deciding
    still = wanted.read is not None
    was = Said.of(read[wanted.read]) if wanted.read is not None else wanted.reads[0]
    seen = Reviewed(was.statement(document), thread.id, thread.revision, was, still_read=bool(wanted.taken), together=(was,))
    if deciding is None:
        yield from [seen] if still else []
    elif not wanted.results:
        yield replace(seen, review=deciding[0], stands=False, together=())
    for said in wanted.results if deciding is not None else ():
        judged = replace(said.statement(document), vouched=True)
        yield replace(seen, statement=judged, part=said.part, review=deciding and deciding[0], together=tuple(wanted.results))


def _once(made: Iterable[Reviewed]) -> Iterator[Reviewed]:
    """Let each statement that stands stand once, as the first says it."""
    standing: set[str] = set()
    for one in made:
        if not one.stands or one.statement.id not in standing:
            yield one
            if one.stands:
                standing.add(one.statement.id)


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.evidence.start, statement.evidence.end, statement.kind
