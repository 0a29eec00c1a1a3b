"""Words are cut into the longest pieces that the vocabulary knows."""

from __future__ import annotations

from dostyk.trained.pieces import UNKNOWN, pieces, vocabulary


def spelt(word: str) -> list[str]:
    names = {number: piece for piece, number in vocabulary().items()}
    return [names[number] for number in pieces(word, vocabulary())]


def test_common_word_is_one_piece() -> None:
    assert spelt("embassy") == ["embassy"]


def test_case_and_accents_do_not_matter() -> None:
    assert spelt("Émbassy") == spelt("embassy")


def test_rare_word_is_cut_into_pieces_that_make_it_up() -> None:
    found = spelt("Tokmokistan")
    assert len(found) > 1
    assert "".join(piece.removeprefix("##") for piece in found) == "tokmokistan"


def test_pieces_behind_the_first_are_marked() -> None:
    assert all(piece.startswith("##") for piece in spelt("Tokmokistan")[1:])


def test_what_cannot_be_spelt_is_unknown() -> None:
    assert spelt("☃") == [UNKNOWN]


def test_endless_word_is_unknown_not_slow() -> None:
    assert spelt("a" * 5000) == [UNKNOWN]
