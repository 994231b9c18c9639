"""Values set in the YAML text that a clerk wrote."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.loading.source import Source
from drafter.loading.values import read_values
from drafter.parameters import Parameters
from drafter.rewriting import tree
from drafter.rewriting.alignment import aligned
from drafter.rewriting.check import held_in, with_wanted
from drafter.rewriting.edits import applied
from drafter.rewriting.page import Page
from drafter.rewriting.walk import Walk
from drafter.rewriting.wanted import UnsettableError, Wanted, wanted_of


def rewrite(source: Source, changes: Mapping[str, str | None], skeleton: Parameters) -> str:
    """Return the text of ``source`` with the values in ``changes``, by path, and nothing else changed.

    None takes a value back. What the file does not have yet is put where it belongs; where
    parts or points are, all that ``skeleton`` has are written, since their places count: it is
    the parameters of the file as they are drafted, with what its kind adds.

    Raises ParameterError where the source does not load, UnsettableError where a value cannot
    be put where its path leads, or would make the file another one besides.
    """
    data, faults = read_values(source)
    if faults or not isinstance(data, dict):
        raise ParameterError(faults)
    wanted = wanted_of(changes)
    text = _rewritten(source.text, wanted, skeleton)
    expected = with_wanted(held_in(data, Parameters), Parameters, wanted.below, skeleton)
    if not _holds(Source(source.name, text), expected):
        path = next(iter(changes))
        raise UnsettableError(path, _("the YAML is written in a way that leaves no room for it"))
    return text


def _rewritten(text: str, wanted: Wanted, skeleton: Parameters) -> str:
    while True:
        nodes = tree.read_tree(text)
        page, unfolding = Page(nodes), Page(nodes)
        if isinstance(nodes.root, tree.Mapping):
            Walk(page, unfolding).mapping(nodes.root, Parameters, wanted.below, skeleton)
        if not unfolding.edits:
            return applied(text, aligned(page))
        text = applied(text, aligned(unfolding))


def _holds(source: Source, expected: object) -> bool:
    try:
        data, faults = read_values(source)
    except ParameterError:
        return False
    return not faults and held_in(data, Parameters) == expected
