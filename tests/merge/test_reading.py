"""What is read of a paragraph that editors and people were at: its words, its controls, its marks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.docx.content_controls import EMPTIED
from drafter.docx.read.document import parse_document, read_paragraphs
from drafter.docx.read.paragraph import Paragraph
from tests.profiles import examples

from .opened import BODY, MC, Opened, W, members, packed
from .scripts import written

MARKUP = {"w": W[1:-1], "mc": MC[1:-1]}


def line(content: str) -> Paragraph:
    return Paragraph(_parsed("p", content))


def _parsed(name: str, content: str) -> etree._Element:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in MARKUP.items())
    return etree.fromstring(f"<w:{name} {names}>{content}</w:{name}>")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def held(tag: str, content: str, properties: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="会议地点"/><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def test_words_in_a_control_are_read() -> None:
    assert line(run("在") + held("meeting.venue", run("大礼堂")) + run("开会")).text == "在大礼堂开会"


def test_words_are_whole_however_their_runs_are_split() -> None:
    control = held("meeting.venue", run("大") + "<w:proofErr/>" + run("礼") + run("堂"))
    (found,) = line(control).controls
    assert line(control).words(found) == "大礼堂"


def test_insertions_are_read_and_deletions_are_not() -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>丙</w:delText></w:r></w:del>'
    assert line(f'{run("甲")}<w:ins w:id="2" w:author="x">{run("乙")}</w:ins>{deleted}').text == "甲乙"


def test_what_was_moved_away_is_not_read_and_where_it_went_is() -> None:
    moved = f"<w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('乙')}</w:moveTo>"
    assert line(moved).text == "乙"


def test_a_nested_control_is_found_in_its_outer_one() -> None:
    outer, inner = line(held("a", run("甲") + held("b", run("乙")) + run("丙"))).controls
    assert [(one.tag, one.start, one.end) for one in (outer, inner)] == [("a", 0, 3), ("b", 1, 2)]


def test_a_control_that_shows_its_label_is_blank() -> None:
    (found,) = line(held("meeting.venue", run("【会议地点】"), "<w:showingPlcHdr/>")).controls
    assert found.is_blank


def test_a_control_that_was_emptied_is_blank() -> None:
    for words in (
        EMPTIED,
        "单击或点击此处输入文字。",
        "选择一项。",
        "单击或点击以输入日期。",
        "Click or tap here to enter text.",
        "Choose an item.",
        "",
    ):
        (found,) = line(held("meeting.venue", run(words), "<w:showingPlcHdr/>")).controls
        assert found.is_blank


def test_a_control_that_was_typed_in_is_not_blank_though_its_flag_is_left() -> None:
    for words in ("大礼堂", "【会议地点：大礼堂】", "选择委员会主任", "点击量突破十万", "Enterprise Hall"):
        (found,) = line(held("meeting.venue", run(words), "<w:showingPlcHdr/>")).controls
        assert not found.is_blank


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    assert line('<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>' + run("甲")).joins


def test_pinyin_is_no_text() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{run('yǎn')}</w:rt><w:rubyBase>{run('鄢')}</w:rubyBase></w:ruby>"
    assert line(f"<w:r>{ruby}</w:r>").text == "鄢"


def test_a_copy_for_older_programs_is_known_as_such() -> None:
    box = f"<w:txbxContent><w:p>{run('乙')}</w:p></w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = _parsed(
        "body", f"<w:p>{run('甲')}<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
    )
    assert [(one.text, one.is_fallback) for one in read_paragraphs(body)] == [
        ("甲", False),
        ("乙", False),
        ("乙", True),
    ]


@given(st.binary(max_size=200))
def test_what_is_no_document_is_none(content: bytes) -> None:
    assert parse_document(content) is None


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 3), st.integers(0, 9999)), max_size=30))
@settings(max_examples=examples(60))
def test_however_elements_are_thrown_about_the_words_are_read(script: list[tuple[int, int, int]]) -> None:
    opened = Opened(written("least"))
    for where, how, place in script:
        elements = list(opened.body.iter(etree.Element))
        one, other = elements[where % len(elements)], elements[place % len(elements)]
        if one is opened.body or one in other.iterancestors() or one is other:
            continue
        if how == 0:
            one.getparent().remove(one)
        elif how == 1:
            other.append(one)
        elif how == 2 and other is not opened.body:
            other.addprevious(one)
        else:
            one.attrib.clear()
    manuscript = parse_document(opened.save())
    assert manuscript is not None
    assert len(manuscript.paragraphs) == len(list(opened.body.iter(f"{W}p")))


def test_a_main_part_of_another_name_is_found() -> None:
    parts = members(written("least"))
    parts["word/document2.xml"] = parts.pop(BODY)
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    manuscript = parse_document(packed(parts))
    assert manuscript is not None and manuscript.paragraphs[0].text == "在全市安全生产工作会议上的讲话"
