import pytest

from dostyk.entities import same_organisation
from dostyk.entities.organisation_names import name_key

SAME = [
    ("SCO", "Shanghai Cooperation Organization"),
    ("Shanghai Cooperation Organisation", "the Shanghai Cooperation Organization"),
    ("Northern Ports Authority (NPA)", "NPA"),
    ("Northern Ports Authority", "NPA"),
    ("Centre for Alpine Studies", "Center for Alpine Studies"),
    ("Kenya Film Week in Peru", "Film Week of Kenya in Peru"),
]
DIFFERENT = [
    ("Peru Culture Year in Kenya", "Kenya Culture Year in Peru"),
    ("Bank of Norway", "Bank of Sweden"),
    ("NPA", "Northern Fisheries Board"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_organisation(a: str, b: str) -> None:
    assert same_organisation(a, b)[0]
    assert same_organisation(b, a)[0]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_organisations(a: str, b: str) -> None:
    assert not same_organisation(a, b)[0]


def test_where_something_is_held_is_no_part_of_whose_it_is() -> None:
    assert name_key("Year of Peru in Kenya") != name_key("Year of Kenya in Peru")
