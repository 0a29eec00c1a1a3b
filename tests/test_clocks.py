"""The laws of the two clocks on real files: the known never changes, the past gains what is told of it, order has no say, undoing restores."""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk import pipeline
from dostyk.briefs import compose
from dostyk.cli.showing import fact_json, finding_json, promise_json
from dostyk.documents.finding import find_sources
from dostyk.entities.judging import judge, see
from dostyk.exports.brief_html import write
from dostyk.ledger import Entry, Ledger
from dostyk.model.judgement import End, Named, Verdict
from dostyk.model.statement import Statement
from dostyk.promises import as_it_stood
from dostyk.review import Record, Signature, accept, correct, merge, reject, undo
from dostyk.settings import Settings
from dostyk.values.edtf import bounds

from .conftest import Said, told

TRADE = {"measure": "trade turnover", "unit": "USD"}
DATES = ("2018", "2019-03", "2020-06-01", "2021-05", "2023", None)
TIMES = ("2017", "2019-02-03", "2020", "2020-11/..", "2022-04", None)
PAST = ("2018", "2019-06", "2020-06-15", "2021")
"""Days as of which is asked; pages of later years are "published after"."""


@st.composite
def _said(draw: Any, number: str, times: Sequence[str | None] = TIMES) -> Said:
    """One statement of a kind that facts, findings or promises are made of."""
    time, modality = draw(st.sampled_from(times)), draw(st.sampled_from(["actual", "actual", "planned"]))
    town, value = draw(st.sampled_from(["Mombasa", "Nairobi"])), draw(st.sampled_from(["5000000000", "9000000000"]))
    quote = f"line {number} on {town} and {value}"
    match draw(st.sampled_from(["Mission", "Visit", "Commitment", "Indicator", "Office"])):
        case "Mission":
            return Said("Mission", quote, {"sender": "Norway", "location": town}, time, modality, None, {"mission_type": "consulate"})
        case "Visit":
            return Said("Visit", quote, {"visitor": "Ingrid Dahl", "destination": draw(st.sampled_from(["Kenya", town]))}, time, modality)
        case "Commitment":
            return Said("Commitment", quote, {"actor": "Kenya; Norway"}, time, "planned", None, {"content": f"open a consulate in {town}"})
        case "Indicator":
            return Said("Indicator", quote, {"subject": "Kenya; Norway"}, time, modality, None, TRADE | {"value": value})
        case _:
            holder = draw(st.sampled_from(["Otieno Obel", "Mary Aketch"]))
            return Said("Office", quote, {"holder": holder, "of": "Nairobi"}, time, "actual", None, {"position": "Mayor"})


@st.composite
def _page(draw: Any, number: int, dates: Sequence[str | None] = DATES, times: Sequence[str | None] = TIMES) -> list[Statement]:
    """One page of a publisher of its own, of one to four statements."""
    said = [draw(_said(f"{at} of {number}", times)) for at in range(draw(st.integers(1, 4)))]
    return told(f"Paper {number}", draw(st.sampled_from(dates)), *said, heading=f"Page {number}\n\n", title=f"Kenya and Norway, {number}")


@st.composite
def _pages(draw: Any, least: int = 2) -> list[list[Statement]]:
    return [draw(_page(number)) for number in range(draw(st.integers(least, 5)))]


def _record(ledger: Ledger, page: Sequence[Statement], learned_at: str, place: str = "") -> None:
    data = page[0].document.text.encode()
    document = replace(page[0].document, content_hash=sha256(data).hexdigest())
    ledger.record(Entry(document, data, "test/1", page, place=place or document.source), learned_at)


def _answers(ledger: Ledger, as_of: str | None = None, known_at: str | None = None) -> bytes:
    """Give the bytes of all that is answered by both clocks: statements, facts, findings, promises, the brief."""
    statements = sorted(pipeline.standing(ledger, known_at, as_of)[0], key=lambda one: (one.document.source, one.evidence.start, one.id))
    facts, findings = pipeline.reconcile_ledger(ledger, known_at, as_of)
    promises = pipeline.promises_of(ledger, as_of, known_at)
    brief = write(compose(facts, findings, ("KE", "NO"), as_of, known_at))
    told_of = [*(s.as_json() for s in statements), *map(fact_json, facts), *map(finding_json, findings), *map(promise_json, promises)]
    return (json.dumps(told_of, ensure_ascii=False) + brief).encode()


