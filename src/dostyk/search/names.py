"""Names that statements bear → their wordings, and what is said of them: of the index, and of what people put in its place."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dostyk.entities.resolve import links
from dostyk.entities.things import Roles, named
from dostyk.entities.ties import key_of
from dostyk.ledger import Ledger
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement, mention_from_json
from dostyk.search.chosen import DATED, WANTED, Chosen, days, matches_of
from dostyk.search.indexing import sign
from dostyk.search.query import Query
from dostyk.search.standing import Standing
from dostyk.search.tables import SHIFT
from dostyk.search.tokens import folded

_COLUMNS = "SELECT n.number, n.text, n.name, n.id, n.type, n.sort FROM search_names AS n"
_ALL = f"{_COLUMNS} ORDER BY n.number"
_BY_ID = f"{_COLUMNS} WHERE n.id = ? ORDER BY n.number"
_FOUND = f"{_COLUMNS} JOIN search_name_words ON search_name_words.rowid = n.number WHERE search_name_words MATCH ? ORDER BY n.number"
_SHORTEST = f"""{_COLUMNS} JOIN search_name_words ON search_name_words.rowid = n.number
  WHERE search_name_words MATCH ? ORDER BY length(n.name), n.name, n.number"""
_TOLD = f"""SELECT s.number, t.id, {{}} FROM search_statement_words JOIN search_statements AS s ON s.number = search_statement_words.rowid
  JOIN versions AS v ON v.number = s.number >> {SHIFT}
  JOIN statements AS t ON t.version = s.number >> {SHIFT} AND t.position = s.number & {(1 << SHIFT) - 1}
  WHERE search_statement_words MATCH :match AND {DATED.format("s")} AND {WANTED} ORDER BY s.number"""


_ONE = """SELECT id, kind, time, source, roles, statements.attributes FROM statements JOIN versions ON number = version
  WHERE version = ? AND position = ?"""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of somebody or something; `number` is what statements are marked with, below 0 where only a person wrote it."""

    number: int
    mention: Mention
    sort: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What a statement says, without its quote; `number` is its own in the index, of its document it has the source only."""

    number: int
    id: str
    kind: str
    time: str | None
    source: str
    roles: Roles
    attributes: Mapping[str, str]


class Wordings:
    """The names of one ledger, as far as was known at a time; the index must be up to date (see `catch_up`)."""

    def __init__(self, ledger: Ledger, standing: Standing) -> None:
        self.ledger = ledger
        self.standing = standing
        self.known = Chosen(known_at=standing.known_at)

    def with_id(self, id: str) -> list[Wording]:
        """Give the wordings whose mentions bear an id."""
        return self._both(_BY_ID, id, lambda w: w.mention.id == id)

    def called(self, name: str) -> list[Wording]:
        """Give the wordings that are a name, its case, accents and apostrophes apart."""
        tokens = folded(name)
        found = self._both(_FOUND, f"words : {quoted(' '.join(tokens))}", lambda w: True) if tokens else []
        return [w for w in found if tokens in (folded(w.mention.text), folded(w.mention.name))]

    def holding(self, words: Iterable[Sequence[str]]) -> list[Wording]:
        """Give the wordings that hold all of some words, each in one of several forms (given as folded tokens with spaces)."""
        wanted = [list(forms) for forms in words]
        match = " AND ".join(f"({' OR '.join(map(quoted, forms))})" for forms in wanted)
        if not match:
            return []
        return self._both(_FOUND, f"words : ({match})", lambda w: all(any(_holds(w, form) for form in forms) for forms in wanted))

    def beginning_like(self, tokens: Sequence[str]) -> Iterator[Wording]:
        """Give the wordings with a word that begins with the same three letters as one of some words."""
        starts = [token[:3] for token in tokens]
        yield from self._rows(_FOUND, f"words : ({' OR '.join(f'{quoted(start)} *' for start in starts)})")
        yield from (w for w in self._own if any(word.startswith(tuple(starts)) for word in _words(w)))

    def found_by(self, query: Query) -> Iterator[Wording]:
        """Give the wordings in which a query stands, the shortest first."""
        yield from self._rows(_SHORTEST, query.expression("words"))
        yield from (w for w in self._own if query.holds((w.mention.text, w.mention.name)))

    def all(self) -> Iterator[Wording]:
        """Give every wording."""
        yield from self._rows(_ALL)
        yield from self._own

    def related(self, wordings: Iterable[Wording]) -> Iterator[Wording]:
        """Give the wordings that could be one with some by the rules that join names."""
        keys = [links(w.mention.name, w.mention.type) for w in wordings]
        found, looks = ({key for pair in keys for key in pair[at]} for at in (0, 1))
        for column, mine in (("looks", found), ("found", looks)):
            signs = list(dict.fromkeys(map(sign, sorted(mine))))
            for at in range(0, len(signs), 100):
                yield from self._rows(_FOUND, f"{column} : ({' OR '.join(map(quoted, signs[at : at + 100]))})")
        for w in self._own:
            own = links(w.mention.name, w.mention.type)
            if not found.isdisjoint(own[1]) or not looks.isdisjoint(own[0]):
                yield w

    def with_key(self, key: str) -> list[Wording]:
        """Give the wordings that judgements know under a key (see entities/ties.py)."""
        tokens = folded(key.partition(" ")[2])
        found = self._both(_FOUND, f"words : {quoted(' '.join(tokens))}", lambda w: True) if tokens else self.with_id(key)
        return [w for w in found if key_of(w.mention) == key]

    def is_key_said(self, key: str) -> bool:
        """Tell whether the record has a name, by its key."""
        return any(self.is_said(w.number, self.known) for w in self.with_key(key))

    def is_said(self, name: int, chosen: Chosen) -> bool:
        """Tell whether any statement that stands and is chosen bears a name, by its number."""
        return next(self.told([name], chosen), None) is not None

    def told(self, names: Sequence[int], chosen: Chosen) -> Iterator[tuple[int, str, str | None, int | None]]:
        """Give number, kind, time and first day of the statements that stand and bear one of some names; some may come several times."""
        for number, id, kind, time, low in self._read(names, chosen, "t.kind, t.time, s.low"):
            if not self.standing.is_touched(number) or self.standing.kept(number, id) is not None:
                yield number, kind, time, low
        for number, one in self._put(names, chosen):
            yield number, one.kind, one.time, days(one)[0]

    def said_of(self, names: Sequence[int], chosen: Chosen) -> Iterator[Saying]:
        """Give what stands and bears one of some names; some may come several times."""
        for number, id, *row in self._read(names, chosen, "t.kind, t.time, v.source, t.roles, t.attributes"):
            if not self.standing.is_touched(number) or self.standing.kept(number, id) is not None:
                yield _saying(number, (id, *row))
        for number, one in self._put(names, chosen):
            yield Saying(number, one.id, one.kind, one.time, one.document.source, one.roles, one.attributes)

    def document_of(self, version: int) -> tuple[str, str | None, str | None]:
        """Give the source, the language and the date (EDTF) of a version."""
        sql = "SELECT source, language, published FROM versions WHERE number = ?"
        source, language, published = next(iter(list(self.ledger.rows(sql, (version,)))))
        return str(source), language, published

    def saying(self, number: int) -> Saying:
        """Give what one statement says, by its number among those that `told` gives."""
        if number in self._added:
            one = self._added[number]
            return Saying(number, one.id, one.kind, one.time, one.document.source, one.roles, one.attributes)
        row = next(iter(list(self.ledger.rows(_ONE, (number >> SHIFT, number & ((1 << SHIFT) - 1))))))
        return _saying(number, row)

    def _read(self, names: Sequence[int], chosen: Chosen, columns: str) -> Iterator[tuple[Any, ...]]:
        for match in matches_of([name for name in names if name > 0], chosen):
            yield from self.ledger.rows(_TOLD.format(columns), {"match": match, **chosen.values()})

    def _put(self, names: Sequence[int], chosen: Chosen) -> Iterator[tuple[int, Statement]]:
        """Give what stands otherwise than it was read, and bears one of some names."""
        wanted = set(names)
        for number, one in self.standing.added(chosen):
            if not wanted.isdisjoint(self._borne[number]):
                yield number, one

    @cached_property
    def _added(self) -> dict[int, Statement]:
        return dict(self.standing.added())

    @cached_property
    def _written(self) -> tuple[list[Wording], dict[int, set[int]]]:
        """The wordings that no index has, and which names each statement bears that stands otherwise than it was read."""
        own: dict[tuple[Mention, str], Wording] = {}
        borne: dict[int, set[int]] = defaultdict(set)
        sql = f"{_COLUMNS} WHERE n.text = ? AND n.name = ? AND n.id = ? AND n.type = ? AND n.sort = ?"
        for number, one in self._added.items():
            for sort, m in named(one.kind, one.roles, one.attributes):
                held = list(self._rows(sql, m.text, m.name, m.id, m.type.value, sort))
                wording = held[0] if held else own.setdefault((m, sort), Wording(-1 - len(own), m, sort))
                borne[number].add(wording.number)
        return list(own.values()), borne

    @property
    def _own(self) -> list[Wording]:
        return self._written[0]

    @property
    def _borne(self) -> dict[int, set[int]]:
        return self._written[1]

    def _both(self, sql: str, value: str, own: Callable[[Wording], bool]) -> list[Wording]:
        return [*self._rows(sql, value), *filter(own, self._own)]

    def _rows(self, sql: str, *values: str) -> Iterator[Wording]:
        for number, text, name, id, type, sort in list(self.ledger.rows(sql, values)):
            yield Wording(int(number), Mention(text, name, id, MentionType(type)), sort)


def _saying(number: int, row: Sequence[Any]) -> Saying:
    id, kind, time, source, roles, attributes = row
    found = {role: tuple(map(mention_from_json, mentions)) for role, mentions in json.loads(roles).items()}
    return Saying(number, id, kind, time, source, found, json.loads(attributes))


def quoted(words: str) -> str:
    """Write words for FTS5 as a phrase; they have no sign that means anything to it."""
    return f'"{words}"'


def _words(wording: Wording) -> list[str]:
    return [*folded(wording.mention.text), *folded(wording.mention.name)]


def _holds(wording: Wording, form: str) -> bool:
    """Tell whether some tokens stand one behind the other in a wording."""
    return any(f" {form} " in f" {' '.join(folded(words))} " for words in (wording.mention.text, wording.mention.name))
