"""Texts shown to a person: English in the code, Chinese from a gettext catalogue."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

# The variables in which gettext looks for the user's languages, in this order.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

# The catalogue of each language, by its first two letters. gettext itself finds no zh_CN for zh_Hans
# or zh_TW, and for `en:zh_CN` it takes Chinese, since English has no catalogue.
CATALOGUES = {"zh": "zh_CN", "en": "C"}

# The numbers of these languages on Windows.
WINDOWS = {0x04: "zh"}


def load_catalogue() -> gettext.NullTranslations:
    """Return the catalogue of the user's language, an empty one for English."""
    chosen = next(filter(None, map(os.environ.get, VARIABLES)), "") or _display_language()
    languages = [CATALOGUES.get(name[:2].lower(), name) for name in chosen.split(":") if name]
    folder = Path(__file__).with_name("locale")
    return gettext.translation("drafter", folder, languages or ["C"], fallback=True)


def _display_language() -> str:
    """Return the display language of Windows, which sets none of the variables; "" elsewhere."""
    if sys.platform != "win32":
        return ""
    try:
        # Takes longer to import than this module; other systems do without it.
        import ctypes

        # The low ten bits name the language, the rest the country.
        return WINDOWS.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF, "")
    except (ImportError, AttributeError, OSError):
        return ""


_catalogue = load_catalogue()

_ = _catalogue.gettext
ngettext = _catalogue.ngettext


def speaks_chinese() -> bool:
    """Tell whether texts are shown in Chinese."""
    return (_catalogue.info().get("language") or "").startswith("zh")
