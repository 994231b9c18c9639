"""Which field of the head a single clause fills: speaker, minutes, venue, who is absent."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.head.agenda_run import FILM
from drafter.facts.head.duration import CHARACTERS, MINUTES, tells_of_others
from drafter.facts.head.meeting_name import FIRST_LINES, SPOKEN_AT
from drafter.facts.head.visits import is_visit
from drafter.facts.people.persons import find_persons, whole_posts
from drafter.facts.sheet import Person, Place, When, Words

# 在研项目46个 counts, and is no place.
_AT = re.compile(
    r"(?:^|[，\s]|地点|回来|然后|再|就|还)在(?![手建册编岗籍库用途][^，,]{0,4}\d)(?![^，,]*\d万?[个项名人家处台条件位户]$)(?P<at>[^，,]{2,24}?)(?:召开|开会?|举行|举办|集中|搞|进行|座谈|开座谈会)?$"
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

_TIMED = re.compile(
    "[一-鿿 　）)][约大概就]{0,2}[\\d一二三四五六七八九十、~～-]{1,5}来?分钟(?:左右|以内|上下|内)?$"
)
# 袁总=总经理袁克明: who is meant by a short name.
EXPLAINED = re.compile(
    "(?:[一-鿿]{1,2}(?:总|董|局|书记|主任|[县市区镇乡院校矿厂]长)|讲话人|领导)[ ]*[=＝][ ]*(?P<who>.{3,24})"
)
IS_SPEAKER = re.compile(
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
    if IS_SPEAKER.match(text) and find_persons(text, 0, 0):
        return "speaker"
    if clause.label_class == "speaker":
        return "speaker" if not MINUTES.fullmatch(text.strip()) else "minutes"
    if (
        (spoken := SPOKEN_AT.search(text))
        and text.rstrip("）)").endswith(("讲", "讲的"))
        and (find_persons(text[: spoken.start()], 0, 0) or re.search(f"{POST_END}$", text[: spoken.start()]))
    ):
        # 乡党委书记 阙明 要在清欠会上讲
        return "speaker"
    if re.search(
        r"(?:讲话|发言|致辞|致词|讲话人|稿子|讲稿|稿|讲话稿|讲的话$|[写弄]个话)", text
    ) and re.search(
        r"给.{2,24}讲的话$|[给替].{2,40}(?:写|准备|起草|备|拟)|的(?:稿子|讲话|讲稿|致辞|稿)|(?:你来|由你|请你)(?:起|写)|给.{2,12}起[个份篇]?[讲稿草]|讲话稿",
        text,
    ):
        return "speaker"
    # 任务：…，副县长温照庭讲话
    if clause.label_class == "name" and re.search("(?:讲话|致辞|致词)$", text) and find_persons(text, 0, 0):
        return "speaker"
    if re.fullmatch(f"由.{{2,30}}(?:{_ACTS})", text) and find_persons(text, 0, 0):
        return "speaker"
    if not MINUTES.search(text):
        return "speaker" if clause.line <= FIRST_LINES and _is_told_to_speak(text) else ""
    # 市卫健委主任 令狐海 20分钟
    alone = clause.line <= FIRST_LINES and clause.label_class in ("", "name") and bool(_TIMED.search(text))
    persons = find_persons(text, 0, 0) if alone else []
    return "speaker" if _SPEAKS.search(text) or persons and persons[0].place.start == 0 else ""


# 总经理霍东明讲（霍总）: his post, his name, that he speaks, and how he is called.
_CALLED_SO = re.compile(f"(?P<who>.{{4,24}}?)(?:{_ACTS})[（(][一-鿿](?:总|董|书记|主任|[一-鿿]?长)[)）]")


def _is_told_to_speak(text: str) -> bool:
    found = _CALLED_SO.fullmatch(text)
    persons = find_persons(found["who"], 0, 0) if found else []
    return bool(persons) and persons[0].place.start == 0


def minutes_field(text: str, clause: Clause) -> str:
    """Return "minutes" where a clause tells how long the speech is."""
    found = MINUTES.search(text) or CHARACTERS.search(text)
    if not found or tells_of_others(text):
        return ""
    if clause.label_class == "minutes" or len(text) - len(found[0]) <= 8:
        return "minutes"
    return "minutes" if re.search(r"讲|稿|时长|控制|发言", text) and len(text) <= 30 else ""


# 邓书记（邓步云，村党总支书记）, 谭校长（谭若兰）: his whole name, and his post.
_WHOLE_NAME = re.compile(
    "[（(](?:全名|名叫|叫)?(?P<name>[一-鿿]{2,4})(?:[，, ]+(?P<post>[一-鿿、]{2,20}))?[）)]"
)


def whole_name(clause: Clause, known: Person) -> Person | None:
    """Return a speaker known by surname with the name and post that a bracket behind him has; else None."""
    found = _WHOLE_NAME.search(clause.text)
    if found is None or not found["name"].startswith(known.name):
        return None
    posts = whole_posts(found["post"]) if found["post"] else ()
    return Person(found["name"], posts or known.posts, clause.place, found["name"])


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


def venue_field(text: str, clause: Clause) -> str:
    """Return which kind of place a clause tells: venue, main or branch venues, visits; "" for none."""
    if re.match("[一-鿿]{0,4}主会?场", text) or re.search("[（(]主会场[)）]$", text):
        return "main-venue"
    if re.search("[不没未]设分会场", text):
        return "other"
    if re.search(r"分会场|收听?收?看到?|收看|看视频|(?:视频|线上)(?:参加|参会|接入|收看|听会)|开视频$", text):
        return "branch-venues"
    if _NONE_SEEN.fullmatch(text):
        return "other"
    if re.match("[看走].{0,12}[就再]在.{2,16}开$", text):
        # 看完就在园区综合楼四楼开
        return "venue"
    if FILM.search(text) or re.match("[一-鿿]{0,4}(?:讲|说|念|致)完", text):
        # 看警示片, 讲完看现场 are steps of the agenda.
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


# 主要说三件事：垃圾分类、停车: what the meeting is about.
MATTERS = re.compile(
    "(?:会上|这次|今天)?(?:主要|重点|就)?(?:说|讲|谈|议|部署|研究)[一二两三四五六七八][件个桩]事"
)
