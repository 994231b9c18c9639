"""Which place or body a meeting belongs to, by its keys, its name and the speaker's post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from drafter.facts import patterns as re
from drafter.library import Library
from drafter.models.meeting import Level, Meeting
from drafter.models.parameters import Parameters
from drafter.models.phrases import Body, Levels, LevelWords, PlaceWords

LEVELS: tuple[str, ...] = get_args(Level)
# 单位 may stand for each of these; the levels before them are divisions of the country.
BODIES = LEVELS[LEVELS.index("街道") :]
# The level of a body of which nobody says what it is: 院长 is a post in many.
UNSURE = "单位"

# 2025年全市…… names a level; a place in front of the name does as well.
LEVEL = "(?:[省市县区乡镇]|街道)"
# What a body calls itself behind 全; 全委会, 全行业 and 全局性 are other words.
OWN = "(?:[院校园所矿厂厅]|局(?!性|观)|委(?!会|员|扩)|行(?!业|动)|村|社区|集团|公司|实验室)"
YEAR = r"\d{4}年(?:度)?"
WHOLE = rf"(?:全(?:{LEVEL}|{OWN})|{YEAR})"
# How places end, and the words that end or begin with the same character: 城市更新 is about no place
# called 城, 城乡建设 about none called 城乡.
PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?:"
    r"(?<!节)省(?!级)|(?<![城都超上门股楼菜集夜早批])市(?![场政容民级])|县(?![域城级乡])"
    r"|(?<![社园校库景片小灾牧山林湖城郊地辖老新发范护贸特能业作验聚置厂矿疫战禁专])区(?![域划级])"
    r"|(?<![城家下返水侨])乡(?![村镇亲土贤])|(?<![小城乡村集])镇(?![域村])|街道)"
)
# Sorts of bodies rather than one of them (中小学校, 公立医院), and words that end like bodies (产业布局).
SORT_OF_BODY = re.compile(
    "^[全各]|所有|、|(?<=.)[和与及]"
    "|(?:中小|老年|高等|职业|乡村|农村|教育|公立|民办|公办|普惠|定点|国有|企业|关闭)$"
    "|[布格结大开战僵破时政变餐客]$"
)
# 学院长, 中学生 and 矿山 go on where a body would end.
GOES_ON = "(?![生长山区产井难部面势员])"
# No meeting has a longer name.
LONGEST_NAME = 200
# Sorts of meetings.
SORT = "(?:部署|动员|推进|专题|电视电话|视频|现场|观摩|调度|座谈|总结|表彰|警示教育|启动|誓师|交流)"
# 全市安全生产工作会议 is about 安全生产工作; 全市总结表彰大会 names no field.
FIELD = re.compile(
    rf"{WHOLE}*+(?!{SORT}+(?:会议|大会|会))(?P<field>.+?)"
    rf"{SORT}*(?:会议|大会|会|调研(?:活动)?)"
)
PARTY = re.compile("(党委|党组|党工委|党总支|党支部)副?书记")
# A seat on a committee, beside the post that somebody leads a body in: 省委常委、云州市委书记.
SEAT = re.compile("(?:常委|委员|成员)$")


def place_of(parameters: Parameters, library: Library) -> PlaceWords:
    """Return the words for the place or body of the meeting.

    Its level is the one given, else the one that its name tells, its region, the speaker's post or
    its host. A level of 单位 is told apart in the same way.
    """
    meeting, post, levels = parameters.meeting, parameters.speaker.post or "", library.levels
    words = levels.of(_level(meeting, post, levels))
    party = PARTY.search(post)
    return words.said_of(_body(words, meeting, post), party[1] if party else "")


def _level(meeting: Meeting, post: str, levels: Levels) -> str | None:
    region, host = meeting.region or "", meeting.host or ""
    if meeting.level == UNSURE:
        return _level_of_body(meeting, post, levels) or UNSURE
    return (
        meeting.level
        or _named(meeting.name, levels)
        or _whole(meeting, post, levels)
        or _named(region, levels)
        or level_of(region)
        or level_of(meeting.name)
        or _held(post, levels, meeting.name + host, LEVELS)
        or _named(host, levels)
    )


def _level_of_body(meeting: Meeting, post: str, levels: Levels) -> str | None:
    texts = (meeting.name, meeting.region or "", meeting.host or "")
    told = (_named(text, levels) or level_of(text) for text in texts)
    return (
        next((level for level in told if level in BODIES), None)
        or _whole(meeting, post, levels)
        or _held(post, levels, "".join(texts), BODIES)
    )


def _named(text: str, levels: Levels) -> str | None:
    """Return the level of the body whose name ``text`` begins with: 医院 for 云州市人民医院……."""
    return next(
        (level for level in BODIES if any(_end_of(noun, text) for noun in levels.of(level).names)), None
    )


def _end_of(noun: str, text: str) -> int:
    """Return where the name of a body that ends in ``noun`` ends in front of ``text``; 0 for none."""
    if noun not in text:
        return 0
    place = PLACE.match(text)
    start = place.end() if place else 0
    # 云州市发改委 is one body; 云州市医院 is any hospital there.
    least = 0 if place and noun[-1] in "委局" else 2
    name = re.compile(rf"(?P<own>[省市县区]|[\u4e00-\u9fff（）]{{{least},14}}?){noun}{GOES_ON}")
    found = name.match(text, start)
    return found.end() if found and not SORT_OF_BODY.search(found["own"]) else 0


def _whole(meeting: Meeting, post: str, levels: Levels) -> str | None:
    """Return the level that 全 in front of the name tells: 学校 for 全校……."""
    own = _own_name(meeting)
    found = [level for level in BODIES if own and own in _short_names(levels.of(level))]
    return _surest(found, post + (meeting.region or "") + (meeting.host or ""), levels)


def _own_name(meeting: Meeting) -> str:
    """Return what the body calls itself behind 全 in the name of the meeting, "" where it does not."""
    found = re.match(rf"(?:{YEAR})*全({OWN})", meeting.name)
    return found[1] if found else ""


def _short_names(words: LevelWords) -> list[str]:
    return [words.body, *(body.body for body in words.bodies)]


def _held(post: str, levels: Levels, texts: str, known: Sequence[str]) -> str | None:
    """Return the level that ``post`` tells; ``texts`` tell which of several it is."""
    for clause in _posts(post):
        found = [level for level in known if any(word in clause for word in levels.of(level).posts)]
        if found:
            return _surest(found, clause + texts, levels)
    return None


def _surest(found: Sequence[str], texts: str, levels: Levels) -> str | None:
    """Return the level of ``found`` that ``texts`` name a body of, or the only one there is."""
    sure = [level for level in found if any(noun in texts for noun in levels.of(level).names)]
    if sure or len(found) == 1:
        return (sure or found)[0]
    return UNSURE if found else None


def _posts(post: str) -> Iterable[str]:
    """Return the posts in ``post``, seats on committees last."""
    return sorted(re.split("[、，,；; 　]", post), key=lambda clause: bool(SEAT.search(clause)))


def _body(words: LevelWords, meeting: Meeting, post: str) -> Body | None:
    """Return which sort of the bodies of a level it is; None where the level has one word for all."""
    texts = (meeting.name, meeting.region or "", meeting.host or "")
    own = _own_name(meeting)
    fitting = (body for body in words.bodies if _fits(body, texts, post))
    # The general sort stands behind the special ones: 全局 is no tax office.
    general = (body for body in reversed(words.bodies) if own not in ("", words.body) and body.body == own)
    return next(fitting, None) or next(general, None)


def _fits(body: Body, texts: Iterable[str], post: str) -> bool:
    return any(_end_of(noun, text) for noun in body.names for text in texts) or any(
        word in post for word in (*body.posts, *body.names)
    )


def level_of(name: str | None) -> str | None:
    """Return the level that the name of a meeting or a region tells (市 for 云州市), or None."""
    text = name or ""
    place = PLACE.match(text)
    found = (
        re.match(rf"{WHOLE}*?全({LEVEL})", text)
        or re.fullmatch(rf".+?({LEVEL}|村|社区)", text)
        or (place and re.fullmatch(rf".+?({LEVEL})", place[0]))
    )
    return found[1] if found else None


def field_of(meeting: Meeting, levels: Levels) -> str:
    """Return the field of work that the name of ``meeting`` tells, "" where it tells none."""
    name = meeting.name.removeprefix(meeting.region or "").removeprefix(meeting.host or "")
    nouns = (noun for level in BODIES for noun in levels.of(level).names)
    place = PLACE.match(name)
    end = max((_end_of(noun, name) for noun in nouns), default=0) or (place.end() if place else 0)
    # What is far longer is no name of a meeting; to take it apart would take the square of its length.
    found = FIELD.fullmatch(name[end:]) if len(name) <= LONGEST_NAME else None
    return found["field"] if found else ""
