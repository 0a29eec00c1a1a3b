"""Documents and statements → rows that are never changed, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from dostyk.errors import ItemError, LedgerError, ReviewConflict
from dostyk.ledger import chain, copying, removing, verifying
from dostyk.ledger.connecting import connect, damaged, explain
from dostyk.ledger.derived import Derived, rebuild
from dostyk.ledger.judgement_rows import JUDGED, JUDGEMENT_COLUMNS, judgement_row, judgements_from, name_rows
from dostyk.ledger.layouts import layout_from, layout_json
from dostyk.ledger.likeness import are_alike
from dostyk.ledger.review_rows import REVIEW_COLUMNS, review_row, reviews_from, subject_rows
from dostyk.ledger.rows import DOCUMENT_COLUMNS, document_from, statement_from, statement_row
from dostyk.model.document import Document
from dostyk.model.judgement import Judgement
from dostyk.model.layout import Layout
from dostyk.model.review import Review
from dostyk.model.statement import Statement

if TYPE_CHECKING:
    from apsw import Connection

CURRENT = """SELECT max(number) FROM versions WHERE :known_at IS NULL OR learned_at <= :known_at GROUP BY line"""
"""Numbers of the versions that count: the latest of each document, of those learned by `known_at`."""

CURRENT_OF = CURRENT.replace("WHERE", "WHERE line IN (SELECT line FROM versions WHERE {0}) AND (").replace(" GROUP", ") GROUP")
"""The same of the documents that have or had a text; it reads nothing of any other."""

LATEST = "SELECT max(number) FROM versions GROUP BY line"

BEGINS = "{0} >= :begins AND {0} < :begins || char(127)"


def _current(document: str) -> str:
    """Write SQL for the numbers of the versions that count; only of documents that have or had a text whose id begins so, if any is named."""
    near = f"line IN (SELECT line FROM versions WHERE {BEGINS.format('document')}) AND "
    return CURRENT.replace("WHERE ", f"WHERE {near}(").replace(" GROUP", ") GROUP") if document else CURRENT


def _speaking(document: str = "") -> str:
    """Write SQL for the numbers of the versions that speak; of several with one text the one dated first, whichever was learned first."""
    order = "published IS NULL, published, source, publisher, title, url, language, content, number"
    counting = f"CASE WHEN :among IS NULL THEN number IN ({_current(document)}) ELSE number IN (SELECT value FROM json_each(:among)) END"
    beginning = f" AND {BEGINS.format('document')}" if document else ""
    ranked = f"SELECT number, row_number() OVER (PARTITION BY document ORDER BY {order}) AS place FROM versions WHERE {counting}{beginning}"
    return f"SELECT number FROM ({ranked}) WHERE place = 1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document to be kept, as it was read and by which program (`extractor`), and what it states.

    `given` is what the user said of it, `reasons` says where title, date and the like come from. `place` is where it
    truly is (an absolute path, or the address or name the user gave), by default its source. `silent` counts the sentences
    that look like statements and gave none. `layout` tells where on its pages the text stands, `remarks` what is to be told of the reading.
    """

    document: Document
    data: bytes
    extractor: str
    statements: Sequence[Statement] = ()
    given: Mapping[str, str | None] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    silent: int | None = None
    layout: Layout | None = None
    remarks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document in the ledger; numbers grow with time, `learned_at` is ISO 8601."""

    number: int
    document: Document
    learned_at: str
    extractor: str
    reasons: Mapping[str, str]
    silent: int | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """What the ledger keeps of one version beside its text: its number, the `line` of its document (the number of its first version),
    the hash of its bytes (`content`), the id of its text (`document`), what the user said of it (`given`, JSON), and when it was learned.
    """

    number: int
    line: int
    content: str
    document: str
    source: str
    published: str | None
    extractor: str
    given: str
    learned_at: str


class Ledger:
    """One open ledger file; use it as a context manager."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path, create: bool = True) -> Ledger:
        """Open a ledger, made where there is none if `create`; raises LedgerError."""
        return cls(connect(path, create), path)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was recorded is already safe."""
        self._connection.close()

    def is_unchanged(self, place: str, content_hash: str, given: Mapping[str, str | None], extractor: str) -> bool:
        """Tell whether a document at this place is held with this very content, read by this program with the same words of the user."""
        rows = self._rows(f"SELECT content, given, extractor FROM versions WHERE place = ? AND number IN ({LATEST})", (place,))
        return (content_hash, _json(given), extractor) in list(rows)

    def outcome(self, entry: Entry) -> tuple[str, int | None]:
        """Say what recording would be, and which document (by its line) it goes on with.

        "new"; "same" (new here, but another place has the same text); "unchanged" (nothing would be written); "new version"
        (other content); "read again": the same content, read by another version of the program or with other words of the user; or
        "removed": its bytes or text were removed from this ledger, and nothing would be written.
        """
        if self.removal_of(entry.document.id, entry.document.content_hash) is not None:
            return "removed", None
        found = self._earlier(entry)
        if found is None:
            return ("same" if self.sources_of(entry.document.id) else "new"), None
        line, *held = found
        if held[0] != entry.document.content_hash:
            return "new version", line
        return ("unchanged" if held[1:] == [_json(entry.given), entry.extractor] else "read again"), line

    def _earlier(self, entry: Entry) -> tuple[Any, ...] | None:
        """Find the document that an entry is a version of: one that was at its place, or has its address, and is like it.

        A path as typed says nothing, since every folder may hold a page.txt; and a page that has taken the place of quite another
        one, or names the same address by mistake, must not put the other out of the record. So both must be: the same place or
        address, and the same title or text (see ledger/likeness.py). Ledgers of version 1 knew the source only, as typed.
        """
        document, place = entry.document, entry.place or entry.document.source
        columns = "line, content, given, extractor, title, texts.text"
        where = f"(place IN (?, ?) OR url = ?) AND number IN ({LATEST})"
        sql = f"SELECT {columns} FROM versions JOIN texts ON texts.id = document WHERE {where} ORDER BY content = ? DESC, place = ? DESC, number DESC"
        for *row, title, text in self._rows(sql, (place, document.source, document.url, document.content_hash, place)):
            if row[1] == document.content_hash or are_alike((title, text), (document.title, document.text)):
                return tuple(row)
        return None

    def sources_of(self, document: str) -> list[str]:
        """Name the sources whose current version has this text (by its whole id), oldest first."""
        return [
            str(row[0]) for row in self._rows(f"SELECT source FROM versions WHERE document = ? AND number IN ({LATEST}) ORDER BY number", (document,))
        ]

    def record(self, entry: Entry, learned_at: str, also: Callable[[Connection], None] | None = None) -> str:
        """Keep a document and its statements in one transaction; says what it was, as `outcome` does. Raises LedgerError.

        `also` brings what is derived from them up to date, in the same transaction.
        """
        with self._saving(entry.document.source), self._transaction():
            outcome, line = self.outcome(entry)
            if outcome not in ("unchanged", "removed"):
                self._write(entry, learned_at, line)
                if also is not None:
                    also(self._connection)
        return outcome

    def record_review(self, review: Review) -> int:
        """Keep a review in one transaction and give its number.

        Raises ReviewConflict where one of its subjects was reviewed since the revision it was made on; then nothing is kept. Raises LedgerError.
        """
        with self._saving("the review"), self._transaction():
            for subject in review.subjects:
                held = self.revision(subject.thread)
                if held != subject.revision - 1:
                    raise ReviewConflict(f"{subject.thread}: this review was made on revision {subject.revision - 1}, but there is revision {held}")
            run = self._connection.execute
            columns = "act, reviewer, note, learned_at, undoes"
            run(f"INSERT INTO reviews ({columns}) VALUES (?, ?, ?, ?, ?)", review_row(review))
            number = self._connection.last_insert_rowid()
            self._connection.executemany(f"INSERT INTO reviewed VALUES ({', '.join('?' * 8)})", subject_rows(number, review))
        return number

    def revision(self, thread: str) -> int:
        """Give the newest revision of a thread of reviews, 0 where it has none."""
        row = self._one("SELECT coalesce(max(revision), 0) FROM reviewed WHERE thread = ?", (thread,))
        return int(row[0]) if row else 0

    def reviews(self, known_at: str | None = None) -> list[Review]:
        """Give every review that was learned by `known_at`, oldest first."""
        sql = f"SELECT {REVIEW_COLUMNS} FROM reviews JOIN reviewed ON review = number WHERE ? IS NULL OR learned_at <= ? ORDER BY number, position"
        with self._sound():
            return reviews_from(self._rows(sql, (known_at, known_at)))

    def record_judgement(self, judgement: Judgement) -> int:
        """Keep a judgement of two entities in one transaction and give its number.

        Raises ReviewConflict where the pair was judged since the revision it was made on; then nothing is kept. Raises LedgerError.
        """
        with self._saving("the judgement"), self._transaction():
            held = self.judged_at(judgement.pair)
            if held != judgement.revision - 1:
                raise ReviewConflict(f"{judgement.pair}: this judgement was made on revision {judgement.revision - 1}, but there is revision {held}")
            values = judgement_row(judgement)
            self._connection.execute(f"INSERT INTO judgements ({JUDGEMENT_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)
            number = self._connection.last_insert_rowid()
            self._connection.executemany(f"INSERT INTO judged VALUES ({', '.join('?' * 7)})", name_rows(number, judgement))
        return number

    def judged_at(self, pair: str) -> int:
        """Give the newest revision of a pair of entities, 0 where it was never judged."""
        row = self._one("SELECT coalesce(max(revision), 0) FROM judgements WHERE pair = ?", (pair,))
        return int(row[0]) if row else 0

    def judgements(self, known_at: str | None = None) -> list[Judgement]:
        """Give every judgement of entities that was learned by `known_at`, oldest first."""
        with self._sound():
            return judgements_from(self._rows(JUDGED, (known_at, known_at)))

    def lines_of(self, document: str, known_at: str | None = None) -> set[int]:
        """Say which documents, by the number of their first version, have or had a text (by its whole id)."""
        sql = "SELECT DISTINCT line FROM versions WHERE document = ? AND (? IS NULL OR learned_at <= ?)"
        return {int(line) for (line,) in self._rows(sql, (document, known_at, known_at))}

    def texts_of(self, line: int, known_at: str | None = None) -> set[str]:
        """Give the ids of the texts that a document has or had, by the number of its first version."""
        sql = "SELECT DISTINCT document FROM versions WHERE line = ? AND (? IS NULL OR learned_at <= ?)"
        return {str(document) for (document,) in self._rows(sql, (line, known_at, known_at))}

    def text(self, document: str) -> str | None:
        """Give a text by its whole id; None where it is not held."""
        row = self._one("SELECT text FROM texts WHERE id = ?", (document,))
        return None if row is None else str(row[0])

    @contextmanager
    def _saving(self, what: str) -> Iterator[None]:
        """Say in one sentence why something was not saved."""
        import apsw

        try:
            yield
        except apsw.BusyError:
            raise LedgerError(f"{self.path}: another process keeps writing to this ledger; try again when it has finished") from None
        except apsw.CorruptError as error:
            raise damaged(self.path, str(error).lower()) from None
        except (apsw.FullError, apsw.IOError, apsw.ReadOnlyError) as error:
            raise LedgerError(f"{self.path}: {what} was not saved ({str(error).lower()})") from None

    def head(self) -> str:
        """Give the hash of the last link of the chain, in hexadecimal: whoever notes it can tell later that nothing before it was changed."""
        with self._explained(writing=False):
            return chain.head(self._connection)[1]

    def verify(self, derived: Sequence[Derived] = (), expect: str | None = None) -> verifying.Verified:
        """Compare the whole ledger with its chain, its hashes and a rebuild; `expect` is the hash of a head noted earlier."""
        return verifying.verify(self._connection, derived, expect)

    def rebuild(self, derived: Sequence[Derived]) -> None:
        """Make everything derived again from what is kept, and finish removals that were interrupted; raises LedgerError."""
        with self._explained():
            with self._transaction():
                rebuild(self._connection, derived)
            if next(self._rows("SELECT 1 FROM unfinished", ()), None):
                removing.clear(self._connection)

    def remove(self, document: str, who: str, why: str, removed_at: str, derived: Sequence[Derived] = ()) -> removing.Removal:
        """Remove a document (by the whole id of its text), all its versions and copies, and leave a tombstone; raises LedgerError.

        What was removed is out of the record once this has written its tombstone, and out of the file when it returns.
        """
        import apsw

        with self._explained(), self._transaction():
            if self._one("SELECT 1 FROM versions WHERE document = ?", (document,)) is None:
                raise LedgerError(f"{self.path}: no document {document} in this ledger; `dostyk documents` lists them")
            removal = removing.remove(self._connection, document, who, why, removed_at)
            removing.rebuild_without(self._connection, derived)
        try:
            removing.clear(self._connection)
            copying.forget(copying.part_of(self.path))
        except (apsw.Error, OSError) as error:
            why_not = str(explain(error, self.path)).partition(": ")[2].partition(";")[0]
            undone = f"{self.path}: {document} was removed from the record, but the file could not be cleared of it ({why_not})"
            raise LedgerError(f"{undone}; run `dostyk rebuild`, which finishes it") from None
        return removal

    def removals(self) -> list[removing.Removal]:
        """List the tombstones of removed documents, oldest first."""
        with self._explained(writing=False):
            return removing.removals(self._connection)

    def removal_of(self, document: str, content: str = "") -> removing.Removal | None:
        """Give the tombstone of a text (by its whole id) or of bytes (by their SHA-256), if it was removed."""
        with self._explained(writing=False):
            return removing.removal_of(self._connection, document, content)

    def backup(self, path: Path) -> None:
        """Copy the ledger, as it is at one moment while others may go on writing, to a new file; raises LedgerError."""
        with self._explained(writing=False):
            copying.write(self._connection, path)

    @contextmanager
    def deriving(self) -> Iterator[Connection]:
        """Write tables that are derived from the others, in one transaction; raises LedgerError."""
        import apsw

        try:
            with self._transaction():
                yield self._connection
        except apsw.ReadOnlyError:
            what = f"{self.path}: what is derived from this ledger is not up to date"
            raise LedgerError(f"{what}; open it once where it may be written, or a copy of it with --ledger") from None
        except apsw.Error as error:
            raise explain(error, self.path) from None

    def rows(self, sql: str, values: tuple[Any, ...] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Read rows of any table, for what is derived from the ledger; raises LedgerError."""
        return self._rows(sql, values)

    def versions(self, known_at: str | None = None, history: bool = False, document: str = "") -> Iterator[Version]:
        """Give the current version of every source, oldest first; with `history`, every version there ever was.

        `document` keeps those whose document id begins so.
        """
        where = ":known_at IS NULL OR learned_at <= :known_at" if history else f"number IN ({_current(document)})"
        yield from self._versions(where, {"known_at": known_at, "begins": document})

    def _versions(self, where: str, values: dict[str, Any]) -> Iterator[Version]:
        columns = f"{DOCUMENT_COLUMNS}, number, learned_at, extractor, reasons, silent, remarks"
        sql = f"SELECT {columns} FROM versions JOIN texts ON texts.id = document WHERE ({where}) AND {BEGINS.format('document')} ORDER BY number"
        for *row, number, learned_at, extractor, reasons, silent, remarks in self._rows(sql, values):
            with self._sound():
                version = Version(number, document_from(row), learned_at, extractor, json.loads(reasons), silent, tuple(json.loads(remarks or "[]")))
            yield version

    def version(self, number: int) -> Version:
        """Give one version by its number; raises LedgerError where there is none."""
        found = next(self._versions("number = :number", {"number": number, "begins": ""}), None)
        if found is None:
            raise LedgerError(f"{self.path}: no version {number} in this ledger")
        return found

    def newest(self, document: str) -> tuple[Version, Version | None]:
        """Give the newest version that has a text (by its whole id), and the version of its document before; raises LedgerError."""
        last = "SELECT line, number AS newest FROM versions WHERE document = ? ORDER BY number DESC LIMIT 1"
        sql = f"SELECT number FROM versions JOIN ({last}) USING (line) WHERE number <= newest ORDER BY number DESC LIMIT 2"
        numbers = [int(row[0]) for row in self._rows(sql, (document,))]
        if not numbers:
            raise LedgerError(f"{self.path}: no document {document} in this ledger")
        return self.version(numbers[0]), self.version(numbers[1]) if len(numbers) > 1 else None

    def has_reviews_of(self, version: Version) -> bool:
        """Tell whether anything in any version of a document was reviewed."""
        texts = "SELECT document FROM versions WHERE line = (SELECT line FROM versions WHERE number = ?)"
        return self._one(f"SELECT 1 FROM reviewed WHERE document IN ({texts})", (version.number,)) is not None

    def lineage(self, known_at: str | None = None) -> list[Learned]:
        """Give all versions that were learned by `known_at`, oldest first, without their texts."""
        columns = "number, line, content, document, source, published, extractor, given, learned_at"
        sql = f"SELECT {columns} FROM versions WHERE ? IS NULL OR learned_at <= ? ORDER BY number"
        return [Learned(*row) for row in self._rows(sql, (known_at, known_at))]

    def speaking(self, known_at: str | None = None, among: Collection[int] | None = None, document: str = "") -> Iterator[Version]:
        """Give the versions that speak, each text once, oldest first: of the current ones, or `among` those with these numbers.

        `document` keeps those whose document id begins so.
        """
        values = {"known_at": known_at, "among": _numbers(among), "begins": document}
        yield from self._versions(f"number IN ({_speaking(document)})", values)

    def speaking_numbers(self) -> dict[str, int]:
        """Give the number of the version that speaks for each current text, by the text's id; no text is read."""
        sql = f"SELECT document, number FROM versions WHERE number IN ({_speaking()})"
        return {str(document): int(number) for document, number in self._rows(sql, {"known_at": None, "among": None})}

    def bytes_of(self, content_hash: str) -> bytes:
        """Give the very bytes a document was read from; raises LedgerError where they are not held."""
        row = self._one("SELECT bytes FROM contents WHERE hash = ?", (content_hash,))
        if row is None:
            raise LedgerError(f"{self.path}: no content {content_hash} in this ledger")
        return bytes(row[0])

    def statements(
        self, kind: str | None = None, document: str = "", known_at: str | None = None, among: Collection[int] | None = None
    ) -> Iterator[Statement]:
        """Give the statements of the versions that speak (see `speaking`), in order of version and place.

        `document` keeps those of documents whose id begins so.
        """
        sql = f"SELECT * FROM statements WHERE version IN ({_speaking(document)}) AND (:kind IS NULL OR kind = :kind) ORDER BY version, position"
        documents = {version.number: version.document for version in self.speaking(known_at, among, document)}
        for row in self._rows(sql, {"kind": kind, "known_at": known_at, "among": _numbers(among), "begins": document}):
            if row[0] in documents:
                with self._sound():
                    statement = statement_from(documents[row[0]], row)
                yield statement

    def statements_of(self, version: Version, kind: str | None = None) -> Iterator[Statement]:
        """Give the statements of one version, current or not, in the order of its text."""
        sql = "SELECT * FROM statements WHERE version = ? AND (? IS NULL OR kind = ?) ORDER BY position"
        for row in self._rows(sql, (version.number, kind, kind)):
            with self._sound():
                statement = statement_from(version.document, row)
            yield statement

    def find_statements(self, prefix: str, known_at: str | None = None) -> list[Statement]:
        """Give the statements, of any version learned by `known_at`, whose id begins with `prefix`; each id once, as it was last read."""
        columns = f"{DOCUMENT_COLUMNS}, statements.*"
        tables = "statements JOIN versions ON number = version JOIN texts ON texts.id = document"
        known = "(:known_at IS NULL OR learned_at <= :known_at)"
        sql = f"SELECT {columns} FROM {tables} WHERE {BEGINS.format('statements.id')} AND {known} ORDER BY statements.id, version, position"
        width = DOCUMENT_COLUMNS.count(",") + 1
        with self._sound():
            rows = self._rows(sql, {"begins": prefix, "known_at": known_at})
            return list({row[width + 2]: statement_from(document_from(row[:width]), row[width:]) for row in rows}.values())

    def layout(self, document: str, content_hash: str) -> Layout | None:
        """Say where on its pages a text (by its whole id) stands in a file (by the SHA-256 of its bytes); None where it has no pages."""
        sql = "SELECT layout FROM versions WHERE document = ? AND content = ? AND layout IS NOT NULL ORDER BY number DESC LIMIT 1"
        row = self._one(sql, (document, content_hash))
        with self._sound():
            return layout_from(row[0]) if row else None

    @contextmanager
    def _explained(self, writing: bool = True) -> Iterator[None]:
        """Say what the database says in one sentence."""
        import apsw

        try:
            yield
        except apsw.Error as error:
            raise explain(error, self.path, writing) from None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all or nothing; what is looked up inside still holds when it is written."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def count_statements(self, number: int) -> int:
        """Count the statements of one version."""
        row = self._one("SELECT count(*) FROM statements WHERE version = ?", (number,))
        return int(row[0]) if row else 0

    def _write(self, entry: Entry, learned_at: str, line: int | None) -> None:
        document = entry.document
        run = self._connection.execute
        run("INSERT OR IGNORE INTO contents (hash, bytes) VALUES (?, ?)", (document.content_hash, entry.data))
        run("INSERT OR IGNORE INTO texts (id, text) VALUES (?, ?)", (document.id, document.text))
        row = {
            **{name: getattr(document, name) for name in ("source", "title", "publisher", "url", "language", "published", "media_type")},
            "content": document.content_hash,
            "document": document.id,
            "extractor": entry.extractor,
            "learned_at": learned_at,
            "reasons": _json(entry.reasons),
            "given": _json(entry.given),
            "place": entry.place or document.source,
            "line": line,
            "silent": entry.silent,
            **_how_it_is_seen(entry),
        }
        if line is None:
            given = self._one("SELECT seq FROM sqlite_sequence WHERE name = 'versions'", ())
            row["number"] = row["line"] = int(given[0]) + 1 if given else 1
        run(f"INSERT INTO versions ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})", row)
        number = self._connection.last_insert_rowid()
        rows = (statement_row(number, position, statement) for position, statement in enumerate(entry.statements))
        self._connection.executemany(f"INSERT INTO statements VALUES ({', '.join('?' * 14)})", rows)

    def _one(self, sql: str, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        return next(iter(self._rows(sql, values)), None)

    def _rows(self, sql: str, values: tuple[Any, ...] | dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        """Read rows; raises LedgerError where the file cannot be read."""
        import apsw

        try:
            with self._sound():
                found = iter(self._connection.execute(sql, values))
            while True:
                with self._sound():
                    row = next(found, None)
                if row is None:
                    return
                yield row
        except apsw.Error as error:
            raise explain(error, self.path, writing=False) from None

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Call what is kept but makes no sense a damaged ledger."""
        try:
            yield
        except (ValueError, TypeError, ItemError) as error:
            raise damaged(self.path, f"a row of it cannot be read: {error}") from None


def _how_it_is_seen(entry: Entry) -> dict[str, str]:
    """Give the columns on marks, pages and the reading, of those there are."""
    layout = layout_json(entry.layout)
    return {
        **({"marks": json.dumps([mark.as_json() for mark in entry.document.marks], ensure_ascii=False)} if entry.document.marks else {}),
        **({"layout": layout} if layout is not None else {}),
        **({"remarks": json.dumps(list(entry.remarks), ensure_ascii=False)} if entry.remarks else {}),
    }


def _json(data: Mapping[str, str | None]) -> str:
    return json.dumps({key: value for key, value in data.items() if value is not None}, ensure_ascii=False, sort_keys=True)


def _numbers(numbers: Collection[int] | None) -> str | None:
    return None if numbers is None else json.dumps(sorted(numbers))
