"""Finds the names in a Chinese text: people by surname, title and office, foreign ones by their characters, bodies by head and left edge."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from dostyk.entities.names.span import NameSpan, NameType
from dostyk.values.names import PlaceSpan
from dostyk.values.spellings import double_surnames, name_parts

_HAN = "一-鿿"
_QUOTED = re.compile(r"《([^《》\n]{2,60})》")
_MARKED = re.compile(r"[“「]([^“”「」\n]{2,24})[”」]")
_SHORT = re.compile(r"[》”]?[（(](?:以下)?(?:简称|簡稱)?[：:]?[“「]?([^“”「」（）()，。\n]{2,14})[”」]?[)）]")
_REACH = 20


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """The lists of names.toml, compiled."""

    surnames: frozenset[str]
    never: frozenset[str]
    foreign: str
    followers: tuple[str, ...]
    telling: tuple[str, ...]
    titles: tuple[str, ...]
    offices: re.Pattern[str]
    office_words: frozenset[str]
    before: tuple[str, ...]
    heads: dict[NameType, tuple[str, ...]]
    head: re.Pattern[str]
    edges: re.Pattern[str]
    compounds: tuple[str, ...]
    foreigner: re.Pattern[str]


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


@cache
def _words() -> _Words:
    """Read the lists, once."""
    data = tomllib.loads(files("dostyk.languages.zh").joinpath("names.toml").read_text("utf-8"))
    people, offices, heads = data["people"], data["offices"], data["heads"]
    kinds = {kind: tuple(heads[kind.value].split()) for kind in (NameType.ORGANISATION, NameType.EVENT, NameType.PROJECT, NameType.INSTRUMENT)}
    portfolio, modifiers = tuple(offices["portfolio"].split()), tuple(offices["modifiers"].split())
    titled = tuple(offices["heads"].split())
    office = rf"(?:{_any(modifiers)})*(?:(?:{_any(portfolio)})部?)?(?:{_any(modifiers)})?(?:{_any(titled)})"
    foreign = people["foreign"].replace("\n", "")
    return _Words(
        frozenset(people["surnames"].replace("\n", "")),
        frozenset(people["never"]),
        foreign,
        tuple(people["followers"].split()),
        tuple(people["telling"].split()),
        tuple(people["titles"].split()),
        re.compile(rf"{office}(?:[、兼]{office})*"),
        frozenset(titled),
        modifiers,
        kinds,
        re.compile(_any(tuple(w for kind in (NameType.ORGANISATION, NameType.EVENT, NameType.PROJECT) for w in kinds[kind]))),
        re.compile(rf"[^{_HAN}A-Za-z0-9·—-]|(?:{'|'.join(heads['boundaries'].split())})"),
        tuple(heads["compounds"].split()),
        re.compile(rf"[{foreign}]{{1,12}}(?:[·・‧•][{foreign}A-Za-z]{{1,12}}){{1,4}}"),
    )


def read_chinese(text: str, places: list[PlaceSpan]) -> list[NameSpan]:
    """Give the people, bodies and worded names of a Chinese text."""
    taken = bytearray(len(text))
    spans = _instruments(text, taken)
    spans += _people(text, places, taken)
    spans += _bodies(text, places, taken)
    spans = [_with_short(text, span) if span.type is not NameType.PERSON else span for span in spans]
    return sorted([*spans, *_again(text, spans, taken)], key=lambda s: s.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _instruments(text: str, taken: bytearray) -> list[NameSpan]:
    """Find titles in 《》 that an instrument bears, and quoted names with a head right behind them."""
    words, out = _words(), []
    for found in _QUOTED.finditer(text):
        if found.group(1).endswith(words.heads[NameType.INSTRUMENT]):
            out.append(_span(text, found.span(), NameType.INSTRUMENT, found.group(1), "a title that ends with the word for an instrument"))
            _take(taken, *found.span())
    for found in _MARKED.finditer(text):
        inside, behind = found.group(1), text[found.end() : found.end() + 6]
        kinds = (NameType.PROJECT, NameType.EVENT, NameType.ORGANISATION, NameType.INSTRUMENT)
        kind = next((k for k in kinds if inside.endswith(words.heads[k]) or any(behind.startswith(w) for w in words.heads[k])), None)
        if kind is not None and not taken[found.start()] and not inside.endswith(("。", "！", "？")):
            start, end = found.span() if kind is not NameType.ORGANISATION else found.span(1)
            out.append(_span(text, (start, end), kind, inside, "a quoted name beside the word for what it is"))
            _take(taken, start, end)
    return out


def _people(text: str, places: list[PlaceSpan], taken: bytearray) -> list[NameSpan]:
    """Find people: foreign names with a middle dot, names behind or before an office or title, Chinese names before a verb of saying or doing."""
    words, out = _words(), []
    ends = {p.end: p for p in places}
    starts = {p.start: p for p in places}
    posts = bytearray(len(text))
    for office in words.offices.finditer(text):
        _take(posts, *office.span())
    for found in words.foreigner.finditer(text):
        start, end = found.span()
        while posts[start] and start < end:
            start += 1
        if start < end and not taken[start] and "·" in text[start:end]:
            out.append(_foreign(text, (start, end), taken))
    for office in words.offices.finditer(text):
        begin = office.end() + (text[office.end() : office.end() + 1] in (" ", "\u3000"))
        behind = _name_at(text, begin, taken, bool(starts.get(begin)))
        if behind:
            out.append(_named(text, (begin, behind), "an office stands before the name"))
            _take(taken, begin, behind)
    for title in re.finditer(_any((*words.titles, *sorted(words.office_words))), text):
        start = _name_before(text, title.start(), taken)
        if start >= 0 and title.start() not in ends:
            out.append(_named(text, (start, title.start()), "a title or office stands behind the name"))
            _take(taken, start, title.start())
    out += _plain(text, places, taken)
    return [_with_office(text, span, ends) for span in out]


def _foreign(text: str, span: tuple[int, int], taken: bytearray) -> NameSpan:
    """Make a person of a foreign name with a middle dot; the last part is the family name."""
    start, end = span
    parts = re.split("[·・‧•]", text[start:end])
    _take(taken, start, end)
    return replace(
        _span(text, span, NameType.PERSON, text[start:end], "a foreign name with its middle dot"),
        given="·".join(parts[:-1]),
        family=parts[-1],
        order="given family",
    )


def _named(text: str, span: tuple[int, int], reason: str) -> NameSpan:
    """Make a person of a name without a middle dot: a Chinese one is parted, a foreign one is a family name."""
    name = text[span[0] : span[1]]
    parts = name_parts(name) if name[:1] in _words().surnames or name[:2] in double_surnames() else (name,)
    made = _span(text, span, NameType.PERSON, name, reason)
    if len(parts) == 2:
        return replace(made, family=parts[0], given=parts[1], order="family given")
    return replace(made, family=name, order="family")


def _span(text: str, span: tuple[int, int], kind: NameType, name: str, reason: str) -> NameSpan:
    return NameSpan(span[0], span[1], text[span[0] : span[1]], kind, name, reason=reason)


def _edge(text: str, at: int) -> bool:
    """Whether a name may end at an offset: with the text, a mark, a verb or a title."""
    words = _words()
    if at >= len(text) or not "\u4e00" <= text[at] <= "\u9fff":
        return True
    return text.startswith(words.followers, at) or text.startswith(words.titles, at) or words.offices.match(text, at) is not None


def _name_at(text: str, at: int, taken: bytearray, place: bool) -> int:
    """Where a name that begins at an offset ends; 0 for none."""
    words = _words()
    if at >= len(text) or taken[at] or place:
        return 0
    double = text[at : at + 2] in double_surnames()
    if text[at] in words.surnames or double:
        lengths = (4, 3) if double else (3, 2)
        fitting = [n for n in lengths if _given(text[at + 1 + double : at + n], n - 1 - double)]
        for n in sorted(fitting):
            if _edge(text, at + n):
                return at + n
    end = at
    while end < len(text) and end - at < 9 and text[end] in words.foreign and not (end - at >= 2 and _edge(text, end)):
        end += 1
    return end if 2 <= end - at <= 8 and _edge(text, end) else 0


def _given(characters: str, length: int) -> bool:
    """Whether characters may be a given name."""
    return len(characters) == length and all("\u4e00" <= c <= "\u9fff" and c not in _words().never for c in characters)


def _name_before(text: str, end: int, taken: bytearray) -> int:
    """Where a name that ends at an offset begins; -1 for none. It follows a mark, a word that ends names, or the text's beginning."""
    words = _words()
    start = end
    while start > 0 and end - start < 9 and text[start - 1] in words.foreign and not taken[start - 1]:
        start -= 1
    if 3 <= end - start <= 8 and _opens(text, start):
        return start
    for n in (3, 2, 4):
        begin = end - n
        if begin < 0 or any(taken[begin:end]):
            continue
        double = text[begin : begin + 2] in double_surnames()
        if (text[begin] in words.surnames and n < 4 or double) and _given(text[begin + 1 + double : end], n - 1 - double) and _opens(text, begin):
            return begin
    return -1


