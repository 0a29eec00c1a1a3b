"""Pages that are pictures → the words that Tesseract reads in them, each with its place and how sure it is."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from dostyk.documents.paged.nouns import Ink, Word
from dostyk.documents.paged.picture import draw, scale_of
from dostyk.model.layout import Box
from dostyk.model.mark import MarkSort

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PROGRAM = "tesseract"
LANGUAGES = ("eng", "rus", "kaz", "chi_sim", "uzb_cyrl", "kir", "tgk")
"""What is read in, as far as Tesseract has it; English where it has nothing else."""
DOTS = 300
"""Dots an inch that a page is drawn with to be read, as Tesseract's own manual advises."""
MOST_PIXELS = 12_000_000
SECONDS = 60
"""Seconds that one page may take."""
LEAST_SURE = 0.3
"""Confidence below which what was read is more likely a stain than a word."""


def program() -> str | None:
    """Say where Tesseract is; None where it is not installed."""
    return shutil.which(PROGRAM)


@functools.cache
def languages(path: str) -> str:
    """Name the languages to read in, as Tesseract wants them named."""
    try:
        listed = subprocess.run([path, "--list-langs"], capture_output=True, timeout=SECONDS, check=True, env=_environment()).stdout.decode().split()
    except (OSError, subprocess.SubprocessError):
        return "eng"
    return "+".join(name for name in LANGUAGES if name in listed) or "eng"


def recognise(page: PdfPage, path: str) -> list[Word] | None:
    """Read a page's picture; None where Tesseract fails or takes too long."""
    scale = scale_of(page, MOST_PIXELS, DOTS / 72)
    if scale <= 0:
        return None
    pixels = draw(page, scale)[:, :, 2::-1]
    height, width = pixels.shape[:2]
    image = b"P6 %d %d 255\n" % (width, height) + pixels.tobytes()
    command = [path, "stdin", "stdout", "-l", languages(path), "--dpi", str(round(scale * 72)), "tsv"]
    try:
        made = subprocess.run(command, input=image, capture_output=True, timeout=SECONDS, check=True, env=_environment())
    except (OSError, subprocess.SubprocessError):
        return None
    return words_from(made.stdout.decode("utf-8", "replace"), scale)


def words_from(table: str, scale: float) -> list[Word]:
    """Read Tesseract's table of words: a line each, with box in pixels, confidence of 100 and text; `scale` is pixels a point."""
    heights: dict[tuple[str, ...], tuple[float, float]] = {}
    found: list[tuple[tuple[str, ...], Box, float, str]] = []
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < 12 or not all(cell.lstrip("-").isdigit() for cell in cells[:10]):
            continue
        left, top, wide, high = (int(cell) / scale for cell in cells[6:10])
        key = tuple(cells[1:5])
        if cells[0] == "4":
            heights[key] = (top, top + high)
        elif cells[0] == "5" and cells[11].strip():
            found.append((key, (left, top, left + wide, top + high), float(cells[10]) / 100, cells[11].strip()))
    words = []
    for key, (left, top, right, bottom), sure, text in found:
        if sure >= LEAST_SURE:
            above, below = heights.get(key, (top, bottom))
            size = min(below - above, 2 * (bottom - top) + 2)
            words.append(
                Word(text, (left, above, right, below), size, Ink(), "read by OCR in a picture of the page", MarkSort.RECOGNISED, round(sure, 2))
            )
    return words


def _environment() -> dict[str, str]:
    """One thread, so that a page costs what it costs."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "OMP_THREAD_LIMIT": "1",
        **({"TESSDATA_PREFIX": prefix} if (prefix := os.environ.get("TESSDATA_PREFIX")) else {}),
    }
