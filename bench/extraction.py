"""Examples → figures of speed: a whole `dostyk extract`, start-up included, and the cost of reading statements against length."""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dostyk import statements
from dostyk.documents import read
from dostyk.model.document import Document
from dostyk.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".txt", ".html"})
LENGTHS = (1_000, 4_000, 16_000, 64_000)
ROUNDS = 5


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return min(times)


def command(paths: list[Path]) -> None:
    """Run `dostyk extract` on the paths, as a user would, and throw away what it prints."""
    call = [sys.executable, "-m", "dostyk", "extract", *map(str, paths)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)


def grown(text: str, length: int) -> Document:
    """Make a document of about `length` characters of whole paragraphs."""
    times = length // len(text) + 1
    whole = "\n\n".join([text] * times)
    cut = whole.rfind("\n\n", 0, length)
    return Document(text=whole[: cut if cut > length // 2 else length], source="bench", language="en", published="2024-01-01")


def main() -> None:
    """Print the table."""
    print(f"dostyk extract, five example documents, start-up included: {best(lambda: command(EXAMPLES[:5])):.2f} s")
    print(f"dostyk extract, all {len(EXAMPLES)} example documents:              {best(lambda: command(EXAMPLES), 3):.2f} s")
    documents = [read(path, Settings()) for path in EXAMPLES]
    size = sum(len(document.text.encode()) for document in documents)
    took = best(lambda: [statements.extract(document) for document in documents])
    print(f"statements from text, without start-up: {size / took / 1e6:.3f} MB/s on one core ({size} bytes, {took:.2f} s)")
    text = "\n\n".join(document.text for document in documents)
    costs = []
    for length in LENGTHS:
        document = grown(text, length)
        costs.append((len(document.text), best(lambda document=document: statements.extract(document), 3)))
        print(f"  {costs[-1][0]:>7,} characters: {1000 * costs[-1][1]:8.1f} ms")
    (small, low), (large, high) = costs[0], costs[-1]
    print(f"  growth exponent {math.log(high / low) / math.log(large / small):.2f} (1 is linear)")


if __name__ == "__main__":
    main()
