"""Projects: what is planned, built, opened or dropped, where, by whom, and how far it is."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Found = tuple[str, str, str | None, str]


def projects(text: str) -> list[Found]:
    """Give (project, stage, time, modality) of every project of a text, in order of time and name."""
    found = []
    for statement in extract(Document(text=text, source="page.txt", published="2023-06-15", language="en"), "rules"):
        if statement.kind == "Project":
            name = " and ".join(m.name for m in statement.roles["project"])
            found.append((name, statement.attributes.get("stage", ""), statement.time, statement.modality.value))
    return sorted(found, key=lambda f: (f[2] or "", f[0]))


def role(text: str, name: str) -> list[str]:
    """Give the names in one role of a text's only project."""
    (project,) = [s for s in extract(Document(text=text, source="page.txt", published="2023-06-15", language="en"), "rules") if s.kind == "Project"]
    return [m.name for m in project.roles.get(name, ())]


TOLD = [
    ("The Inambari hydropower plant was commissioned in 2020.", ("Inambari hydropower plant", "operating", "2020", "actual")),
    ("The Lima–Cusco railway was inaugurated on 30 October 2017.", ("Lima–Cusco railway", "operating", "2017-10-30", "actual")),
    ("The Tana wind farm, financed by a Danish bank, is under construction.", ("Tana wind farm", "under construction", None, "actual")),
    ("A bridge over the Tana was opened in 2021.", ("bridge over the Tana", "operating", "2021", "actual")),
    ("The Tana nuclear power plant will be completed in 2026.", ("Tana nuclear power plant", "planned", "2026", "planned")),
    ("The plan for a railway between Lima and Arequipa was abandoned.", ("railway between Lima and Arequipa", "cancelled", None, "actual")),
    ("The foundation stone of the Tana dam was laid on 2 December 2015.", ("Tana dam", "under construction", "2015-12-02", "actual")),
    ("The rehabilitation of the Tana dam is financed by Norway.", ("Tana dam", "under construction", None, "actual")),
    ("A 50 MW solar power plant was put into operation in Lima in 2022.", ("50 MW solar power plant", "operating", "2022", "actual")),
    ("Direct flights between Lima and Oslo were launched in June 2018.", ("Direct flights between Lima and Oslo", "operating", "2018-06", "actual")),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_said_of_a_work(text: str, wanted: Found) -> None:
    assert projects(text) == [wanted]


def test_two_steps_of_one_work() -> None:
    text = "Construction of the Lima–Callao bridge began in June 2014 and was completed in 2018."
    assert [(stage, time) for _, stage, time, _ in projects(text)] == [("under construction", "2014-06"), ("completed", "2018")]


def test_later_sentences_refer_back() -> None:
    text = "Norsk Kraft is building the Tana hydropower plant in Kenya. Works began in July 2019. Commissioning is due in June 2024."
    assert projects(text)[1:] == [
        ("Tana hydropower plant", "under construction", "2019-07", "actual"),
        ("Tana hydropower plant", "operating", "2024-06", "expected"),
    ]


def test_examples_of_projects() -> None:
    text = "Norwegian companies have implemented major projects such as the Tana tunnel, the Mara bridge and the Lima metro."
    assert [(name, stage) for name, stage, *_ in projects(text)] == [
        ("Lima metro", "completed"),
        ("Mara bridge", "completed"),
        ("Tana tunnel", "completed"),
    ]


BEHIND = [
    ("The Norwegian company Veidekke is building a highway between Lima and Ica.", ["Norwegian company Veidekke"]),
    ("The Tana refinery was built by a Danish consortium in 1999.", ["Danish consortium"]),
    ("Norway financed the Greater Lima Connectivity Project.", ["Norway"]),
    ("The Tana dam was inaugurated by President Ana Ruiz in 2012.", []),
]


@pytest.mark.parametrize(("text", "wanted"), BEHIND)
def test_who_stands_behind_it(text: str, wanted: list[str]) -> None:
    assert role(text, "participant") == wanted


LINES = [
    ("1. Rehabilitation of the Lima–Ica road: USD 40 million, completed in 2016.", ("Lima–Ica road", "completed", "2016", "actual")),
    ("2. Tana hydropower plant: under construction since 2015.", ("Tana hydropower plant", "under construction", "2015", "actual")),
]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_lines_without_a_verb(text: str, wanted: Found) -> None:
    assert wanted in projects(f"Projects\n\n{text}\n9. Other matters\n")


NOTHING = [
    "The Belt and Road Initiative promotes trade.",
    "The two countries are implementing the One Belt One Road initiative.",
    "New routes are opening.",
    "Projects are being implemented in many fields.",
    "The parties discussed joint projects in energy.",
    "The road to peace is long.",
    "The plant employs 500 people.",
    "They built a strong partnership in Lima.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_everyday_talk_gives_nothing(text: str) -> None:
    assert projects(text) == []


MORE = [
    ("Through the Andes Pipeline, commissioned on 3 May 2020, gas reaches Chile.", ("Andes Pipeline", "operating", "2020-05-03", "actual")),
    (
        "The Tana mini-hydro plant, which Norsk Kraft broke ground on in May 2021, has 32 MW.",
        ("Tana mini-hydro plant", "under construction", "2021-05", "actual"),
    ),
    ("The company Norsk Kraft announced plans for a 300-room resort on Jeju in 2022.", ("300-room resort on Jeju", "planned", "2022", "planned")),
    ("The free trade zone foreseen between Tumbes and Loja is still at the stage of study.", ("free trade zone", "planned", None, "actual")),
    ("Loayza hospital received the new surgery building on 26 March 2014.", ("new surgery building", "completed", "2014-03-26", "actual")),
    ("- Second bridge Tumbes–Loja: tender planned for 2024", ("Second bridge Tumbes–Loja", "planned", "2024", "planned")),
    ("- Passenger train Tumbes–Loja: back in service since July 2022", ("Passenger train Tumbes–Loja", "operating", "2022-07", "actual")),
    ("Direct flights Busan–Lima were resumed in August 2020.", ("Direct flights Busan–Lima", "operating", "2020-08", "actual")),
    ("The rumour that Norsk Kraft will build a factory in Lima is not true.", ("factory", "cancelled", None, "negated")),
]


@pytest.mark.parametrize(("text", "wanted"), MORE)
def test_what_lines_and_side_clauses_say_of_a_work(text: str, wanted: Found) -> None:
    assert projects(text) == [wanted]


def test_a_step_told_beside_another_clause_belongs_to_the_work_named_before() -> None:
    text = (
        "Peru and Norway\n\nThe Lima Light Rail project, with Norwegian involvement, marks a milestone. "
        "The trains have been brought to Lima, with test operations on some sections expected by year-end."
    )
    assert projects(text) == [("Lima Light Rail project", "", None, "actual"), ("Lima Light Rail project", "testing", "2023-12", "expected")]


def test_what_stands_between_a_place_and_a_work_is_no_person() -> None:
    assert projects("The Bergen Light Rail project was launched in 2019, with completion planned for 2026.") == [
        ("Bergen Light Rail project", "under construction", "2019", "actual"), ("Bergen Light Rail project", "completed", "2026", "expected"),
    ]  # fmt: skip
