"""Parts of the world by adjective."""

import pytest

from dostyk.values.names import countries_of_area, country_name


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        ("European", "BG", "VN"),
        ("Southeast Asian", "VN", "KZ"),
        ("landlocked Central Asian", "KZ", "CN"),
        ("Baltic", "LV", "PL"),
        ("Latin American", "PE", "CA"),
    ],
)
def test_adjectives(words: str, inside: str, outside: str) -> None:
    found = countries_of_area(words)
    assert inside in found
    assert outside not in found


def test_no_adjective_names_no_country() -> None:
    assert countries_of_area("friendly neighbouring") == frozenset()


def test_every_code_is_a_country() -> None:
    for adjective in ("african", "asian", "european", "latin american", "caribbean", "pacific", "arab", "north american"):
        assert all(country_name(code) for code in countries_of_area(adjective))
