"""A ledger → its facts, findings and promises as rows beside what is kept, valid as long as nothing more is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dostyk.errors import LedgerError
from dostyk.ledger import Ledger
from dostyk.ledger.chain import head
from dostyk.model.fact import Fact, Finding
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement
from dostyk.results.coding import write
from dostyk.results.tables import CREATE, FACT, FINDING, FORM, PROMISE, TABLES

if TYPE_CHECKING:
    from apsw import Connection

Thing = Fact | Finding | Promise


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which facts are asked for: of a kind, of a state (ISO 3166-1) that they name or whose places they name, and so many at most."""

    kind: str | None = None
    state: str | None = None
    most: int | None = None

    def among(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Give those of some facts, in their order."""
        return islice((f for f in facts if self.kind in (None, f.kind) and (self.state is None or self.state in states_of(f))), self.most)


ALL = Wanted()


class Results(Protocol):
    """Facts, findings and promises as they are now, in their order, to be asked for one by one."""

    def find(self, prefix: str) -> list[Thing]:
        """Give what has an id that begins so: facts, then promises, then findings; nothing for an empty beginning."""

    def facts(self, wanted: Wanted = ALL) -> Iterable[Fact]:
        """Give the facts that are wanted."""

    def findings(self) -> Iterable[Finding]:
        """Give all findings."""

    def promises(self) -> Iterable[Promise]:
        """Give all promises."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What the statements that stand (`said`) amount to, just worked out: facts, findings and promises; `versions` are those that speak, by text."""

    said: Sequence[Statement]
    versions: Mapping[str, int]
    made: tuple[Sequence[Fact], Sequence[Finding], Sequence[Promise]]

    @classmethod
    def of(cls, ledger: Ledger) -> Worked:
        """Work it out of all that stands in a ledger, as of its newest document. Raises LedgerError."""
        from dostyk.facts import record_of
        from dostyk.facts.findings import find
        from dostyk.promises import register, remarks_on
        from dostyk.review import Record

        reviewed = Record(ledger)
        said = list(reviewed.statements())
        record = record_of(said, same=reviewed.same(), judgements=reviewed.judgements())
        promises = register(record)
        return cls(said, ledger.speaking_numbers(), (record.facts, list(find(record, (lambda _: remarks_on(promises),))), promises))

    def find(self, prefix: str) -> list[Thing]:
        """Give what has an id that begins so."""
        facts, findings, promises = self.made
        every: Iterable[Thing] = chain(facts, promises, findings)
        return [one for one in every if one.id.startswith(prefix)] if prefix else []

    def facts(self, wanted: Wanted = ALL) -> Iterable[Fact]:
        """Give the facts that are wanted."""
        return wanted.among(self.made[0])

    def findings(self) -> Iterable[Finding]:
        """Give all findings."""
        return self.made[1]

    def promises(self) -> Iterable[Promise]:
        """Give all promises."""
        return self.made[2]


def keep(connection: Connection) -> None:
    """Work everything out and store it, inside a transaction of the caller; what was stored before goes."""
    store(connection, Worked.of(Ledger(connection, Path())))


def catch_up(ledger: Ledger) -> Worked | None:
    """Work everything out and store it where what is stored does not hold any more; gives what was worked out, None where nothing had to be.

    Nobody who writes has to wait for it: it is stored only if nothing was kept meanwhile, and if the ledger may be written. Raises LedgerError
    where the ledger cannot be read.
    """
    if is_current(ledger):
        return None
    before = ledger.head()
    worked = Worked.of(ledger)
    with suppress(LedgerError), ledger.deriving() as connection:
        if head(connection)[1] == before:
            store(connection, worked)
    return worked


def is_current(ledger: Ledger) -> bool:
    """Whether what is stored is what this version of Dostyk makes of all that is kept."""
    if not list(ledger.rows("SELECT 1 FROM sqlite_schema WHERE name = 'results_state'")):
        return False
    return list(ledger.rows("SELECT form, head FROM results_state")) == [(FORM, ledger.head())]


def holds(connection: Connection) -> bool:
    """Whether what is stored is of the ledger as it is: what is of an earlier state is not asked, and compared with nothing."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'results_state'").get:
        return True
    stored = connection.execute("SELECT head FROM results_state").fetchall()
    return stored == [(head(connection)[1],)]


def store(connection: Connection, worked: Worked) -> None:
    """Put what was worked out into tables made anew, inside a transaction of the caller."""
    for table in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    connection.execute(CREATE)
    connection.execute("INSERT INTO results_state VALUES (?, ?)", (FORM, head(connection)[1]))
    facts, findings, promises = worked.made
    taken = {s.id: s for fact in facts for s in fact.statements}
    numbers: dict[str, int] = {}
    versions = sorted({(worked.versions[id], id) for id in {statement.document.id for statement in worked.said}})
    connection.executemany("INSERT INTO results_documents VALUES (?, ?)", versions)
    connection.executemany("INSERT INTO results_statements VALUES (?, ?, ?, ?)", _statements(worked, taken, numbers))

    def number(statement: Statement) -> int:
        return numbers[statement.id]

    things: tuple[tuple[str, Sequence[Thing]], ...] = ((FACT, facts), (FINDING, findings), (PROMISE, promises))
    for sort, found in things:
        lines = ((sort, place, one.id, _kind(one), write(one, number)) for place, one in enumerate(found))
        connection.executemany("INSERT INTO results_things VALUES (?, ?, ?, ?, ?)", lines)
    states = ((state, fact.kind, place) for place, fact in enumerate(facts) for state in states_of(fact))
    connection.executemany("INSERT INTO results_states VALUES (?, ?, ?)", states)


def states_of(fact: Fact) -> list[str]:
    """Give the states that a fact names, or whose places it names, in order of their codes."""
    from dostyk.entities.places import PLACES, state_of

    found = {state_of(mention) for mentions in fact.roles.values() for mention in mentions if mention.type in PLACES}
    return sorted(code for code in found if code)


def _kind(thing: Thing) -> str:
    return thing.type if isinstance(thing, Finding) else thing.kind


def _statements(worked: Worked, taken: Mapping[str, Statement], numbers: dict[str, int]) -> Iterator[tuple[int, int, str, str | None]]:
    """Number what stands; of what stands twice in one document, the later one is meant, as in the record."""
    for at, statement in enumerate(worked.said, 1):
        numbers[statement.id] = at
        as_taken = taken.get(statement.id, statement)
        time = None if as_taken.time == statement.time else as_taken.time or ""
        yield at, worked.versions[statement.document.id], statement.id, time
