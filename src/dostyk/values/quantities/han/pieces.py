"""Turns a number in a Chinese text and what stands after it into a piece: its unit, a compound, a rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dostyk.values.han.numerals import DIGITS
from dostyk.values.quantities.han.numbers import Number, number
from dostyk.values.quantities.han.words import codes, either, table, unit_pattern, units
from dostyk.values.quantities.units import is_money

CALENDAR = re.compile(
    r" ?(?:周年|月(?!球)|日(?!元|圆|均)|号|年(?:代|[0-9一二三四五六七八九十]{1,2}月)|世纪|时(?!段)|点(?!多|余)(?:[0-9半钟一二三四五六七八九十]|整|$)"
    r"|[:：][0-9]{2}|届|章|条第|路(?![公])|楼|室|弄|航班|次列车|型|版|[A-Za-z])"
)
YEAR = re.compile(r" ?年(?![^\W\d]*历史)")
AGE = re.compile(r"大(?=[^\w]|的|了|$|时)")
COUNTRY_AFTER_MONEY = re.compile(r" ?(人民币|美元|美金)| ?\((人民币|美元|美金)\)")
PART = re.compile(r"(?:又|零)?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})")
TEMPERATURE = re.compile(r"(华氏温度|华氏|摄氏温度|摄氏)(?:为|是|达到|达|约)?$")
RATIO = re.compile(r" ?[:∶：] ?[0-9]|比[0-9一二三四五六七八九]")
TENTHS = re.compile(r"[1-9一二三四五六七八九](?![^\W_])")
SLASH = re.compile(r" ?/ ?")


@dataclass(slots=True)
class Piece:
    """A number with its unit; `counter` is whether a measure word follows, `rate` the UCUM code of the time it is measured by."""

    number: Number
    start: int
    end: int
    unit: str = "1"
    bare: bool = True
    counter: str = ""
    rate: str | None = None
    multiple: bool = False

    def times(self, factor: Decimal) -> None:
        """Multiply the number."""
        self.number.low *= factor
        self.number.high = None if self.number.high is None else self.number.high * factor


@cache
def _counter() -> re.Pattern[str]:
    return re.compile(rf" ?(?:{either(str(table()['counters']['words']).split())})")


@cache
def _part_words() -> re.Pattern[str]:
    return re.compile(either(table()["currency_parts"]))


def piece(f: str, i: int) -> Piece | None:
    """Read the number at `i` with its unit; None where it is no number, or part of a date, a time or a name."""
    found = number(f, i)
    if found is None or RATIO.match(f, found.end) or f[i] == "0" and f[i + 1 : i + 2].isdigit():
        return None
    made = Piece(found, i, found.end)
    if found.unit:
        made.unit, made.bare = found.unit, False
        return made
    return with_unit(f, made)


def with_unit(f: str, made: Piece) -> Piece | None:
    """Add what stands after a number."""
    found = made.number
    if made.bare and f.startswith("兆", made.end - 1) and not unit_pattern().match(f, made.end):
        return None  # a trillion or a million, as the writer has it
    space = 1 if f.startswith(" ", made.end) else 0
    if f.startswith("倍", made.end + space) or f.startswith("多倍", made.end):
        made.number.over |= f.startswith("多", made.end)
        made.end = f.index("倍", made.end) + 1
        made.bare, made.multiple = False, True
        return made
    if f.startswith("个半", made.end) and (after := unit_pattern().match(f, made.end + 2)) and units()[after.group()] in ("mo", "wk", "h"):
        found.low, made.end = found.low + Decimal("0.5"), made.end + 2
    elif f.startswith("个半月", made.end):
        made.number.low, made.unit, made.bare, made.end = found.low + Decimal("0.5"), "mo", False, made.end + 3
        return made
    match = unit_pattern().match(f, made.end + space)
    if match and (code := _meant(f, match, made)):
        made.unit, made.bare, made.end = code, False, match.end()
        _compound(f, made)
        _per(f, made)
        if made.unit in ("a", "mo", "wk", "d") and (age := AGE.match(f, made.end)):
            made.end = age.end()
        return made
    if not found.over and found.high is None and _dated(f, made):
        return None
    if counter := _counter().match(f, made.end):
        made.counter = counter.group().strip()
    _per(f, made)
    return made


def _meant(f: str, match: re.Match[str], made: Piece) -> str | None:
    """Give the code of a unit where it is one: "块" is money at the end of a clause, "年" no unit after the number of a year."""
    word, code, end = match.group(), units()[match.group()], match.end()
    following = f[end : end + 1]
    if word == "年" and (
        made.number.figures and made.number.low >= 1000 and made.number.low < 2300 and not made.number.over and made.number.scale == 1
    ):
        return None if YEAR.match(f, made.end) else code
    if word == "年" and (following == "代" or following in tuple("级版") and following):
        return None
    if word == "年" and not made.number.figures and made.number.scale == 1 and made.number.low > 9 and made.number.high is None:
        return None  # "二〇一五年"
    if word == "两" and (
        made.number.figures and made.number.low < 1 or following.isalpha() and following not in ("重", "黄", "白", "银", "酒", "肉", "米")
    ):
        return None
    if word == "块" and following.isalpha() and following not in ("钱", "人", "和", "半"):
        return None
    if word == "度" and (following in tuple("假过访的") and following or f.startswith(("年", "季", "月"), match.start() - 1)):
        return None
    if word == "度":
        code = _scale_of_degrees(f, made)
    if word in ("元", "圆") and following in tuple("旦年月首素件老"):
        return None
    if (
        word in ("米", "克", "升", "桶", "节", "磅", "码", "里", "瓦", "帕", "周", "天", "分")
        and following in tuple("兰罗级高年末边围空然津解钟")
        and following
    ):
        return None
    if word == "里" and following in tuple("程面海昂奥拉约斯亚边") and following:
        return None
    if word == "m" and made.number.scale == 1 and f.startswith(("m2", "m3"), match.start()):
        return None
    return code


def _scale_of_degrees(f: str, made: Piece) -> str:
    scale = TEMPERATURE.search(f, max(0, made.start - 8), made.start)
    if scale:
        made.start = scale.start()
        return "[degF]" if scale[1].startswith("华") else "Cel"
    return "kWh" if "电" in f[max(0, made.start - 8) : made.start] else "deg"


def _dated(f: str, made: Piece) -> bool:
    """Tell whether a number without a unit belongs to a date, a time of day, an address or a name."""
    return CALENDAR.match(f, made.end) is not None or f.startswith("年", made.end)


def _compound(f: str, made: Piece) -> None:
    """Take in what goes on: "一吨半", "五元三毛", "两美元又三美分", "8亿元人民币"."""
    if is_money(made.unit):
        if (named := COUNTRY_AFTER_MONEY.match(f, made.end)) and f[made.end - 1] == "元" and made.unit in ("CNY", "USD"):
            made.unit, made.end = codes("currencies")[named[1] or named[2]], named.end()
        _add_parts(f, made)
    if f.startswith("半", made.end) and made.number.figures is False and not f.startswith(("半年", "半导", "半岛", "半径", "半数"), made.end):
        made.number.low, made.end = made.number.low + Decimal("0.5"), made.end + 1
    for word in ("钱", "人民币"):
        if made.unit == "CNY" and f.startswith(word, made.end):
            made.end += len(word)


def _add_parts(f: str, made: Piece) -> None:
    if f[made.end - 1] == "块" and (tenths := TENTHS.match(f, made.end)):  # "20块5"
        made.number.low, made.end = made.number.low + Decimal(DIGITS.get(tenths[0]) or int(tenths[0])) / 10, tenths.end()
    while match := PART.match(f, made.end):
        word, small = _part_words().match(f, match.end()), number(f, match.start(1))
        if word is None or small is None or small.end != match.end() or word.group() == "分" and f.startswith("分钟", word.start()):
            return
        made.number.low += small.low * Decimal(table()["currency_parts"][word.group()])
        made.end = word.end()


def _per(f: str, made: Piece) -> None:
    """Take in "/吨", "/年", "每公里"."""
    slash = SLASH.match(f, made.end)
    pos = slash.end() if slash else made.end + 1 if f.startswith("每", made.end) and not made.bare else -1
    if pos < 0:
        return
    times = codes("rates_after")
    if match := re.compile(either(times)).match(f, pos):
        made.rate = times[match.group()]
        made.unit, made.end = f"{made.unit}/{made.rate}", match.end()
    elif not made.bare and (unit := unit_pattern().match(f, pos)):
        made.unit, made.end = f"{made.unit}/{units()[unit.group()]}", unit.end()
