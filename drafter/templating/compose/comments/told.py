"""A statement as it is told: its sentences by function, and what one more would add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from drafter.facts.sheet import FactType
from drafter.templating.compose.around.ceremonies import CEREMONIES
from drafter.templating.compose.comments.frame import ACT, ANY, OCCASIONS, Frame
from drafter.templating.compose.composition import Sentence, sentence
from drafter.templating.compose.forms.derived import FormSet
from drafter.templating.compose.forms.pressing import OF_ONE
from drafter.templating.compose.plan.statement import Statement

# The order in which the sentences about one statement stand.
FUNCTIONS = (
    "announce", "state", "blank", "link", "compute", "why", "weigh", "weigh2", "contrast", "answer",
    "verify", "verify2", "address", "open", "sum",
)  # fmt: skip
# These tell facts, and what follows from them; the others are comments.
FACTUAL = frozenset({"announce", "state", "blank", "compute", "answer", "open", "sum"})
# So many sentences about one statement are of one deed, such as putting right or signing; of what very many
# facts have, one less.
MOST_OF_A_DEED = 2
# So much more is a sentence worth that calls a party body as the leader wants it called.
CALLED_RIGHT = 5
# A task, whose words have its day, has so many sentences behind it that name the day again.
MOST_NAMED = 2
# How much a move is worth where a frame for the nature of the fact is there, and where only one for any is.
WORTH: dict[FactType, dict[str, tuple[float, float]]] = {
    FactType.TASK: {"verify": (9, 4), "weigh": (7.5, 3), "compute": (9, 6), "link": (8.5, 3),
        "address": (6, 2), "contrast": (6, 2)},
    FactType.PROMISE: {"verify": (9, 4), "weigh": (8, 3), "compute": (6, 6), "link": (12, 2),
        "address": (4, 2), "contrast": (6, 2)},
    FactType.PROBLEM: {"weigh": (7.5, 4), "contrast": (6, 4), "compute": (6, 6), "address": (6, 2),
        "verify": (2, 2)},
    FactType.CAUSE: {"weigh": (7, 4), "contrast": (6, 3), "address": (2, 2), "verify": (2, 2)},
    FactType.GAP: {"weigh": (6, 5), "verify": (4, 4), "contrast": (3, 3), "compute": (3, 3)},
    FactType.FUND: {"weigh": (5, 4), "verify": (5, 3), "compute": (6, 6), "address": (2, 2),
        "contrast": (2, 2)},
    FactType.CHECK: {"weigh": (7, 4), "verify": (6, 3), "contrast": (5, 3), "address": (3, 2)},
    FactType.DUTY: {"address": (7, 4), "weigh": (6, 5), "contrast": (3.5, 3), "verify": (3.5, 3)},
    FactType.REQUEST: {"weigh": (8, 5), "contrast": (6, 3), "address": (3, 3), "verify": (2, 2)},
    FactType.PROGRESS: {"compute": (5, 5), "contrast": (6, 6), "weigh": (5, 4), "verify": (2, 2),
        "address": (2, 2)},
    FactType.ACHIEVEMENT: {"weigh": (6, 5), "contrast": (5, 3), "compute": (5, 5), "address": (2, 2)},
    FactType.AWARD: {"weigh": (5, 4), "address": (4, 4)},
    FactType.SITUATION: {"weigh": (6, 5), "compute": (6, 6), "contrast": (6, 3)},
    FactType.STANCE: {"weigh": (7, 5), "contrast": (4, 3), "verify": (5, 3), "address": (2, 2)},
    FactType.CASE: {"weigh": (8, 6), "contrast": (7, 5), "address": (6, 3), "verify": (7, 2)},
    FactType.BASIS: {"weigh": (5, 1), "contrast": (3, 1)},
}  # fmt: skip


class Told(Struct):
    """A statement as it is told: the sentences by function, and how much weight it has.

    ``worn`` counts the sentences by the natures that they are about; ``general`` is set once a sentence is
    said that would fit any fact; ``subject`` is the one that has spoken of it, ``borrowed`` those that only
    its own words tell; ``leads_on`` where the statement behind it is the first of a list that it
    announces, and nothing may stand between.
    """

    statement: Statement
    forms: FormSet
    natures: frozenset[str]
    section: str
    stressed: bool = False
    spared: bool = False
    borrowed: frozenset[str] = frozenset()
    subject: str = ""
    last: bool = True
    leads_on: bool = False
    general: bool = False
    worn: Counter[str] = field(default_factory=Counter)
    sentences: dict[str, Sentence] = field(default_factory=dict)

    def spoken(self) -> Iterator[Sentence]:
        """Yield the sentences in order."""
        for function in FUNCTIONS:
            if function in self.sentences:
                yield self.sentences[function]

    @property
    def comments(self) -> int:
        """How many sentences are said about the statement, besides what tells it."""
        return sum(name not in FACTUAL for name in self.sentences)

    def say(self, function: str, frame: Frame) -> Sentence:
        """Add the sentence of a frame and return it."""
        ids = self.forms.inferences(frame.needs)
        said = sentence(frame.filled(self.forms.words), self.statement.ids, function, frame.text, ids)
        self.sentences[function] = said
        self.worn.update(frame.about)
        self.subject = next(iter(frame.about), "") if frame.of_subject else self.subject
        self.general |= frame.general and function not in FACTUAL
        return said

    def repeats(self, frame: Frame) -> bool:
        """Whether what is left, what share it is, what is wrong, or its day has been turned over already."""
        said = [sentence.frame for sentence in self.sentences.values()]
        if _names_day(frame.text) and sum(map(_names_day, said)) >= MOST_NAMED:
            return True
        return any(
            frame.needs & forms and any("{" + name + "}" in each for each in said for name in forms)
            for forms in OF_ONE
        )

    def is_worn(self, frame: Frame) -> bool:
        """Whether enough is said of the deed that a frame is about: more of it would fit any such fact."""
        most = MOST_OF_A_DEED - (frame.order == ANY)
        return frame.order >= ACT and any(self.worn[name] >= most for name in frame.about)

    def worth(self, function: str, frame: Frame) -> float:
        """Return how much a move adds; what is stressed is told at length, what is spared in a sentence."""
        specific, general = WORTH.get(self.statement.type, {}).get(function.rstrip("2"), (0, 0))
        value = specific if frame.order < ANY else general
        # How a party body is to be called is a wish of its own.
        value += CALLED_RIGHT if "cell" in frame.needs else 0
        # A story is followed by one sentence, and then ends.
        ends = not self.stressed or CEREMONIES & self.natures
        # The subject has more to say of it than that it is fine.
        # Whoever is honoured is spoken to behind what is made of his deed.
        to_him = function == "address" and OCCASIONS["commendation"] in self.natures
        over = self.statement.type is FactType.CASE and ends
        over = over and self.comments > (frame.of_subject or to_him)
        if self.spared or over or not value or self.leads_on:
            return 0
        return value + (3 if self.stressed else 0) - (1.0 if self.stressed else 1.2) * self.comments


def _names_day(text: str) -> bool:
    """Whether a frame names the day of a task."""
    return "{day}" in text or "{by}" in text
