"""Finds bodies, instruments, projects and events: capitalised runs around a head word, and quoted names beside one."""

from __future__ import annotations

import re

from dostyk.entities.names.draft import Draft
from dostyk.entities.names.lexicon import surname
from dostyk.entities.names.span import NameSpan, NameType

_LONGEST = 16
_OPEN, _CLOSE = '«“"„', '»”"“'
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Fitz|Du|Al)[A-Z][a-z]{2,}(?:[A-Z][a-z]+){1,3}")
_LEGAL = frozenset("ао тоо оао ооо зао пао нк нак гк жшс ақ ltd llc jsc inc plc co gmbh ltd. inc. co. corp corp. llp limited incorporated".split())


def find_bodies(draft: Draft) -> None:
    """Find the bodies and worded names of a text, in order."""
    _quoted(draft)
    finder = {"ru": _russian, "kk": _kazakh}.get(draft.words.language, _english)
    headed = _next_heads(draft)
    index = 0
    while index < len(draft.tokens):
        if draft.tokens[index].cap and not draft.taken[index] and _branded(draft, index) and index not in draft.in_office:
            near = headed[index] - index <= _LONGEST and finder(draft, index)
            first, last, kind = near or (index, index, NameType.ORGANISATION)
            _keep(draft, first, last, kind, "spelt as companies' names are" if not near else "a head word of such names stands in it")
            index = last + 1
            continue
        if headed[index] - index > _LONGEST:
            index = headed[index] - _LONGEST
            continue
        if draft.low(index - 1) in draft.words.more("before_body") and not draft.tokens[index - 1].cap and (last := _named_so(draft, index)) >= index:
            _keep(draft, index, last, NameType.ORGANISATION, "the word for a body stands before the name")
            index = last + 1
            continue
        found = finder(draft, index) if not draft.taken[index] and draft.tokens[index].cap else None
        if found is None:
            index += 1
            continue
        first, last, kind = found
        _keep(draft, first, last, kind)
        index = last + 1


def _next_heads(draft: Draft) -> list[int]:
    """Give for each token where the next head word stands; the end of the text where none does."""
    out = [len(draft.tokens) + _LONGEST] * len(draft.tokens)
    last = len(draft.tokens) + _LONGEST
    for index in range(len(draft.tokens) - 1, -1, -1):
        token = draft.tokens[index]
        told = token.cap and (draft.low(index - 1) in draft.words.more("before_body") or _branded(draft, index))
        if told or (token.word and draft.words.head(token.text) is not None):
            last = index
        out[index] = last
    return out


def _keep(draft: Draft, first: int, last: int, kind: NameType, why: str = "a head word of such names stands in it") -> None:
    """Keep a span of tokens as a name."""
    start, end = draft.tokens[first].start, draft.tokens[last].end
    country = next((p.country for p in draft.place[first : last + 1] if p is not None), None)
    name = " ".join(draft.text[start:end].split())
    draft.spans.append(NameSpan(start, end, draft.text[start:end], kind, name, country=country, reason=why))
    draft.take(first, last)
    office = draft.office_ending.get(first - 1) or draft.office_ending.get(first)
    if kind is NameType.ORGANISATION and office is not None and draft.words.language == "ru":
        office.of, office.last = name, last
        draft.office_ending[last] = office
        draft.in_office.update(range(first, last + 1))


def _quoted(draft: Draft) -> None:
    """Find quoted names that have a head word beside them or inside ("the “Silk Wind” project", "компания «…»")."""
    index = 0
    while index < len(draft.tokens):
        mark = draft.tokens[index].text
        if mark not in _OPEN or index + 1 >= len(draft.tokens) or not (draft.tokens[index + 1].cap or draft.tokens[index + 1].text.isdigit()):
            index += 1
            continue
        closing = _closing(draft, index, _CLOSE[_OPEN.index(mark)])
        if not closing:
            index += 1
            continue
        kind, first, last = _beside(draft, index, closing)
        if kind is not None:
            _keep(draft, first, last, kind, "a quoted name beside the word for what it is")
            index = closing
        index += 1


def _closing(draft: Draft, index: int, mark: str) -> int:
    """Where a quotation that may be a name closes; 0 where it does not within some words."""
    for at in range(index + 2, min(index + _LONGEST, len(draft.tokens))):
        text = draft.tokens[at].text
        if text == mark or (mark == "“" and text == "”"):
            return at
        if text in ".!?;" or "\n\n" in draft.text[draft.tokens[at - 1].end : draft.tokens[at].start]:
            return 0
    return 0


