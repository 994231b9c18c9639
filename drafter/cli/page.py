"""The command `drafter page`: the local page, in a browser."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.terminal import reporting_errors
from drafter.i18n import _


class Language(StrEnum):
    """The languages of the page."""

    ZH = "zh"
    EN = "en"


_Folder = Annotated[
    Path, typer.Argument(metavar="[FOLDER]", help=_("The folder to work in; the current one, unless given."))
]
_Port = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help=_("The port; unless given, a free one."))
]
_Idle = Annotated[
    float | None,
    typer.Option("--idle", metavar="MINUTES", min=0.1, help=_("End when nobody used it for so long.")),
]
_NoBrowser = Annotated[bool, typer.Option("--no-browser", help=_("Only print the link."))]
# The catalogue is chosen before anything is imported: see drafter/__main__.py.
_Lang = Annotated[
    Language | None,
    typer.Option("--lang", help=_("The language of the page; unless given, as messages are.")),
]


def page(
    folder: _Folder = Path(),
    port: _Port = None,
    idle: _Idle = None,
    no_browser: _NoBrowser = False,
    lang: _Lang = None,
) -> None:
    """Open the local page: from a task sheet to a Word file in a browser."""
    from drafter.errors import MissingExtraError, OutputError
    from drafter.files.disk import is_folder

    with reporting_errors():
        if not is_folder(folder):
            message = _("there is no folder {path}").format(path=folder)
            raise OutputError(folder, message, _("make it, or name another one"))
        try:
            from drafter.page.serve import serve
        except ModuleNotFoundError as missing:
            if (missing.name or "").partition(".")[0] not in ("starlette", "uvicorn", "multipart"):
                raise
            raise MissingExtraError("page", _("the packages of the page are not installed")) from None
        serve(folder, port=port, idle=idle, browser=not no_browser)
