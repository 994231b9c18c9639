"""What all documents of a layout share: styles, settings, page, footers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drafter.docx.write.base import make_base
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from drafter.speech.tree import Speech

from .speeches import W, find, full, layout_of, part, parts


def style(identity: str, **layout: Any) -> Any:
    (found,) = find(part(Speech(()), "word/styles.xml", **layout), f"//w:style[@w:styleId='{identity}']")
    return found


def test_the_same_layout_gives_the_same_base() -> None:
    assert make_base(Layout()) == make_base(Layout())


def test_a_base_does_not_tell_when_it_was_made() -> None:
    core = make_base(Layout())["docProps/core.xml"].decode()

    assert re.findall("[0-9]{4}-[0-9]{2}-[0-9]{2}", core) == ["1980-01-01"]


def test_the_same_speech_gives_the_same_bytes() -> None:
    assert write_docx(full(), Layout()) == write_docx(full(), Layout())


def test_the_page_is_that_of_the_standard() -> None:
    (section,) = find(part(Speech(())), "//w:sectPr")

    size = section.find(f"{W}pgSz").attrib
    margins = section.find(f"{W}pgMar").attrib
    assert (size[f"{W}w"], size[f"{W}h"], size[f"{W}code"]) == ("11906", "16838", "9")
    assert [margins[W + side] for side in ("top", "right", "bottom", "left")] == [
        "2098",
        "1474",
        "1985",
        "1588",
    ]


def test_the_grid_puts_28_characters_on_a_line() -> None:
    (grid,) = find(part(Speech(())), "//w:docGrid")

    expected = {f"{W}type": "linesAndChars", f"{W}linePitch": "579", f"{W}charSpace": "-870"}
    assert expected == dict(grid.attrib)


def test_body_lines_have_an_exact_pitch() -> None:
    spacing = style("Normal").find(f"{W}pPr/{W}spacing")

    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("579", "exact")


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_are_real_headings(level: int) -> None:
    heading = style(f"Heading{level}")

    assert f"heading {level}" == heading.find(f"{W}name").get(f"{W}val")
    assert str(level - 1) == heading.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
    assert heading.find(f"{W}pPr/{W}keepNext") is not None


def test_paragraphs_are_indented_in_characters_and_in_twips() -> None:
    indent = style("BodyText").find(f"{W}pPr/{W}ind")

    assert {f"{W}firstLineChars": "200", f"{W}firstLine": "632"} == dict(indent.attrib)


def test_every_font_is_given_for_all_scripts() -> None:
    root = part(Speech(()), "word/styles.xml")

    scripts = {f"{W}{script}" for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert all(scripts == set(fonts.attrib) for fonts in find(root, "//w:rFonts"))


def test_hanging_punctuation_is_left_to_the_reader() -> None:
    assert find(part(Speech(()), "word/styles.xml"), "//w:overflowPunct") == []


def test_bold_headings_are_a_matter_of_the_layout() -> None:
    faces = [{"font": "黑体", "size": "三号", "bold": level == 2} for level in (1, 2, 3, 4)]

    weights = [style(f"Heading{n}", headings=faces).find(f"{W}rPr/{W}b").get(f"{W}val") for n in (1, 2)]
    assert weights == ["0", None]


def test_the_page_number_stands_outside() -> None:
    sides = [find(part(Speech(()), f"word/footer{n}.xml"), "//w:jc/@w:val") for n in (1, 2)]

    assert sides == [["right"], ["left"]]
    assert len(find(part(Speech(()), "word/settings.xml"), "//w:evenAndOddHeaders")) == 1


def test_the_page_number_is_a_field_of_five_runs() -> None:
    runs = find(part(Speech(()), "word/footer1.xml"), "//w:r[w:fldChar or w:instrText or w:t='1']")

    assert len(runs) == 5


def test_a_centred_page_number_has_one_footer() -> None:
    layout = layout_of({"page_number": {"position": "centred"}})

    names = set(parts(write_docx(Speech(()), layout)))
    assert {"word/footer1.xml"} == {name for name in names if "footer" in name}


def test_without_page_numbers_there_is_no_footer() -> None:
    layout = layout_of({"page_number": {"position": "none"}})

    assert not any("footer" in name for name in parts(write_docx(Speech(()), layout)))


def test_mirrored_margins_are_a_setting() -> None:
    root = part(Speech(()), "word/settings.xml", page={"mirror": "true"})

    assert len(find(root, "//w:mirrorMargins")) == 1


def test_nothing_of_the_template_is_left() -> None:
    names = " ".join(parts(write_docx(Speech(()), Layout())))
    texts = b"".join(parts(write_docx(Speech(()), Layout())).values())

    assert not any(junk in names for junk in ("theme", "Effects", "thumbnail", "customXml", "numbering"))
    assert not any(junk in texts for junk in (b"ja-JP", b"rsid", b"Cambria", b"stylesWithEffects"))
