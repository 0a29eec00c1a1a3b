"""Cuts a document into windows that the model reads at once: a paragraph or a stretch of a list, with what leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dostyk.model.analysis import Sentence, SpanType
from dostyk.trained.pieces import pieces

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
"""A word or a single mark."""
ROOM = 200
"""Pieces of a window beside its context."""
CONTEXT = 48
"""Pieces of context before a window: title, heading, the sentence before."""
TYPES = ("", *(t.value for t in SpanType))
FORMS = ("prose", "heading", "item", "row")
SHAPES = ("lower", "capital", "upper", "mixed", "number", "mark")


Leading = tuple[int | None, int | None, int | None]


@dataclass(slots=True)
class Word:
    """A word of a window: `start` and `end` are document offsets, `inside` says that it is to be read, not context.

    `span` is the number of the grammar's type for it, doubled, plus one where the typed span begins here; `shape`, `form`
    and `sentence` are numbers, too: of SHAPES, of FORMS, of the document's sentences.
    """

    start: int
    end: int
    pieces: list[int]
    inside: bool
    span: int
    shape: int
    form: int
    sentence: int


@dataclass(slots=True)
class Window:
    """What the model reads at once: context words first, then those inside."""

    words: list[Word] = field(default_factory=list)

    def sentences(self) -> list[int]:
        """Numbers of the sentences that are read."""
        return list(dict.fromkeys(w.sentence for w in self.words if w.inside))


def windows(text: str, sentences: Sequence[Sentence], known: Mapping[str, int]) -> Iterator[Window]:
    """Cut analysed sentences into windows, in order; headings are context only."""
    made = [_words(text, s, number, known) for number, s in enumerate(sentences)]
    leading = _leading(sentences)
    group: list[int] = []
    size = 0
    for number, sentence in enumerate(sentences):
        if sentence.form == "heading":
            if group:
                yield _window(made, group, leading[group[0]])
                group, size = [], 0
            continue
        need = sum(len(w.pieces) for w in made[number])
        if group and (size + need > ROOM or not _together(sentences[group[-1]], sentence)):
            yield _window(made, group, leading[group[0]])
            group, size = [], 0
        group.append(number)
        size += need
    if group:
        yield _window(made, group, leading[group[0]])


def _leading(sentences: Sequence[Sentence]) -> list[Leading]:
    """For each sentence the numbers of the page's first heading, of the nearest one and of the sentence before it."""
    found: list[Leading] = []
    title = heading = before = None
    for number, sentence in enumerate(sentences):
        found.append((title, heading, before))
        if sentence.form == "heading":
            title, heading = number if title is None else title, number
        else:
            before = number
    return found


def _together(before: Sentence, sentence: Sentence) -> bool:
    """Whether two sentences that follow each other are read at once: of one paragraph, or of one list or table."""
    if before.paragraph == sentence.paragraph:
        return True
    listed = ("item", "row")
    if before.heading != sentence.heading:
        return False
    return sentence.form in listed and (before.form in listed or before.text.rstrip().endswith(":"))


def _window(made: Sequence[list[Word]], group: Sequence[int], leading: Leading) -> Window:
    """A window for a group of sentences, with title, nearest heading and the sentence before as context."""
    title, heading, before = leading
    context: list[Word] = []
    left = CONTEXT
    for number, most in ((title, 20), (heading if heading != title else None, 20), (before, CONTEXT)):
        if number is None:
            continue
        cut = _last(made[number], min(left, most)) if number == before else _first(made[number], min(left, most))
        context += cut
        left -= sum(len(w.pieces) for w in cut)
    words = [_outside(w) for w in sorted(context, key=lambda w: w.start)]
    room = ROOM * 2
    for number in group:
        for word in made[number]:
            room -= len(word.pieces)
            if room >= 0:
                words.append(word)
    return Window(words)


def _first(words: Sequence[Word], most: int) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        most -= len(word.pieces)
        if most < 0:
            break
        kept.append(word)
    return kept


def _last(words: Sequence[Word], most: int) -> list[Word]:
    return _first(words[::-1], most)[::-1]


def _outside(word: Word) -> Word:
    return Word(word.start, word.end, word.pieces, False, word.span, word.shape, word.form, word.sentence)


def _words(text: str, sentence: Sentence, number: int, known: Mapping[str, int]) -> list[Word]:
    """The words of a sentence, each with the grammar's type for it."""
    marks: dict[int, tuple[int, int, int]] = {}
    for span in (*sentence.spans, *(t.span for t in sentence.tokens if t.span is not None), *sentence.dates, *sentence.quantities):
        kind = TYPES.index(span.type.value)
        for at in range(span.start, span.end):
            marks.setdefault(at, (kind, span.start, span.end))
    found: list[Word] = []
    form = FORMS.index(sentence.form) if sentence.form in FORMS else 0
    for match in WORD.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        kind, first, _ = marks.get(start, (0, -1, -1))
        found.append(
            Word(start, end, pieces(match.group(), known), True, 2 * kind + (kind > 0 and first == start), _shape(match.group()), form, number)
        )
    return found


def _shape(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return SHAPES.index("mark")
    if any(c.isdigit() for c in word):
        return SHAPES.index("number")
    if word.islower():
        return SHAPES.index("lower")
    if len(word) > 1 and word.isupper():
        return SHAPES.index("upper")
    return SHAPES.index("capital" if word[0].isupper() and word[1:] == word[1:].lower() else "mixed")
