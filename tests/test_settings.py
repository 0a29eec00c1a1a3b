"""Settings are read at the edges and handed down."""

from pathlib import Path

from dostyk.settings import Given, Settings


def test_the_environment_names_the_ledger() -> None:
    assert Settings.from_environment({"DOSTYK_LEDGER": "/a/b.db"}).ledger_path() == Path("/a/b.db")
    assert Settings.from_environment({"DOSTYK_LEDGER": ""}).ledger is None
    assert Settings().ledger_path().name == "ledger.db"


def test_changed_settings_are_new_ones() -> None:
    settings = Settings()
    changed = settings.with_ledger(Path("x")).with_workers(3).with_given(Given(publisher="Ministry"))
    assert (changed.ledger, changed.workers, changed.given.publisher) == (Path("x"), 3, "Ministry")
    assert settings == Settings()
