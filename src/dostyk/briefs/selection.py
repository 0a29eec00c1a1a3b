"""All facts and findings → those that concern two countries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dostyk.entities import Homes
from dostyk.entities.places import states_in
from dostyk.facts.items import document_id
from dostyk.model.document import Document
from dostyk.model.fact import Fact, Finding

Parties = tuple[str, str]


def concerning(facts: Sequence[Fact], parties: Parties) -> list[Fact]:
    """The facts that belong to the relationship of two countries."""
    homes = Homes.of_offices(f.roles for f in facts if f.kind == "Office")
    about = documents_about(facts, homes, parties)
    return [f for f in facts if _belongs(f, parties, homes, about)]


def findings_concerning(findings: Iterable[Finding], facts: Sequence[Fact]) -> list[Finding]:
    """The findings that rest on the given facts alone, or, where they rest on none, on some of their statements."""
    ids, statements = {f.id for f in facts}, {s.id for f in facts for s in f.statements}
    return [g for g in findings if (ids >= set(g.facts) if g.facts else any(s.id in statements for s in g.statements))]


def documents_about(facts: Sequence[Fact], homes: Homes, parties: Parties) -> frozenset[str]:
    """Ids of documents whose title names both countries, or whose statements are about these two before all others."""
    counts: dict[Document, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        states = homes.of_all(fact.roles)
        for document in {document_id(s.document): s.document for s in fact.statements}.values():
            counts[document].update(states)
    return frozenset(d.id for d, found in counts.items() if _about(d, found, parties))


def _about(document: Document, found: Counter[str], parties: Parties) -> bool:
    if set(parties) <= set(states_in(document.title or "")):
        return True
    leading = sorted(found, key=lambda code: (-found[code], code))[:2]
    return set(leading) == set(parties)


def _belongs(fact: Fact, parties: Parties, homes: Homes, about: frozenset[str]) -> bool:
    """Both countries are involved; or nobody else is, and a document about the two says so."""
    states = set(homes.of_all(fact.roles))
    if set(parties) <= states:
        return True
    if fact.kind == "Indicator" and not fact.roles.get("subject") and not states:
        return False
    return states <= set(parties) and any(document_id(s.document) in about for s in fact.statements)
