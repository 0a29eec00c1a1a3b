"""Writes values/spellings/data/han.tsv: for every pinyin syllable, the characters so read. Needs pypinyin (0.55.0), which Dostyk does not."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

READINGS = 4


def flat(reading: str) -> str:
    """Write a reading without its tone; "v" is ü."""
    spread = unicodedata.normalize("NFD", reading).replace("u\u0308", "v").replace("ɡ", "g")
    return "".join(c for c in spread if not unicodedata.combining(c))


def main() -> None:
    """Group the characters of the basic block by syllable."""
    from pypinyin.constants import PINYIN_DICT  # type: ignore[import-not-found]

    rows: dict[str, list[str]] = defaultdict(list)
    for code, readings in sorted(PINYIN_DICT.items()):
        if 0x4E00 <= code <= 0x9FFF:
            known = dict.fromkeys(flat(r) for r in readings.split(",") if re.fullmatch("[a-z]{1,6}", flat(r)))
            for syllable in list(known)[:READINGS]:
                rows[syllable].append(chr(code))
    Path(sys.argv[1]).write_text("".join(f"{s}\t{''.join(c)}\n" for s, c in sorted(rows.items())), encoding="utf-8")


if __name__ == "__main__":
    main()
