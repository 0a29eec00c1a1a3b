"""The ledger keeps what it is given, unchanged, as it was known at any time."""

import dataclasses
import hashlib
from pathlib import Path

import apsw
import pytest

from dostyk.errors import LedgerError, ReviewConflict
from dostyk.ledger import Entry, Ledger, schema
from dostyk.ledger.schema import RECORD, VERSION
from dostyk.model.document import Document
from dostyk.model.layout import Layout, Run
from dostyk.model.mark import Mark, MarkSort
from dostyk.model.mention import Mention, MentionType
from dostyk.model.review import Act, Review, Said, Subject
from dostyk.model.statement import Evidence, Modality, Statement

from .documents import judgement

KEPT = ("contents", "texts", "versions", "statements", "schemas", "chain")
TEXT = "Elbonia and Sylvania established diplomatic relations on 3 May 1992."


def entry(text: str = TEXT, source: str = "page.txt", extractor: str = "dostyk 1", **given: str | None) -> Entry:
    data = text.encode()
    document = Document(
        text=text, source=source, title="Relations", published="2019-10-07", language="en", content_hash=hashlib.sha256(data).hexdigest()
    )
    parties = (Mention("Elbonia", "Elbonia", "XE", MentionType.COUNTRY), Mention("Sylvania", "Sylvania", "XS", MentionType.COUNTRY))
    statement = Statement(
        document=document,
        kind="Relations",
        evidence=Evidence.of(document, 0, len(text)),
        roles={"party": parties},
        attributes={"status": "diplomatic relations"},
        time="1992-05-03",
        modality=Modality.ACTUAL,
        attribution=None,
        confidence=0.875,
        extractor="relations",
    )
    return Entry(document, data, extractor, (statement,), given, {"title": "first line"})


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "ledger.db")


def test_what_is_kept_comes_back_the_same(ledger: Ledger) -> None:
    kept = entry()
    assert ledger.record(kept, "2026-01-01") == "new"
    assert list(ledger.statements()) == list(kept.statements)
    (version,) = ledger.versions()
    assert (version.document, version.learned_at, version.reasons) == (kept.document, "2026-01-01", {"title": "first line"})
    assert ledger.bytes_of(kept.document.content_hash) == kept.data


def test_the_same_document_again_changes_nothing(ledger: Ledger) -> None:
    ledger.record(entry(), "2026-01-01")
    before = ledger.path.read_bytes()
    assert ledger.record(entry(), "2026-01-02") == "unchanged"
    assert ledger.path.read_bytes() == before
    assert [version.learned_at for version in ledger.versions(history=True)] == ["2026-01-01"]


def test_a_changed_document_is_a_new_version_and_the_old_one_stays(ledger: Ledger) -> None:
    ledger.record(entry(), "2026-01-01")
    assert ledger.record(entry(TEXT + " An embassy followed."), "2026-02-01") == "new version"
    assert ledger.record(entry(), "2026-03-01") == "new version"
    assert [version.document.text for version in ledger.versions()] == [TEXT]
    assert [len(version.document.text) for version in ledger.versions(history=True)] == [len(TEXT), len(TEXT) + 21, len(TEXT)]
    assert len(list(ledger.statements())) == 1


def test_the_ledger_can_be_read_as_of_an_earlier_time(ledger: Ledger) -> None:
    ledger.record(entry(), "2026-01-01")
    ledger.record(entry(TEXT + " An embassy followed."), "2026-02-01")
    assert [version.document.text for version in ledger.versions(known_at="2026-01-15")] == [TEXT]
    assert [statement.document.text for statement in ledger.statements(known_at="2026-01-15")] == [TEXT]
    assert list(ledger.versions(known_at="2025-12-31")) == []


def test_another_extractor_or_other_words_of_the_user_read_it_again(ledger: Ledger) -> None:
    ledger.record(entry(), "2026-01-01")
    assert ledger.record(entry(extractor="dostyk 2"), "2026-01-02") == "read again"
    assert ledger.record(entry(extractor="dostyk 2", publisher="Ministry"), "2026-01-03") == "read again"
    assert ledger.record(entry(extractor="dostyk 2", publisher="Ministry"), "2026-01-04") == "unchanged"


def test_one_text_under_two_names_speaks_once(ledger: Ledger) -> None:
    ledger.record(entry(source="a.txt"), "2026-01-01")
    ledger.record(entry(source="b.txt"), "2026-01-01")
    assert len(list(ledger.versions())) == 2
    assert [statement.document.source for statement in ledger.statements()] == ["a.txt"]


