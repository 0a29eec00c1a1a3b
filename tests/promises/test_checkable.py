"""Which intentions one could check, by a general rule: a number, an act one can see, a dated change of something one can see."""

from typing import Any

import pytest

from dostyk.model.promise import PromiseState


@pytest.mark.parametrize(
    "content",
    [
        "strengthen cooperation in energy",
        "open a new era of friendship",
        "launch a strategic partnership",
        "create favourable conditions for business",
        "customise courses to meet local needs",
        "work jointly for stability in the region",
        "build a community of shared future",
        "bring relations to a higher level",
    ],
)
def test_not_checkable(content: str, tell: Any, said: Any, registered: Any) -> None:
    page = tell("A", "2020", said("Commitment", content, {"actor": "Laos; Cuba"}, None, "planned", None, {"content": content}))
    (promise,) = registered(page)
    assert (promise.state, promise.measure) == (PromiseState.UNCHECKABLE, "")


@pytest.mark.parametrize(
    "content",
    [
        "open a branch of the university in Havana",
        "expand its services by introducing additional equipment",
        "sign a memorandum of understanding",
        "abolish visas for tourists",
        "send forty doctors to Laos",
        "set up a joint chamber of commerce",
    ],
)
def test_checkable_by_an_act_one_can_see(content: str, tell: Any, said: Any, registered: Any) -> None:
    page = tell("A", "2020", said("Commitment", content, {"actor": "Laos; Cuba"}, None, "planned", None, {"content": content}))
    (promise,) = registered(page)
    assert promise.state is PromiseState.NO_OUTCOME


def test_a_date_makes_a_change_of_a_thing_checkable_but_not_of_ties(tell: Any, said: Any, registered: Any) -> None:
    def state(content: str) -> PromiseState:
        page = tell("A", "2020", said("Commitment", content, {"actor": "Laos; Cuba"}, "2022", "planned", None, {"content": content}))
        (promise,) = registered(page)
        found: PromiseState = promise.state
        return found

    assert state("deepen mutual trust") is PromiseState.UNCHECKABLE
    assert state("widen the canal") is PromiseState.OPEN


@pytest.mark.parametrize(
    ("title", "time", "state"),
    [
        ("agreement", "2022", PromiseState.UNCHECKABLE),
        ("protocol", None, PromiseState.UNCHECKABLE),
        ("fisheries agreement", None, PromiseState.UNCHECKABLE),
        ("fisheries agreement", "2022", PromiseState.OPEN),
        ("air services agreement", None, PromiseState.NO_OUTCOME),
    ],
)
def test_a_name_must_tell_which_one_is_meant(title: str, time: str | None, state: PromiseState, tell: Any, said: Any, registered: Any) -> None:
    page = tell("A", "2020", said("Agreement", "they will sign it", {"party": "Laos; Cuba"}, time, "planned", None, {"title": title}))
    (promise,) = registered(page)
    assert promise.state is state
