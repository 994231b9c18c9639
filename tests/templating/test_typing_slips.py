"""Slips that would be printed as they stand, or lost without a word, are told by the check."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.library import builtin_library
from drafter.templating.lint.kind import lint_kind
from tests.drafts import templates

from .folders import opening_faults, short_kind

FRAME = "<speech><title>甲</title><opening>{% block words %}{% endblock %}</opening></speech>"


def faults_over(folder: Path, own: str, frame: str = FRAME) -> list[str]:
    """Return place, message and remedy of the faults of a kind whose template is ``own``, over ``frame``."""
    library = templates(folder, {**short_kind(speech=own), "shared/frame.xml.j2": frame})
    return [
        f"{Path(fault.span.file).name}:{fault.span.line}:{fault.span.column} {fault.message}; {fault.remedy}"
        for fault in lint_kind("short", library).faults
    ]


def test_a_block_that_nobody_above_has_is_told_with_a_near_one(tmp_path: Path) -> None:
    own = '{% extends "shared/frame.xml.j2" %}\n{% block wrods %}甲{% endblock %}'

    assert [
        "speech.xml.j2:2:10 no template above has a block `wrods`: it is never printed; did you mean `words`?"
    ] == faults_over(tmp_path, own)


def test_a_block_inside_of_a_block_is_its_own(tmp_path: Path) -> None:
    own = '{% extends "shared/frame.xml.j2" %}{% block words %}{% block more %}甲{% endblock %}{% endblock %}'

    assert [] == faults_over(tmp_path, own)


@pytest.mark.parametrize("words", ["甲", "<p>甲</p>", "{{ meeting.name }}", "{% if meeting %}甲{% endif %}"])
def test_words_outside_of_any_block_are_told_where_a_template_extends(tmp_path: Path, words: str) -> None:
    own = f'{{% extends "shared/frame.xml.j2" %}}\n\n{words}\n{{% block words %}}乙{{% endblock %}}'

    (fault,) = faults_over(tmp_path, own)

    assert fault.startswith("speech.xml.j2:3:1 words outside of any block are never printed")


def test_a_byte_order_mark_is_no_word(tmp_path: Path) -> None:
    own = '\ufeff{% extends "shared/frame.xml.j2" %}{% block words %}甲{% endblock %}'

    assert [] == faults_over(tmp_path, own)


@pytest.mark.parametrize("parent", ["kinds/short/speech.xml.j2", "shared/frame.xml.j2"])
def test_a_template_that_extends_itself_is_told_as_such(tmp_path: Path, parent: str) -> None:
    own = f'{{% extends "{parent}" %}}'

    (fault,) = faults_over(tmp_path, own, '{% extends "kinds/short/speech.xml.j2" %}')

    assert "the template extends itself" in fault


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("｛｛ subject ｝｝", "｛｛"),
        ("{｛ subject ｝}", "｛"),
        ("｛% if subject %｝甲", "｛"),
        ("＜p＞甲＜/p＞", "＜p＞"),
    ],
)
def test_marks_of_tags_at_full_width_are_told(tmp_path: Path, words: str, marks: str) -> None:
    fault = opening_faults(tmp_path, words)[0]

    assert fault.startswith(f"`{marks}` is typed at full width")
    assert "half width" in fault


def test_a_name_in_single_braces_is_told_with_what_to_write(tmp_path: Path) -> None:
    assert ["`subject` stands in single braces: it is printed as it stands; write `{{ subject }}`"] == (
        opening_faults(tmp_path, "关于{ subject }的话")
    )


@pytest.mark.parametrize("words", ["{# { subject } ｛｛ #}", "{{ '{meeting}' }}", "《甲》（乙）", "{1,2}"])
def test_what_is_not_printed_or_is_no_name_is_no_slip(tmp_path: Path, words: str) -> None:
    assert [] == opening_faults(tmp_path, words)


def heading_faults(folder: Path, heading: str) -> list[str]:
    speech = (
        f'<speech><title>甲</title><part role="tasks"><heading>{heading}</heading>'
        "<point><p>一是甲。二要乙。</p></point></part></speech>"
    )
    return faults_over(folder, speech)


@pytest.mark.parametrize("ordinal", ["二、", "（一）", "(一)", "1.", "一要", "一是", "第一，"])
def test_an_ordinal_typed_into_a_heading_is_told(tmp_path: Path, ordinal: str) -> None:
    (fault,) = heading_faults(tmp_path, f"{ordinal}抓好落实")

    assert f"a heading opens with the ordinal `{ordinal}`; delete it" in fault


def test_an_ordinal_typed_into_an_option_of_a_heading_is_told(tmp_path: Path) -> None:
    heading = "<choice><option>抓紧</option><option>二、抓实</option></choice>"

    assert 1 == len(heading_faults(tmp_path, heading))


def test_an_ordinal_typed_into_the_block_of_a_heading_is_told(tmp_path: Path) -> None:
    frame = FRAME.replace("words", "heading")
    own = '{% extends "shared/frame.xml.j2" %}\n{% block heading %}\n二、抓好落实\n{% endblock %}'

    (fault,) = faults_over(tmp_path, own, frame)

    assert fault.startswith("speech.xml.j2:3:1 a heading opens with the ordinal `二、`")


@pytest.mark.parametrize("heading", ["一要素一方案", "1.5亿元的事", "十分要紧的事"])
def test_what_only_looks_like_an_ordinal_is_none(tmp_path: Path, heading: str) -> None:
    assert [] == heading_faults(tmp_path, heading)


@pytest.mark.slow
@pytest.mark.parametrize("kind", builtin_library().kinds())
def test_the_templates_that_ship_have_no_such_slip(kind: str) -> None:
    assert () == lint_kind(kind, builtin_library()).faults
