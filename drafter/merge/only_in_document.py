"""What only the document has, so that a new build from the YAML would lose it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from drafter.i18n import _
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.paragraph_match import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, is_outline, prose_in
from drafter.merge.report import Note
from drafter.merge.similarity import out_of_order


def only_in_document(anchored: AnchoredDocument, taken: Collection[str] = ()) -> Iterator[Note]:
    """Yield what the YAML has no key for, so that a new build would lose it.

    At the places ``taken``, words went into the YAML as a heading.
    """
    edited = [match for match in anchored.matches.values() if _is_reworded(match)]
    if places := tuple(place for place in _places_of(edited) if place not in taken):
        yield Note(_("reworded in the document, in words that the YAML has no key for"), places)
    deleted = [one for one in anchored.base if one.number not in anchored.matches]
    if places := _places(deleted):
        yield Note(_("deleted in the document: a build would bring it back"), places)
    if added := sum(1 for paragraph in anchored.own_paragraphs if paragraph.text.strip()):
        message = _("paragraphs of the document's own, which the YAML has no key for: {count}")
        yield Note(message.format(count=added))
    yield from _rearranged(anchored)


def _rearranged(anchored: AnchoredDocument) -> Iterator[Note]:
    """Yield the places of what was moved, joined or divided, and of pictures, notes, links and comments."""
    drafted = (one for one in anchored.base if one.number in anchored.matches and not is_outline(one))
    matches = [anchored.matches[one.number] for one in drafted]
    places = [anchored.order[match.text_range.paragraphs[0]] for match in matches]
    moved = out_of_order(list(dict.fromkeys(places)))
    if found := [one for one, place in zip(matches, places, strict=True) if place in moved]:
        yield Note(_("moved in the document; a new build would move it back"), _places_of(found))
    if found := [
        one for one, place in zip(matches, places, strict=True) if _is_joined(one, places.count(place))
    ]:
        yield Note(_("joined or divided in the document; a new build would undo it"), _places_of(found))
    comments = set(anchored.document.own_comments())
    if found := [one for one in matches if _has_belongings(one, comments)]:
        text = _("pictures, notes, links or comments of the document's own; a new build would not have them")
        yield Note(text, _places_of(found))


def _is_joined(match: ParagraphMatch, namesakes: int) -> bool:
    is_prose = bool(list(prose_in(match.base.spans)))
    return namesakes > 1 or (len(match.text_range.slices) > 1 and not is_prose)


def _has_belongings(match: ParagraphMatch, comments: set[str]) -> bool:
    """Return whether there are objects in it, or comments that are not among ``comments``."""
    return any(
        one.has_objects or not comments.issuperset(one.comments) for one in match.text_range.paragraphs
    )


def _is_reworded(match: ParagraphMatch) -> bool:
    """Return whether words of the templates were changed: those outside of prose."""
    proses = [(low, high) for _path, low, high in prose_in(match.base.spans)]
    return any(
        not any(low <= hunk.start and hunk.end <= high for low, high in proses) for hunk in match.hunks
    )


def _places_of(matches: Iterable[ParagraphMatch]) -> tuple[str, ...]:
    return _places(match.base for match in matches)


def _places(base: Iterable[DraftParagraph]) -> tuple[str, ...]:
    """Return the places of paragraphs, each once, without the outline."""
    return tuple(dict.fromkeys(drafted.place for drafted in base if not is_outline(drafted)))
