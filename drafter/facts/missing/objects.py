"""What a wish or a blank is about, where that stands in the clause in front of it: 上堰，不点; 预算，没定."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.text import SheetText
from drafter.facts.missing.blank_names import is_awaited, is_named
from drafter.facts.missing.blanks import asks_barely, is_missing, leads_to_blank
from drafter.facts.missing.stories import those_not_yet
from drafter.facts.sheet import IntentKind
from drafter.facts.types.fact_type import only_names
from drafter.facts.wishes import intents as wishes
from drafter.facts.wishes.behind import kind_behind
from drafter.facts.wishes.own_words import people_in
from drafter.facts.wishes.owning import US, owns_up
from drafter.facts.wishes.wish_kinds import kind_of
from drafter.facts.wishes.wish_objects import is_elsewhere

# 部门还在商量, told behind what they have not settled
_TALKED_OVER = re.compile(
    "(?:各|有关|相关)?(?:部门|单位|班子|镇村)(?:之间)?(?:还|正|仍)*在(?:商量|研究|协调|商议)"
)


def _is_talked_over(text: str) -> bool:
    """Return whether a clause only tells that those who decide are not yet agreed: 部门还在商量."""
    return _TALKED_OVER.fullmatch(text) is not None


# 林业局今天检讨过了，不再批: why it is wished.
_HAS_OWNED_UP = re.compile("(?:检讨|表过?态|认错|说|讲)过了?$")


def _is_told_elsewhere(text: str, asked: str) -> bool:
    """Whether a wish leaves untold what the clause in front of it tells to be told elsewhere."""
    unsaid = kind_of(asked) is IntentKind.AVOID or kind_behind(asked) is IntentKind.AVOID
    return unsaid and is_elsewhere(text)


def _left_to_others(sent: list[tuple[str, Clause]]) -> list[tuple[str, Clause]]:
    """Return where clauses go, those as wishes behind which one tells that all of it is told elsewhere.

    急诊不算在内，走绿色通道，以前定过，不重复.
    """
    for index in range(len(sent) - 1, 0, -1):
        if sent[index][0] == "intent" and _is_told_elsewhere(sent[index - 1][1].text, sent[index][1].text):
            left = [("intent" if where in ("fact", "note") else where, clause) for where, clause in sent]
            return left[:index] + sent[index:]
    return sent


# 各村报, behind what is asked: each of those who are asked answers for itself.
_EACH_ANSWERS = re.compile("由?各[一-鿿]{1,4}(?:自己)?[报定](?:上?来)?")


def _asked_of_each(sent: list[tuple[str, Clause]]) -> list[tuple[str, Clause]]:
    """Return where clauses go, what each is asked as a blank, with how many have not answered yet.

    护林员补助什么时候发，各村报，还有2个村没报来.
    """
    for index in range(1, len(sent)):
        if _EACH_ANSWERS.fullmatch(sent[index][1].text) and leads_to_blank(sent[index - 1][1].text):
            behind = sent[index + 1 : index + 2]
            size = 2 + any(those_not_yet(f"，{clause.text}") for _where, clause in behind)
            blanks = [("blank", clause) for _where, clause in sent[index - 1 : index - 1 + size]]
            return [*sent[: index - 1], *blanks, *sent[index - 1 + size :]]
    return sent


def with_objects(sent: list[tuple[str, Clause]], text: SheetText) -> list[tuple[str, Clause]]:
    """Return where clauses go, a wish or a blank with the clause in front that it is about.

    That clause tells no fact of its own.
    """
    sent = _asked_of_each(_left_to_others(sent))
    for index in range(len(sent) - 1, 0, -1):
        (where, clause), (before, object_) = sent[index], sent[index - 1]
        # 上堰是村党总支; 没接通的744个，是我们欠市民的，这句话他要亲口说
        wording = bool(
            re.search("是.{0,4}党(?:总支|支部|委|组)", object_.text)
            or re.match(f"是(?:{US})|(?:{US})有责任", clause.text)
            or owns_up(clause.text)
            or _HAS_OWNED_UP.search(object_.text)
        )
        if where == "intent" and before in ("fact", "note") and (wishes.needs_object(clause.text) or wording):
            reading = text.reading(object_)
            alone = index == 1 or sent[index - 2][0] != "fact" or wording
            plain = reading.type is None or (reading.weight < 2 and not reading.quantities)
            if alone and (wording or plain or _is_theirs(object_)):
                sent[index - 1] = ("intent", object_)
        elif where == "blank" and before in ("fact", "note"):
            _join_blank(sent, index, text)
    return sent


# 4家没签字的，反对的理由没报来: those alone tell nothing.
_FRAGMENT = re.compile(r"\d+[一-鿿][^，\d]{0,10}[没未][^，\d]{1,6}的")


def _join_blank(sent: list[tuple[str, Clause]], index: int, text: SheetText) -> None:
    """Send the clause in front of a blank with it, where it tells of nothing but what is missing."""
    (_where, clause), (_before, object_) = sent[index], sent[index - 1]
    first = index == 1 or sent[index - 2][0] != "fact"
    bare = asks_barely(clause.text) or is_awaited(clause.text)
    named = first and bare and only_names(text.reading(object_))
    asks = index > 1 and asks_barely(clause.text) and leads_to_blank(sent[index - 2][1].text)
    if asks and not _is_counted(object_, text):
        # 英语由谁牵头，组长正在换人，还没定: why it is open stands between.
        sent[index - 2 : index] = [("blank", sent[index - 2][1]), ("blank", object_)]
    elif first and clause.aside and is_named(object_.text):
        # 预算（数还没下来）: the bracket tells of nothing else.
        sent[index - 1] = ("blank", replace(object_, aside=True))
    elif (
        _FRAGMENT.fullmatch(object_.text)
        or named
        or is_missing(object_.text, clause.text)
        or (first and _is_open(clause, object_, text))
    ):
        sent[index - 1] = ("blank", object_)


def _is_counted(clause: Clause, text: SheetText) -> bool:
    """Whether a clause has a figure; 三个社区都想要 has none to be told."""
    return any(quantity.text[:1].isdigit() for quantity in text.quantities_in(clause))


def _is_open(clause: Clause, object_: Clause, text: SheetText) -> bool:
    """Whether a clause tells that the plain one in front is not settled: 免费坐公交，部门还在商量."""
    reading = text.reading(object_)
    return _is_talked_over(clause.text) and reading.type is None and not reading.quantities


def _is_theirs(clause: Clause) -> bool:
    """Whether a clause among the wishes names people of whom the wish behind it is: 214户，别埋怨人家."""
    return clause.section_class == "intent" and bool(people_in(clause.text))
