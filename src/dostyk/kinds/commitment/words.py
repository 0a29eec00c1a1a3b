"""The words of intention, read once."""

from __future__ import annotations

from dostyk.kinds.wording import wordlists


def words(name: str) -> frozenset[str]:
    """Give one of the lists of the kind's word file."""
    return wordlists("commitment")[name]
