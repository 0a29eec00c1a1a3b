"""Turns lengths of time in Chinese ("两个半月", "8天20小时") into ISO 8601, or into the date that lies so far away ("三年前", "近五年")."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from dostyk.values.dates.han.guards import begins
from dostyk.values.dates.han.words import pattern, table
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read
from dostyk.values.han import whole

UNIT = r" ?(个?半|多|余|几|整)? ?(个)?(?:(<units>)(?!(?<=周)[岁年边围末转刊期密到全折遭旋一二三四五六日])|(时)(?!期|代|间|候|刻|段|任|常|有))"
HALF = r"半(?:个)?(年|月|小时|钟头|世纪|天|周|星期)"
ORDER = "CYQMWDhms"
CLOCK = {"h": "H", "m": "M", "s": "S"}
CALENDAR = "YMWDC"
NOT_A_LENGTH = re.compile(r"第[0-9〇零一二三四五六七八九十百]*$|[每逐隔近百千]$")
AFTER = (
    r"(?:的?时间)?(以前|之前|前(?!往|来|夕|任|所|途|去|行|后|身))"
    r"|(?:的?时间)?(以后|之后|后(?!来|者|续|期|台|果|半|卫|代|世))|(以来|来(?!自|到|的|华|访|宾|源))"
)


class Length(NamedTuple):
    """The parts of a length, as written, and where it ends."""

    parts: tuple[tuple[Decimal, str], ...]
    end: int
    vague: bool


def length(f: str, i: int) -> Read:
    """Read a length of time and what makes a date of it; nothing in "第三年" and "每两年"."""
    if (window := _window(f, i)) is not None:
        return window
    if (
        (i and (f[i - 1] in "每第逐百千万余多数几./:-" or f.endswith("每隔", 0, i)))
        or f.startswith("一天", i)
        and f[i - 1 : i] in ("有", "哪", "这", "那", "某")
    ):
        return None
    if f.startswith(("一年", "一天"), i) and f[i - 1 : i] in ("的", "要", "键", "好") and i:
        return None  # "重要一年"
    if either := _either(f, i):
        return either
    found = measure(f, i)
    if (
        found is None
        or f.endswith(("年", "世纪"), i, found.end)
        and f[found.end : found.end + 1] in tuple("级代度制份限版生号货")
        and found.end < len(f)
    ):
        return None
    return _moved(f, found) or (Node("length", unit=iso(found.parts)), found.end)


def _either(f: str, i: int) -> Read:
    """Read "两三年", "三五天", "1到2年": both ends in ISO 8601, with a slash between."""
    match = pattern(r"([一二两三四五六七八])([二两三四五六七八九])(?=个?(?:<units>))").match(f, i)
    if match is None:
        match = pattern(r"(<COUNT>) ?(?:到|至|[-–—―~]) ?(<COUNT>)(?=个?(?:<units>))").match(f, i)
    unit = pattern(UNIT).match(f, match.end()) if match else None
    if match is None or unit is None or unit[3] in (None, "日"):
        return None
    low, high = whole(match[1], 0), whole(match[2], 0)
    letter = "M" if unit[2] and unit[3] == "月" else table()["units"][unit[3]]
    if low is None or high is None or not low.value < high.value < 1000 or not letter or pattern(AFTER).match(f, unit.end()):
        return None
    return Node("length", unit=f"{iso(((low.value, letter),))}/{iso(((high.value, letter),))}"), unit.end()


def measure(f: str, i: int) -> Length | None:
    """Read "三年", "三年半", "两个半月", "半年", "8天20小时", "一年又一个月21天": each unit once."""
    parts: list[tuple[Decimal, str]] = []
    end, vague = i, False
    while len(parts) < 7 and (one := _one(f, end, not parts)):
        value, unit, stop, more = one
        if any(unit == known for _, known in parts):
            break
        parts.append((value, unit))
        end, vague = stop, vague or more
        joint = pattern(r"[多余]?[又零加和]?余?(?=[0-9一二两三四五六七八九十半])").match(f, end)
        mixed = unit == "Y" and joint is not None and not joint.group() and f[end].isascii() != f[i].isascii()
        more_parts = _one(f, joint.end(), False) if joint and not mixed else None
        if joint is None or more_parts is None or any(more_parts[1] == known for _, known in parts):
            break
        end = joint.end()
    if not parts:
        return None
    if f[end : end + 1] in ("多", "余") and len(parts) == 1:
        end, vague = end + 1, True
    return Length(tuple(sorted(parts, key=lambda part: ORDER.index(part[1]))), end, vague)


def _one(f: str, i: int, first: bool) -> tuple[Decimal, str, int, bool] | None:
    """Read one number and its unit: the count, the unit letter, the end, whether more is meant."""
    if half := pattern(HALF).match(f, i):
        unit = table()["units"].get(half[1]) or "M"
        return Decimal("0.5"), unit, half.end(), False
    number = whole(f, i)
    if number is None or number.value > 9999 or number.scale >= 10000:
        return None
    match = pattern(UNIT).match(f, number.end)
    if match is None:
        return None
    more, counter, word, hour = match.groups()
    if hour and first:
        return None
    word = word or "小时"
    unit = table()["units"][word]
    if counter and not word.startswith("个"):
        unit = {"月": "M"}.get(word, unit)
    if not unit or (word == "日" and (first or f[match.end() : match.end() + 1].isalpha())) or number.value == 0:
        return None
    if word == "年" and number.figures and number.value >= 1000 and number.value < 2300 and not more and not _old(f, match.end()):
        return None
    if word in ("年", "周") and number.end - i > 1 and not number.figures and number.scale == 1:
        return None
    value, end = number.value, match.end()
    if more and more.endswith("半"):
        value += Decimal("0.5")
        more = None
    elif f.startswith("半", end) and unit in "YCWDh":
        value, end = value + Decimal("0.5"), end + 1
    return value, unit, end, bool(more) and more != "整"


def _old(f: str, end: int) -> bool:
    return pattern(r"的?历史|的?文明").match(f, end) is not None


def iso(parts: tuple[tuple[Decimal, str], ...]) -> str:
    """Write the parts of a length as ISO 8601, as they were said."""
    date, time = "", ""
    for value, unit in parts:
        times, letter = {"C": (100, "Y"), "Q": (3, "M")}.get(unit, (1, unit))
        figure = f"{(value * times).normalize():f}"
        if letter in CLOCK:
            time += figure + CLOCK[letter]
        else:
            date += figure + letter
    return "P" + date + ("T" + time if time else "")


def _moved(f: str, found: Length) -> Read:
    """Read what makes a date of a length: "三年前", "三年后", "五年来"."""
    match = pattern(AFTER).match(f, found.end)
    if match is None:
        return None
    count, unit = _whole_units(found)
    if unit in CLOCK:
        return (Node("today", 0), match.end()) if not match[3] and len(found.parts) == 1 else None
    if count is None or unit not in CALENDAR:
        return None
    if match[3]:
        return Node("window", -count, unit=unit, source="reference"), match.end()
    return Node("shift", -count if match[1] else count, unit=unit, source="reference" if match[1] else "either"), match.end()


def _whole_units(found: Length) -> tuple[int | None, str]:
    """Give a length of one unit as a whole number of units of the calendar; halves of years in months."""
    value, unit = found.parts[0]
    if len(found.parts) > 1:
        return None, unit
    if unit == "Q":
        value, unit = value * 3, "M"
    if value != int(value) and unit in "YC":
        value, unit = value * (12 if unit == "Y" else 1200), "M"
    if value != int(value) and unit == "M":
        value, unit = value * 30, "D"
    return (int(value), unit) if value == int(value) and value <= 5000 else (None, unit)


def _window(f: str, i: int) -> Read:
    """Read "近五年", "过去十年", "未来三年", "前一周": from so long ago to the document's date, or from it on."""
    match = pattern(r"(<windows>) ?").match(f, i)
    if match is None or not begins(f, i) or match[1] in ("前", "后", "下", "之前", "之后") and f[i - 1 : i].isalnum() and i:
        return None
    found = measure(f, match.end())
    if found is None:
        return None
    end = pattern(r"(?:的?时间)?(?:里|内|以来|来(?!自|到|的|华|访)|间)?").match(f, found.end)
    count, unit = _whole_units(found)
    stop = end.end() if end else found.end
    if unit in CLOCK:
        return (Node("today", 0), stop) if match[1] in ("之前", "之后", "过去", "未来") else None
    if count is None or unit not in CALENDAR or not count:
        return None
    return Node("window", table()["windows"][match[1]] * count, unit=unit, source="reference"), stop
