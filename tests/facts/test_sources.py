"""Who is one voice: copies, agencies, speakers; and from whose side a page speaks."""

from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.facts.credits import agency_in, credited_to
from dostyk.facts.sources import independent, independent_sources, said_by, side, side_of_statement, voice_of
from dostyk.facts.speakers import speaker_of
from dostyk.model.document import Document
from dostyk.model.statement import Statement

STORY = (
    "The harbour master of Bergen welcomed the Kenyan delegation on the quay, where a brass band played and a hundred children waved flags of both "
    "countries. The guests were shown the new fish market, the aquarium and the school of navigation, in which eleven Kenyan cadets have studied "
    "since the spring. In the afternoon both delegations signed an agreement on fisheries training, and the mayor gave a dinner of salted cod."
)
REPRINT = (
    STORY.replace("a hundred children", "some 100 pupils").replace("In the afternoon", "Later that day").replace("gave a dinner", "hosted a dinner")
)
PAIR = {"party": "Norway; Kenya"}
TITLE = {"title": "agreement on fisheries training"}


def signed(tell: Any, said: Any, publisher: str, text: str, quote: str, heading: str = "") -> list[Statement]:
    before, _, after = text.partition(quote)
    page: list[Statement] = tell(publisher, "2019", said("Agreement", quote, PAIR, "2019", attributes=TITLE), heading=heading + before)
    (made,) = page
    document = Document(made.document.text + after, made.document.source, publisher=publisher, published="2019", language="en")
    return [type(made)(document, made.kind, made.evidence, made.roles, made.attributes, made.time)]


def test_a_reprint_with_small_changes_is_one_voice(tell: Any, said: Any) -> None:
    one = signed(tell, said, "Fjord Times", STORY, "signed an agreement on fisheries training")
    two = signed(tell, said, "Rift Valley Post", REPRINT, "signed an agreement on fisheries training")
    other = signed(
        tell, said, "Mombasa Mail", "A pact on the training of fishermen was signed in Bergen.", "pact on the training of fishermen was signed"
    )
    assert independent_sources(one + two) == 1
    assert independent_sources(one + two + other) == 2
    (fact,) = reconcile(one + two)[0]
    assert fact.independent == 1 and len(fact.statements) == 2


def test_a_copied_paragraph_in_another_text_is_one_voice(tell: Any, said: Any) -> None:
    own = "\n\n".join(
        f"{n}. Our correspondent walked through quarter {n} of the old town and counted boats, nets, gulls and lighthouses." for n in range(40)
    )
    one = signed(tell, said, "Fjord Times", STORY, "signed an agreement on fisheries training")
    two = signed(tell, said, "Rift Valley Post", f"{own}\n\n{REPRINT}", "signed an agreement on fisheries training")
    assert independent_sources(one + two) == 1


def test_many_reprints_are_one_voice(tell: Any, said: Any) -> None:
    pages = [
        s for n in range(30) for s in signed(tell, said, f"Paper {n}", f"{REPRINT} Paper number {n}.", "signed an agreement on fisheries training")
    ]
    assert independent_sources(pages) == 1


def test_groups_do_not_depend_on_order(tell: Any, said: Any) -> None:
    pages = signed(tell, said, "A", STORY, "signed an agreement on fisheries training")
    pages += signed(tell, said, "B", "A pact was signed.", "pact was signed")
    pages += signed(tell, said, "C", REPRINT, "signed an agreement on fisheries training")
    wanted = {frozenset(s.id for s in group) for group in independent(pages)}
    assert {frozenset(s.id for s in group) for group in independent(pages[::-1])} == wanted
    assert len(wanted) == 2


def paper(text: str, publisher: str | None = "Delta Daily") -> Document:
    return Document(text, "page.txt", publisher=publisher, language="en")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("HANOI, May 5 (Xinhua) -- Two ministers met here on Friday.", "xinhua"),
        ("TALLINN. /TASS/ Two ministers met here on Friday.", "tass"),
        ("Two ministers met in Hanoi on Friday.\n\nSource: Bernama", "bernama"),
        ("By our correspondent, AFP\n\nTwo ministers met in Hanoi.", "afp"),
        ("Kyodo – Two ministers met here on Friday.", "kyodo"),
        ("Two ministers met. The story was first told by Reuters, whose reporter was there.", None),
        ("By Petra Holm\n\nTwo ministers met in Hanoi.", None),
        ("The spa town of Karlovy Vary (Carlsbad) welcomed its guests.", None),
    ],
)
def test_credits_to_an_agency(text: str, agency: str | None) -> None:
    assert credited_to(paper(text)) == agency


