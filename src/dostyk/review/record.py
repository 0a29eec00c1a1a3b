"""A ledger → its statements as people have reviewed them: the one place through which statements are read from a ledger."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from dostyk.ledger import Ledger, Version
from dostyk.model.document import Document
from dostyk.model.judgement import Judgement
from dostyk.model.review import Act, Said
from dostyk.model.statement import Statement, mention_json
from dostyk.review.applying import Located, Reviewed, apply, locate, standing
from dostyk.review.judged import in_force
from dostyk.review.matching import told
from dostyk.review.stood import stood
from dostyk.review.threads import Thread, merged, threads

WHOLE = 17
"""Letters of the whole id of a statement (dostyk.model.statement)."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A thread whose passage stands in no current version of its document any more; `why` says what became of it.

    `documents` are those current versions, which may say the same in other words.
    """

    thread: Thread
    why: str
    documents: tuple[Document, ...]


class Record:
    """The statements of a ledger with all reviews, as they were known at a time (ISO 8601; None: now).

    It reads the reviews once, when it is made; what is reviewed after that needs a new one. With `as_of` (EDTF) documents speak as they
    stood on that day too, not only in their current versions (see review/stood.py); which of their statements were true by
    then, `dostyk.promises.as_it_stood` says.
    """

    def __init__(self, ledger: Ledger, known_at: str | None = None, as_of: str | None = None) -> None:
        self.ledger = ledger
        self.known_at = known_at
        self.threads = threads(ledger.reviews(known_at))
        self._known_lines: dict[str, set[int]] = {}
        self._among = stood(ledger.lineage(known_at), as_of) if as_of is not None else None

    def statements(self, kind: str | None = None, document: str = "") -> Iterator[Statement]:
        """Give the statements that stand, of the versions that speak, in order of version and place; of one document, if its whole id is given."""
        if not self.threads and not document:
            yield from self.ledger.statements(kind, known_at=self.known_at, among=self._among)
            return
        for current, read in self._read(document):
            yield from (one for one in standing(current, read, self._located(current)) if kind in (None, one.kind))

    def statements_of(self, version: Version, kind: str | None = None) -> Iterator[Statement]:
        """Give the statements that stand in one version, current or not, in order of place."""
        found = standing(version.document, list(self.ledger.statements_of(version)), self._located(version.document))
        yield from (one for one in found if kind in (None, one.kind))

    def reviewed_of(self, version: Version, kind: str | None = None) -> Iterator[Reviewed]:
        """Give every statement of one version, current or not, with its reviews, the rejected ones as well, in order of place."""
        located = self._located(version.document)
        if not located:
            yield from map(Reviewed.of, self.ledger.statements_of(version, kind))
            return
        found = apply(version.document, list(self.ledger.statements_of(version)), located)
        yield from (one for one in found if kind in (None, one.statement.kind))

    def reviewed(self, document: str = "") -> Iterator[Reviewed]:
        """Give every statement of the versions that speak with its reviews, the rejected ones as well; of one document, if its whole id is given."""
        for current, read in self._read(document):
            yield from apply(current, read, self._located(current))

    def _read(self, document: str = "") -> Iterator[tuple[Document, Sequence[Statement]]]:
        """Give the documents that speak, each text once, in order of version, with what was read in them."""
        if document:
            for version in self.ledger.speaking(self.known_at, self._among, document):
                yield version.document, list(self.ledger.statements_of(version))
            return
        read = groupby(self.ledger.statements(known_at=self.known_at, among=self._among), key=lambda statement: statement.document.id)
        waiting = next(read, None)
        for current in self._documents():
            found: Sequence[Statement] = ()
            if waiting is not None and waiting[0] == current.id:
                found = list(waiting[1])
                waiting = next(read, None)
            yield current, found

    def find(self, prefix: str) -> list[Reviewed]:
        """Give what has an id that begins so: now, as it was read, or when it was first reviewed; only what has just this id, if there is any."""
        if not prefix.startswith("s"):
            return []
        found = self._called(prefix, self._in(self._near_id(prefix))) if len(prefix) == WHOLE else []
        return found or self._called(prefix, self._in({one.document.id for one in self.ledger.find_statements(prefix)} | self.touched()))

    def _called(self, prefix: str, among: Iterable[Reviewed]) -> list[Reviewed]:
        every = ((one, self.ids(one)) for one in among)
        named = [(one, ids) for one, ids in every if any(id.startswith(prefix) for id in ids)]
        exact = [one for one, _ in named if one.statement.id == prefix] or [one for one, ids in named if prefix in ids]
        return exact or [one for one, _ in named]

    def _near_id(self, id: str) -> set[str]:
        """The texts in which something may stand that had this id when it was read, or first reviewed."""
        lines, texts = self._lines.get(id, set()), {one.document.id for one in self.ledger.find_statements(id, self.known_at)}
        return texts | self._texts_of(lines)

    def _in(self, texts: Iterable[str]) -> Iterator[Reviewed]:
        for text in sorted(texts):
            yield from self.reviewed(text)

    def find_threads(self, prefix: str) -> list[Thread]:
        """Give the threads of reviews of what has an id that begins so, those that have lost their passage included."""
        found = {one.thread for one in self.find(prefix)} & self.threads.keys()
        return [self.threads[id] for id in found] or [thread for id, thread in self.threads.items() if prefix and id.startswith(prefix)]

    def seen(self, one: Reviewed, revision: int) -> Reviewed:
        """Give a statement as it stood at a revision of its reviews, which is what somebody had before his eyes who names it."""
        thread = self.threads.get(one.thread)
        if thread is None or revision >= one.revision:
            return replace(one, revision=revision)
        past, then = copy(self), thread.until(revision)
        past.threads = {id: kept for id in self.threads if (kept := then if id == thread.id else self.threads[id]) is not None}
        for name in ("_lines", "_by_line"):
            past.__dict__.pop(name, None)
        found = [other for other in past.reviewed(one.statement.document.id) if thread.id in (other.thread, other.statement.id)]
        return next((other for other in found if other.part == one.part), replace(one, revision=revision))

    def same(self) -> list[tuple[str, str]]:
        """Give the pairs of ids of standing statements that somebody said are the same (merged)."""
        pairs = list(merged(self.threads.values()))
        if not pairs:
            return []
        named = {end for pair in pairs for end in pair}
        lines = {line for thread, _ in named for line in self._lines[thread]}
        ids: dict[tuple[str, int], list[str]] = {}
        for one in self._in(self._texts_of(lines)):
            if one.stands and (one.thread, one.part) in named:
                ids.setdefault((one.thread, one.part), []).append(one.statement.id)
        return sorted((first, second) for one, other in pairs for first in ids.get(one, ()) for second in ids.get(other, ()) if first != second)

    def parted(self, version: Version) -> tuple[dict[str, Statement], list[Statement]]:
        """Part what stands in a version, current or not: what was read so, by ids, and what stands otherwise than it was read."""
        read = {one.id: _slots(one) for one in self.ledger.statements_of(version)}
        stands = list(self.statements_of(version))
        kept = {one.id: one for one in stands if read.get(one.id) == _slots(one)}
        return kept, [one for one in stands if one.id not in kept]

    def changed(self) -> set[str]:
        """Give the ids of the texts in which something may stand otherwise than it was read: not those where all was accepted or rejected."""
        return {text for thread in self.threads.values() if self._changes(thread) for text in self._texts_near(thread)}

    def _changes(self, thread: Thread) -> bool:
        """Whether a thread may put something into its text that is not read there."""
        if thread.deciding is None or thread.deciding[0].act is Act.REJECT:
            return False
        results = thread.anchor.results or ()
        if len(results) > 1 or any(review.act not in (Act.ACCEPT, Act.MERGE, Act.UNDO) for review, _ in thread.steps):
            return True
        read = "SELECT version, time, modality, attribution, roles, attributes FROM statements WHERE id = ?"
        same = {version for version, *slots in self.ledger.rows(read, (thread.id,)) if _as_kept(results[0]) == slots}
        own = "SELECT number FROM versions WHERE document = ?"
        return any(number not in same for text in self._texts_near(thread) for (number,) in self.ledger.rows(own, (text,)))

    def _texts_near(self, thread: Thread) -> set[str]:
        """The ids of the texts that a thread may speak of: all that its document, or a copy of it, has or had."""
        return self._texts_of(self._lines[thread.id])

    def touched(self) -> set[str]:
        """Give the ids of the texts that reviews may speak of: of every other one stands what was read."""
        return self._texts_of(self._by_line)

    def judgements(self) -> list[Judgement]:
        """Give what people hold of entities, that two are one or are not: the judgements in force, oldest first."""
        return in_force(self.ledger.judgements(self.known_at))

    def stale(self) -> list[Stale]:
        """Give the threads in force whose passage has changed everywhere, without those whose statement was reviewed in its new words."""
        held: set[str] = set()
        stale: dict[str, Stale] = {}
        for document in self._documents() if self.threads else ():
            for thread in self._near(document):
                found = locate(document, thread, self.ledger.text)
                if isinstance(found, Located):
                    held.add(thread.id)
                elif thread.deciding is not None:
                    known = stale.get(thread.id)
                    stale[thread.id] = Stale(thread, known.why if known else found, (*(known.documents if known else ()), document))
        return [one for thread in self.threads if (one := stale.get(thread)) and thread not in held and not self._asked_again(one.thread)]

    def _asked_again(self, thread: Thread) -> bool:
        """Whether a later thread of the same document decides of the same statement, in its new words."""
        was, newest = set(map(told, said_by(thread))), thread.steps[-1][0].number
        later = {id(other): other for line in self._lines[thread.id] for other in self._by_line[line]}.values()
        return any(
            other is not thread
            and other.deciding is not None
            and other.steps[-1][0].number > newest
            and not was.isdisjoint(map(told, said_by(other)))
            for other in later
        )

    def _documents(self) -> Iterator[Document]:
        """Give the documents that speak, each text once, in order of version."""
        for version in self.ledger.speaking(self.known_at, self._among):
            yield version.document

    def _located(self, document: Document) -> list[Located]:
        found = (locate(document, thread, self.ledger.text) for thread in self._near(document))
        return [one for one in found if isinstance(one, Located)]

    def _near(self, document: Document) -> list[Thread]:
        """Give the threads made on any version of a document, or of another one that has or had the same text."""
        lines = self._lines_of(document.id) if self.threads else ()
        return list({id(thread): thread for line in sorted(lines) for thread in self._by_line.get(line, ())}.values())

    def _lines_of(self, text: str) -> set[int]:
        """The documents, by the number of their first version, that have or had a text."""
        if text not in self._known_lines:
            self._known_lines[text] = self.ledger.lines_of(text, self.known_at)
        return self._known_lines[text]

    def _texts_of(self, lines: Iterable[int]) -> set[str]:
        return {text for line in lines for text in self.ledger.texts_of(line, self.known_at)}

    @cached_property
    def _lines(self) -> dict[str, set[int]]:
        """The documents, by the number of their first version, that each thread is about."""
        return {id: {line for _, subject in thread.steps for line in self._lines_of(subject.document)} for id, thread in self.threads.items()}

    @cached_property
    def _by_line(self) -> dict[int, list[Thread]]:
        found: dict[int, list[Thread]] = {}
        for thread in self.threads.values():
            for line in self._lines[thread.id]:
                found.setdefault(line, []).append(thread)
        return found

    def ids(self, one: Reviewed) -> set[str]:
        """Give all ids that a statement has or had."""
        return {one.statement.id, one.thread, one.read.statement(one.statement.document).id}


def _as_kept(one: Said) -> list[str | None]:
    """Time, modality, attribution, roles and attributes of a statement as its row in the ledger has them."""
    roles = {role: [mention_json(mention) for mention in found] for role, found in sorted(one.roles.items())}
    attributes = dict(sorted(one.attributes.items()))
    return [one.time, one.modality.value, one.attribution, *(json.dumps(data, ensure_ascii=False) for data in (roles, attributes))]


def _slots(one: Statement | Said) -> Hashable:
    """All that a statement says, but for how sure it is and who read it."""
    roles = tuple((role, tuple(found)) for role, found in sorted(one.roles.items()) if found)
    return one.kind, one.time, one.modality, one.attribution, roles, tuple(sorted(one.attributes.items())), one.evidence


def stands(ledger: Ledger, version: Version) -> list[Statement]:
    """Give the statements that stand in one version, reading reviews only where there are any of its document."""
    if not ledger.has_reviews_of(version):
        return list(ledger.statements_of(version))
    return list(Record(ledger).statements_of(version))


def said_by(thread: Thread) -> list[Said]:
    """Give all that a thread knows its statement by: as it was read, and as it stands."""
    return [thread.anchor.read, *(thread.anchor.results or ())]
