"""Facts → promises: each with its announcements, when it was due, and what the record shows of it; and findings on them."""

from dostyk.promises.asof import as_it_stood
from dostyk.promises.register import register
from dostyk.promises.remarks import remarks, remarks_on

__all__ = ["as_it_stood", "register", "remarks", "remarks_on"]
