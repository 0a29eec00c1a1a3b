"""Turns runs of capitalised tokens into names of people, organisations and things, one token each."""

from __future__ import annotations

from itertools import pairwise

from dostyk.languages.words import Words, listed
from dostyk.model.analysis import PLACES, Span, SpanType, Token
from dostyk.values.names import is_given_name, is_surname

JOINERS = {"of", "for", "on"}


def merge_names(tokens: list[Token], words: Words) -> list[Token]:
    """Join capitalised runs into single name tokens; posts, dates and small words end a run."""
    merged: list[Token] = []
    index = 0
    while index < len(tokens):
        if tokens[index].span is None and not tokens[index].text[:1].isupper():
            merged.append(tokens[index])
            index += 1
            continue
        end = _portfolio(tokens, index, words)
        if end > index:
            merged.append(_join(tokens[index:end], SpanType.NAME))
            index = end
            continue
        end = _run(tokens, index)
        if end == index:
            merged.append(tokens[index])
            index += 1
            continue
        if _line(tokens, index, end, words):
            merged.append(_join(tokens[index:end], SpanType.NAME))
            index = end
            continue
        end = _joined(tokens, index, end, words)
        end = _after_portfolio(tokens, index, end, words)
        end = _before_holder(tokens, index, _extend(tokens, index, end, words), words)
        merged.extend(_classify(tokens[index:end], index == 0, words, merged[-1] if merged else None))
        index = end
    return merged


def with_juniors(tokens: list[Token], text: str) -> list[Token]:
    """Take "Jr." and its commas into the name before it ("with Ann Lee, | Jr., | as consul")."""
    merged: list[Token] = []
    index = 0
    while index < len(tokens):
        token, end = tokens[index], index + 1
        if token.span is not None and token.span.type is SpanType.PERSON:
            at = end + (end < len(tokens) and tokens[end].text == ",")
            if at < len(tokens) and tokens[at].low.rstrip(".") in ("jr", "sr"):
                end = at + 1
                dotted = end < len(tokens) and tokens[end].text == "." and tokens[end].start == tokens[at].end and end + 1 < len(tokens)
                end += dotted
                comma = end < len(tokens) and tokens[end].text == "," and at > index + 1
                span = token.span
                last = tokens[end - 1].end
                token = Token(text[span.start : last], span.start, last, token.tag, token.lemma, span)
                span.end, span.text = last, text[span.start : last]
                span.name = span.name and span.text
                end += comma
        merged.append(token)
        index = end
    return merged


def _line(tokens: list[Token], index: int, end: int, words: Words) -> bool:
    """Whether a run of names joined by dashes says between which places a work runs ("Lima–Cusco | railway")."""
    if end - index not in (3, 5, 7) or end >= len(tokens) or any(t.text not in ("-", "–", "—") for t in tokens[index + 1 : end : 2]):  # noqa: RUF001
        return False
    nouns = [t.low for t in tokens[end : end + 3] if t.span is None and t.text.isalpha()]
    return any(words.is_("project", noun) for noun in nouns) and all(_tight(tokens, at) for at in range(index + 1, end, 2))


def _joined(tokens: list[Token], index: int, end: int, words: Words) -> int:
    """Where a name of two halves ends that a forum, project or instrument bears ("Science and Technology Forum"); `end` for none."""
    if (
        end + 1 >= len(tokens)
        or tokens[end].low not in ("and", "&")
        or any(t.span is not None and not t.span.demonym for t in tokens[index:end])
        or end - index > 3
    ):
        return end
    if not _capital(tokens[end + 1], False) or tokens[end + 1].span is not None:
        return end
    last = _run(tokens, end + 1)
    following = tokens[last].low if last < len(tokens) else ""
    heads = ("event", "project", "instrument", "institution")
    bears = any(words.is_(h, tokens[last - 1].low) for h in heads) and last - end > 2
    body = words.is_("portfolio", tokens[end - 1].low) and words.is_("organisation", tokens[last - 1].low) and last - end > 2
    return last if bears or body or any(words.is_(h, following) for h in heads) else end


