"""However large or faulty a file is, it is told at once what is wrong: the work grows with its size alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import MOST_FAULTS, MOST_SHOWN, ParameterError
from drafter.i18n.text import TERMINAL, cut_around, display_width
from drafter.library import load
from tests.cli.running import run, write
from tests.drafts import LEAST
from tests.work import ending

# Each took more than a minute, or gigabytes.
MANY = 20_000

FAULTY = {
    "controls in one line": f'{LEAST}title: "{chr(0) * MANY}"\n',
    "a fault behind a long line": f"{LEAST}closing: {'字' * 200_000}\x07\n",
    "mappings where text is meant": f"{LEAST}title: {{{'a: {b: c}, ' * MANY}}}\n",
    "unknown keys": LEAST + "".join(f"k{n}: x\n" for n in range(MANY)),
    "unknown keys in one line": "{" + ", ".join(f"k{n}: x" for n in range(MANY)) + "}\n",
    "aliases": f"{LEAST}papers:\n{'  - *a' + chr(10)}" + "  - *a\n" * MANY,
    "tags": f"{LEAST}papers:\n" + "  - !a b\n" * MANY,
    "keys given twice": LEAST + "title: x\n" * MANY,
    "quotation marks": LEAST + "title: “x”\n" * MANY,
    "byte order marks": LEAST + "title: \ufeff" * MANY,
    "unknown papers": f"{LEAST}papers:\n" + "".join(f"  - nix{n}\n" for n in range(MANY)),
    "unknown patterns": f"{LEAST}parts:\n"
    + "".join(f"  - heading: {{focus: 甲, pattern: 样{n}}}\n" for n in range(MANY)),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", FAULTY.values(), ids=list(FAULTY))
def test_many_faults_are_found_and_the_first_are_printed(here: Path, text: str) -> None:
    write(here / "m.yaml", text)

    with ending():
        result = run("outline", "m.yaml")

    assert 2 == result.exit_code
    assert result.stderr.count("error[") <= MOST_SHOWN


def test_how_many_more_faults_there_are_is_said(here: Path) -> None:
    write(here / "m.yaml", LEAST + "".join(f"k{n}: x\n" for n in range(MOST_SHOWN + 7)))

    assert run("outline", "m.yaml").stderr.endswith("and 7 more faults\n")


def test_a_file_has_no_more_faults_than_are_looked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "m.yaml", FAULTY["unknown keys"])

    with pytest.raises(ParameterError) as error:
        load(path)

    assert MOST_FAULTS == len(error.value.diagnostics)


@pytest.mark.parametrize("position", [0, 1, 50_000, 99_999, 100_000])
def test_the_part_of_a_long_line_around_a_place_fits_a_terminal(position: int) -> None:
    line = "".join(chr(0x4E00 + n % 2000) for n in range(100_000))

    shown, place = cut_around(line, position)

    assert display_width(shown) <= TERMINAL + 2
    assert line[position : position + 1] == shown[place : place + 1]


@pytest.mark.parametrize("words", ["部署", "甲", "全市", "会议", "工作"])
def test_a_name_of_a_meeting_that_is_far_too_long_is_drafted(here: Path, words: str) -> None:
    write(here / "m.yaml", f"kind: deployment\nmeeting:\n  name: {words * MANY}\n")

    with ending():
        result = run("outline", "m.yaml")

    assert 0 == result.exit_code


@pytest.mark.slow
@pytest.mark.parametrize("words", ["一", "县委书记", "张三牵头", "9", "9."])
def test_a_sheet_in_which_nothing_stops_is_read_whole(here: Path, words: str) -> None:
    write(here / "sheet.txt", words * (90_000 // len(words)))

    with ending():
        result = run("new", "--from", "sheet.txt", "-o", "m.yaml")

    assert 0 == result.exit_code
    read = (here / "m.yaml").read_text(encoding="utf-8")
    assert read.count(words) >= 90_000 // len(words)


@pytest.mark.parametrize(
    "content",
    [
        b'templates = "' + b"x" * (64 << 20) + b'"',
        b"templates = " + b"[" * 2000,
        b"a = " + b"{b=" * 900,
        b".".join([b"a"] * 2000) + b" = 1",
    ],
    ids=["large", "deep", "deep tables", "dotted"],
)
def test_a_hostile_drafter_toml_is_told(here: Path, content: bytes) -> None:
    write(here / "m.yaml")
    (here / "drafter.toml").write_bytes(content)

    result = run("outline", here / "m.yaml")

    assert (2, "error[T10") == (result.exit_code, result.stderr[:9])
