import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search.conftest import KENYA, PERU, Record, person, state, statement

from dostyk.entities import resolve
from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement
from dostyk.search import Answer, Chosen, ask, catch_up, portray

ASTANA = Mention("Nur-Sultan", "Astana", "geonames:1526273", MentionType.CITY)


def said(*made: tuple[str, Mapping[str, tuple[Mention, ...]], str | None]) -> tuple[str, Callable[[Document], list[Statement]]]:
    """Make a text of one line a statement, and what makes the statements of its document."""
    lines = [f"Line {number} says it." for number in range(len(made))]

    def make(document: Document) -> list[Statement]:
        return [statement(document, kind, line, time, **roles) for line, (kind, roles, time) in zip(lines, made, strict=True)]

    return "\n\n".join(lines), make


def names(answer: Answer) -> list[tuple[str, str]]:
    return [(meant.sort, meant.entity.name) for meant in answer.meant]


def test_a_person_under_all_names_with_the_reason(ledger: Ledger, record: Record) -> None:
    office = ("Office", {"holder": (person("Maria Keller"),), "of": (PERU,), "to": (KENYA,)}, "2019-05/..")
    record(*said(office, ("Visit", {"visitor": (person("M. Keller", "Keller"),), "destination": (KENYA,)}, "2021-03-04")))
    for asked in ("Maria Keller", "keller", "M. Keller", "MARIA keller"):
        answer = ask(ledger, asked, Chosen())
        assert names(answer) == [("person", "Maria Keller")], asked
    portrait = portray(ledger, answer.meant[0], Chosen())
    assert {called.name for called in portrait.names} == {"Maria Keller", "M. Keller", "Keller"}
    assert "initials fit" in portrait.reasons[0]
    assert [(told.kind, told.statements, told.first) for told in portrait.told] == [("Office", 1, "2019-05/.."), ("Visit", 1, "2021-03-04")]
    assert [(post.office, post.time) for post in portrait.posts] == [("Ambassador of Peru", "2019-05/..")]


def test_an_office_apart_from_its_holders(ledger: Ledger, record: Record) -> None:
    holders = [("Maria Keller", "2019"), ("Juan Vega", "2021")]
    record(*said(*(("Office", {"holder": (person(name),), "of": (PERU,)}, time) for name, time in holders)))
    answer = ask(ledger, "ambassador of peru", Chosen())
    assert names(answer) == [("office", "Ambassador of Peru")]
    assert [(post.holder, post.time) for post in portray(ledger, answer.meant[0], Chosen()).posts] == [
        ("Maria Keller", "2019"),
        ("Juan Vega", "2021"),
    ]


def test_a_post_of_nobody_known_is_no_office(ledger: Ledger, record: Record) -> None:
    record(*said(("Office", {"holder": (person("Maria Keller"),)}, "2019"), ("Office", {"holder": (person("Juan Vega"),)}, "2019")))
    assert not ask(ledger, "Ambassador", Chosen()).meant


def test_a_place_under_all_its_names_by_date(ledger: Ledger, record: Record) -> None:
    record(*said(("Visit", {"visitor": (person("Maria Keller"),), "destination": (ASTANA,)}, "2020")))
    for asked in ("Astana", "Nur-Sultan", "Tselinograd", "Астана", "阿斯塔纳", "geonames:1526273"):
        assert names(ask(ledger, asked, Chosen()))[0] == ("city", "Astana"), asked
    portrait = portray(ledger, ask(ledger, "Astana", Chosen()).meant[0], Chosen(), "2020")
    assert portrait.then == "Nur-Sultan"
    dated = {called.name: called for called in portrait.names if called.valid}
    assert dated["Nur-Sultan"].valid == "2019-03-23/2022-09-16"
    assert "decree" in dated["Nur-Sultan"].source
    assert any(called.name == "Nur-Sultan" and called.source == "page.txt" for called in portrait.names)
    assert {called.script for called in portrait.names} >= {"Latn", "Cyrl", "Hani"}


