"""Documents that are there to take time or memory, or to be read as what they are not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path

import pytest

from drafter.files.archives import MOST_MEMBERS
from tests.cli.running import run, write
from tests.drafts import LEAST
from tests.merge.opened import BODY, PROPERTIES, members, packed
from tests.work import ending

STYLES = "word/styles.xml"
COMMANDS = (
    ("outline", "x.docx"),
    ("check", "x.docx", "--annotate", "annotated.docx"),
    ("check", "x.docx", "--fix", "--track"),
    ("check", "m.yaml", "--facts", "x.docx"),
    ("update", "x.docx", "m.yaml"),
    ("pull", "x.docx", "m.yaml"),
    ("pull", "x.docx", "new.yaml"),
    ("diff", "x.docx", "m.yaml"),
    ("diff", "m.yaml", "x.docx"),
    ("new", "--from", "x.docx"),
    ("build", "m.yaml", "-o", "x.docx"),
    ("build", "m.yaml", "--reference", "x.docx", "-o", "other.docx"),
)

Parts = dict[str, bytes]


def crowded(parts: Parts) -> Parts:
    return parts | {BODY: parts[BODY].replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_500_000, 1)}


def nearly_crowded(parts: Parts) -> Parts:
    return parts | {BODY: parts[BODY].replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 300_000, 1)}


def chained(parts: Parts) -> Parts:
    style = (
        '<w:style w:type="paragraph" w:styleId="s{0}">'
        '<w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
    )
    chain = "".join(style.format(number, number + 1) for number in range(60_000))
    paragraph = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    return parts | {
        STYLES: parts[STYLES].replace(b"</w:styles>", f"{chain}</w:styles>".encode()),
        BODY: parts[BODY].replace(b"<w:body>", f"<w:body>{paragraph * 300}".encode(), 1),
    }


def members_without_end(parts: Parts) -> Parts:
    return parts | {f"x{number}": b"" for number in range(MOST_MEMBERS * 10)}


def memory(change: Callable[[str], str]) -> Callable[[Parts], Parts]:
    """Return a change of what a document remembers of its YAML."""

    def changed(parts: Parts) -> Parts:
        text = parts[PROPERTIES].decode()
        entry = re.compile(
            r'<property [^>]*name="drafter\.given\.\d+".*?<vt:lpwstr>(.*?)</vt:lpwstr></property>'
        )
        given = change("".join(unescape(part) for part in entry.findall(text)))
        kept = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{900 + number}"'
            f' name="drafter.given.{number}">'
            f"<vt:lpwstr>{escape(given[start : start + 200])}</vt:lpwstr></property>"
            for number, start in enumerate(range(0, len(given), 200), 1)
        )
        return parts | {
            PROPERTIES: entry.sub("", text).replace("</Properties>", f"{kept}</Properties>").encode()
        }

    return changed


def deep(points: int) -> Callable[[str], str]:
    def change(given: str) -> str:
        inner = '{"text":"x","points":[' * points + "]}" * points
        return given[:-1] + f',"parts":[{{"points":[{inner}]}}]}}'

    return change


def tagged(tag: str) -> Callable[[Parts], Parts]:
    old = b'w:val="meeting.name"'
    return lambda parts: parts | {BODY: parts[BODY].replace(old, f'w:val="{tag}"'.encode())}


HOSTILE = {
    "millions of empty paragraphs": crowded,
    "as many empty paragraphs as are read": nearly_crowded,
    "styles in a chain": chained,
    "thousands of members": members_without_end,
    "points 40 deep": memory(deep(40)),
    "points 200 deep": memory(deep(200)),
    "points 5,000 deep": memory(deep(5000)),
    "a kind with a long name": memory(lambda given: given.replace("deployment", "x" * 300)),
    "an index of thousands of digits": tagged(f"parts[{'9' * 5000}].text"),
    "an answer of thousands of digits": tagged(f"answers[{'9' * 5000}]"),
    "an index in other digits": tagged("parts[٣].points[²].text"),
}


@pytest.mark.slow
@pytest.mark.parametrize("make", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_document_is_told_or_read_at_once(here: Path, make: Callable[[Parts], Parts]) -> None:
    write(here / "m.yaml")
    run("build", "m.yaml")
    hostile = packed(make(members((here / "m.docx").read_bytes())))
    for command in COMMANDS:
        (here / "x.docx").write_bytes(hostile)
        write(here / "m.yaml")

        with ending():
            result = run(*command)

        assert result.exception is None or isinstance(result.exception, SystemExit), command


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_members_in_a_method_that_word_does_not_write_are_refused(
    here: Path, command: tuple[str, ...], method: int
) -> None:
    write(here / "m.yaml")
    run("build", "m.yaml")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method) as written:
        for name, content in members((here / "m.docx").read_bytes()).items():
            written.writestr(name, content)
    (here / "x.docx").write_bytes(archive.getvalue())

    assert 2 == run(*command).exit_code


@pytest.mark.slow
def test_a_prose_that_is_far_too_long_is_not_pulled_into_a_yaml_that_nobody_reads(here: Path) -> None:
    write(here / "m.yaml", f"{LEAST}closing: |\n  今天的会议很重要。\n")
    run("build", "m.yaml")
    parts = members((here / "m.docx").read_bytes())
    longer = parts[BODY].replace("今天的会议很重要".encode(), ("今天的会议很重要" * 50_000).encode(), 1)
    (here / "m.docx").write_bytes(packed(parts | {BODY: longer}))

    result = run("pull", "m.docx", "m.yaml")

    assert 2 == result.exit_code
    assert 0 == run("outline", "m.yaml").exit_code
