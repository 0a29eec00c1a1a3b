"""Reviews → words: what a review did, and what it leaves standing."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.model.review import Act, Said
from dostyk.review.threads import Step, Thread

DONE = {
    Act.ACCEPT: "accepted",
    Act.CORRECT: "corrected",
    Act.REJECT: "rejected",
    Act.MERGE: "merged",
    Act.SPLIT: "split",
    Act.UNDO: "undid",
}


def says(said: Said) -> str:
    """Put what a statement says on one line."""
    parts = [f"{role}: {', '.join(one.name for one in found)}" for role, found in sorted(said.roles.items())]
    parts += [f"{name}: {value}" for name, value in sorted(said.attributes.items())]
    parts += [f"time: {said.time}"] if said.time else []
    parts += [f"according to: {said.attribution}"] if said.attribution else []
    return f"{said.kind}; {'; '.join(parts)}; {said.modality}"


def outcome(thread: Thread) -> str:
    """Say who reviewed last, and all that stands after it."""
    review, subject = thread.steps[-1]
    standing = thread.stood(subject.revision)
    note = f" ({review.note})" if review.note else ""
    return f"{review.by} {DONE[review.act]} it{note}: {' + '.join(map(says, standing)) or 'it stands no more'}"


def change(thread: Thread, step: Step) -> str:
    """Say in a few words what one review of a thread changed."""
    review, subject = step
    if review.act is Act.UNDO:
        return f"review {review.undoes}"
    if review.act is Act.MERGE:
        return " and ".join(one.thread for one in review.subjects)
    before = [one for one in thread.stood(subject.revision - 1) if one.part == subject.part]
    after = [one for one in subject.results or () if one not in thread.stood(subject.revision - 1)]
    if review.act is Act.CORRECT and len(before) == len(after) == 1:
        return differences(before[0], after[0])
    if review.act is Act.SPLIT and before:
        return " + ".join(differences(before[0], one) or "as it was" for one in after)
    return ""


def differences(before: Said, after: Said) -> str:
    """Name the slots in which two statements differ, with both values."""
    found = []
    for slot, (one, other) in _slots(before, after):
        if one != other:
            found.append(f"{slot}: {one or 'nothing'} → {other or 'nothing'}")
    return "; ".join(found)


def _slots(before: Said, after: Said) -> Sequence[tuple[str, tuple[str, str]]]:
    found = [("kind", (before.kind, after.kind))]
    for role in sorted({*before.roles, *after.roles}):
        one, other = (", ".join(mention.name for mention in said.roles.get(role, ())) for said in (before, after))
        found.append((role, (one, other)))
    for name in sorted({*before.attributes, *after.attributes}):
        found.append((name, (before.attributes.get(name, ""), after.attributes.get(name, ""))))
    found.append(("time", (before.time or "", after.time or "")))
    found.append(("modality", (before.modality.value, after.modality.value)))
    found.append(("according to", (before.attribution or "", after.attribution or "")))
    found.append(("quote", (before.evidence.quote, after.evidence.quote)))
    return found