def test_statements_are_found_by_kind_document_and_beginning_of_id(ledger: Ledger) -> None:
    kept = entry()
    ledger.record(kept, "2026-01-01")
    statement = kept.statements[0]
    assert list(ledger.statements(kind="Visit")) == []
    assert list(ledger.statements(kind="Relations", document=kept.document.id)) == [statement]
    assert ledger.find_statements(statement.id[:6]) == [statement]
    assert ledger.find_statements("s_") == []
    assert ledger.count_statements(1) == 1


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid", "UPDATE {} SET extractor = 'x'", "UPDATE {} SET text = 'x'"])
def test_rows_cannot_be_changed_or_deleted(ledger: Ledger, table: str, change: str) -> None:
    ledger.record(entry(), "2026-01-01")
    ledger.record_review(judged(ledger, 1))
    ledger.close()
    with pytest.raises(apsw.Error) as error:
        apsw.Connection(str(ledger.path)).execute(change.format(table))
    assert "append-only" in str(error.value) or "no such column" in str(error.value)


def test_a_failing_document_leaves_nothing_behind(ledger: Ledger) -> None:
    kept = entry()
    broken = Entry(kept.document, kept.data, kept.extractor, [kept.statements[0], None])  # type: ignore[list-item]
    with pytest.raises(AttributeError):
        ledger.record(broken, "2026-01-01")
    assert list(ledger.versions()) == []
    assert ledger.record(kept, "2026-01-01") == "new"


def test_promises_of_the_file(ledger: Ledger) -> None:
    connection = ledger._connection
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 2
    assert connection.pragma("foreign_keys") == 1
    with pytest.raises(apsw.ConstraintError):
        connection.execute("INSERT INTO statements SELECT 99, 0, 's', 'k', NULL, 'actual', NULL, 0, 1, 'q', '{}', '{}', 1.0, 'x'")


def test_what_is_no_ledger_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "page.db").write_text("This is a page, not a database. " * 40)
    apsw.Connection(str(tmp_path / "other.db")).execute("CREATE TABLE x (y)")
    Ledger.open(tmp_path / "newer.db").close()
    apsw.Connection(str(tmp_path / "newer.db")).pragma("user_version", 99)
    (tmp_path / "file").write_text("")
    for path, says in (
        (tmp_path / "page.db", "no ledger"),
        (tmp_path / "other.db", "another program"),
        (tmp_path / "newer.db", "newer version"),
        (tmp_path, "folder"),
        (tmp_path / "file" / "ledger.db", "cannot be made"),
        (Path("/proc/ledger.db"), "cannot be opened"),
    ):
        with pytest.raises(LedgerError, match=says) as error:
            Ledger.open(path)
        assert str(error.value).startswith(f"{path}: ") and "\n" not in str(error.value)
    with pytest.raises(LedgerError, match="no ledger yet"):
        Ledger.open(tmp_path / "none.db", create=False)


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").write_bytes(b"")
    with Ledger.open(tmp_path / "empty.db") as ledger:
        assert ledger.record(entry(), "2026-01-01") == "new"


def at(place: str, text: str, url: str | None = None, title: str | None = None) -> Entry:
    data = text.encode()
    return Entry(
        Document(text=text, source="page.txt", title=title, url=url, content_hash=hashlib.sha256(data).hexdigest()), data, "dostyk 1", place=place
    )


OTHER = "The mayors of Port Clarence and Lakeside opened a bridge for carts and walkers last Sunday, and a band played."


def test_the_same_name_elsewhere_or_another_page_at_the_same_place_is_another_document(ledger: Ledger) -> None:
    assert ledger.record(at("/a/page.txt", TEXT), "2026-01-01") == "new"
    assert ledger.record(at("/b/page.txt", TEXT + " An embassy followed."), "2026-01-02") == "new"
    assert ledger.record(at("/a/page.txt", OTHER), "2026-01-03") == "new"
    assert ledger.record(at("/a/page.txt", TEXT + " A visit followed."), "2026-01-04") == "new version"
    assert [version.document.text for version in ledger.versions()] == [TEXT + " An embassy followed.", OTHER, TEXT + " A visit followed."]


def test_a_page_is_known_by_its_address_wherever_it_was_saved(ledger: Ledger) -> None:
    address = "https://ministry.example/relations"
    assert ledger.record(at("/a/one.html", TEXT, address, "Relations"), "2026-01-01") == "new"
    assert ledger.record(at("/b/two.html", TEXT + " More.", address, "Relations"), "2026-01-02") == "new version"
    assert ledger.record(at("/b/three.html", OTHER, address, "Bridge"), "2026-01-03") == "new"
    assert len(list(ledger.versions())) == 2


