"""What an assistant is told that asked for what it may not have: with a code, a place and a remedy.

A100  no such tool, or a fault of drafter itself
A101  a path that leads out of the root, or is hidden
A102  an argument that is none
A103  what is to be confirmed is not what was shown
A104  a conflict that nobody was shown
"""

from __future__ import annotations

from drafter.errors import Diagnostic, InputError, Span


class ToolError(InputError):
    """A call of a tool that is refused; ``diagnostics`` say why."""


def tool_error(code: str, message: str, place: str = "", remedy: str = "") -> ToolError:
    """Return the error ``code``; ``place`` is the argument or the path that is at fault."""
    return ToolError([Diagnostic(code, message, Span(place), remedy)])
