"""The fifth step: a document that came back edited, held against the meeting, and taken back."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from drafter.docx.read.authors import Authored, authored
from drafter.docx.read.provenance import provenance_of
from drafter.docx.untrusted import read_document
from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.library import parameters_in
from drafter.merge.decisions import Choices
from drafter.merge.edits import edits_of
from drafter.merge.pull import Pull, pulled, restored
from drafter.merge.report import Conflict, Reworded
from drafter.merge.update import Update, updated
from drafter.page.folder import NoSuchFileError
from drafter.page.meetings import Meeting, StaleError, State
from drafter.page.page import Changing, Form, Page, Reading, Upload, address, go_to
from drafter.page.views import common, faulty, meeting_of
from drafter.speech.digests import readable
from drafter.speech.value_names import value_name
from drafter.writers.output import write_update
from drafter.writers.stale import is_same_meeting
from drafter.yaml.source import source_of

OURS, THEIRS = "ours", "theirs"


class Waiting(Struct):
    """A document that came back: its bytes, and how its conflicts are settled so far, by name.

    ``path`` is that of the document in the folder, None where it was sent.
    """

    name: str
    docx: bytes
    path: Path | None = None
    sides: dict[str, str] = {}

    @property
    def choices(self) -> Choices:
        """The choices as the library takes them."""
        return Choices(self._names(OURS), self._names(THEIRS))

    def _names(self, side: str) -> tuple[str, ...]:
        return tuple(name for name, chosen in self.sides.items() if chosen == side)


class Held(Struct, frozen=True):
    """A document held against its meeting: what it brings, what it gets, what both changed.

    ``edits`` are all that was edited in it, ``people`` what Word recorded of that, by name.
    """

    pull: Pull
    update: Update
    conflicts: tuple[Conflict, ...]
    edits: tuple[Reworded, ...]
    people: tuple[Authored, ...]

    @property
    def brings(self) -> bool:
        """Whether the document has values for the facts."""
        return self.pull.after != self.pull.before

    @property
    def gets(self) -> bool:
        """Whether the facts have something for the document, or may have once no conflict is open."""
        return self.is_open or self.update.document is not None

    @property
    def is_open(self) -> bool:
        """Whether a conflict is not settled yet."""
        return bool(self.pull.findings.conflicts or self.update.findings.conflicts)


def _kept(page: Page, request: Request) -> Waiting:
    found = page.returned.get(request.path_params["key"])
    if not isinstance(found, Waiting):
        raise NoSuchFileError(_("this document is not held any more: drop it once more"))
    return found


def held(state: State, waiting: Waiting) -> Held:
    """Return what the library makes of a document; raises ReadError where it cannot be read."""
    given, library = state.given, state.library
    pull = pulled(waiting.docx, state.source, given, library, choices=waiting.choices, name=waiting.name)
    after = parameters_in(source_of(state.source.name, pull.after), library)
    update = updated(waiting.docx, after, library, choices=waiting.choices, name=waiting.name)
    found = {one.name: one for one in (*pull.findings.conflicts, *update.findings.conflicts)}
    settled = {**_settled(state, waiting), **found} if waiting.sides else found
    edits = edits_of(waiting.docx, given, library, name=waiting.name)
    return Held(pull, update, tuple(settled.values()), edits, authored(waiting.docx))


def _settled(state: State, waiting: Waiting) -> dict[str, Conflict]:
    """Return the conflicts as they are before any choice, so that one can be chosen otherwise."""
    given, library = state.given, state.library
    pull = pulled(waiting.docx, state.source, given, library, name=waiting.name)
    update = updated(waiting.docx, given, library, name=waiting.name)
    return {one.name: one for one in (*pull.findings.conflicts, *update.findings.conflicts)}


# ---- pages


def choose_document(page: Page, request: Request) -> Response:
    """Show where a document is dropped, and the documents of the folder that are of this meeting."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    if state.error is not None:
        return faulty(page, request, meeting, state)
    documents = [each.name for each in page.folder.listed() if each.what == "document"]
    ours = [name for name in documents if _is_of(page.folder.path / name, state)]
    return page.show(request, "returned.html", **common(meeting, state, "returned"), documents=ours)


def _is_of(path: Path, state: State) -> bool:
    provenance = provenance_of(path)
    return provenance is not None and is_same_meeting(provenance.given, state.given)


def take(page: Page, request: Request, form: Form) -> Response:
    """Keep a document that was sent, or one of the folder, and hold it against the meeting."""
    meeting = meeting_of(page, request)
    key = page.returned.keep(_sent(page, form))
    return go_to(request, f"{address(meeting.path.name, 'returned')}/{key}")


def _sent(page: Page, form: Form) -> Waiting:
    if form.file:
        return Waiting(form.file.name, form.file.content, _same_file(page, form.file))
    name = form.text("document")
    if not name:
        raise NoSuchFileError(_("no document was chosen"))
    path = page.folder.file(name, (".docx",))
    return Waiting(name, read_document(path), path)


def _same_file(page: Page, sent: Upload) -> Path | None:
    """Return the document of the folder that was sent, where it is the same to the last byte."""
    try:
        path = page.folder.file(sent.name, (".docx",))
        return path if read_document(path) == sent.content else None
    except DrafterError:
        return None


