"""What a text says of time → the date it must have been written at, at the finest precision that can be defended.

The year is settled by scored clues, the month by reading the text's relative dates against that year: what has happened
lies before the day of writing, what is yet to come after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dostyk.documents.tenses import Sentence, mentions, pattern, sentences
from dostyk.documents.words import word, word_list
from dostyk.values.edtf import bounds

SAMPLE = 60_000
ANNIVERSARIES = 12
"""Sentences that are looked at for anniversaries; each is compared with every other sentence."""
HEAD = 4
"""Sentences at the head of a page, title included."""
LONGEST_PERIOD = 200
"""Days; a longer period says little about the month of writing."""
REPORTED = r"\b(?:said|told [\w ]{2,40}|announced|reported|stated)(?: in a statement)?(?:,? on)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?$"
"""Words right before the day on which something was reported."""
NEEDED = 2
"""Weight of clues that a year needs; a figure for a whole year with "this year" beside it is just enough."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived date (EDTF year or month) and what it was derived from."""

    edtf: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason to date a text to a year."""

    year: int
    weight: int
    reason: str


@dataclass(frozen=True, slots=True)
class Window:
    """Days between which a text was written: after `after` and before `before`; the words that say so, where some do."""

    after: date
    before: date
    last: str
    next: str

    def holds(self) -> bool:
        """Tell whether there is such a day at all."""
        return self.after < self.before

    def month(self) -> str | None:
        """Give the month, where words on both sides leave only one."""
        if not self.last or not self.next:
            return None
        ended = self.after + timedelta(days=1)
        months = list(range(ended.month, self.before.month + (self.before.day > 1)))
        return f"{self.after.year}-{months[0]:02d}" if len(months) == 1 and ended.year == self.after.year else None


def derive_date(text: str) -> Derived | None:
    """Derive the date of an English text; None where no word in it counts from the day of writing, or clues do not suffice."""
    text = text[:SAMPLE]
    if not re.search(pattern("deictic"), text, re.IGNORECASE):
        return None
    found = sentences(text)
    past, future = _absolute(found)
    if not past:
        return None
    clues = [clue for clue in _clues(found, past) if not future or clue.year <= max(future)]
    for year in _ranked(clues, max(past)):
        window = _window(found, year)
        if window.holds():
            reasons = [clue.reason for clue in clues if clue.year == year] or [f"what it tells of the year does not fit {year - 1}"]
            month = window.month()
            more = [f"{window.last!r} is past and {window.next!r} yet to come"] if month else []
            return Derived(month or str(year), "; ".join(dict.fromkeys([*reasons, *more])))
    return None


def latest_past_year(text: str) -> int | None:
    """Give the latest year that a text tells of as past, not as a plan or part of a name."""
    return max(_absolute(sentences(text[:SAMPLE]))[0], default=None)


def _absolute(found: list[Sentence]) -> tuple[Counter[int], Counter[int]]:
    """Count the years that lie before the day of writing, and those after it; years inside names are left out."""
    past: Counter[int] = Counter()
    future: Counter[int] = Counter()
    for sentence in found:
        for mention in mentions(sentence, None):
            if mention.span.derived_from is None and not mention.named:
                _, last = bounds(mention.span.edtf or "")
                if last is not None:
                    (future if mention.future else past)[last.year] += 1
    latest = max(past, default=0)
    return past, Counter({year: count for year, count in future.items() if year >= latest})


def _clues(found: list[Sentence], past: Counter[int]) -> Iterator[Clue]:
    latest = max(past)
    now = any(re.search(r"\b(?:this|current|last|next) year\b", sentence.text, re.IGNORECASE) for sentence in found)
    today = now or any(re.search(pattern("today"), sentence.text, re.IGNORECASE) for sentence in found)
    anniversaries = [sentence for sentence in found if "anniversary" in sentence.text]
    for sentence in anniversaries[:ANNIVERSARIES]:
        yield from _anniversary(sentence, found, max(past))
    for sentence in found[:HEAD]:
        yield from _reported(sentence, latest)
        if now:
            yield from _told_at_head(sentence, latest)
    for sentence in found:
        yield from _proclaimed(sentence, now)
        yield from _dated(sentence, latest, now, today)


def _told_at_head(sentence: Sentence, latest: int) -> Iterator[Clue]:
    """News tells first what is newest: the latest day, told as past at the head, with "this year" or "last year" later on."""
    for mention in mentions(sentence, None):
        edtf = mention.span.edtf or ""
        if mention.span.derived_from is not None or mention.named or mention.future:
            continue
        if len(edtf.split("/")[0]) == 10 and edtf[:4] == str(latest):
            yield Clue(latest, 2, f"the news at its head is of {edtf}")
            return


def _reported(sentence: Sentence, latest: int) -> Iterator[Clue]:
    """News at its head says when somebody said what it reports: "…, the ministry said on 4 March 2024"."""
    for mention in mentions(sentence, None):
        edtf, before = mention.span.edtf or "", sentence.text[: mention.span.lead].rstrip(" ,")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) and edtf >= str(latest) and re.search(REPORTED, before, re.IGNORECASE):
            yield Clue(int(edtf[:4]), 4, f"it reports what was said on {edtf}")


def _proclaimed(sentence: Sentence, now: bool) -> Iterator[Clue]:
    for match in re.finditer(rf"\b((?:19|20)\d\d) {word('dating.toml', 'proclaimed')}\b", sentence.text, re.IGNORECASE):
        yield Clue(int(match.group(1)), 4 if now else 2, f"{match.group(1)} is proclaimed the year of something")
    for match in re.finditer(r"\b(?:this|current) year[ ,(]+((?:19|20)\d\d)\b", sentence.text, re.IGNORECASE):
        yield Clue(int(match.group(1)), 5, f"it calls {match.group(1)} this year")


def _anniversary(sentence: Sentence, found: list[Sentence], latest: int) -> Iterator[Clue]:
    """An anniversary that falls now, of something the text dates in the like words: 30 years after 1992 is 2022."""
    ordinals = word_list("dating.toml", "ordinals")
    match = re.search(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(ordinals)})) anniversary\b", sentence.text, re.IGNORECASE)
    if match is None or re.search(r"\b(?:19|20)\d\d\b", sentence.text):
        return
    count = int(match.group(1)) if match.group(1) else ordinals.index(match.group(2).lower()) + 1
    of = set(re.findall(r"[a-z]{6,}", sentence.text[match.end() :].lower()))
    likeness: Counter[int] = Counter()
    for other in found:
        shared = len(of & set(re.findall(r"[a-z]{6,}", other.text.lower())))
        for mention in mentions(other, None) if shared else ():
            year = (mention.span.edtf or "")[:4]
            if mention.past and not mention.named and year.isdecimal() and int(year) + count >= latest:
                likeness[int(year)] = max(likeness[int(year)], shared)
    best = [year for year, shared in sorted(likeness.items()) if shared == max(likeness.values())]
    if len(best) == 1:
        yield Clue(best[0] + count, 2, f"the {match.group(0)} of what it dates to {best[0]}")


def _dated(sentence: Sentence, latest: int, now: bool, today: bool) -> Iterator[Clue]:
    for mention in mentions(sentence, None):
        edtf, span = mention.span.edtf or "", mention.span
        if span.derived_from is not None or mention.named or mention.future or not edtf.startswith(str(latest)):
            continue
        if re.search(word("dating.toml", "compared"), sentence.text[: span.lead].rstrip(), re.IGNORECASE):
            if re.search(r"\bthis year\b", sentence.text, re.IGNORECASE):
                yield Clue(latest + 1, 3, f"it compares this year with {latest}")
        elif span.relation == "as_of":
            yield Clue(latest, 2, f"its latest date is as of {edtf}")
        elif edtf == str(latest) and now and re.search(word("dating.toml", "figure"), sentence.text):
            yield Clue(latest + 1, 2, f"it has figures for the whole of {latest}, and speaks of this year apart")
        elif len(edtf) > 4 and today:
            yield Clue(latest, 2, f"its latest date is {edtf}")


def _ranked(clues: list[Clue], latest: int) -> list[int]:
    """Rank years by the weight of their clues, each reason counted once; the year after the best is tried last."""
    weights: Counter[int] = Counter()
    for clue in dict.fromkeys(clues):
        if clue.year >= latest:
            weights[clue.year] += clue.weight
    ranked = [year for year, weight in sorted(weights.items(), key=lambda item: (-item[1], -item[0])) if weight >= NEEDED]
    return [*ranked, *([ranked[0] + 1] if ranked and ranked[0] + 1 not in ranked else [])]


def _window(found: list[Sentence], year: int) -> Window:
    """Find the last thing that has happened and the first that is yet to come, if the text is of `year`."""
    lower, upper = (date(year, 1, 1), ""), (date(year, 12, 31), "")
    for sentence in found:
        for mention in mentions(sentence, str(year)):
            first, last = bounds(mention.span.edtf or "")
            if mention.named or first is None or last is None or (last - first).days > LONGEST_PERIOD or mention.span.vague:
                continue
            words = sentence.text[mention.span.start : mention.span.end]
            if mention.future and first.year == year and first < upper[0]:
                upper = (first, words)
            elif mention.past and last.year == year and last > lower[0]:
                lower = (last, words)
    return Window(lower[0], upper[0], lower[1], upper[1])