def test_a_state_by_any_of_its_names(ledger: Ledger, record: Record) -> None:
    record(*said(("Mission", {"sender": (KENYA,)}, None)))
    for asked in ("Kenya", "KE", "Кения", "肯尼亚", "Republic of Kenya"):
        assert names(ask(ledger, asked, Chosen())) == [("state", "Kenya")], asked


@pytest.mark.parametrize(("asked", "why"), [("Токаев", "a part of its name, in other letters"), ("Токаев Касым-Жомарт", "a romanisation of them")])
def test_a_name_in_other_letters(ledger: Ledger, record: Record, asked: str, why: str) -> None:
    record(*said(("Visit", {"visitor": (person("Kassym-Jomart Tokayev"),)}, None)))
    answer = ask(ledger, asked, Chosen())
    assert names(answer) == [("person", "Kassym-Jomart Tokayev")]
    assert why in answer.meant[0].how


def test_a_chinese_name_of_somebody_known_in_pinyin(ledger: Ledger, record: Record) -> None:
    record(*said(("Visit", {"visitor": (person("Wang Yi"),)}, None), ("Visit", {"visitor": (person("Wan Gang"),)}, None)))
    answer = ask(ledger, "王毅", Chosen())
    assert names(answer) == [("person", "Wang Yi")]
    assert "romanisation" in answer.meant[0].how


def test_instruments_and_events(ledger: Ledger, record: Record) -> None:
    event = Mention("Lima Coffee Fair", "Lima Coffee Fair", "x:fair", MentionType.OTHER)
    record(*said(("Agreement", {"party": (PERU, KENYA)}, "2020"), ("Event", {"event": (event,)}, "2021")))
    assert names(ask(ledger, "line 0 says it", Chosen())) == [("instrument", "Line 0 says it.")]
    assert names(ask(ledger, "Coffee Fair", Chosen())) == [("event", "Lima Coffee Fair")]


def test_several_candidates_are_all_named(ledger: Ledger, record: Record) -> None:
    record(*said(*(("Visit", {"visitor": (person(name),)}, None) for name in ("Maria Keller", "Marta Keller"))))
    assert names(ask(ledger, "Keller", Chosen())) == [("person", "Maria Keller"), ("person", "Marta Keller")]
    assert names(ask(ledger, "p-Marta Keller", Chosen())) == [("person", "Marta Keller")]


def test_whom_nobody_knows_has_neighbours(ledger: Ledger, record: Record) -> None:
    record(*said(("Visit", {"visitor": (person("Nursultan Nazarbayev"),)}, None)))
    answer = ask(ledger, "Nazarbaiev", Chosen())
    assert (answer.meant, answer.nearest) == ((), ("Nursultan Nazarbayev",))
    assert ask(ledger, "Zzz", Chosen()) == Answer()
    assert ask(ledger, "?!", Chosen()) == Answer()


def test_what_the_ledger_did_not_know_yet_is_not_told(ledger: Ledger, record: Record) -> None:
    text, make = said(("Visit", {"visitor": (person("Maria Keller"),)}, None))
    record(text, make, learned="2026-02-01T00:00:00")
    assert ask(ledger, "Maria Keller", Chosen(known_at="2026-02~")).meant
    assert not ask(ledger, "Maria Keller", Chosen(known_at="2026-01~")).meant


def test_of_a_place_nobody_speaks_of_the_reference_data_is_told(ledger: Ledger, record: Record) -> None:
    summit = Mention("Paris Summit", "Paris Summit", "x:summit", MentionType.OTHER)
    record(*said(("Event", {"event": (summit,)}, None)))
    answer = ask(ledger, "Париж", Chosen())
    assert (names(answer), answer.nearest) == ([("city", "Paris")], ("Paris Summit",))
    assert portray(ledger, answer.meant[0], Chosen()).told == ()


WORDS = ("Maria", "Marta", "M.", "Keller", "Kellar", "Vega", "Juan", "J.", "Ivanovna")
BODIES = ("Bank of Peru", "Peru Bank", "BOP", "Bank of Kenya", "Kenya Aid Fund", "KAF", "Fund for Aid of Kenya", "World Trade Organization", "WTO")


