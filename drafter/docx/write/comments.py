"""The comments of a document: what each blank asks for, and the template's notes."""

from __future__ import annotations

from itertools import count

from drafter.docx.write.xml import COMMENTS, clean, comment, commented


class Comments:
    """Comments as they are met in the text, numbered from ``first``; ``texts`` are those of them so far."""

    def __init__(self, first: int = 0) -> None:
        self.texts: list[str] = []
        self._first = first

    def attach(self, content: str, text: str) -> str:
        """Return ``content`` with a comment on it, or as it is when ``text`` says nothing."""
        text = clean(text).strip()
        if not text:
            return content
        self.texts.append(text)
        return commented(content, self._first + len(self.texts) - 1)

    def part(self) -> bytes:
        """Return ``comments.xml``."""
        opening, end = COMMENTS
        return f"{opening}{''.join(map(comment, count(self._first), self.texts))}{end}".encode()
