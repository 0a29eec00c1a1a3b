from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from apsw import Connection
from tests.search.conftest import KENYA, PERU, Record, person, statement

from dostyk.errors import LedgerError
from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.search import Chosen, bounds, catch_up, find, fingerprint, keep, parse, rebuild
from dostyk.search.finding import Found

VISITS = "On 3 May 2019 Ana Quispe visited Kenya.\n\nOn 4 June 2021 she went there again to see Kenya’s coffee.\n\nThe roads of Peru are long."


def visits(document: Document) -> list[Statement]:
    return [
        statement(document, "Visit", "On 3 May 2019 Ana Quispe visited Kenya", "2019-05-03", visitor=(person("Ana Quispe"),), destination=(KENYA,)),
        statement(document, "Visit", "On 4 June 2021 she went there again", "2021-06-04", visitor=(person("Ana Quispe"),), destination=(KENYA,)),
        statement(document, "Indicator", "roads of Peru are long", subject=(PERU,)),
    ]


def texts(hits: tuple[Found, ...]) -> list[str]:
    return [hit.document.text[hit.start : hit.end] for hit in hits]


def test_a_statement_is_found_by_whom_it_means_though_the_quote_does_not_name_her(ledger: Ledger, record: Record) -> None:
    record(VISITS, visits)
    found = find(ledger, parse("quispe"), Chosen())
    assert texts(found.statements) == ["On 3 May 2019 Ana Quispe visited Kenya", "On 4 June 2021 she went there again"]
    assert texts(found.passages) == ["On 3 May 2019 Ana Quispe visited Kenya."]
    assert [(called.name, called.sort) for called in found.names] == [("Ana Quispe", "person")]


def test_matches_are_offsets_of_the_document(ledger: Ledger, record: Record) -> None:
    document = record(VISITS, visits)
    hits = find(ledger, parse("kenya"), Chosen()).passages
    assert [document.text[start:end] for hit in hits for start, end in hit.matches] == ["Kenya", "Kenya"]


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        ("kenya -coffee", 1),
        ('"went there"', 1),
        ('"there went"', 0),
        ("coff*", 1),
        ("coff", 0),
        ("quispe coffee", 0),
    ],
)
def test_words_decide(ledger: Ledger, record: Record, words: str, passages: int) -> None:
    record(VISITS, visits)
    assert len(find(ledger, parse(words), Chosen()).passages) == passages


@pytest.mark.parametrize(
    ("chosen", "statements", "passages"),
    [
        (Chosen(kind="Visit"), 2, 0),
        (Chosen(kind="Meeting"), 0, 0),
        (Chosen(country="KE"), 2, 2),
        (Chosen(country="PE"), 1, 1),
        (Chosen(since=bounds("2021")[0]), 1, 0),
        (Chosen(until=bounds("2019")[1]), 1, 0),
        (Chosen(since=bounds("2020")[0], until=bounds("2020")[1]), 1, 3),
    ],
)
def test_what_is_chosen_decides(ledger: Ledger, record: Record, chosen: Chosen, statements: int, passages: int) -> None:
    record(VISITS, visits)
    found = find(ledger, parse("o* "), chosen), find(ledger, parse("quispe*"), chosen), find(ledger, parse("roads"), chosen)
    ids = {hit.statement.id for search in found for hit in search.statements if hit.statement}
    starts = {hit.start for search in (*found, find(ledger, parse("kenya"), chosen)) for hit in search.passages}
    assert (len(ids), len(starts)) == (statements, passages)


def test_chinese_cyrillic_and_marks(ledger: Ledger, record: Record) -> None:
    record("中国和秘鲁签署了丝绸之路合作协议。", source="zh.txt", language="zh")
    record("В Хелме (Chełm) прошли переговоры с Королёвым.", source="ru.txt", language="ru")
    record("The delegation saw Xi’an and Astana.", source="en.txt")
    for words, source in [
        ("丝绸", "zh.txt"),
        ("签署", "zh.txt"),
        ("королевым", "ru.txt"),
        ("chelm", "ru.txt"),
        ("xi'an", "en.txt"),
        ("xian", "en.txt"),
    ]:
        assert [hit.document.source for hit in find(ledger, parse(words), Chosen()).passages] == [source], words
    assert not find(ledger, parse("Астана"), Chosen())


def test_the_latest_version_speaks_and_the_older_one_of_its_time(ledger: Ledger, record: Record) -> None:
    old = record("Relations\n\nTrade with Peru was 5 million dollars.", learned="2026-01-01T00:00:00")
    new = record("Relations\n\nTrade with Peru was 7 million dollars.", learned="2026-02-01T00:00:00")
    assert [hit.document.id for hit in find(ledger, parse("trade"), Chosen()).passages] == [new.id]
    assert [hit.document.id for hit in find(ledger, parse("trade"), Chosen(known_at="2026-01~")).passages] == [old.id]
    assert [hit.document.id for hit in find(ledger, parse("trade"), Chosen(version=1)).passages] == [old.id]


