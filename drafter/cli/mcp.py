"""The command `drafter mcp`: the tools of an assistant, served within one folder."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.terminal import reporting_errors
from drafter.i18n import _


def mcp(
    root: Annotated[
        Path,
        typer.Option("--root", metavar="DIR", help=_("The only folder in which files are read and written.")),
    ] = Path(),
) -> None:
    """Serve drafter's tools to an assistant over standard input and output, within one folder."""
    from drafter.agents.mcp import serve
    from drafter.agents.root import Root

    # A session lasts, and each call leaves garbage.
    gc.enable()
    with reporting_errors():
        serve(Root(root))
