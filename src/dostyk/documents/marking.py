"""Text that is seen, and runs that are not → one text with the unseen runs behind it, each marked with why it is not seen."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.model.mark import Mark, MarkSort

Unseen = tuple[str, str]
"""Words that a reader of the page does not see, and why ("white on white")."""


def behind(text: str, unseen: Iterable[Unseen]) -> tuple[str, tuple[Mark, ...]]:
    """Put unseen words behind the text, a paragraph each, so that they break no sentence that is seen and give it no context."""
    parts, marks = [text.rstrip("\n")] if text.strip() else [], []
    at = len(parts[0]) if parts else 0
    for words, reason in unseen:
        words = words.strip()
        if words:
            at += 2 if parts else 0
            marks.append(Mark(at, at + len(words), MarkSort.HIDDEN, reason))
            parts.append(words)
            at += len(words)
    return ("\n\n".join(parts) + "\n" if marks else text), tuple(marks)
