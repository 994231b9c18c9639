"""What a template prints of a value: a field, a blank, or plain words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.speech.tree import Blank, Emphasis, Field, Note, Text, plain_text
from tests.drafts import closing_of, given

POINT: dict[str, Any] = {"heading": "摸清底数", "text": "逐户走访", "owner": "市民政局"}
FIGURE = {"name": "服务中心", "value": 35, "unit": "个"}


def test_a_value_becomes_a_field_with_its_path(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "{{ meeting.region }}", meeting={"region": "云州市"})

    assert (Field("meeting.region", "云州市"),) == inlines


@pytest.mark.parametrize(
    ("expression", "path"),
    [
        ("parts[0].points[0].heading", "parts[0].points[0].heading.text"),
        ("parts[0].points[0].owner", "parts[0].points[0].owner"),
        ("parts[0].points[0].figures[0].value", "parts[0].points[0].figures[0].value"),
        ("parts[0].points[0].measures[0]", "parts[0].points[0].measures[0].text"),
        ("meeting.agenda[0].who[1]", "meeting.agenda[0].who[1]"),
    ],
)
def test_the_path_of_a_field_leads_through_lists(tmp_path: Path, expression: str, path: str) -> None:
    point = {**POINT, "figures": [FIGURE], "measures": ["要摸清底数"]}
    agenda = {"who": ["甲", "乙"], "did": "发言"}

    (field,) = closing_of(
        tmp_path, f"{{{{ {expression} }}}}", parts=[{"points": [point]}], meeting={"agenda": agenda}
    )

    assert isinstance(field, Field)
    assert path == field.path


def test_a_missing_value_becomes_a_blank_with_label_and_hint(tmp_path: Path) -> None:
    plan = fields_of(type(given().meeting))["venue"]

    inlines = closing_of(tmp_path, "{{ meeting.venue }}")

    assert (Blank("meeting.venue", plan.label, plan.hint),) == inlines


def test_a_missing_item_becomes_a_blank_under_its_own_path(tmp_path: Path) -> None:
    (blank,) = closing_of(tmp_path, "{{ (parts[0].points[0].figures|at(2)).value }}")

    assert isinstance(blank, Blank)
    assert ("parts[0].points[0].figures[2].value", "数值") == (blank.path, blank.label)


def test_a_missing_text_of_a_list_becomes_a_blank(tmp_path: Path) -> None:
    (blank,) = closing_of(tmp_path, "{{ meeting.purpose|at(0) }}")

    assert isinstance(blank, Blank)
    assert ("meeting.purpose[0]", "主要任务") == (blank.path, blank.label)


def test_a_label_names_the_blank_of_a_missing_value(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, '{{ meeting.venue|label("会场", "看通知") }}')

    assert (Blank("meeting.venue", "会场", "看通知"),) == inlines


def test_a_label_leaves_a_given_value_alone(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, '{{ meeting.venue|label("会场") }}', meeting={"venue": "礼堂"})

    assert (Field("meeting.venue", "礼堂"),) == inlines


@pytest.mark.parametrize("expression", ["meeting.venue", "meeting.purpose", "speaker", "parts[0].points[0]"])
def test_what_is_missing_is_false_in_a_test(tmp_path: Path, expression: str) -> None:
    inlines = closing_of(tmp_path, f"{{% if {expression} %}}有{{% else %}}无{{% endif %}}")

    assert (Text("无"),) == inlines


def test_what_is_given_is_true_in_a_test(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "{% if speaker %}有{% else %}无{% endif %}", speaker={"post": "市长"})

    assert (Text("有"),) == inlines


@pytest.mark.parametrize(
    "expression",
    [
        "meeting.venue|upper",
        "meeting.venue|replace('礼', '讲')",
        "meeting.venue[:1]",
        "meeting.venue.strip()",
    ],
)
def test_a_derived_value_is_plain_words(tmp_path: Path, expression: str) -> None:
    inlines = closing_of(tmp_path, f"{{{{ {expression} }}}}", meeting={"venue": "礼堂"})

    assert {Text} == {type(inline) for inline in inlines}


def test_a_joined_value_is_still_a_field(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "{{ meeting.purpose|clauses }}", meeting={"purpose": ["学习", "部署"]})

    assert (Field("meeting.purpose[0]", "学习"), Text("，"), Field("meeting.purpose[1]", "部署")) == inlines


def test_names_are_joined_by_the_enumeration_comma(tmp_path: Path) -> None:
    agenda = {"who": ["东山区", "清河县"], "did": "发言"}

    inlines = closing_of(tmp_path, "{{ meeting.agenda[0].who|names }}", meeting={"agenda": agenda})

    assert "东山区、清河县" == plain_text(inlines)


def test_a_date_is_written_without_leading_zeros(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "{{ meeting.date }}", meeting={"date": "2025-03-01"})

    assert (Field("meeting.date", "2025年3月1日"),) == inlines


def test_the_year_of_a_date_is_plain(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "{{ meeting.date.year }}", meeting={"date": "2025-03-01"})

    assert (Text("2025"),) == inlines


def test_a_name_of_the_library_is_no_field(tmp_path: Path) -> None:
    assert (Text("deployment"),) == closing_of(tmp_path, "{{ kind }}")


def test_a_number_is_no_field(tmp_path: Path) -> None:
    assert (Text("180"),) == closing_of(tmp_path, "{{ style.rate }}")


def test_em_and_note_become_what_they_say(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "<em>要<field path='x'>紧</field></em><note>查一查</note>")

    assert (Emphasis((Text("要"), Field("x", "紧"))), Note("查一查")) == inlines


def test_a_pattern_is_filled_with_fields(tmp_path: Path) -> None:
    inlines = closing_of(
        tmp_path, "{{ '在{place}开会{other}'|fill(place=meeting.venue) }}", meeting={"venue": "礼堂"}
    )

    assert (Text("在"), Field("meeting.venue", "礼堂"), Text("开会{other}")) == inlines


def test_a_line_break_in_a_template_is_no_blank(tmp_path: Path) -> None:
    assert (Text("一二"),) == closing_of(tmp_path, "\n  一\n  二\n")


def test_values_are_never_rendered_as_templates(tmp_path: Path) -> None:
    venue = "{{ meeting.name }}{% if x %}{# c #}"

    assert (Field("meeting.venue", venue),) == closing_of(
        tmp_path, "{{ meeting.venue }}", meeting={"venue": venue}
    )


def test_values_are_never_read_as_markup(tmp_path: Path) -> None:
    venue = "<p at='1'>&amp;]]></p><!-- -->"

    assert (Field("meeting.venue", venue),) == closing_of(
        tmp_path, "{{ meeting.venue }}", meeting={"venue": venue}
    )


def every_key(model: type, path: str) -> list[tuple[str, str]]:
    """Return each single text of ``model``: its path in a template, and the label of its blank."""
    found = []
    for key, plan in fields_of(model).items():
        if isinstance(plan.type, type) and hasattr(plan.type, "__struct_fields__"):
            if not plan.is_list and not getattr(plan.type, "shorthand", ""):
                found += every_key(plan.type, f"{path}{key}.")
        elif plan.default is None and not plan.is_list and not plan.extra.get("name"):
            found.append((f"{path}{key}", plan.label))
    return found


@pytest.mark.parametrize(("path", "label"), every_key(Parameters, ""))
def test_every_key_left_out_prints_as_its_own_blank(tmp_path: Path, path: str, label: str) -> None:
    (blank,) = closing_of(tmp_path, f"{{{{ {path} }}}}")

    assert isinstance(blank, Blank)
    assert (path, label) == (blank.path, blank.label)
