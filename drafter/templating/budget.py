"""What one draft may take: steps of its templates, and characters that they make.

Not seconds, since the same input is to give the same result on every machine.

Templates may come from strangers. Each loop, macro and block is charged as often as it runs, by a statement
that ``charge_bodies`` puts at its start when it is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError

from drafter.i18n import _

# The longest built-in draft takes a fortieth of each.
MOST_STEPS = 400_000
MOST_CHARACTERS = 4_000_000
# No one text and no list is longer, and no argument is a larger number.
MOST_TEXT, MOST_NUMBER = 200_000, 10_000

# The name of the filter that charges; no template can write it.
CHARGE = "@charge"
_BODIES = (nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
# Characters of a template's own words that count as one step.
_WORDS = 32


class Budget:
    """What is left of a draft's steps and characters."""

    def __init__(self) -> None:
        self.steps, self.characters = MOST_STEPS, MOST_CHARACTERS

    def spend(self, steps: int, characters: int = 0) -> None:
        """Take from the budget; raises SecurityError where it is used up."""
        self.steps -= steps
        self.characters -= characters
        if self.steps < 0:
            raise SecurityError(_("the template takes more steps than any draft needs"))
        if self.characters < 0:
            raise SecurityError(_("the template makes more text than any draft has"))


_BUDGET: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def limited() -> Iterator[None]:
    """Let what is rendered meanwhile have one budget."""
    token = _BUDGET.set(Budget())
    try:
        yield
    finally:
        _BUDGET.reset(token)


def spend(steps: int, characters: int = 0) -> None:
    """Take from the budget of the draft that is rendered, if there is one."""
    budget = _BUDGET.get()
    if budget is not None:
        budget.spend(steps, characters)


# With the context, so that Jinja does not run it once and for all when it compiles.
@pass_context
def charge(_context: Any, steps: int, characters: int) -> str:
    """Charge one run of a body."""
    spend(steps, characters)
    return ""


def charge_bodies(template: nodes.Template) -> None:
    """Put a statement at the start of each body of ``template`` that charges its run."""
    _charge(template)


def _charge(node: nodes.Node) -> tuple[int, int]:
    """Return how many nodes and characters of data stand in ``node``, outside of bodies of their own."""
    steps, characters = 1, len(node.data) if isinstance(node, nodes.TemplateData) else 0
    for child in node.iter_child_nodes():
        below = _charge(child)
        if not isinstance(child, _BODIES):
            steps, characters = steps + below[0], characters + below[1]
    if isinstance(node, _BODIES):
        arguments: list[nodes.Expr] = [nodes.Const(characters)]
        filter_ = nodes.Filter(nodes.Const(steps + characters // _WORDS), CHARGE, arguments, [], None, None)
        statement = nodes.ExprStmt(filter_).set_lineno(node.lineno)
        node.body.insert(0, statement)
    return steps, characters
