"""A meeting: its YAML in the working folder, changed value by value, with its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import RLock
from time import monotonic

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import DrafterError
from drafter.facts.sources import decode
from drafter.files.disk import is_file, is_inside, read_file
from drafter.i18n import _
from drafter.library import Library, parameters_in
from drafter.models.parameters import Parameters
from drafter.page.folder import SHEET
from drafter.templating.context import complete
from drafter.writers.output import write_update
from drafter.yaml.items import without_item
from drafter.yaml.patch import patch
from drafter.yaml.source import MAX_BYTES, Source, decoded, encoded_like, read_bytes, source_of

# Whoever pauses for so many seconds begins a new step.
A_PAUSE = 4.0
# So many steps can be undone.
MOST_STEPS = 200

# Makes a new text of the present one and its parameters.
Make = Callable[["State"], str]


class StaleError(DrafterError):
    """The meeting was changed elsewhere since the page was loaded; ``state`` is how it is now."""

    def __init__(self, state: State) -> None:
        self.state = state
        super().__init__(_("this meeting was changed in another window or program since you opened it"))

    remedy = _("look at what is there now; nothing of it was overwritten")


class State(Struct, frozen=True):
    """A meeting as it stands on the disk. ``version`` is that of its text.

    ``error`` tells why there are no parameters.
    """

    source: Source
    version: str
    library: Library
    parameters: Parameters | None = None
    error: DrafterError | None = None

    @property
    def given(self) -> Parameters:
        """The parameters; raises the error where the text has faults."""
        if self.parameters is None:
            assert self.error is not None
            raise self.error
        return self.parameters


class Meeting:
    """The one YAML file of a meeting. Every change is written at once, and can be undone.

    A change names the version that it was made on. Where the file has another one by now, because a
    second window or an editor changed it, nothing is written.
    """

    def __init__(self, path: Path, library: Library) -> None:
        self.path = path
        self.library = library
        self._lock = RLock()
        self._content = b""
        self._state: State | None = None
        self._done: list[str] = []
        self._undone: list[str] = []
        self._last = ("", 0.0)

    def state(self) -> State:
        """Return the meeting as it stands on the disk; raises ParameterError where it cannot be read."""
        with self._lock:
            content = read_bytes(self.path)
            if self._state is None or content != self._content:
                if self._state is not None:
                    # Another program wrote it: what it replaced can be brought back.
                    self._remember(self._state.source.text)
                self._take(content)
            assert self._state is not None
            return self._state

    def change(self, version: str, make: Make, *, about: str = "") -> State:
        """Write the text that ``make`` returns; return the new state.

        Changes ``about`` one value that follow one another closely, as somebody types, are undone as one.

        Raises StaleError where the meeting has another ``version``, ParameterError where the new text
        has faults, OverwriteError where an editor has the file open.
        """
        with self._lock:
            state = self.state()
            if state.version != version:
                raise StaleError(state)
            text = make(state)
            if text != state.source.text:
                source = source_of(self.path.name, text)
                self._write(text, State(source, "", self.library, parameters_in(source, self.library)))
                if not self._goes_on(about):
                    self._remember(state.source.text)
            return self.state()

    def _goes_on(self, about: str) -> bool:
        """Return whether a change only goes on with the last one."""
        now, last = monotonic(), self._last
        self._last = (about, now)
        return bool(about) and bool(self._done) and last[0] == about and now - last[1] < A_PAUSE

    def undo(self, version: str) -> State:
        """Return to the text before the last change."""
        return self._step(version, self._done, self._undone)

    def redo(self, version: str) -> State:
        """Return to the text before the last undoing."""
        return self._step(version, self._undone, self._done)

    @property
    def steps(self) -> tuple[int, int]:
        """How many steps can be undone, and how many redone."""
        return len(self._done), len(self._undone)

    def _step(self, version: str, taken: list[str], kept: list[str]) -> State:
        with self._lock:
            state = self.state()
            if state.version != version:
                raise StaleError(state)
            self._last = ("", 0.0)
            if taken:
                self._write(taken[-1])
                taken.pop()
                kept.append(state.source.text)
            return self.state()

    def _write(self, text: str, made: State | None = None) -> None:
        """Write a text; ``made`` is its state, if it is known."""
        content = encoded_like(text, self._content)
        if len(content) > MAX_BYTES:
            raise TooLongError(_("with this, the meeting would be larger than any speech"))
        write_update(self.path, content, self._content)
        self._take(content, made)

    def _take(self, content: bytes, made: State | None = None) -> None:
        self._content = content
        self._state = replace(made, version=version_of(content)) if made else self._read(content)

    def _read(self, content: bytes) -> State:
        name = self.path.name
        source = source_of(name, decoded(name, content))
        parameters, error = None, None
        try:
            parameters = parameters_in(source, self.library)
        except DrafterError as found:
            error = found
        return State(source, version_of(content), self.library, parameters, error)

    def _remember(self, text: str) -> None:
        self._done.append(text)
        del self._done[:-MOST_STEPS]
        self._undone.clear()

    @property
    def sheet(self) -> str:
        """The text of the task sheet that stands beside the YAML, "" where there is none."""
        path = self.path.with_name(self.path.stem + SHEET)
        has_sheet = is_file(path) and is_inside(path, self.path.parent)
        return decode(read_file(path, MAX_BYTES)) if has_sheet else ""


class TooLongError(DrafterError):
    """What was typed is too long."""

    remedy = _("shorten it")


def version_of(content: bytes) -> str:
    """Return the version of a file: another content has another one."""
    return sha256(content).hexdigest()[:20]


# ---- changes


def set_values(state: State, changes: Mapping[str, str | None]) -> str:
    """Return the text with new values by path, None for one that is taken back."""
    given = state.given
    skeleton = complete(given, state.library.kind(given.kind))
    return patch(state.source, changes, skeleton, partial(state.library.names, given.kind))


def set_items(state: State, path: str, texts: Sequence[str], count: int) -> str:
    """Return the text with ``texts`` as the items of the list at ``path``, which has ``count`` by now."""
    source = state.source
    for place in reversed(range(len(texts), count)):
        source = Source(source.name, without_item(source, f"{path}[{place}]"))
    if not texts:
        return source.text
    changed = State(source, "", state.library, parameters_in(source, state.library))
    return set_values(changed, {f"{path}[{place}]": text for place, text in enumerate(texts)})
