"""Content controls: each holds a value of the parameters, whose path is the tag.

They stand among the runs of a paragraph, hold plain text and are bound to no data. LibreOffice collapses
a control over several paragraphs, hides what follows a hidden one, and prefers bound data to what a
person typed.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, get_args, get_origin
from zlib import crc32

from drafter.docx.ooxml import attribute, clean
from drafter.models.paths import field_at, label_in

# The building block in the base package whose text an emptied control shows.
PLACEHOLDER = "DrafterBlank"
EMPTIED = "【待补】"
# Word allows no longer tags and titles of controls.
_MOST = 64
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_PLACEHOLDER = f'<w:placeholder><w:docPart w:val="{PLACEHOLDER}"/></w:placeholder>'
_SHOWING, _DATE = "<w:showingPlcHdr/>", "<w:date>"


def tag_of(path: str) -> str:
    """Return the tag of a control for ``path``: the path, or a digest of it where it is too long."""
    return path if _first(path) == path else f"~{crc32(path.encode()):08x}"


def is_own(tag: str) -> bool:
    """Return whether a control with ``tag`` was written by drafter for a value of the parameters."""
    return tag.startswith("~") or field_at(tag) is not None


@lru_cache(maxsize=2048)
def label_of(path: str) -> str:
    """Return the Chinese label of the value at ``path``."""
    spec = field_at(path)
    return label_in(path) or (spec.label if spec else path.rpartition(".")[2])


def control(path: str, label: str, content: str, identifier: int, *, text: str = "", style: str = "") -> str:
    """Return the control of ``path`` around the runs ``content``; ``text`` is its value, "" for a blank.

    ``style`` is the character style of what a person types in it (ECMA-376-1, 17.5.2.28).
    """
    opening, kind = _opening(path, label, style)
    if "<w:ruby>" in content:
        # Pinyin is not allowed in a control of plain text.
        kind = ""
    elif kind.startswith(_DATE):
        kind = _dated(kind, text)
    return (
        f'{opening}{identifier}"/>{_PLACEHOLDER}{"" if text else _SHOWING}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


@lru_cache(maxsize=2048)
def _opening(path: str, label: str, style: str) -> tuple[str, str]:
    """Return the opening of a control up to its id, and the element of its type."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    alias, tag = attribute(_first(label)), attribute(tag_of(path))
    opening = f'<w:sdt><w:sdtPr>{properties}<w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:id w:val="'
    return opening, _kind_of(path)


def _first(text: str) -> str:
    """Return as much of ``text`` as Word allows, which counts in units of UTF-16."""
    units = clean(text).encode("utf-16-le")
    return units[: 2 * _MOST].decode("utf-16-le", "ignore")


def _kind_of(path: str) -> str:
    """Return the type of the control of ``path``: date, drop-down list or plain text (17.5.2)."""
    spec = field_at(path)
    if spec is not None and spec.type is date:
        return f'{_DATE}<w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/></w:date>'
    if spec is not None and get_origin(spec.type) is Literal:
        items = (
            f'<w:listItem w:displayText="{attribute(choice)}" w:value="{attribute(choice)}"/>'
            for choice in get_args(spec.type)
        )
        return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
    return '<w:text w:multiLine="1"/>' if spec is not None and spec.extra.get("prose") else "<w:text/>"


def full_date(text: str) -> str:
    """Return the date in ``text`` (2025年3月1日) as a date control stores it, "" where it is no date."""
    found = _DAY.fullmatch(text)
    try:
        return f"{date(*map(int, found.groups())).isoformat()}T00:00:00Z" if found else ""
    except ValueError:
        return ""


def _dated(kind: str, text: str) -> str:
    day = full_date(text)
    return kind.replace(_DATE, f'<w:date w:fullDate="{day}">', 1) if day else kind
