"""Makes the draft of an office from a title and its holder."""

from __future__ import annotations

from dostyk.kinds.office.titles import Title
from dostyk.model.kind import Draft, Filler
from dostyk.model.mention import Mention


def draft_of(post: Title, holder: Mention, reach: tuple[int, int], rule: str, confidence: float) -> Draft:
    """The draft of a post and its holder at `reach` (document offsets)."""
    roles: dict[str, list[Filler]] = {"holder": [holder], "of": list(post.of), "to": list(post.to)}
    return Draft("Office", reach[0], reach[1], roles, {"position": post.position}, "", rule=rule, confidence=confidence, anchor=reach[0])
