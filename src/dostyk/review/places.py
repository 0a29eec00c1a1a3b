"""A run of one text → where its passage stands in another version of it, word for word, or the reason why it is stale."""

from __future__ import annotations

from functools import lru_cache

from dostyk.passages import split


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give the bounds of all sentences, headings, items and rows of a text, in order."""
    return tuple(bounds for passage in split(text) for bounds in passage.sentences)


def passage(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence, or of the sentences, that hold a run; the run itself where none do."""
    first = max((low for low, high in sentences(text) if low <= start < high), default=start)
    last = min((high for low, high in sentences(text) if low < end <= high), default=end)
    return first, last


def shift(then: str, now: str, start: int, end: int) -> int | str:
    """Say by how many characters a run of text has moved from one version to another, or why it is stale.

    It holds only where its whole passage stands unchanged, to the letter: a sentence that has become part of a longer one is changed.
    Where the same words stand several times, the first is the first and the second the second, as long as they are equally many.
    """
    low, high = passage(then, start, end)
    before, after = _standing(then, then[low:high]), _standing(now, then[low:high])
    if not after:
        return "its passage has changed, or is gone"
    if low not in before:
        return "its passage is no sentence of its own any more"
    if len(before) != len(after):
        return f"its passage stood {_times(len(before))}, and now stands {_times(len(after))}"
    return after[before.index(low)] - low


def _standing(text: str, words: str) -> list[int]:
    """Give where words stand as whole sentences of a text."""
    found, starts, ends = [], {low for low, _ in sentences(text)}, {high for _, high in sentences(text)}
    at = text.find(words)
    while at >= 0:
        if at in starts and at + len(words) in ends:
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
