"""Facts → sentences in English, each with its statements, with who says so where one source alone does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dostyk.briefs.filling import fill_first
from dostyk.briefs.slots import Context, slots
from dostyk.briefs.tables import table
from dostyk.facts.figures import Dissent
from dostyk.facts.findings.conflicts import dissent
from dostyk.facts.identity import identity
from dostyk.facts.items import document_id
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_fact
from dostyk.facts.showing import capital, show_figure, show_list, show_time
from dostyk.facts.sources import independent, source_name, sources_in_words
from dostyk.model.brief import Sentence
from dostyk.model.fact import Fact
from dostyk.model.statement import Modality, Statement

_EACH_ALONE = ", each according to one source alone"
_STANDING = {Modality.ACTUAL: "held", Modality.ONGOING: "held", Modality.NEGATED: "negated"}


def sentence(fact: Fact, context: Context, extra: str = "", others: Sequence[Fact] = ()) -> Sentence:
    """One sentence on a fact, `extra` words and the statements of `others` added."""
    return told(words_for(fact, context) + extra, [fact, *others])


def told(words: str, facts: Sequence[Fact]) -> Sentence:
    """A sentence of words with the statements of facts; a single source and a dispute are said."""
    statements = unique(s for f in facts for s in f.statements)
    alone = _alone(statements) or (_EACH_ALONE if len(facts) > 1 and all(len(independent(f.statements)) == 1 for f in facts) else "")
    disputed = "".join(_dispute(f) for f in facts)
    return Sentence(f"{capital(words)}{alone}{disputed}.", statements)


def words_for(fact: Fact, context: Context) -> str:
    """A fact in words, without full stop; a kind without templates by its name."""
    found = slots(fact, context)
    return fill_first(_templates(fact), found) or capital(name_fact(fact))


def unique(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements, each once: those of one quote in one place are one."""
    return tuple({(document_id(s.document), s.evidence.start, s.evidence.end, s.kind): s for s in statements}.values())


def _templates(fact: Fact) -> Sequence[str]:
    rows: Any = table("wording.toml").get(fact.kind, {})
    if fact.kind == "Indicator":
        found: Sequence[str] = rows.get(_statistic(fact), rows["level"])
        expected = fact.modality in (Modality.PLANNED, Modality.EXPECTED)
        return [t + rows["expected"] for t in found] if expected else list(found)
    standing = _STANDING.get(fact.modality, "pending")
    if fact.kind == "Relations" and standing == "held":
        status = fact.attributes.get("status", "").lower().replace("-", "")
        acts = next((templates for stem, templates in rows["acts"].items() if stem in status), None)
        return list(acts or rows["held"])
    return list(rows.get(standing, ()))


def _statistic(fact: Fact) -> str:
    """The statistic of a figure; a plain count of things apart from a level."""
    a = fact.attributes
    stated = a.get("statistic", "level")
    family = measure(a.get("measure", ""), a.get("unit", "1"))
    counts = stated == "level" and a.get("unit", "1") == "1" and family.sort == "stock" and family.shape != "of"
    return "count" if counts and a.get("bound") != "max" else stated


def _alone(statements: Sequence[Statement]) -> str:
    """Who says so, where one source alone does: "according to X alone"."""
    if len(independent(statements)) > 1:
        return ""
    speakers = list(dict.fromkeys(s.attribution for s in statements if s.attribution))
    source = source_name(statements[0].document)
    return f", according to {show_list(speakers)} ({source} alone)" if speakers else f", according to {source} alone"


def _dispute(fact: Fact) -> str:
    """The voices of a fact side by side, where they differ."""
    kind = dissent(fact)
    if kind is Dissent.NONE:
        return ""
    said = [f"{_show(fact, v.value, v.statements[0])} ({sources_in_words(v.statements)})" for v in fact.voices]
    head = "disputed" if kind is Dissent.REAL else f"worded differently, by {kind.value}"
    return f"; {head}: {show_list(said)}"


def _show(fact: Fact, value: str, statement: Statement) -> str:
    if identity(fact.kind).value == "time":
        return show_time(value)
    return show_figure(value, fact.attributes.get("unit", "1"), statement.attributes.get("bound", "exact"))
