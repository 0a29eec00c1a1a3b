"""One page of an open PDF → its words, as they are drawn, each with its box on the page as it is shown."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dostyk.documents.paged.nouns import Ink, Word
from dostyk.model.layout import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

LETTERS = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st", 0xA0: " ", 0x02: "-", 0xFFFE: "-"}
"""Characters that stand for others: ligatures, a hard space, and the hyphens that PDFium finds at line ends."""
NOTHING = frozenset(
    [
        *range(2),
        *range(3, 9),
        *range(11, 13),
        *range(14, 32),
        0x7F,
        0xAD,
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        0xFFFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
"""Characters that leave no trace on a page: where letters stand at places, nothing turns them round or parts them."""
RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
"""Raised digits are written as such: a note's number behind a year is no part of the year, and km² stays km²."""
APART = 0.23
"""Gap between two letters, in heights of their line, from which they are two words where the file says nothing."""
MOST_LETTERS = 60_000
"""Letters of one page that are read: three times as many as on a full page of a newspaper."""
MOST_OBJECTS = 20_000
"""Text objects of one page that are read."""


class Frame:
    """Turns places of the file (from the bottom left) into places on the page as it is shown (from the top left)."""

    def __init__(self, page: PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turn = page.get_rotation()

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Turn one box."""
        if not self.turn:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        match self.turn:
            case 90:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 180:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case 270:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
            case _:
                return left - self.left, self.top - top, right - self.left, self.top - bottom


class Objects:
    """The text objects that letters belong to, each with its ink, looked up once."""

    def __init__(self, turn: int) -> None:
        self.handles: dict[int, Any] = {}
        self._turn = turn
        self._inks: dict[int, Ink] = {}
        self._bold: dict[int, tuple[bool, bool]] = {}

    def ink(self, handle: Any) -> Ink:
        """Say how the letters of an object are drawn."""
        key = ctypes.addressof(handle.contents)
        ink = self._inks.get(key)
        if ink is None:
            self.handles[key] = handle
            ink = self._inks[key] = self._look(handle)
        return ink

    def _look(self, handle: Any) -> Ink:
        import pypdfium2.raw as raw

        parts = [ctypes.c_uint() for _ in range(4)]
        known = raw.FPDFPageObj_GetFillColor(handle, *parts)
        red, green, blue, alpha = (int(part.value) for part in parts)
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(handle, matrix)
        degrees = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90
        return Ink(
            (red, green, blue, alpha) if known else (0, 0, 0, 255),
            int(raw.FPDFTextObj_GetTextRenderMode(handle)),
            *self._font(raw.FPDFTextObj_GetFont(handle)),
            angle=int(degrees - self._turn) % 360,
        )

    def _font(self, font: Any) -> tuple[bool, bool]:
        import pypdfium2.raw as raw

        if not font:
            return False, True
        key = ctypes.addressof(font.contents)
        if key not in self._bold:
            name = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, name, 128)
            low = name.value.lower()
            bold = any(word in low for word in (b"bold", b"black", b"heavy", b"demi")) or raw.FPDFFont_GetWeight(font) >= 600
            self._bold[key] = bold, bool(raw.FPDFFont_GetIsEmbedded(font))
        return self._bold[key]


def read_words(page: PdfPage, textpage: PdfTextPage) -> tuple[list[Word], Objects]:
    """Read the words of a page in the order of the file, with the objects that draw them."""
    import pypdfium2.raw as raw

    frame = Frame(page)
    objects = Objects(frame.turn)
    handle = textpage.raw
    rectangle = raw.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    code_of, box_of, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetTextObject
    making = _Making()
    skip = 0
    for index in range(min(textpage.count_chars(), MOST_LETTERS)):
        code = code_of(handle, index)
        if skip or code in NOTHING:
            skip = 0
            continue
        if len(objects.handles) > MOST_OBJECTS:
            break
        if code in (0x0D, 0x0A):
            continue  # where a line ends is seen by where the next letter stands
        if code in (0x20, 0xA0, 0x09, 0x3000):
            making.end()
            continue
        if 0xD800 <= code < 0xDC00:
            code, skip = _pair(code, code_of(handle, index + 1)), 1
        drawn = object_of(handle, index)
        if not drawn or not box_of(handle, index, pointer):
            continue
        box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        letter = LETTERS.get(code) or chr(code)
        ink = objects.ink(drawn)
        if not making.follows(letter, box, ink):
            making.add(letter, box, ink)
    making.end()
    return making.words, objects


def _pair(high: int, low: int) -> int:
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) if 0xDC00 <= low < 0xE000 else 0xFFFD


def _is_raised(box: Box, base: Box) -> bool:
    """Whether a letter is smaller than the ones before it and stands above their line."""
    height = base[3] - base[1]
    return box[3] - box[1] < 0.85 * height and base[3] - box[3] > 0.12 * height


class _Making:
    """Letters as they come, put together to words."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._letters: list[str] = []
        self._box: Box = (0.0, 0.0, 0.0, 0.0)
        self._last: Box = self._box
        self._base: Box = self._box
        self._ink: Ink | None = None
        self._glued = False

    def follows(self, letter: str, box: Box, ink: Ink) -> bool:
        """Take a letter that stands right behind the last one in the same line and ink, which is how nearly all do; False for any other."""
        last = self._last
        if ink is not self._ink or box[1] != last[1] or box[3] != last[3] or ink.angle or last != self._base:
            return False
        if not -1.0 < box[0] - last[2] < APART * (box[3] - box[1]) or not self._letters:
            return False
        self._letters.append(letter)
        old = self._box
        self._box = (old[0], old[1], box[2], old[3])
        self._last = self._base = box
        return True

    def add(self, letter: str, box: Box, ink: Ink) -> None:
        joins = bool(self._letters) and self._joins(box, ink)
        raised = joins and ink.angle == 0 and letter in RAISED and _is_raised(box, self._base)
        if joins and ink is not self._ink and ink != self._ink:
            self._flush()
            self._glued = True
        elif not joins:
            self.end()
        if not self._letters:
            self._box = box
        self._letters.append(RAISED[letter] if raised else letter)
        old = self._box
        self._box = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
        self._last, self._ink = box, ink
        if not raised:
            self._base = box

    def _joins(self, box: Box, ink: Ink) -> bool:
        """Whether a letter goes on with the word: on the same line, right behind the last one, of like height or raised a little."""
        if self._ink is None or ink.angle != self._ink.angle:
            return False
        if box == self._last:
            return True  # letters of one ligature
        if ink.angle == 0:
            behind, height, low, high = box[0] - self._last[2], self._last[3] - self._last[1], max(box[1], self._last[1]), min(box[3], self._last[3])
            size = box[3] - box[1]
        else:
            sides: dict[int, Callable[[Box], tuple[float, float, float, float]]] = {
                90: lambda one: (-one[3], one[0], -one[1], one[2]),
                180: lambda one: (-one[2], -one[3], -one[0], -one[1]),
                270: lambda one: (one[1], -one[2], one[3], -one[0]),
            }
            here, last = sides[ink.angle](box), sides[ink.angle](self._last)
            behind, height, low, high = here[0] - last[2], last[3] - last[1], max(here[1], last[1]), min(here[3], last[3])
            size = here[3] - here[1]
        least = min(height, size)
        return high - low > 0.4 * least and -1.0 * max(height, size) < behind < APART * max(height, size) and least > 0.45 * max(height, size)

    def _flush(self) -> None:
        if self._letters and self._ink is not None:
            box = self._box
            size = box[3] - box[1] if self._ink.angle in (0, 180) else box[2] - box[0]
            self.words.append(Word("".join(self._letters), box, size, self._ink, glued=self._glued))
        self._letters = []
        self._glued = False

    def end(self) -> None:
        """The word is complete; what comes next stands apart."""
        self._flush()
        self._ink = None
