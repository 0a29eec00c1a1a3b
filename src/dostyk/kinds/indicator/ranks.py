"""Reads ranks: "the largest trading partner of X", "our sixth export market", "one of the five largest investors"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.measures import rank_of, singular, tables
from dostyk.kinds.indicator.placed import placed
from dostyk.kinds.indicator.ranked import made, number, partners_of, subject_of, with_of
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Phrase, Sentence
from dostyk.model.kind import Draft, Reading
from dostyk.model.statement import Modality


def read_ranks(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each rank that a sentence states."""
    words = {t.low for t in sentence.tokens}
    lists = tables()
    if not any(q.unit == "rank" for q in sentence.quantities) and not any(
        number(w) or w in lists.superlatives or w.split("-")[-1] in lists.superlatives for w in words
    ):
        return
    taken: set[int] = set()
    for phrase in everything(sentence):
        found = _superlative(sentence, phrase)
        if found is not None:
            draft = _draft(sentence, phrase, found, reading)
            if draft is not None:
                taken.add(phrase.head)
                yield draft
    yield from placed(sentence, reading, taken)


def _superlative(sentence: Sentence, phrase: Phrase) -> tuple[str, str, str] | None:
    """(measure, value, bound) of "second largest trading partner", "sixth export market", "five largest investors"; else None."""
    lists = tables()
    head = sentence.tokens[phrase.head].low
    words = [t.low for t in phrase.modifiers]
    at = next((i for i, w in enumerate(words) if w in lists.superlatives or w.split("-")[-1] in lists.superlatives), None)
    ordinal = next((i for i, w in enumerate(words) if number(w)), None)
    top = phrase.quantity is not None and phrase.quantity.unit == "rank"
    if at is None and not top and (ordinal is None or phrase.possessor is None and phrase.determiner not in ("our", "its", "their", "the")):
        return None
    first = (
        at
        if at is not None
        else ordinal
        if ordinal is not None
        else words.index(phrase.quantity.text.lower())
        if top and phrase.quantity is not None and phrase.quantity.text.lower() in words
        else 0
    )
    tail = " ".join([*words[first + 1 :], head])
    measure = rank_of(with_of(sentence, phrase, tail))
    if (
        measure is None
        or at is None
        and not top
        and singular(head) not in ("market", "partner", "supplier", "investor", "donor", "creditor", "destination", "exporter", "buyer", "importer")
    ):
        return None
    plural = head != singular(head)
    value, bound = _value(sentence, phrase, words, at, ordinal, plural)
    if not value or measure == "area rank" and (named := _area(sentence, phrase)) is None:
        return None
    return (named or measure if measure == "area rank" else measure), value, bound


def _value(sentence: Sentence, phrase: Phrase, words: list[str], at: int | None, ordinal: int | None, plural: bool) -> tuple[str, str]:
    """The rank as a number, and whether it is exact or at most that."""
    several = any(t.low in ("one", "among") for t in sentence.tokens[max(0, phrase.first - 3) : phrase.first + 1])
    if phrase.quantity is not None and (phrase.quantity.bare or phrase.quantity.unit == "rank"):
        return (phrase.quantity.value, "max") if plural and several else ("", "")
    if at is None:
        return (str(number(words[ordinal or 0])), "exact") if not plural else ("", "")
    joined = words[at].rsplit("-", 1)
    before = [w for w in words[:at] if w != "most"]
    for word in (joined[0] if len(joined) == 2 else "", before[-1] if before else ""):
        if (found := number(word)) is not None:
            return (str(found), "exact") if not plural else ("", "")
    if plural or several:
        return "", ""
    if words[at] in ("important", "populous") and (not at or words[at - 1] != "most"):
        return "", ""
    return "1", "exact"


def _area(sentence: Sentence, phrase: Phrase) -> str | None:
    """What the "largest country" is largest by."""
    text = sentence.text[phrase.start - sentence.start :].lower()
    if "populat" in text or "populous" in phrase.text:
        return "population rank"
    return "area rank" if "area" in text or "territor" in text or "size" in text or "in the world" in text or "of the world" in text else None


def _draft(sentence: Sentence, phrase: Phrase, found: tuple[str, str, str], reading: Reading) -> Draft | None:
    measure, value, bound = found
    partners = partners_of(sentence, phrase, reading)
    subjects = subject_of(sentence, phrase, reading, {m.id for m in partners})
    if not subjects and partners and (subjects := subject_of(sentence, phrase, reading, set())):
        partners = []
    if not subjects:
        return None
    clause = phrase.clause
    agent = clause.agent if clause is not None else None
    start = agent.start if agent is not None and sentence.start <= agent.start < phrase.start and phrase.start - agent.end < 80 else phrase.start
    modality = clause.modality if clause is not None and not clause.passive else Modality.ACTUAL
    return made(sentence, reading, (measure, value, bound), (subjects, partners), (start, phrase.end), modality)
