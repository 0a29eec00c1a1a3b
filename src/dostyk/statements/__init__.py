"""Turns documents into statements; knows no kind by name."""

from dostyk.statements.extract import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "extract"]
