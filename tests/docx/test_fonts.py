"""Which fonts a layout asks for, and which of them are installed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.docx import fonts
from drafter.docx.fonts import FontNeed, font_needs, fonts_of, is_installed
from drafter.models.layout import Layout, PageNumber


def need(font: str, *families: str) -> FontNeed:
    """Return what is known of one font of the layout where these families are installed."""
    (found,) = [need for need in font_needs(Layout(), frozenset(families)) if need.font == font]
    return found


def test_each_font_is_told_once_with_all_that_it_is_for() -> None:
    fonts = fonts_of(Layout())

    assert "仿宋_GB2312" == next(iter(fonts))
    assert ("正文", "三级标题", "四级标题") == fonts["仿宋_GB2312"]
    assert ("标题",) == fonts["方正小标宋简体"]
    assert ("西文字体",) == fonts["Times New Roman"]


def test_without_page_numbers_their_font_is_not_asked_for() -> None:
    assert ("批注",) == fonts_of(Layout(page_number=PageNumber(position="none")))["宋体"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("仿宋_GB2312", "FangSong_GB2312"),
        ("楷体_GB2312", "KaiTi_GB2312"),
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        ("黑体", "SimHei"),
        ("宋体", "SimSun"),
        ("仿宋", "FangSong"),
        ("楷体", "KaiTi"),
    ],
)
def test_a_font_is_found_by_its_name_in_either_language(chinese: str, english: str) -> None:
    assert is_installed(chinese, {english.casefold()})
    assert is_installed(english, {chinese.casefold()})


def test_a_font_that_resembles_another_is_not_that() -> None:
    assert not is_installed("仿宋_GB2312", {"仿宋", "fangsong"})


def test_an_installed_font_needs_no_stand_in() -> None:
    assert FontNeed("黑体", ("一级标题",), True, ()) == need("黑体", "simhei")


def test_a_missing_font_is_told_with_what_may_stand_in_for_it() -> None:
    found = need("仿宋_GB2312", "仿宋")

    assert found.installed is False
    assert [("仿宋", True), ("华文仿宋", False), ("FandolFang", False)] == [
        (stand_in.font, stand_in.installed) for stand_in in found.stand_ins
    ]


def test_a_font_is_no_stand_in_for_itself() -> None:
    layout = Layout(latin_font="FangSong")

    (found,) = [need for need in font_needs(layout, frozenset()) if need.font == "FangSong"]

    assert ["仿宋_GB2312", "华文仿宋", "FandolFang"] == [stand_in.font for stand_in in found.stand_ins]


def test_a_font_nobody_knows_is_just_missing() -> None:
    layout = Layout(latin_font="某体")

    assert FontNeed("某体", ("西文字体",), False, ()) == font_needs(layout, frozenset())[-1]


def test_where_the_system_does_not_tell_nothing_is_said_to_be_missing() -> None:
    assert {None} == {need.installed for need in font_needs(Layout(), None)}


def test_a_system_without_a_list_of_fonts_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    import find_system_fonts_filename as finder

    def fail() -> set[str]:
        raise finder.FontConfigNotFound("no fontconfig")

    monkeypatch.setattr(finder, "get_system_fonts_filename", fail)

    assert fonts.installed_families() is None


def test_a_system_without_fonts_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import find_system_fonts_filename as finder

    monkeypatch.setattr(finder, "get_system_fonts_filename", set)

    assert frozenset() == fonts.installed_families()


def test_a_file_that_is_no_font_has_no_family(tmp_path: Path) -> None:
    broken = tmp_path / "字体.ttf"
    broken.write_bytes(b"\0\1\0\0nonsense")

    assert set() == fonts.families_of(str(broken)) | fonts.families_of(str(tmp_path / "none.ttf"))


def test_a_font_of_this_computer_has_its_chinese_name() -> None:
    file = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
    if not file.exists() and not os.environ.get("CI"):
        pytest.skip("the font WenQuanYi Micro Hei is missing")

    assert {"WenQuanYi Micro Hei", "WenQuanYi Micro Hei Mono", "文泉驿微米黑"} <= fonts.families_of(str(file))
