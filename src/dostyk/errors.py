"""Names everything that can go wrong, by what happens next: skip this item, or stop."""


class DostykError(Exception):
    """Anything Dostyk says itself; its message is one sentence: what is wrong, where, what to do."""


class ItemError(DostykError):
    """One item (a document, a statement) cannot be used; it is recorded and the others go on."""


class StopError(DostykError):
    """Nothing sensible can be done any more; the program ends with exit status 1."""


class UnreadableDocument(ItemError):
    """A file cannot be turned into a document."""


class UngroundedStatement(ItemError):
    """A statement's quote does not stand at its offsets in the document's text."""


class LedgerError(StopError):
    """The ledger file cannot be opened, read or written."""


class ReviewError(StopError):
    """A review cannot be kept as it was asked for; nothing was saved."""


class UnusableCorrection(ReviewError):
    """What a statement is to be corrected to, or split into, is not well formed."""


class ReviewConflict(ReviewError):
    """Somebody else reviewed the same statement in between; `theirs` and `yours` say what both reviews make of it."""

    def __init__(self, message: str, theirs: str = "", yours: str = "") -> None:
        super().__init__(message)
        self.theirs = theirs
        self.yours = yours
