"""Every topic, as `drafter new deployment --topic` writes it: a draft by somebody who knows the field."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

import pytest
from msgspec import Struct
from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.models.topic import Topic
from drafter.speech.tree import Speech, plain_text
from drafter.templating.starter import starting_yaml
from tests.drafts import loaded

from .reading import DEPTHS, complaints

LIBRARY = builtin_library()
TOPICS = LIBRARY.topics()
ARGUMENTS, TASKS, MEASURES = range(3, 5), range(5, 7), range(2, 5)

each_topic = pytest.mark.parametrize("name", TOPICS)


@lru_cache(maxsize=64)
def started(name: str) -> Parameters:
    return loaded(starting_yaml("deployment", LIBRARY, name))


def drafted(name: str, depth: str = "standard", variation: int = 1) -> Speech:
    parameters = started(name)
    style = replace(parameters.style, depth=depth, variation=variation)
    return drafter.draft(replace(parameters, style=style), LIBRARY)


def words_of(model: Struct) -> list[str]:
    """Return all texts of a topic, without names of things."""
    words: list[str] = []
    for plan in fields_of(type(model)).values():
        value = getattr(model, plan.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Struct):
                words += words_of(item)
            elif isinstance(item, str) and plan.is_words:
                words += re.split(r"\{\w+\}", item)
    return words


def test_there_are_at_least_twenty() -> None:
    assert 20 <= len(TOPICS)


@pytest.mark.slow
@each_topic
@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("variation", [1, 2])
def test_an_editor_has_nothing_to_send_back(name: str, depth: str, variation: int) -> None:
    assert [] == complaints(drafted(name, depth, variation))


@each_topic
def test_it_has_arguments_tasks_and_measures_enough(name: str) -> None:
    topic = LIBRARY.topic(name)

    assert len(topic.arguments) in ARGUMENTS and len(topic.tasks) in TASKS
    assert all(len(task.measures) in MEASURES for task in topic.tasks)
    assert 2 <= len(topic.agenda) and 3 <= len(topic.purpose)


@each_topic
def test_it_names_figures_and_targets_and_gives_no_values(name: str) -> None:
    points = [*LIBRARY.topic(name).arguments, *LIBRARY.topic(name).tasks]
    holders = [*points, *(measure for point in points for measure in point.measures)]
    facts = [fact for holder in holders for fact in (*holder.figures, *holder.targets)]

    assert 4 <= len(facts)
    assert all(fact.name and fact.unit and fact.value is None for fact in facts)


@each_topic
def test_its_figures_wait_as_blanks_called_after_them(name: str) -> None:
    summary = drafter.summarize(drafted(name, "full"), LIBRARY.kind("deployment"), started(name).style)
    names = [figure.name for task in LIBRARY.topic(name).tasks for figure in task.figures]

    assert {f"{figure}数值" for figure in names} <= {blank.label for blank in summary.blanks}


@each_topic
def test_the_headings_of_its_tasks_are_parallel(name: str) -> None:
    headings = [plain_text(point.heading) for point in drafted(name, "full").parts[1].points]
    clauses = [[len(clause) for clause in re.split("[，、]", heading)] for heading in headings]

    assert 1 == len({len(lengths) for lengths in clauses}), headings
    assert all(max(column) - min(column) <= 1 for column in zip(*clauses, strict=True)), headings
    assert (
        len(headings) == len({heading[-2:] for heading in headings})
        or len({heading[-2:] for heading in headings}) == 1
    )


@pytest.mark.parametrize(("one", "other"), list(combinations(TOPICS, 2)))
def test_no_two_topics_read_alike_with_the_nouns_swapped(one: str, other: str) -> None:
    first, second = ("\n".join(words_of(LIBRARY.topic(name))) for name in (one, other))

    longest = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    shared = first[longest.a : longest.a + longest.size]
    assert 12 >= max(map(len, shared.split("\n"))), shared


def test_a_topic_is_found_by_its_id_its_name_and_its_other_names() -> None:
    topic = LIBRARY.topic("work-safety")

    assert all(LIBRARY.topic(name) == topic for name in (topic.name, *topic.aliases))


def test_no_name_belongs_to_two_topics() -> None:
    names = [name for key in TOPICS for name in (key, *names_of(LIBRARY.topic(key)))]

    assert sorted(set(names)) == sorted(names)


def names_of(topic: Topic) -> set[str]:
    return {topic.name, *topic.aliases}


def test_an_unknown_topic_is_refused_with_a_near_one() -> None:
    with pytest.raises(drafter.UnknownNameError) as caught:
        LIBRARY.topic("安全生残")

    assert "did you mean `安全生产`?" == caught.value.remedy


def test_the_yaml_of_a_topic_is_ready_to_edit() -> None:
    text = starting_yaml("deployment", LIBRARY, "安全生产")

    assert "name: 全市安全生产工作会议" in text and "topic: 安全生产" in text
    assert re.search(r"^ +value: ~ +# 数值：", text, re.MULTILINE)


@pytest.mark.parametrize("kind", ["mobilization", "progress", "deployment"])
def test_a_topic_serves_every_kind_that_takes_its_tasks(kind: str) -> None:
    parameters = loaded(starting_yaml(kind, LIBRARY, "防汛抗旱"), LIBRARY)
    heading = LIBRARY.topic("防汛抗旱").tasks[0].text

    assert heading in [point.text for part in parameters.parts for point in part.points]
