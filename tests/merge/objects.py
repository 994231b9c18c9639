"""What a person puts into a document besides words: copies, tables, boxes, pictures, comments, revisions."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from .edits import COLOUR, Edit, pick, run_before
from .opened import COMMENTS, MC, Opened, W, tag, text_of, texts_of, write

_DRAWING = (
    '<w:r xmlns:w="{w}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="{mc}">'
    "{content}</w:r>"
)
_INLINE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="{number}" name="shape {number}"/><a:graphic><a:graphicData'
    ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></wps:spPr>{box}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def _drawing(document: Opened, box: str = "", fallback: str = "") -> etree._Element:
    """A run with a drawing; one with a text ``box`` has a ``fallback`` for older programs."""
    content = _INLINE.format(number=document.number(), box=box)
    content = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{content}</mc:Choice>'
        f"<mc:Fallback>{fallback or '<w:pict/>'}</mc:Fallback></mc:AlternateContent>"
    )
    return etree.fromstring(_DRAWING.format(w=W[1:-1], mc=MC[1:-1], content=content))


def insert_picture(document: Opened, where: int, place: int) -> None:
    """Put a picture between the words of a paragraph."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is not None:
        before = run_before(paragraph, place % (len(text_of(paragraph)) + 1))
        if before is not None and before.getparent() is paragraph:
            document.touch(paragraph)
            before.addnext(_drawing(document))


