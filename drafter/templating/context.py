"""What a template can name: the parameters, and a few words derived from them."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from drafter.library import Library
from drafter.models.fields import fields_of
from drafter.models.kind import Kind, KindPart
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.models.parts import Part, Point
from drafter.models.paths import ANSWERS
from drafter.models.phrases import PlaceWords, words_of
from drafter.speech.tree import Speech
from drafter.templating.filters import as_work
from drafter.templating.headings import composer_of, part_composer_of
from drafter.templating.quoted import QuotedSpeech, quoted_speech
from drafter.templating.values import View


def context_of(
    parameters: Parameters, kind: Kind, library: Library, main: Speech | None = None
) -> dict[str, Any]:
    """Return the names that the templates of ``kind`` can use; ``main`` is the speech a paper follows."""
    view = View(complete(parameters, kind), "")
    headings, variation = library.headings, parameters.style.variation
    return {
        # Answers are for the blanks that ask for them, wherever these stand.
        **{key: getattr(view, key) for key in fields_of(Parameters) if key != ANSWERS},
        "subject": as_work(view.topic or field_of(parameters.meeting) or view.topic),
        "place": place_of(parameters, library),
        "compose": composer_of(headings, variation),
        "part_heading": part_composer_of(headings, variation),
        "main": quoted_speech(main) if main else QuotedSpeech(),
    }


def complete(parameters: Parameters, kind: Kind) -> Parameters:
    """Return ``parameters`` with the parts, roles, ordinals and empty points that ``kind`` has.

    Parts that the YAML gives stay in their order; only what they leave out is added.
    """
    given = parameters.parts or tuple(Part(role=part.role) for part in kind.parts)
    parts = tuple(_complete(part, kind, index) for index, part in enumerate(given))
    return replace(parameters, parts=parts)


def _complete(part: Part, kind: Kind, index: int) -> Part:
    usual = kind.part(part.role) if part.role else _nth(kind, index)
    if usual is None:
        return part
    return replace(
        part,
        role=usual.role,
        numbering=part.numbering or usual.numbering,
        points=part.points or tuple(Point(depth=depth) for depth in usual.depths()),
    )


def _nth(kind: Kind, index: int) -> KindPart | None:
    return kind.parts[index] if index < len(kind.parts) else None


def place_of(parameters: Parameters, library: Library) -> PlaceWords:
    """Return how the speech speaks of its place: by its level, or that of its region or name."""
    meeting = parameters.meeting
    return words_of(library.levels, meeting.level or level_of(meeting.region) or level_of(meeting.name))


# 2025年全市…… names a level; a place in front of the name does as well.
LEVEL = "(?:[省市县区乡镇]|街道)"
WHOLE = rf"(?:全{LEVEL}|\d{{4}}年(?:度)?)"
# How places end, and the words that end or begin with the same character: 城市更新 is about no place
# called 城, 城乡建设 about none called 城乡.
PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?:"
    r"(?<!节)省(?!级)|(?<![城都超上门股楼菜集夜早批])市(?![场政容民级])|县(?![域城级乡])"
    r"|(?<![社园校库景片小灾牧山林湖城郊地辖老新发范护贸特能业作验聚置厂矿疫战禁专])区(?![域划级])"
    r"|(?<![城家下返水侨])乡(?![村镇亲土贤])|(?<![小城乡村集])镇(?![域村])|街道)"
)
OCCASION = "(?:部署|动员|推进|专题|电视电话|视频|现场|观摩|调度|座谈|总结|表彰|警示教育|启动|誓师|交流)"
# 全市安全生产工作会议 is about 安全生产工作; 全市总结表彰大会 does not say what about.
FIELD = re.compile(
    rf"{WHOLE}*+(?!{OCCASION}+(?:会议|大会|会))(?P<field>.+?)"
    rf"{OCCASION}*(?:会议|大会|会|调研(?:活动)?)"
)


def level_of(name: str | None) -> str | None:
    """Return the level that the name of a meeting or a region tells (市 for 云州市), or None."""
    text = name or ""
    place = PLACE.match(text)
    found = (
        re.match(rf"{WHOLE}*?全({LEVEL})", text)
        or re.fullmatch(rf".+?({LEVEL})", text)
        or (place and re.fullmatch(rf".+?({LEVEL})", place[0]))
    )
    return found[1] if found else None


def field_of(meeting: Meeting) -> str:
    """Return the field of work that the name of ``meeting`` tells, "" where it tells none."""
    name = meeting.name.removeprefix(meeting.region or "")
    place = PLACE.match(name)
    found = FIELD.fullmatch(name[place.end() :] if place else name)
    return found["field"] if found else ""
