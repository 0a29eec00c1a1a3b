"""The ledger: every document and statement that was read, append-only, readable as it was known at any time."""

from dostyk.ledger.keeping import Entry, Ledger, Version

__all__ = ["Entry", "Ledger", "Version"]
