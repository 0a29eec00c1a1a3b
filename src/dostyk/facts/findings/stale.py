"""Facts that speak of their page's own date, and the newest date → findings on what was last confirmed long ago, ran out, or has no date.

Each finding looks at one fact and at who followed whom in a post, but for pages without a date, of which all facts are taken together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.superseded import claims_to_be_current, superseding_figures, superseding_offices
from dostyk.facts.measures import measure
from dostyk.facts.naming import CLOSED, name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import show_count, show_figure, show_list, show_time
from dostyk.facts.sources import source_name, voice_name, voice_of
from dostyk.facts.surroundings import sentence_around, spoken
from dostyk.facts.tables import table
from dostyk.facts.timing import Day, is_open, last_day, years_between
from dostyk.facts.wording import take_apart
from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.statement import Modality, Statement
from dostyk.values import dates

_SHOWN = 3  # facts named in a finding on a page


def stale(record: Record) -> Iterator[Finding]:
    """Offices soon, counts later, missions and rules late: last confirmed when, and by whom; undated ones said to be so."""
    replaced = {older.id for pairs in (superseding_figures(record), superseding_offices(record)) for older, _ in pairs}
    limits = table("findings/stale.toml")["years"]
    for fact in record.facts:
        limit = limits.get(fact.kind)
        if limit is None or fact.id in replaced or not _speaks_of_now(record, fact):
            continue
        confirmed = _last_confirmed(fact)
        day = last_day(confirmed.document.published) if confirmed else None
        if confirmed is None or day is None:
            continue
        if _flow_without_period(fact):
            if not any(map(_has_a_date, fact.statements)):
                yield _undated(fact)
        elif record.now and years_between(day, record.now) > limit:
            yield _stale(fact, confirmed)


def ran_out(record: Record) -> Iterator[Finding]:
    """Instruments concluded for a term that is over, none of the same wording being told of later."""
    terms: dict[str, list[tuple[Day, Fact]]] = defaultdict(list)
    for fact in record.of_kind("Agreement"):
        ends = last_day(fact.attributes.get("valid"))
        if ends and fact.modality in (Modality.ACTUAL, Modality.ONGOING):
            terms[_kind_of_instrument(fact)].append((ends, fact))
    for found in terms.values():
        ends, fact = max(found, key=lambda term: (term[0], term[1].id))
        if record.now and ends < record.now:
            until = show_time(fact.attributes["valid"].rpartition("/")[2])
            summary = f"Ran out: {name_fact(fact)} was for {show_time(fact.attributes['valid'])}"
            reason = f"Its term ended {until}; nothing in the record says that it was renewed, or what came after it."
            yield remark(FindingType.STALE, Severity.NOTE, (summary, reason), fact.statements, [fact])


def _kind_of_instrument(fact: Fact) -> str:
    """What a programme and the one that follows it share: parties and wording, years apart."""
    taken = take_apart(fact.attributes.get("title", ""))
    parties = ",".join(sorted(m.id for m in fact.roles.get("party", ())))
    return f"{parties}|{' '.join(sorted(taken.telling | taken.generic))}"


def undated_pages(record: Record) -> Iterator[Finding]:
    """Sources whose pages have no date and yet speak of their own day: of nothing they say can it be told whether it still holds."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in record.facts:
        dated = any(s.document.published for s in fact.statements)
        if (
            not dated
            and fact.kind in table("findings/stale.toml")["years"]
            and _speaks_of_now(record, fact)
            and any(map(_in_present, fact.statements))
        ):
            found[voice_of(fact.statements[0].document)].append(fact)
    for facts in found.values():
        told = show_list(_told(f) for f in facts[:_SHOWN]) + (f" and {len(facts) - _SHOWN} more" if len(facts) > _SHOWN else "")
        summary = f"Undated: {voice_name(facts[0].statements[0].document)} has no date, and speaks of its own day {show_times(len(facts))}"
        reason = f"It cannot be told since when, or whether still: {told}."
        yield remark(FindingType.UNDATED, Severity.CAUTION, (summary, reason), [s for f in facts for s in f.statements], facts)


