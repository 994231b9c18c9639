"""The tag ``slot`` of templates: the general words of one point, heading and body together.

The slots of a template stand one after the other, ``{% slot %}<heading>...</heading>...{% endslot %}``,
and the nth serves the nth point of the part. ``{% slot others %}`` serves all further points; without
it they have the words of the template that is extended. ``facts.rest(point)`` follows each slot, with
the slot's keywords for what it has said itself (``said_owner=true``), unless it has ``rest=false``.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.lexer import TokenStream
from jinja2.parser import Parser
from msgspec import Struct

from drafter.errors import did_you_mean
from drafter.i18n import _

# The slots of a template become one block of this name: that is how a frame says where they stand.
BLOCK = "slots"
KEYWORDS = ("said_figures", "said_targets", "said_owner", "rest")


class Slot(Struct):
    """One slot as it was parsed; ``rest`` prints what it has not said."""

    line: int
    is_for_others: bool
    body: list[nodes.Node]
    rest: list[nodes.Node]


class Slots(Extension):
    """Compiles slots that follow one another into a block with a branch for each."""

    tags = {"slot"}  # noqa: RUF012 - as Jinja declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the block that this slot begins."""
        line = parser.stream.current.lineno
        slots = [_slot(parser)]
        while _moves_to_slot(parser.stream):
            slots.append(_slot(parser))
        for slot in slots[:-1]:
            if slot.is_for_others:
                parser.fail(_("`slot others` is the last slot"), slot.line)
        block = nodes.Block(BLOCK, _branches(slots), True, False)
        return block.set_lineno(line)


def _slot(parser: Parser) -> Slot:
    """Return the slot whose name the stream has come to."""
    line = next(parser.stream).lineno
    is_for_others = parser.stream.skip_if("name:others")
    keywords = _keywords(parser)
    body = parser.parse_statements(("name:endslot",), drop_needle=True)
    return Slot(line, is_for_others, body, _rest(keywords, line))


def _keywords(parser: Parser) -> dict[str, nodes.Expr]:
    found: dict[str, nodes.Expr] = {}
    while parser.stream.current.type != "block_end":
        parser.stream.skip_if("comma")
        token = parser.stream.expect("name")
        if token.value not in KEYWORDS:
            message = _("a slot knows no `{name}`").format(name=token.value)
            parser.fail(f"{message}; {did_you_mean(token.value, ('others', *KEYWORDS))}", token.lineno)
        parser.stream.expect("assign")
        found[token.value] = parser.parse_expression()
    return found


def _rest(keywords: dict[str, nodes.Expr], line: int) -> list[nodes.Node]:
    """Return what prints ``facts.rest(point)`` at the end of a slot, nothing where it is not to follow."""
    follows = keywords.pop("rest", None)
    if isinstance(follows, nodes.Const) and follows.value is False:
        return []
    macro = nodes.Getattr(nodes.Name("facts", "load"), "rest", "load")
    said = [nodes.Keyword(name, value) for name, value in keywords.items()]
    call = nodes.Call(macro, [nodes.Name("point", "load")], said, None, None)
    return [nodes.Output([call]).set_lineno(line)]


def _moves_to_slot(stream: TokenStream) -> bool:
    """Tell whether another slot follows with nothing but space between; only then move on to its name."""
    passed = [stream.expect("block_end")]
    while stream.current.type == "data" and not stream.current.value.strip():
        passed.append(next(stream))
    if stream.current.type == "block_begin":
        passed.append(next(stream))
        if stream.current.test("name:slot"):
            return True
    # The end of the tag is left to the parser, which expects it after each statement.
    passed.append(stream.current)
    stream.current = passed[0]
    for token in passed[1:]:
        stream.push(token)
    return False


def _branches(slots: list[Slot]) -> list[nodes.Node]:
    """Return the slots as the branches of one condition."""
    others = [slot for slot in slots if slot.is_for_others]
    rest = [*others[0].body, *others[0].rest] if others else [_words_of_frame(slots[-1].line)]
    branches = [_branch(number, slot) for number, slot in enumerate(slots) if not slot.is_for_others]
    if not branches:
        return rest
    first, *further = branches
    first.elif_, first.else_ = further, rest
    return [first]


def _branch(number: int, slot: Slot) -> nodes.If:
    test = nodes.Compare(nodes.Name("index", "load"), [nodes.Operand("eq", nodes.Const(number))])
    return nodes.If(test, [*slot.body, *slot.rest], [], [], lineno=slot.line)


def _words_of_frame(line: int) -> nodes.Node:
    call = nodes.Call(nodes.Name("super", "load"), [], [], None, None)
    return nodes.Output([call]).set_lineno(line)
