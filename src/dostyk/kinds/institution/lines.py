"""Reads institutions from lines without a verb ("Indian Cultural Centre, Lima (since 2010)")."""

from __future__ import annotations

from dostyk.kinds.acting import Acts
from dostyk.kinds.institution.names import names
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import starts_cell, wordlists
from dostyk.model.analysis import PLACES, Phrase
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality


def line(acts: Acts, phrase: Phrase, reading: Reading) -> Draft | None:
    """The institution that opens an item or cell with "since", or under a heading about institutions."""
    sentence = acts.sentence
    if sentence.form not in ("item", "row") or not acts.bare() or not starts_cell(sentence, phrase):
        return None
    since = any(d.edtf and d.relation in ("since", "from_start") for d in sentence.dates)
    headed = any(w in sentence.heading.lower() for w in wordlists("institution")["headings"])
    found = _places(acts, phrase, reading)
    short = len(sentence.tokens) < 14 and any(
        d.edtf and len(d.edtf) == 4 and sentence.text[: d.start - sentence.start].rstrip().endswith("(") for d in sentence.dates
    )
    if not since and not (headed and found) and not short:
        return None
    roles: dict[str, list[Filler]] = {"institution": [thing(names(sentence, phrase, [])[0], MentionType.ORGANISATION)]}
    if found:
        roles["place"] = list(found)
    return Draft(
        "Institution", phrase.start, phrase.end, roles, {}, "", Modality.ACTUAL, rule="institution.line", confidence=0.6, anchor=phrase.start
    )


def _places(acts: Acts, phrase: Phrase, reading: Reading) -> list[Mention]:
    found: list[Mention] = []
    for other in acts.phrases:
        alone = (
            other.first == other.last
            and other.span is not None
            and other.span.type in PLACES
            and not other.span.demonym
            and other.start >= phrase.end
        )
        if alone and other.preposition in ("", "in", "at"):
            found += reading.mentions(other, ("place",))
    return list({m.id: m for m in found}.values())
