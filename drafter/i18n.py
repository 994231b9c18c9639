"""Texts shown to a person: English in the code, other languages from gettext catalogues."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

# Where gettext looks for the user's languages, and in this order.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

# The catalogue of a language in all its spellings. gettext would not find zh_CN for zh_Hans or
# zh_TW; and for `en:zh_CN` it would pass over English, which has no catalogue, to Chinese.
CATALOGUES = {"zh": "zh_CN", "en": "C"}

# What Windows numbers the languages of our catalogues.
WINDOWS = {0x04: "zh"}


def load_catalogue() -> gettext.NullTranslations:
    """Return the catalogue of the user's language; an empty one, and so English, without any."""
    wanted = next(filter(None, map(os.environ.get, VARIABLES)), "") or _display_language()
    languages = [CATALOGUES.get(name[:2].lower(), name) for name in wanted.split(":") if name]
    folder = Path(__file__).with_name("locale")
    return gettext.translation("drafter", folder, languages or ["C"], fallback=True)


def _display_language() -> str:
    """Return the language that Windows speaks to the user, who has none of the variables there.

    Elsewhere this is not asked, so that a start costs what it did: a clerk's Linux or
    macOS sets LANG, and ctypes alone would take longer to import than this whole module.
    """
    if sys.platform != "win32":
        return ""
    try:
        import ctypes

        # The low ten bits name the language, the rest the country.
        return WINDOWS.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF, "")
    except (ImportError, AttributeError, OSError):
        return ""


_catalogue = load_catalogue()

_ = _catalogue.gettext
ngettext = _catalogue.ngettext
