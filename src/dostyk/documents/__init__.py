"""Bytes → Document: any encoding, plain text or a page, with what can be known about it."""

from dostyk.documents.reading import Reading, load, name_of, read, read_closely

__all__ = ["Reading", "load", "name_of", "read", "read_closely"]
