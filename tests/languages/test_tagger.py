"""The English tagger: tags that the grammar leans on, in prose, headlines, fragments and text with placeholders; lemmas."""

import pytest

from dostyk.languages.en.tagger import lemma, tag

D, Q, P = "\ue000D", "\ue000Q", "\ue000P"


def tags(text: str) -> str:
    return " ".join(tag(text.split(" ")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two ministers signed a memorandum on customs .", "DT CD NNS VBD DT NN IN NNS ."),
        ("The memorandum was signed in Lisbon .", "DT NN VBD VBN IN NNP ."),
        ("She will visit Oslo next week .", "PRP MD VB NNP JJ NN ."),
        ("Exports grew by 12 percent .", "NNS VBD IN CD NN ."),
        ("The plant is being built near Tartu .", "DT NN VBZ VBG VBN IN NNP ."),
        ("The sides have opened five new schools .", "DT NNS VBP VBN CD JJ NNS ."),
    ],
)
def test_prose(text: str, expected: str) -> None:
    assert tags(text) == expected


def test_visit_is_a_noun_after_an_article_and_a_verb_after_a_modal() -> None:
    assert tag("The visit ended .".split())[1] == "NN"
    assert tag("He may visit Peru .".split())[2] == "VB"


def test_placeholders_have_fixed_tags_and_leave_their_neighbours_readable() -> None:
    assert tags(f"In {D} , {P} paid an official visit to {P} .") == "IN NNP , NNP VBD DT JJ NN IN NNP ."
    assert tags(f"Trade rose to {Q} in {D} .") == "NN VBD IN CD IN NNP ."
    assert tag([D + "7", Q, P, "\ue000X"]) == ["NNP", "CD", "NNP", "NNP"]


def test_headlines_are_not_all_names() -> None:
    found = tag("Ministers Discuss New Railway Between Lima And Cusco".split())
    assert found[0] == "NNS"
    assert found[5] == found[7] == "NNP"


def test_nothing_gives_nothing() -> None:
    assert tag([]) == []


def test_any_word_has_a_tag() -> None:
    assert len(tag(["", " ", "\u0000", "\U0001f600", "x" * 10_000, "Ωmega", "१२", "\ue000"])) == 8


def test_the_same_words_always_have_the_same_tags() -> None:
    words = "Both sides plan to double trade by the end of the decade .".split()
    first = tag(words)
    tag([f"word{number}" for number in range(2000)])
    assert tag(words) == first


@pytest.mark.parametrize(
    ("word", "tag_", "expected"),
    [
        ("signed", "VBD", "sign"),
        ("agreed", "VBD", "agree"),
        ("planned", "VBN", "plan"),
        ("established", "VBN", "establish"),
        ("ratifies", "VBZ", "ratify"),
        ("inaugurated", "VBD", "inaugurate"),
        ("accredited", "VBN", "accredit"),
        ("undertaken", "VBN", "undertake"),
        ("commissioning", "VBG", "commission"),
        ("travelling", "VBG", "travel"),
        ("exporting", "VBG", "export"),
        ("tripled", "VBD", "triple"),
        ("renovated", "VBN", "renovate"),
        ("co-founded", "VBD", "co-found"),
        ("was", "VBD", "be"),
        ("cities", "NNS", "city"),
        ("embassies", "NNS", "embassy"),
        ("memoranda", "NNS", "memorandum"),
        ("chairmen", "NNS", "chairman"),
        ("businesses", "NNS", "business"),
        ("headquarters", "NNS", "headquarters"),
        ("1990s", "NNS", "1990s"),
        ("Visits", "NNS", "visit"),
        ("largest", "JJS", "large"),
        ("busier", "JJR", "busy"),
        ("Wales", "NNP", "Wales"),
    ],
)
def test_lemma(word: str, tag_: str, expected: str) -> None:
    assert lemma(word, tag_) == expected
