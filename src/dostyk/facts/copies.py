"""Two texts → whether one is a copy of the other, as reprints and wire copies are, small changes of wording apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from dostyk.model.document import Document

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
_RUN = 5  # words of a run that two texts must share
_ANCHORS = 7  # of eight words about one begins a run that is looked at in a whole text, always the same ones
_MOST = 4000  # runs of one text, about thirty thousand words; what comes after is not looked at
# Share of the shorter text's runs that stand in the other; how many at least of a document (about fifty words) and of a paragraph (about twenty).
_SHARED, _OF_DOCUMENT, _OF_PARAGRAPH = 0.6, 6, 16
_SHORT = 40  # characters of a text too short to be told from another
_FEW = 12  # texts that are simply all compared
_PER_RUN = 8  # texts with one same run that a further one is compared with

Runs = frozenset[int]


@lru_cache(maxsize=16384)
def document_runs(document: Document) -> Runs:
    """Hashes of some runs of a document's words, the same ones wherever the same words stand."""
    return _runs(document.text, _ANCHORS)


@lru_cache(maxsize=16384)
def paragraph_runs(text: str) -> Runs:
    """Hashes of all runs of a paragraph's words."""
    return _runs(text, 0)


def _runs(text: str, anchors: int) -> Runs:
    if len(text) < _SHORT:
        return frozenset()
    words = _WORD.findall(text[:400_000].casefold())
    found: set[int] = set()
    for at, word in enumerate(words[: max(0, len(words) - _RUN + 1)]):
        if not _hash(word) & anchors:
            found.add(crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "surrogatepass")))
            if len(found) >= _MOST:
                break
    return frozenset(found)


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def document_copies(texts: Mapping[str, Runs]) -> list[tuple[str, str]]:
    """Pairs of documents of which one is a copy of the other, each with an earlier one, by their runs."""
    return _copies(texts, _OF_DOCUMENT)


def paragraph_copies(texts: Mapping[str, Runs]) -> list[tuple[str, str]]:
    """Pairs of paragraphs of which one is a copy of the other, each with an earlier one, by their runs."""
    return _copies(texts, _OF_PARAGRAPH)


def _copies(texts: Mapping[str, Runs], least: int) -> list[tuple[str, str]]:
    """Few texts are compared with each other; of many each with those that share a run with it, and a copy is not compared with again."""
    long = {name: runs for name, runs in texts.items() if len(runs) >= least}
    if len(long) > _FEW:
        return _of_many(long, least)
    names = list(long)
    return [(b, a) for n, b in enumerate(names) for a in names[:n] if _alike(long[a], long[b], least)]


def _alike(a: Runs, b: Runs, least: int) -> bool:
    if a.isdisjoint(b):
        return False
    shared = len(a & b)
    return shared >= least and shared >= _SHARED * min(len(a), len(b))


def _of_many(texts: Mapping[str, Runs], least: int) -> list[tuple[str, str]]:
    """About linear in the runs of all texts."""
    found: list[tuple[str, str]] = []
    holders: dict[int, list[str]] = {}
    for name, own in texts.items():
        near: Counter[str] = Counter()
        for run in own:
            near.update(holders.get(run, ()))
        first = min((other for other, shared in near.items() if shared >= least and _alike(own, texts[other], least)), default=None)
        if first is not None:
            found.append((name, first))
            continue
        for run in own:
            kept = holders.setdefault(run, [])
            if len(kept) < _PER_RUN:
                kept.append(name)
    return found
