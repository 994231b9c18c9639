"""Revisions of one author, accepted or rejected, as Word does it."""

from __future__ import annotations

from lxml import etree

from .opened import BODY, members, packed, tag

_END = f"{tag('pPr')}/{tag('rPr')}/"


def accepted(docx: bytes, author: str = "drafter") -> bytes:
    """The document with the revisions of ``author`` accepted."""
    return _settled(docx, author, kept="ins", gone="del")


def rejected(docx: bytes, author: str = "drafter") -> bytes:
    """The document with the revisions of ``author`` rejected."""
    return _settled(docx, author, kept="del", gone="ins")


def _settled(docx: bytes, author: str, *, kept: str, gone: str) -> bytes:
    parts = members(docx)
    root = etree.fromstring(parts[BODY])
    own = [one for one in root.iter(tag("ins"), tag("del")) if one.get(tag("author")) == author]
    ends = [one for one in own if one.getparent().tag == tag("rPr")]
    joined = [next(end.iterancestors(tag("p"))) for end in ends if end.tag == tag(gone)]
    for end in ends:
        end.getparent().remove(end)
    for mark in [one for one in own if one not in ends]:
        if mark.tag == tag(kept):
            for text in mark.iter(tag("delText")):
                text.tag = tag("t")
            for child in list(mark):
                mark.addprevious(child)
        mark.getparent().remove(mark)
    for paragraph in reversed(joined):
        _join(paragraph)
    return packed(parts | {BODY: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def _join(paragraph: etree._Element) -> None:
    """Let the next paragraph begin with what is left of ``paragraph``, whose end is gone."""
    follower = paragraph.getnext()
    while follower is not None and follower.tag in (tag("bookmarkStart"), tag("bookmarkEnd")):
        follower = follower.getnext()
    _drop_marks(paragraph)
    left = [child for child in paragraph if child.tag != tag("pPr")]
    if follower is None or follower.tag != tag("p"):
        # What has no next paragraph keeps its end.
        if not left or not any(True for child in left for _run in child.iter(tag("r"))):
            for child in left:
                paragraph.addprevious(child)
            paragraph.getparent().remove(paragraph)
        return
    place = 1 if follower.find(tag("pPr")) is not None else 0
    for child in reversed(left):
        follower.insert(place, child)
    paragraph.getparent().remove(paragraph)


def _drop_marks(paragraph: etree._Element) -> None:
    """A bookmark goes with all the words that it was around."""
    if next(paragraph.iter(tag("t")), None) is None:
        starts = {mark.get(tag("id")): mark for mark in paragraph.iter(tag("bookmarkStart"))}
        for end in list(paragraph.iter(tag("bookmarkEnd"))):
            start = starts.get(end.get(tag("id")))
            if start is not None:
                start.getparent().remove(start)
                end.getparent().remove(end)
