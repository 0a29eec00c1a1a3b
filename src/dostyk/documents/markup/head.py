"""Head and markup of a page → claims about its title, publisher, address, language and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.headers import read_header
from dostyk.documents.markup.linked_data import read_linked_data
from dostyk.documents.naming import is_publisher
from dostyk.documents.words import word_list, words
from dostyk.values.dates import read_dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META = ("title", "publisher", "published", "modified", "url", "language")


def read_head(root: HtmlElement, source: str) -> list[Claim]:
    """Collect what a page's markup claims; the first claim of a kind is the surest."""
    metas = _metas(root)
    claims = [*read_linked_data(root)]
    claims += _from_metas(metas)
    claims += _from_links(root)
    claims += _titles(root)
    claims += _times(root)
    names = [claim.value for claim in claims if claim.field == "publisher"]
    return [_trimmed(claim, names) if claim.field == "title" else claim for claim in claims]


def iso_date(text: str) -> str | None:
    """Read the day, month or year at the beginning of a machine's or a person's date; None for anything else."""
    text = text.strip()
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?!\d))?|/(\d{1,2})/(\d{1,2})|(\d{2})(\d{2})(?!\d))?(?![\d/-])", text)
    if match:
        from dostyk.values.edtf import is_valid

        parts = [part.zfill(2) for part in match.groups() if part]
        edtf = "-".join([match.group(1), *parts[1:]])
        if is_valid(edtf):
            return edtf
    found = [span.edtf for span in read_dates(text[:80]) if span.edtf is not None and re.fullmatch(r"\d{4}(-\d{2}){0,2}", span.edtf)]
    return found[0] if found else None


def _metas(root: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _from_metas(metas: dict[str, str]) -> Iterator[Claim]:
    for field in META:
        for name in word_list("markup.toml", f"meta_{field}"):
            value = metas.get(name)
            if value is None:
                continue
            reason = f"the page's head: {name}"
            if field in ("published", "modified"):
                date = iso_date(value)
                if date:
                    yield Claim("published", date, Trust.MARKUP if field == "published" else Trust.MODIFIED, reason)
            elif field == "publisher":
                if name in ("copyright", "author", "source", "publisher") and not is_publisher(value):
                    continue
                yield Claim(field, value.strip("©@ "), Trust.MARKUP, reason)
            elif field == "url":
                if value.startswith(("http://", "https://")):
                    yield Claim(field, value, Trust.MARKUP, reason)
            else:
                yield Claim(field, value.replace("_", "-").split("-")[0].lower() if field == "language" else value, Trust.MARKUP, reason)


def _from_links(root: HtmlElement) -> Iterator[Claim]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (link.get("href") or "").startswith(("http://", "https://")):
            yield Claim("url", link.get("href", "").strip(), Trust.LABELLED, "the page's canonical address")
    top = next(root.iter("html"), root)
    language = top.get("lang") or top.get("{http://www.w3.org/XML/1998/namespace}lang") or top.get("xml:lang")
    if language:
        yield Claim("language", re.split(r"[-_]", language.strip().lower())[0], Trust.MARKUP, "the page's lang attribute")


def _titles(root: HtmlElement) -> Iterator[Claim]:
    headings = [text for text in (" ".join("".join(h1.itertext()).split()) for h1 in root.iter("h1")) if text]
    if len(headings) == 1:
        yield Claim("title", headings[0], Trust.ELEMENT, "the page's only main heading")
    for title in root.iter("title"):
        text = " ".join("".join(title.itertext()).split())
        if text:
            yield Claim("title", text, Trust.LINE if headings else Trust.ELEMENT, "the page's title element")
            before, _, last = re.sub(r"\s[-–—|·»:]\s", "\x1e", text).rpartition("\x1e")
            if before and is_publisher(last):
                yield Claim("publisher", last.strip(), Trust.TAIL, "the end of the page's title names it")
        break


def _times(root: HtmlElement) -> Iterator[Claim]:
    for element in root.iter():
        itemprop = (element.get("itemprop") or "").lower() if isinstance(element.tag, str) else ""
        if itemprop in ("datepublished", "datecreated", "datemodified"):
            date = iso_date(element.get("datetime") or element.get("content") or "".join(element.itertext()))
            if date:
                yield Claim("published", date, Trust.MODIFIED if itemprop == "datemodified" else Trust.MARKUP, f"the page's markup: {itemprop}")
        elif element.tag == "time":
            date = iso_date(element.get("datetime") or "".join(element.itertext()))
            if date and len(date) == 10:
                yield Claim("published", date, Trust.ELEMENT, "the page's first time element")
                return


def read_shown(root: HtmlElement) -> list[Claim]:
    """Read the short lines in which a page shows its date and source to readers, in places that are called so."""
    claims: list[Claim] = []
    named = words("markup.toml", "dates")
    for element in root.iter("div", "span", "p", "li", "td", "small", "em", "font", "section", "time", "header"):
        names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
        if not any(name in named or any(part in named for part in re.split(r"[_-]+", name)) for name in names):
            continue
        text = " ".join("".join(element.itertext()).split())
        if 6 < len(text) <= 160:
            claims += read_header(text).claims
        if len(claims) > 8:
            break
    return claims


def _trimmed(claim: Claim, publishers: list[str]) -> Claim:
    """Cut the name of the site from the end of a title."""
    parts = re.split(r"\s+[-–—|·»]\s+", claim.value)
    while len(parts) > 1 and (parts[-1] in publishers or (len(parts[-1].split()) <= 8 and is_publisher(parts[-1]))):
        claim = Claim(claim.field, claim.value[: claim.value.rindex(parts.pop())].rstrip(" -–—|·»"), claim.trust, claim.reason)
    return claim
