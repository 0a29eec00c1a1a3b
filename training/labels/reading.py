"""Reads label files: a document's text with the statements that it makes, each part tied to its words (docs/labelling.md)."""

from __future__ import annotations

import pathlib
import re
import sys
from dataclasses import dataclass, field

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from tests.quality.check_gold import ATTRIBUTES, FIRST, KEY_ATTRIBUTES, KEY_ROLES, MODALITIES, NUMBER, ROLES, valid_time
from tests.quality.check_gold import CLOSED as CLOSED_VALUES

KEY = {kind: (*KEY_ROLES.get(kind, ()), *KEY_ATTRIBUTES.get(kind, ())) for kind in ROLES}
TWO = {kind: role for kind, roles in KEY_ROLES.items() for role, least in roles.items() if least == 2}
CLOSED = CLOSED_VALUES | FIRST
OPEN = {"mission_type", "agreement_type", "project_type"}
HEAD = re.compile(r"([A-Z][a-z]+)(?:!([a-z]+))?(\?)?$")


@dataclass(slots=True)
class Part:
    """One slot's filler: `spans` are offsets of its words in the document's text (none where they are not there), `value` what they mean."""

    slot: str
    words: str
    value: str | None
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Label:
    """A statement as labelled; `start` and `end` are the trigger's offsets."""

    kind: str
    modality: str
    needed: bool
    start: int
    end: int
    parts: list[Part]
    line: int


@dataclass(slots=True)
class Labelled:
    """A document with its labels; `problems` are sentences for whoever wrote it."""

    name: str
    head: dict[str, str]
    text: str
    labels: list[Label]
    problems: list[str]


