"""Files are written whole or not at all, and never over a person's work."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import docx
import pytest

import drafter
from drafter.errors import OutputError, OverwriteError, UnknownNameError
from drafter.writers import output
from drafter.writers.output import is_ours, lock_of, replace_file, write_file, write_update
from drafter.writers.registry import WRITERS
from tests.drafts import drafted

FORMATS = tuple(WRITERS)
SPEECH = drafted()
OTHER = drafted(topic="消防")
every_format = pytest.mark.parametrize("name", FORMATS)


@every_format
def test_folders_are_made(tmp_path: Path, name: str) -> None:
    path = tmp_path / "一" / "二" / f"讲话.{name}"

    drafter.write(SPEECH, path)

    assert path.is_file()


@every_format
def test_a_foreign_file_is_not_overwritten(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"speech.{name}"
    path.write_bytes(b"work")

    with pytest.raises(OverwriteError) as caught:
        drafter.write(SPEECH, path)

    assert b"work" == path.read_bytes()
    assert "--force" in caught.value.remedy


@every_format
def test_an_empty_file_is_somebodys(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"speech.{name}"
    path.touch()

    with pytest.raises(OverwriteError):
        drafter.write(SPEECH, path)


@pytest.mark.parametrize("name", ["txt", "md", "html"])
def test_an_edited_file_is_not_overwritten(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"speech.{name}"
    drafter.write(SPEECH, path)
    edited = path.read_bytes() + "再加一句。".encode()
    path.write_bytes(edited)

    with pytest.raises(OverwriteError):
        drafter.write(OTHER, path)

    assert edited == path.read_bytes()


def test_an_edited_document_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    drafter.write(SPEECH, path)
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("再加一句。")
    document.save(str(path))
    edited = path.read_bytes()

    with pytest.raises(OverwriteError):
        drafter.write(OTHER, path)

    assert edited == path.read_bytes()


def test_a_document_only_opened_and_saved_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    drafter.write(SPEECH, path)
    docx.Document(str(path)).save(str(path))

    assert drafter.write(OTHER, path) is None


@every_format
def test_an_untouched_file_of_ones_own_is_overwritten(tmp_path: Path, name: str) -> None:
    path, fresh = tmp_path / f"speech.{name}", tmp_path / f"fresh.{name}"
    drafter.write(SPEECH, path)

    drafter.write(OTHER, path)

    drafter.write(OTHER, fresh)
    assert fresh.read_bytes() == path.read_bytes()


@every_format
def test_what_stands_there_already_is_not_written_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"speech.{name}"
    drafter.write(SPEECH, path)
    os.utime(path, (0, 0))

    drafter.write(SPEECH, path)

    assert 0 == path.stat().st_mtime


@every_format
def test_the_same_bytes_by_whomever_need_no_force(tmp_path: Path, name: str) -> None:
    first, second = tmp_path / f"first.{name}", tmp_path / f"second.{name}"
    drafter.write(SPEECH, first)
    second.write_bytes(first.read_bytes())

    assert drafter.write(SPEECH, second) is None


@every_format
def test_force_keeps_a_copy(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"speech.{name}"
    path.write_bytes(b"work")

    copy = drafter.write(SPEECH, path, force=True)

    assert tmp_path / f"speech.1.bak.{name}" == copy
    assert b"work" == copy.read_bytes()


def test_force_never_writes_over_an_older_copy(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    for number in range(3):
        path.write_text(f"work {number}", encoding="utf-8")
        write_file(path, b"ours", force=True)

    copies = sorted(tmp_path.glob("*.bak.txt"))
    assert ["work 0", "work 1", "work 2"] == [copy.read_text(encoding="utf-8") for copy in copies]


def test_force_over_ones_own_file_keeps_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    write_file(path, b"ours")

    assert write_file(path, b"ours too", force=True) is None


def test_a_file_changed_back_is_ones_own_again(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    write_file(path, b"ours")
    path.write_bytes(b"work")
    path.write_bytes(b"ours")

    assert write_file(path, b"ours too") is None


LOCKS = [
    ("speech.docx", "~$speech.docx"),
    ("speech.docx", "~$peech.docx"),
    ("speech.docx", "~$eech.docx"),
    ("讲话稿.docx", "~$讲话稿.docx"),
    ("speech.docx", ".~lock.speech.docx#"),
    ("speech.txt", ".~lock.speech.txt#"),
]


@pytest.mark.parametrize(("name", "lock"), LOCKS)
def test_a_file_open_in_an_editor_is_not_written(tmp_path: Path, name: str, lock: str) -> None:
    path = tmp_path / name
    write_file(path, b"ours")
    (tmp_path / lock).touch()

    with pytest.raises(OverwriteError, match="is open in an editor"):
        write_file(path, b"ours too")

    assert b"ours" == path.read_bytes()


def test_the_lock_of_another_file_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "~$other.docx").touch()

    assert lock_of(tmp_path / "speech.docx") is None


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a" / "target.txt", tmp_path / "link.txt"
    target.parent.mkdir()
    write_file(target, b"old")
    link.symlink_to(target)

    write_file(link, b"new")

    assert link.is_symlink()
    assert b"new" == target.read_bytes()


def test_a_link_to_nothing_yet_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "target.txt")

    write_file(link, b"new")

    assert b"new" == (tmp_path / "target.txt").read_bytes()


def test_a_link_to_foreign_work_is_refused(tmp_path: Path) -> None:
    (tmp_path / "target.txt").write_bytes(b"work")
    (tmp_path / "link.txt").symlink_to(tmp_path / "target.txt")

    with pytest.raises(OverwriteError):
        write_file(tmp_path / "link.txt", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    write_file(path, b"old")
    path.chmod(0o640)

    write_file(path, b"new")

    assert 0o640 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_mode_of_a_new_file_is_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    write_file(tmp_path / "speech.txt", b"new")

    assert (tmp_path / "usual").stat().st_mode == (tmp_path / "speech.txt").stat().st_mode


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        write_file(tmp_path, b"new")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OutputError, match="cannot write"):
        write_file(tmp_path / "file" / "speech.txt", b"new")


@pytest.mark.parametrize(("owner", "failing"), [(os, "open"), (os, "fdopen"), (Path, "replace")])
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, failing: str
) -> None:
    path = tmp_path / "speech.txt"
    write_file(path, b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(owner, failing, fail)
        with pytest.raises(OutputError, match="the disk is full"):
            write_file(path, b"new")

    assert [(path, b"old")] == [(file, file.read_bytes()) for file in tmp_path.iterdir()]


def test_a_name_as_long_as_may_be_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("讲" * 83 + ".txt")

    write_file(path, b"new")

    assert b"new" == path.read_bytes()


def test_without_a_place_for_records_a_file_is_nobodys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "file"))
    write_file(tmp_path / "speech.txt", b"old")

    with pytest.raises(OverwriteError):
        write_file(tmp_path / "speech.txt", b"new")


@pytest.mark.parametrize("name", ["speech.pdf", "speech", "speech.doc"])
def test_a_format_that_there_is_not_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownNameError):
        drafter.write(SPEECH, tmp_path / name)

    assert [] == list(tmp_path.iterdir())


WRITING = """
import sys
from pathlib import Path
from drafter.writers.output import replace_file
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for sign in (b"a", b"b"):
        replace_file(path, sign * 300_000)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such kill")
