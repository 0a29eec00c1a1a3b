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
中国连续多年保持哈第一大贸易伙伴地位 → 1 rank exact rank
2023年双边贸易额达410亿美元，同比增长32%，创历史新高 → 41000000000 USD exact level; 32 % exact change
其中，出口247亿美元，增幅达49.5% → 24700000000 USD exact level; 49.5 % exact change
对华直接投资存量突破2亿美元 → 200000000 USD over level
中哈原油管道累计输油1.6亿吨 → 160000000 t exact level
货运量首次超过2800万吨 → 28000000 t over level
两国间已建立27对友好城市关系 → 27 1 exact level
在哈留学生约2000名 → 2000 1 about level
项目总投资近13亿元人民币 → 1300000000 CNY under level
安装40台单机容量2.5兆瓦的风机 → 40 1 exact level; 2.5 MW exact level
年均节约标准煤11万吨 → 110000 t/a exact level
减排二氧化碳29.7万吨 → 297000 t exact level
全长8445公里，途经10余个城市 → 8445 km exact level; 10 1 over level
占全市面积的三分之二 → 66.7 % exact share
税率由10%降至5% → 10 % exact level; 5 % exact level
票价每人200坚戈 → 200 KZT exact level
每平方米售价1.2万元 → 12000 CNY/m2 exact level
1美元约合450坚戈 → 1 USD exact level; 450 KZT about level
同比下降近两成 → 20 % under change
比上年增加15.6万人 → 156000 1 exact level
增长至原来的三倍 → 3 1 exact multiple
扩大到1.8倍 → 1.8 1 exact multiple
人均GDP超过1.3万美元 → 13000 USD over level
海拔3000至5000米 → 3000/5000 m exact level
温度在-40℃到45℃之间 → -40/45 Cel exact level
投资额在5亿元以上的项目有12个 → 500000000 CNY over level; 12 1 exact level
贷款期限15年，年利率2% → 15 a exact level; 2 % exact level
500千伏输电线路 → 500 kV exact level
年处理原油600万吨 → 6000000 t/a exact level
直接创造就业岗位3000多个 → 3000 1 over level
受训学员逾千人次 → 1000 1 over level
共有50余家初创企业参展 → 50 1 over level
日发电量240万度 → 2400000 kWh/d exact level
一万余名游客 → 10000 1 over level
仅有三家公司 → 3 1 exact level
排在全球第17位 → 17 rank exact rank
前五大投资来源国 → 5 rank max rank
不足百人 → 100 1 under level
最高温度38度 → 38 deg exact level
二十五万四千平方米 → 254000 m2 exact level
10至15个工作日 → 10/15 1 exact level
从2.5万人次增加到9.2万人次 → 25000 1 exact level; 92000 1 exact level
贸易顺差扩大37.2% → 37.2 % exact change
三百六十五天 → 365 d exact level
百分之六十以上 → 60 % over level
超七成受访者 → 70 % over level
每天开行12列 → 12 1/d exact level
占比提高1.5个百分点至27.3% → 1.5 {pp} exact change; 27.3 % exact level
24万余千瓦时 → 240000 kWh over level
投资2000亿卢布 → 200000000000 RUB exact level
4.5万亿坚戈（约100亿美元） → 4500000000000 KZT exact level = 10000000000 USD
数百家企业 → -
第十四届会议 → 14 1 exact level
降低3到5个百分点 → 3/5 {pp} exact change
车速不得超过每小时120公里 → 120 km/h max level
一次会议 → -
八个部门 → 8 1 exact level
两万名 → 20000 1 exact level
半数以上代表 → 50 % over share
铁路运量同比增长1.2倍 → 1.2 1 exact multiple
哈方对华出口原油1200万吨，同比下降6.5% → 12000000 t exact level; 6.5 % exact change
进口额为55.8亿美元，是去年同期的1.6倍 → 5580000000 USD exact level; 1.6 1 exact multiple
全年接待外国游客逾70万人次 → 700000 1 over level
新增就业岗位不少于1500个 → 1500 1 min level
电站年均上网电量1.2亿度 → 120000000 kWh/a exact level
项目占地350亩 → 350 [mu_cn] exact level
仓库面积达6.8万平方米 → 68000 m2 exact level
口岸日通行能力由200辆提升至1000辆 → 200 1 exact level; 1000 1 exact level
运输时间缩短至12天 → 12 d exact level
运费降低约30% → 30 % about change
关税减免幅度最高达15% → 15 % max level
合作区总面积5.6平方公里，其中中方3.43平方公里 → 5.6 km2 exact level; 3.43 km2 exact level
来自16个国家的300余名代表出席 → 16 1 exact level; 300 1 over level
奖学金名额从80个增加到150个 → 80 1 exact level; 150 1 exact level
两家企业签约，金额2.3亿元 → 2 1 exact level; 230000000 CNY exact level
跻身全球前二十 → 20 rank max rank
位列全国第八 → 8 rank exact rank
中国最大的贸易伙伴之一 → -
贷款总额不超过100亿元人民币 → 10000000000 CNY max level
人均收入约为9800美元 → 9800 USD about level
煤炭价格每吨上涨50元 → 50 CNY/t exact level
每公斤售价25元左右 → 25 CNY/kg about level
汇率为1元人民币兑65坚戈 → 1 CNY exact level; 65 KZT exact level
石油日产量180万桶 → 1800000 bbl/d exact level
天然气年供应量100亿方 → 10000000000 1 exact level
输电线路全长1200余公里 → 1200 km over level
海拔4000多米 → 4000 m over level
最低气温-35℃ → -35 Cel exact level
平均年龄32.5岁 → 32.5 a exact level
占比由12%升至18% → 12 % exact share; 18 % exact level
市场份额超过四分之一 → 25 % over share
三分之二以上的议员 → 66.7 % over level
增长近两倍 → 2 1 under multiple
减少了一半 → 50 % exact share
提高五成 → 50 % exact change
一二期工程 → -
四五百人 → 400/500 1 exact level
七八个项目 → 7/8 1 exact level
3至5年 → 3/5 a exact level
15%~20% → 15/20 % exact level
介于100和200之间 → 100/200 1 exact level
总投资额约合20亿欧元 → 2000000000 EUR about level
400万英镑的赠款 → 4000000 GBP exact level
15亿卢布贷款 → 1500000000 RUB exact level
新台币三百億元 → 30000000000 TWD exact level
逾5,000名師生 → 5000 1 over level
叁佰万元整 → 3000000 CNY exact level
二十四小时 → 24 h exact level
零点五个百分点 → 0.5 {pp} exact level
千亿级市场 → -
数百万吨 → -
几千名工人 → -
上百家企业 → 100 1 over level
近千名学生 → 1000 1 under level
第六次部长级会议 → 6 1 exact level
十分钟车程 → 10 min exact level
三十年如一日 → 30 a exact level
一百零八将 → -
两国四方 → -
五百强企业 → -
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
同比分别增长7.7%、2.9%和2% → 7.7 % exact change; 2.9 % exact change; 2 % exact change
多达2600余家 → 2600 1 over level
建交30周年 → -
2024中国国际友好城市大会 → -
上一次会晤 → -
5个以内 → 5 1 max level
-5到5 → -5/5 1 exact level
三又二分之一 → 3.5 1 exact level
比分为3比1 → -
万分之三 → 0.03 % exact level
速度50km/h → 50 km/h exact level
20块5 → 20.5 CNY exact level
不得超过每小时120公里 → 120 km/h max level
总投资4.52万亿元(人民币,下同) → 4520000000000 CNY exact level
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
