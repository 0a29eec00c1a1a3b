"""Runs the shipped model: words in context and triggers, then the links of each trigger."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from dostyk.errors import StopError
from dostyk.trained.heads import IMPLIED, KINDS, MODALITIES, SLOTS, STATISTICS
from dostyk.trained.pieces import vocabulary
from dostyk.trained.windows import Window

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FOLDER = "data"
GRAIN = 256
"""Scores are rounded to this part of one before anything is decided by them, so that the last bits of a processor decide nothing."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger found in a window: word indices, kind's number, and how sure the model is (0 to 1)."""

    kind: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What is linked to a trigger: (slot, first word, last word, score), and the classes of the statement as a whole."""

    links: list[tuple[int, int, int, float]]
    modality: str
    statistic: str
    measure: str
    implied: frozenset[str]


class Network:
    """The two graphs, loaded once."""

    def __init__(self) -> None:
        import onnxruntime  # type: ignore[import-untyped]

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder, self._linker = (
            onnxruntime.InferenceSession(_checked(f"{name}.onnx"), options, providers=["CPUExecutionProvider"]) for name in ("encoder", "linker")
        )
        self.measures: list[str] = json.loads(_checked("measures.json"))

    def read(self, window: Window, least: float) -> list[tuple[Trigger, Linked]]:
        """The triggers of a window whose score is at least `least`, with their links, in order."""
        import numpy as np

        known = vocabulary()
        rows: list[list[int]] = [[known["[CLS]"], 0, 0, 0, 0]]
        firsts: list[int] = []
        for word in window.words:
            firsts.append(len(rows))
            rows += [[piece, int(word.inside), word.span, word.shape, word.form] for piece in word.pieces]
        rows.append([known["[SEP]"], 0, 0, 0, 0])
        columns = np.array(rows, dtype=np.int64).T[:, None, :]
        names = ("ids", "segments", "types", "shapes", "forms")
        feed = {name: columns[i] for i, name in enumerate(names)}
        feed["mask"] = np.ones_like(columns[0])
        feed["firsts"] = np.array([firsts], dtype=np.int64)
        words, logits = self._encoder.run(None, feed)
        found = _triggers(window, _sure(logits[0]), least)
        if not found:
            return []
        starts = np.array([t.start for t in found], dtype=np.int64)
        ends = np.array([t.end for t in found], dtype=np.int64)
        feed = {
            "words": np.repeat(words, len(found), axis=0), "kinds": np.array([t.kind for t in found], dtype=np.int64), "starts": starts, "ends": ends,
            "absent": np.zeros((len(found), words.shape[1]), dtype=bool),
        }  # fmt: skip
        slots, modality, statistic, measure, implied = self._linker.run(None, feed)
        return [
            (
                trigger,
                Linked(
                    _runs(slots[i]), MODALITIES[int(_rounded(modality[i]).argmax())], STATISTICS[int(_rounded(statistic[i]).argmax())],
                    self.measures[int(_rounded(measure[i]).argmax())] if KINDS[trigger.kind] == "Indicator" else "",
                    frozenset(name for n, name in enumerate(IMPLIED) if _rounded(implied[i])[n] > 0),
                ),
            )
            for i, trigger in enumerate(found)
        ]  # fmt: skip


@cache
def network() -> Network:
    """The shipped model, loaded when first asked for."""
    return Network()


def _checked(name: str) -> bytes:
    """A shipped file, its hash compared with the one recorded; raises StopError where it is another."""
    folder = resources.files("dostyk.trained").joinpath(FOLDER)
    sums = {name: digest for digest, name in map(str.split, folder.joinpath("SHA256SUMS").read_text("utf-8").splitlines())}
    data = folder.joinpath(name).read_bytes()
    if hashlib.sha256(data).hexdigest() != sums.get(name):
        raise StopError(f"the model's file {name} is not the one that was shipped; install Dostyk again")
    return data


def _rounded(scores: Array) -> Array:
    import numpy as np

    return np.round(scores * GRAIN) / GRAIN


def _sure(logits: Array) -> Array:
    """Logits rounded, as probabilities."""
    import numpy as np

    return 1 / (1 + np.exp(-_rounded(logits)))


def _triggers(window: Window, sure: Array, least: float) -> list[Trigger]:
    """Runs of words that are triggers of a kind: begun where it is likely, going on while that is likely."""
    found: list[Trigger] = []
    for kind in range(len(KINDS)):
        begun, on = sure[:, 2 * kind], sure[:, 2 * kind + 1]
        at = 0
        while at < len(window.words):
            if window.words[at].inside and begun[at] >= least:
                end = at
                while end + 1 < len(window.words) and window.words[end + 1].inside and on[end + 1] >= 0.5 and begun[end + 1] < begun[at]:
                    end += 1
                found.append(Trigger(kind, at, end, float(begun[at])))
                at = end
            at += 1
    return sorted(found, key=lambda t: (t.start, t.end, t.kind))


def _runs(scores: Array) -> list[tuple[int, int, int, float]]:
    """Runs of words with one slot, begun by its opening tag."""
    rounded = _rounded(scores)
    best: Sequence[int] = rounded.argmax(-1).tolist()
    found: list[tuple[int, int, int, float]] = []
    slot, first = -1, 0
    for at, tag in enumerate([*best, 0]):
        inside = tag > 0 and tag % 2 == 0 and (tag - 2) // 2 == slot
        if slot >= 0 and not inside:
            found.append((slot, first, at - 1, _probability(rounded[first], 1 + 2 * slot)))
            slot = -1
        if tag > 0 and not inside:
            slot, first = (tag - 1) // 2, at
    assert all(0 <= s < len(SLOTS) for s, *_ in found)
    return found


def _probability(row: Array, index: int) -> float:
    values = [float(v) for v in row]
    most = max(values)
    return math.exp(values[index] - most) / sum(math.exp(v - most) for v in values)
