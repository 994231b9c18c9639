"""An office's own Word file in the place of a layout: it governs, and the layout fills gaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.shared import Cm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.docx.read.content import is_untouched
from drafter.docx.reference.base import read_reference, reference_base
from drafter.docx.reference.file import MOST_STYLES
from drafter.docx.write.document import write_docx
from drafter.errors import ReadError
from drafter.models.layout import Layout
from drafter.speech.tree import Speech
from tests.profiles import examples

from .fingerprints import fingerprint, stored_fingerprint
from .reference_files import PIXEL, edited, office_file, packed, saved
from .speeches import W, body, find, full, parts, words

ORDINARY = office_file()


def write_like(reference: bytes, speech: Speech | None = None) -> bytes:
    """Return a document with the styles and the page of ``reference``."""
    return write_docx(speech or full(), Layout(), base=reference_base(reference, Layout()))


def made(reference: bytes = ORDINARY, speech: Speech | None = None) -> dict[str, bytes]:
    return parts(write_like(reference, speech))


def root(reference: bytes, name: str) -> etree._Element:
    return etree.fromstring(made(reference)[name])


def style(reference: bytes, identity: str) -> Any:
    (found,) = find(root(reference, "word/styles.xml"), f"//w:style[@w:styleId='{identity}']")
    return found


def code(reference: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        write_like(reference)
    (fault,) = caught.value.diagnostics
    assert fault.remedy
    return fault.code


# The page.


def test_the_page_is_the_offices() -> None:
    (margins,) = find(root(ORDINARY, "word/document.xml"), "//w:pgMar")

    assert ["1417", "1417"] == [margins.get(W + side) for side in ("left", "right")]


def test_headers_and_footers_are_the_offices() -> None:
    contents = made()

    assert "某市委社会工作部" in contents["word/header1.xml"].decode()
    assert "第 1 页" in contents["word/footer1.xml"].decode()
    assert "word/footer2.xml" not in contents


def test_a_logo_comes_with_its_header() -> None:
    assert PIXEL == made()["word/media/image1.png"]


def test_a_page_number_that_the_office_does_not_have_is_not_added() -> None:
    contents = made(saved(docx.Document()))

    assert not any("footer" in name for name in contents)


def test_the_settings_of_the_page_are_the_offices() -> None:
    def odd_and_even(document: Document) -> None:
        document.settings.odd_and_even_pages_header_footer = True

    assert len(find(root(office_file(odd_and_even), "word/settings.xml"), "//w:evenAndOddHeaders")) == 1


def test_the_last_section_counts_with_the_headers_of_those_before() -> None:
    def landscape(document: Document) -> None:
        document.add_section().page_width = Cm(18)

    contents = made(office_file(landscape))

    (section,) = find(etree.fromstring(contents["word/document.xml"]), "//w:sectPr")
    assert "10205" == section.find(f"{W}pgSz").get(f"{W}w")
    assert section.find(f"{W}headerReference") is not None


def test_a_section_may_stand_in_the_last_paragraph() -> None:
    contents = parts(ORDINARY)
    document = etree.fromstring(contents["word/document.xml"])
    (section,), (paragraph,) = find(document, "//w:sectPr"), find(document, "//w:p[w:r]")
    properties = etree.Element(f"{W}pPr")
    properties.append(section)
    paragraph.insert(0, properties)
    contents["word/document.xml"] = etree.tostring(document)

    assert b'w:left="1417"' in made(packed(contents))["word/document.xml"]


def test_without_a_section_the_page_is_the_layouts() -> None:
    contents = parts(ORDINARY)
    document = etree.fromstring(contents["word/document.xml"])
    (section,) = find(document, "//w:sectPr")
    section.getparent().remove(section)
    contents["word/document.xml"] = etree.tostring(document)

    assert b'w:left="1588"' in made(packed(contents))["word/document.xml"]


# Styles.


def test_a_style_of_the_office_goes_before_the_layouts() -> None:
    def red(document: Document) -> None:
        document.styles["Heading 1"].font.size = Pt(20)

    heading = style(office_file(red), "Heading1")

    assert "40" == heading.find(f"{W}rPr/{W}sz").get(f"{W}val")
    assert "黑体" not in etree.tostring(heading, encoding="unicode")


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    theirs = ORDINARY
    for name, old, new in (
        ("word/styles.xml", '"Heading1"', '"2"'),
        ("word/styles.xml", 'w:val="heading 1"', 'w:val="标题 1"'),
        ("word/styles.xml", '"Normal"', '"a"'),
        ("word/header1.xml", '"Header"', '"a3"'),
        ("word/styles.xml", '"Header"', '"a3"'),
        ("word/styles.xml", 'w:val="a"/><w:q', 'w:val="Normal"/><w:q'),
    ):
        theirs = edited(theirs, name, old, new)

    contents = made(theirs)

    styles = etree.fromstring(contents["word/styles.xml"])
    assert ["标题 1"] == find(styles, "//w:style[@w:styleId='Heading1']/w:name/@w:val")
    assert ["Normal"] == find(styles, "//w:style[@w:styleId='Heading1']/w:basedOn/@w:val")
    assert ["a3"] == find(etree.fromstring(contents["word/header1.xml"]), "//w:pStyle/@w:val")


def test_another_style_with_one_of_our_ids_gets_a_new_one() -> None:
    theirs = edited(ORDINARY, "word/styles.xml", 'w:val="heading 1"', 'w:val="本单位标题"')

    styles = root(theirs, "word/styles.xml")

    assert ["HouseHeading1"] == find(styles, "//w:style[w:name/@w:val='本单位标题']/@w:styleId")
    assert ["heading 1"] == find(styles, "//w:style[@w:styleId='Heading1']/w:name/@w:val")


def test_every_style_in_use_is_defined() -> None:
    contents = made()
    named = {
        name
        for part in ("document", "comments", "header1")
        for name in find(
            etree.fromstring(contents[f"word/{part}.xml"]), "//w:pStyle/@w:val | //w:rStyle/@w:val"
        )
    }

    assert named <= set(find(etree.fromstring(contents["word/styles.xml"]), "//w:style/@w:styleId"))


def test_a_style_that_is_added_has_the_offices_type() -> None:
    byline = style(ORDINARY, "GwByline")

    assert "Normal" == byline.find(f"{W}basedOn").get(f"{W}val")
    assert "center" == byline.find(f"{W}pPr/{W}jc").get(f"{W}val")
    assert [] == find(byline, ".//w:rFonts | .//w:sz | .//w:spacing")


def without(*names: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for name in names:
            document.styles[name].delete()

    return change


def test_a_title_that_is_added_is_as_much_larger_as_in_the_layout() -> None:
    title = style(office_file(without("Title")), "Title")

    # 14 pt to the layout's 16, as 19.5 to 22, in half points.
    assert "38" == title.find(f"{W}rPr/{W}sz").get(f"{W}val")
    assert title.find(f"{W}rPr/{W}b") is not None


def test_a_title_that_is_added_is_not_cut_off_by_the_offices_pitch() -> None:
    def narrow(document: Document) -> None:
        without("Title")(document)
        document.styles["Normal"].paragraph_format.line_spacing = Pt(20)

    spacing = style(office_file(narrow), "Title").find(f"{W}pPr/{W}spacing")

    assert ("543", "exact") == (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule"))


def test_where_the_office_writes_in_normal_so_does_the_speech_with_an_indent() -> None:
    text = style(ORDINARY, "BodyText")

    assert ["公文正文"] == find(text, "w:name/@w:val")
    assert ["Normal"] == find(text, "w:basedOn/@w:val")
    assert [("200", "560")] == [
        (indent.get(f"{W}firstLineChars"), indent.get(f"{W}firstLine")) for indent in find(text, ".//w:ind")
    ]


def test_an_indent_of_normal_is_kept() -> None:
    def indented(document: Document) -> None:
        document.styles["Normal"].paragraph_format.first_line_indent = Pt(30)

    theirs = office_file(indented)

    assert [] == find(style(theirs, "BodyText"), ".//w:ind")
    assert ["0"] == find(style(theirs, "GwByline"), ".//w:ind/@w:firstLine")


def test_body_text_governs_where_the_office_uses_it() -> None:
    def used(document: Document) -> None:
        document.styles["Body Text"].font.size = Pt(15)
        document.add_paragraph("多数字都在这个样式里", style="Body Text")

    theirs = office_file(used)

    assert ["30"] == find(style(theirs, "BodyText"), ".//w:sz/@w:val")
    assert ["BodyText"] == find(style(theirs, "GwByline"), "w:basedOn/@w:val")


def test_an_empty_file_has_its_body_text_used() -> None:
    assert ["Body Text"] == find(style(office_file(text=""), "BodyText"), "w:name/@w:val")


def test_ordinals_are_not_counted_twice() -> None:
    numbered = edited(
        ORDINARY,
        "word/styles.xml",
        '<w:outlineLvl w:val="0"/>',
        '<w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/>',
    )

    assert ["0"] == find(style(numbered, "Heading1"), ".//w:numId/@w:val")


def test_a_heading_is_one_in_the_navigation_pane() -> None:
    plain = edited(ORDINARY, "word/styles.xml", '<w:outlineLvl w:val="0"/>', "")

    assert ["0"] == find(style(plain, "Heading1"), ".//w:outlineLvl/@w:val")


# The title.


def title_lines(reference: bytes) -> int:
    speech = Speech(title=words("在全市社会工作高质量发展推进会议上的讲话"))
    document = etree.fromstring(made(reference, speech)["word/document.xml"])
    return len(find(document, "//w:p[w:pPr/w:pStyle/@w:val='Title']//w:br")) + 1


def test_a_title_breaks_by_the_offices_page() -> None:
    def narrow(document: Document) -> None:
        document.sections[0].page_width = Cm(18)

    def small(document: Document) -> None:
        document.styles["Title"].font.size = Pt(16)

    assert [1, 2] == [title_lines(office_file(small)), title_lines(office_file(narrow))]


# What is left behind.


def test_nothing_of_the_offices_text_or_properties_is_taken() -> None:
    def busy(document: Document) -> None:
        document.core_properties.author = "王科长"
        document.add_comment(document.paragraphs[0].runs, "原来的批注", author="王科长")

    everything = b"".join(made(office_file(busy)).values()).decode("utf-8", "replace")

    assert [] == [word for word in ("原来的正文", "王科长", "原来的批注") if word in everything]


OUTSIDE = '<Relationship Id="rId99" Type="{type}" Target="{target}" TargetMode="{mode}"/></Relationships>'
OLD_DRAWING = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
PICTURE = f'<w:r><w:pict><v:shape {OLD_DRAWING}><v:imagedata r:id="rId99"/></v:shape></w:pict></w:r>'
OBJECT = f'<w:r><w:object><o:OLEObject {OLD_DRAWING} r:id="rId99"/></w:object></w:r>'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_link(kind: str, target: str, mode: str, run: str) -> bytes:
    """Return the office's file with something in its header that leads elsewhere."""
    link = OUTSIDE.format(type=TYPES + kind, target=target, mode=mode)
    linked = edited(ORDINARY, "word/_rels/header1.xml.rels", "</Relationships>", link)
    return edited(linked, "word/header1.xml", "</w:p>", f"{run}</w:p>")


