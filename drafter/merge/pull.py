"""``drafter pull``: what a person filled in and changed in a document becomes values of its YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.i18n import _, speaks_chinese
from drafter.library import Library, library_for, load
from drafter.merge.anchored import AnchoredDocument
from drafter.merge.base_version import texts_of_prose
from drafter.merge.decisions import Choices
from drafter.merge.lists import Renames
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.pulled_values import Harvest, harvest
from drafter.merge.report import Findings
from drafter.merge.update import edition_of, open_document, paper_of, read_document, refuse_another
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.kind import Kind
from drafter.models.parameters import Parameters
from drafter.models.paths import paths_in, value_at
from drafter.speech.digests import abridged, is_abridged
from drafter.templating.context import complete
from drafter.templating.draft import draft_paper
from drafter.writers.output import write_update
from drafter.yaml.changes import UnsettableError
from drafter.yaml.dump import CommentedWriter
from drafter.yaml.patch import patch
from drafter.yaml.source import Source, source_of
from drafter.yaml.spelling import LibraryNames, Spelling

_MARK = "\ufeff"
_LINE_END = re.compile("\r\n|\r|\n")


class Pull(Struct):
    """What came of a pull: the YAML ``before`` and ``after``, what was found, and what could not be taken.

    ``refused`` are the reasons, by path. With a conflict left, ``after`` lacks the values at odds.
    """

    before: str
    after: str
    findings: Findings
    refused: dict[str, str] = field(default_factory=dict)


def pull_document(
    path: str | Path,
    source: str | Path,
    *,
    templates: Sequence[Path] = (),
    choices: Choices | None = None,
    write: bool = True,
) -> Pull:
    """Read values and prose from the document at ``path`` back into the YAML at ``source``.

    Only the characters of changed values change there; where there is no such file, it is
    written anew. Raises ReadError where the document cannot be read or remembers nothing, OverwriteError
    where an editor has the YAML open, ParameterError and TemplateError as load and draft do.
    """
    path, source = Path(path), Path(source)
    library = library_for(source, templates)
    docx = read_document(path)
    if not source.exists():
        pull = restored(docx, library, name=str(path))
        if write:
            write_update(source, pull.after.encode(), None)
        return pull
    content = source.read_bytes()
    parameters = load(source, library)
    text = content.decode("utf-8-sig")
    pull = pulled(docx, source_of(str(source), text), parameters, library, choices=choices, name=str(path))
    if write and pull.after != pull.before:
        write_update(source, _encoded(pull.after, content), content)
    return pull


def pulled(
    docx: bytes,
    source: Source,
    parameters: Parameters,
    library: Library,
    *,
    choices: Choices | None = None,
    name: str = "",
) -> Pull:
    """Return ``source``, the YAML that ``parameters`` are of, with what the document ``docx`` has changed."""
    manuscript, memory = open_document(docx, name)
    refuse_another(memory, parameters, name)
    speech = draft_paper(parameters, paper_of(memory, parameters), library)
    new = paragraphs_of(speech, library.layout(speech.layout).title.limit)
    edition = edition_of(manuscript, memory, library, new, Renames(memory.given, abridged(parameters)))
    found = harvest(edition, memory.given, parameters, choices or Choices())
    return Pull(source.text, _rewritten(source, found, parameters, library), found.findings, found.refused)


def restored(docx: bytes, library: Library, *, name: str = "") -> Pull:
    """Return a new YAML with all that the document ``docx`` was written from, and what it has changed.

    Prose that the document has lost is not in it. Raises as ``pull_document`` does.
    """
    manuscript, memory = open_document(docx, name)
    no_drafts: list[DraftParagraph] = []
    edition = edition_of(manuscript, memory, library, no_drafts, Renames(memory.given, memory.given))
    parameters, text = yaml_of(memory.given, edition, library)
    found = harvest(edition, memory.given, memory.given, Choices())
    lost = [path for path in paths_in(memory.given) if value_at(parameters, path) is None]
    labels = [f"{label_of(path)} ({path})" for path in lost if path not in found.changes]
    if labels:
        message = _("prose that the document does not say, and the new YAML has not: {labels}")
        found.findings.note(message.format(labels=_(", ").join(labels)))
    after = _rewritten(source_of(name, text), found, parameters, library)
    return Pull("", after, found.findings, found.refused)


def _rewritten(source: Source, found: Harvest, parameters: Parameters, library: Library) -> str:
    if not found.changes:
        return source.text
    skeleton = complete(parameters, library.kind(parameters.kind))
    names = partial(library.names, parameters.kind)
    try:
        return patch(source, found.changes, skeleton, names)
    except UnsettableError:
        # One value that there is no room for does not keep the others out.
        return patch(source, dict(_settable(source, found, skeleton, names)), skeleton, names)


def _settable(
    source: Source, found: Harvest, skeleton: Parameters, names: Callable[[], LibraryNames]
) -> Iterator[tuple[str, str | None]]:
    """Yield the changes that can be made one by one; the others are refused."""
    for path, text in found.changes.items():
        try:
            patch(source, {path: text}, skeleton, names)
        except UnsettableError as error:
            found.refused[path] = f"{error}; {error.remedy}" if error.remedy else str(error)
            told = found.findings.updated
            found.findings.updated = [change for change in told if change.path != path]
        else:
            yield path, text


def _encoded(text: str, before: bytes) -> bytes:
    """Return ``text`` with the line ends, and the mark in front, that the file had.

    New lines end as most do.
    """
    had = before.decode("utf-8-sig")
    old, ends, new = _LINE_END.split(had), _LINE_END.findall(had), text.split("\n")
    most = max(dict.fromkeys(ends), key=ends.count, default="\n")
    kept = dict.fromkeys(range(len(new) - 1), most)
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or high - low == last - first:
            kept |= dict(zip(range(first, last), ends[low:high], strict=False))
    lines = [f"{line}{kept[number]}" for number, line in enumerate(new[:-1])]
    return ((_MARK if before.startswith(_MARK.encode()) else "") + "".join(lines) + new[-1]).encode()


def yaml_of(given: Parameters, edition: AnchoredDocument, library: Library) -> tuple[Parameters, str]:
    """Return ``given`` with its prose as ``edition`` still has it, and the YAML of it, with comments.

    Prose that was changed or lost is left out.
    """
    parameters = _with_prose(given, texts_of_prose(edition.lines, ()))
    names = library.names(parameters.kind) if speaks_chinese() else {}
    spelling = Spelling(speaks_chinese(), names)
    writer = CommentedWriter(set(_models(Parameters)), lambda _model, _key: False, spelling)
    head = _head(library.kind(parameters.kind))
    lines = writer.mapping(Parameters, _given(parameters))
    return parameters, "\n".join([*head, *lines]) + "\n"


def _head(kind: Kind) -> Iterator[str]:
    yield f"# {kind.name}：{kind.summary}"
    yield "# 从 Word 文稿里取回的数据；没有写出的键，文中用通用说法，或者留空位【……】。"


def _with_prose(model: Struct, texts: Mapping[str, str]) -> Any:
    """Return ``model`` with its prose written out as ``texts`` have it by what is kept of it."""
    changed: dict[str, Any] = {}
    for plan in fields_of(type(model)).values():
        value = getattr(model, plan.name)
        if plan.is_list:
            changed[plan.name] = tuple(_restored(item, texts) for item in value or ())
        elif value:
            changed[plan.name] = _restored(value, texts)
        if plan.is_list and value is None:
            changed[plan.name] = None
    return replace(model, **changed)


def _restored(value: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(value, Struct):
        return _with_prose(value, texts)
    if not isinstance(value, str) or not any(map(is_abridged, value.split("\n"))):
        return value
    lines = [texts.get(line) for line in value.split("\n")]
    return None if None in lines else "\n".join(filter(None, lines))


def _given(model: Struct) -> dict[str, Any]:
    """Return what ``model`` says beyond its defaults, by key."""
    found = {}
    for key, plan in fields_of(type(model)).items():
        value = getattr(model, plan.name)
        if value != plan.default and value is not None:
            found[key] = [_plain(item, plan) for item in value] if plan.is_list else _plain(value, plan)
    return found


def _plain(value: Any, plan: FieldSpec) -> Any:
    if not isinstance(value, Struct):
        return value
    given, shorthand = _given(value), getattr(plan.type, "shorthand", "")
    # Items keep their places, those that say nothing too.
    return given[shorthand] if set(given) == {shorthand} else given


def _models(model: type[Struct], known: frozenset[type[Struct]] = frozenset()) -> Iterator[type[Struct]]:
    """Yield ``model`` and all models in it."""
    yield model
    for plan in fields_of(model).values():
        if plan.is_model and plan.type not in known and plan.type is not model:
            yield from _models(plan.type, known | {model})
