"""Paths → documents → statements → ledger → facts, findings and briefs: the one place that knows the order."""

from __future__ import annotations

import functools
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from dostyk import __version__, engines
from dostyk.documents import Reading, Remark, load, name_of, read_closely, read_part
from dostyk.documents.finding import STANDARD_INPUT, Source
from dostyk.documents.unfolding import Unfolding, unfolded
from dostyk.errors import ItemError, StopError, UnreadableDocument
from dostyk.languages import ANALYSED
from dostyk.ledger import Derived, Entry, Ledger, Removal
from dostyk.model.fact import Fact, Finding
from dostyk.model.judgement import Judgement
from dostyk.model.mention import MentionType
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement
from dostyk.settings import DEBUG_VARIABLE, Settings

if TYPE_CHECKING:
    from apsw import Connection

    from dostyk.changes import State
    from dostyk.entities.proposing import Proposal
    from dostyk.model.change import Changes, Difference
    from dostyk.results import Results, Wanted
    from dostyk.review import Item
    from dostyk.statements import Explained

MISTAKE = "a mistake of the program itself"
EXTRACTOR = f"dostyk {__version__}"
"""Which program read a document; another version reads it again."""


def _search_index(connection: Connection) -> None:
    """Make the search index of all that is kept."""
    from dostyk import search

    search.keep(connection)


def _reprints(connection: Connection) -> None:
    """Make the index by which reprints are recognised."""
    from dostyk.facts import reprints

    reprints.keep(connection)


def _results(connection: Connection) -> None:
    """Work facts, findings and promises out of all that is kept, and store them."""
    from dostyk import results

    results.keep(connection)


def _hold(connection: Connection) -> bool:
    from dostyk import results

    return results.holds(connection)


DERIVED = (Derived("search", _search_index), Derived("reprints", _reprints), Derived("results", _results, holds=_hold, when_asked=True))
"""What is stored in ledgers though it can be made again: the indexes of search and of reprints; facts, findings and promises of the ledger as
it was when they were last asked for. Briefs, and whatever is asked of another time, are worked out."""
PAIR_SHARE = 0.2
MOST_PAIRS = 5


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of one source: its reading and its statements, or the sentence that says why there are none.

    `note` is a sentence the user should know although nothing failed; `known`: the ledger holds it already. `silent` counts the
    sentences that look like statements and gave none; `account` says sentence by sentence how it was read, where that was asked for.
    `left_out`: nobody asked for it, so that its not being read is no failure; `file` is the file of a document inside one.
    """

    source: str
    reading: Reading | None = None
    statements: tuple[Statement, ...] = ()
    failure: str | None = None
    note: str | None = None
    known: bool = False
    silent: int = 0
    account: tuple[Explained, ...] = ()
    left_out: bool = False
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source in the ledger: "new", "same", "unchanged", "new version", "read again", "removed", "left out" or "failed", and why.

    "same": the same text is held from another source already (`same_as`), so that the record says nothing more than before.
    "removed": it was removed from this ledger once, and is left out. "left out": it stands in a file beside documents, and is none.
    `read` says how much of it was read: "wholly", "partly" (what is missing stands in `missing`), "refused" or "not" (left out, or known
    already); `remarks` are further sentences on its reading, `routine` those that could be said of most documents.
    `near_copy_of` is a source that says the same in nearly the same words.
    already); `remarks` are further sentences on its reading, `routine` those that could be said of most documents.
    `near_copy_of` is a source that says the same in nearly the same words.
    `difference` says how its statements, with all reviews, stand beside those of the version before, where there is one.
    """

    source: str
    state: str
    sentence: str | None = None
    statements: int = 0
    same_as: str | None = None
    difference: Difference | None = None
    near_copy_of: str | None = None
    read: str = "not"
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    routine: tuple[str, ...] = ()


def extract_sources(sources: Iterable[Source], settings: Settings, stream: BinaryIO | None = None) -> Iterator[Extraction]:
    """Read sources and extract their statements, in order; `stream` is what `-` reads. A failure stops no other source."""
    opened = _opened(sources, settings)
    return _extracted(opened, settings, stream if any(source.name == STANDARD_INPUT for source in opened.sources) else None)


def _extracted(sources: Iterable[Source], settings: Settings, stream: BinaryIO | None) -> Iterator[Extraction]:
    """Extract from sources that are opened; what standard input holds is read in this process, everything with it."""
    stage = functools.partial(extract_source, settings=settings)
    if stream is None:
        return engines.run(stage, sources, settings.workers)
    return engines.run(functools.partial(stage, stream=stream), sources)


def _opened(sources: Iterable[Source], settings: Settings) -> Unfolding:
    """Open the files that hold several documents, unless that is seen to already."""
    return sources if isinstance(sources, Unfolding) else unfolded(sources, settings)


