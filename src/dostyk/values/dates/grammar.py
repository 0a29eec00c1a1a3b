"""Turns the first word of a date into the rules that may read it."""

from __future__ import annotations

from dostyk.values.dates.days import month, starts_with_number
from dostyk.values.dates.figures import era_first, numeric, year, year_month
from dostyk.values.dates.inflected.phrases import ATOMS, phrase
from dostyk.values.dates.lengths import length
from dostyk.values.dates.parts import of_a_period, part_of_year, roman, short_century
from dostyk.values.dates.relative import contextual, deictic, the, today
from dostyk.values.dates.spells import decade, fiscal, season
from dostyk.values.dates.tails import worded_year
from dostyk.values.dates.tokens import Rule, Rules
from dostyk.values.dates.units import rest, week_commencing
from dostyk.values.dates.weekdays import holiday, weekday

RULES: tuple[tuple[str, Rule], ...] = (
    ("numeric", numeric),
    ("pair", numeric),
    ("year_month", year_month),
    ("pair_range", numeric),
    ("weekday", weekday),
    ("number", year),
    ("decade", decade),
    ("tens", decade),
    ("quote", decade),
    ("month", month),
    ("day", starts_with_number),
    ("ord", starts_with_number),
    ("card", starts_with_number),
    ("roman", roman),
    ("era", era_first),
    ("card", worded_year),
    ("holiday", holiday),
    ("number", length),
    ("amount", length),
    ("a", length),
    ("halfword", length),
    ("with_unit", length),
    ("whole", length),
    ("rest", rest),
    ("wc", week_commencing),
    ("with_century", short_century),
    ("deictic", deictic),
    ("deictic", of_a_period),
    ("context", contextual),
    ("the", the),
    ("today", today),
    ("part", of_a_period),
    ("final", of_a_period),
    ("unit", of_a_period),
    ("season", season),
    ("letter", part_of_year),
    ("part_of_year", part_of_year),
    ("fiscal", fiscal),
    ("qualified_years", fiscal),
    ("yearword", fiscal),
)

OPENERS = tuple(dict.fromkeys((*(kind for kind, _ in ATOMS), "base_first")))
GRAMMARS = {"particles": Rules(RULES), "endings": Rules([(kind, phrase) for kind in OPENERS])}
"""How a language builds dates (`grammar` of its `dates.toml`): with prepositions and articles, or with endings."""
