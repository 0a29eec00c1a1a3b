"""Texts decoded wrongly."""

from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.facts.findings.mojibake import wrongly_decoded


@pytest.mark.parametrize(
    "text", ["São Tomé’s minister in Bogotá", "посольство Казахстана", "Łódź – Skåne", "北京和阿斯塔纳", "“Où?” – “Ici…”", "Qaraǵandy, Öskemen"]
)
@pytest.mark.parametrize("codec", ["cp1252", "cp1251"])
def test_what_was_decoded_wrongly_is_found_and_what_was_not_is_not(text: str, codec: str) -> None:
    assert not wrongly_decoded(text)
    garbled = "".join(byte.decode(codec, "replace") for byte in (bytes([b]) for b in text.encode("utf-8")))
    assert wrongly_decoded(garbled)


@pytest.mark.parametrize(
    "text", ["CAFÉ” stands there", "ÅÖ–ÄÅ” SKÅNE", "Is it so?? Yes", "РС и ЧР", "20 °C, Â", "«Г’…» – ÎLE–”", "в доме”– и", "au café”– là"]
)
def test_odd_but_meant(text: str) -> None:
    assert not wrongly_decoded(text)


def test_statements_on_its_lines_are_shown(tell: Any, said: Any) -> None:
    bad = "Kenyaâ€™s embassy in BogotÃ¡ opened"
    page = tell(
        "A",
        "2019",
        said("Mission", bad, {"sender": "Kenya", "location": "Colombia"}, attributes={"mission_type": "embassy"}),
        said("Event", "a fair was held", {"event": "trade fair"}, "2019"),
    )
    (finding,) = [g for g in reconcile(page)[1] if g.type == "garbled"]
    assert finding.statements == (page[0],)
    assert "for “á”" in finding.reason
