"""The library of templates: kinds, layouts, topics, phrases; and the YAML files that use them."""

from drafter.library.library import (
    Library,
    builtin_library,
    builtin_templates,
    check_agenda,
    find_in,
    follows_itself,
    names_of_kind,
)
from drafter.library.parameters import check_names, load, parameters_in
from drafter.library.settings import SETTINGS, library_for

__all__ = [
    "SETTINGS",
    "Library",
    "builtin_library",
    "builtin_templates",
    "check_agenda",
    "check_names",
    "find_in",
    "follows_itself",
    "library_for",
    "load",
    "names_of_kind",
    "parameters_in",
]
