"""Dates that cannot be."""

from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.facts.findings.impossible import dates_that_cannot_be


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He came on 31 June 2018.", "en"),
        ("June 31, 2018", "en"),
        ("from 28 to 30 February", "en"),
        ("On 29 February 2019 it rained.", "en"),
        ("2019-02-30", "en"),
        ("30.02.2019", "en"),
        ("Он приехал 31 апреля 2020 года.", "ru"),
        ("2019年2月30日", "zh"),
        ("They met on Friday, 5 May 2020.", "en"),
    ],
)
def test_no_calendar_has_them(text: str, language: str) -> None:
    assert len(dates_that_cannot_be(text, language)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On 29 February 2020 it rained.",
        "In June 31 schools opened.",
        "12.13.2019",
        "They met on Tuesday, 5 May 2020.",
        "On Friday, 5 May 1820, by their own calendar.",
        "1.31 may do",
    ],
)
def test_calendars_have_these(text: str) -> None:
    assert not dates_that_cannot_be(text, "en")


def test_statements_on_the_line_are_shown(tell: Any, said: Any) -> None:
    roles = {"visitor": "Ana Reis", "destination": "Angola"}
    page = tell("Lisbon Letter", "2019", said("Visit", "On 31 June 2018 Ana Reis came", roles), said("Visit", "she left in July", roles, "2018-07"))
    (finding,) = [g for g in reconcile(page)[1] if g.type == "impossible date"]
    assert finding.statements == (page[0],)
    assert "31 June 2018" in finding.summary and "No calendar" in finding.reason


def test_an_end_before_the_beginning(tell: Any, said: Any) -> None:
    page = tell("Lisbon Letter", "2019", said("Visit", "from May back to March", {"visitor": "Ana Reis", "destination": "Angola"}, "2018-05/2018-03"))
    (finding,) = [g for g in reconcile(page)[1] if g.type == "impossible date"]
    assert "ends before it begins" in finding.summary
