"""What an assistant can ask for: each tool holds its paths against the root and calls the library once.

No tool decides for a person: none overwrites what somebody edited, trusts templates, or settles a conflict
that nobody was shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from drafter.agents import arguments as given
from drafter.agents.errors import tool_error
from drafter.agents.root import DOCUMENT, SHEETS, YAML, Root
from drafter.errors import DrafterError, InputError, errors_as_json
from drafter.i18n import _
from drafter.library import SETTINGS, Library, library_for, load
from drafter.writers.registry import WRITERS

Answer = dict[str, Any]


class Tool(Struct, frozen=True):
    """A tool: its name, what it is for, the model of its arguments, and the function that answers.

    ``writes`` says that it can write a file, ``replaces`` that this may be one that a person has edited.
    """

    name: str
    description: str
    arguments: type[given.Arguments]
    answer: Callable[[Root, Any], Answer]
    writes: bool = False
    replaces: bool = False


def call(name: str, arguments: dict[str, Any], root: Root) -> Answer:
    """Return the answer of the tool called ``name``; ``errors`` in it say why there is no other.

    Paths are told as seen from the root. Raises KeyError where there is no such tool.
    """
    tool = TOOLS[name]
    try:
        answer = tool.answer(root, given.read_arguments(arguments, tool.arguments))
    except DrafterError as error:
        answer = {"errors": errors_as_json(error)}
    return dict(root.named(answer))


def kinds(root: Root, _asked: given.Kinds) -> Answer:
    """Return the kinds of speeches and papers."""
    library = _own_library(root)
    described = ((name, library.kind(name)) for name in library.kinds())
    return {"kinds": [{"id": name, "name": kind.name, "summary": kind.summary} for name, kind in described]}


def new(root: Root, asked: given.New) -> Answer:
    """Return the YAML of a task sheet and what is told of it; write it to ``output`` where that is given."""
    from drafter.facts.sources import read_text
    from drafter.templating.from_sheet import yaml_of_sheet
    from drafter.templating.new_report import report_on_sheet
    from drafter.writers.output import write_file

    if bool(asked.sheet.strip()) == bool(asked.path):
        message = _("either `sheet` or `path` gives the task sheet")
        raise tool_error("A102", message, "sheet", _("give one of them"))
    output = root.file(asked.output, YAML) if asked.output else None
    text = asked.sheet or read_text(root.file(asked.path, SHEETS))
    library = library_for(output) if output else _own_library(root)
    made = yaml_of_sheet(
        text,
        library,
        asked.kind or None,
        asked.papers,
        name=asked.path or "sheet",
        chinese=not asked.english,
        today=_day(asked.today),
    )
    if output is not None:
        write_file(output, made.text.encode("utf-8"))
    report = report_on_sheet(made, library, str(output or "-"))
    return {"output": str(output) if output else None, **report.as_json()}


def _day(text: str) -> date:
    """Return the day that an assistant gives, else today; raise ToolError where it is none."""
    from drafter.models.scalars import ScalarError, read_day

    try:
        return read_day(text) if text else date.today()
    except ScalarError as error:
        raise tool_error("A102", str(error), "today", error.remedy) from None


def validate(root: Root, asked: given.Source) -> Answer:
    """Return all faults of a YAML; that it has some is no error of the tool."""
    path = root.file(asked.path, YAML)
    try:
        kind = load(path, library_for(path)).kind
    except InputError as error:
        return {"yaml": str(path), "is_valid": False, "kind": "", "faults": errors_as_json(error)}
    return {"yaml": str(path), "is_valid": True, "kind": kind, "faults": []}


def draft(root: Root, asked: given.Draft) -> Answer:
    """Return the text that a YAML makes, and its summary; nothing is written."""
    from drafter.speech.summary import summarize
    from drafter.templating.draft import draft_paper
    from drafter.writers.text import write_text

    path = root.file(asked.path, YAML)
    library = library_for(path)
    parameters = load(path, library)
    kind = library.kind_id(asked.paper) if asked.paper else parameters.kind
    speech = draft_paper(parameters, kind, library)
    answer = {
        "yaml": str(path),
        "kind": kind,
        "text": write_text(speech, library.layout(speech.layout)).decode("utf-8"),
        "summary": summarize(speech, library.kind(kind), parameters.style).as_json(),
    }
    if parameters.has_facts and kind == parameters.kind:
        from drafter.templating.facts_report import facts_report

        answer["facts"] = facts_report(parameters, library).as_json(explain=asked.explain)
    return answer


def check(root: Root, asked: given.Check) -> Answer:
    """Return what an editor would tell of a draft, and each claim in it that ``facts`` do not give."""
    from drafter.check.files import check_file

    path = root.file(asked.path, (*YAML, *SHEETS))
    facts = root.file(asked.facts, (*YAML, *SHEETS)) if asked.facts else None
    _refuse_terms_elsewhere(root, path)
    return check_file(path, facts=facts).as_json()


def diff(root: Root, asked: given.Diff) -> Answer:
    """Return the differences between two drafts."""
    from drafter.merge.compare.differences import compare_files

    old, new = (root.file(name, (*YAML, *DOCUMENT)) for name in (asked.old, asked.new))
    return compare_files(old, new).as_json()


def update(root: Root, asked: given.Update) -> Answer:
    """Return what bringing a document up to date would change; write it once that is confirmed."""
    from drafter.agents.confirming import update_shown

    document, path = root.file(asked.document, DOCUMENT), root.file(asked.path, YAML)
    _refuse_terms_elsewhere(root, path)
    return update_shown(document, path, asked)


def build(root: Root, asked: given.Build) -> Answer:
    """Write the documents of a YAML beside it, or to ``output``; what somebody edited is refused."""
    from drafter.check.unasked import findings_in_speech
    from drafter.writers.build import Options, plan_jobs, run_jobs

    path = root.file(asked.path, YAML)
    _refuse_terms_elsewhere(root, path)
    output = root.file(asked.output, [f".{name}" for name in WRITERS]) if asked.output else None
    (job,) = plan_jobs([path], output, asked.formats)
    root.refuse_leading_out(_targets(job.outputs.values(), library_for(path)))
    (report,) = run_jobs([job], Options(papers=asked.papers, check=findings_in_speech))
    # Another document may be a link to what is no business of an assistant.
    report.stale = [one for one in report.stale if root.holds(one.path)]
    return report.as_json()


def _refuse_terms_elsewhere(root: Root, path: Path) -> None:
    """Raise ToolError where the settings beside ``path`` name an office's terms outside of the root."""
    from drafter.library.settings import check_table

    terms = check_table(path).terms
    root.refuse_leading_out([terms] if terms else [])


