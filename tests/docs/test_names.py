"""What there is, the pages name: commands, options, elements, filters, modules."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlparse

import pytest
import typer

from drafter.cli import app
from drafter.library import builtin_library, load
from drafter.models.fields import fields_of
from drafter.models.kind import DeclaredBlank, Kind, KindPart, SharedBlanks, UsualItem
from drafter.models.layout import Layout, Lectern, PageNumber
from drafter.models.parameters import Parameters
from drafter.models.phrases import Body, Headings, LevelWords, Pattern
from drafter.models.topic import Topic
from drafter.speech.numbering import NUMBERINGS
from drafter.templating.context import context_of
from drafter.templating.filters import FILTERS, TESTS
from drafter.templating.markup.grammar import VOCABULARY

from .pages import MANUAL, PAGES, ROOT, TEMPLATE_PAGES, anchors_of, blocks_of, links_of, text_of

each_page = pytest.mark.parametrize("page", TEMPLATE_PAGES)


def commands_of(group: Any, above: str = "") -> dict[str, Any]:
    """Return the commands of ``group`` by their whole names, those of its own groups among them."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        found[above + name] = command
        if hasattr(command, "commands"):
            found |= commands_of(command, f"{above}{name} ")
    return found


COMMANDS = commands_of(typer.main.get_command(app))


def options() -> list[str]:
    names = {
        name
        for command in COMMANDS.values()
        for parameter in command.params
        if parameter.param_type_name == "option"
        for name in (*parameter.opts, *parameter.secondary_opts)
    }
    return sorted(name for name in names if name.startswith("--"))


def is_named(name: str, page: str) -> bool:
    """Return whether ``name`` stands in code on ``page``, as a word of its own."""
    return bool(re.search(rf"`[^`\n]*(?<![\w-]){re.escape(name)}(?![\w-])[^`\n]*`", text_of(page)))


def is_in_manual(name: str) -> bool:
    """Return whether one of the pages that together are the Chinese manual names it."""
    return any(is_named(name, page) for page in MANUAL)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_chinese_manual_names_every_command(command: str) -> None:
    assert is_in_manual(f"drafter {command}")


@pytest.mark.parametrize("option", [*options(), "--version"])
def test_the_chinese_manual_names_every_option(option: str) -> None:
    assert is_in_manual(option)


def keys() -> list[str]:
    models, found = [Parameters], set()
    for model in models:
        for plan in fields_of(model).values():
            found.add(plan.key)
            if hasattr(plan.type, "__struct_fields__") and plan.type not in models:
                models.append(plan.type)
    return sorted(found)


@pytest.mark.parametrize("key", keys())
def test_the_chinese_manual_tells_every_key(key: str) -> None:
    assert is_in_manual(key)


@pytest.mark.parametrize("element", VOCABULARY)
@each_page
def test_every_element_and_attribute_is_told(page: str, element: str) -> None:
    rule = VOCABULARY[element]

    assert f"`<{element}>`" in text_of(page)
    for attribute in rule.required | rule.optional:
        assert is_named(attribute, page)


@pytest.mark.parametrize("element", ["choice", "option", "when"])
@each_page
def test_choices_are_told(page: str, element: str) -> None:
    assert f"`<{element}>`" in text_of(page)


def context() -> list[str]:
    library = builtin_library()
    parameters = load(ROOT / "examples/least.yaml", library)
    return sorted(context_of(parameters, library))


@pytest.mark.parametrize("name", [*FILTERS, *NUMBERINGS])
@each_page
def test_every_filter_and_numbering_has_its_row(page: str, name: str) -> None:
    assert f"\n| `{name}` |" in text_of(page)


@pytest.mark.parametrize("name", [*TESTS, *context()])
@each_page
def test_every_test_and_name_is_told(page: str, name: str) -> None:
    assert is_named(name, page)


LIBRARY = [
    Kind,
    KindPart,
    UsualItem,
    DeclaredBlank,
    SharedBlanks,
    Headings,
    Pattern,
    LevelWords,
    Body,
    Topic,
    Layout,
    PageNumber,
    Lectern,
]


@pytest.mark.parametrize("model", LIBRARY)
@each_page
def test_every_key_of_the_library_is_told(page: str, model: type) -> None:
    for key in fields_of(model):
        assert is_named(key, page), key


def codes() -> list[str]:
    """The codes of what may be wrong in templates and their folders."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "drafter").rglob("*.py"))
    return sorted({code for source in sources for code in re.findall(r'"([JKT]\d{3})"', source)})


@pytest.mark.parametrize("code", codes())
@each_page
def test_every_code_is_told(page: str, code: str) -> None:
    assert is_named(code, page)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for link in links_of(page):
        if urlparse(link).scheme:
            continue
        name, _hash, anchor = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page

        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target.relative_to(ROOT).as_posix()), link


# Names of programs, formats and standards that a clerk knows, or that he types.
KNOWN = {"drafter", "Word", "WPS", "PowerShell", "Windows", "macOS", "Linux", "Python", "GB", "UTF", "Tab"}
KNOWN |= {"English", "README", "LibreOffice", "Open", "XML", "SDK", "docx", "T", "md"}
# A clerk reads no more than this in one go.
LONGEST = 450


def test_the_chinese_readme_is_short_enough_to_be_read() -> None:
    assert text_of("README.zh-CN.md").count("\n") <= LONGEST


def test_a_clerk_need_not_read_english() -> None:
    prose = re.sub(
        r"```.*?```|`[^`]*`|<!--.*?-->|\]\([^)]*\)", "", text_of("README.zh-CN.md"), flags=re.DOTALL
    )

    assert set(re.findall("[A-Za-z]+", prose)) <= KNOWN


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_a_readme_opens_with_the_road_from_a_sheet(page: str) -> None:
    first = next(block for block in blocks_of(page) if block.language == "console")

    assert "examples/task-sheet.txt" in first.text
