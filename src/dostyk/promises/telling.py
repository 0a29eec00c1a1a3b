"""A judged promise → the sentences that say why it stands so."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.facts.findings.series import Figure
from dostyk.facts.showing import show_due, show_list, show_time
from dostyk.facts.sources import source_name
from dostyk.model.promise import Degree, Outcome, PromiseState, Search
from dostyk.promises.judging import Case, not_done_before
from dostyk.promises.lateness import late_by, may_be_late
from dostyk.promises.searching import show_search
from dostyk.promises.speakers import source_of, whose_word

_SILENT = (PromiseState.OVERDUE, PromiseState.NO_OUTCOME)


def reason(case: Case, state: PromiseState, search: Search, newest: Figure | None, sides: tuple[Sequence[str], Sequence[str]]) -> str:
    """Why a promise is in its state; `sides` are the states that promised and those whose side tells of the outcome."""
    parts = [_chain(case), _told(case, state), _newest(case, state, newest), whose_word(*sides) if case.of(Degree.FULL) else ""]
    if state in _SILENT:
        parts.append(show_search(search))
    return " ".join(p for p in parts if p)


def how_late(case: Case) -> str | None:
    """How long after the first due time it was done, in words; None where that cannot be told."""
    done = next(iter(case.of(Degree.FULL)), None)
    if done is None:
        return None
    return late_by(case.first_due, done.when) or (late_by(case.first_due, not_done_before(case)) if done.when is None else None)


def _told(case: Case, state: PromiseState) -> str:
    full, part, against = case.of(Degree.FULL), case.of(Degree.PART), case.of(Degree.AGAINST)
    due = show_due(case.last_due).removeprefix("due ")
    match state:
        case PromiseState.UNCHECKABLE:
            return "Nothing says what one would have to see: no number, no act that one could see, no name that tells it from others."
        case PromiseState.KEPT:
            return _kept(case, full[0], against)
        case PromiseState.LATE:
            return _late(case, full[0], against)
        case PromiseState.DISPUTED:
            return f"{_shown(full[0])}; but {_shown(against[0])}."
        case PromiseState.MISSED:
            return f"The record has {_shown(against[-1])}."
        case PromiseState.PARTLY:
            return f"In part: {show_list(_shown(o) for o in part)}."
        case PromiseState.OVERDUE:
            return f"It was due {due}; nothing in the record says what came of it."
        case PromiseState.NO_OUTCOME:
            return "Nothing in the record says what came of it."
        case _:
            begun = f" So far: {show_list(_shown(o) for o in part)}." if part else ""
            return (f"Not yet due: {due}." if case.last_due else "Nothing in the record says that it was done.") + begun


def _kept(case: Case, done: Outcome, against: Sequence[Outcome]) -> str:
    doubt = ""
    if may_be_late(case.first_due, done.when):
        doubt = f" Whether that was in time cannot be told: it is dated {show_time(done.when)} only."
    elif done.when is None and case.first_due:
        doubt = " When it was done is not said, so neither whether it was in time."
    after = f" Later, {_shown(against[-1])}." if against and case.is_target else ""
    if case.is_target:
        return f"Reached: {_shown(done)}.{doubt}{after}"
    return f"{_teller(done)} tells of it{f', {show_time(done.when)}' if done.when else ''}: {done.words}.{doubt}{after}"


def _late(case: Case, done: Outcome, against: Sequence[Outcome]) -> str:
    after = how_late(case)
    told = f", {after} after it was {'first ' if case.moved else ''}due" if after else ""
    if case.is_target:
        at_due = next((o for o in against if o.when == case.first_due), None)
        due = show_time(case.first_due)
        before = f"For {due} the record has {at_due.words}." if at_due else f"The record has nothing for {due}."
        return f"{before} First to reach the target: {_shown(done)}{told}."
    if done.when is None:
        still = not_done_before(case)
        return f"{_teller(done)} tells of it without a date; on {show_time(still)} it was still to come{told}: {done.words}."
    return f"{_teller(done)} tells of it, {show_time(done.when)}{told}: {done.words}."


def _newest(case: Case, state: PromiseState, figure: Figure | None) -> str:
    """The last figure of what a target is not yet known to have reached."""
    if figure is None or state not in (PromiseState.OPEN, PromiseState.ANNOUNCED_AGAIN, *_SILENT):
        return ""
    return f"The last figure is {figure.shown} in {show_time(figure.time)} ({source_name(figure.statements[0].document)})."


def _chain(case: Case) -> str:
    """How often it was announced, with the due times that were moved."""
    if len(case.announcements) < 2:
        return ""
    moved = ", then ".join(dict.fromkeys(show_due(a.due) for a in case.announcements if a.due))
    return f"It was announced {len(case.announcements)} times{f': {moved}' if case.moved else ''}."


def _shown(outcome: Outcome) -> str:
    return f"{outcome.words} ({_teller(outcome)})"


def _teller(outcome: Outcome) -> str:
    return show_list(source_of(s) for s in outcome.statements)
