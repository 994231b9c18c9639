"""What a document says otherwise than its YAML, or than another document, wherever that comes from."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter.docx.read.document import parse_document
from drafter.errors import ReadError
from drafter.merge.compare.differences import compare_drafts, compare_files
from drafter.merge.compare.drafts import Draft
from drafter.merge.compare.foreign import foreign_paragraphs
from drafter.merge.compare.sections import sections_of
from drafter.merge.paragraphs import paragraphs_of
from drafter.merge.report import Changed, Reworded
from drafter.templating.draft import draft_paper
from tests.library.documents import LIBRARY as ALL
from tests.library.documents import NAMES, document, drafted, iter_parameters
from tests.merge.by_path import say
from tests.merge.opened import PROPERTIES, Opened, paragraph_of, tag, text_of, texts_of
from tests.rendering.conftest import convert

from . import years
from .years import LAST, THIS, forgetful

FIGURE = "parts[1].points[0].figures[0].value"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document that nobody edited, beside its YAML."""
    return years.document(tmp_path / "speech.docx", LAST)


def edited(path: Path, old: str, new: str) -> Path:
    """The document at ``path`` with ``new`` in the place of ``old``, which stands in one run."""
    opened = Opened(path.read_bytes())
    words = next(one for one in opened.root.iter(tag("t")) if old in (one.text or ""))
    words.text = (words.text or "").replace(old, new)
    path.write_bytes(opened.save())
    return path


def added(path: Path, after: str, text: str) -> Path:
    """The document at ``path`` with a person's own paragraph behind the one that begins with ``after``."""
    opened = Opened(path.read_bytes())
    before = next(one for one in opened.paragraphs() if text_of(one).startswith(after))
    paragraph = etree.Element(tag("p"))
    before.addnext(paragraph)
    etree.SubElement(etree.SubElement(paragraph, tag("r")), tag("t")).text = text
    path.write_bytes(opened.save())
    return path


def from_elsewhere(path: Path, *paragraphs: str) -> Path:
    """A document of another program's: 一、 is a heading by its style, the rest is text."""
    other = docx.Document()
    for text in paragraphs:
        style = "Heading 1" if text[1:2] == "、" else "Title" if text.endswith("讲话") else None
        other.add_paragraph(text, style=style)
    other.save(str(path))
    return path


SPEECH = (
    "在全市教育工作会议上的讲话",
    "同志们：",
    "今天我们开个会。",
    "一、办好学前教育",
    "去年新建幼儿园35所，群众是满意的。",
    "二、补齐农村短板",
    "农村学校缺老师，缺的是留得住的老师。",
    "同志们，孩子的事等不得。",
)


def test_a_document_nobody_edited_is_no_different_from_its_yaml(path: Path) -> None:
    assert compare_files(path.with_suffix(".yaml"), path).is_empty


