"""Turns the words before a date ("as of", "since the", "by") into its relation and the place where the adverbial begins."""

from __future__ import annotations

from dostyk.values.dates.tokens import Line

ENDS = frozenset(("until", "by", "before", "after"))


def lead(line: Line, i: int) -> tuple[str, int]:
    """Give the relation of the date that begins at token `i`, and the offset where its preposition (or itself) begins.

    Where an article that belongs to another noun stands between ("until the 2024 summit"), the date is only that noun's.
    """
    lexicon, start = line.lexicon, line.at(i).start
    words: list[str] = []
    best = ("in", start)
    j, article = i - 1, False
    while j >= 0 and len(words) < lexicon.longest_lead:
        word = line.word(j)
        if word == "the" and not words and not line.has(i, "the"):
            j, i, article = j - 1, j, True  # "since the March summit"
            continue
        words.insert(0, word)
        relation = lexicon.leads.get(" ".join(words))
        if relation:
            best = ("in" if article and relation in ENDS else relation, line.at(j).start)
        j -= 1
    return best


def range_lead(line: Line, i: int) -> int | None:
    """Give the offset of "from" or "between" before an interval, None where neither stands there."""
    j = i - 2 if line.has(i - 1, "the") else i - 1
    return line.at(j).start if line.has(j, "from", "between") else None


def vague(line: Line, i: int) -> int:
    """Give the token after words like "so far" and "at present" that begin at token `i`; `i` where none do."""
    by_second = line.lexicon.vague.get(line.word(i), {})
    for phrase in by_second.get(line.word(i + 1), ()):
        if all(line.word(i + n) == word for n, word in enumerate(phrase)):
            return i + len(phrase)
    return i + 1 if "" in by_second else i


def trail(line: Line, j: int) -> str:
    """Give the relation that words after a date, from token `j` on, put it in ("2030 жылға дейін"), "" where none does."""
    words = ""
    for n in range(3 if line.lexicon.trails else 0):
        words = f"{words} {line.word(j + n)}".strip()
        if words in line.lexicon.trails and (line.get(j - 1, "case") == "from" or not line.has(j, "needs_from", "trails_from")):
            return line.lexicon.trails[words]
    return ""
