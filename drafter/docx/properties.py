"""The properties of a document, core and custom (ISO/IEC 29500-2, 10; ECMA-376-1, 22)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.docx.ooxml import DECLARATION, clean, escape
from drafter.speech.tree import Blank, Speech, plain_text

if TYPE_CHECKING:
    from lxml import etree

# The name of the part with the custom properties in a document that drafter writes.
CUSTOM = "docProps/custom.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_properties(speech: Speech) -> bytes:
    """Return ``core.xml``: title, author, and the day of the meeting as the date, if it is known."""
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
    """Return ``custom.xml`` with ``values`` by name; the ids start at 2, as in Office."""
    properties = "".join(
        property_markup(number, name, value) for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{properties}</Properties>'
    ).encode()


def property_markup(number: int, name: str, value: str) -> str:
    """Return the element of one custom property, with the id ``number``."""
    return (
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{_data(value)}</vt:lpwstr></property>"
    )


def properties_in(root: etree._Element) -> dict[str, str]:
    """Return the custom properties under ``root`` by name; where several have one name, the first."""
    stored: dict[str, str] = {}
    for entry in root:
        stored.setdefault(str(entry.get("name")), "".join(map(str, entry.itertext())))
    return stored


def _data(text: str) -> str:
    return escape(clean(text))
