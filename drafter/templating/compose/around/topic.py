"""What a meeting is about, as its name tells it."""

from __future__ import annotations

from itertools import takewhile

from drafter.facts import patterns as re
from drafter.facts.head.body import without_bodies
from drafter.facts.people.audiences import are_people
from drafter.templating.compose.material import Material

# A subject of fewer signs tells nothing, of more it is no heading.
SHORTEST_SUBJECT, LONGEST_SUBJECT = 4, 14
# What kind of meeting it is, at the end of its name, is no part of what it is about.
_KIND = re.compile(
    "暨?(?:(?:工作)?(?:部署|推进|调度|动员|座谈|专题|总结|(?<=安全)办公|(?<=生产)办公|(?<=质量)办公|表[彰扬]|颁奖|签约|警示(?:教育)?|现场|分析|协调|讲评|誓师|例|视频|电视电话){0,6}"
    "(?:大会|会议?|仪式))?$"
)
_WHEN = re.compile(r"^(?:20\d\d年度?)?(?:[上下]半年|第?[一二三四]季度|[春秋冬夏]季(?=开学)|年度)?")
# 降本增效暨二季度生产: of when the second thing is, nothing is told.
_WHEN_BEHIND = re.compile("(?<=暨)(?:[上下]半年|第?[一二三四]季度|年度)")
_FORM = re.compile("(?:工作|安排|专项行动|专项|重点|“[^“”]{1,20}”|教职工|骨干|(?<=..)问题|的){1,6}$")
_NO_SUBJECT = re.compile(
    r"[“”\d]|[和暨、]$|年[中初末底]|居民|村民|代表|职工|半年|开[工学馆]|警示|表彰|表扬|座谈|述职|党课|总结|系统|领域|专题|调度|约谈|扩大|党[组委]|[院校局]务|^专项|企业?$"
)


def topic_of(material: Material) -> str:
    """Return what the meeting is about, by its name: 防汛备汛."""
    return _WHEN_BEHIND.sub("", without_bodies(_KIND.sub("", material.meeting)))


def subject_of(material: Material) -> str:
    """Return what the meeting is about in a few words, 独居老人探访关爱; "" where its name tells none."""
    topic = _WHEN.sub("", topic_of(material))
    # 开学暨校园食品安全: of two things, the one that is a subject; both where there is room.
    sides = (_FORM.sub("", _WHEN.sub("", side)) for side in (topic, *topic.split("暨")))
    told = takewhile(lambda side: "“" not in side, sides)
    return next((side for side in told if _is_subject(side)), "")


def matter_of(material: Material) -> str:
    """Return the subject of the meeting, else the rest of its name: 质量 of 三季度质量分析会; or ""."""
    return subject_of(material) or _WHEN.sub("", topic_of(material)) if material.meeting else ""


def _is_subject(topic: str) -> bool:
    fits = SHORTEST_SUBJECT <= len(topic) <= LONGEST_SUBJECT
    return fits and not (_NO_SUBJECT.search(topic) or are_people(topic))
