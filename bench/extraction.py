"""The whole extraction → its speed beside a stack of peers on the same documents, its growth with length, its memory, its start-up."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from dostyk import statements
from dostyk.documents import read
from dostyk.model.document import Document
from dostyk.settings import Settings
from readers import PATTERNS, PEERS, Peer, cost, exponent, patterns

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".txt", ".html"})
RACED = 6
CHARACTERS = 4_000
"""Of each document that peers are given: the cost of some grows with the square of the length."""
RACES = ("quantulum3 + recognizers-text + spaCy EntityRuler", "langextract without its model")
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
SENTENCE = "Peru opened an embassy in Oslo in 2014.\n"


READERS = ("rules", "model", "both")


def extraction(text: str, language: str = "en", reader: str = "rules") -> int:
    """Read the statements of a text; gives their number."""
    return len(statements.extract(Document(text=text, source="bench", language=language, published="2024-01-01"), reader))


def races(texts: list[str]) -> None:
    """Print megabytes a second of one core: ours and each peer's on the same documents."""
    size = sum(len(text.encode()) for text in texts)
    print(f"Whole extraction, in one run, on {len(texts)} documents of up to {CHARACTERS:,} characters; one core, CPU seconds of the best round")
    took = {reader: sum(cost(partial(extraction, reader=reader), text) for text in texts) for reader in READERS}
    ours = took["rules"]
    for reader, seconds in took.items():
        name = f"dostyk, statements from text, --reader {reader}"
        print(f"  {name:<52}{size / seconds / 1e6:8.4f} MB/s   {seconds / ours:6.2f} times the rules' time")
    if not PEERS.exists():
        print("  no peers: their environment .venv-bench could not be made")
        return
    with tempfile.TemporaryDirectory() as place:
        names = Path(place) / "names.txt"
        names.write_text("\n".join(patterns()), encoding="utf-8")
        for peer in RACES:
            print(f"  {peer:<52}{race(peer, names, texts, size, ours)}", flush=True)
    print(f"  (the ruler holds {PATTERNS:,} names; the stack finds figures, dates and names and makes no statements of them; langextract splits the")
    print("  text and aligns what a stub answers at once: what its model takes comes on top)")


def race(name: str, names: Path, texts: list[str], size: int, ours: float) -> str:
    """Run one peer over all documents and word its speed."""
    peer = Peer(name, names)
    try:
        if not peer.ready:
            return f"cannot be run here ({peer.why()})"
        took = [peer.cost(text, 3) for text in texts]
        if any(seconds is None for seconds in took):
            return f"fell over ({peer.why()})"
    finally:
        peer.end()
    theirs = sum(seconds for seconds in took if seconds is not None)
    return f"{size / theirs / 1e6:8.4f} MB/s   {theirs / ours:6.2f} times the rules' time"


def grown(text: str, length: int) -> str:
    """Repeat a text and cut it at the end of a paragraph near a length."""
    whole = "\n\n".join([text] * (length // len(text) + 1))
    cut = whole.rfind("\n\n", 0, length)
    return whole[: cut if cut > length // 2 else length]


def growth(text: str) -> None:
    """Print what statements of growing texts cost, and the exponent of that."""
    print("Growth of the whole extraction by rules: one document of so many characters")
    costs: list[tuple[int, float]] = []
    for length in LENGTHS:
        part = grown(text, length)
        costs.append((len(part), cost(extraction, part, rounds=3 if length < LENGTHS[-1] else 1)))
        print(f"  {len(part):>9,} characters: {1000 * costs[-1][1]:10.1f} ms   {len(part.encode()) / costs[-1][1] / 1e6:.4f} MB/s", flush=True)
    print(f"  exponent {exponent(costs):.3f} (1 is linear)   target 1.05: {'met' if exponent(costs) <= 1.05 else 'NOT MET'}")


def spent(arguments: list[str]) -> tuple[float, float]:
    """Run `dostyk` and throw away what it prints; gives CPU seconds and megabytes at its peak."""
    process = subprocess.Popen([sys.executable, "-m", "dostyk", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def processes(text: str) -> None:
    """Print start-up and memory of the command, as a user would run it."""
    with tempfile.TemporaryDirectory() as place:
        small, large = Path(place) / "small.txt", Path(place) / "large.txt"
        small.write_text(SENTENCE, encoding="utf-8")
        large.write_text(grown(text, LENGTHS[-1]), encoding="utf-8")
        started = min(spent(["--version"])[0] for _ in range(5))
        first, second = (min(spent(["extract", "--reader", reader, str(small)])[0] for _ in range(5)) for reader in ("rules", "both"))
        peak = spent(["extract", "--reader", "rules", str(large)])[1]
        most = spent(["extract", "--reader", "both", *map(str, EXAMPLES)])[1]
    print(f"Start-up, CPU seconds of the best of five: {started:.2f} for `dostyk --version`; {first:.2f} for `dostyk extract` of one sentence,")
    print(f"  by rules, all that it reads with loaded   target 0.5: {'met' if first < 0.5 else 'NOT MET'}; {second:.2f} with the model")
    print("Memory at the peak of `dostyk extract`")
    print(f"  of a document of 1 MB by rules: {peak:.0f} MB   target 300: {'met' if peak < 300 else 'NOT MET'}")
    print(f"  of the examples by rules and model: {most:.0f} MB   target 500: {'met' if most < 500 else 'NOT MET'}")


def command(paths: list[Path]) -> float:
    """Run `dostyk extract` on paths; gives seconds."""
    began = time.perf_counter()
    spent(["extract", *map(str, paths)])
    return time.perf_counter() - began


def main() -> None:
    """Print all four."""
    texts = [read(path, Settings()).text for path in EXAMPLES]
    print(f"dostyk extract of all {len(EXAMPLES)} example documents, start-up included: {min(command(EXAMPLES) for _ in range(3)):.2f} s")
    races([text[:CHARACTERS] for text in texts[:RACED]])
    print()
    growth("\n\n".join(texts))
    print()
    processes("\n\n".join(texts))


if __name__ == "__main__":
    main()
