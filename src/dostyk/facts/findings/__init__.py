"""Facts → findings: what a careful reader would remark on; each rule is a small function of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dostyk.facts.findings.anniversaries import anniversaries
from dostyk.facts.findings.conflicts import beside_each_other, conflicts, parts_above_whole
from dostyk.facts.findings.counts import counts_by_ordinal
from dostyk.facts.findings.garbled import dated_after_its_page, names_not_valid, renamed_to_itself
from dostyk.facts.findings.implied import implied_by_difference, implied_by_growth, implied_by_remainder
from dostyk.facts.findings.impossible import ended_before_begun, impossible_dates
from dostyk.facts.findings.mojibake import mojibake
from dostyk.facts.findings.ranks import reversed_ranks
from dostyk.facts.findings.ratios import capacity_factors, emission_factors, figures_per_unit, maximum_below_average
from dostyk.facts.findings.reciprocity import unreturned_missions, unreturned_visits, unshared_levels, untold_twinnings
from dostyk.facts.findings.remark import FindingType
from dostyk.facts.findings.sided import single_sided, single_source
from dostyk.facts.findings.speaking import other_speakers, paid_content
from dostyk.facts.findings.stale import ran_out, stale, undated_pages
from dostyk.facts.findings.superseded import superseded_figures, superseded_offices
from dostyk.facts.findings.wholes import parts_of_all, shares_of_numbers, sums_of_directions, sums_of_periods
from dostyk.facts.record import Record
from dostyk.model.fact import Finding

__all__ = ["RULES", "FindingType", "Rule", "find"]

Rule = Callable[[Record], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    renamed_to_itself,
    mojibake,
    reversed_ranks,
    conflicts,
    beside_each_other,
    parts_above_whole,
    names_not_valid,
    impossible_dates,
    ended_before_begun,
    dated_after_its_page,
    superseded_figures,
    superseded_offices,
    stale,
    ran_out,
    undated_pages,
    implied_by_growth,
    implied_by_difference,
    implied_by_remainder,
    sums_of_directions,
    sums_of_periods,
    parts_of_all,
    shares_of_numbers,
    capacity_factors,
    emission_factors,
    figures_per_unit,
    maximum_below_average,
    counts_by_ordinal,
    anniversaries,
    paid_content,
    other_speakers,
    single_sided,
    single_source,
    unreturned_missions,
    unreturned_visits,
    untold_twinnings,
    unshared_levels,
)


def find(record: Record, further: Sequence[Rule] = ()) -> Iterator[Finding]:
    """Apply every rule, in the order that a reader would want the findings in, and then those of rooms above."""
    for rule in (*RULES, *further):
        yield from rule(record)
