"""The table of commands. Each is imported and described when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_group

from drafter.i18n import _


class Command(NamedTuple):
    """A function of ``drafter.cli.MODULE``, or a typer with commands of its own, and a line on it."""

    module: str
    attribute: str
    help: str


COMMANDS = {
    "new": Command("new", "new", _("Write a YAML with a comment for each key, to start from.")),
    "build": Command(
        "build", "build", _("Write the speeches that YAML files ask for, and say what is still open.")
    ),
    "outline": Command("outline", "outline", _("Print the outline 提纲 of a speech.")),
    "update": Command("update", "update", _("Bring edited documents up to date with their YAML.")),
    "pull": Command("pull", "pull", _("Read values from an edited document back into its YAML.")),
    "diff": Command("diff", "diff", _("Tell what one draft says otherwise than another.")),
    "check": Command(
        "check", "check", _("Tell what an editor would of a draft: faults of form, figures, names and words.")
    ),
    "explain": Command("explain", "explain", _("Explain a rule of the check, or list all rules.")),
    "page": Command("page", "page", _("Open the local page: from a task sheet to a Word file in a browser.")),
    "kinds": Command("lists", "kinds", _("List the kinds of speeches 文种.")),
    "topics": Command("lists", "topics", _("List the topics 领域: fields of work to start from.")),
    "headings": Command("lists", "headings", _("List the patterns of parallel headings.")),
    "layouts": Command("lists", "layouts", _("List the layouts 版式.")),
    "schema": Command("schema", "schema", _("Print the JSON Schema of the YAML, for editors.")),
    "skill": Command(
        "skill", "app", _("Tell an assistant how to get from a task sheet to a checked Word file.")
    ),
    "mcp": Command("mcp", "mcp", _("Serve drafter's tools to an assistant, within one folder.")),
    "template": Command("template", "app", _("Write kinds of your own, and check a folder of templates.")),
}


class _Described(Mapping[str, Any]):
    """The commands as typer runs them, by name; looking one up imports its module."""

    def __getitem__(self, name: str) -> Any:
        command = COMMANDS[name]
        found = getattr(import_module(f"drafter.cli.{command.module}"), command.attribute)
        holder = typer.Typer(add_completion=False, rich_markup_mode=None)
        if isinstance(found, typer.Typer):
            holder.add_typer(found, name=name, help=command.help)
        else:
            holder.command(name, help=command.help)(found)
        return get_group(holder).commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(TyperGroup):
    """The group of all commands. To list them, with a line on each, imports none."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": _Described()})

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the name of each command and the line on it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])
