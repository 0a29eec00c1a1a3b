"""Charts: where bars stand."""

from dostyk.exports.charts import draw
from dostyk.exports.footnotes import Notes
from dostyk.model.brief import Point, Series
from dostyk.model.document import Document
from dostyk.model.statement import Evidence, Statement

TEXT = "Trade was 5 billion dollars."


def bars(*points: tuple[str, str]) -> list[tuple[float, float]]:
    document = Document(TEXT, "page.txt", published="2023-05-01")
    said = Statement(document, "Indicator", Evidence.of(document, 0, len(TEXT)), {})
    series = Series("Trade", "USD", tuple(Point(time, value, "exact", said) for time, value in points))
    return [(b.x, b.x + b.width) for b in draw(series, "c", Notes()).bars]


def test_figures_of_one_period_stand_side_by_side() -> None:
    (first, second, third) = sorted(bars(("2019", "5"), ("2020", "7"), ("2020", "6")))
    assert first[1] < second[0] and second[1] < third[0]


def test_a_period_is_as_wide_as_it_lasts() -> None:
    half, whole = sorted(b[1] - b[0] for b in bars(("2019", "5"), ("2020-01/2020-06", "7")))
    assert 0.4 < half / whole < 0.6
