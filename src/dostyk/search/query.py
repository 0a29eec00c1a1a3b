"""What a person types → what is looked for: words, "phrases", beginnings*, and what must not stand there (-word)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dostyk.errors import StopError
from dostyk.search.tokens import UNSPACED, Token, tokenise

MOST = 60
"""Words in one question; SQLite refuses some hundreds."""
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"−": "-"})
_PART = re.compile(r'(?P<not>-?)(?:"(?P<phrase>[^"]*)(?:"|$)(?P<open>\*?)|(?P<word>[^\s"]+))')
_BETWEEN = re.compile(rf"(?<=[{UNSPACED}])\s+(?=[{UNSPACED}])")


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that must follow one another; `open`: the last one need only begin so; `words` is what was typed.

    `lead`: the last one is a single letter of a script without spaces, of whose pair with the next only the first is meant.
    """

    tokens: tuple[str, ...]
    words: str
    open: bool = False
    lead: bool = False

    def expression(self) -> str:
        """Write the term for FTS5; tokens hold no character that means anything to it."""
        return f'"{" ".join(self.tokens)}"{" *" if self.open else ""}'

    def stands_in(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """Give where the term stands among a text's tokens, as offsets of the text."""
        width, found = len(self.tokens), []
        for at in range(len(tokens) - width + 1):
            last = tokens[at + width - 1]
            ends = last.text.startswith(self.tokens[-1]) if self.open else last.text == self.tokens[-1]
            if ends and all(tokens[at + n].text == self.tokens[n] for n in range(width - 1)):
                found.append((tokens[at].start, last.lead if self.lead else last.end))
        return found


@dataclass(frozen=True, slots=True)
class Query:
    """What must stand there, all of it, and what must not."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()

    def expression(self, columns: str, marks: Iterable[str] = ()) -> str:
        """Write the query for FTS5: the terms in some columns of a table, each of the marks in the column `marks`."""
        wanted = " AND ".join(term.expression() for term in self.terms)
        inside = f"({wanted}) NOT ({' OR '.join(term.expression() for term in self.without)})" if self.without else wanted
        return " AND ".join([f"({{{columns}}} : ({inside}))", *(f'(marks : "{mark}")' for mark in marks)])

    def holds(self, texts: Iterable[str]) -> bool:
        """Tell whether all that must stand in one of some texts does, and nothing of what must not."""
        tokens = [list(tokenise(text)) for text in texts]
        wanted = all(any(term.stands_in(one) for one in tokens) for term in self.terms)
        return wanted and not any(term.stands_in(one) for term in self.without for one in tokens)

    def stands_in(self, text: str) -> list[tuple[int, int]]:
        """Give where the terms stand in a text, in order; what overlaps or touches is one."""
        tokens = list(tokenise(text))
        out: list[tuple[int, int]] = []
        for start, end in sorted(span for term in self.terms for span in term.stands_in(tokens)):
            if out and start <= out[-1][1]:
                out[-1] = (out[-1][0], max(end, out[-1][1]))
            else:
                out.append((start, end))
        return out


def parse(words: str) -> Query:
    """Read what was typed; raises StopError where there is nothing to look for, or too much. Nothing typed is an error of syntax."""
    wanted: list[Term] = []
    without: list[Term] = []
    for part in _PART.finditer(words.translate(_QUOTES)):
        whole = part["phrase"] if part["phrase"] is not None else part["word"]
        term = _term(whole, bool(part["open"]) or whole.endswith("*"))
        if term is not None:
            (without if part["not"] else wanted).append(term)
    if not wanted:
        what = "only what to leave out, nothing to look for" if without else "nothing to look for: no letter and no figure"
        raise StopError(f'{words.strip()!r} says {what}; write a word, a "phrase in quotes" or a beginning*')
    if len(wanted) + len(without) > MOST:
        raise StopError(f"{len(wanted) + len(without)} words are too many for one question; write at most {MOST}, or a phrase in quotes")
    return Query(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(without)))


def _term(words: str, star: bool) -> Term | None:
    """Make a term of a word or phrase; None where it has no token."""
    tokens = list(tokenise(_BETWEEN.sub("", words)))
    if not tokens:
        return None
    last = tokens[-1]
    if not last.run:
        return Term(tuple(t.text for t in tokens), words, star)
    alone = len(tokens) < 2 or not _same_run(tokens)
    kept = tokens if alone else tokens[:-1]
    return Term(tuple(t.text for t in kept), words, open=alone, lead=alone)


def _same_run(tokens: Sequence[Token]) -> bool:
    """Whether the last letter of a phrase is also the second of the pair before it."""
    return any(b is tokens[-1] and a.run and a.end == b.end for a, b in pairwise(tokens[-2:]))
