"""Reads trainings told by a verb: "20 nurses will be trained at the hospital for three months"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Acts, where
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import without_article, wordlists
from dostyk.model.kind import Draft, Filler, Reading


def courses(acts: Acts, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each clause in which people are taught somewhere for a time or from a day on."""
    sentence = acts.sentence
    for clause in sentence.clauses:
        people = clause.patient
        if not clause.passive or people is None or clause.lemma not in wordlists("event")["teaching"] or clause.form != "finite":
            continue
        found = [m for o in clause.obliques if o.preposition in ("at", "in") for member in o.members() for m in where(reading, member)]
        timed = any(d.duration is not None or d.relation in ("from_start", "since") or d.edtf and len(d.edtf) >= 7 for d in sentence.dates)
        counted = people.quantity is not None and people.quantity.bare
        if not found or not timed or not counted or people.span is not None:
            continue
        roles: dict[str, list[Filler]] = {"event": [thing(f"training of {without_article(people.text)}")], "place": list(found)}
        roles["participant"] = [thing(without_article(people.text))]
        verb = sentence.tokens[clause.verb]
        start, end = min(people.start, verb.start), max(people.end, verb.end)
        yield Draft("Event", start, end, roles, {}, "", clause.modality, rule="event.course", confidence=0.6, anchor=verb.start)