@pytest.mark.parametrize(
    ("kind", "run"), [("image", PICTURE), ("oleObject", OBJECT)], ids=["picture", "object"]
)
def test_what_leads_out_of_the_file_is_left(kind: str, run: str) -> None:
    contents = made(with_link(kind, "http://example.com/x", "External", run))

    assert b"rId99" not in contents["word/header1.xml"]
    assert b"example.com" not in b"".join(contents.values())


def test_an_embedded_object_is_left() -> None:
    linked = parts(with_link("oleObject", "embeddings/x.bin", "Internal", OBJECT))

    contents = made(packed(linked | {"word/embeddings/x.bin": b"MZ"}))

    assert not any("embeddings" in name for name in contents)
    assert b"OLEObject" not in contents["word/header1.xml"]


def test_the_words_of_a_link_are_kept() -> None:
    run = '<w:hyperlink r:id="rId99"><w:r><w:t>网站</w:t></w:r></w:hyperlink>'

    contents = made(with_link("hyperlink", "http://example.com/x", "External", run))

    assert "网站" in contents["word/header1.xml"].decode()
    assert b"example.com" not in b"".join(contents.values())


def test_an_attached_template_and_protection_are_left() -> None:
    settings = '<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly"/></w:settings>'
    theirs = edited(ORDINARY, "word/settings.xml", "</w:settings>", settings)

    assert find(root(theirs, "word/settings.xml"), "//w:attachedTemplate | //w:documentProtection") == []


