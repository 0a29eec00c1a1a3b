from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.search.tokens import folded, tokenise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chełm", "chelm"),
        ("Xi'an", "Xi’an"),
        ("Xi'an", "XIʻAN"),
        ("Qaragʻanda", "qaraganda"),
        ("Königsberg", "Ko\u0308nigsberg"),
        ("STRASSE", "straße"),
        ("Королёв", "королев"),
        ("Моско\u0301вский", "московский"),
        ("Kazakhstan's", "kazakhstan"),
        ("Ｋａｚａｋｈ", "kazakh"),
        ("İstanbul", "istanbul"),
        ("Αθήνα", "αθηνα"),
        ("陸路", "陆路"),
        ("مُحَمَّد", "محمد"),
        ("l’Europe", "l'europe"),
        ("co\u00adoperation", "cooperation"),
    ],
)
def test_the_same_word_however_it_is_written(one: str, other: str) -> None:
    assert folded(one) == folded(other) != []


@pytest.mark.parametrize(("one", "other"), [("Astana", "Астана"), ("Китай", "Китаи"), ("Алматы", "Алмати"), ("ไทย", "ไทร"), ("कि", "क")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_what_is_elided_is_a_word_of_its_own() -> None:
    assert folded("chargé d’affaires de l’Union") == ["charge", "d", "affaires", "de", "l", "union"]


def test_letters_without_spaces_are_paired_over_a_line_end() -> None:
    assert folded("中哈\n合作 2024") == ["中哈", "哈合", "合作", "作", "2024"]


@given(st.text(alphabet=st.sampled_from("aЁé'’ \n-中国合ไทが9½㈱ﬁ\u0301\u200b\x00\"*:()^{}+"), max_size=60))
def test_tokens_stand_where_they_say_and_mean_nothing_to_the_index(text: str) -> None:
    tokens = list(tokenise(text))
    assert [token.text for token in tokens] == folded(text)
    assert all(0 <= t.start < t.lead <= t.end <= len(text) for t in tokens)
    assert all(a.start < b.start for a, b in pairwise(tokens))
    assert all(c > "\x7f" or c.isalnum() for token in tokens for c in token.text)


@given(st.text(max_size=40))
def test_any_text_has_tokens_or_none(text: str) -> None:
    assert all(token.text and not token.text.isspace() for token in tokenise(text))
