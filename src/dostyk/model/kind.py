"""What a kind of statement says of itself: its roles, attributes, frames, and what a reader hands over (drafts)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from dostyk.model.analysis import Phrase, Sentence, Span
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

Filler = Phrase | Span | Mention


@dataclass(frozen=True, slots=True)
class Slot:
    """How one role is filled: grammatical slots tried in order, the types that may stand there.

    Slots of a verb: agent, patient, predicate, a preposition. Slots of a noun: self, of, poss, a preposition, and
    `clause.X` for slot X of the verb that governs it. `types` are person, delegation, country, place, city,
    organisation, thing, any. `spread` makes one statement for each coordinated filler.
    """

    slots: tuple[str, ...]
    types: tuple[str, ...] = ("any",)
    required: bool = False
    spread: bool = False
    least: int = 1
    default: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb or noun (or a noun with a supporting verb) that evokes a kind, and how slots map to roles.

    `governed` names the clause slots the noun must stand in; `inner` the heads of an "of" complement; `merge` puts one
    role's fillers into another; `drop` names roles that are only conditions; `settled_by` verbs make what they decide
    ("decided to upgrade relations") so.
    """

    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    roles: Mapping[str, Slot] = field(default_factory=dict)
    attributes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    governed: str = ""
    modality: Modality | None = None
    time: str = "clause"
    name: str = ""
    confidence: float = 0.8
    inner: frozenset[str] = frozenset()
    merge: Mapping[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    settled_by: frozenset[str] = frozenset()


@dataclass(slots=True)
class Draft:
    """A statement before its mentions are resolved; offsets count in the document's text.

    `time` is "" where the grammar is to find it, None where none is to be given. `scored` is how sure the model is that something
    of the kind is said there, 0 where it was not asked or is silent; `heard` says whether rules and model both spoke: "agrees",
    "differs" (in the slots `differs`), "silent" (the model), "alone" (the model spoke), "only" (rules were not asked), "" (the model was not asked).
    """

    kind: str
    start: int
    end: int
    roles: dict[str, list[Filler]]
    attributes: dict[str, str] = field(default_factory=dict)
    time: str | None = ""
    modality: Modality = Modality.ACTUAL
    open_ended: bool = False
    rule: str = ""
    confidence: float = 0.8
    anchor: int = 0
    scored: float = 0.0
    heard: str = ""
    differs: tuple[str, ...] = ()
    rival: Draft | None = None


class Reading(Protocol):
    """What a kind's own reader may ask about the document while it reads a sentence."""

    memory: dict[str, Any]

    def time(self, sentence: Sentence, start: int, end: int) -> str | None:
        """The EDTF time in force for a run of text, or None."""

    def occasion(self, sentence: Sentence) -> str | None:
        """The EDTF time of the occasion in whose account a sentence stands, or None."""

    def pair(self) -> list[Mention]:
        """The two countries that the text is about."""

    def side(self) -> Mention | None:
        """The country on whose behalf the page speaks."""

    def here(self) -> Mention | None:
        """The page's own city or body, where it is about one."""

    def dateline(self) -> Mention | None:
        """The city that the page is sent from, which "here" means in news."""

    def mentions(self, filler: Filler, types: Sequence[str] = ("any",)) -> list[Mention]:
        """Whom or what a filler means, reference resolved; empty where unknown."""

    def countries(self, phrase: Phrase) -> list[Mention]:
        """The countries that a phrase's possessor, adjectives and complements name."""

    def owner(self, phrase: Phrase) -> Mention | None:
        """Whose a phrase is by its pronoun ("its area", "his visit", "our city"), or None."""

    def named_before(self, head: str) -> Mention | None:
        """The thing named before with this head noun ("Alliance" after "Alliance of River Cities")."""


Reader = Callable[[Sentence, Reading], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of statement: `key_roles` and `key_attributes` are what makes it right or wrong.

    `open_since`: "since X" gives an open interval.
    `identity`: the roles and attributes that make two drafts at one place the same.
    `once`: said once a document, at its fullest.
    `as_of`: "as of D" is its time (for others it is not).
    `occasion`: its time holds for what happens inside it ("during the visit"); `within`: happens inside occasions, and
    takes the time of one told just before; `news`: without a date of its own it is of the day of what the page reports.
    `remembered`: the role whose filler "the center", "the project" will mean later.
    `yields_to`: where one of these kinds says the same as planned, this kind says nothing; `swallows`: a planned draft of
    these kinds inside this one's quote is part of it.
    `evoked_by`: lemmas that make a reader expect this kind. `dyad`: a role of two; what names more is one statement of the
    first with each of the others. `heading` is shown every heading, of which nothing is stated, to note what holds under it.
    """

    name: str
    description: str
    roles: tuple[str, ...]
    key_roles: tuple[str, ...]
    attributes: tuple[str, ...] = ()
    key_attributes: tuple[str, ...] = ()
    open_since: bool = False
    identity: tuple[str, ...] = ()
    once: bool = False
    as_of: bool = False
    occasion: bool = False
    within: bool = False
    news: bool = False
    remembered: str = ""
    yields_to: tuple[str, ...] = ()
    swallows: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    reader: Reader | None = None
    examples: tuple[str, ...] = ()
    evoked_by: frozenset[str] = frozenset()
    dyad: str = ""
    heading: Callable[[Sentence, Reading], None] | None = None
