"""Events: what took place, was called off or is to come, where and when, who held it and who took part."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Found = tuple[str, str, str | None, str]


def events(text: str) -> list[Found]:
    """Give (event, places, time, modality) of every event of a text, in order of time and name."""
    found = []
    for statement in extract(Document(text=text, source="page.txt", published="2023-06-15", language="en"), "rules"):
        if statement.kind == "Event":
            names = [" and ".join(m.name for m in statement.roles.get(role, ())) for role in ("event", "place")]
            found.append((names[0], names[1], statement.time, statement.modality.value))
    return sorted(found, key=lambda f: (f[2] or "", f[0]))


def who(text: str, role: str) -> list[str]:
    """Give the names in one role of a text's only event."""
    (event,) = [s for s in extract(Document(text=text, source="page.txt", published="2023-06-15", language="en"), "rules") if s.kind == "Event"]
    return [m.name for m in event.roles.get(role, ())]


HELD = [
    ("The Peru–Norway Business Forum was held in Oslo on 5 June 2020.", ("Peru–Norway Business Forum", "Oslo", "2020-06-05", "actual")),
    (
        "On 12 March 2021, an exhibition of Maltese icons opened at the National Museum in Lima.",
        ("exhibition of Maltese icons", "National Museum and Lima", "2021-03-12", "actual"),
    ),
    ("The year 2018 was declared the Year of Chile in Portugal.", ("Year of Chile", "Portugal", "2018", "actual")),
    (
        "In 2015 the two countries celebrated the 40th anniversary of diplomatic relations.",
        ("40th anniversary of diplomatic relations", "", "2015", "actual"),
    ),
    ("The Embassy of Chile organised a film week in Oslo in November 2017.", ("film week", "Oslo", "2017-11", "actual")),
    ("The documentary “Silent Andes” was screened in Lisbon in October 2016.", ("documentary “Silent Andes”", "Lisbon", "2016-10", "actual")),
    (
        "A training course for Zambian diplomats was conducted in Lima in March 2012.",
        ("training course for Zambian diplomats", "Lima", "2012-03", "actual"),
    ),
    ("Lima will host the Andean Games in September 2024.", ("Andean Games", "Lima", "2024-09", "planned")),
    ("The opening ceremony of the Chilean Film Festival was held in Oslo on 8 June 2018.", ("Chilean Film Festival", "Oslo", "2018-06-08", "actual")),
    ("A Maltese art exhibition goes on show in Lima on 3 July 2023.", ("Maltese art exhibition", "Lima", "2023-07-03", "planned")),
]


@pytest.mark.parametrize(("text", "wanted"), HELD)
def test_what_is_held(text: str, wanted: Found) -> None:
    assert events(text) == [wanted]


CALLED_OFF = [
    ("The Nigeria–Malta Trade Forum, scheduled for September 2020, was cancelled because of the pandemic.", "negated"),
    ("The Chile–Malta Mining Forum, due to be held in Lima in March 2020, was called off.", "negated"),
    ("The Lima Book Fair will not take place in 2021.", "negated"),
    ("The Chile–Malta Mining Forum was postponed to May 2024.", "planned"),
]


@pytest.mark.parametrize(("text", "modality"), CALLED_OFF)
def test_what_is_called_off_or_put_off(text: str, modality: str) -> None:
    assert [modality_found for *_, modality_found in events(text)] == [modality]


TAKING_PART = [
    ("Chile took part in the Oslo Energy Summit in 2022.", ["Chile"]),
    ("President Ana Ruiz spoke at the Oslo Security Forum on 4 October 2022.", ["Ana Ruiz"]),
    ("President Ana Ruiz opened the Malta–Chile Business Forum in Valletta on 4 May 2018.", ["Ana Ruiz"]),
    ("Malta was the guest country of the Lima Book Fair in 2017.", ["Malta"]),
]


@pytest.mark.parametrize(("text", "wanted"), TAKING_PART)
def test_who_takes_part(text: str, wanted: list[str]) -> None:
    assert who(text, "participant") == wanted


def test_who_holds_it() -> None:
    text = "A seminar on water was organised by the Embassy of Malta and the University of Lima in June 2016."
    assert who(text, "organiser") == ["Embassy of Malta", "University of Lima"]


LINES = [
    ("- 1998: youth choir festival in Lima", ("youth choir festival", "Lima", "1998", "actual")),
    ("- 4–20 October 2018: exhibition “Masks of Mali”, Oslo", ("exhibition “Masks of Mali”", "Oslo", "2018-10-04/2018-10-20", "actual")),
    ("2019 | Days of Maltese Cinema (cancelled) | Lima", ("Days of Maltese Cinema", "Lima", "2019", "negated")),
    ("- June 2004: participation of firms in the Oslo Harbour Days", ("Oslo Harbour Days", "Oslo", "2004-06", "actual")),
]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_lines_without_a_verb(text: str, wanted: Found) -> None:
    page = f"Cultural events\n\n{text}\n- 2021: twinning agreement\n"
    assert wanted[0] in [name for name, *_ in events(page)]
    assert next(e for e in events(page) if e[0] == wanted[0])[2:] == wanted[2:]


NOTHING = [
    "Joint events are held regularly.",
    "Political dialogue is being held at all levels.",
    "Cultural exchanges, exhibitions and concerts strengthen friendship.",
    "The sides noted the importance of holding business forums.",
    "The Pacific Islands Forum has 18 members.",
    "The cooperation programme is implemented successfully.",
    "The forum was attended by 300 businessmen.",
    "The National Assembly met in Lima.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_everyday_talk_gives_nothing(text: str) -> None:
    assert events(text) == []


MORE = [
    ('The exercise "Desert Eagle 2023" was held in Lima in May 2023.', ('exercise "Desert Eagle 2023"', "Lima", "2023-05", "actual")),
    ("Minister Ana Silva attended the presidential inauguration in March 2022.", ("presidential inauguration", "", "2022-03", "actual")),
    ("Thirty teachers were trained in Busan in June 2021.", ("training of Thirty teachers", "Busan", "2021-06", "actual")),
    ("- June 2024 – 30 years of diplomatic relations", ("30 years of diplomatic relations", "", "2024-06", "planned")),
    ("- 5 May 2015: lecture by Prof. Ana Silva", ("lecture by Prof. Ana Silva", "", "2015-05-05", "actual")),
]


@pytest.mark.parametrize(("text", "wanted"), MORE)
def test_events_of_lines_and_of_other_verbs(text: str, wanted: Found) -> None:
    assert events(text) == [wanted]


def test_an_opening_concert_is_an_event_too() -> None:
    text = "The Days of Chilean Culture kicked off on 4 October 2022 at the Lima Opera House with a concert by the Andes Soloists."
    assert ("concert by the Andes Soloists", "Lima Opera House", "2022-10-04", "actual") in events(text)


def test_months_under_a_heading_about_a_year() -> None:
    text = "Chile and Norway\n\nEvents in 2015:\n- 21 March: Chilean Film Days, Oslo\n- September: concert of the Lima Orchestra in Oslo\n"
    assert [found[2] for found in events(text)] == ["2015-03-21", "2015-09"]


def test_anniversary_that_another_event_is_held_for() -> None:
    """Days of culture that mark an anniversary are the event; the anniversary is no second one."""
    text = "On 5 May 2023 the Days of Ghanaian Culture opened in Suva, marking the 25th anniversary of diplomatic relations."
    assert events(text) == [("Days of Ghanaian Culture", "Suva", "2023-05-05", "actual")]
