"""Turns labelled documents into what the network learns from: windows with triggers, links and what is said of each statement."""

from __future__ import annotations

import bisect
import pathlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "labels"))

from reading import Label, Labelled

from dostyk.grammar import analyse
from dostyk.model.analysis import Sentence
from dostyk.trained.heads import IMPLIED, KINDS, MODALITIES, SLOTS, STATISTICS
from dostyk.trained.pieces import vocabulary
from dostyk.trained.windows import Window, windows

UNLINKED = {"value", "bound", "statistic", "visit_type", "action", "stage", "agreement_type", "project_type"}
"""Slots that the trigger or the exact readers give, not a link; `value` is linked where the trigger is not the figure."""
ROLES = frozenset(SLOTS[: SLOTS.index("status")])
"""Slots of which what is meant counts, not how it is worded."""

POINTING = frozenset("it its itself they their them he his him she her this that these those the there here who which".split())
"""Words with which a reference to what was named before begins; whom "we" and "our" mean the page tells, not the window."""
BOTH = frozenset("sides countries parties states nations governments two both".split())
"""Last words of references to the two whom the page is about."""


@dataclass(slots=True)
class Target:
    """A statement in a window: word indices of its trigger, linked slots with word ranges, what is said without words."""

    kind: int
    start: int
    end: int
    needed: bool
    modality: int
    statistic: int
    measure: str
    links: list[tuple[int, int, int]] = field(default_factory=list)
    implied: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Example:
    """A window with its targets; `weight` lets passages count less."""

    document: str
    window: Window
    targets: list[Target]
    weight: float = 1.0


def examples(labelled: Labelled) -> tuple[list[Example], Counter[str]]:
    """Cut a labelled document into examples; the counter tells which labels could not be laid on words, and why."""
    lost: Counter[str] = Counter()
    sentences = analyse(labelled.text, labelled.head.get("published"))
    made = [Example(labelled.name, w, []) for w in windows(labelled.text, sentences, vocabulary())]
    for label in labelled.labels:
        home = next((e for e in made if any(w.inside and w.start <= label.start < w.end for w in e.window.words)), None)
        if home is None:
            lost["trigger outside every window"] += 1
            continue
        target = _target(home.window, label, Named(labelled.text, home.window, sentences), lost)
        if target is None:
            lost["trigger on no word"] += 1
            continue
        same = next((t for t in home.targets if (t.kind, t.start, t.end) == (target.kind, target.start, target.end)), None)
        if same is None:
            home.targets.append(target)
        else:
            same.links += [link for link in target.links if link not in same.links]
            same.implied |= target.implied
            same.needed = same.needed or target.needed
    return made, lost


class Named:
    """What a window names outright, so that what a label leaves unsaid can be linked to where it was said."""

    def __init__(self, text: str, window: Window, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.window = window
        self.spans: list[tuple[int, int, set[str]]] = []
        numbers = {w.sentence for w in window.words}
        for number in sorted(numbers):
            sentence = sentences[number]
            every = [*sentence.spans, *(part for s in sentence.spans for part in s.parts)]
            self.spans += [(s.start, s.end, {s.text, s.name or s.text}) for s in every]
            self.spans += [(d.start, d.end, {d.edtf}) for d in sentence.dates if d.edtf]

    def nearest(self, value: str, at: int) -> tuple[int, int] | None:
        """The words (first, last) nearest to an offset that name a value, those before it first."""
        wanted = value.split("/")[0] if value.endswith("/..") else value
        fitting = [(s, e) for s, e, names in self.spans if wanted in names]
        ranges = [(r, s) for s, e in fitting if (r := _range(self.window, s, e)) is not None]
        if not ranges:
            return self._worded(value, at) if len(value) > 5 and not value[0].isdigit() else None
        return min(ranges, key=lambda found: (found[1] > at, abs(found[1] - at)))[0]

    def antecedent(self, words: str, value: str, at: int) -> tuple[int, int] | None:
        """The words (first, last) before an offset that name what other words ("it", "the bridge") only point at, or None."""
        low = words.lower()
        opening = low.split()[0]
        if opening not in POINTING or low.split()[-1] in BOTH or " + " in value:
            return None
        name = value.removeprefix("the ").lower()
        if name in low:
            return None
        if (worded := self._worded(name, at)) is not None:
            return worded
        before = [(s, e) for s, e, names in self.spans if value in names and s < at]
        return _range(self.window, *max(before)) if before else None

    def _worded(self, name: str, at: int) -> tuple[int, int] | None:
        """The last words (first, last) before an offset that are a name letter by letter, or None."""
        begin = self.window.words[0].start
        found = self.text[begin:at].lower().rfind(name.lower())
        return _range(self.window, begin + found, begin + found + len(name)) if found >= 0 else None


def _range(window: Window, start: int, end: int) -> tuple[int, int] | None:
    """The words of a window that a run of text covers, first and last."""
    starts = [w.start for w in window.words]
    first = bisect.bisect_right(starts, start) - 1
    if first < 0 or window.words[first].end <= start:
        first += 1
    last = bisect.bisect_left(starts, end) - 1
    if first >= len(starts) or last < first or window.words[first].start >= end:
        return None
    return first, last


def _target(window: Window, label: Label, named: Named, lost: Counter[str]) -> Target | None:
    found = _range(window, label.start, label.end)
    if found is None:
        return None
    said = {p.slot: p.value or p.words for p in label.parts}
    target = Target(
        KINDS.index(label.kind),
        *found,
        label.needed,
        MODALITIES.index(label.modality),
        STATISTICS.index(said.get("statistic", "level")),
        said.get("measure", ""),
    )
    for part in label.parts:
        slot = part.slot
        if slot in UNLINKED and not (slot == "value" and label.kind != "Indicator"):
            continue
        name = "rule" if (label.kind, slot) == ("Regime", "subject") else slot
        if name not in SLOTS:
            continue
        ranges = [r for s in part.spans if (r := _range(window, *s)) is not None]
        if part.spans and part.value and name in ROLES and (meant := named.antecedent(part.words, part.value, part.spans[0][0])) is not None:
            lost["linked to what its words point at"] += 1
            ranges = [meant]
        if ranges:
            target.links += [(SLOTS.index(name), *r) for r in ranges if (SLOTS.index(name), *r) not in target.links]
        elif name in IMPLIED:
            values = (part.value or "").split(" + ")
            said_before = [r for v in values if (r := named.nearest(v.strip(), label.start)) is not None]
            if len(said_before) == len(values):
                target.links += [(SLOTS.index(name), *r) for r in said_before if (SLOTS.index(name), *r) not in target.links]
                lost["linked to where it was said before"] += 1
            else:
                target.implied.add(IMPLIED.index(name))
                lost["implied"] += 1
        if part.spans and not ranges:
            lost["slot outside its window"] += 1
    return target
