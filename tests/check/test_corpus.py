"""Every rule against texts that it passes and texts that it finds a fault in.

``corpus/CODE.yaml`` has ``pass:`` and ``fail:``, lists of texts. A text is a string of lines, or a mapping:
``text``, ``yaml`` (the keys of the meeting's YAML besides the required ones), ``truncated: true``, ``terms``
(those of an office, as its own file has them).
``«120»`` in a text stands for plain prose of 120 characters, where only its length matters; ``«,120»`` for
one sentence of it.
``looks`` says which lines of a document are set otherwise than its layout, ``page`` which margins are;
``foreign: true`` that drafter did not set it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.check.check import check
from drafter.check.manuscript import Manuscript
from drafter.check.read_text import read_lines
from drafter.check.registry import all_rules
from drafter.check.settings import Settings
from drafter.check.terms import Terms
from drafter.yaml.load import mapping_in
from drafter.yaml.source import Source
from tests.check.looks import setting_of
from tests.drafts import given

CORPUS = Path(__file__).with_name("corpus")
# Fewer would show the one case that the rule was written for.
LEAST = 10
# The guard holds a text against facts, and has texts of its own.
CODES = [code for code, one in all_rules().items() if one.look.__module__.startswith("drafter.check.rules.")]
_PROSE = (
    "村口那条路修好以后，赶集的人多了，卖菜的人也多了。早上天不亮，车就一辆接一辆地开出去。"
    "老人说，从前下雨天出不了门，现在孩子上学穿布鞋就行。路修到哪里，人心就暖到哪里。"
)


def _corpus(code: str) -> dict[str, list[Any]]:
    content = (CORPUS / f"{code}.yaml").read_bytes()
    return dict(yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _texts() -> Iterator[Any]:
    for path in sorted(CORPUS.glob("*.yaml")):
        for outcome, texts in _corpus(path.stem).items():
            for number, text in enumerate(texts, 1):
                yield pytest.param(path.stem, outcome, text, id=f"{path.stem}-{outcome}-{number}")


def _manuscript(item: str | dict[str, Any]) -> Manuscript:
    item = {"text": item} if isinstance(item, str) else item
    text = re.sub("«(,?)([0-9]+)»", lambda found: _filler(int(found[2]), found[1]), item["text"])
    read = read_lines(text.splitlines())
    parameters = given(**item["yaml"]) if "yaml" in item else None
    is_truncated = item.get("truncated", read.is_truncated)
    read_setting = partial(setting_of, item, read.lines) if "looks" in item else None
    return Manuscript(
        read.lines,
        parameters=parameters,
        is_truncated=is_truncated,
        raw=read.raw,
        read_setting=read_setting,
    )


def _filler(length: int, comma: str) -> str:
    """Return plain prose of ``length`` characters, in one sentence where ``comma`` is given."""
    prose = _PROSE.replace("。", "，") if comma else _PROSE
    return (prose * (length // len(prose) + 1))[: length - 1].rstrip("，。") + "。"


def _settings(code: str, item: str | dict[str, Any]) -> Settings:
    terms = item.get("terms", {}) if isinstance(item, dict) else {}
    source = Source("terms.yaml", yaml.safe_dump(terms, allow_unicode=True, width=1000))
    return Settings(select=(code,), terms=mapping_in(source, Terms) if terms else Terms())


@pytest.mark.parametrize(("code", "outcome", "item"), list(_texts()))
def test_a_rule_passes_what_is_right_and_finds_what_is_wrong(code: str, outcome: str, item: Any) -> None:
    found = check(_manuscript(item), _settings(code, item))
    told = [(one.line, one.start, one.end, one.message.told()) for one in found if one.code == code]
    assert {"pass": False, "fail": True}[outcome] == bool(told), told


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_texts_that_pass_and_texts_that_fail(code: str) -> None:
    corpus = _corpus(code)
    assert set(corpus) == {"pass", "fail"}
    assert all(len({str(text) for text in texts}) >= LEAST for texts in corpus.values())


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_rule_show_its_fault_and_its_remedy(code: str) -> None:
    rule = all_rules()[code]
    assert rule.bad and rule.good and rule.bad != rule.good
    assert rule.why.endswith("。")


@pytest.mark.parametrize("code", CODES)
def test_a_finding_stands_on_characters_of_its_line(code: str) -> None:
    for item in _corpus(code)["fail"]:
        manuscript = _manuscript(item)
        for found in check(manuscript, _settings(code, item)):
            assert 0 <= found.start <= found.end <= len(manuscript.lines[found.line].text)
            assert found.message.told() and found.message.in_chinese()
