"""Turns months, days, weekdays, holidays and parts of a year in Chinese into what they say."""

from __future__ import annotations

from dataclasses import replace

from dostyk.values.dates.han.guards import begins, ends
from dostyk.values.dates.han.words import pattern, table
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read
from dostyk.values.han import whole

MONTH = r"([0-9]{1,2}|<N>{1,3}) ?月(?!球|亮|饼|薪|台|租|均|刊|报|嫂|票|经)份?"
DAY = r" ?([0-9]{1,2}|<N>{1,3}) ?(日|号)(?!本|语|元|圆|均|常|益|内瓦|报|程|圣|军|方|媒|线|楼|院|馆|召)"
WEEKDAY = r"(?:星期|礼拜|周)([一二三四五六日天])(?!周|本|子)"
BESIDE = rf" ?[,，(]? ?{WEEKDAY}\)?"
LUNAR_DAY = r"(?:初([一二三四五六七八九十])|(廿[一二三四五六七八九]?|卅))日?"
BARE_DAY = (
    r"([一二]十[一二三四五六七八九]?|十[一二三四五六七八九]|三十一?)(?![〇零一二三四五六七八九十百千万亿多余几个名人家次点时分年月元吨米岁天周岁%公])"
)
NO_DAY = Node("day", 99, Node("month", 1))


def number(text: str) -> int:
    """Give a numeral's value, 0 where it is none."""
    found = whole(text, 0)
    return int(found.value) if found and found.end == len(text) else 0


def within(f: str, i: int, base: Node | None) -> Read:
    """Read the part of a year that stands here: a month or day, half, quarter, season, holiday, "前三季度", "1-5月"."""
    found = run(f, i, base) or month(f, i, base) or part_of_year(f, i, base) or feast(f, i, base)
    return found or (picked(f, i, base) if base else None)


def month(f: str, i: int, base: Node | None) -> Read:
    """Read a month with what follows it: a day, a third, a half, a week, its beginning or end."""
    mark = pattern(r"<lunar_marks>").match(f, i)
    i = mark.end() if mark else i
    leap = f.startswith("闰", i)
    match = pattern(MONTH).match(f, i + leap)
    if match is None:
        return _lunar_month(f, i, base)
    n, j = number(match[1]), match.end()
    if lunar := pattern(LUNAR_DAY).match(f, j):
        d = number(lunar[1] or lunar[2])
        return Node("lunar", d, base, "leap" if leap else "", m=n), lunar.end()
    day = pattern("的?" + DAY).match(f, j)
    if mark or leap or base and base.op == "year" and base.unit == "era":
        d, end = (number(day[1]), day.end()) if day else bare_day(f, j)
        return Node("lunar", d, base, "leap" if leap else "", m=n), end
    if not 1 <= n <= 12:
        return (NO_DAY, day.end()) if day else None
    node = Node("month", n, base)
    if day:
        return with_weekday(f, Node("day", number(day[1]) or 99, node), day.end())
    if not match[1].isascii() and (bare := bare_day(f, j))[0] and not f.endswith("份", i, j):
        return Node("day", bare[0], node), bare[1]
    return of_month(f, j, node) or (node, j)


def bare_day(f: str, j: int) -> tuple[int, int]:
    """Read a day in Chinese numerals without 日: "八月十五"."""
    match = pattern(BARE_DAY).match(f, j)
    return (number(match[1]), match.end()) if match else (0, j)


def _lunar_month(f: str, i: int, base: Node | None) -> Read:
    match = pattern(r"(<lunar_months>)").match(f, i)
    if match is None:
        return None
    n, j = table()["lunar_months"][match[1]], match.end()
    day = pattern(LUNAR_DAY).match(f, j)
    if day:
        return Node("lunar", number(day[1] or day[2]), base, m=n), day.end()
    d, end = bare_day(f, j)
    return Node("lunar", d, base, m=n), end


def of_month(f: str, j: int, node: Node) -> Read:
    """Read what is picked from a month: "上旬", "上半月", "第二周", "最后一个星期一", "前三天", "底"."""
    if match := pattern(r"的?(<tens>)").match(f, j):
        return Node("nth", table()["tens"][match[1]], node, "E"), match.end()
    if match := pattern(r"的?([上下前后])半个?月").match(f, j):
        return Node("half", 1 if match[1] in "上前" else 2, node), match.end()
    if found := picked(f, j, node):
        return found
    match = pattern(r"的?(初|中|末|底|月初|月中|月底|月末)").match(f, j)
    if match and ends(f, match[1], match.end()) and not (match[1] == "中" and f[match.end() : match.end() + 1].isalnum()):
        name = table()["year_parts"].get(match[1]) or table()["parts"][match[1]]
        return Node("part", base=node, unit=name), match.end()
    return None


def picked(f: str, j: int, node: Node) -> Read:
    """Read the days and weeks that are counted in a month or year: "第二周", "最后一个星期一", "前三天"."""
    if match := pattern(r"的?(?:第([0-9]|<N>)|(最后一))个?(?:(?:星期|礼拜|周)([一二三四五六日天])|(周末)|(星期|礼拜|周)|(天))").match(f, j):
        unit = weekday(match[3]) if match[3] else "S" if match[4] else "W" if match[5] else "D"
        return (Node("last", 1, node, unit) if match[2] else Node("nth", number(match[1]), node, unit)), match.end()
    if match := pattern(r"的?(?:[前头]([0-9]{1,2}|<N>)|最后([0-9]{1,2}|<N>))(天|周)").match(f, j):
        return Node("first" if match[1] else "last", number(match[1] or match[2]), node, "D" if match[3] == "天" else "W"), match.end()
    return None


