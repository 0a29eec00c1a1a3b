"""Judgements of people → which names must be one entity's and which must not, whatever rules hold of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dostyk.entities.places import PLACES
from dostyk.entities.spelling import fold
from dostyk.model.judgement import End, Judgement, Verdict
from dostyk.model.mention import Mention, MentionType

_HASHED = "x:"
"""What ids begin with that are hashes of names (see kinds/naming.py)."""


def key_of(mention: Mention) -> str:
    """Under what a mention is known to judgements: a place's id of the reference data, else what it is called, case and accents apart.

    Bodies, instruments, projects, events and offices are of one class here, because what type a thing has is the program's reading.
    """
    if mention.type in PLACES and not mention.id.startswith(_HASHED):
        return mention.id
    return _named(_class(mention.type), mention.name)


def keys_of(end: End) -> tuple[str, ...]:
    """The keys of an end's names, the one it went by first."""
    if end.id:
        return (end.id,)
    sorts = {"person": "person", "region": "place", "city": "place", "place": "place", "state": "place"}
    return tuple(dict.fromkeys(_named(sorts.get(end.sort, "thing"), named.text) for named in end.names))


def _class(type: MentionType) -> str:
    return "person" if type is MentionType.PERSON else "place" if type in PLACES else "thing"


def _named(kind: str, name: str) -> str:
    return f"{kind} {fold(name)}"


class Ties:
    """Sets of names that are one entity's, and sets that must stay apart; sets grow as judgements and rules join them.

    Where judgements contradict one another, apart wins, since what is wrongly one is worse than what is wrongly two; `overruled` are the
    judgements that then have no effect.
    """

    def __init__(self, judgements: Iterable[Judgement] = (), said: Callable[[str], bool] = lambda key: True) -> None:
        """Take the judgements in force; `said` tells whether the record has a name by its key.

        An end is the name that it went by, or, where the record has that no more, the first other name that it has.
        """
        self._parents: dict[str, str] = {}
        self._unlike: dict[str, set[str]] = {}
        self._joined: dict[str, list[str]] = {}
        self.overruled: list[Judgement] = []
        found = [(one, pair) for one in sorted(judgements, key=lambda one: one.number) if (pair := _ends(one, said))]
        self.judged = frozenset(key for _, pair in found for key in pair)
        self.pairs = tuple((one, pair) for one, pair in found)
        for one, (a, b) in found:
            if one.verdict is Verdict.DIFFERENT and a != b:
                self._unlike.setdefault(a, set()).add(b)
                self._unlike.setdefault(b, set()).add(a)
        for one, (a, b) in found:
            if one.verdict is Verdict.SAME:
                if self.apart(a, b):
                    self.overruled.append(one)
                else:
                    self.join(a, b)
                    self._joined.setdefault(self.root(a), []).append(_told(one))

    def __bool__(self) -> bool:
        """Whether anything was judged of what the record has."""
        return bool(self.judged)

    def root(self, key: str) -> str:
        """The one key that stands for the whole set."""
        while (parent := self._parents.get(key, key)) != key:
            self._parents[key] = self._parents.get(parent, parent)
            key = parent
        return key

    def join(self, a: str, b: str) -> None:
        """Make one set of two; the caller has seen that they are not apart. Without judgements there is nothing to remember."""
        if not self.judged:
            return
        low, high = sorted((self.root(a), self.root(b)))
        if low == high:
            return
        self._parents[high] = low
        for other in self._unlike.pop(high, set()):
            self._unlike.setdefault(low, set()).add(other)
            self._unlike[other].discard(high)
            self._unlike[other].add(low)
        if high in self._joined:
            self._joined.setdefault(low, []).extend(self._joined.pop(high))

    def apart(self, a: str, b: str) -> bool:
        """Whether a person held something in one set to be different from something in the other."""
        return self.root(b) in self._unlike.get(self.root(a), ())

    def unlike(self, key: str) -> frozenset[str]:
        """The roots of the sets that must stay apart from a name's."""
        return frozenset(self._unlike.get(self.root(key), ()))

    def joined(self, key: str) -> list[str]:
        """Say which judgements made a name's set one; nothing where only rules did."""
        return self._joined.get(self.root(key), [])


def _ends(judgement: Judgement, said: Callable[[str], bool]) -> tuple[str, str] | None:
    """The two keys that a judgement speaks of in a record; None where the record speaks of one of them no more."""
    keys = [next((key for key in keys_of(end) if said(key)), None) for end in judgement.ends]
    if len(keys) != 2 or keys[0] is None or keys[1] is None:
        return None
    return keys[0], keys[1]


def _told(judgement: Judgement) -> str:
    one, other = (end.name for end in judgement.ends)
    note = f": {judgement.note}" if judgement.note else ""
    return f"“{one}” is “{other}”: {judgement.by} judged so on {judgement.learned_at[:10]}{note}"
