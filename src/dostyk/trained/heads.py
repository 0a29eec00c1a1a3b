"""What the model says: kinds, slots and classes, in the order of its outputs."""

from __future__ import annotations

KINDS = (
    "Agreement", "Commitment", "Event", "Indicator", "Institution", "Meeting", "Membership", "Mission", "Office", "Project",
    "Regime", "Relations", "Renaming", "Twinning", "Visit",
)  # fmt: skip
SLOTS = (
    "party", "sender", "location", "holder", "of", "to", "visitor", "destination", "origin", "host", "participant", "place", "signatory",
    "member", "subject", "partner", "counted", "project", "institution", "founder", "event", "organiser", "actor", "entity", "organisation",
    "status", "mission_type", "position", "purpose", "body", "topic", "title", "value", "valid", "measure", "compared_with",
    "content", "unit", "old_name", "new_name", "rule", "time", "attribution",
)  # fmt: skip
"""Roles and attributes that are linked to words; `rule` is the subject of a Regime, an attribute, apart from that of an Indicator, a role."""
IMPLIED = (
    "party", "sender", "location", "of", "to", "visitor", "destination", "participant", "member", "subject", "partner", "actor", "entity",
    "organisation", "status", "time", "place", "measure",
)  # fmt: skip
"""Slots that may hold without words of their own in the window."""
MODALITIES = ("actual", "ongoing", "planned", "expected", "negated", "possible")
STATISTICS = ("level", "change", "multiple", "share", "rank")
FARTHEST = 60
"""Words beyond which the distance from a trigger counts no more."""
