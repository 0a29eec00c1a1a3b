"""What is pointed at is read by the exact readers and built by the kinds; whatever is pointed at, no quote is wrong."""

from __future__ import annotations

import random

import pytest

from dostyk.grammar import analyse
from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.statements.extract import DocumentReader
from dostyk.trained.heads import KINDS, SLOTS
from dostyk.trained.proposal import Link, Proposal


def pointed(text: str, kind: str, trigger: str, *links: tuple[str, str], published: str | None = None, **said: str) -> list[Statement]:
    """The statements made where a kind, its trigger and the words of its slots are pointed at."""
    sentences = analyse(text, published)
    start = text.index(trigger)
    number = next(n for n, s in enumerate(sentences) if s.start <= start < s.end)
    proposal = Proposal(kind, number, start, start + len(trigger), 0.9, **said)  # type: ignore[arg-type]
    for slot, words in links:
        at = text.index(words)
        proposal.links.setdefault(slot, []).append(Link(at, at + len(words), 0.9))
    document = Document(text, "page.txt", language="en", published=published)
    reader = DocumentReader(document, sentences, {number: [proposal]}, rules=False)
    return list(reader.statements(list(reader.drafts())).values())


def names(statement: Statement, role: str) -> list[str]:
    return [m.name for m in statement.roles.get(role, ())]


def test_visit_is_dated_and_named() -> None:
    text = "Lima was the last stop of Foreign Minister Kari Lund, who had flown in from Oslo on 3 May 2019."
    (said,) = pointed(text, "Visit", "last stop", ("visitor", "Foreign Minister Kari Lund"), ("destination", "Lima"), ("time", "on 3 May 2019"))
    assert names(said, "visitor") == ["Kari Lund"]
    assert names(said, "destination") == ["Lima"]
    assert said.time == "2019-05-03"
    assert text[said.evidence.start : said.evidence.end] == said.evidence.quote


def test_tour_of_two_countries_is_two_visits_but_two_cities_one() -> None:
    text = "President Luis Rojas toured Bergen, Oslo and Helsinki in June 2018."
    links = [("visitor", "Luis Rojas"), ("destination", "Bergen"), ("destination", "Oslo"), ("destination", "Helsinki"), ("time", "in June 2018")]
    said = pointed(text, "Visit", "toured", *links)
    assert sorted(names(s, "destination") for s in said) == [["Bergen", "Oslo"], ["Helsinki"]]


def test_figure_is_read_where_it_stands() -> None:
    text = "Norwegian sales to Peru came to 17.62 million US dollars in 2021."
    links = [("subject", "Norwegian"), ("partner", "Peru"), ("time", "in 2021")]
    (said,) = pointed(text, "Indicator", "17.62 million US dollars", *links, measure="exports")
    assert said.attributes["value"] == "17620000"
    assert said.attributes["unit"] == "USD"
    assert said.attributes["measure"] == "exports"
    assert names(said, "subject") == ["Norway"]
    assert said.time == "2021"


def test_unit_of_a_table_head_holds_for_a_bare_number() -> None:
    text = "Exports of Norway to Peru, million US dollars\n\nYear | Exports\n2020 | 41.5\n"
    links = [("unit", "million US dollars"), ("subject", "Norway"), ("partner", "Peru")]
    (said,) = pointed(text, "Indicator", "41.5", *links, measure="exports")
    assert (said.attributes["value"], said.attributes["unit"]) == ("41500000", "USD")


def test_sum_takes_the_currency_that_is_named_before() -> None:
    text = "Trade of Norway and Peru was 398 million dollars in 2018 and fell to 247 million in 2020."
    links = [("unit", "dollars"), ("subject", "Norway"), ("subject", "Peru"), ("time", "in 2020")]
    (said,) = pointed(text, "Indicator", "247 million", *links, measure="trade turnover")
    assert (said.attributes["value"], said.attributes["unit"]) == ("247000000", "USD")


def test_rate_may_stand_apart_from_its_figure() -> None:
    text = "Every year Norway gives some 150 scholarships to Peruvian students; the plant makes 30 tonnes daily."
    (said,) = pointed(text, "Indicator", "150", ("unit", "Every year"), ("subject", "Norway"), measure="scholarships")
    assert (said.attributes["value"], said.attributes["unit"]) == ("150", "1/a")


def test_figure_since_a_year_is_open() -> None:
    text = "Since 2003, 186 Peruvians have studied in Norway."
    (said,) = pointed(text, "Indicator", "186", ("subject", "Norway"), ("partner", "Peruvians"), ("time", "Since 2003"), measure="students")
    assert said.time == "2003/.."


def test_rank_is_read_from_its_words() -> None:
    text = "Norway is the sixth export market of Peru and its main supplier of salmon."
    links = [("subject", "Norway"), ("partner", "Peru"), ("measure", "export market")]
    (said,) = pointed(text, "Indicator", "sixth", *links, statistic="rank")
    assert (said.attributes["value"], said.attributes["unit"]) == ("6", "rank")


