"""An entity and its wordings → what the ledger knows of it: names with their sources, what is said by kind, posts and holders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dostyk.entities.places import PLACES
from dostyk.entities.things import OFFICE, post_of, things
from dostyk.entities.ties import key_of, keys_of
from dostyk.ledger import Ledger
from dostyk.model.judgement import Judgement, Verdict
from dostyk.model.mention import MentionType
from dostyk.search.chosen import Chosen
from dostyk.search.indexing import bounds
from dostyk.search.names import Saying, Wording, Wordings
from dostyk.search.standing import Standing
from dostyk.search.tables import SHIFT
from dostyk.search.who import Meant
from dostyk.values import names
from dostyk.values.names.renames import bodies_named, dated_names

SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "CJK": "Hani", "ARABIC": "Arab", "GREEK": "Grek", "HANGUL": "Hang", "HIRAGANA": "Hira",
    "KATAKANA": "Kana", "HEBREW": "Hebr", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "DEVANAGARI": "Deva", "BENGALI": "Beng", "THAI": "Thai",
    "LAO": "Laoo", "KHMER": "Khmr", "MYANMAR": "Mymr", "MONGOLIAN": "Mong", "TIBETAN": "Tibt", "ETHIOPIC": "Ethi", "TAMIL": "Taml",
}  # fmt: skip
"""Scripts by the first word of their letters' names: ISO 15924."""
REFERENCE = "reference data"
LATEST = 5
"""Statements of an entity that are given one by one."""


