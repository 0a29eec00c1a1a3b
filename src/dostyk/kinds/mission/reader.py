"""Reads missions: whose post, of what class, in which city, since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.kinds.mission.lines import is_line, line_sender, line_time
from dostyk.kinds.mission.places import Place, anywhere, both_capitals, line_city, places, seat, seat_in
from dostyk.kinds.mission.posts import act_on, actor, mission_type, opening_of, owned, posts, raised_from, sender
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, Span
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

LAST = "mission.last"
PLACE = "mission.paragraph"
PERSONAL = frozenset(("his", "her", "their", "our", "my"))


@dataclass(frozen=True, slots=True)
class _Post:
    """A mission as a sentence names it; `clause` is what is said of it, None where it is only named."""

    phrase: Phrase
    kind: str
    clause: Clause | None
    line: bool


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each city in which a sentence puts a mission."""
    line = is_line(sentence)
    carried: Mention | None = None
    read_of: set[int] = set()
    for phrase in posts(sentence):
        kind = mission_type(phrase, sentence)
        for clause in _said(sentence, phrase) or [None]:
            for draft in _of_post(sentence, _Post(phrase, kind, clause, line), carried, reading):
                carried = _keep(reading, draft, sentence)
                if clause is not None:
                    read_of.add(clause.verb)
                yield draft
    for clause in sentence.clauses:
        for draft in _of_pronoun(sentence, clause, reading):
            _keep(reading, draft, sentence)
            read_of.add(clause.verb)
            yield draft
    told = reading.memory.get(LAST)
    for clause in sentence.clauses:
        if clause.verb not in read_of:
            for draft in again(sentence, clause, reading):
                _keep(reading, draft, sentence)
                yield draft
    if isinstance(told, Draft) and isinstance(last := reading.memory[LAST], Draft) and told.start >= sentence.start and told.anchor > last.anchor:
        reading.memory[LAST] = told


def _keep(reading: Reading, draft: Draft, sentence: Sentence) -> Mention | None:
    """Remember the mission spoken of last and where; gives its sender."""
    reading.memory[LAST] = draft
    reading.memory[PLACE] = sentence.paragraph
    own = draft.roles["sender"][0]
    return own if isinstance(own, Mention) else None


def _verbs(*names: str) -> frozenset[str]:
    lists = wordlists("mission")
    return frozenset().union(*(lists[name] for name in names))


def _said(sentence: Sentence, phrase: Phrase) -> list[Clause | None]:
    """The clauses that say that the mission was opened, exists, was closed or changed."""
    verbs = _verbs("opening", "keeping", "moving", "closing", "raising")
    found: list[Clause | None] = []
    for clause in sentence.clauses:
        if clause.lemma not in verbs:
            continue
        slots = [
            clause.agent,
            clause.patient,
            clause.predicate,
            *[o for o in clause.obliques if o.preposition in ("by", "with", "through", "to", "into", "of")],
        ]
        if any(member is phrase for slot in slots if slot is not None for member in slot.members()):
            found.append(clause)
    return found


def _of_post(sentence: Sentence, post: _Post, carried: Mention | None, reading: Reading) -> Iterator[Draft]:
    clause = post.clause
    if post.phrase.determiner in PERSONAL and clause is not None and clause.lemma in _verbs("beginning") and post.kind in _verbs("weak"):
        return  # "they began their mission": a term of office, no post
    if raised_from(sentence, post.phrase) or (clause is not None and clause.lemma in _verbs("raising")):
        yield from _raised(sentence, post, reading)
        return
    if clause is None and any(p.first > post.phrase.last and raised_from(sentence, p) for p in posts(sentence)):
        return  # "Legation in X | Raised to Embassy": the mission is what it became
    if clause is None and act_on(sentence, post.phrase) in ("raisings", "movings"):
        return
    if post.kind in _verbs("weak") and not (
        post.line or (clause is not None and clause.lemma in _verbs("opening", "closing") | {"keep", "maintain", "operate", "run"})
    ):
        return
    if capitals := both_capitals(sentence, post.phrase, reading):
        for state, city in capitals:
            yield _draft(post, state, (None, city), sentence)
        return
    where = places(sentence, post.phrase, clause, reading) or (line_city(sentence, post.phrase, reading) if post.line else [])
    own_sender = (
        sender(post.phrase, clause or post.phrase.clause, reading, clause is not None)
        or (line_sender(sentence, post.phrase) if post.line else None)
        or (None if owned(post.phrase, clause) else carried)
    )
    if not where and clause is not None and clause.lemma in _verbs("opening", "closing") and own_sender is not None:
        capital = seat(post.kind, own_sender, reading)
        if capital is not None:
            yield _draft(post, own_sender, (None, capital), sentence)
    for span, place in where:
        own = own_sender
        if own is not None and span is not None and span.country == own.id:
            own = _other(span, reading)
        whose = own or (_other(span, reading) if (clause is not None or post.line) and not owned(post.phrase, clause) else None)
        if (
            whose is None
            or place.id == whose.id
            or (
                place.type is MentionType.COUNTRY
                and not (clause is not None and clause.lemma in _verbs("opening", "keeping", "closing") and clause.lemma != "be")
                and not (clause is None and post.kind in _verbs("central") and (opening_of(sentence, post.phrase) or act_on(sentence, post.phrase)))
            )
        ):
            continue
        yield _draft(post, whose, (span, place), sentence)


