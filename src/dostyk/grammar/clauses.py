"""Turns chunks into clauses: a verb with its subject, object, oblique phrases, voice and modality."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.grammar.phrases import Chunk
from dostyk.languages.words import listed
from dostyk.model.analysis import Clause, Phrase, SpanType, Token
from dostyk.model.statement import Modality

BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re"}  # noqa: RUF001
FIRST = {"first", "second", "third", "fourth", "last", "only", "earliest", "latest"}
HAVE = {"have", "has", "had", "having"}
SUBORDINATING = {"after", "before"}
NEGATIONS = {"not", "n't", "never", "no longer", "without", "neither", "nor"}


@dataclass(slots=True)
class _Group:
    """A verb group: chunk indices `first`..`last`, the main verb's token."""

    first: int
    last: int
    main: Token
    index: int
    aux: list[str]
    form: str


def read_clauses(chunks: list[Chunk], tokens: list[Token]) -> list[Clause]:
    """Find the verb groups of a sentence and what belongs to each."""
    chunks = _unbracketed(chunks)
    groups = _groups(chunks)
    clauses: list[Clause] = []
    for number, group in enumerate(groups):
        if _misread(chunks, group, groups[:number], groups[number + 1 :]):
            group.form, group.main.tag = "finite", "VBD"
        if _reduced(chunks, group, groups):
            group.form = "participle"
        _subordinate(chunks, group, groups[:number])
    for number in range(len(groups)):
        limit = groups[number + 1].first if number + 1 < len(groups) else len(chunks)
        clauses.append(_clause(chunks, tokens, groups, number, limit, clauses))
    return clauses


def _subordinate(chunks: list[Chunk], group: _Group, before: list[_Group]) -> None:
    """What stands between "after" or "before" and a verb of its own is that verb's subject ("it grew after Chile | joined")."""
    at = group.first - 1
    phrase = chunks[at].phrase if at > 0 else None
    if phrase is None or group.form != "finite" or phrase.preposition not in SUBORDINATING or _dated(phrase):
        return
    verb = next((g for g in reversed(before) if g.form == "finite"), None)
    if verb is None or verb.main.lemma in listed("saying"):
        return
    between = [chunks[i].phrase for i in range(verb.last + 1, at)]
    own = [p for p in between if p is not None and not p.preposition and not _dated(p)]
    if (
        len(own) <= 1
        and (not own or own[0] is between[0])
        and not any(c.token is not None and c.token.text in (",", ";") for c in chunks[verb.last : at])
    ):
        phrase.preposition = ""


def _unbracketed(chunks: list[Chunk]) -> list[Chunk]:
    """Leave out what stands in brackets inside a sentence: it takes no part in the clause around it."""
    if not any(c.token is not None and c.token.text in ("(", "[") for c in chunks):
        return chunks
    kept: list[Chunk] = []
    depth = 0
    closing = max((i for i, c in enumerate(chunks) if c.token is not None and c.token.text in (")", "]")), default=-1)
    for index, chunk in enumerate(chunks):
        text = chunk.token.text if chunk.token is not None else ""
        if text in ("(", "["):
            depth += 0 < index < closing
        if depth == 0:
            kept.append(chunk)
        elif text in (")", "]"):
            depth -= 1
    return kept


def _groups(chunks: list[Chunk]) -> list[_Group]:
    groups: list[_Group] = []
    at = 0
    while at < len(chunks):
        group = _group(chunks, at)
        if group is None:
            at += 1
        else:
            groups.append(group)
            at = group.last + 1
    return groups


def _group(chunks: list[Chunk], at: int) -> _Group | None:
    """Read a verb group that begins at chunk `at`: modals, auxiliaries, adverbs, the main verb."""
    token = chunks[at].token
    if token is None or not (token.tag.startswith("VB") or token.tag == "MD" or (token.tag == "TO" and _verb(chunks, at + 1))):
        return None
    aux: list[str] = []
    main, last = token, at
    i = at
    while i < len(chunks):
        t = chunks[i].token
        if t is None:
            break
        if t.tag.startswith("VB") or t.tag == "MD":
            if main is not token or i > at:
                previous = main
                if (
                    previous.tag.startswith("VB")
                    and previous.low not in BE | HAVE | {"do", "did", "does", "get", "got"}
                    and not (previous.low in ("going", "due") and "to" in aux)
                ):
                    break
                aux.append(previous.low)
            main, last = t, i
        elif t.tag == "TO" and (i == at or main.low in BE | HAVE | {"going", "due", "set"} or main.tag == "MD") and _verb(chunks, i + 1):
            aux.append("to")
        elif t.tag.startswith("RB") or t.low in NEGATIONS:
            if i + 1 < len(chunks) and t.low not in ("not", "n't", "never") and not _verb(chunks, i + 1) and not _adverb(chunks, i + 1):
                break
            aux.append(t.low)
        else:
            break
        i += 1
    return _Group(at, last, main, chunks[last].first, aux, _form(main, aux, token))


