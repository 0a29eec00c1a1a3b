"""Dates, quantities, money and names: read from text, compared, shown."""
