"""Reads consuls from directory lines that set a person beside a consulate."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.office.drafts import draft_of
from dostyk.kinds.office.titles import Title
from dostyk.model.analysis import Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention

CONSULS = {
    "honorary consulate": "Honorary Consul",
    "honorary consulate general": "Honorary Consul General",
    "consulate general": "Consul General",
    "consulate": "Consul",
}


def consuls(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read a directory line that sets a person beside a consulate: who heads it is its consul."""
    if sentence.form not in ("item", "row") or any(s.type is SpanType.OFFICE for s in sentence.spans):
        return
    low = sentence.text.lower()
    kind = next((k for k in sorted(CONSULS, key=len, reverse=True) if low.startswith(k)), None)
    people = [
        t
        for i, t in enumerate(sentence.tokens)
        if i and t.span is not None and t.span.type is SpanType.PERSON and sentence.tokens[i - 1].text in (":", "–", "|", ",")
    ]  # noqa: RUF001
    if kind is None or len(people) != 1:
        return
    person = people[0].span
    assert person is not None
    last = reading.memory.get("mission.last")
    of = (
        tuple(m for m in last.roles["sender"] if isinstance(m, Mention))
        if isinstance(last, Draft) and sentence.start <= last.start < sentence.end
        else ()
    )
    draft = draft_of(Title(CONSULS[kind], of, ()), reading.mentions(person)[0], (sentence.start, person.end), "office.consul", 0.85)
    date = next(
        (
            d
            for d in sentence.dates
            if d.edtf and d.start > person.end and "(" in sentence.text[person.end - sentence.start : d.start - sentence.start]
        ),
        None,
    )
    draft.time = None
    if date is not None:
        draft.time = f"{date.edtf}/.." if date.relation == "since" else date.edtf
        draft.end = date.end
    yield draft
