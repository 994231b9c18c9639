"""Which frame says a statement: chosen by a hash, within budgets that hold for the whole speech."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b

from msgspec import Struct, field

from drafter.facts import patterns as re
from drafter.templating.compose.comments.blame import may_be_said
from drafter.templating.compose.comments.frame import ASIDES, Frame
from drafter.templating.compose.comments.frames import Frames
from drafter.templating.compose.comments.scene import is_on_scene
from drafter.templating.compose.composition import bare

MOST_METAPHORS = 2
# A longer row of partners is read out once, with the duty itself.
LONGEST_PARTNERS = 10
# With more characters a fact than these, a thought that is told through goes before an aside.
ROOMY = 65
# A thought with a picture, a consequence or a turn has so many characters.
FULL = 28
# What frames say around the facts, where more words say no more.
_AROUND = ("agenda", "opening", "closing", "occasion")
# So many characters lie between two sentences that turn on the same.
BETWEEN_ALIKE = {
    "not-but": 600,
    "question": 500,
    "this-one": 400,
    "only-then": 180,
    "not-called": 300,
    "the-more": 350,
}
BETWEEN_OTHERS = 150
# Bare days are counted so often in a speech, however long.
MOST_DAYS = 1
# Two sentences with so many pairs of signs in common, and so large a share of the shorter one, say the same.
ALIKE, ALIKE_SHARE = 3, 0.3
# So many sentences of a point are about one matter, more where few facts have long to be told; of the whole
# speech, twice as many.
MOST_OF_A_MATTER, MOST_WITH_ROOM = 3, 5
# Signs that any sentence has: 的, 了, 一.
_ANY_SIGN = frozenset(
    "的了着是在不也就才都还有没一个这那上下里来去到人事要和得把被给他她它你我们谁什么怎么样头回多少大好"
)
_QUOTED = re.compile("“[^”]*”")
_COMPARED = {"<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}


class Chooser(Struct):
    """Chooses frames, and keeps what the speech has used up."""

    frames: Frames
    kind: str
    tone: str
    variation: int
    target: int
    forbidden: tuple[str, ...] = ()
    blamed: frozenset[str] = frozenset()
    room: float = 0
    sheet: str = ""
    subjects: frozenset[str] = frozenset()
    most_hollow: int = 0
    hollow: int = 0
    used: set[str] = field(default_factory=set)
    pointed: Counter[str] = field(default_factory=Counter)
    shapes: Counter[str] = field(default_factory=Counter)
    metaphors: int = 0
    thoughts: list[frozenset[str]] = field(default_factory=list)
    matters: Counter[tuple[str, str]] = field(default_factory=Counter)

    def choose(
        self,
        says: str,
        function: str,
        forms: Mapping[str, str],
        *,
        key: str,
        section: str = "",
        natures: Collection[str] = frozenset(),
        only: bool = False,
        near: Collection[str] = (),
        numbers: Mapping[str, Decimal] = {},  # noqa: B006  (never changed)
    ) -> Frame | None:
        """Return the frame that fits best and is not used up, or None.

        Frames for a nature of the fact go before those for any; with ``only`` there are no others. ``near``
        are the shapes of the sentences beside it.
        """
        fits = self.fitting(says, function, forms, key=key, natures=natures, only=only, numbers=numbers)
        return next((frame for frame in fits if self.is_left(frame, section, near)), None)

    def fitting(
        self,
        says: str,
        function: str,
        forms: Mapping[str, str],
        *,
        key: str,
        natures: Collection[str] = frozenset(),
        only: bool = False,
        numbers: Mapping[str, Decimal] = {},  # noqa: B006  (never changed)
    ) -> list[Frame]:
        """Return all frames that fit, the best first, whether they are used up or not."""
        those = self.frames.about(says, function, natures)
        fits = [f for f in those if self._fits(f, forms, only, numbers)]
        fact = _words_of(forms)
        return sorted(fits, key=lambda f: (*self._far(f, fact), self._rank(f, key, function)))

    def _far(self, frame: Frame, fact: str) -> tuple[int, int, bool, bool]:
        """Return how far a frame is from a fact; what explains a word of the order goes last."""
        return frame.order, -nearness(frame, fact), self._haste(frame), frame.of_a_word

    def _haste(self, frame: Frame) -> bool:
        """Whether a frame says too little where few facts have many characters to themselves."""
        around = frame.general or frame.says in _AROUND
        return not around and self.room > ROOMY and len(frame.text) < FULL

    def _fits(
        self,
        frame: Frame,
        forms: Mapping[str, str],
        only: bool,
        numbers: Mapping[str, Decimal],
    ) -> bool:
        if only and not frame.about:
            return False
        if not frame.needs <= forms.keys() or frame.lacks & forms.keys():
            return False
        if not may_be_said(frame, forms, self.blamed):
            return False
        if not frame.stands_beside(_words_of(forms)):
            return False
        if "{partners}" in frame.text and len(forms["partners"]) > LONGEST_PARTNERS:
            return False
        if frame.tone and self.tone not in frame.tone:
            return False
        if frame.when and not _holds(frame.when, numbers):
            return False
        return is_on_scene(frame.text, self.sheet, at_home=self.is_at_home(frame))

    def is_at_home(self, frame: Frame) -> bool:
        """Whether a frame is of the subject of the meeting."""
        return frame.of_subject and not frame.about.isdisjoint(self.subjects)

    def is_left(self, frame: Frame, section: str, near: Collection[str]) -> bool:
        """Return whether the budgets allow a frame in a section, beside sentences of the shapes ``near``."""
        if frame.plain:
            return True
        if frame.text in self.used or any(word in frame.text for word in self.forbidden):
            return False
        if frame.pointed and self.pointed[section] >= 1:
            return False
        if frame.metaphor and self.metaphors >= MOST_METAPHORS:
            return False
        shape = frame.shape
        between = BETWEEN_ALIKE.get(shape, BETWEEN_OTHERS)
        most = MOST_DAYS if shape == "days" else max(1, self.target // between)
        return not shape or (shape not in near and self.shapes[shape] < most)

    def is_said(self, frame: Frame, section: str) -> bool:
        """Whether the thought is told already in nearly these words, or enough is told of its matter."""
        most = MOST_WITH_ROOM if self.room > ROOMY else MOST_OF_A_MATTER
        for name in frame.matters:
            if self.matters[section, name] >= most or self.matters["", name] >= 2 * most:
                return True
        mine = pairs_of(frame.text)
        return any(_are_alike(mine, other) for other in self.thoughts)

    def _rank(self, frame: Frame, key: str, function: str) -> bytes:
        seed = f"{self.kind}|{key}|{function}|{self.variation}|{frame.text}"
        return blake2b(seed.encode(), digest_size=8).digest()

    def use(self, frame: Frame, section: str = "") -> None:
        """Note that a frame is used."""
        if frame.plain:
            return
        self.used.add(frame.text)
        self.thoughts.append(pairs_of(frame.text))
        for name in frame.about:
            self.matters.update([(section, name), ("", name)] if section else [("", name)])
        self.pointed[section] += frame.pointed
        self.hollow += is_hollow(frame)
        self.metaphors += frame.metaphor
        if frame.shape:
            self.shapes[frame.shape] += 1


def is_hollow(frame: Frame) -> bool:
    """Return whether a comment would fit any fact of its type, at most in one kind of speech.

    What says that the leader wants weight on it is no such.
    """
    if "stressed" in frame.needs or frame.says in _AROUND:
        return False
    return frame.function in ASIDES and (frame.general or frame.of_a_kind)


def _words_of(forms: Mapping[str, str]) -> str:
    return bare(forms.get("clause", ""))


@lru_cache(maxsize=4096)
def nearness(frame: Frame, fact: str) -> int:
    """Return how many pairs of signs a frame shares with a fact: what is near says the words of this thing.

    A word that the frame only quotes, “全部”, brings it no nearer.
    """
    return len(pairs_of(_QUOTED.sub(" ", frame.text)) & pairs_of(fact))


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of signs of a frame that carry its thought."""
    words = re.sub(r"\{[a-z._]+\}|[^\u4e00-\u9fff]", " ", text)
    pairs = (words[i : i + 2] for i in range(len(words) - 1))
    return frozenset(pair for pair in pairs if " " not in pair and not _ANY_SIGN & set(pair))


def _are_alike(first: frozenset[str], second: frozenset[str]) -> bool:
    shared = len(first & second)
    return shared >= ALIKE and shared >= ALIKE_SHARE * min(len(first), len(second))


def _holds(condition: str, numbers: Mapping[str, Decimal]) -> bool:
    """Whether a comparison of a number holds: days <= 20."""
    match = re.fullmatch(r"(\w+) *(<=|>=|<|>) *([\d.]+)", condition)
    if match is None or match[1] not in numbers:
        return False
    return bool(_COMPARED[match[2]](numbers[match[1]], Decimal(match[3])))
