"""Paragraphs → the text of the document, with the place of every word in it and marks on what nobody sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dostyk.documents.paged.nouns import Sheet, Word
from dostyk.documents.paged.paragraphs import Paragraph
from dostyk.model.layout import Run
from dostyk.model.mark import Mark, MarkSort

HYPHENS = "-‐\u00ad"
WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Letters of scripts that put no space between words."""
BULLET = "•·▪‣◦►■□●○✓➢–—*"  # noqa: RUF001


class Writer:
    """Text as it grows, with runs and marks whose offsets count in it."""

    def __init__(self, known: Counter[str]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._known = known
        self.runs: list[Run] = []
        self.marks: list[Mark] = []
        self._before = ""

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def paragraph(self, one: Paragraph, pages: dict[int, int]) -> None:
        """Write a paragraph; `pages` gives the page of each word by its identity."""
        tight = one.form in ("item", "row") and self._before == one.form
        if self._length:
            self._put("\n" if tight else "\n\n")
        self._before = one.form
        if one.form == "row":
            last = max((number for number, cell in enumerate(one.cells) if cell), default=0)
            for number, cell in enumerate(one.cells[: last + 1]):
                if number:
                    self._put(" | ")
                self._lines(cell, pages)
        else:
            self._lines(one.lines, pages)

    def hidden(self, sheet: Sheet) -> None:
        """Write the words of a page that nobody sees, each run of one reason as a paragraph of its own."""
        start, last = 0, None
        for number, word in enumerate(sheet.hidden):
            if last is not None and word.why != last.why:
                self._unseen(sheet.hidden[start:number], sheet.number)
                start = number
            last = word
        if sheet.hidden:
            self._unseen(sheet.hidden[start:], sheet.number)

    def end(self) -> None:
        """Close the last line."""
        if self._length:
            self._put("\n")

    def _unseen(self, words: Sequence[Word], page: int) -> None:
        self._put("\n\n" if self._length else "")
        self._before = "hidden"
        start = self._length
        for number, word in enumerate(words):
            if number:
                self._put("" if word.glued else " " if abs(word.middle - words[number - 1].middle) < max(word.size, 1.0) * 1.6 else "\n\n")
            self._word(word, word.text, page)
        self.marks.append(Mark(start, self._length, MarkSort.HIDDEN, words[0].why))

    def _lines(self, lines: Sequence[Sequence[Word]], pages: dict[int, int]) -> None:
        for number, words in enumerate(lines):
            follows = lines[number + 1][0].text if number + 1 < len(lines) else ""
            if number:
                self._put(_between(lines[number - 1][-1].text, words[0].text))
            for at, word in enumerate(words):
                if at and not word.glued and not (WIDE.match(word.text[:1]) and WIDE.match(words[at - 1].text[-1:]) and _close(words[at - 1], word)):
                    self._put(" ")
                text = word.text
                if at == 0 and number == 0 and text in BULLET and len(words) > 1:
                    text = "-"
                elif at == len(words) - 1 and follows:
                    text = self._unbroken(text, follows)
                self._word(word, text, pages[id(word)])

    def _word(self, word: Word, text: str, page: int) -> None:
        start = self._length
        self._put(text)
        if text:
            self.runs.append(Run(start, self._length, page, word.place))
            if word.why and word.sort is not MarkSort.HIDDEN:
                self.marks.append(Mark(start, self._length, word.sort, word.why, word.sure))

    def _unbroken(self, text: str, follows: str) -> str:
        """Take the hyphen off a word that was broken at the end of its line, unless the document writes it with a hyphen elsewhere."""
        if text[-1:] not in HYPHENS or len(text) < 2 or not text[-2].isalpha() or not follows[:1].islower():
            return text
        rest = re.match(r"\w+", follows)
        head = re.search(r"\w+$", text[:-1])
        if rest is None or head is None:
            return text
        whole, parted = (head[0] + rest[0]).lower(), f"{head[0]}-{rest[0]}".lower()
        return text if self._known[parted] > self._known[whole] else text[:-1]

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _between(last: str, first: str) -> str:
    """Say what stands between the last word of a line and the first of the next."""
    if last[-1:] in HYPHENS and len(last) > 1 and (last[-2].isalnum()) and (first[:1].isalnum()):
        return ""
    return "" if WIDE.match(last[-1:]) and WIDE.match(first[:1]) else " "


def _close(last: Word, word: Word) -> bool:
    return word.box[0] - last.box[2] < 0.5 * word.size


def known_words(words: Sequence[Word]) -> Counter[str]:
    """Count the words of a document that stand within a line, those with hyphens as well."""
    return Counter(match for word in words if (match := word.text.strip(".,;:()«»“”\"'").lower()) and match[-1] not in HYPHENS)
