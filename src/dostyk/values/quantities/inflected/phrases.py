"""Phrases of inflected words: a tree walked token by token, one step for each form that a word can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dostyk.values.quantities.inflected.forms import Forms
from dostyk.values.quantities.inflected.tokens import Tokens, tokens

MOST_WORDS = 7
_ENTRY = re.compile(r"[^\W\d_]+~[a-z]$")


class Phrases:
    """Phrases and what each means; a full stop after any word of a phrase is overlooked."""

    __slots__ = ("_forms", "_lasts", "_root")

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._root: dict[str, Any] = {}
        self._lasts: set[str] = set()

    def add(self, phrase: str, meaning: str) -> None:
        """Add a phrase of entries ("квадратн~a километр~m") and one of its meanings."""
        node = self._root
        key = ""
        for part in phrase.split():
            for key in steps(part):
                node = node.setdefault(self._forms.add(key), {})
        self._lasts.add(key)
        known: tuple[str, ...] = node.get("", ())
        if meaning not in known:
            node[""] = (*known, meaning)

    def may_end(self, found: Tokens, i: int) -> bool:
        """Say whether token `i` can be the last of a phrase."""
        return 0 <= i < len(found) and any(key in self._lasts for key, _ in self._forms.keys(found.low[i]))

    def match(self, found: Tokens, i: int) -> tuple[tuple[str, ...], int, str] | None:
        """Find the longest phrase that begins at token `i`: (meanings, token after it, ending of its last word)."""
        best = None
        if i >= len(found) or (found.word[i] and not any(key in self._root for key, _ in self._forms.keys(found.low[i]))):
            return None
        states = [(self._root, i, "")]
        for _ in range(MOST_WORDS):
            states = [state for node, at, _ in states for state in self._steps(found, node, at, i)]
            if not states:
                break
            best = next(((node[""], at, ending) for node, at, ending in states if "" in node), best)
        return best

    def _steps(self, found: Tokens, node: Mapping[str, Any], at: int, first: int) -> list[tuple[dict[str, Any], int, str]]:
        if at > first and found.at(at) == "." and found.glued(at) and "." not in node:
            at += 1
        if at >= len(found) or (at > first and not found.near(at)):
            return []
        word = found.low[at]
        if not found.word[at]:
            word = f"+{word}" if found.figures[at] and found.glued(at) and at > first else word
            return [(node[word], at + 1, "")] if word in node else []
        if len(word) == 1 and not found.raw(at).islower() and at == first:
            return []
        return [(node[key], at + 1, ending) for key, ending in self._forms.keys(word) if key in node]


def steps(part: str) -> list[str]:
    """Give the keys of a part of a phrase: "км2" is "км" and a glued "2", "киловатт-час~m" three; full stops are left out."""
    if entry := _ENTRY.search(part):
        return [*steps(part[: entry.start()]), entry.group()] if entry.start() else [part]
    found = tokens(part)
    return [f"+{low}" if found.figures[i] and i else low for i, low in enumerate(found.low[: len(found)]) if low != "."]
