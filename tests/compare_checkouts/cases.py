"""What is run: each kind, topic, paper, depth, layout and variation, and what becomes of edited documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from .editing import filled, reworded, with_points, with_style, with_values
from .running import Command

INPUTS = "inputs"
FORMATS = "docx,txt,md,html"
LEAST = "kind: {kind}\nmeeting:\n  name: 全市安全生产工作会议\n"

Modes = dict[str, tuple[str, ...]]

COMMANDS = (
    *(
        "new",
        "build",
        "outline",
        "update",
        "pull",
        "diff",
        "kinds",
        "topics",
        "headings",
        "layouts",
        "schema",
    ),
    *("template", "template new", "template check"),
)
# How a conflict is settled, and what is printed or written.
UPDATES: Modes = {
    "plain": (),
    "ours": ("--ours", "all"),
    "theirs": ("--theirs", "all"),
    "track": ("--track", "--ours", "all"),
    "json": ("--dry-run", "--json"),
}
PULLS = {mode: options for mode, options in UPDATES.items() if mode != "track"}
# What somebody did to the document, and what to the YAML.
EDITED: dict[str, Callable[[bytes], bytes]] = {
    "untouched": bytes,
    "filled": filled,
    "reworded": lambda docx: reworded(filled(docx)),
}
CHANGED: dict[str, Callable[[str], str]] = {
    "same": str,
    "values": with_values,
    "points": with_points,
    "style": lambda text: with_style(text, depth="full", variation=3, layout="office"),
}


class Extent(NamedTuple):
    """How much is compared: of these, everything; ``topics`` None are all that there are."""

    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    layouts: tuple[str, ...]
    depths: tuple[str, ...] = ("brief", "standard", "full")
    variations: tuple[int, ...] = (1, 2, 3, 4)


def starting_points(extent: Extent) -> Iterator[Command]:
    """Yield the commands that write the YAML files to start from."""
    for kind in extent.kinds:
        for name, options in (("sample", ("--sample",)), ("empty", ())):
            yield Command(f"{name}/{kind}", ("new", kind, *options, "-o", f"{INPUTS}/{name}-{kind}.yaml"))
        for topic in extent.topics:
            output = f"{INPUTS}/topic-{kind}-{topic}.yaml"
            yield Command(f"topic/{kind}-{topic}", ("new", kind, "--topic", topic, "-o", output))


def base_documents(extent: Extent) -> Iterator[Command]:
    """Yield the commands that write the documents to be edited."""
    for name, kind in product(("sample", "empty"), extent.kinds):
        yield Command(f"base/{name}-{kind}", ("build", f"{INPUTS}/{name}-{kind}.yaml"))


def lay_out(extent: Extent, folder: Path) -> None:
    """Write the files that the commands read into ``folder``, which holds the base documents."""
    inputs = folder / INPUTS
    for kind in extent.kinds:
        (inputs / f"least-{kind}.yaml").write_text(LEAST.format(kind=kind), encoding="utf-8")
        for name in ("sample", "empty"):
            _lay_out_edits(inputs, f"{name}-{kind}")
        for name in ("sample", "least", "empty"):
            text = (inputs / f"{name}-{kind}.yaml").read_text(encoding="utf-8")
            for depth, layout, variation in _styles(extent, name):
                style = {"depth": depth, "layout": layout, "variation": variation}
                path = inputs / f"{name}-{kind}-{depth}-{layout}-{variation}.yaml"
                path.write_text(with_style(text, **style), encoding="utf-8")
            path = inputs / f"{name}-{kind}-decked.yaml"
            path.write_text(with_style(text, outline=True, thanks=True), encoding="utf-8")


def _styles(extent: Extent, name: str) -> Iterator[tuple[str, str, int]]:
    """Yield the styles in which the files called ``name`` are built.

    Each layout comes with each depth. The words vary in the first layout alone, and only where a file
    has all its values or none: an empty one says what the least does.
    """
    for depth, layout, variation in product(extent.depths, extent.layouts, extent.variations):
        varies = layout == extent.layouts[0] and name != "empty"
        if varies or variation == extent.variations[0]:
            yield depth, layout, variation


def _lay_out_edits(inputs: Path, name: str) -> None:
    text, docx = (inputs / f"{name}.yaml").read_text(encoding="utf-8"), (inputs / f"{name}.docx").read_bytes()
    for change, changed in CHANGED.items():
        new = changed(text)
        (inputs / f"{name}-{change}.yaml").write_text(new, encoding="utf-8")
        for edit in EDITED:
            for mode in _modes(PULLS, edit, change):
                # A pull writes into its YAML, so that each has one of its own.
                own = inputs.parent / "pull" / f"{name}-{edit}-{change}-{mode}.yaml"
                own.parent.mkdir(exist_ok=True)
                own.write_text(new, encoding="utf-8")
    for edit, edited in EDITED.items():
        (inputs / f"{name}-{edit}.docx").write_bytes(edited(docx))


def commands(extent: Extent) -> list[Command]:
    """Return all commands that are compared, on the files that ``lay_out`` writes."""
    found = [*_lists(extent), *_new(extent), *_builds(extent), *_papers(extent), *_outlines(extent)]
    return [*found, *_updates(extent), *_pulls(extent), *_help()]


def translated(extent: Extent) -> list[Command]:
    """Return the commands whose messages are compared in Chinese as well."""
    edits = [command for command in (*_updates(extent), *_pulls(extent)) if "/sample-" in command.name]
    chosen = [command for command in edits if command.name.endswith(("-values-plain", "-values-ours"))]
    builds = [command for command in _builds(extent) if command.name.endswith("-decked")]
    return [
        Command(f"chinese/{name}", _elsewhere(arguments))
        for name, arguments in (*_help(), *_lists(extent), *builds, *chosen)
    ]


def _elsewhere(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``arguments`` with what they write in another folder."""
    if arguments[0] == "pull":
        return (*arguments, "--dry-run")
    if "-o" not in arguments:
        return arguments
    place = arguments.index("-o") + 1
    return (*arguments[:place], f"chinese/{arguments[place]}", *arguments[place + 1 :])


