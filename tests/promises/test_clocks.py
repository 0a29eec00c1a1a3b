"""What the register says as of a past day, known at a past moment, never changes when something is added later."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Said, told

from dostyk.facts import record_of
from dostyk.ledger import Ledger
from dostyk.ledger.keeping import Entry
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement
from dostyk.pipeline import promises_of
from dostyk.promises import as_it_stood, register

TRADE = {"measure": "trade turnover", "unit": "USD"}
SIDES = {"actor": "Kenya; Norway"}
DAYS = st.sampled_from(["2018", "2019-03", "2020-06-01", "2021-05", "2023", None])
DUE = st.sampled_from(["2019", "2021-06", "2022-21", "../2023-12-31", "2024-02-01/2024-02-03", None])
TOWNS = st.sampled_from(["Mombasa", "Nairobi", "Oslo"])
SUMS = st.sampled_from(["5000000000", "9000000000", "12000000000"])


@st.composite
def _said(draw: Any, number: int) -> Said:
    """Something planned, told as being so, or denied: a post, a visit, a target, a figure, works."""
    due, coming = draw(DUE), draw(st.sampled_from(["planned", "expected", "actual", "negated"]))
    kind = draw(st.sampled_from(["Mission", "Visit", "Commitment", "Indicator", "Project", "Event"]))
    town, value = draw(TOWNS), draw(SUMS)
    quote = f"line {number} on {kind}"
    match kind:
        case "Mission":
            return Said(kind, quote, {"sender": "Norway", "location": town}, due, coming, None, {"mission_type": "consulate"})
        case "Visit":
            return Said(kind, quote, {"visitor": draw(st.sampled_from(["Ingrid Dahl", "Otieno Obel"])), "destination": town}, due, coming)
        case "Commitment":
            content = draw(st.sampled_from([f"open a consulate in {town}", f"raise trade to {value}", "strengthen ties"]))
            number_of = TRADE | {"value": value} if "trade" in content else {}
            return Said(kind, quote, SIDES, due, "planned", None, {"content": content} | number_of)
        case "Indicator":
            return Said(kind, quote, {"subject": "Kenya; Norway"}, due, coming, None, TRADE | {"value": value})
        case "Project":
            stage = draw(st.sampled_from(["planned", "under construction", "operating", "cancelled"]))
            return Said(kind, quote, {"project": f"{town} fish market", "place": town}, due, coming, None, {"stage": stage})
        case _:
            return Said(kind, quote, {"event": f"opening of the consulate of Norway in {town}", "place": town}, due, coming)


@st.composite
def _pages(draw: Any) -> list[list[Statement]]:
    """Two to six pages, each of another publisher, of one to four statements."""
    made = []
    for number in range(draw(st.integers(2, 6))):
        lines = [draw(_said(n)) for n in range(draw(st.integers(1, 4)))]
        made.append(told(f"Paper {number}", draw(DAYS), *lines, heading=f"Page {number}\n\n"))
    return made


def _record(ledger: Ledger, page: list[Statement], learned_at: str) -> None:
    data = page[0].document.text.encode()
    document = replace(page[0].document, content_hash=sha256(data).hexdigest())
    ledger.record(Entry(document, data, "test/1", page), learned_at)


@given(_pages(), st.data())
def test_the_past_as_known_in_the_past_never_changes(pages: list[list[Statement]], data: Any) -> None:
    split = data.draw(st.integers(1, len(pages) - 1), "pages learned by the moment asked about")
    as_of = data.draw(st.sampled_from([None, "2019", "2020-06-15", "2022", "2025-01-01"]), "as of")
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for number, page in enumerate(pages[:split]):
            _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
        moment = f"2026-01-0{split}T23:59:59.999999+00:00"
        before = promises_of(ledger, as_of, moment)
        assert before == promises_of(ledger, as_of)
        for number, page in enumerate(pages[split:]):
            _record(ledger, page, f"2026-02-0{number + 1}T12:00:00.000000+00:00")
        assert promises_of(ledger, as_of, moment) == before


@given(_pages())
def test_the_register_does_not_depend_on_the_order_in_which_pages_were_learned(pages: list[list[Statement]]) -> None:
    found: list[tuple[Promise, ...]] = []
    for ordered in (pages, pages[::-1]):
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
            for number, page in enumerate(ordered):
                _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
            found.append(promises_of(ledger, "2024"))
    assert found[0] == found[1]


@given(_pages(), st.sampled_from(["2019", "2020-06-15", "2022"]))
def test_what_is_both_told_and_done_later_changes_nothing_of_a_day(pages: list[list[Statement]], as_of: str) -> None:
    """Without an earlier page in it, a later one adds neither promises nor outcomes to what there was."""
    flat = [s for page in pages for s in page]
    later = told("Later", "2030-05-05", Said("Visit", "Dahl came to Kenya", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2030-05-01"))
    states = [[(p.id, p.state, p.reason) for p in register(record_of(as_it_stood(found, as_of), as_of))] for found in (flat, flat + later)]
    assert states[0] == states[1]


@given(_pages())
def test_every_promise_shows_its_quotes_and_no_silence_is_called_missed(pages: list[list[Statement]]) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for number, page in enumerate(pages):
            _record(ledger, page, f"2026-01-0{number + 1}T12:00:00.000000+00:00")
        for promise in promises_of(ledger, "2026"):
            assert promise.reason
            assert promise.announcements
            assert all(s.document.text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in promise.statements)
            told_of = promise.state.value in ("kept", "late", "partly", "missed", "disputed")
            assert bool(promise.outcomes) or not told_of
