"""The same speech by docxtpl and by plain python-docx, each as its own documentation has it.

The goals are set against docxtpl as it is used: a template in a document that Word saved
(``stock_document``, the one python-docx comes with) composes the speech from the same
parameters. Harder rivals are measured beside it: the same on drafter's own slim base
package (``slim_document``), which has a few styles and no theme, and with the text composed
beforehand. All leave out the comment on each blank and the space below the title, which is
in their favour.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from drafter.speech.tree import Speech, Text

from .composed import RUN_STYLES, STYLES
from .composing import context_of, environment


def slim_document(layout: Layout) -> Any:
    """Return python-docx's Document of drafter's base package, without any paragraph."""
    import docx

    document: Any = docx.Document(io.BytesIO(write_docx(Speech((Text("讲话"),)), layout)))
    for paragraph in list(document.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    return document


def stock_document(layout: Layout) -> Any:
    """Return the document that python-docx comes with, drafter's styles added to its own."""
    import docx

    document: Any = docx.Document()
    styles = document.styles
    for style in slim_document(layout).styles:
        if style.name in styles:
            styles[style.name].delete()
        styles.element.append(style.element)
    return document


def make_base(path: Path, layout: Layout) -> None:
    """Save the document that python-docx adds its paragraphs to."""
    slim_document(layout).save(str(path))


def make_template(path: Path, document: Any) -> None:
    """Save ``document``, which is empty, as the template for docxtpl: a paragraph for each style.

    Tags that stand for whole paragraphs and whole runs (``{%p``, ``{%r``) vanish with
    these. Runs are only told apart where the example has several; anywhere else that
    would only make it slower.
    """
    names = style_names(document)
    document.add_paragraph("{%p for block in blocks %}")
    for number, ((kind, level), style) in enumerate(STYLES.items()):
        word = "elif" if number else "if"
        document.add_paragraph(f"{{%p {word} block.kind == '{kind}' and block.level == {level} %}}")
        paragraph = document.add_paragraph(style=names[style])
        if kind in ("byline", "body"):
            _add_run_tags(paragraph, names)
        else:
            paragraph.add_run("{{ block.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


def _add_run_tags(paragraph: Any, names: dict[str, str]) -> None:
    paragraph.add_run("{%r for run in block.runs %}")
    for number, (name, style) in enumerate(RUN_STYLES.items()):
        word = "elif" if number else "if"
        paragraph.add_run(f"{{%r {word} run.style == '{name}' %}}")
        paragraph.add_run("{{ run.text }}", style=names[style] if style else None)
    paragraph.add_run("{%r endif %}")
    paragraph.add_run("{%r endfor %}")


def style_names(document: Any) -> dict[str, str]:
    return {style.style_id: style.name for style in document.styles}


def with_docxtpl(template: Path, data: dict[str, Any]) -> bytes:
    """Return the document that docxtpl makes of ``template``."""
    stream = io.BytesIO()
    _rendered(template, data).save(stream)
    return stream.getvalue()


def compose_with_docxtpl(template: Path, loaded: dict[str, Any], target: Any) -> None:
    """Write to ``target`` the document that ``template`` composes from a YAML's values."""
    _rendered(template, context_of(loaded), environment()).save(target)


def _rendered(template: Path, data: dict[str, Any], jinja: Any = None) -> Any:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]

    document = DocxTemplate(str(template))
    document.render(data, jinja)
    return document


class PythonDocx:
    """Plain python-docx on a base document, with the names of its styles looked up beforehand."""

    def __init__(self, base: Path, layout: Layout) -> None:
        names = style_names(slim_document(layout))
        self._base = str(base)
        self._styles = {key: names[style] for key, style in STYLES.items()}
        self._run_styles = {name: names[style] if style else None for name, style in RUN_STYLES.items()}

    def write(self, data: dict[str, Any]) -> bytes:
        """Return the document of ``data``."""
        import docx

        document = docx.Document(self._base)
        for block in data["blocks"]:
            paragraph = document.add_paragraph(style=self._styles[block["kind"], block["level"]])
            for run in block["runs"]:
                paragraph.add_run(run["text"], style=self._run_styles[run["style"]])
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()
