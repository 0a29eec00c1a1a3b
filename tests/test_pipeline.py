"""From paths to a record: what becomes of every document, in whatever order and number of processes."""

from itertools import count
from pathlib import Path

import pytest

from dostyk import pipeline
from dostyk.documents.finding import Source, find_sources
from dostyk.errors import StopError
from dostyk.ledger import Ledger
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement
from dostyk.settings import Given, Settings
from dostyk.statements import Told

TEXT = "On 3 May 1992, France and Japan established diplomatic relations.\n"


def clock() -> str:
    return f"2026-01-01T00:00:{next(TICKS):09}"


TICKS = count()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(TEXT.replace("1992", f"199{number}"))
    (folder / "bad.txt").write_bytes(b"\x00")
    return folder


def ingest(folder: Path, ledger: Ledger, settings: Settings | None = None) -> list[str]:
    return [outcome.state for outcome in pipeline.ingest(find_sources([str(folder)]), ledger, settings or Settings(), clock)]


def test_every_document_has_an_outcome_and_failures_stop_nothing(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        outcomes = list(pipeline.ingest([*find_sources([str(folder)]), Source("gone.txt")], ledger, Settings(), clock))
        assert [outcome.state for outcome in outcomes] == ["new"] * 4 + ["failed"] * 2
        assert outcomes[-1].sentence == "gone.txt: no such file"
        assert [outcome.statements for outcome in outcomes[:4]] == [1, 1, 1, 1]
        assert len(list(ledger.statements())) == 4


def test_what_is_known_is_not_read_again_and_what_changed_is(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ingest(folder, ledger)
        assert ingest(folder, ledger) == ["unchanged"] * 4 + ["failed"]
        (folder / "1.txt").write_text(TEXT + "An embassy was opened in 1994.\n")
        assert ingest(folder, ledger) == ["unchanged", "new version", "unchanged", "unchanged", "failed"]
        assert ingest(folder, ledger, Settings(given=Given(publisher="Ministry"))) == ["read again"] * 4 + ["failed"]


def test_several_processes_keep_the_same_in_the_same_order(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "two.db") as two:
        assert ingest(folder, one) == ingest(folder, two, Settings(workers=2))
        assert [version.document for version in one.versions()] == [version.document for version in two.versions()]
        assert [statement.as_json() for statement in one.statements()] == [statement.as_json() for statement in two.statements()]


def test_facts_and_findings_are_made_of_all_current_statements(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ingest(folder, ledger)
        facts, _ = pipeline.reconcile_ledger(ledger)
        assert {statement.id for fact in facts for statement in fact.statements} == {statement.id for statement in ledger.statements()}


def test_a_brief_is_written_in_the_format_of_its_suffix(tmp_path: Path) -> None:
    pipeline.write_brief(([], []), ("FR", "JP"), None, tmp_path / "new" / "b.html")
    assert "<html" in (tmp_path / "new" / "b.html").read_text("utf-8")
    with pytest.raises(StopError, match="not a format"):
        pipeline.write_brief(([], []), ("FR", "JP"), None, tmp_path / "b.docx")


def statement(text: str, *codes: str) -> Statement:
    document = Document(text=text, source="x.txt")
    mentions = tuple(Mention(code, code, code, MentionType.COUNTRY) for code in codes)
    return Statement(document=document, kind="Relations", evidence=Evidence.of(document, 0, len(text)), roles={"party": mentions})


def test_the_pairs_most_spoken_of() -> None:
    spoken = [
        statement("a", "FR", "JP"),
        statement("b", "JP", "FR"),
        statement("c", "FR", "JP", "US"),
        *(statement("d", code) for code in ("BR", "AO")),
    ]
    assert pipeline.main_pairs(spoken)[0] == ("FR", "JP")
    assert ("AO", "BR") in pipeline.main_pairs(spoken)
    assert pipeline.main_pairs([]) == []


def test_a_mistake_in_one_document_is_its_own_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, reader: str, least: float | None) -> Told:
        raise KeyError("rule")

    monkeypatch.setattr("dostyk.statements.tell", broken)
    found = pipeline.extract_source(Source(str(folder / "1.txt")), Settings())
    assert found.failure is not None and "a mistake of the program itself (KeyError" in found.failure
    monkeypatch.setattr("dostyk.statements.explain", broken)
    accounts = list(pipeline.explain_sources([Source(str(folder / "1.txt")), Source(str(folder / "2.txt"))], Settings()))
    assert [account.failure is not None for account in accounts] == [True, True]
