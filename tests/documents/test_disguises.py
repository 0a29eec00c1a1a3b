"""Words that a reader sees otherwise than they stand in the text are marked."""

import time
from pathlib import Path

import pytest

from dostyk.documents import read_closely
from dostyk.documents.disguises import disguises


def marked(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in disguises(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The t\u0430x was cut.", ["t\u0430x"]),
        ("\u041aaзахстан и Китай", ["\u041aaзахстан"]),
        ("Kaзaxstan trade", ["Kaзaxstan"]),
        ("\u0391thens signed.", ["\u0391thens"]),
        ("He paid \u202e001\u202c dollars.", ["\u202e001\u202c"]),
        ("He paid 1\u200b0 dol\u200blars.", ["1\u200b0", "dol\u200blars"]),
        ("In \u0441\u043e\u0441\u043e land", ["\u0441\u043e\u0441\u043e"]),
        ("Words\U000e0041\U000e0042 here", ["\U000e0041\U000e0042"]),
    ],
)
def test_disguised_words(text: str, words: list[str]) -> None:
    assert marked(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "WhatsAppтағы хабар, COVID-19ның, IT-компания, iPhone-ға",
        "the bloc of NATO (НАТО) and ЕС",
        "m², µm, Ωm, 5 °C, naïve café, Ürümqi",
        "中国\u200b与哈萨克斯坦",
        "می\u200cخواهم",
        "co\u00adoperation, a \u200e(b)\u200e c",
        "\ufeffThe first word.",
    ],
)
def test_what_is_no_disguise(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize("text", ["a\u200b" * 200_000, "\u0430a" * 200_000, "\u202e" * 200_000, "x \u0430" * 200_000, "\u202ea\n" * 100_000])
def test_no_text_costs_more_than_its_length(text: str) -> None:
    begun = time.process_time()
    sum(1 for _ in disguises(text))
    assert time.process_time() - begun < 10


def test_the_marks_of_a_text_file_and_what_is_said_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The t\u0430x was cut by half in the autumn of the year.")
    reading = read_closely(str(tmp_path / "a.txt"))
    assert [(mark.start, mark.end, mark.sort.value) for mark in reading.document.marks] == [(4, 7, "disguised")]
    assert reading.remarks[0].words == "1 word is marked, because a reader sees other letters than stand there: 't\\u0430x'"
