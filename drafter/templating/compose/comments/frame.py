"""A frame: a sentence with slots, what it says, and when it fits."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.templating.compose.comments.rows import listed
from drafter.templating.compose.comments.shapes import is_saying, shape_of

_SLOT = re.compile(r"\{([a-z._]+)\}")
# What is said beside the facts, to guests or on the way, may be a saying.
_BESIDE = frozenset({"opening", "passage", "schedule", "thanks"})
ASIDES = frozenset({"weigh", "contrast", "verify", "address"})
# Forms that tie a sentence to this fact alone.
NEAREST = frozenset({
    "cause", "problem", "left", "people", "occasion", "helpers", "then", "rest", "onein", "lost", "won",
    "ahead", "undone", "unreached", "asker", "behalf", "place", "cell",
    "season", "hour", "rate", "nobody", "unmet", "unfound", "ratio", "most", "missed",
    "more", "behind", "past", "years", "times", "steps", "off", "idle", "wait", "claimed",
    "gapratio", "paper", "pair", "two", "unseen", "load", "over", "vain", "span", "late", "charge",
})  # fmt: skip
# What is to be done, in the words of the task.
_OWN_ACT = frozenset({"act"})
# Frames that fit a kind of speech, whatever the fact.
OCCASIONS = {
    "commendation": "表彰会", "address": "礼仪会", "symposium": "座谈会", "warning-education": "警示会",
    "inspection": "调研会", "mobilization": "动员会", "inaugural": "任职会", "party-lecture": "党课会",
    "work-report": "述职会",
}  # fmt: skip
# What frames for a kind of speech are about is its one matter.
OF_A_KIND = frozenset(OCCASIONS.values())

# How near a frame is to a fact: it names what the fact answers; it fits what the fact is about, what is
# done there; it says this in the words of the task; it fits what many facts have, or any.
NAMES, ABOUT, ACT, OWN, ANY = range(5)
# Natures of a word of an order begin so: 词一律.
OF_A_WORD = "词"
# The width of a nature in the third column of its table: what is said about wide ones comes later. An order
# tells how a task is to be done, whatever it is about: 一律, 不用请示. What is wrong is a matter of its own.
ORDER, WRONG = "order", "wrong"
WIDTHS = {"act": ACT, ORDER: ACT, "broad": ANY, WRONG: ABOUT}

# What a text must not have, at the front of an expression: ^(?!.*(?:没|未)).*
_MUST_NOT = re.compile(r"^\^(?:\(\?!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+(?:\.\*)?")


class Frame(Struct, frozen=True):
    """A row of the library. ``beside`` is a regular expression for words that the whole fact must have.

    A row ``of_subject`` stands in the file of a subject, and is about it.
    """

    says: str
    function: str
    text: str
    tone: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    beside: str = ""
    when: str = ""
    pointed: bool = False
    metaphor: bool = False
    shape: str = ""
    order: int = ANY
    of_subject: bool = False

    @property
    def matters(self) -> frozenset[str]:
        """The matters that the frame is about, of which little enough is to be said: no kind, no subject."""
        return frozenset() if self.of_subject else self.about - OF_A_KIND

    @property
    def plain(self) -> bool:
        """Whether the frame adds no words of its own to the forms."""
        return not re.search("[\u4e00-\u9fff]", _SLOT.sub("", self.text))

    @property
    def general(self) -> bool:
        """Whether the frame would fit any fact of its type: it is about none, and takes no words of one."""
        return not (self.about or self.beside) and "{" not in self.text

    @property
    def of_a_kind(self) -> bool:
        """Whether the frame would fit any fact in a kind of speech, and takes no words of one."""
        return bool(self.about) and self.about <= OF_A_KIND and "{" not in self.text

    @property
    def of_a_word(self) -> bool:
        """Whether the frame explains a word of an order: 一律, 全部."""
        return any(name.startswith(OF_A_WORD) for name in self.about)

    def stands_beside(self, text: str) -> bool:
        """Whether a text has the words beside which the frame stands."""
        return not self.beside or re.compile(self.beside).search(text) is not None

    def words_beside(self, text: str) -> frozenset[str]:
        """Return the words of a text beside which the frame stands, without what it must not have."""
        found = re.compile(_MUST_NOT.sub("", self.beside)).finditer(text) if self.beside else ()
        return frozenset(match[0] for match in found)

    def filled(self, forms: Mapping[str, str]) -> str:
        """Return the text with forms in its slots."""
        return _SLOT.sub(lambda match: forms[match[1]], self.text)


def _is_comment(row: Mapping[str, str]) -> bool:
    return row["as"] in ASIDES and row["says"] not in _BESIDE


def frame_of(row: Mapping[str, str], widths: Mapping[str, int], subject: str = "") -> Frame:
    """Return the frame of a row, in the file of a ``subject`` or of none; ``widths`` are those of natures."""
    text = row["text"]
    slots = set(_SLOT.findall(text))
    needs = frozenset({*listed(row.get("needs", "")), *slots})
    about = frozenset({subject} if subject else listed(row.get("about", "")))
    # What only explains a word of the order, 一律 or 全部, is a saying, however plain it is.
    pins = any(name.startswith(OF_A_WORD) for name in about)
    near = min((widths.get(name, ABOUT) for name in about), default=OWN if needs & _OWN_ACT else ANY)
    return Frame(
        says=row["says"],
        function=row["as"],
        text=text,
        tone=frozenset(listed(row.get("tone", ""))),
        about=about,
        needs=needs,
        lacks=frozenset(listed(row.get("lacks", ""))),
        beside=row.get("with", ""),
        when=row.get("when", ""),
        pointed=row.get("pointed") == "true" or (_is_comment(row) and (is_saying(text) or pins)),
        metaphor=row.get("metaphor") == "true",
        shape=shape_of(text),
        order=NAMES if subject or needs & NEAREST else near,
        of_subject=bool(subject),
    )
