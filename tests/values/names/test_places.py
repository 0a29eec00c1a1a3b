"""Places are found with the id that their surroundings call for, and not where a person or a word is meant."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.values.names import find_places


def ids(text: str, prefer: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Give text and id of every place found."""
    return [(p.text, p.id) for p in find_places(text, prefer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Peru and the Republic of Korea", [("Peru", "PE"), ("Republic of Korea", "KR")]),
        ("the U.S. and the PRC", [("U.S.", "US"), ("PRC", "CN")]),
        ("Côte d’Ivoire and Sao Tome and Principe", [("Côte d’Ivoire", "CI"), ("Sao Tome and Principe", "ST")]),
        ("the former Yugoslav Republic of Macedonia", [("former Yugoslav Republic of Macedonia", "MK")]),
        ("South Sudan, Guinea-Bissau, Papua New Guinea", [("South Sudan", "SS"), ("Guinea-Bissau", "GW"), ("Papua New Guinea", "PG")]),
        ("ARMENIA AND CHILE SIGN AGREEMENT", [("ARMENIA", "AM"), ("CHILE", "CL")]),
        ("Hong Kong, Macao and Taiwan", [("Hong Kong", "HK"), ("Macao", "MO"), ("Taiwan", "TW")]),
        ("in the Soviet Union and Czechoslovakia", [("Soviet Union", "SUHH"), ("Czechoslovakia", "CSHH")]),
        ("в Южной Корее и Республике Казахстан", [("Южной Корее", "KR"), ("Республике Казахстан", "KZ")]),
        ("визит в Китай из Узбекистана", [("Китай", "CN"), ("Узбекистана", "UZ")]),
        ("Қазақстанның және Қытаймен", [("Қазақстанның", "KZ"), ("Қытаймен", "CN")]),
        ("中华人民共和国和法国", [("中华人民共和国", "CN"), ("法国", "FR")]),
        ("Россия, 哈萨克斯坦和中国", [("Россия", "RU"), ("哈萨克斯坦", "KZ"), ("中国", "CN")]),
    ],
)
def test_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omani and Emirati ministers", ["OM", "AE"]),
        ("Sino-Kyrgyz and Russo–Turkish commissions", ["CN", "KG", "RU", "TR"]),
        ("two Danes, three Uzbeks and a Filipino", ["DK", "UZ", "PH"]),
        ("the Sri Lankan side", ["LK"]),
        ("польский премьер и казахстанских студентов", ["PL", "KZ"]),
    ],
)
def test_demonyms_give_the_country(text: str, expected: list[str]) -> None:
    found = find_places(text)
    assert [p.id for p in found] == expected
    assert all(p.demonym for p in found)


@pytest.mark.parametrize(
    "text", ["US$5 million", "they ate turkey", "Indo-European languages", "Sinology", "Michael Jordan scored", "Mr. Chad Ireland"]
)
def test_not_countries(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Almaty region", [("Almaty region", "KZ-19")]),
        ("in Almaty", [("Almaty", "geonames:1526384")]),
        ("City of Almaty", [("City of Almaty", "geonames:1526384")]),
        ("Xinjiang and the Xinjiang Uyghur Autonomous Region", [("Xinjiang", "CN-XJ"), ("Xinjiang Uyghur Autonomous Region", "CN-XJ")]),
        ("Osaka Prefecture", [("Osaka Prefecture", "JP-27")]),
        ("the Province of Quebec and Quebec City", [("Province of Quebec", "CA-QC"), ("Quebec City", "geonames:6325494")]),
        ("Kokshetau region", [("Kokshetau region", "x:kokshetau-region")]),
        ("Pavlodar, Kostanay and Zhetysu regions", [("Pavlodar", "KZ-55"), ("Kostanay", "KZ-39"), ("Zhetysu regions", "KZ-33")]),
        ("cities of Penza, Tver and Kaluga", [("Penza", "geonames:511565"), ("Tver", "geonames:480060"), ("Kaluga", "geonames:553915")]),
        ("provinces of Salta and Jujuy", [("Salta", "AR-A"), ("Jujuy", "AR-Y")]),
        ("Los Angeles County", [("Los Angeles County", "x:los-angeles-county")]),
    ],
)
def test_kind_words_settle_what_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Birmingham, Alabama", "Birmingham", "US"),
        ("Birmingham", "Birmingham", "GB"),
        ("Tripoli, Lebanon", "Tripoli", "LB"),
        ("the Spanish city of Cordoba", "city of Cordoba", "ES"),
        ("Venezuela's Merida", "Merida", "VE"),
        ("Portland, OR", "Portland", "US"),
        ("Athens, Georgia", "Athens", "US"),
    ],
)
def test_neighbours_settle_the_town(text: str, place: str, country: str) -> None:
    assert (place, country) in [(p.text, p.country) for p in find_places(text)]


