"""Says whose figure it is and towards whom: subject and partner by what is measured."""

from __future__ import annotations

from dostyk.kinds.indicator.around import look_around
from dostyk.kinds.indicator.doers import airline
from dostyk.kinds.indicator.figure import Figure, flow_of_goods
from dostyk.kinds.indicator.flights import route
from dostyk.kinds.indicator.flows import Parties, flow, imported, mutual, owed, share, without
from dostyk.kinds.indicator.given import GIVEN, governments, relief, spent_in
from dostyk.kinds.indicator.nearby import Around
from dostyk.kinds.indicator.owners import PEOPLE, counted, owned
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.titles import Titled
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import find_places

MUTUAL = {
    "trade turnover",
    "trade in services",
    "agreements",
    "sister-city pairs",
    "contract value",
    "visits",
    "meetings",
    "flights",
    "freight volume",
    "school partnerships",
}
OUTWARD = {
    "investment",
    "foreign direct investment",
    "loan",
    "grant",
    "aid",
    "development assistance",
    "humanitarian aid",
    "technical cooperation",
    "military aid",
    "re-exports",
    "remittances",
    "scholarships",
    "financing",
    "budget",
}
OWED = {"debt", "trade balance"}


def _from_heading(scene: Scene, around: Around) -> None:
    """Take the partner of bare lines from the heading over them ("Trade with Norway (2021)")."""
    line: tuple[str, int, str] | None = scene.reading.memory.get("dated_line")
    near = line is not None and 0 < scene.sentence.paragraph - line[1] <= 8
    heading = line[2] if line is not None and near else scene.sentence.heading
    if around.own or around.nation or around.beside or around.towards or around.source or " with " not in heading.lower():
        return
    found = find_places(heading)
    if len(found) == 1 and found[0].type is MentionType.COUNTRY:
        around.add("beside", [Mention(found[0].text, found[0].name, found[0].id, found[0].type)])


def named_as_taker(around: Around, takers: list[Mention]) -> bool:
    """Whether the words around a figure name those to whom it goes, rather than the page as a whole."""
    said = {m.id for m in [*around.towards, *around.beside, *around.inside, *around.actor, *around.own, *around.nation, *around.source]}
    return any(m.id in said for m in takers)


def assign(scene: Scene, figure: Figure) -> Parties:
    """Give (subjects, partners) of a figure."""
    reading, measure = scene.reading, figure.measure
    last = reading.memory.get("figure")
    around = look_around(scene, figure)
    if figure.carried and last is not None:
        if figure.counted is not None and around.inside and not any(m.id in {i.id for i in around.inside} for m in last.subjects):
            return around.inside[:1], without(list(last.subjects), around.inside)[:1]
        return list(last.subjects), list(last.partners)
    titled: Titled | None = reading.memory.get("titled")
    if figure.rule == "label.title" and titled is not None:
        return titled.parties
    if figure.rule.startswith(("label", "table")):
        _from_heading(scene, around)
    around.add("source" if measure in PEOPLE and figure.anchor is not None else "own", around.nation)
    if measure.startswith("share of pop") and last is not None and last.start == scene.sentence.start and last.measure in ("population", "area"):
        return list(last.subjects), []
    if measure.startswith("share of population"):
        return owned(scene, around, figure)
    if measure.startswith("share of") and (figure.thing is None or figure.rule == "share.own"):
        return share(around, figure, reading)
    if (
        measure == "sister-city pairs"
        and figure.counted is not None
        and not figure.counted.name.startswith("pair")
        and (city := [m for m in [*around.own, *around.actor] if m.type is MentionType.CITY] or [m for m in [reading.here()] if m])
    ):
        return city[:1], []
    if measure == "freight volume" and figure.clause is not None and figure.clause.lemma in ("handle", "process", "carry", "transport"):
        figure.thing = figure.thing or scene.subject(figure.clause)
    if measure == "freight volume" and figure.thing is not None:
        return owned(scene, around, figure)
    if measure == "freight volume" and (spot := [m for m in around.inside if m.type is not MentionType.COUNTRY]):
        return spot[:1], []
    if measure == "flights" and (flown := airline(scene, figure)):
        return flown, []
    if measure == "flights" and (ends := route(scene))[0]:
        return ends
    if measure == "debt relief":
        return relief(around)
    if measure in MUTUAL:
        return mutual(around, figure, reading)
    if measure in OWED:
        return owed(around, reading, last)
    if flow_of_goods(measure) == "exports" or measure in OUTWARD:
        if measure in GIVEN and not around.towards:
            around.add("towards", governments(scene, figure.index))
        givers, takers = flow(around, reading, figure, last)
        if measure in GIVEN and (used := spent_in(scene, figure.index, givers)) and not any(m.id == used[0].id for m in takers):
            takers = takers if takers and named_as_taker(around, takers) else used
        return givers, takers
    if flow_of_goods(measure) == "imports":
        return imported(around, reading, figure, last)
    if measure in PEOPLE or figure.counted is not None:
        return counted(scene, around, figure)
    return owned(scene, around, figure)
