"""Changes: what the ledger learned between two times, what became of facts by it, and the history of one fact (docs/clocks.md).

`pipeline.changes_between(ledger, since, until)` puts it together: `learned` gives the events with their differences in statements,
`compare` what became of facts, findings and promises between two states of the record, `history` the steps of one fact.
"""

from dostyk.changes.comparing import State, compare, says
from dostyk.changes.differing import difference
from dostyk.changes.history import history
from dostyk.changes.learning import Window, learned, told

__all__ = ["State", "Window", "compare", "difference", "history", "learned", "says", "told"]
