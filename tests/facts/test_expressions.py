"""Rows of regular expressions: what is found by needed words is what trying each row would find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.facts.cut.cues import LONGEST, has_cue, rows_found, tables
from drafter.facts.cut.expressions import Expressions
from drafter.facts.patterns.words import words_needed
from drafter.library import builtin_templates

SHEETS = sorted(Path(__file__).with_name("sheets").glob("*.txt"))


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("油烟", ("油烟",)),
        ("普查(?!员)|摸底", ("普查", "摸底")),
        ("报[好几]+遍", ("报",)),
        ("(?:检查|核查).{0,4}少", ("检查", "核查")),
        ("(?<!去)年产值?", ("年产",)),
        ("[|)](?P<what>欠款)", ("欠款",)),
        ("(?:很|挺)?慢{1,2}", ("慢",)),
        (r"\d+人", ("人",)),
    ],
)
def test_words_that_an_expression_needs_are_told(expression: str, words: tuple[str, ...]) -> None:
    assert words_needed(expression) == words


@pytest.mark.parametrize(
    "expression", ["", r"\d+", "油烟|", "(?:很)?", "很{0,2}", "[油烟]", "(?!油烟)", "油*"]
)
def test_an_expression_may_need_no_word(expression: str) -> None:
    assert words_needed(expression) == ()


def test_rows_are_found_in_order_with_their_first_match() -> None:
    found = Expressions(["没[改拆]", "油烟", r"\d+家"]).found("油烟没改的12家，没拆的3家")
    assert [(number, match[0]) for number, match in found] == [(0, "没改"), (1, "油烟"), (2, "12家")]


def test_no_row_of_a_table_is_missed() -> None:
    natures = (builtin_templates() / "frames" / "natures.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[1] for line in natures if line and not line.startswith("#")]
    names = ("type", "label", "missing-said", "intent", "role")
    rows += [cue.pattern for name in names for cue in tables()[name]]
    expressions, compiled = Expressions(rows), [re.compile(row) for row in rows]
    for line in SHEETS[0].read_text(encoding="utf-8").splitlines():
        tried = [number for number, regex in enumerate(compiled) if regex.search(line)]
        assert [number for number, _match in expressions.found(line)] == tried


def test_only_rows_whose_words_a_text_has_are_tried() -> None:
    tried = []

    def count(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
        tried.append(expression.pattern)
        return expression.search(text)

    list(Expressions(["没改", "油烟", r"\d家"]).found("油烟12家", count))
    assert tried == ["油烟", r"\d家"]


def test_no_more_of_a_clause_is_looked_at_than_the_longest_has() -> None:
    assert has_cue("harm", "有人摔伤") and not has_cue("harm", "一" * LONGEST + "有人摔伤")
    assert not list(rows_found("harm", "一" * LONGEST + "有人摔伤"))
