"""What stands in brackets, as it is said: told behind, in the clause itself, as a blank, or not at all."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.line_ends import is_only_when
from drafter.facts.cut.stops import WHO_IS_OPEN
from drafter.facts.kinship.forms import IN_NAME
from drafter.facts.sheet import Fact
from drafter.facts.wishes.to_writer import is_to_writer
from drafter.templating.compose.composition import blank_mark
from drafter.templating.compose.wishes.instructions import without_instructions

# What is shorter is read out in brackets.
LONG = 8
LONGEST_POST = 10
BRACKET = re.compile(f"[（(](?!{IN_NAME})([^（()）]*)[)）]")

# 农技站转的县气象台, 统计局提供: from whom the office has a figure is not said.
_FROM = re.compile(
    "(?:数据?|数字)?[一-鿿]{2,8}(?:转来?的|提供的?|[给报]的数)(?:[省市县区]|国家)?[一-鿿]{0,4}"
)
# 老马（不愿露全名）: why his name is not whole is told to the writer.
_UNNAMED = re.compile(
    "(?:本人|[他她])?(?:不愿意?|不想|不让|不肯|不便)(?:透?露|写|提|说|报|公开)出?(?:全名|真名|姓名|名字|名)"
)

# 前三名（一二等奖里排前三的）直接晋升: which of them is meant is told before what becomes of them.
_WHICH = re.compile("（([^（），。；]{5,14}的)）(?=[一-鿿])")
# 备件晚到（衬板晚到5天），两家交叉作业: behind the bracket stands another clause.
_GOES_ON = re.compile(r"[，；]")
# “三区”（老旧小区、城中村、安置区）飞线1120处: which they are.
_IS_IT = re.compile("[^，。；是了没不都均\\d]{1,40}、[^，。；、是了没不都均\\d]{1,20}")


# 物业报的, 老孙口头说的: in brackets whoever it is, he is no matter of the speech.
_TOLD_BY = re.compile(
    "(?![^，]*[是由被让按])[一-鿿]{2,6}(?:[填上]?报|统计|测算?|推算?|估算?|算|汇总|口头说|说|讲|查|提供|给)(?:上?来)?的(?:数字?|表|口径)?"
)


def _is_source(inside: str) -> bool:
    """Whether a bracket only tells from whom the office has what stands in front of it."""
    return bool(_FROM.fullmatch(inside) or _TOLD_BY.fullmatch(inside) or is_to_writer(inside))


def without_brackets(fact: Fact, text: str) -> str:
    """Return the text with a long bracket told behind it, a blank for what is to be checked, no remarks.

    Of several long brackets each is told in its place: 最大的68岁（老葛，干了43年），最小的26岁（小尚）;
    so is one behind which another clause stands.
    """
    text = BRACKET.sub(lambda match: "" if _is_source(match[1]) else match[0], text)
    asides: list[str] = []
    several = sum(len(inside) >= LONG for inside in BRACKET.findall(text)) > 1

    def put(match: re.Match[str]) -> str:
        inside = without_instructions(match[1]).strip("，,；; ")
        told = re.search("预计数|姓名待定|待定|名单附后|见附件", inside) is None
        if not inside or not told or _UNNAMED.fullmatch(inside):
            return ""
        if blank := _blank_in(inside, text, fact):
            return blank
        listed = match.string.startswith("、", match.end())
        if len(inside) >= LONG and not re.match(r"[\d—–-]+$", inside) and not listed:
            if (there := _told_there(match, inside, several)) is not None:
                return there
            asides.append(inside)
            return _ASIDE
        return f"（{inside}）"

    text = _which_inline(text)
    text = _times_inline(WHO_IS_OPEN.sub(lambda match: _holder(match, fact), text))
    # 老焦（焦长贵）: a name behind how he is called is said alone.
    text = re.sub("([老小])([一-鿿])（(\\2[一-鿿]{1,2})）", r"\3", text)
    # 完工1个（柳荫里）
    text = re.sub(r"(\d[个处家座名位])（([\u4e00-\u9fff]{2,8})）$", r"\1，是\2", text)
    if end := re.search("（([^（）]{5,7})）(?=$|。)", text):
        text = f"{text[: end.start()]}，{end[1]}{text[end.end() :]}"
    text = _without_remarks(BRACKET.sub(put, text).rstrip("，,。；; "))
    for aside in asides:
        text = _told_in_its_clause(text, aside)
    return text.rstrip("，,。；; ")


def _blank_in(inside: str, text: str, fact: Fact) -> str:
    """Return the blank for what a bracket leaves open of the text around it; "" where it tells something."""
    if asked := re.fullmatch("(?:几|多少)([个台处户人份家]?)[^，]{0,2}(?:没|不|未)[^，]{1,3}", inside):
        return blank_mark(f"{BRACKET.sub('', text)}的数量", fact.id) + asked[1]
    if re.fullmatch("(?:请|再|需要?|待|要)?(?:核[实对准]?|确认)(?:一?下)?|存疑|不一定准", inside):
        return blank_mark("待核实", fact.id)
    return ""


# Where a bracket stood, while the clause around it is put together.
_ASIDE = "\ue010"


def _told_in_its_clause(text: str, aside: str) -> str:
    """Return a text with what stood in a bracket behind its clause; who is meant stands right behind him.

    前三名（一二等奖里排前三的）直接晋升: 前三名，也就是一二等奖里排前三的，直接晋升.
    """
    front, mark, rest = text.partition(_ASIDE)
    if not mark:
        return f"{text.rstrip('，,。；; ')}，{aside}"
    end = re.search("[，。；]|$", rest)
    at = end.start() if end else len(rest)
    clause, behind = rest[:at], rest[at:]
    if clause and aside.endswith("的"):
        return f"{front}，也就是{aside}，{rest}"
    return f"{front}{clause}，{aside}{behind}"


def _told_there(match: re.Match[str], inside: str, several: bool) -> str | None:
    """Return a long bracket as it is told in its place; None where it is told behind all."""
    if _IS_IT.fullmatch(inside) and re.match("[一-鿿]", match.string[match.end() :]):
        return f"，也就是{inside}，"
    return f"，{inside}" if several or _GOES_ON.match(match.string, match.end()) else None


def _which_inline(text: str) -> str:
    """Say which of them are meant in the clause itself and not behind it."""
    return _WHICH.sub(r"，也就是\1，", text)


def _holder(match: re.Match[str], fact: Fact) -> str:
    """Return the blank for the name of whoever holds the post in front of a bracket."""
    before = match.string[max(0, match.start() - LONGEST_POST) : match.start()]
    return blank_mark(f"{re.split('[由归，；。、]', before)[-1]}的姓名", fact.id)


def _without_remarks(text: str) -> str:
    """Return a text without what is said to the writer; 群里不点名，9月1日起 is a rule, and is told whole."""
    rest = without_instructions(text)
    return text if is_only_when(rest.strip("。；")) else rest


# A bracket that only tells when: 去年10月1日到今年5月31日, 5月份, 周三那天.
_WHEN_ONLY = re.compile(
    r"[（(](?P<when>(?:[今去前明]年|[上下]半年|\d{4}年|[一二三四]季度)?(?:\d{1,2}月(?:\d{1,2}[日号]|份|底|初|[上中下]旬)?"
    r"|(?:周|星期)[一二三四五六日天](?:那天)?)(?P<span>(?:至|到|[—–-]+)(?:[今去前明]年)?(?:\d{1,2}月)?(?:\d{1,2}[日号]|底)?)?)[)）]"
)


def _times_inline(text: str) -> str:
    """Say when in the clause itself and not behind it: 初二（周三那天） as 初二周三那天."""

    def put(match: re.Match[str]) -> str:
        last = not text[match.end() :].strip("，。；")
        if last:
            return f"，那是{match['when']}"
        return f"，也就是{match['when']}，" if match["span"] else match["when"]

    return _WHEN_ONLY.sub(put, text)