def test_the_same_text_from_two_places_speaks_once(ledger: Ledger, record: Record) -> None:
    record(VISITS, visits, source="one.txt")
    record(VISITS, visits, source="two.txt")
    found = find(ledger, parse("quispe"), Chosen())
    assert ({hit.document.source for hit in found.statements}, len(found.statements), len(found.passages)) == ({"one.txt"}, 2, 1)


def test_a_text_read_again_is_found_once_and_by_its_new_statements(ledger: Ledger, record: Record) -> None:
    document = record(VISITS, visits)
    ledger.record(Entry(document, VISITS.encode(), "another", visits(document)[:1]), "2026-03-01", also=keep)
    found = find(ledger, parse("quispe"), Chosen())
    assert (len(found.statements), len(found.passages)) == (1, 1)


def test_more_is_told_and_the_order_is_one(ledger: Ledger, record: Record) -> None:
    for number in range(5):
        record(f"Page {number}\n\nCoffee was sold.", source=f"{number}.txt")
    three = find(ledger, parse("coffee"), Chosen(), limit=3)
    all_five = find(ledger, parse("coffee"), Chosen(), limit=5)
    assert (three.more, all_five.more) == (("passages",), ())
    assert [hit.document.source for hit in all_five.passages] == [f"{number}.txt" for number in range(5)]
    assert three.passages == all_five.passages[:3]


def test_long_paragraphs_are_searched_in_pieces_that_leave_nothing_out(ledger: Ledger, record: Record) -> None:
    text = " ".join(f"Sentence {number} speaks of topic{number} at length." for number in range(100))
    record(text)
    for number in (0, 17, 99):
        (hit,) = find(ledger, parse(f"topic{number}"), Chosen()).passages
        assert hit.end - hit.start < 1000
        assert [text[start:end] for start, end in hit.matches] == [f"topic{number}"]


def test_made_anew_the_index_has_the_same_bytes(ledger: Ledger, record: Record) -> None:
    for number in range(40):
        record(f"{number}. {VISITS}", visits, source=f"{number}.txt")
    kept = fingerprint(ledger)
    rebuild(ledger)
    assert fingerprint(ledger) == kept
    with Ledger.open(ledger.path.with_name("other.db")) as other:
        for version in ledger.versions():
            other.record(Entry(version.document, ledger.bytes_of(version.document.content_hash), "test", list(ledger.statements_of(version))), "2026")
        catch_up(other)
        assert fingerprint(other) == kept
        other.record(Entry(replace(version.document, text="Else.", content_hash="1" * 64), b"Else.", "test"), "2027", also=keep)
        assert fingerprint(other) != kept


def test_what_was_recorded_without_the_index_is_caught_up(ledger: Ledger) -> None:
    document = Document(VISITS, "page.txt", content_hash="0" * 64)
    ledger.record(Entry(document, VISITS.encode(), "test", visits(document)), "2026")
    catch_up(ledger)
    assert find(ledger, parse("coffee"), Chosen())


def test_an_index_of_another_version_is_made_anew(ledger: Ledger, record: Record) -> None:
    record(VISITS, visits)
    kept = fingerprint(ledger)
    with ledger.deriving() as connection:
        connection.execute("UPDATE search_state SET form = 'older'")
        connection.execute("DELETE FROM search_passages")
    catch_up(ledger)
    assert fingerprint(ledger) == kept


def test_the_index_holds_no_text_of_documents(ledger: Ledger, record: Record) -> None:
    record(VISITS, visits)
    listed = ledger.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) = 'search_'")
    assert not [name for (name,) in listed if name.endswith("_content")]


def test_nothing_is_indexed_of_what_was_not_recorded(ledger: Ledger, record: Record) -> None:
    record(VISITS, visits)
    before = fingerprint(ledger)

    def interrupted(connection: Connection) -> None:
        keep(connection)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.record(Entry(Document("Other words.", "x.txt", content_hash="1" * 64), b"", "test"), "2026", also=interrupted)
    assert fingerprint(ledger) == before
    assert len(list(ledger.versions())) == 1


def test_a_ledger_that_may_not_be_written_says_that_its_index_is_behind(ledger: Ledger, tmp_path: Path) -> None:
    document = Document(VISITS, "page.txt", content_hash="0" * 64)
    ledger.record(Entry(document, VISITS.encode(), "test"), "2026")
    reading = Ledger(apsw.Connection(str(ledger.path), flags=apsw.SQLITE_OPEN_READONLY), ledger.path)
    with pytest.raises(LedgerError, match="not up to date; open it once where it may be written"):
        catch_up(reading)
