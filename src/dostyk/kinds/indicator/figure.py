"""A quantity together with what it measures."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.model.analysis import Clause, Phrase, QuantityMark
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

SUMS = {
    "trade turnover", "trade in services", "trade balance", "investment", "foreign direct investment", "loan", "grant", "aid",
    "development assistance", "humanitarian aid", "technical cooperation", "military aid", "debt", "contract value", "project cost", "budget",
    "remittances", "gdp", "gdp per capita", "financing", "debt relief", "fee", "toll", "visa fee", "average price",
}  # fmt: skip
GOODS = ("exports", "imports")


@dataclass(slots=True)
class Figure:
    """A quantity, what it measures and the document offsets of the words that say so.

    `anchor` names the measure; `thing` is the phrase of what has it (a bridge, a plant, a university); `giver` the
    phrase of who acts; `carried` means that measure and parties come from the figure before.
    """

    quantity: QuantityMark
    index: int
    measure: str
    statistic: str
    start: int
    end: int
    anchor: Anchor | None = None
    clause: Clause | None = None
    thing: Phrase | None = None
    counted: Mention | None = None
    noun: Phrase | None = None
    falling: bool = False
    carried: bool = False
    unit: str = ""
    rule: str = ""
    confidence: float = 0.75


@dataclass(frozen=True, slots=True)
class Past:
    """The figure before: what the next one may go on with; `start` is its sentence, `time` its EDTF period."""

    measure: str
    subjects: tuple[Mention, ...]
    partners: tuple[Mention, ...]
    paragraph: int
    start: int
    time: str | None
    statistic: str
    counted: Mention | None
    modality: Modality


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, by itself or per something."""
    head = unit.split("/")[0]
    return len(head) == 3 and head.isalpha() and head.isupper()


def flow_of_goods(measure: str) -> str:
    """Exports or imports where a measure is one of them or a part of one, else ""."""
    words = measure.split()
    return next((g for g in GOODS if g in words), "")


def fits(measure: str, unit: str) -> bool:
    """Whether a measure can be given in a unit."""
    head = unit.split("/")[0]
    goods = bool(flow_of_goods(measure)) or measure in ("re-exports", "production", "transit") or measure.startswith("production")
    if is_money(unit):
        return measure in SUMS or goods
    if head in ("km2", "m2", "ha", "har", "ar"):
        return measure == "area"
    if head in ("km", "m", "mi"):
        return measure in ("border length", "length", "distance", "elevation")
    if head in ("%", "{pp}"):
        return True
    if head == "1":
        return measure not in SUMS and not goods and measure not in ("area", "interest rate")
    if head.endswith("Wh"):
        return measure == "electricity generation"
    if head.endswith("W"):
        return measure in ("power capacity", "production capacity")
    return goods or measure in (
        "production capacity",
        "power capacity",
        "emission reduction",
        "freight volume",
        "gas supply",
        "oil supply",
        "production",
    )