def _other(span: Span | None, reading: Reading) -> Mention | None:
    """The one of the two countries that the place does not lie in."""
    pair = reading.pair()
    if span is None or len(pair) != 2 or span.country not in (pair[0].id, pair[1].id):
        return None
    return pair[1] if span.country == pair[0].id else pair[0]


def _raised(sentence: Sentence, post: _Post, reading: Reading) -> Iterator[Draft]:
    """Read "the legation in X was raised to an embassy": the mission is what it became, where it was before."""
    nominal = raised_from(sentence, post.phrase)
    if not nominal and post.clause is None:
        return
    if (
        not nominal
        and post.clause is not None
        and not any(member is post.phrase for o in post.clause.obliques if o.preposition in ("to", "into") for member in o.members())
    ):
        return
    before = [p for p in posts(sentence) if p.last < post.phrase.first]
    where: list[Place] = places(sentence, post.phrase, None, reading)
    for earlier in reversed(before):
        where = where or places(sentence, earlier, earlier.clause, reading) or anywhere(sentence, earlier, reading)
    own = next((s for p in [post.phrase, *reversed(before)] if (s := sender(p, p.clause, reading, True)) is not None), None)
    if post.clause is not None:
        own = own or actor(post.clause.patient or post.clause.agent, post.phrase, reading)
    own = own or next((a for c in sentence.clauses if c.lemma == "represent" and (a := actor(c.patient, post.phrase, reading)) is not None), None)
    where = where or (anywhere(sentence, post.phrase, reading) if own is not None else [])
    last = reading.memory.get(LAST)
    kept = isinstance(last, Draft) and (own is None or _same(last.roles["sender"][0], own))
    if not where and kept and isinstance(last, Draft) and isinstance(last.roles["location"][0], Mention):
        yield _draft(post, last.roles["sender"][0], (None, last.roles["location"][0]), sentence)  # type: ignore[arg-type]
        return
    if not where and own is not None and (there := seat(post.kind, own, reading)) is not None:
        yield _draft(post, own, (None, there), sentence)
        return
    for span, place in where:
        abroad = own is not None and len(where) == 1 and own.id not in (span.country, place.id)
        whose = own if abroad else _other(span, reading) or own
        if whose is not None:
            yield _draft(post, whose, (span, place), sentence)


def _same(one: Filler, other: Mention) -> bool:
    return isinstance(one, Mention) and one.id == other.id


