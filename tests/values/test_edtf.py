"""EDTF strings: accepted, refused, measured, compared, shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.values import edtf

VALID = """1987 1987-06 1987-06-05 0000 -0044 199X 19XX 1987-XX 1987-XX-XX 1987-06-XX XXXX-05-15 XXXX-05 19X4-02-29
2019-21 2019-24 2025-33 2025-41 2003? 2003~ 2003-08% 2003-?08 ?2003-08~-11 1987/1990 1987-06/.. ../1987 1987/ /1987 2019-22/2019-23
2024-06-11/2024-07 2024-01/2024 198X/199X Y12345 Y-12345 Y17E6 1950S2 [1667,1668..1670] {..1984} {1960,1961-12..}
1987-06-05T23:59:59 1987-06-05T01:02:03Z 1987-06-05T01:02:03+05:30""".split()
INVALID = """198 19876 1987-13 1987-00 1987-06-31 1987-02-29 19X3-02-29 1987-2X 1987-06-4X 1987-6-5 -0000 2019-20 2019-42 2019-21-05
/ ../1987/1990 1990/1987 1987-07/1987-06 1987-06-05/1987-06-04 1987-06/1987 Y1987 1987S [] {} [1990..1987] [1987,..1990] 1987-06-05T24:30:00
1987-06-05T1:02:03 1987-06-05T01:02:03+24 19870605 1987?? NONE ٢٠١٥""".split()


@pytest.mark.parametrize("text", VALID)
def test_valid(text: str) -> None:
    assert edtf.is_valid(text)
    edtf.bounds(text)
    assert edtf.show(text)
    assert edtf.precision(text)


@pytest.mark.parametrize("text", [*INVALID, "", " 1987", "1987 ", "1987\n", "[1987, 1990]"])
def test_invalid(text: str) -> None:
    assert not edtf.is_valid(text)
    with pytest.raises(ValueError, match="not an EDTF date"):
        edtf.bounds(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2025-35", "2025-07-01", "2025-09-30"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2024-01/2024-05", "2024-01-01", "2024-05-31"),
        ("2018/..", "2018-01-01", None),
        ("../2020", None, "2020-12-31"),
        ("XXXX-05-15", None, None),
        ("-0043", None, None),
        ("[2001,2003-05]", "2001-01-01", "2003-05-31"),
        ("19X4-02-29", "1904-02-29", "1984-02-29"),
    ],
)
def test_bounds(text: str, first: str | None, last: str | None) -> None:
    assert edtf.bounds(text) == tuple(date.fromisoformat(day) if day else None for day in (first, last))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2006-11-16", "16 November 2006"),
        ("2024-01/2024-05", "January–May 2024"),
        ("2003-08/..", "since August 2003"),
        ("../2020", "until 2020"),
        ("2015-08-31/2015-09-03", "31 August – 3 September 2015"),
        ("2014-03-19/2014-03-20", "19–20 March 2014"),
        ("2015/2020", "2015–2020"),
        ("199X", "the 1990s"),
        ("18XX", "the 19th century"),
        ("2014~", "about 2014"),
        ("XXXX-05-15", "15 May"),
        ("2019-23", "autumn 2019"),
        ("2025-33", "first quarter of 2025"),
        ("2024-06-11/2025", "11 June 2024 – 2025"),
    ],
)
def test_show(text: str, words: str) -> None:
    assert edtf.show(text) == words


def test_compare() -> None:
    assert edtf.overlaps("2018/..", "2020-05") and not edtf.overlaps("../2017", "2018")
    assert edtf.overlaps("XXXX-05-15", "2014") and not edtf.overlaps("XXXX-05-15", "2014-06")
    assert edtf.overlaps("XXXX-05", "XXXX-05-03") and not edtf.overlaps("XXXX-05", "XXXX-06")
    assert edtf.within("2014-05", "2014") and edtf.within("2014", "2013/..") and not edtf.within("2014", "2014-05")
    assert not edtf.within("2014/..", "2014") and not edtf.within("XXXX-05", "2014")
    assert edtf.finer("1992-01", "1992-01-03") == edtf.finer("1992-01-03", "1992-01") == "1992-01-03"
    assert edtf.finer("2018/..", "2018") == "2018"
    assert [edtf.precision(text) for text in ("2014-05-02", "2014-05", "2014", "201X", "20XX", "2014/2015", "2014-22")] == [
        "day", "month", "year", "decade", "century", "interval", "season",
    ]  # fmt: skip


@given(st.dates(), st.dates())
def test_intervals_of_days(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    text = f"{first.isoformat()}/{last.isoformat()}"
    assert edtf.bounds(text) == (first, last)
    assert edtf.within(first.isoformat(), text) and edtf.within(last.isoformat(), text)
    assert edtf.is_valid(f"{last.isoformat()}/{first.isoformat()}") == (first == last)


@given(st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30)))
def test_a_month_holds_its_days(day: date) -> None:
    month = day.isoformat()[:7]
    first, last = edtf.bounds(month)
    assert first and last and first <= day <= last and (last + timedelta(1)).day == 1 and first.day == 1
    assert edtf.overlaps(month, day.isoformat()) and edtf.finer(month, day.isoformat()) == day.isoformat()


@given(st.text(alphabet="0123456789X-/.~?%YES[],{}T:Z", max_size=24))
def test_never_fails_otherwise(text: str) -> None:
    if edtf.is_valid(text):
        edtf.bounds(text)
        assert isinstance(edtf.show(text), str)
