"""What a heading in words of its own says of what stands below: by its clauses and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues, has_cue
from drafter.facts.cut.headings import hands_over
from drafter.facts.people.names import name_at
from drafter.facts.people.people import find_duty, person_told_of
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import FactType

# What most often follows what, in a sheet of notes; it tips the scales where words are few.
_FOLLOWS = {
    FactType.SITUATION.value: (FactType.PROBLEM,),
    FactType.ACHIEVEMENT.value: (FactType.PROBLEM,),
    FactType.PROBLEM.value: (FactType.CAUSE, FactType.TASK),
    FactType.CAUSE.value: (FactType.TASK,),
    FactType.TASK.value: (FactType.CHECK,),
}
# Types that hold for all items below a heading; the others are told by each item alone.
_HOLDS = (FactType.PROBLEM, FactType.CAUSE, FactType.TASK, FactType.CHECK, FactType.ACHIEVEMENT)
INTENT = "intent"
# Fewer items tell nothing of the others; a paragraph of fewer sentences is no list.
_LIST, _PARAGRAPH = 2, 4
# The speaker stands in these lines.
_HEAD = 4


def with_section_classes(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, those below a heading that no table knows with the class that they speak for."""
    found: list[Clause] = []
    above = ""
    for section, run in groupby(clauses, key=lambda clause: (clause.section, clause.section_class)):
        below = list(run)
        name, class_ = section
        if (
            name
            and class_ in ("", "facts")
            and not hands_over(name)
            and not has_cue("meeting-name", name)
            and not _CALLED.fullmatch(name)
        ):
            guess = _class_by_items(below, above, neutral=class_ == "facts")
            if guess:
                class_ = guess
                below = [replace(clause, section_class=guess) for clause in below]
            else:
                below = _with_paragraph_classes(below)
        elif not name or hands_over(name):
            below = _with_paragraph_classes(below)
        above = class_ or above
        found.extend(below)
    return found


