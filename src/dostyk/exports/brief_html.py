"""Brief → one self-contained, printable HTML page; every footnote opens on its quote in its passage."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from dostyk.exports.charts import Chart, draw
from dostyk.exports.footnotes import Footnote, Notes
from dostyk.facts.showing import show_time
from dostyk.facts.sources import independent, source_name
from dostyk.facts.timing import last_day
from dostyk.model.brief import Brief, Section, Sentence
from dostyk.model.document import Document

# Sentences of a section shown at once; the others stay on the page, folded.
_SHOWN = 7
# Footnote marks set behind a sentence; further ones are folded behind them.
_MARKS = 4
_CHARTS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its footnote numbers, those shown and those folded; `alone`: one source alone says so."""

    text: str
    alone: bool
    marks: tuple[int, ...]
    folded: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One section as it is laid out."""

    anchor: str
    title: str
    lines: tuple[Line, ...]
    more: tuple[Line, ...]
    charts: tuple[Chart, ...]
    more_charts: tuple[Chart, ...]
    silence: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """One document behind the brief: its footnotes from the first on."""

    name: str
    title: str
    date: str
    link: str
    notes: tuple[int, ...]


def write(brief: Brief) -> str:
    """Write a brief as one HTML page: no request leaves it, nothing in it runs; the same brief gives the same text."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    notes = Notes()
    blocks = [_block(section, number, notes) for number, section in enumerate(brief.sections, 1)]
    environment = Environment(loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.get_template("brief.html")
    return (
        template.render(brief=brief, blocks=blocks, notes=notes.all(), sources=_sources(notes), dated=_dated(brief, notes), css=_read("brief.css"))
        + "\n"
    )


def _block(section: Section, number: int, notes: Notes) -> Block:
    lines = tuple(_line(sentence, notes) for sentence in section.sentences)
    charts = tuple(draw(series, f"c{number}-{n}", notes) for n, series in enumerate(section.series, 1))
    cut = _SHOWN if len(lines) > _SHOWN + 1 else len(lines)
    return Block(f"s{number}", section.title, lines[:cut], lines[cut:], charts[:_CHARTS], charts[_CHARTS:], section.silence)


def _line(sentence: Sentence, notes: Notes) -> Line:
    numbers = tuple(dict.fromkeys(notes.number(s) for s in sentence.statements))
    cut = _MARKS if len(numbers) > _MARKS + 1 else len(numbers)
    return Line(sentence.text, len(independent(sentence.statements)) == 1, numbers[:cut], numbers[cut:])


def _sources(notes: Notes) -> list[Source]:
    """The documents behind the footnotes, newest first."""
    cited: dict[Document, list[Footnote]] = {}
    for note in notes.all():
        cited.setdefault(note.document, []).append(note)
    found = [
        Source(
            name=d.publisher or "Publisher not stated",
            title=first[0].title,
            date=show_time(d.published) if d.published else "undated",
            link=first[0].link,
            notes=tuple(n.number for n in first),
        )
        for d, first in cited.items()
    ]
    order = {d.id: last_day(d.published) or (0, 0, 0) for d in cited}
    paired = sorted(zip(cited, found, strict=True), key=lambda p: (tuple(-part for part in order[p[0].id]), p[0].source))
    return [source for _, source in paired]


def _dated(brief: Brief, notes: Notes) -> str:
    """As of when the brief speaks, out of how many documents, and when the record knew no more than it says."""
    return _spoken(brief, notes) + (f", as the record knew it at {brief.known_at[:16].replace('T', ' ')} (UTC)" if brief.known_at else "")


def _spoken(brief: Brief, notes: Notes) -> str:
    documents = list(dict.fromkeys(n.document for n in notes.all()))
    count = f"{len(documents)} document{'' if len(documents) == 1 else 's'}"
    if brief.as_of:
        return f"As of {show_time(brief.as_of)}, from {count}"
    newest = max((d for d in documents if last_day(d.published)), key=lambda d: (last_day(d.published), d.id), default=None)
    if newest is None:
        return f"From {count} without dates" if documents else "The record holds nothing on these two"
    return f"From {count}, the newest of {show_time(newest.published)} ({source_name(newest)})"


def _read(name: str) -> str:
    return files("dostyk.exports").joinpath("templates", name).read_text("utf-8")
