"""What stories teach by their own figures: how often it was done, what was paid for it, how long it took."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter import patterns as re
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.comments.blame import is_fault
from drafter.templating.compose.composition import Sentence, bare, sentence
from drafter.templating.compose.plan.statements import Statement
from drafter.templating.compose.plan.story import hero_of

_YEARS = "[一二三四五六七八九十\\d]{1,3}年(?:零?[一二三四五六七八九十\\d]{1,2}个月|半)?"
_WHOLE = f"有期徒刑{_YEARS}|拘役[一两二三四五六\\d]个月"
_JAIL = re.compile(f"判(?:处|了)?(?:有期徒刑)?(?P<plain>{_YEARS})|(?P<whole>{_WHOLE})")
_PUNISHED = re.compile("(?:被)?(?P<words>开除党籍|开除公职|开除|解除合同|撤职|免职)")
_MONEY = re.compile(r"(?<![\d.])\d[\d.]*[万亿]?元")
# Money that came back was not got, and money that was paid as a fine neither.
_NOT_GOT = re.compile(r"(?:退|追回|挽回|罚款?|补缴|上缴)[^，。]{0,4}$")
_TIMES = re.compile(r"(?<![\d.])(?P<count>\d{1,3})(?P<unit>[笔次回])(?!以上)")
# A body is called by so many signs: 云岭隧道值守班.
LEAST_NAME, LONGEST_NAME = 4, 9
LEAST_DEEDS = 2
_DEEDS = (FactType.CASE, FactType.SITUATION, FactType.ACHIEVEMENT)
# With fewer times nothing grew out of the first; more are counted over several people.
LEAST_CASES = 2
LEAST_TIMES, MOST_TIMES = 3, 200


def lessons_of(stories: Sequence[Statement]) -> list[Sentence]:
    """Return what the cases teach: one sentence on how often, one on what stands against what.

    None where no case tells how somebody was punished.
    """
    punished = [s for s in stories if _price_of(s)]
    often = next((told for s in punished if (told := _often(s))), None)
    weighed = sorted(punished, key=lambda s: not _JAIL.search(bare(s.words)))
    paid = next((told for s in weighed if (told := _paid(s))), None) or _ends(punished)
    return [told for told in (often, paid) if told is not None]


def _ends(punished: Sequence[Statement]) -> Sentence | None:
    """Return how the cases ended, side by side; None for fewer than two."""
    if len(punished) < LEAST_CASES:
        return None
    ids = tuple(id_ for s in punished for id_ in s.ids)
    return sentence(f"结果放在一起看：{'，'.join(map(_price_of, punished))}。", ids, "weigh")


# 扫了19年, 4分钟到场: how long somebody did something; 住院43天 is of another.
_LONG = re.compile(r"(?<=了)\d{1,3}多?(?:年|个月|个?小时|分钟|天)|(?<!\d)\d{1,3}分钟(?=到|赶)")


def times_of_deeds(facts: Sequence[Fact]) -> Sentence | None:
    """Return how long those who are honoured did what they did, side by side; None for fewer than two."""
    found: dict[str, tuple[str, str]] = {}
    for fact in facts:
        called = re.sub("[（(].*", "", fact.label)
        who = hero_of(fact) or (called if LEAST_NAME <= len(called) <= LONGEST_NAME else "")
        long = _LONG.search(fact.text)
        if len(who) > 1 and long and fact.type in _DEEDS and who not in found and not is_fault(fact.text):
            found[who] = (fact.id, long[0])
    if len(found) < LEAST_DEEDS:
        return None
    row = "，".join(f"{who}的{long}" for who, (_id, long) in found.items())
    ids = tuple(id_ for id_, _long in found.values())
    return sentence(f"{row}，长的短的，都在今天这张名单上。", ids, "weigh")


def _often(story: Statement) -> Sentence | None:
    """Return that the many times go back to the first: 41笔."""
    match = _TIMES.search(bare(story.words))
    if match is None or not LEAST_TIMES <= int(match["count"]) <= MOST_TIMES:
        return None
    first = f"头一{match['unit']}"
    return sentence(
        f"{match[0]}，都是从{first}开始的；{first}收住了手，后面的就都没有了。", story.ids, "weigh"
    )


def _paid(story: Statement) -> Sentence | None:
    """Return what was got beside what was paid for it: 63.8万元, 三年二个月."""
    text = bare(story.words)
    got = next(_sums_in(text), "")
    if not got:
        return None
    return sentence(f"两头摆在一起看：一头是{got}，一头是{_price_of(story)}。", story.ids, "weigh")


def _sums_in(text: str) -> Iterator[str]:
    """Yield the sums that somebody got, as they stand."""
    return (m[0] for m in _MONEY.finditer(text) if not _NOT_GOT.search(text[: m.start()]))


def _price_of(story: Statement) -> str:
    """Return how somebody was punished: 三年二个月的刑期, 开除公职; "" where it is not told."""
    text = bare(story.words)
    if jail := _JAIL.search(text):
        return jail["whole"] or f"{jail['plain']}的刑期"
    punished = _PUNISHED.search(text)
    return punished["words"] if punished else ""
