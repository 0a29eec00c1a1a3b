"""What was last confirmed long ago, ran out, or has no date."""

from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.model.fact import Finding
from dostyk.model.statement import Statement

MAYOR = {"holder": "Tove Lind", "of": "Bergen"}


def found(statements: list[Statement], type: str, as_of: str | None = None) -> list[Finding]:
    return [g for g in reconcile(statements, as_of)[1] if g.type == type]


@pytest.mark.parametrize(
    ("quote", "stale"), [("the incumbent mayor Tove Lind took office in June 2015", 1), ("Mayor Tove Lind received him in June 2015", 0)]
)
def test_who_took_office_is_held_to_hold_it(tell: Any, said: Any, quote: str, stale: int) -> None:
    page = tell("A", "2016", said("Office", quote, MAYOR, "2015-06", attributes={"position": "mayor"}))
    findings = found(page, "stale", "2022")
    assert len(findings) == stale
    assert all("last confirmed by A, 2016" in g.reason for g in findings)


def test_a_name_in_passing_confirms_nothing(tell: Any, said: Any) -> None:
    dated = said("Office", "Mayor Lind signed it in 2011", MAYOR, "2011", attributes={"position": "mayor"})
    passing = said("Office", "the gift of Mayor Tove Lind", MAYOR, attributes={"position": "mayor"})
    assert not found(tell("A", "2016", dated, passing), "stale", "2022")
    assert len(found(tell("A", "2016", passing), "stale", "2022")) == 1


@pytest.mark.parametrize(("kind", "years"), [("Office", 2), ("Regime", 8), ("Mission", 12)])
def test_offices_soon_and_missions_late(tell: Any, said: Any, kind: str, years: int) -> None:
    told = {
        "Office": said("Office", "the mayor is Tove Lind", MAYOR, "2000/..", attributes={"position": "mayor"}),
        "Regime": said("Regime", "no visas", {"party": "Norway; Ghana"}, "2000/..", attributes={"subject": "visa-free travel"}),
        "Mission": said("Mission", "an embassy", {"sender": "Norway", "location": "Accra"}, "2000/..", attributes={"mission_type": "embassy"}),
    }
    page = tell("A", "2005", told[kind])
    assert not found(page, "stale", str(2005 + years - 1))
    assert len(found(page, "stale", str(2005 + years + 1))) == 1


def treaty(said: Any, title: str, time: str, **attributes: str) -> Any:
    return said("Agreement", f"the {title}", {"party": "Norway; Ghana"}, time, attributes={"title": title, **attributes})


def test_treaties_late(tell: Any, said: Any) -> None:
    page = tell("A", "1999", treaty(said, "treaty on shipping", "1970/..", action="in force"))
    assert not found(page, "stale", "2020")
    assert len(found(page, "stale", "2026")) == 1


def test_a_term_that_ran_out(tell: Any, said: Any) -> None:
    first = tell("A", "2012", treaty(said, "programme of cultural exchange 2012-2014", "2012", valid="2012/2014"))
    (finding,) = found(first, "stale", "2016")
    assert finding.summary.startswith("Ran out") and "2012–2014" in finding.summary
    assert not found(first, "stale", "2013")
    later = tell("B", "2015", treaty(said, "programme of cultural exchange 2015-2030", "2015", valid="2015/2030"))
    assert not found(first + later, "stale", "2016")


def test_a_page_without_a_date(tell: Any, said: Any) -> None:
    now = said("Office", "The mayor is Tove Lind", MAYOR, attributes={"position": "mayor"})
    then = said("Office", "In those days Mayor Olav Ness was in charge", {"holder": "Olav Ness", "of": "Bergen"}, attributes={"position": "mayor"})
    (finding,) = found(tell("Bergen town", None, now, then), "undated")
    assert "Bergen town has no date, and speaks of its own day once" in finding.summary
    assert "Tove Lind" in finding.reason and "Ness" not in finding.reason
    assert not found(tell("Bergen town", None, then), "undated")


def test_state_names_that_are_still_used(tell: Any, said: Any) -> None:
    def embassy(place: str) -> Any:
        return said("Mission", f"an embassy in {place}", {"sender": "Ghana", "location": place}, attributes={"mission_type": "embassy"})

    assert not found(tell("A", "2021", embassy("Czech Republic")), "name not valid at its date")
    assert len(found(tell("A", "2010", embassy("North Macedonia")), "name not valid at its date")) == 1
