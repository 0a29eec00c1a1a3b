"""Texts that were decoded wrongly somewhere on their way → findings, with what stood there, where it can be told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_list
from dostyk.facts.sources import source_name
from dostyk.model.document import Document
from dostyk.model.fact import Finding, Severity
from dostyk.model.statement import Statement

# What UTF-8 looks like when it is read as a one-byte alphabet of Windows: a lead byte's letter and the marks that stand for the bytes after it.
_CODECS = ("cp1252", "cp1251")
_RUNS = {
    "cp1252": re.compile(
        r"(?:[\u00c2-\u00df][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u00e0-\u00ef][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2})+"
    ),
    "cp1251": re.compile(
        r"(?:[В-Я][\u0080-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]|[а-п][\u0080-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]{2})+"
    ),
}
# What is left where a decoder gave up, or where two encodings were taken for each other; none of it is ever meant.
_LOST = re.compile(r"\ufffd+|锟斤拷|烫烫烫|\b\w*[^\W\d_]\?{2,}\w+")
_SHOWN = 3  # examples in a finding
_AROUND = 12  # characters shown on either side of one


def mojibake(record: Record) -> Iterator[Finding]:
    """Pages some of whose text was decoded wrongly, with the statements in whose lines it stands: their names cannot be relied on."""
    pages: dict[Document, list[Statement]] = defaultdict(list)
    for item in record.items.values():
        pages[item.statement.document].append(item.statement)
    for document, statements in pages.items():
        found = wrongly_decoded(document.text)
        if found:
            hit = [s for s in statements if any(_on_its_lines(document.text, s, at) for at, _, _ in found)]
            if hit:
                yield _finding(document, found, hit)


@lru_cache(maxsize=4096)
def wrongly_decoded(text: str) -> tuple[tuple[int, str, str], ...]:
    """Where a text was decoded wrongly: offset, what stands there, and what was meant ("" where it is lost)."""
    found = [(m.start(), m[0], "") for m in _LOST.finditer(text)]
    for codec in () if text.isascii() else _CODECS:
        for match in _RUNS[codec].finditer(text):
            meant = _meant(match[0], codec)
            if meant and _is_certain(text, match, meant, codec):
                found.append((match.start(), match[0], meant))
    return tuple(sorted(found))


def _meant(run: str, codec: str) -> str:
    """The text that a run was, read as UTF-8 again; "" where it is none."""
    try:
        return b"".join(_byte(letter, codec) for letter in run).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""


def _byte(letter: str, codec: str) -> bytes:
    """The byte that a letter stands for; those that Windows leaves open stand for themselves."""
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _is_certain(text: str, match: re.Match[str], meant: str, codec: str) -> bool:
    """Whether nobody would write so: several signs in a row, a common mark, or a letter that does not go with its neighbours."""
    if len(meant) > 1 or "\u2000" <= meant <= "\u206f" or meant in "€№":
        return True
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if len(match[0]) > 2:
        return False
    if codec == "cp1251":
        return any(letter.isascii() and letter.isalpha() for letter in (before, after) if letter)
    return (before.islower() or after.islower()) and (meant.islower() or not meant.isalpha())


def _on_its_lines(text: str, statement: Statement, at: int) -> bool:
    """Whether an offset lies on the lines of text that a quote stands on."""
    first = text.rfind("\n", 0, statement.evidence.start) + 1
    last = text.find("\n", statement.evidence.end)
    return first <= at < (last if last >= 0 else len(text))


def _finding(document: Document, found: tuple[tuple[int, str, str], ...], statements: list[Statement]) -> Finding:
    examples = [f"“{_shown(document.text, at, run)}”" + (f" (for “{meant}”)" if meant else "") for at, run, meant in found[:_SHOWN]]
    summary = f"Garbled: {source_name(document)} was decoded wrongly in {len(found)} place{'s' if len(found) > 1 else ''}"
    reason = f"It says {show_list(examples)}: text in one encoding was read as another. Names and figures on these lines cannot be relied on."
    return remark(FindingType.GARBLED, Severity.CAUTION, (summary, reason), statements)


def _shown(text: str, at: int, run: str) -> str:
    start, end = max(0, at - _AROUND), at + len(run) + _AROUND
    before, after = text[start:at].rpartition("\n")[2], text[at + len(run) : end].partition("\n")[0]
    return f"{before.rpartition(' ')[2]}{run}{after.partition(' ')[0]}"
