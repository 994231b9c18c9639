"""Bodies and papers under one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_BODY = re.compile(
    "(?:[省市县区镇乡][一-鿿]{3,9}?|[一-鿿]{2,3}[省市县区镇乡][一-鿿]{4,9}?)(?:局|委员会|中心|居)(?=[牵负要抓盯配公提上管已就的、，。]|$)"
)
_SIGNIFICANT = 6
_SHORTEST_STEM = 4
# Signs that tell like bodies apart on purpose.
_TELLING = frozenset(
    "东西南北中上下前后左右一二三四五六七八九十甲乙丙丁新老大小省市县区镇乡正副内外城郊水电气热房土工农教卫文旅体青老"
)


# One body is called a group here and a task force there; one paper a plan and a programme.
_KINDS = re.compile(
    "(?P<stem>[一-鿿]{4,14})(?P<kind>领导小组|工作专班|指挥部|工作组)(?!办公室)"
    "|《(?P<title>[^《》]{6,30}?)(?P<type>行动方案|实施方案|行动计划|实施意见|工作方案|工作计划|实施细则|管理办法|规划|方案|计划)》"
)
_SETTING_UP = re.compile("^.*?(?:成立|组建|设立|建立|发挥|调整|充实|由|的)")


@rule(
    "one-thing-two-names",
    "同一机构、文件两个名称",
    Severity.HINT,
    Basis.PRACTICE,
    why="机构、文件用全称或规范化简称，全篇一致；只差一个字的，多是打错了。",
    bad="县交通运输局牵头，县交通运输局要抓紧。\n县交通运翰局要盯住。",
    good="县交通运输局牵头，县交通运输局要抓紧。\n县交通运输局要盯住。",
)
def one_thing_two_names(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find the name of a body that differs by one character from one in the same text, and two kinds of one.

    领导小组 and 工作专班 of one matter may both exist, as may a plan and a programme: a hint.
    """
    yield from _of_two_kinds(manuscript)
    places: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for number, found in matches(manuscript, _BODY):
        places[found[0]].append((number, found))
    counts = Counter({name: len(told) for name, told in places.items()})
    for name, told in places.items():
        other = next(
            (one for one in counts if _is_slip(name, one) and _is_rarer(name, one, counts, places)), None
        )
        for number, place in told if other else []:
            text = message("is this {other}?", other=other)
            yield on(number, place, text, remedy=message("write one name for one thing"))


def _of_two_kinds(manuscript: Manuscript) -> Iterator[Found]:
    known: dict[str, str] = {}
    for number, found in matches(manuscript, _KINDS):
        stem = _SETTING_UP.sub("", found["stem"]) if found["stem"] else found["title"]
        kind = found["kind"] or found["type"]
        other = known.setdefault(stem, kind) if len(stem) >= _SHORTEST_STEM else kind
        if other != kind:
            text = message("is this {other}?", other=stem + other)
            yield on(number, found, text, remedy=message("write one name for one thing"))


def _is_slip(name: str, other: str) -> bool:
    if len(name) != len(other) or len(name) < _SIGNIFICANT or name[0] != other[0]:
        return False
    differing = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    return len(differing) == 1 and not _TELLING & set(differing[0])


def _is_rarer(
    name: str, other: str, counts: Counter[str], places: dict[str, list[tuple[int, re.Match[str]]]]
) -> bool:
    if counts[name] != counts[other]:
        return counts[name] < counts[other]
    return places[name][0][0] > places[other][0][0]
