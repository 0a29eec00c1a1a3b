"""The ledger's words → where they stand: passages, statements and names, found by what a person types."""

from dostyk.search.chosen import Chosen
from dostyk.search.finding import Called, Found, Search, find
from dostyk.search.indexing import bounds, catch_up, fingerprint, keep, rebuild
from dostyk.search.portrait import Portrait, portray
from dostyk.search.query import Query, parse
from dostyk.search.who import Answer, Meant, ask

__all__ = [
    "Answer",
    "Called",
    "Chosen",
    "Found",
    "Meant",
    "Portrait",
    "Query",
    "Search",
    "ask",
    "bounds",
    "catch_up",
    "find",
    "fingerprint",
    "keep",
    "parse",
    "portray",
    "rebuild",
]
