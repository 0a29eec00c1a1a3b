"""A document is cut into windows that hold each sentence once, behind what leads to it."""

from __future__ import annotations

from collections import Counter

from dostyk.grammar import analyse
from dostyk.trained.pieces import vocabulary
from dostyk.trained.windows import CONTEXT, ROOM, Window, windows

PAGE = """Norway and Peru

Visits

Foreign Minister Kari Lund paid a visit to Lima in May 2019. She met President Luis Rojas there.

Agreements in force:

- Agreement on fisheries, Lima, 4 May 2019
- Memorandum on forests, Oslo, 2020
"""


def cut(text: str) -> list[Window]:
    return list(windows(text, analyse(text), vocabulary()))


def test_every_sentence_but_headings_is_inside_once() -> None:
    sentences = analyse(PAGE)
    inside = Counter(number for window in cut(PAGE) for number in window.sentences())
    assert inside == Counter(n for n, s in enumerate(sentences) if s.form != "heading")


def test_words_stand_at_their_offsets() -> None:
    for window in cut(PAGE):
        for word in window.words:
            assert PAGE[word.start : word.end].strip() == PAGE[word.start : word.end] != ""


def test_title_and_heading_lead_to_the_text() -> None:
    first = cut(PAGE)[0]
    leading = " ".join(PAGE[w.start : w.end] for w in first.words if not w.inside)
    assert "Norway and Peru" in leading
    assert "Visits" in leading


def test_list_is_read_with_its_lead_in() -> None:
    last = cut(PAGE)[-1]
    whole = " ".join(PAGE[w.start : w.end] for w in last.words)
    assert "Agreements in force" in whole
    assert "fisheries" in whole
    assert "forests" in whole


def test_long_paragraph_is_cut_where_sentences_end() -> None:
    text = " ".join(f"In {1950 + n} the city of Bergen sent a delegation of {n} to Cusco." for n in range(60))
    made = cut(text)
    assert len(made) > 1
    assert all(sum(len(w.pieces) for w in m.words if w.inside) <= ROOM for m in made)
    assert all(sum(len(w.pieces) for w in m.words if not w.inside) <= CONTEXT for m in made)


def test_no_text_no_window() -> None:
    assert cut("") == []
    assert cut("\n\n") == []
