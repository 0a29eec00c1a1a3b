"""Facts and findings → the brief on two countries, as of a date."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.briefs import ordering, sections
from dostyk.briefs.contacts import contacts
from dostyk.briefs.figures import between_parties, figure_sentences, series
from dostyk.briefs.selection import Parties, as_they_stood, concerning, findings_concerning
from dostyk.briefs.slots import Context
from dostyk.briefs.tables import table
from dostyk.facts.findings import FindingType
from dostyk.facts.showing import capital, show_name
from dostyk.model.brief import Brief, Section, Sentence, Series
from dostyk.model.fact import Fact, Finding
from dostyk.values import names


def compose(facts: Sequence[Fact], findings: Sequence[Finding], parties: Parties, as_of: str | None = None) -> Brief:
    """Compose the brief on the relationship of two countries (ISO 3166-1 codes); `as_of` (EDTF) leaves out what came later."""
    if as_of is not None:
        facts, findings = as_they_stood(facts, as_of)
    own = concerning(facts, parties)
    remarked = findings_concerning(findings, own)
    context = Context((f for f in own if f.kind == "Office"), parties)
    replaced = {g.facts[0] for g in remarked if g.type == FindingType.SUPERSEDED}
    standing = [f for f in own if f.id not in replaced]
    between = [f for f in standing if between_parties(f)]
    built = (
        _section("relations", sections.relations(own, context)),
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
    return Brief(parties, title, as_of, built)


def _section(name: str, sentences: Sequence[Sentence], charts: Sequence[Series] = ()) -> Section:
    words = table("wording.toml")["sections"]
    return Section(words[name], tuple(sentences), tuple(charts), None if sentences else words["silence"])
