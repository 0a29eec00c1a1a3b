"""Indicators: what a text says a number measures, of whom, towards whom, when, compared with what."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.statements import extract


def shown(statement: Statement) -> str:
    """Write an indicator as one line: measure value unit (statistic) | subjects > partners | time (base)."""
    attributes = statement.attributes
    statistic = attributes.get("statistic", "")
    bound = attributes.get("bound", "")
    words = [attributes["measure"], bound, attributes["value"], attributes["unit"], f"({statistic})" if statistic else ""]
    who = [" and ".join(m.name for m in statement.roles.get(role, ())) for role in ("subject", "partner")]
    base = attributes.get("compared_with")
    when = f"{statement.time or '-'}" + (f" vs {base}" if base else "")
    return f"{' '.join(w for w in words if w)} | {' > '.join(w for w in who if w)} | {when}"


def indicators(text: str, published: str = "2024-03-10") -> list[str]:
    """Read a text as a document of its own."""
    document = Document(text=text, source="page.txt", published=published, language="en")
    return [shown(s) for s in extract(document, "rules") if s.kind == "Indicator"]


FLOWS = [
    (
        "Last year Fiji's exports to Malta rose 17.2% to $3.1 million, while imports fell 3.4% to $1.1 million, leaving a surplus of $2 million.",
        {
            "exports 17.2 % (change) | Fiji > Malta | 2023",
            "exports 3100000 USD | Fiji > Malta | 2023",
            "imports -3.4 % (change) | Fiji > Malta | 2023",
            "imports 1100000 USD | Fiji > Malta | 2023",
            "trade balance 2000000 USD | Fiji > Malta | 2023",
        },
    ),
    (
        "Trade between Chile and Nepal came to 16 million euros in 2022, up 12 percent from 2021.",
        {
            "trade turnover 16000000 EUR | Chile and Nepal | 2022",
            "trade turnover 12 % (change) | Chile and Nepal | 2022 vs 2021",
        },
    ),
    (
        "In January-October 2023 trade between Ghana and Latvia amounted to USD 5.6 million, 4% more than in the same period of 2022.",
        {
            "trade turnover 5600000 USD | Ghana and Latvia | 2023-01/2023-10",
            "trade turnover 4 % (change) | Ghana and Latvia | 2023-01/2023-10 vs 2022-01/2022-10",
        },
    ),
    (
        "Bilateral trade between Togo and Ireland grew from 2 million euros in 2019 to 7 million euros in 2021.",
        {
            "trade turnover 2000000 EUR | Togo and Ireland | 2019",
            "trade turnover 7000000 EUR | Togo and Ireland | 2021",
        },
    ),
    (
        "Trade between Samoa and Tonga was 40 million dollars in 2018. It fell to 24 million in 2020.",
        {
            "trade turnover 40000000 USD | Samoa and Tonga | 2018",
            "trade turnover 24000000 USD | Samoa and Tonga | 2020",
        },
    ),
    (
        "Danish companies have invested over 90 million euros in Zambia since 2011.",
        {"investment over 90000000 EUR | Denmark > Zambia | 2011/.."},
    ),
    (
        "Norway has provided Malawi with grants totalling 36 million kroner.",
        {"grant 36000000 NOK | Norway > Malawi | -"},
    ),
    (
        "Exports from Bolivia to Cyprus doubled in 2021.",
        {"exports 2 1 (multiple) | Bolivia > Cyprus | 2021"},
    ),
]

COUNTS = [
    ("About 700 Danes live in Chile.", {"diaspora about 700 1 | Chile > Denmark | -"}),
    ("More than 4,500 Nepalese students are enrolled at universities in Cyprus.", {"students over 4500 1 | Cyprus > Nepal | -"}),
    ("In 2019 some 8,000 Irish tourists visited Oman.", {"tourist arrivals about 8000 1 | Oman > Ireland | 2019"}),
    ("The number of Omani visitors to Ireland reached 1,240 in 2019.", {"tourist arrivals 1240 1 | Ireland > Oman | 2019"}),
    ("Around 30 joint ventures with Swedish capital operate in Peru.", {"joint ventures about 30 1 | Peru > Sweden | -"}),
]

PLACES = [
    (
        "Tartu has a population of 97,000 and covers an area of 154 km2. It has two universities.",
        {"population 97000 1 | Tartu | -", "area 154 km2 | Tartu | -", "universities 2 1 | Tartu | -"},
    ),
    ("The 900-metre tunnel was opened by the mayor.", {"length 900 m | tunnel | -"}),
    ("The Kandi solar park (60 MW) supplies the north of Benin.", {"power capacity 60 MW | Kandi solar park | -"}),
]

RANKS = [
    ("Austria is Slovenia's second largest trading partner after Germany.", {"trading partner rank 2 rank (rank) | Austria > Slovenia | -"}),
    ("Canada is one of the five largest investors in Mongolia.", {"investor rank max 5 rank (rank) | Canada > Mongolia | -"}),
    ("Spain ranks third among the trading partners of Morocco.", {"trading partner rank 3 rank (rank) | Spain > Morocco | -"}),
]

SHARES = [
    (
        "Romania was Moldova's main trading partner in 2022, with a share of 27.9% in Moldova's foreign trade.",
        {"trading partner rank 1 rank (rank) | Romania > Moldova | 2022", "share of trade 27.9 % (share) | Moldova > Romania | 2022"},
    ),
    ("Tea accounts for 40 percent of Kenya's exports to Pakistan.", {"share of exports 40 % (share) | Kenya > Pakistan | -"}),
]

LABELS = [
    (
        (
            "Norway and Ghana: facts\n\nTrade with Norway (2021)\nExports: 24.5 million euros\nImports: 31 million euros\n"
            "Norwegian citizens residing in Ghana: 245 (as of October 2021)\n"
        ),
        {
            "exports 24500000 EUR | Ghana > Norway | 2021",
            "imports 31000000 EUR | Ghana > Norway | 2021",
            "diaspora 245 1 | Ghana > Norway | 2021-10",
        },
    ),
    (
        (
            "Trade between Uruguay and Finland\n\nUruguay's trade with Finland (million USD)\n\n"
            "Year | Exports to Finland | Imports from Finland\n2021 | 63.2 | 15.8\n2022 | 71.9 | 20.4\n"
        ),
        {
            "exports 63200000 USD | Uruguay > Finland | 2021",
            "imports 15800000 USD | Uruguay > Finland | 2021",
            "exports 71900000 USD | Uruguay > Finland | 2022",
            "imports 20400000 USD | Uruguay > Finland | 2022",
        },
    ),
    (
        "Embassy of Ghana in Latvia\n\nTrade in goods, thousand euros:\n\nYear\tExports\tImports\tBalance\n2019\t12 345\t8 000\t4 345\n",
        {
            "exports 12345000 EUR | Ghana > Latvia | 2019",
            "imports 8000000 EUR | Ghana > Latvia | 2019",
            "trade balance 4345000 EUR | Ghana > Latvia | 2019",
        },
    ),
    (
        (
            "Ghana and Latvia\n\nForeign trade of Uruguay with Finland (million US dollars)\n\n"
            " | 2020 | 2021\nTurnover | 79.0 | 92.3\nExport | 63.2 | 71.9\n"
        ),
        {
            "trade turnover 79000000 USD | Uruguay and Finland | 2020",
            "trade turnover 92300000 USD | Uruguay and Finland | 2021",
            "exports 63200000 USD | Uruguay > Finland | 2020",
            "exports 71900000 USD | Uruguay > Finland | 2021",
        },
    ),
    (
        "Trade between Ghana and Latvia in EUR million\n\n\t2021\t2022\nExports\t1 200\t1 300\n",
        {"exports 1200000000 EUR | Ghana > Latvia | 2021", "exports 1300000000 EUR | Ghana > Latvia | 2022"},
    ),
    (
        "Ghana and Latvia\n\nYear | Turnover, mln USD | Growth, %\n2020 | 310.5 | 12.4\n",
        {"trade turnover 310500000 USD | Ghana and Latvia | 2020", "trade turnover 12.4 % (change) | Ghana and Latvia | 2020"},
    ),
]


WORDINGS = [
    (
        (
            "Oman and Tanzania\n\nHe pointed out that the volume of trade between Oman and Tanzania amounted to OMR 71.2 million in 2021, "
            "against OMR 58.9 million in 2020. Omani exports reached OMR 63.5 million."
        ),
        {
            "trade turnover 71200000 OMR | Oman and Tanzania | 2021",
            "trade turnover 58900000 OMR | Oman and Tanzania | 2020",
            "exports 63500000 OMR | Oman > Tanzania | 2021",
        },
    ),
    (
        (
            "Oman and Tanzania\n\nIn 2022, Oman was Tanzania's 23rd largest trading partner. Total bilateral trade was valued at US$ 779.25 million, "
            "up by 8.4% from US$ 718.9 million in 2021."
        ),
        {
            "trading partner rank 23 rank (rank) | Oman > Tanzania | 2022",
            "trade turnover 779250000 USD | Oman and Tanzania | 2022",
            "trade turnover 8.4 % (change) | Oman and Tanzania | 2022 vs 2021",
            "trade turnover 718900000 USD | Oman and Tanzania | 2021",
        },
    ),
    (
        "Oman and Tanzania\n\nIn 2021 the export of Oman, mainly urea, came to 11.6 million dollars, import from Tanzania – 85.6 million dollars.",
        {"exports 11600000 USD | Oman > Tanzania | 2021", "imports 85600000 USD | Oman > Tanzania | 2021"},
    ),
    (
        (
            "India and Malawi\n\nBilateral trade was US$ 212.54 million in 2020-21, a decrease of 9.6% over the previous year. "
            "Exports of India stood at US$ 100 million in FY 2021-22."
        ),
        {
            "trade turnover 212540000 USD | India and Malawi | 2020-04/2021-03",
            "trade turnover -9.6 % (change) | India and Malawi | 2020-04/2021-03 vs 2019-04/2020-03",
            "exports 100000000 USD | India > Malawi | 2021-04/2022-03",
        },
    ),
    ("Peru and Norway\n\nEvery year Norway grants 20 scholarships to Peruvian students.", {"scholarships 20 1/a | Norway > Peru | -"}),
    (
        "Peru and Norway\n\nEvery year the two countries hold talks, and 12 agreements were signed in 2019.",
        {"agreements 12 1 | Peru and Norway | 2019"},
    ),
    (
        "Trade of Ghana and Latvia.\n\nLatvia is a partner of Ghana. Trade turnover (million euros):\n2018 – 31.5\n2019 – 40.2\n",
        {"trade turnover 31500000 EUR | Ghana and Latvia | 2018", "trade turnover 40200000 EUR | Ghana and Latvia | 2019"},
    ),
    (
        "In 2022, 3.2 billion cubic metres of Norwegian gas were delivered to Poland. The volume will reach 5 billion cubic metres in 2025.",
        {"exports of gas 3200000000 m3 | Norway > Poland | 2022", "exports of gas 5000000000 m3 | Norway > Poland | 2025"},
    ),
    ("Norway and Peru. We sold Peru goods for $30 million in 2022.", {"exports 30000000 USD | Norway > Peru | 2022"}),
    ("Norway had lent Peru 90 million dollars in 2018.", {"loan 90000000 USD | Norway > Peru | 2018"}),
    (
        "The Danish agency DANIDA has committed 200 million euro to Ghana since 1994 up to 2012.",
        {"financing 200000000 EUR | Danish agency DANIDA > Ghana | 1994/2012"},
    ),
    ("In 2020 Latvia received 12.4% of all Ghana's exports.", {"share of exports 12.4 % (share) | Ghana > Latvia | 2020"}),
    ("FlyAir flies between Oslo and Lima twice a week.", {"flights 2 1/wk | Oslo and Lima | -"}),
    ("FlyAir opened a line between Oslo and Lima: three flights a week.", {"flights 3 1/wk | Oslo and Lima | -"}),
    (
        "Polish tourists in Peru: 12,000 in 2019; 4,000 in 2020.",
        {"tourist arrivals 12000 1 | Peru > Poland | 2019", "tourist arrivals 4000 1 | Peru > Poland | 2020"},
    ),
    (
        "Trade between Norway and Peru was worth 20 million euros in the year to June 2023.",
        {"trade turnover 20000000 EUR | Norway and Peru | 2022-07/2023-06"},
    ),
    (
        "Trade between Norway and Peru was 100 million dollars in 2020, of which 70 million dollars were Peruvian exports.",
        {"trade turnover 100000000 USD | Norway and Peru | 2020", "exports 70000000 USD | Peru > Norway | 2020"},
    ),
    ("Exports from Ghana to Latvia halved in 2020.", {"exports -50 % (change) | Ghana > Latvia | 2020"}),
    (
        "The complex in Lima, commissioned on 17 October 2018, produces yearly 3 thousand tons of lime.",
        {"lime production 3000 t/a | complex in Lima | -"},
    ),
    ("The Ghana water plant, with a daily capacity of 30,000 tonnes, was opened.", {"capacity 30000 t/d | Ghana water plant | -"}),
    ("Lithuania and Moldova. Lithuanian firms invested 2 million lei in Moldova.", {"investment 2000000 MDL | Lithuania > Moldova | -"}),
    ("Lima is the commercial centre of Peru. In 2014 it had 8 million inhabitants.", {"population 8000000 1 | Lima | 2014"}),
]


@pytest.mark.parametrize(("text", "expected"), [*FLOWS, *COUNTS, *PLACES, *RANKS, *SHARES, *LABELS, *WORDINGS])
def test_says_what_each_figure_measures(text: str, expected: set[str]) -> None:
    assert set(indicators(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two sides discussed three issues during the talks.",
        "The minister, 54, is the father of two children.",
        "The delegation stayed for five days.",
        "They signed a $5 million loan agreement in Accra.",
        "Relations between Peru and Malta have developed for 40 years.",
        "These two countries share many values.",
        "It was the third round of consultations.",
    ],
)
def test_says_nothing_of_other_numbers(text: str) -> None:
    assert indicators(text) == []


def test_a_forecast_is_expected() -> None:
    document = Document(
        text="Trade between Fiji and Malta is expected to reach 9 million euros in 2025.", source="page.txt", published="2024-03-10", language="en"
    )
    assert [str(s.modality) for s in extract(document, "rules") if s.kind == "Indicator"] == ["expected"]


def _figures(text: str, published: str = "2019-07-12") -> list[tuple[str, str, list[str], str | None]]:
    found = extract(Document(text=text, source="page.txt", published=published, language="en"), "rules")
    return [(s.attributes["measure"], s.attributes["value"], [m.name for m in s.roles["subject"]], s.time) for s in found if s.kind == "Indicator"]


TOTALS = """Norway's trade in the first half

