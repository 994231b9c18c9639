"""The library of frames: rows that say what they say, when they fit, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.errors import Diagnostic, ParameterError, Span
from drafter.facts.cut.expressions import Expressions
from drafter.files.disk import is_inside
from drafter.i18n import _
from drafter.library import builtin_templates
from drafter.templating.compose.comments.shapes import is_saying, shape_of
from drafter.templating.compose.forms.natures import Natures, natures_in

_ROW = re.compile(r"(- |  )([a-z]+): *(.*)")
_SLOT = re.compile(r"\{([a-z._]+)\}")
# What is said beside the facts, to guests or on the way, may be a saying.
_BESIDE = frozenset({"opening", "passage", "schedule", "thanks"})
ASIDES = frozenset({"weigh", "contrast", "verify", "address"})
# Forms that tie a sentence to this fact alone.
NEAREST = frozenset({
    "cause", "problem", "left", "people", "occasion", "helpers", "then", "rest", "onein", "lost", "won",
    "ahead", "undone", "unreached", "asker", "behalf", "place", "cell",
    "season", "hour", "rate", "nobody", "unmet", "unfound", "ratio", "most", "missed",
    "more", "behind", "past", "years", "times", "steps", "off", "idle", "wait", "claimed",
    "gapratio", "paper", "pair", "two", "unseen", "load", "over", "vain", "span", "late", "charge",
})  # fmt: skip
# What is to be done, in the words of the task.
_OWN_ACT = frozenset({"act"})
# Frames that fit a kind of speech, whatever the fact.
OCCASIONS = {
    "commendation": "表彰会", "address": "礼仪会", "symposium": "座谈会", "warning-education": "警示会",
    "inspection": "调研会", "mobilization": "动员会", "inaugural": "任职会", "party-lecture": "党课会",
    "work-report": "述职会",
}  # fmt: skip
# What frames for a kind of speech are about is its one matter.
OF_A_KIND = frozenset(OCCASIONS.values())

# How near a frame is to a fact: it names what the fact answers; it fits what the fact is about, what is
# done there; it says this in the words of the task; it fits what many facts have, or any.
NAMES, ABOUT, ACT, OWN, ANY = range(5)
# Natures of a word of an order begin so: 词一律.
OF_A_WORD = "词"
# The width of a nature in the third column of its table: what is said about wide ones comes later. An order
# tells how a task is to be done, whatever it is about: 一律, 不用请示.
ORDER = "order"
_WIDTHS = {"act": ACT, ORDER: ACT, "broad": ANY}


class Frame(Struct, frozen=True):
    """A row of the library. ``beside`` is a regular expression for words that the whole fact must have.

    A row ``of_subject`` stands in the file of a subject, and is about it.
    """

    says: str
    function: str
    text: str
    tone: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    beside: str = ""
    when: str = ""
    pointed: bool = False
    metaphor: bool = False
    shape: str = ""
    order: int = ANY
    of_subject: bool = False

    @property
    def matters(self) -> frozenset[str]:
        """The matters that the frame is about, of which little enough is to be said: no kind, no subject."""
        return frozenset() if self.of_subject else self.about - OF_A_KIND

    @property
    def plain(self) -> bool:
        """Whether the frame adds no words of its own to the forms."""
        return not re.search("[\u4e00-\u9fff]", _SLOT.sub("", self.text))

    @property
    def general(self) -> bool:
        """Whether the frame would fit any fact of its type: it is about none, and takes no words of one."""
        return not self.about and "{" not in self.text

    @property
    def of_a_kind(self) -> bool:
        """Whether the frame would fit any fact in a kind of speech, and takes no words of one."""
        return bool(self.about) and self.about <= OF_A_KIND and "{" not in self.text

    @property
    def of_a_word(self) -> bool:
        """Whether the frame explains a word of an order: 一律, 全部."""
        return any(name.startswith(OF_A_WORD) for name in self.about)

    def filled(self, forms: Mapping[str, str]) -> str:
        """Return the text with forms in its slots."""
        return _SLOT.sub(lambda match: forms[match[1]], self.text)


class Subjects(Struct, frozen=True):
    """What meetings and facts are about: a name for each file of a subject, and the words that tell it."""

    names: tuple[str, ...]
    expressions: Expressions

    def of(self, text: str) -> frozenset[str]:
        """Return the subjects whose words a text has."""
        return frozenset(self.names[number] for number, _match in self.expressions.found(text))


class RowError(ValueError):
    """A line that is no row of a table, with its number from 1."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(line)


