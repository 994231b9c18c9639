"""What stories teach by their own figures: how often it was done, what was paid for it, how long it took."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind
from drafter.templating.compose.comments.blame import is_fault
from drafter.templating.compose.composition import Sentence, sentence
from drafter.templating.compose.plan.story import hero_of

_YEARS = "[一二三四五六七八九十\\d]{1,3}年(?:零?[一二三四五六七八九十\\d]{1,2}个月|半)?"
_WHOLE = f"有期徒刑{_YEARS}|拘役[一两二三四五六\\d]个月"
_JAIL = re.compile(f"判(?:处|了|的)?，?(?:有期徒刑)?(?P<plain>{_YEARS})|(?P<whole>{_WHOLE})")
# 案子已判: by how much, the sheet may not tell.
_JUDGED = re.compile("(?:已经?|被|依法)判(?!断)|判(?:决|刑|了|的)")
_PUNISHED = re.compile("(?:被)?(?P<words>开除党籍|开除公职|开除|解除合同|撤职|免职)")
_MONEY = re.compile(r"(?<![\d.])\d[\d.]*[万亿]?元")
# Money that came back was not got, and money that was paid as a fine neither.
_NOT_GOT = re.compile(r"(?:退|追回|挽回|罚款?|补缴|上缴)[^，。]{0,4}$")
_TIMES = re.compile(r"(?<![\d.])(?P<count>\d{1,3})(?P<unit>[笔次回张单]|个(?=[一-鿿]{0,4}项目))(?!以上)")
# 讲到家里人, 说说他家里: of whom the wish has the pain told.
_FAMILY = re.compile("家里|他家|家人|家属|家庭|一家")
# A body is called by so many signs: 云岭隧道值守班.
LEAST_NAME, LONGEST_NAME = 4, 9
LEAST_DEEDS = 2
_DEEDS = (FactType.CASE, FactType.SITUATION, FactType.ACHIEVEMENT)
# With fewer times nothing grew out of the first; more are counted over several people.
LEAST_CASES = 2
LEAST_TIMES, MOST_TIMES = 3, 500


class Case(Struct, frozen=True):
    """A case of a warning: the ids of its facts, and all that its line tells."""

    ids: tuple[str, ...]
    text: str


def case_of(facts: Sequence[Fact]) -> Case:
    """Return the facts of a line as a case."""
    return Case(tuple(fact.id for fact in facts), "，".join(fact.text for fact in facts))


def lessons_of(cases: Sequence[Case], wishes: Sequence[Intent] = ()) -> list[Sentence]:
    """Return what the cases teach: one sentence on how often, one on what stands against what.

    One on who bears it with him, where ``wishes`` have his family spoken of. None where no case tells how
    somebody was punished.
    """
    punished = [case for case in cases if _price_of(case) or _JUDGED.search(case.text)]
    if not punished:
        return _borne_of_harm(cases, wishes)
    often = next((told for case in punished if (told := _often(case))), None)
    weighed = sorted(punished, key=lambda case: not _JAIL.search(case.text))
    paid = next((told for case in weighed if (told := _paid(case))), None) or _ends(punished)
    return [told for told in (often, paid, _borne_at_home(weighed, wishes)) if told is not None]


def _ends(punished: Sequence[Case]) -> Sentence | None:
    """Return how the cases ended, side by side; None for fewer than two."""
    told = [case for case in punished if _price_of(case)]
    if len(set(map(_price_of, told))) < LEAST_CASES:
        # 开除，开除 is no end to look at side by side.
        return None
    ids = tuple(id_ for case in told for id_ in case.ids)
    return sentence(f"结果放在一起看：{'，'.join(map(_price_of, told))}。", ids, "weigh")


def _borne_of_harm(cases: Sequence[Case], wishes: Sequence[Intent]) -> list[Sentence]:
    """Return that a family bears what harm befell one of them, where a wish has families spoken of."""
    harmed = next((case for case in cases if has_cue("harm", case.text)), None)
    if harmed is None or not _speaks_of_family(wishes):
        return []
    told = "事情落在一个人身上，往后的日子，一家人都要跟着改；家里人送出门去，盼的只是照样回来。"
    return [sentence(told, harmed.ids, "weigh")]


def _speaks_of_family(wishes: Sequence[Intent]) -> bool:
    return any(_FAMILY.search(wish.text) and wish.kind is not IntentKind.AVOID for wish in wishes)


def _borne_at_home(punished: Sequence[Case], wishes: Sequence[Intent]) -> Sentence | None:
    """Return that a family bears what one of them is sentenced to, where a wish has families spoken of."""
    judged = next((case for case in punished if _JUDGED.search(case.text)), None)
    if judged is None or not _speaks_of_family(wishes):
        return None
    told = "判决书上只有一个人的名字，往后难熬的日子，要一家人一起过；当初伸手的时候，没有把家里人算进去。"
    return sentence(told, judged.ids, "weigh")


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


def _often(case: Case) -> Sentence | None:
    """Return that the many times go back to the first: 41笔."""
    match = _TIMES.search(case.text)
    if match is None or not LEAST_TIMES <= int(match["count"]) <= MOST_TIMES:
        return None
    first, thing = f"头一{match['unit']}", "项目" if match["unit"] == "个" else ""
    told = f"{match[0]}{thing}，都是从{first}开始的；{first}收住了手，后面的就都没有了。"
    return sentence(told, case.ids, "weigh")


def _paid(case: Case) -> Sentence | None:
    """Return what was got beside what was paid for it: 63.8万元, 三年二个月."""
    got, price = next(_sums_in(case.text), ""), _price_of(case)
    if not got or not price:
        return None
    return sentence(f"两头摆在一起看：一头是{got}，一头是{price}。", case.ids, "weigh")


def _sums_in(text: str) -> Iterator[str]:
    """Yield the sums that somebody got, as they stand."""
    return (m[0] for m in _MONEY.finditer(text) if not _NOT_GOT.search(text[: m.start()]))


def _price_of(case: Case) -> str:
    """Return how somebody was punished: 三年二个月的刑期, 开除公职; "" where it is not told."""
    if jail := _JAIL.search(case.text):
        return jail["whole"] or f"{jail['plain']}的刑期"
    punished = _PUNISHED.search(case.text)
    return punished["words"] if punished else ""
