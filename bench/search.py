"""A number of statements → a ledger with so many, made up, and how long a question to it takes: words, phrases, filters, whom a name means."""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement
from dostyk.search import Chosen, ask, catch_up, find, keep, parse, portray
from dostyk.values.names import country_name, lookup
from dostyk.values.names.gazetteer import read

PER_DOCUMENT = 20
PER_PERSON = 20
"""Statements for each person there is."""
ROUNDS = 7
CODES = "KZ CN UZ KG TJ TM MN RU TR DE FR PL HU RS GE AZ IR PK IN JP KR VN ID MY EG KE BR AR CA AU".split()
TOWNS = (
    "Almaty Astana Shymkent Beijing Shanghai Tashkent Bishkek Dushanbe Ashgabat Moscow Ankara Berlin Paris Warsaw Tbilisi Baku Tokyo Seoul".split()
)
THINGS = "wheat copper uranium rail gas cotton fertiliser machinery textiles pharmaceuticals software cement".split()
SENTENCES = (
    ("Visit", "On {day}, {person} of {a} paid an official visit to {b} and met the mayor of {town}."),
    ("Meeting", "{person} discussed {thing} with {other} in {town} on {day}."),
    ("Agreement", "{a} and {b} signed a memorandum on {thing} no. {number} in {town} on {day}."),
    ("Indicator", "Exports of {thing} from {a} to {b} reached {number} tonnes in {year}."),
    ("Office", "{person} has been Ambassador of {a} to {b} since {day}."),
    ("Visit", "{day}: {person} посетил {town} для переговоров о поставках ({thing}, {number} тонн)."),
    ("Meeting", "{person}与{other}在{town}就丝绸之路合作举行会谈，编号{number}。"),
)


