"""Whom and what a sentence brings on the scene: nobody and nothing that the sheet does not have.

A sentence on a subsidy that speaks of shopkeepers is false where households get it.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Words of a sentence, and the words of which the sheet has one where it may name them.
_SCENE: tuple[tuple[str, str], ...] = (
    ("店家|店主|掌柜|商户|摊主", "店|商户|摊|餐饮|门面|市场|夜市|经营|个体"),
    ("校长|园长", "校长|园长"),
    ("学生|同学", "学生|同学|中学|小学|学校|学院|大学|校园|毕业|招生|班"),
    ("家长", "家长|家校|学生|孩子|中学|小学|学校|幼儿|学院|托育"),
    ("病人|患者", "病人|患者|医院|卫生院|门诊|住院|护理|手术|医生|诊|医保|卫生|救护|药|血"),
    ("手上的针|翻身、喝水", "病区|病房|输液|打针"),
    ("柜台外头", "窗口|大厅|柜台|门诊"),
    ("护士", "护士|护理|病区|医院|卫生院"),
    ("农户|庄稼|种地|田头|地头", "农|村|亩|田|粮|种|茶|果|菜|秸|乡|镇"),
    ("物业", "物业|小区|业委会|业主|楼盘|家属院|住宅"),
    ("骑手", "骑手|外卖|快递|配送|网约|快送"),
    ("业主", "业主|物业|小区|楼|电梯|住宅|总包|工程|房"),
    ("楼上|楼下|楼道|楼里|栋楼", "楼|小区|栋|层|公寓|宿舍|电梯|住户|居民|单元|社区|家属院|火|院"),
    ("房东|租户|租客", "房东|租|出租|小区|社区|楼|火|店"),
    ("司机|驾驶员", "司机|驾驶|车|运输|客运|公交|出租|路"),
    ("搬了家|搬家|住了半辈子|老屋", "搬|拆|房|安置|回迁|征收|棚改|屋|撤离|转移"),
    ("坟", "坟|殡|墓|祭|火"),
    ("井下|巷道|顶板|掌子面|下井", "井|矿|巷|煤"),
    ("游客|客人", "游客|景|旅|客|酒店|民宿|节|接待|餐"),
    ("青壮", "青壮|劳力|民兵|应急队|演练|转移"),
    ("骗子", "骗|诈"),
    (
        "孩子就是这样教|孩子的变化|把孩子交到|孩子们",
        "孩子|娃|家长|中学|小学|幼|儿童|少年|托育|年级|班主任|教育局|校车|溺水|学位|入学|父母",
    ),
    ("床位|哪一床", "床|病|护理|宿舍|养老|寝"),
    ("图纸", "图纸|工程|施工|项目|设备|机|厂|装"),
    ("教室|操场|学什么", "校|学生|同学|教"),
    ("码头", "码头|船|渡|港"),
    ("田头|田尾|种田", "田|农|粮|种|村|地块|亩"),
    ("迎头", "迎头|掘|井下|巷|采"),
    ("耳标|圈里", "猪|牛|羊|畜|禽"),
    ("真金白银", "投资|招商|项目|开工|签约|园区|落户|投产"),
    ("不方便是", "施工|封|停|绕|改造|马拉松|拆|修|围挡|工地"),
    ("提起这个地方", "校友|校庆|周年|返乡|乡贤|老乡|同乡"),
    ("想吃什么|年轻的时候", "养老|敬老|重阳|助餐|老年|退休|老人家|老干部|留守|独居|高龄"),
)


@lru_cache(maxsize=1)
def _scene() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(said), re.compile(had)) for said, had in _SCENE)


@lru_cache(maxsize=4096)
def _brought_in(text: str) -> tuple[re.Pattern[str], ...]:
    """Return for each that a sentence brings in, the words of which the sheet must have one."""
    return tuple(had for said, had in _scene() if said.search(text))


def is_on_scene(text: str, sheet: str) -> bool:
    """Whether the words of a ``sheet`` have everybody and everything that a sentence names."""
    return all(had.search(sheet) for had in _brought_in(text))
