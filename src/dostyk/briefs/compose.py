"""Facts and findings → the brief on two countries, as of a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dostyk.briefs import ordering, sections
from dostyk.briefs.contacts import contacts
from dostyk.briefs.figures import between_parties, figure_sentences, series
from dostyk.briefs.relationship import relations
from dostyk.briefs.selection import Parties, concerning, findings_concerning
from dostyk.briefs.slots import Context
from dostyk.briefs.tables import table
from dostyk.facts.findings import FindingType
from dostyk.facts.findings.sided import told_on_one_side
from dostyk.facts.record import newest
from dostyk.facts.showing import capital, show_name
from dostyk.facts.sources import voice_of
from dostyk.facts.timing import last_day
from dostyk.model.brief import Brief, Section, Sentence, Series
from dostyk.model.fact import Fact, Finding
from dostyk.values import names


def compose(facts: Sequence[Fact], findings: Sequence[Finding], parties: Parties, as_of: str | None = None, known_at: str | None = None) -> Brief:
    """Compose the brief on the relationship of two countries (ISO 3166-1 codes) of facts and findings that were made for these times.

    `as_of` (EDTF) is the day from which the brief speaks, by default the newest document's; `known_at` (ISO 8601) is only said in it.
    """
    own = concerning(facts, parties)
    remarked = [*(g for g in findings_concerning(findings, own) if g.type != FindingType.SINGLE_SIDED), *sided(facts, own)]
    now = last_day(as_of) or newest(s for f in facts for s in f.statements)
    context = Context([f for f in facts if f.kind == "Office"], parties, now)
    replaced = {g.facts[0] for g in remarked if g.type == FindingType.SUPERSEDED}
    standing = [f for f in own if f.id not in replaced]
    between = [f for f in standing if between_parties(f)]
    built = (
        _section("relations", relations(own, context)),
        _section("missions", sections.missions(standing, context)),
        _section("contacts", contacts(own, context)),
        _section("instruments", sections.instruments(own, context)),
        _section("figures", figure_sentences([*between, *ordering.held(own, "Agreement")], context), series(between)),
        _section("projects", sections.projects(standing, context)),
        _section("twinnings", sections.twinnings(own, context)),
        _section("regimes", [*sections.rules(own, context), *sections.memberships(own, context)]),
        _section("events", sections.events(own, context)),
        _section("promises", sections.remarks(remarked, promised=True)),
        _section("findings", sections.remarks(remarked, promised=False)),
        _section("places", sections.background(standing, context)),
    )
    title = capital(" and ".join(show_name(names.country_name(code) or code) for code in parties))
    return Brief(parties, title, as_of, built, known_at)


def sided(facts: Sequence[Fact], own: Sequence[Fact]) -> Iterator[Finding]:
    """What of two countries’ contacts and instruments rests on one source, where the record has others."""
    if len({voice_of(s.document) for f in facts for s in f.statements}) > 1:
        yield from told_on_one_side(own)


def _section(name: str, sentences: Sequence[Sentence], charts: Sequence[Series] = ()) -> Section:
    words = table("wording.toml")["sections"]
    return Section(words[name], tuple(sentences), tuple(charts), None if sentences else words["silence"])
