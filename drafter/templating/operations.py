"""What Python says of an operation that values do not have, in the author's language."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.i18n import _

_PROBLEMS: dict[str, str] = {
    r"object is not callable": _("only a function can be called with brackets"),
    r"object is not subscriptable|indices must be|object has no element": _(
        "this value has no items to pick from"
    ),
    r"cannot be interpreted as an integer": _("a number belongs here"),
    r"object is not iterable|object of type '.*' has no len": _("this value is no list"),
    r"missing \d+ required .*arguments?: (?P<names>.+)": _("an argument is missing: {names}"),
    r"got an unexpected keyword argument '(?P<names>\w+)'|takes no keyword argument '(?P<other>\w+)'": _(
        "there is no argument called {names}"
    ),
    r"takes .* positional arguments? but|takes no arguments|takes not more than|expected at most": _(
        "there are too many arguments"
    ),
    r"concatenate|unsupported operand|not supported between|must be str|can't multiply|bad operand": _(
        "a text and a number, or a value and nothing, do not go together: `~` joins texts"
    ),
}


def explain_operation(problem: str) -> str:
    """Return what a TypeError says, in the user's language where it is one that templates can cause."""
    for pattern, text in _PROBLEMS.items():
        found = re.search(pattern, problem)
        if found:
            names = next(filter(None, found.groups()), "") if found.groups() else ""
            return text.format(names=names.replace("'", "`").replace(" and ", ", "))
    return problem