def _opens(text: str, at: int) -> bool:
    """Whether a name may begin at an offset: behind a mark, the text's beginning, or a small word."""
    return at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff" or text.endswith(_words().followers, 0, at) or text[at - 1] in "国由请受邀据经见使令让"


def _plain(text: str, places: list[PlaceSpan], taken: bytearray) -> list[NameSpan]:
    """Find Chinese names of three characters between a mark and a verb of saying or doing."""
    words, out = _words(), []
    out += _listed(text, taken)
    inside = bytearray(len(text) + 1)
    for place in places:
        _take(inside, place.start, place.end)
    for found in re.finditer(rf"(?<![{_HAN}·])[{words.foreign}]{{3,9}}(?=(?:{_any(words.telling[:-1])}))", text):
        start, end = found.span()
        if not any(taken[start:end]) and not any(inside[start:end]) and text[end] not in "，,":
            out.append(_named(text, (start, end), "a foreign name before what somebody says or does"))
            _take(taken, start, end)
    for found in re.finditer(rf"(?:^|[，。、；：！？（“\s与和同由])(?=([{_HAN}]{{2,4}}))", text, re.MULTILINE):
        start = found.start(1)
        if taken[start] or inside[start] or (text[start] not in words.surnames and text[start : start + 2] not in double_surnames()):
            continue
        double = text[start : start + 2] in double_surnames()
        for n in (2, 3, 4) if double else (3, 2):
            end = start + n
            if _given(text[start + 1 + double : end], n - 1 - double) and text.startswith(words.telling, end):
                out.append(_named(text, (start, end), "a surname and a given name before what somebody says or does"))
                _take(taken, start, end)
                break
    return out


