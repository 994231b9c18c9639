"""What is checked unasked, at the end of a build or an update: rules that need no judgement."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from drafter.check.check import check
from drafter.check.configured import settings_for
from drafter.check.located import Located, located
from drafter.check.settings import Settings
from drafter.models.parameters import Parameters
from drafter.speech.tree import Speech

# A build lists the blanks itself.
_LISTED = "open-blank"


def _settings(source: Path) -> Settings:
    """Return what is checked beside the YAML at ``source``.

    A code of our own is known: to look it up among all rules would import every one.
    """
    settings = settings_for(source, Settings(needs_judgement=False))
    return replace(settings, ignore=(*settings.ignore, _LISTED))


def findings_in_speech(speech: Speech, parameters: Parameters, source: Path) -> tuple[Located, ...]:
    """Return what the rules that need no judgement find in the draft of the YAML at ``source``."""
    from drafter.check.read_speech import manuscript_of_speech
    from drafter.yaml.source import read_source

    manuscript = manuscript_of_speech(speech, parameters)
    found = check(manuscript, _settings(source))
    # The YAML is read again only to place what was found.
    return tuple(located(manuscript, found, str(source), read_source(source))) if found else ()


def findings_in_document(docx: bytes, path: Path, source: Path) -> tuple[Located, ...]:
    """Return what the same rules find in a document that was brought up to date with a YAML."""
    from drafter.check.read_document import manuscript_of_docx

    manuscript = manuscript_of_docx(docx, str(path))
    return tuple(located(manuscript, check(manuscript, _settings(source)), str(path)))
