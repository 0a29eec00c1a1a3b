"""Chooses among the currencies that share a word by the countries a document is about: "lei" on a page of Moldova."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dostyk.values.quantities.context import letters
from dostyk.values.quantities.lexicon import lexicon

_LETTERS = re.compile(r"[A-Z]{1,2} ?[0-9]")


def own_currency(text: str, unit: str, countries: Sequence[str], language: str = "en") -> str:
    """Give the currency that an amount's word or letter means for these countries (ISO 3166-1), "" where the unit read may stand.

    Only the last word of the amount counts, and only where one country's currency has it and the unit read is no country's.
    """
    code = unit.split("/")[0]
    if code[:2] in countries:
        return ""
    word = text.lower().split()[-1] if text.split() else ""
    lex = lexicon(language)
    shared = {c for named in lex.names.get(word, ()) if named.phrase == word and named.sort == "money" for c in named.codes}
    shared |= set(next((codes for sign, codes in letters().items() if _LETTERS.match(text) and text.startswith(sign)), ()))
    if lex.is_any("plain", word) or code not in shared:
        return ""
    fitting = [c for c in sorted(shared) if c[:2] in countries]
    return unit.replace(code, fitting[0], 1) if len(fitting) == 1 else ""
