"""What reads as a fact of the sheet and is said to the writer: which of it is never read out.

A clerk writes to whoever drafts: 这三个都核过了, 可以点名, 不说数. The hall is not to hear it.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.around import stands
from drafter.facts.cut.cues import first_cue
from drafter.facts.sheet import Fact
from drafter.facts.wishes.to_writer import is_to_writer

# What stands at the end of a clause and is no clause of its own.
_AT_END = re.compile(
    "[，,；;]?(?:可以(?:讲|说|用|宣布|公布|提)|要(?:说明|讲)[^，；。]{0,10}|照实说|不能许|别许愿|写对|注意)$"
)
# A clause with the mark in front of it.
_ONE = re.compile("(^|[，,；;。])([^，,；;。]+)")
# What only leads to those of whom one may speak: 可以说到的人：红枫小学的崔素英.
_LABEL = re.compile(
    "(?:可以|要|能|得)(?:讲|说|提|点|写|用)(?:到|的|名)*(?:的?(?:人|事|例子?|数|话|内容|点))?$"
)


def is_said_to_writer(fact: Fact) -> bool:
    """Whether all that a fact tells is said to the writer: it stands below his wishes, or each clause is."""
    clauses = _clauses(fact.text)
    return first_cue("label", fact.label) == "intent" or (
        bool(clauses) and all(is_to_writer(clause) for clause in clauses)
    )


_SPEAKS = re.compile("(?:最后|然后|接着|再|来)?(?:讲话?|作?报告|致辞|作?总结)(?=$|[，,。；;、→])")


def tells_that_he_speaks(fact: Fact, name: str, posts: Sequence[str]) -> bool:
    """Whether a fact tells that the speaker himself is to speak: it is the order of the meeting."""
    ends = {post[-size:] for post in posts for size in (2, 3) if len(post) >= size}
    called = [name, *(f"{name[:1]}{end}" for end in ends)] if name and ends else []
    return any(stands(each, fact.text, _SPEAKS) for each in called)


def instructions_in(fact: Fact) -> tuple[str, ...]:
    """Return the clauses of a fact that are said to the writer, where others remain."""
    clauses = _clauses(fact.text)
    found = [clause for clause in clauses if is_to_writer(clause)]
    return tuple(found) if len(found) < len(clauses) else ()


def without_instructions(text: str) -> str:
    """Return a text without the clauses that are said to the writer, and the mark in front of each."""
    rest = _ONE.sub(lambda match: "" if is_to_writer(match[2].strip()) else match[0], text)
    return _AT_END.sub("", rest).lstrip("，,；;。")


def is_label_for_writer(label: str) -> bool:
    """Whether a label tells the writer of what he may speak, and nobody else anything."""
    return _LABEL.fullmatch(label) is not None or is_to_writer(label)


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in re.split("[，,；;。！]", text) if clause.strip()]
