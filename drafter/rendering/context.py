"""What a template can name: the parameters, and a few words derived from them."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from drafter.fields import plan_of
from drafter.kinds import Kind, KindPart
from drafter.library import Library
from drafter.parameters import Meeting, Parameters, Part, Point
from drafter.phrases import PlaceWords, words_of
from drafter.rendering.filters import as_work
from drafter.rendering.headings import composer_of, part_composer_of
from drafter.rendering.told import Told, told_of
from drafter.rendering.values import View
from drafter.speech import Speech

# A level, in a meeting's name (2025年全市……) or at the end of a region's (云州市).
LEVEL = re.compile(r"(?:\d{4}年(?:度)?)?全([省市县区乡镇])|.+([省市县区乡镇])$")
# 全市安全生产工作会议 → 安全生产工作
OCCASION = "(?:部署|动员|推进|专题|电视电话|视频|现场|观摩|调度|座谈|总结|表彰|警示教育|启动|誓师|交流)"
MEETING = re.compile(
    rf"(?:全[省市县区乡镇]|\d{{4}}年(?:度)?)*+(?!{OCCASION}+(?:会议|大会|会))(?P<field>.+?)"
    rf"{OCCASION}*(?:会议|大会|会|调研(?:活动)?)"
)


def context_of(
    parameters: Parameters, kind: Kind, library: Library, main: Speech | None = None
) -> dict[str, Any]:
    """Return the names that the templates of ``kind`` can use; ``main`` is the speech a paper follows."""
    view = View(complete(parameters, kind), "")
    headings, variation = library.headings, parameters.style.variation
    return {
        **{key: getattr(view, key) for key in plan_of(Parameters)},
        "subject": as_work(view.topic or _field_of(parameters.meeting) or view.topic),
        "place": place_of(parameters, library),
        "compose": composer_of(headings, variation),
        "part_heading": part_composer_of(headings, variation),
        "main": told_of(main) if main else Told(),
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
    return words_of(library.levels, meeting.level or _level_of(meeting.region) or _level_of(meeting.name))


def _level_of(name: str | None) -> str | None:
    found = LEVEL.match(name or "")
    return (found[1] or found[2]) if found else None


def _field_of(meeting: Meeting) -> str:
    found = MEETING.fullmatch(meeting.name.removeprefix(meeting.region or ""))
    return found["field"] if found else ""