def test_the_same_text_at_two_places_is_said(ledger: Ledger) -> None:
    ledger.record(at("/a/page.txt", TEXT), "2026-01-01")
    assert ledger.record(at("/b/copy.txt", TEXT), "2026-01-02") == "same"
    assert ledger.sources_of(at("", TEXT).document.id) == ["page.txt", "page.txt"]
    assert ledger.record(at("/b/copy.txt", TEXT), "2026-01-03") == "unchanged"


def older(path: Path, version: int, changes: dict[str, str], *more: str) -> apsw.Connection:
    """Make the file of an older version of Dostyk: the tables of today before the chain, with pieces of their SQL as they were."""
    sql = RECORD
    for piece, was in changes.items():
        assert piece in sql
        sql = sql.replace(piece, was)
    connection = apsw.Connection(str(path))
    connection.execute(sql + "".join(more))
    for table in ("contents", "texts", "versions", "statements"):
        for change in ("update", "delete"):
            refusal = "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            connection.execute(f"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} {refusal}")
    connection.pragma("application_id", 0x446F7374)
    connection.pragma("user_version", version)
    document, content = Document(text=TEXT, source="page.txt").id, hashlib.sha256(TEXT.encode()).hexdigest()
    connection.execute("INSERT INTO contents VALUES (?, ?)", (content, TEXT.encode()))
    connection.execute("INSERT INTO texts VALUES (?, ?)", (document, TEXT))
    for day in ("2026-01-01", "2026-01-02"):
        row = ("page.txt", content, document, "text/plain", "{}", "{}", f"dostyk {day}", day)
        columns = "source, content, document, media_type, reasons, given, extractor, learned_at"
        connection.execute(f"INSERT INTO versions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO statements SELECT 2, 0, 's', 'Relations', NULL, 'actual', NULL, 0, 7, 'Elbonia', '{}', '{}', 1.0, 'x'")
    return connection


LAST = "  learned_at TEXT NOT NULL,\n  place TEXT,\n  line INTEGER,\n  silent INTEGER\n"
LATER = [line + "\n" for line in RECORD.splitlines() if "_by_place" in line or "_by_url" in line or "_by_line" in line]


def test_a_ledger_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    changes = {LAST: "  learned_at TEXT NOT NULL\n", **dict.fromkeys(LATER, "")}
    older(path, 1, changes, "CREATE INDEX versions_by_source ON versions (source, number);").close()
    with Ledger.open(path, create=False) as ledger:
        assert [version.learned_at for version in ledger.versions()] == ["2026-01-02"]
        assert ledger.verify().wrong == ()
    with Ledger.open(path) as ledger:
        assert ledger.record(at("/a/page.txt", TEXT + " More."), "2026-01-03") == "new version"
        assert [version.learned_at for version in ledger.versions()] == ["2026-01-03"]
        assert ledger.verify().wrong == ()


def lined(connection: apsw.Connection) -> None:
    """Say which document the versions of an older ledger are of, as its program did."""
    connection.execute("DROP TRIGGER versions_no_update; UPDATE versions SET place = source, line = 1")
    connection.execute("CREATE TRIGGER versions_no_update BEFORE update ON versions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END")
    connection.close()


def test_a_ledger_of_the_second_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    lined(older(path, 2, {LAST: LAST.replace(",\n  silent INTEGER", "")}))
    with Ledger.open(path) as ledger:
        assert [version.silent for version in ledger.versions()] == [None]
        assert ledger.record(at("/a/page.txt", TEXT + " More."), "2026-01-03") == "new version"
        assert ledger.verify().wrong == ()


def test_a_ledger_of_the_third_version_is_put_under_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    lined(older(path, 3, {}))
    with Ledger.open(path) as ledger:
        verified = ledger.verify()
        assert (verified.wrong, verified.links, verified.quotes) == ((), 6, 1)
        assert ledger.record(at("/a/page.txt", TEXT + " More."), "2026-01-03") == "new version"
        assert ledger.verify().links == 9
    assert apsw.Connection(str(path)).pragma("user_version") == VERSION


@pytest.mark.parametrize("version", [0, -1])
def test_a_header_that_names_no_version_is_damage(ledger: Ledger, version: int) -> None:
    ledger.close()
    apsw.Connection(str(ledger.path)).pragma("user_version", version)
    with pytest.raises(LedgerError, match="names no version"):
        Ledger.open(ledger.path)


