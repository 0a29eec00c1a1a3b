"""Turns Kazakh names of countries into their adjectives, by rule: Қазақстан, қазақстандық."""

from __future__ import annotations

import re

BACK, FRONT = "аоұыуяёю", "әеөүіэи"
KAZAKH = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]+(?: [А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]+)?")


def adjective(name: str) -> str | None:
    """Give the adjective of a name of one or two words; None for what has no such one."""
    if not KAZAKH.fullmatch(name) or name.endswith(("Республикасы", "ы", "і")):
        return None
    back = next((letter in BACK for letter in reversed(name) if letter in BACK + FRONT), True)
    if name.endswith("ия"):
        back = True
    first = "д" if name[-1] in "лмнңзж" else "л" if name[-1] in BACK + FRONT + "рй" else "т"
    return name + first + ("ық" if back else "ік")