def weekday(letter: str) -> str:
    """Give the number of a weekday, Monday "1"."""
    return str("一二三四五六日天".index(letter) + 1).replace("8", "7")


def with_weekday(f: str, node: Node, end: int) -> Read:
    """Take in the weekday beside a day."""
    match = pattern(BESIDE).match(f, end)
    if match is None or f[end : end + 1] == "(" and not match.group().endswith(")"):
        return node, end
    return replace(node, m=int(weekday(match[1]))), match.end()


def run(f: str, i: int, base: Node | None) -> Read:
    """Read months, quarters or days of which the last alone has its unit: "1-5月", "三、四月", "一至三季度", "七八月"."""
    joint = r" ?(?:至|到|[-–—―~]{1,2}|、) ?"
    if match := pattern(rf"([0-9]{{1,2}}|<N>{{1,2}}){joint}([0-9]{{1,2}}|<N>{{1,2}}) ?月(?:份|间)?(?! ?(?:[0-9]|<N>){{1,3}}[日号])").match(f, i):
        low, high = number(match[1]), number(match[2])
        if 1 <= low < high <= 12 and ("、" not in match.group() or high == low + 1):
            return Node("span", 1, Node("month", low, base), other=Node("month", high, base)), match.end()
        if 1 <= high < low <= 12 and "、" not in match.group():
            return Node("span", 1, Node("month", low, base), other=Node("month", high)), match.end()
    if match := pattern(r"([三四五六七八])([四五六七八九])月(?:份|间)?").match(f, i):
        low, high = number(match[1]), number(match[2])
        if high == low + 1:
            return Node("span", 1, Node("month", low, base), other=Node("month", high, base)), match.end()
    if match := pattern(rf"第?([1-4一二三四])(?:季度)?{joint}第?([1-4一二三四])季度").match(f, i):
        low, high = number(match[1]), number(match[2])
        if low < high and ("、" not in match.group() or high == low + 1):
            return Node("span", 1, Node("quarter", low, base), other=Node("quarter", high, base)), match.end()
    return None


def part_of_year(f: str, i: int, base: Node | None) -> Read:
    """Read a half, a quarter, the first so many months or quarters, a season, the beginning or end of a year."""
    if match := pattern(r"([上下前后])半年(?:度)?").match(f, i):
        return (Node("half", 1 if match[1] in "上前" else 2, base), match.end()) if base or begins(f, i) else None
    if match := pattern(r"第?([1-4一二三四])季(?:度|(?!节|风|铁|军|候|子|[0-9]))").match(f, i):
        return Node("quarter", number(match[1]), base), match.end()
    if match := pattern(r"[前头](<COUNT>)(个季度|季度|个月|月(?!份))").match(f, i):
        n = number(match[1])
        if n and (base or begins(f, i)):
            return Node("first", n, base, "Q" if "季" in match[2] else "M"), match.end()
    if (match := pattern(r"(?:最后|后)(<COUNT>)(个季度|个月)").match(f, i)) and base and (n := number(match[1])):
        return Node("last", n, base, "Q" if "季" in match[2] else "M"), match.end()
    match = pattern(r"(<seasons>)").match(f, i)
    if match and ends(f, match[1], match.end()) and (base or len(match[1]) > 1 and match[1] != "金秋"):
        return Node("season", table()["seasons"][match[1]], base), match.end()
    return _end_of_year(f, i, base)


def _end_of_year(f: str, i: int, base: Node | None) -> Read:
    if base is None:
        match = pattern(r"(<year_parts>)").match(f, i)
        if (
            match is None
            or not begins(f, i)
            or not ends(f, match[1][-1], match.end())
            or f[i - 1 : i] in tuple("0123456789一二三四五六七八九十两半每")
            and i
        ):
            return None
        year = match[1][0] in "年岁"
        return Node("part", base=Node("relative", unit="Y" if year else "M", source="reference"), unit=table()["year_parts"][match[1]]), match.end()
    match = pattern(r"(<parts>)").match(f, i)
    if match is None or not ends(f, match[1], match.end()) or match[1] == "中" and f[match.end() : match.end() + 1].isalnum():
        return None
    return Node("part", base=base, unit=table()["parts"][match[1]]), match.end()


def feast(f: str, i: int, base: Node | None) -> Read:
    """Read a holiday: of a fixed day, of the Chinese calendar, or Qingming."""
    if match := pattern(r"(<holidays>)").match(f, i):
        m, d = table()["holidays"][match[1]].split("-")
        return (Node("day", int(d), Node("month", int(m), base)), match.end()) if ends(f, match[1], match.end()) else None
    if match := pattern(r"(<lunar_holidays>)").match(f, i):
        month, day = table()["lunar_holidays"][match[1]].split("-", 1)
        return Node("lunar", int(day), base, "" if base and base.unit == "era" else "solar", m=int(month)), match.end()
    if match := pattern(r"(<weekday_holidays>)").match(f, i):
        m, week, letter = table()["weekday_holidays"][match[1]].split("-")
        return Node("nth", int(week), Node("month", int(m), base), letter), match.end()
    match = pattern(r"(?:<terms>)").match(f, i)
    return (Node("qingming", 0, base), match.end()) if match else None
