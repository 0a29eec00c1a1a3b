"""Whatever somebody does to the file is found; `bench/tampering.py` does the same five hundred times."""

import random
from pathlib import Path

import pytest

from dostyk.ledger import Ledger

from .documents import fill
from .tamperings import WAYS, Way, forge, found, tampered


@pytest.mark.parametrize("way", {way.__name__: way for way in WAYS}.values(), ids={way.__name__: way for way in WAYS})
def test_every_tampering_is_found(tmp_path: Path, way: Way) -> None:
    base, path, chance = tmp_path / "base.db", tmp_path / "tampered.db", random.Random(way.__name__)
    with Ledger.open(base) as ledger:
        fill(ledger, 5)
        head = ledger.head()
    assert found(base, head) is None
    for _ in range(4):
        done, _ = tampered(base, path, chance, way)
        says = found(path, head)
        assert says is not None and "\n" not in says, done
        if way is forge:
            assert "no link has the hash" in says and found(path, None) is None
