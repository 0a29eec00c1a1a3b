"""Turns a document's text into passages: paragraphs, headings, items and rows, each with its sentences' offsets."""

from dostyk.passages.split import Passage, split

__all__ = ["Passage", "split"]
