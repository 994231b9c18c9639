"""Speeches to be rendered, and what a rendered page is measured by."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

from drafter.speech.tree import Blank, Inlines, Note, Paragraph, Part, Point, Speech, Text

MM = 25.4 / 72
# Page numbers stand below this, in mm from the top.
FOOT = 263.0
_SENTENCES = (
    "各级党组织要把社会工作摆在更加突出的位置，坚持“一盘棋”思想，强化统筹协调。",
    "要建立健全工作台账，明确时间表、路线图、责任人，做到件件有着落、事事有回音。",
    "要深入基层、深入群众，把问题找准、把原因查清、把措施定实。",
    "社会工作一头连着党委政府，一头连着千家万户，事关全局——容不得半点懈怠。",
)
_CHARACTERS = "各级党组织要把社会工作摆在更加突出位置坚持强化统筹协调建立健全台账明确责任深入群众"


def words(text: str) -> Inlines:
    return (Text(text),)


def without_marks() -> Speech:
    """Return a speech whose lines no punctuation can lengthen or shorten."""
    chooser = random.Random(9704)
    paragraphs = tuple(
        Paragraph(words("".join(chooser.choices(_CHARACTERS, k=26 + 28 * 5)))) for _ in range(16)
    )
    return Speech(title=words("在全市工作会议上的讲话"), opening=paragraphs)


def realistic() -> Speech:
    """Return a speech of several pages with one of everything."""
    chooser = random.Random(2012)
    parts = tuple(
        Part("tasks", f"{ordinal}、", words("提高政治站位，深刻认识重大意义"), (), _points(chooser))
        for ordinal in "一二三四"
    )
    return Speech(
        title=words("在2025年全市重点项目建设暨安全生产工作推进会议上的讲话"),
        byline=(Text("市委副书记  "), Blank("speaker.name", "讲话人", "写姓名")),
        date=words("（2025年10月11日）"),
        salutation=words("同志们："),
        opening=(_paragraph(chooser, 3),),
        parts=parts,
        closing=(Paragraph((Text("谢谢大家！"), Note("按会场气氛增减"))),),
        kind="deployment",
        meeting_date="2025-10-11",
    )


def _points(chooser: random.Random) -> tuple[Point, ...]:
    run_in = tuple(
        Point(f"{ordinal}要", words("压实领导责任"), (_paragraph(chooser, chooser.randint(1, 5)),))
        for ordinal in "一二"
    )
    below = Point("1.", words("健全工作机制"), (_paragraph(chooser, 2),), run_in=False, level=3)
    return (*run_in, Point("（一）", words("摸清底数"), (_paragraph(chooser, 2),), (below,), run_in=False))


def _paragraph(chooser: random.Random, sentences: int) -> Paragraph:
    return Paragraph(words("".join(chooser.choices(_SENTENCES, k=sentences))))


def lines(page: Any) -> list[tuple[float, list[dict[str, Any]]]]:
    """Return the lines of a page: baseline in points from the top, and characters from left to right."""
    rows: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for character in page.chars:
        if character["text"].strip():
            # The text matrix has the baseline; boxes differ from font to font.
            rows[round(page.height - character["matrix"][5], 1)].append(character)
    found: list[tuple[float, list[dict[str, Any]]]] = []
    for baseline in sorted(rows):
        if found and baseline - found[-1][0] < 3:
            found[-1][1].extend(rows[baseline])
        else:
            found.append((baseline, rows[baseline]))
    return [(baseline, sorted(row, key=lambda character: float(character["x0"]))) for baseline, row in found]


def text_lines(page: Any) -> list[tuple[float, list[dict[str, Any]]]]:
    """Return the lines above the foot of the page."""
    return [line for line in lines(page) if line[0] * MM < FOOT]


def text(row: list[dict[str, Any]]) -> str:
    return "".join(character["text"] for character in row)