Norway's foreign trade rose to 90 billion dollars in the first half of this year, and Norway's exports stood at 50 billion dollars.

Trade with the EU came to 40 billion dollars. Norway's trade with ASEAN rose by 3 percent.
Norway's trade with countries of every ocean reached 2 billion dollars.
Trade with Peru was 1 billion dollars.

During the same period, total imports topped 40 billion dollars.
"""


def test_a_page_of_one_country_s_trade_has_no_other_side_but_those_it_names() -> None:
    sides = {(measure, value): subjects for measure, value, subjects, _ in _figures(TOTALS)}
    assert sides["trade turnover", "90000000000"] == ["Norway"]
    assert set(sides["trade turnover", "40000000000"]) == {"Norway", "EU"}
    assert set(sides["trade turnover", "3"]) == {"Norway", "ASEAN"}
    assert sides["trade turnover", "2000000000"] == ["Norway"]
    assert set(sides["trade turnover", "1000000000"]) == {"Norway", "Peru"}


def test_the_same_period_is_that_of_the_figures_before() -> None:
    assert [time for measure, _, _, time in _figures(TOTALS) if measure == "imports"] == ["2019-01/2019-06"]


REPORT = """Norway - Peru: trade in goods, January-June 2024

Key points

- Norway's exports to Peru fell by 6.8% to 48.3 million dollars in the first half of 2024.
- Imports from Peru rose by 11.2% to 14.9 million dollars.

