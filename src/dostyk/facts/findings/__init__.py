"""Facts → findings: what a careful reader would remark on; each rule is a small function of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dostyk.facts.findings.anniversaries import anniversaries
from dostyk.facts.findings.conflicts import conflicts, parts_above_whole
from dostyk.facts.findings.counts import counts_by_ordinal
from dostyk.facts.findings.garbled import dated_after_its_page, names_not_valid, renamed_to_itself
from dostyk.facts.findings.implied import implied_by_difference, implied_by_growth, implied_by_remainder
from dostyk.facts.findings.ranks import reversed_ranks
from dostyk.facts.findings.ratios import capacity_factors, emission_factors
from dostyk.facts.findings.remark import FindingType
from dostyk.facts.findings.sided import other_speakers, paid_content, single_sided
from dostyk.facts.findings.stale import stale
from dostyk.facts.findings.superseded import superseded_figures, superseded_offices
from dostyk.facts.record import Record
from dostyk.model.fact import Finding

__all__ = ["RULES", "FindingType", "Rule", "find"]

Rule = Callable[[Record], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    renamed_to_itself,
    reversed_ranks,
    conflicts,
    parts_above_whole,
    names_not_valid,
    dated_after_its_page,
    superseded_figures,
    superseded_offices,
    stale,
    implied_by_growth,
    implied_by_difference,
    implied_by_remainder,
    capacity_factors,
    emission_factors,
    counts_by_ordinal,
    anniversaries,
    paid_content,
    other_speakers,
    single_sided,
)


def find(record: Record, further: Sequence[Rule] = ()) -> Iterator[Finding]:
    """Apply every rule, in the order that a reader would want the findings in, and then those of rooms above."""
    for rule in (*RULES, *further):
        yield from rule(record)
