"""What is said in front of statements: a lead, announced lists, ordinals, and which point weighs most."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import counted, in_numerals
from drafter.facts.sheet import TASKS, FactType
from drafter.templating.compose.around.passages import phrase
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import OCCASIONS
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.composition import Sentence, pieces_of
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.announced import announced_causes, announced_list, asked_why
from drafter.templating.compose.plan.points import Group, stress_word
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.statements import causes_beside
from drafter.templating.compose.words.spoken_labels import label_of

# From so many on, tasks and problems are counted out.
LEAST_COUNTED = 2
# What goes on from the sentence in front needs no lead.
_GOES_ON = re.compile("其中|没|未|剩|其余|另外|不过|但|也|还有|[一二三四五六七八九十样]+是|第.[处个件条项]，")
_MEANS = (FactType.FUND, FactType.CHECK)
# What answers a stressed matter, or tells why it came about, weighs as much.
_ANSWERS = (*TASKS, *_MEANS, FactType.CAUSE, FactType.DUTY)


def tell_through(
    those: Sequence[list[Told]],
    group: Group,
    number: int,
    about: Sequence[str],
    material: Material,
    chooser: Chooser,
    section: str,
) -> list[list[Told]]:
    """Tell the weightiest point through: say that it weighs most, and count out what answers it.

    Return its paragraphs: each unit that answers it has its own. ``number`` is how many
    points stand in front of it; ``about`` is of what frames its lead may be.
    """
    for each in (each for paragraph in those for each in paragraph):
        # CT平均等1.1天 on the line of 磁共振等3.6天 has no weight of its own.
        facts = each.statement.facts
        each.stressed = each.statement.type in _ANSWERS or any(map(material.stressed, facts))
    word = stress_word(material, group)
    if about and those and those[0]:
        lead = phrase(
            chooser,
            "transition",
            "link",
            {"topic": word} if word else {},
            section,
            about,
        )
        _put_in_front(those[0][0], lead)
    firsts = [t for p in those for t in p if t.statement in _openers(group)]
    if len(firsts) < LEAST_COUNTED:
        return list(those)
    forms = {"count_word": counted(len(firsts))}
    _put_in_front(firsts[0], phrase(chooser, "transition", "link", forms, section, ["起头"]))
    # The point itself is 三是.
    _number(firsts, "", lambda _n: "一样是")
    # Who looks that it is done looks at all of it.
    opens = {id(t) for p in those for t in p if t in firsts or t.statement in _checks(group)}
    return [part for paragraph in those for part in _parted(paragraph, opens)]


def _openers(group: Group) -> list[Statement]:
    """Return what each unit of a point that answers its matter begins the answer with."""
    answers = ([s for s in unit.statements if s.type in TASKS] for unit in group.units)
    return [those[0] for those in answers if those]


def _checks(group: Group) -> list[Statement]:
    """Return the first statement of each unit that tells of nothing but how it is looked at."""
    return [u.statements[0] for u in group.units if u.type is FactType.CHECK]


def _parted(paragraph: Sequence[Told], opens: Collection[int]) -> Iterator[list[Told]]:
    """Yield the parts of a paragraph, the next from each of those that open one."""
    part: list[Told] = []
    for each in paragraph:
        if part and id(each) in opens:
            yield part
            part = []
        part.append(each)
    yield part


def _put_in_front(told: Told, sentence: Sentence | None) -> None:
    """Put a sentence in front of a statement, behind the one that stands there already."""
    if sentence is None:
        return
    before = told.sentences.get("announce")
    pieces = (*(before.pieces if before else ()), *sentence.pieces)
    told.sentences["announce"] = Sentence(pieces, sentence.facts, (), "announce", sentence.frame)


def announce(paragraph: Sequence[Told], material: Material, in_point: bool = False) -> None:
    """Number causes, and problems that a label announces: 最要紧的有三处. 第一处，……

    Causes ``in_point`` are numbered otherwise than the points: 其一.
    """
    causes = [t for t in paragraph if t.statement.type is FactType.CAUSE and not t.statement.listed]
    lines, others = (
        {t.statement.facts[0].group for t in paragraph if (t.statement.type is FactType.CAUSE) is are_causes}
        for are_causes in (True, False)
    )
    # Causes on lines of their own are one list; on a line that tells what is wrong, one is for just that.
    if causes and (len(lines) == 1 or not lines & others):
        for why, those in groupby(causes, key=lambda t: asked_why(t.statement.facts[0])):
            _announce_causes(list(those), why, material, in_point)
    sayings = [t for t in paragraph if t.statement.type is FactType.STANCE]
    if len(sayings) > 1 and OCCASIONS["address"] in sayings[0].natures:
        _number(sayings, f"还有{counted(len(sayings))}句话，送给大家", lambda n: f"第{in_numerals(n)}句，")
        return
    problems = (t for t in paragraph if t.statement.type is FactType.PROBLEM)
    for _label, those in groupby(problems, key=lambda each: label_of(each.statement.facts[0])):
        _announce_problems(list(those))


def _announce_causes(causes: Sequence[Told], why: str, material: Material, in_point: bool) -> None:
    """Number causes of one thing; one alone answers what its label asks, ``why``: 羊为什么低？散养户……"""
    if len(causes) > 1:
        of_all = len({id_ for each in causes for id_ in causes_beside(each.statement, material)})
        # In a point they are those of its matter, whatever else the sheet gives reasons for.
        whole = in_point or sum(len(each.statement.facts) for each in causes) >= of_all
        lead = announced_causes(causes[0].statement.facts[0], len(causes), len(causes) if whole else of_all)
        _number(causes, lead, lambda n: f"其{in_numerals(n)}，" if in_point else f"{in_numerals(n)}是")
    elif why:
        _number(causes, f"{why}？", lambda _n: "")
    elif in_point and len(causes_beside(causes[0].statement, material)) > 1:
        _number(causes, "", lambda _n: "有一条原因是，")


def _announce_problems(problems: Sequence[Told]) -> None:
    """Number problems that stand in a row under one label: 没改的里头，最要紧的有三条. 第一条，……"""
    if len(problems) < LEAST_COUNTED:
        return
    lead, measure = announced_list([t.statement for t in problems])
    if lead:
        _number(problems, lead, lambda n: f"第{in_numerals(n)}{measure}，")


def _number(those: Sequence[Told], lead: str, ordinal: Callable[[int], str]) -> None:
    """Announce statements with ``lead``, if there is one, and number their sentences."""
    if lead:
        before = those[0].sentences.get("announce")
        front = (*(before.pieces if before else ()), *pieces_of(lead if lead.endswith("？") else f"{lead}。"))
        those[0].sentences["announce"] = Sentence(front, (), (), "announce", before.frame if before else "")
    for number, each in enumerate(those, 1):
        state = each.sentences["state"]
        each.sentences["state"] = replace(state, pieces=(*pieces_of(ordinal(number)), *state.pieces))


def lead(paragraphs: Sequence[Sequence[Told]], chooser: Chooser) -> None:
    """Put a short lead in front of money and checks that open a paragraph of their own: 再说钱：……"""
    for paragraph in paragraphs:
        if paragraph and paragraph[0].statement.type in _MEANS and _is_free(paragraph[0]):
            _led(paragraph[0], chooser)


def _is_free(told: Told) -> bool:
    announced = told.statement.listed or "announce" in told.sentences
    return not announced and not _GOES_ON.match(told.sentences["state"].text)


# What goes on with something else: 还有一笔.
_ANOTHER = re.compile("还|另|再往|往下|接着")


def _led(told: Told, chooser: Chooser) -> None:
    """Put a lead in front of a statement, where there is nothing to go on from, if one is left."""
    type_ = told.statement.type
    fits = chooser.fitting(
        type_.value, "state", told.forms.words, key=told.statement.key, natures=told.natures
    )
    fits = [f for f in fits if not f.plain and not _ANOTHER.match(f.text)]
    frame = next((f for f in fits if chooser.is_left(f, told.section, ())), None)
    if frame is None:
        return
    chooser.use(frame, told.section)
    state = told.sentences["state"]
    front = pieces_of(frame.text.partition("{clause}")[0])
    told.sentences["state"] = replace(state, pieces=(*front, *state.pieces), frame=frame.text)
