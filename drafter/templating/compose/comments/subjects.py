"""The subjects of meetings: a file for each, with the words that tell it and the frames that it alone bears.

Its frames are read once a meeting or a fact is found to be on it: a speech is on few of many subjects.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.facts.cut.expressions import Expressions
from drafter.templating.compose.comments.frame import Frame, frame_of
from drafter.templating.compose.comments.rows import files_of, first_row, rows_in


class Subjects(Struct, frozen=True):
    """The files of subjects by name, and the words by which each is known."""

    files: dict[str, Path]
    words: Expressions

    def of(self, text: str, *, behind: int = 0) -> frozenset[str]:
        """Return the subjects whose words a text has, words that end ``behind`` so many signs."""
        names = tuple(self.files)
        return frozenset(names[number] for number, match in self.words.found(text) if match.end() > behind)

    def ranked(self, text: str) -> tuple[str, ...]:
        """Return the subjects whose words a text has, in its order: what a meeting is about, then its kind.

        安全行车 of 安全行车表彰大会 goes before 表彰大会, the longer of two words that end together first.
        """
        names = tuple(self.files)
        found = sorted((m.end(), m.start(), names[number]) for number, m in self.words.found(text))
        return tuple(name for _end, _start, name in found)

    def frames(self, name: str, says: str, function: str) -> tuple[Frame, ...]:
        """Return the frames of what may be a subject; () for any other name."""
        return _frames_in(self.files[name]).get((says, function), ()) if name in self.files else ()

    def sayings(self, text: str) -> Iterator[str]:
        """Yield what the subjects whose words a text has may say: of any meeting, and so of none."""
        for name in self.of(text):
            for frames in _frames_in(self.files[name]).values():
                yield from (frame.text for frame in frames)

    def fitting(self, name: str, says: str, texts: Collection[str]) -> int:
        """Return how many frames a subject has for facts of this type in these words."""
        frames = (
            f for (type_, _as), those in _frames_in(self.files[name]).items() if type_ == says for f in those
        )
        return sum(any(map(frame.stands_beside, texts)) for frame in frames)

    def share(self, name: str, told: Collection[tuple[str, str]]) -> float:
        """Return the share of facts, each a type and its words, of which a subject has something to say."""
        frames: dict[str, list[Frame]] = {}
        for (type_, _as), those in _frames_in(self.files[name]).items():
            frames.setdefault(type_, []).extend(those)
        known = sum(any(f.stands_beside(text) for f in frames.get(type_, ())) for type_, text in told)
        return known / max(1, len(told))


@lru_cache(maxsize=4)
def subjects_in(folders: tuple[Path, ...] = ()) -> Subjects:
    """Return the subjects in folders of templates, and the built-in ones. Read once.

    The first row of a file has the words: ``- subject: 诈骗|反诈``. Raises ParameterError where it has none.
    """
    found = files_of("subjects/*.yaml", folders)
    files = {Path(name).stem: path for name, path in sorted(found.items())}
    return Subjects(files, Expressions([first_row(path, "subject")["subject"] for path in files.values()]))


@lru_cache(maxsize=1024)
def _frames_in(path: Path) -> dict[tuple[str, str], tuple[Frame, ...]]:
    found: dict[tuple[str, str], list[Frame]] = {}
    for row in rows_in(path, ("says", "as", "text"), skip=1):
        frame = frame_of(row, {}, path.stem)
        for says in row["says"].split("|"):
            found.setdefault((says, frame.function), []).append(frame)
    return {key: tuple(frames) for key, frames in found.items()}
