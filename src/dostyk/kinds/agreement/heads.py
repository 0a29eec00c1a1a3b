"""Tells which words name an instrument, and of which class it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dostyk.kinds.wording import data, without_article, wordlists
from dostyk.languages.words import words
from dostyk.model.analysis import DateMark, Phrase, SpanType

FIXED = {
    "mou": "memorandum",
    "mous": "memorandum",
    "memoranda": "memorandum",
    "program": "programme",
    "communique": "communiqué",
    "moa": "memorandum",
}


def lists() -> Mapping[str, frozenset[str]]:
    """The word lists of this kind."""
    return wordlists("agreement")


@cache
def table(name: str) -> Mapping[str, str]:
    """A table of this kind's file: what a verb or noun does with an instrument."""
    return dict(data("agreement")[name])


def singular(lemma: str) -> str:
    """A head without the plural's "s"."""
    return lemma if lemma in ("consensus", "terms") else lemma.rstrip("s")


def instrument(phrase: Phrase) -> bool:
    """Whether a phrase names an instrument."""
    if phrase.office is not None or phrase.person is not None:
        return False
    if phrase.lemma == "understanding" and phrase.preposition == "of":
        return False
    if phrase.lemma in ("letter", "exchange"):
        return any(
            c.preposition == "of" and singular(c.lemma) in ("intent", "note", "letter", "intention", "understanding") for c in phrase.complements
        )
    if phrase.lemma in ("minute", "minutes"):
        return phrase.quantity is None and bool(phrase.complements or phrase.determiner)
    return head_word(phrase) in words().classes["instrument"] or _financing(phrase)


def credit(phrase: Phrase) -> bool:
    """Whether it is money lent or given ("financing", "loan", "credit line")."""
    return singular(phrase.lemma) in lists()["financed"] or phrase.lemma == "line" and any(t.low == "credit" for t in phrase.modifiers)


def _financing(phrase: Phrase) -> bool:
    """Whether money lent or given is what a clause says is signed, ratified or under discussion."""
    clause = phrase.clause
    if clause is None or not credit(phrase):
        return False
    slot = clause.agent if clause.lemma == "be" else clause.patient
    return (slot is phrase) and (
        clause.lemma in ("sign", "ink", "initial", "ratify")
        or clause.lemma == "be"
        and any(o.preposition == "under" and o.lemma in ("discussion", "negotiation", "preparation") for o in clause.obliques)
    )


def head_word(phrase: Phrase) -> str:
    """The head that tells the class, inside a name too ("Cultural Exchange Programme")."""
    lemma = singular(phrase.lemma)
    if lemma not in words().classes["instrument"] and phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION):
        first, *rest = phrase.span.text.lower().split()
        if first in lists()["strong"] and rest and rest[0].endswith("ing"):
            return first  # "Treaty Establishing Friendly Relations"
        return singular(phrase.span.text.split()[-1].lower())
    return phrase.lemma if phrase.lemma in words().classes["instrument"] else lemma


def strong(phrase: Phrase) -> bool:
    """Whether its head is an instrument in any company."""
    return singular(head_word(phrase)) in lists()["strong"] or credit(phrase)


def titled(phrase: Phrase) -> bool:
    """Whether it is written as a title, with a capital."""
    return without_article(phrase.text)[:1].isupper()


def years(date: DateMark) -> bool:
    """Whether a date is a run of whole years, as titles have them."""
    return date.edtf is not None and "/" in date.edtf and all(len(part) == 4 for part in date.edtf.split("/"))


def class_of(phrase: Phrase) -> str:
    """The class of instrument: memorandum, joint declaration, treaty, package of documents …"""
    lemma = singular(head_word(phrase))
    lemma = FIXED.get(lemma, FIXED.get(phrase.lemma, lemma))
    before = [t.low for t in phrase.modifiers]
    if lemma in ("declaration", "statement", "communiqué") and "joint" in before:
        return f"joint {lemma}"
    if credit(phrase):
        return "credit line" if phrase.lemma in ("line", "credit") else f"{lemma} agreement"
    if lemma == "plan" and "action" in before:
        return "action plan"
    if before[-2:] in (["free", "trade"], ["free-trade"]) or before[-1:] == ["free-trade"]:
        return f"free trade {lemma}"
    if lemma in ("package", "letter", "exchange"):
        inner = next((c.lemma for c in phrase.complements if c.preposition == "of"), "")
        return f"{lemma} of {inner if inner.endswith('s') or lemma == 'letter' else inner + 's'}" if inner else lemma
    return lemma
