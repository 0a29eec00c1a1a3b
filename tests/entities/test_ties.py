"""What people judged to be one is one, and what they judged to be two is two, whatever rules hold of it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entities.people import body, holds, person, say, state

from dostyk.entities import Ties, resolve
from dostyk.entities.ties import key_of, keys_of
from dostyk.model.judgement import End, Judgement, Named
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement

VISITS = [say("Visit", visitor=person(name), destination=state("Peru")) for name in ("Maria Keller", "M. Keller", "Juana Vega")]


def ids(statements: list[Statement], *judgements: Judgement) -> dict[str, str]:
    return {mention.name: entity.id for mention, entity in resolve(statements, judgements).items()}


def test_two_are_made_one_with_the_reason() -> None:
    before, after = ids(VISITS), ids(VISITS, holds("same", "Maria Keller", "Juana Vega"))
    assert before["Maria Keller"] != before["Juana Vega"]
    assert after["Maria Keller"] == after["Juana Vega"] == after["M. Keller"]
    (reason,) = {e.reason for m, e in resolve(VISITS, [holds("same", "Maria Keller", "Juana Vega")]).items() if m.type is MentionType.PERSON}
    assert "“Maria Keller” is “Juana Vega”: Aigul judged so on 2026-01-05" in reason
    assert "initials fit" in reason


def test_one_is_made_two() -> None:
    assert ids(VISITS)["Maria Keller"] == ids(VISITS)["M. Keller"]
    after = ids(VISITS, holds("different", "Maria Keller", "M. Keller"))
    assert after["Maria Keller"] != after["M. Keller"]


def test_what_is_one_with_one_of_them_stays_apart_from_the_other() -> None:
    judged = [holds("same", "M. Keller", "Juana Vega", 1), holds("different", "Juana Vega", "Maria Keller", 2)]
    after = ids(VISITS, *judged)
    assert after["M. Keller"] == after["Juana Vega"] != after["Maria Keller"]


def test_where_judgements_contradict_apart_wins_and_it_is_said() -> None:
    judged = [holds("same", "A", "B", 1), holds("same", "B", "C", 2), holds("different", "A", "C", 3)]
    ties = Ties(judged)
    keys = [keys_of(judged[0].ends[0])[0], keys_of(judged[1].ends[1])[0]]
    assert ties.apart(*keys)
    assert ties.overruled == [judged[1]]


def test_a_judgement_whose_name_is_gone_goes_by_another_name_it_had() -> None:
    old = End("person", (Named("Marie Keller"), Named("Maria Keller")))
    judged = Judgement(holds("same", "a", "b").verdict, "Aigul", "2026", "j", 1, (old, End("person", (Named("Juana Vega"),))))
    assert len({ids(VISITS, judged)[name] for name in ("Maria Keller", "Juana Vega")}) == 1
    gone = Judgement(judged.verdict, "Aigul", "2026", "j", 1, (End("person", (Named("Nobody"),)), judged.ends[1]))
    assert resolve(VISITS, [gone]) == resolve(VISITS)


def test_bodies_of_the_same_words_can_be_two() -> None:
    said = [say("Membership", member=state("Peru"), organisation=body(name)) for name in ("Bank of Peru", "Peru Bank")]
    assert len(set(ids(said).values())) == 2
    assert len(set(ids(said, holds("different", "Bank of Peru", "Peru Bank", sort="body")).values())) == 3


def test_a_town_the_reference_data_lacks_can_be_one_that_it_has() -> None:
    kyoto = Mention("Kyoto", "Kyoto", "geonames:1857910", MentionType.CITY)
    other = Mention("Old Capital", "Old Capital", "x:old", MentionType.CITY)
    said = [say("Visit", visitor=person("Ana Roe"), destination=one) for one in (kyoto, other)]
    ends = (End("city", (Named("Old Capital"),)), End("city", (Named("Kyoto"),), "geonames:1857910"))
    judged = Judgement(holds("same", "a", "b").verdict, "Aigul", "2026", "j", 1, ends)
    entities = resolve(said, [judged])
    assert entities[other] == entities[kyoto]
    assert (entities[other].id, entities[other].country) == ("geonames:1857910", "JP")
    assert "Old Capital" in {name.text for name in entities[other].names}


@pytest.mark.parametrize(("name", "other"), [("Ana Roux", "ANA  ROUX"), ("Anä Roux", "Ana Roux")])
def test_case_and_accents_make_no_other_name(name: str, other: str) -> None:
    assert key_of(person(name)) == key_of(person(other))
    assert key_of(person(name)) != key_of(body(name))


NAMES = ("Maria Keller", "M. Keller", "Marta Keller", "Keller", "Juana Vega", "J. Vega", "Maria I. Keller")
PAIRS = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[1] != pair[2])


@given(st.lists(st.sampled_from(NAMES), min_size=2, unique=True), st.lists(PAIRS, max_size=5), st.randoms())
def test_no_rule_overrides_a_person_and_no_order_matters(names: list[str], pairs: list[tuple[str, str, str]], random: object) -> None:
    said = [say("Visit", visitor=person(name), destination=state("Peru")) for name in names]
    judged = [holds(verdict, one, other, number) for number, (verdict, one, other) in enumerate(pairs, 1)]
    found = ids(said, *judged)
    overruled = {one.number for one in Ties(judged, {key_of(person(name)) for name in names}.__contains__).overruled}
    for one in judged:
        first, second = (found.get(end.name) for end in one.ends)
        if first and second and one.number not in overruled:
            assert (first == second) is (one.verdict == "same")
    random.shuffle(said)  # type: ignore[attr-defined]
    assert ids(said, *judged[::-1]) == found
    for a, b in itertools.combinations(judged, 2):
        if {e.name for e in a.ends} == {e.name for e in b.ends} and a.verdict != b.verdict and {e.name for e in a.ends} <= set(names):
            assert overruled
