"""Finds people: runs of capitalised words with a given name, a surname, initials, a title or an office to show for it."""

from __future__ import annotations

from dataclasses import replace

from dostyk.entities.names.draft import Draft, Office
from dostyk.entities.names.inflection import nominative
from dostyk.entities.names.lexicon import given_name, lexicon, patronymic, surname
from dostyk.entities.names.parts import parts_of
from dostyk.entities.names.span import NameSpan, NameType
from dostyk.entities.names.tokens import Token
from dostyk.values.names.given import is_family_first, is_person_word
from dostyk.values.spellings import is_palladius

_LONGEST = 8
_ARABIC = ("al-", "el-", "аль-", "эль-", "ас-", "аш-", "әл-")


def find_people(draft: Draft) -> None:
    """Find the people of a text, in order; surnames met before are known again."""
    index = 0
    known: set[str] = set()
    while index < len(draft.tokens):
        last = _run(draft, index)
        if last < index:
            index += 1
            continue
        span = _person(draft, index, last, known)
        if span is None:
            index = _past(draft, last) if last - index >= _LONGEST else last + 1
            continue
        draft.spans.append(span)
        known.update(part for part in (span.family, *span.family.split(), span.given if not span.family else "") if len(part) > 1)
        while index < len(draft.tokens) and draft.tokens[index].start < span.end:
            draft.taken[index] = True
            index += 1


def _past(draft: Draft, last: int) -> int:
    """Where a row of capitalised words that is too long for a name ends."""
    while last + 1 < len(draft.tokens) and draft.near(last + 1) and draft.tokens[last + 1].cap and not draft.tokens[last + 1].first:
        last += 1
    return last + 1


def _part(draft: Draft, index: int) -> bool:
    """Whether a token can stand in a person's name."""
    token = draft.tokens[index]
    if not token.word or not token.cap or draft.taken[index] or index in draft.in_office:
        return False
    if token.initial:
        return True
    if _title(draft, index) or draft.words.head(token.text) is not None and not surname(token.text, draft.words.language):
        return False
    place = draft.place[index]
    return place is None or _name_of_place(draft, index)


def _title(draft: Draft, index: int) -> bool:
    """Whether a token is a title; the short ones that are names as well ("Sen", "Gen") only with their full stop."""
    low = draft.low(index).rstrip(".")
    if low not in draft.words.titles and draft.low(index) not in draft.words.titles:
        return False
    return low not in draft.words.more("dotted_titles") or draft.low(index + 1) == "." or draft.low(index).endswith(".")


def _name_of_place(draft: Draft, index: int) -> bool:
    """Whether a word that the gazetteer has for a place is part of a person's name here: a given name before a surname, or the reverse."""
    place, token, language = draft.place[index], draft.tokens[index], draft.words.language
    if place is None or place.demonym or place.type.value == "country" or " " in place.text or token.owning:
        return False
    beside = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
    led = index - 1 in draft.in_office or draft.low(index - 1) in draft.words.titles
    if led and place.type.value == "city" and beside is not None and beside.low in draft.words.particles and language != "en":
        return True
    if beside is not None and beside.cap and not beside.first and draft.place[index + 1] is None and given_name(token.text, language):
        held = language != "en" and (index - 1 in draft.in_office or draft.low(index - 1) in draft.words.titles)
        return held or surname(beside.text, language) or patronymic(beside.text, language)
    return False


def _surname_of_place(draft: Draft, index: int) -> bool:
    """Whether a word that is a place elsewhere ends a person's name here: one word, a surname, behind a given name."""
    place, token = draft.place[index], draft.tokens[index]
    if place is None or place.demonym or place.type.value == "country" or draft.taken[index] or index in draft.in_office or place.text != token.text:
        return False
    before = draft.tokens[index - 1]
    if index - 2 in draft.in_office and before.cap and draft.place[index - 1] is None and not before.owning and place.type.value == "city":
        return True
    return surname(token.text, draft.words.language) and (
        before.initial or given_name(before.text, draft.words.language) or surname(before.text, draft.words.language)
    )


