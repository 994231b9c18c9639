"""What a document keeps besides its text, its custom properties."""

from __future__ import annotations

import zipfile

from drafter.docx.properties import properties_in
from drafter.docx.untrusted import parse_part, properties_part


def read_properties(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the custom properties of a document by name; where several have one name, the first."""
    part = properties_part(archive)
    return properties_in(parse_part(archive, part)) if part else {}