def _portfolio(tokens: list[Token], index: int, words: Words) -> int:
    """Where a capitalised portfolio of several words ends ("Minister of | Foreign and European Affairs | Ana Silva"); `index` for none."""
    at = index - 1
    while at >= 0 and index - at < 8 and tokens[at].low in ("of", "for", "the"):
        at -= 1
    post = tokens[at].span if 0 <= at < index - 1 else None
    if post is None or post.type is not SpanType.OFFICE or not tokens[index].text[:1].isupper():
        return index
    end = at = index
    while at < len(tokens):
        token = tokens[at]
        if words.is_("portfolio", token.low) and token.text[:1].isupper():
            at = end = at + 1
        elif token.low in ("and", ",", "&") and at > index:
            at += 1
        else:
            break
    return (
        end
        if end - index > 1
        and not any(t.span is None and words.is_("organisation", t.low) and not words.is_("portfolio", t.low) for t in tokens[index : end + 1])
        else index
    )


def _after_portfolio(tokens: list[Token], start: int, end: int, words: Words) -> int:
    """Where a portfolio ends and its holder's name begins ("Minister of Foreign Affairs | Ana Silva"); `end` where there is no such seam."""
    at = start - 1
    while at >= 0 and tokens[at].low in ("the", "of", "for", "and", ",") or (at >= 0 and words.is_("portfolio", tokens[at].low)):
        at -= 1
    post = tokens[at].span if 0 <= at < start - 1 else None
    if post is None or post.type is not SpanType.OFFICE:
        return end
    cut = start
    while cut < end and tokens[cut].span is None and words.is_("portfolio", tokens[cut].low):
        cut += 1
    if any(t.span is None and words.is_("organisation", t.low) for t in tokens[cut:end]):
        return end
    return cut if start < cut < end and 1 <= end - cut <= 5 else end


def _before_holder(tokens: list[Token], start: int, end: int, words: Words) -> int:
    """Where a body's name ends when its head's name follows at once ("Speaker of the State Assembly | Ana Silva")."""
    at = start - 1
    owned = at >= 0 and tokens[at].low in ("'s", "’s", "'", "’")  # noqa: RUF001
    while at >= 0 and (tokens[at].low in ("the", "of") or owned and at > start - 7 and _of_owner(tokens[at])):
        at -= 1
    post = tokens[at].span if 0 <= at < start - 1 else None
    if post is None or post.type is not SpanType.OFFICE:
        return end
    bodies = listed("administrative")
    keys = [i for i in range(start, end) if tokens[i].span is None and (words.is_("organisation", tokens[i].low) or tokens[i].low in bodies)]
    if not keys or not 2 <= end - keys[-1] - 1 <= 4 or any(t.span is None and not t.text[:1].isupper() for t in tokens[keys[-1] + 1 : end]):
        return end
    return keys[-1] + 1


def _of_owner(token: Token) -> bool:
    """Whether a token can be part of a body's name before "'s" ("the City People's | Committee")."""
    return token.low in ("'s", "’s", "'", "’") or token.text[:1].isupper() and (token.span is None or token.span.type is not SpanType.OFFICE)  # noqa: RUF001


def _capital(token: Token, first: bool) -> bool:
    """Whether a token can stand in a name."""
    if token.span is not None:
        return token.span.type in PLACES or token.span.type is SpanType.QUOTE or token.span.type is SpanType.NAME
    text = token.text
    if not text[:1].isupper() or (first and text in listed("opening")):
        return False
    return text not in ("I", "The", "A", "An", "He", "She", "It", "This", "In", "On", "At")


