"""The words that templates say of their own accord, and which of them a clerk alone may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from drafter.models.fields import fields_of
from drafter.models.topic import Topic

# Where an expression of a template stands: a value of the YAML, or a blank.
GIVEN = "\N{REPLACEMENT CHARACTER}"

COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
EXPRESSION = re.compile(r"{{.*?}}", re.DOTALL)
STATEMENT = re.compile(r"{%.*?%}", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")

NUMBER = "[一二两三四五六七八九十百半几0-9]"
PERIOD = "(?:分钟|小时|天|日|周|旬|星期|个月|月|季度|季|年)"
UNIT = "(?:部门|单位(?!、)|(?<!手)机关|办公室|专班|支部|党小组|工会|共青团|妇联|媒体|科室)"

PATTERNS = {
    "deadline": [
        rf"{NUMBER}+个?{PERIOD}(?:之?内|以内|之?后)",
        "(?<![今我正恰])当(?:天|日|晚|周|月|季)(?!地|成|作)",
        "(?:今天|今晚|明天)(?:下班|晚上)|第二天|隔天|次日|月底前?|年底前?|年内|年终前|明天就要",
        "限期(?!必交)|限时(?!必答|办结)",
        f"[晚误]了{NUMBER}+{PERIOD}",
        "下一?次(?:调度|开会|会议|座谈|述职)",
    ],
    "frequency": [
        rf"每(?!一年|一步){NUMBER}*个?(?:天(?:傍晚|早上|晚上|都要|有人)|日|周|旬|月|季|半?年)",
        rf"一个?{PERIOD}(?:一(?![天年])|只|至少|讲)",
        "按(?:周|旬|月|季)|[到按]旬|[七十半](?:天|月)一",
    ],
    "amount": [
        rf"(?:至少|不少于|不超过|最多){NUMBER}",
        rf"{NUMBER}+(?:分钟|小时|个百分点|万元|元)",
        rf"少则{NUMBER}|多则{NUMBER}|连[续报着]?{NUMBER}+[次周季]|一页纸|一式{NUMBER}份",
    ],
    "reward": [
        "记功|奖[补金]|奖励(?!分明)|津贴|补助|评先(?!进)|评优|晋[级升]|表扬(?!的会)|(?<!新)提拔|疗养|红旗发给",
        "优先(?:安排|考虑|使用)|倾斜|给荣誉|一起授奖|功劳簿上两家",
    ],
    "penalty": [
        "约谈|追责|问责(?!，)|一票否决|曝光|处罚|罚款|挪位子|换[岗人](?!，)|倒着?查|从严处理|从轻|退回重|原样退回",
        "点名(?:退回|说明|表扬)|(?:一律|直接)通报|处理都要|升级处理|提级办理|计入.{0,4}考核|不顺延",
        "费用.{0,4}承?担|谁来赔|(?<!颗粒)收回(?![来到])|打回重|扣[分发]|作检讨",
    ],
    "unit": [
        rf"(?:由|让|(?<!人)请(?!各单位|大家))[^，。；：{GIVEN}]{{0,8}}{UNIT}",
        "(?:审批|财政|财务|组织|宣传|公安|住建|审计|督查|主管|牵头|人社|承办)(?:部门|单位)"
        "(?:要|派|会后|抽|提|列|召集|管总|随机|到现场)",
        "工会|共青团|妇联|纪检委员",
    ],
    "duty": [
        "签字(?:背书|领回|点头)|签下任务书|签上名|签到手|登记造册|(?<!挂)上墙|挂网|张榜|名次公开|公开栏",
        "(?:主要|分管)负责同志(?:签字|自己讲|每|都要到|到现场|到一线)",
        "列入(?:督办|年度)|会议纪要|书面(?:答复|报批)|整改台账|进度表报|印发到",
    ],
    "promise": [
        "我来催|我带着你们|随时打电话|找我(?!们)|我(?:再|会)来|报到我|由我们来解|照单整改|说到的一定",
        "由我们来理|不让[^，。]{0,6}再[来跑]|下一回[^，。]{0,6}先有个回音",
        "一并答复|第一时间告诉|我们接着干|电话照样|随叫随到|查出不实",
        "组织上?(?:看得见|记得住|分得清|扛得住|担得起|心里有)",
    ],
    "judgement": [
        "大家的发言|我都赞成|很受启发|态度鲜明|重点突出|听得很|句句有分量|站得高|家家都亮|谈得很实在",
        "(?:大家|同志|发言|汇报|讲话)[^，。]{0,6}讲得|下了真功夫|这样的汇报听得",
    ],
    "fault": [
        "推不掉|收到的礼品|等靠的想法|我怕得罪人|下去得不够|责任在我|只懂大概|自满的心思|想简单了|一并检讨",
    ],
    "soft": ["力争"],
    "body": ["代表(?:[省市区县]委|党委|党组)"],
}

# Set phrases that hold such a word and say nothing of the kind.
ALLOWED = {
    "八小时以外": "the time outside office hours, no amount",
    "上级收回": "the name of a list of duties",
    "由单位、家庭和群众": "who bears the loss of an offence, no task",
}


class Hit(Struct, frozen=True):
    """A phrase that only a clerk may say: what it is, the sentence, and the file that has it."""

    what: str
    words: str
    sentence: str
    path: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what} `{self.words}` in {self.sentence}"


def generic_words(source: str) -> str:
    """Return what a template says itself, a line for each element; values and blanks are one mark each."""
    text = STATEMENT.sub("", EXPRESSION.sub(GIVEN, COMMENT.sub("", source)))
    return TAG.sub("\n", "".join(line.strip() for line in text.split("\n")))


def hits_in(text: str, path: str) -> Iterator[Hit]:
    """Yield a hit for each phrase in ``text`` that only a clerk may say."""
    for sentence in SENTENCE.findall(text):
        for allowed in ALLOWED:
            sentence = sentence.replace(allowed, "")
        for what, patterns in PATTERNS.items():
            for pattern in patterns:
                for found in re.finditer(pattern, sentence):
                    yield Hit(what, found[0], sentence, path)


def hits_of(root: Path) -> Iterator[Hit]:
    """Yield the hits in the templates under ``root``."""
    for path in sorted(root.rglob("*.j2")):
        yield from hits_in(generic_words(path.read_text(encoding="utf-8")), str(path.relative_to(root)))


# Who leads, counts or speaks: suggestions by role, held apart by the tests of levels.
BODIES = ("owner", "source", "who")


def words_of(model: Struct) -> Iterator[str]:
    """Yield the texts of a topic that a speech may say, without names of things and bodies."""
    for spec in fields_of(type(model)).values():
        if spec.key in BODIES:
            continue
        value = getattr(model, spec.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Struct):
                yield from words_of(item)
            elif isinstance(item, str) and spec.is_words:
                yield re.sub(r"\{\w+\}", GIVEN, item)


def hits_of_topic(topic: Topic) -> Iterator[Hit]:
    """Yield the hits in the texts of ``topic``."""
    for words in words_of(topic):
        yield from hits_in(words, topic.name)
