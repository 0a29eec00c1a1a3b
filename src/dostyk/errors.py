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
