"""What the contenders are given."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.models.layout import Layout
from drafter.models.parameters import Parameters

from .composed import composed

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "social-work-conference.yaml"
LEAST = ROOT / "examples" / "least.yaml"


def layout_of(parameters: Parameters) -> Layout:
    """Return the layout that ``parameters`` ask for."""
    return builtin_library().layout(parameters.style.layout)


def renamed(parameters: Parameters, name: str) -> Parameters:
    """Return the parameters of another meeting, so that none equals the one before."""
    return replace(parameters, meeting=replace(parameters.meeting, name=name))


def name_of(number: int) -> str:
    """Return a meeting's name like no other, whose title takes one line as the example's does."""
    return f"社会工作第{number}次会议"


def several(parameters: Parameters, count: int) -> list[Parameters]:
    """Return the same speech for ``count`` meetings."""
    return [renamed(parameters, name_of(number)) for number in range(1, count + 1)]


def document_of(parameters: Parameters) -> bytes:
    """Return the .docx of ``parameters``: what is measured of drafter."""
    speech = drafter.draft(parameters)
    return write_docx(speech, builtin_library().layout(speech.layout))


def loaded_of(name: str) -> dict[str, Any]:
    """Return the example's YAML as plain dictionaries and lists, for a meeting called ``name``."""
    loaded: dict[str, Any] = yaml.load(EXAMPLE.read_bytes(), Loader=yaml.CSafeLoader)
    return {**loaded, "meeting": {**loaded["meeting"], "name": name}}


def data_of(parameters: Parameters) -> dict[str, Any]:
    """Return the finished text of ``parameters``, for the other contenders."""
    return composed(drafter.draft(parameters), layout_of(parameters))


def in_turn(function: Any, items: list[Any]) -> Any:
    """Return a task that calls ``function`` with the next of ``items``, around and around."""
    turns = cycle(items)
    return lambda: function(next(turns))


def write_longer(source: Path, target: Path, times: int = 11) -> None:
    """Write the YAML of ``source`` with ``times`` the points, leads, appraisal and closing.

    Title and opening stay as they are: eleven times the rest is ten times the text.
    """
    data = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for part in data["parts"]:
        part["points"] *= times
        part["lead"] = "\n".join([part["lead"]] * times)
    for key in ("appraisal", "closing"):
        data[key] = "\n".join([data[key]] * times)
    # One list in several places would become an alias, which drafter does not read.
    target.write_text(yaml.dump(data, Dumper=Plain, allow_unicode=True, width=10**6), encoding="utf-8")


class Plain(yaml.SafeDumper):
    """Writes one list in two places as two lists, for drafter reads no alias."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        return True