def _old(pages: Sequence[Sequence[Statement]], as_of: str) -> list[str]:
    """Where a later version may stand: at no page, or at one that was there by a day, or that has no date."""
    documents = [page[0].document for page in pages]
    return ["", *(one.source for one in documents if one.published is None or str(bounds(one.published)[1]) <= str(bounds(as_of)[1]))]


def _review(ledger: Ledger, data: Any, day: int, number: int = 4) -> None:
    """Let somebody review what stands, at random."""
    for at in range(data.draw(st.integers(0, number), "reviews")):
        standing = [one for one in Record(ledger).reviewed() if one.stands]
        if not standing:
            return
        seen = data.draw(st.sampled_from(standing))
        signed = Signature("Aigul", f"2026-0{day}-15T12:00:{at:02}.000000+00:00")
        same = [one for one in standing if one.statement.kind == seen.statement.kind and one.thread != seen.thread]
        match data.draw(st.sampled_from(["accept", "correct", "reject", "merge"])):
            case "accept":
                accept(ledger, seen, signed)
            case "correct":
                correct(
                    ledger,
                    seen,
                    {"time": data.draw(st.sampled_from([time for time in ("2016", "2019-05", "2022") if time != seen.statement.time]))},
                    signed,
                )
            case "reject":
                reject(ledger, seen, signed)
            case _ if same and {seen.statement.id, same[0].statement.id} not in [set(pair) for pair in Record(ledger).same()]:
                merge(ledger, seen, same[0], signed)


def _judge(ledger: Ledger, data: Any, at: str) -> None:
    """Let somebody hold two of the people to be one or two, at random."""
    verdict = data.draw(st.sampled_from([None, Verdict.SAME, Verdict.DIFFERENT]), "judgement")
    one, other = (End("person", (Named(name, (name,)),)) for name in data.draw(st.permutations(["Ingrid Dahl", "Otieno Obel", "Mary Aketch"]))[:2])
    seen = see(ledger, (one, other))
    if verdict is not None and not seen.revision:
        judge(ledger, seen, verdict, Signature("Aigul", at))


@given(_pages(), st.data())
@settings(max_examples=15)
def test_what_was_known_at_a_time_never_changes_whatever_is_learned_later(pages: list[list[Statement]], data: Any) -> None:
    split = data.draw(st.integers(1, len(pages) - 1), "pages learned by then")
    as_of = data.draw(st.sampled_from([None, *PAST]), "as of")
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for number, page in enumerate(pages[:split]):
            _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
        _review(ledger, data, day=1)
        _judge(ledger, data, "2026-01-20T12:00:00.000000+00:00")
        moment = "2026-01-31T23:59:59.999999+00:00"
        before = _answers(ledger, as_of, moment)
        for number, page in enumerate(pages[split:]):
            place = data.draw(st.sampled_from(["", pages[0][0].document.source]), "a page of its own, or a new version of the first")
            _record(ledger, page, f"2026-02-0{number + 1}T12:00:00.000000+00:00", place)
        _review(ledger, data, day=3)
        _judge(ledger, data, "2026-03-20T12:00:00.000000+00:00")
        assert _answers(ledger, as_of, moment) == before


@given(_pages(least=1), st.data())
@settings(max_examples=15)
def test_the_past_never_changes_when_a_later_page_tells_of_later_things(pages: list[list[Statement]], data: Any) -> None:
    """It may be a page of its own or a new version of one that was there; what a page published later told of the past, it may withdraw."""
    as_of = data.draw(st.sampled_from(PAST), "as of")
    later = data.draw(_page(9, ("2022-02", "2024-05-05"), ("2022-04", "2023", "2024-01/..")))
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for number, page in enumerate(pages):
            _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
        _review(ledger, data, day=1)
        before = _answers(ledger, as_of)
        place = data.draw(st.sampled_from(_old(pages, as_of)), "whose place it takes")
        _record(ledger, later, "2026-03-01T12:00:00.000000+00:00", place)
        assert _answers(ledger, as_of) == before


