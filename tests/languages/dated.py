"""Reads tables of dates: "text | words = edtf relation; …", a line beginning with "@" gives the document's date of the lines after it."""

from dostyk.values.dates import read_dates


def rows(table: str) -> list[tuple[str, str, str]]:
    """Give reference, text and what is expected of every line."""
    reference, found = "", []
    for line in table.strip().splitlines():
        if line.startswith("@"):
            reference = line[1:].strip()
        elif line.strip():
            text, _, expected = line.rpartition("|")
            found.append((reference, text.strip(), expected.strip()))
    return found


def read(text: str, reference: str, language: str) -> str:
    """Write the dates of a text as the tables do, vague ones left out; "?" for what cannot be resolved."""
    spans = [span for span in read_dates(text, reference, language) if not span.vague]
    shown = (
        f"{text[span.start : span.end]} = {span.edtf or span.duration or '?'}" + (f" {span.relation}" if span.relation != "in" else "")
        for span in spans
    )
    return "; ".join(shown)
