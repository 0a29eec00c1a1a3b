import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.errors import StopError
from dostyk.search.query import parse
from dostyk.search.tokens import folded, tokenise


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in parse(words).stands_in(text)]


def test_words_phrases_beginnings_and_what_is_left_out() -> None:
    query = parse('trade "silk road" kazakh* -tourism -"light rail"')
    assert [(term.tokens, term.open) for term in query.terms] == [(("trade",), False), (("silk", "road"), False), (("kazakh",), True)]
    assert [term.tokens for term in query.without] == [("tourism",), ("light", "rail")]


def test_hyphens_inside_words_leave_nothing_out() -> None:
    assert parse("Nur-Sultan").terms[0].tokens == ("nur", "sultan")


def test_typographic_quotes_and_one_that_is_not_closed() -> None:
    assert parse("“silk road” „belt and").terms[0].tokens == ("silk", "road")
    assert parse("“silk road” «belt and").terms[1].tokens == ("belt", "and")


@pytest.mark.parametrize("words", ["", " ", "!?", '""', "-", "*", "-china", '-"silk road"'])
def test_nothing_to_look_for_is_said(words: str) -> None:
    with pytest.raises(StopError, match="look for"):
        parse(words)


def test_too_many_words_are_refused() -> None:
    with pytest.raises(StopError, match="61 words are too many"):
        parse(" ".join(f"w{n}" for n in range(61)))


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("China's trade, and trading.", "china trad*", ["China", "trade", "trading"]),
        ("The Silk Road, a silk, a road", '"silk road"', ["Silk Road"]),
        ("中国和哈萨克斯坦", "哈萨", ["哈萨"]),
        ("中国和哈萨克斯坦", "和", ["和"]),
        ("中国和哈萨克斯坦", "坦", ["坦"]),
        ("中国\n人民", "国人", ["国\n人"]),
        ("建交30年", '"建交30年"', ["建交30年"]),
        ("建交 和合作", '"建交 和合作"', []),
        ("Chełm i Xi’an", "chelm xi'an", ["Chełm", "Xi’an"]),
    ],
)
def test_words_are_marked_where_they_stand(text: str, words: str, marked: list[str]) -> None:
    assert found(text, words) == marked


def in_index(text: str, words: str) -> bool:
    """Ask FTS5 itself whether a text matches."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(words, marks, content='', tokenize='ascii')")
    connection.execute("INSERT INTO t (rowid, words, marks) VALUES (1, ?, 'kvisit')", (" ".join(folded(text)),))
    return bool(list(connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (parse(words).expression("words", ["kvisit"]),))))


ALPHABET = st.sampled_from("ab中国合ไ1 \"-*'\u2019ł(){}:^+~.\x00Nn")


@given(st.text(alphabet=ALPHABET, max_size=30), st.text(alphabet=ALPHABET, max_size=12))
def test_nothing_typed_is_an_error_of_syntax_and_what_is_marked_is_what_the_index_finds(text: str, words: str) -> None:
    try:
        query = parse(words)
    except StopError:
        return
    tokens = list(tokenise(text))
    every = all(term.stands_in(tokens) for term in query.terms)
    none = not any(term.stands_in(tokens) for term in query.without)
    assert in_index(text, words) == (every and none)


@given(st.text(max_size=30))
def test_no_text_at_all_is_an_error_of_syntax(words: str) -> None:
    try:
        parse(words)
    except StopError:
        return
    in_index("text", words)


@given(st.text(alphabet="中国人民合作丝绸之路", min_size=2, max_size=20), st.data())
def test_every_run_of_chinese_letters_is_found_wherever_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert in_index(text, text[start:end])
    assert any(text[start:end] in text[a:b] for a, b in parse(text[start:end]).stands_in(text))
