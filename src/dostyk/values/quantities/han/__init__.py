"""Quantities in Chinese text."""
