"""The open set of statement kinds: one folder each, with its description, its frames as data and, where needed, a reader."""

from dostyk.kinds.load import kinds

__all__ = ["kinds"]
