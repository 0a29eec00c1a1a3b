"""Chinese script: characters folded to one form of writing, numerals to numbers, for the readers of dates and quantities."""

from dostyk.values.han.letters import fold
from dostyk.values.han.numerals import NUMERAL, Numeral, digits, whole

__all__ = ["NUMERAL", "Numeral", "digits", "fold", "whole"]
