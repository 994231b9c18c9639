"""A county, a town and a sub-district speak of themselves, and never as a city."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.templating.starter import starting_yaml
from tests.drafts import loaded

from .reading import lines_of

# Every kind, or every sheet, is drafted.
pytestmark = pytest.mark.slow

LIBRARY = builtin_library()
LEVELS = ("县", "镇", "街道")
# What belongs to a city alone; 市场, 城市 and the like are no cities.
OF_A_CITY = re.compile(
    r"全市|我市|本市|市委|市政府|市级|市直|市里|（市、区）"
    r"|(?<![城上门超夜])市(?![场民政容面价情])[\u4e00-\u9fff]{1,10}(?:局|厅|委|办)(?![里外事理法])"
)
OF_A_COUNTY = re.compile("全县|我县|县委|县政府|县级")

each_level = pytest.mark.parametrize("level", LEVELS)
each_kind = pytest.mark.parametrize("kind", LIBRARY.kinds())
each_topic = pytest.mark.parametrize("topic", LIBRARY.topics())


def leaks(text: str, level: str) -> list[str]:
    """Return the words in ``text`` that do not belong to ``level``."""
    return OF_A_CITY.findall(text) + ([] if level == "县" else OF_A_COUNTY.findall(text))


def said(parameters: Parameters, level: str) -> str:
    """Return what the speech of ``parameters`` says at ``level``, in every variation at full depth."""
    name = parameters.meeting.name.replace("全市", f"全{level}")
    given = replace(parameters, meeting=replace(parameters.meeting, name=name))
    styles = (replace(given.style, depth="full", variation=number) for number in (1, 2, 3, 4))
    speeches = (drafter.draft(replace(given, style=style), LIBRARY) for style in styles)
    return "\n".join(line for speech in speeches for line in lines_of(speech))


def uncommented(text: str) -> str:
    """Return the YAML ``text`` with each suggestion taken up, without the explanations behind values."""
    lines = (re.sub(r" # .*", "", re.sub(r"^( *)# ", r"\1", line)) for line in text.split("\n"))
    return "\n".join(lines)


@each_kind
@each_level
def test_no_kind_speaks_of_a_city(kind: str, level: str) -> None:
    parameters = Parameters(kind=kind, meeting=Meeting(name=f"全{level}安全生产工作会议"))

    assert [] == leaks(said(parameters, level), level)


@each_topic
@each_level
def test_no_draft_of_a_topic_speaks_of_a_city(topic: str, level: str) -> None:
    parameters = loaded(starting_yaml("deployment", LIBRARY, topic))

    assert [] == leaks(said(parameters, level), level)


@each_topic
def test_no_suggestion_of_a_topic_names_the_bodies_of_a_city(topic: str) -> None:
    text = uncommented(starting_yaml("deployment", LIBRARY, topic)).replace("name: 全市", "name: ")

    assert [] == leaks(text, "县")


@each_topic
def test_a_suggestion_is_no_fact_before_it_is_taken_up(topic: str) -> None:
    parameters = loaded(starting_yaml("deployment", LIBRARY, topic))
    points = [point for part in parameters.parts for point in part.points]
    figures = [figure for point in points for figure in point.figures]

    assert parameters.meeting.agenda is None
    assert [] == [measure.text for point in points for measure in point.measures if measure.text]
    assert not any(point.owner or point.slogan or point.deadline for point in points)
    assert not any(figure.source or figure.value for figure in figures)


@each_topic
def test_taking_up_the_suggestions_gives_the_facts_of_the_topic(topic: str) -> None:
    text = starting_yaml("deployment", LIBRARY, topic)
    parameters = loaded(re.sub(r"^( +)# (?=[ \-a-z])", r"\1", text, flags=re.MULTILINE))
    points = parameters.parts[1].points

    assert [task.owner for task in LIBRARY.topic(topic).tasks] == [point.owner for point in points]
    assert LIBRARY.topic(topic).agenda == parameters.meeting.agenda
