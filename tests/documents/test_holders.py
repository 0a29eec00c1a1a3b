"""Files that hold several documents are read document by document, within limits."""

import struct
import zipfile
from pathlib import Path

import pytest
from tests.documents.samples.files import answer, docx, message, packed, packed_records, page, paragraph, record, rss

from dostyk.documents import read_closely, read_part
from dostyk.documents.finding import Source, find_sources
from dostyk.documents.reading import Reading
from dostyk.documents.unfolding import unfold, unfolded
from dostyk.errors import UnreadableDocument
from dostyk.settings import Given, Settings

ONE = "<p>On 3 May 1992, France and Japan established diplomatic relations.</p>"


def found(path: Path, settings: Settings | None = None) -> list[tuple[str, str | None]]:
    return [(source.name.removeprefix(str(path)), source.failure) for source in unfold(Source(str(path)), settings or Settings())]


def readings(path: Path) -> list[Reading]:
    sources = list(unfold(Source(str(path)), Settings()))
    return [read_part(one.part, one.name, Settings()) if one.part else read_closely(one.name) for one in sources if one.failure is None]


def test_members_of_archives_by_name_archives_in_archives_as_well(tmp_path: Path) -> None:
    inner = packed({"deep.txt": "Deep words."})
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"b.docx": docx(paragraph("Words.")), "../a.html": page(ONE), "c.zip": inner, "d.png": "x", "__MACOSX/e.txt": "x"}))
    assert found(path) == [
        ("!../a.html", None),
        ("!b.docx", None),
        ("!c.zip!deep.txt", None),
        ("!d.png", f"{path}!d.png: .png is not a format I read; left out"),
    ]
    assert read_closely(f"{path}!c.zip!deep.txt").document.text == "Deep words."
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.zip"]
    with pytest.raises(UnreadableDocument, match="hold several documents"):
        read_closely(str(path))


def test_two_members_of_one_name_are_two_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "One.")
        archive.writestr("a.txt", "Two.")
    assert [reading.document.text for reading in readings(path)] == ["One.", "Two."]
    assert [name for name, _ in found(path)] == ["!a.txt", "!a.txt (2)"]


def test_bombs_are_refused_before_they_cost(tmp_path: Path) -> None:
    flat = packed({"a.txt": b"a" * 40_000_000})
    many = packed({f"{number}.txt": "" for number in range(10_001)})
    nested = packed({"a.txt": "words"})
    for _ in range(6):
        nested = packed({"a.zip": nested})
    lying = bytearray(packed({"a.txt": b"a" * 3_000_000}))
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 100)
    for data, says in (
        (flat, "200 times"),
        (many, "10,001 files"),
        (nested, "more than 4 files inside one another"),
        (bytes(lying), "broken|larger than"),
    ):
        path = tmp_path / "a.zip"
        path.write_bytes(data)
        failures = [failure for _, failure in found(path) if failure is not None]
        assert len(failures) == 1
        with pytest.raises(UnreadableDocument, match=says):
            raise UnreadableDocument(failures[0])


def test_what_is_locked_broken_or_empty_says_so(tmp_path: Path) -> None:
    locked = bytearray(packed({"a.txt": "words"}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + offset] |= 1
    for data, says in ((bytes(locked), "locked by a password"), (b"PK\x03\x04 nothing", "broken"), (packed({}), "no documents in it")):
        path = tmp_path / "a.zip"
        path.write_bytes(data)
        (one,) = found(path)
        assert one[1] is not None and says in one[1] and one[1].startswith(str(path))


def test_a_word_file_without_its_suffix_is_no_archive_and_a_sheet_is_neither(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(docx(paragraph("Words.")))
    assert read_closely(str(tmp_path / "plain")).document.text == "Words.\n"
    (tmp_path / "sheet.zip").write_bytes(packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}))
    assert "an office file of a kind that is not read" in str(found(tmp_path / "sheet.zip")[0][1])