def _run(tokens: list[Token], index: int) -> int:
    """Give where the run of capitalised tokens that begins at `index` ends; `index` itself for none."""
    at = index
    while at < len(tokens):
        token = tokens[at]
        if at > index and _new_name(tokens[at - 1], token):
            return at
        if (_capital(token, at == 0) or _name_an(tokens, at, index)) and not _loose_quote(tokens, at, index):
            at += 1
            continue
        inside = at > index and at + 1 < len(tokens)
        if inside and token.low in listed("name_particles") and _capital(tokens[at + 1], False) and tokens[at + 1].span is None:
            at += 2
            continue
        if inside and token.text in ("&", "-", "–") and _capital(tokens[at + 1], False) and _tight(tokens, at):  # noqa: RUF001
            at += 2
            continue
        break
    return at


def _name_an(tokens: list[Token], at: int, start: int) -> bool:
    """Whether "An" closes a name ("Pham Thi | An | said"): capitals before it and none behind, as in a headline."""
    if tokens[at].text != "An" or at == start or tokens[at - 1].span is not None:
        return False
    return at + 1 == len(tokens) or not tokens[at + 1].text[:1].isupper()


def _new_name(before: Token, token: Token) -> bool:
    """Whether a person's name begins after an abbreviation ("NA | Tran Van An")."""
    if before.span is not None or token.span is not None or not before.text.isupper() or not 3 <= len(before.text) <= 7 or "." in before.text:
        return False
    return token.text[:1].isupper() and not token.text.isupper() and (is_given_name(token.text) or is_surname(token.text))


