"""Dostyk turns public documents about two countries into a cited, dated, reconciled record."""

__version__ = "0.1.0"
