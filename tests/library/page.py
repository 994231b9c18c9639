"""docs/library.md: what there is, and how long its drafts are, counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.models.parameters import Parameters
from drafter.speech.summary import Summary
from drafter.templating.compose.comments.rows import rows_in
from drafter.templating.compose.comments.subjects import subjects_in
from drafter.templating.starter import starting_yaml
from tests.drafts import loaded

from .reading import DEPTHS, least, sample

LIBRARY = builtin_library()
HEAD = """# What the library holds

Made by a test, `pytest tests/library --update-golden`; do not edit. Characters count marks but
no white space; blanks are the facts that a clerk still has to give.

"""
KINDS_HEAD = """## Kinds

*Least* is a YAML of the kind and the meeting's name alone, *sample* the `sample.yaml` in the
kind's folder; the numbers of characters are those of brief, standard and full.

| kind | name | what for | least | blanks | sample | blanks |
|---|---|---|---|---|---|---|
"""
TOPICS_HEAD = """
## Topics

What `drafter new deployment --topic NAME` starts from, and the draft that it makes as it stands.

| topic | name | other names | tasks | measures | characters | blanks |
|---|---|---|---|---|---|---|
"""
SUBJECTS_HEAD = """
## Subjects

What is said of one matter alone where the facts of a sheet are on it: why it matters, how it is
done, and sentences behind facts. One file each in `templates/subjects`, where a folder of one's own
may have more.

| subject | name | sentences |
|---|---|---|
"""
PATTERNS_HEAD = """
## Patterns of headings

`pattern:` takes the name, or a sentence of one's own. Those that are for points, or for the role
of a part, are taken in turn by `style.variation` where no pattern is given.

| name | pattern | taken for |
|---|---|---|
"""


def page() -> str:
    """Return the page."""
    kinds = map(_kind, LIBRARY.kinds())
    topics = map(_topic, LIBRARY.topics())
    patterns = (
        (f"`{pattern.name}`", pattern.text, "、".join(pattern.heads)) for pattern in LIBRARY.headings.patterns
    )
    return "".join(
        (HEAD, KINDS_HEAD, _rows(kinds), TOPICS_HEAD, _rows(topics), SUBJECTS_HEAD, _rows(_subjects()))
        + (PATTERNS_HEAD, _rows(patterns))
    )


def _rows(rows: Iterable[Iterable[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def summary_of(parameters: Parameters, depth: str = "standard") -> Summary:
    """Return the summary of what ``parameters`` say at ``depth``."""
    style = replace(parameters.style, depth=depth)
    speech = drafter.draft(replace(parameters, style=style), LIBRARY)
    return drafter.summarize(speech, LIBRARY.kind(parameters.kind), style)


def _kind(name: str) -> tuple[str, ...]:
    kind = LIBRARY.kind(name)
    cells = []
    for parameters in (least(name), sample(name, LIBRARY)):
        summaries = [summary_of(parameters, depth) for depth in DEPTHS]
        lengths = list(dict.fromkeys(str(summary.characters) for summary in summaries))
        cells += [" / ".join(lengths), str(len(summaries[1].blanks))]
    return (f"`{name}`", kind.name, kind.summary, *cells)


def _topic(name: str) -> tuple[str, ...]:
    topic = LIBRARY.topic(name)
    summary = summary_of(loaded(starting_yaml("deployment", LIBRARY, name)))
    measures = sum(len(task.measures) for task in topic.tasks)
    counts = (len(topic.tasks), measures, summary.characters, len(summary.blanks))
    return (f"`{name}`", topic.name, "、".join(topic.aliases), *map(str, counts))


def _subjects() -> Iterator[tuple[str, ...]]:
    """Yield the subjects by their first remarks, which name them, with how many sentences each has."""
    for name, path in subjects_in().files.items():
        title = path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
        yield f"`{name}`", re.split("[。（(：:]", title)[0], str(len(rows_in(path, (), skip=1)))
