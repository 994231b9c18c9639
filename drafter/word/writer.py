"""A speech as a Word document."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.blocks import iter_blocks
from drafter.layout import Layout
from drafter.speech import Speech
from drafter.title import with_breaks
from drafter.word import names
from drafter.word.body import Body
from drafter.word.fingerprint import PROPERTY, digest
from drafter.word.front import spaces_below
from drafter.word.package import deflate, write_zip
from drafter.word.properties import core_properties, custom_properties
from drafter.word.stored import base_of


def write_docx(speech: Speech, layout: Layout, *, notes: bool = True) -> bytes:
    """Return ``speech`` as a .docx of ``layout``; the same speech gives the same bytes.

    With ``notes``, what blanks ask for and the template's remarks stand as comments.
    """
    broken = replace(speech, title=with_breaks(speech.title, layout.title.limit))
    blocks = list(iter_blocks(broken))
    spaces = spaces_below(blocks, layout)
    body = Body(notes=notes)
    for index, block in enumerate(blocks):
        body.add(block, spaces.get(index, 0))
    base = base_of(layout)
    parts = {
        "word/document.xml": "".join((base.opening, *body.markup, base.end)).encode(),
        "docProps/core.xml": core_properties(speech),
        "docProps/custom.xml": custom_properties(_marks(speech, body, layout)),
    }
    if body.comments.texts:
        parts["word/comments.xml"] = body.comments.part()
    new = {name: deflate(name, content) for name, content in parts.items()}
    return write_zip({**base.members, **new}.values())


def _marks(speech: Speech, body: Body, layout: Layout) -> dict[str, str]:
    return {
        PROPERTY: digest(body.texts, body.comments.texts, _margins(layout)),
        "drafter.kind": speech.kind,
        "drafter.layout": speech.layout,
    }


def _margins(layout: Layout) -> tuple[str, ...]:
    """Return what the footers say, as a reader of the file finds it: without blanks and figures."""
    return () if layout.page_number.position == "none" else (names.DASH * 2,)
