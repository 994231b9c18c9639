"""The comments of a document: what each blank asks for, and the notes of the template."""

from __future__ import annotations

from itertools import count

from drafter.docx import style_ids
from drafter.docx.ooxml import DECLARATION, NAMESPACE, clean
from drafter.docx.runs import paragraph, run, run_properties

# The author of comments and of tracked changes.
AUTHOR = "drafter"
_OPENING, _END = f'{DECLARATION}<w:comments xmlns:w="{NAMESPACE}">', "</w:comments>"


class Comments:
    """Comments in the order of the text, numbered from ``first``; ``texts`` are those so far."""

    def __init__(self, first: int = 0) -> None:
        self.texts: list[str] = []
        self._first = first

    def attach(self, content: str, text: str) -> str:
        """Return ``content``, runs or nothing, with a comment on it; as it is when ``text`` is empty."""
        text = clean(text).strip()
        if not text:
            return content
        self.texts.append(text)
        return _commented(content, self._first + len(self.texts) - 1)

    def part(self) -> bytes:
        """Return ``comments.xml``."""
        return f"{_OPENING}{''.join(map(_comment, count(self._first), self.texts))}{_END}".encode()


def _commented(content: str, number: int) -> str:
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    reference = f'<w:commentReference w:id="{number}"/>'
    return f"{start}{content}{end}<w:r>{run_properties(style_ids.COMMENT_REFERENCE)}{reference}</w:r>"


def _comment(number: int, text: str) -> str:
    # It has no date, so that the same speech makes the same file.
    opening = f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="D">'
    reference = f"<w:r>{run_properties(style_ids.COMMENT_REFERENCE)}<w:annotationRef/></w:r>"
    return f"{opening}{paragraph(style_ids.COMMENT_TEXT, reference + run(text))}</w:comment>"