def compare(page: Page, request: Request) -> Response:
    """Show what was changed, update and pull side by side, and the conflicts."""
    meeting = meeting_of(page, request)
    return _compared(page, request, meeting, _kept(page, request), "compared.html")


def _compared(page: Page, request: Request, meeting: Meeting, waiting: Waiting, template: str) -> Response:
    state = meeting.state()
    found = held(state, waiting)
    return page.show(
        request,
        template,
        **common(meeting, state, "returned"),
        held=found,
        waiting=waiting,
        key=request.path_params["key"],
        label=lambda path: value_name(path, *found.pull.given),
        words=words_of,
        changed=changed_words,
        copy=waiting.path is not None,
    )


def settle(page: Page, request: Request, form: Form) -> Response:
    """Settle one conflict for the meeting or for the document."""
    meeting, waiting = meeting_of(page, request), _kept(page, request)
    side = form.text("side")
    if side in (OURS, THEIRS):
        waiting.sides[form.text("name")] = side
    return _compared(page, request, meeting, waiting, "comparison.html")


def confirm(page: Page, request: Request, form: Form) -> Response:
    """Write what was shown: the facts, the document, or both. A copy of the old document is kept."""
    meeting, waiting = meeting_of(page, request), _kept(page, request)
    state = meeting.state()
    if state.version != form.text("version"):
        raise StaleError(state)
    found = held(state, waiting)
    if found.is_open:
        raise OpenConflictError(_("there are conflicts left"))
    written: dict[str, Any] = {"pulled": False, "document": None, "copy": None}
    if form.text("pull") and found.brings:
        state = meeting.change(state.version, lambda _state: found.pull.after)
        written["pulled"] = True
    if form.text("update"):
        written |= _write_document(page, state, waiting, track=bool(form.text("track")))
    return page.show(request, "taken.html", **common(meeting, state, "returned"), **written)


class OpenConflictError(DrafterError):
    """A document is to be written while conflicts are left."""

    remedy = _("choose one side of each first")


def _write_document(page: Page, state: State, waiting: Waiting, *, track: bool) -> dict[str, Any]:
    update = updated(
        waiting.docx, state.given, state.library, choices=waiting.choices, track=track, name=waiting.name
    )
    content = update.document or waiting.docx
    if waiting.path is not None:
        copy = write_update(waiting.path, content, waiting.docx, keeps_copy=True) if update.document else None
        waiting.docx = content
        return {"document": waiting.path.name, "copy": copy.name if copy else None}
    path = page.folder.free(Path(waiting.name).stem, ".docx")
    write_update(path, content, None)
    return {"document": path.name, "copy": None}


# ---- from the list of the start


def open_document(page: Page, request: Request) -> Response:
    """Lead from a document of the folder to its meeting; offer to make one where there is none."""
    path = page.folder.file(request.path_params["name"], (".docx",))
    provenance = provenance_of(path)
    for each in page.folder.listed():
        if each.what == "meeting" and provenance is not None:
            state = page.meeting(each.name).state()
            if state.parameters is not None and is_same_meeting(provenance.given, state.given):
                key = page.returned.keep(Waiting(path.name, read_document(path), path))
                return go_to(request, f"{address(each.name, 'returned')}/{key}")
    return page.show(request, "document.html", name=path.name, is_ours=provenance is not None)


def restore(page: Page, request: Request, _form: Form) -> Response:
    """Make the YAML of a document anew, from what it remembers and what was edited in it."""
    path = page.folder.file(request.path_params["name"], (".docx",))
    done = restored(read_document(path), page.library, name=path.name)
    target = page.folder.free(path.stem, ".yaml")
    write_update(target, done.after.encode(), None)
    return go_to(request, address(target.name, "facts"))


# ---- words


def words_of(text: str) -> str:
    """Return a text for a person; of prose of which only a digest is kept, what can be read."""
    return " ".join(readable(text).split()) or "—"


# Texts of which less is the same are other sentences: single signs of both in turn cannot be read.
ALIKE = 0.4
_TOKEN = re.compile(r"[0-9.]+|[A-Za-z]+|.", re.DOTALL)


def changed_words(old: str, new: str) -> list[tuple[str, str]]:
    """Return the stretches of two texts in turn, each with ``same``, ``del`` or ``ins``.

    Texts that have little in common are told whole, one after the other.
    """
    before, after = (_TOKEN.findall(" ".join(readable(text).split())) for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if before and after and matcher.ratio() < ALIKE:
        return [("del", "".join(before)), ("ins", "".join(after))]
    found = []
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(before[low:high])))
            continue
        if high > low:
            found.append(("del", "".join(before[low:high])))
        if last > first:
            found.append(("ins", "".join(after[first:last])))
    return found


READING: dict[str, Reading] = {
    "/m/{name}/returned": choose_document,
    "/m/{name}/returned/{key}": compare,
    "/documents/{name}": open_document,
}
CHANGING: dict[str, Changing] = {
    "/m/{name}/returned": take,
    "/m/{name}/returned/{key}/settle": settle,
    "/m/{name}/returned/{key}/confirm": confirm,
    "/documents/{name}": restore,
}
