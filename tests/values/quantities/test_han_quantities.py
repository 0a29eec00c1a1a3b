"""Quantities in Chinese: sentences and what is read in them."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.values.han import fold, whole
from dostyk.values.quantities import read_quantities

# text → value, unit, bound and statistic of each quantity, "=" before the same amount in another unit; "-": none
CASES = """
双边贸易额达到176.2亿美元，同比增长18%。 → 17620000000 USD exact level; 18 % exact change
进出口总值45.47万亿元 → 45470000000000 CNY exact level
进出口总额23.12万亿元人民币 → 23120000000000 CNY exact level
中方投资超过270亿美元 → 27000000000 USD over level
近6000家企业 → 6000 1 under level
约11200名留学生 → 11200 1 about level
不少于200万吨 → 2000000 t min level
至少30个项目 → 30 1 min level
不超过15天 → 15 d max level
投资额不低于5000万元 → 50000000 CNY min level
500以上 → 500 1 over level
年龄在60岁以下 → 60 a under level
逾10万人次 → 100000 1 over level
近三分之一 → 33.3 % under level
百分之十八 → 18 % exact level
千分之五 → 5 [ppth] exact level
三成以上的企业 → 30 % over level
增长2.3倍 → 2.3 1 exact multiple
翻了一番 → 2 1 exact multiple
翻两番 → 4 1 exact multiple
提高0.8个百分点 → 0.8 {pp} exact change
下降9.3% → 9.3 % exact change
占外贸总值的7.4% → 7.4 % exact share
3万5千人 → 35000 1 exact level
两百三十公里 → 230 km exact level
面积272.49万平方公里 → 2724900 km2 exact level
种植面积387万亩 → 3870000 [mu_cn] exact level
耕地1.2亿公顷 → 120000000 har exact level
每年500万吨 → 5000000 t/a exact level
日均3万人次 → 30000 1/d exact level
年发电量3.87亿千瓦时 → 387000000 kWh/a exact level
装机容量100兆瓦 → 100 MW exact level
总装机3万千瓦 → 30000 kW exact level
输气量300亿立方米 → 30000000000 m3 exact level
零下20摄氏度 → -20 Cel exact level
气温达到39℃ → 39 Cel exact level
20多个国家 → 20 1 over level
十余家企业 → 10 1 over level
百余名代表 → 100 1 over level
上千人参加 → 1000 1 over level
二百三十余万 → 2300000 1 over level
三四十人 → 30/40 1 exact level
五六百万吨 → 5000000/6000000 t exact level
第三大贸易伙伴 → 3 rank exact rank
世界前十 → 10 rank max rank
排名第5位 → 5 rank exact rank
20至30亿美元 → 2000000000/3000000000 USD exact level
5%-8% → 5/8 % exact level
10到15名专家 → 10/15 1 exact level
1亿至2亿元 → 100000000/200000000 CNY exact level
5000万美元（约合3.6亿元人民币） → 50000000 USD exact level = 360000000 CNY
人民币8000元 → 8000 CNY exact level
￥300 → 300 CNY exact level
$20 → 20 USD exact level
1,234.56美元 → 1234.56 USD exact level
１２，０００坚戈 → 12000 KZT exact level
4500亿坚戈 → 450000000000 KZT exact level
卢布兑人民币 → -
300亿日元 → 30000000000 JPY exact level
80万港元 → 800000 HKD exact level
200欧元 → 200 EUR exact level
500英镑 → 500 GBP exact level
每吨650美元 → 650 USD/t exact level
650美元/吨 → 650 USD/t exact level
每桶80美元 → 80 USD/bbl exact level
年产60万吨 → 600000 t/a exact level
120公里/小时 → 120 km/h exact level
时速350公里 → 350 km/h exact level
壹佰贰拾叁元 → 123 CNY exact level
一吨半 → 1.5 t exact level
五元三毛 → 5.3 CNY exact level
一带一路倡议 → -
一些企业 → -
两国关系 → -
一个项目 → -
统一市场 → -
三亚会议 → -
五角大楼 → -
一半以上 → 50 % over share
2015年8月31日 → -
3月5日 → -
下午3点 → -
十分重要 → -
共有26个友好城市 → 26 1 exact level
签署了45份合作文件 → 45 1 exact level
230多项协议 → 230 1 over level
载客量由25000人增至92000人 → 25000 1 exact level; 92000 1 exact level
5架飞机 → 5 1 exact level
最多100人 → 100 1 max level
高达8000米 → 8000 m max level
大于50且小于100 → 50/100 1 exact level
减少38.7万吨二氧化碳 → 387000 t exact level
长1833公里 → 1833 km exact level
人口2000万左右 → 20000000 1 about level
注册资本5亿元左右 → 500000000 CNY about level
1.5倍 → 1.5 1 exact multiple
是2017年的3倍 → 3 1 exact multiple
同比增长超过两成 → 20 % over change
增速高出3.3个百分点 → 3.3 {pp} exact level
4.01兆元人民币 → 4010000000000 CNY exact level
比100大 → 100 1 over level
比 170 低 → 170 1 under level
28列中欧班列 → 28 1 exact level
5.47万标箱 → 54700 {TEU} exact level
三公斤 → 3 kg exact level
二两茶叶 → -
历时5年 → 5 a exact level
七国集团 → -
G20峰会 → -
24小时 → 24 h exact level
华氏温度98.6度 → 98.6 [degF] exact level
4个半小时 → 4.5 h exact level
全国31个省区市 → 31 1 exact level
两万五千里 → 25000 [li_cn] exact level
0.5% → 0.5 % exact level
几十个国家 → -
数十亿美元 → -
超千亿元 → 100000000000 CNY over level
10余万吨 → 100000 t over level
每天两班 → 2 1/d exact level
不到一年 → 1 a under level
近十年 → 10 a under level
三项成果 → 3 1 exact level
"""


def pairs() -> list[tuple[str, str]]:
    return [(text, wanted) for text, _, wanted in (line.partition(" → ") for line in CASES.strip().splitlines())]


@pytest.mark.parametrize(("text", "wanted"), pairs(), ids=lambda value: value[:24])
def test_quantities(text: str, wanted: str) -> None:
    spans = read_quantities(text, "zh")
    told = [
        f"{span.value} {span.unit} {span.bound} {span.statistic}" + (f" = {' '.join(span.alternative)}" if span.alternative else "") for span in spans
    ]
    assert "; ".join(told) == wanted.replace("-", "", wanted == "-")
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_offsets_are_those_of_the_text_as_it_stands() -> None:
    text = "雙邊貿易額超過１７６億美元，增長百分之十八"
    assert [text[span.start : span.end] for span in read_quantities(text, "zh")] == ["超過１７６億美元", "百分之十八"]


def test_spans_that_are_taken_hold_no_quantity() -> None:
    text = "12月5日签署3项协议"
    assert [span.value for span in read_quantities(text, "zh", taken=[(0, 5)])] == ["3"]


def test_fractions_keep_how_they_were_said() -> None:
    (span,) = read_quantities("约三分之二的企业", "zh")
    assert (span.value, span.unit, span.fraction, span.bound) == ("66.7", "%", "2/3", "about")


def test_rates_are_named() -> None:
    (span,) = read_quantities("年产60万吨", "zh")
    assert (span.unit, span.rate) == ("t/a", "a")


def numeral(n: int) -> str:
    """Write a number below 100,000,000 in Chinese numerals."""
    if n >= 10000:
        rest = n % 10000
        return numeral(n // 10000) + "万" + ("零" if 0 < rest < 1000 else "") + (numeral(rest) if rest else "")
    words, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = n // size % 10
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + unit
        gap = not digit
    return words


@given(st.integers(min_value=1, max_value=99_999_999))
def test_numerals_are_read_back(n: int) -> None:
    text = numeral(n)
    found = whole(text, 0)
    assert found is not None
    assert (found.value, found.end) == (Decimal(n), len(text))


@given(st.text(alphabet="〇零一二三四五六七八九十百千万亿兆两廿半多余几点0123456789,.%／分之成倍元美吨第比大小约超 至到-", max_size=24))
def test_any_mixture_is_read_in_order(text: str) -> None:
    spans = read_quantities(text, "zh")
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.start < span.end for span in spans)


def test_folding_keeps_the_length() -> None:
    text = "２０１５年，貳拾億圓　（約）"
    assert len(fold(text)) == len(text)
