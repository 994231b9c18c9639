"""What stands in front of the name of a meeting and leads to it: 下午参加, 街道开."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue

_NAME_LEAD = re.compile(
    r"^(?:(?:会议?(?:名[称字]?)?|场合|活动|题目|主题|名[称字])(?:就|暂)?(?:叫做?|是|为|定为)|"
    r".*?(?:召开|举行|举办)(?=.{3})|[^“]{0,12}的(?=全))"
)
# 去开, 参加, 写个, 开: verbs in front of a name, which other words have in them as well: 企业开办.
_LEADING_VERB = re.compile(
    r"(?:(?:去(?!年|产能|库?存)|到(?![期位户岗]))开?(?=.{6})|要开|拟开|参加|出席|(?:准备|筹备)(?!工作)|写(?!字)个?|搞[个场次]?|有[个场](?![体所别性])"
    r"|(?<![公展离分召])(?<!准[点时])开(?!台(?!风|商|胞|账)|(?:[学发工放幕业展办源渠局园馆港镰犁通]|班(?![前组]))|机(?!关)|年[度初]|春(?![造耕季播]))[个场]?|[起弄拟]个)(?=.{3})"
)
# What may stand right in front of such a verb: nothing, a sign, a day, a place, an adverb; or who does it.
_VERB_BEGINS = re.compile(
    r"(?:^|[，,。；;：:）)”\s\d]|[天日号周点时分半午晚年月里上下]|[楼厅室场院堂馆]|[要拟得想再就先将还也都来去会后我他们]|准备|打算|组织|一起|联合|共同|帮忙|老板|领导)$"
)


def lead_of(text: str) -> str:
    """Return what leads to a name: 下午参加, 街道开; never a part of a word, 优化企业开 of 企业开办."""
    said = _NAME_LEAD.match(text)
    for verb in _LEADING_VERB.finditer(text, 0, said.end() if said else len(text)):
        front = text[: verb.start()]
        if _VERB_BEGINS.search(front) or has_cue("body-end", front) or has_cue("post-end", front):
            return text[: verb.end()]
    return said[0] if said else ""
