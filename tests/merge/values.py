"""What a person does to values: fills blanks, types over, empties and deletes controls, takes them away."""

from __future__ import annotations

from lxml import etree

from .edits import COLOUR, Edit, drop, pick
from .opened import Opened, paint, tag, tag_in, texts_of, write


def fill(document: Opened, where: int, _place: int) -> None:
    """Type in a control: over its placeholder, or over the value in it."""
    control = pick([one for one in document.controls() if list(texts_of(one))], where)
    if control is None:
        return
    document.touch(control)
    document.filled.append(tag_in(control))
    words = list(texts_of(control))
    run = document.look(words[0])
    showing = control.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}")
    if showing is not None:
        control.find(tag("sdtPr")).remove(showing)
        for old in run.findall(tag("rPr")):
            run.remove(old)
    write(run, document.typed(4))
    paint(run, COLOUR)
    next(words[0].iterancestors(tag("r"))).addprevious(run)
    for old in {next(one.iterancestors(tag("r"))) for one in words}:
        drop(old)


def retype(document: Opened, where: int, place: int) -> None:
    """Change a part of a value."""
    control = pick([one for one in document.controls() if list(texts_of(one))], where)
    if control is None or control.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}") is not None:
        return
    document.touch(control)
    document.filled.append(tag_in(control))
    words = next(texts_of(control))
    if words.text:
        place %= len(words.text) + 1
        words.text = f"{words.text[:place]}{document.typed(1)}{words.text[place:]}"


def clear(document: Opened, where: int, _place: int) -> None:
    """Delete what a control says: Word shows its placeholder then."""
    control = pick([one for one in document.controls() if list(texts_of(one))], where)
    if control is None:
        return
    document.touch(control)
    words = list(texts_of(control))
    next(words[0].iterancestors(tag("r"))).addprevious(write(etree.Element(tag("r")), "【待补】"))
    for run in {next(one.iterancestors(tag("r"))) for one in words}:
        drop(run)
    properties = control.find(tag("sdtPr"))
    placeholder = properties.find(tag("placeholder"))
    if properties.find(tag("showingPlcHdr")) is None and placeholder is not None:
        placeholder.addnext(etree.Element(tag("showingPlcHdr")))


def delete_control(document: Opened, where: int, _place: int) -> None:
    """Delete a control and what it says."""
    control = pick(document.controls(), where)
    if control is not None:
        document.touch(control)
        control.getparent().remove(control)


def unwrap(document: Opened, where: int, _place: int) -> None:
    """Remove a control around its text."""
    control = pick(document.controls(), where)
    if control is not None:
        document.touch(control)
        take_away(control)


def take_away(control: etree._Element) -> None:
    """Take a control away from around what it says."""
    for child in list(control.find(tag("sdtContent"))):
        control.addprevious(child)
    control.getparent().remove(control)


def drop_controls(document: Opened, _where: int, _place: int) -> None:
    """Save in a program that knows no controls."""
    document.touch(*document.controls())
    for control in document.controls():
        take_away(control)


VALUES: tuple[Edit, ...] = (fill, retype, clear, delete_control, unwrap)
