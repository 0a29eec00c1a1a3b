"""What is read as a quantity, and what it is: value, unit, bound, place."""

from __future__ import annotations

import pytest

from dostyk.values.quantities import QuantitySpan, read_quantities


def only(text: str) -> QuantitySpan:
    spans = read_quantities(text)
    assert len(spans) == 1, spans
    return spans[0]


def readings(text: str) -> list[tuple[str, str, str]]:
    return [(span.value, span.unit, span.bound) for span in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The loan was US$40 billion.", "US$40 billion", "40000000000", "USD"),
        ("It cost $41bn to build.", "$41bn", "41000000000", "USD"),
        ("They paid 2.5 billion US dollars.", "2.5 billion US dollars", "2500000000", "USD"),
        ("A fund of RMB 2.3 trillion was set up.", "RMB 2.3 trillion", "2300000000000", "CNY"),
        ("Worth 2 billion yuan in all.", "2 billion yuan", "2000000000", "CNY"),
        ("Some €1.2m went to schools.", "€1.2m", "1200000", "EUR"),
        ("Turnover made up 5 billion 214.6 million US dollars.", "5 billion 214.6 million US dollars", "5214600000", "USD"),
        ("The grant of 5 mln USD arrived.", "5 mln USD", "5000000", "USD"),
        ("The grant of USD 5 mln arrived.", "USD 5 mln", "5000000", "USD"),
        ("Exports of 100 bln tenge followed.", "100 bln tenge", "100000000000", "KZT"),
        ("₽300 million was lent.", "₽300 million", "300000000", "RUB"),
        ("It holds 12 million Swiss francs.", "12 million Swiss francs", "12000000", "CHF"),
        ("It holds 500 CFA francs.", "500 CFA francs", "500", "XOF"),
        ("HK$20 million was raised.", "HK$20 million", "20000000", "HKD"),
        ("It cost 35 lakh rupees then.", "35 lakh rupees", "3500000", "INR"),
        ("It cost Rs 4 crore then.", "Rs 4 crore", "40000000", "INR"),
        ("A $100 millions credit line.", "$100 millions", "100000000", "USD"),
        ("He paid 70 cents.", "70 cents", "0.7", "USD"),
        ("He paid 15 dollars 50.", "15 dollars 50", "15.5", "USD"),
        ("Worth NRs 5 billion.", "NRs 5 billion", "5000000000", "NPR"),
        ("Worth US dollars 5 million.", "US dollars 5 million", "5000000", "USD"),
        ("Worth 5 million US$.", "5 million US$", "5000000", "USD"),
        ("Worth JD 17 million.", "JD 17 million", "17000000", "JOD"),
        ("It rose to P3.2 billion.", "P3.2 billion", "3200000000", "PHP"),
        ("In Botswana it rose to P30 million.", "P30 million", "30000000", "BWP"),
        ("It costs $90 per thousand cubic metres.", "$90 per thousand cubic metres", "0.09", "USD/m3"),
    ],
)
def test_money(text: str, words: str, value: str, unit: str) -> None:
    span = next(span for span in read_quantities(text) if span.unit != "1")
    assert text[span.start : span.end].removeprefix("Some ") == words
    assert (span.value, span.unit, span.bare) == (value, unit, False)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("an area of 952 square kilometers", "952", "km2"),
        ("ships call twice a month", "2", "1/mo"),
        ("Ten MoUs lapsed", "10", "1"),
        ("a population of 2 mln. 320 thousand", "2320000", "1"),
        ("an area of 952 sq. km", "952", "km2"),
        ("an area of 952 km².", "952", "km2"),
        ("an area of 952 km^2,", "952", "km2"),
        ("some farms of 300 ha", "300", "har"),
        ("a 100-megawatt wind farm", "100", "MW"),
        ("a 100-MW wind farm", "100", "MW"),
        ("a line of 500 kV", "500", "kV"),
        ("387 million kilowatt-hours", "387000000", "kWh"),
        ("5.6 mln tons of grain", "5600000", "t"),
        ("10 metric tons", "10", "t"),
        ("55 bcm", "55000000000", "m3"),
        ("1.2 million barrels per day", "1200000", "bbl/d"),
        ("55 bcm a year", "55000000000", "m3/a"),
        ("90 km/h", "90", "km/h"),
        ("60 miles per hour", "60", "[mi_i]/h"),
        ("$280 per 1,000 cubic meters", "0.28", "USD/m3"),
        ("300,000 TEUs", "300000", "{TEU}"),
        ("a 7-hour flight", "7", "h"),
        ("-30 °C", "-30", "Cel"),
        ("minus 5 degrees Celsius", "-5", "Cel"),
        ("0.8 percentage points", "0.8", "{pp}"),
        ("10 per cent", "10", "%"),
        ("2½ hours", "2.5", "h"),
        ("half a ton", "0.5", "t"),
        ("a 1/4 mile track", "0.25", "[mi_i]"),
        ("6 feet 6 inches", "6.5", "[ft_i]"),
        ("a 2x660 MW plant", "1320", "MW"),
        ("20 or more tons", "20", "t"),
        ("3.2 million b/d", "3200000", "bbl/d"),
        ("pupils aged 18-35", "18/35", "a"),
    ],
)
def test_measures(text: str, value: str, unit: str) -> None:
    span = only(text)
    assert (span.value, span.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 people", "1200"),
        ("1 200 000 people", "1200000"),
        ("1\u00a0200\u00a0000 people", "1200000"),
        ("1.200.000 people", "1200000"),
        ("17,62 million people", "17620000"),
        ("12,34,567 people", "1234567"),
        ("twenty-five schools", "25"),
        ("one hundred and twenty schools", "120"),
        ("two hundred thousand people", "200000"),
        ("two and a half million people", "2500000"),
        ("three million two hundred thousand people", "3200000"),
        ("1 million 200 thousand people", "1200000"),
        ("a hundred schools", "100"),
        ("a dozen schools", "12"),
        ("half a million people", "500000"),
        ("126 thousand people", "126000"),
        ("hundreds of thousands of people", "100000/900000"),
        ("several hundred people", "200/900"),
        ("3,000-4,000 people", "3000/4000"),
        ("3–4 million people", "3000000/4000000"),
        ("between 10 and 20 million people", "10000000/20000000"),
        ("two or three schools", "2/3"),
        ("more than 10 but less than 20 schools", "10/20"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    span = only(text)
    assert (span.value, span.unit, span.bare) == (value, "1", True)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 300 trucks", "over"),
        ("in excess of 300 trucks", "over"),
        ("just over 300 trucks", "over"),
        ("not less than 300 trucks", "min"),
        ("at least 300 trucks", "min"),
        ("300 or more trucks", "min"),
        ("300-plus trucks", "min"),
        ("300+ trucks", "min"),
        ("up to 300 trucks", "max"),
        ("no more than 300 trucks", "max"),
        ("as many as 300 trucks", "max"),
        ("300 trucks", "exact"),
        ("nearly 300 trucks", "under"),
        ("fewer than 300 trucks", "under"),
        ("about 300 trucks", "about"),
        ("some 300 trucks", "about"),
        ("an estimated 300 trucks", "about"),
        ("300 or so trucks", "about"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    span = only(text)
    assert (span.value, span.bound) == ("300", bound)
    assert span.start == 0


def test_prepositions_are_no_bounds() -> None:
    assert readings("They spoke about two agreements") == [("2", "1", "exact")]
    assert readings("under three contracts") == [("3", "1", "exact")]
    assert readings("about $2 million") == [("2000000", "USD", "about")]


def test_ranges_share_unit_and_magnitude() -> None:
    assert readings("between $2 and $3 billion") == [("2000000000/3000000000", "USD", "exact")]
    assert readings("3-4 million tons") == [("3000000/4000000", "t", "exact")]
    assert readings("an 8- to 16-meter mirror") == [("8/16", "m", "exact")]
    assert readings("from 20 to 30 per cent of the land") == [("20/30", "%", "exact")]


def test_a_rise_from_one_value_to_another_is_no_range() -> None:
    assert readings("The share rose from 20 to 30 percent") == [("20", "%", "exact"), ("30", "%", "exact")]


def test_one_amount_in_two_units_is_one_span() -> None:
    text = "It lent US$5 million (about RMB 36 million) to farmers"
    span = only(text)
    assert text[span.start : span.end] == "US$5 million (about RMB 36 million)"
    assert (span.value, span.unit, span.alternative) == ("5000000", "USD", ("36000000", "CNY"))
    assert only("952 square kilometers (368 sq mi)").alternative == ("368", "[mi_i]2")


@pytest.mark.parametrize(
    ("text", "value", "statistic"),
    [
        ("output tripled", "3", "multiple"),
        ("rose 12 times", "12", "multiple"),
        ("2.3 times more", "2.3", "multiple"),
        ("a 12-fold rise", "12", "multiple"),
        ("more than double the target", "2", "multiple"),
        ("fell by a third", "33.3", "change"),
        ("two-thirds of the crop", "66.7", "share"),
        ("a quarter of the land", "25", "share"),
        ("one in five pupils", "20", "share"),
        ("rose by 18%", "18", "change"),
        ("18% of it", "18", "level"),
        ("the fifth largest", "5", "rank"),
        ("the top 10 partners", "10", "rank"),
        ("one of the five largest investors", "5", "rank"),
        ("the No. 1 trading partner", "1", "rank"),
        ("the three largest cities", "3", "level"),
        ("rose by a factor of 3", "3", "multiple"),
        ("grew 1.5 to 2 times", "1.5/2", "multiple"),
        ("an increase of 0.8 percent", "0.8", "change"),
    ],
)
def test_statistics(text: str, value: str, statistic: str) -> None:
    span = only(text)
    assert (span.value, span.statistic) == (value, statistic)


def test_occasions_are_no_multiple() -> None:
    span = only("They met three times that spring")
    assert (span.value, span.statistic, span.bare) == ("3", "level", True)


def test_a_fraction_keeps_its_words() -> None:
    assert only("two thirds of it").fraction == "2/3"


def test_rates_reach_over_the_counted_noun() -> None:
    text = "It carries 25,000 passengers a day on weekdays"
    span = only(text)
    assert (text[span.start : span.end], span.unit, span.rate, span.bare) == ("25,000", "1/d", "d", True)
    assert only("387 million kWh of electricity annually").unit == "kWh/a"
    assert only("It sold 20 ships a year ago").unit == "1"


@pytest.mark.parametrize("text", ["the fifth bridge", "the 5th bridge"])
def test_ordinals(text: str) -> None:
    span = only(text)
    assert (span.value, span.ordinal, span.unit) == ("5", True, "1")


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the treaty",
        "at Expo 2017 in summer",
        "a Boeing 737 landed",
        "the G20 and CCTV-6 and COVID-19",
        "No. 7 says so",
        "published 4.12.2013, 11:12",
        "Tel.: +7 (7172) 55-55-55",
        "ISBN 978-3-16-148410-0",
        "in the 21st century",
        "in 2019 and 2020",
        "the 1990s",
        "the '90s",
        "avoidance of double taxation",
        "one of the partners",
        "no one came",
        "at 10 a.m. and 2 pm",
        "1. Trade\n2) Transport\n",
        "as shown [12] before (3)",
        "see www.example.org/2019/05/12 and id=345",
        "the Three Gorges dam",
        "First, they met",
        "they won 2-1",
        "round the clock, 24/7",
        "a one-way ticket",
        "it was first announced there",
        "the C5+1 format",
        "34 Abai Avenue, Almaty",
        "the Group of 77",
        "products of third countries",
    ],
)
def test_no_quantities(text: str) -> None:
    assert read_quantities(text) == []


def test_ambiguous_money_is_settled_by_the_countries_named() -> None:
    assert readings("In Mexico it cost 5 million pesos") == [("5000000", "MXN", "exact")]
    assert readings("In Chile it cost 5 million pesos") == [("5000000", "CLP", "exact")]
    assert readings("China lent ¥5 million") == [("5000000", "CNY", "exact")]
    assert readings("Osaka lent ¥5 million") == [("5000000", "JPY", "exact")]


def test_what_was_taken_as_a_date_is_left_alone() -> None:
    text = "On 26 March they signed 3 contracts"
    assert [span.value for span in read_quantities(text, taken=[(3, 11)])] == ["3"]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The road cost KES. 410 million.", "KES. 410 million", "410000000", "KES"),
        ("They lent US$. 7 million.", "US$. 7 million", "7000000", "USD"),
        ("Canberra gave $A 4 million.", "$A 4 million", "4000000", "AUD"),
        ("Lima spent S/. 60 million.", "S/. 60 million", "60000000", "PEN"),
        ("A grant of FF 9 million followed.", "FF 9 million", "9000000", "FRF"),
        ("It owed 6 million pounds sterling.", "6 million pounds sterling", "6000000", "GBP"),
        ("Losses of hundreds of millions of dollars followed.", "hundreds of millions of dollars", "100000000/900000000", "USD"),
        ("Crude fell to 61 dollars a barrel.", "61 dollars a barrel", "61", "USD/bbl"),
        ("The battery holds 50 MW/120 MWh.", "50 MW", "50", "MW"),
        ("A rate of 6e3 s-1 was kept.", "6e3 s-1", "6000", "/s"),
        ("There are four million, three hundred and ten thousand of them.", "four million, three hundred and ten thousand", "4310000", "1"),
        ("Lenses of 24 -105 mm sold well.", "24 -105 mm", "24/105", "mm"),
    ],
)
def test_money_and_measures_as_pages_write_them(text: str, words: str, value: str, unit: str) -> None:
    span = read_quantities(text)[0]
    assert (text[span.start : span.end], span.value, span.unit) == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("open to those of 21 and over", "21", "min"),
        ("some 30-odd firms", "30", "about"),
        ("more than 800 or equal", "800", "min"),
        ("less than 800 or equal to it", "800", "max"),
        ("more than 800 or equal to 900", "800", "over"),
    ],
)
def test_whether_the_end_counts(text: str, value: str, bound: str) -> None:
    assert next((q.value, q.bound) for q in read_quantities(text)) == (value, bound)


