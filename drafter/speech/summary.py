"""The summary of a draft: its length, its reading time, the share of each part, its blanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from msgspec import Struct, to_builtins

from drafter.i18n.text import count_characters, count_spoken
from drafter.models.kind import Kind
from drafter.models.papers import Answer
from drafter.models.paths import label_in
from drafter.models.style import Style
from drafter.speech.blocks import BlockKind, iter_blocks
from drafter.speech.tree import Blank, Emphasis, Field, Inline, Inlines, Lead, Speech, plain_text


class Share(Struct, frozen=True):
    """The length of a section, its percentage of the text, and the usual band of its kind.

    ``label`` is the kind's name of a part (任务), empty for opening and closing.
    """

    section: str
    label: str
    characters: int
    percent: float
    usual: tuple[float, ...]

    @property
    def is_usual(self) -> bool:
        """Whether the share lies in the usual band; true if there is no band."""
        return not self.usual or self.usual[0] <= self.percent <= self.usual[1]


class OpenBlank(Struct, frozen=True):
    """A blank of the draft: its label, the YAML key that fills it, its place, its hint."""

    label: str
    path: str
    place: str
    hint: str


class Summary(Struct, frozen=True):
    """The figures of a draft.

    ``characters`` include marks but no white space. ``minutes`` is the reading time, which ignores marks;
    ``target`` is the time asked for, and ``off`` the difference in per cent, negative if the draft is too
    short. ``omitted`` are the keys of given values that the ``depth`` leaves out. ``unasked`` are the labels
    of answers that no blank asks for. ``name`` is what the paper is called in Chinese.
    """

    name: str
    characters: int
    minutes: float
    rate: int
    target: float | None
    off: float | None
    depth: str
    omitted: tuple[str, ...]
    unasked: tuple[str, ...]
    shares: tuple[Share, ...]
    blanks: tuple[OpenBlank, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the summary as plain values for programs."""
        return cast("dict[str, Any]", to_builtins(self))


def summarize(speech: Speech, kind: Kind, style: Style, unasked: tuple[str, ...] = ()) -> Summary:
    """Return the summary of ``speech``, read at ``style.rate`` characters a minute.

    ``unasked`` comes from ``unasked_of``, which looks at all papers of a meeting. Title, byline and outline
    are not read aloud and do not count. A paper that is not read aloud has no shares.
    """
    texts: dict[str, str] = {}
    for block in iter_blocks(speech):
        if block.section:
            texts[block.section] = texts.get(block.section, "") + plain_text(block.inlines)
    text = "".join(texts.values())
    total = count_characters(text)
    spoken = texts.items() if kind.spoken else ()
    shares = tuple(_share(section, count_characters(words), total, kind) for section, words in spoken)
    minutes = round(count_spoken(text) / style.rate, 1)
    target = style.minutes
    return Summary(
        name=kind.name,
        characters=total,
        minutes=minutes,
        rate=style.rate,
        target=target,
        off=round(100 * (minutes - target) / target, 1) if target else None,
        depth=speech.depth,
        omitted=speech.omitted,
        unasked=unasked,
        shares=shares,
        blanks=tuple(iter_blanks(speech)),
    )


def minutes_of(speech: Speech, rate: int) -> float:
    """Return the reading time of ``speech`` in minutes, at ``rate`` characters a minute."""
    text = [plain_text(block.inlines) for block in iter_blocks(speech) if block.section]
    return count_spoken("".join(text)) / rate


def _share(section: str, characters: int, total: int, kind: Kind) -> Share:
    part = kind.part(section)
    usual = {"opening": kind.opening, "closing": kind.closing}.get(section, part.share if part else ())
    label = part.name if part else ""
    return Share(section, label, characters, round(100 * characters / total, 1), usual)


def iter_blanks(speech: Speech) -> Iterator[OpenBlank]:
    """Yield every blank of ``speech`` in the order of the text, without those that the outline repeats."""
    for block in iter_blocks(speech):
        if block.kind is not BlockKind.OUTLINE:
            place = block.place or block.section or block.kind.value
            for inline in _flat(block.inlines):
                if isinstance(inline, Blank):
                    yield OpenBlank(inline.label, inline.path, place, inline.hint)


def unasked_of(answers: Iterable[Answer], papers: Iterable[Speech]) -> tuple[str, ...]:
    """Return the labels of ``answers`` that no blank of the ``papers`` asks for.

    An answer that only the depth leaves out is not among them.
    """
    given = [answer.label for answer in answers if answer.text]
    if not given:
        return ()
    asked = {label_in(path) for paper in papers for path in (*_given_in(paper), *paper.omitted)}
    return tuple(label for label in given if label not in asked)


def _given_in(speech: Speech) -> Iterator[str]:
    inlines = (inline for block in iter_blocks(speech) for inline in _flat(block.inlines))
    return (inline.path for inline in inlines if isinstance(inline, Field))


def _flat(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Lead | Emphasis):
            yield from _flat(inline.inlines)
        else:
            yield inline
