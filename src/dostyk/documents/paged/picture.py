"""One page of an open PDF → pixels, once with its letters and once without, so that it can be told which letters change anything."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Any

from dostyk.documents.paged.letters import Objects
from dostyk.model.layout import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pypdfium2 import PdfPage

MOST_PIXELS = 3_000_000
"""Pixels of one picture; larger pages are drawn smaller."""
LEAST_SCALE = 0.4
"""Pixels a point below which letters of usual size can no longer be told from their ground."""
MOST_OBJECTS = 100_000
"""Objects of the fullest page that is drawn."""
MOST_DEPICTED = 150_000_000
"""Pixels that the pictures on a page may have together for it to be drawn."""


class Picture:
    """What a page looks like, and what it would look like without letters; one pixel a point times `scale`."""

    def __init__(self, page: PdfPage, objects: Objects, scale: float) -> None:
        import numpy as np
        import pypdfium2.raw as raw

        self.scale = scale
        whole = draw(page, scale)
        for handle in objects.handles.values():
            raw.FPDFPageObj_SetIsActive(handle, False)
        self._bare = draw(page, scale)
        for handle in objects.handles.values():
            raw.FPDFPageObj_SetIsActive(handle, True)
        self._changed = np.maximum(whole, self._bare) - np.minimum(whole, self._bare)

    def change(self, box: Box) -> int:
        """Say how much letters change in the middle of a box, where neither neighbours nor other lines reach: 0 (nothing) to 255."""
        left, top, right, bottom = box
        high, wide = bottom - top, right - left
        inner = self._cut(self._changed, (left + min(1.0, wide / 8), top + high / 5, right - min(1.0, wide / 8), bottom - high / 5))
        return int(inner.max()) if inner.size else 0

    def ground(self, box: Box) -> tuple[int, int, int] | None:
        """Give the colour of the ground under a box as red, green and blue, if it is even."""
        cut = self._cut(self._bare, box)
        if not cut.size:
            return None
        flat = cut.reshape(-1, 4)
        low, high = flat.min(axis=0), flat.max(axis=0)
        return (int(high[2]), int(high[1]), int(high[0])) if int((high - low).max()) < 16 else None

    def _cut(self, pixels: NDArray[Any], box: Box) -> NDArray[Any]:
        height, width = pixels.shape[:2]
        left, right = max(0, math.floor(box[0] * self.scale)), min(width, math.ceil(box[2] * self.scale))
        top, bottom = max(0, math.floor(box[1] * self.scale)), min(height, math.ceil(box[3] * self.scale))
        return pixels[top : max(top, bottom), left : max(left, right)]


def picture_of(page: PdfPage, objects: Objects, pictures: list[tuple[Box, int]]) -> Picture | None:
    """Draw a page; None where that would cost too much, or would show nothing."""
    import pypdfium2.raw as raw

    scale = scale_of(page)
    if scale < LEAST_SCALE or raw.FPDFPage_CountObjects(page.raw) > MOST_OBJECTS or sum(pixels for _, pixels in pictures) > MOST_DEPICTED:
        return None
    return Picture(page, objects, scale)


def scale_of(page: PdfPage, most: int = MOST_PIXELS, wanted: float = 1.0) -> float:
    """Say how many pixels a point a page is drawn with."""
    width, height = page.get_size()
    area = width * height
    return 0.0 if not (1 <= width < 20_000 and 1 <= height < 20_000) else min(wanted, math.sqrt(most / area))


def draw(page: PdfPage, scale: float) -> NDArray[np.uint8]:
    """Draw a page on white: rows of pixels of blue, green, red and one more that is the same everywhere."""
    import numpy as np
    import pypdfium2.raw as raw

    width, height = (max(1, math.ceil(side * scale)) for side in page.get_size())
    pixels: NDArray[np.uint8] = np.full((height, width, 4), 255, np.uint8)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, pixels.ctypes.data_as(ctypes.c_void_p), width * 4)
    raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, raw.FPDF_ANNOT)
    raw.FPDFBitmap_Destroy(bitmap)
    return pixels
