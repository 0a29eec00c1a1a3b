"""Reads offices from verbs: "X took up the post of Y", "X was appointed Y", "X has been Y since", "the Y of Z is X"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.kinds.office.accredited import between, diplomat, national, of_opened
from dostyk.kinds.office.drafts import draft_of
from dostyk.kinds.office.titles import Title, gone, joined, title
from dostyk.kinds.wording import without_article, wordlists
from dostyk.languages.words import words as english
from dostyk.model.analysis import Clause, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

HEADS = (("head", "head"), ("chair", "chair"), ("direct", "director"))


def appointments(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X took up the post of Y", "X was appointed (as) Y", "X has been Y since", "the Y of Z is X"."""
    words = wordlists("office")
    behind = [o for o in clause.obliques if o.preposition == "as"]
    if clause.lemma in words["appointing"]:
        given = (
            [o for o in clause.obliques if o.preposition != "by"]
            if clause.passive
            else [*behind, *[o for o in clause.obliques if o.preposition == "to"]]
        )
        holder, candidates = clause.patient, [clause.predicate, *given]
    elif clause.lemma in words["taking"]:
        holder, candidates = (
            clause.agent,
            [clause.patient, *behind, *[o for o in clause.obliques if o.preposition in ("to", "of") and o.lemma in words["posts"]]],
        )
    elif clause.lemma in words["serving"]:
        holder, candidates = clause.agent, [clause.predicate, *behind]
        if (
            clause.lemma == "be"
            and clause.predicate is not None
            and clause.agent is not None
            and _person(clause.agent) is None
            and clause.agent.office is not None
        ):
            holder, candidates = clause.predicate, [clause.agent]
    else:
        return
    who = _holder(holder, reading) if holder is not None else None
    if holder is not None and who is None and (named := _apposed(sentence, holder, clause)) is not None:
        who = reading.mentions(named)[0]
    if holder is None or who is None:
        return
    if clause.lemma == "take" and clause.patient is not None and clause.patient.lemma == "office" and holder.office is not None:
        candidates = [*[o for o in behind if _office_in(o) is not None], holder]
    for candidate in candidates:
        office = _office_in(candidate) if candidate is not None else None
        if office is not None and "counterpart" in office.lemma:
            continue
        if office is not None and candidate is not None and (office is not holder.office or candidate is holder) and not gone(office):
            post = title(office, reading)
            if diplomat(post):
                post = joined(post, office, sentence, loose=True)
            if post.position.lower() in words["generic"] and not any(m.type is MentionType.COUNTRY for m in (*post.of, *post.to)):
                continue
            post = national(between(post, reading, receiving=_sent_to(clause, candidate, reading)), reading)
            post = of_opened(post, sentence, reading)
            yield _taken(sentence, clause, (who, holder.start, max(candidate.end, holder.end)), post)
            return


def _apposed(sentence: Sentence, holder: Phrase, clause: Clause) -> Span | None:
    """The name between commas behind a post and whom it is accredited to ("The Minister to X, | Ana Ruiz, | was raised to Ambassador")."""
    if holder.office is None or not clause.passive:
        return None
    between_them = sentence.tokens[holder.last + 1 : clause.verb]
    people = [i for i, t in enumerate(between_them) if t.span is not None and t.span.type is SpanType.PERSON]
    return between_them[people[0]].span if len(people) == 1 and people[0] and between_them[people[0] - 1].text == "," else None


def _sent_to(clause: Clause, candidate: Phrase, reading: Reading) -> list[Mention]:
    """The country behind "to" right after the post ("was appointed Minister | to Bulgaria")."""
    behind = [o for o in clause.obliques if o.preposition == "to" and 0 < o.first - candidate.last <= 3]
    return [m for o in behind[:1] for m in reading.mentions(o, ("country",))]


def headed(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "the association is headed by X": X is the head of a standing body; who leads a delegation holds no post."""
    body, leader = clause.patient, clause.agent
    if not clause.passive or body is None or leader is None or clause.modality is not Modality.ACTUAL:
        return
    words = wordlists("office")
    who = _holder(leader, reading) if _person(leader) is not None else None
    position = next((post for verb, post in HEADS if verb == clause.lemma), "")
    if who is None or not position or body.lemma.split(" ")[-1] not in words["bodies"]:
        return
    inside = [
        m for o in clause.obliques if o.preposition in ("in", "of") and 0 < o.first - body.last <= 3 for m in reading.mentions(o, ("organisation",))
    ]
    of = inside[:1] or reading.mentions(body, ("organisation",))[:1] or [thing(without_article(body.text), MentionType.ORGANISATION)]
    yield _taken(sentence, clause, (who, leader.start, max(leader.end, body.end)), Title(position, tuple(of), ()))


def _holder(phrase: Phrase, reading: Reading) -> Mention | None:
    """Whom a phrase means that stands for the holder of a post: a name, or "he" and "she"."""
    span = _person(phrase)
    found = reading.mentions(span) if span is not None else reading.mentions(phrase, ("person",)) if phrase.lemma in ("he", "she") else []
    return found[0] if found else None


def _person(phrase: Phrase | None) -> Span | None:
    """The name of a person that a phrase is or carries."""
    if phrase is None:
        return None
    span = phrase.person or (phrase.span if phrase.span is not None and phrase.span.type in (SpanType.PERSON, SpanType.NAME) else None)
    if span is None or span.type is SpanType.PERSON:
        return span
    words = span.text.lower().split()
    return None if len(words) < 2 or any(english().is_("mission", w) or english().is_("organisation", w) for w in words) else span


def _taken(sentence: Sentence, clause: Clause, where: tuple[Mention, int, int], post: Title) -> Draft:
    """The draft of an appointment: its holder, and from where to where it is worded."""
    holder, start, end = where
    verb = sentence.tokens[clause.verb]
    draft = draft_of(post, holder, (min(start, verb.start), max(end, verb.end)), "office.appointment", 0.9)
    draft.modality, draft.open_ended, draft.anchor = clause.modality, True, verb.start
    return draft


def _office_in(phrase: Phrase) -> Phrase | None:
    """The post that a phrase names, itself or after "the post of"."""
    if phrase.office is not None:
        return phrase.office
    for complement in phrase.complements:
        if phrase.lemma in wordlists("office")["posts"] and complement.office is not None:
            return complement.office
    return None
