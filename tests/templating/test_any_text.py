"""Whatever a clerk writes comes out of the draft as it went in."""

from __future__ import annotations

from hypothesis import given as for_any
from hypothesis import strategies as st

import drafter
from drafter.errors import DrafterError
from drafter.models.parameters import Parameters
from drafter.models.validate import validate
from drafter.speech.tree import Blank, Field, Text, plain_text
from tests.anytext import PROSE, WORDS
from tests.drafts import drafted, fields_of, given, inlines_of, said

TEMPLATE_SIGNS = ("{{", "}}", "{%", "%}", "{#", "<", "&", ' at="')


@for_any(WORDS)
def test_any_name_comes_out_as_it_went_in(name: str) -> None:
    speech = drafted(meeting={"name": name})

    assert name == fields_of(speech)["meeting.name"]


@for_any(WORDS.filter(lambda title: "|" not in title))
def test_any_title_comes_out_as_it_went_in(title: str) -> None:
    assert (Field("title", title),) == drafted(title=title).title


@for_any(WORDS)
def test_any_heading_comes_out_as_it_went_in(heading: str) -> None:
    speech = drafted(parts=[{"heading": heading, "points": [{"heading": heading}]}])

    assert (heading, heading) == (
        plain_text(speech.parts[0].heading),
        plain_text(speech.parts[0].points[0].heading),
    )


@for_any(PROSE)
def test_any_prose_comes_out_as_its_paragraphs(text: str) -> None:
    (part,) = drafted(parts=[{"points": [{"heading": "标题", "text": text}]}]).parts

    assert text == said(part.points[0].body).removesuffix("。") or text == said(part.points[0].body)


@for_any(WORDS)
def test_any_words_of_a_pattern_come_out_as_they_went_in(words: str) -> None:
    point = {"heading": {"focus": words, "aim": words, "tail": words}}

    speech = drafted(parts=[{"pattern": "盯{focus}抓{aim}促{tail}", "points": [point]}])

    assert f"盯{words}抓{words}促{words}" == plain_text(speech.parts[0].points[0].heading)


@for_any(st.sampled_from(["region", "topic", "salutation", "appraisal", "closing"]), WORDS)
def test_the_words_of_the_templates_hold_nothing_of_the_values(key: str, value: str) -> None:
    keys = {"meeting": {"region": value}} if key == "region" else {key: value}

    speech = drafted(meeting=keys.pop("meeting", {}), **{"topic": "安全", **keys})

    texts = [inline.text for inline in inlines_of(speech) if isinstance(inline, Text)]
    # A topic is said inside longer words; anything else is a field, and never mere text.
    assert key == "topic" or not any(sign in text for text in texts for sign in TEMPLATE_SIGNS)


@for_any(WORDS)
def test_a_topic_is_said_as_it_was_given(topic: str) -> None:
    work = topic if topic.endswith("工作") else f"{topic}工作"

    assert f"上级关于{work}的要求" in said(drafted(topic=topic).opening)


TEXTS = st.none() | WORDS
NUMBERS = st.none() | WORDS.map(lambda words: f"9{words}")
FIGURES = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys(["name", "unit", "source", "verdict"], TEXTS), "value": NUMBERS}
)
POINTS = st.fixed_dictionaries(
    {},
    optional={
        "heading": TEXTS | st.fixed_dictionaries({"focus": TEXTS, "aim": TEXTS}),
        "text": st.none() | PROSE,
        "measures": st.lists(TEXTS | st.fixed_dictionaries({"text": TEXTS, "area": TEXTS}), max_size=2),
        "figures": st.lists(FIGURES, max_size=2),
        "numbering": st.sampled_from([None, "一是", "（1）"]),
        "owner": TEXTS,
    },
)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "role": st.sampled_from([None, "significance", "tasks", "safeguards"]),
        "heading": TEXTS,
        "lead": st.none() | PROSE,
        "numbering": st.sampled_from([None, "第一", "首先", "一要", "（一）", "1."]),
        "points": st.lists(POINTS, max_size=3),
    },
)


@for_any(st.lists(PARTS, max_size=4), st.integers(1, 9999))
def test_any_parts_make_a_speech(parts: list[object], variation: int) -> None:
    speech = drafted(parts=parts, style={"variation": variation})

    assert (len(parts) or 3) == len(speech.parts)


@for_any(st.lists(PARTS, max_size=4))
def test_every_blank_is_called_something_and_leads_to_a_key(parts: list[object]) -> None:
    for inline in inlines_of(drafted(parts=parts)):
        assert not isinstance(inline, Blank) or (inline.label and inline.path)


@for_any(st.dictionaries(st.sampled_from(["kind", "meeting", "parts", "style"]), st.text(max_size=5)))
def test_parameters_that_are_valid_can_be_drafted(keys: dict[str, str]) -> None:
    parameters, problems = validate({"kind": "deployment", **keys}, Parameters)

    if parameters is None:
        assert problems
    else:
        try:
            drafter.draft(parameters)
        except DrafterError as error:
            assert str(error)


def test_the_same_parameters_make_the_same_speech() -> None:
    assert drafter.draft(given(topic="安全")) == drafter.draft(given(topic="安全"))
