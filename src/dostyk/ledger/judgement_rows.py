"""Judgements ↔ rows of the ledger's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from dostyk.model.judgement import End, Judgement, Named, Verdict

JUDGEMENT_COLUMNS = "verdict, reviewer, note, learned_at, undoes, pair, revision"
JUDGED = f"""SELECT number, {JUDGEMENT_COLUMNS}, side, sort, reference, name, words FROM judgements LEFT JOIN judged ON judgement = number
  WHERE ? IS NULL OR learned_at <= ? ORDER BY number, side, position"""


def judgement_row(judgement: Judgement) -> tuple[Any, ...]:
    """Give a judgement's row, columns as in JUDGEMENT_COLUMNS."""
    j = judgement
    return j.verdict.value, j.by, j.note, j.learned_at, j.undoes, j.pair, j.revision


def name_rows(number: int, judgement: Judgement) -> Iterator[tuple[Any, ...]]:
    """Give the rows of the names of both ends, columns in the order of the table."""
    for side, end in enumerate(judgement.ends):
        for position, named in enumerate(end.names):
            yield number, side, position, end.sort, end.id or None, named.text, json.dumps(named.words or (named.text,), ensure_ascii=False)


def judgements_from(rows: Iterable[tuple[Any, ...]]) -> list[Judgement]:
    """Make judgements of the rows that JUDGED gives."""
    found = []
    for (number, verdict, by, note, learned_at, undoes, pair, revision), group in groupby(rows, key=lambda row: row[:8]):
        sides: dict[int, list[tuple[Any, ...]]] = {}
        for side, *row in (one[8:] for one in group):
            if side is not None:
                sides.setdefault(side, []).append(tuple(row))
        ends = tuple(_end(sides[side]) for side in sorted(sides))
        found.append(Judgement(Verdict(verdict), by, learned_at, pair, revision, ends, note, undoes, number))
    return found


def _end(rows: list[tuple[Any, ...]]) -> End:
    names = tuple(Named(name, tuple(json.loads(words))) for _, _, name, words in rows)
    return End(rows[0][0], names, rows[0][1] or "")
