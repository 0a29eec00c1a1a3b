"""Meetings: who met, received, called on or talked with whom; sessions of bodies."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

HEAD = "News of Peru and Norway.\n\n"


def meetings(text: str) -> list[tuple[str, str, str | None, str]]:
    """Give (participants, place, time, modality) of every meeting of a text."""
    found = []
    for statement in extract(Document(text=HEAD + text, source="page.txt", published="2023-05-10", language="en"), "rules"):
        if statement.kind == "Meeting":
            who, place = (" and ".join(sorted(m.name for m in statement.roles.get(role, ()))) for role in ("participant", "place"))
            found.append((who, place, statement.time, statement.modality.value))
    return sorted(found)


PEOPLE = [
    (
        "At a meeting with Minister Kari Lund on 7 May 2019 Ambassador Pablo Diaz invited her to Lima.",
        [("Kari Lund and Pablo Diaz", "", "2019-05-07", "actual")],
    ),
    (
        (
            "Prime Minister Karl Dahl is in Lima. On 3 May 2019 Foreign Minister Ana Ruiz met Foreign Minister Kari Lund. "
            "The two foreign ministers will review the plan on 9 June 2023."
        ),
        [("Ana Ruiz and Kari Lund", "", "2019-05-03", "actual"), ("Ana Ruiz and Kari Lund", "", "2023-06-09", "planned")],
    ),
    (
        "The 2nd meeting of the Joint Commission was held in April 2012 in Lima, the 3rd meeting of the Commission in Oslo was held on 3 May 2015.",
        [("Norway and Peru", "Lima", "2012-04", "actual"), ("Norway and Peru", "Oslo", "2015-05-03", "actual")],
    ),
    (
        "Minister Ana Ruiz will hold talks with Foreign Minister Shah Karim Ulvik and call on President Erik Dahl on 4 June 2023.",
        [("Ana Ruiz and Erik Dahl", "", "2023-06-04", "planned"), ("Ana Ruiz and Shah Karim Ulvik", "", "2023-06-04", "planned")],
    ),
    (
        "On 9 May 2019 President Ts.Batsaikhan met Prime Minister Kh. Oyuun in Oslo.",
        [("Kh. Oyuun and Ts.Batsaikhan", "Oslo", "2019-05-09", "actual")],
    ),
    (
        "On 5 May 2019 Foreign Minister Ana Ruiz met with her Norwegian counterpart Erik Dahl in Oslo.",
        [("Ana Ruiz and Erik Dahl", "Oslo", "2019-05-05", "actual")],
    ),
    (
        "In Lima Minister Kari Lund met Vice-President Carla Soto and Mayor Pablo Diaz on 6 May 2019.",
        [("Carla Soto and Kari Lund", "Lima", "2019-05-06", "actual"), ("Kari Lund and Pablo Diaz", "Lima", "2019-05-06", "actual")],
    ),
    ("Prime Minister Erik Dahl was received by President Luis Rojas on 4 March 2018.", [("Erik Dahl and Luis Rojas", "", "2018-03-04", "actual")]),
    (
        "Ambassador Lena Vogt called on the Minister of Health, Dr. Amina Yusuf, on 3 June 2021.",
        [("Amina Yusuf and Lena Vogt", "", "2021-06-03", "actual")],
    ),
    (
        "The Presidents of Peru and Norway, Luis Rojas and Erik Dahl, met in Paris on 25 September 2018.",
        [("Erik Dahl and Luis Rojas", "Paris", "2018-09-25", "actual")],
    ),
    (
        "On 2 April 2020 a telephone conversation took place between President Luis Rojas and Prime Minister Erik Dahl.",
        [("Erik Dahl and Luis Rojas", "", "2020-04-02", "actual")],
    ),
    (
        "President Luis Rojas and his Norwegian counterpart, Erik Dahl, agreed at a meeting in Lima on 5 May 2018 to open a consulate.",
        [("Erik Dahl and Luis Rojas", "Lima", "2018-05-05", "actual")],
    ),
    (
        "A Peruvian delegation led by Deputy Minister Ana Ruiz held consultations with State Secretary Erik Dahl in Oslo on 5 May 2018.",
        [("Ana Ruiz and Erik Dahl", "Oslo", "2018-05-05", "actual")],
    ),
    (
        "A meeting between Minister Ana Ruiz and Minister Erik Dahl, planned for 3 May 2021, was cancelled.",
        [("Ana Ruiz and Erik Dahl", "", "2021-05-03", "negated")],
    ),
    ("Minister Ana Ruiz will meet Minister Erik Dahl in Bergen on 3 June 2023.", [("Ana Ruiz and Erik Dahl", "Bergen", "2023-06-03", "planned")]),
    (
        "PHOTO 1: President Luis Rojas and King Harald Olsen at the Palace, Lima, 27 April 2023",
        [("Harald Olsen and Luis Rojas", "Lima", "2023-04-27", "actual")],
    ),
    (
        (
            "President Luis Rojas received President Carla Soto on 3 May 2019.\n"
            "The two Presidents co-chaired the first meeting of the Andean Council in Lima on 4 May 2019."
        ),
        [("Carla Soto and Luis Rojas", "", "2019-05-03", "actual"), ("Carla Soto and Luis Rojas", "Lima", "2019-05-04", "actual")],
    ),
]

BODIES = [
    (
        "The fourth session of the Peru-Norway Joint Commission was held in Lima on 3-4 May 2016.",
        [("Norway and Peru", "Lima", "2016-05-03/2016-05-04", "actual")],
    ),
    (
        "The 5th session of the Joint Commission took place in Oslo on 12 June 2018, co-chaired by Minister Ana Ruiz and State Secretary Erik Dahl.",
        [("Ana Ruiz and Erik Dahl", "Oslo", "2018-06-12", "actual")],
    ),
    ("The Joint Commission met in Lima on 3 May 2012.", [("Norway and Peru", "Lima", "2012-05-03", "actual")]),
    (
        "Political consultations between the Ministries of Foreign Affairs of Peru and Norway took place in Lima on 5 October 2019.",
        [("Norway and Peru", "Lima", "2019-10-05", "actual")],
    ),
    ("Consultations between foreign ministries were held in Oslo in March 2020.", [("Norway and Peru", "Oslo", "2020-03", "actual")]),
    ("The next session of the Joint Commission will take place in Oslo in 2025.", [("Norway and Peru", "Oslo", "2025", "planned")]),
]

NONE = [
    "The students met their teachers in Lima on 3 May 2019.",
    "The sides will meet all their obligations by 2025.",
    "The minister spoke about fishing in Oslo.",
    "Relations between Peru and Norway are discussed every year.",
    "President Luis Rojas has received an award.",
    "President Luis Rojas met eight hectares of land on 3 May 2019.",
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_who_met_whom(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    assert meetings(text) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_sessions_of_bodies(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    assert meetings(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_meeting(text: str) -> None:
    assert meetings(text) == []
