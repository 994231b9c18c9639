"""Many documents in one process: parameters to bytes, YAML file to .docx file, and longer speeches."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path

import yaml

import drafter
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import plain_text

from .contenders import (
    PythonDocx,
    compose_with_docxtpl,
    make_base,
    make_template,
    slim_document,
    stock_document,
    with_docxtpl,
)
from .rounds import take_turns
from .rows import Row, compared
from .samples import (
    EXAMPLE,
    data_of,
    document_of,
    in_turn,
    layout_of,
    loaded_of,
    name_of,
    several,
    write_longer,
)
from .word_template import make_word_template

PathOf = Callable[[str], Path]

MEETINGS = 16
# The same on drafter's slim base package, and with the text composed beforehand.
STOCK = "docxtpl on the document that python-docx comes with"
SLIM = "docxtpl on a slim document"
FINISHED = "docxtpl on a slim document, given the finished text"
# So often for one sample, that the samples of all last about as long.
BATCH = 16


def parameters_to_bytes(folder: Path, rounds: int) -> list[Row]:
    """Measure documents from what stands in memory."""
    parameters = drafter.load(EXAMPLE)
    layout = layout_of(parameters)
    stock, slim, finished, base = (folder / f"{name}.docx" for name in ("stock", "slim", "finished", "base"))
    make_word_template(stock, stock_document(layout))
    make_word_template(slim, slim_document(layout))
    make_template(finished, slim_document(layout))
    make_base(base, layout)
    meetings = several(parameters, MEETINGS)
    data = [data_of(meeting) for meeting in meetings]
    loaded = [loaded_of(name_of(number)) for number in range(1, MEETINGS + 1)]
    times = take_turns(
        {
            "drafter": in_turn(document_of, meetings),
            STOCK: in_turn(lambda one: compose_with_docxtpl(stock, one, BytesIO()), loaded),
            SLIM: in_turn(lambda one: compose_with_docxtpl(slim, one, BytesIO()), loaded),
            FINISHED: in_turn(lambda one: with_docxtpl(finished, one), data),
            "python-docx": in_turn(PythonDocx(base, layout).write, data),
        },
        rounds,
        {"drafter": BATCH},
    )
    goals = {STOCK: 10.0, SLIM: 6.5, FINISHED: None, "python-docx": None}
    return [
        compared(f"1 parameters to bytes, against {other}", times, other, "drafter", goal)
        for other, goal in goals.items()
    ]


def yaml_to_file(folder: Path, rounds: int) -> list[Row]:
    """Measure documents from YAML files to files: over drafter's own, and to new names."""
    sources = _write_sources(folder)
    layout = layout_of(drafter.load(EXAMPLE))
    stock, slim = folder / "stock.docx", folder / "slim.docx"
    make_word_template(stock, stock_document(layout))
    make_word_template(slim, slim_document(layout))
    rows = []
    for name, wanted, path_of in (
        ("to new names", 7.0, _new_names(folder)),
        ("over our own file", 6.0, lambda stem: folder / f"{stem}.docx"),
    ):

        def ours(source: Path, path_of: PathOf = path_of) -> None:
            drafter.write(drafter.draft(drafter.load(source)), path_of("ours"))

        def theirs(source: Path, template: Path = stock, path_of: PathOf = path_of) -> None:
            loaded = yaml.load(source.read_bytes(), Loader=yaml.CSafeLoader)
            compose_with_docxtpl(template, loaded, str(path_of("theirs")))

        times = take_turns(
            {
                "drafter": in_turn(ours, sources),
                STOCK: in_turn(theirs, sources),
                SLIM: in_turn(partial(theirs, template=slim), sources),
            },
            rounds,
            {"drafter": BATCH // 2},
        )
        rows += [
            compared(f"2 YAML file to .docx, {name}, against {other}", times, other, "drafter", goal)
            for other, goal in ((STOCK, wanted), (SLIM, None))
        ]
    return rows


def _write_sources(folder: Path) -> list[Path]:
    """Write the YAML of two meetings, so that no file is written twice alike."""
    text = EXAMPLE.read_text(encoding="utf-8")
    sources = []
    for number in (1, 2):
        source = folder / f"meeting-{number}.yaml"
        renamed = text.replace("name: 全市社会工作会议 ", f"name: {name_of(number)} ")
        assert renamed != text, "the example's meeting has another name now"
        source.write_text(renamed, encoding="utf-8")
        sources.append(source)
    return sources


def _new_names(folder: Path) -> PathOf:
    numbers = count()
    return lambda stem: folder / f"{stem}-{next(numbers)}.docx"


def ten_times_the_text(folder: Path, rounds: int) -> list[Row]:
    """Measure whether the time grows as the text does."""
    longer = folder / "longer.yaml"
    write_longer(EXAMPLE, longer)
    short, long = drafter.load(EXAMPLE), drafter.load(longer)
    more = _characters(long) / _characters(short)
    meetings = several(short, MEETINGS), several(long, MEETINGS)
    times = take_turns(
        {"once": in_turn(document_of, meetings[0]), "ten times": in_turn(document_of, meetings[1])},
        rounds,
        {"once": BATCH, "ten times": 2},
    )
    loading = take_turns(
        {"once": lambda: drafter.load(EXAMPLE), "ten times": lambda: drafter.load(longer)},
        rounds,
        {"once": BATCH, "ten times": 2},
    )
    return [
        compared(name, measured, "ten times", "once", goal, at_most=True)
        for name, measured, goal in (
            (f"4 {more:.1f} times the text, parameters to bytes", times, 12.0),
            ("4 the same, YAML to parameters", loading, None),
        )
    ]


def _characters(parameters: drafter.Parameters) -> int:
    return sum(len(plain_text(block.inlines)) for block in iter_blocks(drafter.draft(parameters)))
