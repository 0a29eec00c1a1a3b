"""Make src/dostyk/values/names/data/people.tsv: given names and surnames with flags, from census and Faker lists and the hand-written one.

`names` (1990 US census, public domain) and `faker` (MIT) are needed, in a throwaway environment; the argument is the treebanks' folder.
Flags: g given name, s surname, m short family-first surname, o an ordinary word too, c strong enough to make a town's name doubtful,
f among the most frequent.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import defaultdict
from pathlib import Path

import names as census
from gazetteer.tables import CYRILLIC, HERE, OUT, lists, plain
from gazetteer.words import ordinary_words


def latin(word: str) -> str:
    """Write a Cyrillic word in English letters."""
    if not re.search("[\u0400-\u04ff]", word):
        return word
    out = "".join(CYRILLIC.get(c.lower(), c.lower()) for c in word)
    return out[:1].upper() + out[1:]


def words(value: object) -> list[str]:
    """Take the single words out of one of Faker's lists."""
    found = list(value) if isinstance(value, (tuple, list, dict)) else []
    spelled = [latin(str(w).strip()) for w in found]
    return [w for w in spelled if re.fullmatch(r"[A-Z\u00c0-\u024f][\w'\-]{1,}", w)]


def main() -> None:
    """Write people.tsv."""
    flags: dict[str, str] = defaultdict(str)

    def add(word: str, flag: str) -> None:
        for form in dict.fromkeys((word, plain(word))):
            if len(form) > 1 and flag not in flags[form]:
                flags[form] += flag

    folder = Path(census.__file__).parent
    for name, most, letters in (
        ("dist.male.first", 1000, "gc"),
        ("dist.female.first", 1600, "gc"),
        ("dist.all.last", 1200, "sc"),
        ("dist.all.last", 5000, "s"),
    ):
        for line in (folder / name).read_text().split("\n")[:most]:
            for letter in letters:
                add(line.split()[0].capitalize(), letter)
    for name in ("dist.male.first", "dist.female.first"):
        for line in (folder / name).read_text().split("\n")[:250]:
            add(line.split()[0].capitalize(), "f")
    for locale in lists()["people_locales"].split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for key in dir(provider):
            if key.startswith("first_name"):
                for word in words(getattr(provider, key)):
                    add(word, "g")
            elif key.startswith("last_name"):
                for word in words(getattr(provider, key)):
                    add(word, "s")
    for line in (HERE / "people.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            head, _, rest = line.partition(": ")
            for word in rest.split():
                for letter in {"g": "gc", "s": "sc", "m": "smc"}[head[0]]:
                    add(word, letter)
    ordinary = ordinary_words(Path(sys.argv[1]))
    for word in list(flags):
        if word in lists()["never_people"].split():
            del flags[word]
        elif word.lower() in ordinary:
            flags[word] += "o"
    text = "".join(f"{word}\t{''.join(sorted(flags[word]))}\n" for word in sorted(flags))
    (OUT / "people.tsv").write_text(text, encoding="utf-8")
    print(len(flags), "words", len(text), "bytes")


if __name__ == "__main__":
    main()
