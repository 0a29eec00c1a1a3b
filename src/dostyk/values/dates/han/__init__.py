"""Dates in Chinese text."""
