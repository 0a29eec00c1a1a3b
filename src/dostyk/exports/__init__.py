"""Formats people take away: one module each."""
