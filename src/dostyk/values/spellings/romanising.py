"""Turns a Cyrillic word into the forms that English texts are likeliest to give it."""

from __future__ import annotations

from functools import lru_cache

from dostyk.values.spellings.tables import cyrillic

_VOWELS = frozenset("аеёиоуыэюяәөұүі")


@lru_cache(maxsize=65536)
def romanise(word: str) -> tuple[str, ...]:
    """Give up to six romanised forms of a capitalised Cyrillic word, capitalised as it is; none for other scripts."""
    low = word.lower()
    alphabet = next((a for a in cyrillic() if a.spells(low.replace("-", "").replace("’", ""))), None)
    if alphabet is None or not low or low[0] < "\u0400":
        return ()
    out: list[str] = []
    for later in ("y", "i"):
        written, at = "", 0
        while at < len(low):
            pair = low[at : at + 2]
            if pair in ("ий", "ый"):
                written, at = written + later, at + 2
                continue
            ways = alphabet.letters.get(low[at], (low[at],))
            way = ways[0]
            if low[at] == "е" and (at == 0 or low[at - 1] in _VOWELS) and later == "y":
                way = "ye"
            written, at = written + (later if low[at] == "й" else way), at + 1
        out.append("-".join(part[:1].upper() + part[1:] for part in written.split("-")))
    if "Zh" in out[0] or "zh" in out[0]:
        out.append(out[0].replace("Zh", "J").replace("zh", "j"))
    out += [form.replace("Q", "K").replace("q", "k") for form in out if "q" in form.lower()]
    return tuple(dict.fromkeys(out))
