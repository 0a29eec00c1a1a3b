"""`dostyk review pairs`, `same` and `different`: judge whether two entities are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session
from dostyk.cli.signing import refused, review_options, signature_of
from dostyk.errors import ReviewError

if TYPE_CHECKING:
    from dostyk.entities.judging import Seen
    from dostyk.entities.proposing import Proposal
    from dostyk.ledger import Ledger
    from dostyk.model.judgement import Judgement, Verdict
    from dostyk.review import Signature
    from dostyk.review.judged import Pair

SHOWN = 20


@click.command("pairs", short_help="List entities that may be one.", epilog="Example:\n\n  dostyk review pairs --limit 5")
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, metavar="N", help="List so many at most.")
@click.option("--sort", metavar="SORT", help="Only pairs with one of this sort: person, body, instrument, project …")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@as_of_option
@known_at_option
@ledger_option
@click.pass_obj
def pairs(session: Session, limit: int, sort: str | None, as_json: bool, as_of: str | None, known_at: str | None) -> int:
    """List pairs of entities that may be one and that nobody has judged, each with a score and every reason for and against.

    Nothing is made one of itself here: `dostyk review same` and `dostyk review different` keep what you hold, and ask no more.
    """
    from dostyk.cli.judging import names, proposal_json, reason
    from dostyk.cli.lines import json_line, print_table
    from dostyk.ledger import Ledger
    from dostyk.pipeline import entity_pairs
    from dostyk.search.ends import SORTS

    if sort is not None and sort.strip().lower() not in SORTS:
        raise click.BadParameter(f"{sort!r} is no sort of entity; there are {', '.join(SORTS)}", param_hint="--sort")
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        found = [one for one in entity_pairs(ledger, known_at, as_of) if sort is None or sort.strip().lower() in {end.sort for end in one.ends}]
    if as_json:
        for one in found[:limit]:
            click.echo(json_line(proposal_json(one)))
        return 0
    rows = [(one.pair, f"{one.score:.2f}", names(one), "; ".join(map(reason, one.evidence))) for one in found[:limit]]
    print_table(("id", "score", "which", "why"), rows)
    session.note(f"{min(limit, len(found))} of {len(found)} pairs to judge; `dostyk review same ID` or `dostyk review different ID`")
    return 0


@click.command("same", short_help="Keep that two entities are one.", epilog="Example:\n\n  dostyk review same 'Anna Roux' 'A. Roux'")
@click.argument("which", metavar="ID | NAME NAME", nargs=-1, required=True)
@review_options
@click.pass_obj
def same(session: Session, /, which: tuple[str, ...], **options: Any) -> int:
    """Keep that two entities are one: by the id of a pair, or by two names, or ids, each as one word ('Anna Roux').

    Where a name may mean several, write the sort before it, as in 'person:Ben Ito'.
    """
    from dostyk.model.judgement import Verdict

    return _judge(session, which, Verdict.SAME, options)


@click.command("different", short_help="Keep that two entities are not one.", epilog="Example:\n\n  dostyk review different 'Li Wei' 'Li Wen'")
@click.argument("which", metavar="ID | NAME NAME", nargs=-1, required=True)
@review_options
@click.pass_obj
def different(session: Session, /, which: tuple[str, ...], **options: Any) -> int:
    """Keep that two entities are not one, even where rules had made them one; then name the two names."""
    from dostyk.model.judgement import Verdict

    return _judge(session, which, Verdict.DIFFERENT, options)


def _judge(session: Session, which: tuple[str, ...], verdict: Verdict, options: dict[str, Any]) -> int:
    from dataclasses import replace

    from dostyk.entities.judging import judge
    from dostyk.ledger import Ledger

    signature = signature_of(session, options)
    with refused(session), Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        seen = _seen(ledger, which)
        if options["revision"] is not None:
            seen = replace(seen, revision=options["revision"])
        return kept_judgement(judge(ledger, seen, verdict, signature), ledger, options["as_json"])
    return 1


def _seen(ledger: Ledger, which: tuple[str, ...]) -> Seen:
    """Find the pair that is meant, by its id or by two names."""
    from dostyk.entities.judging import Seen, see
    from dostyk.search import catch_up
    from dostyk.search.ends import ends

    if len(which) == 1 and is_pair(which[0]):
        judged, proposal = pair_of(ledger, which[0])
        if judged is not None:
            return Seen(judged.id, (judged.ends[0], judged.ends[1]), judged.revision)
        if proposal is not None:
            return Seen(proposal.pair, proposal.ends, proposal.revision)
    if len(which) != 2:
        raise click.UsageError("name one pair by its id (`dostyk review pairs` lists them), or two names: 'Anna Roux' 'A. Roux'")
    catch_up(ledger)
    return see(ledger, ends(ledger, *which))


def is_pair(id: str) -> bool:
    """Tell whether something typed looks like the id of a pair, or the beginning of one."""
    return len(id) > 1 and id[0] == "j" and all(c in "0123456789abcdef" for c in id[1:])


def pair_of(ledger: Ledger, id: str, known_at: str | None = None) -> tuple[Pair | None, Proposal | None]:
    """Find the one pair whose id begins so, among those that were judged, else among those proposed; raises ReviewError."""
    from dostyk.pipeline import entity_pairs
    from dostyk.review.judged import pairs

    judged = [pair for pair in pairs(ledger.judgements(known_at)).values() if pair.id.startswith(id)]
    proposed = [one for one in entity_pairs(ledger, known_at) if one.pair.startswith(id)] if not judged else []
    ids = sorted({*(pair.id for pair in judged), *(one.pair for one in proposed)})
    if not ids:
        raise ReviewError(f"no pair of entities has an id that begins with {id!r}; `dostyk review pairs` and `dostyk review log` list them")
    if len(ids) > 1:
        raise ReviewError(f"{len(ids)} pairs have ids that begin with {id!r}: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}; write more of it")
    return next(iter(judged), None), next(iter(proposed), None)


def undone(ledger: Ledger, id: str, revision: int | None, signature: Signature) -> Judgement:
    """Take back the judgement of the one pair whose id begins so."""
    from dostyk.entities.judging import undo

    judged, _ = pair_of(ledger, id)
    if judged is None:
        raise ReviewError(f"nobody has judged {id}, so there is nothing to undo; `dostyk review log` lists judgements")
    return undo(ledger, judged.id, judged.revision if revision is None else revision, signature)


def kept_judgement(kept: Judgement, ledger: Ledger, as_json: bool) -> int:
    """Print what was kept."""
    from dostyk.cli.judging import judgement_json
    from dostyk.cli.lines import json_line
    from dostyk.review.judged import outcome, pairs

    pair = pairs(ledger.judgements())[kept.pair]
    if as_json:
        click.echo(json_line(judgement_json(pair, kept)))
    else:
        click.echo(f"{kept.pair}: {outcome(pair, kept)} (judgement {kept.number}, revision {kept.revision})")
    return 0