def _of_pronoun(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "reopened it in 2006" and "will open another in X" of the mission spoken of last."""
    last = reading.memory.get(LAST)
    if not isinstance(last, Draft) or clause.lemma not in _verbs("opening", "closing", "moving"):
        return
    post = _Post(
        clause.patient or Phrase(clause.verb, clause.verb, clause.verb, clause.start, clause.end, "", ""),
        last.attributes["mission_type"],
        clause,
        False,
    )
    own = last.roles["sender"][0]
    if clause.patient is not None and clause.patient.lemma == "it" and clause.lemma not in _verbs("moving"):
        yield _draft(post, own, (None, last.roles["location"][0]), sentence)  # type: ignore[arg-type]
        return
    after = sentence.tokens[clause.verb + 1].low if clause.verb + 1 < len(sentence.tokens) else ""
    if after in wordlists("mission")["others"] and clause.lemma in _verbs("opening"):
        for oblique in clause.obliques:
            if oblique.preposition == "in":
                for member in oblique.members():
                    for place in reading.mentions(member, ("city",)):
                        yield _draft(post, actor(clause.agent, post.phrase, reading) or own, (member.span, place), sentence)  # type: ignore[arg-type]


def again(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read what more is told of the mission spoken of last: "… and closed in 1936", "It closed in 1950 and reopened in 1953", "which closed"."""
    words, last = wordlists("mission"), reading.memory.get(LAST)
    if not isinstance(last, Draft) or reading.memory.get(PLACE) != sentence.paragraph or clause.lemma not in words["anew"] | words["closing"]:
        return
    subject = clause.patient if clause.passive else clause.agent or clause.patient
    behind = sentence.tokens[clause.verb - 1].low if clause.verb else ""
    shared = last.start >= sentence.start and last.anchor < sentence.tokens[clause.verb].start and behind in ("which", "and", "then", "to", ",")
    inside = subject is not None and subject.end <= last.end and last.start >= sentence.start
    if not (_is_last(subject, last, sentence) or shared or inside) or clause.lemma in ("withdraw", "suspend"):
        return
    kinds = [mission_type(p, sentence) for o in clause.obliques if o.preposition == "as" for p in posts(sentence) if p is o]
    kind = next(iter(kinds), last.attributes["mission_type"])
    verb = sentence.tokens[clause.verb]
    own = subject is not None and sentence.start <= subject.start and not any(subject.last < c.verb < clause.verb for c in sentence.clauses)
    start = subject.start if own and subject is not None and subject.start < verb.start else verb.start
    at = Phrase(clause.verb, clause.verb, clause.verb, start, verb.end, "", "")
    draft = _draft(_Post(at, kind, clause, False), last.roles["sender"][0], (None, last.roles["location"][0]), sentence)  # type: ignore[arg-type]
    draft.modality = clause.modality if clause.form == "finite" or clause.modality is Modality.NEGATED else Modality.ACTUAL
    draft.anchor, draft.time = verb.start, ""
    if any(d.edtf and d.start > verb.start for d in sentence.dates):
        yield draft


def _is_last(subject: Phrase | None, last: Draft, sentence: Sentence) -> bool:
    """Whether a subject is "it", or names the class of the mission spoken of last without a place of its own."""
    if subject is None:
        return False
    if subject.lemma == "it":
        return True
    own = mission_type(subject, sentence) if subject.determiner.lower() in ("the", "this") and not subject.complements else ""
    return bool(own) and own == last.attributes["mission_type"]


def _central(post: _Post, place: Mention, sentence: Sentence) -> Mention:
    """The city where an embassy is of which only the country is named."""
    if place.type is not MentionType.COUNTRY or post.kind not in _verbs("central"):
        return place
    at = next((d.edtf for d in sentence.dates if d.edtf and len(d.edtf) in (4, 7, 10) and d.edtf[:4].isdigit()), None)
    return seat_in(place.id, at) or place


def _draft(post: _Post, whose: Mention, where: tuple[Span | None, Mention], sentence: Sentence) -> Draft:
    span, place = where[0], _central(post, where[1], sentence)
    act = act_on(sentence, phrase) if (phrase := post.phrase) and post.clause is None else ""
    clause, phrase = post.clause, post.phrase
    points = [(phrase.start, phrase.end)]
    if span is not None:
        points.append((span.start, span.end))
    verb = sentence.tokens[clause.verb] if clause is not None else None
    if verb is not None:
        points.append((verb.start, verb.end))
    roles: dict[str, list[Filler]] = {"sender": [whose], "location": [place]}
    draft = Draft(
        "Mission", min(p[0] for p in points), max(p[1] for p in points), roles, {"mission_type": post.kind}, "", Modality.ACTUAL, True, "mission", 0.8
    )
    if post.kind == "consulate" and span is not None and sentence.text[span.end - sentence.start :].startswith(" (general)"):
        draft.attributes["mission_type"] = "consulate general"
    draft.anchor = max(span.start if span is not None else phrase.start, verb.start if verb is not None else 0)
    draft.time, reach = line_time(
        sentence, phrase, span, post.line, clause is not None or bool(act) or opening_of(sentence, phrase) or raised_from(sentence, phrase)
    )
    draft.end = max(draft.end, reach)
    raised = raised_from(sentence, phrase)
    if raised or (clause is not None and clause.lemma in _verbs("raising")):
        draft.attributes["action"] = "raised"
        draft.open_ended = False
    elif act == "closings":
        draft.attributes["action"] = "closed"
        draft.open_ended = False
    if clause is not None:
        lasting = clause.modality is Modality.ONGOING and clause.lemma in _verbs("lasting")
        draft.modality = Modality.ACTUAL if lasting else clause.modality
        if clause.lemma in _verbs("closing"):
            draft.attributes["action"] = "closed"
            draft.open_ended = False
    return draft
