"""Turns the phrase of a post into its position as worded, what it belongs to and whom it is accredited to."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.naming import thing
from dostyk.kinds.wording import wordlists
from dostyk.languages.words import words as english
from dostyk.model.analysis import Phrase, Sentence, SpanType, Token
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

PLACES = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)


@dataclass(frozen=True, slots=True)
class Title:
    """A post: its position, what it belongs to (`of`) and to whom it is accredited (`to`)."""

    position: str
    of: tuple[Mention, ...]
    to: tuple[Mention, ...]


def title(office: Phrase, reading: Reading) -> Title:
    """The position as worded without its country, what it belongs to, whom it is accredited to."""
    assert office.span is not None
    parts, of = _before(office, reading)
    to: list[Mention] = []
    if office.possessor is not None:
        of += [m for p in office.possessor.members() for m in reading.mentions(p) if m.type is not MentionType.PERSON]
    elif office.determiner == "our":
        of += reading.countries(office)
    for complement in office.complements:
        for member in complement.members():
            found = reading.mentions(member)
            if complement.preposition == "to":
                to += [m for m in found if m.type in PLACES or m.type is MentionType.ORGANISATION]
            elif complement.preposition == "in" and found and found[0].type in PLACES:
                to += [m for m in found if m.type is MentionType.COUNTRY]
            elif complement.preposition in ("of", "for", "in", "at") and found and member.lemma not in ("time", "moment"):
                of_here, words_here = _belongs(member, found, reading)
                of += of_here
                if words_here:
                    parts.append(f"{complement.preposition if member is complement else 'and'} {words_here}")
    unique = {m.id: m for m in of}
    return Title(" ".join(" ".join(parts).split()), tuple(unique.values())[:2], tuple({m.id: m for m in to}.values()))


def _before(office: Phrase, reading: Reading) -> tuple[list[str], list[Mention]]:
    """The words of the title up to its head, and the countries and bodies named before it."""
    assert office.span is not None
    dropped = wordlists("office")["dropped"]
    words = [w for w in office.span.text.split() if w.lower() not in dropped - {"first", "resident"}]
    parts, of = [" ".join(words)], []
    for token in office.modifiers:
        span = token.span
        if span is not None and span.type is SpanType.OFFICE:
            parts.insert(len(parts) - 1, f"{token.text} and")
        elif span is not None and span.type is SpanType.NAME and english().is_("portfolio", token.text.split()[0].lower()):
            parts.insert(len(parts) - 1, token.text)
        elif span is not None and span.type is SpanType.ORGANISATION and (special := _speciality(span.text)):
            parts.insert(len(parts) - 1, special)
            of.append(named_body(span.text.removesuffix(special)))
        elif span is not None and span.type is not SpanType.QUANTITY:
            of += [m for m in reading.mentions(span) if m.type is not MentionType.PERSON]
        elif span is None and token.tag.startswith(("N", "J")) and token.low not in dropped:
            parts.insert(len(parts) - 1, token.text)
    return parts, of


def joined(post: Title, office: Phrase, sentence: Sentence, loose: bool = False) -> Title:
    """The title with another that "and" joins to it for one holder ("Envoy Extraordinary and | Minister X"); loosely, whatever follows."""
    tokens, first, last = sentence.tokens, office.first, office.last
    of = list(post.of)
    position = post.position
    if first > 1 and tokens[first - 1].low == "and" and _is_office(tokens[first - 2]):
        position = f"{tokens[first - 2].text} and {position}"
        before = tokens[first - 3].span if first > 2 else None
        if before is not None and before.type is SpanType.COUNTRY and not of:
            of.append(Mention(before.text, before.name, before.id, MentionType.COUNTRY))
    elif last + 3 < len(tokens) and tokens[last + 1].low == "and" and _is_office(tokens[last + 2]) and (loose or tokens[last + 3].text == ","):
        position = f"{position} and {tokens[last + 2].text}"
    return Title(position, tuple(of), post.to)


def _is_office(token: Token) -> bool:
    return token.span is not None and token.span.type is SpanType.OFFICE


def _speciality(body: str) -> str:
    """The last word of a body's name where it belongs to the post behind ("White House Press | Secretary"), or ""."""
    words = body.split()
    return words[-1] if len(words) > 1 and words[-1].lower() in wordlists("office")["specialities"] else ""


def named_body(name: str) -> Mention:
    """The mention of a body that only its name tells."""
    return thing(name, MentionType.ORGANISATION)


def _belongs(member: Phrase, found: list[Mention], reading: Reading) -> tuple[list[Mention], str]:
    """Tell what a post belongs to: a country belongs, a body belongs and is part of the title, a field is part of the title."""
    mention = found[0]
    if mention.type in PLACES:
        return found, ""
    words = " ".join(member.text.split()).removeprefix("the ")
    named = member.span is not None and member.span.type in (SpanType.ORGANISATION, SpanType.NAME, SpanType.QUOTE)
    field = member.span is not None and member.span.type is SpanType.NAME and english().is_("portfolio", member.span.text.split()[0].lower())
    if mention.type is MentionType.ORGANISATION and not field and member.preposition != "for":
        return [mention], ""
    if named and not field:
        return ([mention] if member.preposition != "for" else []), words
    countries = reading.countries(member)
    for inner in member.complements:
        tail = f" {inner.preposition} "
        if countries and tail in words and inner.preposition == "of":
            words = words[: words.rindex(tail)] if inner.text in words else words
            words = words.removesuffix(" of the").removesuffix(" of")
    return countries, words


def gone(office: Phrase) -> bool:
    """Whether a post is held no longer: "former", "late", "then"."""
    assert office.span is not None
    past = wordlists("office")["past"]
    return office.span.text.lower().startswith(tuple(sorted(past))) or any(t.low in past for t in office.modifiers)