Fish

Exports of cod increased to 2.2 million dollars.

Trade by year (million dollars)

Year    Exports    Imports
2021    78.2       20.6
2022    111.5      25.8
"""


def test_a_report_s_period_holds_for_its_figures_and_columns_set_apart_by_spaces_are_a_table() -> None:
    found = _figures(REPORT, "2024-08-01")
    assert {time for measure, _, _, time in found if measure in ("imports", "exports of cod")} >= {"2024-01/2024-06"}
    assert all(time for *_, time in found)
    assert {(measure, value, time) for measure, value, _, time in found if time in ("2021", "2022")} == {
        ("exports", "78200000", "2021"), ("imports", "20600000", "2021"), ("exports", "111500000", "2022"), ("imports", "25800000", "2022"),
    }  # fmt: skip


def test_a_year_before_a_total_is_its_period() -> None:
    found = _figures("In 2022 total trade between Peru and Norway rose by 21.4% to 487 million dollars.")
    assert {(value, time) for _, value, _, time in found} == {("21.4", "2022"), ("487000000", "2022")}


def test_whose_figures_a_country_page_gives_is_told_by_its_title() -> None:
    told = "In 2023 trade between Norway and Peru amounted to 74.6 million euros. Exports came to 52.1 million euros."
    text = f"Home > Countries > Peru\n\nNorway and Peru\n\n{told}\n"
    found = extract(Document(text=text, source="page.txt", title="Norway and Peru", published="2024-03-12", language="en"), "rules")
    assert [s.roles["subject"][0].id for s in found if s.kind == "Indicator" and s.attributes["measure"] == "exports"] == ["NO"]


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("The Peru–Norway Fisheries Forum opened in Bergen. Some 45 Peruvian companies took part in it.", "45", "Peru–Norway Fisheries Forum"),
        ("A Peru–Norway business forum with the participation of 80 companies was held in Lima.", "80", "Peru–Norway business forum"),
        ("A fish fair will be held in Oslo in May, in which representatives of 12 Peruvian companies will take part.", "12", "fish fair"),
        ("In 2022 some 8,400 citizens of Norway visited Peru.", "8400", "Peru"),
        ("The Nordlys Foundation has awarded 19 scholarships to Peruvian nurses.", "19", "Nordlys Foundation"),
        ("Nordlys Airlines operates two flights a week between Oslo and Lima.", "2", "Nordlys Airlines"),
    ],
)
def test_whose_a_count_is_by_what_is_done(text: str, value: str, subject: str) -> None:
    assert [subjects for _, found, subjects, _ in _figures(text, "2023-02-01") if found == value] == [[subject]]
