"""A reading copy: pinyin, what stays on one line, whole paragraphs, the number of all pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.docx import style_ids
from drafter.docx.ooxml import JOINER
from drafter.docx.read.content import is_untouched, read_content
from drafter.docx.read.document import parse_document
from drafter.docx.read.outline import read_outline
from drafter.docx.write.document import write_docx
from drafter.docx.write.reading_copy import spaced
from drafter.models.layout import Layout, Lectern, PageNumber
from drafter.speech.outline import iter_outline
from drafter.speech.tree import Blank, Emphasis, Field, Inline, Lead, Note, Part, Point, Speech

from .fingerprints import fingerprint, stored_fingerprint
from .speeches import W, body, find, full, part, words

LECTERN = {
    "grid": {"chars": "20", "lines": "17", "pitch": "37"},
    "lectern": {"whole_paragraphs": "true", "whole_figures": "true", "pinyin": "true"},
}
LAYOUT = Layout(lectern=Lectern(whole_paragraphs=True, whole_figures=True, pinyin=True))
NAMES = ("仉志强", "单雄信")


def root_of(*inlines: Inline | str, **speech: Any) -> Any:
    return part(replace(body(*inlines), names=NAMES, **speech), **LECTERN)


def rubies(root: Any) -> list[tuple[str, str]]:
    """Return base and reading of each ruby, the reading with single blanks."""
    bases, readings = find(root, "//w:rubyBase//w:t/text()"), find(root, "//w:rt//w:t/text()")
    return [(base, " ".join(reading.split())) for base, reading in zip(bases, readings, strict=True)]


def paragraph(root: Any) -> str:
    """Return the words of the paragraph below the title, joiners shown as a stroke."""
    return "".join(find(root, "//w:p[2]//w:r[not(ancestor::w:ruby)]/w:t/text()")).replace(JOINER, "|")


def test_a_name_has_its_pinyin_above_it_whole() -> None:
    assert rubies(root_of("请仉志强同志发言")) == [("仉志强", "zhǎng zhì qiáng")]


def test_every_occurrence_has_its_pinyin() -> None:
    assert len(rubies(root_of("仉志强、单雄信和仉志强"))) == 3


def test_a_rare_character_has_its_pinyin_by_itself() -> None:
    assert rubies(root_of("踔厉奋发")) == [("踔", "chuō")]


def test_a_correction_wins_over_dictionary_and_surname() -> None:
    root = root_of("单雄信到埇桥区", readings=(("单雄信", "dān xióng xìn"), ("埇桥区", "yǒng qiáo ōu")))

    assert rubies(root) == [("单雄信", "dān xióng xìn"), ("埇桥区", "yǒng qiáo ōu")]


def test_a_name_is_found_in_a_field() -> None:
    assert rubies(root_of("请", Field("speaker.name", "仉志强"), "发言")) == [("仉志强", "zhǎng zhì qiáng")]


def test_pinyin_is_set_as_word_has_it() -> None:
    (ruby,) = find(root_of("踔厉"), "//w:ruby")

    values = {child.tag.removeprefix(W): child.get(f"{W}val") for child in ruby.find(f"{W}rubyPr")}
    expected = {"rubyAlign": "center", "hps": "16", "hpsRaise": "30", "hpsBaseText": "32", "lid": "zh-CN"}
    assert expected == values
    assert find(ruby, "w:rt//w:sz/@w:val") == ["16"]
    assert set(find(ruby, "w:rt//w:rFonts/@*")) == {"Times New Roman"}


def test_the_words_below_pinyin_keep_style_and_weight() -> None:
    root = root_of(Lead(words("请", Emphasis(words("仉志强")))))

    assert find(root, "//w:rubyBase//w:rStyle/@w:val") == ["GwLead"]
    assert len(find(root, "//w:rubyBase//w:b[not(@w:val)]")) == 1
    assert find(root, "//w:rt//w:b/@w:val") == ["0"]


def test_in_a_heading_pinyin_has_half_the_size_of_the_heading() -> None:
    speech = Speech(words("讲话"), parts=(Part("tasks", "一、", words("踔厉奋发")),))
    face = {"font": "仿宋", "size": "16"}
    large = {"font": "黑体", "size": "20"}

    root = part(speech, **LECTERN, headings=[large, face, face, face])

    assert find(root, "//w:hpsBaseText/@w:val") == ["40"]


def test_what_is_not_read_aloud_has_no_pinyin() -> None:
    speech = Speech(words("仉志强讲话"), byline=words("仉志强"), has_outline=True, names=NAMES)

    assert rubies(part(speech, **LECTERN)) == []


def test_each_syllable_stands_above_its_own_character() -> None:
    # 4 x 0.25 em and the syllables' halves make two ems, the width of a character.
    assert spaced(["lǐ", "yī"]) == "lǐ     yī"
    assert spaced(["zhuāng", "shuāng"]) == "zhuāng shuāng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隐患1200余起。", "隐患1200|余|起。"),
        ("率95%以上", "率95%|以|上"),
        ("截至2025年10月", "截至2025|年|10|月"),
        ("于10月11日召开", "于10|月|11|日召开"),
        ("干部5800人", "干部5800|人"),
        ("“十五五”时期", "“|十|五|五|”时期"),
        ("增长12.5个百分点，", "增长12.5|个|百|分|点，"),
        ("投入3.5亿元", "投入3.5|亿|元"),
        ("20多个部门", "20|多|个|部门"),
        ("第3季度", "第|3|季|度"),
        ("二十五项任务", "二|十|五|项任务"),
        ("三分之一以上", "三|分|之|一|以|上"),
        ("三年来", "三|年来"),
        ("占8.5‰", "占8.5|‰"),
        ("10—15家", "10|—|15|家"),
        ("一要统一思想，一起干", "一要统一思想，一起干"),
        ("无数字", "无数字"),
    ],
)
def test_a_figure_and_its_unit_are_joined(text: str, expected: str) -> None:
    assert paragraph(root_of(text)) == expected


def test_without_pinyin_a_name_is_joined() -> None:
    speech = replace(body("请仉志强发言"), names=NAMES)

    root = part(speech, lectern={"whole_figures": "true"})

    assert (paragraph(root), rubies(root)) == ("请仉|志|强发言", [])


def test_lines_that_whole_figures_leave_short_are_not_drawn_out() -> None:
    (normal,) = find(part(full(), "word/styles.xml", **LECTERN), "//w:style[@w:styleId='Normal']//w:jc")

    assert normal.get(f"{W}val") == "left"


@pytest.mark.parametrize("style", [style_ids.BODY, *style_ids.OUTLINES, *style_ids.HEADINGS])
def test_paragraphs_are_kept_whole(style: str) -> None:
    styles = part(full(), "word/styles.xml", **LECTERN)

    assert len(find(styles, f"//w:style[@w:styleId='{style}']//w:keepLines")) == 1


def test_a_salutation_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    styles = part(full(), "word/styles.xml")

    assert len(find(styles, f"//w:style[@w:styleId='{style_ids.SALUTATION}']//w:keepNext")) == 1


def test_the_page_number_is_followed_by_that_of_all_pages() -> None:
    footer = part(full(), "word/footer1.xml", page_number={"total": "true"})

    assert [code.strip() for code in find(footer, "//w:instrText/text()")] == ["PAGE", "NUMPAGES"]
    assert "".join(find(footer, "//w:t/text()")) == "— 1/1 —"


def test_a_document_of_the_standard_has_nothing_of_all_this() -> None:
    speech = replace(body("仉志强踔厉1200余起"), names=NAMES, readings=(("踔厉", "chuō lì"),))

    assert find(part(speech), "//w:ruby") == []
    assert JOINER not in "".join(find(part(speech), "//w:t/text()"))
    assert find(part(speech, "word/styles.xml"), "//w:style[@w:styleId='BodyText']//w:keepLines") == []
    assert find(part(speech, "word/footer1.xml"), "//w:instrText/text()") == ["PAGE"]


def test_neither_joiners_nor_pinyin_are_read_back() -> None:
    made = write_docx(replace(body("仉志强查1200余起"), names=NAMES), LAYOUT)
    content, document = read_content(made), parse_document(made)

    assert content is not None
    assert document is not None
    assert document.paragraphs[1].text == "仉志强查1200余起"
    assert content.readings == ("zhǎng zhì qiáng",)


def test_headings_with_pinyin_are_read_back() -> None:
    point = Point("一要", words("砥砺", Emphasis(words("仉志强"))))
    named = Part("tasks", "一、", words("踔厉奋发"), (), (point,))
    speech = Speech(words("讲话"), parts=(named,), names=NAMES)

    found = read_outline(write_docx(speech, LAYOUT)) or []

    assert [line.text for line in iter_outline(speech)] == [line.text for line in found]


@given(st.text(st.sampled_from("仉志强单踔砺1２年%“十五”，a \n&<\u2060"), max_size=40))
def test_the_writer_knows_what_a_reader_will_find(text: str) -> None:
    speech = replace(body(Lead(words(text)), Blank("x", "甲", "乙"), text, Note(text)), names=NAMES)

    made = write_docx(speech, LAYOUT)

    assert fingerprint(made) == stored_fingerprint(made)


def test_pinyin_that_a_person_changed_is_that_persons_work(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    path.write_bytes(write_docx(replace(body("单雄信"), names=NAMES), LAYOUT))
    document = docx.Document(str(path))
    assert is_untouched(path)

    (reading,) = document.element.xpath("//w:rt//w:t")
    reading.text = "dān xióng xìn"
    document.save(str(path))

    assert not is_untouched(path)


@pytest.mark.parametrize("position", ["outside", "centred", "none"])
def test_a_page_total_is_no_change(position: Any, tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    path.write_bytes(write_docx(full(), Layout(page_number=PageNumber(position=position, total=True))))

    assert is_untouched(path)
