"""`dostyk review`: look at what was read, and accept, correct, reject, merge or split it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from dostyk.cli.choosing import kind_option
from dostyk.cli.clock import now
from dostyk.cli.given import edtf_option, known_at_option, ledger_option
from dostyk.cli.pair_commands import different, kept_judgement, pair_of, pairs, same
from dostyk.cli.session import Session
from dostyk.cli.signing import refused, review_options, signature_of
from dostyk.errors import ReviewError, StopError

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.model.review import Review
    from dostyk.review import Record, Reviewed, Signature

SHOWN = 20
PLUS = "+"
"""What stands between the parts that a statement is split into."""


@click.group(
    "review",
    invoke_without_command=True,
    short_help="Accept, correct, merge or split statements; judge who is who.",
    epilog="Example:\n\n  dostyk review correct s3f2a --set time=2015-08 --note 'see the Russian text'",
)
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, metavar="N", help="List so many at most.")
@click.option("--kind", metavar="KIND", callback=kind_option, help="Only this kind: Visit, Agreement, Indicator …")
@click.option(
    "--as-of", metavar="DATE", callback=edtf_option, help="What stood then, with promises due by then: 2019-10-07, 2019-10 or 2019 [default: today]."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@known_at_option
@ledger_option
@click.pass_context
def command(ctx: click.Context, limit: int, kind: str | None, as_of: str | None, as_json: bool, known_at: str | None) -> int | None:
    """List what nobody has reviewed yet, what matters most first.

    Points add up: 100 for a review that has lost its passage, 40, 20 or 5 for the gravest finding that touches the statement, 30 for a
    disputed fact, 25 for a promise due within 90 days or before, up to 50 for low confidence. A pair of entities that may be one has up
    to 50 for how likely that is, and up to 20 for the statements that speak of them.
    """
    if ctx.invoked_subcommand is not None:
        return None
    from dostyk.cli import judging
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.reviewing import item_json
    from dostyk.ledger import Ledger
    from dostyk.pipeline import entity_pairs, review_queue
    from dostyk.review.telling import says

    session: Session = ctx.obj
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        items = [item for item in review_queue(ledger, _day(as_of), known_at, as_of) if kind in (None, item.says.kind)]
        proposed = entity_pairs(ledger, known_at, as_of) if kind is None else []
    entries = [
        *((i.points, item_json(i), (i.id, [(r.points, r.words) for r in i.reasons], says(i.says))) for i in items),
        *((p.points, judging.proposal_json(p), (p.pair, judging.reasons(p), f"one or two: {judging.names(p)}")) for p in proposed),
    ]
    found = sorted(entries, key=lambda entry: -entry[0])
    if as_json:
        for _, data, _ in found[:limit]:
            click.echo(json_line(data))
        return 0
    rows = [(id, str(points), "; ".join(f"{count} {words}" for count, words in why), what) for points, _, (id, why, what) in found[:limit]]
    print_table(("id", "points", "why", "says"), rows)
    pairs = f", {len(proposed)} of them pairs of entities (`dostyk review pairs`)" if proposed else ""
    session.note(f"{min(limit, len(found))} of {len(found)} to review{pairs}; `dostyk review show ID` shows one")
    return 0


def _day(as_of: str | None) -> str:
    """Give the last day of what was asked for, today where nothing was."""
    from dostyk.values.edtf import bounds

    day = bounds(as_of)[1] if as_of is not None else None
    return now()[:10] if day is None else day.isoformat()


@command.command("show", short_help="Show a statement with all its reviews.", epilog="Example:\n\n  dostyk review show s3f2a")
@click.argument("id_", metavar="ID")
@known_at_option
@ledger_option
@click.pass_obj
def show(session: Session, id_: str, known_at: str | None) -> int:
    """Show a statement as it stands, its quote, its revision, and who changed what; or a pair of entities with what was judged of it."""
    from dostyk.cli.judging import show_pair, show_proposal
    from dostyk.cli.pair_commands import is_pair
    from dostyk.cli.reviewing import show_reviewed, show_steps
    from dostyk.ledger import Ledger
    from dostyk.review import Record

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        if is_pair(id_):
            judged, proposal = pair_of(ledger, id_, known_at)
            for line in [*(show_pair(judged) if judged is not None else ()), *(show_proposal(proposal) if proposal is not None else ())]:
                click.echo(line)
            return 0
        record = Record(ledger, known_at)
        found = record.find(id_)
        stale = [] if found else record.find_threads(id_)
        if not found and not stale:
            raise _unknown(id_)
        for number, one in enumerate(found):
            for line in [*([""] if number else []), *show_reviewed(one, record), *([] if one.revision else ["  reviews:     none (revision 0)"])]:
                click.echo(line)
        for thread in stale:
            click.echo(f"statement {thread.id}\n  reviewed, but no current document has its passage: »{thread.anchor.read.evidence.quote}«")
            for line in show_steps(thread):
                click.echo(line)
    return 0


@command.command("accept", short_help="Keep that a statement is right.", epilog="Example:\n\n  dostyk review accept s3f2a --by 'Aigul S.'")
@click.argument("id_", metavar="ID")
@review_options
@click.pass_obj
def accept(session: Session, /, id_: str, **options: Any) -> int:
    """Keep that a document says just this; one that was rejected stands again."""
    from dostyk.review import accept

    with _one(session, id_, options) as (ledger, seen, signature):
        return _said(session, seen, accept(ledger, seen, signature), options)
    return 1


@command.command(
    "reject", short_help="Keep that a document does not say this.", epilog="Example:\n\n  dostyk review reject s3f2a --note 'another Georgia'"
)
@click.argument("id_", metavar="ID")
@review_options
@click.pass_obj
def reject(session: Session, /, id_: str, **options: Any) -> int:
    """Keep that a document does not say this; the statement stands no more, and stays in the log."""
    from dostyk.review import reject

    with _one(session, id_, options) as (ledger, seen, signature):
        return _said(session, seen, reject(ledger, seen, signature), options)
    return 1


@command.command(
    "correct",
    short_help="Change slots of a statement.",
    epilog="Example:\n\n  dostyk review correct s3f2a --set 'visitor=Anna Roux; person:Ben Ito' --set time=2015-08",
)
@click.argument("id_", metavar="ID")
@click.option(
    "--set", "words", metavar="SLOT=VALUE", multiple=True, required=True, help="A role, an attribute, kind, time, modality, attribution, quote."
)
@review_options
@click.pass_obj
def correct(session: Session, /, id_: str, words: tuple[str, ...], **options: Any) -> int:
    """Change what a statement says; SLOT= empties a slot, several names in a role stand with ; between them."""
    from dostyk.review import correct
    from dostyk.review.slots import read_changes

    with _one(session, id_, options) as (ledger, seen, signature):
        return _said(session, seen, correct(ledger, seen, read_changes(words), signature), options)
    return 1


@command.command("merge", short_help="Keep that two statements say the same.", epilog="Example:\n\n  dostyk review merge s3f2a s81b0")
@click.argument("id_", metavar="ID")
@click.argument("other", metavar="ID")
@review_options
@click.pass_obj
def merge(session: Session, /, id_: str, other: str, **options: Any) -> int:
    """Keep that two statements say the same: both keep their quotes, and they make one fact. --revision is that of the first."""
    from dostyk.review import Record, merge

    with _one(session, id_, options) as (ledger, seen, signature):
        return _said(session, seen, merge(ledger, seen, _chosen(Record(ledger), other), signature), options)
    return 1


@command.command(
    "split",
    short_help="Keep that one statement was really several.",
    epilog="Example:\n\n  dostyk review split s3f2a time=2010 'quote=went to Seoul in 2010' + time=2015 'quote=again in 2015'",
)
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="SLOT=VALUE... + SLOT=VALUE...", nargs=-1, required=True)
@review_options
@click.pass_obj
def split(session: Session, /, id_: str, words: tuple[str, ...], **options: Any) -> int:
    """Put two or more in the place of one statement, each with its own slots; parts stand with a + between them."""
    from dostyk.review import split
    from dostyk.review.slots import read_changes

    parts: list[list[str]] = [[]]
    for word in words:
        if word == PLUS:
            parts.append([])
        else:
            parts[-1].append(word)
    with _one(session, id_, options) as (ledger, seen, signature):
        return _said(session, seen, split(ledger, seen, [read_changes(part) for part in parts], signature), options)
    return 1


@command.command("undo", short_help="Take the newest review of a statement back.", epilog="Example:\n\n  dostyk review undo s3f2a")
@click.argument("id_", metavar="ID")
@review_options
@click.pass_obj
def undo(session: Session, /, id_: str, **options: Any) -> int:
    """Take back the newest review of a statement, or judgement of a pair, that is in force; both stay in the log."""
    from dostyk.cli.lines import json_line
    from dostyk.cli.pair_commands import is_pair, undone
    from dostyk.cli.reviewing import kept_json
    from dostyk.ledger import Ledger
    from dostyk.review import Record, undo

    with refused(session), Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        if is_pair(id_):
            return kept_judgement(undone(ledger, id_, options["revision"], signature_of(session, options)), ledger, options["as_json"])
        found = Record(ledger).find_threads(id_)
        if not found:
            raise ReviewError(f"nothing that was reviewed has an id that begins with {id_!r}; `dostyk review log` lists reviews")
        if len(found) > 1:
            raise ReviewError(f"{len(found)} reviewed statements have ids that begin with {id_!r}; write more of it")
        revision = found[0].revision if options["revision"] is None else options["revision"]
        review = undo(ledger, found[0].id, revision, signature_of(session, options))
        after = Record(ledger)
        ids = [one.statement.id for one in after.find(found[0].id) if one.stands]
        if options["as_json"]:
            click.echo(json_line(kept_json(review, ids)))
        else:
            click.echo(f"review {review.undoes} of {found[0].id} undone by {review.by} (review {review.number}, revision {revision + 1})")
        return 0
    return 1


@command.command("log", short_help="List all reviews.", epilog="Example:\n\n  dostyk review log --known-at 2026-01-31")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@known_at_option
@ledger_option
@click.pass_obj
def log(session: Session, as_json: bool, known_at: str | None) -> int:
    """List who reviewed what, when and why, oldest first, what was undone as well."""
    from dostyk.cli.judging import judgement_json, judgement_row
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.reviewing import log_row, step_json
    from dostyk.ledger import Ledger
    from dostyk.review import judged
    from dostyk.review.threads import threads

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        found = [(thread, step) for thread in threads(ledger.reviews(known_at)).values() for step in thread.steps]
        pairs = [(pair, step) for pair in judged.pairs(ledger.judgements(known_at)).values() for step in pair.steps]
    found.sort(key=lambda entry: entry[1][0].number)
    pairs.sort(key=lambda entry: entry[1].number)
    lines = [(step[0].learned_at, step_json(thread, step), log_row(thread, step)) for thread, step in found]
    lines += [(step.learned_at, judgement_json(pair, step), judgement_row(pair, step)) for pair, step in pairs]
    lines.sort(key=lambda line: line[0])
    if as_json:
        for _, data, _ in lines:
            click.echo(json_line(data))
        return 0
    print_table(("review", "time", "by", "act", "of", "what", "note"), [row for _, _, row in lines])
    return 0


@contextmanager
def _one(session: Session, id_: str, options: dict[str, Any]) -> Iterator[tuple[Ledger, Reviewed, Signature]]:
    """Open the ledger, and find the one statement that is meant, as it stood at the revision that is named."""
    from dostyk.ledger import Ledger
    from dostyk.review import Record

    signature = signature_of(session, options)
    with refused(session), Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        record = Record(ledger)
        seen = _chosen(record, id_)
        yield ledger, (seen if options["revision"] is None else record.seen(seen, options["revision"])), signature


def _chosen(record: Record, id_: str) -> Reviewed:
    """Give the one statement that has this id, or one that begins so; raises StopError."""
    found = record.find(id_)
    if not found:
        stale = record.find_threads(id_)
        if stale:
            raise StopError(
                f"{stale[0].id}: its passage has changed, so there is nothing to review; `dostyk review undo` takes the old review off the list"
            )
        raise _unknown(id_)
    if len(found) > 1:
        ids = [one.statement.id for one in found]
        raise StopError(
            f"{len(ids)} statements have or had an id that begins with {id_!r}: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}; name one"
        )
    return found[0]


def _unknown(id_: str) -> StopError:
    return StopError(f"no statement in this ledger has an id that begins with {id_!r}; `dostyk review` and `dostyk statements` list ids")


def _said(session: Session, seen: Reviewed, review: Review, options: dict[str, Any]) -> int:
    """Print what was kept, and under which ids statements stand now."""
    from dostyk.cli.lines import json_line
    from dostyk.cli.reviewing import kept_json
    from dostyk.review.telling import DONE

    subject = review.subjects[0]
    results = subject.results if subject.results is not None else seen.together
    ids = [said.statement(seen.statement.document).id for said in results]
    if options["as_json"]:
        click.echo(json_line(kept_json(review, ids)))
        return 0
    before = seen.statement.id
    now_called = f"; now {', '.join(ids)}" if ids and ids != [before] else ""
    other = f" with {review.subjects[1].thread}" if len(review.subjects) > 1 else ""
    click.echo(f"{before} {DONE[review.act]}{other} by {review.by} (review {review.number}, revision {subject.revision}){now_called}")
    return 0


for _command in (pairs, same, different):
    command.add_command(_command)
