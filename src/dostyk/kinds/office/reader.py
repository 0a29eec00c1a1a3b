"""Reads offices: who holds which post of what, from names in apposition and from appointments."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.languages.words import words as english
from dostyk.model.analysis import Clause, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType

TAKING = {"take", "assume", "hold", "occupy", "leave"}
APPOINTING = {"appoint", "name", "elect", "nominate", "designate", "confirm", "reelect", "re-elect", "swear", "choose"}
SERVING = {"serve", "be", "become", "act", "work"}
GENERIC = {"representative", "delegate", "member", "head", "heads", "leader", "leaders", "resident", "deputy", "founder", "principal", "delegates", "representatives"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each holder whose post a sentence names."""
    for phrase in _all(sentence):
        if phrase.office is not None and phrase.person is not None and not _former(phrase.office):
            yield from _held(phrase.office, phrase.person, phrase.start, phrase.end, reading)
    for clause in sentence.clauses:
        yield from _verbal(sentence, clause, reading)


def _all(sentence: Sentence) -> Iterator[Phrase]:
    seen: set[int] = set()

    def walk(phrase: Phrase) -> Iterator[Phrase]:
        if id(phrase) not in seen:
            seen.add(id(phrase))
            yield phrase
            for inner in (*phrase.others, *phrase.complements, *([phrase.possessor] if phrase.possessor else [])):
                yield from walk(inner)

    for phrase in sentence.phrases:
        yield from walk(phrase)


def _former(office: Phrase) -> bool:
    assert office.span is not None
    return office.span.text.lower().startswith(("former", "ex-", "late", "then"))


def _held(office: Phrase, person: Span, start: int, end: int, reading: Reading) -> Iterator[Draft]:
    position, of, to = post(office, reading)
    if not position or (position.lower() in GENERIC and not of):
        return
    holders = reading.mentions(person)
    if holders:
        roles: dict[str, list[Filler]] = {"holder": list(holders), "of": list(of), "to": list(to)}
        yield Draft("Office", min(start, person.start), max(end, person.end), roles, {"position": position}, "", rule="office.apposition", confidence=0.75, anchor=person.start)


def _verbal(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X took up the post of Y", "X was appointed (as) Y", "X has been Y since"."""
    if clause.lemma in APPOINTING and clause.passive:
        holder, candidates = clause.patient, [clause.predicate, *clause.obliques]
    elif clause.lemma in APPOINTING:
        holder, candidates = clause.patient, [clause.predicate, *[o for o in clause.obliques if o.preposition in ("as", "to")]]
    elif clause.lemma in TAKING:
        holder, candidates = clause.agent, [clause.patient]
    elif clause.lemma in SERVING:
        holder, candidates = clause.agent, [clause.predicate, *[o for o in clause.obliques if o.preposition == "as"]]
    else:
        return
    if holder is None:
        return
    span = holder.person or (holder.span if holder.span is not None and holder.span.type in (SpanType.PERSON, SpanType.NAME) else None)
    if span is None or (span.type is SpanType.NAME and len(span.text.split()) < 2):
        return
    if clause.lemma == "take" and clause.patient is not None and clause.patient.lemma == "office" and holder.office is not None:
        position, of, to = post(holder.office, reading)
        yield _draft(sentence, clause, reading, span, (position, of, to), holder.end)
        return
    for candidate in candidates:
        office = _office_in(candidate) if candidate is not None else None
        if office is not None and office is not holder.office:
            yield _draft(sentence, clause, reading, span, post(office, reading), candidate.end)  # type: ignore[union-attr]
            return


def _draft(sentence: Sentence, clause: Clause, reading: Reading, span: Span, held: tuple[str, list[Mention], list[Mention]], end: int) -> Draft:
    position, of, to = held
    roles: dict[str, list[Filler]] = {"holder": list(reading.mentions(span)), "of": list(of), "to": list(to)}
    verb = sentence.tokens[clause.verb]
    return Draft(
        "Office", min(span.start, verb.start), max(end, verb.end, span.end), roles, {"position": position}, "", clause.modality, clause.lemma in TAKING | APPOINTING | SERVING,
        "office.appointment", 0.85, verb.start,
    )  # fmt: skip


def _office_in(phrase: Phrase) -> Phrase | None:
    """The post that a phrase names, itself or after "the post of"."""
    if phrase.office is not None:
        return phrase.office
    for complement in phrase.complements:
        if phrase.lemma in ("post", "position", "office", "duty", "duties", "role", "rank", "title") and complement.office is not None:
            return complement.office
    return None


def post(office: Phrase, reading: Reading) -> tuple[str, list[Mention], list[Mention]]:
    """Give (position as worded without its country, what it belongs to, whom it is accredited to)."""
    assert office.span is not None
    parts, of, to = [office.span.text], [], []
    for token in office.modifiers:
        if token.span is not None and token.span.type is SpanType.OFFICE:
            parts.insert(len(parts) - 1, f"{token.text} and")
        elif token.span is not None and token.span.type is SpanType.NAME and english().is_("portfolio", token.text.split()[0].lower()):
            parts.insert(len(parts) - 1, token.text)
        elif token.span is not None and token.span.type is not SpanType.QUANTITY:
            of += [m for m in reading.mentions(token.span) if m.type is not MentionType.PERSON]
        elif token.span is None and token.tag.startswith(("N", "J")) and token.low not in ("new", "current", "incumbent"):
            parts.insert(len(parts) - 1, token.text)
    if office.possessor is not None:
        of += [m for p in office.possessor.members() for m in reading.mentions(p) if m.type is not MentionType.PERSON]
    for complement in office.complements:
        for member in complement.members():
            found = reading.mentions(member)
            if complement.preposition == "to":
                to += [m for m in found if m.type in (MentionType.COUNTRY, MentionType.ORGANISATION, MentionType.REGION, MentionType.CITY)]
            elif complement.preposition in ("of", "for", "in", "at") and found:
                of_here, words_here = _belongs(member, found, reading)
                of += of_here
                if words_here and member is complement:
                    parts.append(f"{complement.preposition} {words_here}")
                elif words_here:
                    parts.append(f"and {words_here}")
    unique = {m.id: m for m in of}
    return " ".join(" ".join(parts).split()), list(unique.values())[:2], list({m.id: m for m in to}.values())


def _belongs(member: Phrase, found: list[Mention], reading: Reading) -> tuple[list[Mention], str]:
    """Tell what the post belongs to from what it is for: a country belongs, a body belongs and is part of the title, a field is part of the title."""
    mention = found[0]
    if mention.type in (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE):
        return found, ""
    words = " ".join(member.text.split()).removeprefix("the ")
    named = member.span is not None and member.span.type in (SpanType.ORGANISATION, SpanType.NAME, SpanType.QUOTE)
    field = member.span is not None and member.span.type is SpanType.NAME and english().is_("portfolio", member.span.text.split()[0].lower())
    if (mention.type is MentionType.ORGANISATION or named) and not field:
        return [mention], words
    countries = reading.countries(member)
    for inner in member.complements:
        tail = f" {inner.preposition} "
        if countries and tail in words and inner.preposition == "of":
            words = words[: words.rindex(tail)] if inner.text in words else words
            words = words.removesuffix(" of the").removesuffix(" of")
    return countries, words
