"""Scores statements against gold: found (kind and place), right (key slots, time and modality agree too).

Gold lines have doc, kind, anchor, roles and attributes with accepted alternatives, time, modality and need; a line that is
not needed neither asks for a statement nor counts one against precision where it agrees.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dostyk.kinds import kinds
from dostyk.model.statement import Statement

SMALL = {"the", "of", "a", "an", "and", "in", "to", "for", "on", "between", "with", "s", "republic", "city"}
EITHER = {"Agreement": ("title", "agreement_type")}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one comparison: wanted, said, found, right."""

    wanted: int
    said: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that is right."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of what is right."""
        total = self.said + self.wanted
        return 2 * self.right / total if total else 0.0


def load(folder: Path) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Read the texts and the gold of a folder."""
    texts = {path.name: path.read_text("utf-8") for path in sorted((folder / "texts").glob("*.txt"))}
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines() if line.strip()]
    return texts, gold


def score(gold: Sequence[Mapping[str, Any]], said: Mapping[str, Sequence[Statement]], texts: Mapping[str, str], kind: str | None = None) -> Score:
    """Pair gold with statements, the best pairs first, each used once; `said` maps a document's file name to its statements."""
    pairs = sorted(_pairs(gold, said, texts, kind), key=lambda p: (-p[0], -p[1], p[2], p[3]))
    used_gold: set[int] = set()
    used_said: set[str] = set()
    found = right = free_found = free_right = 0
    for is_right, _, index, ident in pairs:
        if index in used_gold or ident in used_said:
            continue
        used_gold.add(index)
        used_said.add(ident)
        needed = gold[index].get("need", True)
        found, right = found + needed, right + (needed and is_right)
        free_found, free_right = free_found + (not needed), free_right + (not needed and is_right)
    count = sum(1 for statements in said.values() for s in statements if kind is None or s.kind == kind)
    wanted = sum(1 for g in gold if g.get("need", True) and (kind is None or g["kind"] == kind))
    return Score(wanted, count - free_right, found, right)


def judge(gold: Sequence[Mapping[str, Any]], said: Mapping[str, Sequence[Statement]], texts: Mapping[str, str]) -> dict[str, bool]:
    """Say of each statement, by its document and id, whether it agrees with a gold line of its own, needed or not."""
    verdict = {f"{doc} {s.id}": False for doc, found in said.items() for s in found}
    used: set[int] = set()
    done: set[str] = set()
    for is_right, _, index, ident in sorted(_pairs(gold, said, texts, None), key=lambda p: (-p[0], -p[1], p[2], p[3])):
        if index not in used and ident not in done:
            used.add(index)
            done.add(ident)
            verdict[ident] = bool(is_right)
    return verdict


def likeness(line: Mapping[str, Any], statement: Statement, text: str) -> int:
    """With how many slots of a gold line a statement agrees; 0 where it speaks of another kind or place."""
    start = text.find(line["anchor"])
    if statement.kind != line["kind"] or not (statement.evidence.start < start + len(line["anchor"]) and start < statement.evidence.end):
        return 0
    return _compare(line, statement)[0]


def _pairs(
    gold: Sequence[Mapping[str, Any]], said: Mapping[str, Sequence[Statement]], texts: Mapping[str, str], kind: str | None
) -> Iterator[tuple[int, float, int, str]]:
    for index, line in enumerate(gold):
        if kind is not None and line["kind"] != kind:
            continue
        start = texts[line["doc"]].find(line["anchor"])
        end = start + len(line["anchor"])
        for statement in said.get(line["doc"], ()):
            if statement.kind == line["kind"] and statement.evidence.start < end and start < statement.evidence.end:
                agreed, total, key = _compare(line, statement)
                yield int(key), agreed / total if total else 1.0, index, f"{line['doc']} {statement.id}"


def _compare(line: Mapping[str, Any], statement: Statement) -> tuple[int, int, bool]:
    kind = next(k for k in kinds() if k.name == statement.kind)
    hits = total = 0
    right = True
    for role, wanted in line.get("roles", {}).items():
        ok = _role(wanted, [[m.id, m.name, m.text] for m in statement.roles.get(role, ())])
        hits, total, right = hits + ok, total + 1, right and (ok or role not in kind.key_roles)
    named = []
    for name, accepted in line.get("attributes", {}).items():
        ok = any(_same(str(w), statement.attributes.get(name, _default(name))) for w in accepted)
        hits, total = hits + ok, total + 1
        if name in kind.key_attributes:
            named.append(ok)
    right = right and (any(named) or not named if kind.name in EITHER else all(named))
    if line.get("time"):
        ok = statement.time is not None and any(_ends(t) == _ends(statement.time) for t in line["time"])
        hits, total, right = hits + ok, total + 1, right and ok
    wanted_modality = line.get("modality", "actual")
    ok = statement.modality.value in ([wanted_modality] if isinstance(wanted_modality, str) else wanted_modality)
    return hits + ok, total + 1, right and ok


def _default(name: str) -> str:
    return {"statistic": "level", "bound": "exact"}.get(name, "")


def _role(wanted: Sequence[Sequence[str]], got: list[list[str]]) -> bool:
    left = list(got)
    for accepted in wanted:
        match = next((names for names in left if any(_same(w, n) for w in accepted for n in names)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _ends(edtf: str) -> list[str]:
    parts = edtf.replace("~", "").replace("?", "").split("/")
    return parts if len(parts) == 2 else [parts[0], parts[0]]


def _words(text: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    found = {w.removesuffix("s") if len(w) > 4 else w for w in "".join(c if c.isalnum() or c in ".%" else " " for c in plain).split()}
    return (found - SMALL) or found


def _same(wanted: str, got: str) -> bool:
    """Whether two values agree: the same number, or names of which most words are shared."""
    try:
        return float(wanted) == float(got)
    except ValueError:
        pass
    one, other = _words(wanted), _words(got)
    shared = len(one & other)
    return bool(one and other) and (2 * shared > 0.7 * (len(one) + len(other)) or (shared >= 2 and (one <= other or other <= one)))
