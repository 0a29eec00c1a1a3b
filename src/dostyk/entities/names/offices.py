"""Finds offices: their heads, what stands before and behind them, and whose they are."""

from __future__ import annotations

from dostyk.entities.names.draft import Draft, Office

# So many words of a portfolio belong to an office at most.
_LONGEST = 14
_AFTER = frozenset("general extraordinary plenipotentiary elect designate emeritus counsellor".split())


def find_offices(draft: Draft) -> None:
    """Find the offices of a text, in order."""
    index = 0
    while index < len(draft.tokens):
        token = draft.tokens[index]
        if token.word and not token.initial and _is_head(draft, index):
            office = _kazakh(draft, index) if draft.words.language == "kk" else _office(draft, index)
            draft.offices.append(office)
            draft.office_at[office.first] = office
            draft.office_ending[office.last] = office
            draft.in_office.update(range(office.first, office.last + 1))
            draft.office_lead.update(range(office.first, index + 1))
            index = office.last + 1
        else:
            index += 1


def _is_head(draft: Draft, index: int) -> bool:
    """Whether a token is the head of an office here."""
    token, words = draft.tokens[index], draft.words
    if draft.place[index] is not None or not words.is_office(token.text):
        return False
    following = draft.low(index + 1)
    if words.language == "en":
        return following not in ("office", "family", "group", "quarters") and not (token.cap and token.owning and not token.first)
    return True


def _office(draft: Draft, head: int) -> Office:
    """Grow an office around its head, in languages where what it rules follows."""
    first, last = _before(draft, head), head
    office = Office(first, last)
    words, low = draft.words, draft.low
    at = head + 1
    while at < len(draft.tokens) and at - head < _LONGEST:
        token = draft.tokens[at]
        if not token.word or not draft.near(at):
            small = token.text in ("-", "–") and words.language == "en"
            listed = token.text == "," and low(at + 1) in words.portfolio and low(at - 1) in words.portfolio
            if not small and not listed:
                break
            at += 1
            continue
        place = draft.place[at]
        if place is not None:
            behind = (
                low(at - 1) in ("of", "to", "in", "for", "the", "в", "при", "и", "and") or words.language != "en" or low(at - 1) in words.portfolio
            )
            if not behind or (office.of and low(at - 1) not in ("to", "в", "при", "and", "и", "in")):
                break
            end = at
            while end + 1 < len(draft.tokens) and draft.place[end + 1] is place:
                end += 1
            if low(at - 1) == "and" and not office.of:
                break
            if not office.of:
                office.of, office.country = place.name, place.country
            if place.demonym and words.language == "en":
                while low(end + 1) in words.portfolio or (end + 1 < len(draft.tokens) and words.head(draft.tokens[end + 1].text) is not None):
                    end += 1
                if draft.place[end] is place:
                    break
            last, at = end, end + 1
        elif words.language != "en" and len(low(at)) < 3 and low(at) in words.portfolio and not token.cap:
            at += 1
        elif words.language == "en" and low(at) in _AFTER or low(at) in words.portfolio or words.is_office(token.text) and not token.cap:
            last, at = at, at + 1
        elif low(at) in ("of", "for", "to", "the", "and", "in", "at", "&", "on") and words.language == "en" and at + 1 < len(draft.tokens):
            nxt = at + 1 + (low(at + 1) == "the")
            reaches = nxt < len(draft.tokens) and (draft.place[nxt] is not None or low(nxt) in words.portfolio or _body(draft, nxt))
            if not reaches or (low(at) == "and" and not (low(nxt) in words.portfolio and low(at - 1) in words.portfolio)):
                break
            if _body(draft, nxt) and draft.place[nxt] is None and low(nxt) not in words.portfolio:
                last = _body_end(draft, nxt)
                office.of = office.of or draft.text[draft.tokens[nxt].start : draft.tokens[last].end]
                at = last + 1
            else:
                at = nxt
        elif words.language == "ru" and (low(at) in ("и", "в", "по", "на", "при") and _goes_on(draft, at + 1) or _genitive(draft, at)):
            if low(at) not in ("и", "в", "по", "на", "при"):
                last = at
            at += 1
        elif words.language == "ru" and token.text.isupper() and 2 <= len(token.text) <= 6 and not token.initial:
            office.of = office.of or token.text
            last, at = at, at + 1
        else:
            break
    office.last = last
    if not office.of:
        _owner_before(draft, office)
    return office


def _goes_on(draft: Draft, index: int) -> bool:
    """Whether a Russian office goes on with a token after a small word."""
    return index < len(draft.tokens) and (
        draft.place[index] is not None or draft.low(index) in draft.words.portfolio or draft.words.is_office(draft.tokens[index].text)
    )


def _genitive(draft: Draft, index: int) -> bool:
    """Whether a Russian word in small letters may belong to what an office rules, by its ending; or it is a body's head."""
    low = draft.low(index)
    if draft.tokens[index].cap:
        return draft.words.head(low) is not None and low.endswith(("а", "я", "ии", "ия"))
    return len(low) > 4 and low.endswith(
        ("ого", "его", "ой", "ей", "ых", "их", "ции", "сии", "ства", "ания", "ения", "ости", "тета", "итета", "ки", "нка", "ов", "ев")
    )


