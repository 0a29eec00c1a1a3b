"""Names lead to entities and back, by date."""

import pytest

from dostyk.values.names import capital_of, country, country_name, is_given_name, is_surname, lookup, name_valid, names_of

ASTANA = "geonames:1526273"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("1960", "Akmolinsk"),
        ("1975-03", "Tselinograd"),
        ("1997-12-10", "Akmola"),
        ("1998-05-06", "Astana"),
        ("2019-03-23", "Nur-Sultan"),
        ("2022-09-16", "Nur-Sultan"),
        ("2024", "Astana"),
        ("2019", "Nur-Sultan"),
    ],
)
def test_the_name_valid_then(at: str, expected: str) -> None:
    assert name_valid(ASTANA, at) == expected


def test_names_of_countries_by_date() -> None:
    assert [name_valid("SZ", at) for at in ("2018-04-18", "2018-04-19")] == ["Swaziland", "Eswatini"]
    assert name_valid("MK", "2019-02-12") == "North Macedonia"
    assert name_valid("CD", "1980") == "Zaire"
    assert name_valid("PE", "1980") == "Peru"
    assert name_valid("x:nowhere", "1980") is None


def test_lookup_by_name_and_date_gives_the_entity() -> None:
    assert lookup("Akmola", "1995")[0].id == ASTANA
    assert lookup("Frunze")[0].name == "Bishkek"
    assert lookup("Leningrad")[0].name == "Saint Petersburg"
    assert lookup("Nur-Sultan", "2010")[0].reason == "Nur-Sultan was its name in 2019-03-23/2022-09-16"
    assert lookup("Nowhereville") == ()


def test_names_of_an_entity_in_several_scripts() -> None:
    names = names_of(ASTANA)
    assert {"Akmolinsk", "Nur-Sultan", "Астана"} <= {n.text for n in names}
    assert [n.valid for n in names if n.text == "Nur-Sultan"] == ["2019-03-23/2022-09-16"]
    assert any(n.script == "Hani" for n in names_of("KZ"))


@pytest.mark.parametrize(("at", "expected"), [(None, "Astana"), ("1995", "Almaty"), ("1997-12-09", "Almaty"), ("1997-12-10", "Astana")])
def test_capitals_move(at: str | None, expected: str) -> None:
    capital = capital_of("KZ", at)
    assert capital is not None
    assert capital.name == expected


def test_capitals() -> None:
    found = {code: capital_of(code) for code in ("PE", "NG", "MM", "AU", "TZ", "CI", "CZ")}
    assert [c.name if c else None for c in found.values()] == ["Lima", "Abuja", "Naypyidaw", "Canberra", "Dodoma", "Yamoussoukro", "Prague"]
    assert capital_of("ZZ") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kazakhstan", "KZ"),
        ("kazakhstan", "KZ"),
        ("KAZ", "KZ"),
        ("kz", "KZ"),
        ("Korea, Republic of", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("The Gambia", "GM"),
        ("St. Lucia", "LC"),
        ("Bosnia & Herzegovina", "BA"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Қазақстан", "KZ"),
        ("法国", "FR"),
        ("Burma", "MM"),
        ("USSR", "SUHH"),
        ("Central Asia", None),
        ("", None),
    ],
)
def test_country(text: str, code: str | None) -> None:
    assert country(text) == code


def test_country_names() -> None:
    assert country_name("KZ") == "Kazakhstan"
    assert country_name("Kazakhstan") is None


def test_people() -> None:
    assert all(map(is_given_name, ["Erlan", "Nursultan", "Sergey", "Maria", "Mohammed", "Narendra", "Kassym-Jomart", "Recep", "Joko"]))
    assert all(map(is_surname, ["Xi", "Wang", "Kim", "Nguyen", "Smith", "Idrisov"]))
    assert not any(map(is_given_name, ["Beijing", "Embassy", "The"]))
