"""Aid told in prose: sums given, taken and forgiven, goods in kind, what works cost, loans for a place."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.statements import extract


def said(text: str, kind: str) -> list[Statement]:
    """Give the statements of one kind that a text makes."""
    return [s for s in extract(Document(text=text, source="page.txt", published="2024-03-10", language="en"), "rules") if s.kind == kind]


def names(statement: Statement, role: str) -> str:
    """Join the names in a role."""
    return " and ".join(m.name for m in statement.roles.get(role, ()))


SUMS = [
    ("Malta handed over school books worth 40,000 euros to Tonga in May 2016.", "aid 40000 EUR Malta > Tonga 2016-05"),
    ("Textbooks worth 9,000 dollars had been given to Samoa by the Norwegian embassy.", "aid 9000 USD Norway > Samoa None"),
    ("In 2011 the Ghanaian ministry of transport received 300,000 dollars from the Danish government.",
     "financing 300000 USD Denmark > Ghanaian ministry of transport 2011"),
    ("Fiji Rail secured a $15 million facility from the Bank of Cyprus in March 2014.", "loan 15000000 USD Bank of Cyprus > Fiji Rail 2014-03"),
    ("In 2009 Norway forgave 12 million dollars of Peru's debt.", "debt relief 12000000 USD Norway > Peru 2009"),
    ("In 2003, 7 million dollars of Bolivia's debt was forgiven by Japan.", "debt relief 7000000 USD Japan > Bolivia 2003"),
    ("The Bank of Cyprus lent 30 million euros in 2012 to expand the port of Lobito in Angola.", "loan 30000000 EUR Bank of Cyprus > Angola 2012"),
    ("Oman provided a $20 million loan for the water supply of Apia to Samoa in 2013.", "loan 20000000 USD Oman > Samoa 2013"),
    ("Oman Development Bank loans Tonga 14 million USD for road projects.", "loan 14000000 USD Oman Development Bank > Tonga None"),
    ("The new bridge in Suva will cost 25 million euros.", "project cost 25000000 EUR new bridge in Suva >  None"),
    ("The 9 million euro loan provided to Malawi by Latvia on 4 May 2010 is part of a programme.", "loan 9000000 EUR Latvia > Malawi 2010-05-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_says_who_gives_what_sum_to_whom(text: str, expected: str) -> None:
    found = [
        f"{s.attributes['measure']} {s.attributes['value']} {s.attributes['unit']} {names(s, 'subject')} > {names(s, 'partner')} {s.time}"
        for s in said(text, "Indicator")
    ]
    assert expected in found


COUNTS = [
    ("In June 2015 Malta donated 60 sets of hospital beds to Tonga.", "hospital beds 60 2015-06"),
    ("In 2018 Oman trained 3 Tongan officials in Muscat.", "trainees 3 2018"),
    ("Latvia built two schools in Malawi in 2017.", "schools 2 2017"),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts_what_is_given_built_and_taught(text: str, expected: str) -> None:
    assert expected in [f"{s.attributes['measure']} {s.attributes['value']} {s.time}" for s in said(text, "Indicator")]


GIFTS = [
    ("On 29 June 2011 Fiji donated sports equipment to Morocco.", "donation of sports equipment", "Fiji", "Morocco", "2011-06-29"),
    ("In March 2006 Ghana handed over security gear to the Samoan police.", "handover of security gear", "Ghana", "Samoan police", "2006-03"),
    ("In 2013 Chile provided maize seeds to Peru.", "delivery of maize seeds", "Chile", "Peru", "2013"),
    ("In May 2010 Malawi received medicine from Latvia.", "delivery of medicine", "Latvia", "Malawi", "2010-05"),
    ("On 3 May 2012 the Maltese ambassador donated an ambulance to a charity in Tonga.", "donation of ambulance", None, "Tonga", "2012-05-03"),
]


@pytest.mark.parametrize(("text", "event", "giver", "taker", "time"), GIFTS)
def test_a_gift_in_kind_is_an_event(text: str, event: str, giver: str | None, taker: str, time: str) -> None:
    (gift,) = said(text, "Event")
    assert names(gift, "event") == event
    assert giver is None or names(gift, "organiser") == giver
    assert taker in (names(gift, "place"), names(gift, "participant"))
    assert gift.time == time


@pytest.mark.parametrize(
    "text",
    [
        "Malta plans to donate sports equipment to Fiji.",
        "Malta donated 40 computers to Fiji.",
        "Malta handed over 5 million euros to Fiji.",
        "Malta provided support to Fiji.",
        "Peru sent a delegation to Fiji.",
        "The hospital supplies power to the town.",
    ],
)
def test_no_gift_where_it_is_planned_counted_or_no_goods(text: str) -> None:
    assert said(text, "Event") == []


def test_a_work_bears_its_sum_and_not_in_its_name() -> None:
    (project,) = said("In 2011, Latvia agreed to build a 6 million euro clinic in Lilongwe.", "Project")
    assert names(project, "project") == "clinic"
    assert (project.attributes["value"], project.attributes["unit"]) == ("6000000", "EUR")


def test_funding_the_construction_and_completion_of_a_work_builds_it() -> None:
    (project,) = said("In 2014 Norway funded the construction and completion of a nursing school in Lilongwe.", "Project")
    assert (names(project, "participant"), names(project, "place"), project.time) == ("Norway", "Lilongwe", "2014")


def test_entering_into_an_agreement_signs_it() -> None:
    (signed,) = said("In March 2012 Fiji Rail entered into a $9 million loan agreement with the Bank of Cyprus.", "Agreement")
    assert (signed.attributes["value"], signed.time) == ("9000000", "2012-03")


def test_each_of_two_agreements_has_its_day() -> None:
    text = "The two sides signed an agreement to fund the school on 5 May 2011 and a second agreement was signed on 7 June 2012."
    assert [s.time for s in said(text, "Agreement")] == ["2011-05-05", "2012-06-07"]


def test_what_a_sentence_tells_before_a_plan_is_no_part_of_it() -> None:
    text = "On 3 March 2015 the Bank of Cyprus lent 5 million euros to Malta Rail, which falls under Malta Rail's plan to build 200 houses in Gozo."
    assert [(s.attributes["value"], s.time) for s in said(text, "Indicator")] == [("5000000", "2015-03-03")]


def test_a_verb_behind_a_place_is_the_verb() -> None:
    (given,) = said("The Norwegian Embassy in Lima donated 40 books to the city library.", "Indicator")
    assert (given.attributes["value"], names(given, "subject")) == ("40", "Norway")


MORE = [
    ("Oman offered a 450 million rupee-loan to Mauritius.", "loan 450000000 MUR"),
    ("The four agreements between Malta and Fiji included 2 million dollars worth of farm machines.", "aid 2000000 USD"),
    ("On 5 May 2011, Malta donated 18 laptops, 25 printers, 60 phones, and 6 copiers that total 400,000 euros, to Fiji.", "aid 400000 EUR"),
    ("The Cyprus-Malta bank signed a 5 million euro buyer's credit with Fiji.", "loan 5000000 EUR"),
    ("The grant of Malta to Fiji has two parts: tools worth 1.9 million euros; and 3 million euros for a park.", "grant 3000000 EUR"),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_sums_in_other_wordings(text: str, expected: str) -> None:
    assert expected in [f"{s.attributes['measure']} {s.attributes['value']} {s.attributes['unit']}" for s in said(text, "Indicator")]


def test_a_bank_that_bears_a_countrys_name_deals_with_the_other_of_the_page() -> None:
    text = "Peru and Korea opened a port in Lima. Peru is a partner of Korea. The Export-Import Bank of Korea lent 5 million dollars in 2012."
    (loan,) = said(text, "Indicator")
    assert names(loan, "partner") == "Peru"
