"""A hostile text, page or file → how long the whole way takes, and what went wrong that the program did not word itself."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from dostyk.documents import read
from dostyk.entities.names import read_names
from dostyk.errors import DostykError
from dostyk.languages import READ
from dostyk.settings import Settings
from dostyk.statements import extract
from dostyk.values.dates import read_dates
from dostyk.values.quantities import read_quantities


def outcome(case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Read a case as a document, its dates, quantities and statements; `folder` is the suites', in which files are named."""
    began = time.perf_counter()
    found: dict[str, Any] = {"id": case["id"], "got": []}
    try:
        document(case, folder)
    except DostykError as error:
        found["refused"] = str(error)
    return found | {"seconds": round(time.perf_counter() - began, 3)}


def document(case: dict[str, Any], folder: Path) -> None:
    """Read one case and all that is in it."""
    form = case["meta"].get("form")
    if form == "pdf":
        return everything(folder / case["meta"]["file"])
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / ("case.html" if form == "html" else "case.txt")
        path.write_bytes(case["text"].encode("utf-8", "surrogatepass"))
        return everything(path)


def everything(path: Path) -> None:
    """Read a file, and by each reader in each language what stands in it."""
    page = read(path, Settings())
    for language in READ:
        read_dates(page.text, page.published, language)
        read_quantities(page.text, language)
        read_names(page.text, language, page.published)
    extract(page)
