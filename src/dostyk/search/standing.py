"""Statements as the index has them → statements as they stand: without what people rejected or replaced, with what they put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dostyk.ledger import Ledger, Version
from dostyk.model.statement import Statement
from dostyk.review import Record
from dostyk.search.chosen import WANTED, Chosen
from dostyk.search.tables import SHIFT

LAST = (1 << SHIFT) - 1
"""Numbers of statements that are in no index count down from here, so that they meet none that is."""


class Standing:
    """What reviews make of a ledger, as they were known at a time (ISO 8601; None: now).

    It reads them once, when it is made. The index holds what was read; here it is compared with what stands, document by document and
    only where somebody reviewed something.
    """

    def __init__(self, ledger: Ledger, known_at: str | None = None) -> None:
        self.ledger = ledger
        self.known_at = known_at
        self.record = Record(ledger, known_at)
        self.judgements = self.record.judgements()
        self._found: dict[int, tuple[dict[str, Statement], list[tuple[int, Statement]]]] = {}

    def is_touched(self, number: int) -> bool:
        """Tell whether anybody reviewed anything in the document of a statement, by its number in the index."""
        return number >> SHIFT in self._versions

    def kept(self, number: int, id: str) -> Statement | None:
        """Give a statement of the index, in a document that somebody reviewed, where it stands as it was read; by its number and its id."""
        return self._of_version(number >> SHIFT)[0].get(id)

    def added(self, chosen: Chosen | None = None) -> Iterator[tuple[int, Statement]]:
        """Give the statements that stand otherwise than they were read, with numbers that the index does not have; of what is chosen, or all."""
        wanted = self._wanted(chosen) if self._changed_versions and chosen is not None else set()
        for version in self._changed_versions:
            if chosen is None or version in wanted:
                yield from ((number, one) for number, one in self._of_version(version)[1] if chosen is None or chosen.holds(one))

    def merged_with(self, id: str) -> tuple[str, ...]:
        """Give the ids of the statements that people held to say the same."""
        return tuple(sorted({other for pair in self._same if id in pair for other in pair if other != id}))

    @cached_property
    def _same(self) -> list[tuple[str, str]]:
        return self.record.same()

    @cached_property
    def _versions(self) -> dict[int, Version]:
        """The versions in which something was reviewed, current or not."""
        texts = sorted(self.record.touched())
        return {version.number: version for text in texts for version in self.ledger.versions(history=True, document=text)}

    @cached_property
    def _changed_versions(self) -> list[int]:
        """Those of them in which something may stand otherwise than it was read."""
        texts = self.record.changed() if self._versions else set()
        return [number for number, version in sorted(self._versions.items()) if version.document.id in texts]

    def _of_version(self, number: int) -> tuple[dict[str, Statement], list[tuple[int, Statement]]]:
        """Part what stands in a version: what was read so, by ids, and the rest, numbered."""
        if number not in self._found:
            kept, more = self.record.parted(self._versions[number])
            self._found[number] = kept, [(number << SHIFT | LAST - at, one) for at, one in enumerate(more)]
        return self._found[number]

    def _wanted(self, chosen: Chosen) -> set[int]:
        sql = f"SELECT v.number FROM versions AS v WHERE {WANTED}"
        return {int(number) for (number,) in self.ledger.rows(sql, {"version": chosen.version, "known_at": chosen.known_at})}
