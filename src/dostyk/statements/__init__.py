"""Turns documents into statements; knows no kind by name."""

from dostyk.statements.explain import Explained, Spoken
from dostyk.statements.extract import EXTRACTOR, Told, explain, extract, tell

__all__ = ["EXTRACTOR", "Explained", "Spoken", "Told", "explain", "extract", "tell"]
