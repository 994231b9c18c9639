"""What is left out because it is not settled: figures that do not agree, and what may not be promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.about import is_of_answer
from drafter.facts.sheet import Blank, Fact, Intent, IntentKind, Sheet
from drafter.facts.wishes.wish_objects import is_open
from drafter.templating.compose.wishes.avoiding import touches

# What a sheet says of figures of which it does not know the right one.
_AT_ODDS = re.compile("(?:没|未)对上|对不上|不一致|有出入|有争议|[没未不]统一|[没未]核[准实定]")
# 巡访数字 is about the figures of a matter.
_OF_FIGURES = re.compile("的?(?:具体)?(?:数字|数据|[人户]?数)$")
_SAYS_FIGURES = re.compile("数字|数据|数(?=$|[，,都也就别不])")
# So many signs with which a wish begins name what it is about.
SHORTEST_MATTER = 3
_NO_PROMISE = re.compile(
    "(?:不|别|勿|莫)(?:要|能|可|得|敢)?(?:再|先|乱|随便)?(?:许愿|许诺|答应|应承|承诺|许(?=$|[，。；]))"
)
# 课时补贴还没上会: that a matter is open is no part of it.
_HOW_FAR = re.compile("(?<=..)(?:还|都|也|尚)?(?:没|未|在).*$")


def unsettled_in(sheet: Sheet, *, at_ceremony: bool) -> Iterator[tuple[str, str]]:
    """Yield the ids of facts that are not told as they are not settled, each with the words that tell so.

    Figures that do not agree are told where nobody wants them left out, but never at a ceremony.
    """
    for line, said in _at_odds(sheet):
        why = next((i.text for i in sheet.intents if _bars_figures(i, line, sheet.facts)), "")
        why = why or (said if at_ceremony else "")
        yield from ((fact.id, why) for fact in line if why)
    open_ = [blank for blank in sheet.blanks if is_open(blank.text) or not may_be_named(blank, sheet.intents)]
    # 哪天答复没定 leaves open when it is answered, and nothing of what was asked for.
    lacking = {id_ for blank in open_ if not is_of_answer(blank.text) for id_ in blank.about}
    still_open = [fact for fact in sheet.facts if fact.id in lacking or is_open(fact.text)]
    for intent in sheet.intents:
        if matter := _not_promised(intent.text):
            yield from ((fact.id, intent.text) for fact in still_open if touches(fact, matter))


def may_be_named(blank: Blank, intents: Iterable[Intent]) -> bool:
    """Whether what is open may be named in the speech: 课时补贴还没上会，不能答应 may not.

    Nor may what a wish does not want promised, in half its words or more: 免费坐车不许愿.
    """
    matters = (pairs_in(_not_promised(intent.text)) for intent in intents)
    barred = any(sum(pair in blank.text for pair in pairs) * 2 >= len(pairs) > 1 for pairs in matters)
    return _NO_PROMISE.search(blank.text) is None and not barred


def _at_odds(sheet: Sheet) -> Iterator[tuple[list[Fact], str]]:
    """Yield the facts with two figures that do not agree, with the words that tell so."""
    by_id = {fact.id: fact for fact in sheet.facts}
    told = [(fact, fact.text) for fact in sheet.facts]
    told += [(by_id[id_], blank.text) for blank in sheet.blanks for id_ in blank.about[-1:] if id_ in by_id]
    for last, text in told:
        if (found := _AT_ODDS.search(text)) is None:
            continue
        before = [f for f in sheet.facts if f.group == last.group and f.place.start <= last.place.start]
        counted = [fact for fact in before if fact.quantities][-2:]
        line = [last] if len(last.quantities) > 1 else counted
        if last in line and sum(len(fact.quantities) for fact in line) > 1:
            yield line, found[0]


def _bars_figures(intent: Intent, line: Sequence[Fact], facts: Sequence[Fact]) -> bool:
    """Whether a wish bars figures: it stands bare behind them, or names what they count."""
    if intent.kind not in (IntentKind.AVOID, IntentKind.FORBID):
        return False
    whole = "".join(fact.text for fact in facts if fact.group == line[0].group)
    if not intent.words and any(fact.id in intent.about for fact in line):
        return True
    if not _SAYS_FIGURES.search(intent.text):
        return False
    # 检查率两家打架，别报数: what is at odds stands in front.
    matters = [_OF_FIGURES.sub("", word) for word in intent.words] or [intent.text[:SHORTEST_MATTER]]
    return any(len(matter) > 1 and matter in whole for matter in matters)


def _not_promised(text: str) -> str:
    """Return what a wish does not want promised, "" where it names nothing: 免费坐车 of 免费坐车不许愿."""
    found = _NO_PROMISE.search(text)
    front = text[: found.start()].rstrip("，,") if found else ""
    return _HOW_FAR.sub("", re.split("[，,]", front)[-1])
