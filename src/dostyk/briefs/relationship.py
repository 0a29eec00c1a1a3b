"""Relations → what the relationship is called now, then how it came there."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.briefs.ordering import held, newest_first, oldest_first
from dostyk.briefs.sentences import act_of, sentence
from dostyk.briefs.slots import Context
from dostyk.facts.timing import Day, beginning, first_day
from dostyk.facts.wording import take_apart
from dostyk.model.brief import Sentence
from dostyk.model.fact import Fact
from dostyk.model.statement import Modality


def relations(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """The designation in use first; then acts and earlier designations, oldest first; undated ones and denials last."""
    known = [f for f in held(facts, "Relations") if f.modality is not Modality.NEGATED and len(f.roles.get("party", ())) > 1]
    denied = [f for f in held(facts, "Relations") if f.modality is Modality.NEGATED]
    levels, acts = [f for f in known if act_of(f) is None], [f for f in known if act_of(f) is not None]
    now = designation(levels)
    opened = [f for f in acts if act_of(f) == "diplomatic"]
    broken = len(opened) > 1 or any(act_of(f) != "diplomatic" and not _comes_first(f) for f in acts)
    needless = {f.id for f in acts if f.time is None and any(o.time and act_of(o) == act_of(f) for o in acts)}
    state = newest_first(f for f in acts if f.time and not _comes_first(f))[:1] if now is None else []
    ordered = oldest_first(f for f in [*acts, *levels] if f is not now and f.id not in needless and f not in state)
    headline = [sentence(now, context, standing="held")] if now else [_line(f, context, broken) for f in state]
    return [
        *headline,
        *(_line(f, context, broken) for f in ordered),
        *(sentence(f, context, standing="denied" if act_of(f) not in (None, "diplomatic") else "") for f in denied),
    ]


def designation(levels: Sequence[Fact]) -> Fact | None:
    """The designation in use: the one that began last; one without date of its own only where it says all of that and more."""
    dated = [f for f in levels if first_day(beginning(f.time))]
    if not dated:
        return max(levels, key=lambda f: (_told(f), f.id), default=None)
    latest = max(dated, key=lambda f: (first_day(beginning(f.time)) or (0, 0, 0), _told(f), f.id))
    fuller = [f for f in levels if not f.time and _stems(latest) < _stems(f) and _told(f) > (first_day(beginning(latest.time)) or (0, 0, 0))]
    return max(fuller, key=lambda f: (_told(f), f.id), default=latest)


def _denial(fact: Fact, context: Context) -> Sentence:
    return sentence(fact, context, standing="" if act_of(fact) in (None, "diplomatic") else "denied")


def _line(fact: Fact, context: Context, broken: bool) -> Sentence:
    """A sentence on what was; relations that were broken off at some time, or that no dated page tells of, are only said to have been opened."""
    act = act_of(fact)
    return sentence(fact, context, standing="former" if act is None else "opened" if act == "diplomatic" and (broken or not _told(fact)[0]) else "")


def _comes_first(fact: Fact) -> bool:
    return act_of(fact) in ("recogni", "consular")


def _told(fact: Fact) -> Day:
    """The last day on which a page uses a designation."""
    days = [d for s in fact.statements for d in [first_day(s.document.published)] if d]
    return max(days, default=(0, 0, 0))


def _stems(fact: Fact) -> frozenset[str]:
    return take_apart(fact.attributes.get("status", "")).telling
