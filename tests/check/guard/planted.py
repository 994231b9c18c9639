"""Speeches with one planted fault each: an invention, a slip, a softening, an omission. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

import yaml

TAG = re.compile("⟦([^⟧]*)⟧")
_NUMBER = re.compile(r"(?<![\d.])\d[\d.]*(?![\d.])")
_DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")


# Figures that no sheet has.
_FIGURES = (37, 58, 126, 243, 417, 1350, 2680, 39, 67, 88)


@dataclass
class Speech:
    """A speech that is right, with what its sheet lets one plant into it.

    ``lines`` have tags ⟦F12⟧ behind the sentences that say a fact. ``unnamed`` are sentences that name who
    was to stay unnamed, ``forbidden`` such with words that were not wanted.
    """

    name: str
    lines: list[str]
    unnamed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    droppable: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    soft: tuple[tuple[str, str], ...] = ()
    plain: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plain = [TAG.sub("", line) for line in self.lines]


@dataclass
class Planted:
    """A speech with one fault: what kind, in which line, and the words."""

    speech: str
    kind: str
    lines: list[str]
    line: int
    words: str


Plant = Callable[[Speech, random.Random], Planted | None]


def planted(speech: Speech, seed: int, each: int = 4) -> Iterator[Planted]:
    """Yield ``each`` copies of a speech for every kind of fault, fewer where it has no room for them."""
    for kind, plant in KINDS.items():
        chance = random.Random(f"{seed}-{speech.name}-{kind}")
        seen: set[str] = set()
        for _ in range(each * 3):
            found = plant(speech, chance)
            if found is not None and found.words not in seen and len(seen) < each:
                seen.add(found.words)
                found.kind = kind
                yield found


def _body(speech: Speech) -> list[int]:
    """Return the lines that are told, without title, byline and headings."""
    return [
        n
        for n, line in enumerate(speech.plain)
        if n > 2 and line.endswith(("。", "？", "！")) and len(line) > 30
    ]


def _replaced(speech: Speech, line: int, start: int, end: int, words: str) -> Planted:
    lines = list(speech.plain)
    lines[line] = lines[line][:start] + words + lines[line][end:]
    return Planted(
        speech.name, "", lines, line, f"{speech.plain[line][max(0, start - 8) : end + 4]} → {words}"
    )


def _added(speech: Speech, chance: random.Random, sentence: str) -> Planted:
    line = chance.choice(_body(speech))
    ends = [found.end() for found in re.finditer("[。？！]", speech.plain[line])]
    at = chance.choice(ends)
    planted = _replaced(speech, line, at, at, sentence)
    planted.words = sentence
    return planted


def _numbers(speech: Speech) -> list[tuple[int, re.Match[str]]]:
    found = []
    for line in _body(speech):
        for match in _NUMBER.finditer(speech.plain[line]):
            if speech.plain[line][match.end() : match.end() + 1] not in ("月", "日", "年", "点"):
                found.append((line, match))
    return found


def _changed_digit(speech: Speech, chance: random.Random) -> Planted:
    line, match = chance.choice(_numbers(speech))
    digits = [at for at, sign in enumerate(match[0]) if sign.isdigit()]
    at = chance.choice(digits)
    new = chance.choice([d for d in "123456789" if d != match[0][at]])
    return _replaced(speech, line, match.start(), match.end(), match[0][:at] + new + match[0][at + 1 :])


def _cut_to_round(speech: Speech, chance: random.Random) -> Planted | None:
    long = [(n, m) for n, m in _numbers(speech) if m[0].isdigit() and len(m[0]) > 2 and m[0][1:].strip("0")]
    if not long:
        return None
    line, match = chance.choice(long)
    keep = chance.choice([1, len(match[0]) - 1])
    new = match[0][:keep] + "0" * (len(match[0]) - keep)
    if new == match[0]:
        return None
    return _replaced(speech, line, match.start(), match.end(), new)


def _swapped_digits(speech: Speech, chance: random.Random) -> Planted | None:
    long = [(n, m) for n, m in _numbers(speech) if m[0].isdigit() and len(set(m[0])) > 1]
    line, match = chance.choice(long)
    at = chance.randrange(len(match[0]) - 1)
    signs = list(match[0])
    signs[at], signs[at + 1] = signs[at + 1], signs[at]
    new = "".join(signs)
    return (
        None if new == match[0] or new[0] == "0" else _replaced(speech, line, match.start(), match.end(), new)
    )


_UNITS = dict(
    pair.split(">")
    for row in (
        "万元>亿元 亿元>万元 吨>公斤 户>人 处>公里 人>户 %>‰ 天>周 例>人",
        "份>人 万条>万米 台>人 件>人 宗>亩 个百分点>倍 万户>户 座>亩 公里>米",
        "亩>公里 名>户 万>亿 元>万元 所>亩 盏>米 起>亿元 家>亩",
    )
    for pair in row.split()
)


def _changed_unit(speech: Speech, chance: random.Random) -> Planted | None:
    found = []
    for line in _body(speech):
        for match in re.finditer(
            r"(?<=\d)(?:万元|亿元|个百分点|万条|万户|公里|[吨户处人%天例份台件宗座亩名元所盏起家])(?!次)",
            speech.plain[line],
        ):
            found.append((line, match))
    if not found:
        return None
    line, match = chance.choice(found)
    return _replaced(speech, line, match.start(), match.end(), _UNITS[match[0]])


def _days(speech: Speech) -> list[tuple[int, re.Match[str]]]:
    return [(n, m) for n in _body(speech) for m in _DAY.finditer(speech.plain[n])]


def _changed_day(speech: Speech, chance: random.Random) -> Planted:
    line, match = chance.choice(_days(speech))
    month, day = int(match[1]), int(match[2])
    new = chance.choice(
        [d for d in range(1, 29) if abs(d - day) > 1 and f"{month}月{d}日" not in "".join(speech.plain)]
    )
    return _replaced(speech, line, match.start(), match.end(), f"{month}月{new}日")


def _changed_month(speech: Speech, chance: random.Random) -> Planted | None:
    line, match = chance.choice(_days(speech))
    month = int(match[1]) % 12 + 1
    new = f"{month}月{match[2]}日"
    if new in "".join(speech.plain) or int(match[2]) > 28:
        return None
    return _replaced(speech, line, match.start(), match.end(), new)


def _month_end(speech: Speech, chance: random.Random) -> Planted | None:
    days = [
        (n, m) for n, m in _days(speech) if int(m[2]) < 25 and speech.plain[n][m.end() : m.end() + 1] == "前"
    ]
    if not days:
        return None
    line, match = chance.choice(days)
    return _replaced(speech, line, match.start(), match.end(), f"{match[1]}月底")


def _other_day(speech: Speech, chance: random.Random) -> Planted | None:
    """Give a task the deadline of another one."""
    days = [(n, m) for n, m in _days(speech) if speech.plain[n][m.end() : m.end() + 1] == "前"]
    line, match = chance.choice(days)
    others = sorted({m[0] for n, m in days if m[0] not in speech.plain[line]})
    if not others:
        return None
    return _replaced(speech, line, match.start(), match.end(), chance.choice(others))


def _softened(speech: Speech, chance: random.Random) -> Planted | None:
    words = chance.choice(["力争", "争取", "原则上", "尽量", "力争在", "努力做到", "尽可能"])
    found = [(n, m) for n in _body(speech) for m in re.finditer(r"\d{1,2}月\d{1,2}日前", speech.plain[n])]
    found = [
        (n, m)
        for n, m in found
        if not re.search("力争|原则上", speech.plain[n][max(0, m.start() - 12) : m.end() + 12])
    ]
    if not found:
        return None
    line, match = chance.choice(found)
    return _replaced(speech, line, match.start(), match.start(), words)


def _softened_words(speech: Speech, chance: random.Random) -> Planted | None:
    """Put a hedge in front of a hard word of the sheet."""
    found = [(n, h) for h in speech.hard for n, line in enumerate(speech.plain) if h in line and n > 2]
    if not found:
        return None
    line, hard = chance.choice(found)
    at = speech.plain[line].index(hard)
    return _replaced(speech, line, at, at, chance.choice(["尽量", "原则上", "争取", "基本", "力争"]))


def _about(speech: Speech, chance: random.Random) -> Planted | None:
    found = [
        (n, m)
        for n in _body(speech)
        for m in re.finditer(r"(\d{1,2}月\d{1,2}日)前(?=[，。；完办清销签齐])", speech.plain[n])
    ]
    if not found:
        return None
    line, match = chance.choice(found)
    return _replaced(speech, line, match.end(1), match.end(), chance.choice(["前后", "左右"]))


def _hardened(speech: Speech, chance: random.Random) -> Planted | None:
    if not speech.soft:
        return None
    old, new = chance.choice(speech.soft)
    line = next(n for n, text in enumerate(speech.plain) if old in text and n > 2)
    at = speech.plain[line].index(old)
    return _replaced(speech, line, at, at + len(old), new)


def _dropped(speech: Speech, chance: random.Random) -> Planted | None:
    if not speech.droppable:
        return None
    fact = chance.choice(speech.droppable)
    lines = []
    for line in speech.lines:
        kept = "".join(
            sentence
            for sentence in re.findall("[^⟧]*⟦[^⟧]*⟧|[^⟧]+$", line)
            if fact not in re.split("[,:]", (TAG.search(sentence) or [""])[0].strip("⟦⟧"))
        )
        lines.append(TAG.sub("", kept))
    return Planted(speech.name, "", [line for line in lines if line.strip()], -1, fact)


def _unnamed(speech: Speech, chance: random.Random) -> Planted | None:
    return _added(speech, chance, chance.choice(speech.unnamed)) if speech.unnamed else None


def _forbidden(speech: Speech, chance: random.Random) -> Planted | None:
    return _added(speech, chance, chance.choice(speech.forbidden)) if speech.forbidden else None


def _swapped_owners(speech: Speech, chance: random.Random) -> Planted | None:
    """Let two owners change places in the whole speech."""
    if len(speech.owners) < 2:
        return None
    one, other = chance.sample(speech.owners, 2)
    lines = [line.replace(one, "\0").replace(other, one).replace("\0", other) for line in speech.plain]
    return Planted(speech.name, "", lines, -1, f"{one} ↔ {other}")


def _invented(kind: str) -> Plant:
    """Return what plants a sentence that no fact gives."""

    def plant(speech: Speech, chance: random.Random) -> Planted | None:
        n = chance.choice(_FIGURES)
        told = chance.choice(sentences()[kind]).format(
            n=n, n3=n * 3, n10=n * 10, share=f"{n % 60 + 39.7:.1f}", growth=f"{n % 40 + 3.4:.1f}",
            hundredth=f"{n / 100:.2f}", month=chance.choice((8, 9, 11)), day=chance.choice((3, 8, 27)),
        )  # fmt: skip
        return _added(speech, chance, told)

    return plant


@lru_cache(maxsize=1)
def sentences() -> dict[str, list[str]]:
    """Return the sentences that are planted, by kind."""
    path = Path(__file__).with_suffix(".yaml")
    return cast("dict[str, list[str]]", yaml.safe_load(path.read_text(encoding="utf-8")))


KINDS: dict[str, Plant] = {
    "digit": _changed_digit,
    "round": _cut_to_round,
    "digits-swapped": _swapped_digits,
    "unit": _changed_unit,
    "day": _changed_day,
    "month": _changed_month,
    "month-end": _month_end,
    "other-day": _other_day,
    "softened": _softened,
    "softened-words": _softened_words,
    "about": _about,
    "hardened": _hardened,
    "dropped": _dropped,
    "unnamed": _unnamed,
    "forbidden": _forbidden,
    "owners-swapped": _swapped_owners,
    **{kind: _invented(kind) for kind in sentences()},
}