MADE = st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from([PERU, KENYA, None]), st.sampled_from(BODIES))


@given(st.lists(MADE, min_size=1, max_size=8))
def test_asking_one_name_resolves_it_as_resolving_everything_would(made: list[tuple[list[str], Mention | None, str]]) -> None:
    document = Document("x" * len(made), "page.txt", content_hash="0" * 64)
    statements = []
    for n, (words, of, name) in enumerate(made):
        body = Mention(name, name, f"b-{name}", MentionType.ORGANISATION)
        roles = {"holder": (person(" ".join(words)),), "host": (body,), "of": (of,) if of else ()}
        statements.append(Statement(document, "Office" if of else "Visit", Evidence.of(document, n, n + 1), roles))
    everything = resolve(statements)
    with Ledger.open(Path(":memory:")) as ledger:
        ledger.record(Entry(document, b"", "test", statements), "2026")
        catch_up(ledger)
        for mention in dict.fromkeys(itertools.chain(*(found for s in statements for found in s.roles.values()))):
            if mention.type in (MentionType.PERSON, MentionType.ORGANISATION):
                assert [meant.entity for meant in ask(ledger, mention.id, Chosen()).meant] == [everything[mention]]


def test_names_of_one_state_do_not_mean_another(ledger: Ledger, record: Record) -> None:
    record(*said(("Mission", {"sender": (state("AU", "Australia"),)}, None)))
    assert names(ask(ledger, "Australia", Chosen())) == [("state", "Australia")]
    assert names(ask(ledger, "Austria", Chosen())) != [("state", "Australia")]


def test_names_of_a_body_by_the_renames_that_documents_tell(ledger: Ledger, record: Record) -> None:
    board = Mention("Cotton Board", "Cotton Board", "x:board", MentionType.ORGANISATION)

    def make(document: Document) -> list[Statement]:
        told = statement(document, "Renaming", "Line 0 says it.", "2011-05", entity=(board,))
        told = replace(told, attributes={"old_name": "Fibre Board", "new_name": "Cotton Board"})
        garbled = replace(
            statement(document, "Renaming", "Line 1 says it.", "2015", entity=(board,)),
            attributes={"old_name": "Cotton Board", "new_name": "Cotton Board"},
        )
        return [told, garbled]

    record("Line 0 says it.\n\nLine 1 says it.", make)
    portrait = portray(ledger, ask(ledger, "cotton board", Chosen()).meant[0], Chosen())
    assert [(called.name, called.valid, called.source) for called in portrait.names if called.valid] == [
        ("Fibre Board", "../2011-05", "page.txt"),
        ("Cotton Board", "2011-05/..", "page.txt"),
    ]


def test_from_when_until_when_documents_use_a_name(ledger: Ledger, record: Record) -> None:
    titles = [("Maria Keller", "2011/2015"), ("Juan Vega", "2016-03/.."), ("Ana Roe", None)]
    record(*said(*(("Office", {"holder": (person(name),), "of": (PERU,)}, time) for name, time in titles)))
    (office,) = portray(ledger, ask(ledger, "ambassador of peru", Chosen()).meant[0], Chosen()).names
    assert (office.name, office.used) == ("Ambassador of Peru", "2011/..")
    record("A page without a date tells it.", lambda d: [statement(d, "Visit", d.text, None, visitor=(person("Olga Roe"),))], published="")
    assert [called.used for called in portray(ledger, ask(ledger, "Olga Roe", Chosen()).meant[0], Chosen()).names] == [None]


def test_the_latest_statements_of_somebody_are_told(ledger: Ledger, record: Record) -> None:
    visits = [
        ("Visit", {"visitor": (person("Maria Keller"),), "destination": (PERU,)}, time) for time in ("2011", None, *map(str, range(2013, 2019)))
    ]
    record(*said(*visits))
    portrait = portray(ledger, ask(ledger, "Maria Keller", Chosen()).meant[0], Chosen())
    assert [one.time for one in portrait.latest] == ["2018", "2017", "2016", "2015", "2014"]
    assert portrait.latest[0].roles["destination"] == (PERU,)
