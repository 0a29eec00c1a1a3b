"""Facts → sentences in English, each with its statements, with who says so where one source alone does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dostyk.briefs.filling import fill_first
from dostyk.briefs.slots import Context, slots
from dostyk.briefs.tables import table
from dostyk.facts.dissents import gravest
from dostyk.facts.figures import in_unit, value_dissent
from dostyk.facts.identity import identity
from dostyk.facts.items import document_id
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_fact, show_voice
from dostyk.facts.showing import capital, show_list
from dostyk.facts.sources import independent, sources_in_words
from dostyk.facts.timing import compatible, fineness, is_open
from dostyk.model.brief import Sentence
from dostyk.model.fact import DissentType, Fact, Voice
from dostyk.model.statement import Modality, Statement

_DAY = 7  # the fineness of a day, see timing.py
_STANDING = {Modality.ACTUAL: "held", Modality.ONGOING: "held", Modality.NEGATED: "negated"}


def sentence(fact: Fact, context: Context, extra: str = "", others: Sequence[Fact] = (), standing: str = "") -> Sentence:
    """One sentence on a fact, `extra` words and the statements of `others` added; `standing` names the templates where the fact alone does not."""
    return told(words_for(fact, context, standing) + extra, [fact, *others])


def told(words: str, facts: Sequence[Fact], spelt_out: frozenset[str] = frozenset()) -> Sentence:
    """A sentence of words with the statements of facts; whom a lone source names as speaking, and differing values, are said.

    `spelt_out` are the ids of facts whose differing values the words themselves tell.
    """
    statements = unique(s for f in facts for s in f.statements)
    differing = "".join(_differing(f) for f in facts if f.id not in spelt_out)
    return Sentence(f"{capital(words)}{_speakers(statements)}{differing}.", statements)


def words_for(fact: Fact, context: Context, standing: str = "") -> str:
    """A fact in words, without full stop; a kind without templates by its name."""
    found = slots(fact, context)
    return fill_first(_templates(fact, standing or context.standing(fact)), found) or _by_name(fact)


def act_of(fact: Fact) -> str | None:
    """The stem by which a status is an act ("severed"), or plain diplomatic relations; None where it names a level."""
    status = fact.attributes.get("status", "").lower().replace("-", "")
    return next((stem for stem in table("wording.toml")["Relations"]["acts"] if stem in status), None)


def _by_name(fact: Fact) -> str:
    """A fact by its name alone, never as plain fact where it is denied or only coming."""
    words, standing = capital(name_fact(fact)), _STANDING.get(fact.modality, "pending")
    return words if standing == "held" else f"{words}: {table('wording.toml')['unplain'][standing]}"


def unique(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements, each once: those of one quote in one place are one."""
    return tuple({(document_id(s.document), s.evidence.start, s.evidence.end, s.kind): s for s in statements}.values())


def _templates(fact: Fact, standing: str) -> Sequence[str]:
    rows: Any = table("wording.toml").get(fact.kind, {})
    if fact.kind == "Indicator":
        found: Sequence[str] = rows.get(_statistic(fact), rows["level"])
        expected = fact.modality in (Modality.PLANNED, Modality.EXPECTED)
        return [t + rows["expected"] for t in found] if expected else list(found)
    own = _STANDING.get(fact.modality, "pending")
    if standing in rows and (own == "held" or standing == "denied"):
        return list(rows[standing])
    act = act_of(fact) if fact.kind == "Relations" and own == "held" else None
    return list(rows["acts"][act] if act else rows.get(own, ()))


def _statistic(fact: Fact) -> str:
    """The statistic of a figure; a plain count of things apart from a level."""
    a = fact.attributes
    stated = a.get("statistic", "level")
    family = measure(a.get("measure", ""), a.get("unit", "1"))
    counts = stated == "level" and a.get("unit", "1") == "1" and family.sort == "stock" and family.shape != "of"
    if not counts or a.get("bound") == "max":
        return stated
    return "count_day" if fineness(fact.time) >= _DAY and not is_open(fact.time) else "count"


def _speakers(statements: Sequence[Statement]) -> str:
    """Whom a single source names as the one who says so: "according to X"."""
    speakers = list(dict.fromkeys(s.attribution for s in statements if s.attribution))
    return f", according to {show_list(speakers)}" if speakers and len(independent(statements)) == 1 else ""


def _differing(fact: Fact) -> str:
    """The voices of a fact side by side with who says so, where they differ by more than precision."""
    kind = gravest(fact)
    if kind is None:
        return _also(fact)
    said = [f"{show_voice(v)} ({sources_in_words(v.statements)})" for v in fact.voices]
    head = "disputed" if kind is DissentType.CONFLICT else f"worded differently, by {kind.value}"
    return f"; {head}: {show_list(said)}"


def _also(fact: Fact) -> str:
    """Other values that the very source of the leading one gives too."""
    rows = table("wording.toml")["also"]
    others = [v for v in fact.voices[1:] if _really_other(fact, v)]
    if not others:
        return ""
    pages = {document_id(s.document) for v in (fact.voices[0], *others) for s in v.statements}
    given = (show_voice(v) + ("" if len(pages) == 1 else f" ({sources_in_words(v.statements)})") for v in others)
    slot = "time" if identity(fact.kind).value == "time" else "value"
    return f"; {rows[slot]} {show_list(given)}{rows['same'] if len(pages) == 1 else ''}"


def _really_other(fact: Fact, voice: Voice) -> bool:
    """Whether a voice is not just a coarser wording of the leading one."""
    first = fact.voices[0]
    if identity(fact.kind).value == "time":
        return not compatible(first.value, voice.value)
    bounds = [v.statements[0].attributes.get("bound", "exact") for v in (first, voice)]
    value = in_unit(voice.value, voice.unit, first.unit)
    return value is None or value_dissent((first.value, bounds[0]), (value, bounds[1])) is DissentType.CONFLICT
