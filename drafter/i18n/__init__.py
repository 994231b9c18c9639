"""Texts shown to a person: English in the code, Chinese from a gettext catalogue."""

from __future__ import annotations

import gettext
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

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
    return _catalogue_of(languages or ["C"])


def _catalogue_of(languages: list[str]) -> gettext.NullTranslations:
    folder = Path(__file__).with_name("locale")
    return gettext.translation("drafter", folder, languages, fallback=True)


@lru_cache
def _chinese() -> gettext.NullTranslations:
    return _catalogue_of([CATALOGUES["zh"]])


def _display_language() -> str:
    """Return the display language of Windows, which sets none of the variables; "" elsewhere."""
    if sys.platform != "win32":
        return ""
    try:
        # Imported late: it takes longer to import than this module, and only Windows needs it.
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


class Message(NamedTuple):
    """A text for a person that is told in the user's language, and written in Chinese into a file."""

    text: str
    values: dict[str, Any]

    def told(self) -> str:
        """Return the text in the user's language."""
        return self._in(_catalogue)

    def in_chinese(self) -> str:
        """Return the text in Chinese."""
        return self._in(_chinese())

    def _in(self, catalogue: gettext.NullTranslations) -> str:
        values = {
            name: value._in(catalogue) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return catalogue.gettext(self.text).format(**values)


def message(text: str, **values: Any) -> Message:
    """Return a message, of which the language is chosen where it is shown."""
    return Message(text, values)
