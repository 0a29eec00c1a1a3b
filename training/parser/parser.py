"""Turn tagged tokens into a dependency tree: a greedy arc-hybrid parser with integer weights.

Three moves are weighed (shift, left arc, right arc; Kuhlmann et al. 2011), and a label each time an arc is drawn. As in the tagger, the weights of
one feature are the lanes of one Python integer, so that adding integers adds the scores of all classes at once.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

SHIFT, LEFT, RIGHT = range(3)
DIGITS = str.maketrans("123456789", "000000000")


def normal(word: str) -> str:
    """Lower case, digits as 0."""
    return word.lower().translate(DIGITS)


class State:
    """A parse under way; token n is the root, which stands behind the sentence."""

    __slots__ = ("first", "heads", "label", "left", "left2", "lefts", "n", "right", "right2", "rights", "stack", "tags", "words")

    def __init__(self, words: Sequence[str], tags: Sequence[str]) -> None:
        n = self.n = len(words)
        self.words = [*(normal(word) for word in words), "<root>", "", "", ""]
        self.tags = [*tags, "ROOT", "", "", ""]
        self.stack: list[int] = []
        self.first = 0
        self.heads = [-1] * n
        self.label = [""] * (n + 4)
        self.left, self.left2, self.right, self.right2 = ([n + 1] * (n + 4) for _ in range(4))
        self.lefts, self.rights = [0] * (n + 4), [0] * (n + 4)

    def allowed(self) -> tuple[bool, bool, bool]:
        """Which of the three moves may be made."""
        return self.first < self.n, bool(self.stack), len(self.stack) > 1

    def arc(self, move: int) -> tuple[int, int]:
        """Head and dependent of the arc that a move would draw."""
        return (self.first if move == LEFT else self.stack[-2]), self.stack[-1]

    def apply(self, move: int, label: str = "") -> None:
        """Make a move."""
        if move == SHIFT:
            self.stack.append(self.first)
            self.first += 1
            return
        head, dependent = self.arc(move)
        self.stack.pop()
        self.heads[dependent] = head if head < self.n else -1
        self.label[dependent] = label
        if move == LEFT:
            self.left2[head], self.left[head] = self.left[head], dependent
            self.lefts[head] += 1
        else:
            self.right2[head], self.right[head] = self.right[head], dependent
            self.rights[head] += 1


def move_features(state: State) -> list[str]:
    """The features that moves are weighed by."""
    words, tags, label, stack, n = state.words, state.tags, state.label, state.stack, state.n
    none = n + 1
    depth = len(stack)
    s0 = stack[-1] if depth else none
    s1 = stack[-2] if depth > 1 else none
    s2 = stack[-3] if depth > 2 else none
    b0 = state.first
    b1 = b0 + 1 if b0 + 1 <= n else none
    b2 = b0 + 2 if b0 + 2 <= n else none
    s0w, s0t, s1w, s1t, b0w, b0t, b1w, b1t, b2t, s2t = (
        words[s0], tags[s0], words[s1], tags[s1], words[b0], tags[b0], words[b1], tags[b1], tags[b2], tags[s2],
    )  # fmt: skip
    sl, sr, bl, s1r, s1l = state.left[s0], state.right[s0], state.left[b0], state.right[s1], state.left[s1]
    slt, srt, blt, s1rt, s1lt = tags[sl], tags[sr], tags[bl], tags[s1r], tags[s1l]
    sll, srl, bll, s1rl, s1ll = label[sl], label[sr], label[bl], label[s1r], label[s1l]
    sl2, sr2, bl2 = label[state.left2[s0]], label[state.right2[s0]], label[state.left2[b0]]
    vl, vr, bv, v1 = min(state.lefts[s0], 4), min(state.rights[s0], 4), min(state.lefts[b0], 4), min(state.rights[s1], 4)
    gap = b0 - s0 if depth else 0
    gap = gap if gap < 5 else 5 if gap < 10 else 6
    gap1 = s0 - s1 if depth > 1 else 0
    gap1 = gap1 if gap1 < 5 else 5 if gap1 < 10 else 6
    return [
        "b", f"0{s0w} {s0t}", f"1{s0w}", f"2{s0t}", f"3{b0w} {b0t}", f"4{b0w}", f"5{b0t}", f"6{b1w} {b1t}", f"7{b1t}", f"8{b2t}",
        f"9{s1w} {s1t}", f"A{s1t}", f"B{s1w}", f"C{s2t} {s1t}",
        f"D{s0w} {s0t} {b0w} {b0t}", f"E{s0w} {b0t}", f"F{s0t} {b0w}", f"G{s0w} {b0w}", f"H{s0t} {b0t}", f"I{b0t} {b1t}", f"J{b0w} {b1t}",
        f"K{s1w} {s0w}", f"L{s1t} {s0t}", f"M{s1w} {s0t}", f"N{s1t} {s0w}", f"O{s1t} {b0t}", f"P{s1w} {b0w}",
        f"Q{b0t} {b1t} {b2t}", f"R{s0t} {b0t} {b1t}", f"S{s1t} {s0t} {b0t}", f"T{s2t} {s1t} {s0t}", f"U{s1t} {s0t} {b0t} {b1t}",
        f"V{s0t} {slt} {b0t}", f"W{s0t} {srt} {b0t}", f"X{s0t} {b0t} {blt}", f"Y{s1t} {s1rt} {s0t}", f"Z{s1t} {s1lt} {s0t}", f"a{s1t} {s0t} {slt}",
        f"c{s1t} {s0w} {b0t}", f"d{s1t} {s0t} {b0w}", f"e{s1w} {s0t} {b0t}", f"f{s0w} {b0t} {b1t}",
        f"g{s0w} {vr}", f"h{s0t} {vr} {vl}", f"i{b0t} {bv} {s0t}", f"j{s1t} {v1} {s0t}",
        f"k{s0t} {gap} {b0t}", f"l{s0w} {gap}", f"m{b0w} {gap}", f"n{s1t} {s0t} {gap1}",
        f"o{s0t} {sll} {sl2} {b0t}", f"p{s0t} {srl} {sr2} {b0t}", f"q{b0t} {bll} {bl2} {s0t}", f"r{s0w} {srl}", f"s{s0w} {sll}", f"t{b0w} {bll}",
        f"u{s1t} {s1rl} {s0t}", f"v{s1w} {s1rl}", f"w{s1t} {s1ll} {s0t} {sll}", f"x{words[sl]} {s0t} {s1t}", f"y{words[sl]} {s0t} {s1w}",
        f"z{words[sl]} {s0w} {b0t}",
    ]  # fmt: skip


def label_features(state: State, head: int, dependent: int) -> list[str]:
    """The features that an arc's label is weighed by."""
    words, tags, label = state.words, state.tags, state.label
    hw, ht, dw, dt = words[head], tags[head], words[dependent], tags[dependent]
    side = "<" if dependent < head else ">"
    far = min(abs(head - dependent), 4)
    left, right = state.left[dependent], state.right[dependent]
    hl, hr, hl2, hr2 = label[state.left[head]], label[state.right[head]], label[state.left2[head]], label[state.right2[head]]
    before, after = tags[dependent - 1] if dependent else "^", tags[dependent + 1]
    cw, last = words[left], words[dependent - 1] if dependent else ""
    return [
        f"b{side}", f"0{side}{ht} {dt}", f"1{side}{hw} {dt}", f"2{side}{ht} {dw}", f"3{side}{hw} {dw}", f"4{side}{dw}", f"5{side}{dt} {far}",
        f"6{side}{ht} {dt} {cw}", f"7{side}{hw} {cw}", f"8{side}{ht} {dt} {label[left]}", f"9{side}{dt} {label[right]}",
        f"A{side}{ht} {dt} {hl}", f"B{side}{ht} {dt} {hr}", f"C{side}{ht} {dt} {hl} {hl2}", f"D{side}{ht} {dt} {hr} {hr2}",
        f"E{side}{before} {dt} {after}", f"F{side}{dt} {before}", f"G{side}{dt} {after}", f"H{side}{hw} {dt} {hr}", f"I{side}{ht} {dt} {far}",
        f"J{side}{dw[-3:]} {ht}", f"K{side}{tags[left]} {dt} {ht}", f"L{side}{hw} {dt} {cw}", f"M{side}{ht} {last}",
    ]  # fmt: skip


