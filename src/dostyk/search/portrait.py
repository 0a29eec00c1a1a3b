"""An entity and its wordings → what the ledger knows of it: names with their sources, what is said by kind, posts and holders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dostyk.entities.places import PLACES
from dostyk.entities.things import OFFICE, post_of, things
from dostyk.ledger import Ledger
from dostyk.model.mention import MentionType
from dostyk.search.chosen import Chosen
from dostyk.search.names import Wording, Wordings
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


@dataclass(frozen=True, slots=True)
class Called:
    """One name of an entity: script (ISO 15924), language (ISO 639-1) and validity (EDTF) where known, who gives it, in how many documents."""

    name: str
    script: str
    language: str | None
    valid: str | None
    source: str
    documents: int = 0


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
class Portrait:
    """What a ledger knows of one entity; `then` is the name it bore at the time asked for, where that is known."""

    meant: Meant
    names: tuple[Called, ...]
    reasons: tuple[str, ...]
    told: tuple[Told, ...]
    posts: tuple[Post, ...]
    then: str | None = None


def portray(ledger: Ledger, meant: Meant, chosen: Chosen, at: str | None = None) -> Portrait:
    """Gather what is known of an entity; `chosen` says which statements count, `at` (EDTF) the time asked for. Raises LedgerError."""
    entity = meant.entity
    numbers = [wording.number for wording in meant.wordings]
    then = names.name_valid(entity.id, at) if at is not None else None
    said = Wordings(ledger, Standing(ledger, chosen.known_at))
    return Portrait(meant, tuple(_names(said, meant, chosen)), _reasons(meant), _told(said, numbers, chosen), _posts(said, meant, chosen), then)


def _names(said: Wordings, meant: Meant, chosen: Chosen) -> list[Called]:
    """Give dated names first, then how documents call it, the most frequent first, then what else the reference data has."""
    entity = meant.entity
    worded = _worded(said, meant.wordings, replace(chosen, since=None, until=None, kind=None, country=None))
    known = {entity.id: None}
    if entity.type is MentionType.ORGANISATION:
        known |= dict.fromkeys(id for name in entity.names for id in bodies_named(name.text))
    dated = [Called(d.name, script(d.name), "en", d.valid, d.source) for id in known for d in dated_names(id) if not d.kind]
    other = [Called(n.text, n.script, n.language, n.valid, REFERENCE) for id in known for n in names.names_of(id)]
    seen = {called.name for called in [*dated, *worded]}
    return [*dated, *worded, *(called for called in other if called.name not in seen)]


def _worded(said: Wordings, wordings: Sequence[Wording], chosen: Chosen) -> list[Called]:
    """Give the wordings of documents, with how many there are and which was the first."""
    versions: dict[str, set[int]] = {}
    for wording in wordings:
        found_in = {number >> SHIFT for number, *_ in said.told([wording.number], chosen)}
        for name in {wording.mention.text, wording.mention.name} if found_in else ():
            versions.setdefault(name, set()).update(found_in)
    found = []
    for name, numbers in versions.items():
        source, language = said.source_of(min(numbers))
        found.append(Called(name, script(name), language, None, source, len(numbers)))
    return sorted(found, key=lambda called: (-called.documents, called.name))


def _reasons(meant: Meant) -> tuple[str, ...]:
    entity = meant.entity
    if entity.type in PLACES or not meant.wordings:
        return (f"the reference data has its names as those of one {'place' if entity.type in PLACES else 'body'} ({entity.id})",)
    joined = re.split("; (?=“)", entity.reason)
    unnamed = [w.mention.name for w in meant.wordings if w.mention.type is MentionType.PERSON] if meant.sort == OFFICE else []
    return (*joined, *(f"“{name}” also stands for its holder where no other name is given" for name in dict.fromkeys(unnamed)))


def _told(said: Wordings, numbers: list[int], chosen: Chosen) -> tuple[Told, ...]:
    kinds: dict[str, list[tuple[int | None, str | None]]] = {}
    for _, kind, time, low in dict.fromkeys(said.told(numbers, chosen)):
        kinds.setdefault(kind, []).append((low, time))
    out = []
    for kind, found in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        dated = sorted((low, time) for low, time in found if time is not None and low is not None)
        out.append(Told(kind, len(found), dated[0][1] if dated else None, dated[-1][1] if dated else None))
    return tuple(out)


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
