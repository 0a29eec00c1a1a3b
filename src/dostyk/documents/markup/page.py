"""Decoded page → its text with what is hidden behind it, the claims of its markup, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.documents.claims import Claim, Page, Remark
from dostyk.documents.coverage import Coverage, cover
from dostyk.documents.marking import behind

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_page(page: str, source: str, whole: bool = True) -> Page:
    """Read a page; of one that is not `whole`, a fragment, nothing is taken for menus and footers."""
    from dostyk.documents.markup.head import read_head, read_shown
    from dostyk.documents.markup.main_part import find_main, take_out
    from dostyk.documents.markup.parsing import parse_text
    from dostyk.documents.markup.scanning import scan
    from dostyk.documents.markup.writing import INVISIBLE, write_text

    root = parse_text(page, source)
    claims: list[Claim] = read_head(root, source) if whole else []
    taken = take_out(root, around=whole)
    claims += read_shown(root) if whole else []
    main = find_main(root)
    seen = write_text(main)
    heading = next((h1 for h1 in root.iter("h1") if main not in h1.iterancestors() and h1 is not main), None)
    if heading is not None and next(main.iter("h1"), None) is None:
        seen = write_text(heading) + "\n" + seen
    unseen = [(words, reason) for words, reason in taken.unseen if words not in " ".join(seen.split())]
    text, marks = behind(seen, unseen)
    outside = _outside(root, main)
    coverage = cover([scan(page).translate(INVISIBLE)], [seen], [*taken.around, *outside], taken.hidden)
    return Page(text, tuple(claims), marks, None, (*_remarks(len(marks), coverage), *coverage.remarks()))


def _outside(root: HtmlElement, main: HtmlElement) -> list[str]:
    """Give the texts beside the element that holds the text."""
    found, inner = [], main
    for parent in main.iterancestors():
        found += [" ".join(child.itertext()) for child in parent if child is not inner]
        found += [parent.text or "", *(child.tail or "" for child in parent)]
        inner = parent
    return found


def _remarks(hidden: int, coverage: Coverage) -> Iterator[Remark]:
    """Say how much of what is to be seen on the page is in the text, and that it holds hidden sentences."""
    if hidden:
        yield Remark(
            f"{hidden} passage{'s' if hidden > 1 else ''} that nobody sees on the page stand{'' if hidden > 1 else 's'} marked behind the text"
        )
    if coverage.words > coverage.kept:
        known = coverage.words - coverage.kept - len(coverage.missing)
        yield Remark(
            f"{coverage.share:.0%} of its {coverage.words} words are text; {known} in menus, footers, lists of links and the like are left out",
            routine=True,
        )
