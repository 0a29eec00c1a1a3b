"""Writes small PDFs for tests: pages of lines at places, shapes, pictures, marks of what a hostile hand would do."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (1, 1, 1)
ELSEWHERE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Nowhere/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Nowhere"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>"
)
"""A font that does not come with the file."""
FONTS = b"/Font<</F1 %d 0 R/F2 %d 0 R/F3 %d 0 R>>"


def text(at: tuple[float, float], words: str, size: float = 11, *, font: str = "F1", colour: Colour = BLACK, mode: int = 0) -> bytes:
    """Draw words; `at` is where their baseline begins, in points from the bottom left."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    shade = b"%g %g %g rg" % colour
    return b"BT /%s %g Tf %d Tr %s 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font.encode(), size, mode, shade, *at, escaped)


def turned(at: tuple[float, float], words: str, size: float = 11) -> bytes:
    """Draw words from bottom to top."""
    return b"BT /F1 %g Tf 0 Tr 0 g 0 1 -1 0 %g %g Tm (%s) Tj ET\n" % (size, *at, words.encode("cp1252"))


def han(at: tuple[float, float], words: str, size: float = 11) -> bytes:
    """Draw words in a font that does not come with the file, by their Unicode."""
    return b"BT /F3 %g Tf 0 Tr 0 g 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (size, *at, words.encode("utf-16-be").hex().encode())


def box(left: float, bottom: float, width: float, height: float, colour: Colour = WHITE) -> bytes:
    """Fill a box."""
    return b"%g %g %g rg %g %g %g %g re f\n" % (*colour, left, bottom, width, height)


def rule(left: float, right: float, y: float) -> bytes:
    """Draw a thin line across."""
    return b"0.5 w %g %g m %g %g l S\n" % (left, y, right, y)


def picture(left: float, bottom: float, width: float, height: float) -> bytes:
    """Put the file's grey picture somewhere."""
    return b"q %g 0 0 %g %g %g cm /I1 Do Q\n" % (width, height, left, bottom)


def flow(lines: Iterable[str], left: float, top: float, *, size: float = 11, step: float = 13, font: str = "F1") -> bytes:
    """Draw lines under one another; `top` is the first baseline."""
    return b"".join(text((left, top - number * step), line, size, font=font) for number, line in enumerate(lines))


@dataclass
class Pdf:
    """A PDF under construction: pages as content and what else their dictionaries say."""

    info: dict[str, str] = field(default_factory=dict)
    xmp: str = ""
    encrypt: bytes = b""
    pages: list[tuple[bytes, bytes]] = field(default_factory=list)

    def page(self, *content: bytes, size: tuple[float, float] = (595, 842), more: bytes = b"") -> Pdf:
        """Add a page."""
        self.pages.append((b"".join(content), b"/MediaBox[0 0 %g %g]" % size + more))
        return self

    def written(self, *, packed: bool = False) -> bytes:
        """Give the bytes; `packed`: content is compressed."""
        count = len(self.pages)
        first = 8 + bool(self.xmp)
        kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(count))
        meta = b"/Metadata 8 0 R" if self.xmp else b""
        objects = [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % meta,
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
            ELSEWHERE,
            stream(b"\x80" * 64, b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"),
            b"<<%s>>" % b"".join(b"/%s(%s)" % (key.encode(), value.encode("cp1252")) for key, value in self.info.items()),
        ]
        if self.xmp:
            objects.append(stream(self.xmp.encode(), b"/Type/Metadata/Subtype/XML"))
        for number, (content, more) in enumerate(self.pages):
            resources = b"/Resources<<%s/XObject<</I1 6 0 R>>>>" % (FONTS % (3, 4, 5))
            objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s%s>>" % (first + 2 * number + 1, resources, more))
            objects.append(stream(zlib.compress(content), b"/Filter/FlateDecode") if packed else stream(content))
        return assemble(objects, b"/Info 7 0 R" + self.encrypt)


def stream(data: bytes, about: bytes = b"") -> bytes:
    """Give the object of a stream."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (about, len(data), data)


def assemble(objects: Sequence[bytes], more: bytes = b"") -> bytes:
    """Number objects from 1, the first being the catalog, and write the table of where they are."""
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)