def test_capital_stands_for_its_state_where_missions_are_opened() -> None:
    text = "Norway and Peru are far apart. Lima opened its embassy in Oslo in 1961."
    (said,) = pointed(text, "Mission", "embassy", ("sender", "Lima"), ("location", "Oslo"), ("time", "in 1961"))
    assert names(said, "sender") == ["Peru"]


def test_our_government_is_the_side_that_speaks() -> None:
    text = "Our government grants 20 scholarships to Peruvian students."
    sentences = analyse(text, None)
    start = text.index("20")
    proposal = Proposal("Indicator", 0, start, start + 2, 0.9, measure="scholarships")
    proposal.links["subject"] = [Link(0, len("Our government"), 0.9)]
    document = Document(text, "page.txt", language="en", publisher="Embassy of Norway in Peru")
    reader = DocumentReader(document, sentences, {0: [proposal]}, rules=False)
    (said,) = reader.statements(list(reader.drafts())).values()
    assert names(said, "subject") == ["Norway"]


def test_fall_is_negative() -> None:
    text = "In 2020 Norwegian exports to Peru fell by 12 %."
    (said,) = pointed(text, "Indicator", "12 %", ("subject", "Norwegian"), ("partner", "Peru"), measure="exports", statistic="change")
    assert said.attributes["value"] == "-12"


def test_figure_with_its_own_sign_keeps_it() -> None:
    text = "Exports of Norway to Peru came to 2 million dollars (+7.1 % against the fall of 2019)."
    (said,) = pointed(text, "Indicator", "+7.1 %", ("subject", "Norway"), ("partner", "Peru"), measure="exports", statistic="change")
    assert said.attributes["value"] == "7.1"


def test_two_sides_are_the_two_countries() -> None:
    text = "Norway and Peru are old friends. In 1998 the two sides concluded a Treaty on Fisheries."
    (said,) = pointed(text, "Agreement", "concluded", ("party", "the two sides"), ("title", "Treaty on Fisheries"), ("time", "In 1998"))
    assert sorted(names(said, "party")) == ["Norway", "Peru"]
    assert said.attributes["agreement_type"] == "treaty"


def test_membership_since_a_year_is_open() -> None:
    text = "Peru has belonged to the Pacific Alliance since 2011."
    links = [("member", "Peru"), ("organisation", "the Pacific Alliance"), ("time", "since 2011")]
    (said,) = pointed(text, "Membership", "belonged", *links)
    assert said.time == "2011/.."


def test_three_towns_twinned_with_one_are_three_statements() -> None:
    text = "Cusco is twinned with Bergen, Kyoto and Chartres."
    links = [("member", "Cusco"), ("member", "Bergen"), ("member", "Kyoto"), ("member", "Chartres")]
    assert sorted(names(s, "member")[1] for s in pointed(text, "Twinning", "twinned", *links)) == ["Bergen", "Chartres", "Kyoto"]


def test_nothing_is_said_where_a_key_role_points_at_nothing() -> None:
    text = "It was a fine day in Lima."
    assert pointed(text, "Membership", "fine", ("member", "day")) == []
    assert pointed(text, "Indicator", "fine", ("subject", "Lima"), measure="exports") == []


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_pointed_at_quotes_stand_in_the_text(seed: int) -> None:
    text = (
        "On 3 May 2019 Kari Lund visited Lima, where the two sides signed a memorandum worth 5 million dollars.\n\n"
        "Trade rose by 18 % to $2.1 billion; 26 pairs of cities are twinned, Bergen and Cusco among them.\n"
    )
    chance = random.Random(seed)
    sentences = analyse(text)
    given: dict[int, list[Proposal]] = {}
    for _ in range(12):
        number = chance.randrange(len(sentences))
        start = chance.randrange(sentences[number].start, sentences[number].end - 1)
        proposal = Proposal(chance.choice(KINDS), number, start, min(start + chance.randrange(1, 30), len(text)), 0.5)
        for _ in range(chance.randrange(6)):
            at = chance.randrange(len(text) - 1)
            proposal.links.setdefault(chance.choice(SLOTS), []).append(Link(at, min(at + chance.randrange(1, 40), len(text)), 0.5))
        given.setdefault(number, []).append(proposal)
    reader = DocumentReader(Document(text, "page.txt", language="en"), sentences, given, rules=chance.random() < 0.5)
    for statement in reader.statements(list(reader.drafts())).values():
        assert text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote


def test_a_ministry_is_no_party_to_relations_and_a_name_broken_off_is_whole() -> None:
    text = "The Ministry of Foreign Affairs of Peru recalled that the Republic of Norway recognised Peru on 8 June 1906."
    links = [("party", "Ministry of Foreign Affairs of Peru"), ("party", "Republic of"), ("party", "Peru on 8"), ("time", "8 June 1906")]
    said = pointed(text, "Relations", "recognised", *links)
    assert {tuple(sorted(m.id for m in s.roles["party"])) for s in said} == {("NO", "PE")}


def test_the_name_of_an_event_goes_on_behind_of() -> None:
    text = "On 19 March 2014 the opening ceremony of the Friendship Garden drew the Mayor of Lima."
    (said,) = pointed(text, "Event", "opening ceremony", ("event", "opening ceremony"), ("time", "19 March 2014"))
    assert names(said, "event") == ["opening ceremony of the Friendship Garden"]
