"""Border crossings are known by country and by place, and found in texts in four scripts."""

import pytest

from dostyk.values.names import country_name, crossing_at, crossings, find_places


def test_crossings_between_two_countries_have_a_side_in_each() -> None:
    found = crossings("KZ", "CN")
    assert len(found) >= 6
    assert found == crossings("CN", "KZ")
    assert all({side.country for side in crossing.sides} == {"KZ", "CN"} for crossing in found)


def test_a_place_leads_to_what_faces_it() -> None:
    dostyk = next(p for p in find_places("a station at Dostyk") if p.text == "Dostyk")
    (crossing,) = crossing_at(dostyk.id)
    assert [side.name for side in crossing.sides] == ["Dostyk", "Alashankou"]
    assert "rail" in crossing.modes
    assert crossing_at("KZ") == ()


def test_every_crossing_joins_two_known_places_and_names_its_source() -> None:
    countries = ("KZ", "CN", "RU", "TR", "PL", "IN", "US", "ZA", "BR", "SA", "KE", "TH")
    for crossing in [found for code in countries for found in crossings(code)]:
        assert crossing.source
        assert len({side.country for side in crossing.sides}) == 2
        assert all(country_name(side.country) and side.name for side in crossing.sides)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Traffic through Torugart and Irkeshtam resumed.", ["Torugart", "Irkeshtam"]),
        ("Очередь у пункта пропуска Верхний Ларс растёт.", ["Verkhny Lars"]),
        ("Бақты бекеті арқылы көкөніс тасылды.", ["Bakhty"]),
        ("吉木乃口岸和都拉塔口岸扩大开放。", ["Jeminay", "Dulata"]),
        ("Through the Rafah crossing aid arrived.", ["Rafah"]),
    ],
)
def test_found_in_texts(text: str, names: list[str]) -> None:
    assert [p.name for p in find_places(text)] == names
    assert all(crossing_at(p.id) for p in find_places(text))
