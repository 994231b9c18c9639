"""The library of templates: kinds, layouts, phrases. An office's own folders come first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NoReturn, TypeVar

from msgspec import Struct

from drafter.errors import UnknownNameError
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.layout import Layout
from drafter.phrases import Headings, Levels
from drafter.resources import builtin_templates
from drafter.topics import Topic

Model = TypeVar("Model", bound=Struct)


class Library:
    """All that templates folders hold; a file in an earlier folder replaces a later one's."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = (*(Path(folder) for folder in folders), builtin_templates())
        self._read: dict[str, Struct] = {}

    def find(self, name: str) -> Path | None:
        """Return the file that ``name`` (``layouts/gbt9704.yaml``) stands for, or None.

        A name that leads out of its folder stands for none.
        """
        if not all(map(_is_name, name.split("/"))):
            return None
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)

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
        """Return the kind called ``name``; raise UnknownNameError where there is none."""
        return self._load(f"kinds/{name}/kind.yaml", Kind) or self._unknown(_("kind"), name, self.kinds())

    def sample(self, kind: str) -> str:
        """Return the YAML of ``kind`` with every value filled in; raise UnknownNameError without one."""
        self.kind(kind)
        path = self.find(f"kinds/{kind}/sample.yaml")
        if path is None:
            known = [name for name in self.kinds() if self.find(f"kinds/{name}/sample.yaml")]
            self._unknown(_("sample"), kind, known)
        return path.read_text(encoding="utf-8")

    def layout(self, name: str) -> Layout:
        """Return the layout called ``name``; raise UnknownNameError where there is none."""
        return self._load(f"layouts/{name}.yaml", Layout) or self._unknown(_("layout"), name, self.layouts())

    def topic(self, name: str) -> Topic:
        """Return the topic whose id, Chinese name or other name is ``name``; raise UnknownNameError
        where there is none."""
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

    @cached_property
    def headings(self) -> Headings:
        """The heading patterns and their tails."""
        name = "phrases/headings.yaml"
        return self._load(name, Headings) or self._unknown(_("template file"), name)

    @cached_property
    def levels(self) -> Levels:
        """What a place of each level is called (我市、全市、市委)."""
        name = "phrases/levels.yaml"
        return self._load(name, Levels) or self._unknown(_("template file"), name)

    def _unknown(self, what: str, name: str, known: Iterable[str] = ()) -> NoReturn:
        raise UnknownNameError(what, name, known)

    def _load(self, name: str, model: type[Model]) -> Model | None:
        """Return the file called ``name`` as ``model``, read once; None where there is none."""
        if name not in self._read:
            path = self.find(name)
            if path is None:
                return None
            # Only what reads a file pays for the YAML parser.
            from drafter.loading.mapping import read_mapping

            self._read[name] = read_mapping(path, model)
        return self._read[name]  # type: ignore[return-value]

    def _names(self, pattern: str, name_of: Callable[[Path], str]) -> list[str]:
        return sorted({name_of(path) for folder in self.folders for path in folder.glob(pattern)})


def _is_name(name: str) -> bool:
    """Tell whether ``name`` can be that of a file or folder, and leads nowhere else."""
    return bool(name) and not name.startswith(".") and not set(name) & set("\\:*?\0")


@lru_cache(maxsize=1)
def builtin_library() -> Library:
    """Return the library that ships with drafter."""
    return Library()
