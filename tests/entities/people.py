"""Statements in a few words, to be resolved: who stands in which role of what, said on which page."""

import hashlib

from dostyk.kinds.naming import thing
from dostyk.model.document import Document
from dostyk.model.judgement import End, Judgement, Named, Verdict
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement

STATES = {"Peru": "PE", "Kenya": "KE", "Japan": "JP"}


def person(name: str) -> Mention:
    return thing(name, MentionType.PERSON)


def body(name: str) -> Mention:
    return thing(name, MentionType.ORGANISATION)


def state(name: str) -> Mention:
    return Mention(name, name, STATES[name], MentionType.COUNTRY)


def say(kind: str, time: str | None = None, published: str = "2020-05", attributes: dict[str, str] | None = None, **roles: object) -> Statement:
    """Make a statement; a role is a mention or several."""
    words = f"{kind} {time} {sorted(roles.items())} {attributes}"
    document = Document(words, "page.txt", published=published, content_hash=hashlib.sha256(words.encode()).hexdigest())
    found = {role: one if isinstance(one, tuple) else (one,) for role, one in roles.items()}
    return Statement(document, kind, Evidence.of(document, 0, len(words)), found, attributes or {}, time)


def holds(verdict: str, one: str, other: str, number: int = 1, sort: str = "person", by: str = "Aigul") -> Judgement:
    """Make a judgement of two names, in force."""
    ends = tuple(End(sort, (Named(name),)) for name in (one, other))
    return Judgement(Verdict(verdict), by, "2026-01-05T10:00", f"j{one}{other}", 1, ends, None, None, number)
