"""Turns the words before a date ("as of", "since the", "by") into its relation and the place where the adverbial begins."""

from __future__ import annotations

from dostyk.values.dates.tokens import Line


def lead(line: Line, i: int) -> tuple[str, int]:
    """Give the relation of the date that begins at token `i`, and the offset where its preposition (or itself) begins."""
    lexicon, start = line.lexicon, line.at(i).start
    words: list[str] = []
    best = ("in", start)
    j = i - 1
    while j >= 0 and len(words) < lexicon.longest_lead:
        word = line.word(j)
        if word == "the" and not words and not line.has(i, "the"):
            j, i = j - 1, j  # "since the March summit": the article is passed over
            continue
        words.insert(0, word)
        relation = lexicon.leads.get(" ".join(words))
        if relation:
            best = (relation, line.at(j).start)
        j -= 1
    return best


def range_lead(line: Line, i: int) -> int | None:
    """Give the offset of "from" or "between" before an interval, None where neither stands there."""
    j = i - 2 if line.has(i - 1, "the") else i - 1
    return line.at(j).start if line.has(j, "from", "between") else None


def vague(line: Line, i: int) -> int:
    """Give the token after words like "so far" and "at present" that begin at token `i`; `i` where none do."""
    for phrase in line.lexicon.vague.get(line.word(i), ()):
        if all(line.word(i + n) == word for n, word in enumerate(phrase)):
            return i + len(phrase)
    return i
