"""What every reader keeps to on any text: offsets within it, in order, without overlap; the same again, and wherever it stands.

Names may stand one within another (an office and the country it belongs to); dates and quantities never do.
"""

from dataclasses import asdict, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .hostile import PROSE, REPEATED
from .readers import CASES, READERS

WORDS = [
    *REPEATED.values(),
    *PROSE.values(),
    *(word + " " for sentence in PROSE.values() for word in sentence.split()),
    *PROSE["zh"],
    *(digits + end for digits in ("²", "1²", "20²5", "①", "½", "٣", "Ⅳ", "１９") for end in ("", " ", "%")),
    *("5, 6, ", "2012, 1.", "from 5 ", "to 6", "5-6-7 ", "3 x 4 "),
    *", . ; : ( ) – - / % $ € № « » “ ” \n \t".split(" "),
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=12).map("".join)
PLACES = ("start", "end", "lead", "office_start", "office_end")
EXAMPLES = settings(max_examples=200, deadline=None)


def spans(reader: str, text: str, language: str) -> list[dict[str, Any]]:
    found = READERS[reader](text, language)
    assert all(is_dataclass(span) for span in found)
    return [asdict(span) for span in found]


def moved(span: dict[str, Any], by: int) -> dict[str, Any]:
    """Give a span as it must be where its text stands further on."""
    return {key: value + by if key in PLACES and value is not None else value for key, value in span.items()}


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_offsets_are_within_the_text_in_order_and_apart(reader: str, language: str) -> None:
    @EXAMPLES
    @given(TEXTS)
    def holds(text: str) -> None:
        before = (0, 0)
        for span in spans(reader, text, language):
            start, end = span["start"], span["end"]
            assert 0 <= start < end <= len(text)
            nested = reader == "names" and before[0] <= start and end <= before[1]
            assert nested or before[1] <= start
            before = before if nested else (start, end)
            assert text[start:end].strip() == text[start:end]
            assert span.get("text", text[start:end]) == text[start:end]
            assert 0 <= span.get("lead", 0) <= start

    holds()


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_the_same_is_read_again_and_between_blank_lines(reader: str, language: str) -> None:
    @EXAMPLES
    @given(TEXTS.map(str.strip).filter(bool))
    def holds(text: str) -> None:
        once = spans(reader, text, language)
        assert spans(reader, text, language) == once
        assert spans(reader, f"\n\n{text}\n\n", language) == [moved(span, 2) for span in once]

    holds()


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_prose_gives_each_reader_something(reader: str, language: str) -> None:
    assert spans(reader, PROSE[language], language)
