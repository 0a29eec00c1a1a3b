"""Paragraphs of pages → paragraphs of the document: those that go on in the next column or on the next page are one."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.documents.paged.paragraphs import Paragraph


def join(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Join what goes on further; notes in small letters at the foot of a page come after the paragraph that they interrupt."""
    made: list[Paragraph] = []
    notes: list[Paragraph] = []
    running: Paragraph | None = None
    for one in paragraphs:
        if running is not None and one.small and running.open and running.form != "row":
            notes.append(one)
            continue
        if running is not None and _goes_on(running, one):
            running.lines += one.lines
            running.open = one.open
            continue
        made += notes
        notes = []
        made.append(one)
        running = one
    return [*made, *notes]


def _goes_on(above: Paragraph, one: Paragraph) -> bool:
    """Whether a paragraph goes on with the one above: that one is not ended, and this one does not begin as a sentence does."""
    if not above.open or above.form not in ("prose", "item") or one.form != "prose" or not one.lines:
        return False
    if abs(above.size - one.size) > 0.06 * max(above.size, one.size):
        return False
    first = one.lines[0][0].text.lstrip("(«“\"'")[:1]
    return first.islower() or first.isdigit() or ("\u3400" <= first <= "\u9fff") or above.lines[-1][-1].text.endswith(("-", ","))
