"""The readers → their speed beside their peers', the growth of their cost with length, and what hostile input costs them."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.readers.hostile import PROSE, hostile  # noqa: E402

from dostyk.documents import read  # noqa: E402
from dostyk.entities.names import read_names  # noqa: E402
from dostyk.settings import Settings  # noqa: E402
from dostyk.values.dates import read_dates  # noqa: E402
from dostyk.values.names import find_places  # noqa: E402
from dostyk.values.quantities import read_quantities  # noqa: E402

PEERS = ROOT / ".venv-bench" / "bin" / "python"
REFERENCE = "2024-01-01"
CHARACTERS = 4_000
"""Of each text that peers are given: some need half a minute for four times as much."""
TEXTS = 3
LENGTHS = (1_000, 4_000, 16_000, 64_000)
LINE = 100_000
"""Characters of prose in one line."""
HOSTILE = 50_000
"""Characters of each hostile text."""
SLOW = 4.0
"""How many times as long as prose of its length a hostile text may take before it is listed."""

Read = Callable[[str, str], Any]
READERS: dict[str, Read] = {
    "dates": lambda text, language: read_dates(text, REFERENCE, language),
    "quantities": lambda text, language: read_quantities(text, language),
    "places": lambda text, language: find_places(text, language=language),
    "names": lambda text, language: read_names(text, language, REFERENCE),
}
# reader, peer, how many times faster we mean to be, rounds of the peer
RACES = (
    ("dates", "recognizers-text datetime", 100, 1),
    ("dates", "dateparser search_dates", 10, 3),
    ("quantities", "quantulum3", 50, 3),
    ("quantities", "recognizers-text currency and dimension", None, 3),
    ("places", "spaCy EntityRuler", 5, 5),
    ("names", "spaCy EntityRuler", None, 5),
)
PATTERNS = 150_000


def cost(reader: Read, text: str, language: str = "en", rounds: int = 5) -> float:
    """CPU seconds of the best of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        reader(text, language)
        times.append(time.process_time() - began)
    return max(min(times), 1e-6)


def prose() -> str:
    """Give the English text of the examples."""
    paths = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".txt", ".html"})
    return "\n\n".join(read(path, Settings()).text for path in paths)


def patterns() -> list[str]:
    """Give the names our reader knows: every place in every script, and people's names made of known given and family names."""
    from dostyk.values.names.gazetteer import names
    from dostyk.values.names.gazetteer import read as data

    known = [name for script in ("latin", "other") for name in names(script) if name]
    people = [line.split("\t") for line in data("people.tsv").splitlines() if "\t" in line]
    given = [name for name, flags in people if "g" in flags]
    family = [name for name, flags in people if "s" in flags]
    wanted = max(0, PATTERNS - len(known))
    made = [f"{given[at % len(given)]} {family[at * 7 % len(family)]}" for at in range(wanted)]
    return [*known, *made][:PATTERNS]


class Peer:
    """A peer in a process of its own, that times itself."""

    def __init__(self, name: str, names: Path) -> None:
        command = [str(PEERS), str(ROOT / "bench" / "peers.py"), name]
        environment = {**os.environ, "DOSTYK_NAMES": str(names)}
        environment.pop("PYTHONPATH", None)
        self.errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True, encoding="utf-8", env=environment
        )
        self.ready = self._line() == "ready"

    def why(self) -> str:
        """Give the last line of what the peer said when it failed."""
        self.errors.seek(0)
        return (self.errors.read().strip().splitlines() or ["it ended without a word"])[-1]

    def cost(self, text: str, times: int) -> float | None:
        """CPU seconds of the best of some rounds, None where the peer fell over."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps({"text": text, "times": times}) + "\n")
            self.process.stdin.flush()
            return float(self._line())
        except (OSError, ValueError):
            return None

    def end(self) -> None:
        """Let the process go."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        self.errors.close()

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


