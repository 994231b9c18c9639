"""Words typed by their sound: no word stands there, and one that sounds alike would fit."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.homophones import misheard_in
from drafter.check.manuscript import Manuscript
from drafter.check.places import PROSE
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.check.wording import slips_in
from drafter.facts import patterns as re
from drafter.facts.people.names import name_at
from drafter.i18n import message

_BEHIND_NAME = re.compile("同志|先生|女士|老师|局长|书记|主任|县长|市长|镇长")
# What a post ends with, in front of a name.
_POST_ENDS = tuple("长记任员席师授士理工民生友家模")


@rule(
    "doubtful-homophone",
    "疑似同音错字",
    Severity.WARNING,
    Basis.PRACTICE,
    why="拼音输入选错了字：这里不成词，而有一个音同的常用词。请看清上下文再改。",
    bad="要不断提高治里水平。",
    good="要不断提高治理水平。",
)
def doubtful_homophone(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find two to four characters that are no word but sound like one of the genre. Names are left out.

    Two characters of which one is often a word by itself are a hint.
    """
    known = {(slip.line, slip.start) for slip in slips_in(manuscript)}
    for number, line in enumerate(manuscript.lines):
        if line.kind not in PROSE:
            continue
        for found in misheard_in(line.text):
            typed = line.text[found.start : found.end]
            if (
                _is_name(line.text, found.start, found.end)
                or (number, found.start) in known
                or not settings.wants(f"doubtful-homophone:{typed}")
            ):
                continue
            text = message("{typed} is no word; is {word} meant?", typed=typed, word=found.word)
            remedy, severity = message("see what is meant"), None if found.is_sure else Severity.HINT
            yield Found(number, found.start, found.end, text, remedy, severity=severity)


def _is_name(text: str, start: int, end: int) -> bool:
    """Return whether a name begins here: behind a post, or in front of one."""
    beside = text[:start].rstrip().endswith(_POST_ENDS) or _BEHIND_NAME.match(text, end)
    return bool(beside and name_at(text, start)) or bool(_BEHIND_NAME.match(text, end))