def _run(draft: Draft, index: int) -> int:
    """Give the last token of the run that begins at a token; one less for none."""
    if not _part(draft, index):
        return index - 1
    at, particles = index, draft.words.particles
    while at + 1 < len(draft.tokens) and at - index < _LONGEST and draft.near(at + 1):
        token = draft.tokens[at]
        if token.owning:
            break
        nxt = draft.tokens[at + 1]
        if at > index and _next_person(draft, at):
            break
        dotted = token.initial or not nxt.first
        if (token.text[0] < "\u0370") != (nxt.text[0] < "\u0370"):
            break
        if dotted and (_part(draft, at + 1) or _surname_of_place(draft, at + 1)) or nxt.low.startswith(_ARABIC) and not draft.taken[at + 1]:
            at += 1
        elif nxt.low in particles and (more := _past_particles(draft, at + 1)):
            at = more
        elif (
            nxt.low in ("ұлы", "қызы", "улы", "кызы", "оглы", "uly", "kyzy", "qyzy", "oglu", "ogly")
            and not token.low.endswith(("ұлы", "қызы", "uly"))
            and not draft.taken[at + 1]
        ):
            at += 1
        else:
            break
    return at


def _next_person(draft: Draft, at: int) -> bool:
    """Whether another person's name follows at once: a surname ends here, and a given name with a surname of its own comes next."""
    language = draft.words.language
    if language == "en" or at + 2 >= len(draft.tokens) or not (draft.tokens[at + 1].cap and draft.tokens[at + 2].cap and draft.near(at + 2)):
        return False
    ended = nominative((draft.tokens[at].text,), language)[0].lower().endswith(lexicon(language).surname_endings)
    nxt = draft.tokens[at + 1]
    return ended and not patronymic(nxt.text, language) and (given_name(nxt.text, language) or nxt.low in lexicon("ru").more("chinese_surnames"))


def _past_particles(draft: Draft, index: int) -> int:
    """Where a name goes on behind one to three particles; 0 where it does not."""
    for at in range(index + 1, min(index + 4, len(draft.tokens))):
        if not draft.near(at):
            return 0
        if draft.tokens[at].cap or draft.tokens[at].low.startswith(("al-", "el-", "аль-", "эль-")):
            return at if _part(draft, at) or "-" in draft.tokens[at].text else 0
        if draft.tokens[at].low not in draft.words.particles:
            return 0
    return 0


def _person(draft: Draft, first: int, last: int, known: set[str]) -> NameSpan | None:
    """Make a person of a run, or of its part that has something to show for it."""
    titles, lead = _titles(draft, first)
    office = _office_before(draft, lead)
    while last > first and not titles and office is None and (_opens(draft, first) or _before_name(draft, first, last)):
        first += 1
    tokens = draft.tokens[first : last + 1]
    behind = _office_behind(draft, last)
    reason = _evidence(draft, first, last, known, bool(titles), office, behind)
    if not reason:
        return None
    words = tuple(t.text for t in tokens)
    if draft.tokens[first].text.isupper() and all(w.isupper() or w.endswith(".") for w in words) and len(words) > 1:
        words = tuple(w if w.endswith(".") else "-".join(p.capitalize() for p in w.split("-")) for w in words)
    plain = nominative(words, draft.words.language)
    if len(words) == 1 and (form := _known_form(words[0], known, draft.words.language)):
        plain = (form,)
    parts = parts_of(plain, draft.words.language)
    plain = tuple(w.capitalize() if w.isupper() and len(w) > 3 and "." not in w else w for w in plain)
    start, end = tokens[0].start, tokens[-1].end
    span = NameSpan(start, end, draft.text[start:end], NameType.PERSON, " ".join(plain), titles=titles, reason=reason)
    family = parts.family.capitalize() if parts.family.isupper() and len(parts.family) > 3 else parts.family
    span = replace(span, given=parts.given, family=family, patronymic=parts.patronymic, order=parts.order)
    chosen = behind if office is None or (behind is not None and not office.of and behind.of) else office
    if chosen is None:
        return span
    chosen.used = True
    begin, stop = draft.tokens[chosen.first].start, draft.tokens[chosen.last].end
    return replace(span, office=draft.text[begin:stop], office_start=begin, office_end=stop, office_of=chosen.of)


