"""Reads counted people: by their nation, by what they do, at a gathering, as a place has them."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.measures import measure_of, singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.naming import thing
from dostyk.model.analysis import Clause, Phrase, QuantityMark, SpanType


def doing(scene: Scene, clause: Clause | None, phrase: Phrase | None, index: int) -> str | None:
    """What people are counted as by what they do ("70 Samoans study", "900 people work at the mill")."""
    people = tables().people
    behind = [t for t in scene.tokens[index + 1 : index + 8] if t.tag.startswith("VB") or t.low in people]
    for token in [t for t in behind if t.lemma not in ("be", "have")][:2]:
        if token.lemma in people and token.lemma != "employ":
            return people[token.lemma]
        if token.low in people:
            return people[token.low]
        if token.lemma not in ("be", "have", "currently"):
            break
    if clause is not None and clause.verb < index and clause.lemma in ("employ", "train", "carry"):
        return people[clause.lemma]
    return None


def nationals(scene: Scene, quantity: QuantityMark, index: int, at: int, clause: Clause | None) -> Figure | None:
    """People named by their nation: "some 700 Danes live in Chile", "employs 300 Ghanaians"."""
    token = scene.tokens[at]
    if (shared := _shared_noun(scene, at)) is not None:
        noun = Phrase(at, at, at, token.start, token.end, token.lemma, token.text, span=token.span, modifiers=[token])
        words = f"{token.text} {scene.tokens[shared].text}"
        measure = measure_of([scene.low(shared)]) or scene.low(shared)
        return Figure(quantity, index, measure, "level", quantity.start, token.end, None, clause, counted=thing(words), noun=noun, rule="nations")
    after = scene.tokens[at + 1] if at + 1 < len(scene.tokens) else None
    if (
        after is not None
        and (after.tag[:2] in ("NN", "JJ") or after.tag in ("VBN", "VBG") or after.low in ("-", "and"))
        and not token.text.endswith("s")
    ):
        return None
    measure = doing(scene, clause, None, index) or "diaspora"
    measure = "workers" if measure == "jobs" and not (clause is not None and clause.lemma == "employ") else measure
    noun = Phrase(at, at, at, token.start, token.end, token.lemma, token.text, span=token.span, modifiers=[token])
    end = max(token.end, after.end if after is not None and after.tag.startswith("VB") else token.end)
    return Figure(
        quantity, index, measure, "level", quantity.start, end, None, clause, counted=thing(token.text), noun=noun, rule="nationals", confidence=0.7
    )


def _shared_noun(scene: Scene, at: int) -> int | None:
    """The noun that two counted nations share: "12 Greek and 30 Maltese firms"."""
    spans = [t.span for t in scene.tokens[at + 1 : at + 4]]
    if scene.low(at + 1) != "and" or len(spans) < 3 or spans[1] is None or spans[2] is None or not spans[2].demonym:
        return None
    noun = at + 4
    return noun if noun < len(scene.tokens) and scene.tokens[noun].tag == "NNS" and spans[1].type is SpanType.QUANTITY else None


def some_of(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """Some of those counted before: "45 of them received a diploma"."""
    last = scene.reading.memory.get("figure")
    if last is None or clause is None or clause.verb < index or last.paragraph != scene.sentence.paragraph:
        return None
    done = clause.patient if not clause.passive else None
    verb = scene.tokens[clause.verb]
    nation = clause.predicate
    if clause.lemma == "be":
        if nation is None or nation.span is None or not nation.span.demonym:
            return None
        return Figure(
            quantity,
            index,
            "diaspora",
            "level",
            quantity.start,
            nation.end,
            None,
            clause,
            counted=thing(nation.text),
            noun=nation,
            rule="nationals.of",
            confidence=0.65,
        )
    if (
        clause.passive
        and clause.form in ("participle", "finite")
        and clause.lemma in ("establish", "found", "create", "set", "open", "register", "sign", "build", "complete")
    ):
        return Figure(
            quantity,
            index,
            last.measure,
            "level",
            quantity.start,
            verb.end,
            None,
            clause,
            counted=last.counted,
            carried=True,
            rule="some_of",
            confidence=0.6,
        )
    words = f"{last.measure} who {verb.low}" + (f" {done.text}" if done is not None and done.first > clause.verb else "")
    end = done.end if done is not None and done.first > clause.verb else verb.end
    return Figure(
        quantity, index, words, "level", quantity.start, end, None, clause, counted=thing(last.measure), carried=True, rule="some_of", confidence=0.5
    )


def gathering(scene: Scene, clause: Clause | None, phrase: Phrase) -> bool:
    """Whether people or bodies are counted at a gathering ("brought together 80 delegates")."""
    if clause is None or clause.verb > phrase.first:
        return False
    return clause.lemma in tables().gathering and (clause.lemma != "bring" or "together" in scene.lows(clause.verb, phrase.first + 1))


def of_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether people are counted as a place's ("a city with over 1.1 million people", "a town of 9,000 people")."""
    before = scene.phrase_at(phrase.first - 2) if phrase.first >= 2 and scene.low(phrase.first - 1) in ("with", "of") else None
    return before is not None and singular(before.lemma) in (
        "city",
        "town",
        "country",
        "region",
        "province",
        "village",
        "island",
        "municipality",
        "metropolis",
        "state",
    )


def had(scene: Scene, clause: Clause | None, phrase: Phrase) -> bool:
    """Whether somebody has what is counted ("the city has two universities")."""
    return (
        clause is not None
        and clause.verb < phrase.first
        and (clause.lemma in tables().having or clause.lemma == "be" and scene.low(clause.verb - 1) == "there")
    )
