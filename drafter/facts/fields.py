"""What a single clause says of a meeting: which field it is, and the name out of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.agenda_run import FILM
from drafter.facts.body import body_of
from drafter.facts.clause import Clause
from drafter.facts.cues import pattern
from drafter.facts.duration import CHARACTERS, MINUTES, tells_of_others
from drafter.facts.leads import lead_of
from drafter.facts.people import find_persons, whole_posts
from drafter.facts.sheet import Person, Place, When, Words

_TITLE_TAIL = re.compile(
    r"[ \u3000]*(?:讲话(?=的))?的?(?:[省市县区镇乡]?(?:主要)?领导)?"
    r"(?:讲话|发言|致辞|写稿|领导讲话|起草|写作)?"
    r"(?:要素|参考|要点|供稿|材料单|任务单|任务|素材单?|备稿单|情况单|东西|起草单|讲话稿?|稿子|要求|通知"
    r"|致辞(?:稿|词)?|致词|发言稿|主持词|底稿|材料|便条|提要|提纲|清单|单子|的?(?:有关|相关|基本)?情况(?:汇总|说明)?|提示|信息|摘要)+$"
)
_AT = re.compile(
    r"(?:^|[，\s]|地点|回来|然后|再|就|还)在(?P<at>[^，,]{2,24}?)(?:召开|开会?|举行|举办|集中|搞|进行|座谈|开座谈会)?$"
)
# 在警示教育会上的讲话: a title that names the meeting.
_SPOKEN_AT = re.compile(
    "在(?:\\d{1,2}月\\d{1,2}[日号])?(?:[上下]午|晚上)?(?:\\d{1,2}点半?)?([^，,。]{3,40}?[会式课礼])上(?:的?(?:讲话|致辞|致词|发言|报告)|讲)"
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
# 街道开整治工作会: whose meeting it is, in front of what leads to its name.
_WHOSE = re.compile(
    "(?:[这那下上本]?周[一二三四五六日末天]|[今明后]天|[上下]午|晚上|\\d+[点日号时半分]+|[，, ])*"
    "(?P<body>(?:(?![在到于])[一-鿿]){2,16}?)(?:要|得|准备|打算|组织)?(?:开|召开|举行|举办|搞)[个场次]?$"
)
HEADS = re.compile(
    r"^(?:[一-鿿]{1,10}以[上下]|(?:全体)?(?:员工|职工|干部))?(?:共|约莫?|大概|大约|估摸|差不多|拢共|总共|一共|预计|合计|计){0,2}"
    r"(?:\d+|[一二两三四五六七八九十百千]{2,6})[多余来]?[个号]?[人位名](?:左右|上下)?(?:[站坐]着)?(?:听|参加|到场|出席)?$"
)
POST_IS_NAME = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{0,8}(?:书记|[县市区镇乡局院校矿厂处科部队站所会馆园场]长|主任|总经理|董事长))"
    r"(?:是|叫|为)(?P<name>[\u4e00-\u9fff]{2,3})$"
)
POST_END = (
    r"(?:书记|[县市区镇乡局院校矿厂处科部队站所会馆园厅河林路场][长]|主任|总经理|董事长|经理|主席|会长|总工)"
)

# 我们集团: how colleagues call their own house.
_MINE = "^(?:我们|咱们?)(?=.{4})"
# Names of meetings that are whole with three signs.
# 区教育局开暑期校园安全和托管的会: what a meeting is about is all its name.
_ABOUT = re.compile("(?:开|召开)(?:个|场|一个)?[一-鿿、]{6,24}的会$")
_SHORT = ("家长会", "年中会", "半年会", "议事会", "职代会")
# 区里的老旧小区改造推进会: whose it is, as colleagues say it to each other.
_OURS = re.compile("^(?:我们?)?[省市县区镇乡村局院校矿厂]里(?!程)(?:的|要)?(?=.{4})")
# The speaker and his minutes stand in one of the first lines, and nothing else with them.
_HEAD = 5
_TIMED = re.compile(
    "[一-鿿 　）)][约大概就]{0,2}[\\d一二三四五六七八九十、~～-]{1,5}来?分钟(?:左右|以内|上下|内)?$"
)
# What parts the name of a meeting from what tells of the paper.
_APART = re.compile("[ \u3000]+(?!暨)|[—–-]{2,}")
# 袁总=总经理袁克明: who is meant by a short name.
EXPLAINED = re.compile(
    "(?:[一-鿿]{1,2}(?:总|董|局|书记|主任|[县市区镇乡院校矿厂]长)|讲话人|领导)[ ]*[=＝][ ]*(?P<who>.{3,24})"
)
_IS_SPEAKER = re.compile(
    "(?:[—–-]{0,4}(?:更正|改为|注)[：:])?(?:领导|讲话人?|主讲人?|讲的人|讲话的人?)(?:就)?是(?=.{4})"
)
_ACTS = "致辞|致词|讲话|讲|作报告|作动员|授课|作讲话|作动员讲话"
_SPEAKS = re.compile(
    f"(?:{POST_END}|^[一-鿿][总董])"
    + r"(?:[（(][^（()）]{1,12}[)）])?[\u4e00-\u9fff\u3000 ]{0,6}(?:讲|讲话|致辞|谈话|点评|作动员|用)"
    + r"(?:[^\u4e00-\u9fff]|[一二三四五六七八九十半]|$)"
)

# 章区长叫章敬之
CALLED = re.compile(
    "(?:名字|全名|[一-鿿]{1,2}长|[一-鿿]{1,3}书记)?叫([一-鿿]{2,3})"
    "|(?:[一-鿿]{1,4}(?:长|书记|主任|总|董|经理|主席|支书))?(?:的)?(?:全名|本名|大名|名字)(?:是|为|[：:])?([一-鿿]{2,4})"
)
# 戴主任要讲, 苗局长讲: who will speak.
WILL_SPEAK = re.compile(
    "(?:由|请|是)?(?P<who>[一-鿿]{0,2}(?:[一-鿿]?[长总董]|书记|主任|经理|主席))(?:要|会|得|来|去|亲自|到会)*(?:讲|讲话|致辞|作报告|作讲话)"
)


def is_same_post(first: str, second: str) -> bool:
    """Return whether one post is the other told in short: 主任 and 办事处主任, 总 and 总经理."""
    return first.endswith(second) or second.endswith(first) or first in ("总", "董") and first in second


def mode_of(names: Sequence[Words]) -> Words | None:
    """Return how a meeting is held where its name tells: 现场推进会, 视频调度会."""
    for name in names:
        found = pattern("mode").search(name.text)
        if found:
            start = name.place.start + found.start()
            return Words(found[0], Place(name.place.line, start, start + len(found[0])), found[0])
    return None


def find_named(match: re.Match[str], clause: Clause) -> Person:
    """Return the person of 市长是宋临川."""
    place = Place(clause.line, clause.start + match.start(), clause.start + match.end())
    return Person(match["name"], (match["post"],), place, match[0])


def by_label(label: str, text: str) -> str:
    """Return the field that a label names; a venue may be the main one."""
    if label == "name":
        return "other"
    if label == "venue" and "主会场" in text:
        return "main-venue"
    return label


def is_mostly_time(text: str, whens: Sequence[When]) -> bool:
    """Whether a clause says little but when."""
    taken = sum(len(when.text) for when in whens)
    return len(text) - taken <= 6


def speaker_field(text: str, clause: Clause) -> str:
    """Return "speaker" where a clause tells who speaks, "minutes" for how long behind that label."""
    if _IS_SPEAKER.match(text) and find_persons(text, 0, 0):
        return "speaker"
    if clause.label_class == "speaker":
        return "speaker" if not MINUTES.fullmatch(text.strip()) else "minutes"
    if (
        (spoken := _SPOKEN_AT.search(text))
        and text.rstrip("）)").endswith(("讲", "讲的"))
        and (find_persons(text[: spoken.start()], 0, 0) or re.search(f"{POST_END}$", text[: spoken.start()]))
    ):
        # 乡党委书记 阙明 要在清欠会上讲
        return "speaker"
    if re.search(
        r"(?:讲话|发言|致辞|致词|讲话人|稿子|讲稿|稿|讲话稿|讲的话$|[写弄]个话)", text
    ) and re.search(
        r"给.{2,24}讲的话$|给.{2,40}(?:写|准备|起草|备|拟)|的(?:稿子|讲话|讲稿|致辞|稿)|(?:你来|由你|请你)(?:起|写)|给.{2,12}起[个份篇]?[讲稿草]|讲话稿",
        text,
    ):
        return "speaker"
    # 任务：…，副县长温照庭讲话
    if clause.label_class == "name" and re.search("(?:讲话|致辞|致词)$", text) and find_persons(text, 0, 0):
        return "speaker"
    if re.fullmatch(f"由.{{2,30}}(?:{_ACTS})", text) and find_persons(text, 0, 0):
        return "speaker"
    if not MINUTES.search(text):
        return ""
    # 市卫健委主任 令狐海 20分钟
    alone = clause.line <= _HEAD and not clause.label and bool(_TIMED.search(text))
    persons = find_persons(text, 0, 0) if alone else []
    return "speaker" if _SPEAKS.search(text) or persons and persons[0].place.start == 0 else ""


def minutes_field(text: str, clause: Clause) -> str:
    """Return "minutes" where a clause tells how long the speech is."""
    found = MINUTES.search(text) or CHARACTERS.search(text)
    if not found or tells_of_others(text):
        return ""
    if clause.label_class == "minutes" or len(text) - len(found[0]) <= 8:
        return "minutes"
    return "minutes" if re.search(r"讲|稿|时长|控制|发言", text) and len(text) <= 30 else ""


# 邓书记（邓步云，村党总支书记）: his whole name and post.
_WHOLE_NAME = re.compile("[（(](?:全名|名叫|叫)?(?P<name>[一-鿿]{2,4})[，, ]+(?P<post>[一-鿿、]{2,20})[）)]")


def whole_name(clause: Clause, known: Person) -> Person | None:
    """Return a speaker known by surname with the name and post that a bracket behind him has; else None."""
    found = _WHOLE_NAME.search(clause.text)
    if found is None or not found["name"].startswith(known.name):
        return None
    return Person(found["name"], whole_posts(found["post"]) or known.posts, clause.place, found["name"])


def titled(clause: Clause) -> re.Match[str] | None:
    """Return the name in front of a bracket that tells who speaks: 安全例会（总经理 禹承泽 讲话）."""
    found = re.match("([^（(]{4,40})[（(]", clause.text) if clause.line == 1 else None
    return found if found and name_field(found[1]) else None


def absent_field(text: str, clause: Clause) -> str:
    """Return "absent" where a clause tells who does not come."""
    return (
        "absent"
        if re.search(r"不(?:参加|出席|到会|来$|在家)|请假|缺席|出差|赶不回", text) and len(text) <= 30
        else ""
    )


def venue_of(text: str) -> str:
    """Return the place itself: 镇政府三楼 of 回来在镇政府三楼开."""
    text = re.sub(
        "^.*?在(?=.{2})|(?:召开|开会?|举行|举办|进行|座谈)$|(?<=[楼厅室场院])开[一-鿿]{2,6}$", "", text
    )
    return re.sub("(?<=..)(?:办|召开|举行|举办|开|搞)[“《].*$", "", text)


_HELD_AT = re.compile("在[^，,]{2,16}?(?<!召)开(?![会始放])[^，,]{4,}[会式课]$")
# 地点先在工业园看两个现场: where one goes first, and what there is to see.
_SEEN_AT = re.compile("(?:地点)?(?:会前)?先?[在到去][一-鿿]{2,12}?(?:看|参观|观摩|踏看|察看)[两三四五\\d]")
_NONE_SEEN = re.compile("(?:看|看点|现场|参观|观摩)[：:]?(?:无|没有|不看|不安排)")


# 开会之前大家先看预检分诊, 先到井口警示墙看10分钟: who goes, where, and what is seen.
_SEES = re.compile(
    "(?:(?:开会|会议)?之?前|会前|大家|全体|[参与]会人员|集体|代表|分[一-鿿]{1,2}[组路]|[上下]午|现场|先|再)*"
    "(?:[到去在](?P<at>[一-鿿]{2,16}?))?"
    "(?P<verb>看|观摩|参观|实地看|踏看|走访?|察看|调研)(?!法|台|的|到|视频|座谈|讲话)了?(?P<what>.*)"
)
LONGEST_VISIT = 40
# How long one looks is nothing that is seen.
_LASTS = re.compile("[约大概]{0,2}[\\d一二两三四五六七八九十半]{1,3}个?(?:来?分钟|小时|钟头)(?:左右)?$")
_BACK = re.compile("(?:然后|再|接着|随后)*回来?[^，,]{0,8}(?:开会|座谈)")


def is_visit(text: str) -> bool:
    """Whether a clause tells what is seen around the meeting."""
    return len(text) <= LONGEST_VISIT and _SEES.match(text) is not None and not FILM.search(text)


def goes_after(text: str) -> bool:
    """Whether a clause tells what is seen after the meeting: 会后到消防大队看新装备."""
    found = re.match("(?:散会|会议?结束|会)后", text)
    return found is not None and is_visit(text[found.end() :])


def visited(text: str) -> tuple[str, str]:
    """Return how one looks and at what: 看, 井口警示墙 of 先到井口警示墙看10分钟; "" for all else."""
    found = _SEES.fullmatch(text)
    what = _LASTS.sub("", found["what"]).strip(" 　") if found else ""
    if found is None or not (what or found["at"]):
        return "", ""
    return found["verb"], what or found["at"]


def comes_back(text: str) -> bool:
    """Whether a clause only tells that one comes back from a visit: 再回来开会."""
    return _BACK.fullmatch(text) is not None


def venue_field(text: str, clause: Clause) -> str:
    """Return which kind of place a clause tells: venue, main or branch venues, visits; "" for none."""
    if re.match("[一-鿿]{0,4}主会?场", text) or re.search("[（(]主会场[)）]$", text):
        return "main-venue"
    if re.search(r"分会场|收听?收?看到?|收看|看视频|(?:视频|线上)(?:参加|参会|接入|收看|听会)|开视频$", text):
        return "branch-venues"
    if _NONE_SEEN.fullmatch(text):
        return "other"
    if re.match("[看走].{0,12}[就再]在.{2,16}开$", text):
        # 看完就在园区综合楼四楼开
        return "venue"
    if FILM.search(text):
        # 看警示片 is a step of the agenda.
        return ""
    if _SEEN_AT.match(text) or is_visit(text):
        return "visits"
    return "venue" if _names_place(text) else ""


def _names_place(text: str) -> bool:
    """Whether a clause is a place, or ends in one: not 在文化站开秋粮烘干调度会."""
    # 新院区工地（城北新区）
    bare = re.sub("(?<=..)(?:召开|开会?|举行|举办|集合)$|(?<=..)[（(][^（()）]{2,12}[)）]$", "", text)
    held = _HELD_AT.search(text)
    return not held and bool(_AT.search(text) or (len(text) <= 24 and pattern("venue-end").search(bare)))


def name_field(text: str, clause: Clause | None = None) -> str:
    """Return "name" where a clause is, or leads to, the name of a meeting."""
    bare = _bare_name(text)
    if clause is not None and clause.line <= _HEAD and _GOES.match(text):
        return "name"
    if clause is not None and clause.line == 1 and names_act(bare):
        return "name"
    if _ABOUT.search(bare):
        return "name"
    if (
        (4 <= len(bare) <= 48 or bare in _SHORT)
        and pattern("meeting-name").search(bare)
        and not pattern("mode").fullmatch(bare)
    ):
        return "name"
    return ""


def name_beside(clause: Clause, whens: Sequence[When]) -> tuple[re.Match[str], str] | None:
    """Return where a clause of the speaker has the name of the meeting, and the name; None without one."""
    named = _SPOKEN_AT.search(clause.text) or _PAPER_OF.search(clause.text) or _BEHIND.search(clause.text)
    named = named or (None if _MET.search(clause.text) else titled(clause))
    found = named or _MET.search(clause.text)
    if found is None:
        return None
    bare = _LEADS_TO_NAME.sub("", without(found[1], whens))
    return found, meeting_name(bare) if named else f"{found[1]}会议"


def names_more(text: str, known: Sequence[Words]) -> bool:
    """Whether a text names the meeting that is known with whose it is: 市住建局警示会, and not 警示会."""
    name = meeting_name(text)
    return bool(known) and name != known[0].value and name.endswith(known[0].value)


def names_act(text: str) -> bool:
    """Whether a first line is called by what is done at the meeting: 灌区冬修调度, 集体谈话."""
    return _ACT_NAME.fullmatch(text) is not None


def meeting_name(text: str) -> str:
    """Return the name of a meeting out of a clause: without what leads to it and without 材料单."""
    if goes := _GOES.match(text):
        return goes["name"]
    # 开发区在体育馆开技能人才表彰大会: whose it is stands in front of where.
    text = re.sub("(?<=[区县市镇乡街道局])在[^，,]{2,10}(?=召开|举[行办]|[开办](?![展工办学业发]))", "", text)
    bare = _STRAIGHT.sub(r"“\1”", _bare_name(text))
    lead = lead_of(bare)
    shorter = _OURS.sub("", re.sub("的会$", "会议", bare[len(lead) :]))
    if lead and (whose := _WHOSE.fullmatch(lead)) and body_of([whose["body"]]) == whose["body"]:
        # 区教育局开校车安全工作会 has the body in front.
        return re.sub(_MINE, "", f"{whose['body']}{shorter}")
    shorter = re.sub(_MINE, "", shorter)
    return shorter if len(shorter) >= 4 or shorter in _SHORT else bare


# 校长下周一早上8点全校大会: who speaks and when, in front of what the meeting is called.
_LEADS_TO_NAME = re.compile(
    "^(?:[一-鿿]{0,3}(?:书记|[院校局厂矿站所]长|主任|总经理|董事长)|[这那下上本]?周[一二三四五六日末天]"
    "|[（()）]|的)+(?=.{3})"
)
# 关于代拟讲话的通知：代表视察反馈会
_BEHIND = re.compile("(?:通知|任务|稿)[：:]([^：:，,。]{4,40}[会式课礼]”?)$")
# 主要说三件事：垃圾分类、停车: what the meeting is about.
MATTERS = re.compile(
    "(?:会上|这次|今天)?(?:主要|重点|就)?(?:说|讲|谈|议|部署|研究)[一二两三四五六七八][件个桩]事"
)
# What is no longer is no name by which others know the meeting.
LONGEST_CALL = 6
_ACT_NAME = re.compile("(?![^一-鿿]|.*每)[一-鿿]{4,24}(?:调度|谈话|会商|恳谈|座谈|点评|动员|调研|慰问)")
_WHO_SPEAKS = re.compile(
    "(?<=[会式礼])[一-鿿]{0,4}(?:书记|[省市县区镇乡局院校厂矿]长|总经理|董事长|主任|总裁)(?:的?(?:讲话|致辞|发言))?$"
)
# "9·02": straight marks in a name are set as a speech has them.
_STRAIGHT = re.compile('"([^"“”]{1,20})"')
# Brackets and blanks that a title stands in.
_AROUND_NAME = "《》【】〖〗 　"


def _bare_name(text: str) -> str:
    # A bracket within, 村（社区）“两委”, is part of the name; one at the end is not.
    bare = re.sub(
        r"[（(](?:[^（()）]*\d[^（()）]*|[^（()）]{5,}|[^（()）]*(?=[)）]?[ 　]*$))[)）]?", "", text
    )
    bare = re.sub("^@[^ 　]{1,10}[ 　]+|^(?:不对[，,！! ]*)?(?:应该?)?是(?=.{5,}[会式礼])", "", bare)
    bare = re.sub("(?<=[一-鿿”）])[ 　]+(?=[一-鿿“（])", "", _before_paper(bare.strip(_AROUND_NAME)))
    # 名字就叫“……会议”: the whole name stands in quotes.
    bare = re.sub("^[^“”]{0,10}“([^“”]{6,})”$", r"\1", bare)
    if spoken := re.fullmatch("在(.{4,40}?)上的?(?:讲话|致辞|致词|发言|报告|动员)(?:稿|提纲)?", bare):
        return spoken[1]
    if spoken := _SPOKEN_AT.search(bare):
        return spoken[1]
    if quoted := re.fullmatch("[^“]{0,12}“([^“”]{4,40}[会式课礼])”[^“”]{0,4}", bare):
        return quoted[1]
    bare = re.sub(
        r"^(?:(?:关于)?(?:起草|做好|准备|撰写|代拟)(?=.{6})|关于|[^：:]{1,12}[：:])+", "", bare
    ).strip("《》 　")
    # 动员会总经理讲话的素材: who speaks stands between the meeting and the paper.
    return _WHO_SPEAKS.sub("", _TITLE_TAIL.sub("", bare))


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
        if when.grain in ("day", "clock", "weekday"):
            text = text.replace(when.text, "", 1)
    return re.sub("[（(][ 　，,]*[)）]", "", text)
