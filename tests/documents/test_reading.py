"""Files become documents, or one sentence that says why not."""

import hashlib
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from dostyk.documents import read, read_closely
from dostyk.documents.choosing import Reader, formats, suffixes
from dostyk.documents.finding import find_sources
from dostyk.errors import UnreadableDocument
from dostyk.settings import Given, Settings

TEXT = "Twin towns\r\n\r\nThe two towns have been twinned since 1974, and the mayors meet every year.\r\n"


def test_the_text_of_a_text_file_is_its_content(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    reading = read_closely(str(path))
    assert reading.document.text == TEXT
    assert reading.data == TEXT.encode()
    assert reading.document.content_hash == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (reading.document.source, reading.document.title, reading.document.language) == (str(path), "Twin towns", "en")
    assert set(reading.reasons) == {"title", "language"}


def test_standard_input_is_told_apart_by_what_it_holds() -> None:
    assert read(io.BytesIO(TEXT.encode())).source == "-"
    page = read(io.BytesIO(b"<!doctype html><html><body><p>Relations since 1992.</p></body></html>"))
    assert (page.text, page.media_type) == ("Relations since 1992.\n", "text/html")


def test_a_source_given_by_the_user_is_used() -> None:
    assert read(io.BytesIO(TEXT.encode()), Settings(given=Given(source="https://towns.example/"))).source == "https://towns.example/"


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "blank.html").write_text("<html><body><script>x</script></body></html>")
    (tmp_path / "long.txt").write_text("word " * 300_000)
    for name in ("empty.txt", "bad.txt", "picture.png", "blank.html", "missing.txt", "long.txt", "."):
        with pytest.raises(UnreadableDocument) as error:
            read(tmp_path / name, Settings(size_limit=1024 * 1024))
        assert str(error.value).startswith(str(tmp_path))
        assert "\n" not in str(error.value)


def test_a_text_of_fifty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"The two towns are twinned. " * (50 * 1024 * 1024 // 27))
    with pytest.raises(UnreadableDocument, match=r"52\.4 million characters, more than the 4 million"):
        read(tmp_path / "long.txt")
    (tmp_path / "longer.txt").write_bytes(b"The two towns are twinned. " * 3_000_000)
    with pytest.raises(UnreadableDocument, match="larger than 64 MB"):
        read(tmp_path / "longer.txt")


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "sub/c.md", "sub/.git/d.txt", "e.odt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = find_sources([str(tmp_path)])
    assert [Path(source.name).name for source in found if source.failure is None] == ["a.html", "b.txt", "c.md"]
    assert [source.failure for source in found if source.failure] == [f"{tmp_path}/e.odt: .odt is not a format I read; left out"]


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    (source,) = find_sources([str(tmp_path)])
    assert source.failure is not None and "no documents in this folder" in source.failure


def test_every_format_reads_its_own_examples() -> None:
    for form in formats():
        for data, text in cast(Sequence[tuple[str, str]], form.EXAMPLES):
            assert cast(Reader, form).read(data.encode(), "example").text == text
    assert suffixes() == tuple(sorted(set(suffixes())))


def test_only_regular_files_of_known_kinds_are_documents_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "noext").write_text("x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = {Path(source.name).name: source.left_out for source in find_sources([str(tmp_path)])}
    assert found == {"a.txt": False, "gone.txt": False, "noext": True, "pipe.txt": True}
    for name, says in (("pipe.txt", "a pipe or a device"), ("gone.txt", "no such file")):
        with pytest.raises(UnreadableDocument, match=says):
            read(tmp_path / name)
    with pytest.raises(UnreadableDocument, match="addresses are not fetched"):
        read("https://ministry.example/page")