@dataclass(frozen=True, slots=True)
class Called:
    """One name of an entity: script (ISO 15924), language (ISO 639-1) and validity (EDTF) where known, who gives it, in how many documents.

    `used` says from when until when documents call it so (EDTF): the times of what they say of it, or, where that has none, their dates.
    """

    name: str
    script: str
    language: str | None
    valid: str | None
    source: str
    documents: int = 0
    used: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is said in statements of one kind: how many, and the times (EDTF) that begin first and last, None where none has a time."""

    kind: str
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """One statement, by its id and the source of its document, that somebody holds an office."""

    holder: str
    office: str
    time: str | None
    statement: str
    source: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Another entity that a person held to be different, by its name then; `pair` is the id of the judgement's pair."""

    name: str
    sort: str
    by: str
    at: str
    pair: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a ledger knows of one entity; `then` is the name it bore at the time asked for, where that is known.

    `latest` are the statements of it with the latest times, at most LATEST, `apart` what people held to be something else.
    """

    meant: Meant
    names: tuple[Called, ...]
    reasons: tuple[str, ...]
    told: tuple[Told, ...]
    posts: tuple[Post, ...]
    then: str | None = None
    latest: tuple[Saying, ...] = ()
    apart: tuple[Apart, ...] = ()


def portray(ledger: Ledger, meant: Meant, chosen: Chosen, at: str | None = None) -> Portrait:
    """Gather what is known of an entity; `chosen` says which statements count, `at` (EDTF) the time asked for. Raises LedgerError."""
    entity = meant.entity
    numbers = [wording.number for wording in meant.wordings]
    then = names.name_valid(entity.id, at) if at is not None else None
    standing = Standing(ledger, chosen.known_at)
    said = Wordings(ledger, standing)
    told = sorted(dict.fromkeys(said.told(numbers, chosen)))
    return Portrait(
        meant=meant,
        names=tuple(_names(said, meant, chosen)),
        reasons=_reasons(meant),
        told=_told(told),
        posts=_posts(said, meant, chosen),
        then=then,
        latest=tuple(said.saying(number) for number in _latest(told)),
        apart=tuple(_apart(standing.judgements, meant)),
    )


def _names(said: Wordings, meant: Meant, chosen: Chosen) -> list[Called]:
    """Give dated names first, then how documents call it, the most frequent first, then what else the reference data has."""
    entity = meant.entity
    everywhen = replace(chosen, since=None, until=None, kind=None, country=None)
    worded = _worded(said, meant.wordings, everywhen)
    known = dict.fromkeys([entity.id, *(w.mention.id for w in meant.wordings if w.mention.type in PLACES)])
    if entity.type is MentionType.ORGANISATION:
        known |= dict.fromkeys(id for name in entity.names for id in bodies_named(name.text))
    dated = [Called(d.name, script(d.name), "en", d.valid, d.source) for id in known for d in dated_names(id) if not d.kind]
    dated = dated or _renamed(said, meant.wordings, everywhen)
    other = [Called(n.text, n.script, n.language, n.valid, REFERENCE) for id in known for n in names.names_of(id)]
    seen = {called.name for called in [*dated, *worded]}
    return [*dated, *worded, *(called for called in other if called.name not in seen)]


def _renamed(said: Wordings, wordings: Sequence[Wording], chosen: Chosen) -> list[Called]:
    """Give the names that documents say it bore until a day and from a day, where the reference data has none by date."""
    mentions = {wording.mention for wording in wordings}
    found: dict[tuple[str, str], Called] = {}
    for one in said.said_of([wording.number for wording in wordings], replace(chosen, kind="Renaming")):
        old, new = one.attributes.get("old_name", ""), one.attributes.get("new_name", "")
        day = (one.time or "").partition("/")[0].strip(".")
        if not day or old == new or mentions.isdisjoint(one.roles.get("entity", ())):
            continue
        language = said.document_of(one.number >> SHIFT)[1]
        for name, valid in ((old, f"../{day}"), (new, f"{day}/..")):
            if name:
                found.setdefault((name, valid), Called(name, script(name), language, valid, one.source))
    return sorted(found.values(), key=lambda called: (called.valid or "").strip("./"))


def _worded(said: Wordings, wordings: Sequence[Wording], chosen: Chosen) -> list[Called]:
    """Give the wordings of documents, with how many there are, which was the first, and from when until when they call it so."""
    versions: dict[str, dict[int, list[str | None]]] = {}
    for wording in wordings:
        for number, _, time, _ in said.told([wording.number], chosen):
            for name in {wording.mention.text, wording.mention.name}:
                versions.setdefault(name, {}).setdefault(number >> SHIFT, []).append(time)
    found = []
    for name, numbers in versions.items():
        documents = {number: said.document_of(number) for number in numbers}
        source, language, _ = documents[min(numbers)]
        times = [time or documents[number][2] for number, own in numbers.items() for time in own]
        found.append(Called(name, script(name), language, None, source, len(numbers), _span(times)))
    return sorted(found, key=lambda called: (-called.documents, called.name))


def _span(times: Iterable[str | None]) -> str | None:
    """Give the interval from where the first of some times begins to where the last one ends; None where none says when."""
    known = sorted({(*bounds(time), time) for time in times if time is not None and None not in bounds(time)})
    if not known:
        return None
    first, last = known[0][2].partition("/")[0], max(known, key=lambda one: (one[1], one[2]))[2].rpartition("/")[2]
    return first if first == last else f"{first}/{last}"


def _reasons(meant: Meant) -> tuple[str, ...]:
    entity = meant.entity
    if not meant.wordings or (entity.type in PLACES and "judged so" not in entity.reason):
        return (f"the reference data has its names as those of one {'place' if entity.type in PLACES else 'body'} ({entity.id})",)
    joined = re.split("; (?=“)", entity.reason)
    unnamed = [w.mention.name for w in meant.wordings if w.mention.type is MentionType.PERSON] if meant.sort == OFFICE else []
    return (*joined, *(f"“{name}” also stands for its holder where no other name is given" for name in dict.fromkeys(unnamed)))


def _told(found: Sequence[tuple[int, str, str | None, int | None]]) -> tuple[Told, ...]:
    kinds: dict[str, list[tuple[int | None, str | None]]] = {}
    for _, kind, time, low in found:
        kinds.setdefault(kind, []).append((low, time))
    out = []
    for kind, said in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        dated = sorted((low, time) for low, time in said if time is not None and low is not None)
        out.append(Told(kind, len(said), dated[0][1] if dated else None, dated[-1][1] if dated else None))
    return tuple(out)


def _latest(found: Sequence[tuple[int, str, str | None, int | None]]) -> list[int]:
    """Give the numbers of the statements with the latest times, the latest first; those that have a time of their own before the others."""
    ranked = sorted(found, key=lambda one: (one[2] is None, -(one[3] or 0), one[0]))
    return [number for number, *_ in ranked[:LATEST]]


def _apart(judgements: Iterable[Judgement], meant: Meant) -> Iterator[Apart]:
    """Give what people held to be something else than this."""
    own = {key_of(wording.mention) for wording in meant.wordings}
    for one in judgements:
        for end, other in (one.ends, one.ends[::-1]) if one.verdict is Verdict.DIFFERENT and len(one.ends) == 2 else ():
            if not own.isdisjoint(keys_of(end)) and own.isdisjoint(keys_of(other)):
                yield Apart(other.name, other.sort, one.by, one.learned_at, one.pair, one.note)


def _posts(wordings: Wordings, meant: Meant, chosen: Chosen) -> tuple[Post, ...]:
    """Give who is said to hold an office, or which offices a person is said to hold; the same said twice stands once."""
    if meant.entity.type is not MentionType.PERSON and meant.sort != OFFICE:
        return ()
    mentions = {wording.mention for wording in meant.wordings}
    found: dict[tuple[str, str, str | None], Post] = {}
    for said in wordings.said_of([wording.number for wording in meant.wordings], replace(chosen, kind="Office")):
        office = things(said.kind, said.roles, said.attributes).get(OFFICE)
        post = post_of(said.roles, said.attributes.get("position", ""))
        for holder in said.roles.get("holder", ()):
            if post and (holder in mentions or office in mentions):
                found.setdefault((holder.name, post, said.time), Post(holder.name, post, said.time, said.id, said.source))
    return tuple(sorted(found.values(), key=lambda post: (post.time or "", post.office, post.holder)))


def script(text: str) -> str:
    """Give the script (ISO 15924) of a name's first letter."""
    first = next((c for c in text if c.isalpha()), "")
    return SCRIPTS.get(unicodedata.name(first, "").split(" ")[0], "Zyyy") if first else "Zyyy"