def _with_paragraph_classes(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, those of a paragraph of many sentences with the class that most speak for."""
    found: list[Clause] = []
    for _item, run in groupby(clauses, key=lambda clause: clause.item):
        line = [*_stories(_orders(list(run)))]
        segments = {clause.segment for clause in line}
        # A label in words of its own announces a list as a heading does.
        enough = _PARAGRAPH if not line[0].label else _PARAGRAPH - 1
        class_ = _class_by_items(line, "") if len(segments) >= enough else ""
        if class_ and class_ != INTENT and not any(clause.label_class for clause in line):
            line = [replace(clause, section_class=class_) for clause in line]
        found.extend(line)
    return found


# 王科 on a line of its own calls the drafter, and is no heading.
_CALLED = re.compile("[一-鿿]{1,2}(?:科|总|处|局|主任|哥|姐|工|老师|同志)|[小老阿][一-鿿]")
# What an order has and a wish for the text has not.
_ORDER = re.compile(r"\d|[一二三四五六七八九十]月|[底末前]$|一律|必须|牵头|负责")
# 食堂阿姨 曾桂香 and 芦小娥，网格员: who it is that a story tells of.
_HERO = re.compile("(?P<whose>[一-鿿（）]{2,14})[ \u3000]{1,2}(?P<apart>[一-鿿·]{2,6})$")
_BELONGS = re.compile("(?:医学|工程|学院|系|班|级|专业|[老教]师|学生|员|护士|阿姨|师傅|老兵)$")
# 石满囤，58岁 and 数控班的沈阿木.
_AGE = re.compile(r"(?:今年|现年)?\d{2}岁")
_NAME = re.compile("[一-鿿]{2,3}")
_AMONG = re.compile("[一-鿿]{1,8}[班级院系队组科室村所校厂]的(?P<name>[一-鿿]{2,3})")
_CALLING = re.compile("[一-鿿]{2,8}(?:员|师|长|生|工|民|兵|护士|队|教授|妈妈|大爷|师傅)$")


def _orders(line: list[Clause]) -> list[Clause]:
    """Return the clauses, those of 院长要求： as tasks where most have a day, a figure or an order."""
    label = line[0].label
    if line[0].label_class != INTENT or not label.endswith("要求") or any(c.label != label for c in line):
        return line
    segments = [list(those) for _number, those in groupby(line, key=lambda clause: clause.segment)]
    orders = sum(any(_ORDER.search(clause.text) for clause in those) for those in segments)
    wishes = sum(any(found_cues("intent", clause.text) for clause in those) for those in segments)
    if len(segments) < _LIST + 1 or orders * 2 < len(segments) or wishes * 3 > len(segments):
        return line
    return [replace(clause, label_class=FactType.TASK.value) for clause in line]


def _stories(line: list[Clause]) -> Iterator[Clause]:
    """Yield the clauses, those from a sentence that opens with nobody but a person as a case."""
    told = False
    for _segment, run in groupby(line, key=lambda clause: clause.segment):
        those = list(run)
        told = told or _is_story(those)
        yield from (replace(each, section_class="case") for each in those) if told else those


# 束怀礼，1988年分到学校: whose years are told.
_SINCE = re.compile(r"\d{4}年[一-鿿]{0,6}(?:分|进|来|调|到|参加|入|考|毕业|当)")
# 一个是质监站原副站长符立新, 另一起是
_ONE_OF_THEM = re.compile("(?:另外?|还有|再)?一[个起位件名]是(?=[一-鿿]{4,24}$)")


def _is_story(clauses: Sequence[Clause]) -> bool:
    first = clauses[0]
    one = _ONE_OF_THEM.match(first.text)
    if one and len(clauses) > 1 and not first.label_class and find_persons(first.text[one.end() :], 0, 0):
        return True
    if len(clauses) > 1 and name_at(first.text, 0) == first.text and _SINCE.match(clauses[1].text):
        return True
    if len(clauses) < 2 or first.label_class or first.line <= _HEAD or find_duty(clauses[1].text):
        return False
    apart = _HERO.fullmatch(first.text)
    if apart and (name_at(apart["apart"], 0) == apart["apart"] or _BELONGS.search(apart["whose"])):
        return True
    if _AGE.match(clauses[1].text) and (_NAME.fullmatch(first.text) or person_told_of([first.text])):
        return True
    among = _AMONG.fullmatch(first.text)
    if among and name_at(among["name"], 0) == among["name"]:
        return True
    return name_at(first.text, 0) == first.text and _CALLING.fullmatch(clauses[1].text) is not None


def _class_by_items(clauses: Sequence[Clause], above: str, neutral: bool = False) -> str:
    """Return the class that most items below a heading speak for; "" where they differ.

    ``neutral``: the heading says that facts follow, and so may only be mistaken in that they are wishes.
    """
    # What a label of its own tells says nothing of the heading.
    open_ = [clause for clause in clauses if not clause.label_class]
    items = [list(run) for _item, run in groupby(open_, key=lambda clause: (clause.item, clause.segment))]
    if len(items) < (_PARAGRAPH if neutral else _LIST):
        return ""
    wishes = sum(any(found_cues("intent", clause.text) for clause in item) for item in items)
    if wishes * (1.5 if neutral else 2) > len(items):
        return INTENT
    # 要求： of its own under 垃圾: what else stands there is no task.
    ordered = any(clause.label_class == FactType.TASK.value for clause in clauses)
    return "" if neutral else _class_by_votes(items, above, ordered)


def _class_by_votes(items: Sequence[Sequence[Clause]], above: str, ordered: bool) -> str:
    """Return the class that the words of most items tell; ``ordered``: tasks have a label of their own."""
    votes: dict[str, int] = {}
    for item in items:
        for gives in {cue.gives for clause in item for cue in found_cues("type", clause.text)}:
            votes[gives] = votes.get(gives, 0) + 2
    for type_ in _FOLLOWS.get(above, ()):
        if type_.value in votes:
            votes[type_.value] += 1
    holds = [type_.value for type_ in _HOLDS if not (ordered and type_ is FactType.TASK)]
    best = max(holds, key=lambda name: votes.get(name, 0))
    # One word tells of a problem more often than of anything else.
    needed = len(items) * (1.6 if best == FactType.PROBLEM.value else 1)
    return best if votes.get(best, 0) > needed else ""