def insert_table(document: Opened, where: int, _place: int) -> None:
    """Put a table of one's own behind a paragraph."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is not None:
        own = etree.Element(tag("p"))
        write(etree.SubElement(own, tag("r")), document.typed(5))
        paragraph.addnext(_table([own]))


def _table(paragraphs: list[etree._Element]) -> etree._Element:
    table = etree.fromstring(
        f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>'
        "</w:tc></w:tr></w:tbl>"
    )
    table.find(f".//{tag('tc')}").extend(paragraphs)
    return table


def put_in_table(document: Opened, where: int, _place: int) -> None:
    """Move a paragraph into a table."""
    paragraph = pick([one for one in document.paragraphs() if one.getparent() is document.body], where)
    if paragraph is not None:
        document.touch(paragraph)
        holder = etree.Element(tag("p"))
        paragraph.addprevious(holder)
        holder.addprevious(_table([paragraph]))


def put_in_box(document: Opened, where: int, _place: int) -> None:
    """Copy a control into a text box, which holds everything twice: for newer programs and for older ones."""
    control = pick(document.controls(), where)
    paragraph = None if control is None else next(control.iterancestors(tag("p")))
    if paragraph is None:
        return
    document.touch(paragraph)
    one = etree.tostring(control, with_tail=False).decode()
    content = f"<w:txbxContent><w:p>{one}</w:p></w:txbxContent>"
    fallback = (
        '<w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:20pt;height:20pt">'
        f"<v:textbox>{content}</v:textbox></v:rect></w:pict>"
    )
    paragraph.append(_drawing(document, f"<wps:txbx>{content}</wps:txbx>", fallback))
    number_again(document, list(paragraph.iter(tag("sdt")))[1:])


def number_again(document: Opened, controls: list[etree._Element]) -> None:
    """Give pasted controls numbers of their own, as Word does."""
    for control in controls:
        identity = control.find(f"{tag('sdtPr')}/{tag('id')}")
        if identity is not None:
            identity.set(tag("val"), document.number())


def copy_control(document: Opened, where: int, place: int) -> None:
    """Copy a control to the end of another paragraph, twice if the numbers are even."""
    control, paragraph = pick(document.controls(), where), pick(document.paragraphs(), place)
    if control is None or paragraph is None:
        return
    document.touch(paragraph)
    for _time in range(1 + (where + place) % 2):
        copy = deepcopy(control)
        number_again(document, [copy, *copy.iter(tag("sdt"))])
        paragraph.append(copy)


def nest_control(document: Opened, where: int, place: int) -> None:
    """Put a copy of a control into another one."""
    control, outer = pick(document.controls(), where), pick(document.controls(), place)
    if (
        control is None
        or outer is None
        or control is outer
        or control in outer.iter()
        or outer in control.iter()
    ):
        return
    document.touch(outer, control)
    copy = deepcopy(control)
    number_again(document, [copy, *copy.iter(tag("sdt"))])
    # A control of plain text takes no other; Word makes it one of rich text.
    for plain in outer.find(tag("sdtPr")).findall(tag("text")):
        outer.find(tag("sdtPr")).remove(plain)
    outer.find(tag("sdtContent")).append(copy)


def wrap_in_control(document: Opened, where: int, _place: int) -> None:
    """Put a control of one's own around a run."""
    paragraph = pick(document.paragraphs(), where)
    run = None if paragraph is None else next((one for one in paragraph if one.tag == tag("r")), None)
    if run is None:
        return
    frame = etree.fromstring(
        f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:tag w:val="own"/>'
        f'<w:id w:val="{document.number()}"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    run.addprevious(frame)
    frame.find(tag("sdtContent")).append(run)


def comment(document: Opened, where: int, place: int) -> None:
    """Add a comment on some words."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None or COMMENTS not in document.parts:
        return
    before = run_before(paragraph, place % (len(text_of(paragraph)) + 1))
    if before is None or before.getparent() is not paragraph:
        return
    document.touch(paragraph)
    number = document.number()
    root = etree.fromstring(document.parts[COMMENTS])
    note = etree.SubElement(root, tag("comment"), {tag("id"): number, tag("author"): "秘书"})
    write(etree.SubElement(etree.SubElement(note, tag("p")), tag("r")), "再核")
    document.parts[COMMENTS] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    before.addprevious(etree.Element(tag("commentRangeStart"), {tag("id"): number}))
    reference = etree.Element(tag("r"))
    etree.SubElement(reference, tag("commentReference"), {tag("id"): number})
    before.addnext(reference)
    before.addnext(etree.Element(tag("commentRangeEnd"), {tag("id"): number}))


def _revision(document: Opened, name: str) -> etree._Element:
    attributes = {"id": document.number(), "author": "秘书", "date": "2025-09-01T08:00:00Z"}
    return etree.Element(tag(name), {tag(key): value for key, value in attributes.items()})


def track_insertion(document: Opened, where: int, place: int) -> None:
    """Type with changes tracked."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    document.touch(paragraph)
    before = run_before(paragraph, place % (len(text_of(paragraph)) + 1))
    first = next(texts_of(paragraph))
    mark = _revision(document, "ins")
    mark.append(write(document.look(first, colour=COLOUR), document.typed()))
    if before is None:
        before = next(first.iterancestors(tag("r")))
        _outer(before).addprevious(mark)
    else:
        _outer(before).addnext(mark)


def _outer(run: etree._Element) -> etree._Element:
    """A revision does not stand in another of its kind."""
    return next(run.iterancestors(tag("ins")), run)


def track_deletion(document: Opened, where: int, place: int) -> None:
    """Delete words with changes tracked."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    start = place % len(text_of(paragraph))
    run_before(paragraph, start + 5)
    before = run_before(paragraph, start)
    runs = list(dict.fromkeys(next(words.iterancestors(tag("r"))) for words in texts_of(paragraph)))
    run = runs[runs.index(before) + 1] if before is not None else runs[0]
    if run.getparent().tag == tag("ins"):
        return
    document.touch(paragraph)
    document.deleted.append("".join(words.text or "" for words in run.iter(tag("t"))))
    mark = _revision(document, "del")
    run.addprevious(mark)
    mark.append(run)
    for words in run.iter(tag("t")):
        words.tag = tag("delText")


def track_join(document: Opened, where: int, _place: int) -> None:
    """Delete the end of a paragraph with changes tracked."""
    paragraph = pick(document.paragraphs(), where)
    follower = None if paragraph is None else paragraph.getnext()
    if follower is None or follower.tag != tag("p"):
        return
    document.touch(paragraph, follower)
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = etree.Element(tag("pPr"))
        paragraph.insert(0, properties)
    own = properties.find(tag("rPr"))
    if own is None:
        own = etree.SubElement(properties, tag("rPr"))
    own.insert(0, _revision(document, "del"))


OBJECTS: tuple[Edit, ...] = (
    insert_picture, insert_table, put_in_table, put_in_box, copy_control, nest_control, wrap_in_control,
    comment, track_insertion, track_deletion, track_join,
)  # fmt: skip
