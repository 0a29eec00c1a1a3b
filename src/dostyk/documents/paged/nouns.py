"""What a page is made of on the way to text: words, lines, blocks; places are points from the top left corner of the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.model.layout import Box
from dostyk.model.mark import MarkSort


@dataclass(slots=True)
class Ink:
    """How the letters of one text object are drawn: their fill colour, render mode and whether the font is bold, or comes with the file."""

    colour: tuple[int, int, int, int] = (0, 0, 0, 255)
    mode: int = 0
    bold: bool = False
    embedded: bool = True
    angle: int = 0


@dataclass(slots=True)
class Word:
    """Letters without a space between them; `size` is the height of their line, `why` says why nobody sees them.

    `shown` is where a word stands on the page whose box was turned so that it can be read from left to right.
    """

    text: str
    box: Box
    size: float
    ink: Ink
    why: str = ""
    sort: MarkSort = MarkSort.HIDDEN
    sure: float = 1.0
    shown: Box | None = None
    glued: bool = False
    """Nothing stands between this word and the one before."""

    @property
    def place(self) -> Box:
        """Where it stands on the page as it is shown."""
        return self.shown or self.box

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(slots=True)
class Line:
    """Words that stand beside one another without a wide gap."""

    words: list[Word]
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    text: str = field(default="", repr=True)

    def __post_init__(self) -> None:
        """Work out its bounds."""
        self.settle()

    def settle(self) -> None:
        """Work out bounds, size and text again after words have joined."""
        self.left, self.right = min(word.box[0] for word in self.words), max(word.box[2] for word in self.words)
        self.top, self.bottom = min(word.box[1] for word in self.words), max(word.box[3] for word in self.words)
        letters = max(1, sum(len(word.text) for word in self.words))
        self.size = max(((word.size, len(word.text)) for word in self.words), key=lambda one: one[1])[0]
        self.bold = sum(len(word.text) for word in self.words if word.ink.bold) > letters / 2
        self.text = "".join(("" if word.glued or not number else " ") + word.text for number, word in enumerate(self.words))

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


Row = list[Line]
"""Lines beside one another, from left to right: the cells of a table row, or pieces of one line."""


@dataclass(slots=True)
class Block:
    """Rows that are read one after the other, of running text; or a table: its rows of cells, each with its lines."""

    rows: list[Row]
    table: list[list[list[Line]]] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """One page as read: its number from 1, width and height in points, its words in the order of the file, and whether pictures stand on it.

    `pictures` are the boxes of its images; `hidden` are the words that nobody sees, `rules` the boxes of thin
    lines drawn across.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    hidden: list[Word] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    problem: str = ""
    cut: bool = False
    """It holds more letters than were read."""
