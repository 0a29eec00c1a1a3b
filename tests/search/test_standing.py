"""Search and entity see statements as people left them, as far as was known: rejected, corrected, split, merged; and entities as judged."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entities.people import holds
from tests.search.conftest import KENYA, PERU, Record, person, statement
from tests.search.test_who import BODIES, MADE, said

from dostyk.entities import resolve
from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.judgement import Judgement
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement
from dostyk.review import Record as Reviews
from dostyk.review import Reviewed, Signature, accept, correct, merge, reject, split, undo
from dostyk.search import Chosen, Search, ask, catch_up, find, parse, portray

BEFORE, AFTER = "2026-01-15", "2026-02-15"
"""Times before and after anything was reviewed."""


def signed(day: int = 1) -> Signature:
    return Signature("Aigul", f"2026-02-{day:02}T00:00:00")


def seen(ledger: Ledger) -> list[Reviewed]:
    return list(Reviews(ledger).reviewed())


@pytest.fixture
def visit(ledger: Ledger, record: Record) -> Reviewed:
    """One statement, read so: Maria Keller in Kenya in 2019."""
    record(*said(("Visit", {"visitor": (person("Maria Keller"),), "destination": (KENYA,)}, "2019")))
    return seen(ledger)[0]


def search(ledger: Ledger, words: str, **chosen: object) -> Search:
    return find(ledger, parse(words), Chosen(**chosen))  # type: ignore[arg-type]


def told(ledger: Ledger, name: str, known_at: str | None = None) -> dict[str, int]:
    chosen = Chosen(known_at=known_at)
    answer = ask(ledger, name, chosen)
    return {one.kind: one.statements for one in portray(ledger, answer.meant[0], chosen).told} if answer.meant else {}


def test_what_was_rejected_is_said_no_more_and_was_said_before(ledger: Ledger, visit: Reviewed) -> None:
    reject(ledger, visit, signed())
    assert search(ledger, "says").statements == ()
    assert search(ledger, "keller").names == ()
    assert search(ledger, "says").passages
    assert len(search(ledger, "says", known_at=BEFORE).statements) == 1
    assert not ask(ledger, "Maria Keller", Chosen()).meant
    assert (told(ledger, "Maria Keller", BEFORE), told(ledger, "Maria Keller", AFTER)) == ({"Visit": 1}, {})
    undo(ledger, visit.thread, 1, signed(3))
    assert told(ledger, "Maria Keller") == {"Visit": 1}


def test_what_was_corrected_is_found_by_what_it_says_now(ledger: Ledger, visit: Reviewed) -> None:
    correct(ledger, visit, {"visitor": "person:Juana Vega", "time": "2021-05"}, signed())
    (hit,) = search(ledger, "juana vega").statements
    assert (hit.statement and hit.statement.time, hit.score) == ("2021-05", None)
    assert search(ledger, "keller") == Search()
    assert [called.name for called in search(ledger, "vega").names] == ["Juana Vega"]
    assert (told(ledger, "Juana Vega"), told(ledger, "vega"), told(ledger, "Maria Keller")) == ({"Visit": 1}, {"Visit": 1}, {})
    assert told(ledger, "Juana Vega", BEFORE) == {}
    assert search(ledger, "vega", since=20210101).statements and not search(ledger, "vega", until=20201231).statements
    assert search(ledger, "vega", kind="Visit", country="KE").statements and not search(ledger, "vega", country="PE").statements
    portrait = portray(ledger, ask(ledger, "Вега", Chosen()).meant[0], Chosen())
    assert [(called.name, called.used, called.source) for called in portrait.names] == [("Juana Vega", "2021-05", "page.txt")]
    assert [(one.time, one.roles["visitor"][0].name) for one in portrait.latest] == [("2021-05", "Juana Vega")]


def test_a_corrected_date_that_leaves_the_words_alone_counts_as_well(ledger: Ledger, visit: Reviewed) -> None:
    correct(ledger, visit, {"time": "2021"}, signed())
    (hit,) = search(ledger, "keller", since=20210101).statements
    assert hit.statement and hit.statement.id == visit.statement.id
    assert [one.time for one in portray(ledger, ask(ledger, "Maria Keller", Chosen()).meant[0], Chosen()).latest] == ["2021"]


def test_what_was_accepted_is_found_once_even_when_it_is_not_read_any_more(ledger: Ledger, visit: Reviewed) -> None:
    accept(ledger, visit, signed())
    (hit,) = search(ledger, "says").statements
    assert hit.statement and hit.statement.confidence == 1.0 and hit.score is not None
    document = visit.statement.document
    ledger.record(Entry(document, document.text.encode(), "test 2", []), "2026-02-03T00:00:00")
    catch_up(ledger)
    (hit,) = search(ledger, "says").statements
    assert hit.statement and hit.statement.id == visit.statement.id
    assert told(ledger, "Maria Keller") == {"Visit": 1}


def test_what_was_split_and_merged(ledger: Ledger, record: Record, visit: Reviewed) -> None:
    split(ledger, visit, [{"visitor": "person:Ana Roe"}, {"visitor": "person:Ben Roe"}], signed())
    assert len(search(ledger, "roe").statements) == 2
    assert [meant.entity.name for meant in ask(ledger, "roe", Chosen()).meant] == ["Ana Roe", "Ben Roe"]
    record("Another line tells it.", lambda d: [statement(d, "Visit", d.text, "2019", visitor=(person("Ana Roe"),), destination=(KENYA,))], "b.txt")
    one, other = (r for r in seen(ledger) if r.statement.roles["visitor"][0].name == "Ana Roe")
    merge(ledger, one, other, signed(4))
    merged = {hit.statement.id: hit.same_as for hit in search(ledger, "ana").statements if hit.statement}
    assert merged == {one.statement.id: (other.statement.id,), other.statement.id: (one.statement.id,)}
    assert told(ledger, "Ana Roe") == {"Visit": 2}


def test_nothing_of_the_index_changes_by_a_review(ledger: Ledger, visit: Reviewed) -> None:
    from dostyk.search import fingerprint

    before = fingerprint(ledger)
    correct(ledger, visit, {"visitor": "person:Juana Vega"}, signed())
    assert search(ledger, "vega").statements
    assert fingerprint(ledger) == before


KEEP = Callable[[Judgement], int]
NAMES = ("Maria Keller", "M. Keller", "Keller", "Juan Vega", "J. Vega", "Marta Keller", *BODIES)
JUDGED = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda one: one[1] != one[2])


@given(st.lists(MADE, min_size=1, max_size=6), st.lists(JUDGED, min_size=1, max_size=4))
def test_asking_one_name_obeys_judgements_as_resolving_everything_would(
    made: list[tuple[list[str], Mention | None, str]], judged: list[tuple[str, str, str]]
) -> None:
    document = Document("x" * len(made), "page.txt", content_hash="0" * 64)
    statements = []
    for n, (words, of, name) in enumerate(made):
        body = Mention(name, name, f"b-{name}", MentionType.ORGANISATION)
        roles = {"holder": (person(" ".join(words)),), "host": (body,), "of": (of,) if of else ()}
        statements.append(Statement(document, "Office" if of else "Visit", Evidence.of(document, n, n + 1), roles))
    held = [
        holds(verdict, one, other, 0, "body" if one in BODIES else "person") for verdict, one, other in judged if (one in BODIES) == (other in BODIES)
    ]
    with Ledger.open(Path(":memory:")) as ledger:
        ledger.record(Entry(document, b"", "test", statements), "2026-01-01")
        catch_up(ledger)
        for one in {one.pair: one for one in held}.values():
            ledger.record_judgement(one)
        everything = resolve(statements, Reviews(ledger).judgements())
        for mention in dict.fromkeys(itertools.chain(*(found for s in statements for found in s.roles.values()))):
            if mention.type in (MentionType.PERSON, MentionType.ORGANISATION):
                assert [meant.entity for meant in ask(ledger, mention.id, Chosen()).meant] == [everything[mention]]


def test_a_judgement_is_known_from_the_day_it_was_made(ledger: Ledger, record: Record) -> None:
    record(*said(*(("Visit", {"visitor": (person(name),), "destination": (PERU,)}, "2019") for name in ("Maria Keller", "Juana Vega"))))
    ledger.record_judgement(holds("same", "Maria Keller", "Juana Vega"))
    then, now = (ask(ledger, "Juana Vega", Chosen(known_at=at)).meant[0] for at in ("2026-01-04", None))
    assert ({w.mention.name for w in then.wordings}, {w.mention.name for w in now.wordings}) == ({"Juana Vega"}, {"Juana Vega", "Maria Keller"})
    assert "judged so on 2026-01-05" in now.entity.reason
    assert told(ledger, "Maria Keller") == {"Visit": 2}
