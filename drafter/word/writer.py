"""A speech as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.blocks import iter_blocks
from drafter.layout import Layout
from drafter.speech import Speech
from drafter.title import with_breaks
from drafter.word.body import Body
from drafter.word.fingerprint import PROPERTY, digest, look_of_bold
from drafter.word.front import spaces_below
from drafter.word.memory import memory_properties
from drafter.word.package import deflate, write_zip
from drafter.word.properties import core_properties, custom_properties
from drafter.word.stored import Base, base_of

if TYPE_CHECKING:
    from drafter.word.lectern import ReadingCopy


def write_docx(
    speech: Speech, layout: Layout, *, notes: bool = True, reference: bytes | None = None
) -> bytes:
    """Return ``speech`` as a .docx of ``layout``; the same speech gives the same bytes.

    With ``notes``, what blanks ask for and the template's remarks stand as comments. With
    ``reference``, the bytes of an office's own Word file, that file's styles and page go
    before those of ``layout`` (see drafter.word.house.reference); raises ReadError where it is none.
    """
    base = _base(layout, reference)
    broken = replace(speech, title=with_breaks(speech.title, base.layout.title.limit))
    blocks = list(iter_blocks(broken))
    spaces = spaces_below(blocks, base.layout)
    body = Body(notes=notes, copy=_reading_copy(speech, base.layout))
    body.set_blocks(blocks, spaces)
    parts = {
        "word/document.xml": "".join((base.opening, *body.markup, base.end)).encode(),
        "docProps/core.xml": core_properties(speech),
        "docProps/custom.xml": custom_properties(_marks(speech, body, base)),
    }
    if body.comments.texts:
        parts["word/comments.xml"] = body.comments.part()
    new = {name: deflate(name, content) for name, content in parts.items()}
    return write_zip({**base.members, **new}.values())


def _base(layout: Layout, reference: bytes | None) -> Base:
    if reference is None:
        return base_of(layout)
    from drafter.word.house.reference import reference_base

    return reference_base(reference, layout)


def _reading_copy(speech: Speech, layout: Layout) -> ReadingCopy | None:
    if not (layout.lectern.whole_figures or layout.lectern.pinyin):
        return None
    # Only what is read from the paper pays for it.
    from drafter.word.lectern import ReadingCopy

    return ReadingCopy(speech, layout)


def _marks(speech: Speech, body: Body, base: Base) -> dict[str, str]:
    return {
        PROPERTY: digest(
            body.texts,
            body.comments.texts,
            base.margins,
            readings=body.readings,
            looks=look_of_bold(body.bold),
        ),
        **memory_properties(speech, body.digests),
    }
