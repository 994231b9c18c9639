"""What is seen around a meeting: whether a clause tells of it, how one looks and at what."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.head.agenda_run import FILM

# 开会之前大家先看预检分诊, 先到井口警示墙看10分钟: who goes, where, and what is seen.
_SEES = re.compile(
    "(?:(?:开会|会议)?之?前|会前|大家|全体|[参与]会人员|集体|代表|分[一-鿿]{1,2}[组路]|[上下]午|现场|先|再)*"
    "(?:[到去在](?P<at>[一-鿿]{2,16}?))?"
    "(?P<verb>看|观摩|参观|实地看|踏看|走访|走(?!路|[一-鿿]?着)|察看|调研)(?!法|台|的|到|视频|座谈|讲话)了?(?P<what>.*)"
)
LONGEST_VISIT = 40
# How long one looks is nothing that is seen.
_LASTS = re.compile("[约大概]{0,2}[\\d一二两三四五六七八九十半]{1,3}个?(?:来?分钟|小时|钟头)(?:左右)?$")
_BACK = re.compile("(?:然后|再|接着|随后)+开会?|(?:然后|再|接着|随后)*回来?[^，,]{0,16}(?:开会?|座谈)")
# 会前看三家：
_LED_IN = re.compile(
    r"^(?:(?:地点)?(?:会前)?先?[在到去][一-鿿]{2,12}?(?=看|参观|观摩|踏看|察看))?(?:会前|上午|下午|现场|大家|全体|代表|分[一-鿿]{1,2}[组路]|先|到|去|观摩|参观|实地看|踏看|看|走访?|察看|调研)+[了完]?(?:[\d一两二三四五六七八九]+[家个处村]?(?:点位?|企业)?[：:])?"
)
# 两个现场（云帆重工、青禾冷链）
_LISTED = re.compile(r"[\d一二两三四五六七八九]+[个处家]?(?:现场|点位?|企业|项目)?[（(]([^（()）]+)[)）]")


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


def places_seen(text: str) -> list[str]:
    """Return the places of a visit: 云帆重工 and 青禾冷链 of 会前看两个现场（云帆重工、青禾冷链）."""
    bare = _LED_IN.sub("", text)
    listed = _LISTED.fullmatch(bare)
    return [place for place in re.split("[、，,]", listed[1] if listed else bare) if place]
