"""What every reader keeps to on any text: offsets within it, in order, without overlap; the same again, and wherever it stands."""

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
    *", . ; : ( ) – - / % $ € № « » “ ” \n \t".split(" "),
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=12).map("".join)
EXAMPLES = settings(max_examples=120, deadline=None)


def spans(reader: str, text: str, language: str) -> list[dict[str, Any]]:
    found = READERS[reader](text, language)
    assert all(is_dataclass(span) for span in found)
    return [asdict(span) for span in found]


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_offsets_are_within_the_text_in_order_and_apart(reader: str, language: str) -> None:
    @EXAMPLES
    @given(TEXTS)
    def holds(text: str) -> None:
        end = 0
        for span in spans(reader, text, language):
            assert end <= span["start"] < span["end"] <= len(text)
            end = span["end"]
            assert text[span["start"] : end].strip() == text[span["start"] : end]
            assert span.get("text", text[span["start"] : end]) == text[span["start"] : end]
            assert 0 <= span.get("lead", 0) <= span["start"]

    holds()


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_the_same_is_read_again_and_between_blank_lines(reader: str, language: str) -> None:
    @EXAMPLES
    @given(TEXTS.map(str.strip).filter(bool))
    def holds(text: str) -> None:
        once = spans(reader, text, language)
        assert spans(reader, text, language) == once
        moved = spans(reader, f"\n\n{text}\n\n", language)
        assert [span | {key: span[key] + 2 for key in ("start", "end", "lead") if key in span} for span in once] == moved

    holds()


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_prose_gives_each_reader_something(reader: str, language: str) -> None:
    assert spans(reader, PROSE[language], language)
