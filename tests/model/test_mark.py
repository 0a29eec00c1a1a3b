"""Marks: put in order, told in words, blanked out, and a bar to facts."""

from __future__ import annotations

import dataclasses
import json

import pytest

from dostyk.facts import reconcile
from dostyk.model.document import Document
from dostyk.model.mark import Mark, MarkSort, joined, seen
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement

TEXT = "Relations began in 1992.\n\nRelations were cut in 1999."
HIDDEN = Mark(26, 53, MarkSort.HIDDEN, "white on white")


def statement(marks: tuple[Mark, ...], start: int = 26, end: int = 53) -> Statement:
    document = Document(TEXT, "page.pdf", marks=marks)
    parties = tuple(Mention(name, name, code, MentionType.COUNTRY) for name, code in (("Latvia", "LV"), ("Chile", "CL")))
    return Statement(document, "Relations", Evidence.of(document, start, end), {"party": parties}, {"status": "diplomatic relations"}, "1999")


def test_marks_that_touch_and_say_the_same_are_one() -> None:
    marks = [dataclasses.replace(HIDDEN, start=start, end=end) for start, end in ((9, 12), (0, 4), (4, 6), (7, 7))]
    assert [(mark.start, mark.end) for mark in joined(marks)] == [(0, 6), (9, 12)]
    other = dataclasses.replace(HIDDEN, start=4, end=6, reason="covered")
    assert len(joined([marks[1], other])) == 2


def test_what_is_hidden_is_blank_and_offsets_stay() -> None:
    blank = seen(TEXT, [HIDDEN, Mark(0, 9, MarkSort.RECOGNISED, "read from a picture", 0.9)])
    assert blank == TEXT[:26] + " " * 27
    assert seen("a\nb", [Mark(0, 3, MarkSort.HIDDEN, "")]) == " \n "


@pytest.mark.parametrize("sort", MarkSort)
def test_a_mark_is_read_back(sort: MarkSort) -> None:
    mark = Mark(1, 2, sort, "why", 0.5)
    assert Mark.from_json(json.loads(json.dumps(mark.as_json()))) == mark


def test_a_quote_that_overlaps_a_mark_says_so_in_json_and_no_other() -> None:
    assert statement((HIDDEN,)).as_json()["evidence"]["mark"] == "hidden: white on white"
    assert "mark" not in statement((HIDDEN,), 0, 25).as_json()["evidence"]
    assert "mark" not in statement(()).as_json()["evidence"]


def test_confidence_is_told_of_recognised_text_only() -> None:
    assert Mark(0, 1, MarkSort.RECOGNISED, "read from a picture", 0.831).words == "recognised: read from a picture, confidence 0.83"


@pytest.mark.parametrize(
    ("marks", "vouched", "made"),
    [
        ((), False, 1),
        ((HIDDEN,), False, 0),
        ((HIDDEN,), True, 1),
        ((Mark(30, 31, MarkSort.DISGUISED, "look-alike letters"),), False, 0),
        ((Mark(26, 53, MarkSort.RECOGNISED, "read from a picture", 0.7),), False, 1),
        ((Mark(0, 24, MarkSort.HIDDEN, "white on white"),), False, 1),
    ],
)
def test_what_no_reader_sees_makes_no_fact_unless_a_person_accepted_it(marks: tuple[Mark, ...], vouched: bool, made: int) -> None:
    facts, _ = reconcile([dataclasses.replace(statement(marks), vouched=vouched)])
    assert len(facts) == made
