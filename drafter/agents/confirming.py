"""An update in two steps: it is shown with a digest, and written when that digest comes back.

The digest stands for all that was shown and all that it was made from. Whatever has changed since, another
digest results, and nothing is written.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from drafter.agents.arguments import Update as Asked
from drafter.agents.errors import tool_error
from drafter.check.unasked import findings_in_document
from drafter.docx.untrusted import read_document
from drafter.i18n import _
from drafter.merge.decisions import Choices
from drafter.merge.update import Update, update_document
from drafter.writers.output import write_update
from drafter.yaml.source import read_bytes


def update_shown(document: Path, source: Path, asked: Asked) -> dict[str, Any]:
    """Return what the update of ``document`` to the YAML at ``source`` changes, with its digest.

    It is written if ``asked`` confirms that digest and no conflict is left. Choices are taken for conflicts
    only that were shown: the digest of the answer without choices has to come with them. Raises ToolError
    for another digest or conflict, else as ``update_document`` does.
    """
    before = read_document(document)
    update, digest = _shown(document, source, asked, before)
    if asked.ours or asked.theirs:
        _refuse_unseen(document, source, asked, before, digest)
    elif asked.confirm:
        _refuse_other(asked, digest)
    written = asked.confirm and update.document is not None
    if written and update.document is not None:
        write_update(document, update.document, before)
    findings = findings_in_document(update.document, document, source) if update.document else ()
    return {
        "document": str(document),
        "yaml": str(source),
        "digest": digest,
        "written": str(document) if written else None,
        **update.findings.as_json(),
        "findings": [one.as_json() for one in findings],
        "errors": [],
    }


def _shown(document: Path, source: Path, asked: Asked, before: bytes) -> tuple[Update, str]:
    yaml, choices = read_bytes(source), Choices(asked.ours, asked.theirs)
    update = update_document(document, source, choices=choices, track=asked.track, write=False)
    findings = json.dumps(update.findings.as_json(), ensure_ascii=False, sort_keys=True).encode()
    digest = sha256()
    for content in (before, yaml, update.document or b"", findings):
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return update, digest.hexdigest()


def _refuse_unseen(document: Path, source: Path, asked: Asked, before: bytes, digest: str) -> None:
    """Raise ToolError unless the choices are for conflicts that were shown, or are confirmed as shown."""
    bare = Asked(document=asked.document, path=asked.path, track=asked.track)
    first, shown = _shown(document, source, bare, before)
    known = [conflict.name for conflict in first.findings.conflicts]
    for name in (*asked.ours, *asked.theirs):
        if name not in known:
            message = _("there is no conflict called `{name}`").format(name=name)
            remedy = _("known: {names}").format(names=_(", ").join(known)) if known else ""
            raise tool_error("A104", message, asked.document, remedy)
    if asked.confirm:
        _refuse_other(asked, digest)
    elif asked.digest != shown:
        message = _("the conflicts were not shown as they are now")
        remedy = _("call update without choices, show the conflicts, and give the digest of that answer")
        raise tool_error("A103", message, asked.document, remedy)


def _refuse_other(asked: Asked, digest: str) -> None:
    """Raise ToolError where what is confirmed is not what would be written."""
    if asked.digest != digest:
        message = _("what is to be confirmed is not what was shown: nothing is written")
        remedy = _("call update without confirm, show the changes, and give the digest of that answer")
        raise tool_error("A103", message, asked.document, remedy)
