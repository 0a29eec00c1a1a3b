"""Findings on promises: what the register says of them, as a careful reader would remark on it."""

from typing import Any

from dostyk.facts import reconcile
from dostyk.model.fact import Finding
from dostyk.model.statement import Statement
from dostyk.promises import remarks

TRADE = {"measure": "trade turnover", "unit": "USD"}
BOTH = {"subject": "Norway; Kenya"}


def all_found(statements: list[Statement], as_of: str | None = None) -> list[Finding]:
    return [g for g in reconcile(statements, as_of, further=(remarks,))[1] if g.type.startswith("promise")]


def found(statements: list[Statement], type: str, as_of: str | None = None) -> list[Finding]:
    return [g for g in all_found(statements, as_of) if g.type == type]


class TestPromises:
    GOAL = TRADE | {"value": "10000000000", "content": "bring trade to 10 billion dollars"}

    def goal(self, tell: Any, said: Any) -> list[Statement]:
        promise: list[Statement] = tell(
            "A", "2015", said("Commitment", "trade of 10 billion by 2018", {"actor": "Norway; Kenya"}, "2018", "planned", attributes=self.GOAL)
        )
        return promise

    def trade(self, tell: Any, said: Any, year: str, value: str) -> list[Statement]:
        figure: list[Statement] = tell("B", "2022", said("Indicator", f"{value} in {year}", BOTH, year, attributes=TRADE | {"value": value}))
        return figure

    def test_reached_in_time(self, tell: Any, said: Any) -> None:
        assert found(self.goal(tell, said) + self.trade(tell, said, "2017", "11000000000"), "promise kept")

    def test_reached_late(self, tell: Any, said: Any) -> None:
        (finding,) = found(self.goal(tell, said) + self.trade(tell, said, "2020", "11000000000"), "promise late")
        assert "nothing for 2018" in finding.reason

    def test_not_reached(self, tell: Any, said: Any) -> None:
        assert found(self.goal(tell, said) + self.trade(tell, said, "2018", "8000000000"), "promise missed")

    def test_not_yet_due_and_without_outcome(self, tell: Any, said: Any) -> None:
        assert found(self.goal(tell, said), "promise open")
        assert found(self.goal(tell, said), "promise without outcome", as_of="2019")

    def test_a_visit_promised_and_paid(self, tell: Any, said: Any) -> None:
        roles = {"visitor": "Ingrid Dahl", "destination": "Kenya"}
        plan = tell("A", "2019-02", said("Visit", "Dahl will come in May", roles, "2019-05", "planned"))
        earlier = tell("A", "2018-02", said("Visit", "Dahl came in 2017", roles, "2017-05"))
        done = tell("B", "2020", said("Visit", "Dahl came on 4 May", roles, "2019-05-04"))
        assert not found(plan + earlier, "promise kept")
        assert found(plan + done, "promise kept")

    def test_what_is_promised_in_one_breath_is_one_promise(self, tell: Any, said: Any) -> None:
        quote = "Dahl will visit Kenya in May and meet Otieno Obel"
        page = tell(
            "A",
            "2019-02",
            said("Visit", quote, {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2019-05", "planned"),
            said("Meeting", quote, {"participant": "Ingrid Dahl; Otieno Obel"}, "2019-05", "planned"),
        )
        (finding,) = all_found(page)
        assert len(finding.statements) == 2

    def test_generalities_are_no_promises(self, tell: Any, said: Any) -> None:
        page = tell(
            "A",
            "2019",
            said(
                "Commitment",
                "they will strengthen cooperation",
                {"actor": "Norway; Kenya"},
                None,
                "planned",
                attributes={"content": "strengthen cooperation"},
            ),
        )
        assert not all_found(page)


def test_the_summit_of_another_year_is_no_outcome(tell: Any, said: Any) -> None:
    plan = tell("A", "2011", said("Event", "the summit will be in 2013", {"event": "summit of the Baltic Council"}, "2013", "planned"))
    other = tell("B", "2017", said("Event", "the summit met in 2017", {"event": "summit of the Baltic Council"}, "2017-06"))
    types = {g.type for g in all_found(plan + other)}
    assert "promise without outcome" in types
    assert not types & {"promise late", "promise kept"}


def test_intentions_long_past_are_history(tell: Any, said: Any) -> None:
    opened = said("Mission", "the first to open was in 1833", {"sender": "Norway", "location": "Nairobi"}, "1833", "planned")
    assert not all_found(tell("A", "2010", opened))
    assert not all_found(tell("A", None, opened))


def test_a_due_time_before_the_page_is_not_meant(tell: Any, said: Any) -> None:
    plan = said("Project", "the centre will grow", {"project": "Fjord Centre"}, "2025-05", "planned", attributes={"stage": "planned"})
    (finding,) = found(tell("A", "2025-09", plan), "promise without outcome")
    assert "no due date given" in finding.summary