def _help() -> Iterator[Command]:
    yield Command("help/drafter", ("--help",))
    for name in COMMANDS:
        yield Command(f"help/{name.replace(' ', '-')}", (*name.split(), "--help"))


def _lists(extent: Extent) -> Iterator[Command]:
    for name in ("kinds", "topics", "headings", "layouts"):
        yield Command(f"lists/{name}", (name,))
        yield Command(f"lists/{name}-json", (name, "--json"))
    yield Command("lists/schema", ("schema",))
    yield Command("lists/schema-markdown", ("schema", "--markdown"))
    for kind in extent.kinds:
        yield Command(f"lists/schema-{kind}", ("schema", kind))


def _new(extent: Extent) -> Iterator[Command]:
    for kind in extent.kinds:
        yield Command(f"new/{kind}", ("new", kind))
        yield Command(f"new/{kind}-sample", ("new", kind, "--sample"))
        yield Command(f"new/{kind}-papers", ("new", kind, "--papers", "notice,agenda,host-script"))
        for topic in extent.topics:
            yield Command(f"new/{kind}-{topic}", ("new", kind, "--topic", topic))


def _builds(extent: Extent) -> Iterator[Command]:
    for name, kind in product(("sample", "least", "empty"), extent.kinds):
        for depth, layout, variation in _styles(extent, name):
            yield _build("build", f"{name}-{kind}-{depth}-{layout}-{variation}")
        yield _build("build", f"{name}-{kind}-decked", "--no-notes", "--strict")
        arguments = ("build", f"{INPUTS}/{name}-{kind}.yaml", "-o", "report", "--json")
        yield Command(f"report/{name}-{kind}", arguments)
    for kind in extent.kinds:
        yield from (_build("topic", f"topic-{kind}-{topic}") for topic in extent.topics)
        # An office's own file: here a document that somebody edited.
        yield _build("reference", f"sample-{kind}", "--reference", f"{INPUTS}/sample-{kind}-reworded.docx")


def _build(category: str, name: str, *options: str) -> Command:
    # Without a style from elsewhere there are four formats; a Word file of the office is for Word alone.
    formats = "docx" if "--reference" in options else FORMATS
    arguments = ("build", f"{INPUTS}/{name}.yaml", "-o", category, "--to", formats, *options)
    return Command(f"{category}/{name}", arguments)


def _papers(extent: Extent) -> Iterator[Command]:
    for name, kind in product(("sample", "least"), extent.kinds):
        for paper in extent.kinds:
            source, output = f"{INPUTS}/{name}-{kind}.yaml", f"papers/{paper}"
            arguments = ("build", source, "-o", output, "--to", "docx,txt", "--papers", paper)
            yield Command(f"papers/{name}-{kind}-{paper}", arguments)


def _outlines(extent: Extent) -> Iterator[Command]:
    for name, kind in product(("sample", "empty"), extent.kinds):
        yield Command(f"outline/{name}-{kind}", ("outline", f"{INPUTS}/{name}-{kind}.yaml"))
        yield Command(f"outline/{name}-{kind}-docx", ("outline", f"{INPUTS}/{name}-{kind}-reworded.docx"))
        paths = (f"{INPUTS}/{name}-{kind}-values.yaml", f"{INPUTS}/{name}-{kind}-reworded.docx")
        yield Command(f"diff/{name}-{kind}", ("diff", *paths))
        yield Command(f"diff/{name}-{kind}-json", ("diff", *paths, "--json"))


def _edits(extent: Extent) -> Iterator[tuple[str, str, str]]:
    for name, kind in product(("sample", "empty"), extent.kinds):
        for edit, change in product(EDITED, CHANGED):
            yield f"{name}-{kind}", edit, change


def _modes(modes: Modes, edit: str, change: str) -> Modes:
    """Return the ``modes`` that matter: where one side changed nothing, there is no conflict to settle."""
    if edit != "untouched" and change != "same":
        return modes
    return {mode: options for mode, options in modes.items() if mode not in ("ours", "theirs")}


def _updates(extent: Extent) -> Iterator[Command]:
    for name, edit, change in _edits(extent):
        for mode, options in _modes(UPDATES, edit, change).items():
            case = f"update/{name}-{edit}-{change}-{mode}"
            paths = (f"{INPUTS}/{name}-{edit}.docx", f"{INPUTS}/{name}-{change}.yaml")
            yield Command(case, ("update", *paths, "-o", f"{case}.docx", *options))


def _pulls(extent: Extent) -> Iterator[Command]:
    for name, edit, change in _edits(extent):
        document = f"{INPUTS}/{name}-{edit}.docx"
        for mode, options in _modes(PULLS, edit, change).items():
            case = f"pull/{name}-{edit}-{change}-{mode}"
            yield Command(case, ("pull", document, f"{case}.yaml", *options))
        if change == "same":
            case = f"pull/{name}-{edit}-anew"
            yield Command(case, ("pull", document, f"{case}.yaml"))
