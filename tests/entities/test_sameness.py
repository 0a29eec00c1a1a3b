import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.entities import same_name

ONE = [
    ("Арман Серикович Досов", "Arman Dosov", None),
    ("Досов Арман", "Arman Dosov", None),
    ("А. Досов", "Arman Dosov", None),
    ("Sh. Dosova", "Шолпан Досова", None),
    ("Господин Досов Арман", "Arman Dosov", None),
    ("Arman-Bek Dosov", "Armanbek Dosov", None),
    ("陈晨", "Chen Chen", None),
    ("李大伟", "Dawei Li", None),
    ("李大伟", "Ли Давэй", None),
    ("Maria Elena Keller", "Maria Keller", "person"),
    ("Bombay", "Mumbai", "city"),
    ("East African Trade Union (EATU)", "EATU", "organisation"),
]
TWO = [
    ("Maria Elena Keller", "Maria Keller", None),
    ("Dosov", "Arman Dosov", None),
    ("Арман Досов", "Asel Dosova", None),
    ("Айгерим Досова", "Aigerim Dosov", None),
    ("Каратау Тауы", "Karatau", None),
    ("李大伟", "Wang Dawei", None),
    ("Lima", "Quito", "city"),
    ("", "", None),
]


@pytest.mark.parametrize(("a", "b", "kind"), ONE)
def test_one_name(a: str, b: str, kind: str | None) -> None:
    for same, reason in (same_name(a, b, kind), same_name(b, a, kind)):
        assert same
        assert reason


@pytest.mark.parametrize(("a", "b", "kind"), TWO)
def test_two_names(a: str, b: str, kind: str | None) -> None:
    for same, reason in (same_name(a, b, kind), same_name(b, a, kind)):
        assert not same
        assert reason


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_direction(a: str, b: str) -> None:
    assert same_name(a, b)[0] == same_name(b, a)[0]
