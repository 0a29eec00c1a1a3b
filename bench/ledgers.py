"""A number of statements → a made-up ledger of so many: dossiers on pairs of countries, told by many pages, with copies, versions and reviews.

    .venv/bin/python bench/ledgers.py FILE [--statements 100000] [--seed 7]

What is told hangs together: a dossier has its people, towns, instruments, works, figures and promises, and each page tells some of them in
words of its own, with figures rounded or, now and then, wrong, names cut short, promises announced again and later kept, or not. Every
statement's quote stands in its page. The same number and seed give the same pages.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Modality, Statement
from dostyk.values.names import country_name, lookup
from dostyk.values.names.gazetteer import read

PER_PAGE = 20
PAGES = 9
"""Pages of a dossier."""
CODES = (
    "KZ CN UZ KG TJ TM MN RU TR DE FR PL HU RS GE AZ IR PK IN JP KR VN ID MY EG KE BR AR CA AU NO SE FI EE LV LT CZ AT IT ES PT GR RO BG UA TH PH"
    " BD LK NP SA AE QA JO MA DZ ET TZ NG GH ZA CL PE CO MX NZ"
).split()
GOODS = "wheat copper uranium gas cotton fertiliser machinery textiles pharmaceuticals software cement timber coffee steel fish wool".split()
WORKS = (
    "wind farm",
    "solar plant",
    "cement works",
    "railway line",
    "refinery",
    "bridge",
    "logistics centre",
    "data centre",
    "dairy plant",
    "tannery",
)
HOUSES = ("Language Institute", "Medical Centre", "Technical Workshop", "Culture House", "Agricultural School", "Branch Campus", "Friendship Library")
SHOWS = ("Forum", "Trade Fair", "Film Week", "Business Council", "Book Exhibition", "Investment Summit", "Youth Games", "Tourism Year")
POSTS = ("Ambassador", "Minister of Foreign Affairs", "Minister of Trade", "Minister of Energy", "Prime Minister", "President", "Consul General")
BODIES = ("Chamber of Commerce", "Academy of Sciences", "Development Bank", "Railway Company", "Ministry of Trade", "National University")
UNIONS = ("Silk Road Tourist City Alliance", "Asian Infrastructure Investment Bank", "World Trade Organization", "Inland Ports Association")
RULES = ("visa-free travel", "mutual recognition of diplomas", "simplified customs clearance", "pricing in national currencies", "open-skies flights")
SYLLABLES = "tar ba gan kor do ze mil ra ven so li ka tu nor el vi pa shim dra go ulu fen hal mu ris ten bor wa jin lok".split()
COUNTS = (("students", 900), ("tourist arrivals", 60_000), ("companies", 300), ("flights", 20), ("freight trains", 500), ("agreements", 90))
WRONG = 0.04
"""Share of figures and dates that a page has wrong."""


@dataclass(frozen=True)
class Told:
    """One thing that pages of the years `since` to `until` tell: in one of several wordings, with one of several times and values."""

    kind: str
    wordings: tuple[str, ...]
    roles: dict[str, tuple[Mention, ...]]
    times: tuple[str | None, ...] = (None,)
    attributes: tuple[dict[str, str], ...] = ({},)
    modality: Modality = Modality.ACTUAL
    since: int = 0
    until: int = 9999
    people: tuple[str, ...] = ()


def main() -> None:
    """Make a ledger and say what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    begun, cpu = time.monotonic(), time.process_time()
    with Ledger.open(given.ledger) as ledger:
        count = fill(ledger, given.statements, given.seed)
    print(f"{count:,} statements written in {time.monotonic() - begun:.0f} s ({time.process_time() - cpu:.0f} s of CPU)")


def fill(ledger: Ledger, statements: int, seed: int = 7, reviews: bool = True) -> int:
    """Write pages with so many statements into a ledger, then review some; gives how many were written."""
    count = 0
    for number, entry in enumerate(entries(statements, seed)):
        ledger.record(entry, f"2026-01-01T00:00:00.{number:09}+00:00")
        count += len(entry.statements)
    if reviews:
        review(ledger, statements, seed)
    return count


