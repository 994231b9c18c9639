"""Which body a meeting belongs to, its level, and the kind of speech that its name calls for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue
from drafter.facts.sheet import Meeting, Step, Words

ORGANISATION = re.compile(
    r"^(?:(?!暨)[\u4e00-\u9fff]){2,20}?(?:医院(?!感)|(?:保健|卫生)院|中学(?!生)|(?<!中)小学(?!生)|大学(?!附属|生)|学院|学校(?![暨和])|[一二三四五六七八九]中(?!学)|中专|研究院|研究所|幼儿园|公司|集团(?:公司|(?!化))|煤矿|铁矿|金矿|铜矿|矿业"
    r"|(?<!尾)矿(?!山|区|产|井|工|难|库)|厂(?!房|区|长)|银行|(?<!布)局(?!部|面|势|长)|厅(?!长)|(?<!生产)(?<!业主)委员会(?![（(]|会议)"
    r"|(?:控制|服务)中心)"
)
# 城区, 山区, 产业园区 are places of a kind, 望城区, 房山区, 白沙化工园区 are such and such a one.
_PLACE_BODY = re.compile(
    r"^(?:(?!暨)[\u4e00-\u9fff]){1,8}?(?:省(?!道)|(?<![城夜早超集上])市(?!场|民(?![营政])|政(?![务府协])|容)|县(?!城(?!管)|管校|域)"
    r"|(?:(?<![社城小园山景片校库])|(?<=[\u4e00-\u9fff][城山])|(?<=[\u4e00-\u9fff]{3}园))区(?!域)|街道|(?<![城乡村])镇"
    r"|(?<!城)乡(?!村|镇)|社区|(?<![农乡])村(?!民|庄|村(?!民))|州|旗)"
)
# 全县, and 一季度社区工作调度会: the words in front of 社区 name none.
_NO_BODY = re.compile("全|本|[今明后]天|关于|写给|给|[一二三四上下前][季半][度年]|今年|明年|年度")


def body_of(texts: Iterable[str]) -> str:
    """Return the body that a meeting belongs to, by the front of its name: 清渡县, 安澜市第二人民医院."""
    for text in texts:
        found = ORGANISATION.match(text) or _PLACE_BODY.match(text)
        if found and not _NO_BODY.match(found[0]):
            return found[0]
    return ""


# 全县, 市, 矿上: the house as those who work in it call it.
_HOUSE = re.compile(
    "^(?:[全本](?:[省市县区镇乡校院厂矿局]|街道|集团|公司)|[省市县区镇乡](?![场民政容道城管域间级属直村镇])(?:[一二三四五六七八九]院)?"
    "|[县市区镇乡村局院校矿厂][里上](?!程)|(?:公司|集团|医院)(?!感|治|化))"
)
# 妇联、卫健委, 城南项目部: bodies stand beside each other, and one within the other.
_BESIDE = re.compile(
    "^、?[一-鿿]{0,4}?(?:妇联|残联|团委|工商联|健委|血站|献血办)|^、[一-鿿]{1,6}?(?:医院|学校|公司)"
    "|^(?:集团|公司){1,2}(?![治化])|^[一-鿿]{2,4}(?:煤矿|厂(?!房|区|长)|分公司|项目部|校区|院区|车间)"
)
# 2027届, 2024—2025年度, （区属公办）: what stands beside a body.
_ASIDE = re.compile(r"^(?:20\d\d(?:[—–-]+20\d\d)?(?:年度?|[届级])|（[^（）]*）)")


def without_bodies(name: str) -> str:
    """Return what follows the year and the bodies in front of a name: 校园安全 of 沅水大学校园安全.

    Places may follow each other, 平芜市洛浦区; behind an organisation stands what its meeting is about.
    """
    left, kinds = name, [_ASIDE, _HOUSE, ORGANISATION, _PLACE_BODY, _BESIDE]
    while kind := next((kind for kind in kinds if kind.match(left)), None):
        left = kind.sub("", left, count=1)
        if kind is ORGANISATION:
            kinds = [_ASIDE, _BESIDE]
    return left


# 梧桐里街道书记讲话任务单: the first line of a sheet that names what it is.
_TITLE = re.compile("^.{4,24}(?:单|稿|素材|材料|要点|提纲)$")
# So many signs of a sheet may name its body, where the meeting and what stands beside it do not.
_FRONT = 120


def body_of_sheet(name: str, beside: Sequence[str], text: str) -> str:
    """Return the body of a sheet: by the name of the meeting, by the words ``beside`` it, by its title."""
    # 兰坪新区调研: who is visited is no body of the meeting.
    own = "" if "调研" in name else name
    front = text[:_FRONT]
    title = front.partition("\n")[0]
    return body_of([own, next(iter(beside), front), title if _TITLE.search(title) else ""])


# 街道开整治工作会, 公司要开动员会: whose meeting it is, without the name.
_OUR_MEETING = re.compile(
    "(?<![一-鿿])(?:[这那下上本]?周[一二三四五六日末天])?[^，,。；：]{0,16}"
    "(?:街道|公司|集团|学校|医院|[局镇乡县区市校院厂矿村][里上])(?:要|得|准备|打算)?(?:开|召开|搞)[个场次]?"
)


def with_body_of(name: str, posts: Sequence[str], head: str) -> str:
    """Return the name of a meeting with the body of the speaker's posts in front, where the head calls it so.

    街道开城市管理工作会, whose speaker is 柳荫街道党工委副书记, is 柳荫街道城市管理工作会.
    """
    ours = _OUR_MEETING.search(head)
    if ours is None or not head[ours.end() :].startswith(name[:4]) or body_of([name]):
        return name
    body = body_of([re.sub("(?:党工?委|党组|党总支|纪委|办事处).*", "", post) for post in posts])
    return f"{body}{name}" if "副" not in body else name


# What the house is of which somebody is 主任 or 书记 where the sheet has no more.
_HOUSES = (
    ("街道", "主任", "办事处"), ("街道", "书记", "党工委"), ("镇", "书记", "党委"), ("乡", "书记", "党委"),
)  # fmt: skip


def with_house(name: str, posts: tuple[str, ...], body: str) -> tuple[str, ...]:
    """Return the posts of a speaker with the house of his body, where his only post has none.

    主任 of 石桥街道 is 石桥街道办事处主任, 书记 of 枫堰镇 is 枫堰镇党委书记. His surname is no part of it:
    园区管委会卢主任 is called 卢学文.
    """
    if len(name) > 1:
        posts = tuple(re.sub(f"{name[0]}(?=(?:书记|主任|总?经理|董事长|[一-鿿]?长)$)", "", p) for p in posts)
    if len(posts) != 1:
        return posts
    houses = (h for sort, post, h in _HOUSES if body.endswith(sort) and posts[0].removeprefix("副") == post)
    house = next(houses, "")
    return (f"{body}{house}{posts[0]}",) if house else posts


def is_whole_name(text: str, name: str) -> bool:
    """Whether a text is the name of the meeting with what it lacks in front: 第六届“师带徒”启动仪式."""
    bare, ours = (re.sub("[“”]", "", each) for each in (text, name))
    return bool(name) and text != name and bare.endswith(ours) and len(bare) <= len(ours) + LONGEST_FRONT


def level_of(body: str, texts: Iterable[str]) -> str:
    """Return the level by the body, else by what the head and the posts say; "" if nothing tells."""
    if found := first_cue("body-level", body) if body else "":
        return found
    return next((level for text in texts if (level := first_cue("level", text))), "")


# What stands in front of a short name of a meeting has so many signs at most.
LONGEST_FRONT = 10

# Kinds for which others stand as well as they do: a 工作会议暨警示教育大会 is the latter.
_WEAK = ("", "deployment", "address")
# 总结表彰暨工作部署会: what stands on each side is a meeting of its own.
_AND = re.compile("暨|(?<=[会式])[和、]")


def kind_of_speech(meeting: Meeting, posts: Sequence[str], before: Sequence[Step], text: str) -> str:
    """Return the id of the kind of speech that a meeting, and the speaker's part in it, call for.

    ``before`` are the steps in front of it. Without a name of the meeting it may be "".
    """
    name, mode = meeting.name.value if meeting.name else "", meeting.mode.text if meeting.mode else ""
    reporters = (step.who for step in before if "述职" in step.does)
    return _by_speaker(kind_of(name, mode, text), posts, reporters, text)


def kind_of(name: str, mode: str, text: str) -> str:
    """Return the id of the kind that a meeting of this name calls for; "" without a name."""
    title = text.strip().partition("\n")[0][:120]
    if name[-4:] not in title:
        # A line that does not name the meeting is no title: 别拖，老师们第二天还要迎新.
        title = ""
    found = [_kind_named(name), first_cue("kind", mode), _kind_named(title), first_cue("kind", text[:200])]
    known = [kind for kind in found if kind]
    # 会 alone tells little: a title that says more goes before it.
    # What stands below the title, 家庭医生签约, tells only where nothing else does.
    return next((kind for kind in found[:3] if kind not in ("", "deployment")), known[0] if known else "")


def _kind_named(name: str) -> str:
    """Return the kind that a name tells: of 动员暨警示教育会 what stands first, unless it says little."""
    sides = [first_cue("kind", side) for side in _AND.split(name)]
    if {*sides} == {"symposium", "commendation"}:
        # 妇女节座谈暨表扬会: people sit together to honour some of them.
        return "commendation"
    return next((kind for kind in sides if kind not in _WEAK), first_cue("kind", name))


# Who reports on his own work is no one who comments on that of others.
_COMMENTS = re.compile("点评")
_NEW = re.compile("新任|新到任")
_APPOINTED = re.compile("任免|任命|任职|就职|表态")


def _by_speaker(kind: str, posts: Sequence[str], reporters: Iterable[str], text: str) -> str:
    """Return the kind that the speaker's part in the meeting calls for, where its name alone misleads.

    ``reporters`` are those who report on their work before him: he then comments, and reports on nothing.
    """
    if kind == "work-report" and (any(reporters) or _COMMENTS.search(text)):
        return "dispatch"
    if kind in _WEAK and any(map(_NEW.search, posts)) and _APPOINTED.search(text):
        return "inaugural"
    return kind


def with_organiser(name: Words, organiser: Words | None) -> Words:
    """Return the name of the meeting with the body that stands in front of it on the line of the title."""
    if organiser is None or organiser.text in name.value:
        return name
    if organiser.place.line != name.place.line or organiser.place.start > name.place.start:
        return name
    return replace(name, value=f"{organiser.text}{name.value}")