def _titles(draft: Draft, first: int) -> tuple[tuple[str, ...], int]:
    """Give the titles right before a token, and where they begin."""
    found: list[str] = []
    at = first
    while at > 0 and first - at < 12:
        before = draft.tokens[at - 1]
        if _title(draft, at - 1):
            found.insert(0, before.text)
            at -= 1
        elif before.text == "." and at > 1 and _title(draft, at - 2):
            found.insert(0, draft.tokens[at - 2].text + ".")
            at -= 2
        elif (
            before.low in ("his", "her", "their", "его", "её", "их")
            and found
            and found[0].lower().startswith(("excellenc", "majest", "royal", "highness", "превосх"))
        ):
            found[0] = f"{before.text} {found[0]}"
            at -= 1
        else:
            break
    return tuple(found), at


def _office_before(draft: Draft, lead: int) -> Office | None:
    """Give the office that ends right before a token, a comma or an article aside."""
    for gap in (lead - 1, lead - 2):
        office = draft.office_ending.get(gap)
        if office is not None and (gap == lead - 1 or (draft.low(lead - 1) in (",", "-", "–", "—") and draft.tokens[gap].word and not office.used)):
            if draft.low(lead - 1) == "," and _office_behind_of(draft, office):
                continue
            return office
    return None


def _office_behind_of(draft: Draft, office: Office) -> bool:
    """Whether an office hangs on the person before it ("Ana Silva, Minister of Trade, Jo Kent")."""
    return office.used or (office.first > 1 and draft.low(office.first - 1) == "," and draft.taken[office.first - 2])


def _office_behind(draft: Draft, last: int) -> Office | None:
    """Give the office that follows a name in apposition: behind a comma, a dash or a bracket."""
    at = last + 1
    if draft.low(at) not in (",", "-", "–", "—", "("):
        return None
    at += 1
    while at < len(draft.tokens) and at - last < 6:
        office = draft.office_at.get(at)
        if office is not None:
            later = draft.tokens[office.last + 1] if office.last + 1 < len(draft.tokens) else None
            named = later is not None and later.cap and not later.first and draft.near(office.last + 1) and draft.place[office.last + 1] is None
            return None if named or office.used else office
        token = draft.tokens[at]
        if (
            token.low not in ("the", "a", "an", "then", "new", "former", "his", "her", "its", "current", "late", "who", "is", "now")
            and draft.place[at] is None
            and not (token.word and token.cap and draft.words.language == "en" and at - last < 5 and (token.text.isupper() or at in draft.in_office))
        ):
            return None
        at += 1
    return None


def _before_name(draft: Draft, first: int, last: int) -> bool:
    """Whether a sentence opens with a word that is no name, and a name with a given name or initial follows ("Letter Ana Silva wrote")."""
    token, language = draft.tokens[first], draft.words.language
    if not token.first or token.initial or last - first < 2 and not draft.tokens[first + 1].initial:
        return False
    if given_name(token.text, language) or surname(token.text, language) or token.text.isupper():
        return False
    return draft.tokens[first + 1].initial and language != "en" or given_name(draft.tokens[first + 1].text, language) and last - first > 1


def _opens(draft: Draft, index: int) -> bool:
    """Whether a word has its capital because a sentence opens with it, or is a day, a month or the like, and not as a name."""
    token, language = draft.tokens[index], draft.words.language
    return token.text in draft.words.opening and not (given_name(token.text, language) and not token.first)


