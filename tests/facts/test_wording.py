import pytest

from dostyk.facts import wording


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Treaty of Friendship and Good-Neighbourly Relations", "Treaty on Good-Neighborliness and Friendship"),
        ("agreement on avoidance of double taxation", "double taxation avoidance agreement"),
        ("memorandum of understanding", "Memorandum of Cooperation and Understanding"),
        ("SCO summit", "summit of the Shanghai Cooperation Organisation"),
        ("third Harbour Academy", "3rd Harbour Academy"),
    ],
)
def test_same_wording(a: str, b: str) -> None:
    assert wording.same_wording(a, b)
    assert wording.same_wording(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("trade agreement", "agreement on extradition"),
        ("second Harbour Academy", "third Harbour Academy"),
        ("Harbour Academy", "second Harbour Academy"),
        ("agreement on trade", "agreement on customs, trade, tourism and fisheries"),
        ("programme 2010-2012", "programme 2013-2015"),
    ],
)
def test_different_wording(a: str, b: str) -> None:
    assert not wording.same_wording(a, b)


def test_exactly_wants_every_telling_word() -> None:
    assert wording.exactly("diplomatic relations", "diplomatic ties")
    assert not wording.exactly("strategic partnership", "comprehensive strategic partnership")
