"""What the parser of XML says of markup that is not well formed, in the author's language, with a remedy."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.i18n import _


def explain_markup(problem: str) -> tuple[str, str]:
    """Return message and remedy for what libxml2 found."""
    message, remedy = next(
        (found for pattern, found in _explanations().items() if re.search(pattern, problem)),
        (problem.split(", line")[0].strip(), _escape()),
    )
    return _("the markup is not well formed: {problem}").format(problem=message), remedy


def _escape() -> str:
    return _("write &amp; for & and &lt; for < in a template's own words")


def _explanations() -> dict[str, tuple[str, str]]:
    """Return message and remedy by a pattern of what libxml2 says."""
    quotes = _("write the value in straight quotation marks: {example}").format(example='role="tasks"')
    return {
        "EntityRef|Entity|entity": (_("a bare & stands in the words"), _escape()),
        "Unescaped '<'": (_("a quotation mark of an attribute is not closed"), quotes),
        "AttValue": (_("an attribute has no quotation marks around its value"), quotes),
        "mandates value|attributes construct": (_("an attribute has no value"), quotes),
        "Attribute .* redefined": (_("an attribute is written twice"), _("delete one of them")),
        "invalid element name|StartTag": (_("a bare < stands in the words"), _escape()),
        "end of Start Tag|expected '>'": (_("a tag is not closed by >"), _("write > at its end")),
        "Premature end": (_("the text ends before all tags are closed"), _("close each tag: <p>...</p>")),
        "Extra content": (
            _("something stands behind </speech>"),
            _("put it into the speech, or delete it"),
        ),
        "Start tag expected|empty": (_("there is no <speech>"), _("write <speech>...</speech> around all")),
        "Invalid char|out of allowed": (
            _("a control character stands in the words"),
            _("delete it and type the text again"),
        ),
    }
