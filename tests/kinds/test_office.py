"""Offices: who holds which post, of what, since when."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

HEAD = "News of Peru and Norway.\n\n"


def offices(text: str) -> list[tuple[str, str, str, str | None]]:
    """Give (holder, position, what it belongs to, time) of every office of a text."""
    found = []
    for statement in extract(Document(text=HEAD + text, source="page.txt", published="2023-05-10", language="en"), "rules"):
        if statement.kind == "Office":
            of = " and ".join(m.name for m in statement.roles.get("of", ()))
            found.append((statement.roles["holder"][0].name, statement.attributes["position"], of, statement.time))
    return sorted(found)


CASES = [
    ("Kari Lund has been Ambassador of Norway to Peru since 2018.", [("Kari Lund", "Ambassador", "Norway", "2018/..")]),
    ("Ms Kari Lund was appointed Ambassador of Norway to Peru on 3 May 2018.", [("Kari Lund", "Ambassador", "Norway", "2018-05-03")]),
    ("In October 2015 Kari Lund became Mayor of Bergen.", [("Kari Lund", "Mayor", "Bergen", "2015-10")]),
    ("Juan Soto took over as Ambassador of Peru to Norway in January 2020.", [("Juan Soto", "Ambassador", "Peru", "2020-01")]),
    ("Ambassador Juan Soto has been at his post since March 2022.", [("Juan Soto", "Ambassador", "", "2022-03/..")]),
    ("The incumbent mayor, Kari Lund, has governed since 2015.", [("Kari Lund", "mayor", "", "2015/..")]),
    ("The Emir of Qatar, Sheikh Hamad bin Khalifa, visited Oslo on 3 May 2020.", [("Hamad bin Khalifa", "Emir", "Qatar", "2020-05-03")]),
    ("The mayor of Bergen is Kari Lund.", [("Kari Lund", "mayor", "Bergen", None)]),
    ("The Norwegian Minister of Trade, Kari Lund, visited Lima on 4 May 2019.", [("Kari Lund", "Minister of Trade", "Norway", "2019-05-04")]),
    ("Kari Lund, Minister of Trade of Norway, visited Lima on 4 May 2019.", [("Kari Lund", "Minister of Trade", "Norway", "2019-05-04")]),
    (
        "Minister of Foreign Affairs and Fisheries Ana Ruiz met Mayor Jan Berg on 3 May 2020.",
        [("Ana Ruiz", "Minister of Foreign Affairs and Fisheries", "", "2020-05-03"), ("Jan Berg", "Mayor", "", "2020-05-03")],
    ),
    ("Norwegian missions in Peru\nAmbassador: Ms Kari Lund (since May 2018)\nOpening hours: 9-12", [("Kari Lund", "Ambassador", "", "2018-05/..")]),
    (
        "Norwegian missions in Peru\nHonorary Consulate, Cusco: Mr Juan Quispe (appointed February 2015)\nOpening hours: 9-12",
        [("Juan Quispe", "Honorary Consul", "Norway", "2015-02")],
    ),
    (
        "Per Lund was appointed Minister Resident and Consul General on 6 July 1949. Lund was promoted to Ambassador on 9 May 1951.",
        [("Per Lund", "Ambassador", "", "1951-05-09"), ("Per Lund", "Minister Resident and Consul General", "", "1949-07-06")],
    ),
    ("The Minister to Peru, Per Lund, was raised to Ambassador on 3 June 1968.", [("Per Lund", "Ambassador", "", "1968-06-03")]),
    ("Although Per Lund was named Consul on 3 June 1968, he never came.", [("Per Lund", "Consul", "", "1968-06-03")]),
]

LISTS = "Ambassadors of Norway in Lima: Kari Lund (2001–2006), Erik Dahl (2010-2014), Ane Berg (since April 2016)."  # noqa: RUF001

NONE = [
    "Former President Luis Rojas opened the exhibition.",
    "Prime Minister and ministers of Peru met in Lima.",
    "He met his counterpart Erik Dahl.",
    "SUMMARY FOR THE VISIT OF THE PRIME MINISTER TO JAKARTA",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_holds_which_post(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_office(text: str) -> None:
    assert offices(text) == []


def test_a_post_is_stated_once_at_its_fullest() -> None:
    text = "Ambassador Kari Lund opened the fair. Kari Lund has been Ambassador of Norway to Peru since 2018. Ambassador Lund met the mayor."
    assert offices(text) == [("Kari Lund", "Ambassador", "Norway", "2018/..")]


def test_several_accreditations_are_one_office() -> None:
    text = "The Ambassador of Norway to Peru, Kari Lund, also accredited to Ecuador and Bolivia, presented her credentials on 5 May 2019."
    found = [s for s in extract(Document(text=HEAD + text, source="page.txt", language="en"), "rules") if s.kind == "Office"]
    assert [[m.name for m in s.roles["to"]] for s in found] == [["Peru", "Ecuador", "Bolivia"]]


def test_a_list_of_former_holders() -> None:
    assert offices(LISTS) == [
        ("Ane Berg", "Ambassador", "Norway", "2016-04/.."),
        ("Erik Dahl", "Ambassador", "Norway", "2010/2014"),
        ("Kari Lund", "Ambassador", "Norway", "2001/2006"),
    ]


def _to(text: str) -> list[tuple[str, str, str, str]]:
    """Give (holder, position, what it belongs to, accredited to) of every office of a text."""
    found = []
    for statement in extract(Document(text=HEAD + text, source="page.txt", published="2023-05-10", language="en"), "rules"):
        if statement.kind == "Office":
            of, to = (" and ".join(m.name for m in statement.roles.get(role, ())) for role in ("of", "to"))
            found.append((statement.roles["holder"][0].name, statement.attributes["position"], of, to))
    return found


ENVOYS = [
    (
        "The Peruvian Embassy in Oslo was opened on 4 May 1994, with Juan Soto as Chargé d'Affaires ad interim.",
        [("Juan Soto", "Chargé d'Affaires ad interim", "Peru", "Norway")],
    ),
    (
        "Peru was recognized by Norway by the appointment of Lars Berg as Consul General in May 1906.",
        [("Lars Berg", "Consul General", "Norway", "Peru")],
    ),
    (
        "Peruvian Envoy Extraordinary and Minister Plenipotentiary Juan Soto presented his credentials to the King of Norway.",
        [("Juan Soto", "Envoy Extraordinary and Minister Plenipotentiary", "Peru", "Norway")],
    ),
    ("Ambassador Juan Soto presented his credentials to the Norwegian Government.", [("Juan Soto", "Ambassador", "Peru", "Norway")]),
    ("The association is headed by Kari Lund.", [("Kari Lund", "head", "association", "")]),
]


@pytest.mark.parametrize(("text", "expected"), ENVOYS)
def test_whom_an_envoy_stands_for_and_where(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert _to(text) == expected


NAMES_BEFORE_POSTS = "The envoys include Ali Reza, ambassador of Iran, Jan Tolk, ambassador of Sweden, and Joy Kato, high commissioner of Uganda."


def test_a_post_behind_a_name_is_that_name_s_in_a_list_too() -> None:
    found = {(name, position, of) for name, position, of, _ in _to(NAMES_BEFORE_POSTS)}
    assert found == {("Ali Reza", "ambassador", "Iran"), ("Jan Tolk", "ambassador", "Sweden"), ("Joy Kato", "high commissioner", "Uganda")}


def test_a_country_behind_to_belongs_to_the_envoy_unless_somebody_goes_there() -> None:
    assert offices("Talking to New Zealand Ambassador Ana Moss, the minister praised the ties.") == [("Ana Moss", "Ambassador", "New Zealand", None)]
    (found,) = (o for o in offices("During a visit to Chile President Kari Lund met the press on 3 May 2019.") if o[0] == "Kari Lund")
    assert found[2:] == ("", "2019-05-03")


def test_a_family_name_that_looks_like_an_article() -> None:
    assert [name for name, *_ in offices("Ambassador Pham Thi An presented her credentials on 3 May 2023.")] == ["Pham Thi An"]


def test_what_a_figure_is_compared_with_dates_nobody() -> None:
    found = offices("Receiving Ambassador Juan Soto, the minister said that trade had grown by 50 percent compared to 2021.")
    assert found == [("Juan Soto", "Ambassador", "", None)]


def test_a_post_in_passing_takes_the_day_of_the_news() -> None:
    news = "Oslo, 9 May 2023 - Minister of Trade Juan Soto visited Bergen on 9 May 2023.\n\nMayor Kari Lund praised the port."
    assert ("Kari Lund", "Mayor", "", "2023-05-09") in offices(news)


def test_a_post_in_brackets_is_that_of_the_name_before_it() -> None:
    text = "Present were Marc Holm (Minister of Trade of Norway), Juan Soto (Ambassador of Peru to Norway) and Kari Lund (Mayor of Bergen)."
    assert {(name, position, of) for name, position, of, _ in _to(text)} == {
        ("Marc Holm", "Minister of Trade", "Norway"), ("Juan Soto", "Ambassador", "Peru"), ("Kari Lund", "Mayor", "Bergen"),
    }  # fmt: skip


def test_a_post_in_passing_takes_the_day_of_what_its_paragraph_tells_and_a_subject_that_of_its_own_verb() -> None:
    text = "A Nordic institute was opened in Lima on 6 October 2022. The ribbon was cut by the Mayor of Lima, Juan Soto."
    assert ("Juan Soto", "Mayor", "Lima", "2022-10-06") in offices(text)
    text = "The minister toured Oslo from 14 to 16 May 1995, and President Juan Soto visited Norway in March 1996."
    assert ("Juan Soto", "President", "", "1996-03") in offices(text)