def extract_source(source: Source, settings: Settings, stream: BinaryIO | None = None, *, explained: bool = False) -> Extraction:
    """Read one source and extract its statements, or the account of how they were read; what goes wrong becomes the sentence of its failure."""
    if source.failure is not None or source.known:
        return Extraction(source.name, failure=source.failure, known=source.known, left_out=source.left_out)
    try:
        reading = _read(source, settings, stream)
        language = reading.document.language
        if language not in ANALYSED:
            note = f"{source.name}: read, but statements are not yet read from its language ({language or 'unknown'})"
            return Extraction(source.name, reading, note=note, file=source.file)
        from dostyk.statements import explain, tell

        if explained:
            return Extraction(source.name, reading, account=tuple(explain(reading.document, settings.reader, settings.least)))
        told = tell(reading.document, settings.reader, settings.least)
        return Extraction(source.name, reading, tuple(told.statements), silent=len(told.silent), file=source.file)
    except ItemError as error:
        return Extraction(source.name, failure=str(error))
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        return Extraction(source.name, failure=f"{source.name}: {MISTAKE} ({type(error).__name__}: {error}); please report it")


def _read(source: Source, settings: Settings, stream: BinaryIO | None) -> Reading:
    if source.part is not None:
        return read_part(source.part, source.name, settings)
    return read_closely(stream if stream is not None and source.name == STANDARD_INPUT else source.name, settings)


def explain_sources(sources: Iterable[Source], settings: Settings, stream: BinaryIO | None = None) -> Iterator[Extraction]:
    """Read sources in order, each with the account of how it was read in place of its statements."""
    for source in _opened(sources, settings):
        yield extract_source(source, settings, stream, explained=True)


def _extractor(settings: Settings) -> str:
    """Who reads, as the ledger notes it: another version or another reader reads a document anew."""
    least = f" {settings.least:g}" if settings.least is not None else ""
    return f"{EXTRACTOR} {settings.reader}{least}"


def failures(sources: Iterable[Source], settings: Settings, stream: BinaryIO | None = None) -> list[Outcome] | None:
    """Say why no source at all can be read; None as soon as one can. For whoever makes nothing of nothing."""
    found: list[Outcome] = []
    for source in _opened(sources, settings):
        if source.failure is None and source.name == STANDARD_INPUT and stream is not None:
            return None
        try:
            if source.failure is None:
                _read(source, settings, None)
                return None
            found.append(_unread(source.name, source.failure, source.left_out))
        except ItemError as error:
            found.append(_unread(source.name, str(error)))
        except Exception:
            return None
    return found


def ingest(
    sources: Iterable[Source], ledger: Ledger, settings: Settings, clock: Callable[[], str], stream: BinaryIO | None = None
) -> Iterator[Outcome]:
    """Read sources into the ledger, one transaction a document; what it holds already is not read again.

    `clock` gives the time of learning, ISO 8601; `stream` is what `-` reads. Raises LedgerError where the ledger can no longer be written.
    """
    from dostyk import search
    from dostyk.facts import reprints

    search.catch_up(ledger)
    reprints.catch_up(ledger)
    opened = (_known(source, ledger, settings) for source in _opened(sources, settings))
    for found in _extracted(opened, settings, stream):
        if found.known:
            yield Outcome(found.source, "unchanged")
        elif found.reading is None:
            yield _unread(found.source, found.failure or "not read", found.left_out)
        else:
            yield _recorded(found, found.reading, ledger, settings, clock)


def _unread(source: str, sentence: str, left_out: bool = False) -> Outcome:
    return Outcome(source, "left out" if left_out else "failed", sentence, read="not" if left_out else "refused")


def _recorded(found: Extraction, reading: Reading, ledger: Ledger, settings: Settings, clock: Callable[[], str]) -> Outcome:
    """Keep what was read, and say what it was: new, the same as another, nearly a copy of it."""
    from dostyk import search
    from dostyk.facts import reprints

    near: list[str] = []

    def also(connection: Connection) -> None:
        search.keep(connection)
        near.extend(reprints.reprinted(connection, reading.document))
        reprints.keep(connection)

    entry = Entry(
        document=reading.document,
        data=reading.data,
        extractor=_extractor(settings),
        statements=found.statements,
        given=asdict(settings.given),
        reasons=reading.reasons,
        place=_place(found.source, settings, found.file),
        silent=found.silent,
        layout=reading.layout,
        remarks=[remark.words for remark in reading.remarks],
    )
    state = ledger.record(entry, clock(), also=also)
    if state == "removed":
        return Outcome(found.source, state, _removed(found.source, ledger.removal_of(reading.document.id, reading.document.content_hash)))
    differs = _differs(ledger, reading.document.id) if state in ("new version", "read again") else None
    outcome = Outcome(found.source, state, found.note, len(found.statements), difference=differs, **_told(reading.remarks))
    if state == "same":
        return replace(outcome, same_as=ledger.sources_of(reading.document.id)[0])
    copied = next((source for document in near for source in ledger.sources_of(document) if source != found.source), None)
    return replace(outcome, near_copy_of=copied)


