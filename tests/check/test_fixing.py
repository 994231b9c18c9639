"""Safe changes in files: what is changed, and what never is."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import drafter
from drafter.check.fix import fix_file
from drafter.check.settings import Settings
from drafter.check.terms import AvoidedWord, PreferredTerm, Terms
from drafter.docx.write.document import write_docx
from drafter.errors import OverwriteError
from drafter.library import builtin_library
from drafter.yaml.load import read_mapping
from tests.drafts import FULL

from .word_files import document_of, saved

MARKS = Settings(select=("ordinal-mark",))
BAD = "在会上的讲话\n同志们：\n开会。\n一.甲事，要紧\n好。\n"
TERMS = Terms(avoid=(AvoidedWord(word="社区", instead="小区"),))
WORDS = Settings(select=("office-",), terms=TERMS)


def document_xml(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode().partition("<w:body>")[2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_keeps_its_encoding_and_line_ends(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    before = BAD.replace("\n", end).encode(encoding)
    path.write_bytes(before)
    fix_file(path, MARKS)

    assert before.decode(encoding).replace("一.", "一、") == path.read_bytes().decode(encoding)
    assert before[:3] == path.read_bytes()[:3]


def test_markdown_keeps_its_signs(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BAD.replace("一.甲事", "## **一.甲事**"), encoding="utf-8")
    fix_file(path, MARKS)

    assert "## **一、甲事**，要紧" in path.read_text(encoding="utf-8")


def test_a_yaml_is_changed_in_the_value_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = FULL.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    done = fix_file(path, WORDS)
    after = path.read_text(encoding="utf-8")

    assert done.settled
    assert not done.report.findings
    assert text.replace("社区", "小区") == after.replace("社区", "小区")
    assert text != after


def test_what_a_template_says_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("kind: deployment\nmeeting: {name: 全市会议}\n", encoding="utf-8")
    settings = Settings(select=("office-",), terms=Terms(avoid=(AvoidedWord(word="今天", instead="今日"),)))
    done = fix_file(path, settings)

    assert done.report.findings
    assert done.before == done.after


def test_a_document_keeps_its_runs_and_formats(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("一").bold = True
    paragraph.add_run(".甲事，").italic = True
    paragraph.add_run("要紧")
    path = tmp_path / "a.docx"
    path.write_bytes(saved(document))
    before = document_xml(path.read_bytes())
    done = fix_file(path, MARKS)
    after = document_xml(path.read_bytes())

    assert before.replace(">.甲事", ' xml:space="preserve">、甲事') == after
    assert done.copy is not None
    assert done.before == done.copy.read_bytes()


def test_a_fix_across_runs_keeps_the_formats_of_both(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("建好社")
    paragraph.add_run("区活动站。").bold = True
    path = tmp_path / "a.docx"
    path.write_bytes(saved(document))
    fix_file(path, WORDS)
    first, second = docx.Document(str(path)).paragraphs[0].runs

    assert ("建好小区", "活动站。") == (first.text, second.text)
    assert second.bold


def test_tracked_changes_can_be_accepted_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document_of("一.甲事，要紧", "好。"))
    fix_file(path, MARKS, track=True)
    xml = document_xml(path.read_bytes())

    assert re.search(r"<w:ins [^>]*><w:r>.*?、.*?</w:r></w:ins><w:del [^>]*><w:r>.*?\..*?</w:r></w:del>", xml)


@pytest.mark.parametrize("track", [False, True])
def test_what_somebody_tracked_is_left_alone(track: bool, tmp_path: Path) -> None:
    content = document_of("一.甲事，要紧")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    tracked = xml.replace("<w:r><w:t>一.", '<w:ins w:id="7" w:author="x"><w:r><w:t>一.').replace(
        "要紧</w:t></w:r>", "要紧</w:t></w:r></w:ins>"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(_with_document(content, tracked))
    done = fix_file(path, MARKS, track=track)

    assert done.before == done.after
    assert 1 == len(done.report.findings)


def _with_document(content: bytes, xml: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


def test_a_document_of_drafter_keeps_bookmarks_and_controls(tmp_path: Path) -> None:
    library = builtin_library()
    speech = drafter.draft(drafter.load(FULL))
    path = tmp_path / "a.docx"
    path.write_bytes(write_docx(speech, library.layout(speech.layout)))
    before = document_xml(path.read_bytes())
    fix_file(path, WORDS)
    after = document_xml(path.read_bytes())
    bare = re.compile(r"<w:t[ >].*?</w:t>")

    assert bare.sub("", before) == bare.sub("", after)
    assert "社区" not in "".join(bare.findall(after))


def test_a_file_that_is_open_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document_of("一.甲事，要紧"))
    (tmp_path / "~$a.docx").touch()
    with pytest.raises(OverwriteError):
        fix_file(path, MARKS)


def test_rules_that_undo_each_other_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲在乙在。\n", encoding="utf-8")
    terms = Terms(
        avoid=(AvoidedWord(word="甲", instead="丙"), AvoidedWord(word="丙", instead="甲")),
        preferred=(PreferredTerm(term="丁", variants=("乙",)),),
    )
    fix_file(path, Settings(select=("office-",), terms=terms))

    assert "甲在丁在。\n" == path.read_text(encoding="utf-8")


PIECES = st.sampled_from(
    [
        "一.",
        "二，",
        "（一）、",
        "甲事",
        "社区",
        "，",
        ",",
        "。",
        "...",
        "“",
        "”",
        "--",
        "2025年",
        "05月",
        "12",
        " ",
        "\n",
        "!",
        "同志们:",
    ]
)


@given(st.lists(PIECES, max_size=30), st.sampled_from(["a.txt", "a.md"]))
def test_fixing_twice_changes_nothing_more(pieces: list[str], name: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text("".join(pieces), encoding="utf-8", newline="")
        fix_file(path, Settings(terms=TERMS))
        once = path.read_bytes()
        fix_file(path, Settings(terms=TERMS))

        assert once == path.read_bytes()


def test_terms_may_have_chinese_keys(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text("慎用词:\n- {词: 社区, 改为: 小区}\n规范表述: [“四个意识”]\n", encoding="utf-8")

    assert Terms(avoid=TERMS.avoid, formulas=("“四个意识”",)) == read_mapping(path, Terms)
