"""Written forms of English dates beyond the everyday ones: each with the interval that its words and its relation say."""

import pytest

from dostyk.values import edtf
from dostyk.values.dates import misfit_weekdays, read_dates, read_heading_date

# text | reference | "words = interval or length" of every date, in order
FORMS = """
The archive keeps letters of the XIX century | | the XIX century = 18XX
trade routes of the XVIII–XIX centuries | | the XVIII–XIX centuries = 17XX/18XX
the IV quarter of 2020 | | the IV quarter of 2020 = 2020-10/2020-12
signed on 7.IX.2011 | | 7.IX.2011 = 2011-09-07
a fortress of AD 412 | | AD 412 = 0412
the 17-18th centuries | | the 17-18th centuries = 16XX/17XX
in '96 and in the '80s | | '96 = 1996; the '80s = 198X
roads of the 1960 s | | the 1960 s = 196X
on 3 July 2012 (Tuesday) the bridge opened | | 3 July 2012 (Tuesday) = 2012-07-03
on the 8th of June, in the year 1999 | | the 8th of June, in the year 1999 = 1999-06-08
03-APR-09 and 2013 April 9 | | 03-APR-09 = 2009-04-03; 2013 April 9 = 2013-04-09
July 10/11, 2016 | | July 10/11, 2016 = 2016-07-10/2016-07-11
the second-quarter 2018 report | | the second-quarter 2018 = 2018-04/2018-06
winter 2014-15 | | winter 2014-15 = 2014-24
in fiscal 2019 | | fiscal 2019 = 2019
2009 through August 2012 | | 2009 through August 2012 = 2009/2012-08
no earlier than 2027 and not later than 2031 | | 2027 = 2027/..; 2031 = ../2031
before March 2004 and after 2006 | | March 2004 = ../2004-03; 2006 = 2006/..
week 12 of 2019, week 60 | | week 12 of 2019 = 2019-03-18/2019-03-24
in week 1 | 2021-02-10 | week 1 = 2021-01-04/2021-01-10
w/c 5 July 2021 | | w/c 5 July 2021 = 2021-07-05/2021-07-11
the week of the 16th | 2021-07-02 | the week of the 16th = 2021-07-12/2021-07-18
from 4 to 9 of next month | 2021-07-02 | 4 to 9 of next month = 2021-08-04/2021-08-09
from 9/28 to 10/4 | 2021-11-02 | 9/28 to 10/4 = 2021-09-28/2021-10-04
9/28-10/4, 2021 | | 9/28-10/4, 2021 = 2021-09-28/2021-10-04
Saturday 14 at noon | 2021-08-02 | Saturday 14 = 2021-08-14
exports in the year to date | 2021-08-02 | the year to date = 2021-01-01/2021-08-02
for the rest of the month | 2021-08-20 | the rest of the month = 2021-08-20/2021-08-31
for the remainder of 2030 | 2021-08-20 | the remainder of 2030 = 2030
over the weekend | 2021-08-18 | the weekend = 2021-08-14/2021-08-15
it will rain over the weekend | 2021-08-18 | the weekend = 2021-08-21/2021-08-22
the next 7 working days | 2021-08-19 | the next 7 working days = 2021-08-20/2021-08-30
until 9/28 | 2021-11-02 | 9/28 = ../2021-09-28
the years before 1990, it was not until 1992 | | 1990 = ../1990; 1992 = 1992
all through 2014, up to and including 2016 | | 2014 = 2014; 2016 = ../2016
the quarter ended 30 June 2011 | | the quarter ended 30 June 2011 = 2011-04/2011-06
nine months to end-September 2011 | | nine months to end-September 2011 = 2011-01/2011-09
the closing months of 2011, the final quarter of 2012 | | the closing months of 2011 = 2011; the final quarter of 2012 = 2012-10/2012-12
2025F, 2016-W05, quarter 3 of 2015 | | 2025F = 2025; 2016-W05 = 2016-02-01/2016-02-07; quarter 3 of 2015 = 2015-07/2015-09
half an hour ago, the upcoming week | 2021-08-18 | half an hour ago = 2021-08-18; the upcoming week = 2021-08-23/2021-08-29
the Sunday after next | 2021-08-18 | the Sunday after next = 2021-09-05
the weekend of 7 August | 2021-08-18 | the weekend of 7 August = 2021-08-07/2021-08-08
next workweek | 2021-08-18 | next workweek = 2021-08-23/2021-08-27
imports grew in the year. | 2021-08-18 | the year = 2021
the year before 2003 | 2021-08-18 | the year before 2003 = 2002
next year's second quarter | 2021-08-18 | next year's second quarter = 2022-04/2022-06
three hours ago and 50 hours ago | 2021-08-18 | three hours ago = 2021-08-18; 50 hours ago = 2021-08-16
in the next 48 hours | 2021-08-18 | the next 48 hours = 2021-08-18/2021-08-20
in three weeks' time | 2021-08-18 | three weeks = 2021-09-08
between now and March 3 | 2021-08-18 | March 3 = ../2022-03-03
Christmas Eve, last Easter, next Easter | 2021-08-18 | Christmas Eve = 2020-12-24; last Easter = 2021-04-04; next Easter = 2022-04-17
on Good Friday 2016 and Easter Monday 2019 | | Good Friday 2016 = 2016-03-25; Easter Monday 2019 = 2019-04-22
on World Water Day 2014 | | World Water Day 2014 = 2014-03-22
after Black Friday 2020 | | Black Friday 2020 = 2020-11-27/..
2/29 | 2021-08-18 | 2/29 = 2020-02-29
12/31 | 2021-08-18 | 12/31 = 2020-12-31
one and a half hours, two years and a quarter, all week | | one and a half hours = PT1.5H; two years and a quarter = P2.25Y; all week = P1W
½ hour, 2.5years, 6h | | ½ hour = PT0.5H; 2.5years = P2.5Y; 6h = PT6H
another month | | another month = P1M
"""
QUALIFIED = """
1871? | 1871?
1871 (?) | 1871?
possibly 1871 | 1871?
perhaps as early as May 1871? | 1871-05?
1871 approx. | 1871~
1871 (approximately) | 1871~
probably ca. 1871 | 1871%
circa 1871? | 1871%
1866-1871? | 1866/1871?
1866? – 1871 | 1866?/1871
1866-ca. 1871 | 1866/1871~
c. 1866–1871 | 1866~/1871~
ca. 1870s? | 187X%
about the 1900s | 190X~
18c. | 17XX
late 18th c. | 17XX
~18c? | 17XX%
c3 AD | 0003~
before approx. May 1871 | ../1871-05~
day in May 1871 | 1871-05-XX
day in 1871 | 1871-XX-XX
month in 1871 | 1871-XX
c1866-71 | 1866~/1871~
1871 or earlier | ../1871
1871 onwards | 1871/..
17th/18th century | 16XX/17XX
late 17th to early 18th century | 16XX/17XX
3rd–2nd century BC | -02XX/-01XX
3rd to 1st centuries B.C. | -02XX/-00XX
600–400 BC | -0599/-0399
250 B.C. | -0249
winter 1871–1872 | 1871-24
May/June 1871 | 1871-05/1871-06
9 XI 1871 | 1871-11-09
pre-1871 | ../1871
founded 1871 | 1871
not after 1871 | ../1871
1871 late – spring 1873 | 1871/1873-21
"""
NONE = """
Roman letters such as XIX and I stand alone
a stamp of 18c and another of 5c for 10c each
the shops at 9h and at 21h
2/3 of all seats, 1/2
Easter Island and Christmas Island
the talks shouldn't stop
"""


