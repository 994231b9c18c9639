"""Documents that nobody wrote in good faith: told as unreadable, or read, with little time and memory."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from contextlib import suppress
from copy import deepcopy
from random import Random

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.errors import DrafterError, ReadError
from drafter.library import builtin_library
from drafter.merge.pull import pulled, restored
from drafter.yaml.source import source_of

from .opened import BODY, COMMENTS, PROPERTIES, W, members, packed
from .scripts import DRAFTS, brought, parameters_of, written

LIBRARY = builtin_library()
SEEDS = 120
# What a stranger may have written into an attribute, or a text.
WORDS = (
    "", "x", "-1", "9" * 5000, "٣", "1.5", "_drafter_", "_drafter_1", "drafter_tasks", "meeting.name",
    "parts[99].points[99].text", "parts[0]", "answers[x]", "answers[]", "~00000000", "parts[", "a.b.c",
    "99999999999999999999", "\u2029", "【讲话人姓名】", "speaker.name", "meeting.date", "{place}",
)  # fmt: skip
PARTS = (BODY, BODY, BODY, PROPERTIES, COMMENTS, "word/styles.xml", "_rels/.rels", "docProps/core.xml")


def spoilt(seed: int) -> bytes:
    """A document in which elements and attributes were thrown about."""
    chance = Random(seed)
    parts = members(written("least"))
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(PARTS)
        root = etree.fromstring(parts[name])
        for _ in range(chance.randint(1, 4)):
            spoil(root, chance)
        parts[name] = etree.tostring(root)
    return packed(parts)


def spoil(root: etree._Element, chance: Random) -> None:
    elements = [one for one in root.iter(etree.Element) if one is not root]
    if not elements:
        return
    one, other = chance.choice(elements), chance.choice(elements)
    how = chance.randrange(6)
    if how == 0 and one.attrib:
        one.set(chance.choice(sorted(one.attrib)), chance.choice(WORDS))
    elif how == 1 and one.attrib:
        del one.attrib[chance.choice(sorted(one.attrib))]
    elif how == 2:
        one.getparent().remove(one)
    elif how == 3:
        one.addnext(deepcopy(one))
    elif how == 4 and one is not other and one not in other.iterancestors():
        other.append(one)
    else:
        one.text = chance.choice(WORDS)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_is_in_a_document_no_fault_but_our_own_is_told(seed: int) -> None:
    docx, given = spoilt(seed), parameters_of("speech" if seed % 5 == 0 else "least")
    source = source_of("m.yaml", DRAFTS["least"].read_text(encoding="utf-8"))
    for choice, track in (("", False), ("ours", False), ("theirs", True)):
        try:
            update = brought(docx, given, choice, track)
        except DrafterError:
            continue
        if update.document is not None:
            assert brought(update.document, given, choice, track).document is None
    for read in (
        lambda: pulled(docx, source, parameters_of("least"), LIBRARY),
        lambda: restored(docx, LIBRARY),
    ):
        with suppress(DrafterError):
            read()


def crowded(markup: str) -> bytes:
    """The least document, with a paragraph of ``markup`` before all others."""
    parts = members(written("least"))
    body = parts[BODY].decode()
    return packed(parts | {BODY: body.replace("<w:p>", f"<w:p>{markup}</w:p><w:p>", 1).encode()})


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


CROWDS = {
    "bookmarks": "".join(
        f'<w:bookmarkStart w:id="{90000 + n}" w:name="x{n}"/>{run("字")}' for n in range(10_000)
    ),
    "bookmarks around a long line": "".join(
        f'<w:bookmarkStart w:id="{9000 + n}" w:name="x{n}"/>{run("甲")}' for n in range(99)
    )
    + run("字" * 1_000_000),
    "controls of one value": "".join(
        f'<w:sdt><w:sdtPr><w:tag w:val="meeting.name"/><w:id w:val="{900000 + n}"/></w:sdtPr><w:sdtContent>'
        f"{run('全市安全生产工作会议')}</w:sdtContent></w:sdt>"
        for n in range(3_000)
    ),
    "characters": run("的" * 1_000_000),
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_however_much_of_one_thing_there_is_it_is_read_at_once(crowd: str) -> None:
    least = parameters_of("least")
    given = replace(least, meeting=replace(least.meeting, name="全市防汛工作会议"))

    # The suite's own patience is the limit: each took minutes, or all the memory there is.
    assert brought(crowded(CROWDS[crowd]), given, "ours").document is not None


def test_a_passage_that_is_far_too_long_is_one_change() -> None:
    parts = members(written("least"))
    body = parts[BODY].decode()
    without = re.sub(r"<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1", body)
    filled = without.replace("今天，", f"今天，{'的' * 40_000}", 1)

    assert brought(packed(parts | {BODY: filled.encode()}), parameters_of("speech"), "theirs").document


def test_a_part_that_lies_behind_the_end_of_the_file_is_told() -> None:
    content = bytearray(packed(members(written("least")) | {"zzz.bin": b"x"}))
    entry = content.rfind(b"PK\x01\x02")
    content[entry + 42 : entry + 46] = struct.pack("<L", len(content) - 5)

    with pytest.raises(ReadError):
        brought(bytes(content), parameters_of("speech"))


def test_a_document_without_a_body_is_none() -> None:
    parts = members(written("least"))
    empty = f'<w:document xmlns:w="{W[1:-1]}"/>'.encode()

    with pytest.raises(ReadError):
        brought(packed(parts | {BODY: empty}), parameters_of("least"))


def damaged(name: str, *, how: str) -> bytes:
    """A document with one damaged part, which an update does not touch."""
    parts = members(written("least"))
    if how == "torn":
        return packed(parts | {name: parts[name][: len(parts[name]) // 2]})
    docx = bytearray(packed(parts))
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        member = archive.getinfo(name)
    docx[member.header_offset + 30 + len(name) + member.compress_size // 2] ^= 0xFF
    return bytes(docx)


@pytest.mark.parametrize("how", ["torn", "flipped"])
@pytest.mark.parametrize(
    "name", ["word/settings.xml", "word/footer1.xml", "word/fontTable.xml", "_rels/.rels"]
)
def test_a_damaged_part_is_not_passed_on(name: str, how: str) -> None:
    given = parameters_of("least")
    new = replace(given, speaker=replace(given.speaker, name="覃小禾"))

    with pytest.raises(ReadError):
        brought(damaged(name, how=how), new, "", False)
