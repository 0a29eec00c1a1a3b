"""A fact → a short noun phrase that says which one it is."""

from __future__ import annotations

from dostyk.entities.spelling import fold
from dostyk.facts.measures import Measure, measure
from dostyk.facts.showing import show_figure, show_list, show_name, show_time
from dostyk.model.fact import Fact, Voice
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

CLOSED = "closed"  # the action of a mission that was closed


def show_voice(voice: Voice) -> str:
    """A value that a fact's statements give, in words: a figure with its unit and bound, else a date."""
    if not voice.unit:
        return show_time(voice.value)
    bound = voice.statements[0].attributes.get("bound", "exact")
    return show_figure(voice.value, voice.unit, bound)


def show_value(fact: Fact) -> str:
    """The value of a figure, with its unit and bound."""
    a = fact.attributes
    return show_figure(a.get("value", ""), a.get("unit", "1"), a.get("bound", "exact"))


def names(fact: Fact, *roles: str) -> str:
    """The names in some roles of a fact, as a list in words."""
    return show_list(called(m) for role in roles for m in fact.roles.get(role, ()))


def called(mention: Mention) -> str:
    """A mention's name as it stands in a sentence; states take their article."""
    return show_name(mention.name) if mention.type is MentionType.COUNTRY else mention.name


def possessive(name: str) -> str:
    """A name as an owner: "Kenya’s", "the United States’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def name_fact(fact: Fact) -> str:
    """Name a fact for a reader: "the visit of X to Y in July 2024", "trade turnover of X and Y in 2023"."""
    dated = f" ({show_time(fact.time)})" if fact.time else ""
    a = fact.attributes
    match fact.kind:
        case "Visit":
            sort = f"{a['visit_type']} visit" if "visit_type" in a else "visit"
            return f"the {sort} of {names(fact, 'visitor')} to {names(fact, 'destination')}{dated}"
        case "Meeting":
            body = f" of the {a['body']}" if "body" in a else ""
            return f"the meeting{body} with {names(fact, 'participant')}{dated}"
        case "Indicator":
            return name_series(fact) + dated
        case "Office":
            of = names(fact, "of")
            return (
                f"{names(fact, 'holder')} as {a.get('position', 'holder of a post')}{f' of {of}' if of and of not in a.get('position', '') else ''}"
            )
        case "Mission":
            sent = f"{possessive(names(fact, 'sender'))} {a.get('mission_type', 'mission')}"
            sent = f"the closing of {sent}" if a.get("action") == CLOSED else sent
            return f"{sent} in {names_first(fact, 'location')}"
        case "Relations":
            return f"{a.get('status', 'relations')} of {names(fact, 'party')}"
        case "Twinning":
            return f"the twinning of {names(fact, 'member')}"
        case "Membership":
            return f"membership of {names(fact, 'member')} in {names(fact, 'organisation')}"
        case "Renaming":
            return f"the renaming of {a.get('old_name', '')} to {a.get('new_name', '')}"
        case _:
            return _by_wording(fact) + dated


def name_series(fact: Fact) -> str:
    """What a figure is of: "trade turnover between X and Y", "exports from X to Y", "students in X from Y"."""
    family = measure(fact.attributes.get("measure", ""), fact.attributes.get("unit", "1"))
    label = _label(family, fact)
    subject, partner = names(fact, "subject"), names(fact, "partner")
    if family.symmetric:
        return f"{label} between {names(fact, 'subject', 'partner')}"
    if len(fact.roles.get("subject", ())) > 1 and not partner:
        return f"{label} between {subject}"
    if not subject:
        return label + (f" from {partner}" if partner else "")
    if not partner:
        return f"{label} {'in' if family.shape in ('in', 'place') else 'of'} {subject}"
    shapes = {"out": "from {} to {}", "taken": "of {} from {}", "in": "in {} from {}", "place": "in {}", "rank": "of {} for {}"}
    return f"{label} {shapes.get(family.shape, 'of {} with {}').format(subject, partner)}"


def _label(family: Measure, fact: Fact) -> str:
    """A measure for readers; what is counted, where it is the same in other letters ("Language Schools", "language schools")."""
    counted = fact.roles.get("counted", ())
    if counted and fold(counted[0].name) == fold(family.label):
        return counted[0].name
    return family.label


def be(words: str) -> str:
    """Give "were" after a plural head ("exports from …"), else "was"."""
    head = words.split(" from ")[0].split(" of ")[0].split(" in ")[0].split(" between ")[0]
    return "were" if head.endswith("s") and not head.endswith("ss") else "was"


def names_first(fact: Fact, role: str) -> str:
    """The first name in a role."""
    found = fact.roles.get(role, ())
    return called(found[0]) if found else "a place not named"


def _by_wording(fact: Fact) -> str:
    for slot in ("title", "content", "subject", "agreement_type"):
        if slot in fact.attributes:
            return f"“{fact.attributes[slot]}”"
    for role in ("event", "project", "institution"):
        if role in fact.roles:
            stage = fact.attributes.get("stage") if fact.modality in (Modality.PLANNED, Modality.EXPECTED) else None
            return fact.roles[role][0].name + (f": {stage}" if stage else "")
    return fact.kind.lower()
