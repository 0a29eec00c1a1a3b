"""Names by date: from the name and a date to the entity, and back, at every boundary day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.values import edtf
from dostyk.values.names import lookup, name_valid
from dostyk.values.names.renames import Dated, all_dated

ROWS = [row for row in all_dated() if not row.kind]


def day(row: Dated, last: bool) -> str | None:
    """Give the first or last day of an interval, None where it is open there or not known to the day."""
    start, _, end = row.valid.partition("/")
    text = end if last else start
    return text if len(text) == 10 else None


@given(st.sampled_from(ROWS), st.integers(0, 40_000))
def test_the_name_on_a_day_leads_back_to_the_entity(row: Dated, days: int) -> None:
    span = edtf.edges(row.valid)
    assert span is not None
    low = max(span[0], (1, 1, 1))
    at = date(low[0], low[1], low[2]) + timedelta(days=days)
    if (at.year, at.month, at.day) > span[1] or at.year > 2100:
        return
    name = name_valid(row.id, at.isoformat())
    assert name is not None
    found = {entity.id: entity for entity in lookup(name, at.isoformat())}
    assert row.id in found
    assert found[row.id].reason == ""


@given(st.sampled_from([row for row in ROWS if day(row, last=False)]))
def test_a_name_holds_from_its_first_day(row: Dated) -> None:
    assert name_valid(row.id, day(row, last=False) or "") == row.name


@given(st.sampled_from([row for row in ROWS if day(row, last=True)]))
def test_a_name_holds_to_its_last_day(row: Dated) -> None:
    at = day(row, last=True) or ""
    assert name_valid(row.id, at) == row.name
    after = (date.fromisoformat(at) + timedelta(days=1)).isoformat()
    following = [other for other in ROWS if other.id == row.id and other.valid.startswith(after)]
    assert all(name_valid(row.id, after) == other.name for other in following)


@given(st.sampled_from(ROWS), st.sampled_from(["1950", "1993-05", "2004~", "2022?", "199X", "2015-10/2016-02"]))
def test_dates_of_any_precision_are_answered_or_not_on_record(row: Dated, at: str) -> None:
    name = name_valid(row.id, at)
    assert name is None or name in {other.name for other in ROWS if other.id == row.id}


def test_rows_are_valid_and_do_not_overlap_by_days() -> None:
    for row in all_dated():
        assert edtf.is_valid(row.valid), row
        assert row.source, row
    for row in ROWS:
        later = [other for other in ROWS if other.id == row.id and other is not row and len(other.valid) > 10 and len(row.valid) > 10]
        for other in later:
            first, last = day(other, last=False), day(row, last=True)
            if first and last and other.valid > row.valid:
                assert first > last, (row, other)


@pytest.mark.parametrize(
    ("name", "at", "ident"),
    [
        ("GATT", "1985", "x:wto"),
        ("World Trade Organization", "2001-12-11", "x:wto"),
        ("Shanghai Five", "1999", "x:sco"),
        ("ШОС", "2017-06", "x:sco"),
        ("上海合作组织", None, "x:sco"),
        ("European Economic Community", "1975", "x:european-union"),
        ("Nur Otan", "2015", "x:amanat"),
        ("Department for Business, Innovation and Skills", "2012", "x:uk-business"),
    ],
)
def test_bodies_are_found_by_the_names_they_had(name: str, at: str | None, ident: str) -> None:
    assert lookup(name, at)[0].id == ident


def test_the_name_of_a_body_then() -> None:
    assert [name_valid("x:wto", at) for at in ("1994-12-31", "1995-01-01")] == ["General Agreement on Tariffs and Trade", "World Trade Organization"]
    assert name_valid("x:european-union", "1993-11-01") == "European Union"
    assert name_valid("x:uk-foreign-office", "2020-09-01") == "Foreign and Commonwealth Office"
    assert lookup("GATT", "2005")[0].reason == "GATT was its name in 1948-01-01/1994-12-31"