def main() -> None:
    """Make a ledger and print what it costs to keep its index and to ask it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000, help="how many statements the ledger gets [100000; the target is 1000000]")
    parser.add_argument("--ledger", type=Path, help="keep the ledger here, or ask the one that is here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            _make(path, given.statements)
        _ask(path)


def _make(path: Path, statements: int) -> None:
    begun = time.process_time()
    with Ledger.open(path) as ledger:
        for number, entry in enumerate(entries(statements // PER_DOCUMENT)):
            ledger.record(entry, f"2026-01-01T00:00:00.{number:09}+00:00", also=None)
        made = time.process_time() - begun
        catch_up(ledger)
        indexed = time.process_time() - begun - made
        last = time.process_time()
        ledger.record(next(entries(1, seed=99)), "2026-01-02", also=keep)
        last = time.process_time() - last
        (size,), (index,) = (next(iter(ledger.rows(f"SELECT sum(pgsize) FROM dbstat WHERE {where}"))) for where in ("1", "name LIKE '%search%'"))
    print(
        f"{statements:,} statements of {statements // PER_DOCUMENT:,} documents: recorded in {made:.0f} s of CPU, indexed in {indexed:.0f} s",
        file=sys.stderr,
    )
    print(
        f"file {size / 1e6:.0f} MB, of which the index {index / 1e6:.0f} MB; one document more, index included: {last * 1000:.0f} ms", file=sys.stderr
    )


def _ask(path: Path) -> None:
    any_of = Chosen()
    with Ledger.open(path, create=False) as ledger:
        catch_up(ledger)
        total = next(iter(ledger.rows("SELECT count(*) FROM statements")))[0]
        person = next(iter(ledger.rows("SELECT name FROM search_names WHERE type = 'person' ORDER BY number LIMIT 1 OFFSET 99")))[0]
        family = person.split()[1]
        words: dict[str, Callable[[], object]] = {
            f"search {person}": lambda: find(ledger, parse(person), any_of),
            f'search "{person}" as a phrase': lambda: find(ledger, parse(f'"{person}"'), any_of),
            "search memorandum uranium 12345": lambda: find(ledger, parse("memorandum uranium 12345"), any_of),
            f"search {family[:5]}* -visit": lambda: find(ledger, parse(f"{family[:5]}* -visit"), any_of),
            f"search {family}, Visit, KZ, since 2020": lambda: find(ledger, parse(family), Chosen(kind="Visit", country="KZ", since=20200101)),
            f"search {family}, known at a time": lambda: find(ledger, parse(family), Chosen(known_at="2026-01-01T00:00:00.000000500+00:00")),
            "search 丝绸 (in a seventh of all)": lambda: find(ledger, parse("丝绸"), any_of),
            "search exports (in a seventh of all)": lambda: find(ledger, parse("exports"), any_of),
            f"entity {person}": lambda: _whole(ledger, person),
            "entity Ambassador of Kenya": lambda: _whole(ledger, "Ambassador of Kenya"),
            "entity Almaty (in a twentieth of all)": lambda: _whole(ledger, "Almaty"),
        }
        print(f"Questions to {total:,} statements, milliseconds of CPU: the first time, the median and the worst of {ROUNDS} more")
        for name, question in words.items():
            times = []
            for _ in range(ROUNDS + 1):
                begun = time.process_time()
                question()
                times.append((time.process_time() - begun) * 1000)
            print(f"  {name:45} {times[0]:8.1f} {statistics.median(times[1:]):8.1f} {max(times[1:]):8.1f}")


def _whole(ledger: Ledger, name: str) -> object:
    answer = ask(ledger, name, Chosen())
    return portray(ledger, answer.meant[0], Chosen())


def entries(documents: int, seed: int = 7) -> Iterator[Entry]:
    """Make documents of PER_DOCUMENT sentences with a statement each, the same every time."""
    pick = random.Random(seed)
    people = _people(pick, max(50, documents * PER_DOCUMENT // PER_PERSON))
    towns = {town: _place(town) for town in TOWNS}
    for number in range(documents):
        said = [_sentence(pick, people, towns) for _ in range(PER_DOCUMENT)]
        text = f"Chronicle no. {number}, {seed}\n\n" + "\n\n".join(sentence for _, sentence, *_ in said)
        published = f"{pick.randint(1995, 2025)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"
        document = Document(
            text, f"chronicle-{seed}-{number}.txt", f"Chronicle {number}", "Bench", None, "en", published, content_hash=f"{seed:02}{number:062}"
        )
        at, statements = 0, []
        for kind, sentence, roles, attributes, day in said:
            at = text.index(sentence, at)
            statements.append(Statement(document, kind, Evidence.of(document, at, at + len(sentence)), roles, attributes, day))
        yield Entry(document, text.encode(), "bench", statements)


def _sentence(
    pick: random.Random, people: list[str], towns: dict[str, Mention]
) -> tuple[str, str, dict[str, tuple[Mention, ...]], dict[str, str], str]:
    kind, pattern = pick.choice(SENTENCES)
    one, two = pick.sample(CODES, 2)
    a, b = (Mention(country_name(code) or code, country_name(code) or code, code, MentionType.COUNTRY) for code in (one, two))
    person, other = (_person(pick.choice(people)) for _ in range(2))
    town, thing, number = towns[pick.choice(TOWNS)], pick.choice(THINGS), pick.randint(1000, 999_999)
    day = f"{pick.randint(1995, 2025)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"
    values = {"a": a.name, "b": b.name, "person": person.name, "other": other.name, "town": town.name}
    sentence = pattern.format(**values, thing=thing, number=number, day=day, year=day[:4])
    roles: dict[str, dict[str, tuple[Mention, ...]]] = {
        "Visit": {"visitor": (person,), "destination": (b,)},
        "Meeting": {"participant": (person, other), "place": (town,)},
        "Agreement": {"party": (a, b), "place": (town,)},
        "Indicator": {"subject": (a,), "partner": (b,)},
        "Office": {"holder": (person,), "of": (a,), "to": (b,)},
    }
    attributes = {
        "Agreement": {"title": f"memorandum on {thing} no. {number}", "agreement_type": "memorandum"},
        "Indicator": {"measure": "exports", "value": str(number), "unit": "t"},
        "Office": {"position": "Ambassador"},
    }
    return kind, sentence, roles[kind], attributes.get(kind, {}), f"{day}/.." if kind == "Office" else day


def _people(pick: random.Random, number: int) -> list[str]:
    """Put given names and surnames of the reference data together."""
    known = [line.split("\t") for line in read("people.tsv").splitlines()]
    given, families = ([name for name, flags in known if flag in flags and name.isascii()] for flag in "gs")
    return [f"{pick.choice(given)} {pick.choice(families)}" for _ in range(number)]


def _person(name: str) -> Mention:
    return Mention(name, name, f"x:{hashlib.sha256(name.encode()).hexdigest()[:12]}", MentionType.PERSON)


def _place(name: str) -> Mention:
    found = lookup(name)[0]
    return Mention(name, found.name, found.id, found.type)


if __name__ == "__main__":
    main()
