"""Findings as Word comments at their words, in a copy of the document."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from drafter.check.files import CheckReport
from drafter.check.finding import SEVERITIES
from drafter.check.located import Located
from drafter.check.manuscript import Manuscript, Medium
from drafter.check.read import unusable
from drafter.docx.edit.remarks import Remark, add_remarks
from drafter.docx.edit.save import save_changes
from drafter.docx.read.document import parse_document
from drafter.docx.untrusted import unreadable
from drafter.errors import OutputError
from drafter.i18n import _
from drafter.writers.output import write_file


def annotate(report: CheckReport, output: Path) -> int:
    """Write the document of ``report`` as it was checked to ``output``, with the findings as comments.

    Returns how many comments it got. Comments that are there stay. Raises ReadError for what is no
    document, OverwriteError where a person's work is at ``output``.
    """
    path = Path(report.file)
    if report.manuscript.medium is not Medium.DOCX:
        raise unusable(path, _("only a Word document takes comments"), _("build it first: drafter build"))
    if output.suffix.lower() != ".docx":
        raise OutputError(output, _("{path} is no .docx").format(path=output), _("name a .docx"))
    if os.path.realpath(path) == os.path.realpath(output):
        message = _("{path} is the document itself").format(path=path)
        raise OutputError(output, message, _("name another file"))
    document = parse_document(report.content)
    if document is None:
        raise unreadable(str(path), _("it is no Word document, or a damaged one"))
    count = add_remarks(document, _remarks(report))
    write_file(output, save_changes(document), is_recorded=True)
    return count


def _remarks(report: CheckReport) -> Iterator[Remark]:
    for one in report.findings:
        yield _remark(one, report.manuscript)


def _remark(one: Located, manuscript: Manuscript) -> Remark:
    """Return a finding as a remark; one on an automatic number is put on the words behind it."""
    finding = one.finding
    start = one.span.column - 1
    length = one.span.length
    text = f"{SEVERITIES[finding.severity]}[{finding.code}] {finding.message.told()}"
    if finding.remedy:
        text += f"\n{finding.remedy.told()}"
    if finding.fix is not None:
        text += "\n" + _("write: {text}").format(text=finding.fix.text)
    line = manuscript.lines[finding.line]
    # Words in several paragraphs are remarked on as far as the first goes.
    following = [anchor.at for anchor in line.anchors if finding.start < anchor.at < finding.end]
    if following and line.place(finding.start):
        length = min(length, following[0] - finding.start)
    return Remark(one.span.line, start, start + length, text)
