"""Rules and model side by side: said once where they agree, marked where they differ, nothing lost."""

from __future__ import annotations

from dostyk.grammar import analyse
from dostyk.kinds import kinds
from dostyk.model.kind import Draft
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality
from dostyk.statements.together import together

TEXT = "Kari Lund visited Lima on 3 May 2019."
SENTENCE = analyse(TEXT)[0]
KINDS = {kind.name: kind for kind in kinds()}
LIMA = Mention("Lima", "Lima", "geonames:1", MentionType.CITY)
OSLO = Mention("Oslo", "Oslo", "geonames:2", MentionType.CITY)
KARI = Mention("Kari Lund", "Kari Lund", "x:1", MentionType.PERSON)


def draft(rule: str, place: Mention = LIMA, time: str | None = "2019-05-03", kind: str = "Visit", anchor: int = 10, scored: float = 0.0) -> Draft:
    return Draft(kind, 0, len(TEXT) - 1, {"visitor": [KARI], "destination": [place]}, {}, time, rule=rule, anchor=anchor, scored=scored)


def test_what_both_say_is_kept_once_with_the_models_score() -> None:
    (kept,) = together(SENTENCE, [draft("visit.verb")], [draft("model.visit", scored=0.7)], KINDS)
    assert (kept.rule, kept.heard, kept.scored, kept.differs) == ("visit.verb", "agrees", 0.7, ())


def test_where_they_differ_the_rules_speak_and_it_is_marked() -> None:
    ahead = draft("model.visit", OSLO, "2019", scored=0.7)
    ahead.modality = Modality.PLANNED
    (kept,) = together(SENTENCE, [draft("visit.verb")], [ahead], KINDS)
    assert (kept.heard, kept.differs) == ("differs", ("destination", "modality", "time"))
    assert (kept.roles["destination"], kept.time, kept.modality) == ([LIMA], "2019-05-03", Modality.ACTUAL)


def test_what_one_alone_says_is_kept_and_marked() -> None:
    kept = together(SENTENCE, [draft("visit.verb")], [draft("model.meeting", kind="Meeting")], KINDS)
    assert [(d.kind, d.heard) for d in kept] == [("Visit", "silent"), ("Meeting", "alone")]


def test_each_is_paired_with_the_likest() -> None:
    rules = [draft("visit.verb", LIMA), draft("visit.verb", OSLO)]
    kept = together(SENTENCE, rules, [draft("model.visit", OSLO), draft("model.visit", LIMA)], KINDS)
    assert [d.heard for d in kept] == ["agrees", "agrees"]


def test_order_of_the_models_drafts_does_not_matter() -> None:
    def said(places: list[Mention]) -> list[tuple[str, str, tuple[str, ...]]]:
        kept = together(SENTENCE, [draft("visit.verb", LIMA)], [draft("model.visit", p) for p in places], KINDS)
        return sorted((d.rule, d.heard, d.differs) for d in kept)

    assert said([OSLO, LIMA]) == said([LIMA, OSLO])
