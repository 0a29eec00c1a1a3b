"""What is stored of facts, findings and promises is what is worked out anew, after whatever happened to the ledger."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Said, told

from dostyk.errors import LedgerError, ReviewError
from dostyk.facts import reconcile, record_of
from dostyk.ledger import Entry, Ledger
from dostyk.ledger.derived import plain_rows
from dostyk.model.fact import Fact, Finding
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement
from dostyk.pipeline import DERIVED, facts_of, promises_of, reconcile_ledger, results_of
from dostyk.promises import register, remarks
from dostyk.results import Asked, Wanted, catch_up, is_current
from dostyk.review import Record, Reviewed, Signature, merge, reject, undo

TRADE = {"measure": "trade turnover", "unit": "USD"}
SIDES = {"subject": "Kenya; Norway"}


def entry(*statements: Statement, source: str = "") -> Entry:
    document = statements[0].document
    digest = sha256(document.text.encode()).hexdigest()
    kept = type(document)(
        document.text, source or document.source, document.title, document.publisher, None, "en", document.published, content_hash=digest
    )
    return Entry(kept, kept.text.encode(), "test", [replace(s, document=kept) for s in statements], place=source or document.source)


def page(number: int) -> list[Statement]:
    """A page that agrees with others, contradicts them, and promises something, by its number."""
    pick = random.Random(number)
    year, town = pick.choice([2018, 2019, 2020]), pick.choice(["Oslo", "Bergen", "Mombasa"])
    value = pick.choice(["4000000000", "4200000000", "9000000000"])
    said = [
        Said("Indicator", f"Trade of {number} came to {value} dollars in {year}.", SIDES, str(year), attributes={**TRADE, "value": value}),
        Said(
            "Visit",
            f"Ingrid Dahl went to {town} in {year} ({number}).",
            {"visitor": pick.choice(["Ingrid Dahl", "I. Dahl"]), "destination": town},
            str(year),
        ),
        Said(
            "Relations",
            f"Kenya and Norway, friends since 1964 ({number})",
            {"party": "Kenya; Norway"},
            "1964",
            attributes={"status": "diplomatic relations"},
        ),
        Said(
            "Commitment",
            f"Norway promised in {number} to open a rail school in {town} by {year + 1}.",
            {"actor": "Norway"},
            str(year + 1),
            "planned",
            attributes={"content": f"open a rail school in {town}"},
        ),
        Said(
            "Institution", f"The rail school in {town} opened in {year + 1} ({number}).", {"institution": "rail school", "place": town}, str(year + 1)
        ),
    ]
    chosen = sorted(pick.sample(range(len(said)), 3))
    return told(f"Paper {number % 4}", f"{year}-05-0{1 + number % 9}", *(said[n] for n in chosen))


def anew(ledger: Ledger) -> tuple[list[Fact], list[Finding], tuple[Promise, ...]]:
    """Everything, worked out of statements and reviews alone."""
    record = Record(ledger)
    statements, same, held = list(record.statements()), record.same(), record.judgements()
    facts, findings = reconcile(statements, same=same, further=(remarks,), judgements=held)
    return facts, findings, register(record_of(statements, same=same, judgements=held))


def stored(ledger: Ledger) -> tuple[list[Fact], list[Finding], tuple[Promise, ...]]:
    """Everything, as it is read back."""
    catch_up(ledger)
    asked = Asked(ledger)
    return list(asked.facts()), list(asked.findings()), tuple(asked.promises())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as opened:
        for number in range(8):
            opened.record(entry(*page(number)), f"2026-01-0{number + 1}T00:00:00")
        yield opened


def test_what_is_read_back_is_what_was_worked_out(ledger: Ledger) -> None:
    facts, findings, promises = anew(ledger)
    assert facts and findings and promises
    assert stored(ledger) == (facts, findings, promises)
    assert reconcile_ledger(ledger) == (facts, findings)
    assert promises_of(ledger) == promises


def test_one_thing_is_found_by_the_beginning_of_its_id_before_and_after_it_is_stored(ledger: Ledger) -> None:
    facts, findings, promises = anew(ledger)
    for results in (results_of(ledger), results_of(ledger)):
        things: list[Fact | Finding | Promise] = [*facts, *findings, *promises]
        for one in things:
            assert results.find(one.id) == [one]
        assert results.find("f") == facts
        assert results.find("x") == results.find("") == []


@pytest.mark.parametrize("wanted", [Wanted("Visit"), Wanted(state="KE"), Wanted("Visit", "NO", 1), Wanted(most=3), Wanted("Office", "PE")])
def test_facts_are_chosen_by_kind_and_state(ledger: Ledger, wanted: Wanted) -> None:
    chosen = list(wanted.among(anew(ledger)[0]))
    assert list(facts_of(ledger, wanted)) == chosen
    assert list(facts_of(ledger, wanted)) == chosen
    assert list(facts_of(ledger, wanted, known_at="2026-12-31")) == chosen


def test_what_is_kept_later_makes_it_behind(ledger: Ledger) -> None:
    catch_up(ledger)
    assert is_current(ledger) and catch_up(ledger) is None
    ledger.record(entry(*page(20)), "2026-02-01T00:00:00")
    assert not is_current(ledger)
    assert ledger.verify(DERIVED).wrong == ()
    assert stored(ledger) == anew(ledger)


def test_a_rebuild_gives_the_same_bytes(ledger: Ledger) -> None:
    catch_up(ledger)
    before = list(plain_rows(ledger._connection, "results"))
    ledger.rebuild(DERIVED)
    assert list(plain_rows(ledger._connection, "results")) == before
    assert ledger.verify(DERIVED).wrong == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE results_things SET body = replace(body, '4000000000', '5000000000')",
        "DELETE FROM results_things WHERE sort = 'finding'",
        "UPDATE results_statements SET version = version + 1 WHERE number = 2",
        "DELETE FROM results_states WHERE state = 'KE'",
    ],
)
def test_what_was_changed_behind_its_back_is_found(ledger: Ledger, change: str) -> None:
    catch_up(ledger)
    ledger._connection.execute(change)
    assert ledger.verify(DERIVED).wrong == ("what is derived as 'results' is not what a rebuild gives; run `dostyk rebuild`",)
    ledger.rebuild(DERIVED)
    assert ledger.verify(DERIVED).wrong == ()


def test_what_cannot_be_read_is_said_in_one_sentence(ledger: Ledger) -> None:
    catch_up(ledger)
    ledger._connection.execute("UPDATE results_things SET body = '{' WHERE sort = 'fact'")
    with pytest.raises(LedgerError, match="run `dostyk rebuild`"):
        list(Asked(ledger).facts())


def test_nothing_of_a_removed_document_is_left(ledger: Ledger) -> None:
    catch_up(ledger)
    ledger.remove(entry(*page(3)).document.id, "Ana", "asked for", "2026-02-01T00:00:00", DERIVED)
    assert not is_current(ledger)
    assert list(plain_rows(ledger._connection, "results")) == []
    assert stored(ledger) == anew(ledger)


ACTS = st.lists(st.tuples(st.sampled_from(["keep", "version", "copy", "reject", "merge", "undo", "remove", "ask"]), st.integers(0, 30)), max_size=12)


@settings(max_examples=25)
@given(ACTS)
def test_after_any_acts_what_is_stored_is_what_a_rebuild_gives(tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]) -> None:
    with Ledger.open(tmp_path_factory.mktemp("acts") / "ledger.db") as ledger:
        for day, (act, number) in enumerate(acts, 10):
            do(ledger, act, number, f"2026-01-01T00:00:{day}")
            assert ledger.verify(DERIVED).wrong == ()
        assert stored(ledger) == anew(ledger)
        before = list(plain_rows(ledger._connection, "results"))
        ledger.rebuild(DERIVED)
        assert list(plain_rows(ledger._connection, "results")) == before


def do(ledger: Ledger, act: str, number: int, at: str) -> None:
    """Do one thing to a ledger, if it can be done."""
    by = Signature("Ana", at)
    standing = [one for one in Record(ledger).reviewed() if one.stands]
    texts = sorted({version.document.id for version in ledger.versions()})
    if act == "keep":
        ledger.record(entry(*page(number)), at)
    elif act == "version":
        ledger.record(entry(*page(number), source=f"Paper {number % 4}.txt"), at)
    elif act == "copy":
        ledger.record(entry(*page(number), source=f"copy {number}.txt"), at)
    elif act == "ask":
        catch_up(ledger)
    elif act == "remove" and texts:
        ledger.remove(texts[number % len(texts)], "Ana", "asked for", at, DERIVED)
    elif act in ("reject", "merge", "undo"):
        with suppress(ReviewError):
            _review(ledger, act, standing, number, by)


def _review(ledger: Ledger, act: str, standing: list[Reviewed], number: int, by: Signature) -> None:
    reviewed = list(Record(ledger).threads.values())
    if act == "reject" and standing:
        reject(ledger, standing[number % len(standing)], by)
    elif act == "merge" and standing:
        alike = [one for one in standing if one.statement.kind == standing[0].statement.kind]
        merge(ledger, standing[0], alike[number % len(alike)], by)
    elif act == "undo" and reviewed:
        thread = reviewed[number % len(reviewed)]
        undo(ledger, thread.id, thread.revision, by)
