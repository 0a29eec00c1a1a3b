"""The chain and the rows it speaks of → one sentence for every row or link that is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.ledger import chain, schema

if TYPE_CHECKING:
    from apsw import Connection


def broken(connection: Connection) -> Iterator[str]:
    """Walk the chain from its first link and compare each with its row as it stands now."""
    previous, expected = chain.START, 1
    for number, table, key, link, digest, buried in connection.execute(_walk(connection)):
        if number != expected:
            yield f"chain: {_missing(expected, int(str(number)) - 1)}"
        where = f"table {table}, row {key}"
        if digest is not None and buried is not None:
            yield f"{where}: removal says that this row is gone, but it is there (link {number})"
        digest = digest if digest is not None else buried
        if digest is None:
            yield f"{where}: this row is gone, and no removal says why (link {number})"
        elif chain.chain_link(previous, str(table), str(key), bytes(digest)) != link:
            yield f"{where}: the row, its link or the link before is not as it was written (link {number})"
        previous, expected = link, int(str(number)) + 1


def unchained(connection: Connection) -> Iterator[str]:
    """Find rows that no link speaks of, and links that speak of a row once more."""
    for table, key, count in connection.execute("SELECT kept_in, key, count(*) FROM chain GROUP BY kept_in, key HAVING count(*) > 1"):
        yield f"table {table}, row {key}: {count} links speak of this one row"
    for table in schema.TABLES:
        rows = connection.execute(f"SELECT count(*) FROM {table}").get
        gone = connection.execute("SELECT count(*) FROM removed WHERE kept_in = ?", (table,)).get
        if rows + gone == connection.execute("SELECT count(*) FROM chain WHERE kept_in = ?", (table,)).get:
            continue
        key = chain.key_sql(connection, table)
        sql = f"SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT key FROM chain WHERE kept_in = '{table}') ORDER BY 1"
        for (row,) in connection.execute(sql):
            yield f"table {table}, row {row}: this row was slipped in: no link speaks of it"


def _walk(connection: Connection) -> str:
    """Give SQL for every link with the digest of its row as it stands now, and that of its tombstone."""
    cases = []
    for table in schema.TABLES:
        same = " AND ".join(f"{table}.{name} = chain.key ->> {place}" for place, name in enumerate(chain.keys(connection, table)))
        cases.append(f"WHEN '{table}' THEN (SELECT {chain.digest_sql(connection, table, f'{table}.')} FROM {table} WHERE {same})")
    buried = "(SELECT digest FROM removed WHERE removed.kept_in = chain.kept_in AND removed.key = chain.key)"
    return f"SELECT number, kept_in, key, link, CASE kept_in {' '.join(cases)} END, {buried} FROM chain ORDER BY number"


def _missing(first: int, last: int) -> str:
    return f"link {first} is missing" if first == last else f"links {first} to {last} are missing"