@pytest.mark.parametrize("case", FORMS.strip().splitlines())
def test_form(case: str) -> None:
    text, reference, expected = (part.strip() for part in case.split("|"))
    found = read_dates(text, reference or None, day_first=False)
    assert "; ".join(f"{text[d.start : d.end]} = {d.interval or d.duration}" for d in found) == expected


@pytest.mark.parametrize("case", QUALIFIED.strip().splitlines())
def test_qualified(case: str) -> None:
    text, expected = case.split(" | ")
    (found,) = read_dates(text)
    assert found.interval == expected and edtf.is_valid(expected)
    assert (found.approximate, found.uncertain) == (bool({"~", "%"} & set(expected)), bool({"?", "%"} & set(expected)))


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_no_date(text: str) -> None:
    assert read_dates(text, "2021-08-18") == []


def test_a_question_is_no_doubt() -> None:
    assert [d.edtf for d in read_dates("Did the factory open in 2014? The minister was asked.")] == ["2014"]
    assert [d.edtf for d in read_dates("How about 2014?")] == ["2014"]


def test_a_weekday_behind_the_day_is_checked() -> None:
    assert [words for _, _, words in misfit_weekdays("on 3 July 2012 (Friday)")] == ["3 July 2012 (Friday)"]
    assert not misfit_weekdays("on 3 July 2012 (Tuesday)")


def test_what_counts_from_nothing_counts_from_the_documents_date_and_says_so() -> None:
    (found,) = read_dates("The delegation left the following day.", "2021-08-18")
    assert (found.edtf, found.derived_from, found.assumed) == ("2021-08-19", "reference", True)
    found = read_dates("They came on 2 May 2012 and left the following day.", "2021-08-18")[1]
    assert (found.edtf, found.derived_from, found.assumed) == ("2012-05-03", "context", False)
    assert read_dates("The delegation left the following day.", "2021")[0].edtf is None


AHEAD = """
On Wednesday he will meet the press | 2023-11-14 | 2023-11-15
On Thursday, the minister is scheduled to fly to Oslo | 2023-11-14 | 2023-11-16
On Monday she said that both will meet | 2023-11-14 | 2023-11-13
On Monday the mayor opened a road that will be widened | 2023-11-14 | 2023-11-13
In May they will meet again | 2023-11-14 | 2024-05
"""


@pytest.mark.parametrize("case", AHEAD.strip().splitlines())
def test_a_day_that_opens_its_sentence_lies_where_the_first_verb_behind_it_says(case: str) -> None:
    text, reference, expected = (part.strip() for part in case.split("|"))
    assert [d.edtf for d in read_dates(text, reference) if d.edtf] == [expected]


COUNTED = """
27 September – Third session of the Commission | 2022-09-27
3 May – First visit of the president | 2022-05-03
5 May – 7 May, Oslo | 2022-05-05/2022-05-07
May 3rd – 5th in Oslo | 2022-05-03/2022-05-05
"""


@pytest.mark.parametrize("case", COUNTED.strip().splitlines())
def test_an_ordinal_before_a_noun_ends_no_range(case: str) -> None:
    text, expected = (part.strip() for part in case.split("|"))
    assert [d.edtf for d in read_dates(text, "2022", context="2022")] == [expected]


def test_a_year_head_with_a_word_in_brackets() -> None:
    assert [read_heading_date(line) for line in ("2024 (planned)", "2024:", "2024 (see page 3)")] == ["2024", "2024", None]


def test_how_often_something_is_done_from_a_day_on_moves_no_date() -> None:
    assert [(d.edtf, d.relation) for d in read_dates("ferries sail twice a week from 1 October 2023") if d.edtf] == [("2023-10-01", "from_start")]
    assert [d.edtf for d in read_dates("a week from 1 October 2023")] == ["2023-10-08"]
