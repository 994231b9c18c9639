"""The library of frames: rows that say what they say, when they fit, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.templating.compose.comments.frame import ABOUT, ACT, ORDER, WIDTHS, WRONG, Frame, frame_of
from drafter.templating.compose.comments.rows import files_of, lines_of, rows_in
from drafter.templating.compose.comments.subjects import Subjects, subjects_in
from drafter.templating.compose.forms.natures import Natures, natures_in


class Frames(Struct, frozen=True):
    """All frames, by what they say and their function, and the natures of facts.

    ``wide`` are the natures that are not about one matter: what is done, and what many facts have; of
    these, ``orders`` tell how. ``wrongs`` are wrong in whatever type of fact they stand.
    """

    rows: dict[tuple[str, str], tuple[Frame, ...]]
    natures: Natures
    tables: dict[str, tuple[dict[str, str], ...]]
    by_nature: dict[tuple[str, str, str], tuple[Frame, ...]]
    wide: frozenset[str]
    orders: frozenset[str]
    wrongs: frozenset[str]
    subjects: Subjects

    def of(self, says: str, function: str) -> tuple[Frame, ...]:
        """Return the frames that say a type of fact in a function."""
        return self.rows.get((says, function), ())

    def about(self, says: str, function: str, natures: Iterable[str]) -> list[Frame]:
        """Return the frames that fit one of these natures or subjects, or any fact; each once."""
        those: list[Frame] = []
        for name in ("", *natures):
            those += self.by_nature.get((says, function, name), ())
            those += self.subjects.frames(name, says, function)
        return list({frame.text: frame for frame in those}.values())

    def natures_of(self, clause: str) -> frozenset[str]:
        """Return the natures of a fact, by the words of its clause."""
        return self.natures.of(clause)

    def matters_of(self, clause: str) -> frozenset[str]:
        """Return the natures of what a clause is about: not of what only tells the kind of a thing."""
        return self.natures.of(clause, kinds=False)


@lru_cache(maxsize=4)
def load_frames(folders: tuple[Path, ...] = ()) -> Frames:
    """Return the frames in folders of templates, and the built-in ones. Read once.

    A file in an earlier folder replaces one of the same name in a later folder; any other name adds to
    them. Raises ParameterError with the place of a row that is none.
    """
    files = files_of("frames/*", folders)
    natures = [line.split("\t") for line in lines_of(files["natures.tsv"])]
    wide = {name: width for name, _regex, width in (n for n in natures if len(n) > 2)}
    widths = {name: WIDTHS[width] for name, width in wide.items()}
    rows = _frames_in([files[name] for name in sorted(files)], widths)
    for function in _SHARED:
        rows.setdefault(("promise", function), []).extend(_of_tasks(rows.get(("task", function), ())))
    tables: dict[str, list[dict[str, str]]] = {}
    for row in rows_in(files["kinds.yaml"], ("kind", "part", "types", "as")):
        tables.setdefault(row["kind"], []).append(row)
    return Frames(
        rows={key: tuple(found) for key, found in rows.items()},
        natures=natures_in((name, regex) for name, regex, *_width in natures),
        tables={kind: tuple(parts) for kind, parts in tables.items()},
        by_nature=_by_nature(rows),
        wide=frozenset(name for name, width in wide.items() if width != WRONG),
        orders=frozenset(name for name, width in wide.items() if width == ORDER),
        wrongs=frozenset(name for name, width in wide.items() if width == WRONG),
        subjects=subjects_in(folders),
    )


def _frames_in(paths: Iterable[Path], widths: Mapping[str, int]) -> dict[tuple[str, str], list[Frame]]:
    """Return the frames of all files, by what they say and their function."""
    rows: dict[tuple[str, str], list[Frame]] = {}
    for path in paths:
        if path.suffix == ".yaml" and path.name != "kinds.yaml":
            for row in rows_in(path, ("says", "as", "text")):
                frame = frame_of(row, widths)
                rows.setdefault((frame.says, frame.function), []).append(frame)
    return rows


def _by_nature(
    rows: Mapping[tuple[str, str], Sequence[Frame]],
) -> dict[tuple[str, str, str], tuple[Frame, ...]]:
    """Return the frames by nature as well; those for any fact under ""."""
    found: dict[tuple[str, str, str], list[Frame]] = {}
    for (says, function), those in rows.items():
        for frame in those:
            for nature in frame.about or ("",):
                found.setdefault((says, function, nature), []).append(frame)
    return {key: tuple(frames) for key, frames in found.items()}


# A promise is a task that somebody takes on: so much is said of it as of any task.
_SHARED = ("weigh", "verify", "contrast")


def _of_tasks(frames: Iterable[Frame]) -> Iterator[Frame]:
    """Yield the frames of tasks that suit a promise: not those that pin down a word of an order."""
    for frame in frames:
        if frame.order in (ABOUT, ACT) and not frame.of_a_word:
            yield frame
