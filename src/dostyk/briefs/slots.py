"""A fact → the words that templates ask for: names with posts, times with prepositions, figures, instruments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dostyk.briefs.phrases import article, due, is_plural, since, when
from dostyk.briefs.tables import table
from dostyk.entities.places import PLACES, state_of, states_named
from dostyk.entities.spelling import fold, words
from dostyk.facts.holders import followed, last_told
from dostyk.facts.naming import be, called, name_series
from dostyk.facts.showing import capital, show_count, show_figure, show_list, show_time
from dostyk.facts.timing import Day, compatible, is_open, last_day, years_between
from dostyk.facts.wording import stem
from dostyk.model.fact import Fact
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement

_NAMED_ONCE = ("event", "project", "institution")
# Years for which somebody who was last told to hold a post is still said to hold it, with the date.
_FRESH = 2
# Characters around a quote in which its title is looked for.
_NEAR = 400
_ARTICLES = ("status", "visit_type", "mission_type")


class Posts:
    """Which post each person held at a time, by the offices in the record."""

    def __init__(self, offices: Iterable[Fact]) -> None:
        self._by_holder: dict[str, list[Fact]] = {}
        for office in offices:
            for holder in office.roles.get("holder", ()):
                self._by_holder.setdefault(holder.id, []).append(office)

    def titled(self, person: Mention, time: str | None) -> str:
        """A person's name with the post held then, in brackets; the bare name where the record has none."""
        known = self._by_holder.get(person.id, ())
        fitting = [o for o in known if any(s.time is not None and compatible(s.time, time) for s in o.statements)] if time else []
        fitting.sort(key=lambda o: (-sum(s.time == time for s in o.statements), -len(o.statements), o.id))
        chosen = (fitting or (list(known) if len(known) == 1 else []))[:1]
        return f"{person.name} ({capital(position_of(chosen[0]))})" if chosen else person.name


class Context:
    """What sentences need to know beyond their fact: who held which post until when, which two countries the brief is on, and its day."""

    def __init__(self, offices: Sequence[Fact], parties: tuple[str, str], now: Day | None = None) -> None:
        self.posts = Posts(offices)
        self.parties = parties
        self._now = now
        self._followed = followed(offices)

    def standing(self, fact: Fact) -> str:
        """Under which templates a fact falls beyond its modality: a post that has a later holder, or was told of long ago, is past."""
        if fact.kind != "Office":
            return ""
        day = last_day(last_told(fact))
        fresh = day is not None and self._now is not None and years_between(day, max(day, self._now)) <= _FRESH
        return "held" if fresh and fact.id not in self._followed else "past"

    def between(self, mentions: Sequence[Mention]) -> str:
        """Between whom: "between X and Y"; "" where it is between the brief's own two countries."""
        if len(mentions) < 2 or {m.id for m in mentions} <= set(self.parties) or _both_governments(mentions, self.parties):
            return ""
        return f"between {show_list(called(m) for m in mentions)}"


def _both_governments(mentions: Sequence[Mention], parties: tuple[str, str]) -> bool:
    """Whether instruments are between the two states by way of their governments."""
    states = {code for m in mentions for code in states_named(m.name)}
    return states == set(parties) and all(m.id in parties or "government" in fold(m.name) for m in mentions)


def slots(fact: Fact, context: Context) -> dict[str, str]:
    """Everything a template of the fact's kind may ask for; what the fact does not have is absent or empty."""
    found = {role: show_list(called(m) for m in (mentions[:1] if role in _NAMED_ONCE else mentions)) for role, mentions in fact.roles.items()}
    found |= dict(fact.attributes)
    found |= {f"a_{slot}": article(found[slot]) for slot in _ARTICLES if slot in found}
    for role in ("visitor", "participant"):
        found[f"titled_{role}"] = show_list(_called(m, fact, context) for m in fact.roles.get(role, ()))
    found["location"] = _place(fact.roles.get("location", ()))
    found["destination"] = _destination(fact.roles.get("destination", ()))
    found["in_place"] = _in_place(_unsaid(fact))
    if {m.id for m in fact.roles.get("participant", ())} == set(context.parties):
        found["participant"] = ""
    found["topic"] = topic if len((topic := fact.attributes.get("topic", "")).split()) > 1 and topic[:1].islower() else ""
    found["between"] = context.between(fact.roles.get("party", ()))
    begun = fact.kind != "Office" or is_open(fact.time)
    lasting = fact.kind == "Office" and any(s.time is None for s in fact.statements)
    found |= {"when": "" if lasting else when(fact.time), "since": since(fact.time) if begun else "", "due": due(fact.time)}
    return found | _of_kind(fact, context)


