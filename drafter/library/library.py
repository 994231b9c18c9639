"""The templates of all folders: kinds, layouts, topics, phrases. An office's own folders come first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from drafter.errors import Problem, UnknownNameError
from drafter.files.disk import is_file, is_inside
from drafter.i18n import _
from drafter.models.base import Model
from drafter.models.fields import PLACEHOLDER
from drafter.models.kind import DeclaredBlank, Kind, SharedBlanks, no_such_blank
from drafter.models.layout import Layout
from drafter.models.phrases import Headings, Levels
from drafter.models.topic import Topic
from drafter.yaml.load import read_mapping
from drafter.yaml.source import read_source

AnyModel = TypeVar("AnyModel", bound=Model)
Check = Callable[[dict[str, Any]], Iterable[Problem]]


class Library:
    """All that the template folders hold. A file in an earlier folder replaces that in a later one."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = (*(Path(folder) for folder in folders), builtin_templates())
        self._read: dict[str, Model] = {}

    def find(self, name: str) -> Path | None:
        """Return the file called ``name`` (``layouts/gbt9704.yaml``), None where there is none.

        A name that leads out of its folder names no file.
        """
        return find_in(self.folders, name)

    def kinds(self) -> list[str]:
        """Return the names of all kinds, sorted."""
        return self._names("kinds/*/kind.yaml", lambda path: path.parent.name)

    def layouts(self) -> list[str]:
        """Return the names of all layouts, sorted."""
        return self._names("layouts/*.yaml", lambda path: path.stem)

    def topics(self) -> list[str]:
        """Return the ids of all topics, sorted."""
        return self._names("topics/*.yaml", lambda path: path.stem)

    def kind(self, name: str) -> Kind:
        """Return the kind whose id or name is ``name``; raise UnknownNameError where there is none."""
        check = partial(check_agenda, library=self)
        found = self._load(f"kinds/{name}/kind.yaml", Kind, check)
        return found or self.kind(self.kind_id(name))

    def kind_id(self, name: str) -> str:
        """Return the id of the kind called ``name``, 工作部署会讲话 or 工作部署会; raise UnknownNameError."""
        if self.find(f"kinds/{name}/kind.yaml"):
            return name
        found = {} if name.isascii() else self._kinds_by_name
        if name in found:
            return found[name]
        return self._unknown(_("kind"), name, found or self.kinds())

    @cached_property
    def _kinds_by_name(self) -> dict[str, str]:
        """The ids of all kinds by their names, long and short; a name in front goes first."""
        names = {kind: names_of_kind(self.kind(kind).name) for kind in self.kinds()}
        found: dict[str, str] = {}
        for rank in range(max(map(len, names.values()), default=0)):
            for kind, known in names.items():
                if rank < len(known):
                    found.setdefault(known[rank], kind)
        return found

    def sample(self, kind: str) -> str:
        """Return the YAML of ``kind`` with every value filled in; raise UnknownNameError if there is none."""
        kind = self.kind_id(kind)
        path = self.find(f"kinds/{kind}/sample.yaml")
        if path is None:
            known = [name for name in self.kinds() if self.find(f"kinds/{name}/sample.yaml")]
            self._unknown(_("sample"), kind, known)
        return read_source(path).text

    def layout(self, name: str) -> Layout:
        """Return the layout whose id or name is ``name``; raise UnknownNameError where there is none."""
        found = self._load(f"layouts/{name}.yaml", Layout)
        return found or self.layout(self.layout_id(name))

    def layout_id(self, name: str) -> str:
        """Return the id of the layout called ``name``; raise UnknownNameError where there is none."""
        if self.find(f"layouts/{name}.yaml"):
            return name
        found = {} if name.isascii() else {self.layout(each).name: each for each in self.layouts()}
        if name in found:
            return found[name]
        return self._unknown(_("layout"), name, found or self.layouts())

    def topic(self, name: str) -> Topic:
        """Return the topic whose id, name or alias is ``name``; raise UnknownNameError if there is none."""
        found = self._load(f"topics/{name}.yaml", Topic)
        if found:
            return found
        known: dict[str, Topic] = {}
        for identity in self.topics():
            topic = self.topic(identity)
            if name in (topic.name, *topic.aliases):
                return topic
            known |= dict.fromkeys((identity, topic.name, *topic.aliases), topic)
        return self._unknown(_("topic"), name, known)

    def names(self, kind: str) -> dict[str, dict[str, str]]:
        """Return the Chinese names of kinds, of layouts and of the roles of ``kind``, by their ids."""
        return {
            "kind": {each: names_of_kind(self.kind(each).name)[0] for each in self.kinds()},
            "layout": {each: self.layout(each).name for each in self.layouts()},
            "role": {part.role: part.name for part in self.kind(kind).parts},
        }

    @cached_property
    def headings(self) -> Headings:
        """The heading patterns and their tails."""
        name = "phrases/headings.yaml"
        own = self._load(name, Headings) or self._unknown(_("template file"), name)
        files = [find_in((folder,), name) for folder in self.folders]
        for path in [path for path in files if path is not None][1:]:
            if not own.is_complete:
                own = own.over(read_mapping(path, Headings))
        return own

    @cached_property
    def blanks(self) -> dict[str, DeclaredBlank]:
        """The blanks that the templates of every kind can use, by name."""
        name = "phrases/blanks.yaml"
        shared = self._load(name, SharedBlanks) or self._unknown(_("template file"), name)
        return shared.blanks

    def blanks_of(self, kind: Kind) -> dict[str, DeclaredBlank]:
        """Return the blanks that the templates of ``kind`` can use: those of all kinds, and its own."""
        return {**self.blanks, **kind.blanks}

    @cached_property
    def levels(self) -> Levels:
        """The words for a place of each level (我市、全市、市委)."""
        name = "phrases/levels.yaml"
        return self._load(name, Levels) or self._unknown(_("template file"), name)

    def _unknown(self, what: str, name: str, known: Iterable[str] = ()) -> NoReturn:
        raise UnknownNameError(what, name, known)

    def _load(self, name: str, model: type[AnyModel], check: Check = lambda _data: ()) -> AnyModel | None:
        """Return the file called ``name`` as ``model``, read once; None where there is none."""
        if name not in self._read:
            path = self.find(name)
            if path is None:
                return None
            self._read[name] = read_mapping(path, model, check)
        return self._read[name]  # type: ignore[return-value]

    def _names(self, pattern: str, name_of: Callable[[Path], str]) -> list[str]:
        *own, shipped = self.folders
        found = [path for folder in own for path in folder.glob(pattern) if _holds(folder, path)]
        return sorted({name_of(path) for path in (*found, *shipped.glob(pattern))})