def _told(remarks: Sequence[Remark]) -> dict[str, Any]:
    """Say how much of a document was read."""
    missing = tuple(remark.words for remark in remarks if remark.lost)
    told = tuple(remark.words for remark in remarks if not remark.lost and not remark.routine)
    routine = tuple(remark.words for remark in remarks if not remark.lost and remark.routine)
    return {"read": "partly" if missing else "wholly", "missing": missing, "remarks": told, "routine": routine}


def _differs(ledger: Ledger, document: str) -> Difference | None:
    """Set what stands in the newest version that has a text (by its id) beside what stood in the version of its document before."""
    from dostyk.changes import difference
    from dostyk.review import stands

    newest, before = ledger.newest(document)
    return difference(stands(ledger, before), stands(ledger, newest)) if before is not None else None


def _removed(source: str, removal: Removal | None) -> str:
    """Say that a source is left out because it was removed once."""
    how = f" on {removal.removed_at[:10]} by {removal.who} ({removal.why})" if removal else ""
    return f"{source}: left out, because it was removed from this ledger{how}"


def _place(name: str, settings: Settings, file: str | None = None) -> str:
    """Say where a document truly is, whatever folder its name was typed in: as the user says, else by the absolute path of its file.

    `file` is the file of a document inside one.
    """
    if file is not None:
        return name_of(os.path.realpath(file)) + name[len(file) :]
    if settings.given.source or name == STANDARD_INPUT:
        return settings.given.source or settings.given.url or name
    return name_of(os.path.realpath(name))


def _known(source: Source, ledger: Ledger, settings: Settings) -> Source:
    """Mark a source whose very bytes the ledger holds, read by this program."""
    if source.failure is not None or source.name == STANDARD_INPUT:
        return source
    try:
        content = sha256(source.part.data if source.part is not None else load(source.name, settings.size_limit)).hexdigest()
    except UnreadableDocument:
        return source
    return replace(
        source, known=ledger.is_unchanged(_place(source.name, settings, source.file), content, asdict(settings.given), _extractor(settings))
    )


class Standing(NamedTuple):
    """What answers are made of: statements, the pairs of ids of those that people merged, what people held of entities."""

    statements: list[Statement]
    same: list[tuple[str, str]]
    judgements: list[Judgement]


def standing(ledger: Ledger, known_at: str | None = None, as_of: str | None = None) -> Standing:
    """Give what stands by both clocks.

    `known_at` (ISO 8601; None: now): nothing counts that the ledger learned later, be it a document, a version, a review or a judgement.
    `as_of` (EDTF; None: as pages stand now) chooses what was true by then: pages as they stood on that day with all they say, and what later
    ones tell of what had happened, or begun, by then; what is promised, planned or expected counts from the day it was announced. See
    docs/clocks.md.
    """
    from dostyk.promises import as_it_stood
    from dostyk.review import Record

    record = Record(ledger, known_at, as_of)
    return Standing(list(as_it_stood(record.statements(), as_of)), list(record.same()), list(record.judgements()))


def reconcile_ledger(ledger: Ledger, known_at: str | None = None, as_of: str | None = None) -> tuple[list[Fact], list[Finding]]:
    """Make facts and findings of what stands by both clocks (see `standing`); what is stale is judged from `as_of`, or the newest page.

    Those of now are stored beside the ledger.
    """
    if known_at is None and as_of is None:
        now = results_of(ledger)
        return list(now.facts()), list(now.findings())
    from dostyk.facts import reconcile
    from dostyk.promises import remarks

    statements, same, judgements = standing(ledger, known_at, as_of)
    facts, findings = reconcile(statements, as_of, same=same, further=(remarks,), judgements=judgements)
    return list(facts), list(findings)


def facts_of(ledger: Ledger, wanted: Wanted, known_at: str | None = None, as_of: str | None = None) -> Iterator[Fact]:
    """Give the facts that are wanted, by both clocks as `reconcile_ledger`; of those of now, no others are read."""
    if known_at is None and as_of is None:
        yield from results_of(ledger).facts(wanted)
    else:
        yield from wanted.among(reconcile_ledger(ledger, known_at, as_of)[0])


