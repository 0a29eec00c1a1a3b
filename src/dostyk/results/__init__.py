"""Facts, findings and promises as they were worked out → rows beside the ledger, and back, so that one of them is found without the rest."""

from dostyk.results.asking import Asked
from dostyk.results.storing import Results, Wanted, Worked, catch_up, holds, is_current, keep
from dostyk.results.tables import NAME

__all__ = ["NAME", "Asked", "Results", "Wanted", "Worked", "catch_up", "holds", "is_current", "keep"]
