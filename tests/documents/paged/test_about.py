"""What a PDF says of itself is believed as far as its text bears it out."""

from __future__ import annotations

import io

import pytest
from tests.documents.paged.writer import WHITE, Pdf, flow, text

from dostyk.documents import read, read_closely
from dostyk.documents.claims import Trust
from dostyk.documents.formats import pdf

LINES = ["Elbonia and Sylvania signed a treaty on rail freight. It will be in force", "from the spring, when both parliaments have agreed to it."]
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">{}</rdf:Description></rdf:RDF></x:xmpmeta>'
)


def written(title: str = "", xmp: str = "", **info: str) -> bytes:
    return (
        Pdf({"Title": title, **info}, XMP.format(xmp) if xmp else "")
        .page(text((60, 760), "Treaty on rail freight", 18), flow(LINES, 60, 720))
        .written()
    )


def claim(data: bytes, field: str) -> tuple[str, Trust] | None:
    found = [one for one in pdf.read(data, "page.pdf").claims if one.field == field]
    best = max(found, key=lambda one: one.trust, default=None)
    return None if best is None else (best.value, best.trust)


def test_a_title_that_stands_in_the_text_is_believed_another_less() -> None:
    assert claim(written("Treaty on rail freight"), "title") == ("Treaty on rail freight", Trust.MARKUP)
    assert claim(written("Speech of the mayor"), "title") == ("Speech of the mayor", Trust.TAIL)
    assert read(io.BytesIO(written("Speech of the mayor"))).title == "Treaty on rail freight"


@pytest.mark.parametrize("title", ["", "Microsoft Word - note 3.docx", "untitled", "communique_final.doc", "Document1", "PowerPoint Presentation"])
def test_what_programs_write_is_no_title(title: str) -> None:
    assert claim(written(title), "title") is None


def test_the_day_of_making_gives_a_month_that_anything_outdoes() -> None:
    assert claim(written(CreationDate="D:20210504120000Z"), "published") == ("2021-05", Trust.GUESSED)
    assert claim(written(CreationDate="D:00000000"), "published") is None
    reading = read_closely(io.BytesIO(written(CreationDate="D:20210504120000Z")))
    assert "may not be that of publication" in reading.reasons["published"]


def test_xmp_gives_title_body_and_day_of_publication() -> None:
    xmp = (
        "<dc:title><rdf:Alt><rdf:li>Treaty on rail freight</rdf:li></rdf:Alt></dc:title><dc:publisher>Ministry of Transport</dc:publisher>"
        "<prism:publicationDate>2021-05-06T10:00</prism:publicationDate>"
    )
    data = written(xmp=xmp)
    assert claim(data, "title") == ("Treaty on rail freight", Trust.MARKUP)
    assert claim(data, "publisher") == ("Ministry of Transport", Trust.TAIL)
    assert claim(data, "published") == ("2021-05-06", Trust.MARKUP)


def test_entities_of_the_packet_are_not_followed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><dc:title>&b;</dc:title>'
    assert claim(written(xmp=bomb), "title") is None


def test_a_person_is_no_publisher() -> None:
    assert claim(written(Author="J. Doe"), "publisher") is None
    assert claim(written(Author="Ministry of Transport"), "publisher") == ("Ministry of Transport", Trust.TAIL)


def test_hidden_words_give_neither_title_nor_date() -> None:
    data = Pdf().page(text((60, 800), "Published: 4 May 1999", colour=WHITE), flow(LINES, 60, 720)).written()
    document = read(io.BytesIO(data))
    assert "Published: 4 May 1999" in document.text
    assert document.published is None
