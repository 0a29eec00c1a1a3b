"""What is known about a text: cases of front lines and of derived dates, as data."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dostyk.documents.claims import Claim, Page, Trust
from dostyk.documents.dating import derive_date
from dostyk.documents.metadata import describe
from dostyk.settings import Given

HERE = Path(__file__).parent


def cases(file: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in tomllib.loads((HERE / file).read_text("utf-8"))["case"]]


@pytest.mark.parametrize("case", cases("front.toml"))
def test_front_lines(case: dict[str, str]) -> None:
    known = describe(Page(case["text"]), Given(), "page.txt")
    found = {field: known[field].value for field in ("title", "publisher", "published") if field in known}
    assert found == {field: case[field] for field in ("title", "publisher", "published") if field in case}


@pytest.mark.parametrize("case", cases("dating.toml"))
def test_derived_dates(case: dict[str, str]) -> None:
    derived = derive_date(case["text"])
    assert (derived.edtf if derived else "") == case["published"]
    assert derived is None or derived.reason


def test_what_the_user_says_stands_above_the_page() -> None:
    page = Page(
        "Title of it\n\nUpdated: 2019-01-02\n\nThe text of the page is here and it is in English.",
        (Claim("publisher", "The Page", Trust.MARKUP, "head"),),
    )
    known = describe(page, Given(published="2015-05", publisher="The User", url="https://user.example/a"), "page.txt")
    assert {field: known[field].value for field in ("published", "publisher", "url")} == {
        "published": "2015-05",
        "publisher": "The User",
        "url": "https://user.example/a",
    }
    assert known["published"].reason == "given by the user"


def test_an_address_holds_a_date() -> None:
    known = describe(
        Page("The two sides met and talked about the railway."), Given(url="https://paper.example/en/2021/03/09/railway.html"), "page.txt"
    )
    assert known["published"].value == "2021-03-09"


def test_every_claim_has_a_reason() -> None:
    known = describe(Page("Big news\n\nUpdated: 2019-01-02\n\nThe text of the page is here and it is in English."), Given(), "page.txt")
    assert all(claim.reason for claim in known.values())
    assert known["published"].trust is Trust.UPDATED


def test_a_writer_s_line_between_bars_gives_the_day() -> None:
    text = "Cod and coffee\n\nBy Ana Ruiz Mora | The Fjord Herald, Bergen | 17 August 2022\n\nNorway and Peru trade in both.\n"
    assert describe(Page(text), Given(), "page.txt")["published"].value == "2022-08-17"


def test_a_body_that_signs_its_text_at_the_end_dates_it() -> None:
    body = "The institute was opened by the rector, and the guests from Peru walked through its rooms. " * 6
    text = f"An institute opens\n\n{body}\n\nFaculty of Letters Press Office, 9.10.2023\n"
    assert describe(Page(text), Given(), "page.txt")["published"].value == "2023-10-09"


def test_a_dateline_without_a_year_takes_the_year_in_which_its_day_is_the_weekday_of_the_news() -> None:
    text = (
        "Envoy comes for talks\n\nOSLO, Nov 14 (NNA) -- The minister of Peru arrived here on Tuesday and met the press at the port.\n\n"
        "Peru lifted its ban on visas in May 2021 and sold more cod in 2022.\n"
    )
    assert describe(Page(text), Given(), "page.txt")["published"].value == "2023-11-14"
