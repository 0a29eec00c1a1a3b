"""Holds precision and recall of the two sets above their floors, pinned with the fingerprint of the sets."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.quality.scoring import Score, load, score

from dostyk.documents import read
from dostyk.model.statement import Statement
from dostyk.statements import extract

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@cache
def statements(name: str) -> dict[str, list[Statement]]:
    return {path.name: extract(read(path)) for path in sorted((HERE / name / "texts").glob("*.txt"))}


def measure(name: str, kind: str | None = None) -> Score:
    texts, gold = load(HERE / name)
    return score(gold, statements(name), texts, kind)


def fingerprint(name: str) -> str:
    """Hash of a set's texts and gold: a floor holds for this very set."""
    digest = hashlib.sha256()
    for path in sorted((HERE / name).rglob("*")):
        if path.is_file() and path.suffix in (".txt", ".jsonl"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@pytest.mark.parametrize("name", ["development", "checking"])
def test_floors_are_of_this_set(name: str) -> None:
    assert FLOORS[name]["fingerprint"] == fingerprint(name)


@pytest.mark.parametrize("name", ["development", "checking"])
def test_whole_set_is_above_its_floor(name: str) -> None:
    found = measure(name)
    assert (round(found.precision, 3), round(found.f1, 3)) >= (FLOORS[name]["precision"], 0)
    assert round(found.f1, 3) >= FLOORS[name]["f1"]


@pytest.mark.parametrize("kind", sorted(FLOORS["development"]["kinds"]))
def test_kind_is_above_its_floor(kind: str) -> None:
    assert round(measure("development", kind).f1, 3) >= FLOORS["development"]["kinds"][kind]


def test_every_quote_stands_at_its_offsets() -> None:
    for found in statements("development").values():
        for statement in found:
            evidence = statement.evidence
            assert statement.document.text[evidence.start : evidence.end] == evidence.quote
