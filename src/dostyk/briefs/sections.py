"""Facts of some kinds → the sentences of one section each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dostyk.briefs.figures import between_parties, is_told
from dostyk.briefs.missions import mission_sentences
from dostyk.briefs.ordering import best_attested_first, held, newest_first, oldest_first
from dostyk.briefs.phrases import since
from dostyk.briefs.sentences import sentence, told, unique
from dostyk.briefs.slots import Context
from dostyk.entities.spelling import fold
from dostyk.facts.findings.superseded import claims_to_be_current
from dostyk.facts.measures import is_known, measure
from dostyk.facts.showing import show_figure, show_list
from dostyk.facts.timing import first_day
from dostyk.model.brief import Sentence
from dostyk.model.fact import Fact, Finding
from dostyk.model.statement import Modality

_ENVOYS = ("ambassador", "charge", "chargé", "consul", "envoy", "high commissioner", "representative")


def missions(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Embassies, envoys, other missions by sender, then others in posts who are not said to have left them."""
    first, others = mission_sentences(sorted(held(facts, "Mission"), key=_mission_order), context)
    offices = newest_first(held(facts, "Office"))
    envoys = [f for f in offices if _is_envoy(f)]
    holders = [f for f in offices if not _is_envoy(f) and claims_to_be_current(f)]
    return [*first, *(sentence(f, context) for f in envoys), *others, *(sentence(f, context) for f in best_attested_first(holders))]


def instruments(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Instruments: those that more than one source tells of first, then the newest."""
    return [sentence(f, context) for f in best_attested_first(held(facts, "Agreement"))]


def projects(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Projects and institutions, each with the figures told of it."""
    own: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        subjects = fact.roles.get("subject", ())
        if is_told(fact) and len(subjects) == 1 and not fact.roles.get("partner"):
            own[fold(subjects[0].name)].append(fact)
    made = []
    for fact in best_attested_first(held(facts, "Project", "Institution")):
        figures = own.pop(fold(fact.roles[fact.kind.lower()][0].name), []) if fact.roles.get(fact.kind.lower()) else []
        extra = "; " + "; ".join(_own_figure(f) for f in figures) if figures else ""
        made.append(sentence(fact, context, extra, figures))
    return made


def twinnings(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Twinned places, oldest first; partners that one place won at one time are one sentence."""
    groups: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    hubs: dict[str, int] = defaultdict(int)
    known = oldest_first(held(facts, "Twinning"))
    for fact in known:
        for member in fact.roles.get("member", ()):
            hubs[member.id] += 1
    for fact in known:
        apart = fact.modality is Modality.NEGATED or len(fact.voices) > 1
        hub = None if apart else max(fact.roles.get("member", ()), key=lambda m: (hubs[m.id], m.id), default=None)
        groups[(hub.id if hub and hubs[hub.id] > 1 else fact.id, fact.time)].append(fact)
    return [_twinned(found, context) for found in groups.values()]


def memberships(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Members of one body that joined at one time are one sentence."""
    groups: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    for fact in held(facts, "Membership"):
        body = fact.roles.get("organisation", ())
        apart = not body or fact.modality is Modality.NEGATED
        groups[(fact.id if apart else body[0].id, fact.time)].append(fact)
    return [_members(found, context) for found in groups.values()]


def rules(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Visas, recognition and other rules, the newest first."""
    return [sentence(f, context) for f in newest_first(held(facts, "Regime"))]


def events(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Events that took place, the newest first."""
    return [sentence(f, context) for f in newest_first(held(facts, "Event"))]


def background(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Figures about one place or body alone, and renamings."""
    named = {fold(m.name) for f in facts if f.kind in ("Project", "Institution") for m in f.roles.get(f.kind.lower(), ())}
    alone = [f for f in facts if is_told(f) and not between_parties(f)]
    apart = [f for f in alone if not {fold(m.name) for m in f.roles.get("subject", ())} & named or f.roles.get("partner")]
    telling = [f for f in apart if not _passing_count(f)]
    return [sentence(f, context) for f in [*oldest_first(held(facts, "Renaming")), *newest_first(telling)]]


def _passing_count(fact: Fact) -> bool:
    """Whether an undated figure counts things of no known measure, or a single one, in passing ("nine books")."""
    a = fact.attributes
    plain = a.get("unit", "1") == "1" and a.get("statistic", "level") == "level" and fact.time is None
    return plain and (a.get("value") == "1" or not is_known(a.get("measure", "")))


def remarks(findings: Sequence[Finding], promised: bool) -> list[Sentence]:
    """Findings in words: those on promises, or all others."""
    chosen = [g for g in findings if g.type.startswith("promise") is promised and g.statements]
    return [Sentence(f"{g.summary}. {g.reason}".strip(), unique(g.statements)) for g in chosen]


def _own_figure(fact: Fact) -> str:
    a = fact.attributes
    expected = " (expected)" if fact.modality in (Modality.PLANNED, Modality.EXPECTED) else ""
    shown = show_figure(a.get("value", ""), a.get("unit", "1"), a.get("bound", "exact"))
    if a.get("statistic") in ("change", "multiple"):
        shown = f"{'down' if shown.startswith('−') else 'up'} {shown.lstrip('−')}"
    return f"{measure(a.get('measure', ''), a.get('unit', '1')).label} {shown}{expected}"


def _twinned(found: Sequence[Fact], context: Context) -> Sentence:
    if len(found) == 1:
        return sentence(found[0], context)
    shared = set.intersection(*({m.id for m in f.roles["member"]} for f in found))
    hub = next(m.name for m in found[0].roles["member"] if m.id in shared)
    others = show_list(m.name for f in found for m in f.roles["member"] if m.id not in shared)
    start = since(found[0].time)
    return told(f"{hub} {'has been' if start else 'is'} twinned with {others}{' ' + start if start else ''}", found)


def _members(found: Sequence[Fact], context: Context) -> Sentence:
    if len(found) == 1:
        return sentence(found[0], context)
    members = show_list(m.name for f in found for m in f.roles.get("member", ()))
    start = since(found[0].time)
    return told(f"{members} are members of the {found[0].roles['organisation'][0].name}{', ' + start if start else ''}", found)


def _mission_order(fact: Fact) -> tuple[str, bool, bool, tuple[int, int, int], str]:
    sender = fact.roles.get("sender", ())
    sort = fact.attributes.get("mission_type", "")
    return (sender[0].name if sender else "", "embassy" not in sort.lower(), fact.time is None, first_day(fact.time) or (0, 0, 0), fact.id)


def _is_envoy(fact: Fact) -> bool:
    position = fact.attributes.get("position", "").lower()
    return bool(fact.roles.get("to")) or any(word in position for word in _ENVOYS)
