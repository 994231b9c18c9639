"""Standard output and error as drafter opens them: nothing from outside acts on the terminal.

File names, documents and YAML come from strangers. A sequence in them could rename the window, hide lines
or turn the direction of writing; each control is shown as ``\\u001b`` instead. This is the one place where
it is done. Styles of our own go through ``write_styled``.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any

from drafter.i18n.text import printable


class StreamError(Exception):
    """Standard output is full or closed; ``error`` is what the system said."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        super().__init__(str(error))

    @property
    def is_closed(self) -> bool:
        """Whether the reader has gone away, as ``head`` does when it has enough."""
        return self.error.errno in (errno.EPIPE, errno.EINVAL, errno.EBADF)


class CleanStream(io.TextIOWrapper):
    """A text stream on which controls are shown and not obeyed."""

    def write(self, text: str) -> int:
        """Write ``text`` with its controls made visible; raises StreamError where that fails."""
        return self.write_styled(printable(text))

    def write_styled(self, text: str) -> int:
        """Write ``text``, the styles of which are our own."""
        try:
            return super().write(text)
        except OSError as error:
            raise StreamError(error) from None

    def flush(self) -> None:
        """Write what is waiting; raises StreamError where that fails."""
        try:
            super().flush()
        except OSError as error:
            raise StreamError(error) from None


class Styled:
    """A stream on which styles are obeyed, for what has made its texts printable itself."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.write = getattr(stream, "write_styled", stream.write)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def open_streams() -> None:
    """Replace standard output and error; what the console cannot show is replaced by a question mark."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # The program was started with the stream closed.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            encoding, by_line = stream.encoding, stream.line_buffering
            clean = CleanStream(stream.detach(), encoding, "replace", line_buffering=by_line)
            setattr(sys, name, clean)
            setattr(sys, f"__{name}__", clean)


def give_up(stream: io.TextIOWrapper) -> None:
    """Let what waits in a broken ``stream`` go nowhere, so that the end of the program does not try again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
