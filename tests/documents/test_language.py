"""The language of a text is told by its words."""

import pytest

from dostyk.documents.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two sides signed an agreement on the railway and met in the capital.", "en"),
        ("Les deux parties ont signé un accord sur le chemin de fer et se sont réunies dans la capitale.", "fr"),
        ("Стороны подписали соглашение о железной дороге и провели встречу в столице.", "ru"),
        ("Екі ел арасындағы дипломатиялық қатынастар мың тоғыз жүз тоқсан екінші жылы орнатылды.", "kk"),
        ("两国于一九九二年建立外交关系,并在首都开设了大使馆。", "zh"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_what_the_markup_says_counts_only_where_words_do_not_tell() -> None:
    assert language_of("The two sides signed an agreement on the railway and met in the capital.", "ru") == "en"
    assert language_of("1992 – 2002", "ru") == "ru"
    assert language_of("1992 – 2002") is None


@pytest.mark.parametrize("text", ["word " * 100_000, "x" * 1_000_000, "Themministersmetinthecapital" * 1000, "qzjx vvkq zzpw " * 400])
def test_what_is_no_running_text_is_in_no_language(text: str) -> None:
    assert language_of(text) is None


def test_long_lines_and_short_ones_are_in_their_language() -> None:
    assert language_of("The two towns are twinned, and the mayors of France and Japan met. " * 16_000) == "en"
    assert language_of("Die Minister trafen sich in der Hauptstadt.") == "de"
    assert language_of("Les deux parties ont signé un accord. " * 1000) == "fr"
