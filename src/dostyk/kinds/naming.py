"""Makes mentions of things that only their wording names: projects, events, institutions, bodies."""

from __future__ import annotations

import hashlib

from dostyk.model.mention import Mention, MentionType


def thing(name: str, kind: MentionType = MentionType.OTHER) -> Mention:
    """Make a mention of a worded name; the id is a hash of type and name."""
    name = " ".join(name.split()).strip(" ,;")
    key = f"{kind.value}:{name.casefold()}"
    return Mention(name, name, f"x:{hashlib.sha256(key.encode()).hexdigest()[:12]}", kind)