def _verb(chunks: list[Chunk], at: int) -> bool:
    token = chunks[at].token if at < len(chunks) else None
    return token is not None and (
        token.tag.startswith("VB") or token.tag == "MD" or (token.tag.startswith("RB") and at + 1 < len(chunks) and _verb(chunks, at + 1))
    )


def _adverb(chunks: list[Chunk], at: int) -> bool:
    token = chunks[at].token if at < len(chunks) else None
    return token is not None and token.tag.startswith("RB") and _verb(chunks, at + 1)


def _form(main: Token, aux: list[str], first: Token) -> str:
    """finite, infinitive, gerund (no auxiliary), or participle (past, no auxiliary)."""
    if aux and aux[0] == "to" and first.tag == "TO":
        return "infinitive"
    helped = any(a in BE | HAVE for a in aux) or first.tag == "MD"
    if main.tag == "VBG" and not helped:
        return "gerund"
    if main.tag == "VBN" and not helped:
        return "participle"
    return "finite"


def _misread(chunks: list[Chunk], group: _Group, before: list[_Group], later: list[_Group]) -> bool:
    """Whether a participle is really a past tense: a subject before it, something acted on behind it, no verb before ("X set up ties")."""
    if group.form == "participle" and not group.aux and before and _joined_past(chunks, group, before[-1]):
        return True
    if group.form != "participle" or group.aux or group.first == 0 or any(g.form == "finite" for g in before):
        return False
    at = group.last + 1
    if at < len(chunks) and (t := chunks[at].token) is not None and t.tag == "RP":
        at += 1
    after = chunks[at].phrase if at < len(chunks) else None
    subject = chunks[group.first - 1].phrase
    if subject is None and (mark := chunks[group.first - 1].token) is not None and mark.text == "," and not any(g.form == "finite" for g in later):
        found = _main_subject(chunks, group.first - 1, -1)
        subject = found[0] if found else None
    if subject is None or subject.preposition:
        return False
    if after is not None and not after.preposition:
        return True
    return (
        group.main.lemma not in listed("transitive")
        and not any(g.form == "finite" for g in later)
        and chunks[group.first].token is not None
        and len(chunks) > group.last + 1
        and chunks[-1].token is not None
    )


def _joined_past(chunks: list[Chunk], group: _Group, before: _Group) -> bool:
    """Whether a past form goes on after "and" with an object of its own ("was opened in May and officially started work in June")."""
    at = group.first - 1
    while at > before.last and (t := chunks[at].token) is not None and t.tag.startswith("RB"):
        at -= 1
    joint = chunks[at].token if at > before.last else None
    after = chunks[group.last + 1].phrase if group.last + 1 < len(chunks) else None
    return (
        joint is not None
        and joint.low == "and"
        and before.form == "finite"
        and group.main.low.endswith("ed")
        and after is not None
        and not after.preposition
    )


def _reduced(chunks: list[Chunk], group: _Group, groups: list[_Group]) -> bool:
    """Whether a past tense is really a participle: transitive, nothing acted on behind it, hanging on a thing ("the treaty signed in May")."""
    if group.main.tag != "VBD" or group.aux or group.main.lemma not in listed("transitive") or group.first == 0:
        return False
    after = chunks[group.last + 1] if group.last + 1 < len(chunks) else None
    if after is not None and after.phrase is not None and not after.phrase.preposition:
        return False
    before = chunks[group.first - 1].phrase
    if before is None or before.lemma in ("he", "she", "they", "we", "i", "it", "who", "which"):
        return False
    if before.preposition:
        return True
    return (
        any(g.first > group.last and g.form == "finite" for g in groups)
        and not any(c.token is not None and c.token.tag == "CC" for c in chunks[group.last + 1 :][:6])
        or before.person is None
        and before.span is None
    )


