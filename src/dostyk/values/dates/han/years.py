"""Turns years, decades and centuries in Chinese into what they say."""

from __future__ import annotations

from dostyk.values.dates.han.guards import begins, ends
from dostyk.values.dates.han.words import pattern, table
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read
from dostyk.values.han import digits, whole

YEAR = r"(?:(公元前|公元|西元前|西元) ?)?([0-9]{1,4}|<N>{1,4}) ?年(?!代|级|[^\S\n]?历史|的历史|文明|制|生(?!产))(?:度(?!假|过)|份)?(?:全年)?"
PLAIN = r"([0-9]{4}|[〇零一二三四五六七八九]{4})"
SHORT = r"([0-9]{2}|[〇零一二三四五六七八九]{2}) ?年"
ERA = r"(<eras>)(元|[0-9]{1,3}|<N>{1,3}) ?年"
WORD = r"(?:(<years>)|(<years_before>))(?:全年|度(?!假|过))?"
CENTURY = r"(?:(公元前|西元前|公元|西元)?([0-9]{1,2}|<N>{1,3}) ?世纪|(上个?世纪|本世纪))"
DECADE = r"的?([0-9])0年代|的?([一二三四五六七八九])十年代"
NO_YEAR = Node("day", 99, Node("month", 1))
FISCAL = r"([0-9]{4})[-/—–]([0-9]{2}|[0-9]{4}) ?(?:<fiscal>|年度)"


def year(f: str, i: int) -> Read:
    """Read a year: "2015年", "二〇一五年", "去年", "民国三年", "康熙二十年", "公元前221年"."""
    return _worded(f, i) or _era(f, i) or _figures(f, i) or _short(f, i)


def _worded(f: str, i: int) -> Read:
    match = pattern(WORD).match(f, i)
    if match is None or not begins(f, i):
        return None
    if word := match[1]:
        return Node("relative", table()["years"][word], unit="Y", source="reference"), match.end()
    n = table()["years_before"][match[2]]
    return Node("relative", n, unit="Y", source="either" if n < 0 else "context"), match.end()


def _era(f: str, i: int) -> Read:
    """Read a year of a reign or of the Republic; a year that the reign did not have is none."""
    match = pattern(ERA).match(f, i)
    if match is None:
        return None
    n = 1 if match[2] == "元" else _count(match[2])
    before, last = (int(part) for part in table()["eras"][match[1]].split())
    if not n or n > 200:
        return None
    return Node("year", before + n, unit="era" if last < 1912 else "") if before + n <= last else NO_YEAR, match.end()


def digits_of(numeral: str) -> int:
    """Give the value of one numeral."""
    return digits(numeral) or 0


def _count(text: str) -> int | None:
    found = whole(text, 0)
    return int(found.value) if found and found.end == len(text) else None


def _figures(f: str, i: int) -> Read:
    if match := pattern(r"[两二]千零([一二三四五六七八九])年(?!代|来|前|后|的?历史)").match(f, i):
        return Node("year", 2000 + digits_of(match[1])), match.end()
    if match := pattern(PLAIN + "(?:(?=至今|迄今)|<fiscal>)").match(f, i):
        n = digits(match[1])
        return (Node("year", n), match.end()) if n and 1000 <= n <= 2299 else None
    match = pattern(YEAR).match(f, i)
    if match is None:
        return None
    n = digits(match[2]) if match[2].isascii() or len(match[2]) > 1 and not set(match[2]) & set("十廿卅") else _count(match[2])
    if n is None or not match[1] and not (len(match[2]) == 4 and 1000 <= n <= 2299):
        return None
    return Node("year", 1 - n if match[1] and match[1].endswith("前") else n), match.end()


def _short(f: str, i: int) -> Read:
    """Read "08年", "九八年", and any two figures before a month; up to 49 they are of this century."""
    match = pattern(SHORT).match(f, i)
    n = digits(match[1]) if match else None
    if match is None or n is None or f.startswith("代", match.end()):
        return None
    figures = match[1].isascii()
    month = pattern(r" ?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月").match(f, match.end())
    clear = n < 10 if figures else n < 10 or n >= 50 and n % 10 != n // 10 + 1
    return (Node("year", n + (2000 if n < 50 else 1900)), match.end()) if month or clear else None


