import itertools
import random

from dostyk.entities import Homes, resolve
from dostyk.entities.places import state_of
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement

PERU = Mention("Peru", "Peru", "PE", MentionType.COUNTRY)
KENYA = Mention("Kenya", "Kenya", "KE", MentionType.COUNTRY)


def person(name: str) -> Mention:
    return Mention(name, name, f"p-{name}", MentionType.PERSON)


def office(name: str, of: Mention) -> Statement:
    document = Document(f"{name}, minister of {of.name}", "page.txt")
    return Statement(
        document, "Office", Evidence.of(document, 0, len(document.text)), {"holder": (person(name),), "of": (of,)}, {"position": "minister"}
    )


def test_initials_join_the_only_candidate_and_say_why() -> None:
    entities = resolve([office("Maria Keller", PERU), office("M. Keller", PERU)])
    assert entities[person("M. Keller")] == entities[person("Maria Keller")]
    assert entities[person("Maria Keller")].name == "Maria Keller"
    assert "initials" in entities[person("Maria Keller")].reason


def test_initials_with_two_candidates_stay_apart() -> None:
    entities = resolve([office("Maria Keller", PERU), office("Marta Keller", PERU), office("M. Keller", PERU)])
    assert len({e.id for e in entities.values() if e.type is MentionType.PERSON}) == 3


def test_another_country_keeps_likely_names_apart() -> None:
    entities = resolve([office("Maria Keller", PERU), office("M. Keller", KENYA)])
    assert entities[person("M. Keller")] != entities[person("Maria Keller")]


def test_a_surname_joins_within_its_country_only() -> None:
    entities = resolve([office("Maria Keller", PERU), office("Keller", PERU)])
    assert entities[person("Keller")] == entities[person("Maria Keller")]


def test_order_of_statements_does_not_matter() -> None:
    said = [office("Maria Anna Keller", PERU), office("M. Keller", PERU), office("Keller Maria", PERU), office("Otieno Obel", KENYA)]
    first = resolve(said)
    for changed in itertools.permutations(said):
        assert resolve(changed) == first


def test_people_belong_where_they_serve() -> None:
    said = [office("Maria Keller", PERU), office("Maria Keller", PERU), office("Maria Keller", KENYA)]
    random.Random(1).shuffle(said)
    assert Homes.of_statements(said).of(person("Maria Keller")) == "PE"


def test_bodies_belong_to_the_one_country_in_their_name() -> None:
    homes = Homes({})
    assert homes.of(Mention("x", "National Library of Kenya", "o1", MentionType.ORGANISATION)) == "KE"
    assert homes.of(Mention("x", "Kenya–Peru Business Council", "o2", MentionType.ORGANISATION)) is None
    assert homes.involved(Mention("x", "Kenya–Peru Business Council", "o2", MentionType.ORGANISATION)) == ("KE", "PE")


def test_territories_lie_in_their_state() -> None:
    assert state_of(Mention("Macao", "Macao", "MO", MentionType.COUNTRY)) == "CN"
    assert state_of(Mention("Cusco", "Cusco", "PE-CUS", MentionType.REGION)) == "PE"
