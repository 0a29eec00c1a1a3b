"""Tests that the account of a reading shows what was seen, which rule spoke, why a draft was dropped, and which sentences stayed silent."""

from dostyk.model.document import Document
from dostyk.statements import Explained, explain, extract, tell

TEXT = """Peru - Norway

On 4 May 1928 Peru and Norway established diplomatic relations.

Ties have grown warmer ever since, and both peoples treasure them.

In 1999 a newspaper in Lima compared the treaty with Norway to a marriage.
"""


def read(text: str) -> list[Explained]:
    return explain(Document(text, "page.txt", language="en"), "rules")


def test_every_statement_is_named_with_its_rule_in_its_sentence() -> None:
    document = Document(TEXT, "page.txt", language="en")
    told = {(spoken.statement.id, one.sentence.text) for one in read(TEXT) for spoken in one.spoken if spoken.statement is not None}
    assert {ident for ident, _ in told} == {statement.id for statement in extract(document, "rules")}
    assert any("established" in text for _, text in told)
    assert all(spoken.rule for one in read(TEXT) for spoken in one.spoken)


def test_spans_and_clauses_are_shown() -> None:
    (sentence,) = (one.sentence for one in read(TEXT) if "established" in one.sentence.text)
    assert {str(span.type) for span in sentence.spans} >= {"date", "country"}
    assert [clause.lemma for clause in sentence.clauses] == ["establish"]


def test_a_sentence_that_looks_like_a_statement_and_gave_none_is_silent() -> None:
    silent = [one for one in read(TEXT) if one.looks_like]
    assert [one.sentence.text.split()[0] for one in silent] == ["In"]
    assert "Agreement" in silent[0].looks_like
    document = Document(TEXT, "page.txt", language="en")
    assert [TEXT[start:end].split()[:2] for start, end in tell(document, "rules").silent] == [["In", "1999"]]


def test_opinion_without_names_is_not_silent_but_simply_no_statement() -> None:
    assert not any(one.looks_like for one in read("Both sides praised the visit, which was a great success for everybody.\n"))


def test_a_dropped_draft_says_why() -> None:
    text = "The President of Peru, Ana Ruiz, visited Oslo on 3 May 2019.\n\nPresident Ana Ruiz of Peru thanked Norway.\n"
    dropped = [spoken for one in read(text) for spoken in one.spoken if spoken.statement is None]
    assert dropped
    assert all(spoken.why_not for spoken in dropped)


def test_a_language_that_is_not_analysed_has_no_account() -> None:
    assert explain(Document("Стороны подписали соглашение.", "ru.txt", language="ru"), "rules") == []