def test_an_email_and_what_is_attached(tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    inner = b"From: A <a@b.example>\r\nSubject: Old\r\n\r\nInner words of the minister."
    path.write_bytes(
        message(
            [
                ("text/plain; charset=koi8-r", "", "Министр приедет в среду.".encode("koi8-r")),
                ("text/html", 'attachment; filename="a/../note.html"', page(ONE).encode()),
                ("message/rfc822", 'attachment; filename="old.eml"', inner),
                ("image/png", "inline; filename=p.png", b"x"),
                ("application/x-thing", "attachment; filename=sheet.xls", b"x"),
            ]
        )
    )
    assert [name for name, failure in found(path) if failure is None] == ["", "!note.html", "!old.eml"]
    left = {source.name.removeprefix(str(path)): source.left_out for source in unfold(Source(str(path)), Settings()) if source.failure}
    assert left == {"!p.png": True, "!sheet.xls": False}
    mail = readings(path)[0].document
    assert (mail.text.strip(), mail.title, mail.publisher, mail.published, mail.language) == (
        "Министр приедет в среду.",
        "A visit",
        "Press Office",
        "2024-03-04",
        "ru",
    )


def test_the_best_form_of_an_email(tmp_path: Path) -> None:
    plain, marked_up = (
        b"Plain form, only one line.",
        page("<p>Marked-up form, only one line.</p><p style='display:none'>Hidden words of the form.</p>").encode(),
    )
    path = tmp_path / "m.eml"
    path.write_bytes(message([("text/plain", "", plain), ("text/html", "", marked_up)]))
    assert readings(path)[0].document.text.startswith("Marked-up form, only one line.\n")
    assert [mark.reason for mark in readings(path)[0].document.marks] == ["not displayed"]
    path.write_bytes(message([("text/plain", "", plain * 9), ("text/html", "", b"<p>See the plain form.</p>")]))
    assert readings(path)[0].document.text.startswith("Plain form")


@pytest.mark.parametrize("data", [b"Subject: x\n\n", b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 3000])
def test_broken_emails_are_one_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(data)
    with pytest.raises(UnreadableDocument, match=r"m\.eml"):
        read_closely(str(tmp_path / "m.eml"))


def test_a_mailbox_is_its_messages(tmp_path: Path) -> None:
    path = tmp_path / "m.mbox"
    mails = [
        f"From a@b Mon Jan 1 00:00:00 2024\nFrom: A <a@b.example>\nMessage-ID: <{n}@b>\nSubject: S{n}\n\nWords {n}.\n>From here on.\n\n"
        for n in (1, 2)
    ]
    path.write_text("".join(mails))
    assert [name for name, _ in found(path)] == ["#1@b", "#2@b"]
    assert [reading.document.title for reading in readings(path)] == ["S1", "S2"]
    assert "\nFrom here on." in readings(path)[0].document.text


FEEDS = {
    "rss": rss(
        "<item><title>A &amp;amp; B</title><link>https://x.example/1</link><guid isPermaLink='false'>one</guid>"
        "<pubDate>Mon, 04 Mar 2024 23:30:00 +0500</pubDate>"
        "<description>Short.</description>"
        "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'><![CDATA[<p>The <b>full</b> words.</p>"
        "<p hidden>Nobody is shown these words.</p>]]></content:encoded></item><item><description>Untitled words.</description></item>"
    ),
    "atom": b"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Port Times</title><entry><id>one</id><title>A &amp; B</title>"
    b"<link rel='self' href='https://x.example/self'/><link href='https://x.example/1'/><published>2024-03-04T23:30:00+05:00</published>"
    b"<updated>2024-05-06</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The <b>full</b> words.</p>"
    b"<p hidden='hidden'>Nobody is shown these words.</p></div></content></entry><entry><summary>Untitled words.</summary></entry></feed>",
    "rdf": b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    b"<channel><title>The Port Times</title></channel><item><guid>one</guid><title>A &amp; B</title><link>https://x.example/1</link><dc:date>2024-03-04T23:30+05:00</dc:date>"
    b"<description>&lt;p>The full words.&lt;/p>&lt;p hidden>Nobody is shown these words.&lt;/p></description></item>"
    b"<item><description>Untitled words.</description></item></rdf:RDF>",
}


@pytest.mark.parametrize("sort", sorted(FEEDS))
def test_entries_of_feeds_are_documents_with_their_own_address_and_date(sort: str, tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_bytes(FEEDS[sort])
    assert [name for name, _ in found(path)] == ["#one", "#2"]
    first, second = (reading.document for reading in readings(path))
    assert first.text == "A & B\n\nThe full words.\n\nNobody is shown these words.\n"
    assert [(first.text[mark.start : mark.end], mark.reason) for mark in first.marks] == [("Nobody is shown these words.", "hidden")]
    assert (first.title, first.url, first.published, first.publisher) == ("A & B", "https://x.example/1", "2024-03-04", "The Port Times")
    assert second.text == "Untitled words.\n"
    assert read_closely(f"{path}#one").document.id == first.id


def test_a_broken_feed_is_read_as_far_as_it_goes_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_bytes(rss("<item><title>One</title></item>").replace(b"</channel></rss>", b"<item><title>Two & three</item>"))
    names = found(path)
    assert names[0] == ("#1", None) and names[-1][1] is not None and "broken" in names[-1][1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
            "entities of its own",
        ),
        (b"<?xml version='1.0'?><project><name>x</name></project>", "no feed that I read"),
        (b"<rss>", "no documents in it|broken"),
    ],
)
def test_what_is_no_feed_or_hostile_is_one_sentence(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=says):
        raise UnreadableDocument(" ".join(str(failure) for _, failure in found(path)))


