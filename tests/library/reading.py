"""How a strict editor reads a draft: what he would send back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.i18n.text import count_characters
from drafter.library import Library, load
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.speech.blocks import BlockKind, iter_blocks
from drafter.speech.tree import Field, Inline, Lead, Speech, plain_text

DEPTHS = ("brief", "standard", "full")
THREE_PARTS = (
    "deployment",
    "mobilization",
    "progress",
    "commendation",
    "warning-education",
    "party-lecture",
)
# Papers that go with a speech: they have one form, and no variants.
PAPERS = ("outline", "notice", "agenda", "press-release")
INTENSIFIERS = re.compile("进一步|切实|不断|着力|大力|全面")
CHINESE = "[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{CHINESE}[,:;?!()]|[,:;?!()]{CHINESE}")
DOUBLED = re.compile(r"[，。；：、！？]{2,}|[，；：、][”）》]")
LEFT_OVER = re.compile(r"[{}]|<\w|</|None|undefined|TODO|××|XX|%}")
FAULTS = {"template syntax": LEFT_OVER, "half-width mark": HALF_WIDTH, "doubled mark": DOUBLED}


def least(kind: str) -> Parameters:
    """Return the least parameters of ``kind``."""
    return Parameters(kind=kind, meeting=Meeting(name="全市安全生产工作会议"))


def sample(kind: str, library: Library) -> Parameters:
    """Return the full sample of ``kind``."""
    path = library.find(f"kinds/{kind}/sample.yaml")
    assert path is not None, f"{kind} has no sample.yaml"
    return load(path, library)


def lines_of(speech: Speech) -> list[str]:
    """Return the paragraphs of the page, headings and front among them."""
    return [plain_text(block.inlines) for block in iter_blocks(speech) if block.kind is not BlockKind.OUTLINE]


def length_of(speech: Speech) -> int:
    """Return the characters that are read aloud or stand on the page of a paper."""
    return sum(count_characters(plain_text(block.inlines)) for block in iter_blocks(speech) if block.section)


def sentences_of(speech: Speech) -> list[str]:
    """Return the sentences of the text, without headings on lines of their own."""
    body = [plain_text(block.inlines) for block in iter_blocks(speech) if block.kind is BlockKind.BODY]
    return [piece for line in body for piece in re.split(r"(?<=[。！？])", line) if piece]


def generic_sentences_of(speech: Speech) -> list[str]:
    """Return the sentences that the templates say, what the YAML gives left out."""
    found = []
    for block in iter_blocks(speech):
        if block.kind is BlockKind.BODY:
            text = "".join(_template_words(block.inlines))
            found += [piece for piece in re.split(r"(?<=[。！？])", text) if count_characters(piece) >= 8]
    return found


def _template_words(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Lead):
            yield from _template_words(inline.inlines)
        elif not isinstance(inline, Field):
            yield plain_text((inline,))


def complaints(speech: Speech) -> list[str]:
    """Return what an editor would send back: one line each, nothing where there is nothing."""
    found = []
    for line in lines_of(speech):
        for what, pattern in FAULTS.items():
            hit = pattern.search(line)
            if hit:
                found.append(f"{what}: {line[max(hit.start() - 12, 0) : hit.end() + 12]}")
        if not line.strip():
            found.append("an empty paragraph")
    found += [f"twice: {sentence}" for sentence in repeated(speech)]
    text = "".join(lines_of(speech))
    count = len(INTENSIFIERS.findall(text))
    if count > count_characters(text) / 100:
        found.append(f"{count} intensifiers in {count_characters(text)} characters")
    return found + [f"no body: {heading}" for heading in bare_headings(speech)]


def repeated(speech: Speech) -> list[str]:
    """Return each sentence of eight characters or more that comes up twice."""
    counts = Counter(sentence for sentence in sentences_of(speech) if count_characters(sentence) >= 8)
    return [sentence for sentence, count in counts.items() if count > 1]


def bare_headings(speech: Speech) -> list[str]:
    """Return the headings with nothing under them, and the lead sentences with nothing behind them."""
    bare = []
    for part in speech.parts:
        if part.heading and not part.lead and not part.points:
            bare.append(plain_text(part.heading))
        for point in part.points:
            if point.heading and not point.body and not point.points:
                bare.append(plain_text(point.heading))
    return bare


def changed_share(one: Speech, other: Speech) -> float:
    """Return which share of the template's sentences in ``one`` is not said in ``other``."""
    sentences = generic_sentences_of(one)
    said = set(generic_sentences_of(other))
    return sum(sentence not in said for sentence in sentences) / len(sentences) if sentences else 1.0
