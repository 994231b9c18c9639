"""What ties facts together beyond the words that they share: rests, nights, askers, things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.links import Link, LinkKind
from drafter.facts.sheet import TASKS, Fact, FactType

# Who asks is called in so few signs, a thing in these.
LONGEST_ASKER = 6
LONGEST_THING = 4
# Of all there is of a thing: 全县林地.
OF_ALL = re.compile("全[省市县区镇乡村校院厂矿站系]")
# What a request begins with may be its matter: 付款：账期太长.
_MATTER = re.compile("[款费税价证路房量期电水]$|^(?:服务|安全|停车|交通|环境|看病|上学|养老)$")

# The tasks that a fact is tied to, by its id.
Homes = Mapping[str, frozenset[str]]
# So many shared signs tie how a thing stands to its task wherever they are.
LEAST_SHARED = 3


def ties_of(facts: Sequence[Fact], found: Sequence[Link]) -> Iterator[Link]:
    """Yield links between ``facts`` beside those that were ``found``."""
    yield from _further_rests(facts, found)
    yield from _nights(facts)
    yield from _by_name(facts)
    yield from _by_thing(facts, found)
    yield from _held(facts, found)
    yield from _sanctions(facts, found)


def _further_rests(facts: Sequence[Fact], links: Sequence[Link]) -> list[Link]:
    """Return links from 剩下的欠款 to the progress that tells of it in other words: 欠企业账款."""
    found: list[Link] = []
    for fact in facts:
        match = re.search("剩[下余]的([\u4e00-\u9fff]{2})", fact.text)
        if fact.type not in TASKS or match is None or linked(links, fact, "rest"):
            continue
        for other in facts:
            if other.type is FactType.PROGRESS and all(sign in other.text for sign in match[1]):
                found.append(Link("rest", fact.id, other.id, match[1]))
                break
    return found


def _nights(facts: Sequence[Fact]) -> list[Link]:
    """Return links from a check or a task by night to what went wrong by night."""
    wrong = next((f for f in facts if f.type is FactType.PROBLEM and "夜" in f.text), None)
    checks = [f for f in facts if f.type is FactType.CHECK and "夜" in f.text]
    tasks = [f for f in facts if f.type is FactType.TASK and "夜" in f.text]
    kinds: tuple[tuple[LinkKind, list[Fact]], ...] = (("check", checks), ("problem", tasks))
    return [Link(kind, f.id, wrong.id, "夜") for kind, those in kinds for f in those if wrong is not None]


def _by_name(facts: Sequence[Fact]) -> list[Link]:
    """Return links from a promise to the request of him whom it names: 韩茂才的皮影第一批进."""
    found: list[Link] = []
    for request in (f for f in facts if f.type is FactType.REQUEST):
        asker = asker_of(request)
        aims = (f for f in facts if f.type in TASKS)
        found += [Link("problem", f.id, request.id, asker) for f in aims if asker and asker in f.text]
    return found


def _by_thing(facts: Sequence[Fact], links: Sequence[Link]) -> list[Link]:
    """Return links from a task to what is wrong with its thing, called by a longer name: 机头护罩, 护罩."""
    found: list[Link] = []
    tied = {link.target for link in links if link.kind in ("problem", "gap", "rest")}
    wrong = [f for f in facts if f.type in (FactType.GAP, FactType.PROBLEM) and f.id not in tied]
    for task in (f for f in facts if f.type is FactType.TASK and 2 <= len(f.topic) <= LONGEST_THING):
        named = [f for f in wrong if _is_wrong_with(f, task.topic)]
        if len(named) == 1 and not linked(links, task, "problem", "gap", "rest"):
            gap = named[0].type is FactType.GAP
            found.append(Link("gap" if gap else "problem", task.id, named[0].id, task.topic))
    return found


# What somebody answers for stands in front of him: 目录归药学部主任管.
_HELD = re.compile(r"(?P<thing>[一-鿿\d“”]{2,8}?)(?:由|归)(?=[一-鿿])")


def thing_held(fact: Fact) -> str:
    """Return for what somebody answers, as a duty names it in front of him; "" if it does not."""
    found = _HELD.match(fact.text) if fact.type is FactType.DUTY else None
    return found["thing"] if found else ""


def _held(facts: Sequence[Fact], links: Sequence[Link]) -> Iterator[Link]:
    """Yield links from a duty to the one task whose thing has its short name: 药品目录, 目录."""
    tasks, held = [f for f in facts if f.type in TASKS], {k.source for k in links if k.kind == "owner"}
    for duty in (f for f in facts if f.id not in held):
        thing = thing_held(duty)
        if len(thing) < LEAST_SHARED and pattern("body-end").search(thing):
            # 社区 are all places of a kind, 中转站 a thing.
            continue
        named = [f for f in tasks if thing in f.topic] if thing else []
        if len(named) == 1:
            yield Link("owner", duty.id, named[0].id, thing)


# What a sanction meets: 查到不签字的，班长停岗3天.
_MET = re.compile("(?:查[到出实]|发现|凡是?|谁)[不没未]?(?P<deed>[一-鿿]{2,6}?)的")


def _sanctions(facts: Sequence[Fact], links: Sequence[Link]) -> Iterator[Link]:
    """Yield links from a sanction to the one task for just what it meets: 不签字, 必须签字."""
    tasks, held = [f for f in facts if f.type in TASKS], {k.source for k in links if k.kind == "check"}
    lines: dict[int, list[Fact]] = {}
    for fact in facts:
        lines.setdefault(fact.group, []).append(fact)
    for check in (f for f in facts if f.type is FactType.CHECK and f.id not in held):
        line = (f.text for f in lines[check.group] if f.place.start >= check.place.start)
        met = _MET.search("，".join(line))
        rules = [f for f in tasks if met and met["deed"] in f.text]
        if met and len(rules) == 1:
            yield Link("check", check.id, rules[0].id, met["deed"])


def _is_wrong_with(fact: Fact, thing: str) -> bool:
    """Whether a fact tells that something is wrong with a thing: a gap may tell of several."""
    if fact.type is FactType.GAP:
        return thing in fact.text
    return fact.topic != thing and fact.topic.endswith(thing)


def asker_of(fact: Fact) -> str:
    """Return who made a request, "" where nobody is named: 罗鸣：排练厅漏雨."""
    match = re.match("([一-鿿]{2,6})：", fact.text)
    name = match[1] if match else fact.who
    nobody = re.match("有人|大家|几位|不少", name) or _MATTER.search(name)
    return name if 2 <= len(name) <= LONGEST_ASKER and not nobody else ""


def linked(links: Sequence[Link], fact: Fact, *kinds: str) -> list[Link]:
    """Return the links that start at a fact, of the kinds given."""
    return [link for link in links if link.source == fact.id and link.kind in kinds]


def homes_of(links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Return the tasks that each fact is tied to: a duty by who answers, all else by what is told of."""
    found: dict[str, set[str]] = {}
    for link in links:
        chance = link.kind == "noun" and len(OF_ALL.sub("", link.why)) < 2
        if link.kind in ("noun", "problem", "rest", "gap") and not chance:
            found.setdefault(link.target, set()).add(link.source)
        elif link.kind == "owner":
            found.setdefault(link.source, set()).add(link.target)
    return {fact: frozenset(tasks) for fact, tasks in found.items()}