def _beside(draft: Draft, opening: int, closing: int) -> tuple[NameType | None, int, int]:
    """Give of what sort a quoted name is, and from which token to which it goes with a legal form before it."""
    head = draft.words.head
    first = opening
    before = draft.low(opening - 1)
    if before in _LEGAL or before in ("party", "company", "bank", "corporation", "group"):
        return NameType.ORGANISATION, opening - 1, closing
    for at in (opening - 1, closing + 1, closing + 2, opening - 2):
        if 0 <= at < len(draft.tokens) and draft.tokens[at].word and (draft.near(max(at, 1)) or at == opening - 1):
            kind = draft.words.beside_quote(draft.tokens[at].text)
            if (
                kind is None
                or (at == closing + 2 and not draft.tokens[closing + 1].word)
                or (at == opening - 2 and not draft.tokens[opening - 1].word)
            ):
                continue
            return kind, opening, closing
    kind = next((k for k in (head(draft.tokens[at].text) for at in range(opening + 1, closing)) if k is not None), None)
    return kind, first + 1 if kind is not None else first, closing - 1 if kind is not None else closing


def _english(draft: Draft, index: int) -> tuple[int, int, NameType] | None:
    """Give the body that begins at a token: capitalised words with a head among them, run on by "of", "for", "and"."""
    if not _starts(draft, index):
        return None
    at, last, cut, kind, main = index, index, 0, None, True
    while at < len(draft.tokens) and at - index < _LONGEST and (at == index or draft.near(at)):
        token = draft.tokens[at]
        if at > index and draft.tokens[at - 1].owning and kind is not None:
            break
        if draft.taken[at] or at in draft.office_lead:
            break
        if token.cap and not token.initial and (at == index or not token.first):
            found = draft.words.head(token.text)
            if found is not None and main:
                kind, cut = found, at
            last = at
        elif (
            token.text in ("-", "–", "&")
            and draft.tokens[at + 1 : at + 2]
            and draft.tokens[at + 1].cap
            and (token.text == "&" or token.start == last_end(draft, at))
        ):
            pass
        elif token.text.isdigit() and len(token.text) in (2, 4) and kind is not None and last == at - 1:
            last = at
        elif token.low in draft.words.joiners and _joins(draft, at, kind is not None):
            main = main and kind is None
        else:
            break
        at += 1
    if kind is None:
        return None
    if main or cut == last:
        last = max(cut, last if _adds(draft, cut, last) else cut)
    if _bare(draft, index, last):
        return None
    return index, _legal(draft, last), kind


def _legal(draft: Draft, last: int) -> int:
    """Take a legal form behind a name into it ("… Co., Ltd.")."""
    at = last + 1
    while at < len(draft.tokens) and at - last < 6 and (draft.tokens[at].text in ".," or draft.low(at).rstrip(".") in _LEGAL):
        if draft.tokens[at].word:
            last = at + (
                draft.low(at + 1) == "."
                and draft.text[draft.tokens[at].end : draft.tokens[at].end + 1] == "."
                and draft.low(at + 2) in (",", "and", "in")
            )
        at += 1
    return last


def last_end(draft: Draft, at: int) -> int:
    """Where the token before one ends."""
    return draft.tokens[at - 1].end


def _named_so(draft: Draft, index: int) -> int:
    """Where the one to four capitalised words behind "company" end; before `index` where there are none or a longer name is read there."""
    last = index - 1
    while last + 1 < len(draft.tokens) and last - index < 4 and draft.near(last + 1):
        token = draft.tokens[last + 1]
        if not token.cap or token.first or draft.taken[last + 1] or draft.place[last + 1] or last + 1 in draft.in_office or token.initial:
            break
        last += 1
        if token.owning:
            break
    return last if last - index < 3 and not any(draft.words.head(t.text) for t in draft.tokens[index : last + 2]) else index - 1


def _branded(draft: Draft, index: int) -> bool:
    """Whether an English word is spelt as only companies' names are, with a capital inside ("AgroTech"), and is no surname ("McDonald")."""
    token = draft.tokens[index]
    return draft.words.language == "en" and _CAMEL.fullmatch(token.text) is not None and not surname(token.text, "en")


def _starts(draft: Draft, index: int) -> bool:
    """Whether a body's name may begin at a token."""
    token = draft.tokens[index]
    if not token.cap or token.initial or token.owning or index in draft.office_lead:
        return False
    if token.first and token.text in draft.words.opening and draft.words.head(token.text) is None:
        return False
    place = draft.place[index]
    if place is not None and place.start == token.start:
        end = index
        while end + 1 < len(draft.tokens) and draft.place[end + 1] is place:
            end += 1
        after = draft.tokens[end + 1] if end + 1 < len(draft.tokens) else None
        return after is not None and after.cap and not after.first and draft.near(end + 1) and not draft.tokens[end].owning
    return token.low not in draft.words.titles


def _joins(draft: Draft, at: int, headed: bool) -> bool:
    """Whether a small word carries a name on: a capital follows, and for "and" no new name."""
    nxt = at + 1 + (draft.low(at + 1) in ("the", "de", "la"))
    if nxt >= len(draft.tokens) or not draft.tokens[nxt].cap or nxt in draft.office_at and draft.low(at) != "of":
        return False
    if draft.low(at) not in ("and", "&"):
        return headed if draft.low(at) in ("of", "for", "on", "in", "to", "with", "against", "between") else True
    end = nxt
    while end + 1 < len(draft.tokens) and draft.tokens[end + 1].cap and not draft.tokens[end + 1].first and draft.near(end + 1):
        end += 1
    heads = [i for i in range(nxt, end + 1) if draft.words.head(draft.tokens[i].text) is not None]
    if headed:
        return not heads and draft.place[nxt] is None and draft.low(nxt) in draft.words.portfolio
    return bool(heads) and heads[-1] == end and end > nxt and draft.place[at - 1] is None and end - nxt < 4 and not _branded(draft, at - 1)