def test_macros_are_left() -> None:
    macros = parts(ORDINARY) | {"word/vbaProject.bin": b"MZ"}
    types = macros["[Content_Types].xml"].replace(
        b"officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    )

    contents = made(packed(macros | {"[Content_Types].xml": types}))

    assert not any("vba" in name for name in contents)
    assert b"macroEnabled" not in contents["[Content_Types].xml"]


# What is refused.


@pytest.mark.parametrize("content", [b"", "文本".encode(), b"PK\x05\x06" + bytes(18), packed({"a": b""})])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    assert "D101" == code(content)


def test_an_old_word_file_is_refused() -> None:
    assert "D102" == code(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_strict_open_xml_is_refused() -> None:
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    assert "D102" == code(edited(ORDINARY, "word/document.xml", transitional, strict))


def test_an_encrypted_file_is_refused() -> None:
    assert "D103" == code(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


def test_a_header_that_fetches_is_refused() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>'
        '<w:r><w:instrText>TEXT "c:/x.docx"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )

    assert "D104" == code(edited(ORDINARY, "word/header1.xml", "</w:p>", field))


def field(*code: str, result: str = "所见") -> str:
    """Return a field as runs; a code of several parts is divided among as many runs, which may be fields."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    runs = (one if one.startswith("<") else f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in code)
    shown = f"<w:r><w:t>{result}</w:t></w:r>"
    return "".join((mark.format("begin"), *runs, mark.format("separate"), shown, mark.format("end")))


def header_with(runs: str) -> Any:
    return root(edited(ORDINARY, "word/header1.xml", "</w:p>", f"{runs}</w:p>"), "word/header1.xml")


CODES = "//w:instrText/text() | //w:fldSimple/@w:instr"


@pytest.mark.parametrize(
    "code", ["PAGE", " NUMPAGES ", 'DATE \\@ "yyyy"', "SAVEDATE", "page \\* MERGEFORMAT"]
)
def test_fields_of_page_number_and_date_pass(code: str) -> None:
    assert [code] == find(header_with(field(code)), CODES)
    assert [code] == find(header_with(f"<w:fldSimple w:instr='{code}'/>"), CODES)


@pytest.mark.parametrize(
    "runs",
    [
        field("HYPERLINK &quot;http://a.example&quot;"),
        field("RD c:/x.docx"),
        field("QUOTE 68 68 69"),
        field("PAGE ", field("QUOTE 68 68 69")),
        field(field("QUOTE 68 68 69"), " excel c:/x.xls"),
        field("DOCPROPERTY Company"),
        field("PA", "GEREF x"),
        '<w:fldSimple w:instr="RD c:/x.docx"><w:r><w:t>所见</w:t></w:r></w:fldSimple>',
        "<w:r><w:instrText>RD c:/x.docx</w:instrText></w:r><w:r><w:t>所见</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>RD x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>所见</w:t></w:r>',
    ],
)
def test_of_any_other_field_only_its_words_stay(runs: str) -> None:
    header = header_with(runs)

    assert [] == find(header, f"{CODES} | //w:fldChar")
    assert "所见" in "".join(find(header, "//w:t/text()"))


def test_a_field_of_the_page_stays_within_the_words_of_another() -> None:
    header = header_with(field("IF x", result=f"</w:t></w:r>{field('PAGE')}<w:r><w:t>"))

    assert ["PAGE"] == find(header, CODES)
    assert 3 == len(find(header, "//w:fldChar"))


def test_deleted_codes_are_left() -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delInstrText>DDEAUTO x</w:delInstrText></w:r></w:del>'

    assert [] == find(header_with(deleted), "//w:del | //w:delInstrText")


@pytest.mark.parametrize("attribute", ["src", "o:href", "o:althref", "o:relid", "other"])
def test_a_fill_from_elsewhere_is_left(attribute: str) -> None:
    names = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    fill = f'<v:fill {names} {attribute}="http://a.example/x.png" type="frame"/>'
    header = header_with(f"<w:r><w:pict><v:rect {names}>{fill}</v:rect></w:pict></w:r>")

    assert "example" not in etree.tostring(header).decode()


@pytest.mark.parametrize("name", ["word/styles.xml", "word/header1.xml", "word/settings.xml"])
def test_entities_are_refused(name: str) -> None:
    contents = parts(ORDINARY)
    declaration = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    xml = contents[name].partition(b"?>")[2]

    assert "D101" == code(packed(contents | {name: declaration + xml}))


def test_a_bomb_is_refused() -> None:
    assert "D101" == code(packed(parts(ORDINARY) | {"word/theme/theme1.xml": b" " * 40_000_000}))


def test_more_styles_than_any_office_has_are_refused() -> None:
    contents = parts(ORDINARY)
    style = '<w:style w:type="paragraph" w:styleId="c{0}"><w:name w:val="c{0}"/></w:style>'
    many = "".join(style.format(number) for number in range(MOST_STYLES + 1)).encode()
    styles = contents["word/styles.xml"].replace(b"</w:styles>", many + b"</w:styles>")

    assert "D101" == code(packed(contents | {"word/styles.xml": styles}))


@settings(max_examples=examples(40))
@given(st.data())
def test_a_broken_file_is_used_or_refused(data: st.DataObject) -> None:
    contents = parts(ORDINARY)
    name = data.draw(st.sampled_from(sorted(contents)))
    broken = bytearray(contents[name])
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(32, 126))

    try:
        document = write_like(packed(contents | {name: bytes(broken)}), body("正文"))
    except ReadError:
        return
    assert fingerprint(document) == stored_fingerprint(document)


def test_the_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "office.docx"
    path.write_bytes(b"PK")

    with pytest.raises(ReadError) as caught:
        read_reference(path)

    assert str(path) == caught.value.diagnostics[0].span.file


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="office.docx"):
        read_reference(tmp_path / "office.docx")


def test_a_file_that_can_be_used_is_read(tmp_path: Path) -> None:
    (tmp_path / "office.docx").write_bytes(ORDINARY)

    assert ORDINARY == read_reference(tmp_path / "office.docx")


# Ours all the same.


def test_the_same_file_gives_the_same_bytes() -> None:
    first = write_like(ORDINARY)
    reference_base.cache_clear()

    assert first == write_like(ORDINARY)


def test_a_thousand_documents_need_the_file_once() -> None:
    assert reference_base(ORDINARY, Layout()) is reference_base(bytes(bytearray(ORDINARY)), Layout())


def test_a_document_in_the_offices_look_is_known_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    path.write_bytes(write_like(ORDINARY))

    assert is_untouched(path)


def test_another_header_is_a_persons_work(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    ours = write_like(ORDINARY)
    path.write_bytes(edited(ours, "word/header1.xml", "某市委", "某县委"))

    assert not is_untouched(path)


def test_a_document_of_ours_can_be_a_reference(tmp_path: Path) -> None:
    path = tmp_path / "again.docx"
    ours = write_docx(full(), Layout())
    path.write_bytes(write_like(ours))

    texts = [
        parts(docx)["word/document.xml"].partition(b"<w:sectPr")[0] for docx in (ours, path.read_bytes())
    ]
    assert texts[0] == texts[1]
    assert is_untouched(path)


def test_text_outside_of_any_run_is_no_fault() -> None:
    def loose(document: Document) -> None:
        paragraph = document.add_paragraph("征求意见稿")._p
        run = paragraph[-1]
        paragraph.append(run[-1])
        paragraph.remove(run)

    assert write_like(office_file(loose))
