"""Dates in English text: found with their words, resolved, refused."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.values import edtf
from dostyk.values.dates import DateSpan, day_first, impossible_dates, misfit_weekdays, read_dates, read_heading_date

# text | reference | context | "words = edtf relation" of every date, in order
STATED = """
The delegation stayed from 4 to 9 April, 2011. | 4 to 9 April, 2011 = 2011-04-04/2011-04-09
Talks ran 28 February – 2 March 2017 | 28 February – 2 March 2017 = 2017-02-28/2017-03-02
7-8, June 2012 | 7-8, June 2012 = 2012-06-07/2012-06-08
On October 1st and 2nd, 2010 | October 1st and 2nd, 2010 = 2010-10-01/2010-10-02
April 3, 4 and 5, 2013 | April 3, 4 and 5, 2013 = 2013-04-03/2013-04-05
on 2 June and 9 August 2018 | 2 June = 2018-06-02; 9 August 2018 = 2018-08-09
in March and April 2021 | March and April 2021 = 2021-03/2021-04
in March and June 2021 | March = 2021-03; June 2021 = 2021-06
from November to February 2016 | November to February 2016 = 2015-11/2016-02
from December 2014 to March | December 2014 to March = 2014-12/2015-03
between 2009 and 2012 | 2009 and 2012 = 2009/2012
2009-2012, 2009 – 2012, 2009 to 2012 | 2009-2012 = 2009/2012; 2009 – 2012 = 2009/2012; 2009 to 2012 = 2009/2012
in 2009 and 2010 | 2009 = 2009; 2010 = 2010
on 12 May 2009, May 12, 2009, 12th of May 2009, the 12th of May, 2009 | 12 May 2009 = 2009-05-12; May 12, 2009 = 2009-05-12; \
12th of May 2009 = 2009-05-12; the 12th of May, 2009 = 2009-05-12
Monday, 3 June 2019 | Monday, 3 June 2019 = 2019-06-03
2016-02-29, 29.2.2016, 29/02/2016 and 2016.02.29 | 2016-02-29 = 2016-02-29; 29.2.2016 = 2016-02-29; 29/02/2016 = 2016-02-29; 2016.02.29 = 2016-02-29
09/25/2016 | 09/25/2016 = 2016-09-25
5-7.06.2014 | 5-7.06.2014 = 2014-06-05/2014-06-07
o 2013.10 Minister of Trade | 2013.10 = 2013-10
in the first half of 2019 | the first half of 2019 = 2019-01/2019-06
the second quarter of 2020 | the second quarter of 2020 = 2020-04/2020-06
Q4 2021, H2 2022, 1H2023, 2024 Q1 | Q4 2021 = 2021-10/2021-12; H2 2022 = 2022-07/2022-12; 1H2023 = 2023-01/2023-06; 2024 Q1 = 2024-01/2024-03
in the first eight months of 2018 | the first eight months of 2018 = 2018-01/2018-08
in the nine months to June 2018 | the nine months to June 2018 = 2017-10/2018-06
in the year to June 2018 | the year to June 2018 = 2017-07/2018-06
the last three months of 2019 | the last three months of 2019 = 2019-10/2019-12
in mid-July 2005 and early 2006 | mid-July 2005 = 2005-07; early 2006 = 2006
by the end of 2030 | the end of 2030 = 2030-12 by
as of the beginning of 2010 | the beginning of 2010 = 2010-01 as_of
at the end of March 2010 | the end of March 2010 = 2010-03
in the 1980s, the early 1990s and the '60s | the 1980s = 198X; the early 1990s = 199X; the '60s = 196X
the 18th and 19th centuries | the 18th = 17XX; 19th centuries = 18XX
in the 21st century | the 21st century = 20XX
in autumn 2011 and the spring of 2012 | autumn 2011 = 2011-23; the spring of 2012 = 2012-21
fiscal year 2017/18 and FY2019 | fiscal year 2017/18 = 2017/2018; FY2019 = 2019
around 1890 and circa 1450 | around 1890 = 1890~; circa 1450 = 1450~
since 1996 | 1996 = 1996 since
from March 1996 | March 1996 = 1996-03 from_start
starting in 1996 | 1996 = 1996 from_start
from 1996 onwards | 1996 onwards = 1996 from_start
from 1996 to date; 1997–present | 1996 to date = 1996 since; 1997–present = 1997 since
until May 1996 | May 1996 = 1996-05 until
no later than 1 May 1996 | 1 May 1996 = 1996-05-01 by
as of 1 May 1996 | 1 May 1996 = 1996-05-01 as_of
before 1996 and after 1998 | 1996 = 1996 before; 1998 = 1998 after
on 6 May | 6 May = XXXX-05-06
2023 was a good year, and the 2024 forum (2025) | 2023 = 2023; 2024 = 2024; 2025 = 2025
Games Almaty 2011. | 2011 = 2011
the 9 months of 2018, 7th and 8th of June 2010, 16/17 May 2015 | the 9 months of 2018 = 2018-01/2018-09; \
7th and 8th of June 2010 = 2010-06-07/2010-06-08; 16/17 May 2015 = 2015-05-16/2015-05-17
on 24.02. 2010 and 5 May 2011-7 June 2012 | 24.02. 2010 = 2010-02-24; 5 May 2011-7 June 2012 = 2011-05-05/2012-06-07
winter 2021/22, the 1800s, the 2000s | winter 2021/22 = 2021-24; the 1800s = 18XX; the 2000s = 200X
2012 or later; later than 2014; before the end of 2016 | 2012 or later = 2012 from_start; 2014 = 2014 after; the end of 2016 = 2016-12 by
the first Monday of May 2024; the week of 8 May 2024 | the first Monday of May 2024 = 2024-05-06; the week of 8 May 2024 = 2024-05-06/2024-05-12
between now and 2030; between May 2010 and now | 2030 = 2030 until; May 2010 and now = 2010-05 since
Christmas Eve 2019, 500 BC, June nineteen ninety-six | Christmas Eve 2019 = 2019-12-24; 500 BC = -0499; June nineteen ninety-six = 1996-06
On July 22, 2009 Yuan Nansheng came | July 22, 2009 = 2009-07-22
grew from 1700 in 2019 to 2000 in 2023 | 2019 = 2019; 2023 = 2023
"""
NONE = """
the line is 1,200 km long and 2000 km wide
the plant employs 1950 people
1500 MW of wind
more than 2015 students
Resolution 1929 and Article 2001
No. 2015, room 2012, page 1999
He may go and you may march
Mrs May said so, and the sun was hot
call +7 7172 2015 1999
at 20:30 around the clock, 24/7, in 1/3 of cases
$2015 and 2016 dollars
387 million kWh per year
at the same time
100 barrels a day
a second half-hour
COVID2019 and ABC-12345
"""
RELATIVE = """
last year, this year and next year | 2021 | | last year = 2020; this year = 2021; next year = 2022
last month | 2021 | | last month = None
last month | 2021-01 | | last month = 2020-12
in May this year | 2021 | | May this year = 2021-05
this year's March | 2021-06 | | this year's March = 2021-03
last November | 2024-03-10 | | last November = 2023-11
last November | 2024-12 | | last November = 2023-11
last March | 2024-10 | | last March = 2024-03
from October 5 last year to April this year | 2022-07 | | October 5 last year to April this year = 2021-10-05/2022-04
January-April of this year | 2022 | | January-April of this year = 2022-01/2022-04
in the first quarter | 2022-06-01 | | the first quarter = 2022-01/2022-03
by year-end | 2022-06-01 | | year-end = 2022-12 by
by the end of this year | 2022-06-01 | | the end of this year = 2022-12 by
at the end of May the two sides met | 2022-06-01 | | the end of May = 2022-05
since the beginning of the year | 2022-06-01 | | the beginning of the year = 2022-01 since
two years ago | 2022-06-01 | | two years ago = 2020
three months ago | 2022-02-01 | | three months ago = 2021-11
over the last two years | 2022-06 | | the last two years = 2020-06/2022-06
over the past decade | 2022 | | the past decade = 2012/2022
three years later | 2022 | 2010-05 | three years later = 2013
in the following year | 2022 | 2010-05 | the following year = 2011
the previous year | 2022 | | the previous year = 2021
that year | | 2010-05 | that year = 2010
the same period of 2020 | 2022 | 2021-01/2021-05 | the same period of 2020 = 2020-01/2020-05
the same period last year | 2022-07 | 2022-01/2022-05 | the same period last year = 2021-01/2021-05
on Tuesday | 2024-06-13 | | Tuesday = 2024-06-11
yesterday | 2024-03-01 | | yesterday = 2024-02-29
last week | 2024-06-13 | | last week = 2024-06-03/2024-06-09
on May 15 | 2023-10 | | May 15 = 2023-05-15
on November 15 | 2023-10 | | November 15 = 2022-11-15
he will come on November 15 | 2023-10 | | November 15 = 2023-11-15
on May 15 | 2023-10 | 2019 | May 15 = 2019-05-15
in late August | 2025-09-10 | | late August = 2025-08
On Aug 30 | 2025-09-10 | | Aug 30 = 2025-08-30
two and a half years ago | 2022-07 | | two and a half years ago = 2020-01
the year before last | 2022-07 | | the year before last = 2020
on Friday, 15 June | 2019-06-20 | | Friday, 15 June = 2018-06-15
on the 12th | 2019-06-20 | | the 12th = 2019-06-12
next Friday and this past Monday | 2024-06-13 | | next Friday = 2024-06-21; this past Monday = 2024-06-10
on 29 February | 2023-03-20 | | 29 February = 2020-02-29
by March | 2024-11 | | March = 2025-03 by
will open in two months | 2024-11 | | two months = 2025-01
In 1933 he wrote. On May 3 he left. | 2024-11 | | 1933 = 1933; May 3 = 2024-05-03
On May 2, 1933 he wrote. On May 3 he left. That year | 2024-11 | | May 2, 1933 = 1933-05-02; May 3 = 1933-05-03; That year = 1933
In December 2024 he came. On January 10 he left. | 2025-02 | | December 2024 = 2024-12; January 10 = 2025-01-10
three years later | 2022 | | three years later = None
Today we signed. | 2022-03-04 | | Today = 2022-03-04
In 2012, talks began on 3 May. | 2025 | | 2012 = 2012; 3 May = 2012-05-03
In January-May 2024 it rose over the same period last year | 2024-07 | | January-May 2024 = 2024-01/2024-05; \
the same period last year = 2023-01/2023-05
"""


def words(text: str, span: DateSpan) -> str:
    relation = f" {span.relation}" if span.relation != "in" else ""
    return f"{text[span.start : span.end]} = {span.edtf}{relation}"


def cases(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), cases(STATED))
def test_stated(text: str, expected: str) -> None:
    found = read_dates(text)
    assert [words(text, span) for span in found] == expected.split("; ")
    assert all(span.derived_from is None for span in found)


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_no_date(text: str) -> None:
    assert [words(text, span) for span in read_dates(text) if span.kind == "date" and not span.vague] == []


@pytest.mark.parametrize(("text", "reference", "context", "expected"), cases(RELATIVE))
def test_relative(text: str, reference: str, context: str, expected: str) -> None:
    found = read_dates(text, reference or None, context=context or None)
    assert [words(text, span) for span in found] == expected.split("; ")


def test_what_was_stated_and_what_was_derived() -> None:
    (span,) = read_dates("on May 15", "2023-10")
    assert (span.edtf, span.stated, span.derived_from, span.lead, span.start) == ("2023-05-15", "XXXX-05-15", "reference", 0, 3)
    (span,) = read_dates("on May 15", "2023-10", context="2019")
    assert (span.edtf, span.derived_from) == ("2019-05-15", "context")
    (span,) = read_dates("last year", "2023-10")
    assert (span.edtf, span.stated, span.derived_from) == ("2022", "relative:-1Y", "reference")
    (span,) = read_dates("the same period last year", "2023-10", context="2023-01/2023-06")
    assert span.same_period and span.edtf == "2022-01/2022-06"
    assert [span.vague for span in read_dates("Currently, and so far, it is open now")] == [True, True, True]


def test_lengths_of_time() -> None:
    text = "a five-year plan, three months, half a year, two and a half years, 12 hours"
    assert [span.duration for span in read_dates(text) if span.kind == "duration"] == ["P5Y", "P3M", "P6M", "P2.5Y", "PT12H"]
    text = "30-40 years, one year and six months, every two years"
    assert [span.duration for span in read_dates(text)] == ["P30Y/P40Y", "P1Y6M"]


def test_leads() -> None:
    text = "Open since the beginning of 2010, between May and July 2011 and as early as 2009"
    assert [(text[s.lead : s.start], s.relation) for s in read_dates(text)] == [("since ", "since"), ("between ", "in"), ("as early as ", "in")]


def test_impossible_days_are_refused_and_reported() -> None:
    text = "on 30 February 2015, 31 April and 31.06.2016, but 29 February 2016"
    assert [span.edtf for span in read_dates(text)] == ["2016-02-29"]
    assert [words for _, _, words in impossible_dates(text)] == ["30 February 2015", "31 April", "31.06.2016"]


def test_weekdays_that_do_not_fit_are_reported() -> None:
    text = "Monday, 6 May 2014 and Tuesday, 6 May 2014"
    assert [text[start:end] for start, end, _ in misfit_weekdays(text)] == ["Monday, 6 May 2014"]


def test_figures_are_read_in_any_language() -> None:
    assert [span.edtf for span in read_dates("tarehe 4.12.2013 (2015)", language="xx-YY")] == ["2013-12-04", "2015"]


def test_the_page_has_a_habit() -> None:
    assert day_first("25/12/2013 and 01/02/2014") is True
    assert day_first("12/25/2013 and 01/02/2014") is False
    assert day_first("01/02/2014") is None
    assert [span.edtf for span in read_dates("12/25/2013 and 01/02/2014")] == ["2013-12-25", "2014-01-02"]
    assert [span.edtf for span in read_dates("01/02/2014")] == ["2014-02-01"]
    assert [span.edtf for span in read_dates("01/02/2014", day_first=False)] == ["2014-01-02"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2015:", "2015"),
        ("2015", "2015"),
        ("12 March 2020 – Opening", "2020-03-12"),
        ("• In 2007: a visit", "2007"),
        ("In 2015 the mayor came", None),
        ("Opening in 2015", None),
        ("12 March", None),
        ("2015-2020", "2015/2020"),
        ("", None),
    ],
)
def test_heading(line: str, expected: str | None) -> None:
    assert read_heading_date(line) == expected


def test_wrapped_lines() -> None:
    text = "The delegation of the region was received in the capital on 26 to 28\nMarch 2015 by the minister.\n2016\nMay\n2017"
    assert [span.edtf for span in read_dates(text)] == ["2015-03-26/2015-03-28", "2016", "2017"]


@pytest.mark.parametrize(
    "unit",
    ["1234567890", "May ", "2015-", "of of ", "the first half of ", "5 May, ", "2 years before ", "2015\n", "last ", "Q1 of ", "x" * 59 + "\n"],
)
def test_cost_grows_with_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        read_dates(text, "2024-06-11")
        return time.process_time() - start

    seconds(1000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (4_000, 16_000))
    assert large < 12 * small + 0.02


DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(DATES)
def test_a_shown_date_is_read_again(day: date) -> None:
    for text in (day.isoformat(), edtf.show(day.isoformat()), f"{day:%B} {day.day}, {day.year}", f"{day:%d.%m.%Y}"):
        assert [span.edtf for span in read_dates(f"It was on {text}.")] == [day.isoformat()]


@given(DATES, DATES)
def test_a_shown_interval_is_read_again(a: date, b: date) -> None:
    first, last = sorted((a, b))
    for text in (f"{first.isoformat()}/{last.isoformat()}", f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"):
        expected = text if text.split("/")[0] != text.split("/")[1] else text.split("/")[0]
        assert [span.edtf for span in read_dates(f"It was from {edtf.show(text)}.")] == [expected]


def check(text: str, reference: str | None) -> None:
    end = 0
    for span in read_dates(text, reference):
        assert end <= span.start < span.end <= len(text) and span.lead <= span.start
        end = span.end
        assert span.edtf is None or edtf.is_valid(span.edtf)


VOCABULARY = """5 31 30 2015 1999 May march Feb. first second half of the year last this next to - – and , from in since by end early 2nd
12.05.2016 months two ago later Monday Q1 1990s ? ca. ~ maybe ( ) XIX century week 19c Easter date rest hours AD day 5/7 (?) another""".split()


@given(st.lists(st.sampled_from(VOCABULARY), max_size=14), st.sampled_from(["2024", "2024-06", "2024-06-11", None]))
def test_never_fails_on_date_words(parts: list[str], reference: str | None) -> None:
    check(" ".join(parts), reference)


@given(st.text(max_size=80), st.sampled_from(["2024", "2024-06", "2024-06-11", "2023/2024", "nonsense", None]))
def test_never_fails_on_any_text(text: str, reference: str | None) -> None:
    check(text, reference)
