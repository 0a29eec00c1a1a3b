import pytest

from dostyk.facts import timing


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("2016-03-04", "2016", True),
        ("2016", None, True),
        ("2016", "2017", False),
        ("2016-01/2016-06", "2016", True),
        ("2016-05-30/2016-06-02", "2016-06-01/2016-06-05", False),
        ("XXXX-05-15", "2016-05-15", True),
        ("no date", "2016", True),
    ],
)
def test_compatible(a: str, b: str | None, wanted: bool) -> None:
    assert timing.compatible(a, b) is wanted
    assert timing.compatible(b, a) is wanted


def test_finest_is_the_most_precise_then_the_longest() -> None:
    assert timing.finest(["2016", "2016-03", None]) == "2016-03"
    assert timing.finest(["2016-03-04", "2016-03-04/2016-03-06"]) == "2016-03-04/2016-03-06"
    assert timing.finest([None]) is None


def test_beginning_and_year_before() -> None:
    assert timing.beginning("1992-12/..") == "1992-12"
    assert timing.beginning("../2020") is None
    assert timing.year_before("2024-01/2024-05") == "2023-01/2023-05"
    assert timing.year_before("2024-02-29") == "2023-02-28"
    assert timing.year_before("XXXX-05") is None
