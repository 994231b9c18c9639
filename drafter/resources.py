"""Where the shipped files are. No other module knows."""

from __future__ import annotations

from pathlib import Path


def builtin_templates() -> Path:
    """Return the folder of built-in templates.

    A wheel carries them inside the package; a source checkout, and so an editable
    install, keeps them beside it.
    """
    package = Path(__file__).parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"
