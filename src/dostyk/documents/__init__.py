"""Bytes → Document: any encoding, plain text or a page, with what can be known about it."""

from dostyk.documents.claims import Remark
from dostyk.documents.reading import Reading, load, name_of, read, read_bytes, read_closely, read_part

__all__ = ["Reading", "Remark", "load", "name_of", "read", "read_bytes", "read_closely", "read_part"]
