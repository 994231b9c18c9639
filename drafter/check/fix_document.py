"""Changes of words in a Word document, at once or as tracked revisions."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.check.change import Change
from drafter.docx.bookmarks import integer
from drafter.docx.edit.revisions import Tracked
from drafter.docx.edit.save import save_changes
from drafter.docx.edit.words import replace_words
from drafter.docx.ooxml import qn
from drafter.docx.read.document import Document, parse_document

_CHANGES = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))


def fix_document(docx: bytes, changes: Sequence[Change], *, track: bool) -> tuple[bytes, list[Change]]:
    """Return a document with ``changes``, and those that could be made."""
    document = parse_document(docx)
    if document is None:
        return docx, []
    revisions = _revisions(document) if track else None
    made = []
    # From the last one on, so that those before keep their places.
    for change in sorted(changes, key=lambda one: (one.number, one.start), reverse=True):
        paragraph = document.paragraphs[change.number - 1]
        if replace_words(paragraph, change.start, change.end, change.text, revisions):
            made.append(change)
    return (save_changes(document), made) if made else (docx, [])


def _revisions(document: Document) -> Tracked:
    taken = (integer(one.get(qn("w:id"))) for one in document.root.iter(*_CHANGES))
    return Tracked(number for number in taken if number is not None)