# What speeches of a kind are called, besides the meeting: 工作部署会讲话.
_SPEECH = re.compile("(?:讲话|发言|讲稿)$")


def names_of_kind(name: str) -> tuple[str, ...]:
    """Return the names of a kind, the shortest first: 工作部署会, 工作部署会讲话.

    Another name may stand in brackets: 推进会（现场会）讲话. A paper is called by its own word as well:
    议程 for 会议议程.
    """
    bare = _SPEECH.sub("", name) or name
    inner = re.fullmatch("(.+)（(.+)）", bare)
    paper = re.sub("^(?:会议|讲话)(?=..)", "", name).replace("通稿", "稿")
    return tuple(dict.fromkeys((*(inner.groups() if inner else ()), bare, name, paper)))


def find_in(folders: Iterable[Path], name: str) -> Path | None:
    """Return the file called ``name`` in the first of ``folders`` that has it, None where there is none."""
    if not all(map(_is_name, name.split("/"))):
        return None
    return next((path for folder in folders if _holds(folder, path := folder / name)), None)


def _holds(folder: Path, path: Path) -> bool:
    """Return whether a file is in a folder, and no link leads out of it: then it is a stranger's choice."""
    return is_file(path) and is_inside(path, folder)


def _is_name(name: str) -> bool:
    """Return whether ``name`` is that of a file or folder, and does not lead elsewhere."""
    return bool(name) and not name.startswith(".") and not set(name) & set("\\:*?\0")


@lru_cache(maxsize=1)
def builtin_library() -> Library:
    """Return the library that ships with drafter."""
    return Library()


def builtin_templates() -> Path:
    """Return the folder of built-in templates.

    A wheel has them inside the package, a source checkout beside it.
    """
    package = Path(__file__).parent.parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"


def follows_itself(kind: str, library: Library) -> bool:
    """Return whether ``kind`` follows itself in the end. Raises what ``Library.kind`` raises."""
    seen: set[str] = set()
    followed: str | None = kind
    while followed and followed not in seen:
        seen.add(followed)
        followed = library.kind(followed).follows
    return bool(followed)


def check_agenda(data: dict[str, Any], library: Library) -> Iterator[Problem]:
    """Yield a problem for each blank in the agenda of a kind that nobody declares.

    ``data`` are the values of its kind.yaml as they were read.
    """
    items = [item if isinstance(item, dict) else {} for item in as_list(data.get("agenda"))]
    declared = data.get("blanks")
    known = {*library.blanks, *(declared if isinstance(declared, dict) else ())} if any(items) else set()
    for index, item in enumerate(items):
        asked = {"who": [item["who"]] if item.get("who") else []}
        asked["did"] = PLACEHOLDER.findall(str(item.get("did") or ""))
        for key, names in asked.items():
            for name in names:
                if name not in known:
                    message, remedy = no_such_blank(str(name), sorted(known))
                    yield Problem(("agenda", index, key), "Y110", message, remedy)


def as_list(value: Any) -> list[Any]:
    """Return a list as it is, any other value as the only one of a list."""
    return value if isinstance(value, list) else [value]
