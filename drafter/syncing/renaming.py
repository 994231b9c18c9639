"""Controls and bookmarks called by the paths that their values have in the YAML now."""

from __future__ import annotations

from drafter.syncing.edition import Edition, is_gone
from drafter.syncing.marking import unmark
from drafter.syncing.proses import prose_names
from drafter.word import marks
from drafter.word.controls import tag_of
from drafter.word.ooxml import qn
from drafter.word.runs import unwrap

_NAME, _VALUE = qn("w:name"), qn("w:val")


def rename_values(edition: Edition) -> None:
    """Rename the controls and bookmarks of ``edition``; those of a value that was dropped go."""
    tags = {tag_of(old): new for old, new in edition.names.items()}
    proses = prose_names(edition.names)
    if not tags:
        return
    root = edition.manuscript.root
    margins = [line.element for lines in edition.margins.values() for line in lines]
    found = [tag for one in (root, *margins) for tag in one.iter(qn("w:tag")) if tag.get(_VALUE) in tags]
    for tag in found:
        new = tags[str(tag.get(_VALUE))]
        frame = next(tag.iterancestors(qn("w:sdt")), None)
        if not is_gone(new):
            tag.set(_VALUE, tag_of(new))
        elif frame is not None:
            unwrap(frame)
    for mark in [mark for mark in root.iter(qn("w:bookmarkStart")) if mark.get(_NAME) in proses]:
        old, number = proses[str(mark.get(_NAME))]
        new = edition.names[old]
        if is_gone(new):
            unmark(root, mark)
        else:
            mark.set(_NAME, marks.prose_mark(new, number))