def _adds(draft: Draft, head: int, last: int) -> bool:
    """Whether what stands behind the last head belongs to the name: a joiner, a number or a legal form leads to it."""
    return (
        head == last or draft.low(head + 1) in draft.words.joiners or draft.tokens[head + 1].text.isdigit() or draft.low(last).rstrip(".") in _LEGAL
    )


def _bare(draft: Draft, first: int, last: int) -> bool:
    """Whether a run is no more than the word for what it is ("Parliament", "the Bank")."""
    words = [t for t in draft.tokens[first : last + 1] if t.word and t.low not in draft.words.joiners]
    return len(words) < 2


def _russian(draft: Draft, index: int) -> tuple[int, int, NameType] | None:
    """Give the body that begins at a token: adjectives, the first with a capital, a head, and genitives behind it."""
    token = draft.tokens[index]
    if not token.cap or token.initial or index in draft.office_at or (token.first and token.text in draft.words.opening):
        return None
    head = index
    while head < len(draft.tokens) and head - index < 6:
        word = draft.tokens[head]
        if not word.word or (head > index and (not draft.near(head) or draft.taken[head])) or head in draft.office_at:
            return None
        if draft.words.head(word.text) is not None and (draft.place[head] is None or head > index):
            break
        low = word.low
        adjective = low.endswith(
            (
                "ый",
                "ий",
                "ая",
                "яя",
                "ое",
                "ее",
                "ого",
                "его",
                "ой",
                "ей",
                "ому",
                "ему",
                "ым",
                "им",
                "ую",
                "юю",
                "ом",
                "ем",
                "ые",
                "ие",
                "ых",
                "их",
                "о-",
            )
        )
        if not adjective and low not in ("и", "–", "-") and draft.place[head] is None:
            return None
        head += 1
    else:
        return None
    if head >= len(draft.tokens):
        return None
    kind, genitives = draft.words.head(draft.tokens[head].text), draft.words.more("genitives")
    last, at = head, head + 1
    while at < len(draft.tokens) and at - index < _LONGEST and draft.near(at):
        word = draft.tokens[at]
        if not word.word or draft.taken[at] or at in draft.office_at and at - 1 != head:
            break
        place = draft.place[at]
        low = word.low
        if place is not None or (word.text.isupper() and 2 <= len(word.text) <= 6):
            last = at
            if place is not None and not place.demonym and not (at + 1 < len(draft.tokens) and draft.place[at + 1] is place):
                break
        elif low in ("и", "по", "о", "об", "для", "на", "в", "–", "-"):
            following = draft.low(at + 1)
            genitive = following.endswith(genitives) or following in draft.words.portfolio or (low in ("по", "о", "об") and following.isalpha())
            if (
                not genitive
                or (low in ("на", "в") and not (at + 1 < len(draft.tokens) and draft.place[at + 1]))
                or (low in ("на", "в", "и") and last == head)
            ):
                break
        elif (
            low in draft.words.portfolio
            or (low.endswith(genitives) and len(low) > 3 and not word.cap)
            or (word.cap and low.endswith(genitives) and draft.words.head(low))
            or draft.low(at - 1) in ("по", "о", "об", "для")
            and not word.cap
        ):
            last = at
        else:
            break
        at += 1
    described = head == last == index + 1 and (place := draft.place[index]) is not None and place.demonym
    return None if head == last == index or described or kind is None else (index, last, kind)


def _kazakh(draft: Draft, index: int) -> tuple[int, int, NameType] | None:
    """Give the body that begins at a token and ends with its head, five words on at most."""
    token = draft.tokens[index]
    if not token.cap or token.initial or index in draft.office_at or (token.first and token.text in draft.words.opening):
        return None
    if token.low.endswith(("да", "де", "ға", "ге")) and draft.place[index]:
        return None
    last, kind = index, None
    for at in range(index, min(index + 8, len(draft.tokens))):
        word = draft.tokens[at]
        if not word.word or (at > index and not draft.near(at)) or draft.taken[at] or at in draft.office_at or (at > index and word.first):
            break
        found = draft.words.head(word.text)
        if found is not None:
            last, kind = at, found
            if not word.low.endswith(("ның", "нің", "дың", "дің", "тың", "тің")):
                break
        elif (
            word.low.endswith(
                (
                    "ды",
                    "ді",
                    "ты",
                    "ті",
                    "ған",
                    "ген",
                    "қан",
                    "кен",
                    "мен",
                    "бен",
                    "пен",
                    "да",
                    "де",
                    "та",
                    "те",
                    "нда",
                    "нде",
                    "дан",
                    "ден",
                    "ға",
                    "ге",
                )
            )
            and at > index
        ):
            break
    if kind is None or last == index:
        return None
    return index, last, kind
