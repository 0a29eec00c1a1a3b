"""Statements → facts, one for what many say, and findings, what a careful reader would remark on."""

from dostyk.facts.reconcile import reconcile, record_of

__all__ = ["reconcile", "record_of"]
