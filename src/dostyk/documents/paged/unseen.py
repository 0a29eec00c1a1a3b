"""Words of a page and the page drawn with and without them → which words no reader sees, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dostyk.documents.paged.drawn import Drawn
from dostyk.documents.paged.nouns import Word
from dostyk.documents.paged.picture import Picture
from dostyk.model.layout import Box
from dostyk.model.mark import MarkSort

FAINT = 12
"""Steps of 255 by which letters must differ from their ground somewhere to be seen: pale grey (221) on white changes 20 at usual sizes."""
TINY = 1.5
"""Height in points of lines that nobody can read."""
INVISIBLE = (3, 7)
"""Render modes of the PDF standard (9.3.6) that draw nothing: invisible, and clipping only."""
LATIN = "\u024f"
"""The last letter that can be drawn without a font in the file, whatever fonts the machine has."""
LIGHT = 200
"""Steps of 255 from which a colour is looked at even where most words have it."""
SCAN = 0.5
"""Share of a page that pictures cover where it is a scan."""
LAYER = 0.9
"""Share of the words on a scan that are not drawn where they are its text layer."""
TEXT_LAYER = "the text layer of a scanned page, which the picture of the page may not bear out"


def find_unseen(words: Sequence[Word], size: tuple[float, float], picture: Picture | None, drawn: Sequence[Drawn]) -> None:
    """Note on each word that nobody sees why; `size` is that of the page in points, `picture` None where the page could not be drawn."""
    for word in words:
        word.why = _by_itself(word, size)
    if picture is not None:
        usual = Counter(word.ink.colour for word in words).most_common(1)[0][0] if words else None
        for word in words:
            odd = word.ink.colour != usual or min(word.ink.colour[:3]) > LIGHT
            unlike = odd and word.ink.mode == 0 and _is_like(picture.ground(word.box), word)
            if not word.why and (unlike or picture.change(word.box) < FAINT):
                word.why = _by_picture(word, picture, drawn)
    pictures = [one.box for one in drawn if one.picture]
    if _covered_share(pictures, size) > SCAN and words:
        _text_layer(words)


def _by_itself(word: Word, size: tuple[float, float]) -> str:
    """Say what hides a word whatever else is on the page; "" where nothing does."""
    left, top, right, bottom = word.box
    if word.ink.mode in INVISIBLE:
        return f"drawn invisibly (text rendering mode {word.ink.mode})"
    if (left + right) / 2 < 0 or (left + right) / 2 > size[0] or (top + bottom) / 2 < 0 or (top + bottom) / 2 > size[1]:
        return "outside the page"
    if min(bottom - top, word.size) < TINY and max(bottom - top, right - left) < TINY * 2 * max(2, len(word.text)):
        return f"letters of {word.size:.1f} points, too small to read"
    if word.ink.colour[3] == 0 and word.ink.mode in (0, 4):
        return "wholly transparent"
    return ""


def _by_picture(word: Word, picture: Picture, drawn: Sequence[Drawn]) -> str:
    """Say why a word changes nothing in the picture of the page; "" where it is only that its font is not there to be drawn."""
    ground = picture.ground(word.box)
    if ground is not None and _is_like(ground, word):
        white = min(ground) > 240
        return "white on white" if white else "in the colour of its ground"
    covers = any(one.covers and _holds(one.box, word.box) for one in drawn)
    if covers:
        return "covered by what is drawn over it"
    if not word.ink.embedded and any(letter > LATIN for letter in word.text):
        return ""
    return "not drawn (clipped away, or in a layer that is switched off)"


def _is_like(ground: tuple[int, int, int] | None, word: Word) -> bool:
    """Whether a word has the colour of its ground."""
    return ground is not None and max(abs(one - other) for one, other in zip(ground, word.ink.colour, strict=False)) < FAINT


def _holds(outer: Box, inner: Box) -> bool:
    across, down = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= across <= outer[2] and outer[1] <= down <= outer[3]


def _covered_share(boxes: Sequence[Box], size: tuple[float, float]) -> float:
    width, height = size
    areas = (max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(bottom, height) - max(top, 0)) for left, top, right, bottom in boxes)
    return sum(areas) / max(1.0, width * height)


def _text_layer(words: Sequence[Word]) -> None:
    """Where nearly nothing but a picture is seen on a page, invisible words are what a program read in it."""
    layer = [word for word in words if word.why.startswith(("drawn invisibly", "covered"))]
    if len(layer) >= LAYER * len(words):
        for word in layer:
            word.why, word.sort = TEXT_LAYER, MarkSort.RECOGNISED
