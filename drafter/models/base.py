"""What all mappings of the project's YAML files have in common: meetings, kinds, layouts, phrases."""

from typing import ClassVar, NamedTuple

from msgspec import Struct


class Fault(NamedTuple):
    """A value that does not agree with the others: where it stands, what is wrong, what to do."""

    path: tuple[str | int, ...]
    message: str
    remedy: str


class Model(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping of a YAML file: frozen, without unknown keys; encoded, it has what was given alone."""

    # The one key that a plain text stands for, where a mapping may be shortened to it.
    shorthand: ClassVar[str] = ""