def position_of(office: Fact) -> str:
    """A position with what it belongs to: "mayor of Bergen", "Prime Minister of Norway"."""
    position = office.attributes.get("position", "holder of a post")
    of = office.roles.get("of", ())
    if not of or " of " in position and set(words(of[0].name)) & set(words(position)) or fold(of[0].name) in fold(position):
        return position
    return f"{position} of {called(of[0])}"


def _of_kind(fact: Fact, context: Context) -> dict[str, str]:
    match fact.kind:
        case "Relations":
            return {"told_when": when(newest_page(fact))}
        case "Office":
            return {"position_of": with_ordinal(position_of(fact)), **_last_told(fact)}
        case "Meeting":
            return {"meeting": _meeting([_called(m, fact, context) for m in fact.roles.get("participant", ())])}
        case "Agreement":
            return _instrument(fact)
        case "Indicator":
            return _figure(fact)
        case "Membership":
            return {"is": "are" if len(fact.roles.get("member", ())) > 1 else "is"}
        case "Regime":
            return {"subject": f"“{fact.attributes.get('subject', 'A rule')}”"}
        case _:
            return {}


def newest_page(fact: Fact) -> str | None:
    """When the newest page that tells of a fact was published."""
    pages = [(last_day(p), p) for s in fact.statements if (p := s.document.published) and last_day(p)]
    return max(pages)[1] if pages else None


def _called(mention: Mention, fact: Fact, context: Context) -> str:
    """How somebody who acts is called; a place that visits sends a delegation."""
    if mention.type in PLACES:
        return f"a delegation from {called(mention)}" if fact.kind == "Visit" else called(mention)
    return context.posts.titled(mention, fact.time) if mention.type is MentionType.PERSON else mention.name


def _meeting(called: list[str]) -> str:
    if len(called) < 2:
        return f"{called[0]} held a meeting" if called else ""
    return f"{called[0]} met {show_list(called[1:])}"


def _place(mentions: tuple[Mention, ...]) -> str:
    """Places as a list; a country is left out where something inside it is named."""
    finer = [m for m in mentions if m.type is not MentionType.COUNTRY]
    return show_list(called(m) for m in finer or mentions)


def _unsaid(fact: Fact) -> tuple[Mention, ...]:
    """The places of a fact that its own name does not already say."""
    named = fold(" ".join(m.name for role in _NAMED_ONCE for m in fact.roles.get(role, ())[:1]))
    return tuple(m for m in fact.roles.get("place", ()) if fold(m.name) not in named)


def _in_place(mentions: tuple[Mention, ...]) -> str:
    """Places with a preposition: "in Astana", "at Oslo University"; "" for none."""
    names = _place(mentions)
    inside = bool(mentions) and all(m.type in PLACES for m in mentions)
    return f"{'in' if inside else 'at'} {names}" if names else ""


def _destination(mentions: tuple[Mention, ...]) -> str:
    """Destinations as a list; a place inside a country named stands in brackets behind it."""
    countries = [m for m in mentions if m.type is MentionType.COUNTRY]
    inner = [m for m in mentions if m.type is not MentionType.COUNTRY and any(state_of(m) == c.id for c in countries)]
    rest = [m for m in mentions if m not in countries and m not in inner]
    shown = [called(c) + (f" ({found})" if (found := show_list(m.name for m in inner if state_of(m) == c.id)) else "") for c in countries]
    return show_list([*shown, *(m.name for m in rest)])


