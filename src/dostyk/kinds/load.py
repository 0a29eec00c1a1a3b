"""Turns the folders of `dostyk.kinds` into Kind objects."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dostyk.kinds.wording import data
from dostyk.model.kind import Frame, Kind, Slot
from dostyk.model.statement import Modality


@cache
def kinds(language: str = "en") -> tuple[Kind, ...]:
    """Give every kind with its frames in a language, in order of name."""
    package = importlib.import_module("dostyk.kinds")
    found = []
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            kind: Kind = importlib.import_module(f"dostyk.kinds.{module.name}").KIND
            own = data(module.name, language)
            found.append(replace(kind, frames=_frames(module.name, own), evoked_by=frozenset(own.get("evoked", {}).get("by", "").split())))
    return tuple(sorted(found, key=lambda k: k.name))


def _frames(folder: str, own: Mapping[str, Any]) -> tuple[Frame, ...]:
    lists = own.get("lists", {})
    return tuple(_frame(item, lists, f"{folder}.{number}") for number, item in enumerate(own.get("frames", [])))


def _frame(item: dict[str, Any], lists: dict[str, list[str]], name: str) -> Frame:
    def many(key: str) -> frozenset[str]:
        words: list[str] = []
        for word in item.get(key, []):
            words.extend(lists[word[1:]] if word.startswith("@") else [word])
        return frozenset(words)

    return Frame(
        verbs=many("verbs"),
        nouns=many("nouns"),
        modifiers=many("modifiers"),
        without=many("without"),
        roles={role: _slot(data) for role, data in item.get("roles", {}).items()},
        attributes=item.get("attributes", {}),
        governed=item.get("governed", ""),
        modality=Modality(item["modality"]) if "modality" in item else None,
        time=item.get("time", "clause"),
        name=item.get("name", name),
        confidence=item.get("confidence", 0.8),
        inner=many("inner"),
        merge=item.get("merge", {}),
        drop=tuple(item.get("drop", ())),
        settled_by=many("settled_by"),
    )


def _slot(data: dict[str, Any]) -> Slot:
    return Slot(
        slots=tuple(data["slots"]),
        types=tuple(data.get("types", ["any"])),
        required=data.get("required", False),
        spread=data.get("spread", False),
        least=data.get("least", 1),
        default=data.get("default", ""),
    )
