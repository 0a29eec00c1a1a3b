"""Agreements: which instrument, between whom, when, and what was done with it."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Told = tuple[str, str, str | None, str]


def agreements(text: str) -> list[Told]:
    """Give (title, parties, time, action and modality) of every instrument of a text; signed and actual are left out."""
    document = Document(text=text, source="page.txt", title="Ghana and Fiji", published="2024-05", language="en")
    found = []
    for s in extract(document, "rules"):
        if s.kind == "Agreement":
            said = [s.attributes.get("action", ""), "" if s.modality.value == "actual" else s.modality.value]
            found.append(
                (s.attributes["title"], " and ".join(sorted(m.name for m in s.roles.get("party", ()))), s.time, " ".join(filter(None, said)))
            )
    return found


BOTH = "Fiji and Ghana"
CASES = [
    (
        "In 1988 a Treaty of Friendship was signed in Accra; ratified in 1990.",
        [("Treaty of Friendship", BOTH, "1988", ""), ("Treaty of Friendship", BOTH, "1990", "ratified")],
    ),
    (
        "The fisheries agreement of 2003 has been in force since 2005.",
        [("fisheries agreement", BOTH, "2003", ""), ("fisheries agreement", BOTH, "2005", "in force")],
    ),
    ("The Treaty on trade of 1998 forms the basis of the exchange.", [("Treaty on trade", BOTH, "1998", "")]),
    ("The contract for the harbour has yet to be signed.", [("contract for the harbour", BOTH, None, "planned")]),
    ("A new credit line for fishermen is under discussion.", [("credit line for fishermen", BOTH, None, "under negotiation")]),
    ("Financing for rural roads (EUR 9 million) was signed on 3 May 2019.", [("Financing for rural roads", BOTH, "2019-05-03", "")]),
    (
        "An agreement of friendship was concluded between Accra and Suva in 1993 and another one, with Lomé, in 1998.",
        [("agreement of friendship", "Accra and Suva", "1993", ""), ("agreement of friendship", "Accra and Lome", "1998", "")],
    ),
    ("The Pacific Economic Partnership (P5) entered into force in 2006.", [("Pacific Economic Partnership", BOTH, "2006", "in force")]),
    (
        "Ghana and Fiji signed an MoU on sport and an agreement on fisheries worth 12 million US dollars in Suva on 3 May 2019.",
        [("MoU on sport", BOTH, "2019-05-03", ""), ("agreement on fisheries", BOTH, "2019-05-03", "")],
    ),
    (
        "On 4 May 2022 Ghana and Fiji signed a Memorandum of Understanding on plant health. It entered into force on 1 July 2022.",
        [
            ("Memorandum of Understanding on plant health", BOTH, "2022-05-04", ""),
            ("Memorandum of Understanding on plant health", BOTH, "2022-07-01", "in force"),
        ],
    ),
    ("Ghana ratified the agreement on fisheries with Fiji in 2020.", [("agreement on fisheries", BOTH, "2020", "ratified")]),
    ("The treaty between Ghana and Fiji expired in 2021.", [("treaty between Ghana and Fiji", BOTH, "2021", "terminated")]),
    ("Ghana and Fiji are negotiating an agreement on extradition.", [("agreement on extradition", BOTH, None, "under negotiation ongoing")]),
    ("Ghana and Fiji will sign an agreement on air services in September 2024.", [("agreement on air services", BOTH, "2024-09", "planned")]),
    (
        "The agreement on extradition between Ghana and Fiji has not been signed yet.",
        [("agreement on extradition between Ghana and Fiji", BOTH, None, "negated")],
    ),
    (
        "In March 2023 Ghana and Fiji signed four documents, including an agreement on health and a protocol on customs.",
        [("agreement on health", BOTH, "2023-03", ""), ("protocol on customs", BOTH, "2023-03", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_what_was_done_with_which_instrument(text: str, expected: list[Told]) -> None:
    assert agreements(text) == expected


def test_a_list_gives_one_instrument_a_line_with_the_day_of_its_heading() -> None:
    text = (
        "Ghana and Fiji\nDocuments signed in Accra on 5 June 2023\n"
        "1) Memorandum of Understanding between the Ministry of Energy of Ghana and the Fiji Electricity Authority on grids;\n"
        "2) Agreement on air services;\n3) Programme of Cultural Cooperation for 2023-2026."
    )
    assert agreements(text) == [
        (
            "Memorandum of Understanding between the Ministry of Energy of Ghana and the Fiji Electricity Authority on grids",
            "Fiji Electricity Authority and Ministry of Energy of Ghana",
            "2023-06-05",
            "",
        ),
        ("Agreement on air services", BOTH, "2023-06-05", ""),
        ("Programme of Cultural Cooperation for 2023-2026", BOTH, "2023-06-05", ""),
    ]


def test_a_line_may_say_when_it_was_signed_and_since_when_it_is_in_force() -> None:
    text = "Ghana and Fiji\nAgreements\n- Tax Convention (signed 29 January 2021; in force since 3 March 2022)\n- Treaty of Friendship (1974)"
    assert agreements(text) == [
        ("Tax Convention", BOTH, "2021-01-29", ""),
        ("Tax Convention", BOTH, "2022-03-03", "in force"),
        ("Treaty of Friendship", BOTH, "1974", ""),
    ]


def test_a_table_names_the_signatories_in_other_cells() -> None:
    text = "Ghana and Fiji\nMoU | Ghanaian side | Fijian side\nMoU on fisheries | Minister Ama Mensah | Minister Jone Vula"
    document = Document(text=text, source="page.txt", title="Ghana and Fiji", published="2024-05", language="en")
    found = [s for s in extract(document, "rules") if s.kind == "Agreement"]
    assert [(s.attributes["title"], [m.name for m in s.roles["signatory"]]) for s in found] == [("MoU on fisheries", ["Ama Mensah", "Jone Vula"])]


def test_years_of_validity_are_not_the_time_of_signing() -> None:
    document = Document(text="Ghana and Fiji signed a cultural programme for 2021-2025 on 2 May 2021.", source="p", published="2024", language="en")
    found = [s for s in extract(document, "rules") if s.kind == "Agreement"]
    assert [(s.time, s.attributes.get("valid")) for s in found] == [("2021-05-02", "2021/2025")]


@pytest.mark.parametrize(
    "text",
    [
        "Under the agreement, Ghana provides ten scholarships to Fiji.",
        "The agreement between Ghana and Fiji provides for yearly meetings.",
        "Ghana and Fiji signed five agreements.",
        "Ghana and Fiji: agreements\n\n- Minister Ama Mensah, signed the guest book on 3 May 2015",
        "The Pacific Area came into being in 1995.",
        "The talks between Ghana and Fiji ended without signing an agreement.",
    ],
)
def test_what_is_only_spoken_of_gives_nothing(text: str) -> None:
    assert agreements(text) == []


def test_a_line_may_name_an_instrument_by_its_title_alone() -> None:
    text = (
        "Ghana and Fiji: treaties\n\n- Pacific Economic Partnership (P5), in force 2006\n- OPFTA – came into force on 21 May 2013\n"
        "- Return of persons: text initialled, not yet signed\n"
    )
    assert [(title, time, said) for title, _, time, said in agreements(text)] == [
        ("Pacific Economic Partnership (P5)", "2006", "in force"),
        ("OPFTA", "2013-05-21", "in force"),
        ("Return of persons", None, "initialled"),
    ]