class Lanes:
    """Packs and unpacks scores of `count` classes, `bits` (16 or 32) a class."""

    def __init__(self, count: int, bits: int) -> None:
        self.size = count * bits // 8
        self.bias = sum(1 << (bits * at + bits - 1) for at in range(count))
        self.unpack = struct.Struct(f"<{count}{'I' if bits == 32 else 'H'}").unpack

    def scores(self, weights: dict[str, int], names: list[str]) -> tuple[int, ...]:
        """The classes' scores, all raised by the same constant."""
        total = self.bias
        get = weights.get
        for name in names:
            value = get(name)
            if value is not None:
                total += value
        return self.unpack(total.to_bytes(self.size, "little"))


def best_move(state: State, scores: Sequence[int]) -> int:
    """The best of the moves that may be made; the first of equals."""
    return max((move for move, may in enumerate(state.allowed()) if may), key=lambda move: (scores[move], -move))


class Parser:
    """A model at work."""

    def __init__(self, labels: list[str], moves: dict[str, int], arcs: dict[str, int]) -> None:
        self.labels, self.moves, self.arcs = labels, moves, arcs
        self.move_lanes, self.label_lanes = Lanes(3, 16), Lanes(len(labels), 16)

    def parse(self, words: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
        """Give each token's head (-1 for the root) and label."""
        state = State(words, tags)
        while state.first < state.n or state.stack:
            may = state.allowed()
            if may == (True, False, False):
                state.apply(SHIFT)
                continue
            move = best_move(state, self.move_lanes.scores(self.moves, move_features(state)))
            if move == SHIFT:
                state.apply(SHIFT)
                continue
            scores = self.label_lanes.scores(self.arcs, label_features(state, *state.arc(move)))
            state.apply(move, self.labels[scores.index(max(scores))])
        return state.heads, state.label[: state.n]


def load(path: Path) -> Parser:
    """Read a model as `train.py` writes it."""
    raw = zlib.decompress(path.read_bytes())
    head_end = raw.index(b"\n")
    head = json.loads(raw[:head_end])
    at = head_end + 1
    read: list[dict[str, int]] = []
    for size, count, lanes in head["tables"]:
        names = raw[at : at + size].decode("utf-8").split("\n")
        at += size
        read.append({name: packed(raw[at + lanes * row : at + lanes * (row + 1)], 16) for row, name in enumerate(names)})
        at += lanes * count
    return Parser(head["labels"], *read)


def packed(row: bytes, bits: int) -> int:
    """One byte a class, 128 being nought, as lanes of an integer."""
    return sum((value - 128) << (bits * lane) for lane, value in enumerate(row))
