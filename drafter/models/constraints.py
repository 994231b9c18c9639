"""The bounds that a field declares for its values: collected from annotations, and enforced."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Meta, Struct

from drafter.i18n import _
from drafter.models.scalars import NUMERAL, ScalarError


class Constraints(Struct, frozen=True):
    """All bounds of a value. A text must match each pattern, a number be a multiple of each step."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    patterns: tuple[str, ...] = ()
    multiples: tuple[float, ...] = ()


NONE = Constraints()

# Where two annotations bound a value, the narrower bound holds.
_NARROWER: dict[str, Callable[[Any], Any]] = {
    "ge": max,
    "gt": max,
    "le": min,
    "lt": min,
    "min_length": max,
    "max_length": min,
}


def constraints_of(metas: Sequence[Meta]) -> Constraints:
    """Return the constraints that all of ``metas`` declare."""
    values: dict[str, Any] = {}
    for meta in metas:
        for name, narrower in _NARROWER.items():
            bound = getattr(meta, name)
            if bound is not None:
                values[name] = narrower((bound, values.get(name, bound)))
    patterns = tuple(meta.pattern for meta in metas if meta.pattern is not None)
    multiples = tuple(meta.multiple_of for meta in metas if meta.multiple_of is not None)
    if not (values or patterns or multiples):
        return NONE
    return Constraints(**values, patterns=patterns, multiples=multiples)


def check_text(text: str, constraints: Constraints, hint: str) -> None:
    """Raise ScalarError where ``text`` is out of bounds; ``hint`` says what is to be written instead."""
    for pattern in constraints.patterns:
        if not re.search(pattern, text):
            raise _mismatch(text, pattern, hint)
    if not text and constraints.min_length:
        raise ScalarError(_("this may not be empty"), hint)
    check_length(len(text), constraints, _("{count} characters are given"))


def _mismatch(text: str, pattern: str, hint: str) -> ScalarError:
    if pattern != NUMERAL:
        return ScalarError(_("`{value}` cannot stand here").format(value=text), hint)
    remedy = _("{hint}; while the number is not known, leave it empty: `~`").format(hint=hint)
    return ScalarError(_("`{value}` holds no number").format(value=text), remedy)


def check_length(count: int, constraints: Constraints, message: str) -> None:
    """Raise ScalarError with ``message`` where ``count`` characters or items are too few or too many."""
    least, most = constraints.min_length, constraints.max_length
    if least is not None and count < least:
        raise ScalarError(message.format(count=count), _("write at least {least}").format(least=least))
    if most is not None and count > most:
        raise ScalarError(message.format(count=count), _("write at most {most}").format(most=most))


def is_within(number: float, constraints: Constraints) -> bool:
    """Return whether ``number`` is within all bounds; NaN is within none."""
    return (
        (constraints.ge is None or number >= constraints.ge)
        and (constraints.gt is None or number > constraints.gt)
        and (constraints.le is None or number <= constraints.le)
        and (constraints.lt is None or number < constraints.lt)
        and not any(number % step for step in constraints.multiples)
    )


_ONE_SIDED = {
    "ge": _("write {kind} of at least {bound:g}"),
    "gt": _("write {kind} above {bound:g}"),
    "le": _("write {kind} of at most {bound:g}"),
    "lt": _("write {kind} below {bound:g}"),
}


def describe_number(noun: str, constraints: Constraints) -> str:
    """Return the remedy for a number out of bounds; ``noun`` names its type: `a whole number`."""
    bounds = {name: bound for name in _ONE_SIDED if (bound := getattr(constraints, name)) is not None}
    if len(bounds) > 1:
        least, most = bounds.values()
        text = _("write {kind} from {least:g} to {most:g}").format(kind=noun, least=least, most=most)
    else:
        text = _("write {kind}").format(kind=noun)
        for name, bound in bounds.items():
            text = _ONE_SIDED[name].format(kind=noun, bound=bound)
    for step in constraints.multiples:
        text = _("{text}, a multiple of {step:g}").format(text=text, step=step)
    return text