def entries(statements: int, seed: int = 7) -> Iterator[Entry]:
    """Make pages that hold so many statements (the last one is not cut short), the same every time."""
    made = number = 0
    while made < statements:
        for entry in dossier(number, seed):
            yield entry
            made += len(entry.statements)
            if made >= statements:
                return
        number += 1


def dossier(number: int, seed: int) -> Iterator[Entry]:
    """Make the pages of one dossier, some of them again elsewhere, or in a later version."""
    pick = random.Random(f"{seed} {number}")
    one, two = pick.choice(_pairs()[: 40 + number * 2])
    things = list(_things(pick, one, two))
    for page in range(PAGES):
        whose, other = (one, two) if pick.random() < 0.5 else (two, one)
        year = pick.randint(2001, 2025)
        published = pick.choice((f"{year}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",) * 6 + (f"{year}", None))
        publisher = pick.choice(_publishers(whose, other))
        source = f"https://{whose.lower()}.example/{number}/{page}"
        known = [t for t in things if t.since <= year <= t.until]
        coming = [t for t in known if t.modality is not Modality.ACTUAL]
        chosen = pick.sample(coming, min(PER_PAGE // 4, len(coming)))
        chosen += pick.sample(rest := [t for t in known if t not in chosen], min(PER_PAGE - len(chosen), len(rest)))
        entry = _page(pick, chosen, (f"{country_name(whose)} and {country_name(other)}, {number}.{page}", publisher, source, published, ""))
        yield entry
        luck = pick.random()
        if luck < 0.03 and len(chosen) > 5:
            yield _page(pick, [*chosen[:-3], *pick.sample(known, 2)], (entry.document.title or "", publisher, source, published, " (updated)"))
        elif luck < 0.05:
            copy = replace(entry.document, publisher=_publishers(other, whose)[0], source=f"{source}/copy", url=f"{source}/copy")
            yield replace(entry, document=copy, statements=[_of(s, copy) for s in entry.statements], place=copy.source)


def _of(statement: Statement, document: Document) -> Statement:
    return replace(statement, document=document)


def _page(pick: random.Random, chosen: list[Told], about: tuple[str, str, str, str | None, str]) -> Entry:
    title, publisher, source, published, mark = about
    lines, said = [f"{title}{mark}"], []
    for told in chosen:
        time_, attributes = pick.choice(told.times), pick.choice(told.attributes)
        wording, roles = pick.choice(told.wordings), told.roles
        for name in told.people:
            short = _shortened(pick, name)
            wording = wording.replace(name, short)
            if short != name:
                roles = {r: tuple(_person(short) if m.name == name else m for m in found) for r, found in roles.items()}
        if pick.random() < WRONG:
            time_ = _slipped(pick, time_)
        words = {"time": _spoken(time_), **{k: v for k, v in attributes.items() if k in ("value", "bound", "stage")}}
        sentence = wording.format(**words).replace("  ", " ").strip()
        if sentence in lines:
            continue
        lines.append(sentence)
        said.append((told, sentence, roles, {k: v for k, v in attributes.items() if v}, time_))
    text = "\n\n".join(lines) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(text, source, title, publisher, source, "en", published, content_hash=digest)
    at, statements = len(lines[0]), []
    for told, sentence, roles, attributes, time_ in said:
        at = text.index(f"\n{sentence}\n", at) + 1
        evidence = Evidence.of(document, at, at + len(sentence))
        statements.append(Statement(document, told.kind, evidence, roles, attributes, time_, told.modality, confidence=0.9, extractor="bench"))
    return Entry(document, text.encode(), "bench", statements)


def _things(pick: random.Random, one: str, two: str) -> Iterator[Told]:
    """Everything that the pages of a dossier may tell."""
    a, b = _country(one), _country(two)
    people = [_name(pick) for _ in range(6)]
    start = pick.randint(1990, 2018)
    yield from _ties(pick, a, b)
    for turn in range(3):
        yield from _contacts(pick, (a, b) if turn % 2 else (b, a), people, start + 2 * turn)
        yield from _works(pick, (a, b), start + 2 * turn)
        yield from _figures(pick, (a, b), start + turn)
    yield from _promised_figures(pick, a, b, start)


def _ties(pick: random.Random, a: Mention, b: Mention) -> Iterator[Told]:
    fixed = random.Random(f"{a.id} {b.id}")
    year = fixed.randint(1950, 1999)
    day = f"{year}-{fixed.randint(1, 12):02}-{fixed.randint(1, 28):02}"
    parties = {"party": (a, b)}
    yield Told(
        "Relations",
        (
            f"{a.name} and {b.name} established diplomatic relations in {{time}}.",
            f"Diplomatic ties of {b.name} and {a.name}: {{time}}.",
        ),
        parties,
        (day, day[:7], day[:4]),
        ({"status": "diplomatic relations"}, {"status": "diplomatic ties"}),
    )
    raised = str(year + fixed.randint(5, 20))
    yield Told(
        "Relations",
        (f"In {{time}} {a.name} and {b.name} became strategic partners.", f"The strategic partnership of {a.name} and {b.name} began in {{time}}."),
        parties,
        (raised, f"{raised}-0{fixed.randint(1, 9)}"),
        ({"status": "strategic partnership"},),
    )
    for x, y in ((a, b), (b, a)):
        own = random.Random(f"missions {x.id} {y.id}")
        town = own.choice(_towns(y.id))
        opened = year + own.randint(0, 12)
        yield Told(
            "Mission",
            (f"{x.name} has had an embassy in {town.name} since {{time}}.", f"The embassy of {x.name} in {town.name} opened in {{time}}."),
            {"sender": (x,), "location": (town,)},
            (f"{opened}/..", f"{opened}-05/.."),
            ({"mission_type": "embassy"},),
        )
        other = pick.choice(_towns(y.id))
        due = pick.randint(2004, 2024)
        yield Told(
            "Mission",
            (f"{x.name} plans to open a consulate general in {other.name} in {{time}}.",),
            {"sender": (x,), "location": (other,)},
            (str(due), None),
            ({"mission_type": "consulate general"},),
            Modality.PLANNED,
            due - 3,
            due,
        )
        if pick.random() < 0.5:
            yield Told(
                "Mission",
                (f"The consulate general of {x.name} in {other.name} was opened in {{time}}.",),
                {"sender": (x,), "location": (other,)},
                (f"{due + pick.randint(0, 3)}/..",),
                ({"mission_type": "consulate general"},),
                since=due + 3,
            )
    towns = pick.choice(_towns(a.id)), pick.choice(_towns(b.id))
    twinned = str(pick.randint(1985, 2020))
    yield Told(
        "Twinning",
        (
            f"{towns[0].name} and {towns[1].name} became sister cities in {{time}}.",
            f"{towns[1].name} is twinned with {towns[0].name}, {{time}}.",
        ),
        {"member": towns},
        (twinned, f"{twinned}-06-0{pick.randint(1, 9)}", None),
    )
    rule, since = pick.choice(RULES), pick.randint(2002, 2022)
    yield Told(
        "Regime",
        (f"Since {{time}} there has been {rule} between {a.name} and {b.name}.", f"{rule.capitalize()} applies to {a.name} and {b.name}, {{time}}."),
        parties,
        (f"{since}/..", f"{since}-11/.."),
        ({"subject": rule},),
        since=since,
    )
    union = _body(pick.choice(UNIONS))
    yield Told(
        "Membership",
        (f"{towns[0].name} joined the {union.name} in {{time}}.",),
        {"member": (towns[0],), "organisation": (union,)},
        (f"{since}/..", None),
        since=since,
    )
    if pick.random() < 0.2:
        old, new = _coined(pick), _coined(pick)
        place = Mention(new, new, f"x:{_digest(new)}", MentionType.PLACE)
        new = old if pick.random() < 0.1 else new
        yield Told("Renaming", (f"{old} was renamed {new} in {{time}}.",), {"entity": (place,)}, (str(since),), ({"old_name": old, "new_name": new},))


def _contacts(pick: random.Random, pair: tuple[Mention, Mention], people: list[str], year: int) -> Iterator[Told]:
    a, b = pair
    name, host = pick.sample(people, 2)
    person, other = _person(name), _person(host)
    post, town, good = pick.choice(POSTS), pick.choice(_towns(b.id)), pick.choice(GOODS)
    month, day = pick.randint(1, 12), pick.randint(1, 26)
    date, span = f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 2:02}"
    who, both = (name,), (name, host)
    yield Told(
        "Office",
        (f"{name} has been {post} of {a.name} since {{time}}.", f"{post} of {a.name} {name} spoke of {good}."),
        {"holder": (person,), "of": (a,)},
        (f"{year - 1}/..", date),
        ({"position": post}, {"position": f"{post} of {a.name}"}),
        since=year,
        people=who,
    )
    sort = pick.choice(("official", "working", "state"))
    yield Told(
        "Visit",
        (f"{name} will pay a {sort} visit to {b.name} in {{time}}.", f"A {sort} visit of {name} to {b.name} is planned, {{time}}."),
        {"visitor": (person,), "destination": (b,)},
        (date[:7], str(year)),
        ({"visit_type": sort},),
        Modality.PLANNED,
        year - 1,
        year,
        who,
    )
    if pick.random() < 0.7:
        yield Told(
            "Visit",
            (f"{name} paid a {sort} visit to {b.name} ({{time}}).", f"On {{time}} {name} visited {b.name} and saw the {good} works of {town.name}."),
            {"visitor": (person,), "destination": (b, town)[: pick.randint(1, 2)]},
            (date, span, date[:7]),
            ({"visit_type": sort}, {}),
            since=year,
            people=who,
        )
    yield Told(
        "Meeting",
        (f"{name} met {host} in {town.name} on {{time}} to discuss {good}.", f"{host} received {name} in {town.name}, {{time}}."),
        {"participant": (person, other), "place": (town,)},
        (date, date[:7]),
        ({"topic": good}, {}),
        since=year,
        people=both,
    )
    sort = pick.choice(("memorandum", "agreement", "protocol", "programme"))
    name_ = _coined(pick)
    title = f"{sort} on {good} trade and the {name_} crossing"
    short = f"{sort} on the {name_} crossing and on {good}"
    worth = str(pick.randint(10, 900) * 1_000_000)
    yield Told(
        "Agreement",
        (
            f"{a.name} and {b.name} signed the {title} in {town.name} on {{time}}.",
            f"The {short} between {b.name} and {a.name} was signed ({{time}}).",
        ),
        {"party": (a, b), "place": (town,)},
        (date, date[:7], str(year)),
        ({"title": title, "agreement_type": sort}, {"title": short}, {"title": title, "value": worth, "unit": "USD"}),
        since=year,
    )
    yield Told(
        "Agreement",
        (f"{a.name} and {b.name} intend to sign a {title} in {{time}}.",),
        {"party": (a, b)},
        (date[:7], str(year), None),
        ({"title": title, "agreement_type": sort},),
        Modality.PLANNED,
        year - 2,
        year,
    )
    show = f"{_coined(pick)} {pick.choice(SHOWS)}"
    organiser = _body(f"{pick.choice(BODIES)} of {b.name}")
    yield Told(
        "Event",
        (f"The {show} took place in {town.name} in {{time}}.", f"In {town.name} the {organiser.name} held the {show}, {{time}}."),
        {"event": (_thing(show),), "place": (town,), "organiser": (organiser,)},
        (date[:7], date),
        since=year,
    )
    yield Told(
        "Event",
        (f"The {show} is to be held in {town.name} in {{time}}.",),
        {"event": (_thing(show),), "place": (town,)},
        (date[:7], str(year)),
        modality=Modality.PLANNED,
        since=year - 1,
        until=year,
    )


def _works(pick: random.Random, pair: tuple[Mention, Mention], year: int) -> Iterator[Told]:
    a, b = pair
    coined, sort, town = _coined(pick), pick.choice(WORKS), pick.choice(_towns(b.id))
    work = f"{coined} {sort}"
    firm = _body(f"{_coined(pick)} {pick.choice(('Holding', 'Energy', 'Group', 'Corporation'))}")
    roles = {"project": (_thing(work),), "place": (town,), "participant": (firm,)}
    due = year + 2
    yield Told(
        "Project",
        (f"{firm.name} will build the {work} near {town.name} by {{time}}.", f"The {work} in {town.name} is to be completed in {{time}}."),
        roles,
        (str(due), str(due + 1), None),
        ({"project_type": sort, "stage": "planned"},),
        Modality.PLANNED,
        year,
        due,
    )
    stages = ("under construction", "operating") if pick.random() < 0.7 else ("under construction",)
    for step, stage in enumerate(stages):
        yield Told(
            "Project",
            (f"The {work} of {firm.name} near {town.name} was {{stage}} in {{time}}.", f"{{time}}: the {work} at {town.name} {{stage}}."),
            roles,
            (str(due + step), f"{due + step}-0{pick.randint(1, 9)}"),
            ({"project_type": sort, "stage": stage},),
            since=due + step,
        )
    content = f"build the {work} in {town.name}"
    yield Told(
        "Commitment",
        (f"{b.name} promised to {content} by {{time}}.", f"The government of {b.name} intends to {content}, {{time}}."),
        {"actor": (b,)},
        (str(due), f"{due}-12-31"),
        ({"content": content},),
        Modality.PLANNED,
        year,
        due,
    )
    house = f"{_coined(pick)} {pick.choice(HOUSES)}"
    yield Told(
        "Institution",
        (f"The {house} was opened in {town.name} in {{time}}.", f"{a.name} opened a {house} in {town.name}, {{time}}."),
        {"institution": (_thing(house),), "place": (town,), "founder": (a,)},
        (f"{year}", f"{year}-09", f"{year}/.."),
        since=year,
    )
    yield Told(
        "Commitment",
        (f"{a.name} has pledged to open the {house} in {town.name} by {{time}}.",),
        {"actor": (a,)},
        (str(year), f"{year}-12"),
        ({"content": f"open the {house} in {town.name}"},),
        Modality.PLANNED,
        year - 2,
        year,
    )
    power = pick.randint(20, 400)
    energy = power * pick.choice((2500, 3100, 3900)) * 1000
    for measure, value, unit in (("power capacity", power, "MW"), ("electricity generation", energy, "kWh/a")):
        if sort in ("wind farm", "solar plant"):
            yield Told(
                "Indicator",
                (f"The {work} has a {measure} of {{value}} {unit}.",),
                {"subject": (_thing(work),)},
                (str(due), None),
                _rounded(value, measure, unit),
                since=due,
            )


def _figures(pick: random.Random, pair: tuple[Mention, Mention], year: int) -> Iterator[Told]:
    a, b = pair
    for when in (year, year + 1) if pick.random() < 0.3 else (year,):
        base = random.Random(f"trade {min(a.id, b.id)} {max(a.id, b.id)} {when}")
        whole = base.randint(300, 40_000) * 1_000_000
        exports = {x.id: whole * base.randint(20, 70) // 100 for x in (a, b)}
        half = whole * base.randint(35, 60) // 100
        yield Told(
            "Indicator",
            (
                f"Trade between {a.name} and {b.name} was {{bound}} {{value}} US dollars in {{time}}.",
                "{time}: trade turnover of {value} US dollars.",
            ),
            {"subject": (a, b)},
            (str(when),),
            _rounded(whole, "trade turnover", "USD", pick),
            since=when,
        )
        yield Told(
            "Indicator",
            (f"In the first half, {{time}}, trade of {a.name} with {b.name} came to {{value}} US dollars.",),
            {"subject": (a, b)},
            (f"{when}-01/{when}-06",),
            _rounded(half, "trade turnover", "USD", pick),
            since=when,
        )
        for x, y in ((a, b), (b, a)):
            yield Told(
                "Indicator",
                (f"Exports from {x.name} to {y.name} reached {{value}} US dollars in {{time}}.",),
                {"subject": (x,), "partner": (y,)},
                (str(when),),
                _rounded(exports[x.id], "exports", "USD", pick),
                since=when,
            )
        yield Told(
            "Indicator",
            (f"Trade between {a.name} and {b.name} grew by {{value}} per cent in {{time}}.",),
            {"subject": (a, b)},
            (str(when),),
            ({"measure": "trade turnover", "value": str(base.randint(-20, 40)), "unit": "%", "statistic": "change"},),
            since=when,
        )
    measure, size = pick.choice(COUNTS)
    number = pick.randint(size // 4, size * 4)
    yield Told(
        "Indicator",
        (f"There are {{bound}} {{value}} {measure} from {a.name} in {b.name}.", f"{b.name} counted {{value}} {measure} from {a.name} in {{time}}."),
        {"subject": (b,), "partner": (a,), "counted": (_thing(measure),)},
        (None, str(year)),
        _rounded(number, measure, "1", pick),
        since=year,
    )
    rank = pick.randint(1, 12)
    yield Told(
        "Indicator",
        (f"{a.name} is trading partner no. {{value}} of {b.name}.",),
        {"subject": (a,), "partner": (b,)},
        (None, str(year)),
        ({"measure": "trading partner rank", "value": str(rank), "unit": "rank", "statistic": "rank"},),
        since=year,
    )


def _promised_figures(pick: random.Random, a: Mention, b: Mention, start: int) -> Iterator[Told]:
    goal, due = pick.randint(1, 60) * 1_000_000_000, start + pick.randint(4, 12)
    content = f"bring trade with {b.name} to {goal // 1_000_000_000} billion US dollars by {due}"
    yield Told(
        "Commitment",
        (f"{a.name} wants to {content} ({{time}}).", f"The aim of {a.name}, {{time}}: to {content}."),
        {"actor": (a,)},
        (str(due), f"{due}-12-31"),
        ({"content": content, "measure": "trade turnover", "value": str(goal), "unit": "USD"},),
        Modality.PLANNED,
        start,
        due,
    )
    yield Told(
        "Indicator",
        (f"Trade between {a.name} and {b.name} is expected to reach {{value}} US dollars in {{time}}.",),
        {"subject": (a, b)},
        (str(due),),
        ({"measure": "trade turnover", "value": str(goal), "unit": "USD"},),
        Modality.EXPECTED,
        start,
        due,
    )


def _rounded(value: int, measure: str, unit: str, pick: random.Random | None = None) -> tuple[dict[str, str], ...]:
    """The ways in which pages give one figure: as it is, rounded, with a bound, seldom another one."""
    digits = 10 ** max(0, len(str(value)) - 2)
    plain = {"measure": measure, "unit": unit}
    round_ = value // digits * digits
    ways = [{**plain, "value": str(value), "bound": ""}] * 5 + [{**plain, "value": str(round_), "bound": "over"}]
    ways += [{**plain, "value": str(round(value / digits) * digits), "bound": ""}] * 3
    if pick is not None and pick.random() < 4 * WRONG:
        ways.append({**plain, "value": str(round_ * 3 // 2), "bound": ""})
    return tuple(ways)


def review(ledger: Ledger, statements: int, seed: int, share: int = 4000) -> int:
    """Reject, correct or merge about one statement in so many; gives how many reviews were kept."""
    from dostyk.review import Record, Signature, accept, correct, reject

    pick = random.Random(f"reviews {seed}")
    deeds: tuple[Callable[..., object], ...] = (reject, accept, correct)
    wanted = max(2, statements // share)
    sql = "SELECT id FROM statements WHERE version = ? AND kind <> 'Indicator' LIMIT 1"
    most = int(next(iter(ledger.rows("SELECT max(number) FROM versions")))[0] or 0)
    kept = 0
    for number in sorted(pick.sample(range(1, most + 1), min(wanted, most))):
        row = next(iter(list(ledger.rows(sql, (number,)))), None)
        seen = next(iter(Record(ledger).find(str(row[0]))), None) if row else None
        if seen is not None and seen.stands:
            deed, by = pick.choice(deeds), Signature("Ana", f"2026-02-01T00:00:00.{kept:09}+00:00")
            deed(ledger, seen, {"time": str(pick.randint(2001, 2020))}, by) if deed is correct else deed(ledger, seen, by)
            kept += 1
    return kept


@cache
def _pairs() -> list[tuple[str, str]]:
    pairs = list(combinations(CODES, 2))
    random.Random(1).shuffle(pairs)
    return pairs


@cache
def _country(code: str) -> Mention:
    name = country_name(code) or code
    return Mention(name, name, code, MentionType.COUNTRY)


@cache
def _towns(code: str) -> tuple[Mention, ...]:
    """The largest towns of a country that the reference data finds by their names alone."""
    rows = [line.split("\t") for line in read("entities.tsv").splitlines()]
    own = sorted(((int(r[4] or 0), r[1]) for r in rows if r[2] == "t" and r[3] == code and r[1].isascii()), reverse=True)
    found: list[Mention] = []
    for _, name in own[:25]:
        known = lookup(name)
        if known and known[0].country == code and known[0].type is MentionType.CITY:
            found.append(Mention(name, known[0].name, known[0].id, MentionType.CITY))
    return tuple(found[:8])


def _publishers(code: str, other: str) -> tuple[str, ...]:
    own, theirs = country_name(code), country_name(other)
    papers = tuple(f"{_coined(random.Random(f'{code} {n}'))} Gazette" for n in range(4))
    return (f"{own} News Agency", f"Embassy of {own} in {theirs}", f"Ministry of Foreign Affairs of {own}", *papers)


@cache
def _known_people() -> tuple[list[str], list[str]]:
    known = [line.split("\t") for line in read("people.tsv").splitlines()]
    given, families = ([name for name, flags in known if flag in flags and name.isascii() and len(name) > 3] for flag in "gs")
    return given, families


def _name(pick: random.Random) -> str:
    given, families = _known_people()
    return f"{pick.choice(given)} {pick.choice(families)}"


def _shortened(pick: random.Random, name: str) -> str:
    luck = pick.random()
    given, _, family = name.partition(" ")
    return f"{given[0]}. {family}" if luck < 0.08 else family if luck < 0.1 else name


@cache
def _person(name: str) -> Mention:
    return Mention(name, name, f"x:{_digest('person ' + name)}", MentionType.PERSON)


@cache
def _body(name: str) -> Mention:
    return Mention(name, name, f"x:{_digest('organisation ' + name)}", MentionType.ORGANISATION)


def _thing(name: str) -> Mention:
    return Mention(name, name, f"x:{_digest('other ' + name)}", MentionType.OTHER)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _coined(pick: random.Random) -> str:
    return "".join(pick.choice(SYLLABLES) for _ in range(3)).capitalize()


def _slipped(pick: random.Random, time_: str | None) -> str | None:
    """A year too early or too late."""
    if time_ is None or "/" in time_ or not time_[:4].isdigit():
        return time_
    return f"{int(time_[:4]) + pick.choice((-1, 1)):04}{time_[4:]}"


def _spoken(time_: str | None) -> str:
    return "at a time not given" if time_ is None else time_.replace("/..", "").replace("/", " to ")


if __name__ == "__main__":
    main()
