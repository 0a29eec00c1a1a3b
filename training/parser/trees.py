"""Turn CoNLL-U sentences into dependency trees over the treebank's words, or over the tokens of `dostyk.grammar`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """A word of the treebank: `head` is the index of its head in the sentence, -1 for the root; offsets into the sentence's text."""

    form: str
    lemma: str
    tag: str
    features: str
    head: int
    label: str
    start: int
    end: int


class Gold(NamedTuple):
    """A sentence of the treebank with its text and the name of its document."""

    text: str
    words: list[Word]
    document: str


class Tree(NamedTuple):
    """What the parser learns from and gives: forms, tags, heads (-1 the root) and labels, token by token."""

    forms: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


def read(path: Path) -> Iterator[Gold]:
    """Yield the sentences of a CoNLL-U file; empty nodes are left out."""
    text, document = "", ""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line[9:]
        elif line.startswith("# newdoc id = "):
            document = line[14:]
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Gold(text, _placed(text, rows), document)
            rows = []


def _placed(text: str, rows: list[list[str]]) -> list[Word]:
    """Give the words their offsets; words of a contraction whose letters are not in the text share its bounds."""
    words: list[Word] = []
    at, whole, last = 0, (0, 0), ""
    for row in rows:
        if "-" in row[0]:
            start = max(text.find(row[1], at), at)
            whole, last = (start, start + len(row[1])), row[0].split("-")[1]
            continue
        if not row[0].isdigit():
            continue
        start = text.find(row[1], at)
        inside = bool(last) and int(row[0]) <= int(last)
        if start < 0 or start > at + 4 or (inside and start + len(row[1]) > whole[1]):
            start, end = whole if inside else (at, at)
        else:
            end = at = start + len(row[1])
        if last and int(row[0]) == int(last):
            at = max(at, whole[1])
        words.append(Word(row[1], row[2], row[4], row[5], int(row[6]) - 1, row[7].split(":")[0] if row[7] not in KEPT else row[7], start, end))
    return words


KEPT = ("nsubj:pass", "nsubj:outer", "aux:pass", "obl:agent", "acl:relcl", "obl:npmod", "obl:unmarked", "nmod:poss")


def onto(gold: Gold, bounds: Sequence[tuple[int, int]]) -> tuple[list[int], list[str]]:
    """Lay a tree over other tokens: a token takes the head of the first of its words whose head stands outside it."""
    owner = _owners(gold.words, bounds)
    heads, labels = [-1] * len(bounds), ["goeswith"] * len(bounds)
    found = [False] * len(bounds)
    for index, word in enumerate(gold.words):
        token = owner[index]
        if token < 0 or found[token]:
            continue
        head = word.head
        while head >= 0 and owner[head] < 0:
            head = gold.words[head].head
        if head < 0 or owner[head] != token:
            heads[token], labels[token], found[token] = (owner[head] if head >= 0 else -1), word.label, True
    for token in range(len(bounds)):
        if not found[token]:
            heads[token] = token - 1 if token else (1 if len(bounds) > 1 else -1)
    return rooted(heads, labels)


def _owners(words: Sequence[Word], bounds: Sequence[tuple[int, int]]) -> list[int]:
    owner, at = [-1] * len(words), 0
    for index, word in enumerate(words):
        while at < len(bounds) and bounds[at][1] <= word.start:
            at += 1
        if at < len(bounds) and bounds[at][0] < word.end:
            owner[index] = at
    return owner


def rooted(heads: list[int], labels: list[str]) -> tuple[list[int], list[str]]:
    """Break cycles, and hang further roots on the first."""
    root = -1
    for token in range(len(heads)):
        seen, at = set(), token
        while at >= 0 and at not in seen:
            seen.add(at)
            at = heads[at]
        if at >= 0:
            heads[at] = -1
    for token, head in enumerate(heads):
        if head < 0 and root < 0:
            root = token
            labels[token] = "root"
        elif head < 0:
            heads[token], labels[token] = root, "parataxis" if labels[token] == "root" else labels[token]
    return heads, labels


def projective(heads: Sequence[int]) -> bool:
    """Whether no two arcs cross, the root's arc being left out."""
    arcs = [(min(d, h), max(d, h)) for d, h in enumerate(heads) if h >= 0]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)


def save(path: Path, trees: Sequence[Tree]) -> None:
    """Write one tree a line."""
    path.write_text("".join(json.dumps(tree, ensure_ascii=False) + "\n" for tree in trees), encoding="utf-8")


def load(path: Path) -> list[Tree]:
    """Read what `save` wrote."""
    return [Tree(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