def test_a_sitemap_is_a_list_and_no_document(tmp_path: Path) -> None:
    path = tmp_path / "map.xml"
    path.write_bytes(b"<urlset><url><loc>https://x.example/1</loc><lastmod>2024-03-04</lastmod></url><url><loc>javascript:x</loc></url></urlset>")
    (one,) = unfold(Source(str(path)), Settings())
    assert one.left_out and one.failure == f"{path}: a list of 1 addresses and no document; nothing is fetched from them"


@pytest.mark.parametrize("packed_one_by_one", [False, True])
def test_answers_of_a_web_archive_are_documents(packed_one_by_one: bool, tmp_path: Path) -> None:
    import gzip

    chunked = b"5\r\n<p>On\r\n" + f"{len(ONE) - 5:x}\r\n{ONE[5:]}\r\n0\r\n\r\n".encode()
    records = [
        record("warcinfo", "", b"x"),
        record("response", "https://x.example/a", answer(page(ONE).encode())),
        record("response", "https://x.example/b", answer(gzip.compress(page(ONE).encode()), headers="Content-Encoding: gzip\r\n")),
        record("response", "https://x.example/c.pl", answer(chunked, headers="Transfer-Encoding: chunked\r\n")),
        record("response", "https://x.example/gone", answer(b"Not here.", status=404)),
        record("response", "https://x.example/p.png", answer(b"x", "image/png")),
        record("response", "https://x.example/bomb", answer(gzip.compress(b"a" * 30_000_000), headers="Content-Encoding: gzip\r\n")),
    ]
    path = tmp_path / ("a.warc.gz" if packed_one_by_one else "a.warc")
    path.write_bytes(packed_records(records) if packed_one_by_one else b"".join(records))
    names = found(path)
    assert [name for name, failure in names if failure is None] == [f"!https://x.example/{name}" for name in ("a", "b", "c.pl")]
    assert [failure.rpartition(": ")[2] for _, failure in names if failure] == [
        "grows out of all proportion when unpacked; it is not read",
        "2 answers that are no pages; left out",
    ]
    assert {reading.document.url for reading in readings(path)} == {f"https://x.example/{name}" for name in ("a", "b", "c.pl")}
    assert {reading.document.text for reading in readings(path)} == {"On 3 May 1992, France and Japan established diplomatic relations.\n"}


def test_a_web_archive_that_breaks_off_says_where(tmp_path: Path) -> None:
    good, cut = (
        record("response", "https://x.example/a", answer(page(ONE).encode())),
        record("response", "https://x.example/b", answer(b"<p>On", "text/html"), 900),
    )
    path = tmp_path / "a.warc"
    path.write_bytes(good + cut)
    assert [failure is None for _, failure in found(path)] == [True, False]
    path.write_bytes(good + b"rubbish")
    assert "broken from byte" in str(found(path)[1][1])
    path.write_bytes(packed_records([b"a" * 300_000_000])[:100_000])
    assert len(found(path)) == 1 and found(path)[0][1] is not None


def test_what_the_user_says_of_a_file_is_not_said_of_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": "Words of one.", "b.txt": "Words of two."}))
    settings = Settings(given=Given(url="https://x.example/a.zip", title="All", publisher="The Port Times"))
    parts = [source.part for source in unfold(Source(str(path)), settings)]
    documents = [read_part(part, part.name, settings).document for part in parts if part is not None]
    assert [(one.url, one.title, one.publisher) for one in documents] == [(None, None, "The Port Times")] * 2


def test_sources_are_counted_as_they_are_opened(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({f"{number}.txt": "Words." for number in range(5)}))
    (tmp_path / "b.txt").write_text("Words.")
    opened = unfolded(find_sources([str(tmp_path)]), Settings())
    assert len(opened) == 2
    assert len(list(opened)) == 6 == len(opened)
