"""What people edited in a document since it was written: words, paragraphs of their own, what is gone."""

from __future__ import annotations

from drafter.library import Library
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.edited_document import anchor_document, open_document
from drafter.merge.paragraphs import is_outline
from drafter.merge.report import Reworded
from drafter.models.parameters import Parameters
from drafter.speech.digests import readable


def edits_of(
    docx: bytes, parameters: Parameters, library: Library, *, name: str = ""
) -> tuple[Reworded, ...]:
    """Return the edits of a document, each with its place, in the order of the text.

    "" is the old text of a paragraph that was added, and the new one of a paragraph that was taken out.
    ``parameters`` are those that the document was written from where it has lost its own; they also have
    the prose of which it keeps only a digest. Raises ReadError as ``update_document`` does.
    """
    document, provenance = open_document(docx, name, parameters)
    anchored = anchor_document(document, provenance, library, parameters)
    return tuple(_edits(anchored))


def _edits(anchored: AnchoredDocument) -> list[Reworded]:
    found: list[tuple[float, Reworded]] = []
    reached = -1.0
    for drafted in anchored.base:
        match = anchored.matches.get(drafted.number)
        if is_outline(drafted):
            continue
        if match is None:
            found.append((reached + 0.5, Reworded(drafted.place, readable(drafted.text), "")))
            continue
        reached = float(anchored.order[match.text_range.paragraphs[0]])
        old, new = match.text.replace("\n", ""), match.current.replace("\n", "")
        if match.is_reworded and old != new:
            found.append((reached, Reworded(drafted.place, old, new)))
    own = (one for one in anchored.own_paragraphs if one.text.strip())
    found += [(float(anchored.order[one]), Reworded("", "", one.text)) for one in own]
    return [each for _place, each in sorted(found, key=lambda one: one[0])]
