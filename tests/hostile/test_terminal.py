"""What a stranger wrote never acts on the terminal, and no state of it ends in a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.i18n.text import printable
from tests.cli.running import run, run_apart, write
from tests.drafts import LEAST
from tests.merge.opened import PROPERTIES, members, packed
from tests.profiles import examples

RENAMES = "\x1b]0;pwn\x07"
C1, TURN = "\x9b31m", "\u202e"
COMMANDS = (
    ("outline", "{name}"),
    ("outline", "{name}.docx"),
    ("build", "{name}.yaml"),
    ("build", "m.yaml", "-o", "{name}.docx"),
    ("build", "m.yaml", "--papers", "{name}"),
    ("update", "{name}.docx"),
    ("pull", "{name}.docx"),
    ("new", "{name}"),
    ("new", "deployment", "--topic", "{name}"),
    ("template", "check", "{name}"),
    ("{name}",),
    ("--{name}",),
)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_name_with_controls_is_shown_and_not_obeyed(here: Path, command: tuple[str, ...]) -> None:
    write(here / "m.yaml")

    told = run_apart(*(part.format(name=RENAMES + C1 + TURN) for part in command))

    assert not {"\x1b", "\x07", "\x9b", TURN} & set(told.stdout + told.stderr)


def test_a_document_with_controls_is_shown_and_not_obeyed(here: Path) -> None:
    write(here / "m.yaml")
    write(here / "o.yaml", LEAST.replace("deployment", "notice").replace("会议", "调研"))
    run("build", "m.yaml")
    parts = members((here / "m.docx").read_bytes())
    spoilt = parts[PROPERTIES].replace("全市".encode(), f"全\\u001b]0;pwn\\u0007{TURN}市".encode())
    (here / "m.docx").write_bytes(packed(parts | {PROPERTIES: spoilt}))

    told = run_apart("update", "m.docx", "o.yaml")

    assert "D106" in told.stderr
    assert not {"\x1b", "\x07", TURN} & set(told.stderr)


@given(st.text())
@pytest.mark.parametrize("number", [examples(100)])
def test_a_printable_text_has_no_controls_and_is_the_same_in_json(number: int, text: str) -> None:
    shown = printable(json.dumps(text, ensure_ascii=False))

    assert printable(shown) == shown
    assert json.loads(shown) == text


@pytest.mark.parametrize(
    "command", [("kinds",), ("outline", "m.yaml"), ("--help",), ("schema",)], ids=" ".join
)
def test_a_full_disk_is_told(here: Path, command: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no full device")
    write(here / "m.yaml")
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "drafter", *command], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (2, b"error: cannot print: the disk is full\n") == (told.returncode, told.stderr)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a shell of its own")
@pytest.mark.parametrize("ending", ["| true", ">&-", ">&- 2>&-"])
def test_a_closed_output_is_no_fault(here: Path, ending: str) -> None:
    write(here / "m.yaml")
    command = f'"{sys.executable}" -m drafter build m.yaml --force {ending}'

    told = subprocess.run(command, shell=True, stderr=subprocess.PIPE, check=False)

    assert b"" == told.stderr
    assert (here / "m.docx").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize("delay", range(12))
def test_an_interrupt_ends_without_a_traceback(here: Path, delay: int) -> None:
    write(here / "m.yaml")
    # Python itself reports an interrupt before the first line of ours is run.
    code = "from drafter.__main__ import main; print('started', flush=True); main()"
    program = subprocess.Popen(
        [sys.executable, "-c", code, "build", "m.yaml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert program.stdout is not None
    program.stdout.readline()
    time.sleep(0.01 + delay * 0.02)
    program.send_signal(signal.SIGINT)
    _output, told = program.communicate()

    assert b"Traceback" not in told
