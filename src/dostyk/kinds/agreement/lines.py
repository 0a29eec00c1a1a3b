"""Reads instruments from lists and tables: one title a line or cell, with signatories, places and dates in the others."""

from __future__ import annotations

import re

from dostyk.kinds.agreement.heads import lists, strong, titled
from dostyk.kinds.agreement.told import Act, holds
from dostyk.kinds.agreement.wording import ended
from dostyk.kinds.wording import starts_cell
from dostyk.model.analysis import DateMark, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality
from dostyk.values.dates import read_dates

BARS = ("|", "\t")


def limit_of(sentence: Sentence, first: int) -> int:
    """The token index where the cell that holds a token ends; the sentence's end outside tables."""
    if sentence.form != "row":
        return len(sentence.tokens)
    return next((i for i in range(first, len(sentence.tokens)) if sentence.tokens[i].text in BARS), len(sentence.tokens))


def of_instruments(heading: str) -> bool:
    """Whether a heading stands over instruments ("Legal base", "List of documents signed", "Agreements")."""
    return bool(lists()["heads"] & set(re.findall(r"[a-z-]+", heading.lower())))


def listed(sentence: Sentence, phrase: Phrase, reading: Reading) -> Act | None:
    """Whether a line or cell consists of the instrument's title: then it was signed, unless the line says "not yet", "planned", "draft"."""
    prior = reading.memory.get("signing")
    under = of_instruments(sentence.heading) or (prior is not None and 0 < sentence.paragraph - prior <= 40)
    if sentence.form not in ("item", "row") or not (strong(phrase) or under) or not starts_cell(sentence, phrase):
        return None
    if not titled(phrase) and not under or _header(sentence) or _told(sentence, phrase):
        return None
    low = sentence.text.lower()
    if (
        "not yet signed" in low
        or "under negotiation" in low
        or "in negotiation" in low
        or re.search(r"negotiations? (?:have |has )?(?:beg[au]n|started|launched|opened|ongoing|under way|continue)", low)
    ):
        return "under negotiation", Modality.ACTUAL, None
    behind = [t.low for t in sentence.tokens[ended(sentence, phrase.head, limit_of(sentence, phrase.first)) :]]
    if behind[:2] in (["in", "force"], ["in", "effect"]):
        return "in force", Modality.ACTUAL, None
    return ("signed", Modality.PLANNED, None) if "to be signed" in low or "draft" in low else ("signed", Modality.ACTUAL, None)


def _header(sentence: Sentence) -> bool:
    """Whether a row only names its columns: several cells, none longer than four words, no figure, name or date."""
    if sentence.form != "row":
        return False
    cells = [c.strip() for c in re.split(r"[|\t]", sentence.text)]
    dated = any(isinstance(t.span, DateMark) or t.span is not None and t.span.type in (SpanType.PERSON, SpanType.CITY) for t in sentence.tokens)
    return len(cells) > 1 and not dated and all(len(c.split()) <= 7 for c in cells) and all(not re.search(r"\bon\b|\bfor\b|\d", c) for c in cells)


def _told(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a finite verb of the line says something else of the instrument."""
    return any(c.form == "finite" and (holds(c.agent, phrase) or holds(c.patient, phrase)) for c in sentence.clauses)


def people_of_row(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Mention]:
    """The people named in the other cells of a row."""
    close = limit_of(sentence, phrase.first)
    limit = sentence.tokens[close].start if close < len(sentence.tokens) else sentence.end
    opening = next((t.end for t in reversed(sentence.tokens[: phrase.first]) if t.text in BARS), sentence.start)
    spans = [s for s in sentence.spans if s.type is SpanType.PERSON and not opening <= s.start < limit]
    return [m for s in spans for m in reading.mentions(s)]


def time_of_list(sentence: Sentence, reading: Reading) -> str | None:
    """The date that a list's heading gives ("Documents signed on 5 May 2019"), of at least a month."""
    if not of_instruments(sentence.heading):
        return reading.memory.get("list date")
    cache = reading.memory.setdefault("heading dates", {})
    if sentence.heading not in cache:
        found = [
            d
            for d in read_dates(sentence.heading[-300:])
            if d.edtf and d.kind == "date" and not d.vague and len(d.edtf) >= 7 and not d.edtf.startswith("X")
        ]
        cache[sentence.heading] = found[-1].edtf if len(found) == 1 else None
    result: str | None = cache[sentence.heading]
    reading.memory["list date"] = result
    return result
