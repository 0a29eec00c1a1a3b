"""Quantities in running text: numbers with their magnitudes, bounds, currencies, units and rates."""

from dostyk.values.quantities.display import bound_verb, read_number, show
from dostyk.values.quantities.reader import read_quantities
from dostyk.values.quantities.span import QuantitySpan
from dostyk.values.quantities.units import convert, is_money, kind_of

__all__ = ["QuantitySpan", "bound_verb", "convert", "is_money", "kind_of", "read_number", "read_quantities", "show"]
