"""The versions of all documents and a day → those whose texts speak as of that day, whatever was published after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dostyk.ledger import Learned
from dostyk.values import edtf

Day = tuple[int, int, int]


def stood(learned: Iterable[Learned], as_of: str) -> frozenset[int]:
    """Give the numbers of the versions that speak as of the last day of an EDTF time; of several with one text, one.

    Of each document that is the newest version, and with it the page as it stood then: the newest version published by that day, and the newest
    of those without a date that came after. So a version published later takes nothing away. Bytes that were read several times count as
    they were read last: our own reading is no publication.
    """
    limit = _edges(as_of)[1]
    texts: dict[str, Learned] = {}
    for one in sorted(_speaking(learned, limit), key=lambda one: _first(one, limit)):
        texts.setdefault(one.document, one)
    return frozenset(one.number for one in texts.values())


def published_by(learned: Iterable[Learned], as_of: str) -> frozenset[int]:
    """Give the numbers of those versions of `stood`, copies included, that may have been published by the last day of an EDTF time."""
    limit = _edges(as_of)[1]
    return frozenset(one.number for one in _speaking(learned, limit) if one.published is None or _edges(one.published)[0] <= limit)


def _speaking(learned: Iterable[Learned], limit: Day) -> Iterator[Learned]:
    lines: dict[int, dict[str, Learned]] = {}
    for one in learned:
        readings = lines.setdefault(one.line, {})
        readings.pop(one.content, None)
        readings[one.content] = one
    for readings in lines.values():
        yield from _of_document(list(readings.values()), limit)


def _of_document(versions: Sequence[Learned], limit: Day) -> set[Learned]:
    """Give the versions of one document that speak, out of all, the newest last."""
    then = [one for one in versions if _published(one) <= limit]
    last = then[-1].number if then else 0
    undated = [one for one in versions if one.published is None and one.number > last]
    return {versions[-1], *then[-1:], *undated[-1:]}


def _published(one: Learned) -> Day:
    """The day by which a version was surely published: the last that its date may mean, else the day on which it was learned."""
    return _edges(one.published or one.learned_at[:10])[1]


def _first(one: Learned, limit: Day) -> tuple[int, str, str, str, int]:
    """The order of copies: those published by a day, the oldest first; those without a date; those published later."""
    place = 1 if one.published is None else 0 if _published(one) <= limit else 2
    return place, one.published or "", one.source, one.content, one.number


def _edges(time: str) -> tuple[Day, Day]:
    """The first and the last day that a time may mean; all days where it is no EDTF or its year is not told."""
    try:
        return edtf.edges(time) or _ALWAYS
    except ValueError:
        return _ALWAYS


_ALWAYS: tuple[Day, Day] = ((-(10**9), 1, 1), (10**9, 12, 31))
