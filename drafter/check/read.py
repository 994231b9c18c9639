"""A manuscript from a file: text, Markdown, YAML or Word, told by its suffix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.check.manuscript import Manuscript, Medium
from drafter.check.read_markdown import read_markdown
from drafter.check.read_text import read_lines
from drafter.errors import Diagnostic, ReadError, Span
from drafter.facts.sources import MOST_TEXT, UnreadableSheetError, decode
from drafter.files.disk import UnreadableError, is_folder, read_file
from drafter.i18n import _

_SUFFIXES = {
    ".yaml": Medium.YAML,
    ".yml": Medium.YAML,
    ".md": Medium.MARKDOWN,
    ".markdown": Medium.MARKDOWN,
    ".txt": Medium.TEXT,
    ".text": Medium.TEXT,
    "": Medium.TEXT,
    ".docx": Medium.DOCX,
}
# The name that stands for what is typed or piped in.
STANDARD_INPUT = "-"


def medium_of(path: Path) -> Medium:
    """Return the format of the file at ``path``; raises ReadError for a folder and for other formats."""
    if is_folder(path):
        remedy = _("name the files in it: {path}").format(path=path / "*.docx")
        raise unusable(path, _("it is a folder"), remedy)
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        remedy = _("save it as .docx, .txt, .md or .yaml")
        raise unusable(path, _("no such format is checked: {suffix}").format(suffix=suffix), remedy)
    return _SUFFIXES[suffix]


def read_bytes(path: Path) -> bytes:
    """Return the content of a file that is to be checked.

    Raises ReadError for a folder, another format and a file that cannot be read, ParameterError for a
    YAML that cannot be read.
    """
    medium = medium_of(path)
    if medium is Medium.YAML:
        from drafter.yaml.source import read_bytes as read_yaml

        return read_yaml(path)
    if medium is Medium.DOCX:
        from drafter.docx.untrusted import read_document

        return read_document(path)
    try:
        return read_file(path, MOST_TEXT)
    except UnreadableError as error:
        raise unusable(path, str(error.strerror), error.remedy) from None


def manuscript_in(content: bytes, path: Path, templates: Sequence[Path] = ()) -> Manuscript:
    """Return the manuscript that the ``content`` of the file at ``path`` is.

    A YAML is drafted first, with the library that ``templates`` or its drafter.toml make. Raises ReadError,
    ParameterError and TemplateError as load and draft do.
    """
    medium = medium_of(path)
    if medium is Medium.YAML:
        return _of_yaml(content, path, templates)
    if medium is Medium.DOCX:
        from drafter.check.read_document import manuscript_of_docx

        return manuscript_of_docx(content, str(path))
    return read_content(content, str(path))


def read_manuscript(path: Path, templates: Sequence[Path] = ()) -> Manuscript:
    """Return the manuscript of the file at ``path``; raises as ``read_bytes`` and ``manuscript_in`` do."""
    return manuscript_in(read_bytes(path), path, templates)


def read_content(content: bytes, name: str = "") -> Manuscript:
    """Return the manuscript of a text, which is Markdown where ``name`` has its suffix.

    Its encoding is found out. Raises ReadError for what is no text.
    """
    if len(content) > MOST_TEXT:
        reason = _("it is larger than {limit} KB").format(limit=MOST_TEXT >> 10)
        raise unusable(Path(name), reason, _("give the file that is meant"))
    try:
        text = decode(content)
    except UnreadableSheetError as error:
        raise unusable(Path(name), str(error), _("save it as UTF-8 text")) from None
    if "\0" in text:
        raise unusable(Path(name), _("the file is no text that can be read"), _("save it as UTF-8 text"))
    lines = text_lines(text)
    is_markdown = _SUFFIXES.get(Path(name).suffix.lower()) is Medium.MARKDOWN
    return read_markdown(lines) if is_markdown else read_lines(lines)


def text_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def unusable(path: Path, reason: str, remedy: str = "") -> ReadError:
    """Return the error for a file that is not checked, with the ``reason`` and a remedy."""
    message = _("cannot check the file: {reason}").format(reason=reason)
    return ReadError([Diagnostic("C101", message, Span(str(path)), remedy)])


def _of_yaml(content: bytes, path: Path, templates: Sequence[Path]) -> Manuscript:
    from drafter.check.read_speech import manuscript_of_speech
    from drafter.library import library_for, parameters_in
    from drafter.templating.draft import draft
    from drafter.yaml.source import source_in

    library = library_for(path, templates)
    parameters = parameters_in(source_in(str(path), content), library)
    return manuscript_of_speech(draft(parameters, library), parameters)
