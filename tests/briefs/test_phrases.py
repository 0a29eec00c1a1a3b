import pytest

from dostyk.briefs import phrases
from dostyk.briefs.filling import fill, fill_first


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("1964-05-05", "on 5 May 1964"),
        ("1964-05", "in May 1964"),
        ("1964", "in 1964"),
        ("2018-05-03/2018-05-06", "on 3–6 May 2018"),
        ("2018-05-30/2018-06-02", "from 30 May to 2 June 2018"),
        ("2018-01/2018-05", "in January–May 2018"),
        ("2015/2020", "from 2015 to 2020"),
        ("2003-08/..", "since August 2003"),
        ("../2031-12-31", "by 31 December 2031"),
        ("2014~", "around 2014"),
        (None, ""),
    ],
)
def test_when(time: str | None, words: str) -> None:
    assert phrases.when(time) == words


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("embassy", "an embassy"),
        ("state visit", "a state visit"),
        ("union", "a union"),
        ("diplomatic relations", "diplomatic relations"),
        ("the treaty", "the treaty"),
        ("consensus", "a consensus"),
    ],
)
def test_article(words: str, wanted: str) -> None:
    assert phrases.article(words) == wanted


def test_plural() -> None:
    assert [phrases.plural(w) for w in ("consulate general", "embassy", "visa office")] == ["consulates general", "embassies", "visa offices"]


def test_filling_drops_what_is_not_known() -> None:
    slots = {"visitor": "Dahl", "destination": "Kenya", "when": ""}
    assert fill("{visitor} visited {destination}[ {when}][, hosted by {host}]", slots) == "Dahl visited Kenya"
    assert fill("{visitor} paid {a_visit_type} visit", slots) is None
    assert fill_first(["{host} came", "{visitor} came"], slots) == "Dahl came"


def test_filling_never_reads_slots_as_templates() -> None:
    assert fill("{visitor}[ at {place}]", {"visitor": "{place} [x]", "place": ""}) == "{place} [x]"