def _listed(text: str, taken: bytearray) -> list[NameSpan]:
    """Find rows of Chinese names ("…、…等"): each begins with a surname, one at least has three characters."""
    out = []
    for row in re.finditer(rf"(?<![{_HAN}])[{_HAN}]{{2,3}}(?:、[{_HAN}]{{2,3}})+(?=等|[，。；）]|分别|共同|参加|出席)", text):
        names = [(m.start() + row.start(), m.end() + row.start()) for m in re.finditer("[^、]+", row.group())]
        fit = all(text[a] in _words().surnames and _given(text[a + 1 : b], b - a - 1) for a, b in names)
        if fit and any(b - a == 3 for a, b in names):
            for a, b in names:
                if not taken[a]:
                    out.append(_named(text, (a, b), "one of a row of names"))
                    _take(taken, a, b)
    return out


def _with_office(text: str, span: NameSpan, ends: dict[int, PlaceSpan]) -> NameSpan:
    """Give a person with the titles and the office that stand beside the name, and whose the office is."""
    words = _words()
    title = next((t for t in words.titles if text.startswith(t, span.end)), "")
    if title:
        span = replace(span, titles=(title,))
    begin, stop = -1, span.start
    for found in words.offices.finditer(text, max(0, span.start - _REACH), span.start):
        if found.end() == span.start:
            begin = found.start()
    if begin < 0:
        match = words.offices.match(text, span.end)
        if match is None:
            return span
        begin, stop = match.span()
    holder = ends.get(begin)
    if holder is not None and text[max(0, holder.start - 1) : holder.start] == "驻":
        posted = ends.get(holder.start - 1)
        begin, holder = holder.start - 1, posted
    return replace(span, office=text[begin:stop], office_start=begin, office_end=stop, office_of=holder.name if holder is not None else "")


