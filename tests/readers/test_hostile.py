"""No input costs a reader more than its length: counted in calls, which are the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from .hostile import hostile
from .readers import CASES, READERS

SHORT, LONG = 300, 1200
AT_MOST = 1.25 * LONG / SHORT
SMALL = 600
"""Calls below which a text costs next to nothing at any length."""


def calls(action: Callable[[], Any]) -> int:
    """Count the functions, Python's and C's, that an action calls."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_calls_grow_no_faster_than_length(reader: str, language: str) -> None:
    read = READERS[reader]
    for text in dict(hostile(SHORT)).values():
        read(text, language)
    long = dict(hostile(LONG))
    worse = {}
    for name, text in hostile(SHORT):
        few = calls(lambda text=text: read(text, language))  # type: ignore[misc]
        many = calls(lambda name=name: read(long[name], language))  # type: ignore[misc]
        if many > SMALL and many > AT_MOST * few:
            worse[name] = (few, many)
    assert worse == {}


@pytest.mark.parametrize(("reader", "language"), CASES)
def test_a_long_line_is_read_like_its_parts(reader: str, language: str) -> None:
    for name, text in hostile(20_000):
        if name == f"one line of prose ({language})":
            sentence = dict(hostile(200))[name]
            assert len(READERS[reader](text, language)) >= len(text) // len(sentence) * len(READERS[reader](sentence, language))
