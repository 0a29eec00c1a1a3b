"""Turns how a statement was read into a calibrated confidence: the share of statements read so that are right."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from importlib import resources

from dostyk.model.analysis import Sentence
from dostyk.model.document import Document
from dostyk.model.kind import Draft
from dostyk.model.statement import Statement

MODEL = "confidence.tsv"
"""Weights of a logistic regression, one feature a line; made by `training/confidence/train.py` from texts with gold, never by hand."""
LONGEST = 60
"""Tokens beyond which a longer sentence counts no more."""
ODDS = "rules' odds"
"""The log-odds that the rules' own weights give, to which is added what the model says to it."""
TOGETHER = "together.tsv"
"""Weights for what is read by the model or by rules and model together; made by `training/confidence/together.py`."""


def confidence(statement: Statement, draft: Draft, sentence: Sentence, said: int, document: Document) -> float:
    """Give the calibrated probability, to two decimals, that a statement is right; `said` counts the statements its sentence gave."""
    total = _sum(MODEL, features(statement, sentence, said, document))
    if draft.heard:
        total = _sum(TOGETHER, heard_features(statement, draft, sentence, total))
    return round(1 / (1 + math.exp(-total)), 2)


def _sum(model: str, found: Iterator[tuple[str, float]]) -> float:
    """The log-odds that weights give to features."""
    weights = _weights(model)
    return weights.get("bias", 0.0) + sum(weights[name] * value for name, value in found if name in weights)


@cache
def _weights(model: str) -> dict[str, float]:
    """Read the weights."""
    text = resources.files("dostyk.statements").joinpath(model).read_text("utf-8")
    return {name: float(weight) for name, weight in (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))}


def features(statement: Statement, sentence: Sentence, said: int, document: Document) -> Iterator[tuple[str, float]]:
    """Yield what tells right statements from wrong ones: rule, where the time and the mentions come from, how crowded the sentence is."""
    kind = statement.kind
    yield f"kind {kind}", 1.0
    yield f"rule {statement.extractor.split(' ')[-1]}", 1.0
    yield f"modality {statement.modality}", 1.0
    yield f"form {sentence.form}", 1.0
    dates = [date.edtf for date in sentence.dates if date.edtf]
    time = _time(statement.time, dates)
    yield f"time {time}", 1.0
    if time == "none" and dates:
        yield "undated among dates", 1.0
    yield f"dates {min(len(dates), 3)}", 1.0
    yield f"quantities {min(len(sentence.quantities), 4)}", 1.0
    yield f"clauses {min(len(sentence.clauses) // 2, 4)}", 1.0
    yield "tokens", min(len(sentence.tokens), LONGEST) / 30
    yield f"said {min(said, 5)}", 1.0
    for role, mentions in sorted(statement.roles.items()):
        away = sum(mention.text not in sentence.text and mention.name not in sentence.text for mention in mentions)
        if len(mentions) > away:
            yield f"{kind}.{role} here", 1.0
        if away:
            yield f"{kind}.{role} away", 1.0
            yield "away", float(away)
        if mentions:
            yield f"{kind}.{role} {min(len(mentions), 4)}", 1.0
    if document.published is None:
        yield "page undated", 1.0
    elif len(document.published) < 10:
        yield "page dated coarsely", 1.0


def heard_features(statement: Statement, draft: Draft, sentence: Sentence, base: float) -> Iterator[tuple[str, float]]:
    """Yield what tells right from wrong where the model was asked: who spoke, how sure it is, where they differ; `base`: the rules' log-odds."""
    kind = statement.kind
    by = draft.heard if draft.rule.startswith("model.") else "rules"
    yield f"{by} {draft.heard}", 1.0
    yield f"{by} {kind}", 1.0
    if by == "rules":
        yield ODDS, base
    if draft.scored:
        score = min(max(draft.scored, 0.01), 0.99)
        yield f"score {by} {draft.heard}", math.log(score / (1 - score))
    for slot in draft.differs:
        yield f"{by} differs in {slot}", 1.0
    yield f"{by} modality {statement.modality}", 1.0
    yield f"{by} form {sentence.form}", 1.0
    dates = [date.edtf for date in sentence.dates if date.edtf]
    yield f"{by} time {_time(statement.time, dates)}", 1.0
    if not statement.time and dates:
        yield f"{by} undated among dates", 1.0
    away = sum(m.text not in sentence.text and m.name not in sentence.text for found in statement.roles.values() for m in found)
    yield f"{by} away", float(min(away, 3))


def _time(time: str | None, dates: list[str]) -> str:
    """Say where a time comes from: "none", "own" (a date of the sentence) or "inherited"."""
    if not time:
        return "none"
    first = time.split("/")[0]
    return "own" if any(time.startswith(date) or date.startswith(first) for date in dates) else "inherited"
