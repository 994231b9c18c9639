"""What a person put into a document besides words is there after an update, whatever the YAML drops."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from .desk import Desk
from .edits import split_paragraph
from .opened import BODY, MC, Opened, W, members, paragraph_of, said, tag, tag_in, text_of, write

_NAMES = (
    f'xmlns:w="{W[1:-1]}" xmlns:mc="{MC[1:-1]}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
THINGS = {
    "a symbol": '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    "a formula": "<m:oMath><m:r><m:t>x+y=z</m:t></m:r></m:oMath>",
    "a page break": '<w:r><w:br w:type="page"/></w:r>',
    "a field": '<w:fldSimple w:instr="DATE"><w:r><w:t></w:t></w:r></w:fldSimple>',
    "a footnote": '<w:r><w:footnoteReference w:id="3"/></w:r>',
    "a link": '<w:hyperlink w:anchor="x"><w:r><w:t></w:t></w:r></w:hyperlink>',
    "a bookmark": '<w:bookmarkStart w:id="900" w:name="own"/>',
    "a checkbox": "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>",
}
LOOKS = {
    "bold": "<w:b/>",
    "superscript": '<w:vertAlign w:val="superscript"/>',
    "hidden": "<w:vanish/>",
    "shading": '<w:shd w:val="clear" w:fill="D9D9D9"/>',
}
SHAPES = {
    "a border": '<w:pBdr><w:top w:val="single"/></w:pBdr>',
    "alignment": '<w:jc w:val="center"/>',
    "a page break": "<w:pageBreakBefore/>",
}
CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def element(markup: str) -> etree._Element:
    return etree.fromstring(f"<w:p {_NAMES}>{markup}</w:p>")[0]


def paragraph(desk: Desk, words: str) -> etree._Element:
    return next(one for one in desk.opened.paragraphs() if words in text_of(one))


def body_of(docx: bytes | None) -> str:
    assert docx is not None
    return members(docx)[BODY].decode()


@pytest.mark.parametrize("thing", THINGS)
def test_a_point_that_the_yaml_dropped_stays_with_what_a_person_put_into_it(thing: str, desk: Desk) -> None:
    own = element(THINGS[thing])
    paragraph(desk, "拧成一股绳").append(own)
    del desk.points[1]

    update = desk.update()

    assert [moved.is_done for moved in update.findings.dropped] == [False]
    assert etree.tostring(own[0] if len(own) else own).split(b" ")[0] in body_of(update.document).encode()


@pytest.mark.parametrize("look", LOOKS)
def test_a_point_that_the_yaml_dropped_stays_with_words_that_a_person_formatted(
    look: str, desk: Desk
) -> None:
    run = next(one for one in paragraph(desk, "拧成一股绳").iter(tag("r")) if "拧成" in text_of(one))
    old = run.find(tag("rPr"))
    properties = etree.Element(tag("rPr")) if old is None else old
    properties.append(element(LOOKS[look]))
    run.insert(0, properties)
    del desk.points[1]

    update = desk.update()

    assert [moved.is_done for moved in update.findings.dropped] == [False]
    assert "拧成一股绳" in body_of(update.document)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_point_that_the_yaml_dropped_stays_where_a_person_formatted_the_paragraph(
    shape: str, desk: Desk
) -> None:
    paragraph(desk, "拧成一股绳").find(tag("pPr")).append(element(SHAPES[shape]))
    del desk.points[1]

    update = desk.update()

    assert [moved.is_done for moved in update.findings.dropped] == [False]


def test_a_page_break_among_words_that_change_stays(desk: Desk) -> None:
    run = next(one for one in paragraph(desk, "拧成一股绳").iter(tag("r")) if "拧成" in text_of(one))
    etree.SubElement(run, tag("br")).set(tag("type"), "page")
    desk.points[1]["text"] = "部门同心。"

    for track in (False, True):
        body = body_of(desk.update(track=track).document)
        root = etree.fromstring(body.encode())
        (found,) = [one for one in root.iter(tag("br")) if one.get(tag("type")) == "page"]
        assert next(found.iterancestors(tag("del")), None) is None


def test_a_cell_keeps_a_paragraph_when_its_only_one_is_dropped(desk: Desk) -> None:
    own, table = paragraph(desk, "拧成一股绳"), element(CELL)
    own.addprevious(table)
    next(table.iter(tag("tc"))).append(own)
    del desk.points[1]

    body = body_of(desk.update().document)

    assert "拧成一股绳" not in body
    assert all(cell.find(tag("p")) is not None for cell in etree.fromstring(body.encode()).iter(tag("tc")))


@pytest.mark.parametrize(
    "own",
    [
        '<w:r><w:commentReference w:id="77"/></w:r>',
        '<w:del w:id="88" w:author="王"><w:r><w:delText>王秘书写的话</w:delText></w:r></w:del>',
    ],
    ids=["a comment", "a tracked deletion"],
)
def test_of_a_divided_paragraph_that_is_written_over_what_a_person_added_stays(own: str, desk: Desk) -> None:
    divide(desk, "雪亮的")
    second = next(one for one in desk.opened.paragraphs() if text_of(one) == "雪亮的。")
    second.append(element(own))
    desk.points[2]["text"] = "部门完全另说一套不同的话。"

    update = desk.update("ours")

    assert own.split(" ")[1].split("/")[0] in body_of(update.document)


def test_a_point_that_comes_behind_a_paragraph_written_over_is_there(desk: Desk) -> None:
    divide(desk, "雪亮的")
    desk.points[2]["text"] = "部门完全另说一套不同的话。"
    desk.points.append({"heading": "科技支撑", "text": "让数据多跑路。"})

    for track in (False, True):
        update = desk.update("ours", track=track)
        assert update.document is not None
        assert "四要科技支撑。让数据多跑路。" in said(update.document)


@pytest.mark.parametrize("owner", ["市公安局和市交通运输局以及市应急局", "局"])
def test_words_beside_a_stretch_that_is_written_over_are_not_touched(owner: str, desk: Desk) -> None:
    held = {
        tag_in(one).rpartition(".")[2]: one for one in desk.opened.controls() if "points[1]" in tag_in(one)
    }
    copy, deadline = deepcopy(held["owner"]), held["deadline"]
    for one in (write(etree.Element(tag("r")), "会同"), copy, write(etree.Element(tag("r")), "于")):
        deadline.addprevious(one)
    around = paragraph_of(deadline)
    assert around is not None
    around.append(write(etree.Element(tag("r")), "王主任加的一句话很重要。"))
    desk.points[1]["owner"] = owner
    del desk.points[1]["deadline"]

    text = desk.read("ours")

    assert f"部门拧成一股绳。这项工作由{owner}牵头。王主任加的一句话很重要。" in text


def divide(desk: Desk, words: str) -> None:
    """Press Enter before ``words``."""
    all_paragraphs = desk.opened.paragraphs()
    number = next(n for n, one in enumerate(all_paragraphs) if words in text_of(one))
    split_paragraph(desk.opened, number, text_of(all_paragraphs[number]).index(words))
    assert isinstance(desk.opened, Opened)