def _own_library(root: Root) -> Library:
    """Return the library for what is in no file yet."""
    place = root.path / SETTINGS
    root.refuse_leading_out([place])
    return library_for(place)


def _targets(outputs: Iterable[Path], library: Library) -> Iterator[Path]:
    """Yield where a job may write: each output, and beside it the papers that are called after it."""
    for path in outputs:
        yield path
        yield from (path.with_stem(f"{path.stem}-{kind}") for kind in library.kinds())


_TABLE = (
    Tool("kinds", _("List the kinds of speeches and of other papers, to choose one by."), given.Kinds, kinds),
    Tool(
        "new",
        _(
            "Turn a task sheet into the YAML of its meeting. The answer has the YAML, what was read, what is"
            " doubtful, what found no place, and the blanks to ask a person for. A file is written only"
            " where `output` names one, and none is overwritten that somebody edited."
        ),
        given.New,
        new,
        writes=True,
    ),
    Tool(
        "validate",
        _("Find all faults of a YAML, each with its place and remedy."),
        given.Source,
        validate,
    ),
    Tool(
        "draft",
        _(
            "Show the text that a YAML makes, with its length, its blanks, facts unsaid, wishes met or not,"
            " and figures worked out. Nothing is written."
        ),
        given.Draft,
        draft,
    ),
    Tool(
        "check",
        _(
            "Tell what an editor would of a draft: each fault with its code, severity, place and remedy; and"
            " with `facts` each figure, date, name and promise that no fact gives. Mend the YAML until no"
            " error is left; what you cannot mend, tell the person."
        ),
        given.Check,
        check,
    ),
    Tool(
        "diff",
        _("Compare two drafts, YAML or Word: values, points, headings, words."),
        given.Diff,
        diff,
    ),
    Tool(
        "update",
        _(
            "Bring a Word file that somebody edited up to date with its YAML. The first call only shows what"
            " would change, with a digest; show that to the person, then call again with `confirm` and the"
            " digest. A conflict is for the person to settle: give its name in `ours` or `theirs`, with"
            " the digest of the answer that showed it, and confirm what that answer shows."
        ),
        given.Update,
        update,
        writes=True,
        replaces=True,
    ),
    Tool(
        "build",
        _(
            "Write the Word file of a YAML, and its other papers. A file that somebody edited is left alone:"
            " use `update` for it. Blanks in the answer are what nobody gave: ask, and invent nothing."
        ),
        given.Build,
        build,
        writes=True,
    ),
)
TOOLS = {tool.name: tool for tool in _TABLE}
