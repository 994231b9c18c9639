"""Whether a clause of the head tells who attends the meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.head.fields import HEADS
from drafter.facts.sheet import Words

# 优秀教师168人: who is honoured, and not who attends; 受表彰的45人和家属 attend.
_HONOURED = re.compile(
    r"(?:优秀|先进|模范|标兵|最美|表彰|获奖|授予)(?![一-鿿]{0,4}代表)[^，,、]*\d(?!.*[和及、](?:[一-鿿]{0,4}家属|[一-鿿]{2,6}班子))"
)
# 这次查了48个单位: what a look went over.
_LOOKED_INTO = re.compile(r"(?:[这本上]次|一共|先后|今年)*(?:[查抽看走跑检]|检查|抽查|走访|暗访)了\d")
_COUNTED_BEHIND = re.compile(r"(?:及以上|以上)?(?:共|约|各)?\d*[多余]?[个名位人]{0,2}")
# 来了60人, 到会的有: what leads to those who attend.
_OPENS = re.compile(
    r"来(?:了|的有)?\d+[来多余]?[家名位个人]|(?:参加|到会|参会|与会|到场|出席|[到来]的)(?:的|人员?)?(?:有|是|为)"
)
# 还有30家饭店老板坐后排, 列席28人: the last of those who come.
_AND_MORE = re.compile("还有|另有|以及|外加|列席|旁听")
# 6个项目的开发企业和总包，3家银行，外贸企业21家: so many of somebody, behind others who come.
_SO_MANY = re.compile(
    "\\d+[多余]?[家个名位所](?:(?![没未不已要])[一-鿿、]){2,16}|(?:(?!的)[一-鿿]){2,8}\\d+[多余]?[家名位]"
)
# 各线路工区、桥隧工区、轨道车班 88人: bodies and so many, on a line of the head.
_BODIES = re.compile("[一-鿿]+(?:、[一-鿿]+)+[ \u3000，]?(?:共|约)?\\d+[多余]?[人名位]")
# 中心领导、各科室、9个服务站站长: a list of those who come, on a line of the head.
_LISTED = re.compile(r"(?:[一-鿿\d]{2,16}、){1,12}[一-鿿\d]{2,16}")
_WHOEVER = re.compile(
    "(?:领导|班子|全体|各?科室|部门|负责人|代表|人员|团队|职工|干部|[站队组科班校院厂所]长|书记|主任)(?=、|$)"
)
# What is asked of whoever writes: 归书记那份你写.
_TO_WRITER = ("用", "写", "稿", " 谈", "长谈", "记谈", "讲", "讲话", "说")
# 全县19个乡镇, 辖区36家单位, 档案员现有64名: what there is of somebody, below the head.
_IN_ALL = re.compile(
    r"(?:全(?!体)[一-鿿]{1,2}|[我本][一-鿿]|[县市区镇乡村校院局厂矿]里|辖区)[一-鿿]{0,8}?\d"
    r"|[一-鿿]{0,8}(?:现有|下属|下辖|有)[一-鿿]{0,4}?\d"
)
# An item of a list that has a figure tells who comes only where it says that they come.
_COMES = re.compile("参加|参会|到会|与会|出席|列席|到场|在座|旁听|[来到][听会了]")
# 书记那个稿子你辛苦起一下, 书记要口语, 各位领导: whom a line speaks of or to, and who does not come by it.
_SAID_TO_WRITER = re.compile("稿|^[一-鿿]{0,3}(?:书记|[长总]|主任|领导)要(?!来|到|参)|^各位[一-鿿]{2}$")
_LONGEST = 60
# What stands on one line with those who attend.
_HEAD = ("name", "when", "venue", "attendance")


def tells_attendance(
    text: str, line: int, words: Mapping[str, Sequence[Words]], listed: bool = False
) -> bool:
    """Whether a clause on a ``line`` tells who attends; ``words`` are those of the head, by field.

    ``listed``: it stands in an item of a list.
    """
    attending = words.get("attendance", ())
    head = {each.place.line for key in _HEAD for each in words.get(key, ())}
    counted = _IN_ALL.match(text) or listed and re.search(r"\d", text)
    below = line not in head and not _COMES.search(text)
    if counted and below or _HONOURED.search(text) or _LOOKED_INTO.match(text):
        return False
    beside = bool(attending) and attending[-1].place.line == line
    if _OPENS.match(text) or beside and (_AND_MORE.match(text) or _SO_MANY.fullmatch(text)):
        return True
    if text.endswith(_TO_WRITER) or _SAID_TO_WRITER.search(text):
        return False
    if line in head and _BODIES.fullmatch(text) and not pattern("agenda-verb").search(text):
        return True
    if line in head and _LISTED.fullmatch(text) and len(_WHOEVER.findall(text)) > text.count("、"):
        return True
    if attending and line not in head:
        return _goes_on_with_attendance(text)
    if has_cue("attend", text) and not pattern("agenda-verb").search(text) and len(text) <= _LONGEST:
        return True
    return ("name" in words or bool(attending)) and bool(HEADS.match(text))


def _goes_on_with_attendance(text: str) -> bool:
    """Whether a clause below the line that tells who attends goes on with it: 先进代表.

    收检测公司的钱 tells of a case.
    """
    ends = (found.end() for found in pattern("attend").finditer(text))
    return any(_COUNTED_BEHIND.fullmatch(text, end) for end in ends)
