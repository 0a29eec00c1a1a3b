"""What holds of any Russian or Kazakh text: order, places, values that read back, cost that grows with length."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.values.quantities import bound_verb, read_number, read_quantities, show

WORDS = {
    "ru": "5 1,2 млн тыс. миллионов сто двадцать пять треть половина раза в на от до с и более чем не $ долл. США т км % - – ( ) . № 1-й лет , или и".split(),  # noqa: E501
    "kk": "5 1,2 млн мың миллионнан жүз жиырма бес үштен бірі жартысы есе -ға дейін астам жуық $ теңге т км % - – ( ) . № 1-ші жылына орын , немесе және".split(),  # noqa: E501
}
LANGUAGES = ["ru", "kk"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_spans_are_ordered_and_hold_numbers(language: str, data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(WORDS[language]), max_size=30).map(" ".join)
    text = data.draw(words | words.map(lambda w: w.replace(" ", "")) | st.text(max_size=60) | st.text("0123456789.,-/ $%№мт", max_size=40))
    last = 0
    for span in read_quantities(text, language):
        assert last <= span.start < span.end <= len(text)
        last = span.end
        for part in span.value.split("/"):
            assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", part)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    number=st.decimals(min_value=Decimal("0.01"), max_value=Decimal(900), places=3), scale=st.sampled_from([("млн", 6), ("млрд", 9), ("трлн", 12)])
)
def test_magnitudes_read_back(language: str, number: Decimal, scale: tuple[str, int]) -> None:
    read = read_number(f"{number} {scale[0]}".replace(".", ","), language)
    assert read is not None
    assert Decimal(read) == number.scaleb(scale[1])


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(1, 10**9), unit=st.sampled_from(["USD", "EUR", "KZT", "km2", "MW", "kWh", "t", "%", "t/a", "km/h", "bbl/d"]))
def test_what_is_shown_reads_back(language: str, number: int, unit: str) -> None:
    (span,) = read_quantities(show(str(number), unit, language), language)
    assert (span.value, span.unit) == (str(number), unit)


@pytest.mark.parametrize(
    ("language", "value", "unit", "words"),
    [
        ("ru", "17620000000", "USD", "17,62 млрд долл. США"),
        ("ru", "12500", "t", "12\u00a0500 т"),
        ("ru", "3000000/4000000", "t/a", "3–4 млн т в год"),
        ("ru", "-2.1", "%", "-2,1 %"),
        ("kk", "952", "km2", "952 шаршы км"),
        ("kk", "25000", "1/d", "25\u00a0000 тәулігіне"),
    ],
)
def test_show(language: str, value: str, unit: str, words: str) -> None:
    assert show(value, unit, language) == words


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "сто двадцать пять тысяч", "125000"),
        ("ru", "-5", "-5"),
        ("ru", "пять домов", None),
        ("ru", "", None),
        ("kk", "жүз жиырма бес мың", "125000"),
        ("kk", "бес үй", None),
    ],
)
def test_numbers_from_end_to_end(language: str, text: str, value: str | None) -> None:
    assert read_number(text, language) == value


def test_verbs_that_bound() -> None:
    assert bound_verb("Превысил", "ru") == "over"
    assert bound_verb("аспайды", "kk") == "max"
    assert bound_verb("подписал", "ru") is None


HOSTILE = ["1", "1,", "1-", "1 000 ", "$", "сто ", "двадцать-", "с половиной ", "5 до ", "от 5 до 6 ", "(1 км ", "более чем ", "т.", "полмиллиона "]
HOSTILE += ["каждый ", "1/2 ", "№1", "ежегодно ", "квадратных ", "үштен ", "жүз ", "екі миллионнан ", "двадцатипяти", "Қ", "5%-", "5 долларов ("]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", HOSTILE)
def test_cost_grows_with_length_only(language: str, unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(2):
            begin = time.process_time()
            read_quantities(text, language)
            best = min(best, time.process_time() - begin)
        return best

    seconds(500)
    assert seconds(8_000) < 8 * seconds(2_000) + 0.05
