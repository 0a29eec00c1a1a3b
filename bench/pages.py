"""Pages and Word files of our own words → how many are read in a second of one core, from bytes to a described document."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

from dostyk.documents import read_bytes
from dostyk.settings import Settings

WORDS = (
    "On {day} March {year} the minister of transport of France met his colleague from Japan in Tokyo, and the two sides agreed to open {count} "
    "new routes between their ports by the end of the year. Trade between the two countries reached {count} billion dollars, "
    "which is {day} per cent more than in the year before, as the press office said in a statement."
)
ROUNDS = 300


def story(paragraphs: int, seed: int) -> list[str]:
    return [WORDS.format(day=1 + (seed + n) % 28, year=1990 + (seed * 7 + n) % 30, count=3 + (seed + n) % 90) for n in range(paragraphs)]


def page(seed: int) -> bytes:
    """Write a page of some 60 KB as newspapers have them: scripts, styles, menus, a sidebar, fifteen paragraphs of text."""
    menu = "".join(f"<li class='menu-item item-{n}'><a href='/section/{n}'>Section {n} of the paper</a></li>" for n in range(120))
    side = "".join(
        f"<div class='teaser'><a href='/{n}'><img src='/{n}.jpg' alt=''>A headline of another story, number {n}</a></div>" for n in range(80)
    )
    script = "window.data=[" + ",".join(f'{{"id":{n},"k":"v{n * seed}"}}' for n in range(1000)) + "];"
    style = "".join(f".c{n}{{color:#333;margin:{n}px}}" for n in range(200))
    text = "".join(f"<p class='c{n}'>{words}</p>" for n, words in enumerate(story(15, seed)))
    head = f"<title>Routes {seed} | The Port Times</title><meta property='article:published_time' content='2024-03-04'><style>{style}</style>"
    body = f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>Routes {seed}</h1>{text}</article></main><aside>{side}</aside>"
    return f"<!doctype html><html lang='en'><head>{head}<script>{script}</script></head><body>{body}</body></html>".encode()


def word_file(seed: int) -> bytes:
    """Write a Word file of some ten pages."""
    runs = "".join(f"<w:p><w:r><w:rPr><w:sz w:val='24'/></w:rPr><w:t>{words}</w:t></w:r></w:p>" for words in story(60, seed))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        archive.writestr("word/document.xml", f"<w:document xmlns:w='{space}'><w:body>{runs}</w:body></w:document>")
    return held.getvalue()


def speed(name: str, files: list[bytes]) -> float:
    settings = Settings()
    read_bytes(files[0], name, name, settings)
    begun = time.process_time()
    for data in files:
        read_bytes(data, name, name, settings)
    return len(files) / (time.process_time() - begun)


def main() -> None:
    pages = [page(seed) for seed in range(ROUNDS)]
    print(f"HTML pages of {len(pages[0]) / 1024:.0f} KB read a second of one core: {speed('page.html', pages):.0f}")
    files = [word_file(seed) for seed in range(60)]
    print(f"Word files of ten pages read a second of one core: {speed('file.docx', files):.0f}")
    own = sorted(Path("examples").glob("*.html"))
    if own:
        print(f"example pages read a second of one core: {speed('page.html', [path.read_bytes() for path in own] * 40):.0f}")


if __name__ == "__main__":
    main()
