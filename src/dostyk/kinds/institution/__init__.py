"""Institution: a joint or foreign institution is founded, opened, moved, operates."""

from dostyk.kinds.institution.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Institution",
    description="A joint or foreign institution is founded, opened, moved, operates.",
    roles=("institution", "place", "founder"),
    key_roles=("institution",),
    attributes=("action",),
    identity=("institution", "place"),
    remembered="institution",
    reader=read,
    examples=("A Korean Cultural Centre opened in Lima in 2018.",),
)
