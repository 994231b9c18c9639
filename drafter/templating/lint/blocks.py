"""What a template that extends another loses: blocks that nobody above has, and words outside of any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jinja2 import nodes

from drafter.errors import Diagnostic, did_you_mean
from drafter.i18n import _
from drafter.templating.lint.parser import Template


def lost_words(chain: Sequence[Template], shipped: Path) -> Iterator[Diagnostic]:
    """Yield a fault for all that is never printed in ``chain``: a template, its parent, the parent's, and on.

    An office that replaces a parent means to have its own words: what the ``shipped`` templates lose by
    it is no fault.
    """
    own = [place for place, template in enumerate(chain) if not template.path.is_relative_to(shipped)]
    for place, template in enumerate(chain[:-1], 1):
        if place - 1 not in own and own[-1:] > [place - 1]:
            continue
        above = [block.name for parent in chain[place:] for block in parent.blocks]
        for node in template.body:
            yield from _lost(node, template, above)


def _lost(node: nodes.Node, template: Template, above: Sequence[str]) -> Iterator[Diagnostic]:
    if isinstance(node, nodes.Block):
        if node.name not in above:
            message = _("no template above has a block `{name}`: it is never printed").format(name=node.name)
            span = template.span(node.lineno, node.name)
            yield Diagnostic("J104", message, span, did_you_mean(node.name, dict.fromkeys(above)))
    elif isinstance(node, nodes.Output):
        line = _first_words(node.nodes)
        if line:
            message = _("words outside of any block are never printed in a template that extends another")
            remedy = _("put them into a block or a slot of the template above")
            yield Diagnostic("J104", message, template.span(line), remedy)
    elif isinstance(node, nodes.If | nodes.For):
        for child in node.iter_child_nodes():
            yield from _lost(child, template, above)


def _first_words(several: Iterable[nodes.Node]) -> int:
    """Return the line where the words of an output begin, 0 where it has none."""
    for node in several:
        if not isinstance(node, nodes.TemplateData):
            return node.lineno
        if words := node.data.lstrip():
            return node.lineno + node.data.count("\n", 0, len(node.data) - len(words))
    return 0
