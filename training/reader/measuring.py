"""What the network finds on documents it has not learned from: triggers, slots, and what is said of each statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from batches import Batch
from network import Encoder, Linker

from dostyk.trained.heads import KINDS, SLOTS


def f1(hit: int, said: int, wanted: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hit / (said + wanted) if said + wanted else 0.0


class Score:
    """Counts of hits, what was said and what was wanted."""

    def __init__(self) -> None:
        self.hit: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()

    def add(self, batch: Batch, encoder: Encoder, linker: Linker, measures: Sequence[str]) -> None:
        """Compare what the network says of a batch with what was labelled."""
        rows, triggers = encoder(*batch.inputs)
        for i, e in enumerate(batch.examples):
            for kind, name in enumerate(KINDS):
                wanted = {t.start for t in e.targets if t.kind == kind and t.needed}
                free = {at for t in e.targets if t.kind == kind and not t.needed for at in range(t.start, t.end + 1)}
                near = {at: t.start for t in e.targets if t.kind == kind and t.needed for at in range(t.start, t.end + 1)}
                begun = [j for j in range(len(e.window.words)) if e.window.words[j].inside and triggers[i, j, 2 * kind] > 0]
                said = [j for j in begun if j not in free]
                self.said[name] += len(said)
                self.wanted[name] += len(wanted)
                self.hit[name] += len({near[j] for j in said if j in near})
        if not len(batch.kinds):
            return
        slots, modality, statistic, measure, _ = linker(rows[batch.homes], batch.kinds, batch.starts, batch.ends, batch.absent[batch.homes])
        best = slots.argmax(-1)
        for k in range(len(batch.kinds)):
            gold, got = _spans(batch.slots[k]), _spans(best[k])
            for slot, *_ in gold:
                self.wanted[f"slot {SLOTS[slot]}"] += 1
            for slot, *_ in got:
                self.said[f"slot {SLOTS[slot]}"] += 1
            for slot, *_ in gold & got:
                self.hit[f"slot {SLOTS[slot]}"] += 1
            for name, logits, wanted in (
                ("modality", modality, batch.modality),
                ("statistic", statistic, batch.statistic),
                ("measure", measure, batch.measure),
            ):
                if wanted[k] >= 0 and (name == "modality" or KINDS[batch.kinds[k]] == "Indicator"):
                    self.asked[name] += 1
                    self.right[name] += int(logits[k].argmax() == wanted[k])

    def _total(self, slots: bool) -> float:
        names = [n for n in {*self.said, *self.wanted} if n.startswith("slot ") == slots]
        return f1(sum(self.hit[n] for n in names), sum(self.said[n] for n in names), sum(self.wanted[n] for n in names))

    def __str__(self) -> str:
        shares = " ".join(f"{n} {self.right[n] / self.asked[n]:.3f}" for n in sorted(self.asked))
        return f"triggers F1 {self._total(False):.3f} slots F1 {self._total(True):.3f} {shares}"

    def table(self) -> str:
        """One line a kind and slot: wanted, said, F1."""
        names = sorted({*self.said, *self.wanted})
        return "\n".join(f"{n:24}{self.wanted[n]:6}{self.said[n]:6}{f1(self.hit[n], self.said[n], self.wanted[n]):7.3f}" for n in names)


def _spans(tags: torch.Tensor) -> set[tuple[int, int, int]]:
    """Runs of words as (slot, first, last)."""
    found, slot, first = set(), -1, -1
    row = tags.tolist()
    for j, tag in enumerate([*row, 0]):
        inside = tag > 0 and tag % 2 == 0 and (tag - 2) // 2 == slot
        if slot >= 0 and not inside:
            found.add((slot, first, j - 1))
            slot = -1
        if tag > 0 and not inside:
            slot, first = (tag - 1) // 2, j
    return found
