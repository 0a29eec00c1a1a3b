"""The one place where the clock is read."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Give the time in UTC, ISO 8601, to the microsecond, so that later texts sort later."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
