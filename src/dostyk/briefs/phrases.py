"""Times, names and words → the phrases sentences are made of: "on 16 November 2006", "an embassy", "X and Y"."""

from __future__ import annotations

from dostyk.facts.showing import show_time
from dostyk.facts.timing import beginning, edges
from dostyk.values import edtf

_VOWELS = "aeiou"
_LIKE_CONSONANTS = ("uni", "eu", "one", "use", "ura")


def when(time: str | None) -> str:
    """A time with its preposition: "on 3 January 1992", "in 2019", "from 31 August to 3 September 2015"; "" for none."""
    if time is None or edges(time) is None:
        return "" if time is None else f"on {show_time(time)} (year not stated)"
    start, slash, end = time.partition("/")
    if not slash:
        return f"{_preposition(time)} {show_time(time)}".replace("in about", "around").replace("on about", "around")
    if start in ("", ".."):
        return f"by {show_time(end)}"
    if end in ("", ".."):
        return f"since {show_time(start)}"
    return _interval(time, start, end)


def since(time: str | None) -> str:
    """Since when: "since August 2003"; "" where no beginning is known."""
    start = beginning(time)
    return f"since {show_time(start)}" if start else ""


def due(time: str | None) -> str:
    """Due when: "due in July 2024", "due by 31 December 2025"; "" for none."""
    return f"due {when(time)}" if time else ""


def article(words: str) -> str:
    """Words with the indefinite article: "a state visit", "an embassy"; plural words and those with an article stay."""
    low = words.lower()
    if not words or low.startswith(("the ", "a ", "an ")) or is_plural(words):
        return words
    if low.startswith("other "):
        return f"an{words}"
    is_vowel = low[0] in _VOWELS and not low.startswith(_LIKE_CONSONANTS)
    return f"{'an' if is_vowel else 'a'} {words}"


def plural(words: str) -> str:
    """The plural of a noun phrase whose head is its first noun or its last: "consulates general", "visa offices"."""
    head, space, rest = words.partition(" ")
    if space and rest.lower() in ("general", "designate", "plenipotentiary"):
        return f"{plural(head)} {rest}"
    if words.endswith("y") and words[-2:-1] not in _VOWELS:
        return words[:-1] + "ies"
    return words if words.endswith("s") else words + "s"


def is_plural(words: str) -> bool:
    """Whether a noun phrase has a plural head ("agreements on visas")."""
    head = words.lower()
    for preposition in (" of ", " on ", " between ", " for ", " in ", " with ", " to ", " from ", " by "):
        head = head.split(preposition)[0]
    return head.strip().endswith("s") and not head.strip().endswith(("ss", "us", "is"))


def _preposition(time: str) -> str:
    return "on" if edtf.precision(time) in ("day", "time") else "in"


def _interval(time: str, start: str, end: str) -> str:
    by_day = {edtf.precision(start), edtf.precision(end)} <= {"day", "time"}
    if by_day and start[:7] == end[:7]:
        return f"on {show_time(time)}"
    if by_day or start[:4] != end[:4]:
        first = show_time(start)
        return f"from {first.removesuffix(' ' + start[:4]) if start[:4] == end[:4] else first} to {show_time(end)}"
    return f"in {show_time(time)}" if edtf.precision(start) == edtf.precision(end) == "month" else f"from {show_time(start)} to {show_time(end)}"
