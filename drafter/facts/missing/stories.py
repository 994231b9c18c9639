"""What somebody left undone in a story, which leaves nothing for the office to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.missing.blank_names import is_named

# 接班员没核对, 交接本上没写: what somebody left undone in a story.
_LEFT_UNDONE = re.compile(
    "(?:员|[班段工队组站]长|司机|保安|护士|医生|师傅|老师|[司电焊钳瓦]工|门卫|[他她]们?|自己|[一-鿿](?:本|簿|日志|台账|记录)上?)"
    "[也都就]?[没未](?:有)?(?:写|报|答|核|核对|问|签|签字|查|说|填|记|上报|报告)(?:上|过)?"
)


# 其余是煎法没写: the parts of what was counted.
_PART_OF_ALL = re.compile("(?:其余|其[他它]|剩下的?|一半|一部分|有的|有些|多数|大多|大半)(?:都|也)?[是说]")
# 机电说没收到单子, 一半是说没人接电话
_SAYS_NOT = re.compile(
    "^[一-鿿]{1,6}(?<!没)说(?:是|他们|自己|他|她)?(?:从来)?没(?:有)?(?![定批准数谱报回答给下出说拿])"
)


def is_of_story(text: str) -> bool:
    """Whether a clause tells what somebody left undone, which leaves nothing open: 交接本上没写."""
    undone = _LEFT_UNDONE.search(text)
    whole = undone is not None and undone.end() == len(text)
    told = whole or _SAYS_NOT.search(text) is not None or _PART_OF_ALL.match(text) is not None
    return told and not pattern("question").search(text)


# 三层写成两层，加盖的一层没写: what a paper leaves out of what is so.
_NOT_ON_PAPER = re.compile("[^，]{2,}(?<![还也都])[没未](?:有)?(?P<does>[写记填登录画标签])(?:上|进去)?")
# How a paper was made; what a look at it found stands in the same sentence.
_ON_PAPER = re.compile(
    "[写填记抄补画登][成了]|照着?[^，]{0,8}[抄填写]|[写填记抄补画登签编造]的|(?:发现|查[出到])[^，]*[漏错假]|[表册账本单]上?(?:是|都)"
)


def is_left_out(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause tells what a paper leaves out, behind how the paper was made: 加盖的一层没写."""
    text = clause.text
    if clause.aside or not (undone := _NOT_ON_PAPER.fullmatch(text)):
        return False
    if undone["does"] == "写" and pattern("question").search(text):
        # 哪天浇的水没记 tells of a book, 哪天交没写 of what the office was told.
        return False
    if is_named(re.split("[没未]", text)[0]):
        # 办法写了奖，比例没写: what it is to say is still open.
        return False
    front = [each.text for each in line if each.segment == clause.segment and each.start < clause.start]
    # 记录单是考完一次补的：几点发卷没记: what stands in front of a colon is of the same clause.
    return any(_ON_PAPER.search(each) for each in (*front, text.rpartition("：")[0]))


# 谁牵头各乡镇报，还有4个乡镇没报来: of those who are to answer, how many have not.
_NOT_YET = re.compile(
    "，(?:其中|目前|现在)?(?P<who>(?:还|尚|仍)?有\\d+[^，。\\d]{1,8}?)(?:还|都)?没(?:有)?(?P<does>[报交定送](?:上?来)?)(?=$|[，。])"
)


def those_not_yet(text: str) -> str:
    """Return how many of those who are asked have not answered yet; "" without: 还有4个乡镇没有报来."""
    found = _NOT_YET.search(text)
    return f"{found['who']}没有{found['does']}" if found else ""
