"""Content controls: a value of the parameters in a frame of its own, which Word knows by its path.

They stand among the runs of a paragraph, hold plain text and are bound to nothing. LibreOffice lets
a control over paragraphs collapse, a hidden one hide the next, and the data that one is bound to win
over what a person typed.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, get_args, get_origin
from zlib import crc32

from drafter.docx.write.xml import attribute, clean
from drafter.models.paths import field_at, label_in

# The building block of the base package that shows where a control is emptied.
PLACEHOLDER = "DrafterBlank"
EMPTIED = "【待补】"
# What Word takes for a tag or a title of a control.
_MOST = 64
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_PLACEHOLDER = f'<w:placeholder><w:docPart w:val="{PLACEHOLDER}"/></w:placeholder>'
_SHOWING, _DATE = "<w:showingPlcHdr/>", "<w:date>"


def tag_of(path: str) -> str:
    """Return the tag of a control for ``path``: itself, or a digest where Word would not take it."""
    return path if _first(path) == path else f"~{crc32(path.encode()):08x}"


def is_own(tag: str) -> bool:
    """Tell whether a control with ``tag`` is one of ours, and holds a value of the parameters."""
    return tag.startswith("~") or field_at(tag) is not None


@lru_cache(maxsize=2048)
def label_of(path: str) -> str:
    """Return what a person is told that stands at ``path``: its Chinese label."""
    plan = field_at(path)
    return label_in(path) or (plan.label if plan else path.rpartition(".")[2])


def control(path: str, label: str, content: str, identity: int, *, text: str = "", style: str = "") -> str:
    """Return ``content``, runs, as the control of ``path``; ``text`` is its value, "" while it is blank.

    ``style`` is what a person types in it is set in (ECMA-376-1, 17.5.2.28).
    """
    opening, kind = _frame(path, label, style)
    if "<w:ruby>" in content:
        # Its pinyin is no plain text.
        kind = ""
    elif kind.startswith(_DATE):
        kind = _dated(kind, text)
    return (
        f'{opening}{identity}"/>{_PLACEHOLDER}{"" if text else _SHOWING}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


@lru_cache(maxsize=2048)
def _frame(path: str, label: str, style: str) -> tuple[str, str]:
    """Return the properties of a control up to its number, and what it takes."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    alias, tag = attribute(_first(label)), attribute(tag_of(path))
    opening = f'<w:sdt><w:sdtPr>{properties}<w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:id w:val="'
    return opening, _kind_of(path)


def _first(text: str) -> str:
    """Return as much of ``text`` as Word takes, which counts in UTF-16."""
    units = clean(text).encode("utf-16-le")
    return units[: 2 * _MOST].decode("utf-16-le", "ignore")


def _kind_of(path: str) -> str:
    """Return what a control of ``path`` takes: a date, one of a few words, or plain text (17.5.2)."""
    plan = field_at(path)
    if plan is not None and plan.type is date:
        return f'{_DATE}<w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/></w:date>'
    if plan is not None and get_origin(plan.type) is Literal:
        items = (
            f'<w:listItem w:displayText="{attribute(choice)}" w:value="{attribute(choice)}"/>'
            for choice in get_args(plan.type)
        )
        return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
    return '<w:text w:multiLine="1"/>' if plan is not None and plan.extra.get("prose") else "<w:text/>"


def full_date(text: str) -> str:
    """Return the day that ``text`` names as a date control stores it, "" where it names none."""
    found = _DAY.fullmatch(text)
    try:
        return f"{date(*map(int, found.groups())).isoformat()}T00:00:00Z" if found else ""
    except ValueError:
        return ""


def _dated(kind: str, text: str) -> str:
    day = full_date(text)
    return kind.replace(_DATE, f'<w:date w:fullDate="{day}">', 1) if day else kind
