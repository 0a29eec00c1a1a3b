"""A page nested deeper than the parser bears → the same page with the innermost elements unwrapped, hidden ones left out."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

from dostyk.documents.markup.hidden import is_hidden_by

DEEPEST = 200
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
BREAKS = frozenset({"p", "div", "li", "tr", "td", "th", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt"})


class _Flattener(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            if not self.hidden:
                self.parts.append(self.get_starttag_text() or "")
            return
        hides = is_hidden_by({name: value or "" for name, value in attrs}) or tag in ("script", "style", "template") and len(self.open) >= DEEPEST
        self.open.append((tag, hides))
        self.hidden += hides
        if not self.hidden:
            self.parts.append((self.get_starttag_text() or "") if len(self.open) < DEEPEST else "<br>" if tag in BREAKS else " ")

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self.open[-64:]):
            return
        while self.open:
            name, hides = self.open.pop()
            if not self.hidden and len(self.open) + 1 < DEEPEST:
                self.parts.append(f"</{name}>")
            self.hidden -= hides
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            raw = bool(self.open) and self.open[-1][0] in ("script", "style")
            self.parts.append(data if raw else escape(data, quote=False))


def flatten(text: str) -> str:
    """Unwrap what lies deeper than DEEPEST elements; its text stays where it stands."""
    flattener = _Flattener()
    flattener.feed(text)
    flattener.close()
    return "".join(flattener.parts)
