"""The JSON Schema and the page of keys: what they say is what the loader does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from drafter.errors import UnknownNameError
from drafter.library import Library
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.templating.schema import json_schema, key_reference
from drafter.templating.starter import starting_yaml
from tests.drafts import FULL, LEAST_EXAMPLE, faults_of, templates

PAGE = Path(__file__).parents[2] / "docs" / "yaml.md"
VALIDATOR = Draft202012Validator(json_schema(Library()))
HEAD: dict[str, Any] = {"kind": "deployment", "meeting": {"name": "会议"}}


def as_an_editor_reads(text: str) -> Any:
    """Return YAML as editors do, with YAML 1.2's guesses, but dates as text."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=loader)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)

    assert "https://json-schema.org/draft/2020-12/schema" == VALIDATOR.schema["$schema"]


@pytest.mark.parametrize(
    "text",
    [
        FULL.read_text(encoding="utf-8"),
        LEAST_EXAMPLE.read_text(encoding="utf-8"),
        starting_yaml("deployment", Library()),
    ],
    ids=["full", "least", "new"],
)
def test_the_schema_accepts_what_ships(text: str) -> None:
    assert [] == [error.message for error in VALIDATOR.iter_errors(as_an_editor_reads(text))]


ACCEPTED = {
    "text for a heading": {"parts": [{"heading": "标题"}]},
    "words for a heading": {"parts": [{"heading": {"focus": "甲", "aim": "乙"}}]},
    "text for a measure": {"parts": [{"points": [{"measures": ["要办"]}]}]},
    "one for a list": {"quotations": {"text": "甲", "source": "乙"}},
    "number for text": {"parts": [{"points": [{"figures": [{"value": 35}]}]}]},
    "null for a mapping": {"speaker": None, "style": None},
    "null for a list": {"parts": None},
    "Chinese flag": {"style": {"outline": "是"}},
    "role of the kind": {"parts": [{"role": "tasks"}]},
    "fact as text": {"facts": {"tasks": "4月25日前全部销号"}},
    "fact as a mapping": {"facts": {"problems": [{"text": "甲", "named": False, "for": "乙"}]}},
    "facts of a point": {"parts": [{"points": [{"facts": {"gaps": ["缺2万条"]}}]}]},
    "intent": {"intent": {"tone": "firm", "stress": "转移", "address": "村组干部"}},
    "Chinese keys": {"讲话人": {"姓名": "甲"}, "样式": {"篇幅": "简", "版式": "领导用稿"}},
    "Chinese role": {"部分": [{"角色": "任务", "points": [{"标题": "甲"}]}]},
    "Chinese tone": {"意图": {"口气": "硬"}},
    "points under points": {"parts": [{"points": [{"points": [{"points": [{"text": "甲"}]}]}]}]},
}
REFUSED = {
    "unknown key": {"titel": "甲"},
    "unknown key below": {"style": {"rates": 180}},
    "text for a mapping": {"speaker": "市长"},
    "list for text": {"title": ["甲"]},
    "mapping for text": {"title": {"text": "甲"}},
    "unknown kind": {"kind": "speech"},
    "unknown level": {"meeting": {"name": "会议", "level": "州"}},
    "unknown role": {"parts": [{"role": "task"}]},
    "unknown numbering": {"parts": [{"numbering": "A."}]},
    "unknown layout": {"style": {"layout": "a4"}},
    "unknown place": {"quotations": [{"in": "closing"}]},
    "number too small": {"style": {"rate": 10}},
    "number not above zero": {"style": {"minutes": 0}},
    "flag that is none": {"style": {"thanks": "也许"}},
    "name that is empty": {"meeting": {"name": ""}},
    "blank without a name": {"answers": [{"blank": "【】"}]},
    "meeting without a name": {"meeting": {"level": "市"}},
    "unknown Chinese key": {"样试": {}},
    "unknown tone": {"intent": {"tone": "狠"}},
    "fact that is too long": {"facts": {"tasks": "长" * 1001}},
    "no meeting": {"meeting": None},
}


@pytest.mark.parametrize("keys", ACCEPTED.values(), ids=list(ACCEPTED))
def test_the_schema_accepts_what_the_loader_reads(keys: dict[str, Any]) -> None:
    values = {**HEAD, **keys}

    assert (True, ()) == (VALIDATOR.is_valid(values), faults_of(json.dumps(values, ensure_ascii=False)))


@pytest.mark.parametrize("keys", REFUSED.values(), ids=list(REFUSED))
def test_the_schema_refuses_what_the_loader_refuses(keys: dict[str, Any]) -> None:
    values = {**HEAD, **keys}

    assert (False, True) == (
        VALIDATOR.is_valid(values),
        bool(faults_of(json.dumps(values, ensure_ascii=False))),
    )


@pytest.mark.parametrize("key", list(fields_of(Parameters)))
def test_every_key_is_told_to_the_editor(key: str) -> None:
    told = VALIDATOR.schema["$defs"]["Parameters"]["properties"][key]

    plan = fields_of(Parameters)[key]
    assert (plan.label, plan.hint) == (told["title"], told["description"])


def test_a_kind_alone_is_offered_its_own_name(tmp_path: Path) -> None:
    part = "{role: thanks, name: 谢, numbering: 一是, points: 1}"
    kind = f"name: 致辞\nsummary: 致辞\nmeeting: 开幕式\nparts: [{part}]\n"
    library = templates(tmp_path, {"kinds/address/kind.yaml": kind})

    definitions = json_schema(library, "address")["$defs"]

    assert (["address", "致辞"], ["thanks", "谢", None]) == (
        definitions["Parameters"]["properties"]["kind"]["enum"],
        definitions["Part"]["properties"]["role"]["enum"],
    )


def test_without_a_kind_all_are_offered(tmp_path: Path) -> None:
    library = templates(tmp_path, {"kinds/toast/kind.yaml": "name: 祝酒词\nsummary: 祝酒\nmeeting: 晚宴\n"})

    properties = json_schema(library)["$defs"]["Parameters"]["properties"]

    kinds = sorted([*Library().kinds(), "toast"])
    assert kinds == properties["kind"]["enum"][: len(kinds)]
    assert {"祝酒词", "工作部署会", "工作部署会讲话"} <= set(properties["kind"]["enum"])


def test_the_other_papers_are_offered_as_well() -> None:
    papers = {**HEAD, "papers": ["host-script", "notice"]}

    assert VALIDATOR.is_valid(papers) and not VALIDATOR.is_valid({**HEAD, "papers": ["host-skript"]})


def test_an_unknown_kind_has_no_schema() -> None:
    with pytest.raises(UnknownNameError):
        json_schema(Library(), "deploy")


def test_the_page_of_keys_is_the_one_that_the_model_makes() -> None:
    assert key_reference() == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", ["`mapping`", "可写多个", "default `180`", "required", "换一个数，换一套说法"]
)
def test_the_page_of_keys_says_what_a_clerk_asks(words: str) -> None:
    assert words.strip("`") in key_reference()


def test_a_file_all_in_chinese_is_accepted() -> None:
    values = {"文种": "工作部署会", "会议": {"名称": "会议"}, "文稿": ["主持词"]}

    assert (True, ()) == (VALIDATOR.is_valid(values), faults_of(json.dumps(values, ensure_ascii=False)))


def test_either_name_of_a_required_key_will_do() -> None:
    without = {"会议": {"日期": "2026-04-10"}, "文种": "工作部署会"}

    assert not VALIDATOR.is_valid(without) and faults_of(json.dumps(without, ensure_ascii=False))
