"""Judgements of entities: what is kept, what is refused, that taking one back restores every byte, and that they outlive everything."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.briefs import compose
from dostyk.cli.portraits import portrait_json
from dostyk.entities.judging import Seen, judge, pair_of, see, undo
from dostyk.errors import ReviewConflict, ReviewError
from dostyk.kinds.naming import thing
from dostyk.ledger import Entry, Ledger, restore
from dostyk.model.document import Document
from dostyk.model.judgement import End, Named, Verdict
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement
from dostyk.pipeline import DERIVED, entity_pairs, promises_of, reconcile_ledger
from dostyk.review import Signature
from dostyk.search import Chosen, ask, catch_up, portray

KENYA, PERU = (Mention(name, name, code, MentionType.COUNTRY) for name, code in (("Kenya", "KE"), ("Peru", "PE")))
PEOPLE = ("Maria Keller", "M. Keller", "Mona Keller", "Juana Vega")
LINES = (
    "Maria Keller came in 2019",
    "M. Keller came in 2019",
    "Mona Keller came in 2020",
    "Juana Vega is to come in 2021",
    "the coffee treaty of 2019",
    "the Lima instrument of 2019",
)
THINGS = ("coffee treaty", "Lima instrument")


def statements(document: Document, names: dict[str, str]) -> list[Statement]:
    """Read each line; `names` says what a version of the program calls somebody, if not as it stands there."""
    made = []
    for line in LINES:
        if line not in document.text:
            continue
        start = document.text.index(line)
        evidence, time = Evidence.of(document, start, start + len(line)), line[-4:]
        found = next((name for name in PEOPLE if name in line), None)
        if found is not None:
            who = thing(names.get(found, found), MentionType.PERSON)
            made.append(Statement(document, "Visit", evidence, {"visitor": (who,), "destination": (PERU,)}, {}, time))
        else:
            title = next(title for title in THINGS if title in line)
            made.append(Statement(document, "Agreement", evidence, {"party": (KENYA, PERU)}, {"title": title}, time))
    return made


def keep(ledger: Ledger, *lines: str, by: str = "dostyk 1", source: str = "page.txt", learned: str = "2026-01-01", **names: str) -> Document:
    text = "\n".join(lines or LINES)
    document = Document(text, source, publisher=source, published="2020-05", language="en", content_hash=hashlib.sha256(text.encode()).hexdigest())
    read = statements(document, {key.replace("_", " "): value for key, value in names.items()})
    ledger.record(Entry(document, text.encode(), by, read, place=f"/{source}"), learned)
    catch_up(ledger)
    return document


def end(name: str, *more: str) -> End:
    return End("instrument" if name in THINGS else "person", tuple(Named(text, (text,)) for text in (name, *more)))


def signed(by: str = "Aigul", at: str = "2026-02-01") -> Signature:
    return Signature(by, at, None)


def hold(ledger: Ledger, verdict: str, one: str, other: str, by: str = "Aigul", at: str = "2026-02-01") -> Any:
    return judge(ledger, see(ledger, (end(one), end(other))), Verdict(verdict), signed(by, at))


def everything(ledger: Ledger, known_at: str | None = None) -> str:
    """Write all that is made of a ledger: facts, findings, promises, the brief, pairs to judge, and every entity."""
    facts, findings = reconcile_ledger(ledger, known_at)
    brief = compose(*reconcile_ledger(ledger, known_at, "2021"), ("KE", "PE"), "2021")
    chosen = Chosen(known_at=known_at)
    asked = [ask(ledger, name, chosen).meant for name in (*PEOPLE, *THINGS)]
    shown = [json.dumps([portrait_json(portray(ledger, one, chosen)) for one in meant]) for meant in asked]
    pairs = [(p.score, p.evidence, p.ends) for p in entity_pairs(ledger, known_at)]
    return "\n".join(map(repr, (facts, findings, promises_of(ledger, None, known_at), brief, shown, pairs)))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger.open(tmp_path / "ledger.db")
    keep(ledger)
    return ledger


ACTS = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from([*PEOPLE]), st.sampled_from([*PEOPLE])).filter(lambda act: act[1] != act[2])


@settings(max_examples=6)
@given(st.lists(ACTS, min_size=1, max_size=3))
def test_merging_and_unmerging_restores_the_bytes(acts: list[tuple[str, str, str]]) -> None:
    with Ledger.open(Path(":memory:")) as ledger:
        keep(ledger)
        states, kept = [everything(ledger)], []
        for act in [("same", *THINGS), *acts]:
            try:
                kept.append(hold(ledger, *act))
            except ReviewError:
                continue
            states.append(everything(ledger))
        assert len(set(states)) > 1
        while kept:
            last = kept.pop()
            assert everything(ledger) == states.pop()
            undo(ledger, last.pair, ledger.judged_at(last.pair), signed())
        assert everything(ledger) == states.pop()
        assert everything(ledger, "2026-01-31") == everything(ledger)
        assert ledger.verify(DERIVED).wrong == ()


def test_a_judgement_counts_everywhere(ledger: Ledger) -> None:
    before = everything(ledger)
    assert len([f for f in reconcile_ledger(ledger)[0] if f.kind == "Agreement"]) == 2
    hold(ledger, "same", *THINGS)
    hold(ledger, "different", "Maria Keller", "M. Keller")
    facts, _ = reconcile_ledger(ledger)
    assert len([f for f in facts if f.kind == "Agreement"]) == 1
    assert [meant.entity.name for meant in ask(ledger, "keller", Chosen()).meant] == ["Maria Keller", "Mona Keller"]
    assert everything(ledger, "2026-01-31") == before


def test_what_was_judged_is_not_asked_again_and_is_after_undoing(ledger: Ledger) -> None:
    (asked,) = [one for one in entity_pairs(ledger) if {e.name for e in one.ends} == {"Maria Keller", "M. Keller"}]
    kept = judge(ledger, Seen(asked.pair, asked.ends), Verdict.DIFFERENT, signed())
    keep(ledger, LINES[0], LINES[1], source="other.txt", learned="2026-02-02")
    assert asked.pair not in {one.pair for one in entity_pairs(ledger)}
    undo(ledger, kept.pair, 1, signed())
    assert (asked.pair, 2) in {(one.pair, one.revision) for one in entity_pairs(ledger)}


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_it_survives_a_program_that_reads_other_names(ledger: Ledger, verdict: str) -> None:
    """The head of an end may be read in other words later: its other names still tell whom was meant."""
    ends = (end("Maria Keller", "M. Keller"), end("Juana Vega"))
    judge(ledger, see(ledger, ends), Verdict(verdict), signed())
    keep(ledger, by="dostyk 2", learned="2026-03-01", Maria_Keller="Keller Maria A.", Juana_Vega="JUANA  VEGA")
    wanted = ask(ledger, "Juana Vega", Chosen()).meant[0]
    assert ("M. Keller" in {w.mention.name for w in wanted.wordings}) is (verdict == "same")
    assert see(ledger, ends).revision == 1


def test_it_survives_removal_of_another_page_backup_and_restore(ledger: Ledger, tmp_path: Path) -> None:
    other = keep(ledger, LINES[0], source="other.txt", learned="2026-01-02")
    hold(ledger, "same", "Maria Keller", "Juana Vega")
    ledger.remove(other.id, "Ana", "asked for", "2026-02-02", DERIVED)
    ledger.backup(tmp_path / "copy.db")
    restore(tmp_path / "copy.db", tmp_path / "again.db", derived=DERIVED)
    with Ledger.open(tmp_path / "again.db") as again:
        assert {w.mention.name for w in ask(again, "Juana Vega", Chosen()).meant[0].wordings} >= {"Maria Keller", "Juana Vega"}
        before = everything(again)
        again.rebuild(DERIVED)
        assert everything(again) == before
        assert again.verify(DERIVED).wrong == ()


def test_a_removed_page_takes_what_was_judged_of_its_names_along(ledger: Ledger) -> None:
    page = next(ledger.versions()).document
    keep(ledger, LINES[0], source="other.txt", learned="2026-01-02")
    judge(ledger, see(ledger, (end("Maria Keller"), end("Juana Vega"))), Verdict.SAME, Signature("Aigul", "2026-02-01", "Vega by marriage"))
    ledger.remove(page.id, "Ana", "asked for", "2026-02-02", DERIVED)
    assert ledger.judgements() == []
    held = b"".join(file.read_bytes() for file in ledger.path.parent.iterdir())
    assert b"Vega" not in held and b"marriage" not in held and b"Maria Keller" in held
    assert ledger.verify(DERIVED).wrong == ()


def test_who_was_slower_is_refused_with_both_texts(ledger: Ledger) -> None:
    seen = see(ledger, (end("Maria Keller"), end("Juana Vega")))
    judge(ledger, seen, Verdict.SAME, signed("Aigul"))
    with pytest.raises(ReviewConflict) as late:
        judge(ledger, Seen(seen.pair, seen.ends[::-1]), Verdict.DIFFERENT, signed("Ben"))
    assert "Aigul judged it at 2026-02-01 (revision 1), after revision 0 that this was made on; nothing was saved" in str(late.value)
    assert late.value.theirs.startswith("Aigul judged that they are one: “Maria Keller” (person) and “Juana Vega”")
    assert late.value.yours.startswith("Ben judged that they are two")
    assert len(ledger.judgements()) == 1
    judge(ledger, see(ledger, seen.ends), Verdict.DIFFERENT, signed("Ben"))
    with pytest.raises(ReviewError, match="has no revision 7 yet, only 2"):
        judge(ledger, Seen(seen.pair, seen.ends, 7), Verdict.SAME, signed())


def test_a_judgement_of_another_name_takes_nothing_back(ledger: Ledger) -> None:
    ends = (end("Maria Keller", "M. Keller"), end("Mona Keller"))
    judge(ledger, see(ledger, ends), Verdict.DIFFERENT, signed())
    assert see(ledger, (end("M. Keller"), end("Mona Keller"))).revision == 0
    hold(ledger, "same", "M. Keller", "Mona Keller")
    found = {name: ask(ledger, name, Chosen()).meant[0].entity.id for name in PEOPLE}
    assert found["M. Keller"] == found["Mona Keller"] != found["Maria Keller"]


def test_a_judgement_that_others_contradict_is_asked_about(ledger: Ledger) -> None:
    """Each was sound when it was made, because the names that make them contradict were not known by these names then."""
    judge(ledger, see(ledger, (end("Nobody Known", "Maria Keller"), end("Juana Vega"))), Verdict.SAME, signed())
    hold(ledger, "different", "Maria Keller", "Juana Vega")
    first = entity_pairs(ledger)[0]
    assert [one.name for one in first.ends] == ["Nobody Known", "Juana Vega"]
    assert "apart wins" in first.evidence[0].words
    assert len(ask(ledger, "Juana Vega", Chosen()).meant[0].wordings) == 1


@pytest.mark.parametrize(
    ("acts", "last", "says"),
    [
        ([("same", 0, 3)], ("same", 3, 0), "Aigul judged that they are one already"),
        ([("same", 0, 3), ("same", 3, 2)], ("different", 0, 2), "that cannot be, because Aigul judged that they are one on 2026-02-01"),
        ([("same", 0, 3), ("different", 3, 2)], ("same", 0, 2), "“Juana Vega” and “Mona Keller”; undo j"),
        ([], ("same", 0, 0), "both are “Maria Keller”"),
    ],
)
def test_what_says_nothing_new_or_contradicts_is_refused(ledger: Ledger, acts: list[Any], last: Any, says: str) -> None:
    for verdict, one, other in acts:
        hold(ledger, verdict, PEOPLE[one], PEOPLE[other])
    head = ledger.head()
    with pytest.raises(ReviewError) as refused:
        hold(ledger, last[0], PEOPLE[last[1]], PEOPLE[last[2]])
    assert says in str(refused.value) and "\n" not in str(refused.value)
    assert ledger.head() == head


def test_undoing_what_nobody_judged(ledger: Ledger) -> None:
    with pytest.raises(ReviewError, match="no judgement that could be undone"):
        undo(ledger, "j0", 0, signed())
    kept = hold(ledger, "same", "Maria Keller", "Juana Vega")
    undo(ledger, kept.pair, 1, signed())
    with pytest.raises(ReviewError, match="no judgement that could be undone"):
        undo(ledger, kept.pair, 2, signed())


def test_the_id_of_a_pair_does_not_depend_on_who_comes_first() -> None:
    ends = (end("Maria Keller"), end("Juana Vega"))
    assert pair_of(ends) == pair_of(ends[::-1]) != pair_of((ends[0], end("Mona Keller")))
