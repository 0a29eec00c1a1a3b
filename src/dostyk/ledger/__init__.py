"""The ledger: every document and statement that was read, append-only, chained, readable as it was known at any time."""

from dostyk.ledger.derived import Derived
from dostyk.ledger.keeping import Entry, Learned, Ledger, Version
from dostyk.ledger.removing import Removal
from dostyk.ledger.restoring import Restored, restore
from dostyk.ledger.verifying import Verified

__all__ = ["Derived", "Entry", "Learned", "Ledger", "Removal", "Restored", "Verified", "Version", "restore"]
