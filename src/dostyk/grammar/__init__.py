"""Turns passages into analysed sentences: tokens, typed spans, phrases and clauses."""

from dostyk.grammar.analyse import analyse

__all__ = ["analyse"]