def _in_present(statement: Statement) -> bool:
    """Whether a statement without a time is told as of now: its sentence has no verb of the past, or a word of the present beside it."""
    if statement.time is not None and not is_open(statement.time):
        return False
    told = spoken(sentence_around(statement)).split()
    tenses = table("findings/stale.toml")["tense"]
    if any(word in tenses["past"] or word.endswith("ed") for word in told):
        return any(word in tenses["now"] for word in told)
    return any(word in tenses["present"] or word in tenses["now"] for word in told) or not any(w.isdigit() for w in told)


def show_times(number: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(number, f"{show_count(number)} times")


def _speaks_of_now(record: Record, fact: Fact) -> bool:
    """Whether a fact is told as holding, and of somebody: a post, a rule, a figure between two states, an instrument in force."""
    if fact.modality not in (Modality.ACTUAL, Modality.ONGOING) or not claims_to_be_current(fact):
        return False
    if fact.attributes.get("action") == CLOSED:
        return False
    if fact.kind == "Agreement":
        return fact.attributes.get("action") == "in force"
    if fact.kind != "Indicator":
        return True
    name = measure(fact.attributes.get("measure", ""), fact.attributes.get("unit", "1"))
    between = record.homes.of_all({role: fact.roles.get(role, ()) for role in ("subject", "partner")})
    return len(between) > 1 and fact.attributes.get("unit") != "rank" and name.name not in table("findings/stale.toml")["lasting"]["measures"]


def _last_confirmed(fact: Fact) -> Statement | None:
    dated = [s for s in fact.statements if last_day(s.document.published)]
    return max(dated, key=lambda s: (last_day(s.document.published), s.id), default=None)


def _stale(fact: Fact, confirmed: Statement) -> Finding:
    where = f"{source_name(confirmed.document)}, {show_time(confirmed.document.published)}"
    if fact.time is None:
        reason = f"It has no date at all; its page is {where}; nothing later in the record confirms it."
        return remark(
            FindingType.STALE, Severity.CAUTION, (f"Undated, on a page of {_year(confirmed)}: {_told(fact)}", reason), fact.statements, [fact]
        )
    reason = f"It was last confirmed by {where}; nothing later in the record confirms or ends it."
    summary = f"Last confirmed {show_time(confirmed.document.published)}: {_told(fact)}, {show_time(fact.time)}"
    return remark(FindingType.STALE, Severity.CAUTION, (summary, reason), fact.statements, [fact])


def _undated(fact: Fact) -> Finding:
    published = fact.statements[-1].document.published
    page = f"its page is of {show_time(published)}" if published else "neither is its page"
    reason = f"It is not dated, and {page}, so it cannot be told for when it holds."
    return remark(FindingType.UNDATED, Severity.NOTE, (f"Undated: {_told(fact)}", reason), fact.statements, [fact])


def _has_a_date(statement: Statement) -> bool:
    """Whether a sentence names a day, a month or a year, so that its figure is dated, though not read so."""
    language = statement.document.language or "en"
    return any(span.edtf for span in dates.read_dates(sentence_around(statement), statement.document.published, language))


def _flow_without_period(fact: Fact) -> bool:
    attributes = fact.attributes
    plain_level = attributes.get("statistic", "level") == "level"
    return (
        fact.kind == "Indicator"
        and fact.time is None
        and plain_level
        and measure(attributes.get("measure", ""), attributes.get("unit", "1")).sort == "flow"
    )


def _told(fact: Fact) -> str:
    if fact.kind != "Indicator":
        return name_fact(fact)
    a = fact.attributes
    return f"{name_fact(fact)}, {show_figure(a.get('value', ''), a.get('unit', '1'), a.get('bound', 'exact'))}"


def _year(statement: Statement) -> str:
    return (statement.document.published or "")[:4]
