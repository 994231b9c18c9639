"""The base of all models of the YAML files: meetings, kinds, layouts, phrases."""

from typing import ClassVar

from msgspec import Struct

from drafter.errors import KeyPath, Problem


class Model(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping of a YAML file: frozen, without unknown keys. Encoded, it leaves out defaults."""

    # The key whose value may stand for the whole mapping as a plain text; "" where none may.
    shorthand: ClassVar[str] = ""
    # Whether the quotation marks around a value are part of it, and no slip for those of YAML.
    keeps_marks: ClassVar[bool] = False

    def check(self) -> list[Problem]:
        """Return the problems that only the model as a whole shows: values that do not agree."""
        return []


def disagreement(path: KeyPath, message: str, remedy: str) -> Problem:
    """Return the problem of a value that does not agree with the others of its model."""
    return Problem(path, "Y108", message, remedy)
