"""Reviews ↔ rows of the ledger's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from dostyk.model.review import Act, Review, Said, Subject

REVIEW_COLUMNS = "number, act, reviewer, note, learned_at, undoes, thread, revision, document, part, read, results"


def review_row(review: Review) -> tuple[Any, ...]:
    """Give a review's row, without its number."""
    return review.act.value, review.by, review.note, review.learned_at, review.undoes


def subject_rows(number: int, review: Review) -> Iterator[tuple[Any, ...]]:
    """Give the rows of the statements that a review speaks of, columns in the order of the table."""
    for position, subject in enumerate(review.subjects):
        results = None if subject.results is None else json.dumps([said.as_json() for said in subject.results], ensure_ascii=False)
        read = json.dumps(subject.read.as_json(), ensure_ascii=False)
        yield number, position, subject.thread, subject.revision, subject.document, subject.part, read, results


def reviews_from(rows: Iterable[tuple[Any, ...]]) -> list[Review]:
    """Make reviews of rows with the columns REVIEW_COLUMNS, in order of number."""
    found = []
    for (number, act, by, note, learned_at, undoes), group in groupby(rows, key=lambda row: row[:6]):
        subjects = tuple(_subject(row[6:]) for row in group)
        found.append(Review(Act(act), by, learned_at, subjects, note, undoes, number))
    return found


def _subject(row: tuple[Any, ...]) -> Subject:
    thread, revision, document, part, read, results = row
    stands = None if results is None else tuple(Said.from_json(data) for data in json.loads(results))
    return Subject(thread, revision, document, Said.from_json(json.loads(read)), part, stands)
