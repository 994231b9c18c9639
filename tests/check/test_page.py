"""The page of the rules says what there is."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from drafter.check import rules
from drafter.check.families import FAMILIES, by_family, explained
from drafter.check.registry import UNASKED, all_rules, unasked_rules
from tests.conftest import ROOT

from .page import page

PAGE = ROOT / "docs" / "rules.md"
MODULES = [module.name for module in iter_modules(rules.__path__)]


def test_the_page_of_the_rules_is_the_one_that_they_make(request: pytest.FixtureRequest) -> None:
    text = page()
    if request.config.getoption("--update-golden"):
        PAGE.write_text(text, encoding="utf-8", newline="\n")

    assert PAGE.read_text(encoding="utf-8") == text


def test_a_build_runs_all_rules_that_need_no_judgement() -> None:
    assert {code for code, rule in all_rules().items() if not rule.needs_judgement} == set(unasked_rules())


def test_a_build_imports_no_module_in_vain() -> None:
    needed = {rule.look.__module__.rpartition(".")[2] for rule in unasked_rules().values()}

    assert sorted(needed) == sorted(UNASKED)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_of_rules_has_a_family(module: str) -> None:
    import_module(f"{rules.__name__}.{module}")

    assert module in FAMILIES


def test_every_rule_is_listed_once() -> None:
    assert sorted(all_rules()) == sorted(rule.code for family in by_family().values() for rule in family)


@pytest.mark.parametrize("code", list(all_rules()))
def test_a_rule_is_explained(code: str) -> None:
    text = explained(all_rules()[code])

    assert code in text
    assert all_rules()[code].why in text