def _before(draft: Draft, head: int) -> int:
    """Where what stands before the head of an office begins ("first deputy prime | minister")."""
    first = head
    while first > 0 and head - first < 6 and draft.near(first):
        before = draft.low(first - 1)
        joined = before in ("и", "and") and draft.low(first - 2) in draft.words.office_before and draft.words.language == "ru"
        if before in draft.words.office_before or joined or (draft.words.language == "ru" and draft.words.is_office(before)):
            if before in ("the", "a", "new", "former", "then", "late") and draft.words.language == "en":
                break
            first -= 1
        elif draft.words.language == "en" and draft.tokens[first - 1].cap and before in draft.words.portfolio and draft.place[first - 1] is None:
            first -= 1
        elif draft.words.language == "en" and before in ("and", "&") and draft.tokens[first].cap and _capital_portfolio(draft, first - 2):
            first -= 2
        else:
            break
    return first


def _capital_portfolio(draft: Draft, index: int) -> bool:
    """Whether a token is a capitalised word of a portfolio."""
    return index >= 0 and draft.tokens[index].cap and draft.low(index) in draft.words.portfolio and draft.low(index + 2) in draft.words.portfolio


def _owner_before(draft: Draft, office: Office) -> None:
    """Take the country named right before an office ("Turkey's foreign minister", "the Kazakh president")."""
    at = office.first - 1
    place = draft.place[at] if at >= 0 else None
    if place is None or (not draft.tokens[at].owning and not place.demonym and draft.words.language == "en"):
        return
    if draft.words.language == "ru":
        return
    office.of, office.country = place.name, place.country
    while office.first > 0 and draft.place[office.first - 1] is place:
        office.first -= 1


def _kazakh(draft: Draft, head: int) -> Office:
    """Grow an office to the left ("Қазақстанның Сыртқы істер | министрі")."""
    office, first = Office(head, head), head
    words = draft.words
    last = head
    while last + 1 < len(draft.tokens) and draft.near(last + 1) and words.is_office(draft.tokens[last + 1].text) and draft.place[last + 1] is None:
        last += 1
    while (
        last + 2 < len(draft.tokens)
        and draft.text[draft.tokens[last].end : draft.tokens[last + 1].start] == ""
        and draft.tokens[last + 1].text in "-–"
    ):
        break
    while first > 0 and head - first < _LONGEST and draft.near(first):
        before = draft.tokens[first - 1]
        if not before.word or before.initial:
            listed = before.text == "," and draft.low(first) in words.portfolio and draft.low(first - 2) in words.portfolio
            if not listed:
                break
            first -= 1
            continue
        place = draft.place[first - 1]
        if place is not None:
            genitive = before.low.endswith(("ның", "нің", "дың", "дің", "тың", "тің"))
            if not genitive and not place.demonym and first - 1 != head - 1 and not before.cap:
                break
            if not office.of or genitive:
                office.of, office.country = place.name, place.country
            while first > 0 and draft.place[first - 1] is place:
                first -= 1
        elif (
            before.low in words.portfolio
            or before.low in words.office_before
            or words.is_office(before.text)
            or (before.text.isupper() and 2 <= len(before.text) <= 5)
            or words.head(before.text) is not None
            and before.low.endswith(("ның", "нің", "дың", "дің", "тың", "тің"))
        ):
            first -= 1
        else:
            break
    while first < head and not draft.tokens[first].cap and draft.low(first) in ("және", ","):
        first += 1
    office.first, office.last = first, last
    return office


def _body(draft: Draft, index: int) -> bool:
    """Whether a capitalised run with the head of a body begins at a token."""
    at = index
    while (
        at < len(draft.tokens)
        and at - index < 8
        and draft.tokens[at].word
        and (draft.tokens[at].cap or (at > index and draft.low(at) in ("of", "for")))
    ):
        if draft.words.head(draft.tokens[at].text) is not None or (draft.tokens[at].text.isupper() and 2 <= len(draft.tokens[at].text) <= 8):
            return True
        at += 1
    return False


def _body_end(draft: Draft, index: int) -> int:
    """Where a body's name that an office belongs to ends: with its last head, and what "of" adds to it."""
    at, last = index, index
    while at < len(draft.tokens) and at - index < _LONGEST and draft.tokens[at].word:
        small = draft.low(at) in ("of", "for", "the", "on")
        if not draft.tokens[at].cap and not small:
            break
        if (
            not small
            and (
                draft.words.head(draft.tokens[at].text)
                or draft.place[at]
                or draft.tokens[at].text.isupper()
                or draft.low(at - 1) in ("of", "for", "the", "on")
            )
            or not small
            and draft.low(at) in draft.words.portfolio
        ):
            last = at
        at += 1
    return last
