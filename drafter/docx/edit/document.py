"""Changes of a whole document: values renamed, paragraphs added, with the ids and styles that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from drafter.docx.bookmarks import Bookmarks, Identifiers, integer, number_in
from drafter.docx.content_controls import PLACEHOLDER
from drafter.docx.edit.comments import add_comments, further_comments
from drafter.docx.edit.editor import Editor
from drafter.docx.edit.revisions import Plain, Tracked
from drafter.docx.edit.run_builder import RunBuilder
from drafter.docx.edit.runs import copy_formatting, unwrap_control
from drafter.docx.ooxml import NAMESPACE, qn, run
from drafter.docx.read.document import Document
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.stylesheet import StyleSheet, ids_in, relink
from drafter.docx.untrusted import parse_member
from drafter.docx.write.body import Body
from drafter.docx.write.kept_base import base_of
from drafter.docx.write.reading_copy import ReadingCopy
from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.spans import TextSpan
from drafter.speech.tree import Speech

_NAME, _ID, _VALUE, _START = map(qn, ("w:name", "w:id", "w:val", "w:bookmarkStart"))


def rename_controls(roots: Iterable[etree._Element], tags: Mapping[str, str | None]) -> None:
    """Give controls the new tags that ``tags`` has for theirs; unwrap_control those whose new tag is None."""
    found = [tag for root in roots for tag in root.iter(qn("w:tag")) if tag.get(_VALUE) in tags]
    for tag in found:
        new = tags[str(tag.get(_VALUE))]
        control = next(tag.iterancestors(qn("w:sdt")), None)
        if new is not None:
            tag.set(_VALUE, new)
        elif control is not None:
            unwrap_control(control)


class DocumentEditor:
    """Changes ``document``: ``editor`` changes its paragraphs, ``identifiers`` are free in it.

    New text looks like that of a document of ``layout``; with ``track``, changes are tracked revisions.
    """

    def __init__(self, document: Document, speech: Speech, layout: Layout, *, track: bool) -> None:
        root = document.root
        self._document = document
        self._styles = ids_in(document.stylesheet(), _own_styles(layout))
        self.identifiers = ids = Identifiers(_numbers(root, "id"), _numbers(root, "bookmarkStart"))
        names = (str(start.get(_NAME)) for start in root.iter(_START))
        bookmarks = Bookmarks(ids, names)
        self._comments = comments = further_comments(document)
        self._body = Body(notes=comments is not None, identifiers=ids, bookmarks=bookmarks, comments=comments)
        builder = RunBuilder(ids, bookmarks, self._styles, _run_writer(speech, layout), comments)
        self.editor = Editor(builder, Tracked(_numbers(root, "ins", "del")) if track else Plain())
        self._last: dict[Paragraph | None, etree._Element] = {}

    def add_paragraph(
        self,
        block: Block,
        spans: list[TextSpan],
        number: int,
        *,
        after: Paragraph | None,
        like: Paragraph | None = None,
        ordinal: int = 0,
    ) -> None:
        """Add ``block``, which says ``spans``, behind the paragraph ``after`` and what was added there.

        None stands for the start of the text. With ``like``, the words behind an ``ordinal`` of so many
        characters are formatted as they are in that paragraph.
        """
        markup = self._body.set_block(block, spans, number)
        paragraph = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{markup}</w:body>')[0]
        relink(paragraph, self._styles)
        if like is not None:
            copy_formatting(Paragraph(paragraph), like, ordinal)
        neighbour = self._last.get(after)
        if neighbour is None and after is not None:
            neighbour = _behind_tables(after.element)
        if neighbour is None:
            self.editor.open(paragraph, self._document.body)
        else:
            self.editor.insert(paragraph, neighbour)
        self._last[after] = paragraph

    def finish(self) -> None:
        """Add the comments on what was written; let no control name a building block that is not there."""
        if self._comments is not None:
            add_comments(self._document, self._comments, self._styles)
        if not any(member.name.endswith("glossary/document.xml") for member in self._document.members):
            _drop_placeholders(self._document.root)


def _drop_placeholders(root: etree._Element) -> None:
    """Remove the name of our building block from controls: a document that came from .doc has no glossary."""
    blocks = [block for block in root.iter(qn("w:docPart")) if block.get(_VALUE) == PLACEHOLDER]
    for placeholder in [block.getparent() for block in blocks]:
        if placeholder is not None and (properties := placeholder.getparent()) is not None:
            properties.remove(placeholder)


def _own_styles(layout: Layout) -> StyleSheet:
    """Return the styles that a new document of ``layout`` has."""
    return StyleSheet(parse_member(base_of(layout).members["word/styles.xml"]))


def _behind_tables(element: etree._Element) -> etree._Element:
    """Return the last of the tables that a person put right behind ``element``, else ``element``."""
    while (follower := element.getnext()) is not None and follower.tag == qn("w:tbl"):
        if any(number_in(str(start.get(_NAME))) is not None for start in follower.iter(_START)):
            break
        element = follower
    return element


def _numbers(root: etree._Element, *names: str) -> Iterator[int]:
    for element in root.iter(*(qn(f"w:{name}") for name in names)):
        value = integer(element.get(_VALUE) or element.get(_ID))
        if value is not None:
            yield value


def _run_writer(speech: Speech, layout: Layout) -> Callable[[str], str]:
    """Return the function that writes words as runs: plain ones, or those of a reading copy."""
    if not (layout.lectern.whole_figures or layout.lectern.pinyin):
        return run
    copy = ReadingCopy(speech, layout)

    def write(text: str) -> str:
        copy.open(Block(BlockKind.BODY, (), section="opening"), text)
        return copy.set(text, "", False, 0)

    return write
