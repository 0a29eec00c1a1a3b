"""Dates in Chinese: sentences and what is read in them, in a document of 15 June 2024 (a Saturday)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.values import edtf
from dostyk.values.dates import impossible_dates, misfit_weekdays, read_dates
from dostyk.values.dates.lunar import lunar, qingming

# text → dates with their relation as EDTF, lengths as ISO 8601; "?": a date that cannot be resolved; "-": none
CASES = """
两国于一九九二年一月三日建立外交关系。 → 1992-01-03
二〇一三年九月七日，演讲在纳扎尔巴耶夫大学举行。 → 2013-09-07
代表团2015年8月31日至9月3日访华。 → 2015-08-31/2015-09-03
会议将于2023年10月17日至18日举行。 → 2023-10-17/2023-10-18
2019年9月10日—12日 → 2019-09-10/2019-09-12
论坛于５月１７日至１９日在西安召开 → 2024-05-17/2024-05-19
今年上半年贸易额增长。 → 2024-01/2024-06
前三季度进出口总值 → 2024-01/2024-09
2023年前三季度进出口总值 → 2023-01/2023-09
1-5月，双边贸易额为 → 2024-01/2024-05
2022年1—11月 → 2022-01/2022-11
去年1至8月 → 2023-01/2023-08
第三季度增速放缓 → 2023-07/2023-09
2021年第四季度 → 2021-10/2021-12
今年一季度， → 2024-01/2024-03
比去年同期增长 → ?
2023年1-4月出口增长，比上年同期高 → 2023-01/2023-04; 2022-01/2022-04
上世纪90年代，边境贸易兴起 → 199X
20世纪80年代末 → 198X
二十世纪五六十年代的援建 → 195X/196X
九十年代初两国划定边界 → 199X
1990年代 → 199X
截至2019年底，共有 → 2019-12
截至2022年12月31日 → 2022-12-31
截至今年5月底 → 2024-05
近年来，合作不断深化 → ?
五年来，双方 → 2019-06-15/2024-06-15
近十年来投资翻番 → 2014-06-15/2024-06-15
过去三年 → 2021-06-15/2024-06-15
未来五年内 → 2024-06-16/2029-06-15
三年后，项目建成 → 2027
十年前开始谈判 → 2014
两个月前抵达 → 2024-04
自1992年以来 → 1992/..
自2013年起实施 → 2013/..
从2016年开始 → 2016/..
1992年建交以来 → 1992
到2030年实现碳达峰 → ../2030
力争到2025年底前完成 → ../2025-12
2035年之前 → ../2035
2018年以前 → ../2018
2001年以后 → 2001/..
本月15日在北京签署 → 2024-06-15
上月28日 → 2024-05-28
昨天下午会见 → 2024-06-14
前天抵京 → 2024-06-13
明天上午举行会谈 → 2024-06-16
后天启程回国 → 2024-06-17
今晚举行欢迎晚宴 → 2024-06-15
上周五，部长会见了 → 2024-06-07
下周一将发布 → 2024-06-17
本周三举行 → 2024-06-12
星期四 → 2024-06-13
上个月公布的数据 → 2024-05
下个月将举行 → 2024-07
去年十月底 → 2023-10
去年底 → 2023
2020年初爆发 → 2020
今年年初签署 → 2024
年底前投产 → ../2024-12
2024年春节期间 → 2024-02-10
2023年中秋节 → 2023-09-29
2025年除夕 → 2025-01-28
2022年端午节 → 2022-06-03
今年国庆节 → 2024-10-01
2023年元旦 → 2023-01-01
2021年清明节 → 2021-04-04
农历二〇二〇年闰四月初一 → 2020-05-23
2018年农历八月十五 → 2018-09-24
民国二十六年 → 1937
民国元年元旦 → 1912-01-01
光绪二十一年三月二十三日签订 → 1895-04-17
康熙二十八年 → 1689
令和元年 → 2019
昭和20年 → 1945
公元前138年，张骞出使西域 → -0137
公元751年 → 0751
2月30日 → -
2023年2月29日 → -
2015年4月31日至5月2日 → -
2021年13月5日 → -
2015年的5月 → 2015-05
2015-08-31 → 2015-08-31
2015/8/31 → 2015-08-31
2015.8.31发布 → 2015-08-31
发布时间：2021-03-05 10:20 → 2021-03-05
为期五天的访问 → P5D
历时三年 → P3Y
会谈持续了两个半小时 → PT2.5H
建设周期为两年半 → P2.5Y
有效期六个月 → P6M
半年 → P0.5Y
一年零三个月 → P1Y3M
72小时过境免签 → PT72H
7月上旬 → 2023-07-01/2023-07-10
2024年3月中旬 → 2024-03-11/2024-03-20
去年12月下旬 → 2023-12-21/2023-12-31
2019年9月的第二个星期三 → 2019-09-11
2014—2020年合作规划 → 2014/2020
2014至2016年 → 2014/2016
2016年至2018年间 → 2016/2018
1995-1997年 → 1995/1997
2021、2022和2023年 → 2021; 2022; 2023
2013年和2019年两次访问 → 2013; 2019
2013年和2019年之间 → 2013/2019
2012年5月至2014年3月任大使 → 2012-05/2014-03
2017年11月至次年3月 → 2017-11/2018-03
外交部发言人12日表示 → 2024-06-12
29日，双方签署协议 → 2024-05-29
2018年6月7日，总统抵京。9日，出席峰会。 → 2018-06-07; 2018-06-09
他2010年访华，同年签署协议 → 2010; 2010
2011年动工，次年竣工 → 2011; 2012
3月31日星期日 → 2024-03-31
2024年5月20日（星期一） → 2024-05-20
二零零八年八月八日 → 2008-08-08
九八年 → 1998
08年奥运会 → 2008
21世纪初 → 20XX
二十一世纪 → 20XX
本世纪初 → 20XX
十九世纪七十年代 → 187X
2019年夏天 → 2019-22
今年春季 → 2024-21
2020年下半年 → 2020-07/2020-12
约1960年 → 1960~
1975年前后 → 1975~
目前 → ?
二〇二四年六月十五日于北京 → 2024-06-15
西元2000年 → 2000
臺灣光復於1945年10月25日 → 1945-10-25
週三 → 2024-06-12
三年來 → 2021-06-15/2024-06-15
"""


def pairs() -> list[tuple[str, str]]:
    return [(text, wanted) for text, _, wanted in (line.partition(" → ") for line in CASES.strip().splitlines())]


@pytest.mark.parametrize(("text", "wanted"), pairs(), ids=lambda value: value[:24])
def test_dates(text: str, wanted: str) -> None:
    spans = read_dates(text, "2024-06-15", language="zh")
    assert "; ".join(span.duration or span.interval or "?" for span in spans) == wanted.replace("-", "", wanted == "-")
    assert all(0 <= span.lead <= span.start < span.end <= len(text) for span in spans)


def test_offsets_are_those_of_the_text_as_it_stands() -> None:
    text = "兩國於２０１５年８月３１日簽署協議，自１９９２年以來"
    assert [text[span.start : span.end] for span in read_dates(text, language="zh")] == ["２０１５年８月３１日", "１９９２年以來"]


def test_relations() -> None:
    told = {
        "截至2019年底": "as_of",
        "到2030年": "by",
        "自1992年以来": "since",
        "2018年以前": "before",
        "从2016年起": "from_start",
        "2001年以后": "after",
    }
    assert {text: read_dates(text, language="zh")[0].relation for text in told} == told


def test_what_was_derived_and_from_what() -> None:
    (span,) = read_dates("去年上半年", "2024-06-15", language="zh")
    assert (span.edtf, span.stated, span.derived_from) == ("2023-01/2023-06", "relative:-1Y:half=1", "reference")
    (span,) = read_dates("5月15日", "2024-06-15", language="zh")
    assert (span.edtf, span.stated, span.derived_from) == ("2024-05-15", "XXXX-05-15", "reference")


def test_days_that_lie_ahead() -> None:
    assert [span.edtf for span in read_dates("会议将于20日举行", "2024-06-15", language="zh")] == ["2024-06-20"]
    assert [span.edtf for span in read_dates("会议于20日举行", "2024-06-15", language="zh")] == ["2024-05-20"]


def test_impossible_days_and_weekdays_that_do_not_fit() -> None:
    assert [words for *_, words in impossible_dates("2023年2月30日和2023年3月1日", "zh")] == ["2023年2月30日"]
    assert [words for *_, words in misfit_weekdays("2024年5月20日（星期二）", "zh")] == ["2024年5月20日（星期二）"]
    assert misfit_weekdays("2024年5月20日（星期一）", "zh") == []


def test_the_chinese_calendar() -> None:
    days = [lunar(2024, 1, 1), lunar(2020, 4, 1, leap=True), lunar(2023, 12, -1), qingming(2024)]
    assert [day.edtf if day else None for day in days] == ["2024-02-10", "2020-05-23", "2024-02-09", "2024-04-04"]
    assert lunar(2024, 1, 31) is None
    assert lunar(2024, 5, 1, leap=True) is None
    assert lunar(1500, 1, 1) is None


PIECES = [
    "2015年",
    "8月",
    "31日",
    "至",
    "五",
    "年",
    "前",
    "十",
    "一",
    "今年",
    "上半年",
    "以来",
    "第",
    "季度",
    "、",
    "《",
    "农历",
    "周一",
    "近",
    "个月",
    "。",
    " ",
    "2",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_mixture_gives_valid_dates_in_order(text: str) -> None:
    spans = read_dates(text, "2024-06-15", language="zh")
    assert all(span.edtf is None or edtf.is_valid(span.edtf) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