def _evidence(draft: Draft, first: int, last: int, known: set[str], titled: bool, office: Office | None, behind: Office | None) -> str:  # noqa: PLR0913
    """Say why a run is a person, "" where nothing shows it."""
    language = draft.words.language
    words = [t for t in draft.tokens[first : last + 1] if not t.initial]
    if not words or _opens(draft, first) and len(words) == 1:
        return ""
    low = {w.low for w in words if len(w.text) > 2} & draft.words.portfolio
    if low and not (titled or (office is None and any(given_name(w.text, language) for w in words) and language == "en")):
        return ""
    if language == "en" and any(_no_name(draft, w) for w in words):
        return ""
    short = [w for w in words if w.text.isupper() and 1 < len(w.text) < 5]
    if short and len(short) < len(words) and language != "en":
        return ""
    if titled:
        return "a title stands before the name"
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1 and last == first:
        return ""
    if any(t.initial for t in draft.tokens[first : last + 1]):
        return "initials stand beside the name"
    if office is not None and (len(words) > 1 or not words[0].text.isupper()):
        return "an office stands before the name"
    if len(words) > 1 and _named(words, language):
        return "given name and surname"
    if 2 <= len(words) <= 4 and _beside_person(draft, first):
        return "named together with a person"
    if behind is not None and len(words) > 1:
        return "an office stands behind the name"
    if behind is not None and (given_name(words[0].text, language) or surname(words[0].text, language)):
        return "an office stands behind the name"
    if len(words) == 1 and _known_form(words[0].text, known, language):
        return "surname of somebody named before"
    if _by_ending(words, language):
        return "a surname by its ending"
    return ""


def _no_name(draft: Draft, token: Token) -> bool:
    """Whether a capitalised English word is hardly part of a person's name: a single letter, a short abbreviation, the word for a thing."""
    text = token.text
    if len(text) == 1 or (text.isupper() and len(text) < 4 and not is_family_first(text.capitalize()) and not given_name(text.capitalize(), "en")):
        return True
    return draft.words.beside_quote(text) is not None and not is_person_word(text)


def _beside_person(draft: Draft, first: int) -> bool:
    """Whether "and" and a person's name, an office or place of the person's between them aside, stand before a token."""
    if draft.low(first - 1) not in ("and", "и", "пен", "мен", "бен", "және") or not draft.spans or draft.spans[-1].type is not NameType.PERSON:
        return False
    between = draft.text[draft.spans[-1].end : draft.tokens[first - 1].start].strip()
    return not between or (draft.words.language == "en" and between.startswith("of ") and len(between) < 30 and "," not in between)


def _named(words: list[Token], language: str) -> bool:
    """Whether two or more capitalised words make a person's name."""
    texts = [w.text if not w.text.isupper() or len(w.text) < 4 else w.text.capitalize() for w in words]
    plain = nominative(tuple(texts), language)
    given = [given_name(w, language) for w in plain]
    family = [surname(w, language) or patronymic(w, language) for w in plain]
    if language in ("ru", "kk") and len(plain) == 2 and all(is_palladius(w.lower()) for w in plain) and len(plain[0]) <= 6:
        return True
    if is_family_first(plain[0]) and len(plain) <= 3 and all(len(w) <= 12 for w in plain):
        return True
    if language == "en" and not any(is_person_word(w) for part in plain for w in (part, *part.split("-"))):
        return False
    if language != "en" and given[0] and len(plain) <= 3 and (len(plain) == 2 or plain != tuple(texts)):
        return True
    if any(given) and (any(family) or len(plain) == 2):
        return given.index(True) != len(plain) - 1 or family[0] or is_person_word(plain[-1])
    return len(plain) == 2 and all(family) and language != "en"


def _by_ending(words: list[Token], language: str) -> bool:
    """Whether the last of two or three words ends as surnames do; in Russian and Kazakh one word is enough inside a sentence."""
    last = nominative(tuple(w.text for w in words), language)[-1].lower()
    alone = len(words) == 1 and language != "en" and not words[0].first and len(last) > 5
    return (alone or 2 <= len(words) <= 3) and len(last) > 4 and last.endswith(lexicon(language).more("telling_endings"))


def _known_form(word: str, known: set[str], language: str) -> str:
    """Give the known surname that a word is, perhaps with the ending of a case; "" for none."""
    plain = nominative((word,), language)[0]
    found = next((form for form in (word, plain) if form in known), "")
    if found or language == "en":
        return found
    feminine = word[:-2] + "а" if word[-2:] in ("ой", "ую", "ою") else ""
    return next((form for form in (*(word[:-n] for n in (1, 2, 3, 4) if len(word) - n > 3), feminine) if form in known), "")
