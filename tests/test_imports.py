"""Imports point one way: from the command line down to the tree, and never back."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import drafter

PACKAGE = Path(drafter.__file__).parent

# The packages, from the command line down. Each may import what stands in a lower row, and itself.
LAYERS: list[set[str]] = [
    {"__main__"},
    {"cli"},
    {"agents", "page"},
    {"check"},
    {"merge"},
    {"writers"},
    {"docx", "templating"},
    {"library"},
    {"speech", "yaml"},
    {"facts"},
    {"models"},
    {"errors", "files"},
    {"i18n"},
]

# The same inside docx, where modules are many; the packages below docx/ count as one each.
DOCX_LAYERS: list[set[str]] = [
    {"reference"},
    {"edit"},
    {"read", "write"},
    {"frame"},
    {"story"},
    {"formatting"},
    {"comments", "content_controls", "provenance", "stylesheet"},
    {"seal"},
    {"bookmarks", "elements", "fingerprint", "fonts", "properties", "untrusted"},
    {"ooxml", "package", "style_ids"},
]

# Who alone may import a package from elsewhere.
OWNERS = {
    "typer": {"cli"},
    "starlette": {"page"},
    "uvicorn": {"page"},
    "mcp": {"agents"},
    "rich": {"cli"},
    "docx": {"docx", "facts"},
    "yaml": {"yaml"},
    "jinja2": {"templating"},
    "markupsafe": {"templating"},
    "lxml": {"docx", "templating"},
    "rjieba": {"speech"},
    "pypinyin": {"docx"},
    "find_system_fonts_filename": {"docx"},
    "freetype": {"docx"},
}


def name_of(path: Path) -> str:
    """Return the dotted name of a module within the package, "" for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def for_types_only(tree: ast.Module) -> set[ast.AST]:
    """Return what stands under ``if TYPE_CHECKING``, which is never run."""
    return {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }


def imports_of(name: str, *, late: bool = True) -> set[str]:
    """Return the dotted names that a module imports; without ``late``, only those at its top."""
    tree = ast.parse(FILES[name].read_bytes())
    skipped = for_types_only(tree)
    found: set[str] = set()
    for node in ast.walk(tree) if late else tree.body:
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: imports are written out"
            found |= {whole(node.module or "", alias.name) for alias in node.names}
    return found


def whole(module: str, name: str) -> str:
    """Return the module that ``from module import name`` needs."""
    inner = f"{module}.{name}".removeprefix("drafter.")
    return f"drafter.{inner}" if inner in FILES else module


def own_imports_of(name: str, *, late: bool = True) -> set[str]:
    """Return the modules of the package that a module imports, without the package's own front."""
    return {
        found.removeprefix("drafter.")
        for found in imports_of(name, late=late)
        if found.startswith("drafter.")
    }


def group(name: str) -> str:
    return name.partition(".")[0]


ROW = {member: number for number, row in enumerate(LAYERS) for member in row}
MODULES = [name for name in FILES if name]
each_module = pytest.mark.parametrize("name", MODULES)


def test_every_module_has_its_row() -> None:
    assert sorted({group(name) for name in MODULES}) == sorted(ROW)


@each_module
def test_a_module_imports_only_what_stands_below_it(name: str) -> None:
    against = {
        found
        for found in own_imports_of(name)
        if group(found) != group(name) and ROW[group(found)] <= ROW[group(name)]
    }

    assert set() == against


def test_expressions_about_a_sheet_are_compiled_when_first_asked() -> None:
    """Thousands are about the words of a sheet; rows of a table are compiled by themselves."""
    own = {"facts.patterns", "facts.patterns.words", "facts.cut.expressions", "templating.scaffold"}
    about = [name for name in MODULES if name.split(".")[0] in ("facts", "templating", "check")]

    assert own == {name for name in about if "re" in imports_of(name)}


def docx_group(name: str) -> str:
    return name.split(".")[1]


DOCX_ROW = {member: number for number, row in enumerate(DOCX_LAYERS) for member in row}
DOCX_MODULES = [name for name in MODULES if name.startswith("docx.")]


def test_every_module_of_docx_has_its_row() -> None:
    assert sorted({docx_group(name) for name in DOCX_MODULES}) == sorted(DOCX_ROW)


@pytest.mark.parametrize("name", DOCX_MODULES)
def test_a_module_of_docx_imports_only_what_stands_below_it(name: str) -> None:
    against = {
        found
        for found in own_imports_of(name)
        if found.startswith("docx.")
        and docx_group(found) != docx_group(name)
        and DOCX_ROW[docx_group(found)] <= DOCX_ROW[docx_group(name)]
    }

    assert set() == against


@each_module
def test_a_package_from_elsewhere_is_imported_by_its_owner_only(name: str) -> None:
    strangers = {
        found
        for found in imports_of(name)
        if group(found) in OWNERS and group(name) not in OWNERS[group(found)]
    }

    assert set() == strangers


def test_no_imports_go_in_a_circle() -> None:
    graph = {name: own_imports_of(name, late=False) for name in FILES}

    assert len(FILES) == len(list(TopologicalSorter(graph).static_order()))


def test_the_tree_imports_nothing_of_the_project() -> None:
    assert set() == own_imports_of("speech.tree")


def test_the_words_of_the_templates_pass_through_no_writer() -> None:
    readers = [name for name in MODULES if group(name) in ("yaml", "templating")]

    assert set() == {
        found for name in readers for found in own_imports_of(name) if group(found) in ("docx", "writers")
    }
