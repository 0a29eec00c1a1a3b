import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.entities import same_person
from dostyk.entities.person_names import Likeness, compare

SAME = [
    ("Maria Keller", "MARIA KELLER"),
    ("José Peña", "Jose Pena"),
    ("President Maria Keller", "Maria Keller"),
    ("Keller Maria", "Maria Keller"),
    ("M. Keller", "Maria Keller"),
    ("M.Keller", "Maria Keller"),
    ("Arman Serikuly Dosov", "Arman Dosov"),
    ("Mr. Arman Dosov", "Dosov Arman"),
    ("Arman Abdrahmanov", "Arman Abdrakhmanov"),
]
DIFFERENT = [
    ("Maria Keller", "Marta Keller"),
    ("Wang Li", "Wang Lin"),
    ("J. Keller", "Maria Keller"),
    ("President of Latvia", "President of Lithuania"),
    ("Prime Minister of Peru", "Minister of Peru"),
    ("President of Latvia", "Maria Keller"),
    ("M. K.", "Maria Keller"),
    ("", "Maria Keller"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_person(a: str, b: str) -> None:
    assert same_person(a, b)[0]
    assert same_person(b, a)[0]
    assert same_person(a, b)[1]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_people(a: str, b: str) -> None:
    assert not same_person(a, b)[0]
    assert same_person(a, b)[1]


def test_a_bare_surname_only_hints() -> None:
    assert compare("Keller", "Maria Keller")[0] is Likeness.SURNAME
    assert not same_person("Keller", "Maria Keller")[0]


@given(st.text(), st.text())
def test_comparison_has_no_direction(a: str, b: str) -> None:
    assert compare(a, b)[0] == compare(b, a)[0]
