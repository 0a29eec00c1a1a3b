"""Pins the floors: measures both sets and writes floors.toml; refuses to lower a floor unless told why in the commit (--lower).

Run as `python -m tests.quality.pin_floors [--lower]` from the project's root.
"""

from __future__ import annotations

import sys

from tests.quality.test_floors import FLOORS, HERE, fingerprint, measure

from dostyk.kinds import kinds

MARGIN = 0.005


def main() -> int:
    """Measure, compare with the old floors, write the new ones; gives the exit status."""
    lines, lowered = ["# Floors of precision and F1 of what is right. Made by tests/quality/pin_floors.py; never lowered silently.\n"], []
    for name in ("development", "checking"):
        whole = measure(name)
        values = {"precision": round(whole.precision - MARGIN, 3), "f1": round(whole.f1 - MARGIN, 3)}
        old = FLOORS.get(name, {})
        lowered += [f"{name} {key}: {old[key]} to {value}" for key, value in values.items() if value < old.get(key, 0)]
        lines += [f"[{name}]", f'fingerprint = "{fingerprint(name)}"', *(f"{key} = {value}" for key, value in values.items()), ""]
    lines.append("[development.kinds]")
    for kind in kinds():
        value = max(0.0, round(measure("development", kind.name).f1 - 0.03, 3))
        if value < FLOORS.get("development", {}).get("kinds", {}).get(kind.name, 0):
            lowered.append(f"{kind.name}: to {value}")
        lines.append(f"{kind.name} = {value}")
    if lowered and "--lower" not in sys.argv:
        print("floors would fall:", "; ".join(lowered), file=sys.stderr)
        return 1
    (HERE / "floors.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("".join(f"{line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
