"""What Jinja says of a template that does not parse, in the author's language, with a remedy."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import TemplateSyntaxError

from drafter.errors import did_you_mean
from drafter.facts import patterns as re
from drafter.i18n import _
from drafter.templating.filters import FILTERS
from drafter.templating.slots import BLOCK as SLOTS

BLOCKS = ("if", "for", "set", "macro", "call", "block", "slot", "with", "raw")
TAGS = (*BLOCKS, *(f"end{name}" for name in BLOCKS), "elif", "else", "extends", "from", "import", "include")
# What other languages call a tag of Jinja.
_OTHERWISE = {"elseif": "elif", "elsif": "elif", "fi": "if"}
# Jinja's names of its own tokens, as an author types them.
_TOKENS = {
    "begin of print statement": "{{",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "end of statement block": "%}",
}
_FULL_WIDTH = re.compile("[\uff01-\uff5e“”‘’]")
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_ANY_TAG = re.compile(r"\{%[-+]?\s*(\w+)")

# Message and remedy.
Explained = tuple[str, str]


def explain_syntax(error: TemplateSyntaxError) -> Explained:
    """Return message and remedy for what Jinja found."""
    problem = error.message or ""
    for pattern, explain in _EXPLANATIONS.items():
        found = re.search(pattern, problem)
        if found:
            return explain(found, problem)
    return _("the template does not parse: {problem}").format(problem=problem), ""


def line_of(error: TemplateSyntaxError) -> int:
    """Return the line at fault: for a tag that is left open that of the tag, which Jinja does not name."""
    problem = error.message or ""
    found = _UNCLOSED.search(problem) if problem.startswith("Unexpected end of template") else None
    return (_opened_at(error.source or "", found[1]) if found else 0) or error.lineno


def _opened_at(source: str, name: str) -> int:
    """Return the line of the last tag ``name`` that is left open, 0 where each is closed."""
    opened: list[int] = []
    for tag in _ANY_TAG.finditer(source):
        if tag[1] == name:
            opened.append(source.count("\n", 0, tag.start()) + 1)
        elif tag[1] == f"end{name}" and opened:
            opened.pop()
    return opened[-1] if opened else 0


def _left_open(found: re.Match[str], problem: str) -> Explained:
    name = found[1]
    message = _("`{tag}` is not closed").format(tag=f"{{% {name} %}}")
    return message, _("write `{tag}` where it ends").format(tag=f"{{% end{name} %}}")


def _unknown_tag(found: re.Match[str], problem: str) -> Explained:
    name, inner = found[1], _UNCLOSED.search(problem)
    if name not in TAGS:
        remedy = did_you_mean(_OTHERWISE.get(name, name), TAGS)
        return _("unknown name `{name}`").format(name=name), remedy
    if inner:
        message = _("`{tag}` comes before `{other}` is closed")
        remedy = _("write `{tag}` before it").format(tag=f"{{% end{inner[1]} %}}")
        return message.format(tag=f"{{% {name} %}}", other=f"{{% {inner[1]} %}}"), remedy
    message = _("`{tag}` closes or continues nothing").format(tag=f"{{% {name} %}}")
    return message, _("delete it, or write what it belongs to before it")


def _unknown_name(found: re.Match[str], problem: str) -> Explained:
    known = FILTERS if "filter" in problem else ()
    return _("unknown name `{name}`").format(name=found[1]), did_you_mean(found[1], known)


def _nothing(found: re.Match[str], problem: str) -> Explained:
    return _not_parsed(_("a name or a value is missing")), _("write one, or delete the tag")


def _expected(found: re.Match[str], problem: str) -> Explained:
    wanted, got = (_TOKENS.get(word, word) for word in (found[1], found[2]))
    message = _("`{got}` stands where `{wanted}` is expected")
    if wanted == "name":
        message, wanted = _("`{got}` stands where a name is expected"), ""
    return _not_parsed(message.format(got=got, wanted=wanted)), _close_remedy(got)


def _unexpected(found: re.Match[str], problem: str) -> Explained:
    return _not_parsed(_("`{got}` cannot stand here").format(got=found[1])), _close_remedy(found[1])


def _close_remedy(got: str) -> str:
    if _FULL_WIDTH.search(got):
        return _("type the marks of tags at half width: {marks}").format(marks="{{ }} {% %} < > \" '")
    return _("close {{{{ with }}}}, {{% with %}}, and each quotation mark with the same mark").format()


def _no_end(found: re.Match[str], problem: str) -> Explained:
    start, end = ("{% raw %}", "{% endraw %}") if found[1] == "raw" else ("{#", "#}")
    return _("`{tag}` is not closed").format(tag=start), _("write `{tag}` where it ends").format(tag=end)


def _twice(found: re.Match[str], problem: str) -> Explained:
    if found[1] == SLOTS:
        return _("the slots of a template stand one after the other, with nothing between them"), ""
    message = _("the block `{name}` is defined twice").format(name=found[1])
    return message, _("give one of them another name, or delete it")


def _extends_twice(found: re.Match[str], problem: str) -> Explained:
    return _("the template extends two others"), _("leave one `extends`")


def _bad_name(found: re.Match[str], problem: str) -> Explained:
    message = _("the name of a block has letters, digits and _ alone")
    return message, _("write _ for -")


def _not_parsed(problem: str) -> str:
    return _("the template does not parse: {problem}").format(problem=problem)


_EXPLANATIONS: dict[str, Callable[[re.Match[str], str], Explained]] = {
    r"^block '(.+?)' defined twice": _twice,
    r"^Unexpected end of template\..* closed is '(\w+)'": _left_open,
    r"unknown tag '(.+?)'": _unknown_tag,
    r"No (?:filter|test) named '(.+?)'": _unknown_name,
    r"^Expected an expression": _nothing,
    r"^(?:tag name expected|expected an expression)": _nothing,
    r"^expected token '(.+?)', got '(.+?)'": _expected,
    r"^unexpected end of template, expected '(.+?)'()": _expected,
    r"^unexpected char '(.+?)' at": _unexpected,
    r'^unexpected char "(.+?)" at': _unexpected,
    r"^unexpected '(.+?)'": _unexpected,
    r"^Missing end of (raw|comment)": _no_end,
    r"^extended multiple times": _extends_twice,
    r"^Block names in Jinja": _bad_name,
}
