"""A text in English, Russian, Kazakh or Chinese → the names in it: people with their offices, places, bodies, instruments, projects, events."""

from dostyk.entities.names.read import read_names
from dostyk.entities.names.span import NameSpan, NameType

__all__ = ["NameSpan", "NameType", "read_names"]