def _loose_quote(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a quotation stands for itself: it goes into a name only where a capitalised word follows."""
    span = tokens[at].span
    if span is None or span.type is not SpanType.QUOTE:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return at > start and not (following is not None and following.span is None and following.text[:1].isupper())


def _tight(tokens: list[Token], at: int) -> bool:
    """Whether a joining mark stands without white space on both sides, or is an ampersand."""
    return tokens[at].text == "&" or (tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start)


def _extend(tokens: list[Token], start: int, end: int, words: Words) -> int:
    """Run an organisation's name on through "of …", "for …", "and …" ("Ministry of Culture and Sports of Kazakhstan")."""
    if not any(t.span is None and words.is_("organisation", t.low) for t in tokens[start:end]):
        return end
    at, chain = end, False
    while at + 1 < len(tokens):
        low = tokens[at].low
        if low == "'s" or low == "’s":  # noqa: RUF001
            break
        nxt = at + 1 + (tokens[at + 1].low == "the" and at + 2 < len(tokens))
        if low in JOINERS and _capital(tokens[nxt], False):
            at, chain = _run_of(tokens, nxt, words), True
        elif low in JOINERS and tokens[nxt].span is not None and tokens[nxt].span.type is SpanType.OFFICE and tokens[nxt].text[:1].isupper():  # type: ignore[union-attr]
            at, chain = nxt + 1, True
        elif (
            low == "and"
            and chain
            and tokens[at + 1].span is None
            and _capital(tokens[at + 1], False)
            and not _starts_new(tokens, at + 1, words)
            or low == ","
            and chain
            and tokens[at + 1].span is None
            and _capital(tokens[at + 1], False)
            and _list_of_portfolios(tokens, at)
        ):
            at = _run(tokens, at + 1)
        else:
            break
    return at


def _run_of(tokens: list[Token], index: int, words: Words) -> int:
    """The run after "of": it ends with a country or place, unless an organisation word follows that ("of Kazakhstan | Nurlan N.")."""
    end = _run(tokens, index)
    for at in range(index, end):
        span = tokens[at].span
        if span is not None and span.type in PLACES and not span.demonym and at + 1 < end:
            rest = tokens[at + 1 : end]
            if not any(t.span is None and words.is_("organisation", t.low) for t in rest):
                return at + 1
    return end


def _starts_new(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a new organisation begins after "and"."""
    run = [t for t in tokens[at : _run(tokens, at)] if t.span is None]
    return any(words.is_("organisation", t.low) for t in run) and not all(words.is_("portfolio", t.low) for t in run)


def _list_of_portfolios(tokens: list[Token], at: int) -> bool:
    """Whether ", X and Y" follows ("Labour, Youth and Sports")."""
    end = _run(tokens, at + 1)
    if end < len(tokens) and tokens[end].text == ",":
        end += 1
    return (
        end + 1 < len(tokens) and end - at <= 4 and tokens[end].low == "and" and tokens[end + 1].text[:1].isupper() and tokens[end + 1].span is None
    )


def _classify(run: list[Token], first: bool, words: Words, before: Token | None) -> list[Token]:
    """Type a run: places stay places, a name after a place is a name of its own unless an organisation word holds them together."""
    has_organisation = any(t.span is None and words.is_("organisation", t.low) for t in run)
    if has_organisation and len(run) > 1:
        return [_join(run, SpanType.ORGANISATION)]
    if len(run) == 1:
        return [_single(run[0], words, first)]
    kinds = ("event", "project", "institution", "instrument", "mission")
    last = run[-1]
    if last.span is None and any(words.is_(kind, last.low) or words.is_(kind, last.low.rstrip("s")) for kind in kinds):
        return [*_split(run[:-1], words, first), last]
    return _split(run, words, first)


def _single(token: Token, words: Words, first: bool) -> Token:
    if token.span is not None:
        return token
    low = token.low
    if low in words.every or low.rstrip("s") in words.every:
        return token
    if first and token.text.isalpha() and not token.text.isupper():
        return token
    token.span = Span(SpanType.NAME, token.start, token.end, token.text, name=token.text)
    return token


def _split(run: list[Token], words: Words, first: bool) -> list[Token]:
    """Separate leading places from the name after them ("Peru | Ana Flores")."""
    result: list[Token] = []
    at = 0
    if (
        len(run) > 3
        and run[1].text in ("-", "–")
        and all(t.span is not None and t.span.type in PLACES for t in (run[0], run[2]))
        and run[3].text not in ("-", "–")
    ):  # noqa: RUF001
        result, at = [_join(run[:3], SpanType.NAME)], 3
    while at < len(run) and run[at].span is not None and run[at].span.type in PLACES:  # type: ignore[union-attr]
        if _really_person(run, at):
            return [*result, _join(run[at:], SpanType.PERSON)]
        result.append(run[at])
        at += 1
        if at < len(run) and run[at].text in ("-", "–"):  # noqa: RUF001
            result.append(run[at])
            at += 1
    rest = run[at:]
    if not rest:
        return result
    if all(t.span is None for t in rest):
        return [*result, _single(rest[0], words, first and not result)] if len(rest) == 1 else [*result, _join(rest, SpanType.NAME)]
    out: list[Token] = []
    group: list[Token] = []
    for token in rest:
        if token.span is None or (
            group and token.span.type is not SpanType.QUOTE and not token.span.demonym and token.span.type is not SpanType.COUNTRY
        ):
            group.append(token)
        else:
            out.extend(_flush(group, words))
            group = []
            out.append(token)
    out.extend(_flush(group, words))
    return [*result, *out]


def _really_person(run: list[Token], at: int) -> bool:
    """Whether a place's name is a person's given name here, for a family name follows ("Victoria Silva")."""
    span, rest = run[at].span, run[at + 1 :]
    if span is None or span.demonym or span.type is SpanType.COUNTRY or not 1 <= len(rest) <= 2 or not is_given_name(run[at].text):
        return False
    return all(t.span is None and t.text[:1].isupper() and not t.text.isupper() for t in rest)


def _flush(group: list[Token], words: Words) -> list[Token]:
    if not group:
        return []
    return [_single(group[0], words, False)] if len(group) == 1 else [_join(group, SpanType.NAME)]


def _join(group: list[Token], kind: SpanType) -> Token:
    """Make one token of a run; an organisation keeps the country that its name tells."""
    text = _spaced(group)
    country = next((t.span.country for t in group if t.span is not None and t.span.country), None)
    span = Span(kind, group[0].start, group[-1].end, text, name=text, country=country)
    span.parts = [t.span for t in group if t.span is not None]
    return Token(text, group[0].start, group[-1].end, span=span)


def _spaced(group: list[Token]) -> str:
    """Put the words of a run together as they stand."""
    parts = [group[0].text]
    for before, token in pairwise(group):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)
