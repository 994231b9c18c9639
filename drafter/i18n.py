"""Texts shown to a person: English in the code, other languages from gettext catalogues."""

from __future__ import annotations

import gettext
from pathlib import Path

# NullTranslations where no catalogue for the user's language exists.
_catalogue = gettext.translation("drafter", Path(__file__).with_name("locale"), fallback=True)

_ = _catalogue.gettext
ngettext = _catalogue.ngettext
