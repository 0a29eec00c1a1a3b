"""Turns what a paragraph has said so far into the date in force, and the words around a date into whether it lies ahead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from dostyk.values.dates.period import Period
from dostyk.values.dates.tokens import Line

STOPS = frozenset((".", "!", "?"))
LOOK_BACK = 160
"""So many characters to the left (and, where the verb may stand behind, to the right), within the sentence, words like "will" tell that a
bare day lies ahead."""
SENTENCE_ENDS = STOPS | {";"}


@dataclass(slots=True)
class Force:
    """The dates in force in a paragraph: the last one of the sentence, the last one of all, and the last that names a month."""

    sentence: Period | None = None
    last: Period | None = None
    month: Period | None = None

    def note(self, found: Period) -> None:
        """Let a date be in force from now on."""
        self.sentence = self.last = found
        if (found.first or found).unit in "MD":
            self.month = found

    def context(self, given: Period | None, reference: Period | None, ahead: Callable[[], bool] = bool) -> Period | None:
        """Choose the date that a bare day or month takes its year from; None: the document's date tells it better.

        That is the last one of the sentence or the last of the paragraph that names a month, but not a recent one that does: after "In
        December 2024 …" the 10th of January, in a page of 2025, is this year's. Nor one of the paragraph where the words look ahead.
        """
        own = self.sentence or self.month
        recent = own and reference and own is self.month and (abs(_year(own) - _year(reference)) <= 1 or not self.sentence and ahead())
        return own if own and not recent else given


def _year(period: Period) -> int:
    return (period.first or period).y or 0


def nowadays(line: Line, i: int) -> bool:
    """Tell whether "today" means these days: beside "is" or "are", or at the head of a sentence that tells how things stand."""
    if line.has(i - 1, "copula") or line.has(i + 1, "copula"):
        return True
    if not line.at(i).cap:
        return False
    for j in range(i + 1, min(i + 12, line.count)):
        if line.word(j) in STOPS:
            return False
        if line.has(j, "present_tense"):
            return True
    return False


def looks_ahead(line: Line, start: int) -> bool:
    """Tell whether a word to the left in the same sentence looks ahead; where the verb may stand on either side, the nearest of the clause
    decides, then that of the sentence (as far as the language tells what is past).
    """
    i = bisect_left(line.tokens, start, hi=line.count, key=lambda token: token.start)
    left, right = range(i - 1, -1, -1), range(i, line.count)
    lexicon = line.lexicon
    if not lexicon.future_after:
        found = _verb(line, left, start, "")
        return found > 0 or not found and _leads(line, i) and _verb(line, right, start, "") > 0
    near = [found for found in (_verb(line, left, start, ","), _verb(line, right, start, ",")) if found]
    if near:
        return min(near, key=abs) > 0
    return (lexicon.past and _verb(line, right, start, "") or _verb(line, left, start, "")) > 0


def _leads(line: Line, i: int) -> bool:
    """Tell whether at most an opening word stands between the beginning of the sentence and a token ("On | Wednesday he will …")."""
    return i == 0 or line.word(i - 1) in STOPS or i == 1 or line.word(i - 2) in STOPS


def _verb(line: Line, places: range, start: int, stop: str) -> int:
    """Look for such a word, or a past verb, at the tokens given: how far it is from `start`, negative where it is past, 0 where there is none
    nearby before `stop` and within the sentence.
    """
    for j in places:
        token = line.tokens[j]
        away = abs(token.start - start) + 1
        if away > LOOK_BACK:
            return 0
        gap = line.text[token.end : line.tokens[j + 1].start] if j + 1 < line.count else " "
        if token.low == stop or token.low in SENTENCE_ENDS and gap or "\n" in gap:
            return 0
        if "future" in token.kinds and not (token.start > start and token.low in line.lexicon.ahead_only):
            return away
        if token.low in line.lexicon.agreed and token.start < start and line.word(j + 1) in line.lexicon.agreed_on and line.at(j + 2).start < start:
            return away
        ending = line.lexicon.past and len(token.low) > 4 and token.low.endswith(line.lexicon.past) and not token.kinds
        if (token.low in line.lexicon.past_words or ending) and not (j and line.word(j - 1) in line.lexicon.not_past_after):
            return -away
    return 0
