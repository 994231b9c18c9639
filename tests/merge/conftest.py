"""Documents saved again by LibreOffice, all at once: it takes seconds to start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.rendering.conftest import convert

Save = Callable[[Mapping[str, bytes], str], dict[str, bytes]]


@pytest.fixture(scope="session")
def save_again(tmp_path_factory: pytest.TempPathFactory) -> Save:
    """Open documents, by their names, save them in another format, open that and save it as .docx."""

    def save(documents: Mapping[str, bytes], format: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("saved")
        for name, content in documents.items():
            (folder / f"{name}.docx").write_bytes(content)
        _convert(folder, format, [f"{name}.docx" for name in documents])
        if format == "docx":
            return {name: (folder / "out" / f"{name}.docx").read_bytes() for name in documents}
        _convert(folder / "out", "docx", [f"{name}.{format}" for name in documents])
        return {name: (folder / "out" / "out" / f"{name}.docx").read_bytes() for name in documents}

    return save


def _convert(folder: Path, format: str, names: list[str]) -> None:
    # Without its filter named, the old format is taken for something else.
    target = {"doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML"}.get(format, format)
    convert(folder, target, *names)
