"""Where labelled documents are: written ones in full, real ones as offsets into texts that lie outside the repository."""

from __future__ import annotations

import hashlib
import json
import pathlib
import sys
from collections.abc import Iterator

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "labels"))

from pack_real import unpacked
from reading import Labelled, read_labelled


def held(name: str, share: float) -> bool:
    """Whether a document is held out, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def documents(root: pathlib.Path) -> Iterator[Labelled]:
    """Give every labelled document, in the order of names; real ones only where the corpora lie beside the project."""
    for folder in ("written", "development"):
        for path in sorted((root / "training/labels" / folder).glob("*.lab")):
            yield read_labelled(path)
    packed = root / "training/labels/real.jsonl"
    for line in packed.read_text("utf-8").splitlines() if packed.exists() else ():
        if (found := unpacked(json.loads(line), root.parent / "shared")) is not None:
            yield found


def is_held(labelled: Labelled, share: float) -> bool:
    """Whether a document is held out to choose and calibrate by: those of the calibration set, and a share of the others by the hash of the name."""
    return labelled.head.get("set") == "calibration" or held(labelled.name, share)
