"""From the smallest YAML that shows a thing to its draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import drafter
from drafter.errors import Diagnostic, InputError, ParameterError
from drafter.library import Library
from drafter.models.parameters import Parameters
from drafter.models.validate import validate
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import (
    Blank,
    Emphasis,
    Field,
    Inline,
    Inlines,
    Lead,
    Paragraphs,
    Point,
    Speech,
    plain_text,
)

EXAMPLES = Path(__file__).parents[1] / "examples"
FULL = EXAMPLES / "social-work-conference.yaml"
LEAST_EXAMPLE = EXAMPLES / "least.yaml"

NAME = "全市安全生产工作会议"
LEAST = f"kind: deployment\nmeeting:\n  name: {NAME}\n"


def loaded(text: str | bytes, library: Library | None = None) -> Parameters:
    """Return the parameters in a file that holds ``text``."""
    content = text.encode() if isinstance(text, str) else text
    with TemporaryDirectory() as folder:
        path = Path(folder) / "meeting.yaml"
        path.write_bytes(content)
        return drafter.load(path, library)


def faults_of(text: str | bytes) -> tuple[Diagnostic, ...]:
    """Return the faults for which a file that holds ``text`` is refused; none where it is not."""
    try:
        loaded(text)
    except ParameterError as error:
        return error.diagnostics
    return ()


def given(**keys: Any) -> Parameters:
    """Return the parameters of a speech with ``keys`` besides the required ones."""
    meeting = {"name": NAME, **keys.pop("meeting", {})}
    parameters, problems = validate({"kind": "deployment", **keys, "meeting": meeting}, Parameters)
    assert parameters is not None, problems
    return parameters


def drafted(library: Library | None = None, **keys: Any) -> Speech:
    """Return the speech of the ``keys`` besides the required ones."""
    return drafter.draft(given(**keys), library)


def templates(folder: Path, files: Mapping[str, str]) -> Library:
    """Return a library that looks for ``files``, by name, in ``folder`` first."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Library([folder])


def closing_of(folder: Path, markup: str, **keys: Any) -> Inlines:
    """Return what a template that holds ``markup`` alone says in the closing."""
    library = templates(folder, {"shared/closing.xml.j2": f"<closing><p>{markup}</p></closing>"})
    (paragraph,) = drafted(library, **keys).closing
    return paragraph.inlines


def template_faults(folder: Path, closing: str) -> tuple[Diagnostic, ...]:
    """Return the faults of a closing template that holds ``closing``."""
    library = templates(folder, {"shared/closing.xml.j2": closing})
    try:
        drafted(library)
    except InputError as error:
        return error.diagnostics
    return ()


def said(paragraphs: Paragraphs) -> str:
    """Return the words of ``paragraphs``, a line for each."""
    return "\n".join(plain_text(paragraph.inlines) for paragraph in paragraphs)


def inlines_of(speech: Speech) -> list[Inline]:
    """Return every inline of ``speech``, those inside others as well."""
    return [inline for block in iter_blocks(speech) for inline in _flat(block.inlines)]


def fields_of(speech: Speech) -> dict[str, str]:
    """Return the fields of ``speech``, by path."""
    return {inline.path: inline.text for inline in inlines_of(speech) if isinstance(inline, Field)}


def blanks_of(speech: Speech) -> list[Blank]:
    """Return the blanks of ``speech``, in the order of the text."""
    return [inline for inline in inlines_of(speech) if isinstance(inline, Blank)]


def _flat(inlines: Inlines) -> list[Inline]:
    flat: list[Inline] = []
    for inline in inlines:
        flat += [inline, *_flat(inline.inlines)] if isinstance(inline, Lead | Emphasis) else [inline]
    return flat


def plain_text_of_point(point: Point) -> str:
    """Return all words of ``point`` and of those under it."""
    own = plain_text(point.heading) + said(point.body)
    return own + "".join(plain_text_of_point(child) for child in point.points)