def _last_told(office: Fact) -> dict[str, str]:
    """Until when an office is told to be held, and since when where it says so."""
    known = last_told(office)
    return {"told": show_time(known) if known else "", "told_when": when(known), "begun": since(office.time) if is_open(office.time) else ""}


def with_ordinal(position: str) -> str:
    """A position that begins with an ordinal in small letters takes the article: "the first Consul General"."""
    first = position.partition(" ")[0]
    return f"the {position}" if first in table("wording.toml")["ordinals"] else position


def title_of(instrument: Fact) -> str:
    """An instrument's title without words that only point to it ("the newest"); "…" where the text shows that it goes on."""
    title = instrument.attributes.get("title", "")
    rows, parts = table("wording.toml")["titles"], title.split()
    while len(parts) > 1 and parts[0].lower() in rows["pointing"]:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].lower() in rows["trailing"]:
        parts = parts[:-1]
    kept = " ".join(parts)
    return kept + " …" if _is_proper(kept) and any(_goes_on(title, s, rows["going_on"]) for s in instrument.statements) else kept


def _is_proper(title: str) -> bool:
    """Whether a title is one of its own, to be quoted, rather than a sort of instrument."""
    return title[:1].isupper() or len(title.split()) > 3


def _goes_on(title: str, statement: Statement, prepositions: Sequence[str]) -> bool:
    """Whether what follows a title in its text belongs to it: a preposition that cannot begin anything else."""
    if statement.attributes.get("title") != title:
        return False
    worded = re.compile(r"\s+".join(map(re.escape, title.split())) + r"\s+(\w+)", re.IGNORECASE)
    found = worded.search(statement.document.text, max(0, statement.evidence.start - _NEAR), statement.evidence.end + _NEAR)
    return found is not None and found[1] in prepositions


def _instrument(fact: Fact) -> dict[str, str]:
    attributes = fact.attributes
    title, sort = title_of(fact), attributes.get("agreement_type", "instrument")
    proper = _is_proper(title)
    named = f"“{title}”" if title and proper else article(title or sort)
    if proper and "agreement_type" in attributes and not {stem(w) for w in words(sort)} & {stem(w) for w in words(title)}:
        named = f"{article(sort)}, {named}"
    actions = table("wording.toml")["actions"]
    stated = attributes.get("action", "") if attributes.get("action") != "signed" else ""
    action = actions.get(stated or sort, stated or "signed")
    plural = is_plural(title or sort) and not named.startswith(("a ", "an "))
    worth = show_figure(attributes["value"], attributes.get("unit", "1"), attributes.get("bound", "exact")) if "value" in attributes else ""
    valid = show_time(attributes["valid"]) if "valid" in attributes else ""
    found = {"instrument": capital(named), "instrument_within": named, "action": action, "stated_action": action if stated else ""}
    return found | {"figure": worth, "valid": valid, "was": "were" if plural else "was", "is": "are" if plural else "is"}


def _figure(fact: Fact) -> dict[str, str]:
    a = fact.attributes
    value, unit, bound = a.get("value", ""), a.get("unit", "1"), a.get("bound", "exact")
    series = name_series(fact)
    size = show_figure(value.lstrip("-"), unit, bound)
    fold = a.get("statistic") == "multiple" and unit == "1"
    undated = any(s.time is None for s in fact.statements)
    base = a.get("compared_with")
    return {
        "series": series,
        "be": be(series),
        "figure": show_figure(value, unit, bound),
        "size": f"{size}-fold" if fold else size,
        "moved": "fell" if value.startswith("-") else "rose",
        "base": show_time(base) if base else "",
        "ranked": a.get("measure", "rank").removesuffix(" rank") + "s",
        "first": show_count(int(value)) if bound == "max" and value.isdigit() else "",
        "year": "" if undated or not fact.time else show_time(fact.time),
        "as_of": show_time(fact.time) if fact.time and not is_open(fact.time) else "",
        "page_when": when(newest_page(fact)) if fact.time is None else "",
        "open": since(fact.time) if is_open(fact.time) else "",
        "are": "is" if value == "1" else "are",
    }
