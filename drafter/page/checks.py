"""What an editor's rules and the guard say of a draft."""

from __future__ import annotations

from msgspec import Struct

from drafter.page.meetings import State
from drafter.page.preview import Draft


class Remark(Struct, frozen=True):
    """A finding: how grave, what, what to do, and the passage that it is on."""

    severity: str
    label: str
    code: str
    message: str
    remedy: str
    passage: int | None


class Checked(Struct, frozen=True):
    """All findings, in the order of the text."""

    remarks: tuple[Remark, ...] = ()


def checked(state: State, draft: Draft) -> Checked | None:
    """Return what the check finds in a draft, None where it cannot tell."""
    return None
