"""What a sentence turns on: a question, a turn, a saying; two neighbours do not turn on the same."""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re

# What a sentence turns on; two neighbours do not turn on the same, and none too often in a speech.
_SHAPES = (
    ("days", re.compile(r"\{(?:days|rate)\}")),
    ("question", re.compile("？")),
    ("not-but", re.compile("不是.{1,16}(?:，|而)是|不在.{1,12}，?在|不看.{1,12}，?看|不等于")),
    ("this-one", re.compile("，这[一个条件段本道张块份台套][^，。；]{0,4}[就才]")),
    ("only-then", re.compile("才(?:算|叫|是|有|能|见|不|好|改|知道)|，才")),
    ("not-called", re.compile("不叫|不算|不能叫|不能算|说不上|当不了")),
    ("the-more", re.compile("越.{1,12}越|早.{0,6}早|一分")),
    ("easy-hard", re.compile("容易|好听|说起来")),
    ("but", re.compile("[，。；]?(?:可|但|偏偏|不过)")),
    ("is-known", re.compile("清楚|知道|有数|看得见|看得出")),
    ("shall", re.compile("^[^，。]{0,6}[要得](?!紧)")),
    ("please", re.compile("请")),
)
# A sentence that turns on one of these, or whose halves are built alike, is a saying more than a thought.
_SAYINGS = frozenset({"not-but", "only-then", "not-called", "the-more", "easy-hard", "this-one"})
# Halves of so many signs are built alike where they share so many in the same places.
_LEAST_HALF, _ALIKE_SIGNS = 4, 2
_HALVES = re.compile("[，；。：？]")


@lru_cache(maxsize=4096)
def shape_of(text: str) -> str:
    """Return what a sentence turns on; "" if nothing."""
    return next((name for name, regex in _SHAPES if regex.search(text)), "")


@lru_cache(maxsize=4096)
def is_saying(text: str) -> bool:
    """Return whether a sentence is an aphorism: it turns on a figure of speech, or its halves rhyme."""
    if shape_of(text) in _SAYINGS:
        return True
    halves = _HALVES.split(text)
    return any(_are_built_alike(*pair) for pair in zip(halves, halves[1:], strict=False))


def _are_built_alike(first: str, second: str) -> bool:
    if min(len(first), len(second)) < _LEAST_HALF or len(first) != len(second):
        return False
    return sum(a == b for a, b in zip(first, second, strict=True)) >= _ALIKE_SIGNS
