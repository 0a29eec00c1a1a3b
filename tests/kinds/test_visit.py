"""Visits: who travelled where and when, of which sort, and whether it came about."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

HEAD = "News of Peru and Norway.\n\n"
LIST = "Peru and Norway\n\nHigh-level visits\n\n"


def visits(text: str) -> list[tuple[str, str, str | None, str, str]]:
    """Give (visitors, destinations, time, modality, sort) of every visit of a text, in order."""
    found = []
    for statement in extract(Document(text=text, source="page.txt", published="2023-05-10", language="en"), "rules"):
        if statement.kind == "Visit":
            names = [" and ".join(sorted(m.name for m in statement.roles[role])) for role in ("visitor", "destination")]
            found.append((names[0], names[1], statement.time, statement.modality.value, statement.attributes.get("visit_type", "")))
    return sorted(found, key=lambda f: (f[2] or "", f[0], f[1]))


PROSE = [
    (
        "On 6 May 2022 President Mateo Rojas received King Haakon Dahl at the start of his state visit to Peru.",
        [("Haakon Dahl", "Peru", "2022-05-06", "actual", "state")],
    ),
    (
        "Foreign Minister Pedro Diaz is in Norway on a two-day working visit.",
        [("Pedro Diaz", "Norway", None, "ongoing", "working")],
    ),
    (
        "On 8 June 2021 the Storting hosted a delegation from Peru led by Senator Carla Soto.",
        [("Carla Soto", "Norway", "2021-06-08", "actual", "")],
    ),
    (
        "The visit by the Norwegian minister follows Prime Minister Luis Rojas’s visit to Norway in May 2021.",
        [("Luis Rojas", "Norway", "2021-05", "actual", "")],
    ),
    ("On 4 May 2018 President Mateo Rojas arrived in Oslo on a state visit.", [("Mateo Rojas", "Oslo", "2018-05-04", "actual", "state")]),
    ("Prime Minister Ingrid Solberg was in Lima on 3 June 2019.", [("Ingrid Solberg", "Lima", "2019-06-03", "actual", "")]),
    (
        "Foreign Minister Pedro Diaz was on an official visit to Norway from 3 to 5 March 2020.",
        [("Pedro Diaz", "Norway", "2020-03-03/2020-03-05", "actual", "official")],
    ),
    (
        "In July 2016 President Luis Soto visited Norway, Chile and Bolivia.",
        [
            ("Luis Soto", "Bolivia", "2016-07", "actual", ""),
            ("Luis Soto", "Chile", "2016-07", "actual", ""),
            ("Luis Soto", "Norway", "2016-07", "actual", ""),
        ],
    ),
    (
        "In 1998, 2004 and 2010 President Karl Weber paid state visits to Peru.",
        [("Karl Weber", "Peru", year, "actual", "state") for year in ("1998", "2004", "2010")],
    ),
    (
        "The state visit of President Luis Soto to Norway, planned for October 2021, was cancelled.",
        [("Luis Soto", "Norway", "2021-10", "negated", "state")],
    ),
    (
        "The visit of Foreign Minister Kari Lund to Lima in June 2020 was postponed because of the pandemic.",
        [("Kari Lund", "Lima", "2020-06", "negated", "")],
    ),
    ("Minister of Trade Kari Lund will travel to Lima on 12 March 2025.", [("Kari Lund", "Lima", "2025-03-12", "planned", "")]),
    ("President Luis Soto is currently on a working visit to Oslo.", [("Luis Soto", "Oslo", None, "ongoing", "working")]),
    (
        "The Speaker of the Peruvian parliament, Ana Ruiz, led a delegation to Bergen in May 2017.",
        [("Ana Ruiz", "Bergen", "2017-05", "actual", "")],
    ),
    (
        "A business delegation headed by Deputy Minister Ana Ruiz stayed in Bergen on 6-8 June 2022.",
        [("Ana Ruiz", "Bergen", "2022-06-06/2022-06-08", "actual", "")],
    ),
    (
        "President Luis Soto and a high-ranking delegation arrived in Oslo on 3 May 2019, beginning a three-day visit to Norway.",
        [("Luis Soto", "Oslo", "2019-05-03", "actual", "")],
    ),
    (
        "Peru's Minister of Energy Ana Ruiz attended the Arctic Forum in Bergen in March 2021.",
        [("Ana Ruiz", "Bergen", "2021-03", "actual", "")],
    ),
    (
        "In 2019 a delegation of the Lima Port went to Bergen and in May 2020 the port of Bergen sent a letter.",
        [("delegation of the Lima Port", "Bergen", "2019", "actual", "")],
    ),
]

LISTS = [
    (
        (
            "(1) Norway to Peru\n2004 | King Harald Olsen\nMay 2015 | Minister of Trade Monica Berg (working visit)\n"
            "(2) Peru to Norway\nMarch 2008 | President Luis Soto\n"
        ),
        [
            ("Harald Olsen", "Peru", "2004", "actual", ""),
            ("Luis Soto", "Norway", "2008-03", "actual", ""),
            ("Monica Berg", "Peru", "2015-05", "actual", "working"),
        ],
    ),
    (
        (
            "From Peru to Norway\nPresident Luis Soto (1975)\nForeign Minister Rosa Cordero (2008, 2013)\n\n"
            "From Norway to Peru\nForeign Minister Kari Lund (1992)\n"
        ),
        [
            ("Luis Soto", "Norway", "1975", "actual", ""),
            ("Kari Lund", "Peru", "1992", "actual", ""),
            ("Rosa Cordero", "Norway", "2008", "actual", ""),
            ("Rosa Cordero", "Norway", "2013", "actual", ""),
        ],
    ),
    (
        "2019\nAugust – Minister of Trade Ana Ruiz in Bergen\n2023\n25-26 August – President Luis Soto, State Visit, Oslo; signing of two treaties\n",
        [("Ana Ruiz", "Bergen", "2019-08", "actual", ""), ("Luis Soto", "Oslo", "2023-08-25/2023-08-26", "actual", "state")],
    ),
    (
        "2014\n12-14 March – official visit of Prime Minister Kari Lund to Peru\n2016\n3 May – Foreign Minister Ana Ruiz in Oslo and Bergen\n",
        [("Kari Lund", "Peru", "2014-03-12/2014-03-14", "actual", "official"), ("Ana Ruiz", "Bergen and Oslo", "2016-05-03", "actual", "")],
    ),
]

EXPECTED = "A delegation of the Lima Port is expected in Bergen in June 2023."

NONE = [
    "President Luis Soto has accepted an invitation to visit Oslo.",
    "The Foreign Minister invited his counterpart to visit Lima.",
    "President Luis Soto invited Prime Minister Erik Dahl to pay an official visit to Lima.",
    "Five million tourists visited Peru in 2018.",
    "Our students visited the museum in Oslo.",
    "During the visit the sides discussed fishing.",
    "It was the first visit by a Peruvian president.",
    "Ambassador Kari Lund has been in office in Lima since 2020.",
    "Ambassador Kari Lund arrived in Lima in May 2020.",
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_visits_in_prose(text: str, expected: list[tuple[str, str, str | None, str, str]]) -> None:
    assert visits(HEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_visits(text: str, expected: list[tuple[str, str, str | None, str, str]]) -> None:
    assert visits(LIST + text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_visit(text: str) -> None:
    assert visits(HEAD + text) == []


def test_who_invited() -> None:
    text = "At the invitation of President Luis Soto, Prime Minister Petr Novak paid an official visit to Peru on 6 November 2022."
    found = [s for s in extract(Document(text=HEAD + text, source="page.txt", language="en"), "rules") if s.kind == "Visit"]
    assert [m.name for s in found for m in s.roles["host"]] == ["Luis Soto"]


def test_who_is_expected_is_to_come() -> None:
    assert visits(HEAD + EXPECTED) == [("delegation of the Lima Port", "Bergen", "2023-06", "planned", "")]


def test_a_month_alone_stands_under_its_year() -> None:
    text = LIST + "2013\nMay – President Luis Soto, official visit to Oslo.\n2016\nMarch – Prime Minister Kari Lund went to Lima; talks followed.\n"
    assert visits(text) == [("Luis Soto", "Oslo", "2013-05", "actual", "official"), ("Kari Lund", "Lima", "2016-03", "actual", "")]


def test_a_name_a_colon_and_the_sort_of_visit() -> None:
    text = "Peru and Norway\n\nNorwegian Prime Minister Kari Lund: official visit, 3 May 2019."
    found = [s for s in extract(Document(text=text, source="page.txt", published="2023-05-10", language="en"), "rules") if s.kind == "Visit"]
    assert [(s.roles["visitor"][0].name, s.roles["destination"][0].name, s.time) for s in found] == [("Kari Lund", "Peru", "2019-05-03")]


def test_the_latter_is_who_was_named_last() -> None:
    text = "President Ana Ruiz and Prime Minister Per Dahl hoped for more trade during the latter's official visit to Peru from 14 to 20 March 2022."
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Visit"]
    assert [(s.roles["visitor"][0].name, s.roles["destination"][0].id, s.time) for s in found] == [("Per Dahl", "PE", "2022-03-14/2022-03-20")]


def test_the_country_is_that_of_the_city_where_no_country_was_named() -> None:
    text = "President Ana Ruiz arrived in Oslo on 3 May 2020.\n\nShe is paying a three-day visit to the country."
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Visit"]
    assert [s.roles["destination"][0].name for s in found] == ["Oslo", "Norway"]


def test_names_that_are_also_places_tell_no_home() -> None:
    """A family name that a province bears says nothing of where somebody comes from."""
    text = "Peru and Norway\n\nVisits to Norway\n\n- May 2022 – President Borja Logar, official visit\n"
    found = [s for s in extract(Document(text=text, source="page.txt", published="2023", language="en"), "rules") if s.kind == "Visit"]
    assert [[m.name for m in s.roles["destination"]] for s in found] == [["Norway"]]
    assert all(m.name != "Afghanistan" for s in found for m in s.roles.get("origin", ()))


def test_here_is_the_city_that_the_news_is_sent_from() -> None:
    text = (
        "LIMA, May 3 (AGN) -- Norway's Foreign Minister Kari Lund arrived here on Friday on a two-day official visit.\n\nShe met President Ana Ruiz."
    )
    found = extract(Document(text=text, source="page.txt", published="2019-05-03", language="en"), "rules")
    assert [(s.roles["visitor"][0].name, s.roles["destination"][0].name, s.time) for s in found if s.kind == "Visit"] == [
        ("Kari Lund", "Lima", "2019-05-03")
    ]
    assert [s.time for s in found if s.kind == "Meeting"] == ["2019-05-03"]


def test_a_label_says_which_way_the_travellers_of_its_line_went() -> None:
    text = (
        "Peru and Norway\n\nVisits\n\na) Peru to Norway: President Ana Ruiz (April 2004), Prime Minister Luis Rojas (2015, 2017).\n\n"
        "b) Norway to Peru: Prime Minister Kari Lund (December 2023, expected).\n"
    )
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Visit"]
    assert [(s.roles["visitor"][0].name, s.roles["destination"][0].name, s.time, s.modality.value) for s in found] == [
        ("Ana Ruiz", "Norway", "2004-04", "actual"), ("Luis Rojas", "Norway", "2015", "actual"), ("Luis Rojas", "Norway", "2017", "actual"),
        ("Kari Lund", "Peru", "2023-12", "planned"),
    ]  # fmt: skip


def test_a_visit_may_open_its_line() -> None:
    text = "Peru and Norway\n\nVisits\n\n– Visit to Norway of the Minister of Trade, Mr. Luis Rojas (March 2017).\n"
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Visit"]
    assert [(s.roles["visitor"][0].name, s.roles["destination"][0].name, s.time) for s in found] == [("Luis Rojas", "Norway", "2017-03")]


ARROWS = """Embassy of Norway in Peru

5. High-level visits
<Norway → Peru>
o 2013.10 Foreign Minister Per Dahl
o 2018.7 Prime Minister Ingrid Lund (official visit)

<Peru → Norway>
o 2008.5 President Ana Ruiz
"""


def test_lists_under_arrows_and_months_in_figures() -> None:
    found = extract(Document(ARROWS, "page.txt", language="en", published="2022-09"), "rules")
    assert {(s.roles["visitor"][0].name, s.roles["destination"][0].id, s.time) for s in found if s.kind == "Visit"} == {
        ("Per Dahl", "PE", "2013-10"), ("Ingrid Lund", "PE", "2018-07"), ("Ana Ruiz", "NO", "2008-05"),
    }  # fmt: skip
