"""Says of each name which earlier one in the text names the same person or body."""

from __future__ import annotations

from dataclasses import replace

from dostyk.entities.names.span import NameSpan, NameType

_BODIES = (NameType.ORGANISATION, NameType.INSTRUMENT, NameType.EVENT, NameType.PROJECT)


def linked(spans: list[NameSpan]) -> list[NameSpan]:
    """Give the spans with `same_as`: the first full name that a surname, a repeated name or an abbreviation stands for."""
    out: list[NameSpan] = []
    first: dict[tuple[str, str], int] = {}
    families: dict[str, int] = {}
    for index, span in enumerate(spans):
        kind = "body" if span.type in _BODIES else span.type.value
        key = (kind, span.name.casefold())
        same = first.get(key)
        if span.type is NameType.PERSON:
            alone = not (span.given and span.family)
            if same is None and alone:
                same = next((families[k] for k in _keys(span.family or span.given) if k in families), None)
            if same is None or not alone:
                target = same if same is not None else index
                families.update(dict.fromkeys(_keys(span.family), target))
                if span.order == "family given" and len(span.given.split()) == 1:
                    families.setdefault(span.given.casefold(), target)
            if same is not None and alone:
                whole = out[same]
                span = replace(span, name=whole.name, given=span.given, reason=span.reason)
        if same is None:
            first[key] = index
            if span.abbreviation:
                first.setdefault((kind, span.abbreviation.casefold()), index)
        elif span.type is NameType.OFFICE:
            same = None
        out.append(replace(span, same_as=same))
    return out


def _keys(family: str) -> list[str]:
    """Under what a family name is found again: whole, and without its particles or case."""
    words = family.casefold().split()
    if not words:
        return []
    keys = [" ".join(words), words[-1], words[0]]
    return [k for k in dict.fromkeys(keys) if len(k) > 1]
