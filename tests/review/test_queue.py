"""What is to be reviewed, in which order, and why."""

from dostyk.facts import reconcile
from dostyk.review import Item, accept, correct, queue, reject

from .conftest import Desk, Said, visit


def listed(desk: Desk, as_of: str = "2020-06-01") -> list[Item]:
    record = desk.record()
    return queue(record.reviewed(), record.stale(), reconcile(record.statements()), as_of)


SURE = "Jeanne Roux visited Japan in 2015."
UNSURE = "Jeanne Roux visited Peru in 2016."
PLEDGE = "France plans to open a school in Japan by July 2020."
GARBLED = "Lakeside was renamed Lakeside in 2001."


def four(desk: Desk) -> None:
    desk.keep(
        f"{SURE}\n\n{UNSURE}\n\n{PLEDGE}\n\n{GARBLED}\n",
        Said("Visit", SURE, {"visitor": "Jeanne Roux", "destination": "Japan"}, "2015", confidence=1.0),
        Said("Visit", UNSURE, {"visitor": "Jeanne Roux", "destination": "Peru"}, "2016", confidence=0.3),
        Said("Commitment", PLEDGE, {"actor": "France"}, "2020-07", {"content": "open a school in Japan"}, "planned", 0.9),
        Said("Renaming", GARBLED, {"entity": "Lakeside"}, "2001", {"old_name": "Lakeside", "new_name": "Lakeside"}, confidence=0.9),
    )


def test_what_matters_most_comes_first_and_says_why(desk: Desk) -> None:
    four(desk)
    found = listed(desk)
    assert [item.says.kind for item in found] == ["Renaming", "Visit", "Commitment", "Visit"]
    assert [item.points for item in found] == sorted((item.points for item in found), reverse=True)
    words = {item.says.evidence.quote: "; ".join(reason.words for reason in item.reasons) for item in found}
    assert words[GARBLED].startswith("warning: garbled")
    assert words[UNSURE].startswith("confidence 0.30")
    assert "promise due by 2020-07-31" in words[PLEDGE]
    assert "confidence" not in words[SURE]


def test_a_promise_far_ahead_waits_and_one_past_does_not(desk: Desk) -> None:
    four(desk)
    due = {
        day: [r.words for item in listed(desk, day) for r in item.reasons if "due" in r.words] for day in ("2019-01-01", "2020-07-31", "2021-01-01")
    }
    assert due == {"2019-01-01": [], "2020-07-31": ["promise due by 2020-07-31"], "2021-01-01": ["promise was due by 2020-07-31"]}


def test_statements_behind_a_disputed_fact_are_asked_for(desk: Desk) -> None:
    for place, value in (("/a.txt", "11700000000"), ("/b.txt", "19900000000")):
        quote = f"Trade of France and Japan came to {value} dollars in 2018."
        said = Said("Indicator", quote, {"subject": "France; Japan"}, "2018", {"measure": "trade turnover", "value": value, "unit": "USD"})
        desk.keep(f"Figures of {place}, put together in a hurry.\n\n{quote}", said, place=place)
    words = [[reason.words.partition(" (")[0] for reason in item.reasons] for item in listed(desk)]
    assert len(words) == 2 and all("disputed: 19900000000 / 11700000000" in one for one in words)


def test_what_was_reviewed_is_not_asked_again(desk: Desk) -> None:
    four(desk)
    for act, quote in ((accept, UNSURE), (reject, GARBLED)):
        act(desk.ledger, next(one for one in desk.record().reviewed() if one.statement.evidence.quote == quote), desk.signed())
    assert [item.says.evidence.quote for item in listed(desk)] == [PLEDGE, SURE]


def test_a_review_that_lost_its_passage_comes_before_all(desk: Desk) -> None:
    desk.keep(f"{SURE} It rained.", visit(SURE))
    correct(desk.ledger, desk.only(), {"visit_type": "state"}, desk.signed())
    thread = desk.only().thread
    desk.keep(f"It rained. {UNSURE}", visit(UNSURE, "2016", destination="Peru"))
    first, second = listed(desk)
    assert (first.id, first.points, first.stale is not None) == (thread, 100, True)
    assert first.reasons[0].words == "Aigul reviewed it (correct, 2026-01-02), but its passage has changed, or is gone"
    assert second.reviewed is not None


def test_where_the_changed_passage_says_the_same_it_is_asked_for_once(desk: Desk) -> None:
    desk.keep(f"{SURE} It rained.", visit(SURE))
    correct(desk.ledger, desk.only(), {"visit_type": "state"}, desk.signed())
    changed = SURE.replace("in 2015", "in the year 2015")
    desk.keep(f"{changed} It rained.", visit(changed))
    (item,) = listed(desk)
    assert item.reviewed is not None and item.points >= 100
    accept(desk.ledger, item.reviewed, desk.signed())
    assert listed(desk) == []
