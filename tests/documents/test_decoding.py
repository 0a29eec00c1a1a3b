"""Any encoding becomes text; nothing in it is changed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.documents.decoding import decode
from dostyk.errors import UnreadableDocument

RUSSIAN = "Дипломатические отношения между странами установлены в январе 1992 года. Посольство открыто в мае того же года.\r\n" * 4
CHINESE = "两国于一九九二年一月三日建立外交关系。同年五月在首都开设大使馆,双方签署了贸易协定和文化合作协定。\n" * 8
FRENCH = "Les relations diplomatiques ont été établies après la conférence générale; l’ambassadeur est arrivé à Genève en février.\n" * 4


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode(), "x.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "x.txt") == RUSSIAN


def test_utf16_without_a_mark() -> None:
    text = "Relations were established in 1992.\n"
    assert decode(text.encode("utf-16-le"), "x.txt") == text
    assert decode(text.encode("utf-16-be"), "x.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030"), (CHINESE, "big5hkscs"), (FRENCH, "cp1252")]
)
def test_old_encodings_are_recognised(text: str, encoding: str) -> None:
    if encoding == "big5hkscs":
        text = "兩國於一九九二年一月建立外交關係,同年在首都開設大使館。雙方簽署了貿易協定。\n" * 8
    assert decode(text.encode(encoding), "x.txt") == text


def test_a_declared_encoding_is_believed_where_utf8_does_not_fit() -> None:
    assert decode("Übersee".encode("latin-1"), "x.html", "iso-8859-1") == "Übersee"
    assert decode("Übersee".encode(), "x.html", "iso-8859-1") == "Übersee"
    assert decode("“quoted”".encode("cp1252"), "x.html", "ISO-8859-1") == "“quoted”"


def test_line_ends_and_composition_stay() -> None:
    text = "a\r\nb\rc\nе\u0308\u00a0x"
    assert decode(text.encode(), "x.txt") == text


def test_one_broken_letter_does_not_change_the_encoding() -> None:
    data = RUSSIAN.encode()
    assert decode(data[:-30] + b"\xd0" + data[-30:], "x.txt").count("\N{REPLACEMENT CHARACTER}") == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00rest", b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(1, 32)) * 40 + bytes(range(128, 256)) * 8])
def test_binary_files_are_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^file\.txt: .+") as error:
        decode(data, "file.txt")
    assert "\n" not in str(error.value)


def test_a_mark_alone_is_empty() -> None:
    assert decode(codecs.BOM_UTF8, "x.txt") == ""


@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Дипломатичні відносини між країнами встановлено у січні 1992 року. Її посольство відкрито; ґрунтовні переговори тривали.\n", "koi8-u"),
        ("El ministro español Íñigo Núñez visitó la capital el año pasado; señaló que la cooperación continúa.\n", "latin-1"),
        ("The Spanish minister Íñigo Núñez visited España last year and met the ambassador of Peru in the capital.\n", "latin-1"),
        ("Stosunki dyplomatyczne między państwami nawiązano w styczniu 1992 roku. Ambasadę otwarto później w Łodzi.\n", "cp1250"),
        ("A két ország között 1992 januárjában létesültek kapcsolatok; a nagykövetség később nyílt meg, mondta a miniszter.\n", "cp1250"),
        ("İki ülke arasında diplomatik ilişkiler Ocak 1992'de kuruldu. Büyükelçilik aynı yıl başkentte açıldı.\n", "cp1254"),
        ("Οι διπλωματικές σχέσεις των δύο χωρών ξεκίνησαν τον Ιανουάριο του 1992 και η πρεσβεία άνοιξε στην Αθήνα.\n", "cp1253"),
        ("היחסים הדיפלומטיים בין שתי המדינות נכונו בינואר 1992 והשגרירות נפתחה בירושלים באותה שנה.\n", "cp1255"),
        ("両国は1992年1月に外交関係を樹立し、同年5月に首都に大使館を開設した。双方は貿易協定に署名した。\n", "shift_jis"),
        ("Дипломатске односе двеју држава успоставили су у јануару 1992. године, а амбасада је отворена у Београду.\n", "iso8859-5"),
    ],
)
def test_an_encoding_is_told_by_language_and_words(text: str, encoding: str, times: int) -> None:
    assert decode(text.encode(encoding) * times, "x.txt") == text * times
