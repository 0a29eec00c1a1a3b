import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.entities.names import NameSpan, read_names


def people(text: str, language: str = "en") -> list[NameSpan]:
    return [s for s in read_names(text, language) if s.type == "person"]


def only(text: str, language: str = "en") -> NameSpan:
    found = people(text, language)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "office", "of"),
    [
        ("Prime Minister of Latvia Karina Ozola left.", "Prime Minister of Latvia", "Latvia"),
        ("Sabri Demir, Turkey's foreign minister, left.", "Turkey's foreign minister", "Türkiye"),
        ("The then ambassador H.E. Mr. Tomasz Berg left.", "ambassador", ""),
        ("Aset Beisenov, Mayor of Almaty, left.", "Mayor of Almaty", "Almaty"),
    ],
)
def test_office_beside_a_name(text: str, office: str, of: str) -> None:
    span = only(text)
    assert (span.office, span.office_of) == (office, of)
    assert text[span.office_start : span.office_end] == office


@pytest.mark.parametrize(
    ("text", "language", "given_name", "family", "patronymic", "order"),
    [
        ("Mr Aset Maratuly Beisenov spoke.", "en", "Aset", "Beisenov", "Maratuly", "given family"),
        ("Minister OSPANOV Daniyar spoke.", "en", "Daniyar", "Ospanov", "", "family given"),
        ("Mr Tomasz van der Berg spoke.", "en", "Tomasz", "van der Berg", "", "given family"),
        ("Kim Min-soo spoke.", "en", "Min-soo", "Kim", "", "family given"),
        ("Zhang Weimin spoke.", "en", "Weimin", "Zhang", "", "family given"),
        ("Ms Ana María López Herrera spoke.", "en", "Ana María", "López Herrera", "", "given family"),
        ("Встреча с Асетом Маратовичем Омаровым прошла.", "ru", "Асет", "Омаров", "Маратович", "given family"),
        ("Министр Омаров Асет Маратович выступил.", "ru", "Асет", "Омаров", "Маратович", "family given"),
        ("Министр Досов Мұрат Серікұлының сапары.", "kk", "Мұрат", "Досов", "Серікұлы", "family given"),
        ("部长欧阳建国出席。", "zh", "建国", "欧阳", "", "family given"),
        ("总统胡安·佩雷斯出席。", "zh", "胡安", "佩雷斯", "", "given family"),
    ],
)
def test_parts_of_a_name(text: str, language: str, given_name: str, family: str, patronymic: str, order: str) -> None:  # noqa: PLR0913
    span = only(text, language)
    assert (span.given, span.family, span.patronymic, span.order) == (given_name, family, patronymic, order)


def test_titles_are_kept_apart_from_the_name() -> None:
    span = only("Their Excellencies were late; H.E. Mr. Tomasz Berg was not.")
    assert span.name == "Tomasz Berg"
    assert span.titles == ("H.E.", "Mr.")


@pytest.mark.parametrize(
    ("text", "language", "short", "full"),
    [
        ("The Eurasian Water Bank (EWB) is new. EWB lends.", "en", "EWB", "Eurasian Water Bank"),
        ("Евразийский водный банк (далее – Банк) создан. Банк выдаёт займы.", "ru", "Банк", "Евразийский водный банк"),
        ("Еуразия су банкі (бұдан әрі – Банк) құрылды. Банк несие береді.", "kk", "Банк", "Еуразия су банкі"),
        ("欧亚水务银行（简称“欧水行”）成立。欧水行提供贷款。", "zh", "欧水行", "欧亚水务银行"),
    ],
)
def test_abbreviation_introduced_and_used(text: str, language: str, short: str, full: str) -> None:
    first, later = [s for s in read_names(text, language) if s.type == "organisation"]
    assert (first.name, first.abbreviation) == (full, short)
    assert (later.text, later.name) == (short, full)
    assert read_names(text, language)[later.same_as or 0] == first


def test_a_surname_alone_is_the_person_named_before() -> None:
    spans = people("Karina Ozola met Aset Beisenov. Beisenov smiled.")
    assert [s.name for s in spans] == ["Karina Ozola", "Aset Beisenov", "Aset Beisenov"]
    assert spans[2].same_as == 1


def test_places_stand_beside_the_rest() -> None:
    spans = read_names("Karina Ozola flew from Riga to Astana.", reference="2020-05")
    assert [(s.type, s.id) for s in spans[1:]] == [("city", "geonames:456172"), ("city", "geonames:1526273")]
    assert spans[2].name == "Nur-Sultan"


def test_an_office_without_a_holder_stands_alone() -> None:
    (office,) = [s for s in read_names("He met the foreign minister of Peru.") if s.type == "office"]
    assert (office.text, office.office_of) == ("foreign minister of Peru", "Peru")


def test_other_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="names are read in"):
        read_names("Bonjour", "fr")


LETTERS = st.text(alphabet="AlMr. ,'-()“”«»《》\nван Министр банкі王毅主席·银行of", max_size=80)


@settings(max_examples=60)
@given(LETTERS, st.sampled_from(["en", "ru", "kk", "zh"]))
def test_offsets_hold_for_any_text(text: str, language: str) -> None:
    spans = read_names(text, language)
    assert all(text[s.start : s.end] == s.text for s in spans)
    assert [s.start for s in spans] == sorted(s.start for s in spans)
    assert all(s.same_as is None or s.same_as < i for i, s in enumerate(spans))


@pytest.mark.parametrize("unit", ["A ", "Al ", "Mr ", "Minister of ", "Bank of ", "Van der ", "А. ", "Министр ", "王毅", "托·", "“A"])
@pytest.mark.parametrize("language", ["en", "ru", "kk", "zh"])
def test_repeats_are_read_to_their_end(unit: str, language: str) -> None:
    assert isinstance(read_names(unit * 2000, language), list)


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Norway paid 5 million US dollars to Peru", ["Norway", "Peru"]),
        ("en", "In 2019 US exports rose", ["US"]),
        ("ru", "Норвегия заплатила 5 млн долл. США", ["Норвегия"]),
        ("kk", "5 миллион АҚШ доллары", []),
        ("zh", "一万印尼盾", []),
        ("zh", "2019年印尼总统访华", ["印尼", "华"]),
    ],
)
def test_a_country_inside_a_currency_s_name_is_no_place(language: str, text: str, places: list[str]) -> None:
    assert [name.text for name in read_names(text, language)] == places
