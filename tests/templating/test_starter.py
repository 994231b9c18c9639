"""The YAML that `drafter new` writes: it builds as it stands and explains every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

import drafter
from drafter.errors import UnknownNameError
from drafter.i18n.text import display_width
from drafter.library import Library, builtin_library
from drafter.models.fields import fields_of
from drafter.models.papers import Answer
from drafter.models.parameters import Parameters
from drafter.models.parts import Heading, Measure
from drafter.templating.starter import starting_yaml
from tests.drafts import drafted, loaded, templates

LIBRARY = builtin_library()
TEXT = starting_yaml("deployment", LIBRARY)
# The keys of all kinds together.
WHOLE = starting_yaml("deployment", LIBRARY, papers=LIBRARY.kinds())


def models(model: type, seen: dict[type, None]) -> dict[type, None]:
    """Return ``model`` and all models in it, as far as a YAML spells them out."""
    seen[model] = None
    for spec in fields_of(model).values():
        if hasattr(spec.type, "__struct_fields__") and spec.type not in seen:
            models(spec.type, seen)
    return seen


# What a blank is answered with only the draft asks for.
SPELLED_OUT = [model for model in models(Parameters, {}) if model not in (Heading, Answer)]
KEYS = [(model, key) for model in SPELLED_OUT for key in fields_of(model)]


def test_it_drafts_the_same_speech_as_the_least_file_of_its_meeting() -> None:
    name = "全市重点工作会议"

    one, other = drafted(meeting={"name": name}), drafter.draft(loaded(TEXT))

    assert replace(one, given="") == replace(other, given="")


@pytest.mark.parametrize(("model", "key"), KEYS, ids=[f"{model.__name__}.{key}" for model, key in KEYS])
def test_every_key_of_the_model_has_its_comment(model: type, key: str) -> None:
    spec = fields_of(model)[key]

    assert re.search(
        rf"^[ -]*{key}:.* # {re.escape(spec.label)}：{re.escape(spec.hint)}$", WHOLE, re.MULTILINE
    )


def test_no_comment_is_written_twice() -> None:
    comments = re.findall(r"# (.+)$", WHOLE, re.MULTILINE)

    assert sorted(set(comments)) == sorted(comments)


def test_comments_stand_in_one_column() -> None:
    columns = [display_width(line[: line.index(" # ")]) for line in TEXT.splitlines() if " # " in line]

    assert 28 == max(set(columns), key=columns.count)
    assert 5 >= sum(column != 28 for column in columns)


def test_it_has_the_parts_and_points_of_its_kind() -> None:
    parameters = loaded(TEXT)

    assert [(part.role, part.numbering, part.points[-1]) for part in LIBRARY.kind("deployment").parts] == [
        (part.role, part.numbering, len(part.points)) for part in parameters.parts
    ]


def test_filling_a_value_in_puts_it_into_the_speech() -> None:
    text = TEXT.replace("  region: ~", "  region: 云州市").replace("  post: ~", "  post: 市长")

    parameters = loaded(text)

    assert ("云州市", "市长") == (parameters.meeting.region, parameters.speaker.post)


def test_a_kind_without_parts_has_none(tmp_path: Path) -> None:
    library = templates(
        tmp_path, {"kinds/address/kind.yaml": "name: 致辞\nsummary: 开幕式上的致辞\nmeeting: 开幕式\n"}
    )

    assert () == loaded(starting_yaml("address", library), library).parts


def test_an_unknown_kind_is_refused_with_a_near_one() -> None:
    with pytest.raises(UnknownNameError) as caught:
        starting_yaml("deploymnet", Library())

    assert "did you mean `deployment`?" == caught.value.remedy


def test_measures_are_spelled_out_although_a_text_would_do() -> None:
    assert Measure in SPELLED_OUT
    assert "        measures:" in TEXT
