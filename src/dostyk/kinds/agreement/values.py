"""Turns what stands in and behind a title into its years of validity and its sum."""

from __future__ import annotations

from dostyk.kinds.agreement.heads import years
from dostyk.model.analysis import DateMark, Phrase, Sentence

WORTH = {"worth", "totalling", "totaling", "valued", "amounting", "for", "total", "value", "of"}


def valid_years(sentence: Sentence, phrase: Phrase, end: int) -> DateMark | None:
    """The years for which an instrument holds: in its title or right behind it."""
    return next(
        (d for d in sentence.dates if years(d) and (phrase.start <= d.start < end or 0 <= d.lead - end <= 3 or 0 <= d.start - end <= 6)), None
    )


def value_of(sentence: Sentence, phrase: Phrase, end: int) -> dict[str, str]:
    """The sum of an instrument: inside its title or right behind it ("worth …", "for …")."""
    for quantity in sentence.quantities:
        gap = sentence.text[end - sentence.start : quantity.start - sentence.start].lower().split()
        inside = phrase.start <= quantity.start < end
        if (
            quantity.unit.isupper()
            and len(quantity.unit) == 3
            and (inside or (0 <= quantity.start - end <= 24 and (WORTH & set(gap) or gap == ["("])))
        ):
            return {"value": quantity.value, "unit": quantity.unit, **({"bound": quantity.bound} if quantity.bound != "exact" else {})}
    return {}
