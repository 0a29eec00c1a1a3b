"""Reads indicators: what each figure of a sentence measures, of whom, towards whom, when, compared with what."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.anchors import find_anchors
from dostyk.kinds.indicator.figure import Figure, Past, flow_of_goods
from dostyk.kinds.indicator.figures import find_figure
from dostyk.kinds.indicator.flows import Parties
from dostyk.kinds.indicator.parties import assign
from dostyk.kinds.indicator.periods import FLOWS, OF_THINGS, note_lead, periods
from dostyk.kinds.indicator.ranks import read_ranks
from dostyk.kinds.indicator.recurring import recurring
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.tables import LONGEST, note_header, note_parties, note_title, note_unit, table_figures
from dostyk.kinds.indicator.topics import note_topics
from dostyk.model.analysis import Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.statement import Modality
from dostyk.values.dates import read_dates

TITLES = 3
"""Paragraphs in which a report's title stands."""
ASKED = {"trade turnover", "exports", "imports", "investment", "foreign direct investment", "tourist arrivals", "population"}
LIKELY = {"expect", "forecast", "project", "anticipate", "predict", "estimate", "hope", "believe", "assume"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each figure and each rank of a sentence."""
    row = sentence.form == "row"
    if sentence.text.endswith("?"):
        _note_question(sentence, reading)
    figures = [q for q in sentence.quantities if row or sentence.form == "prose" or any(c.isdigit() for c in q.text) or q.text.isalpha()]
    if figures or row:
        scene = Scene.of(sentence, reading)
        if row:
            note_unit(reading, (sentence.text, sentence.heading))
        read_cells = list(table_figures(scene)) if row and not note_header(scene) else []
        for figure, time, parties in read_cells:
            yield _draft(scene, figure, time, parties)
        for quantity in [] if read_cells else sentence.quantities:
            found = find_figure(scene, quantity)
            if found is not None:
                yield _draft(scene, found)
    elif sentence.form != "prose" or sentence.text.rstrip().endswith(":") or _is_title(sentence):
        note_unit(reading, (sentence.text,))
        note_parties(sentence, reading)
        note_title(Scene.of(sentence, reading))
        _note_dated_line(sentence, reading)
    note_report(sentence, reading)
    note_lead(sentence, reading)
    yield from read_ranks(sentence, reading)
    note_topics(sentence, reading)


def _is_title(sentence: Sentence) -> bool:
    """Whether a line by itself is a title: short, without a verb and a full stop."""
    return len(sentence.text) < LONGEST and sentence.text[-1:] not in ".!?," and not any(c.form == "finite" for c in sentence.clauses)


def _note_question(sentence: Sentence, reading: Reading) -> None:
    """A question names what the answer's "it" measures ("How is trade?" "It reached 75 million dollars.")."""
    anchors = [a for a in find_anchors(sentence) if a.measure in ASKED]
    if anchors:
        time = None
        parties = tuple(reading.pair()) if anchors[-1].measure == "trade turnover" else ()
        reading.memory["figure"] = Past(anchors[-1].measure, parties, (), sentence.paragraph, sentence.start, time, "level", None, Modality.ACTUAL)


def note_heading(sentence: Sentence, reading: Reading) -> None:
    """Keep what a heading says of the figures under it: the period of a report, whose table it is."""
    note_report(sentence, reading)
    note_parties(sentence, reading)


def note_report(sentence: Sentence, reading: Reading) -> None:
    """Keep the period that a report's title names beside a flow ("Trade in goods, January-June 2024")."""
    if sentence.paragraph > TITLES or any(c.form == "finite" for c in sentence.clauses) or sentence.text.rstrip().endswith("."):
        return
    dates = [d for d in sentence.dates if d.edtf and not d.vague and (len(d.edtf) == 4 or "/" in d.edtf and ".." not in d.edtf)]
    if len(dates) == 1 and any(flow_of_goods(a.measure) or a.measure in FLOWS for a in find_anchors(sentence)):
        reading.memory["report"] = dates[0].edtf


def _note_dated_line(sentence: Sentence, reading: Reading) -> None:
    """Keep the date of a line that is only a title ("Trade with Norway (2021)") for the figures under it."""
    dates = [d for d in sentence.dates if d.edtf and not d.vague]
    if len(dates) == 1 and len(sentence.tokens) <= 9 and not sentence.clauses and sentence.text.rstrip().endswith((")", ":", dates[0].text)):
        reading.memory["dated_line"] = (dates[0].edtf, sentence.paragraph, sentence.text)


def _draft(scene: Scene, figure: Figure, period: str | None = None, parties: Parties | None = None) -> Draft:
    quantity, reading = figure.quantity, scene.reading
    subjects, partners = parties or assign(scene, figure)
    roles: dict[str, list[Filler]] = {}
    for role, found in (("subject", subjects), ("partner", partners), ("counted", [figure.counted] if figure.counted is not None else [])):
        if found:
            roles[role] = list(found)
    date, time, base = periods(scene, figure)
    time = period or time or _of_heading(scene, figure)
    modality = _modality(scene, figure)
    start, end = min(figure.start, quantity.start), max(figure.end, quantity.end)
    if (rate := recurring(scene, figure)) is not None:
        figure.unit = f"{quantity.unit}/{rate}"
    draft = Draft(
        "Indicator",
        start,
        end,
        roles,
        _attributes(figure, base),
        time or "",
        modality,
        rule=f"indicator.{figure.rule}",
        confidence=figure.confidence,
        anchor=quantity.start,
    )
    if date is not None and date.start - draft.end < 40 and draft.start - date.end < 40:
        draft.start, draft.end = min(draft.start, max(date.lead, scene.sentence.start)), max(draft.end, date.end)
    if not time and (scene.sentence.dates or figure.rule in OF_THINGS):
        draft.time = None
    if figure.measure == "power capacity" and not (figure.unit or quantity.unit).split("/")[0].endswith("W"):
        draft.attributes["measure"] = "capacity"
    recent: list[tuple[str, int]] = reading.memory.setdefault("measures", [])
    recent.append((figure.measure, scene.sentence.paragraph))
    reading.memory["figure"] = past = Past(
        figure.measure,
        tuple(subjects),
        tuple(partners),
        scene.sentence.paragraph,
        scene.sentence.start,
        _period_kept(scene, figure, time),
        figure.statistic,
        figure.counted,
        modality,
    )
    if figure.statistic == "level" and (flow_of_goods(figure.measure) or figure.measure == "trade turnover"):
        reading.memory["flow"] = past
        if figure.measure == "trade turnover":
            reading.memory["turnover"] = past
    return draft


def _period_kept(scene: Scene, figure: Figure, time: str | None) -> str | None:
    """The period that later figures go on with: of a figure only compared with, that of the figure it is compared to."""
    last: Past | None = scene.reading.memory.get("figure")
    words = scene.lows(figure.index - 4, figure.index)
    based = words[-1:] in (["from"], ["against"], ["than"], ["versus"]) or any(w in ("compared", "relative") for w in words)
    if last is not None and last.start == scene.sentence.start and last.time and based:
        return last.time
    return time


def _attributes(figure: Figure, base: str | None) -> dict[str, str]:
    quantity = figure.quantity
    value = quantity.value
    if figure.falling and not value.startswith("-") and figure.statistic == "change":
        value = f"-{value}"
    attributes = {"measure": figure.measure, "value": value, "unit": figure.unit or quantity.unit}
    if quantity.bound != "exact":
        attributes["bound"] = quantity.bound
    if figure.statistic != "level":
        attributes["statistic"] = figure.statistic
    if base:
        attributes["compared_with"] = base
    return attributes


def _of_heading(scene: Scene, figure: Figure) -> str | None:
    """The date that a heading gives for the label lines under it ("Economic cooperation (as of FY2020)")."""
    lined = figure.rule.startswith(("label", "table"))
    if scene.sentence.dates or not lined and (scene.sentence.clauses or scene.sentence.form == "prose"):
        return None
    line: tuple[str, int, str] | None = scene.reading.memory.get("dated_line")
    if line is not None and 0 < scene.sentence.paragraph - line[1] <= 8:
        return line[0]
    found = [d for d in read_dates(scene.sentence.heading) if d.edtf and not d.vague]
    return found[-1].edtf if found else None


def _modality(scene: Scene, figure: Figure) -> Modality:
    clause = figure.clause
    if clause is None:
        return Modality.ACTUAL
    governor = clause.governor.lemma if clause.governor is not None else ""
    if governor in LIKELY or clause.modality is Modality.PLANNED and any(c.lemma in LIKELY and c.verb < clause.verb for c in scene.sentence.clauses):
        return Modality.EXPECTED
    if clause.modality is Modality.PLANNED and figure.rule != "counted" and not clause.passive:
        return Modality.EXPECTED
    if clause.modality is Modality.POSSIBLE and any(t.low in ("can", "could") for t in scene.tokens[max(0, clause.verb - 3) : clause.verb]):
        return Modality.ACTUAL
    if clause.modality in (Modality.PLANNED, Modality.EXPECTED, Modality.NEGATED, Modality.POSSIBLE):
        return clause.modality
    return Modality.ACTUAL
