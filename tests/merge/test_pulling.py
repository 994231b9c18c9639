"""Values and prose of an edited document, read back into its YAML."""

from __future__ import annotations

import difflib
import io
import re
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import drafter
from drafter.errors import OverwriteError, ReadError, UnknownNameError
from drafter.merge.pull import pull_document, read_values, restored
from tests.profiles import examples

from .by_path import LIBRARY, MEETING, pull, put, say, written
from .opened import BODY, Opened, members, packed, tag

FIGURE = "parts[1].points[0].figures[0].value"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meeting.yaml"


@pytest.fixture
def docx(path: Path) -> bytes:
    return written(path)


def changed(before: str, after: str) -> list[str]:
    """The lines that were taken out and put in."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def test_a_document_nobody_edited_changes_nothing(docx: bytes, path: Path) -> None:
    found = pull(docx, path)
    assert found.after == MEETING
    assert not found.findings.updated and not found.findings.notes


def test_a_blank_that_was_filled_becomes_a_value_where_its_key_belongs(docx: bytes, path: Path) -> None:
    found = pull(say(docx, "speaker.name", "王晓明"), path)
    assert changed(MEETING, found.after) == ["+  name: 王晓明"]
    assert found.after.index("name: 王晓明") < found.after.index("post: 副市长")


def test_only_the_characters_of_a_changed_value_change(docx: bytes, path: Path) -> None:
    found = pull(say(docx, FIGURE, "15"), path)
    assert found.after == MEETING.replace("value: 12", "value: 15")


def test_a_date_is_written_as_the_yaml_has_dates(docx: bytes, path: Path) -> None:
    assert "date: 2026-05-13" in pull(say(docx, "meeting.date", "2026年5月13日"), path).after


def test_what_is_no_date_is_refused_and_told(docx: bytes, path: Path) -> None:
    found = pull(say(docx, "meeting.date", "五月中旬"), path)
    assert found.after == MEETING
    assert "五月中旬" in found.refused["meeting.date"]


def test_prose_comes_back_between_its_bookmarks(docx: bytes, path: Path) -> None:
    found = pull(put(docx, "汛情就是命令。", "汛情就是命令，防汛就是责任。"), path)
    assert changed(MEETING, found.after) == [
        "-    lead: 汛情就是命令。",
        "+    lead: 汛情就是命令，防汛就是责任。",
    ]


def test_a_paragraph_typed_into_a_prose_is_one_of_its_lines(docx: bytes, path: Path) -> None:
    document = Opened(docx)
    first = next(one for one in document.paragraphs() if "汛期越稳" in "".join(one.itertext()))
    new = document.root.makeelement(tag("p"))
    run = new.makeelement(tag("r"))
    words = run.makeelement(tag("t"))
    words.text = "夜里也要查。"
    first.addnext(new)
    new.append(run)
    run.append(words)
    assert (
        "          汛前查得越细，汛期越稳。\n          夜里也要查。\n          查出一处"
        in pull(document.save(), path).after
    )


def test_an_answer_to_a_template_s_own_blank_comes_back_in_the_next_build(path: Path) -> None:
    docx = written(path, "kind: deployment\nmeeting:\n  name: 全市防汛工作会议\n")
    found = pull(say(docx, "answers[工作时段]", "今年汛期"), path)
    path.write_text(found.after, encoding="utf-8")
    assert "部署今年汛期的重点任务" in "".join(_texts(path))


def test_a_heading_whose_own_words_were_changed_is_given_whole(docx: bytes, path: Path) -> None:
    lines = "".join(_texts(path))
    words = lines[lines.index("一要") + 2 :].split("隐患")[0]
    found = pull(put(docx, words, "死死盯住"), path)
    assert "- heading: 死死盯住隐患" in found.after


def test_a_value_changed_in_one_of_its_places_is_taken_and_told_with_the_places(
    docx: bytes, path: Path
) -> None:
    found = pull(say(docx, "meeting.name", "全市防汛抗旱工作动员会议", place=1), path)
    assert "name: 全市防汛抗旱工作动员会议   # 会议名称" in found.after
    (divided,) = found.findings.divided
    assert [text for _place, text in divided.values] == ["全市防汛抗旱工作会议", "全市防汛抗旱工作动员会议"]


def test_two_different_words_for_one_value_are_a_conflict(docx: bytes, path: Path) -> None:
    edited = say(say(docx, "meeting.name", "甲会议", place=0), "meeting.name", "乙会议", place=1)
    found = pull(edited, path)
    assert found.after == MEETING
    assert [conflict.name for conflict in found.findings.conflicts] == ["meeting.name"]


def test_of_two_different_words_for_one_value_neither_can_be_chosen_for_both(docx: bytes, path: Path) -> None:
    edited = say(say(docx, "meeting.name", "甲会议", place=0), "meeting.name", "乙会议", place=1)

    found = pull(edited, path, theirs=("all",))

    assert found.after == MEETING
    assert [conflict.is_divided for conflict in found.findings.conflicts] == [True]
    assert not pull(edited, path, ours=("meeting.name",)).findings.conflicts


def test_a_value_that_the_yaml_changed_too_is_a_conflict(docx: bytes, path: Path) -> None:
    now = MEETING.replace("value: 12", "value: 13")
    path.write_text(now, encoding="utf-8")
    edited = say(docx, FIGURE, "15")
    found = pull(edited, path)
    assert found.after == now
    (conflict,) = found.findings.conflicts
    assert (conflict.base, conflict.theirs, conflict.ours) == ("12", "15", "13")
    assert pull(edited, path, theirs=(FIGURE,)).after == MEETING.replace("value: 12", "value: 15")
    assert pull(edited, path, ours=("all",)).after == now


def test_what_the_yaml_changed_alone_stays(docx: bytes, path: Path) -> None:
    now = MEETING.replace("value: 12", "value: 13")
    path.write_text(now, encoding="utf-8")
    assert pull(say(docx, "speaker.post", "市长"), path).after == now.replace("副市长", "市长")


def test_values_are_found_where_their_item_stands_in_the_yaml_now(docx: bytes, path: Path) -> None:
    first = "      - heading: 先把责任扛起来\n        owner: 市防指\n"
    now = MEETING.replace("    points:\n", f"    points:\n{first}")
    path.write_text(now, encoding="utf-8")
    found = pull(say(docx, "parts[1].points[0].owner", "市应急局"), path)
    assert found.after == now.replace("owner: 市水务局", "owner: 市应急局")


def test_a_value_that_was_emptied_is_taken_back(docx: bytes, path: Path) -> None:
    found = pull(say(docx, "parts[1].points[0].owner", ""), path)
    assert found.after == MEETING.replace("owner: 市水务局   # 牵头", "owner: ~   # 牵头")


def test_insertions_are_read_and_deletions_are_not(docx: bytes, path: Path) -> None:
    tracked = put(docx, "副市长", "市长")
    body = members(tracked)[BODY].decode()
    (run,) = re.findall("<w:r>(?:(?!<w:r>).)*>市长</w:t></w:r>", body)
    mark = 'w:id="900" w:author="文秘" w:date="2026-05-01T00:00:00Z"'
    both = (
        f'<w:del {mark}><w:r><w:delText xml:space="preserve">副市长</w:delText></w:r></w:del>'
        f"<w:ins {mark.replace('900', '901')}>{run}</w:ins>"
    )
    edited = packed(members(tracked) | {BODY: body.replace(run, both).encode()})
    assert pull(edited, path).after == MEETING.replace("副市长", "市长")


def test_words_without_a_key_and_paragraphs_of_one_s_own_are_told(docx: bytes, path: Path) -> None:
    found = pull(put(docx, "今天，我们召开", "同志们，今天召开"), path)
    assert found.after == MEETING
    assert [note.places for note in found.findings.notes] == [("opening",)]


def test_without_its_yaml_a_document_gives_a_new_one_that_drafts_the_same(docx: bytes, path: Path) -> None:
    path.write_text(restored(docx, LIBRARY).after, encoding="utf-8")
    assert written(path, path.read_text(encoding="utf-8")) == docx


def test_a_new_yaml_has_what_was_filled_in_and_reworded(docx: bytes, path: Path) -> None:
    edited = put(say(docx, "speaker.name", "王晓明"), "请大家马上行动起来", "请大家今天就行动起来")
    after = restored(edited, LIBRARY).after
    assert "name: 王晓明" in after and "closing: 请大家今天就行动起来。" in after


ODD = ("\x85", "\u2028", "\u2029", "\u2060", "\ufeff", "\x7f", "\x80")


@pytest.mark.parametrize("sign", ODD, ids=ascii)
@pytest.mark.parametrize("words", ["副市长", "请大家马上行动起来"])
def test_signs_that_yaml_takes_for_line_ends_are_read_back(
    words: str, sign: str, docx: bytes, path: Path
) -> None:
    edited = put(docx, words, f"{words[:2]}{sign}{words[2:]}")
    document = path.with_name("edited.docx")
    document.write_bytes(edited)
    for target in (path, path.with_name("new.yaml")):
        pull_document(document, target)
        drafter.load(target, LIBRARY)

        assert pull_document(document, target, write=False).after == target.read_text(encoding="utf-8")


def test_a_joiner_in_a_yaml_is_no_change_of_a_document(path: Path) -> None:
    text = MEETING.replace("副市长", "副\u2060市长")
    docx = written(path, text)
    found = pull(docx, path)
    assert found.after == text
    assert not found.findings.updated


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"kind":"deployment"', '"kind":"deployment/../../x"'),
        ('"role":"tasks"', '"role":"tasks\\u2028x: y"'),
        ('"meeting":{', '"meeting":{"level":"星系",'),
    ],
    ids=["kind", "role", "choice"],
)
def test_what_a_stranger_made_a_document_remember_is_not_written(
    old: str, new: str, docx: bytes, path: Path
) -> None:
    parts = members(docx)
    name = "docProps/custom.xml"
    memory = re.sub(
        '</vt:lpwstr></property><property [^>]*name="drafter.given[^>]*><vt:lpwstr>', "", parts[name].decode()
    )
    assert old in memory
    forged = packed(parts | {name: memory.replace(old, new).encode()})
    document, target = path.with_name("forged.docx"), path.with_name("new.yaml")
    document.write_bytes(forged)

    with pytest.raises((ReadError, UnknownNameError)):
        pull_document(document, target)

    assert not target.exists()


def test_a_new_yaml_is_chinese_where_messages_are(
    docx: bytes, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.merge.restore.speaks_chinese", lambda: True)
    after = restored(say(docx, "speaker.name", "王晓明"), LIBRARY).after
    path.write_text(after, encoding="utf-8")
    assert "  姓名: 王晓明" in after and "name:" not in after and "kind:" not in after
    assert "王晓明" == drafter.load(path, LIBRARY).speaker.name


def test_a_chinese_yaml_takes_what_was_filled_in_under_chinese_keys(docx: bytes, path: Path) -> None:
    text = MEETING.replace("speaker:", "讲话人:").replace("  post:", "  职务:")
    path.write_text(text, encoding="utf-8")
    found = pull(say(docx, "speaker.name", "王晓明"), path)
    assert changed(text, found.after) == ["+  姓名: 王晓明"]


def test_line_ends_and_the_mark_in_front_stay(docx: bytes, path: Path, tmp_path: Path) -> None:
    content = ("\ufeff" + MEETING).replace("\n", "\r\n").encode()
    path.write_bytes(content)
    document = tmp_path / "speech.docx"
    document.write_bytes(say(docx, FIGURE, "15"))
    pull_document(document, path)
    assert path.read_bytes() == content.replace(b"value: 12", b"value: 15")


def test_each_line_keeps_the_end_that_it_had(docx: bytes, path: Path, tmp_path: Path) -> None:
    first, _end, rest = MEETING.partition("\n")
    content = f"{first}\r\n{rest}".encode()
    path.write_bytes(content)
    document = tmp_path / "speech.docx"
    document.write_bytes(say(say(docx, FIGURE, "15"), "speaker.name", "王晓明"))

    pull_document(document, path)

    pulled = path.read_bytes()
    assert pulled.count(b"\r\n") == 1
    assert pulled.replace(b"  name: \xe7\x8e\x8b\xe6\x99\x93\xe6\x98\x8e\n", b"") == content.replace(
        b"value: 12", b"value: 15"
    )


def test_a_yaml_that_is_open_in_an_editor_is_not_written(docx: bytes, path: Path, tmp_path: Path) -> None:
    document = tmp_path / "speech.docx"
    document.write_bytes(say(docx, FIGURE, "15"))
    (tmp_path / f".~lock.{path.name}#").touch()
    with pytest.raises(OverwriteError):
        pull_document(document, path)
    assert path.read_text(encoding="utf-8") == MEETING


def test_a_document_that_has_lost_its_properties_is_compared_with_the_yaml(path: Path, docx: bytes) -> None:
    parts = members(say(docx, "speaker.post", "市长"))
    parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
    )

    found = pull(packed(parts), path)

    assert "post: 市长" in found.after
    assert any("forgotten its YAML" in note.text for note in found.findings.notes)


def test_a_document_of_others_is_refused(path: Path) -> None:
    document, file = Document(), io.BytesIO()
    document.save(file)
    written(path)

    with pytest.raises(ReadError, match="remember"):
        pull(file.getvalue(), path)


def test_read_values_gives_each_value_once_and_no_blank(docx: bytes, tmp_path: Path) -> None:
    document = tmp_path / "speech.docx"
    document.write_bytes(say(docx, "speaker.post", "市长"))
    values = read_values(document)
    assert values["speaker.post"] == ("市长",)
    assert values["meeting.name"] == ("全市防汛抗旱工作会议",)
    assert values["parts[1].points[0].text"] == ("汛前查得越细，汛期越稳。\n查出一处，改好一处。",)
    assert "speaker.name" not in values


# The path is written anew for each example; how long one takes is the machine's affair.
NO_CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")),
    min_size=1,
    max_size=20,
)


@settings(max_examples=examples(60), suppress_health_check=NO_CHECKS)
@given(data=st.data())
def test_pull_then_build_gives_the_person_s_values(docx: bytes, path: Path, data: st.DataObject) -> None:
    path.write_text(MEETING, encoding="utf-8")
    document = Opened(docx)
    tags = sorted({one.find(f"{tag('sdtPr')}/{tag('tag')}").get(tag("val")) for one in document.controls()})
    plain = [name for name in tags if name != "meeting.date" and ".heading" not in name]
    wanted = data.draw(st.dictionaries(st.sampled_from(plain), WORDS, min_size=1, max_size=4))
    edited = docx
    for name, text in wanted.items():
        edited = say(edited, name, text)
    found = pull(edited, path)
    assert not found.findings.conflicts
    again = written(path, found.after)
    for name, text in wanted.items():
        said = [" ".join(one.split("\n")) for one in _said(again, name)]
        assert set(said) <= {" ".join(text.split()), text.strip()} and (said or not text.strip())


def _said(docx: bytes, path: str) -> list[str]:
    from .by_path import controls
    from .opened import texts_of

    document = Opened(docx)
    found = controls(document, path)
    shown = [one for one in found if one.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}") is None]
    return ["".join(words.text or "" for words in texts_of(one)) for one in shown]


def _texts(path: Path) -> list[str]:
    from drafter.speech.blocks import iter_blocks
    from drafter.speech.tree import plain_text

    return [plain_text(block.inlines) for block in iter_blocks(drafter.draft(drafter.load(path)))]
