"""Tests that statements are grounded, stable, ordered, and made from what was said before where a word refers back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dostyk.errors import UngroundedStatement
from dostyk.model.document import Document
from dostyk.model.statement import Evidence, Statement
from dostyk.statements import extract

TEXT = """Peru - Norway

Peru and Norway established diplomatic relations on 4 May 1928.

During the state visit to Norway on 3-5 June 2019, President of Peru Ana Ruiz met with King Olav.
During that visit she held talks with Prime Minister Per Dahl. The two countries signed a memorandum on fisheries.

Trade between the two countries reached 1.2 billion US dollars in 2018, up 7 percent.
"""


def read(text: str, published: str | None = None) -> list[Statement]:
    return extract(Document(text, "page.txt", language="en", published=published), "rules")


def names(statement: Statement, role: str) -> list[str]:
    return [m.name for m in statement.roles.get(role, ())]


def test_every_quote_is_what_stands_at_its_offsets() -> None:
    found = read(TEXT)
    assert found
    assert all(TEXT[s.evidence.start : s.evidence.end] == s.evidence.quote for s in found)


def test_a_statement_without_its_quote_cannot_be_made() -> None:
    document = Document("Nothing here.", "page.txt")
    with pytest.raises(UngroundedStatement, match=r"page\.txt"):
        Statement(document, "Visit", Evidence(0, 5, "Other"), {})
    with pytest.raises(UngroundedStatement, match="outside"):
        Evidence.of(document, 5, 500)


def test_the_visit_gives_its_time_to_what_happens_in_it() -> None:
    meetings = [s for s in read(TEXT) if s.kind == "Meeting"]
    assert [(names(m, "participant"), m.time) for m in meetings] == [
        (["Ana Ruiz", "Olav"], "2019-06-03/2019-06-05"),
        (["Ana Ruiz", "Per Dahl"], "2019-06-03/2019-06-05"),
    ]


def test_the_two_countries_are_those_of_the_page() -> None:
    (figure,) = [s for s in read(TEXT) if s.kind == "Indicator" and s.attributes.get("statistic") is None]
    assert names(figure, "subject") == ["Peru", "Norway"]
    assert figure.attributes["value"] == "1200000000"


def test_ids_stay_when_only_the_date_of_the_page_changes() -> None:
    text = "Last year trade between Peru and Norway reached 2 billion dollars."
    (one,), (other,) = read(text, "2019-05-01"), read(text, "2021-05-01")
    assert (one.id, one.time, other.time) == (other.id, "2018", "2020")


def test_statements_come_in_the_order_of_their_evidence() -> None:
    starts = [s.evidence.start for s in read(TEXT)]
    assert starts == sorted(starts)


def test_a_page_in_another_language_gives_nothing_yet() -> None:
    assert extract(Document("Президент посетил Перу.", "page.txt", language="ru"), "rules") == []


def test_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    outputs = set()
    for seed in ("0", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "dostyk", "extract", "page.txt"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert json.loads(outputs.pop().splitlines()[0])["document"]["source"] == "page.txt"


def test_the_same_statements_in_whatever_order_documents_are_read() -> None:
    texts = [TEXT, TEXT.replace("Peru", "Chile"), "Chile opened an embassy in Oslo in 2014. The embassy in Rome was closed in 2015.", TEXT]
    documents = [Document(text, f"{number}.txt", published="2019-10-07") for number, text in enumerate(texts)]
    there = [[s.as_json() for s in extract(document, "rules")] for document in documents]
    back = [[s.as_json() for s in extract(document, "rules")] for document in reversed(documents)]
    assert any(there) and there == back[::-1]


def test_a_statement_read_back_is_the_same() -> None:
    for statement in read(TEXT):
        assert Statement.from_json(statement.document, statement.as_json()).as_json() == statement.as_json()


def test_a_day_without_its_year_takes_that_of_the_paragraph_before() -> None:
    found = {s.time for s in read("On 6 December 2015 Peru opened an embassy in Oslo.\n\nOn 7 December President Ana Ruiz visited Norway.") if s.time}
    assert found == {"2015-12-06", "2015-12-07"}


VISIT = """Minister visits Oslo

Oslo, 12 May 2023 - Foreign Minister of Peru Ana Ruiz arrived in Oslo on 12 May 2023 on an official visit.

The two countries signed a treaty of friendship on 4 June 1948. President of Peru Juan Rojas visited Norway in 1967.

The Joint Commission will meet in Lima in October 2023.

She was also received by Prime Minister of Norway Per Dahl.
"""


def test_what_happened_takes_the_time_of_the_news_not_of_history_nor_of_what_is_planned() -> None:
    found = [s for s in read(VISIT, "2023-05-12") if s.kind == "Meeting" and "Per Dahl" in names(s, "participant")]
    assert [(s.time, s.modality.value) for s in found] == [("2023-05-12", "actual")]
