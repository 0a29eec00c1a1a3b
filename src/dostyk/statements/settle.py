"""Settles drafts against each other: what is said twice at one place is kept once, at its fullest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dostyk.model.kind import Draft, Kind
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

NEAR = 40
"""Drafts before and behind one among which those are looked for that say the same better."""
OUTRIGHT = 0.85  # a rule of this confidence says it outright, not in passing


def settle(drafts: list[Draft], kinds: Mapping[str, Kind]) -> list[Draft]:
    """Give the drafts to keep, in the order they came; of two that say the same at overlapping places the fuller stays."""
    kept: list[Draft] = []
    by_key: dict[tuple[object, ...], list[Draft]] = {}
    single: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        kind = kinds[draft.kind]
        key = _key(draft, kind)
        if kind.once:
            said = single.setdefault(key, [])
            best = next((s for s in said if not _anew(s, draft, kind)), None)
            if best is None:
                said.append(draft)
                kept.append(draft)
            elif (draft.confidence >= OUTRIGHT, *_fullness(draft)) > (best.confidence >= OUTRIGHT, *_fullness(best)):
                kept[kept.index(best)] = draft
                said[said.index(best)] = draft
            continue
        rivals = by_key.setdefault(key, [])
        rival = next((r for r in rivals if r.start < draft.end and draft.start < r.end and not _dated_apart(r, draft)), None)
        if rival is None:
            rivals.append(draft)
            kept.append(draft)
        elif _fullness(draft) > _fullness(rival):
            rivals[rivals.index(rival)] = draft
            kept[kept.index(rival)] = draft
    return _yielded(kept, kinds)


def beside(kept: Sequence[Draft], others: Sequence[Draft], kinds: Mapping[str, Kind]) -> list[Draft]:
    """Give those of other drafts that can stand beside what is kept: none that says again what is said there, or what is said once already."""
    by_key: dict[tuple[object, ...], list[Draft]] = {}
    for draft in kept:
        by_key.setdefault(_key(draft, kinds[draft.kind]), []).append(draft)
    anchors = {(draft.kind, draft.anchor) for draft in kept}
    placed = sorted(kept, key=lambda draft: draft.start)
    starts = [draft.start for draft in placed]
    found: list[Draft] = []
    for draft in others:
        kind, at = kinds[draft.kind], bisect_left(starts, draft.start)
        near = (k for k in placed[max(0, at - NEAR) : at + NEAR] if k.start < draft.end and draft.start < k.end)
        again = any(kind.once or k.start < draft.end and draft.start < k.end for k in by_key.get(_key(draft, kind), ()))
        if not again and (draft.kind, draft.anchor) not in anchors and not any(k.kind in kind.yields_to for k in near):
            found.append(draft)
    return found


def _anew(one: Draft, other: Draft, kind: Kind) -> bool:
    """Whether two drafts that are said once are said outright of two times, in two ways ("consul in 1882, minister in 1890")."""
    outright = min(one.confidence, other.confidence) >= OUTRIGHT and bool(one.time) and bool(other.time) and one.time != other.time
    return outright and all(one.attributes.get(a, "").casefold() != other.attributes.get(a, "").casefold() for a in kind.key_attributes)


def _dated_apart(one: Draft, other: Draft) -> bool:
    """Whether one rule gave two drafts two times of their own, at one place ("in 2004 and 2010") or for two events in two places."""
    if one.rule != other.rule or not one.time or not other.time or one.time == other.time:
        return False
    if one.anchor == other.anchor:
        return True
    here, there = ({m.id for m in d.roles.get("place", ()) if isinstance(m, Mention)} for d in (one, other))
    return bool(here) and bool(there) and not here & there


def _yielded(drafts: list[Draft], kinds: Mapping[str, Kind]) -> list[Draft]:
    """Leave out what another kind says better: an intention that is a planned visit, a target that stands in a commitment."""
    planned = (Modality.PLANNED, Modality.EXPECTED)
    dropped: set[int] = set()
    for index, draft in enumerate(drafts):
        kind = kinds[draft.kind]
        for other in drafts[max(0, index - NEAR) : index + NEAR] if kind.yields_to or kind.swallows else ():
            overlap = other is not draft and other.start < draft.end and draft.start < other.end
            if overlap and other.kind in kind.yields_to and other.modality in planned:
                dropped.add(id(draft))
            elif overlap and other.kind in kind.swallows and draft.start <= other.anchor < draft.end and id(draft) not in dropped:
                dropped.add(id(other))
    return [d for d in drafts if id(d) not in dropped]


def _key(draft: Draft, kind: Kind) -> tuple[object, ...]:
    """What makes two drafts the same statement: kind, and what the kind names as identity."""
    roles = tuple(
        (role, tuple(sorted(m.name.casefold() for m in found if isinstance(m, Mention))))
        for role, found in sorted(draft.roles.items())
        if role in kind.identity
    )
    values = tuple((name, value) for name, value in sorted(draft.attributes.items()) if name in kind.identity)
    return draft.kind, roles, values


def _fullness(draft: Draft) -> tuple[int, int, int, float]:
    return (draft.time is not None, len(draft.attributes), sum(len(f) for f in draft.roles.values()), draft.confidence)
