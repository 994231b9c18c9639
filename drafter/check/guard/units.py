"""Which units may stand for one another, and which of them measure."""

from __future__ import annotations

from functools import lru_cache

# Units of one row count the same: 18家部门 are 18个部门, 1860万平米 are 1860万平方米.
_ALIKE = (
    ("平方米", "平米", "平方", "㎡"),
    ("立方米", "方", "立方"),
    ("公里", "千米"),
    ("公斤", "千克"),
    ("小时", "时"),
    ("元", "块", "块钱"),
    ("个百分点", "百分点", "点"),
    ("个工作日", "工作日"),
    ("月", "个月"),
    ("周", "星期", "个星期"),
    ("天", "日"),
    ("年", "岁", "周年"),
    ("课时", "节", "学时"),
    ("人", "名", "位", "口"),
    ("户", "家"),
    ("所", "家"),
    ("厂", "家"),
    ("处", "项", "条", "件", "点"),
    ("件", "起", "项", "条", "宗", "例"),
    ("次", "回", "遍", "趟", "场", "轮"),
    ("辆", "台"),
    ("台", "套"),
    ("份", "张", "本"),
    ("栋", "幢"),
    ("镇", "乡"),
    ("条", "道"),
    ("队", "支"),
    ("眼", "口"),
    ("类", "种"),
    ("对", "双"),
    ("人次", "人"),
    ("户次", "户"),
    ("家次", "家"),
)
# What 个 may count as well.
_COUNTED = frozenset(
    "人名位口户家处项条件点座所起宗例辆台套份张本支村镇乡班组道间栋幢场站队眼对双类种批厂矿县款门篇场次"
)
# Units that measure: another one in their place is another fact.
MEASURES = frozenset(
    (
        *("%", "‰", "倍", "度", "℃", "个百分点", "元"),
        *("吨", "公斤", "千克", "克", "亩", "公顷", "米", "公里", "千米"),
        *("平方米", "平方公里", "立方米", "千瓦", "千瓦时"),
        *("秒", "分钟", "小时", "天", "周", "个月", "年", "个工作日"),
    )
)


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _ALIKE:
        for unit in row:
            found.setdefault(unit, set()).update(row)
    for unit in _COUNTED:
        found.setdefault(unit, set()).add("个")
        found.setdefault("个", set()).add(unit)
    return {unit: frozenset(those) for unit, those in found.items()}


def same_unit(one: str, other: str) -> bool:
    """Return whether two units can be of one figure; a figure without one fits any that counts."""
    if one == other:
        return True
    if not one or not other:
        return (one or other) not in MEASURES
    return other in _groups().get(one, ())
