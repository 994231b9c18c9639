"""A file in Chinese is changed in Chinese; so is a Chinese mapping in an English file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec import Struct

import drafter
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.models.paths import is_prose, value_at
from drafter.templating.context import complete
from drafter.yaml.nodes import MappingNode, Node, SequenceNode
from drafter.yaml.parse import read_nodes
from drafter.yaml.patch import patch
from drafter.yaml.source import Source
from drafter.yaml.spelling import under_keys

from .test_samples import EXAMPLES, LIBRARY, SAMPLES, name_of, texts

HEAD = "文种: 工作部署会\n会议:\n  名称: 全市会议\n"


def keys_in(node: Node | None, model: type[Struct]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where each key of the model stands, the key as it is written, and its Chinese name."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from keys_in(item, model)
    if not isinstance(node, MappingNode):
        return
    for key, event in node.keys.items():
        spec = fields_of(model)[key]
        yield event.start_mark.index, event.end_mark.index, event.value, spec.zh
        if spec.is_model:
            yield from keys_in(node.nodes[key], spec.type)


def keys_of(text: str) -> list[tuple[int, int, str, str]]:
    root, _faults = read_nodes(Source("m.yaml", text))
    assert root is not None
    return sorted(keys_in(under_keys(root, Parameters), Parameters))


def in_chinese(text: str) -> str:
    """Return a YAML with Chinese keys."""
    for start, end, _written, name in reversed(keys_of(text)):
        text = text[:start] + name + text[end:]
    return text


def parameters_in(text: str, folder: Path) -> Parameters:
    path = folder / "m.yaml"
    path.write_text(text, encoding="utf-8")
    return drafter.load(path, LIBRARY)


def changed(text: str, changes: dict[str, str | None], folder: Path) -> str:
    given = parameters_in(text, folder)
    skeleton = complete(given, LIBRARY.kind(given.kind))
    return patch(Source("m.yaml", text), changes, skeleton, partial(LIBRARY.names, given.kind))


@pytest.mark.parametrize("path", [*EXAMPLES, *SAMPLES], ids=name_of)
def test_a_file_says_the_same_in_chinese(path: Path, tmp_path: Path) -> None:
    text = in_chinese(path.read_text(encoding="utf-8"))

    assert drafter.load(path, LIBRARY) == parameters_in(text, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EXAMPLES, *SAMPLES], ids=name_of)
def test_what_is_set_in_a_chinese_file_stays_chinese(path: Path, tmp_path: Path) -> None:
    text = in_chinese(path.read_text(encoding="utf-8"))
    given = parameters_in(text, tmp_path)

    for name in texts(given)[::3]:
        new = "改成这样。\n再加一段。" if is_prose(name) else "改成这样"
        after = changed(text, {name: new}, tmp_path)
        assert new == value_at(parameters_in(after, tmp_path), name)
        assert [(written, name) for _start, _end, written, name in keys_of(after) if written != name] == []


@pytest.mark.parametrize(
    ("old", "path", "new", "expected"),
    [
        ("", "speaker.post", "市长", "讲话人:\n  职务: 市长\n"),
        ("", "meeting.venue", "云州剧院", "  地点: 云州剧院\n"),
        ("讲话人: {姓名: 甲}\n", "speaker.post", "市长", "讲话人: {姓名: 甲, 职务: 市长}\n"),
        ("", "answers[部署出处]", "报告", "补空:\n  - 空位: 部署出处\n    内容: 报告\n"),
        (
            "补空:\n  - {空位: 部署出处}\n",
            "answers[部署出处]",
            "报告",
            "补空:\n  - {空位: 部署出处, 内容: 报告}\n",
        ),
        ("事实: {任务: 甲}\n", "facts.tasks[0]", "乙", "事实: {任务: 乙}\n"),
        (
            "事实:\n  任务:\n    - 甲\n",
            "facts.tasks[0].by",
            "5月前",
            "事实:\n  任务:\n    - {内容: 甲, 期限: 5月前}\n",
        ),
    ],
)
def test_a_new_key_is_written_in_the_language_of_the_file(
    old: str, path: str, new: str, expected: str, tmp_path: Path
) -> None:
    assert HEAD + expected == changed(HEAD + old, {path: new}, tmp_path)


def test_parts_that_hold_their_places_have_their_chinese_roles(tmp_path: Path) -> None:
    after = changed(HEAD, {"parts[1].points[2].text": "要办。"}, tmp_path)

    assert "部分:\n  - 角色: 意义\n  - 角色: 任务\n    要点:\n" in after
    assert "篇幅: 中" in after and "role" not in after and "depth" not in after


def test_an_english_file_stays_english(tmp_path: Path) -> None:
    text = "kind: 工作部署会\nmeeting:\n  name: 全市会议\n"

    assert text + "speaker:\n  post: 市长\n" == changed(text, {"speaker.post": "市长"}, tmp_path)


def test_a_mapping_has_the_language_of_its_own_keys(tmp_path: Path) -> None:
    text = "kind: deployment\nmeeting:\n  name: 全市会议\nspeaker:\n  姓名: 甲\n"

    after = changed(text, {"speaker.post": "市长", "closing": "完"}, tmp_path)

    assert text + "  职务: 市长\nclosing: 完\n" == after


def test_a_mapping_in_balance_has_the_language_of_the_file(tmp_path: Path) -> None:
    text = HEAD + "部分:\n  - role: tasks\n    引语: 甲\n"

    assert text + "    要点:\n" in changed(text, {"parts[0].points[0].text": "乙"}, tmp_path)
