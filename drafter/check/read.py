"""A manuscript from a file: text, Markdown, YAML or Word, told by its suffix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.check.manuscript import Manuscript
from drafter.check.read_markdown import read_markdown
from drafter.check.read_text import read_lines
from drafter.errors import Diagnostic, ReadError, Span
from drafter.facts.sources import MOST_TEXT, UnreadableSheetError, decode
from drafter.files.disk import UnreadableError, is_folder, read_file
from drafter.i18n import _

YAML = (".yaml", ".yml")
MARKDOWN = (".md", ".markdown")
TEXT = (".txt", ".text", "")
DOCX = ".docx"
# The name that stands for what is typed or piped in.
STANDARD_INPUT = "-"


def read_manuscript(path: Path, templates: Sequence[Path] = ()) -> Manuscript:
    """Return the manuscript of the file at ``path``.

    A YAML is drafted first, with the library that ``templates`` or its drafter.toml make. Raises ReadError
    for a folder, an unknown format and a file that cannot be read, ParameterError and TemplateError as
    load and draft do.
    """
    suffix = path.suffix.lower()
    if is_folder(path):
        raise unusable(
            path, _("it is a folder"), _("name the files in it: {path}").format(path=path / "*.docx")
        )
    if suffix in YAML:
        return _of_yaml(path, templates)
    if suffix == DOCX:
        from drafter.check.read_document import read_document

        return read_document(path)
    if suffix not in (*MARKDOWN, *TEXT):
        remedy = _("save it as .docx, .txt, .md or .yaml")
        raise unusable(path, _("no such format is checked: {suffix}").format(suffix=suffix), remedy)
    return read_content(_content(path), str(path))


def read_content(content: bytes, name: str = "") -> Manuscript:
    """Return the manuscript of a text, which is Markdown where ``name`` has its suffix.

    Its encoding is found out. Raises ReadError for what is no text.
    """
    try:
        text = decode(content)
    except UnreadableSheetError as error:
        raise unusable(Path(name), str(error), _("save it as UTF-8 text")) from None
    if "\0" in text:
        raise unusable(Path(name), _("the file is no text that can be read"), _("save it as UTF-8 text"))
    lines = text_lines(text)
    return read_markdown(lines) if Path(name).suffix.lower() in MARKDOWN else read_lines(lines)


def text_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def unusable(path: Path, reason: str, remedy: str = "") -> ReadError:
    """Return the error for a file that is not checked, with the ``reason`` and a remedy."""
    message = _("cannot check the file: {reason}").format(reason=reason)
    return ReadError([Diagnostic("K101", message, Span(str(path)), remedy)])


def _content(path: Path) -> bytes:
    try:
        return read_file(path, MOST_TEXT)
    except UnreadableError as error:
        raise unusable(path, str(error.strerror), error.remedy) from None


def _of_yaml(path: Path, templates: Sequence[Path]) -> Manuscript:
    from drafter.check.read_speech import manuscript_of_speech
    from drafter.library import library_for, load
    from drafter.templating.draft import draft

    library = library_for(path, templates)
    parameters = load(path, library)
    return manuscript_of_speech(draft(parameters, library), parameters)
