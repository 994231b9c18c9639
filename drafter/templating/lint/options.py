"""Choices of a folder of templates that change some of our options and keep others word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.errors import Diagnostic, Span, TemplateError
from drafter.facts import patterns as re
from drafter.i18n import _, ngettext
from drafter.library import Library
from drafter.templating.environment import text_of_template

_CHOICE = re.compile(r"<choice>(.*?)</choice>", re.DOTALL)
_OPTION = re.compile(r"<option>(.*?)</option>", re.DOTALL)

# The options of a choice, without the space between their words.
Options = tuple[str, ...]


def half_changed_choices(folder: Path, names: Iterable[str], library: Library) -> Iterator[Diagnostic]:
    """Yield a note for each choice in ``folder`` of which some options, but not all, are as we ship them."""
    shipped = library.folders[-1]
    ours = {option: choice for choice in _shipped_choices(shipped) for option in choice}
    for name in names:
        if name.endswith(".j2"):
            yield from _half_changed(folder / name, ours)


def _half_changed(path: Path, ours: dict[str, Options]) -> Iterator[Diagnostic]:
    source = _read(path)
    for line, own in _choices(source):
        before = next((ours[option] for option in own if option in ours), ())
        kept = [option for option in own if option in before]
        if own != before and len(own) == len(before) and len(kept) < len(own):
            yield _note(path, source, line, len(own) - len(kept), len(kept))


def _note(path: Path, source: str, line: int, changed: int, kept: int) -> Diagnostic:
    message = ngettext(
        "{changed} of {all} options is changed; {kept} keep the old words",
        "{changed} of {all} options are changed; {kept} keep the old words",
        changed,
    ).format(changed=changed, all=changed + kept, kept=kept)
    remedy = _("`style.variation` picks one of them: change the others too, or delete them")
    return Diagnostic("K106", message, Span(str(path), line, 1, 1, source.split("\n")[line - 1]), remedy)


def _shipped_choices(folder: Path) -> Iterator[Options]:
    for path in sorted(folder.rglob("*.j2")):
        for _line, options in _choices(_read(path)):
            yield options


def _choices(source: str) -> Iterator[tuple[int, Options]]:
    """Yield the line and the options of each choice that has no other inside."""
    for found in _CHOICE.finditer(source):
        options = tuple("".join(words.split()) for words in _OPTION.findall(found[1]))
        if len(options) > 1:
            yield source.count("\n", 0, found.start()) + 1, options


def _read(path: Path) -> str:
    try:
        return text_of_template(path)
    except TemplateError:
        # The check of the template itself reports this.
        return ""
