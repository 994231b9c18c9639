"""The library of frames: rows that say what they say, when they fit, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.errors import Diagnostic, ParameterError, Span
from drafter.i18n import _
from drafter.library import builtin_templates

_ROW = re.compile(r"(- |  )([a-z]+): *(.*)")
_SLOT = re.compile(r"\{([a-z._]+)\}")
# What a sentence turns on; two neighbours do not turn on the same, and none too often in a speech.
_SHAPES = (
    ("question", re.compile("？")),
    ("not-but", re.compile("不是.{1,16}(?:，|而)是|不在.{1,12}，?在|不看.{1,12}，?看|不等于")),
    ("only-then", re.compile("才(?:算|叫|是|有|能|见|不|好|改|知道)|，才")),
    ("not-called", re.compile("不叫|不算|不能叫|不能算|说不上|当不了")),
    ("the-more", re.compile("越.{1,12}越|早.{0,6}早|一分")),
    ("easy-hard", re.compile("容易|好听|说起来")),
    ("but", re.compile("[，。；]?(?:可|但|偏偏|不过)")),
    ("is-known", re.compile("清楚|知道|有数|看得见|看得出")),
    ("shall", re.compile("要|得")),
)

# Forms that tie a sentence to this fact alone.
NEAREST = frozenset(
    {"cause", "problem", "left", "people", "occasion", "helpers", "then", "asker", "behalf", "place"}
)

# Natures that many facts have: what is said about them comes after what fits fewer.
BROAD = frozenset({"当面", "检查", "日常", "刚性", "风险", "通报", "词天天"})
# Frames that fit a kind of speech, whatever the fact: they too come after what fits the fact.
OCCASIONS = {
    "commendation": "表彰会", "address": "礼仪会", "symposium": "座谈会", "warning-education": "警示会",
    "inspection": "调研会", "mobilization": "动员会", "inaugural": "任职会", "party-lecture": "党课会",
    "work-report": "述职会",
}  # fmt: skip


_OF_KINDS = frozenset(OCCASIONS.values())


class Frame(Struct, frozen=True):
    """A row of the library."""

    says: str
    function: str
    text: str
    tone: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    when: str = ""
    pointed: bool = False
    metaphor: bool = False
    shape: str = ""

    @property
    def order(self) -> int:
        """How near the frame is to the fact: it names what the fact answers, it fits its nature, or any."""
        if self.needs & NEAREST:
            return 0
        return 1 if self.about - BROAD - _OF_KINDS else 2

    @property
    def plain(self) -> bool:
        """Whether the frame adds no words of its own to the forms."""
        return not re.search("[\u4e00-\u9fff]", _SLOT.sub("", self.text))

    def filled(self, forms: Mapping[str, str]) -> str:
        """Return the text with forms in its slots."""
        return _SLOT.sub(lambda match: forms[match[1]], self.text)


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


@lru_cache(maxsize=4096)
def shape_of(text: str) -> str:
    """Return what a sentence turns on; "" if nothing."""
    return next((name for name, regex in _SHAPES if regex.search(text)), "")


def _frame(row: Mapping[str, str]) -> Frame:
    text = row["text"]
    slots = set(_SLOT.findall(text))
    return Frame(
        says=row["says"],
        function=row["as"],
        text=text,
        tone=frozenset(listed(row.get("tone", ""))),
        about=frozenset(listed(row.get("about", ""))),
        needs=frozenset({*listed(row.get("needs", "")), *slots}),
        lacks=frozenset(listed(row.get("lacks", ""))),
        when=row.get("when", ""),
        pointed=row.get("pointed") == "true",
        metaphor=row.get("metaphor") == "true",
        shape=shape_of(text),
    )


class Frames(Struct, frozen=True):
    """All frames, by what they say and their function, and the natures of facts."""

    rows: dict[tuple[str, str], tuple[Frame, ...]]
    natures: tuple[tuple[str, re.Pattern[str]], ...]
    verbs: dict[str, tuple[str, ...]]
    tables: dict[str, tuple[dict[str, str], ...]]

    def of(self, says: str, function: str) -> tuple[Frame, ...]:
        """Return the frames that say a type of fact in a function."""
        return self.rows.get((says, function), ())

    def natures_of(self, clause: str) -> frozenset[str]:
        """Return the natures of a fact, by the words of its clause."""
        return frozenset(name for name, regex in self.natures if regex.search(clause))


@lru_cache(maxsize=4)
def load_frames(folders: tuple[Path, ...] = ()) -> Frames:
    """Return the frames in folders of templates, and the built-in ones. Read once.

    A file in an earlier folder replaces one of the same name in a later folder; any other name adds to
    them. Raises ParameterError with the place of a row that is none.
    """
    files: dict[str, Path] = {}
    for folder in reversed((*folders, builtin_templates())):
        files.update((path.name, path) for path in sorted((folder / "frames").glob("*")))
    rows: dict[tuple[str, str], list[Frame]] = {}
    for name in sorted(files):
        if name.endswith(".yaml") and name != "kinds.yaml":
            for frame in map(_frame, _rows_in(files[name], ("says", "as", "text"))):
                rows.setdefault((frame.says, frame.function), []).append(frame)
    tables: dict[str, list[dict[str, str]]] = {}
    for row in _rows_in(files["kinds.yaml"], ("kind", "part", "types", "as")):
        tables.setdefault(row["kind"], []).append(row)
    return Frames(
        rows={key: tuple(found) for key, found in rows.items()},
        natures=tuple((name, re.compile(regex)) for name, regex in _table(files["natures.tsv"])),
        verbs={name: tuple(verbs.split("|")) for name, verbs in _table(files["headings.tsv"])},
        tables={kind: tuple(parts) for kind, parts in tables.items()},
    )


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


def _table(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _tab, rest = line.partition("\t")
            yield name, rest
