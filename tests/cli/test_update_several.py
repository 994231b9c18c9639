"""Papers that have gone stale are told, and several documents are brought up to date at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.merge.by_path import say

from .running import run, run_apart, write

MEETING = """\
kind: deployment
meeting:
  name: 全县防汛抗旱工作会议
  date: 2026-05-12
  venue: 县会议中心
parts:
  - role: significance
  - role: tasks
    points:
      - heading: 查透每一处隐患
        text: 汛前查得越细，汛期越稳。
        figures:
          - {name: 病险水库, value: 12, unit: 座}
papers: [notice, host-script]
"""
NOTICE, SCRIPT, SPEECH = "m-notice.docx", "m-host-script.docx", "m.docx"


@pytest.fixture
def papers(here: Path) -> Path:
    """A speech with its notice and host script, beside their YAML."""
    write(here / "m.yaml", MEETING)
    assert run("build", "m.yaml").exit_code == 0
    return here


def rewrite(here: Path, old: str, new: str) -> None:
    path = here / "m.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def out_of_date(text: str) -> list[str]:
    lines = (
        line.removeprefix("out of date ") for line in text.splitlines() if line.startswith("out of date ")
    )
    return [line.partition(":")[0] for line in lines]


# Stale papers


def test_update_tells_which_papers_have_gone_stale_and_what_has_changed(papers: Path) -> None:
    rewrite(papers, "县会议中心", "县委礼堂")

    shown = run("update", SPEECH, "m.yaml").stdout

    assert [SCRIPT, NOTICE] == sorted(out_of_date(shown))
    assert f"out of date {NOTICE}: since it was written, these have changed: 会议地点\n" in shown
    assert "`drafter update m-host-script.docx m-notice.docx m.yaml`" in shown


def test_build_tells_which_papers_it_has_left_stale(papers: Path) -> None:
    rewrite(papers, "县会议中心", "县委礼堂")

    assert [SCRIPT] == out_of_date(run("build", "m.yaml", "--papers", "notice").stdout)


def test_build_tells_of_stale_papers_where_it_may_not_write_over_an_edited_speech(papers: Path) -> None:
    speech = papers / SPEECH
    speech.write_bytes(say(speech.read_bytes(), "parts[1].points[0].figures[0].value", "15"))
    rewrite(papers, "2026-05-12", "2026-05-13")

    result = run("build", "m.yaml")

    assert 2 == result.exit_code
    assert {SPEECH, NOTICE, SCRIPT} == set(out_of_date(result.stdout))


def test_a_paper_that_does_not_say_what_has_changed_is_not_stale(papers: Path) -> None:
    rewrite(papers, "value: 12", "value: 13")

    shown = run("update", SPEECH, "m.yaml").stdout

    assert [] == out_of_date(shown)


def test_nothing_is_stale_after_a_build_of_all(papers: Path) -> None:
    rewrite(papers, "县会议中心", "县委礼堂")

    assert [] == out_of_date(run("build", "m.yaml").stdout)


def test_a_stale_paper_under_another_name_is_told(papers: Path) -> None:
    (papers / NOTICE).rename(papers / "通知.docx")
    rewrite(papers, "县会议中心", "县委礼堂")

    assert "通知.docx" in out_of_date(run("update", SPEECH, "m.yaml").stdout)


def test_documents_of_other_meetings_are_not_stale(papers: Path) -> None:
    write(papers / "other.yaml", MEETING.replace("防汛抗旱", "森林防火").replace("papers", "# papers"))
    run("build", "other.yaml")
    rewrite(papers, "县会议中心", "县委礼堂")

    assert "other.docx" not in out_of_date(run("update", SPEECH, "m.yaml").stdout)


def test_json_tells_what_is_stale(papers: Path) -> None:
    rewrite(papers, "县会议中心", "县委礼堂")

    (built,) = json.loads(run("build", "m.yaml", "--papers", "notice", "--json").stdout)
    updated = json.loads(run("update", SPEECH, "m.yaml", "--json").stdout)

    stale = {"path": SCRIPT, "kind": "host-script", "changed": ["meeting.venue"]}
    assert [stale] == built["stale"] == updated["stale"]


# Several documents


def test_a_folder_is_brought_up_to_date_with_the_yaml_in_it(papers: Path) -> None:
    rewrite(papers, "县会议中心", "县委礼堂")

    result = run("update", ".")

    assert 0 == result.exit_code
    assert "会议地点: 县会议中心 → 县委礼堂" in result.stdout
    assert [] == out_of_date(result.stdout)
    assert "nothing to update" in run("update", NOTICE, "m.yaml").stdout


def test_several_documents_are_brought_up_to_date_with_one_report(papers: Path) -> None:
    rewrite(papers, "县会议中心", "县委礼堂")

    shown = run("update", NOTICE, SCRIPT, "m.yaml").stdout

    assert f"updated {NOTICE}\n" in shown and f"updated {SCRIPT}\n" in shown
    assert "2 documents updated; 0 as before\n" in shown


def test_a_conflict_in_one_document_leaves_that_one_alone(papers: Path) -> None:
    notice = papers / NOTICE
    notice.write_bytes(say(notice.read_bytes(), "meeting.venue", "县影剧院"))
    before = notice.read_bytes()
    rewrite(papers, "县会议中心", "县委礼堂")

    result = run("update", ".")

    assert 1 == result.exit_code
    assert before == notice.read_bytes()
    assert f"{NOTICE}:\nconflict: 会议地点" in result.stderr
    assert f"updated {SCRIPT}\n" in result.stdout
    assert "2 documents updated; 0 as before; 1 with conflicts, not written\n" in result.stdout


def test_choices_hold_for_all_documents(papers: Path) -> None:
    for name in (NOTICE, SCRIPT):
        path = papers / name
        path.write_bytes(say(path.read_bytes(), "meeting.venue", "县影剧院"))
    rewrite(papers, "县会议中心", "县委礼堂")

    result = run("update", ".", "--theirs", "meeting.venue")

    assert (0, "") == (result.exit_code, result.stderr)


def test_a_document_that_is_open_does_not_keep_the_others_back(papers: Path) -> None:
    (papers / f".~lock.{NOTICE}#").touch()
    rewrite(papers, "县会议中心", "县委礼堂")

    result = run("update", ".")

    assert 2 == result.exit_code
    assert "is open in an editor" in result.stderr
    assert "1 with errors, not written\n" in result.stdout
    assert "nothing to update" in run("update", SCRIPT, "m.yaml").stdout


def test_a_document_from_elsewhere_in_a_folder_is_left_alone_and_told(papers: Path) -> None:
    (papers / "附件.docx").write_bytes(b"PK")

    result = run("update", ".")

    assert 0 == result.exit_code
    assert result.stderr.startswith("left alone 附件.docx: ")


def test_copies_and_lock_files_are_no_documents_of_a_folder(papers: Path) -> None:
    (papers / "m.1.bak.docx").write_bytes((papers / SPEECH).read_bytes())
    (papers / "~$m.docx").touch()

    found = json.loads(run("update", ".", "--json").stdout)

    assert {SPEECH, NOTICE, SCRIPT} == {one["document"] for one in found}


def test_each_document_of_a_folder_follows_the_yaml_of_its_own_meeting(papers: Path) -> None:
    write(papers / "fire.yaml", MEETING.replace("防汛抗旱", "森林防火"))
    run("build", "fire.yaml")

    found = json.loads(run("update", ".", "--json").stdout)

    assert {"m", "fire"} == {Path(one["yaml"]).stem for one in found}
    assert all(one["document"].startswith(Path(one["yaml"]).stem) for one in found)


def test_a_document_without_its_yaml_is_an_error(papers: Path) -> None:
    (papers / "m.yaml").unlink()

    result = run("update", SPEECH)

    assert 2 == result.exit_code
    assert f"left alone {SPEECH}: no YAML beside it is of its meeting" in result.stderr


def test_a_document_finds_its_yaml_when_the_meeting_has_another_name(papers: Path) -> None:
    rewrite(papers, "防汛抗旱", "防汛")

    result = run("update", ".")

    assert 0 == result.exit_code
    assert "3 documents updated; 0 as before\n" in result.stdout


def test_one_output_cannot_take_several_documents(papers: Path) -> None:
    result = run("update", ".", "-o", "new.docx")

    assert 2 == result.exit_code
    assert "new.docx is one document, and 3 are asked for" in result.stderr


def test_a_folder_without_documents_is_an_error(here: Path) -> None:
    result = run("update", ".")

    assert 2 == result.exit_code
    assert "there is no Word document in ." in result.stderr


def test_stale_papers_are_told_in_chinese_without_paths(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    rewrite(papers, "县会议中心", "县委礼堂")

    shown = run_apart("update", SPEECH, "m.yaml").stdout

    assert f"{NOTICE} 过时了：写成以后，这些变了：会议的地点\n" in shown
    assert "meeting." not in shown