def test_a_ledger_of_the_fourth_version_learns_to_keep_reviews(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", 4)
        patch.setattr(schema, "CREATE", schema.RECORD + schema.CHAIN)
        patch.setattr(schema, "TABLES", {name: which for name, which in schema.TABLES.items() if not name.startswith(("review", "judge"))})
        with Ledger.open(path) as ledger:
            ledger.record(entry(), "2026-01-01")
    with Ledger.open(path) as ledger:
        assert ledger.reviews() == []
        assert ledger.record_review(judged(ledger, revision=1)) == 1
        assert ledger.verify().wrong == ()
    with pytest.raises(apsw.Error, match="append-only"):
        apsw.Connection(str(path)).execute("DELETE FROM reviewed")


def test_a_ledger_of_the_fifth_version_learns_to_keep_judgements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", 5)
        patch.setattr(schema, "CREATE", schema.RECORD + schema.CHAIN + schema.REVIEWS)
        patch.setattr(schema, "TABLES", {name: which for name, which in schema.TABLES.items() if not name.startswith("judge")})
        with Ledger.open(path) as ledger:
            ledger.record(entry(), "2026-01-01")
    with Ledger.open(path) as ledger:
        ledger.record_review(judged(ledger, revision=1))
        assert (ledger.judgements(), len(ledger.reviews())) == ([], 1)
        assert ledger.record_judgement(judgement(("person", "Ana"), ("person", "Anna"))) == 1
        assert ledger.verify().wrong == ()
    for table in ("judgements", "judged"):
        with pytest.raises(apsw.Error, match="append-only"):
            apsw.Connection(str(path)).execute(f"DELETE FROM {table}")


def judged(ledger: Ledger, revision: int) -> Review:
    statement = next(ledger.statements())
    subject = Subject(statement.id, revision, statement.document.id, Said.of(statement), results=())
    return Review(Act.REJECT, "Aigul", f"2026-02-{revision:02}", (subject,), "not said")


def test_reviews_come_back_the_same_and_as_they_were_known(ledger: Ledger) -> None:
    ledger.record(entry(), "2026-01-01")
    kept = [judged(ledger, revision) for revision in (1, 2)]
    assert [ledger.record_review(review) for review in kept] == [1, 2]
    assert ledger.reviews() == [dataclasses.replace(review, number=number) for number, review in enumerate(kept, 1)]
    assert [review.number for review in ledger.reviews(known_at="2026-02-01")] == [1]
    assert ledger.revision(kept[0].subjects[0].thread) == 2


@pytest.mark.parametrize("revision", [1, 3])
def test_a_review_of_another_state_is_refused_and_leaves_nothing_behind(ledger: Ledger, revision: int) -> None:
    ledger.record(entry(), "2026-01-01")
    ledger.record_review(judged(ledger, 1))
    with pytest.raises(ReviewConflict):
        ledger.record_review(judged(ledger, revision))
    assert len(ledger.reviews()) == 1


def test_how_many_sentences_gave_nothing_is_kept(ledger: Ledger) -> None:
    ledger.record(dataclasses.replace(entry(), silent=3), "2026-01-01")
    assert [version.silent for version in ledger.versions()] == [3]


def test_marks_pages_and_remarks_come_back_the_same(ledger: Ledger) -> None:
    plain = entry()
    document = dataclasses.replace(plain.document, marks=(Mark(0, 7, MarkSort.HIDDEN, "белым по белому"), Mark(8, 11, MarkSort.RECOGNISED, "", 0.5)))
    layout = Layout(((595.3, 841.9),), (Run(0, 7, 1, (56.7, 70.0, 99.9, 82.5)), Run(8, 11, 1, (103.0, 70.0, 120.4, 82.5))))
    statements = tuple(dataclasses.replace(one, document=document) for one in plain.statements)
    kept = dataclasses.replace(plain, document=document, statements=statements, layout=layout, remarks=["page 2 holds no text"])
    ledger.record(kept, "2026-01-01")
    (version,) = ledger.versions()
    assert (version.document, version.remarks) == (document, ("page 2 holds no text",))
    assert next(ledger.statements()).marks == document.marks
    assert ledger.find_statements(kept.statements[0].id)[0].marks == document.marks
    assert ledger.layout(document.id, document.content_hash) == layout
    assert ledger.layout(document.id, "0" * 64) is None
    assert ledger.verify().wrong == ()


def test_a_ledger_of_the_sixth_version_learns_to_keep_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", 6)
        patch.setattr(schema, "CREATE", schema.RECORD + schema.CHAIN + schema.REVIEWS + schema.JUDGEMENTS)
        with Ledger.open(path) as ledger:
            ledger.record(entry(), "2026-01-01")
    with Ledger.open(path) as ledger:
        assert ledger.verify().wrong == ()
        assert next(ledger.statements()).document.marks == ()
        assert ledger.layout(entry().document.id, entry().document.content_hash) is None
