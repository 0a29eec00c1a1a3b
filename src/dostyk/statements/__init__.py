"""Turns documents into statements; knows no kind by name."""

from dostyk.statements.explain import Explained, Spoken
from dostyk.statements.extract import EXTRACTOR, Told, explain, extract, tell
from dostyk.statements.measuring import Measure, read_measures

__all__ = ["EXTRACTOR", "Explained", "Measure", "Spoken", "Told", "explain", "extract", "read_measures", "tell"]
