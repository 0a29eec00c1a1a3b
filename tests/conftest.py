"""What every test gets: the same random cases on every machine, a ledger of its own, and how to say what documents say."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Modality, Statement
from dostyk.values import names

settings.register_profile(
    "house", deadline=None, derandomize=True, database=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)  # a slow machine is no fault
settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the default ledger into the test's own folder, so that no test touches the user's."""
    ledger = tmp_path / "ledger.db"
    monkeypatch.setenv("DOSTYK_LEDGER", str(ledger))
    return ledger


PEOPLE = ("holder", "visitor", "participant", "host", "signatory")
BODIES = ("organisation", "institution", "founder", "organiser")


@dataclass(frozen=True)
class Said:
    """One statement to be: its quote, and roles as names with semicolons between."""

    kind: str
    quote: str
    roles: Mapping[str, str]
    time: str | None = None
    modality: str = "actual"
    attribution: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


Tell = Callable[..., list[Statement]]


def mention(role: str, name: str) -> Mention:
    known = [e for e in names.lookup(name) if name in {n.text for n in e.names} | {e.name}]
    if known:
        return Mention(name, known[0].name, known[0].id, known[0].type)
    type = MentionType.PERSON if role in PEOPLE else MentionType.ORGANISATION if role in BODIES else MentionType.OTHER
    return Mention(name, name, "m" + hashlib.sha256(f"{type}{name}".encode()).hexdigest()[:12], type)


def told(publisher: str | None, published: str | None, *said: Said, title: str | None = None, heading: str = "") -> list[Statement]:
    text = heading + "\n\n".join(s.quote for s in said)
    document = Document(text, f"{publisher or title}.txt", title=title, publisher=publisher, published=published, language="en")
    statements = []
    for s in said:
        start = text.index(s.quote)
        roles = {role: tuple(mention(role, n.strip()) for n in found.split(";")) for role, found in s.roles.items()}
        evidence = Evidence.of(document, start, start + len(s.quote))
        statements.append(Statement(document, s.kind, evidence, roles, s.attributes, s.time, Modality(s.modality), s.attribution))
    return statements


@pytest.fixture
def tell() -> Tell:
    """Make the statements of one document: `tell(publisher, published, said(...), ...)`."""
    return told


@pytest.fixture
def said() -> type[Said]:
    """One statement to be."""
    return Said
