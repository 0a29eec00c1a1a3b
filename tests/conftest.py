"""What every test gets: the same random cases on every machine, and a ledger of its own."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the default ledger into the test's own folder, so that no test touches the user's."""
    ledger = tmp_path / "ledger.db"
    monkeypatch.setenv("DOSTYK_LEDGER", str(ledger))
    return ledger
