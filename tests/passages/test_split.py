"""Tests how a text falls into headings, items, rows, paragraphs and sentences."""

from hypothesis import given
from hypothesis import strategies as st

from dostyk.passages import split


def forms(text: str) -> list[tuple[str, str]]:
    return [(p.form, text[p.start : p.end]) for p in split(text)]


def test_heads_items_rows_and_prose_are_told_apart() -> None:
    text = "Peru and Japan\n\nVisits\n- May 2018: Minister Ana Ruiz in Tokyo\nKyoto | Japan | 1987\n\n"
    text += "The two countries have traded since 1873. Both are glad of it."
    assert [form for form, _ in forms(text)] == ["heading", "heading", "item", "row", "prose"]


def test_an_entry_with_a_date_is_no_heading() -> None:
    text = "Chronicle\nApril 2021 – Speaker Luis Rojas in Lima\n"
    assert forms(text)[1][0] == "item"


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    text = "The minister of energy of Peru arrived on Monday in the capital of Norway and\n"
    text += "was met by his colleague at the airport of the city before they went to work."
    assert len(forms(text)) == 1


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Mr. J. Silva met U.S. Ambassador K. Brown. They spoke of No. 5 and of 3.5 bn. dollars."
    (passage,) = split(text)
    assert [text[a:b] for a, b in passage.sentences] == ["Mr. J. Silva met U.S. Ambassador K. Brown.", "They spoke of No. 5 and of 3.5 bn. dollars."]


@given(st.text(alphabet="aB1 .\n|-–:«“”’ ,;()", max_size=300))  # noqa: RUF001
def test_everything_but_white_space_is_in_exactly_one_passage(text: str) -> None:
    covered = [0] * len(text)
    for passage in split(text):
        for at in range(passage.start, passage.end):
            covered[at] += 1
    assert all(count == 1 for count, letter in zip(covered, text, strict=True) if not letter.isspace())
    assert max(covered, default=0) <= 1


def test_a_run_longer_than_any_sentence_is_cut_at_its_marks() -> None:
    text = "Peru and Chile signed an agreement on fish, " * 400
    (passage,) = split(text)
    assert max(end - start for start, end in passage.sentences) <= 2000
    assert all(text[end - 1] == "," for _, end in passage.sentences)
    assert sum(text[start:end].count("fish") for start, end in passage.sentences) == 400
