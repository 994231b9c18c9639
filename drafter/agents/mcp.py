"""The tools served over standard input and output by the official SDK, the only module that imports it.

The SDK's own reader and writer hold the two streams: whatever else would print goes to standard error.
"""

from __future__ import annotations

import json
import sys
import traceback
from typing import TYPE_CHECKING, Any

from drafter import __version__
from drafter.agents.arguments import schema_of
from drafter.agents.root import Root
from drafter.agents.tools import TOOLS, call
from drafter.errors import Diagnostic, MissingExtraError, Span
from drafter.i18n import _

if TYPE_CHECKING:
    import mcp_types as types
    from mcp.server.lowlevel import Server

EXTRA = "mcp"


def serve(root: Root) -> None:
    """Serve the tools on ``root`` until the client closes the stream.

    Raises MissingExtraError without the extra ``mcp``.
    """
    try:
        import anyio
        from mcp.server.stdio import stdio_server
    except ImportError:
        message = _("the package that serves tools to assistants is not installed")
        raise MissingExtraError(EXTRA, message) from None
    server = server_of(root)

    async def run() -> None:
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())

    anyio.run(run)


def server_of(root: Root) -> Server[Any]:
    """Return the server of the tools on ``root``."""
    import mcp_types as types
    from mcp.server.lowlevel import Server

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=_described())

    async def call_tool(_context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        return _result(params.name, params.arguments or {}, root)

    return Server(
        "drafter",
        version=__version__,
        instructions=_instructions(),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _instructions() -> str:
    return _(
        "Speeches for Chinese offices, from a task sheet to a Word file: new, draft, check, build, and update"
        " once somebody has edited it. Say only what the sheet gives; what it lacks stays a blank to ask for."
    )


def _described() -> list[types.Tool]:
    import mcp_types as types

    return [
        types.Tool(
            name=tool.name,
            description=tool.description,
            input_schema=schema_of(tool.arguments),
            annotations=types.ToolAnnotations(
                read_only_hint=not tool.writes,
                destructive_hint=tool.replaces,
                idempotent_hint=True,
                open_world_hint=False,
            ),
        )
        for tool in TOOLS.values()
    ]


def _result(name: str, arguments: dict[str, Any], root: Root) -> types.CallToolResult:
    """Return the answer of a tool, as text for those who read no structures."""
    import mcp_types as types

    answer = _answer(name, arguments, root)
    text = json.dumps(answer, ensure_ascii=False)
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=text)],
        structured_content=answer,
        is_error=bool(answer.get("errors")),
    )


def _answer(name: str, arguments: dict[str, Any], root: Root) -> dict[str, Any]:
    if name not in TOOLS:
        remedy = _("known: {names}").format(names=_(", ").join(TOOLS))
        return _failure(_("there is no tool `{name}`").format(name=name[:64]), remedy)
    try:
        return call(name, arguments, root)
    # A fault of drafter's own must not end the session; the log of the client gets the traceback.
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return _failure(_("drafter itself has failed"), _("report it with the traceback in the client's log"))


def _failure(message: str, remedy: str) -> dict[str, Any]:
    return {"errors": [Diagnostic("A100", message, Span(""), remedy).as_json()]}