def test_preferred_countries_settle_the_town_but_not_against_a_far_larger_one() -> None:
    assert find_places("in Valencia", ["ES"])[0].country == "ES"
    assert find_places("in Birmingham", ["US"])[0].country == "US"
    assert find_places("in London", ["CA"])[0].country == "GB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reading is good for you", []),
        ("a branch in Reading", ["Reading"]),
        ("Nice work was done", []),
        ("flights to Nice", ["Nice"]),
        ("Sofia Coppola came", []),
        ("the mayor of Sofia", ["Sofia"]),
        ("President Lincoln spoke", []),
        ("Splitting costs", []),
        ("New Granada was dissolved", []),
        ("in March and in May", []),
        ("the Northern and Southern parts", []),
    ],
)
def test_words_and_people_are_no_towns(text: str, expected: list[str]) -> None:
    assert [p.text for p in find_places(text)] == expected


def test_the_text_itself_tells_the_countries_it_is_about() -> None:
    text = "Spain and Peru signed. Spain will host. The Spanish side came to Valencia; Peru and Spain agreed with Peru."
    assert [p.country for p in find_places(text) if p.text == "Valencia"] == ["ES"]


def test_a_doubtful_town_once_sure_is_meant_again() -> None:
    found = find_places("They met in Split. The port of Split grew; Nancy, France, is its twin, and Nancy agreed.")
    assert [p.text for p in found] == ["Split", "Split", "Nancy", "France", "Nancy"]


def test_canonical_names_are_the_usual_english_ones() -> None:
    names = [p.name for p in find_places("Ürümqi, Qaraghandy, Kiev, Köln, São Paulo, Peking, Xi’an")]
    assert names == ["Urumqi", "Karaganda", "Kyiv", "Cologne", "Sao Paulo", "Beijing", "Xi'an"]


def test_candidates_list_the_other_bearers() -> None:
    georgia = find_places("Georgia")[0]
    assert (georgia.id, georgia.candidates) == ("GE", ("US-GA",))


@given(st.text(alphabet=st.sampled_from("Kazakhstn of-CityNew'.,’\n 中国Китай"), max_size=80))
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    end = 0
    for found in find_places(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.text
        end = found.end


@pytest.mark.parametrize("unit", ["of ", "New ", "A", "San Jose de ", "Paris, ", "Li-", "city of ", "区", "(", "Y. "])
def test_time_grows_with_length_on_any_input(unit: str) -> None:
    find_places("Peru")
    started = time.process_time()
    find_places(unit * (100_000 // len(unit)))
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flights to Colombo and Chișinău resumed", ["geonames:1248991", "geonames:618426"]),
        ("Minister Emilio Colombo spoke", []),
        ("the Province of Formosa", ["AR-P"]),
        ("the Guinean and the Equatorial Guinean envoys", ["GN", "GQ"]),
        ("Congo-Brazzaville, Congo-Kinshasa and the Congo River", ["CG", "CD", "x:congo-river"]),
        ("Northern Ireland, the Republic of Ireland, Mr. Tom Ireland", ["GB-NIR", "IE"]),
        ("Md. Alam signed for Bangladesh", ["BD"]),
        ("the Dominican minister", ["DO"]),
        ("the British Virgin Islands and the US Virgin Islands", ["VG", "VI"]),
    ],
)
def test_names_that_are_easily_taken_for_others(text: str, expected: list[str]) -> None:
    assert [p.id for p in find_places(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Томская, Омская и Тюменская области", ["RU-TOM", "RU-OMS", "RU-TYU"]),
        ("Томская погода", []),
        ("губернатор Владимир Соколов", []),
        ("япония", []),
        ("ирано-турецкая граница", ["IR", "TR"]),
        ("Иванова выступила в Иванове", ["geonames:555312"]),
    ],
)
def test_russian(text: str, expected: list[str]) -> None:
    assert [p.id for p in find_places(text, language="ru")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中越边境贸易", ["CN", "VN"]),
        ("5日中俄两国元首会谈", ["CN", "RU"]),
        ("同意方案,其中方面很多", []),
        ("中美洲", []),
        ("巴西总统说,巴方支持", ["BR", "BR"]),
        ("他在华为工作", []),
        ("在哈尔滨", ["geonames:2037013"]),
    ],
)
def test_chinese_signs(text: str, expected: list[str]) -> None:
    assert [p.id for p in find_places(text, language="zh") if p.type.value != "place"] == expected
