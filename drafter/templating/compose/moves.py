"""How a statement is told: its sentence, what follows from it, and what may be said about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from drafter.facts.blank_names import said_with_blank
from drafter.facts.forms import THOUGHT
from drafter.facts.sheet import Blank, FactType, IntentKind
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import Sentence, bare, blank_mark, pieces_of
from drafter.templating.compose.forms import FormSet, forms_of
from drafter.templating.compose.frames import Frame
from drafter.templating.compose.material import Material
from drafter.templating.compose.statements import Statement

# The order in which the sentences about one statement stand.
FUNCTIONS = (
    "announce", "state", "blank", "link", "compute", "weigh", "weigh2", "contrast", "answer",
    "verify", "verify2", "address", "sum",
)  # fmt: skip
# What is missing is a noun of at most so many characters where no question asks for it.
LONGEST_NOUN = 12
_ASIDES = ("weigh", "weigh2", "contrast", "verify", "verify2", "address", "link")
# What the frames call a type of fact.
SAYS = {FactType.CASE: "example", FactType.AWARD: "achievement"}
# Of these types only the last in a row is turned against what follows, or said to somebody.
_ONCE = (FactType.ACHIEVEMENT, FactType.SITUATION, FactType.AWARD, FactType.FUND)
# How much a move is worth where a frame for the nature of the fact is there, and where only one for any is.
_WORTH: dict[FactType, dict[str, tuple[float, float]]] = {
    FactType.TASK: {"verify": (9, 4), "weigh": (7.5, 3), "compute": (8, 8), "link": (8.5, 3),
        "address": (6, 2), "contrast": (3, 2)},
    FactType.PROMISE: {"verify": (9, 4), "weigh": (8, 3), "compute": (6, 6), "link": (8, 2),
        "address": (4, 2), "contrast": (4, 2)},
    FactType.PROBLEM: {"weigh": (7.5, 4), "contrast": (5, 3), "compute": (6, 6), "address": (6, 2),
        "verify": (2, 2)},
    FactType.CAUSE: {"weigh": (7, 4), "contrast": (4, 2), "address": (2, 2), "verify": (2, 2)},
    FactType.GAP: {"weigh": (6, 5), "verify": (4, 4), "contrast": (3, 3), "compute": (3, 3)},
    FactType.FUND: {"weigh": (5, 4), "verify": (5, 3), "compute": (3, 3), "address": (2, 2),
        "contrast": (2, 2)},
    FactType.CHECK: {"weigh": (7, 4), "verify": (6, 3), "contrast": (3, 3), "address": (3, 2)},
    FactType.DUTY: {"address": (7, 4), "weigh": (5, 5), "contrast": (3, 3), "verify": (3, 3)},
    FactType.REQUEST: {"weigh": (8, 5), "contrast": (6, 3), "address": (3, 3), "verify": (2, 2)},
    FactType.PROGRESS: {"compute": (5, 5), "contrast": (6, 6), "weigh": (3, 3), "verify": (2, 2),
        "address": (2, 2)},
    FactType.ACHIEVEMENT: {"weigh": (5, 5), "contrast": (3, 3), "address": (2, 2)},
    FactType.AWARD: {"weigh": (5, 4), "address": (4, 4)},
    FactType.SITUATION: {"weigh": (5, 5), "compute": (6, 6), "contrast": (3, 3)},
    FactType.STANCE: {"weigh": (7, 5), "contrast": (4, 3), "verify": (5, 3), "address": (2, 2)},
    FactType.CASE: {"weigh": (7, 5), "contrast": (5, 3), "address": (5, 3), "verify": (4, 2)},
    FactType.BASIS: {"weigh": (1, 1)},
}  # fmt: skip


class Told(Struct):
    """A statement as it is told: the sentences by function, and how much weight it has."""

    statement: Statement
    forms: FormSet
    natures: frozenset[str]
    section: str
    stressed: bool = False
    spared: bool = False
    last: bool = True
    sentences: dict[str, Sentence] = field(default_factory=dict)

    def spoken(self) -> Iterator[Sentence]:
        """Yield the sentences in order."""
        for function in FUNCTIONS:
            if function in self.sentences:
                yield self.sentences[function]

    def worth(self, function: str, frame: Frame) -> float:
        """Return how much a move adds; what is stressed is told at length, what is spared in a sentence."""
        specific, general = _WORTH.get(self.statement.type, {}).get(function.rstrip("2"), (0, 0))
        value = specific if frame.order < 2 else general
        if self.spared or not value:
            return 0
        said = sum(name in self.sentences for name in _ASIDES)
        return value + (3 if self.stressed else 0) - (1.0 if self.stressed else 1.4) * said


def told(statement: Statement, material: Material, chooser: Chooser, section: str) -> Told:
    """Return a statement with its needed sentences: what it says, what is missing, what is left to do."""
    found = Told(
        statement,
        forms_of(statement, material),
        chooser.frames.natures_of("。".join(fact.text for fact in statement.facts)),
        section,
        stressed=any(material.stressed(fact) for fact in statement.facts),
        spared=material.spared(statement.type),
    )
    if material.kind == "symposium" and statement.type is FactType.REQUEST:
        found.natures |= {"当面"}
    found.sentences["state"] = _state(found)
    blank = _blank_of(statement, material)
    if blank is not None:
        found.sentences["blank"] = blank
    return found


def sentence(
    text: str,
    told_: Told | None = None,
    function: str = "state",
    frame: str = "",
    inferences: tuple[str, ...] = (),
) -> Sentence:
    """Return a marked text as a sentence with its sources."""
    ids = told_.statement.ids if told_ is not None else ()
    return Sentence(tuple(pieces_of(text)), ids, inferences, function, frame)


def _state(told_: Told) -> Sentence:
    """Return the sentence that says the facts, with what follows from them where it presses."""
    statement = told_.statement
    words = statement.words
    if statement.type is FactType.STANCE and THOUGHT.search(statement.facts[0].label):
        words = f"我的看法是：{words}"
    if statement.type is FactType.BASIS:
        words = f"这几件事，{'是' if bare(words).endswith('的') else ''}{words}"
    return sentence(f"{words}。", told_, "state", inferences=statement.inferences)


def _blank_of(statement: Statement, material: Material) -> Sentence | None:
    """Return the sentence with the blank that the sheet has beside a statement."""
    for blank in material.blanks:
        if set(blank.about) & set(statement.ids) and (text := blank_clause(blank, statement, material)):
            return Sentence(tuple(pieces_of(text)), statement.ids, (), "blank", "")
    return None


def place_blanks(those: Sequence[Told], material: Material) -> None:
    """Put the blanks that belong to no fact behind the statement whose words they share."""
    asked = [blank for blank in material.blanks if not blank.about]
    answered = "".join(i.text for i in material.wishes(IntentKind.OTHER))
    for blank in asked:
        free = [t for t in those if "blank" not in t.sentences]
        best = max(free, key=lambda t: _alike(blank.what, bare(t.statement.words)), default=None)
        if best is None or blank.text in answered or _alike(blank.what, bare(best.statement.words)) < 2:
            continue
        if text := blank_clause(blank, None, material):
            best.sentences["blank"] = Sentence(tuple(pieces_of(text)), best.statement.ids, (), "blank", "")


def _alike(first: str, second: str) -> int:
    """Return how many pairs of signs two texts share."""
    pairs = {first[i : i + 2] for i in range(len(first) - 1)}
    return sum(pair in second for pair in pairs)


_NO_BLANK = re.compile("单位|计量|按.按|发言稿|讲稿|稿子|材料")
_ASKED = re.compile("谁来|谁|哪一?[天家个里位]|哪|多少|几|什么时候|什么时间|怎么[\u4e00-\u9fff]{0,2}")


def blank_clause(blank: Blank, statement: Statement | None, material: Material) -> str:
    """Return a sentence with a blank in the place of what is asked; "" where none is to be said.

    城东泵站包保责任人: 城东泵站由【城东泵站包保责任人】包.
    """
    what = re.sub("[还也都]$", "", blank.what.strip().split("，")[0])
    if re.match("没|无|未", what) or _NO_BLANK.search(blank.text):
        return ""
    if _is_hushed(blank, material):
        return f"{what}，还在测算。" if "测算" in blank.text else ""
    if statement is not None and _is_said(blank, what, statement):
        return ""
    mark = blank_mark(what, blank.about[0] if blank.about else "")
    return _filled(what, mark, bare(statement.words) if statement is not None else "")


def _filled(what: str, mark: str, stated: str) -> str:
    """Return what is missing as a sentence with its blank; ``stated`` are the words in front of it."""
    if said := said_with_blank(what, mark, stated):
        return said
    asked = _ASKED.search(what)
    if asked is None:
        noun = 2 < len(what) <= LONGEST_NOUN and not re.search(r"\d|说", what)
        return f"{what}，{mark}。" if noun else ""
    if asked[0] == what == "谁":
        return f"这件事由{mark}负责。"
    if asked[0] == what or what.startswith("怎么"):
        return f"{what}，{mark}。"
    before, after = what[: asked.start()], what[asked.end() :]
    if len(before) > 2 and before in stated:
        before = "这一处"
    if asked[0].startswith("谁"):
        return f"{before}由{mark}{after or '负责'}。"
    return f"{before}{mark}{after}。"


def _is_hushed(blank: Blank, material: Material) -> bool:
    """Whether the leader does not want said what is missing: 扣多少还在测算，别写数."""
    kinds = (IntentKind.FORBID, IntentKind.AVOID)
    wishes = [i for i in material.intents if i.kind in kinds]
    return any(
        set(i.about) & set(blank.about)
        or i.text.startswith(f"{blank.what}：")
        or any(len(word) > 2 and word in blank.what for word in i.words)
        for i in wishes
    )


def _is_said(blank: Blank, what: str, statement: Statement) -> bool:
    """Whether a statement tells itself that something is missing."""
    words = "。".join(fact.text for fact in statement.facts)
    return blank.text in words or re.search(f"{re.escape(what)}[还也]?[没未]", words) is not None


class Move(Struct):
    """A move that may be made about a statement: the frames that fit it, the best first."""

    told: Told
    function: str
    frames: list[Frame]

    @property
    def base(self) -> str:
        """The function without the number of a second move: weigh for weigh2."""
        return self.function.rstrip("2")


def moves_of(told_: Told, chooser: Chooser) -> Iterator[Move]:
    """Yield the moves that there are frames for. A second one of a kind needs a frame for the nature."""
    statement = told_.statement
    for function in FUNCTIONS:
        base = function.rstrip("2")
        if base in ("contrast", "address") and statement.type in _ONCE and not told_.last:
            continue
        if base not in _WORTH.get(statement.type, {}) or (base == "compute" and _is_computed(told_)):
            continue
        frames = chooser.fitting(
            SAYS.get(statement.type, statement.type.value), base, told_.forms.words, key=statement.key,
            natures=told_.natures, only=function != base, numbers=told_.forms.numbers,
        )  # fmt: skip
        if frames:
            yield Move(told_, function, frames)


def _is_computed(told_: Told) -> bool:
    """Whether nothing presses: far deadlines, and what the sentence itself already tells."""
    days = told_.forms.numbers.get("days")
    return days is not None and days > 60 and "rate" not in told_.forms.words


def said(told_: Told, function: str, frame: Frame) -> Sentence:
    """Return the sentence of a frame about a statement."""
    ids = told_.forms.inferences(frame.needs)
    return sentence(frame.filled(told_.forms.words), told_, function, frame.text, ids)
