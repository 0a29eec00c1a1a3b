"""Reviews: what people accepted, corrected, rejected, merged and split, and the record as it stands after that.

`Record(ledger)` reads statements with all reviews in force; `find` gives a statement as it stands now, with the revision of its
reviews, and `accept`, `correct`, `reject`, `merge`, `split`, `undo` keep one more review of what was seen, or raise ReviewConflict where
somebody else did so since. `queue` says what to look at first. docs/review.md shows all of it.
"""

from dostyk.review.applying import Reviewed
from dostyk.review.deciding import Signature, accept, correct, merge, reject, split, undo
from dostyk.review.queue import Item, Reason, queue
from dostyk.review.record import Record, Stale, stands
from dostyk.review.stood import published_by

__all__ = [
    "Item",
    "Reason",
    "Record",
    "Reviewed",
    "Signature",
    "Stale",
    "accept",
    "correct",
    "merge",
    "published_by",
    "queue",
    "reject",
    "split",
    "stands",
    "undo",
]