def _bodies(text: str, places: list[PlaceSpan], taken: bytearray) -> list[NameSpan]:
    """Find bodies, events and projects by their heads; they begin behind a mark or a small word, or with a place."""
    words, out = _words(), []
    begins = {p.start for p in places}
    last = 0
    for found in words.head.finditer(text):
        if found.start() < last or taken[found.start()] or text.startswith(("长", "長"), found.end()):
            continue
        low = max(last, found.start() - _REACH)
        stretch = text[low : found.start()]
        for compound in words.compounds:
            stretch = stretch.replace(compound, "甲" * len(compound))
        edge = max((m.end() for m in words.edges.finditer(stretch)), default=0)
        start = low + edge
        while start < found.start() and taken[start]:
            start += 1
        kind = next(k for k in (NameType.ORGANISATION, NameType.EVENT, NameType.PROJECT) if found.group() in words.heads[k])
        named = any(at in begins for at in range(start, found.start()))
        if found.start() - start < 2 or (kind is not NameType.ORGANISATION and not named and "届" not in text[start : found.start()]):
            continue
        last = found.end()
        while (longer := words.head.match(text, last)) is not None and longer.group() in words.heads[NameType.ORGANISATION]:
            last = longer.end()
        out.append(_span(text, (start, last), kind, text[start:last], "a head word of such names stands in it"))
        _take(taken, start, last)
        short = _SHORT.match(text, last)
        if short is not None and ("简称" in short.group() or "簡稱" in short.group()):
            last = short.end()
    return out


def _with_short(text: str, span: NameSpan) -> NameSpan:
    """Give a name with the short form introduced behind it."""
    found = _SHORT.match(text, span.end)
    if found is None:
        return span
    short = found.group(1)
    letters = iter(span.name)
    said = len(short) < len(span.name) and all(c in letters for c in short)
    said = said or "简称" in found.group() or "簡稱" in found.group() or (short.isascii() and short.isupper() and short.isalpha())
    return replace(span, abbreviation=short) if said else span


def _again(text: str, spans: list[NameSpan], taken: bytearray) -> list[NameSpan]:
    """Find later mentions of people and short forms met before."""
    names: dict[str, NameSpan] = {}
    for span in sorted(spans, key=lambda s: s.start):
        if span.type is NameType.PERSON:
            names.setdefault(span.name, span)
            if "·" in span.name and len(span.family) > 1:
                names.setdefault(span.family, span)
        elif span.abbreviation:
            names.setdefault(span.abbreviation, span)
    if not names:
        return []
    out = []
    for found in _matches(text, list(names)):
        start, end, key = found
        whole = names[key]
        introducing = whole.abbreviation == key and whole.end <= start < whole.end + 12
        if any(taken[start:end]) or start < whole.start or introducing:
            continue
        out.append(
            replace(
                whole,
                start=start,
                end=end,
                text=text[start:end],
                abbreviation="",
                titles=(),
                office="",
                office_start=None,
                office_end=None,
                office_of="",
                reason=f"“{whole.name}” was named before",
            )
        )
        _take(taken, start, end)
    return out


def _matches(text: str, keys: list[str]) -> list[tuple[int, int, str]]:
    """Give where the keys stand in a text, the longest first."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    found = AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text)
    return [(start, end, keys[number]) for number, start, end in found]