def _clause(chunks: list[Chunk], tokens: list[Token], groups: list[_Group], number: int, limit: int, done: list[Clause]) -> Clause:
    group = groups[number]
    main = group.main
    passive = main.tag in ("VBN", "VBD") and any(a in BE for a in group.aux) or group.form == "participle"
    clause = Clause(group.index, main.lemma, chunks[group.first].token.start, chunks[group.last].last, passive=passive, form=group.form)  # type: ignore[union-attr]
    clause.end = tokens[chunks[group.last].last].end
    clause.modality, clause.tense = _modality(group)
    previous = done[-1] if done else None
    subject, start_chunk = _subject(chunks, groups, number, done)
    stop = _right_limit(chunks, tokens, groups, number, limit)
    objects: list[Phrase] = []
    for i in range(group.last + 1, stop):
        chunk = chunks[i]
        if chunk.phrase is None:
            if i == group.last + 1 and chunk.token is not None and chunk.token.tag in ("RP",):
                clause.particle = chunk.token.low
            continue
        if chunk.phrase.preposition:
            clause.obliques.append(chunk.phrase)
        else:
            objects.append(chunk.phrase)
        clause.end = max(clause.end, tokens[chunk.last].end)
    lead = 0 if not groups[:number] else (groups[number - 1].last + 1)
    first_left = start_chunk if start_chunk is not None else group.first
    for i in range(lead, first_left):
        phrase = chunks[i].phrase
        if phrase is not None and phrase.preposition and number == 0 and group.form != "infinitive":
            clause.obliques.append(phrase)
    if start_chunk is not None:
        for i in range(start_chunk + 1, group.first):
            phrase = chunks[i].phrase
            if phrase is not None and phrase.preposition:
                clause.obliques.append(phrase)
    _assign(clause, subject, objects, previous, main)
    if any(p is not None and p.determiner == "no" for p in (subject, clause.patient, clause.agent)) and clause.modality is Modality.ACTUAL:
        clause.modality = Modality.NEGATED
    if main.tag == "VB" and not group.aux and previous is not None and clause.modality is Modality.ACTUAL:
        clause.modality, clause.tense = previous.modality, previous.tense
    _carry_modality(clause, previous, group)
    _condition(clause, chunks, group, start_chunk)
    for phrase in [clause.patient, clause.predicate, *clause.obliques, *objects]:
        if phrase is not None:
            for member in phrase.members():
                if member.clause is None:
                    member.clause = clause
    if subject is not None and subject.clause is None:
        subject.clause = clause
    if start_chunk is not None and chunks[start_chunk].phrase is subject and subject is not None:
        clause.start = min(clause.start, subject.start)
    return clause


def _assign(clause: Clause, subject: Phrase | None, objects: list[Phrase], previous: Clause | None, main: Token) -> None:
    """Even out the voice: who acts is `agent`, who is acted on is `patient`."""
    if clause.passive:
        if clause.form == "participle" and main.lemma in ("title", "entitle", "call", "name", "dub") and objects:
            objects[0].preposition = "titled"
        clause.patient = subject
        by = next((p for p in clause.obliques if p.preposition == "by" and not _dated(p)), None)
        clause.agent = by
        if objects:
            clause.predicate = objects[0]
        return
    clause.agent = subject
    if main.lemma in ("be", "become", "remain", "stay"):
        clause.predicate = objects[0] if objects else None
    else:
        clause.patient = objects[0] if objects else None
        if len(objects) > 1:
            clause.predicate = objects[1]


def _dated(phrase: Phrase) -> bool:
    return phrase.span is not None and phrase.span.type is SpanType.DATE


def _modality(group: _Group) -> tuple[Modality, str]:
    aux, main = group.aux, group.main
    if any(a in ("not", "n't", "never", "cannot") for a in aux):
        return Modality.NEGATED, "past"
    if any(a in ("will", "shall", "'ll", "would") for a in aux) or ("to" in aux and any(a in BE for a in aux)):
        return Modality.PLANNED, "future"
    if any(a in ("may", "might", "could", "can") for a in aux):
        return Modality.POSSIBLE, "present"
    if main.tag == "VBG" and any(a in ("is", "are", "'s", "’s", "'re") for a in aux):  # noqa: RUF001
        return Modality.ONGOING, "present"
    tense = "past" if main.tag in ("VBD", "VBN") else "present"
    return Modality.ACTUAL, tense


def _condition(clause: Clause, chunks: list[Chunk], group: _Group, start: int | None) -> None:
    """What follows "if" is possible, what follows "once" in the present is to come, what follows "never" was not."""
    if clause.modality is not Modality.ACTUAL:
        return
    before = chunks[group.first - 1].token if group.first else None
    if before is not None and before.low in ("never", "not"):
        clause.modality = Modality.NEGATED
        return
    first = group.first if start is None else start
    opener = chunks[first - 1].token if first else None
    if opener is None or clause.form == "infinitive":
        return
    if opener.low in listed("conditional"):
        clause.modality = Modality.POSSIBLE
    elif opener.low in listed("awaiting") and clause.tense == "present" and group.main.tag != "VBD":
        clause.modality = Modality.PLANNED


