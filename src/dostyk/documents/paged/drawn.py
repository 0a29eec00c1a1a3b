"""One page of an open PDF → what is drawn on it besides letters: pictures and shapes, in the order of drawing."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dostyk.documents.paged.letters import Frame
from dostyk.model.layout import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

THIN, LEAST_RULE = 2.5, 24.0
"""Height and width in points of lines that are drawn across."""
MOST = 20_000
"""Objects of a page that are looked at."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing on a page at its place in the order of drawing; `covers`: it is a picture, or a shape that is filled."""

    order: int
    box: Box
    picture: bool
    covers: bool
    pixels: int = 0

    @property
    def is_rule(self) -> bool:
        """Whether it is a thin line drawn across."""
        left, top, right, bottom = self.box
        return not self.picture and bottom - top <= THIN and right - left >= LEAST_RULE


def drawn_on(page: PdfPage) -> list[Drawn]:
    """List pictures and shapes of a page; of forms (pages within the page) the whole."""
    import pypdfium2.raw as raw

    frame = Frame(page)
    found: list[Drawn] = []
    for order in range(min(raw.FPDFPage_CountObjects(page.raw), MOST)):
        handle = raw.FPDFPage_GetObject(page.raw, order)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM):
            box = _box(handle, frame)
            if box is not None:
                found += _look(handle, kind, order, box)
    return found


def _look(handle: Any, kind: int, order: int, box: Box) -> list[Drawn]:
    import pypdfium2.raw as raw

    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        width, height = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(handle, width, height)
        return [Drawn(order, box, True, True, width.value * height.value)]
    if kind == raw.FPDF_PAGEOBJ_FORM:
        images = any(
            raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(handle, number)) == raw.FPDF_PAGEOBJ_IMAGE
            for number in range(min(raw.FPDFFormObj_CountObjects(handle), 200))
        )
        return [Drawn(order, box, images, images)]
    return [Drawn(order, box, False, kind == raw.FPDF_PAGEOBJ_SHADING or _is_filled(handle))]


def _is_filled(handle: Any) -> bool:
    import pypdfium2.raw as raw

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, mode, stroke)
    parts = [ctypes.c_uint() for _ in range(4)]
    return mode.value != raw.FPDF_FILLMODE_NONE and (not raw.FPDFPageObj_GetFillColor(handle, *parts) or parts[3].value > 240)


def _box(handle: Any, frame: Frame) -> Box | None:
    import pypdfium2.raw as raw

    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(handle, *edges):
        return None
    return frame.box(*(edge.value for edge in edges))
