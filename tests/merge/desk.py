"""A small speech on a person's desk, and its YAML."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from drafter.merge.update import Update
from tests.drafts import given

from .edits import Edit
from .opened import Opened, said, tag_in, text_of, texts_of
from .scripts import brought, document

SPEECH: dict[str, Any] = {
    "meeting": {"date": "2025-10-11", "level": "市", "region": "云州市", "agenda": []},
    "parts": [
        {
            "heading": "压实各方责任",
            "lead": "责任不实，一切都空。",
            "numbering": "一要",
            "points": [
                {"heading": "领导带头", "text": "领导到一线去。", "owner": "市应急局"},
                {
                    "heading": "部门协同",
                    "text": "部门拧成一股绳。",
                    "owner": "市公安局",
                    "deadline": "12月底前",
                },
                {"heading": "群众参与", "text": "群众的眼睛是雪亮的。"},
            ],
        }
    ],
    "closing": "让我们一起努力！",
}


class Desk:
    """What build wrote of ``keys`` (SPEECH unless others are given), opened in an editor."""

    def __init__(self, **keys: Any) -> None:
        self.keys: dict[str, Any] = deepcopy(keys or SPEECH)
        self.opened = Opened(document(given(**deepcopy(self.keys))))

    @property
    def points(self) -> list[dict[str, Any]]:
        """The points of the first part, in the YAML."""
        points: list[dict[str, Any]] = self.keys["parts"][0]["points"]
        return points

    def do(self, edit: Edit, words: str = "", place: int = 0) -> None:
        """Edit the first paragraph in which ``words`` stand."""
        number = next(n for n, one in enumerate(self.opened.paragraphs()) if words in text_of(one))
        edit(self.opened, number, place)

    def do_to(self, edit: Edit, path: str, place: int = 0) -> None:
        """Edit the first control of the value at ``path``."""
        controls = [one for one in self.opened.controls() if list(texts_of(one))]
        edit(self.opened, [tag_in(one) for one in controls].index(path), place)

    def update(self, choice: str = "", *, track: bool = False) -> Update:
        """Save the document, and bring it up to date with the YAML."""
        return brought(self.opened.save(), given(**deepcopy(self.keys)), choice, track)

    def read(self, choice: str = "") -> str:
        """What the document says once it is up to date; as it was, where nothing had to be done."""
        update = self.update(choice)
        assert not update.findings.conflicts
        return "\n".join(said(update.document or self.opened.save()))

    def conflicts(self) -> list[str]:
        """The names of the conflicts; where there is one, nothing is written."""
        update = self.update()
        names = [conflict.name for conflict in update.findings.conflicts]
        assert not names or update.document is None
        return names
