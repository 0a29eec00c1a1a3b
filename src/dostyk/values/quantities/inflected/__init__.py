"""Quantities in languages whose words take endings: a token at a time, every word by its stem and ending."""

from dostyk.values.quantities.inflected.lexis import lexis
from dostyk.values.quantities.inflected.reader import read_inflected
from dostyk.values.quantities.inflected.show import whole_number, worded

__all__ = ["lexis", "read_inflected", "whole_number", "worded"]
