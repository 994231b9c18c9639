"""The properties of a document: what its file says of itself (ISO/IEC 29500-2, 10; ECMA-376-1, 22)."""

from __future__ import annotations

import re

from drafter.docx.write.xml import DECLARATION, clean, escape
from drafter.speech.tree import Blank, Speech, plain_text

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_properties(speech: Speech) -> bytes:
    """Return ``core.xml``. It is dated by the meeting, or not at all: never by the clock."""
    dates = ""
    if _DATE.fullmatch(speech.meeting_date):
        for name in ("created", "modified"):
            date = f"{speech.meeting_date}T00:00:00Z"
            dates += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>'
    title, author = _data(plain_text(speech.title)), _data(_author(speech))
    return (
        f"{DECLARATION}{_CORE}<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"{dates}<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def _author(speech: Speech) -> str:
    known = speech.byline and not any(isinstance(inline, Blank) for inline in speech.byline)
    return plain_text(speech.byline) if known else "drafter"


def custom_properties(values: dict[str, str]) -> bytes:
    """Return ``custom.xml`` with ``values``; their ids count from 2, as Office has it."""
    properties = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{_data(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{properties}</Properties>'
    ).encode()


def _data(text: str) -> str:
    return escape(clean(text))