def promises_of(ledger: Ledger, as_of: str | None = None, known_at: str | None = None) -> tuple[Promise, ...]:
    """Make the register of promises as of an EDTF date (default: the newest document's), of what was learned by `known_at` (ISO 8601)."""
    from dostyk.facts import record_of
    from dostyk.promises import register

    if known_at is None and as_of is None:
        return tuple(results_of(ledger).promises())
    statements, same, judgements = standing(ledger, known_at, as_of)
    return register(record_of(statements, as_of, same, judgements))


def results_of(ledger: Ledger) -> Results:
    """Give facts, findings and promises as they are now, to be asked for one by one; worked out and stored first where that must be."""
    from dostyk.results import Asked, catch_up

    return catch_up(ledger) or Asked(ledger)


def state_of(ledger: Ledger, known_at: str | None = None, as_of: str | None = None) -> State:
    """Give the record by both clocks, to be compared with another state of it."""
    from dostyk.changes import State

    facts, findings = reconcile_ledger(ledger, known_at, as_of)
    return State(facts, findings, promises_of(ledger, as_of, known_at))


def changes_between(ledger: Ledger, since: str, until: str | None = None, as_of: str | None = None) -> Changes:
    """Give what the ledger learned after one time and until another (ISO 8601; None: now), and what became of the record as of a day by it.

    A document that was removed is out of the past as well: of it only the tombstone tells.
    """
    from dostyk.changes import compare, learned
    from dostyk.model.change import Changes

    window = learned(ledger, since, until)
    found = compare(state_of(ledger, since, as_of), state_of(ledger, until, as_of), window.successors, window.reasons)
    return Changes(since, until, window.events, found.facts, found.new, found.settled, found.promises)


def review_queue(ledger: Ledger, due_by: str, known_at: str | None = None, as_of: str | None = None) -> list[Item]:
    """Give what people should review of what stands by both clocks (see `standing`), what matters most first.

    `due_by` is the day (YYYY-MM-DD) by which promises are due soon.
    """
    from dostyk.promises import as_it_stood
    from dostyk.review import Record, queue

    record = Record(ledger, known_at, as_of)
    asked = (one for one in record.reviewed() if any(as_it_stood([one.statement], as_of)))
    return queue(asked, record.stale(), reconcile_ledger(ledger, known_at, as_of), due_by)


def entity_pairs(ledger: Ledger, known_at: str | None = None, as_of: str | None = None) -> list[Proposal]:
    """Give the pairs of entities that may be one and that nobody has judged, what matters most first.

    Of what was learned by `known_at` (ISO 8601; None: all) and had been said or happened by `as_of` (EDTF).
    """
    from dostyk.entities.judging import see
    from dostyk.entities.proposing import propose

    now = standing(ledger, known_at, as_of)
    found = propose(now.statements, now.judgements)
    if not ledger.judgements(known_at):
        return found
    seen = ((one, see(ledger, one.ends, known_at)) for one in found)
    return [replace(one, pair=pair.pair, revision=pair.revision) for one, pair in seen]


def write_brief(
    record: tuple[Sequence[Fact], Sequence[Finding]],
    parties: tuple[str, str],
    as_of: str | None,
    path: Path,
    known_at: str | None = None,
) -> None:
    """Compose a brief on two countries (ISO 3166-1 codes) and write it in the format of the path's suffix; raises StopError.

    `record` are the facts and findings made for these times: `as_of` (EDTF), and `known_at` (ISO 8601).
    """
    from dostyk.briefs import compose

    if path.suffix.lower() not in (".html", ".htm"):
        raise StopError(f"{path}: {path.suffix or 'a name without suffix'} is not a format I write briefs in; name a file that ends in .html")
    from dostyk.exports.brief_html import write

    page = write(compose(record[0], record[1], parties, as_of, known_at))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8", newline="\n")


def main_pairs(statements: Iterable[Statement]) -> list[tuple[str, str]]:
    """List the pairs of countries the statements speak of most: the first, and others with at least PAIR_SHARE of its count.

    A pair counts for each statement that names both, and for each statement of a document whose two commonest countries it is.
    """
    counts: Counter[tuple[str, str]] = Counter()
    documents: dict[str, Counter[str]] = {}
    for statement in statements:
        codes = sorted({m.id for found in statement.roles.values() for m in found if m.type is MentionType.COUNTRY})
        counts.update((one, other) for one, other in combinations(codes, 2))
        documents.setdefault(statement.document.id, Counter()).update(codes)
    for found in documents.values():
        top = sorted(code for code, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:2])
        if len(top) == 2:
            counts[top[0], top[1]] += sum(found.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [pair for pair, count in ranked[:MOST_PAIRS] if count >= PAIR_SHARE * ranked[0][1]]
