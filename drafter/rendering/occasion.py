"""What the name of a meeting tells: the level of its place, and the field of work it is about."""

from __future__ import annotations

import re

from drafter.parameters import Meeting

# 2025年全市…… names a level; a place in front of the name does as well.
LEVEL = "(?:[省市县区乡镇]|街道)"
WHOLE = rf"(?:全{LEVEL}|\d{{4}}年(?:度)?)"
# How places end, and the words that end or begin with the same character: 城市更新 is about no place
# called 城, 城乡建设 about none called 城乡.
PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?:"
    r"(?<!节)省(?!级)|(?<![城都超上门股楼菜集夜早批])市(?![场政容民级])|县(?![域城级乡])"
    r"|(?<![社园校库景片小灾牧山林湖城郊地辖老新发范护贸特能业作验聚置厂矿疫战禁专])区(?![域划级])"
    r"|(?<![城家下返水侨])乡(?![村镇亲土贤])|(?<![小城乡村集])镇(?![域村])|街道)"
)
OCCASION = "(?:部署|动员|推进|专题|电视电话|视频|现场|观摩|调度|座谈|总结|表彰|警示教育|启动|誓师|交流)"
# 全市安全生产工作会议 is about 安全生产工作; 全市总结表彰大会 does not say what about.
FIELD = re.compile(
    rf"{WHOLE}*+(?!{OCCASION}+(?:会议|大会|会))(?P<field>.+?)"
    rf"{OCCASION}*(?:会议|大会|会|调研(?:活动)?)"
)


def level_of(name: str | None) -> str | None:
    """Return the level that the name of a meeting or a region tells (市 for 云州市), or None."""
    text = name or ""
    place = PLACE.match(text)
    found = (
        re.match(rf"{WHOLE}*?全({LEVEL})", text)
        or re.fullmatch(rf".+?({LEVEL})", text)
        or (place and re.fullmatch(rf".+?({LEVEL})", place[0]))
    )
    return found[1] if found else None


def field_of(meeting: Meeting) -> str:
    """Return the field of work that the name of ``meeting`` tells, "" where it tells none."""
    name = meeting.name.removeprefix(meeting.region or "")
    place = PLACE.match(name)
    found = FIELD.fullmatch(name[place.end() :] if place else name)
    return found["field"] if found else ""
