"""A statement as somebody saw it, and what he or she decides → a review in the ledger, or the reason why it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dostyk.errors import ReviewConflict, ReviewError, UnusableCorrection
from dostyk.ledger import Ledger
from dostyk.model.mention import Mention
from dostyk.model.review import Act, Review, Said, Subject
from dostyk.review.applying import Reviewed
from dostyk.review.record import Record
from dostyk.review.slots import corrected
from dostyk.review.telling import outcome
from dostyk.review.threads import Thread, threads

BY_HAND = "review"
"""What a statement names as its extractor once a person has corrected it or split it off; who it was, the reviews tell."""
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Signature:
    """Who reviews, when (ISO 8601) and, if it is to be remembered, why. Raises ReviewError for a name that is none."""

    by: str
    at: str
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be a name or a note."""
        name, note = " ".join(self.by.split()), (self.note or "").strip() or None
        if not name or len(name) > LONGEST_NAME:
            raise ReviewError(
                f"a review needs the name of whoever makes it, of at most {LONGEST_NAME} letters; say it with --by, or in DOSTYK_EDITOR"
            )
        for words in (name, note or ""):
            if re.search(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", words):
                raise ReviewError(f"{words!r} has signs that are no text; write letters, figures and punctuation only")
        object.__setattr__(self, "by", name)
        object.__setattr__(self, "note", note)


def accept(ledger: Ledger, seen: Reviewed, signature: Signature) -> Review:
    """Keep that a statement is right as it stands; one that was rejected stands again."""
    return _decide(ledger, Act.ACCEPT, seen, [_by_person(Said.of(seen.statement, seen.part), seen.statement.extractor)], signature)


def reject(ledger: Ledger, seen: Reviewed, signature: Signature) -> Review:
    """Keep that a document does not say what was read: the statement stands no more."""
    if not seen.stands:
        raise ReviewError(f"{seen.statement.id} is rejected already; `dostyk review undo` takes that back")
    return _decide(ledger, Act.REJECT, seen, [], signature)


def correct(ledger: Ledger, seen: Reviewed, changes: Mapping[str, str], signature: Signature) -> Review:
    """Keep what a statement should say; `changes` are slots and what they are to hold (see review/slots.py)."""
    said = Said.of(seen.statement, seen.part)
    new = corrected(said, changes, seen.statement.document, _mentions(ledger))
    return _decide(ledger, Act.CORRECT, seen, [_by_person(new, BY_HAND)], signature)


def split(ledger: Ledger, seen: Reviewed, parts: Sequence[Mapping[str, str]], signature: Signature) -> Review:
    """Keep that a statement was really several: each part is the statement with its own changes, and with its own words or quote."""
    if len(parts) < 2:
        raise UnusableCorrection("a statement is split into two or more; write the slots of each part, with a + between the parts")
    said, record = Said.of(seen.statement, seen.part), _mentions(ledger)
    last = max((one.part for one in seen.together), default=0)
    made = []
    for number, changes in enumerate(parts, 1):
        new = corrected(said, changes, seen.statement.document, record) if changes else said
        made.append(replace(_by_person(new, BY_HAND), part=last + number))
    ids = [one.statement(seen.statement.document).id for one in made]
    if len(set(ids)) < len(ids):
        raise UnusableCorrection("two parts say the same in the same words; give each its own slots, or its own quote, as in quote='in 2015'")
    return _decide(ledger, Act.SPLIT, seen, made, signature)


def merge(ledger: Ledger, seen: Reviewed, other: Reviewed, signature: Signature) -> Review:
    """Keep that two statements say the same: they stay two, with their quotes, and make one fact."""
    for one in (seen, other):
        if not one.stands:
            raise ReviewError(f"{one.statement.id} was rejected, so it says nothing that another could say as well; undo that first")
    if (seen.thread, seen.part) == (other.thread, other.part):
        raise ReviewError(f"{seen.statement.id} and {other.statement.id} are one statement; name two")
    if seen.thread == other.thread:
        raise ReviewError(f"{seen.statement.id} and {other.statement.id} were split from one statement; undo the split instead")
    if seen.statement.kind != other.statement.kind:
        kinds = f"a {seen.statement.kind} and a {other.statement.kind}"
        raise ReviewError(f"{kinds} cannot say the same; correct the kind of one first, as in --set kind={seen.statement.kind}")
    if any({seen.statement.id, other.statement.id} == set(pair) for pair in Record(ledger).same()):
        raise ReviewError(f"{seen.statement.id} and {other.statement.id} are merged already")
    subjects = tuple(replace(_subject(one), results=None) for one in (seen, other))
    return _keep(ledger, _signed(Act.MERGE, subjects, signature))


def undo(ledger: Ledger, thread: str, revision: int, signature: Signature) -> Review:
    """Take back the newest review of a thread that is in force; of a merging, for both statements. `revision` is the one it is seen at."""
    known = threads(ledger.reviews())
    if thread not in known or not known[thread].in_force:
        raise ReviewError(f"{thread} has no review that could be undone")
    newest = known[thread].in_force[-1][0]
    subjects = [
        Subject(one.thread, (revision if one.thread == thread else known[one.thread].revision) + 1, one.document, one.read, one.part)
        for one in newest.subjects
    ]
    return _keep(ledger, replace(_signed(Act.UNDO, tuple(subjects), signature), undoes=newest.number))


def _decide(ledger: Ledger, act: Act, seen: Reviewed, results: Sequence[Said], signature: Signature) -> Review:
    """Keep a review that puts results into the place of the part that was seen."""
    for said in results:
        _check_double(ledger, seen, said)
    rest = [one for one in seen.together if one.part != seen.part]
    return _keep(ledger, _signed(act, (replace(_subject(seen), results=(*rest, *results)),), signature))


def _check_double(ledger: Ledger, seen: Reviewed, said: Said) -> None:
    """Refuse what another statement of the document says already in the same words at the same place."""
    made = said.statement(seen.statement.document).id
    if made == seen.statement.id:
        return
    doubles = [
        one for one in Record(ledger).reviewed(seen.statement.document.id) if one.stands and one.statement.id == made and one.thread != seen.thread
    ]
    if doubles:
        raise UnusableCorrection(f"{made} says that already, in the same words; reject one of the two, or give this one another quote")


def _subject(seen: Reviewed) -> Subject:
    return Subject(seen.thread, seen.revision + 1, seen.statement.document.id, seen.read, seen.part)


def _by_person(said: Said, extractor: str) -> Said:
    return replace(said, confidence=1.0, extractor=extractor)


def _signed(act: Act, subjects: tuple[Subject, ...], signature: Signature) -> Review:
    return Review(act, signature.by, signature.at, subjects, signature.note)


def _keep(ledger: Ledger, review: Review) -> Review:
    """Keep a review; where somebody was faster, say who, and what either makes of the statement."""
    try:
        return replace(review, number=ledger.record_review(review))
    except ReviewConflict:
        known = threads(ledger.reviews())
        late = next((one for one in review.subjects if ledger.revision(one.thread) != one.revision - 1), review.subjects[0])
        thread = known.get(late.thread)
        if thread is None or thread.revision < late.revision:
            held = thread.revision if thread is not None else 0
            raise ReviewError(f"{late.thread} has no revision {late.revision - 1} yet, only {held}; look at it again") from None
        raise _conflict(thread, late, review) from None


def _conflict(thread: Thread, late: Subject, yours: Review) -> ReviewConflict:
    newest = thread.steps[-1][0]
    what = f"{newest.by} reviewed it at {newest.learned_at} (revision {thread.revision}), after revision {late.revision - 1} that this was made on"
    ours = Thread(thread.id, (*(step for step in thread.steps if step[1].revision < late.revision), (yours, late)))
    return ReviewConflict(f"{thread.id}: {what}; nothing was saved, so look at both and decide again", outcome(thread), outcome(ours))


def _mentions(ledger: Ledger) -> Callable[[], list[Mention]]:
    """Give what gives all mentions of the record, read when they are first asked for."""

    @cache
    def mentions() -> list[Mention]:
        return list({one: None for said in Record(ledger).statements() for found in said.roles.values() for one in found})

    return mentions
