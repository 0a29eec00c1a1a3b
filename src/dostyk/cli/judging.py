"""Pairs of entities and judgements of them → what people read of them, and their JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dostyk.entities.evidence import Evidence
from dostyk.entities.proposing import Proposal
from dostyk.model.judgement import End, Judgement
from dostyk.review.judged import Pair, outcome


def end_json(end: End) -> dict[str, Any]:
    """Give one of the two of a pair."""
    return {"sort": end.sort, "id": end.id or None, "name": end.name, "names": [named.text for named in end.names]}


def proposal_json(one: Proposal) -> dict[str, Any]:
    """Give a pair that may be one, with every reason for and against."""
    return {
        "id": one.pair,
        "revision": one.revision,
        "points": one.points,
        "reasons": [{"points": points, "words": words} for points, words in reasons(one)],
        "score": one.score,
        "evidence": [{"weight": evidence.weight, "words": evidence.words} for evidence in one.evidence],
        "statements": one.statements,
        "pair": [end_json(end) for end in one.ends],
    }


def reasons(one: Proposal) -> list[tuple[int, str]]:
    """Give what a pair's points are made of."""
    rest = one.points - round(50 * one.score)
    says = "says" if one.statements == 1 else "say"
    return [
        (round(50 * one.score), f"may be one, {one.score:.2f}: {'; '.join(map(reason, one.evidence))}"),
        (rest, f"{one.statements} statement{'' if one.statements == 1 else 's'} {says} of one what may be of both"),
    ]


def reason(evidence: Evidence) -> str:
    """Put one reason in words, with its weight."""
    return f"{evidence.weight:+.2f} {evidence.words}"


def names(one: Proposal) -> str:
    """Say which two are meant."""
    return " and ".join(f"{end.name} ({end.sort})" for end in one.ends)


def show_proposal(one: Proposal) -> Iterator[str]:
    """Show a pair that nobody has judged."""
    yield f"pair {one.pair}"
    for end in one.ends:
        yield f"  {end.sort}: {', '.join(named.text for named in end.names)}"
    yield f"  may be one: {one.score:.2f}"
    yield from (f"    {reason(evidence)}" for evidence in one.evidence)


def show_pair(pair: Pair) -> Iterator[str]:
    """Show a pair with all judgements of it, the newest last."""
    yield f"pair {pair.id}"
    for end in pair.ends:
        yield f"  {end.sort}: {', '.join(named.text for named in end.names)}"
    deciding = pair.deciding
    yield f"  revision {pair.revision}, {'nothing is in force' if deciding is None else f'decided by judgement {deciding.number}'}"
    for step in pair.steps:
        undone = "" if step.undoes is not None or pair.in_force(step.number) else " [undone]"
        yield f"  {step.revision:>3}. {step.learned_at[:19]} {outcome(pair, step)}{undone}"


def judgement_json(pair: Pair, step: Judgement) -> dict[str, Any]:
    """Give one judgement."""
    return {
        "judgement": step.number,
        "at": step.learned_at,
        "by": step.by,
        "verdict": step.verdict.value,
        "pair": pair.id,
        "revision": step.revision,
        "ends": [end_json(end) for end in step.ends or pair.ends],
        "undoes": step.undoes,
        "in_force": pair.in_force(step.number),
        "note": step.note,
    }


def judgement_row(pair: Pair, step: Judgement) -> tuple[str, ...]:
    """Give one judgement as a row of the log."""
    what = f"judgement {step.undoes}" if step.undoes is not None else " and ".join(f"{end.name} ({end.sort})" for end in step.ends)
    return f"j{step.number}", step.learned_at[:19], step.by, step.verdict.value, pair.id, what, step.note or ""
