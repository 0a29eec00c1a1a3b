"""Two names as a person types them → the two entities that are meant, as a judgement speaks of them, or one sentence that says why not."""

from __future__ import annotations

from dataclasses import replace

from dostyk.entities.places import PLACES
from dostyk.entities.spelling import fold
from dostyk.entities.things import OFFICE, post_of
from dostyk.errors import ReviewError
from dostyk.ledger import Ledger
from dostyk.model.judgement import End, Named
from dostyk.model.mention import MentionType
from dostyk.search.chosen import Chosen
from dostyk.search.names import Wording, Wordings
from dostyk.search.standing import Standing
from dostyk.search.who import PART, Meant, ask

SORTS = ("person", "office", "state", "region", "city", "place", "body", "institution", "instrument", "project", "event", "thing")
"""What may stand before a name with a colon, where it may mean several: `person:Ben Ito`."""


def ends(ledger: Ledger, one: str, other: str) -> tuple[End, End]:
    """Find whom or what two names (or ids) mean; the index must be up to date (see `catch_up`). Raises ReviewError.

    Where both are names of one entity, the ends are these two names: so what rules made one can be held to be two.
    """
    wordings = Wordings(ledger, Standing(ledger))
    first, second = (_one(ledger, name) for name in (one, other))
    if (first.entity.type, first.entity.id) != (second.entity.type, second.entity.id):
        return _end(wordings, first), _end(wordings, second)
    named = [_called(meant, _bare(name)[1]) for meant, name in ((first, one), (second, other))]
    if named[0] is None or named[1] is None or fold(named[0].mention.name) == fold(named[1].mention.name):
        raise ReviewError(f"{one!r} and {other!r} are one name of {first.entity.name}, so nothing can be judged of them; name two that differ")
    found = [_end(wordings, replace(first, wordings=(w,), sort=w.sort), w.mention.name) for w in named if w is not None]
    return found[0], found[1]


def _one(ledger: Ledger, name: str) -> Meant:
    sort, bare = _bare(name)
    answer = ask(ledger, bare, Chosen())
    meant = [one for one in answer.meant if one.wordings and sort in ("", one.sort, one.entity.type.value)]
    if len(meant) == 1 and not meant[0].how.startswith(PART):
        return meant[0]
    if len(meant) == 1:
        raise ReviewError(f"{_short(name)} is {meant[0].how}: {meant[0].entity.name}; write the name in full, or the id {meant[0].entity.id}")
    if meant:
        listed = "; ".join(f"{one.sort}:{one.entity.name} ({one.entity.id})" for one in meant[:5])
        raise ReviewError(f"{_short(name)} may mean {len(meant)} things: {listed}{' …' if len(meant) > 5 else ''}; name one, or its id")
    near = f"; the nearest are {', '.join(answer.nearest)}" if answer.nearest else ""
    raise ReviewError(f"{_short(name)}: nothing in this ledger is said of {f'a {sort}' if sort else 'anybody or anything'} of that name{near}")


def _short(name: str) -> str:
    return repr(name if len(name) <= 80 else f"{name[:80]}…")


def _bare(name: str) -> tuple[str, str]:
    """Part a sort that stands before a name from the name."""
    sort, colon, rest = name.partition(":")
    known = (*SORTS, *(type.value for type in MentionType))
    return (sort.strip().lower(), rest.strip()) if colon and sort.strip().lower() in known else ("", name)


def _called(meant: Meant, name: str) -> Wording | None:
    """The wording of an entity that is a name as typed: by its canonical name, else by what stands in a text."""
    exact = [w for w in meant.wordings if fold(w.mention.name) == fold(name)]
    loose = [w for w in meant.wordings if name.strip() == w.mention.id or fold(w.mention.text) == fold(name)]
    return next(iter([*exact, *loose]), None)


def _end(wordings: Wordings, meant: Meant, name: str = "") -> End:
    entity = meant.entity
    if entity.type in PLACES and not entity.id.startswith("x:") and not name:
        return End(meant.sort, (Named(entity.name, (entity.id,)),), entity.id)
    held = {w.mention.name: w for w in reversed(meant.wordings) if wordings.is_said(w.number, wordings.known)}
    first = name or entity.name
    own = meant.wordings[0].mention
    if name and own.type in PLACES and not own.id.startswith("x:"):
        return End(meant.sort, (Named(own.name, (own.id,)),), own.id)
    return End(meant.sort, tuple(Named(text, _parts(wordings, held[text])) for text in sorted(held, key=lambda text: (text != first, text))))


def _parts(wordings: Wordings, wording: Wording) -> tuple[str, ...]:
    """What of a name stands in statements: of an office its position and whose it is."""
    name = wording.mention.name
    if wording.sort == OFFICE:
        for said in wordings.said_of([wording.number], wordings.known):
            position = said.attributes.get("position", "")
            if position and post_of(said.roles, position) == name:
                of = tuple(mention.name for mention in said.roles.get("of", ()))
                return (position,) if position == name else (position, *of)
    return (name,)
