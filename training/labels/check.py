#!/usr/bin/env python3
"""Check label files: every trigger and slot is found in its text, kinds, slots and values are the contract's.

    check.py FILE.lab … [--counts]

Prints each problem on a line and exits 1 if there is any; --counts prints passages, statements of each kind and lines without any.
"""

from __future__ import annotations

import pathlib
import sys
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from reading import read_labelled


def main() -> int:
    """Check the files that are given."""
    files = [pathlib.Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    kinds: Counter[str] = Counter()
    passages, problems = 0, 0
    for path in files:
        found = read_labelled(path)
        for problem in found.problems:
            print(problem)
        problems += len(found.problems)
        kinds.update(label.kind for label in found.labels)
        passages += sum(1 for block in found.text.split("\n\n") if block.strip())
    if "--counts" in sys.argv:
        print(f"{len(files)} documents, {passages} passages, {sum(kinds.values())} statements: {dict(sorted(kinds.items()))}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
