"""What people do to a YAML and to a document between two runs, the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import yaml
from lxml import etree

BODY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# What the document says otherwise, by the tag of the control. The first two are at odds with the YAML.
IN_DOCUMENT = {"speaker.name": "钟望川", "meeting.venue": "会议中心东厅", "meeting.host": "新来的主办单位"}
# What the YAML says otherwise, by the keys on the way; of a list, in its first item that has them.
IN_YAML = {
    "speaker.name": "闻远山",
    "meeting.venue": "市民活动中心",
    "topic": "防汛备汛",
    "parts.points.heading": "换了说法的要点",
    "parts.points.figures.value": "47",
}
ADDED = "把新添的要求逐条落到实处"
# Shorter paragraphs are titles, bylines and headings.
LONG = 30


def with_style(text: str, **style: Any) -> str:
    """Return a YAML with other keys in its ``style``."""
    given = yaml.safe_load(text).get("style") or {}
    lines = text.splitlines()
    for key, value in _tree(text).value:
        if key.value == "style":
            del lines[key.start_mark.line : max(value.end_mark.line, key.start_mark.line + 1)]
    return "\n".join([*lines, yaml.safe_dump({"style": {**given, **style}}, allow_unicode=True)])


def with_values(text: str) -> str:
    """Return a YAML with other values, in the place of those that it has or leaves open."""
    nodes: dict[str, yaml.ScalarNode] = {}
    for path, node in _scalars(_tree(text), ""):
        nodes.setdefault(path, node)
    found = [(nodes[path], value) for path, value in IN_YAML.items() if path in nodes]
    for node, value in sorted(found, key=lambda pair: pair[0].start_mark.index, reverse=True):
        text = text[: node.start_mark.index] + value + text[node.end_mark.index :]
    return text


def with_points(text: str) -> str:
    """Return a YAML whose first list of points, or else agenda, has a new second item and lost its last.

    One that has neither is returned as it is.
    """
    items = _items(_tree(text), "points") or _items(_tree(text), "agenda")
    if not items:
        return text
    lines = text.splitlines(keepends=True)
    last, indent = items[-1], " " * (items[0].start_mark.column - 2)
    del lines[last.start_mark.line : last.end_mark.line]
    key = items[0].value[0][0].value if isinstance(items[0], yaml.MappingNode) else ""
    new = f"{indent}- {'heading' if key == 'heading' else 'text'}: {ADDED}\n"
    if key in ("who", "did"):
        new = f"{indent}- who: 市统计局\n{indent}  did: 通报了全市的情况\n"
    lines.insert(items[1].start_mark.line, new)
    return "".join(lines)


def _tree(text: str) -> yaml.MappingNode:
    tree = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(tree, yaml.MappingNode)
    return tree


def _scalars(node: yaml.Node, path: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, path)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, f"{path}.{key.value}".removeprefix("."))


def _items(node: yaml.Node, name: str) -> list[yaml.Node]:
    """Return the items of the first list called ``name`` that has two or more, on lines of their own."""
    pairs: list[tuple[str, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        pairs = [(key.value, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        pairs = [("", item) for item in node.value]
    for key, value in pairs:
        is_list = isinstance(value, yaml.SequenceNode) and not value.flow_style
        if key == name and is_list and len(value.value) > 1:
            return list(value.value)
        if found := _items(value, name):
            return found
    return []


def filled(docx: bytes) -> bytes:
    """Return a document in which values were changed and two blanks filled in."""
    package, body = _opened(docx)
    blanks = 2
    for control in body.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        is_blank = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        if tag is None or control.find(f"{W}sdtPr/{W}text") is None:
            continue
        if value := IN_DOCUMENT.get(tag.get(f"{W}val", "")):
            _say(control, value)
        elif is_blank and blanks:
            blanks -= 1
            _say(control, "补上的内容")
    return _saved(package, body)


def reworded(docx: bytes) -> bytes:
    """Return a document in which a sentence was reworded, a paragraph added and another taken out."""
    package, body = _opened(docx)
    paragraphs = [paragraph for paragraph in body.iter(f"{W}p") if _length(paragraph) > LONG]
    if len(paragraphs) > 3:
        _reword(paragraphs[len(paragraphs) // 4])
        _add_after(paragraphs[len(paragraphs) // 2])
        taken = paragraphs[3 * len(paragraphs) // 4]
        taken.getparent().remove(taken)
    return _saved(package, body)


def _opened(docx: bytes) -> tuple[dict[str, bytes], Any]:
    with ZipFile(BytesIO(docx)) as archive:
        package = {info.filename: archive.read(info) for info in archive.infolist()}
    return package, etree.fromstring(package[BODY])


def _saved(package: dict[str, bytes], body: Any) -> bytes:
    package[BODY] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, part in package.items():
            archive.writestr(name, part)
    return content.getvalue()


def _say(control: Any, value: str) -> None:
    for marking in [*control.iter(f"{W}showingPlcHdr"), *control.iter(f"{W}rStyle"), *control.iter(f"{W}br")]:
        marking.getparent().remove(marking)
    texts = list(control.iter(f"{W}t"))
    for text in texts:
        text.text = value if text is texts[0] else ""


def _length(paragraph: Any) -> int:
    return sum(len(text.text or "") for text in paragraph.iter(f"{W}t"))


def _reword(paragraph: Any) -> None:
    texts = sorted(paragraph.iter(f"{W}t"), key=lambda text: len(text.text or ""))
    middle = len(texts[-1].text) // 2
    texts[-1].text = f"{texts[-1].text[:middle]}切实{texts[-1].text[middle:]}"


def _add_after(paragraph: Any) -> None:
    new = etree.Element(f"{W}p")
    new.extend(deepcopy(paragraph.findall(f"{W}pPr")))
    etree.SubElement(etree.SubElement(new, f"{W}r"), f"{W}t").text = f"{ADDED}，一件一件抓到底。"
    paragraph.addnext(new)