def _carry_modality(clause: Clause, previous: Clause | None, group: _Group) -> None:
    """An infinitive after "plans to", "is expected to" takes that verb's modality."""
    if clause.form == "infinitive" and previous is None and clause.agent is not None:
        first_to = FIRST & {t.low for t in clause.agent.modifiers}  # "the first consulate to open there": it did
        clause.modality = Modality.ACTUAL if first_to else Modality.PLANNED
        return
    if clause.form == "infinitive" and previous is not None:
        clause.governor = previous
        if previous.modality is Modality.NEGATED or previous.lemma in listed("failing"):
            clause.modality = Modality.NEGATED
        elif previous.lemma in listed("expecting"):
            clause.modality = Modality.EXPECTED
        elif previous.lemma in listed("planning") or previous.modality is Modality.PLANNED or previous.tense == "future":
            clause.modality = Modality.PLANNED
        elif previous.modality is Modality.POSSIBLE:
            clause.modality = Modality.POSSIBLE
        return
    if (
        previous is not None
        and clause.governor is previous
        and clause.form in ("gerund", "infinitive")
        and previous.modality in (Modality.PLANNED, Modality.EXPECTED)
    ):
        clause.modality = previous.modality


def _right_limit(chunks: list[Chunk], tokens: list[Token], groups: list[_Group], number: int, limit: int) -> int:
    """Give where the clause's right side ends: before the subject of the next finite verb."""
    if number + 1 >= len(groups):
        return _hard_stop(chunks, groups[number].last + 1, limit)
    nxt = groups[number + 1]
    stop = limit
    if nxt.form == "finite":
        i = nxt.first - 1
        while i > groups[number].last:
            chunk = chunks[i]
            if chunk.token is not None and chunk.token.low in listed("relative"):
                return i
            if chunk.token is not None and (chunk.token.tag == "CC" or chunk.token.text in (";",)):
                return i
            if (
                chunk.token is not None
                and chunk.token.text == ","
                and any(c.phrase is not None and not c.phrase.preposition for c in chunks[i + 1 : nxt.first])
            ):
                return i
            i -= 1
        starts = [j for j in range(groups[number].last + 1, nxt.first) if (p := chunks[j].phrase) is not None and not p.preposition]
        last = chunks[starts[-1]].phrase if starts else None
        opened = last is not None and last.first > 0 and tokens[last.first - 1].low in SUBORDINATING
        if (
            len(starts) > 1
            or opened
            or starts
            and groups[number].main.tag in ("VBD", "VBZ", "VBP")
            and groups[number].main.lemma
            in ("say", "note", "stress", "report", "state", "add", "announce", "emphasize", "emphasise", "mean", "show", "know")
        ):
            stop = starts[-1]
    return _hard_stop(chunks, groups[number].last + 1, stop)


def _hard_stop(chunks: list[Chunk], start: int, stop: int) -> int:
    for i in range(start, stop):
        token = chunks[i].token
        if token is not None and (token.text == ";" or token.low in ("which", "whereas", "while", "although", "who")):
            return i
    return stop


def _subject(chunks: list[Chunk], groups: list[_Group], number: int, done: list[Clause]) -> tuple[Phrase | None, int | None]:
    """Find the subject of a verb group; gives it and its chunk index (None where it is shared with an earlier clause)."""
    group = groups[number]
    previous = done[-1] if done else None
    floor = groups[number - 1].last if number else -1
    before = group.first - 1
    while before > floor and (t := chunks[before].token) is not None and (t.tag.startswith("RB") or t.low in ("also", "then")):
        before -= 1
    if group.form == "gerund" and before > floor and chunks[before].phrase is not None and before == group.first - 1:
        return chunks[before].phrase, None
    if before > floor and group.form == "finite" and (outer := _before_apposition(chunks, before, _finite_floor(groups, number))) is not None:
        return outer
    if group.form == "infinitive":
        shared = _governing(done)
        headline = _nearest(chunks, before, floor) if not number and shared is None else None
        return headline or (shared, None)
    if before > floor:
        token = chunks[before].token
        if token is not None and token.low in listed("relative"):
            found = _before(chunks, before - 1, -1)
            return (found[0], None) if found else (None, None)
        if token is not None and (token.tag == "CC" or token.text == ",") and group.form in ("finite", "gerund"):
            inner = _nearest(chunks, before, floor)
            if inner is None or group.form == "gerund" or (token.tag == "CC" and previous is not None and inner[1] <= floor):
                if previous is not None:
                    return _shared(previous, done), None
            elif token.tag == "CC" and previous is not None:
                return _shared(previous, done), None
        if group.form == "participle":
            free = _nearest(chunks, before, floor) if token is not None and token.text == "," else None
            found = free or _before(chunks, before, floor if not number else -1)
            return (found[0], None) if found else (None, None)
        found_near = _nearest(chunks, before, floor)
        if found_near is not None:
            if group.form == "gerund" and previous is not None and chunks[before].token is not None:
                return _shared(previous, done), None
            return found_near
    if group.form == "gerund" and previous is not None:
        return _shared(previous, done), None
    if number and group.form == "finite":
        # nothing between the two verbs: a relative or participle clause stood in the middle, or the verb is shared
        for i in range(number - 1, -1, -1):
            outer = _nearest(chunks, groups[i].first - 1, groups[i - 1].last if i else -1)
            if outer is not None and groups[i].form != "finite":
                return outer
            if outer is not None and done[i].agent is not None and i > 0:
                continue
        return (_shared(previous, done) if previous is not None else None), None
    return None, None