def test_an_agency_is_who_publishes() -> None:
    wire, own = paper("ROME, May 5 (Xinhua) -- Two ministers met."), paper("Two ministers met in Rome.", "Xinhua News Agency")
    assert voice_of(wire) == voice_of(own)
    assert side(wire) == "CN"
    assert agency_in("Petra Travel Magazine") is None


def test_wire_copies_of_different_texts_are_one_voice(tell: Any, said: Any) -> None:
    one = tell(
        "Delta Daily", "2019", said("Agreement", "a pact on fishing was signed", PAIR, "2019", attributes=TITLE), heading="OSLO, May 5 (AFP) -- "
    )
    two = tell("Savanna Star", "2019", said("Agreement", "fishermen have a pact", PAIR, "2019", attributes=TITLE), heading="NAIROBI, May 6 (AFP) -- ")
    three = tell("Savanna Star", "2019", said("Agreement", "our man saw the pact signed", PAIR, "2019", attributes=TITLE))
    assert independent_sources(one + two) == 1
    assert independent_sources(one + three) == 2
    (finding,) = [g for g in reconcile(one + two)[1] if g.summary.startswith("Several pages, one voice")]
    assert "AFP" in finding.summary and finding.type == "single-source" and finding.severity == "caution"
    assert len([g for g in reconcile(one)[1] if "prints a text of AFP" in g.summary]) == 1


TALK = """A talk with our guest

Our reporter spoke with the Ambassador of Ghana to Estonia, Kofi Asante, on the eve of the holiday.

Mr Ambassador, how do you like Tallinn?

I like it well. Trade between us came to 40 million euros.

And what comes next, when trade is 50 million euros?

A direct flight comes next.
"""


def test_an_interview_is_the_words_of_who_is_asked() -> None:
    speaker = speaker_of(paper(TALK, "Baltic Times"))
    assert speaker is not None
    assert (speaker.name, speaker.state) == ("Ambassador of Ghana to Estonia, Kofi Asante", "GH")
    assert speaker_of(paper(TALK.replace("?", "."), "Baltic Times")) is None


def test_a_signed_article_is_the_words_of_who_signs() -> None:
    speaker = speaker_of(paper("Our way together\n\nBy Kofi Asante, Ambassador of Ghana to Estonia\n\nWe go far.", "Baltic Times"))
    assert speaker is not None and speaker.state == "GH"
    assert speaker_of(paper("Our way together\n\nBy Mari Mets\n\nWe go far.", "Baltic Times")) is None


def test_who_speaks_is_kept_apart_from_who_publishes(tell: Any, said: Any) -> None:
    money = {"measure": "trade turnover", "unit": "EUR"}
    both = {"subject": "Ghana; Estonia"}
    answer, asked = "Trade between us came to 40 million euros", "trade is 50 million euros"
    head, _, rest = TALK.partition(answer)
    page = tell("News Agency of Estonia", "2020", said("Indicator", answer, both, "2019", attributes=money | {"value": "40000000"}), heading=head)
    document = Document(page[0].document.text + rest, "talk.txt", publisher="News Agency of Estonia", published="2020")
    start = document.text.index(asked)
    evidence = type(page[0].evidence)(start, start + len(asked), asked)
    told = type(page[0])(document, "Indicator", page[0].evidence, page[0].roles, page[0].attributes, "2019")
    question = type(page[0])(document, "Indicator", evidence, page[0].roles, money | {"value": "50000000"}, "2020")
    assert (said_by(told), side_of_statement(told)) == ("Ambassador of Ghana to Estonia, Kofi Asante", "GH")
    assert (said_by(question), side_of_statement(question)) == (None, "EE")
    (finding,) = [g for g in reconcile([told, question])[1] if g.type == "speaker is not the publisher"]
    assert finding.statements == (told,)
    assert "Estonia’s side, said on Ghana’s" in finding.reason


def test_one_speaker_in_two_papers_is_one_voice(tell: Any, said: Any) -> None:
    pages = []
    for publisher in ("Baltic Times", "Accra Herald"):
        quote = f"{publisher} was told of a pact"
        pages += tell(publisher, "2019", said("Agreement", quote, PAIR, "2019", attribution="Ministry of Fisheries of Norway", attributes=TITLE))
    assert independent_sources(pages) == 1
    vague = tell("Lagos Post", "2019", said("Agreement", "a pact, said the minister", PAIR, "2019", attribution="minister", attributes=TITLE))
    assert independent_sources(pages + vague) == 2
