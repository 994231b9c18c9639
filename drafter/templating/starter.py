"""The YAML that `drafter new` writes: the keys of a kind and the points of a topic. It builds as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from drafter.library import Library
from drafter.models.facts import Facts
from drafter.models.fields import fields_of
from drafter.models.kind import Kind, KindPart
from drafter.models.meeting import AgendaItem, Meeting
from drafter.models.parameters import Parameters
from drafter.models.parts import Figure, Heading, Measure, Point, Problem, Target
from drafter.models.paths import ANSWERS
from drafter.models.topic import Topic
from drafter.yaml.dump import CommentedWriter, Suggested
from drafter.yaml.spelling import Spelling

# The field of work of a meeting without a topic.
ANY_WORK = "重点工作"

# Models that show the keys that a topic or kind fills, and only if none is filled all of their keys.
SPARSE: set[type[Struct]] = {Point, Measure, Figure, Target, Problem, Heading, AgendaItem}

# Of the lists of facts, the one whose item shows all its keys.
SPELLED_OUT = "tasks"

# The keys of a topic's facts that the clerk fills in.
OPEN = {"figures": ("value", "period"), "targets": ("value", "by")}

# The keys of a topic that are the clerk's to choose: written as comments, never as facts.
CHOSEN = ("source", "slogan", "owner")

# What stands for measures until the clerk has chosen: a blank at every depth.
NO_MEASURE = {"text": None, "depth": "brief"}


def starting_yaml(
    kind: str,
    library: Library,
    topic: str | None = None,
    papers: Iterable[str] = (),
    *,
    chinese: bool = False,
) -> str:
    """Return the YAML of an empty speech of ``kind``, with the usual points of ``topic``.

    It has the keys that the kind and the other ``papers`` use, ``chinese`` or English; the first of
    each name has a comment. A key left at ``~`` becomes a blank, or words of the template. What the
    topic says of agenda, measures, owners, slogans and sources is written as comments to be uncommented.
    Raises UnknownNameError for an unknown kind, topic or paper.
    """
    kind = library.kind_id(kind)
    described = library.kind(kind)
    others = [name for name in dict.fromkeys(map(library.kind_id, papers)) if name != kind]
    kinds = [described, *map(library.kind, others)]
    usual = library.topic(topic) if topic else None
    head = [
        f"# {described.name}：{described.summary}",
        "# 填好的值进正文；留着 ~ 的，文中用通用说法，或者留空位【……】。",
        "# 生成 Word：drafter build 本文件",
    ]
    if usual:
        head.insert(2, "# 行首带“# ”的措施、责任单位等是备选，不是事实：合用的删去“# ”，改成本地的说法。")
    given = {"kind": kind, "meeting": _meeting(described, usual), "parts": _parts(described, usual)}
    given |= {"topic": usual.name} if usual else {}
    given |= {"papers": others} if others else {}
    # The labels to answer are only known from a draft.
    given[ANSWERS] = []
    given["facts"] = {key: [] for key in fields_of(Facts) if key != SPELLED_OUT}
    spelling = Spelling(chinese, library.names(kind) if chinese else {})
    writer = CommentedWriter(SPARSE, lambda model, key: _is_used(kinds, model, key), spelling)
    return "\n".join([*head, *writer.mapping(Parameters, given)]) + "\n"


def _is_used(kinds: list[Kind], model: type[Struct], key: str) -> bool:
    if model is Parameters:
        return key == ANSWERS or any(kind.takes(key) for kind in kinds)
    return model is not Meeting or any(kind.takes("meeting", key) for kind in kinds)


def _meeting(kind: Kind, topic: Topic | None) -> dict[str, Any]:
    work = topic.name.removesuffix("工作") + "工作" if topic else ANY_WORK
    name = kind.meeting_name(work, topic.meeting if topic else None)
    # The usual purpose and agenda of a topic suit meetings that argue for it, but no ceremonies.
    if topic is None or not any(part.takes == "arguments" for part in kind.parts):
        return {"name": name}
    return {
        "name": name,
        "purpose": list(topic.purpose),
        "agenda": Suggested([_filled(item) for item in topic.agenda]),
    }


def _parts(kind: Kind, topic: Topic | None) -> list[dict[str, Any]]:
    longest = max(kind.parts, key=lambda part: part.points[-1], default=None)
    return [_part(part, topic, is_longest=part is longest) for part in kind.parts]


def _part(part: KindPart, topic: Topic | None, *, is_longest: bool) -> dict[str, Any]:
    """Return the keys of a part. In the longest part of the file the first point shows all its keys."""
    given: dict[str, Any] = {"role": part.role, "numbering": part.numbering}
    usual: tuple[Point, ...] = getattr(topic, part.takes) if topic and part.takes else ()
    if topic and usual:
        pattern = {"pattern": topic.pattern} if part.takes == "tasks" and topic.pattern else {}
        return {**given, **pattern, "points": [_offered(_filled(point)) for point in usual]}
    points = [{"heading": None, **({"depth": depth} if depth else {})} for depth in part.depths()]
    if is_longest and points:
        points[0] = {}
    return {**given, "points": points}


def _filled(model: Struct) -> dict[str, Any]:
    """Return the filled keys of ``model``; figures and targets also have the keys to fill in."""
    found: dict[str, Any] = {}
    for key, spec in fields_of(type(model)).items():
        value = getattr(model, spec.name)
        if spec.is_model and spec.is_list:
            items = [{**_filled(item), **dict.fromkeys(OPEN.get(key, ()))} for item in value]
            value = [_shortest(item, spec.type) for item in items]
        elif spec.is_model:
            value = _shortest(_filled(value), spec.type)
        if value not in (None, (), [], {}):
            found[key] = value
    if isinstance(model, AgendaItem) and not model.who:
        found = {"who": None, **found}
    return found


def _offered(filled: dict[str, Any]) -> dict[str, Any]:
    """Return the keys of a point or a fact, those that are the clerk's to choose as comments."""
    offered: dict[str, Any] = {}
    for key, value in filled.items():
        if key in CHOSEN:
            offered[key] = Suggested(value)
        elif key == "measures":
            offered[key] = [NO_MEASURE, *map(Suggested, value)]
        elif key in OPEN:
            offered[key] = [_offered(item) if isinstance(item, dict) else item for item in value]
        else:
            offered[key] = value
    return offered


def _shortest(filled: dict[str, Any], model: type[Struct]) -> Any:
    """Return a mapping with only its shorthand key as that plain text, otherwise the mapping."""
    shorthand = getattr(model, "shorthand", "")
    return filled[shorthand] if set(filled) == {shorthand} else filled
