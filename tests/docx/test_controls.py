"""Content controls: each short value and each blank in a frame of its own, known by its path."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import Library, builtin_library
from drafter.speech.tree import Blank, Field, Lead, Paragraph, Speech

from .speeches import body, find, part, parts, words

LIBRARY = builtin_library()
EXAMPLE = Path(__file__).parents[2] / "examples" / "social-work-conference.yaml"


def document(speech: Speech, library: Library = LIBRARY) -> bytes:
    return write_docx(speech, library.layout(speech.layout))


@pytest.fixture(scope="module")
def root() -> Any:
    speech = drafter.draft(drafter.load(EXAMPLE))
    return etree.fromstring(parts(document(speech))["word/document.xml"])


def value(element: Any, name: str) -> str:
    (found,) = find(element, f"./w:sdtPr/w:{name}/@w:val")
    return str(found)


def control(*inlines: Any) -> Any:
    (found,) = find(part(body(*inlines)), "//w:sdt")
    return found


def test_a_value_has_its_path_as_tag_and_its_label_as_title() -> None:
    found = control("召开", Field("meeting.name", "动员会"))

    assert (value(found, "tag"), value(found, "alias")) == ("meeting.name", "会议名称")
    assert find(found, "./w:sdtContent/w:r/w:t/text()") == ["动员会"]


def test_a_blank_is_shown_as_a_placeholder_and_a_value_is_not() -> None:
    assert len(find(control(Blank("speaker.name", "讲话人姓名")), "./w:sdtPr/w:showingPlcHdr")) == 1
    assert find(control(Field("speaker.name", "王晓明")), "./w:sdtPr/w:showingPlcHdr") == []


def test_a_blank_of_the_template_s_own_has_its_label_as_title() -> None:
    assert value(control(Blank("answers[工作时段]", "工作时段")), "alias") == "工作时段"


def test_what_an_emptied_control_shows_stands_in_the_glossary(root: Any) -> None:
    speech = drafter.draft(drafter.load(EXAMPLE))
    glossary = etree.fromstring(parts(document(speech))["word/glossary/document.xml"])

    names = set(find(root, "//w:sdt/w:sdtPr/w:placeholder/w:docPart/@w:val"))
    assert names == set(find(glossary, "//w:docPartPr/w:name/@w:val"))
    assert "".join(find(glossary, "//w:t/text()")) == "【待补】"


def test_a_date_has_a_calendar_that_stands_on_its_day() -> None:
    found = control(Field("meeting.date", "2025年10月11日"))

    assert find(found, "./w:sdtPr/w:date/@w:fullDate") == ["2025-10-11T00:00:00Z"]
    assert find(found, "./w:sdtPr/w:date/w:dateFormat/@w:val") == ["yyyy年M月d日"]


def test_a_blank_date_has_a_calendar_without_a_day() -> None:
    found = control(Blank("meeting.date", "会议日期"))

    assert len(find(found, "./w:sdtPr/w:date")) == 1
    assert find(found, "./w:sdtPr/w:date/@w:fullDate") == []


def test_a_closed_choice_that_a_template_prints_is_a_list_to_choose_from(tmp_path: Path) -> None:
    kind = tmp_path / "kinds" / "note"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(
        "name: 便条\nsummary: 说明层级\nmeeting: 全市工作会议\nparts: []\n", encoding="utf-8"
    )
    (kind / "speech.xml.j2").write_text(
        "<speech><title>便条</title><opening><p>层级是{{ meeting.level }}。</p></opening></speech>",
        encoding="utf-8",
    )
    library = Library([tmp_path])
    for level, said in (("县", "县"), ("~", "【层级】")):
        (tmp_path / "m.yaml").write_text(
            f"kind: note\nmeeting: {{name: 甲会, level: {level}}}\n", encoding="utf-8"
        )
        speech = drafter.draft(drafter.load(tmp_path / "m.yaml", library), library)
        made = etree.fromstring(parts(document(speech, library))["word/document.xml"])
        (found,) = find(made, "//w:sdt[w:sdtPr/w:tag/@w:val='meeting.level']")
        choices = find(found, "./w:sdtPr/w:dropDownList/w:listItem/@w:displayText")
        divisions = ["省", "市", "县", "区", "乡", "镇", "街道", "社区", "村"]
        assert choices == [*divisions, "企业", "医院", "学校", "科研院所", "机关", "单位"]
        assert find(found, "./w:sdtContent//w:t/text()") == [said]


def test_the_same_value_has_the_same_tag_in_each_place_and_ids_of_its_own(root: Any) -> None:
    names = find(root, "//w:sdt[w:sdtPr/w:tag/@w:val='meeting.name']")
    numbers = find(root, "//w:sdt/w:sdtPr/w:id/@w:val")

    assert len(names) > 1
    assert len(set(numbers)) == len(numbers)


def test_one_more_value_does_not_renumber_the_others(tmp_path: Path) -> None:
    def numbers(text: str) -> dict[str, list[str]]:
        (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
        made = parts(document(drafter.draft(drafter.load(tmp_path / "m.yaml"))))["word/document.xml"]
        found: dict[str, list[str]] = {}
        for one in find(etree.fromstring(made), "//w:sdt"):
            found.setdefault(value(one, "tag"), []).append(value(one, "id"))
        return found

    text = EXAMPLE.read_text(encoding="utf-8")
    before, after = numbers(text), numbers(text.replace("name: ~ ", "name: 王晓明 "))
    assert before == after


def test_controls_stand_among_runs_and_are_bound_to_nothing(root: Any) -> None:
    assert find(root, "//w:sdt[not(parent::w:p)]") == []
    assert find(root, "//w:dataBinding") == []
    assert b"appearance" not in etree.tostring(root)


def test_prose_stands_between_bookmarks_and_in_no_control(root: Any) -> None:
    tags = set(find(root, "//w:sdt/w:sdtPr/w:tag/@w:val"))
    marks = set(find(root, "//w:bookmarkStart/@w:name"))

    assert not {tag for tag in tags if tag.endswith((".lead", "points[0].text", "closing"))}
    assert {"_d_parts_0_lead", "_d_parts_1_points_0_text", "_d_closing"} <= marks


def test_prose_of_several_paragraphs_is_one_bookmark() -> None:
    closing = tuple(Paragraph(words(Field("closing", text))) for text in ("一段。", "二段。"))
    made = part(Speech(title=words("讲话"), closing=closing))

    assert len(find(made, "//w:bookmarkStart[@w:name='_d_closing']")) == 1
    (number,) = find(made, "//w:bookmarkStart[@w:name='_d_closing']/@w:id")
    assert len(find(made, f"//w:p[3]/w:bookmarkEnd[@w:id='{number}']")) == 1


def test_sections_have_bookmarks_by_their_roles(root: Any) -> None:
    names = [name for name in find(root, "//w:bookmarkStart/@w:name") if name.startswith("drafter_")]

    sections = ("opening", "significance", "tasks", "safeguards", "closing")
    assert names == [f"drafter_{section}" for section in sections]


def test_bookmarks_have_valid_names_and_both_ends(root: Any) -> None:
    names, starts = find(root, "//w:bookmarkStart/@w:name"), find(root, "//w:bookmarkStart/@w:id")

    assert all(len(name) <= 40 and name.isidentifier() for name in names)
    assert len(set(names)) == len(names)
    assert sorted(starts) == sorted(find(root, "//w:bookmarkEnd/@w:id"))


def test_a_path_or_label_too_long_for_word_is_shortened() -> None:
    path = "parts[1].points[10].points[11].points[12].measures[13].figures[14].value"
    found = control(Blank(path, "数" * 80))

    assert len(value(found, "tag")) <= 64
    assert value(found, "alias") == "数" * 64


def test_what_is_typed_in_a_lead_sentence_looks_like_one() -> None:
    found = control(Lead(words("一要", Field("parts[0].points[0].heading.text", "压实责任"))))

    assert find(found, "./w:sdtPr/w:rPr/w:rStyle/@w:val") == ["GwLead"]


def test_a_title_is_as_long_as_word_counts_it() -> None:
    found = control(Blank("speaker.name", "𠮷" * 40))

    # Two of its units each.
    assert value(found, "alias") == "𠮷" * 32


def test_two_builds_give_the_same_numbers() -> None:
    speech = drafter.draft(drafter.load(EXAMPLE))

    assert document(speech) == document(speech)
