"""Pull and update one after the other: both sides then say the same, and nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import drafter
from drafter.errors import ReadError
from drafter.library import builtin_templates
from drafter.merge.decisions import Choices
from drafter.merge.pull import Pull, pulled
from drafter.merge.update import Update, updated
from drafter.yaml.source import source_of
from tests.profiles import examples

from . import edits
from .by_path import LIBRARY, controls, pull, put, written
from .changes import CHANGES, Change, changed, held
from .edits import split_paragraph
from .opened import Opened, said, tag, text_of, texts_of, write
from .scripts import brought, document

SPEECH = """\
kind: deployment
meeting: {name: 全县防汛工作会议, date: 2026-05-12, agenda: []}
parts:
  - heading: 绷紧防汛这根弦
    lead: |-
      汛情来得早。
      任务压得重。
      要求提得严。
    numbering: 第一
    points:
      - heading: 雨水偏多
        text: |-
          四月以来雨水偏多。
          五月还要更多。
  - heading: 守住安全这条线
    numbering: 一要
    points:
      - {heading: 查隐患, text: 一处一处查。, owner: 县水利局, deadline: 5月底前}
      - {heading: 备物资, text: 物资要备足。}
closing: 同志们，请大家行动起来！
"""


NUMBERS = st.integers(0, 9999)
KINDS = Path(str(builtin_templates())) / "kinds"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meeting.yaml"


@lru_cache(maxsize=32)
def sample(kind: str) -> drafter.Parameters:
    return drafter.load(KINDS / kind / "sample.yaml", LIBRARY)


@lru_cache(maxsize=32)
def built(kind: str) -> bytes:
    return document(sample(kind))


@pytest.mark.slow
@settings(max_examples=examples(250))
@given(
    kind=st.sampled_from(sorted(path.name for path in KINDS.iterdir())),
    changes=st.lists(st.tuples(st.sampled_from(CHANGES), NUMBERS, NUMBERS), min_size=1, max_size=3),
)
def test_a_document_that_nobody_edited_becomes_that_of_its_yaml_and_has_nothing_to_pull(
    kind: str, changes: list[tuple[Change, int, int]]
) -> None:
    after = changed(sample(kind), changes)
    text = yaml.safe_dump(held(after), allow_unicode=True, sort_keys=False)
    docx = brought(built(kind), after).document or built(kind)

    found = pulled(docx, source_of("meeting.yaml", text), after, LIBRARY)

    assert said(docx) == said(document(after))
    assert found.after == text
    assert not (found.findings.conflicts or found.refused)


def paragraph(document: Opened, words: str) -> etree._Element:
    return next(one for one in document.paragraphs() if words in text_of(one))


def enter(words: str) -> Callable[[Opened], None]:
    """Press Enter behind ``words``."""

    def edit(document: Opened) -> None:
        texts = [text_of(one) for one in document.paragraphs()]
        number = next(n for n, text in enumerate(texts) if words in text)
        split_paragraph(document, number, texts[number].index(words) + len(words))

    return edit


def break_line(words: str) -> Callable[[Opened], None]:
    """Press Shift+Enter behind ``words``."""

    def edit(document: Opened) -> None:
        texts = [text_of(one) for one in document.paragraphs()]
        number = next(n for n, text in enumerate(texts) if words in text)
        edits.break_line(document, number, texts[number].index(words) + len(words))

    return edit


def join(words: str) -> Callable[[Opened], None]:
    """Delete the end of the paragraph with ``words``."""

    def edit(document: Opened) -> None:
        first = paragraph(document, words)
        second = next(one for one in first.itersiblings(tag("p")))
        first.extend(child for child in list(second) if child.tag != tag("pPr"))
        second.getparent().remove(second)

    return edit


def type_behind(words: str) -> Callable[[Opened], None]:
    """Type a paragraph behind that with ``words``."""

    def edit(document: Opened) -> None:
        new = etree.Element(tag("p"))
        new.append(write(etree.Element(tag("r")), "还有一句要说。"))
        paragraph(document, words).addnext(new)

    return edit


def delete(words: str) -> Callable[[Opened], None]:
    """Delete the paragraph with ``words``."""

    def edit(document: Opened) -> None:
        one = paragraph(document, words)
        one.getparent().remove(one)

    return edit


def rewrite(words: str, new: str) -> Callable[[Opened], None]:
    """Type ``new`` over the whole paragraph with ``words``."""

    def edit(document: Opened) -> None:
        first, *others = texts_of(paragraph(document, words))
        first.text = new
        for one in others:
            one.getparent().remove(one)

    return edit


EDITS = {
    "a lead divided": enter("任务"),
    "a closing divided": enter("同志们，"),
    "a point's text divided": enter("一处"),
    "a line broken": break_line("一处"),
    "a lead's paragraphs joined": join("汛情来得早"),
    "a text's paragraphs joined": join("四月以来"),
    "a paragraph among a lead's": type_behind("汛情来得早"),
    "a lead's paragraph deleted": delete("任务压得重"),
    "a text's paragraph deleted": delete("五月还要更多"),
    "a closing rewritten without a full stop": rewrite("同志们，", "散会以后马上行动"),
    "a heading rewritten with its ordinal": rewrite("守住安全这条线", "守牢底线"),
}


def update(docx: bytes, path: Path, *, track: bool = False, theirs: tuple[str, ...] = ()) -> Update:
    given = drafter.load(path, LIBRARY)
    return updated(docx, given, LIBRARY, choices=Choices(theirs=theirs), track=track)


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_pulled_is_not_put_in_once_more(edit: str, path: Path) -> None:
    document = Opened(written(path, SPEECH))
    EDITS[edit](document)
    docx = document.save()

    path.write_text(pull(docx, path).after, encoding="utf-8")
    found = update(docx, path)

    assert not found.findings.conflicts and not found.findings.updated
    assert said(found.document or docx) == said(docx)
    assert update(found.document or docx, path).document is None
    assert is_pulled(pull(found.document or docx, path), path)


def test_a_point_with_another_ordinal_that_was_divided_is_no_conflict(path: Path) -> None:
    document = Opened(put(written(path, SPEECH), "二要", "三是"))
    enter("物资要")(document)
    docx = document.save()
    path.write_text(pull(docx, path).after, encoding="utf-8")

    assert not update(docx, path).findings.conflicts


def test_a_name_that_both_sides_changed_alike_is_no_conflict_where_a_sentence_with_it_was_rewritten(
    path: Path,
) -> None:
    document = Opened(put(written(path, SPEECH), "防汛工作会议", "防汛抗旱会议"))
    rewrite("今天，我们召开", "今天开个会。")(document)
    path.write_text(SPEECH.replace("防汛工作会议", "防汛抗旱会议"), encoding="utf-8")

    assert "meeting.name" not in [one.name for one in update(document.save(), path).findings.conflicts]


def is_pulled(found: Pull, path: Path) -> bool:
    """Return whether a pull had nothing more to take."""
    return found.after == path.read_text(encoding="utf-8") and not found.findings.conflicts


@pytest.mark.parametrize("track", [False, True])
@pytest.mark.parametrize(
    ("typed", "given"),
    [
        (("汛情来得早", "汛情来得猛"), ("任务压得重", "任务压得更重")),
        (("四月以来雨水", "四月以来雨雪"), ("五月还要更多", "五月只会更多")),
    ],
    ids=["a lead", "a text"],
)
def test_in_prose_of_several_paragraphs_the_changes_of_both_sides_stand(
    typed: tuple[str, str], given: tuple[str, str], track: bool, path: Path
) -> None:
    docx = put(written(path, SPEECH), *typed)
    path.write_text(SPEECH.replace(*given), encoding="utf-8")

    updated = update(docx, path, track=track)

    assert not updated.findings.conflicts
    assert updated.document is not None
    text = "\n".join(said(updated.document))
    assert typed[1] in text and given[1] in text


def test_a_paragraph_put_before_a_text_is_of_one_prose_with_it(path: Path) -> None:
    docx = written(path, SPEECH)
    more = "text: |-\n          家底要先点清。\n          物资要备足。\n"
    path.write_text(
        SPEECH.replace("{heading: 备物资, text: 物资要备足。}", f"heading: 备物资\n        {more}"), "utf-8"
    )

    document = update(docx, path).document

    assert document is not None
    assert "二要备物资。家底要先点清。\n物资要备足。" in "\n".join(said(document))
    assert is_pulled(pull(document, path), path)


def test_an_ordinal_is_no_part_of_a_heading_that_stands_without_its_control(path: Path) -> None:
    least = "kind: deployment\nmeeting: {name: 全县防汛工作会议, agenda: []}\n"
    docx = put(written(path, least), "突出工作重点", "突出三项重点")
    given = "  - role: significance\n  - {role: tasks, heading: 攻坚克难打硬仗}\n  - role: safeguards\n"
    path.write_text(f"{least}parts:\n{given}", encoding="utf-8")
    document = update(docx, path, theirs=("all",)).document
    assert document is not None

    found = pull(document, path)

    assert "heading: 突出三项重点" in found.after


@pytest.mark.parametrize("typed", ["2026-05-20", "2026/5/20", "2026年05月20日"])
def test_a_day_is_the_same_however_it_is_written(typed: str, path: Path) -> None:
    docx = put(written(path, SPEECH), "2026年5月12日", typed)
    path.write_text(SPEECH.replace("2026-05-12", "2026-05-20"), encoding="utf-8")

    assert not update(docx, path).findings.conflicts


def test_a_sentence_that_was_deleted_with_its_values_is_no_conflict(path: Path) -> None:
    document = Opened(written(path, SPEECH))
    one = paragraph(document, "一处一处查")
    number = next(n for n, child in enumerate(one) if "这项工作" in text_of(child))
    for child in [child for child in list(one)[number:] if child.tag != tag("bookmarkEnd")]:
        one.remove(child)
    docx = document.save()
    path.write_text(SPEECH.replace("县水利局", "县应急局"), encoding="utf-8")

    findings = update(docx, path).findings

    assert not findings.conflicts and not findings.updated
    assert [note.text for note in findings.notes] == ["deleted in the document, changed in the YAML"]
    path.write_text(SPEECH, encoding="utf-8")
    found = pull(docx, path)
    assert found.after == SPEECH
    assert any("strike it out in the YAML" in note.text for note in found.findings.notes)


def empty(control: etree._Element) -> None:
    """Delete what stands in ``control``, so that it shows its prompt."""
    etree.SubElement(control.find(tag("sdtPr")), tag("showingPlcHdr"))
    first, *others = texts_of(control)
    first.text = "【待补】"
    for other in others:
        other.getparent().remove(other)


@pytest.mark.parametrize("take_out", [lambda one: one.getparent().remove(one), empty])
def test_a_value_that_both_sides_took_out_goes_with_the_words_around_it(
    take_out: Callable[[etree._Element], None], path: Path
) -> None:
    document = Opened(written(path))
    for control in controls(document, "parts[1].points[0].figures[0].source"):
        take_out(control)
    docx = document.save()
    path.write_text(pull(docx, path).after, encoding="utf-8")
    assert "市水务局统计" not in path.read_text(encoding="utf-8")

    found = update(docx, path)

    assert not found.findings.conflicts
    assert found.document is not None
    assert said(found.document) == said(built_anew(path))


def built_anew(path: Path) -> bytes:
    return document(drafter.load(path, LIBRARY))


def test_what_was_deleted_is_told_since_a_build_would_bring_it_back(path: Path) -> None:
    document = Opened(written(path, SPEECH))
    delete("备物资")(document)

    notes = pull(document.save(), path).findings.notes

    assert [note.places for note in notes] == [("二、二要",)]


def test_an_item_that_cannot_be_taken_back_does_not_keep_the_others_out(path: Path) -> None:
    agenda = "agenda: [{who: 县水利局, did: 通报汛情}]"
    document = Opened(written(path, SPEECH.replace("agenda: []", agenda)))
    held = {str(one.find(f"{tag('sdtPr')}/{tag('tag')}").get(tag("val"))): one for one in document.controls()}
    who = held["meeting.agenda[0].who[0]"]
    who.getparent().remove(who)

    found = pull(put(document.save(), "县水利局", "县河长办"), path)

    assert list(found.refused) == ["meeting.agenda[0].who[0]"]
    assert "owner: 县河长办" in found.after


def test_a_value_in_a_point_that_moved_to_another_part_is_the_persons(path: Path) -> None:
    docx = put(written(path, SPEECH), "县水利局", "县河长办")
    point = "      - {heading: 查隐患, text: 一处一处查。, owner: 县水利局, deadline: 5月底前}\n"
    moved = SPEECH.replace(point, "").replace("  - heading: 守住", f"{point}  - heading: 守住")
    path.write_text(moved, encoding="utf-8")

    found = update(docx, path)

    assert not found.findings.conflicts
    assert "县河长办" in "\n".join(said(found.document or docx))


def test_two_places_of_a_passage_where_words_are_at_odds_are_settled_one_by_one(path: Path) -> None:
    least = "kind: deployment\nmeeting: {name: 全县防汛工作会议, agenda: []}\n"
    docx = put(put(written(path, least), "主要任务是", "要办的事情是"), "迈上新台阶", "登上新台阶")
    path.write_text(f"{least}style: {{variation: 3}}\n", encoding="utf-8")
    names = [conflict.name for conflict in update(docx, path).findings.conflicts]

    left = update(docx, path, theirs=tuple(names[:1])).findings.conflicts

    assert len(names) == len(set(names)) > 1
    assert [conflict.name for conflict in left] == names[1:]


def test_a_yaml_of_another_meeting_and_another_kind_is_refused(path: Path) -> None:
    docx = written(path, SPEECH)
    path.write_text("kind: notice\nmeeting: {name: 全县夏收工作会议}\n", encoding="utf-8")

    for read in (update, pull):
        with pytest.raises(ReadError, match="全县防汛工作会议"):
            read(docx, path)


def test_a_speech_may_become_one_of_another_kind(path: Path) -> None:
    docx = written(path, SPEECH)
    path.write_text(SPEECH.replace("kind: deployment", "kind: mobilization"), encoding="utf-8")

    assert update(docx, path).document is not None
