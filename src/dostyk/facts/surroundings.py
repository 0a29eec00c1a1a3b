"""A statement → the sentence and the paragraph of its document that its quote stands in."""

from __future__ import annotations

import re
from functools import lru_cache

from dostyk.model.statement import Statement

# A mark that ends a sentence, with what may stand behind it; full stops of abbreviations end one too, which only makes the sentence shorter.
_END = re.compile(r"[.!?。！？][\"”’')\]]*\s")
_WORD = re.compile(r"\w+(?:'\w+)?")
# Characters on either side of a quote in which its sentence is looked for.
_REACH = 600


def sentence_around(statement: Statement) -> str:
    """The sentence that a quote stands in, or as much of it as lies within reach."""
    text, start, end = statement.document.text, statement.evidence.start, statement.evidence.end
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    after = text[end : end + _REACH].partition("\n")[0]
    ends = [m.end() for m in _END.finditer(before)]
    stop = _END.search(after)
    return before[ends[-1] if ends else 0 :] + statement.evidence.quote + (after[: stop.start()] if stop else after)


@lru_cache(maxsize=16384)
def spoken(text: str) -> str:
    """The words of a text in small letters, each between blanks, so that words and phrases are found in it as they stand."""
    return f" {' '.join(_WORD.findall(text.casefold().replace('’', chr(39))))} "


def paragraph_around(statement: Statement) -> str:
    """The lines of text that a quote stands on."""
    text, start, end = statement.document.text, statement.evidence.start, statement.evidence.end
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first : last if last >= 0 else len(text)]