@pytest.mark.parametrize(("name", "parameters"), list(iter_parameters()), ids=NAMES)
def test_no_document_of_the_library_is_different_from_its_draft(
    name: str, parameters: object, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(document(parameters))
    manuscript = parse_document(path.read_bytes())
    assert manuscript is not None
    draft = Draft(
        sections_of(paragraphs_of(drafted(parameters), ALL.layout("gbt9704").title.limit)), parameters
    )
    stranger = Draft(sections_of(foreign_paragraphs(manuscript)))

    assert compare_files(path, path).is_empty
    assert compare_drafts(draft, stranger).is_empty


def test_a_value_that_was_typed_over_is_told_by_its_name(path: Path) -> None:
    path.write_bytes(say(path.read_bytes(), FIGURE, "40"))
    found = compare_files(path.with_suffix(".yaml"), path)
    assert found.values == [Changed(FIGURE, "重大危险源", "38处", "40处", ("二、一要",))]


def test_words_that_a_person_changed_are_told_in_their_clause(path: Path) -> None:
    found = compare_files(path.with_suffix(".yaml"), edited(path, "一刻也松不得", "一分钟也松不得"))
    assert found.paragraphs == [Reworded("二、一要", "一刻也松不得。", "一分钟也松不得。")]


def test_a_paragraph_of_a_persons_own_is_told_where_it_stands(path: Path) -> None:
    found = compare_files(path.with_suffix(".yaml"), added(path, "今天", "会前，我到企业看了看。"))
    assert found.paragraphs == [Reworded("opening", "", "会前，我到企业看了看。")]


def test_a_point_of_a_persons_own_is_a_point(path: Path) -> None:
    found = compare_files(
        path.with_suffix(".yaml"), added(path, "三要紧盯", "四要紧盯校园，管住校车。接送要有人。")
    )
    assert [(one.place, one.heading, one.text) for one in found.added] == [
        ("二、四要", "紧盯校园，管住校车", "接送要有人。")
    ]
    assert not found.paragraphs


def test_a_heading_that_a_person_changed_is_reworded(path: Path) -> None:
    found = compare_files(path.with_suffix(".yaml"), edited(path, "扛起领导责任", "扛牢领导责任"))
    assert found.headings == [Reworded("三、一要", "扛起领导责任", "扛牢领导责任")]


def test_a_section_that_a_person_moved_is_told_as_moved(path: Path) -> None:
    opened = Opened(path.read_bytes())
    road, building = [one for one in opened.paragraphs() if text_of(one).startswith(("二要紧盯", "三要紧盯"))]
    building.addnext(road)
    path.write_bytes(opened.save())
    found = compare_files(path.with_suffix(".yaml"), path)
    assert [(one.text, one.is_point) for one in found.moved] == [("紧盯道路交通，管住两客一危", True)]
    assert not (found.added or found.dropped or found.paragraphs)


def test_what_is_deleted_by_a_tracked_change_is_gone(path: Path) -> None:
    opened = Opened(path.read_bytes())
    words = next(one for one in opened.root.iter(tag("t")) if "一切归零" in (one.text or ""))
    run = next(words.iterancestors(tag("r")))
    deletion = etree.Element(tag("del"))
    run.addprevious(deletion)
    deletion.append(run)
    words.tag = tag("delText")
    path.write_bytes(opened.save())
    found = compare_files(path.with_suffix(".yaml"), path)
    assert found.paragraphs == [Reworded("一、第一，", "没有安全，一切归零。", "")]


def test_a_control_that_was_taken_away_makes_no_difference(path: Path) -> None:
    opened = Opened(path.read_bytes())
    for control in opened.controls():
        for child in list(control.find(tag("sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)
    path.write_bytes(opened.save())
    assert compare_files(path.with_suffix(".yaml"), path).is_empty


def test_a_paragraph_that_was_divided_says_the_same(path: Path) -> None:
    opened = Opened(path.read_bytes())
    words = next(one for one in opened.root.iter(tag("t")) if "临边防护" in (one.text or ""))
    paragraph, run = paragraph_of(words), next(words.iterancestors(tag("r")))
    assert paragraph is not None
    second = deepcopy(paragraph)
    for child in list(second):
        second.remove(child)
    rest = [run, *run.itersiblings()]
    paragraph.addnext(second)
    second.extend(rest)
    assert "".join(one.text or "" for one in texts_of(second))
    path.write_bytes(opened.save())
    assert compare_files(path.with_suffix(".yaml"), path).is_empty


@pytest.mark.libreoffice
def test_a_document_that_libreoffice_saved_again_says_the_same(path: Path) -> None:
    convert(path.parent, "docx", path.name)
    again = path.parent / "out" / path.name
    assert compare_files(path.with_suffix(".yaml"), again).is_empty


def test_a_document_without_its_memory_is_read_by_its_looks(path: Path) -> None:
    assert compare_files(path.with_suffix(".yaml"), forgetful(path)).is_empty


def test_a_document_of_a_kind_that_is_not_here_is_read_by_its_looks(path: Path) -> None:
    parts = {
        name: content.replace(b">deployment<", b">gone<")
        for name, content in years.members(path.read_bytes()).items()
    }
    path.write_bytes(years.packed(parts))
    assert compare_files(path.with_suffix(".yaml"), path).is_empty


def test_last_years_document_against_this_years_without_either_yaml(tmp_path: Path) -> None:
    old, new = (
        forgetful(years.document(tmp_path / f"{year}.docx", text))
        for year, text in ((2024, LAST), (2025, THIS))
    )
    found = compare_files(old, new)
    assert {("2024年1月15日", "2025年1月16日"), ("86起", "79起")} <= {
        (one.old, one.new) for one in found.values
    }
    assert [one.heading for one in found.added] == ["紧盯燃气使用，管住餐饮场所"]
    assert [one.heading for one in found.dropped] == ["严格执法检查"]
    assert [one.text for one in found.moved] == ["紧盯道路交通，管住两客一危"]
    assert [one.new for one in found.headings] == ["站稳人民立场，充分认识安全生产的极端重要"]


def test_another_paper_of_a_meeting_is_compared_with_that_paper(tmp_path: Path) -> None:
    source = years.yaml(tmp_path / "meeting.yaml", LAST)
    speech = draft_paper(years.drafter.load(source), "notice", ALL)
    path = tmp_path / "notice.docx"
    path.write_bytes(years.write_docx(speech, ALL.layout(speech.layout)))
    assert compare_files(source, path).is_empty


def test_documents_from_elsewhere_are_compared_by_their_headings(tmp_path: Path) -> None:
    old = from_elsewhere(tmp_path / "old.docx", *SPEECH)
    changed = [
        "一、办好普惠学前教育" if text == SPEECH[3] else text.replace("35所", "36所") for text in SPEECH
    ]
    new = from_elsewhere(
        tmp_path / "new.docx", *changed[:5], "二、守住校园安全", "校门口要有人。", *changed[5:]
    )
    found = compare_files(old, new)
    assert found.values == [Changed("", "去年新建幼儿园36所", "35所", "36所", ("一、",))]
    assert found.headings == [Reworded("一、", "办好学前教育", "办好普惠学前教育")]
    assert [(one.place, one.heading, one.text) for one in found.added] == [
        ("二、", "守住校园安全", "校门口要有人。")
    ]
    assert not (found.dropped or found.moved or found.paragraphs)


def test_a_document_from_elsewhere_is_no_different_from_itself(tmp_path: Path) -> None:
    path = from_elsewhere(tmp_path / "old.docx", *SPEECH)
    assert compare_files(path, path).is_empty


def test_two_figures_that_happen_to_change_alike_are_told_apart(tmp_path: Path) -> None:
    texts = ["一、回顾", "新建泵站12个，清淤河道30公里。", "二、打算", "要设立站点12个，走访企业5家。"]
    old = from_elsewhere(tmp_path / "old.docx", *texts)
    new = from_elsewhere(tmp_path / "new.docx", *(text.replace("12", "14") for text in texts))
    assert [(one.label, one.places) for one in compare_files(old, new).values] == [
        ("新建泵站14个", ("一、",)),
        ("要设立站点14个", ("二、",)),
    ]


def test_a_blank_in_a_document_from_elsewhere_is_filled(tmp_path: Path) -> None:
    old = from_elsewhere(tmp_path / "old.docx", "一、办学", "这项工作由【责任单位】牵头。")
    new = from_elsewhere(tmp_path / "new.docx", "一、办学", "这项工作由市教育局牵头。")
    found = compare_files(old, new)
    assert [(one.label, one.old, one.new) for one in found.values] == [("责任单位", "", "市教育局")]
    assert not found.paragraphs


def test_a_paragraph_that_stands_under_another_heading_has_moved(tmp_path: Path) -> None:
    parts = ("一、办好学前教育", "先说学前。", "二、补齐农村短板", "先说农村。")
    wandering = "钱要花在孩子身上，一分也不能挪用。"
    old = from_elsewhere(tmp_path / "old.docx", *parts[:2], wandering, *parts[2:])
    new = from_elsewhere(tmp_path / "new.docx", *parts, wandering)
    found = compare_files(old, new)
    assert [(one.text, one.old_place, one.new_place) for one in found.moved] == [(wandering, "一、", "二、")]
    assert not found.paragraphs


def test_a_file_that_is_no_document_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ReadError):
        compare_files(path, path)


def test_a_document_that_is_no_speech_is_refused_at_once(tmp_path: Path) -> None:
    other = from_elsewhere(tmp_path / "old.docx", "一、办学")
    body = "<w:p><w:r><w:t>长</w:t></w:r></w:p>" * 1001
    file = io.BytesIO()
    with zipfile.ZipFile(other) as archive, zipfile.ZipFile(file, "w") as long:
        for name in archive.namelist():
            content = archive.read(name)
            long.writestr(
                name,
                content.replace(b"<w:body>", b"<w:body>" + body.encode())
                if name.endswith("/document.xml")
                else content,
            )
    other.write_bytes(file.getvalue())
    with pytest.raises(ReadError, match="too long"):
        compare_files(other, other)


def test_a_memory_that_makes_no_sense_is_not_relied_on(path: Path) -> None:
    parts = years.members(path.read_bytes())
    parts[PROPERTIES] = parts[PROPERTIES].replace(b">standard<", b">nonsense<")
    assert b">nonsense<" in parts[PROPERTIES]
    path.write_bytes(years.packed(parts))
    assert compare_files(path.with_suffix(".yaml"), path).is_empty
