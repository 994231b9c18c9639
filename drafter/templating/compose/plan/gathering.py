"""What the leader stresses is gathered whole: how it stands, why, what is done about it, who sees to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.kinship.sharing import (
    LEAST_PARTS,
    MOST_SHARING,
    Nouns,
    names_thing,
    pairs_in,
    shared_words,
)
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind
from drafter.templating.compose.material import CEREMONIAL, WARM, Material
from drafter.templating.compose.plan.matter import matter_of, part_told
from drafter.templating.compose.plan.runs import happened_on_a_day
from drafter.templating.compose.plan.ties import LEAST_SHARED, thing_held
from drafter.templating.compose.plan.units import MEANS, WRONG, Unit

# A word of so many signs names a thing, and says what is wrong with it.
LONG_WORD = 4
# Each unit is held against each, and that is done for so many.
MOST_UNITS = 150
# A matter is no more than this share of the sheet.
MOST_OF_A_SHEET = 0.67
# A word of the wish names no matter that more of the sheet has.
MOST_OF_A_WORD = 0.4
# So many words apart tie what is done to what went wrong: 到站 and 清点; one does where it has so many signs.
LEAST_WORDS = 2
# A longer row of figures tells of several things, and what answers one of them is another matter.
MOST_OF_A_STORY = 3
# Of these links the source answers the target, of those it serves a task.
_ANSWERING = ("problem", "gap", "rest")
_SERVING = ("owner", "check")
# 没停机, 没有清点: what was not done.
_NOT_DONE = re.compile("(?:[没未]有?|不)(?=(?P<act>[一-鿿]{2}))")
# How what was found out about an incident begins.
_FOUND_OUT = re.compile("查[下明清到了]|事后|经查|这|原因|为什么|为何")
# A word that so many facts have is a chance between two of them.
MOST_HAVING = 3
# What counts things that a sheet tells of twice.
_COUNTS = frozenset("栋处份台辆套件笔宗名户所座间条家")
# What ends so is called after what kind of thing it tells.
_SECTIONS = ("情况", "问题", "任务", "要求", "工作", "原因")
# What is told where its type is, whatever weight is on it.
_APART = (FactType.REQUEST, FactType.STANCE, FactType.FUND)
# Who answers for several things, or leads all of it, is told for all.
_FOR_ALL = re.compile("牵头|配合|[抓管]总|总负责|[，；].*(?:[管抓盯包]|负责)")


def gathered(units: Sequence[Unit], material: Material) -> Mapping[int, int]:
    """Return the units of each matter on which the leader wants weight, with the first task of the matter.

    A matter without a task, or of most of the sheet, is not gathered; nor is anything at a ceremony, or in
    more units than anybody speaks of.
    """
    wishes = material.wishes(IntentKind.STRESS)
    if not wishes or material.kind in CEREMONIAL or len(units) > MOST_UNITS:
        return {}
    matter = _Matter(units, material)
    found: dict[int, int] = {}
    having = [matter.having(wish) for wish in wishes]
    for number, wish in enumerate(wishes):
        others = set[int]().union(*having[:number], *having[number + 1 :])
        whole = matter.whole(having[number], wish)
        tasks = [n for n in sorted(whole) if units[n].tasks]
        if tasks and len(whole) <= len(units) * MOST_OF_A_SHEET:
            told = (n for n in whole if units[n].tasks or n not in others)
            found |= {n: tasks[0] for n in told if n != tasks[0] and _may_move(n, whole, units, material)}
    return found


class _Matter:
    """The units of a sheet, and which of them tell of one matter."""

    def __init__(self, units: Sequence[Unit], material: Material) -> None:
        self.units, self.material = units, material
        self.nouns = Nouns([fact for unit in units for fact in unit.facts])
        self.places = {fact.id: n for n, unit in enumerate(units) for fact in unit.facts}
        words = material.stress_words()
        texts = ("，".join(fact.text for fact in unit.facts) for unit in units)
        # What stands in a list beside the stressed thing is another thing: 排水沟堵、消防通道摆摊.
        self.told = [part_told(text, words) for text in texts]

    def having(self, wish: Intent) -> set[int]:
        """Return the units that tell of what a wish is about, with the few that have a word of its words."""
        units, material = self.units, self.material
        told = {n for n, unit in enumerate(units) if any(material.stressed_by(wish, f) for f in unit.facts)}
        called = {f.label for n in told for f in units[n].facts if len(f.label) >= 2}
        called = {label for label in called if not label.endswith(_SECTIONS)}
        near = {n for n, unit in enumerate(units) if any(unit.facts[0].topic.endswith(c) for c in called)}
        for word in map(matter_of, wish.words):
            shared = self._sharing(word)
            # Where one has both words of a matter, what has only the first tells of another: 停机63小时 is
            # not about 停机清煤.
            least = 2 if len(word) >= LONG_WORD and any(len(each) > 1 for each in shared) else 1
            named = self._having_head(word)
            near |= {
                n
                for n, unit in enumerate(units)
                if len(shared[n]) >= least
                or word[-2:] in shared[n]
                or n in named
                or any(len(shared_words(word, f.text)) >= LEAST_SHARED for f in unit.facts)
            }
        return told | near if len(near - told) <= self._most() else told

    def _most(self) -> float:
        """Return how many units may have a word of the wish: more of them have it as the meeting is on it."""
        return max(MOST_SHARING, len(self.units) * MOST_OF_A_WORD)

    def _sharing(self, word: str) -> list[set[str]]:
        """Return for each unit the pairs of signs of a word that it has, and that not too many have."""
        pairs = {p for p in pairs_in(word) if names_thing(p) and p not in self.material.meeting}
        shared = [{p for p in pairs if any(p in f.text for f in unit.facts)} for unit in self.units]
        many = {p for p in pairs if sum(p in each for each in shared) > self._most()}
        return [each - many for each in shared]

    def _having_head(self, word: str) -> set[int]:
        """Return the few units with what a longer word is about: 抽血 of 老人抽血, in 抽血处 as well."""
        head = word[-2:]
        having = {n for n, unit in enumerate(self.units) if any(head in f.text for f in unit.facts)}
        few = len(word) >= LONG_WORD and not re.search(r"\d", head) and len(having) <= MOST_OF_A_STORY
        return having if few else set()

    def having_thing(self, wish: Intent) -> set[int]:
        """Return the units with the thing of a wish that says what is wrong with it: 疫木 of 疫木下山."""
        things = [matter_of(word)[:2] for word in wish.words if len(matter_of(word)) >= LONG_WORD]
        return {
            n for n, u in enumerate(self.units) if any(thing in f.text for thing in things for f in u.facts)
        }

    def whole(self, having: set[int], wish: Intent) -> set[int]:
        """Return the units of a matter: of what ``having`` tells, what answers it, and who sees to that."""
        having = having | {*self._rest_of_lines(having)}
        if all(self.units[n].tasks for n in having):
            # The tasks that are stressed are the answers; what they answer may have others as well.
            told = {*self._answered_by(having), *self._told_alike(having)}
            whole = self._answered(having | told, frozenset(having))
        else:
            whole = self._answered(having)
        if all(self.units[n].tasks or self.units[n].type in MEANS for n in whole):
            # Nothing is wrong in what has the word itself.
            whole = self._answered(self.having_thing(wish))
        return whole

    def _rest_of_lines(self, having: Collection[int]) -> Iterator[int]:
        """Yield what the line of a matter goes on telling: 不良里小额213笔；最大的三户."""
        words = self.material.stress_words()
        led = [n for n in having if self.units[n].facts[0].text.startswith(words) and not self.units[n].tasks]
        for number, unit in enumerate(self.units):
            if any(n < number and self.units[n].line == unit.line for n in led) and not unit.tasks:
                yield number

    def _answered_by(self, tasks: Collection[int]) -> Iterator[int]:
        """Yield what tasks answer, where nothing wrong has the words of the wish."""
        for link in self.material.links_from(*(f.id for n in tasks for f in self.units[n].facts)):
            place = self.places.get(link.target)
            firm = link.kind in _ANSWERING or len(link.why) >= LEAST_SHARED
            if place is not None and firm and not self.units[place].tasks and not self._is_plain(link.why):
                yield place

    def _told_alike(self, tasks: Collection[int]) -> Iterator[int]:
        """Yield what tells how it stands with the things of tasks: the same 3栋."""
        for number, unit in enumerate(self.units):
            text = "，".join(fact.text for fact in unit.facts)
            alike = (n for n in tasks if self._figures(number) & self._figures(n))
            words = {p for n in alike for f in self.units[n].facts for p in self.nouns.rare(f)}
            if words & pairs_in(text) and not unit.tasks and unit.type not in MEANS:
                yield number

    def _answered(self, having: set[int], answers: frozenset[int] = frozenset()) -> set[int]:
        units = self.units
        told = [n for n in having if not self._is_to_do(n)]
        # 投诉163件，候诊久的71件，取药久的44件 is an overview, where more is told of 取药.
        rows = {n for n in told if all(map(_counts_parts, units[n].facts))}
        if rows < {*told}:
            having, told = having - rows, [n for n in told if n not in rows]
        # 没改的主要是 goes on with the figure in front, of which the rest is to be done.
        rests = [n - 1 for n in told if n and OF_THE_REST.match(units[n].facts[0].label)]
        told += [n for n in (*self._causes(told), *rests) if n not in told and not units[n].tasks]
        wrong = [n for n in told if len(units[n].statements) <= MOST_OF_A_STORY]
        answers = answers or frozenset(
            n
            for n, unit in enumerate(units)
            if n not in told and unit.statements[0].type is not FactType.ACHIEVEMENT
            if unit.tasks or unit.type in (FactType.CHECK, FactType.GAP)
            if any(self._answers(n, each) for each in wrong)
        )
        aims = [n for n in (*answers, *having) if units[n].tasks]
        serving = {n for n, unit in enumerate(units) if unit.type in MEANS and self._serves(n, aims, wrong)}
        return having | {*told} | answers | serving

    def _is_to_do(self, number: int) -> bool:
        """Whether a unit tells what is done, and not first what is wrong."""
        unit = self.units[number]
        return bool(unit.tasks or unit.type in MEANS) and unit.statements[0].type not in WRONG

    def _causes(self, told: Sequence[int]) -> Iterator[int]:
        """Yield why it came about: the causes of a matter, all right behind what happened on a day."""
        for number, unit in enumerate(self.units):
            front = number - 1
            while front >= 0 and self.units[front].line == unit.line:
                front -= 1
            behind = front in told and happened_on_a_day(self.units[front])
            if {s.type for s in unit.statements} == {FactType.CAUSE}:
                if behind or any(self._is_why(number, each) for each in told):
                    yield number
            elif behind and not unit.tasks and _FOUND_OUT.match(f"{unit.facts[0].label}{unit.facts[0].text}"):
                yield number

    def _is_why(self, number: int, told: int) -> bool:
        """Whether a cause has two words of what is told, or begins with the same one."""
        pairs = ((one, other) for one in self.units[number].facts for other in self.units[told].facts)
        led = (self.nouns.joining(one, other, firmly=True) for one, other in pairs)
        return self._is_kin(number, told) or any(self._is_of(words, told) for words in led if words)

    def _answers(self, number: int, wrong: int) -> bool:
        """Whether a unit answers one that tells what is wrong, by a link or by the words of both."""
        unit, told = self.units[number], self.told[wrong]
        tied = any(
            link.kind in ("gap", "rest") or (link.kind in _ANSWERING and self._is_own(link.why))
            for link in self.material.links_from(*(f.id for f in unit.facts))
            if self.places.get(link.target) == wrong and self._is_of(link.why, wrong)
        )
        # 25个村还没有点，取件要到镇上 tells how things stand, and answers little.
        tied = tied and unit.facts[0].type is not FactType.SITUATION
        return tied or self._is_kin(number, wrong) or self._has_undone(unit, told)

    def _is_own(self, why: str) -> bool:
        """Whether words are long, or so rare that hardly more than two facts have them."""
        return len(why) >= LEAST_SHARED or self._having_word(why) <= MOST_HAVING

    def _having_word(self, word: str) -> int:
        return sum(word in fact.text for unit in self.units for fact in unit.facts)

    def _has_undone(self, unit: Unit, told: str) -> bool:
        """Whether a unit has what was not done, and few others have: 没停机, 不停机不清理."""
        undone = {match["act"] for match in _NOT_DONE.finditer(told)}
        rare = frozenset[str]().union(*map(self.nouns.rare, unit.facts))
        return bool(undone & rare)

    def _is_of(self, why: str, number: int) -> bool:
        """Whether words tell of the matter of a unit, and of no other thing in its list."""
        text = "，".join(fact.text for fact in self.units[number].facts)
        return not self._is_plain(why) and (why in self.told[number] or why not in text)

    def _is_plain(self, why: str) -> bool:
        """Whether words tell nothing of one matter: 3201 is only where both are."""
        return why.isdigit() or why in self.material.meeting

    def _serves(self, number: int, aims: Sequence[int], wrong: Sequence[int]) -> bool:
        """Whether somebody sees to just what is done, or what is told, in a matter: 清点由副局长包."""
        unit = self.units[number]
        text = "，".join(fact.text for fact in unit.facts)
        if unit.type is FactType.DUTY and _FOR_ALL.search(text):
            return False
        links = self.material.links_from(*(f.id for f in unit.facts))
        if any(self.places.get(k.target) in aims and k.kind in _SERVING for k in links):
            return True
        held = thing_held(unit.facts[0]) if unit.type is FactType.DUTY else ""
        those = [f.text for n in (*aims, *wrong) for f in self.units[n].facts]
        thing = len(held) > 1 and held[:2] not in self.material.meeting and any(held[:2] in t for t in those)
        return thing or any(self._is_kin(number, each) for each in (*aims, *wrong))

    def _is_kin(self, number: int, other: int) -> bool:
        """Whether two units share two words, or one that is long, which few facts of the sheet have."""
        runs = self.nouns.runs(self.units[number].facts, self.units[other].facts, self.material.meeting)
        pairs = ((one, two) for one in self.units[number].facts for two in self.units[other].facts)
        runs += [words for one, two in pairs if len(words := self.nouns.joining(one, two)) >= LONG_WORD]
        runs = [run for run in runs if run in self.told[other]]
        runs += self._figures(number) & self._figures(other)
        return len(runs) >= LEAST_WORDS or any(self._names_it(run) for run in runs if not run[0].isdigit())

    def _figures(self, number: int) -> set[str]:
        """Return how many of a thing a unit tells: 3栋, which with a word of it are the same 3栋."""
        counted = (q for fact in self.units[number].facts for q in fact.quantities)
        return {f"{q.value}{q.unit}" for q in counted if q.role != "change" and q.unit in _COUNTS}

    def _names_it(self, run: str) -> bool:
        """Whether one word names a thing so closely that two units with it tell of one matter."""
        return len(run) >= LONG_WORD or (len(run) >= LEAST_SHARED and self._having_word(run) <= MOST_HAVING)


def _counts_parts(fact: Fact) -> bool:
    """Whether a fact gives a sum and what it is made of: 投诉163件，候诊71件，取药44件，其他48件."""
    first = next(iter(fact.quantities), None)
    counted = [q.value for q in fact.quantities[1:] if first is not None and q.unit == first.unit]
    return first is not None and len(counted) >= LEAST_PARTS and sum(counted) == first.value


def _may_move(number: int, whole: Collection[int], units: Sequence[Unit], material: Material) -> bool:
    """Whether a unit may be told elsewhere: no figure of a row, no story that stands among its like."""
    unit = units[number]
    if unit.type is FactType.CASE and material.kind in ("warning-education", *WARM):
        return False
    alone = all(n in whole for n, each in enumerate(units) if each.line == unit.line)
    line = [each for each in units if each.line == unit.line]
    led = any(each.facts[0].text.startswith(material.stress_words()) for each in line)
    own = unit.type not in _APART or (alone and led)
    of_it = unit.tasks or unit.type in (*WRONG, FactType.CHECK, FactType.DUTY)
    return own and bool(alone or of_it)