def races(text: str) -> None:
    """Print how many times faster than its peers each reader is."""
    texts = [text[at * CHARACTERS : (at + 1) * CHARACTERS] for at in range(TEXTS)]
    print(f"Speed beside peers, in one run, on {TEXTS} texts of {CHARACTERS:,} characters each; CPU seconds of the best round")
    if not PEERS.exists():
        print("  no peers: their environment .venv-bench could not be made")
        return
    with tempfile.TemporaryDirectory() as place:
        names = Path(place) / "names.txt"
        names.write_text("\n".join(patterns()), encoding="utf-8")
        for reader, peer, target, rounds in RACES:
            print(f"  {reader:<11}{race(reader, peer, target, rounds, texts, names)}", flush=True)
    print(f"  (the ruler holds {PATTERNS:,} patterns: every place name we know, filled up with people's of given and family names we know. It finds")
    print("  what is written so and settles nothing; `places` is the same task, `names` reads people, offices, bodies and instruments as well)")


def race(reader: str, peer: str, target: int | None, rounds: int, texts: list[str], names: Path) -> str:
    """Run one reader and one peer text by text, and word the ratio."""
    other = Peer(peer, names)
    try:
        if not other.ready:
            return f"{peer}: cannot be run here ({other.why()})"
        cost(READERS[reader], texts[0])
        ours, theirs = 0.0, 0.0
        for text in texts:
            took = other.cost(text, rounds)
            if took is None:
                return f"{peer}: fell over ({other.why()})"
            theirs += took
            ours += cost(READERS[reader], text)
    finally:
        other.end()
    ratio = theirs / ours
    judged = "" if target is None else f"   target {target} times: {'met' if ratio >= target else 'NOT MET'}"
    return f"{1000 * ours:8.1f} ms   {peer:<40}{1000 * theirs:9.1f} ms   {ratio:7.1f} times faster{judged}"


def exponent(costs: list[tuple[int, float]]) -> float:
    """Give the slope of the logarithm of cost on that of length, by least squares."""
    xs, ys = [math.log(length) for length, _ in costs], [math.log(seconds) for _, seconds in costs]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def growth(text: str) -> None:
    """Print what each reader costs at several lengths, and the exponent of that."""
    print(f"Growth: ms for {', '.join(f'{length // 1000}' for length in LENGTHS)} thousand characters, exponent (1 is linear)")
    for name, reader in READERS.items():
        for language, sentence in PROSE.items():
            whole = text if language == "en" else f"{sentence}\n" * 20
            whole = whole * (LENGTHS[-1] // len(whole) + 1)
            costs = [(length, cost(reader, whole[:length], language, 3)) for length in LENGTHS]
            print(f"  {name:<11}{language}  {' '.join(f'{1000 * seconds:9.2f}' for _, seconds in costs)}   {exponent(costs):.2f}", flush=True)


def hostility() -> None:
    """Print what hostile input costs beside prose, and whether it grows faster than its length."""
    print(f"Hostile input: ms of {LINE:,} characters of prose in one line; inputs of {HOSTILE:,}, ms of the median and the slowest, its growth")
    for name, reader in READERS.items():
        for language, sentence in PROSE.items():
            plain = cost(reader, sentence * (LINE // len(sentence)), language, 1)
            rows = [(cost(reader, text, language, 1), what, text) for what, text in hostile(HOSTILE)]
            rows.sort(key=lambda row: row[0], reverse=True)
            (worst, what, text), median = rows[0], rows[len(rows) // 2][0]
            again = exponent([(1, cost(reader, text[: HOSTILE // 4], language, 2)), (4, cost(reader, text, language, 2))])
            slow = ", ".join(f"{what} {1000 * took:.0f}" for took, what, _ in rows[1:] if took > SLOW * plain * HOSTILE / LINE)
            said = (
                f"  {name:<11}{language}  {1000 * plain:7.0f}   {len(rows)} {1000 * median:7.0f} {1000 * worst:7.0f} ({what}, exponent {again:.2f})"
            )
            print(said + (f"; over {SLOW:g} times prose: {slow}" if slow else ""), flush=True)


def main() -> None:
    """Print all three."""
    text = prose()
    races(text)
    print()
    growth(text)
    print()
    hostility()


if __name__ == "__main__":
    main()
