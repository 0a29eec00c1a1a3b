"""EDTF strings (ISO 8601-2, levels 0 to 2): checked, measured, compared, shown in words."""

from dostyk.values.edtf.bounds import Day, bounds, edges
from dostyk.values.edtf.compare import finer, overlaps, precision, within
from dostyk.values.edtf.parse import Interval, Point, Several, is_valid, parse
from dostyk.values.edtf.show import show

__all__ = ["Day", "Interval", "Point", "Several", "bounds", "edges", "finer", "is_valid", "overlaps", "parse", "precision", "show", "within"]