@given(_pages(least=1), st.data())
@settings(max_examples=15)
def test_a_later_page_takes_nothing_from_the_past_and_adds_only_what_it_tells_of_it(pages: list[list[Statement]], data: Any) -> None:
    as_of = data.draw(st.sampled_from(PAST), "as of")
    later = data.draw(_page(9, ("2022-02", "2024-05-05")))
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for number, page in enumerate(pages):
            _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
        before = {one.id for one in pipeline.standing(ledger, as_of=as_of)[0]}
        place = data.draw(st.sampled_from(_old(pages, as_of)), "whose place it takes")
        _record(ledger, later, "2026-03-01T12:00:00.000000+00:00", place)
        after = {one.id for one in pipeline.standing(ledger, as_of=as_of)[0]}
        assert after == before | {one.id for one in as_it_stood(later, as_of)}
        assert all(one.modality == "actual" and one.time is not None for one in later if one.id in after)


@given(_pages(), st.data())
@settings(max_examples=15)
def test_no_answer_depends_on_the_order_in_which_pages_were_learned(pages: list[list[Statement]], data: Any) -> None:
    """Copies of one text among them; reviews are made of the same statements in the same order."""
    copy = data.draw(st.sampled_from(pages), "what is reprinted")
    reprint = told_again(copy, data.draw(st.sampled_from(["A Reprint", "Zeitung"])), data.draw(st.sampled_from(DATES)))
    every = [*pages, reprint]
    shuffled = data.draw(st.permutations(every))
    as_of = data.draw(st.sampled_from([None, *PAST]), "as of")
    answers: list[bytes] = []
    chosen: list[tuple[str, str]] = []
    for ordered in (every, shuffled):
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
            for number, page in enumerate(ordered):
                _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
            if not answers:
                standing = sorted(one.statement.id for one in Record(ledger).reviewed())
                acts = st.sampled_from(["accept", "correct", "reject"])
                chosen = data.draw(st.lists(st.tuples(st.sampled_from(standing), acts), max_size=4, unique_by=lambda pair: pair[0]), "reviews")
            for at, (id, act) in enumerate(chosen):
                (seen,) = [one for one in Record(ledger).reviewed() if one.statement.id == id]
                signed = Signature("Aigul", f"2026-02-15T12:00:{at:02}.000000+00:00")
                {"accept": accept, "reject": reject}[act](ledger, seen, signed) if act != "correct" else correct(
                    ledger, seen, {"time": "2016"}, signed
                )
            answers.append(_answers(ledger, as_of))
    assert answers[0] == answers[1]


def told_again(page: Sequence[Statement], publisher: str, published: str | None) -> list[Statement]:
    """Give the statements of the same text from another publisher."""
    document = replace(page[0].document, source=f"{publisher}.txt", publisher=publisher, published=published)
    return [replace(one, document=document) for one in page]


@given(_pages(least=1), st.data())
@settings(max_examples=15)
def test_whatever_is_undone_restores_the_bytes(pages: list[list[Statement]], data: Any) -> None:
    as_of = data.draw(st.sampled_from([None, *PAST]), "as of")
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for number, page in enumerate(pages):
            _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
        states = [_answers(ledger, as_of)]
        made: list[str] = []
        for at in range(data.draw(st.integers(1, 4), "reviews")):
            held = len(ledger.reviews())
            _review(ledger, data, day=2 + at, number=1)
            if len(ledger.reviews()) > held:
                made.append(ledger.reviews()[-1].subjects[0].thread)
                states.append(_answers(ledger, as_of))
        for at, thread in enumerate(reversed(made)):
            assert _answers(ledger, as_of) == states[len(states) - 1 - at]
            undo(ledger, thread, ledger.revision(thread), Signature("Ben", f"2026-09-0{at + 1}T12:00:00.000000+00:00"))
        assert _answers(ledger, as_of) == states[0]


def test_no_answer_depends_on_the_order_of_paths_or_the_number_of_workers(tmp_path: Path) -> None:
    paths = sorted(str(path) for path in (Path(__file__).parent.parent / "examples").glob("*.txt"))[:5]
    answers = set()
    for number, (workers, ordered) in enumerate(((1, paths), (2, paths), (2, paths[::-1]))):
        ticks = iter(f"2026-01-01T12:00:{at:02}" for at in range(60))
        chosen = Settings().with_workers(workers)
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            outcomes = list(pipeline.ingest(find_sources(ordered), ledger, chosen, ticks.__next__))
            assert {one.state for one in outcomes} == {"new"}
            answers.add(_answers(ledger) + _answers(ledger, "2014"))
    assert len(answers) == 1
