"""A ledger somebody tampered with in hundreds of ways → how many of them `verify` finds, with and without a head that was noted before.

.venv/bin/python bench/tampering.py [TAMPERINGS]
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.ledger.documents import fill  # noqa: E402
from tests.ledger.tamperings import WAYS, found, tampered  # noqa: E402

from dostyk.ledger import Ledger  # noqa: E402

DOCUMENTS = 12


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    chance, drawn, missed = random.Random(7), 0, []
    alone: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="dostyk-tampering-") as name:
        base, path = Path(name) / "base.db", Path(name) / "tampered.db"
        with Ledger.open(base) as ledger:
            fill(ledger, DOCUMENTS)
            head = ledger.head()
        if found(base, head) is not None:
            sys.exit("the ledger that nobody tampered with is found fault with")
        for number in range(wanted):
            way = WAYS[number % len(WAYS)]
            done, draws = tampered(base, path, chance, way)
            drawn += draws
            if found(path, head) is None:
                missed.append(done)
            elif found(path, None) is None:
                alone[way.__name__] += 1
    for done in missed:
        print(f"  not found: {done}")
    print(f"tamperings   {wanted - len(missed)} of {wanted} found with the head that was noted before")
    told = ", ".join(f"{count} {way}" for way, count in sorted(alone.items())) or "none"
    print(f"             {wanted - len(missed) - alone.total()} of them without it; only by the head: {told}")
    print(f"             {drawn} more changed nothing that SQLite gives (a byte in unused space, a value that was the same) and were drawn again")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