def _finite_floor(groups: list[_Group], number: int) -> int:
    """Where the last finite verb before this one ends; -1 for none."""
    return max((g.last for g in groups[:number] if g.form == "finite"), default=-1)


def _main_subject(chunks: list[Chunk], before: int, floor: int) -> tuple[Phrase, int] | None:
    """The first free phrase of the clause that a comma cuts from its verb ("The plant at X, built by Y, 40 km from Z, was …")."""
    start = floor + 1
    if floor >= 0:
        start = next((i + 1 for i in range(floor + 1, before) if (t := chunks[i].token) is not None and (t.tag == "CC" or t.text == ";")), before)
    commas = sum((t := c.token) is not None and t.text == "," for c in chunks[start:before])
    for i in range(start, before):
        phrase = chunks[i].phrase
        if phrase is not None and not phrase.preposition and not _dated(phrase) and not _measured(phrase):
            return (phrase, i) if commas else None
    return None


def _measured(phrase: Phrase) -> bool:
    """Whether a phrase is a mere measure ("41 km")."""
    return phrase.span is not None and phrase.span.type is SpanType.QUANTITY


def _before_apposition(chunks: list[Chunk], before: int, floor: int) -> tuple[Phrase, int] | None:
    """The subject in front of an apposition between commas or dashes ("X, the capital of Y, is …", "X — a … — was …")."""
    mark = chunks[before].token
    if mark is None or mark.text not in (",", "—", "–", "-"):  # noqa: RUF001
        return None
    at = before - 1
    if mark.text == ",":
        return _main_subject(chunks, before, floor)
    while at > 0 and ((t := chunks[at].token) is None or t.text != mark.text):
        at -= 1
    found = chunks[at - 1].phrase if at > 0 else None
    return (found, at - 1) if found is not None and not found.preposition and not _dated(found) else None


def _shared(previous: Clause, done: list[Clause]) -> Phrase | None:
    """The subject that a coordinated verb shares with the clause before it; relative clauses are passed over."""
    for clause in reversed(done):
        if clause.form in ("finite", "infinitive", "gerund"):
            subject = clause.patient if clause.passive else clause.agent
            if subject is not None:
                return subject
    return previous.patient if previous.form == "participle" else previous.agent


def _governing(done: list[Clause]) -> Phrase | None:
    if not done:
        return None
    return done[-1].patient if done[-1].passive else done[-1].agent


def _nearest(chunks: list[Chunk], start: int, floor: int) -> tuple[Phrase, int] | None:
    """The nearest phrase to the left that no preposition governs."""
    for i in range(start, floor, -1):
        phrase = chunks[i].phrase
        if phrase is not None and not phrase.preposition and not _dated(phrase) and not _rate(phrase):
            return phrase, i
    return None


def _rate(phrase: Phrase) -> bool:
    """Whether a phrase says how often ("60 trains a week"), not who."""
    return phrase.determiner in ("a", "an", "each", "every") and not phrase.modifiers and phrase.lemma in ("day", "week", "month", "year", "hour")


def _before(chunks: list[Chunk], start: int, floor: int) -> tuple[Phrase, int] | None:
    """The nearest phrase to the left, governed or not (what a relative clause or participle hangs on)."""
    for i in range(start, floor, -1):
        phrase = chunks[i].phrase
        if phrase is not None and not _dated(phrase):
            return phrase, i
        token = chunks[i].token
        if token is not None and token.text in (";",):
            return None
    return None