def years(f: str, i: int) -> Read:
    """Read years of which the first has no 年: "2014-2016年", "1995至1997年", "2015/2016财年", "（1992—2022）"."""
    if match := pattern(FISCAL).match(f, i):
        first, last = int(match[1]), int(match[2])
        last = last if last > 99 else first // 100 * 100 + last
        return (Node("years", first, m=last), match.end()) if first + 1 == last else None
    match = pattern(PLAIN + r" ?(?:至|到|[-–—―~]{1,2}) ?" + PLAIN + r"( ?年(?!代)(?:度|间|期间)?)?").match(f, i)
    if match is None:
        return None
    first_year, last_year = digits(match[1]), digits(match[2])
    if first_year is None or last_year is None or not 1000 <= first_year < last_year <= 2299:
        return None
    bare = not match[3] and (f[i - 1 : i].isalnum() or not first_year >= 1800 or f[match.end() : match.end() + 1].isalnum() and f.isascii())
    if bare or not match[3] and f[match.end() : match.end() + 1] in tuple("0123456789个名家万亿元人吨米.%-"):
        return None
    return Node("years", first_year, m=last_year), match.end()


def listed_year(f: str, i: int) -> Read:
    """Read a year of a list whose last one alone has 年: "2014、2015和2016年"."""
    match = pattern(PLAIN + r"(?= ?(?:、|和|与|及|以及|或) ?(?:[0-9]{4} ?(?:、|和|与|及) ?){0,5}[0-9]{4} ?[两三四五]?年)").match(f, i)
    if match is None and f[i - 1 : i] in tuple("、和与及") and i:
        match = pattern(PLAIN + "(?= ?[两三四五]年)").match(f, i)
    n = digits(match[1]) if match else None
    return (Node("year", n), match.end()) if match and n and 1000 <= n <= 2299 else None


def decade(f: str, i: int) -> Read:
    """Read "上世纪90年代", "二十世纪八十年代", "1990年代", "90年代", and a century alone."""
    if match := pattern(r"([0-9]{3})0 ?年代").match(f, i):
        return Node("decade", int(match[1]) * 10), match.end()
    century = pattern(CENTURY).match(f, i)
    end = century.end() if century else i
    if match := pattern(r"的?([二三四五六七八1-8])(?:[十0](?:年代)?)?(?:至|到|、|[-–—―~])?([三四五六七八九2-9])[十0]年代").match(f, end):
        low, high = _tens(match[1]), _tens(match[2])
        if low < high and (not century or not century[3]):
            n = (digits(century[2]) if century[2].isascii() else _count(century[2])) if century else 20 if low >= 20 else 21
            first, last = Node("decade", ((n or 20) - 1) * 100 + low), Node("decade", ((n or 20) - 1) * 100 + high)
            return Node("span", base=first, other=last), match.end()
    match = pattern(DECADE).match(f, end)
    if match is None or century is None and f.startswith("的", i):
        return _century(f, i)
    tens = (int(match[1]) if match[1] else "一二三四五六七八九".index(match[2]) + 1) * 10
    if century is None:
        return (Node("decade", (1900 if tens >= 30 else 2000) + tens), match.end()) if tens >= 10 else None
    if century[3]:
        return Node(
            "part", base=Node("relative", -1 if century[3][0] == "上" else 0, unit="C", source="reference"), n=tens, unit="decade"
        ), match.end()
    n = digits(century[2]) if century[2].isascii() else _count(century[2])
    return (Node("decade", (n - 1) * 100 + tens), match.end()) if n and not (century[1] or "").endswith("前") else None


def _tens(numeral: str) -> int:
    return 10 * (_count(numeral) or 0)


def _century(f: str, i: int) -> Read:
    match = pattern(CENTURY).match(f, i)
    if match is None or not ends(f, match.group(), match.end()) or match[3] and not begins(f, i):
        return None
    if match[3]:
        return Node("relative", -1 if match[3][0] == "上" else 0, unit="C", source="reference"), match.end()
    n = digits(match[2]) if match[2].isascii() else _count(match[2])
    if not n or f[i - 1 : i] in tuple("半个") or n > 30:
        return None
    return Node("century", -n if (match[1] or "").endswith("前") else n), match.end()
