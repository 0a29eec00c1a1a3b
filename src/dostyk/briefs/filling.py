"""A template and slots → one sentence: [parts in brackets] fall away where a slot of theirs is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dostyk.facts.showing import capital

_PART = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z_]+)\}")


def fill_first(templates: Sequence[str], slots: Mapping[str, str]) -> str | None:
    """The first template all of whose unbracketed slots are filled, as a sentence without its full stop."""
    return next((made for template in templates for made in [fill(template, slots)] if made), None)


def fill(template: str, slots: Mapping[str, str]) -> str | None:
    """A template filled; None where a slot outside brackets is empty."""
    whole = _PART.sub(lambda part: part[1] if all(slots.get(s) for s in _SLOT.findall(part[1])) else "", template)
    if not all(slots.get(s) for s in _SLOT.findall(whole)):
        return None
    return capital(_SLOT.sub(lambda s: slots[s[1]], whole).strip())
