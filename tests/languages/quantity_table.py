"""A table of sentences and the quantities they hold, turned into cases: "text | value unit, value unit bound statistic"."""

from dostyk.values.quantities import QuantitySpan, read_quantities


def cases(table: str) -> list[tuple[str, list[str]]]:
    """Split a table into (sentence, readings); "-" stands for no quantity."""
    found = []
    for line in filter(None, table.splitlines()):
        text, _, expected = line.rpartition("|")
        found.append((text.strip(), [] if expected.strip() == "-" else [reading.strip() for reading in expected.split(",")]))
    return found


def readings(text: str, language: str) -> list[str]:
    """Read a sentence and word what was found as the table does."""
    return [worded(span) for span in read_quantities(text, language)]


def worded(span: QuantitySpan) -> str:
    """Word a span: value, unit, then bound, statistic and "ordinal" where they are not the usual ones."""
    parts = [span.value, span.unit]
    parts += [span.bound] if span.bound != "exact" else []
    parts += [span.statistic] if span.statistic != "level" else []
    return " ".join(parts + (["ordinal"] if span.ordinal else []))