def read_rows(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table: a list of flat mappings, one key a line, as YAML writes them.

    Raises RowError at a line that is none of these.
    """
    row: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _ROW.fullmatch(line.rstrip())
        if match is None:
            raise RowError(number)
        if match[1] == "- " and row:
            yield row
            row = {}
        row[match[2]] = match[3].strip('"')
    if row:
        yield row


def listed(value: str) -> tuple[str, ...]:
    """Return the items of ``[a, b]``."""
    return tuple(filter(None, (item.strip() for item in value.strip("[]").split(","))))


def _is_comment(row: Mapping[str, str]) -> bool:
    return row["as"] in ASIDES and row["says"] not in _BESIDE


def _frame(row: Mapping[str, str], widths: Mapping[str, int], subject: str = "") -> Frame:
    text = row["text"]
    slots = set(_SLOT.findall(text))
    needs = frozenset({*listed(row.get("needs", "")), *slots})
    about = frozenset({subject} if subject else listed(row.get("about", "")))
    # What only explains a word of the order, 一律 or 全部, is a saying, however plain it is.
    pins = any(name.startswith(OF_A_WORD) for name in about)
    near = min((widths.get(name, ABOUT) for name in about), default=OWN if needs & _OWN_ACT else ANY)
    return Frame(
        says=row["says"],
        function=row["as"],
        text=text,
        tone=frozenset(listed(row.get("tone", ""))),
        about=about,
        needs=needs,
        lacks=frozenset(listed(row.get("lacks", ""))),
        beside=row.get("with", ""),
        when=row.get("when", ""),
        pointed=row.get("pointed") == "true" or (_is_comment(row) and (is_saying(text) or pins)),
        metaphor=row.get("metaphor") == "true",
        shape=shape_of(text),
        order=NAMES if subject or needs & NEAREST else near,
        of_subject=bool(subject),
    )


class Frames(Struct, frozen=True):
    """All frames, by what they say and their function, and the natures of facts.

    ``wide`` are the natures that are not about one matter: what is done, and what many facts have; of
    these, ``orders`` tell how.
    """

    rows: dict[tuple[str, str], tuple[Frame, ...]]
    natures: Natures
    tables: dict[str, tuple[dict[str, str], ...]]
    by_nature: dict[tuple[str, str, str], tuple[Frame, ...]]
    wide: frozenset[str]
    orders: frozenset[str]
    subjects: Subjects

    def of(self, says: str, function: str) -> tuple[Frame, ...]:
        """Return the frames that say a type of fact in a function."""
        return self.rows.get((says, function), ())

    def about(self, says: str, function: str, natures: Iterable[str]) -> list[Frame]:
        """Return the frames that fit one of these natures, or any fact; each once."""
        found = {f.text: f for name in ("", *natures) for f in self.by_nature.get((says, function, name), ())}
        return list(found.values())

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
    files = _files("frames/*", folders)
    subjects = {name: _rows_in(path, ()) for name, path in sorted(_files("subjects/*.yaml", folders).items())}
    natures = [line.split("\t") for line in _lines(files["natures.tsv"])]
    wide = {name: width for name, _regex, width in (n for n in natures if len(n) > 2)}
    widths = {name: _WIDTHS[width] for name, width in wide.items()}
    rows = _frames_in([files[name] for name in sorted(files)], widths)
    words = [_of_subject(name, those, rows) for name, those in subjects.items()]
    for function in _SHARED:
        rows.setdefault(("promise", function), []).extend(_of_tasks(rows.get(("task", function), ())))
    tables: dict[str, list[dict[str, str]]] = {}
    for row in _rows_in(files["kinds.yaml"], ("kind", "part", "types", "as")):
        tables.setdefault(row["kind"], []).append(row)
    return Frames(
        rows={key: tuple(found) for key, found in rows.items()},
        natures=natures_in((name, regex) for name, regex, *_width in natures),
        tables={kind: tuple(parts) for kind, parts in tables.items()},
        by_nature=_by_nature(rows),
        wide=frozenset(wide),
        orders=frozenset(name for name, width in wide.items() if width == ORDER),
        subjects=Subjects(tuple(subjects), Expressions(words)),
    )


def _files(pattern: str, folders: Sequence[Path]) -> dict[str, Path]:
    """Return the files of a pattern by name; one in an earlier folder replaces one in a later folder."""
    files: dict[str, Path] = {}
    for folder in reversed((*folders, builtin_templates())):
        files.update((path.name, path) for path in sorted(folder.glob(pattern)) if is_inside(path, folder))
    return files


def _of_subject(
    name: str, those: Sequence[Mapping[str, str]], rows: dict[tuple[str, str], list[Frame]]
) -> str:
    """Add the frames of a subject to the others, and return the expression for its words.

    The first row of the file has the words: ``- subject: 诈骗|反诈``.
    """
    for row in those[1:]:
        frame = _frame(row, {}, name)
        rows.setdefault((frame.says, frame.function), []).append(frame)
    return those[0]["subject"]


def _frames_in(paths: Iterable[Path], widths: Mapping[str, int]) -> dict[tuple[str, str], list[Frame]]:
    """Return the frames of all files, by what they say and their function."""
    rows: dict[tuple[str, str], list[Frame]] = {}
    for path in paths:
        if path.suffix == ".yaml" and path.name != "kinds.yaml":
            for row in _rows_in(path, ("says", "as", "text")):
                frame = _frame(row, widths)
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


def _rows_in(path: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of a file; raise ParameterError at one that is none, or lacks a key that is needed."""
    text = path.read_text(encoding="utf-8")
    try:
        rows = list(read_rows(text))
    except RowError as error:
        message = _("this is no row of a table of frames")
        remedy = _("write `- key: value` at the start of a row, and two blanks before its other keys")
        span = Span(str(path), error.line, 1, source=text.splitlines()[error.line - 1])
        raise ParameterError([Diagnostic("F101", message, span, remedy)]) from None
    for number, row in enumerate(rows, 1):
        for key in needed:
            if key not in row:
                message = _("row {number} has no `{key}`").format(number=number, key=key)
                raise ParameterError([Diagnostic("F102", message, Span(str(path)))])
    return rows


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