def test_whoever_is_killed_while_writing_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    replace_file(path, b"a" * 300_000)
    moments = random.Random(9704)

    for _ in range(50):
        with subprocess.Popen([sys.executable, "-c", WRITING, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(moments.random() / 100)
            process.send_signal(signal.SIGKILL)

        assert path.read_bytes() in (b"a" * 300_000, b"b" * 300_000)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@every_format
def test_a_copy_is_open_to_nobody_more_than_its_original(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"speech.{name}"
    path.write_bytes(b"work")
    path.chmod(0o600)

    copy = write_file(path, b"ours", force=True)

    assert copy is not None
    assert 0o600 == stat.S_IMODE(copy.stat().st_mode)


@every_format
@pytest.mark.parametrize("force", [False, True])
def test_a_read_only_file_is_not_replaced(tmp_path: Path, name: str, force: bool) -> None:
    path = tmp_path / f"speech.{name}"
    drafter.write(SPEECH, path)
    before = path.read_bytes()
    path.chmod(0o444)

    with pytest.raises(OverwriteError, match="is read-only"):
        drafter.write(OTHER, path, force=force)

    assert before == path.read_bytes()


def test_a_read_only_file_is_not_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)

    with pytest.raises(OverwriteError, match="is read-only"):
        write_update(path, b"new", b"old")

    assert b"old" == path.read_bytes()


@pytest.mark.parametrize("name", ["txt", "md", "html"])
def test_a_kill_between_the_note_and_the_file_leaves_ones_own_file(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"speech.{name}"
    write_file(path, b"first")
    for step in ("remember", "replace_file", "forget_older"):
        with monkeypatch.context() as patch:
            patch.setattr(output, step, _killed)
            with suppress(KeyboardInterrupt):
                write_file(path, f"second, killed at {step}".encode())

        assert is_ours(path)


@pytest.mark.parametrize("name", ["txt", "md", "html"])
def test_what_was_noted_and_never_written_makes_no_work_ones_own(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"speech.{name}"
    path.write_bytes(b"work")
    with monkeypatch.context() as patch:
        patch.setattr(output, "replace_file", _killed)
        with suppress(KeyboardInterrupt):
            write_file(path, b"ours", force=True)

    assert not is_ours(path)


def _killed(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_notes_of_long_ago_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "state"))
    path = tmp_path / "speech.txt"
    for number in range(3):
        write_file(path, f"ours {number}".encode())
    notes = [note for note in (tmp_path / "state").rglob("*") if note.is_file()]
    for note in notes:
        os.utime(note, (0, 0))

    write_file(path, b"ours at last")

    assert 3 == len(notes)
    assert 1 == len([note for note in (tmp_path / "state").rglob("*") if note.is_file()])
    assert is_ours(path)


TWO = """
import sys
from pathlib import Path
from drafter.writers.output import write_file
path, sign = Path(sys.argv[1]), sys.argv[2]
for number in range(100):
    write_file(path, f"{sign} {number}".encode())
print("done")
"""


@pytest.mark.slow
def test_of_two_writers_at_once_neither_takes_the_others_file_for_work(tmp_path: Path) -> None:
    path = tmp_path / "speech.md"
    write_file(path, b"ours")
    writers = [
        subprocess.Popen([sys.executable, "-c", TWO, str(path), sign], stdout=subprocess.PIPE)
        for sign in "ab"
    ]

    assert [b"done\n", b"done\n"] == [writer.communicate()[0] for writer in writers]
    assert is_ours(path)


KILLED = """
import sys
from pathlib import Path
from drafter.writers.output import write_file
path, number = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
while True:
    number += 1
    write_file(path, f"ours {number}".encode())
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such kill")
def test_whoever_is_killed_leaves_a_file_of_ones_own(tmp_path: Path) -> None:
    path, moments = tmp_path / "speech.md", random.Random(9704)
    for number in range(64):
        command = [sys.executable, "-c", KILLED, str(path), str(1000 * number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(moments.random() / 50)
            process.send_signal(signal.SIGKILL)

        assert not path.exists() or is_ours(path)
