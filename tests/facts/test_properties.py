"""What holds for any text: no exception, nothing lost, places that fit, time in proportion."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.facts import Sheet, SheetTooLongError, find_links, forms_of, infer, read_sheet
from drafter.facts.read import LONGEST
from drafter.facts.sheet import Place
from drafter.models.scalars import ILLEGAL
from tests.work import calls_of

FOLDERS = (Path(__file__).with_name("sheets"), Path(__file__).parents[1] / "templating/heads")
SHEETS = [path.read_text(encoding="utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
PIECES = sorted({piece for sheet in SHEETS for piece in re.split(r"(?<=[，。；：、\n（）])", sheet) if piece})
# What numbers or joins and says nothing itself.
ORDINAL = re.compile(
    r"[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿]|[（(〔](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）〕]|\d{1,2}[、.．)）]|[A-H][、.．)）]"
    r"|第?(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚])[、.．，,：:是)）]|[→—>=-]+"
    r"|^\d{1,2}(?= )|^[ \u3000]*〇",
    re.MULTILINE,
)

sheets = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
loose = st.text(alphabet=st.sampled_from(sorted(set("".join(SHEETS)))), max_size=120)
anything = st.one_of(sheets, loose, st.text(max_size=200))


def places_of(sheet: Sheet) -> list[Place]:
    meeting = sheet.meeting
    words = [getattr(meeting, name) for name in ("name", "venue", "mode", "main_venue", "branch_venues")]
    words += [meeting.host, meeting.organiser, sheet.speaker.minutes_said]
    words += [*meeting.attendance, *meeting.absent, *meeting.visits, *meeting.other]
    kept = [
        *sheet.facts,
        *sheet.intents,
        *sheet.blanks,
        *sheet.notes,
        *sheet.labels,
        *sheet.before,
        *sheet.after,
    ]
    return [each.place for each in [*words, *kept] if each is not None]


def uncovered(text: str, sheet: Sheet) -> str:
    left = list(text)
    for place in places_of(sheet):
        left[place.start : place.end] = " " * (place.end - place.start)
    rest = "".join(left)
    return re.sub(r"[\W_]", "", ORDINAL.sub("", rest))


@given(anything)
def test_any_text_is_read_and_none_of_it_is_lost(text: str) -> None:
    assert "" == uncovered(text, read_sheet(text))


@given(anything)
def test_every_place_holds_the_words_that_stand_there(text: str) -> None:
    sheet = read_sheet(text)
    # What no YAML may hold is read as a blank.
    text = ILLEGAL.sub(" ", text)

    for fact in sheet.facts:
        assert fact.text == text[fact.place.start : fact.place.end]
    for intent in sheet.intents:
        assert intent.text == text[intent.place.start : intent.place.end]
    lines = len(re.split(r"\r\n|\r|\n", text))
    assert all(1 <= place.line <= lines for place in places_of(sheet))


@given(anything)
def test_what_follows_from_any_facts_can_be_drawn(text: str) -> None:
    sheet = read_sheet(text)
    day = sheet.meeting.date.start if sheet.meeting.date else None
    known = {fact.id for fact in sheet.facts}

    links = find_links(sheet.facts)
    found = infer(sheet.facts, day, links)

    assert all({link.source, link.target} <= known for link in links)
    assert all(set(inference.facts) <= known for inference in found)
    assert all(forms_of(fact).clause for fact in sheet.facts if re.search(r"\w", fact.text))


@pytest.mark.parametrize("text", SHEETS)
def test_no_word_of_a_sheet_is_lost(text: str) -> None:
    assert "" == uncovered(text, read_sheet(text))


def test_ids_are_numbered_in_the_order_of_the_sheet() -> None:
    facts = read_sheet(SHEETS[0]).facts

    assert [f"f{n}" for n in range(1, len(facts) + 1)] == [fact.id for fact in facts]


@pytest.mark.parametrize(
    "unit", ["数", "（", "，", "3", "第一，", "　 ", "由甲乙丙", "、甲", "5月1日前", "甲：", "“"]
)
def test_work_grows_with_length_and_no_faster(unit: str) -> None:
    short, long = unit * (500 // len(unit)), unit * (4000 // len(unit))
    # What is made once, on first use, is no work of a text.
    read_sheet(long)

    assert calls_of(lambda: read_sheet(long)) < 12 * calls_of(lambda: read_sheet(short))


@pytest.mark.slow
def test_shuffled_lines_are_read_without_loss() -> None:
    for seed, sheet in enumerate(SHEETS):
        lines = sheet.splitlines()
        random.Random(seed).shuffle(lines)
        text = "\n".join(lines)

        assert "" == uncovered(text, read_sheet(text))


def test_a_text_beyond_the_bound_is_refused() -> None:
    with pytest.raises(SheetTooLongError) as caught:
        read_sheet("长" * (LONGEST + 1))

    assert caught.value.remedy
