"""Agreement: an instrument is signed, agreed, in force."""

from dostyk.kinds.agreement.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Agreement",
    description="An instrument is signed, agreed, in force.",
    roles=("party", "signatory", "place"),
    key_roles=(),
    attributes=("title", "agreement_type", "value", "unit", "bound", "valid", "action"),
    key_attributes=("title", "agreement_type"),
    within=True,
    news=True,
    identity=("title", "action"),
    remembered="document",
    reader=read,
    examples=("A memorandum of understanding on fisheries was signed in Lima on 4 May 2019.",),
)
