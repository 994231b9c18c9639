"""The name of a meeting out of the words of a clause, and whether a clause names one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.head.body import body_of
from drafter.facts.head.leads import lead_of
from drafter.facts.sheet import When, Words

# A leader goes somewhere, and a speaker stands alone with his minutes, in one of the first lines.
FIRST_LINES = 5
# What is no longer is no name by which others know the meeting.
LONGEST_CALL = 6
# 会议讲话要点: what tells of the paper behind the name.
_TITLE_TAIL = re.compile(
    r"[ \u3000]*(?:讲话(?=的))?的?(?:[省市县区镇乡]?(?:主要)?领导)?"
    r"(?:讲话|发言|致辞|写稿|领导讲话|起草|写作)?"
    r"(?:的?(?:几点|几条|一点|若干|基本|稿件|备稿|说明|事项|要素|参考|要点|供稿|材料单|任务单|任务|素材单?|备稿单|情况单|东西|起草单|讲话稿?|稿子|要求|通知"
    r"|致辞(?:稿|词)?|致词|发言稿|主持词|底稿|材料|便条|提要|提纲|清单|单子|的?(?:有关|相关|基本)?情况(?:汇总|说明)?|提示|信息|摘要|(?:通知|交办|派|需求|联系|任务)?单|函))+$"
)
# 在警示教育会上的讲话: a title that names the meeting.
SPOKEN_AT = re.compile(
    "在(?:\\d{1,2}月\\d{1,2}[日号])?(?:[上下]午|晚上)?(?:\\d{1,2}点半?)?([^，,。]{3,40}?[会式课礼])上(?:的?(?:讲话|致辞|致词|发言|报告)|讲)"
)
# 明天的夜市管理会他要讲15分钟: the name in front of who speaks there.
SPEAKS_AT = re.compile(
    "([^，,。；：]{4,40}?(?:(?<![协工商学事董社机党居委支的])会|[式课礼]))上?(?:[他她]|领导|[一-鿿]{0,3}(?:书记|[省市县区镇乡局院校厂矿]长|主任|总经理|董事长))"
    "(?:要|得|来|去){0,2}讲(?=话|\\d|[一二三四五六七八九十]|$)"
)
# 主任给全体职工开会的讲话: who is called together, where the meeting has no name of its own.
_MET = re.compile("给(全[体院校厂局镇乡村][一-鿿]{2,6}?)开会")
# 市长去兰坪新区调研专精特新企业: where the leader goes, and what to look at.
_GOES = re.compile(
    "^[一-鿿]{0,6}(?:书记|[省市县区镇乡局院校]长|主任|领导|总)[^，。]{0,12}?[去到赴](?P<name>[一-鿿]{2,10}调研[一-鿿]{0,14})$"
)
# 市交通局上半年工作会的稿子: the name in front of what is asked for.
_PAPER_OF = re.compile(
    "((?![^，,。；：]{0,16}(?:[那这]个|给|开会的))[^，,。；：]{4,40}?[会式课礼])上?的(?:讲话稿?|稿子?|讲稿|发言稿|致辞)"
)
# 为局长 柯明安 起草 专项行动部署会 讲话稿: the name between whom it is written for and the paper.
_ORDERED = re.compile(
    "(?:起草|撰写|准备|代拟|写)[一1]?[份篇个]?[ 　]*([^，,。；： 　]{5,40}[会式课礼节])"
    "[ 　]*上?的?(?:讲话|致辞|致词|发言|讲稿|稿)"
)
# 开工动员会讲话——给副总写: the name in front of a dash and whom it is written for.
_DASHED = re.compile("^([^，,。；：]{4,40}?[会式课礼])(?:上?的?(?:讲话|发言|致辞)稿?)?[ 　]*[—–-]{2,}")
# 街道开整治工作会: whose meeting it is, in front of what leads to its name.
_WHOSE = re.compile(
    "(?:[这那下上本]?周[一二三四五六日末天]|[今明后]天|[上下]午|晚上|\\d+[点日号时半分]+|[，, ])*"
    "(?P<body>(?:(?![在到于])[一-鿿]){2,16}?)(?:要|得|准备|打算|组织)?(?:开|召开|举行|举办|搞)[个场次]?$"
)
# 我们集团: how colleagues call their own house.
_MINE = "^(?:我们|咱们?)(?=.{4})"
# 区教育局开暑期校园安全和托管的会: what a meeting is about is all its name.
_ABOUT = re.compile("(?:开|召开)(?:个|场|一个)?[一-鿿、]{6,24}的会$")
# 12345接诉即办的会，…: so it may in a note that opens with it.
_OF_MATTER = re.compile("(?![^，,]*[上下午晚周月日点号开])(?:[一-鿿]{1,4}[：:])?(?:\\d{5})?[一-鿿]{4,20}的会")
# 内容：沿街餐饮店安全整治: what the meeting is about, behind a label, where nothing else names it.
MATTER = re.compile("(?:会议)?(?:内容|议题)[：:](?P<matter>[^，,。；：\\d]{4,24})")
# 街道那个会, 周一那个例会稿: what colleagues point at, and do not name.
THAT_ONE = re.compile("[那这]个[一-鿿]{0,2}会")
# 11号那个推进会（全称：农村户厕整改推进会）
_IN_FULL = re.compile("[（(](?:全称|全名|名称|即|就是)?[：:]?(?P<name>[^（()）]{5,40}[会式])[)）]")
# Names of meetings that are whole with three signs.
_SHORT = ("党课", "家长会", "年中会", "半年会", "议事会", "职代会")
# 区里的老旧小区改造推进会: whose it is, as colleagues say it to each other.
_OURS = re.compile("^(?:我们?)?(?:[省市县区镇乡村局院校矿厂]里(?!程)|[矿厂]上)(?:的|要)?(?=.{4})")
# What parts the name of a meeting from what tells of the paper.
_APART = re.compile("[ \u3000]+(?!暨)|[—–-]{2,}|[·•](?=讲话|发言|致辞)")


def titled(clause: Clause) -> re.Match[str] | None:
    """Return the name in front of a bracket that tells who speaks: 安全例会（总经理 禹承泽 讲话）."""
    found = re.match("([^（(]{4,40})[（(]", clause.text) if clause.line == 1 else None
    return found if found and name_field(found[1]) else None


def name_field(text: str, clause: Clause | None = None) -> str:
    """Return "name" where a clause is, or leads to, the name of a meeting."""
    bare = _bare_name(text)
    if clause is not None and clause.line <= FIRST_LINES and _GOES.match(text):
        return "name"
    if clause is not None and clause.line == 1 and (names_act(bare) or _OF_MATTER.fullmatch(text)):
        return "name"
    if _ABOUT.search(bare) or clause is not None and clause.line <= FIRST_LINES and MATTER.fullmatch(text):
        return "name"
    if THAT_ONE.search(bare):
        return ""
    if (
        (4 <= len(bare) <= 48 or bare in _SHORT)
        and pattern("meeting-name").search(bare)
        and not pattern("mode").fullmatch(bare)
    ):
        return "name"
    return ""


# What is named as long as this, and so, is the meeting itself and no step of it.
_CEREMONY = re.compile("[一-鿿]{6,}(?:仪式|典礼)$")


def names_meeting(clause: Clause, known: bool) -> bool:
    """Whether a clause that acts is the name of the meeting, none being ``known``: 新院区揭牌启用仪式."""
    open_ = not known and _CEREMONY.search(clause.text)
    return bool((clause.line == 1 or open_) and name_field(clause.text))


def name_beside(clause: Clause, whens: Sequence[When]) -> tuple[re.Match[str], str] | None:
    """Return where a clause of the speaker has the name of the meeting, and the name; None without one."""
    ways = (SPOKEN_AT, SPEAKS_AT, _ORDERED, _PAPER_OF, _BEHIND, _DASHED)
    named = next(filter(None, (way.search(clause.text) for way in ways)), None)
    named = named or (None if _MET.search(clause.text) else titled(clause))
    found = named or _MET.search(clause.text)
    if found is None:
        return None
    bare = _LEADS_TO_NAME.sub("", without(found[1], whens))
    return found, meeting_name(bare) if named else f"{found[1]}会议"


def asks_for_paper(text: str) -> bool:
    """Whether a clause asks for the paper, and calls the meeting by the way: 镇里防汛会的稿子, 在年会上讲."""
    return bool(SPOKEN_AT.search(text) or _PAPER_OF.search(text))


def names_more(text: str, known: Sequence[Words]) -> bool:
    """Whether a text names the meeting that is known with whose it is: 市住建局警示会, and not 警示会."""
    name = meeting_name(text)
    return bool(known) and name != known[0].value and name.endswith(known[0].value)


def names_act(text: str) -> bool:
    """Whether a first line is called by what is done at the meeting: 灌区冬修调度, 集体谈话."""
    return _ACT_NAME.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def meeting_name(text: str) -> str:
    """Return the name of a meeting out of a clause: without what leads to it and without 材料单."""
    if goes := _GOES.match(text):
        return goes["name"]
    if THAT_ONE.search(text) and (whole := _IN_FULL.search(text)):
        return whole["name"]
    if about := MATTER.fullmatch(text):
        return f"{about['matter']}会"
    # 开发区在体育馆开技能人才表彰大会: whose it is stands in front of where.
    text = re.sub(
        "(?<=[区县市镇乡村街道局])在[^，,]{2,10}(?=召开|举[行办]|[开办](?![展工办学业发]))", "", text
    )
    bare = _STRAIGHT.sub(r"“\1”", _bare_name(text))
    lead = lead_of(bare)
    shorter = _OURS.sub("", re.sub("^的|[那这]个(?=.{4})", "", re.sub("的会$", "会议", bare[len(lead) :])))
    if lead and (whose := _WHOSE.fullmatch(lead)) and body_of([whose["body"]]) == whose["body"]:
        # 区教育局开校车安全工作会 has the body in front.
        return re.sub(_MINE, "", f"{whose['body']}{shorter}")
    shorter = re.sub(_MINE, "", shorter)
    return shorter if len(shorter) >= 4 or shorter in _SHORT else bare


# 校长下周一早上8点全校大会: who speaks and when, in front of what the meeting is called.
_LEADS_TO_NAME = re.compile(
    "^(?:[一-鿿]{0,3}(?:书记|[院校局厂矿站所]长|主任|总经理|董事长)|[这那下上本]?周[一二三四五六日末天]"
    r"|\d{1,2}[日号]|[（()）]|的)+(?=.{3})"
)
# 关于代拟讲话的通知：代表视察反馈会
_BEHIND = re.compile("(?:通知|任务|稿)[：:]([^：:，,。]{4,40}[会式课礼]”?)$")
_ACT_NAME = re.compile("(?![^一-鿿]|.*每)[一-鿿]{4,24}(?:调度|谈话|会商|恳谈|座谈|点评|动员|调研|慰问)")
_WHO_SPEAKS = re.compile(
    "(?<=[会式礼])[一-鿿]{0,4}(?:书记|[省市县区镇乡局院校厂矿]长|总经理|董事长|主任|总裁)(?:的?(?:讲话|致辞|发言))?$"
)
# 欧阳主任讲党课: who gives it, in front of what it is.
_GIVES = re.compile(
    "^[一-鿿]{0,6}(?:书记|主任|[一-鿿]长|总经理)(?:要|来|去|给[一-鿿]{1,8})?讲(?=[一-鿿]{0,4}党课$)"
)
# "9·02": straight marks in a name are set as a speech has them.
_STRAIGHT = re.compile('"([^"“”]{1,20})"')
# Brackets and blanks that a title stands in.
_AROUND_NAME = "《》【】〖〗 　"


_AT_MEETING = re.compile("在([^，,。]{4,40}?(?:会议?|仪式|典礼))上$")


def _bare_name(text: str) -> str:
    # A bracket within, 村（社区）“两委”, is part of the name; one at the end is not.
    bare = re.sub(
        r"[（(](?:[^（()）]*\d[^（()）]*|[^（()）]{5,}|[^（()）]*(?=[)）]?[ 　]*$))[)）]?", "", text
    )
    bare = re.sub(
        "^@[^ 　]{1,10}[ 　]+|^叫(?=[^做醒]{5})|^(?:不对[，,！! ]*)?(?:应该?)?是(?=.{5,}[会式礼])", "", bare
    )
    bare = re.sub("(?<=[一-鿿”）])[ 　]+(?=[一-鿿“（])", "", _before_paper(bare.strip(_AROUND_NAME)))
    # 名字就叫“……会议”: the whole name stands in quotes.
    bare = re.sub("^[^“”]{0,10}“([^“”]{6,})”$", r"\1", bare)
    if spoken := re.fullmatch("在(.{4,40}?)上的?(?:讲话|致辞|致词|发言|报告|动员)(?:稿|提纲)?", bare):
        return spoken[1]
    if spoken := SPOKEN_AT.search(bare):
        return spoken[1]
    if quoted := re.fullmatch("[^“]{0,12}“([^“”]{4,40}[会式课礼])”[^“”]{0,4}", bare):
        return quoted[1]
    bare = re.sub(
        r"^(?:(?:关于)?(?:起草|做好|准备|撰写|代拟|报送|提供)(?=.{6})|关于在?|[^：:]{1,12}[：:])+", "", bare
    ).strip("《》 　")
    # 动员会总经理讲话的素材: who speaks stands between the meeting and the paper.
    bare = _WHO_SPEAKS.sub("", _TITLE_TAIL.sub("", bare))
    bare = _GIVES.sub("", bare)
    # 蒲副县长在秋种工作会议上讲话的通知
    at = _AT_MEETING.search(bare)
    return at[1] if at else bare


def _before_paper(text: str) -> str:
    """Return the name in front of what tells of the paper: 毕业典礼 院长致辞要点, 座谈会——区长讲话用料."""
    for apart in _APART.finditer(text):
        front = text[: apart.start()]
        if len(front) >= 4 and pattern("meeting-name").search(front):
            return front
    return text


def without(text: str, whens: Sequence[When]) -> str:
    """Return a clause without its days and times; a season or a year may be part of a name."""
    for when in whens:
        # 晚自习: one sign is part of a word.
        if when.grain in ("day", "clock", "weekday") and len(when.text) > 1:
            text = text.replace(when.text, "", 1)
    # (2026年,周日)17:00: with the weekday and the hour its bracket is gone, or half of it.
    return _SET_FOR.sub("", _LEFT_OF_DAY.sub("", text))


# 产科安全会定在 11月6号, once the day is gone
_SET_FOR = re.compile("(?<=[会式课礼])(?:就|暂)?(?:定|放|安排|改)[在到于]$")


# Half of a bracket is of the day only where its other half is gone: 周二） of 5月12号（2026年5月12日，周二）.
_LEFT_OF_DAY = re.compile(
    r"[（(][ 　，,]*(?:20\d\d年?(?:[)）]|$|[ 　，,]+(?:[)）]|(?![^（()）]*[)）])))|[)）]"
    r"|(?<=[，,])(?![^（()）]{0,80}[)）]))|[，,](?=[ 　]|$)"
)

# What is shorter does not name a meeting: 推进会.
_SHORTEST = 6


def without_body(name: str) -> str:
    """Return a name without the body that stands apart in front of it: 槐荫街道办事处 物业管理推进会."""
    last = name.split()[-1] if name.strip() else ""
    return last if last.endswith(("会", "会议", "仪式")) and len(last) >= _SHORTEST else name
