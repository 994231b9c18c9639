"""What a sheet itself says is missing: 没写单位, 还没定, 没报来."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues, has_cue, pattern
from drafter.facts.cut.lines import closed
from drafter.facts.cut.stops import WHO_IS_OPEN
from drafter.facts.missing.asked import VERDICT
from drafter.facts.missing.blank_names import (
    LONGEST,
    TALKS,
    is_awaited,
    is_named,
    name_of_missing,
    only_tells_open,
)
from drafter.facts.missing.question import Question, question_in, without_actor
from drafter.facts.sheet import Blank, Place

# A question is open where soon after it something is not yet so: 哪天答复没定.
_OPEN = re.compile(
    "(?:还|都|也|仍|尚)?(?:没|未(?!来))[\u4e00-\u9fff]{1,4}$|不清楚|不知道|待[一-鿿]{1,4}$|在[测算议谈商核研拟排选催找][\u4e00-\u9fff]{0,2}$"
)
# 二季度补贴总额民政办没报来: who has not told is no part of what is missing.
_REPORTS = re.compile("(?<=[额数量率价款费称间期号])[一-鿿]{2,3}(?:办|局|科|站|所|处|部|室)$")
# 没写单位; 没写块还是副; and 元吧？没写: a unit that is only guessed. 封顶还是平均 asks for no unit.
_MEASURE = "(?:一?[一-鿿℃%‰㎡]|公斤|公里|小时|分钟|千瓦|平米|[百千万]元|百分[之数比]|千分[之数比])"
UNIT = re.compile(
    f"单位|按|计量|口径|什么数|(?:^|[，（(写说注标明清楚道])是?{_MEASURE}还是{_MEASURE}(?:一[批次期年月户])?(?=，|$|[一-鿿]{{0,3}}没|[)）])"
    "|^(?:[报单]?表|材料|单子|报来)?[里上]?没(?:写|标|注|填)(?:明|清)?$|^是?[元块角毛万亿吨亩户人斤件包条]+(?:钱)?(?:还是|[吧吗呢？?])"
)

# 不知道是桶还是百元: two units, and what says that it is open in front of them.
_WHICH_UNIT = re.compile(
    f"(?:不知道?|不晓得|不清楚?|没[写说注标讲填](?:明|清楚?)?)是?{_MEASURE}还是{_MEASURE}$"
)


# 没报的7月10日前补报: who has not yet is to do so by a day.
_STILL_TO_DO = re.compile(
    "[没未][一-鿿]{1,3}的(?![时原])[^，,。]*\\d[^，,。]*[前内][^，,。]*[补报交完清齐签办改销还]"
)
# 补贴的事不知道就空着 tells how to write whatever is open.
_HOW_TO_WRITE = re.compile(
    "(?:不知道|不清楚|没定|没数|没有|拿不准)的?(?:就|都|一律|先)(?:空|别|不|写|留)|没[定准谱]的别"
)
# 夜班补助标准: what somebody else has to settle.
_AWAITED = re.compile("[一-鿿]{2,10}(?:标准|方案|办法|经费|名单|批复|文件|预算|补助|补贴|金额|比例|价格)")
# 还有22家摊位没定下来, 加班没说清18件: counts what is wrong.
_COUNTED_OPEN = re.compile(
    "(?:还|仍|尚)?[有剩]\\d+[^，,\\d]{1,8}没有?[定落签批]|[没未][一-鿿]{1,3}\\d+[件起户次人例宗张](?=$|[，,])"
)
# 谁没关扣谁 asks nothing: it is a rule for whoever does so.
_RULE = re.compile("谁[^，]{1,6}谁")


# 案子还在查 tells how far it is, and leaves the office nothing to fill in.
_UNDER_WAY = re.compile(
    # 6家还在核: so many are on their way.
    r"^(?:还有|另有|其余|剩下)?的?\d+[一-鿿]{1,2}(?:还|正|仍)+在[核查审办改修](?:着|中)?$|"
    "(?:^|案[子件]?)(?:现在|目前|都|也)?[还正仍]在(?:调?查|审理?|办理?|侦[查办]|处理)(?:中|着|呢)?(?=，|$)"
)


@lru_cache(maxsize=4096)
def is_blank(text: str) -> bool:
    """Whether a clause says that something is missing or undecided."""
    text = WHO_IS_OPEN.sub("", text)
    settled = (_STILL_TO_DO, _UNDER_WAY, _HOW_TO_WRITE)
    if has_cue("stuck", text) or any(regex.search(text) for regex in (*settled, _COUNTED_OPEN)):
        return False
    if _RULE.search(text) and not has_cue("blank", _RULE.sub("", text)):
        return False
    asked = pattern("question").search(text)
    if asked and text[: asked.start()].endswith(("那", "这", "好", "十")):
        # 那几天 asks nothing.
        asked = None
    under_way = TALKS.search(text) and "在" in text
    return has_cue("blank", text) or bool(
        under_way or _WHICH_UNIT.search(text) or asked and _OPEN.search(text, asked.end(), asked.end() + 10)
    )


_HUSH = (
    "(?:(?:先|就|都|也|暂时|这[个条]?|今天|会上|多少){0,4}(?:不|别|莫|勿)(?:要|能|许|再){0,2}(?:说|讲|提|报|写|念|许|许愿|许诺|答应|承诺|表态|松口)"
    "(?:具体)?(?:数字?|了|它|日子|时间|名字?)?)"
)
_HUSHES = re.compile(f"(?:^|[，,；;（(]|多少|几个|数){_HUSH}(?=$|[，,；;。）)])")


def is_hush(text: str) -> bool:
    """Return whether a clause tells nothing but that something is not to be said: 会上别讲."""
    return re.fullmatch(_HUSH, text) is not None


def is_hushed(text: str) -> bool:
    """Return whether the words of a blank tell that nothing is to be said of it: 罚多少没定，别写数."""
    return _HUSHES.search(text) is not None


# 得问总务处, 总务科在查, behind what is open: who may know it, or is to find out.
_WHO_KNOWS = re.compile(
    "(?:还|要|得|需要?|再|先|可以)+问(?:一?问|一?下)?[一-鿿]{2,8}"
    "|[一-鿿]{2,6}(?:正在|还在|在|去)(?:查|问|核|核[对实]|了解|打听)(?:着|了|呢)?"
)


def only_tells_who_knows(text: str) -> bool:
    """Whether a clause only tells whom to ask: 得问总务处."""
    return _WHO_KNOWS.fullmatch(text) is not None


def leads_to_blank(text: str) -> bool:
    """Whether a clause asks what the clause behind it tells to be open, or names what is awaited."""
    if _RULE.search(text):
        return False
    return bool(pattern("question").search(text) or re.match("看.{2,8}(?:意见|批复|答复|态度)$", text))


# What is missing of the matter in front of it: 时间还没通知, 哪几家去争还没定.
_BARELY = re.compile(
    "(?:具体)?(?:时间|日期|地点|人选|名额|名单|标准|金额|办法|方案|结果|哪|谁|几|多少|什么时候|怎么|啥时候|(?:[一-鿿]{2,5}[处科局部办])?方案(?=[还尚]?没)|[一两二三]个方案)|(?:还|尚|也)?[没未]"
)


def asks_barely(text: str) -> bool:
    """Whether a clause tells as missing what belongs to the matter in front of it, and names no other."""
    return _BARELY.match(text) is not None


def is_missing(object_: str, verdict: str) -> bool:
    """Whether a clause is what the next one says is missing: 跟车老师名单，七年级组没报来."""
    object_ = object_.rpartition("：")[2]
    unsent = has_cue("unsent", verdict) and (has_cue("paper", object_) or is_named(object_))
    # 扩建项目的安评，省里还没批下来
    thing = re.fullmatch("[一-鿿]{2,14}的[一-鿿]{2,8}", object_) and not found_cues("type", object_)
    thing = bool(thing or _AWAITED.fullmatch(object_))
    held = is_awaited(verdict) and thing
    return bool(unsent or held) or leads_to_blank(object_)


def read_blanks(clauses: Sequence[Clause], text: str) -> list[Blank]:
    """Return the blanks of a run of clauses: one for the thing missing, or each of a list of questions."""
    end = closed(text, clauses[0].start, clauses[-1].end)
    place = Place(clauses[0].line, clauses[0].start, end)
    said = text[place.start : place.end]
    asked = said.split("、")
    if len(asked) > 1 and pattern("question").search(asked[0]) and all(map(_is_open, asked)):
        parts = _each_of_its_matter(asked)
        return [Blank(name_of_missing(re.split("[，,]", part)) or part, part, place) for part in parts]
    texts = [clause.text.removeprefix(f"{clause.label}：") for clause in clauses]
    wished = "intent" in (clauses[0].label_class, clauses[0].section_class)
    what = what_is_missing(texts)
    return [Blank(what if wished else _with_matter(what, texts), said, place)]


def _each_of_its_matter(parts: Sequence[str]) -> list[str]:
    """Return the questions of a list, each with the matter of the first, and with what is told behind all.

    护学岗保险买不买、买哪家的，别讲: 护学岗保险买不买，别讲; 护学岗保险买哪家的，别讲.
    """
    first = question_in(parts[0])
    tail = re.search("[，,].*", parts[-1])
    found = []
    for part in parts:
        text = part if first is None or part is parts[0] else of_matter(part, first)
        found.append(f"{text}{tail[0] if tail and part is not parts[-1] else ''}")
    return found


def of_matter(text: str, before: Question) -> str:
    """Return a question without a subject behind the matter of the one in front; any other as it is."""
    question = question_in(text)
    if question is None or not question.leans or "每" in question.front:
        return text
    joint = "，" if "，" in before.front or len(before.matter) > _LONGEST_MATTER else ""
    return f"{before.matter}{joint}{text}"


# A longer matter is told in a clause of its own.
_LONGEST_MATTER = 8


def _is_open(part: str) -> bool:
    """Whether a part of a list asks, or names what is missing: 每期多少人、经费没批."""
    return bool(pattern("question").search(part)) or is_named(part) or is_blank(part)


def what_is_missing(clauses: Sequence[str]) -> str:
    """Return the thing that is missing: its name, else the words of ``clauses`` that tell so."""
    if name := name_of_missing(clauses):
        return name
    for clause in clauses:
        bare = _without_verdict(clause)
        if len(bare) >= 2:
            return bare
    return clauses[0]


def _with_matter(name: str, clauses: Sequence[str]) -> str:
    """Return what is missing with the matter in front of it: 年底复审 and 时间 as 复审时间."""
    matter = _WHEN_OR_WHERE.sub("", clauses[0])
    bare = (
        len(clauses) > 1
        and asks_barely(clauses[1])
        and not (leads_to_blank(matter) or only_tells_open(clauses[1]))
    )
    if not bare or re.search("[没未待讲说提写]|已定|定了", matter) or name.startswith(matter):
        return name
    return f"{matter}{name}"[-LONGEST:]


_WHEN_OR_WHERE = re.compile(
    "^(?:(?:今|明|本|去)?年(?:底|初|内)?|[上下]半年|[本下]月|全[国省市县区镇乡村校院矿厂])+(?=..)"
)


def _without_verdict(text: str) -> str:
    open_ = VERDICT.search(text)
    front = text[: open_.start()] if open_ and open_.start() > 1 else pattern("blank").sub("", text)
    bare = re.sub(r"^(?:但|可|只是|不过|具体|书记|县长|领导)+", "", without_actor(front))
    bare = re.sub("[还也都]$", "", bare)
    bare = re.sub(r"(?:上来|出来|下来|来|给我们|我们|，|的)+$", "", bare)
    return _REPORTS.sub("", bare.replace("（）", "").strip(" 　，,。的"))