def read_labelled(path: pathlib.Path) -> Labelled:
    """Read a label file: text and labels between its lines."""
    head: dict[str, str] = {}
    lines: list[str] = []
    raw: list[tuple[int, int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("> "):
            raw.append((number, len(lines) - 1, line[2:]))
        elif line.startswith("# ") and not lines and ": " in line:
            key, _, value = line[2:].partition(": ")
            head[key.strip()] = value.strip()
        else:
            lines.append(line)
    return tied(path.name.removesuffix(".lab"), head, lines, raw)


def tied(name: str, head: dict[str, str], lines: list[str], raw: list[tuple[int, int, str]]) -> Labelled:
    """Tie raw labels (line of the file, index of the text line they stand under, label) to the text made of these lines."""
    text = "\n".join(lines).rstrip("\n") + "\n"
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    found = Labelled(name, head, text, [], [])
    for number, index, label in raw:
        while index > 0 and not lines[index].strip():
            index -= 1
        try:
            found.labels.append(_label(label, lines, offsets, max(index, 0), number))
        except ValueError as problem:
            found.problems.append(f"{name}:{number}: {problem}")
    return found


def _label(raw: str, lines: list[str], offsets: list[int], index: int, number: int) -> Label:
    fields = [f.strip() for f in re.split(r"\s\|\s", raw.strip())]
    opening = HEAD.match(fields[0])
    if not opening or opening.group(1) not in ROLES:
        raise ValueError(f"{fields[0]!r} is no kind; write Kind, Kind!modality, Kind? or Kind!modality?")
    kind, modality = opening.group(1), opening.group(2) or "actual"
    if modality not in MODALITIES:
        raise ValueError(f"{modality!r} is no modality")
    if len(fields) < 2 or not fields[1].startswith("@"):
        raise ValueError("the second field must be the trigger, '@ words'")
    start, end = _trigger(fields[1][1:].strip(), lines, offsets, index)
    parts = [_part(kind, f, lines, offsets, index, start) for f in fields[2:] if f]
    label = Label(kind, modality, opening.group(3) is None, start, end, parts, number)
    _complete(label)
    return label


def _trigger(words: str, lines: list[str], offsets: list[int], index: int) -> tuple[int, int]:
    words, nth = _counted(words)
    line = index
    while line >= 0 and lines[line].strip():
        places = _places(words, lines[line])
        if places:
            if nth > len(places):
                raise ValueError(f"the trigger {words!r} occurs {len(places)} times in its line, not {nth}")
            at = offsets[line] + places[nth - 1]
            return at, at + len(words)
        line -= 1
    raise ValueError(f"the trigger {words!r} is not in the line above, letter by letter")


def _counted(words: str) -> tuple[str, int]:
    found = re.search(r"#(\d+)$", words)
    return (words[: found.start()], int(found.group(1))) if found else (words, 1)


def _places(words: str, line: str) -> list[int]:
    """Where words stand in a line, whole words preferred."""
    if not words:
        return []
    every = [m.start() for m in re.finditer(re.escape(words), line)]
    whole = [
        p
        for p in every
        if not (p and line[p - 1].isalnum() and words[0].isalnum())
        and not (line[p + len(words) : p + len(words) + 1].isalnum() and words[-1].isalnum())
    ]
    return whole or every


def _part(kind: str, raw: str, lines: list[str], offsets: list[int], index: int, trigger: int) -> Part:
    slot, colon, rest = raw.partition(":")
    slot, rest = slot.strip(), rest.strip()
    if not colon or slot not in ROLES[kind] | ATTRIBUTES[kind] | {"time", "attribution"}:
        raise ValueError(f"{raw!r} is no slot of {kind}")
    words, arrow, value = (p.strip() for p in rest.partition("=>"))
    part = Part(slot, words, value if arrow else None)
    if slot in CLOSED and not arrow:
        part.words, part.value = "-", words
    if slot in CLOSED and part.value not in CLOSED[slot]:
        raise ValueError(f"{slot} cannot be {part.value!r}; it is one of {', '.join(sorted(CLOSED[slot]))}")
    if slot == "unit" and not arrow and part.words in ("1", "rank"):
        part.words, part.value = "-", words
    if part.words not in ("-", ""):
        part.spans = _spans(part.words, lines, offsets, index, trigger)
        if not part.spans and slot in OPEN | {"measure", "unit"}:
            part.value, part.words = part.value or part.words, "-"
        elif not part.spans:
            raise ValueError(f"{slot}: {part.words!r} is not in this line or above, letter by letter (write '- => value' for what is not written)")
    elif not arrow and slot not in CLOSED:
        raise ValueError(f"{slot}: '-' needs '=> value'")
    part.words = part.words if part.words in ("-", "") else " + ".join(_counted(w.strip())[0] for w in part.words.split(" + "))
    _valued(part)
    return part


def _spans(words: str, lines: list[str], offsets: list[int], index: int, trigger: int) -> list[tuple[int, int]]:
    """The spans of words, or of pieces joined by ' + '; nearest to the trigger in the line, else the last ones before it."""
    found = _span(words, lines, offsets, index, trigger)
    if found is not None:
        return [found]
    pieces = [_span(p.strip(), lines, offsets, index, trigger) for p in words.split(" + ")]
    return [p for p in pieces if p is not None] if len(pieces) > 1 and all(p is not None for p in pieces) else []


def _span(words: str, lines: list[str], offsets: list[int], index: int, trigger: int) -> tuple[int, int] | None:
    counted = re.search(r"#\d+$", words) is not None
    words, nth = _counted(words)
    line = index
    while line >= 0:
        places = [offsets[line] + p for p in _places(words, lines[line])]
        if places and counted:
            if nth > len(places):
                raise ValueError(f"{words!r} occurs {len(places)} times in its line, not {nth}")
            return places[nth - 1], places[nth - 1] + len(words)
        if places:
            at = min(places, key=lambda p: (abs(p - trigger), p))
            return at, at + len(words)
        line -= 1
    return None


def _valued(part: Part) -> None:
    value = part.value
    if part.slot in ("time", "valid", "compared_with"):
        if value is None and valid_time(part.words):
            value = part.value = part.words
        if not value or value.count("/") > 1 or not valid_time(value):
            raise ValueError(f"{part.slot}: {part.value!r} is no EDTF date or interval; write 'words => 2015-03-26/2015-03-28'")
    if part.slot == "value":
        if value is None and NUMBER.match(part.words.replace(",", "")):
            value = part.value = part.words.replace(",", "")
        if value is None or not NUMBER.match(value):
            raise ValueError(f"value: {part.value!r} is no number; write '17.62 billion => 17620000000'")


def _complete(label: Label) -> None:
    slots = [p.slot for p in label.parts]
    for key in KEY[label.kind]:
        if key not in slots:
            raise ValueError(f"{label.kind} has no {key}")
    if label.kind == "Agreement" and not {"title", "agreement_type"} & set(slots):
        raise ValueError("Agreement has neither title nor agreement_type")
    role = TWO.get(label.kind)
    if role is not None:
        fillers = [p for p in label.parts if p.slot == role]
        if sum((p.value or "").count(" + ") + 1 for p in fillers) < 2:
            raise ValueError(f"{label.kind} needs two of {role}")
