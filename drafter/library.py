"""The library of templates: kinds, layouts, phrases. An office's own folders come first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from drafter.errors import UnknownNameError
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.layout import Layout
from drafter.phrases import Headings, Levels
from drafter.resources import builtin_templates

Model = TypeVar("Model", bound=Struct)


class Library:
    """All that templates folders hold; a file in an earlier folder replaces a later one's."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = (*(Path(folder) for folder in folders), builtin_templates())
        self._read: dict[Path, Struct] = {}

    def find(self, name: str) -> Path | None:
        """Return the file that ``name`` (``layouts/gbt9704.yaml``) stands for, or None."""
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)

    def kinds(self) -> list[str]:
        """Return the names of all kinds, sorted."""
        return self._names("kinds/*/kind.yaml", lambda path: path.parent.name)

    def layouts(self) -> list[str]:
        """Return the names of all layouts, sorted."""
        return self._names("layouts/*.yaml", lambda path: path.stem)

    def kind(self, name: str) -> Kind:
        """Return the kind called ``name``; raise UnknownNameError where there is none."""
        path = self.find(f"kinds/{name}/kind.yaml") if _is_name(name) else None
        if path is None:
            raise UnknownNameError(_("kind"), name, self.kinds())
        return self._load(path, Kind)

    def layout(self, name: str) -> Layout:
        """Return the layout called ``name``; raise UnknownNameError where there is none."""
        path = self.find(f"layouts/{name}.yaml") if _is_name(name) else None
        if path is None:
            raise UnknownNameError(_("layout"), name, self.layouts())
        return self._load(path, Layout)

    @cached_property
    def headings(self) -> Headings:
        """The heading patterns and their tails."""
        return self._load(self._needed("phrases/headings.yaml"), Headings)

    @cached_property
    def levels(self) -> Levels:
        """What a place of each level is called (我市、全市、市委)."""
        return self._load(self._needed("phrases/levels.yaml"), Levels)

    def _needed(self, name: str) -> Path:
        path = self.find(name)
        if path is None:
            raise UnknownNameError(_("template file"), name, [])
        return path

    def _load(self, path: Path, model: type[Model]) -> Model:
        if path not in self._read:
            # Only what reads a file pays for the YAML parser.
            from drafter.loading.mapping import read_mapping

            self._read[path] = read_mapping(path, model)[0]
        return self._read[path]  # type: ignore[return-value]

    def _names(self, pattern: str, name_of: object) -> list[str]:
        assert callable(name_of)
        return sorted({name_of(path) for folder in self.folders for path in folder.glob(pattern)})


def _is_name(name: str) -> bool:
    """Tell whether ``name`` can be a file's: it may not lead out of its folder."""
    return bool(name) and not name.startswith(".") and not set(name) & set("/\\:*?\0")


@lru_cache(maxsize=1)
def builtin_library() -> Library:
    """Return the library that ships with drafter."""
    return Library()
