"""Membership: a state, city or body is in an organisation or alliance."""

from dostyk.kinds.membership.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Membership",
    description="A state, city or body is in an organisation or alliance.",
    roles=("member", "organisation"),
    key_roles=("member", "organisation"),
    open_since=True,
    identity=("member", "organisation"),
    reader=read,
    examples=("Peru joined the Pacific Alliance in 2011.",),
)
