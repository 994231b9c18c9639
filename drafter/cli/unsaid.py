"""What a YAML gives and a draft does not say: values that the depth leaves out, answers to no blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.errors import near_matches
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.summary import Summary

# More than these are read with --json.
FEW = 5


def unsaid(summary: Summary) -> Iterator[str]:
    """Yield a line for what the depth leaves unsaid of the values given, and one for each idle answer."""
    if summary.omitted:
        yield _omitted(summary)
    for label in summary.unasked[:FEW]:
        yield _unasked(label, summary)
    if len(summary.unasked) > FEW:
        yield _("and {count} more answers to no blank").format(count=len(summary.unasked) - FEW)


def _omitted(summary: Summary) -> str:
    count = len(summary.omitted)
    text = ngettext(
        "{count} value given is not said at depth {depth}: {keys}",
        "{count} values given are not said at depth {depth}: {keys}",
        count,
    )
    keys = _(", ").join(summary.omitted[:FEW])
    return text.format(count=count, depth=summary.depth, keys=keys + (" …" if count > FEW else ""))


def _unasked(label: str, summary: Summary) -> str:
    """Return what a person can do with an answer that no blank asks for."""
    paths = {blank.label: blank.path for blank in summary.blanks}
    if label in paths:
        text = _("the blank 【{label}】 takes no answer: it is filled at {key}")
        return text.format(label=label, key=paths[label])
    told = _("no blank is called 【{label}】 here").format(label=label)
    near = near_matches(label, paths)
    return told + _("; did you mean 【{label}】?").format(label=near[0]) if near else told
