"""Any list of names is found in a text, from word edge to word edge, the longest of those that begin together."""

from hypothesis import given
from hypothesis import strategies as st

from dostyk.values.names import Scanner

NAMES = ["Lima", "Lima Airport", "San", "San Juan", "North San Juan", "Oslo", "Осло", "奥斯陆", ""]


def found(text: str) -> list[str]:
    """Give the names found, checking that the text spells each."""
    hits = Scanner(NAMES).find(text)
    assert all(text[start:end] == NAMES[number] for start, end, number in hits)
    return [NAMES[number] for _, _, number in hits]


def test_the_longest_name_from_edge_to_edge() -> None:
    assert found("From Lima Airport to Oslo.") == ["Lima Airport", "Oslo"]
    assert found("Lima Airports, Limas, Kalima, Lima") == ["Lima", "Lima"]
    assert found("North San Juan, San Juan and San Marino") == ["North San Juan", "San Juan", "San"]
    assert found("в Осло и в Ослове; 在奥斯陆举行") == ["Осло", "奥斯陆"]
    assert found("") == []


def test_equal_names_are_told_by_the_first() -> None:
    assert Scanner(["Oslo", "Lima", "Oslo"]).find("Oslo") == [(0, 4, 0)]


@given(st.text(alphabet=st.sampled_from("SanJuoLim "), max_size=60))
def test_hits_are_in_order_and_do_not_overlap(text: str) -> None:
    taken = 0
    for start, end, _ in Scanner(NAMES).find(text):
        assert taken <= start < end <= len(text)
        taken = end
