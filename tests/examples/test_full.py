"""The full example: a speech as an editor would accept it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

import drafter
from drafter.models.layout import Layout
from drafter.speech.blocks import BlockKind, iter_blocks
from drafter.speech.numbering import spoken_count
from drafter.speech.summary import Summary
from drafter.speech.tree import Part, Speech, plain_text
from drafter.writers.registry import writer_of
from tests.drafts import FULL, blanks_of

INTENSIFIERS = ("进一步", "切实", "不断", "着力", "大力", "全面")


@pytest.fixture(scope="module")
def speech() -> Speech:
    return drafter.draft(drafter.load(FULL))


@pytest.fixture(scope="module")
def spoken(speech: Speech) -> list[str]:
    """The paragraphs that are read aloud."""
    return [plain_text(block.inlines) for block in iter_blocks(speech) if block.section]


@pytest.fixture(scope="module")
def summary(speech: Speech) -> Summary:
    return drafter.summarize(speech, drafter.Library().kind("deployment"), drafter.load(FULL).style)


def sentences_of(paragraphs: list[str]) -> list[str]:
    return [
        sentence for paragraph in paragraphs for sentence in re.split("[。！？]”?", paragraph) if sentence
    ]


def headings_of(part: Part) -> list[str]:
    return [plain_text(point.heading) for point in part.points]


def shape(heading: str) -> list[int]:
    """Return the lengths of the clauses of ``heading``."""
    return [len(clause) for clause in heading.split("，")]


def test_the_full_example_reads_as_it_did(speech: Speech, golden: Callable[[str, str], None]) -> None:
    golden("social-work-conference.txt", writer_of("txt")(speech, Layout()).decode("utf-8"))


def test_its_length_is_that_of_a_work_speech(summary: Summary) -> None:
    assert 3300 <= summary.characters <= 3700


def test_its_shares_are_usual(summary: Summary) -> None:
    assert [] == [share for share in summary.shares if not share.usual or not share.is_usual]


def test_it_takes_about_as_long_as_was_asked_for(summary: Summary) -> None:
    assert 17 == pytest.approx(summary.minutes, abs=1)


def test_only_the_name_of_the_speaker_is_open(speech: Speech) -> None:
    assert ["speaker.name"] == [blank.path for blank in blanks_of(speech)]


@pytest.mark.parametrize("figure", ["35个", "8万人次", "1200余起", "95%以上", "5800余人", "1万人", "2～3个"])
def test_every_figure_is_told_once(spoken: list[str], figure: str) -> None:
    assert 1 == "".join(spoken).count(figure)


@pytest.mark.parametrize(
    "source", ["据市民政局统计，去年", "据市委社会工作部统计，2024年以来", "截至2025年6月底"]
)
def test_every_figure_has_its_source_and_date(spoken: list[str], source: str) -> None:
    assert source in "".join(spoken)


def test_the_opening_announces_as_many_parts_as_there_are(speech: Speech) -> None:
    opening = plain_text(speech.opening[-1].inlines)

    assert opening.endswith(f"我讲{spoken_count(len(speech.parts))}点意见。")


def test_the_lead_of_the_tasks_announces_as_many_points_as_there_are(speech: Speech) -> None:
    tasks = speech.parts[1]

    assert f"围绕{spoken_count(len(tasks.points))}个方面" in plain_text(tasks.lead[0].inlines)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_headings_of_a_part_are_parallel(speech: Speech, index: int) -> None:
    assert 1 == len({tuple(shape(heading)) for heading in headings_of(speech.parts[index])})


def test_the_headings_of_the_parts_start_alike(speech: Speech) -> None:
    assert [2, 2, 2] == [len(shape(plain_text(part.heading))) for part in speech.parts]
    assert 1 == len({shape(plain_text(part.heading))[0] for part in speech.parts})


@pytest.mark.parametrize("index", [0, 1, 2])
def test_no_two_headings_of_a_part_end_alike(speech: Speech, index: int) -> None:
    headings = headings_of(speech.parts[index])

    assert len(headings) == len({heading[-2:] for heading in headings})


def test_no_two_tasks_have_the_same_verb(speech: Speech) -> None:
    assert 4 == len({heading[-5:-3] for heading in headings_of(speech.parts[1])})


def test_no_sentence_is_said_twice(spoken: list[str]) -> None:
    counts = Counter(sentence for sentence in sentences_of(spoken) if len(sentence) >= 8)

    assert [] == [sentence for sentence, count in counts.items() if count > 1]


def test_no_sentence_is_too_long_to_be_spoken(spoken: list[str]) -> None:
    assert 140 >= max(map(len, sentences_of(spoken)))


def test_intensifiers_are_rare(spoken: list[str]) -> None:
    text = "".join(spoken)

    assert len(text) / 100 >= sum(text.count(word) for word in INTENSIFIERS)


def test_punctuation_is_full_width(speech: Speech) -> None:
    text = "".join(plain_text(block.inlines) for block in iter_blocks(speech))

    assert set("0123456789%") >= {character for character in text if character.isascii()}


def test_quotation_marks_and_brackets_are_in_pairs(spoken: list[str]) -> None:
    pairs = ["“”", "（）", "《》"]

    assert [] == [
        text for text in spoken for opening, closing in pairs if text.count(opening) != text.count(closing)
    ]


def test_every_paragraph_ends_a_sentence(speech: Speech) -> None:
    body = [plain_text(block.inlines) for block in iter_blocks(speech) if block.kind is BlockKind.BODY]

    assert [] == [text for text in body if not text.endswith(("。", "！", "。”", "！”"))]
