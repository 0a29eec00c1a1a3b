"""Pledges → chains: the announcements of one promise, the oldest first, whether or not its due date was moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dostyk.entities import Homes
from dostyk.facts.figures import decimals
from dostyk.facts.identity import Handles, handles, same_promise
from dostyk.facts.timing import Day, compatible, first_day, last_day, years_between
from dostyk.promises.checkable import is_number
from dostyk.promises.covering import keys
from dostyk.promises.holdings import Holdings
from dostyk.promises.matching import fulfils
from dostyk.promises.pledges import CONTACTS, Pledge
from dostyk.promises.tables import limit
from dostyk.promises.targets import Target, target_of

_LAST: Day = (9999, 12, 31)


def chains(pledges: Iterable[Pledge], holdings: Holdings) -> list[list[Pledge]]:
    """Put each pledge behind the promise it announces again, if any, one of its own kind before others.

    Chains come in the order of their first announcements.
    """
    given = list(pledges)
    place = {id(p): n for n, p in enumerate(given)}
    targets = {id(p): target_of(p, holdings) for p in given}
    found: list[list[Pledge]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for pledge in sorted(given, key=lambda p: (first_day(p.made) or _LAST, place[id(p)])):
        own = _keys(pledge, targets[id(pledge)], holdings.record.homes)
        near = sorted({n for key in own.looks for n in index.get(key, ())}, key=lambda n: (found[n][0].lead.kind != pledge.lead.kind, n))
        fitting = (n for n in near if _again(found[n][-1], pledge) and _alike((found[n][0], pledge), targets, holdings.record.homes))
        number = next(fitting, len(found))
        if number == len(found):
            found.append([])
        found[number].append(pledge)
        for key in own.found:
            if number not in index[key]:
                index[key].append(number)
    return sorted(found, key=lambda c: place[id(c[0])])


def _keys(pledge: Pledge, target: Target | None, homes: Homes) -> Handles:
    """Under what the other announcements of a promise are found: its target, its identity, the telling words of what it is about."""
    if target is not None:
        aim = (f"{target.unit}|{target.goal}|{','.join(sorted(target.parties))}",)
        return Handles((*aim, aim[0].rpartition("|")[0]), (*aim, f"{aim[0].rpartition('|')[0]}|?"))
    if pledge.lead.kind == "Commitment" and is_number(pledge.lead.attributes) and "measure" not in pledge.lead.attributes:
        aim = (f"{pledge.lead.attributes.get('unit', '1')}|{decimals(pledge.lead.attributes['value'])[0]}",)
        return Handles((*aim, f"{aim[0]}|?"), aim)
    own, beside = handles(pledge.item), keys(pledge.item, homes)
    return Handles((*own.found, *beside.found), (*own.looks, *beside.looks))


def _alike(pair: tuple[Pledge, Pledge], targets: dict[int, Target | None], homes: Homes) -> bool:
    """Whether two pledges promise the same, whenever."""
    one, two = pair
    aims = (targets[id(one)], targets[id(two)])
    if None not in aims:
        return aims[0] == aims[1]
    if aims != (None, None):
        return _same_number(one, two)
    kinds = (one.lead.kind, two.lead.kind)
    if kinds[0] == kinds[1]:
        return same_promise(one.item, two.item) and one.lead.attributes.get("visit_type") in (None, two.lead.attributes.get("visit_type"))
    return any(fulfils(a.item, b.item, homes) for a, b in ((one, two), (two, one)) if b.lead.kind != "Commitment")


def _same_number(one: Pledge, two: Pledge) -> bool:
    """Whether one of two commitments of the same actors names no measure, but the number and time that the other does."""
    if one.lead.kind != "Commitment" or two.lead.kind != "Commitment" or one.due is None or one.due != two.due:
        return False
    a, b = one.lead.attributes, two.lead.attributes
    same = a.get("value") == b.get("value") and a.get("unit") == b.get("unit") and ("measure" in a) is not ("measure" in b)
    return same and one.item.ids("actor") == two.item.ids("actor")


def _again(last: Pledge, pledge: Pledge) -> bool:
    """Whether a pledge may be the last one again: on a later page, or due at the same time, and not long after."""
    start, made = last_day(last.due) or last_day(last.made_last), first_day(pledge.made)
    if start is not None and made is not None and years_between(start, max(made, start)) > limit(pledge.lead.kind):
        return False
    if compatible(last.due, pledge.due) and pledge.lead.kind not in CONTACTS:
        return True
    if last.due is not None and pledge.due is not None and compatible(last.due, pledge.due):
        return True
    return _later_page(last, made) and (pledge.lead.kind not in CONTACTS or _moved_in_time(last, pledge))


def _later_page(last: Pledge, made: Day | None) -> bool:
    before = last_day(last.made_last)
    return before is not None and made is not None and before < made


def _moved_in_time(last: Pledge, pledge: Pledge) -> bool:
    """Whether a contact was announced anew before the time it was first planned for had passed; later it is another contact."""
    made, end, due = first_day(pledge.made), last_day(last.due) or last_day(last.made_last), last_day(pledge.due)
    if made is None or end is None or made > end:
        return False
    return due is None or years_between(end, max(due, end)) <= limit(pledge.lead.kind)
