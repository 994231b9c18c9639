"""What is said for a place or a body that stays unnamed, so that no sentence lacks its subject.

白溪乡由副馆长帮到底 is 有个乡由副馆长帮到底, 霉得最厉害的是白溪乡 is 霉得最厉害的是一个乡.
"""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.around import replaced

# How a body ends, and what it is counted as.
_SORTS = (
    ("[小中大]学|学校", "所学校"), ("卫生院", "家卫生院"), ("医院", "家医院"), ("公司|企业|集团", "家企业"),
    ("科室?", "个科室"),
    ("街道", "个街道"), ("社区", "个社区"), ("小区", "个小区"), ("镇", "个镇"), ("乡", "个乡"),
    ("村", "个村"), ("车间", "个车间"), ("工区", "个工区"), ("班组?", "个班组"), ("队", "个队"),
    ("[局站所矿厂场院园]", "个单位"),
)  # fmt: skip
_OPENS = re.compile("(?:^|(?<=[，。；：])|(?<=[年月日时天后里夜]))\\Z")
_BEHIND = re.compile("(?<=[是在到对给向跟系包盯帮])\\Z")
# 石桥乡河道有沙坝: what is told has a subject of its own.
_ACTS = re.compile(r"(?![、和及与]|的\d|$|(?![没还只也就都])[一-鿿]{2,3}有)")
_ITS_HEAD = re.compile("(?=(?:党[一-鿿]{1,4})?(?:书记|主任|[一-鿿]?[镇乡村校院局站所厂矿科班队]长))")
_ALONE = re.compile("(?=[，。；]|$)")


def stand_in(name: str) -> str:
    """Return what a body is counted as: 个乡 of 白溪乡; "" for a name that does not tell what it is."""
    return next((said for regex, said in _SORTS if re.search(f"(?<=.)(?:{regex})$", name)), "")


def with_stand_in(name: str, text: str, told: bool) -> str:
    """Return a text with what a spared body is in place of its name, where the sentence needs it.

    ``told``: what stands in front of the text has told of it already: 这个乡.
    """
    said = stand_in(name)
    if not said or name not in text:
        return text
    first = f"{'这' if told else '有'}{said}"
    text = replaced(name, text, f"{first}的", _ITS_HEAD, _OPENS)
    text = replaced(name, text, first, _ACTS, _OPENS)
    return replaced(name, text, f"一{said}", _ALONE, _BEHIND)
