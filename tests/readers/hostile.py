"""Input that a careless reader takes more than linear time over: one thing over and over, in every script that is read."""

from __future__ import annotations

from collections.abc import Iterator

REPEATED = {
    "digits": "7",
    "zeros": "0",
    "thousands": "1,",
    "decimals": "1.",
    "spaced digits": "1 ",
    "dotted days": "1.1.",
    "slashes": "1/",
    "hyphened years": "2020-",
    "dashed years": "2020–",
    "years": "2020 ",
    "brackets": "(",
    "closed brackets": "() ",
    "bracketed figures": "(1 ",
    "quotes": "“",
    "capitals": "ABC",
    "capital words": "Ab ",
    "initials": "A. ",
    "dollars": "$",
    "priced": "$1 ",
    "percents": "1% ",
    "of": "of ",
    "of the": "of the ",
    "and": "and ",
    "from to": "from 1 to ",
    "between": "between ",
    "up to": "up to ",
    "last": "last ",
    "the last": "the last ",
    "ago": "years ago ",
    "months": "May ",
    "days": "1 May ",
    "days and": "1 and 2 May, ",
    "first half": "first half of ",
    "weekdays": "Monday, ",
    "hundreds": "hundred ",
    "millions": "million ",
    "numerals": "one hundred and ",
    "halves": "half of a third of ",
    "units": "km ",
    "per": "1 km per ",
    "titles": "President of ",
    "offices": "Deputy Prime Minister ",
    "demonyms": "Kenyan ",
    "countries": "Kenya-",
    "listed countries": "Kenya, Peru and ",
    "cities": "New ",
    "particles": "bin al-",
    "lines": "1\n",
    "empty lines": "\n",
    "blanks": " ",
    "hard blanks": "\u00a0",
    "combining": "e\u0301",
    "dotted capital": "İ",
    "apostrophes": "'",
    "full width": "１",
    "other digits": "٣",
    "русские тысячи": "тысяча ",
    "русские годы": "года ",
    "русские в": "в ",
    "русские и": "и ",
    "русские дни": "5 мая ",
    "русские инициалы": "И. ",
    "русские титулы": "министр ",
    "русские прошлые": "прошлого ",
    "қазақша жыл": "жылы ",
    "қазақша мың": "мың ",
    "қазақша күн": "5 мамыр ",
    "қазақша мен": "мен ",
    "一": "一",
    "零": "零",
    "万": "万",
    "一亿": "一亿",
    "年": "年",
    "月": "月",
    "日期": "5月3日至",
    "第": "第",
    "的": "的",
    "总统": "总统",
    "、": "一、",
    "《": "《",
}
PROSE = {
    "en": "On 4 May 2012, the ministers of Kenya and Peru signed three agreements worth over $25 million in Lima, 12 percent more than last year. ",
    "ru": "4 мая 2012 года министры Кении и Перу подписали в Лиме три соглашения более чем на 25 млн долларов, на 12 % больше, чем год назад. ",
    "kk": "2012 жылғы 4 мамырда Кения мен Перу министрлері Лимада 25 млн доллардан асатын үш келісімге қол қойды, бұл былтырдан 12 пайызға көп. ",
    "zh": "2012年5月4日,肯尼亚和秘鲁两国部长在利马签署了三项协议,总额超过2500万美元,比去年增长百分之十二。",
}


def hostile(length: int) -> Iterator[tuple[str, str]]:
    """Yield name and text of every hostile input, each about `length` characters long."""
    for name, piece in REPEATED.items():
        yield name, piece * (length // len(piece))
    for language, sentence in PROSE.items():
        yield f"one line of prose ({language})", sentence * (length // len(sentence))
    yield "opened and closed", "(" * (length // 2) + ")" * (length // 2)
    yield "one word", "Ab" * (length // 2)
    yield "two million million", "two" + " million" * (length // 8)