def test_a_list_of_two_counts_is_no_number() -> None:
    assert [q.value for q in read_quantities("They sent a million, two hundred of them by air.")] == ["1000000", "200"]


def test_a_sentence_that_ends_with_a_code_is_not_of_the_next() -> None:
    assert [q.unit for q in read_quantities("It is paid in USD. 45 people came.")] == ["1"]


def test_large_numbers_run_into_the_word_before_and_magnitudes_behind_their_currency() -> None:
    assert [(q.value, q.unit) for q in read_quantities("A bank lent61,420,300 USD.")] == [("61420300", "USD")]
    assert [(q.value, q.unit) for q in read_quantities("They provided35 million for it.")] == [("35000000", "1")]
    assert [(q.value, q.unit) for q in read_quantities("It came to 82.4 USD million in all.")] == [("82400000", "USD")]
    assert read_quantities("See item75 and mod12 there.") == []


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("He drank a gallon of milk.", "a gallon", "1", "[gal_us]"),
        ("It lies a kilometre from Lome.", "a kilometre", "1", "km"),
        ("An acre of it was sold.", "An acre", "1", "[acr_us]"),
        ("They won a quarter of the seats.", "a quarter", "25", "%"),
    ],
)
def test_an_article_stands_for_one_of_a_unit(text: str, words: str, value: str, unit: str) -> None:
    span = only(text)
    assert (text[span.start : span.end], span.value, span.unit) == (words, value, unit)


def test_an_article_of_another_noun_does_not() -> None:
    assert read_quantities("a metre gauge line, a mile-long queue, a degree in law, a point of order") == []


def test_what_makes_up_a_part_tells_no_change() -> None:
    assert [s.statistic for s in read_quantities("Copper made up 78 % of exports; making up nearly 90 percent of it.")] == ["level", "level"]
    assert [s.statistic for s in read_quantities("Trade was up 12 %.")] == ["change"]
