"""The templates of a library as Jinja parses them, each once for all kinds."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from drafter.errors import Diagnostic, Span, TemplateError
from drafter.library import Library
from drafter.templating.environment import environment_of, text_of_template
from drafter.templating.errors import template_error
from drafter.templating.source_map import marked_tags, word_span


class Template(Struct, frozen=True, eq=False):
    """A template that parsed: its name in the library, its file and lines, its statements.

    ``tags`` are the elements of markup in it, each with its place, ``file:line`` of the library.
    """

    name: str
    path: Path
    lines: list[str]
    body: list[nodes.Node]
    extends: nodes.Extends | None
    blocks: list[nodes.Block]
    tags: list[tuple[str, str]]

    def span(self, line: int, word: str = "") -> Span:
        """Return the span of ``word`` in ``line``, of the whole line if it is not there."""
        return word_span(self.path, self.lines, line, word)


class TemplateParser:
    """Parses the templates of ``library`` on demand, each once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.environment = environment_of(library.folders)
        self._parsed: dict[str, Template | tuple[Diagnostic, ...]] = {}

    def parsed(self, name: str) -> Template | tuple[Diagnostic, ...]:
        """Return the template called ``name``, or the faults for which it does not parse.

        The faults are empty if there is no such file, or none that can be read.
        """
        if name not in self._parsed:
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def _parse(self, name: str) -> Template | tuple[Diagnostic, ...]:
        path = self.library.find(name)
        if path is None:
            return ()
        try:
            source = text_of_template(path)
            return _template(name, path, source, self.environment.parse(source, name, str(path)))
        except TemplateError:
            # Rendering reads the file as well and reports this.
            return ()
        except TemplateSyntaxError as error:
            explained = template_error(error, self.library, {})
            return explained.diagnostics if explained else ()


def _template(name: str, path: Path, source: str, tree: nodes.Template) -> Template:
    # One walk for all three types of nodes: a walk takes as long as parsing.
    found = list(tree.find_all((nodes.Block, nodes.Extends, nodes.TemplateData)))
    extends = [node for node in found if isinstance(node, nodes.Extends)]
    data = (node.data for node in found if isinstance(node, nodes.TemplateData))
    return Template(
        name,
        path,
        source.splitlines(),
        tree.body,
        extends[0] if extends else None,
        [node for node in found if isinstance(node, nodes.Block)],
        [tag for words in data for tag in marked_tags(words)],
    )
