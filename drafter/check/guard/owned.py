"""Who leads, helps or answers for something: each needs a fact that gives him that duty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from drafter.check.guard.bodies import Bodies
from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, Span, pairs
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.facts.people.people import find_duty, is_somebody
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import Fact
from drafter.i18n import Message, message

# Leaders without a name, and what makes them answer for something.
_LEADERS = re.compile(
    "(?P<who>(?:[各县市区镇乡村街道单位部门科室企业、]{0,24})(?:党政)?(?:主要负责(?:人|同志)|主要领导|一把手|分管(?:领导|负责人|负责同志|副[县市区镇乡局院校矿厂]长)|班子成员|领导班子|包[村片户点]干部|党员干部|第一书记|[村社]?(?:书记|主任)))"
    "[^，。；\n]{0,10}?(?P<does>第一责任人|直接责任人|负总责|亲自抓|亲自|牵头|带队|带班|包[保联抓干片点]|挂帅|靠前指挥|坐镇|签字背书|驻点|值班)"
    "|(?P<deputy>分管[一-鿿]{0,6}?(?:领导|负责人|负责同志|副[一-鿿]{0,4}长))[^，。；\n]{0,4}?(?:负责|包干|兜底)"
    "|(?P<self>[一-鿿]{0,6}亲自(?:抓|盯|管|跑|审|查|调度|督办|过问|带队|挂帅|部署|上手|协调|推动))"
    "|(?P<is>(?:是|为|作为|担任)(?:第一|直接|主要)责任人|领导带班|领导包[保片干联])"
)
_PREFIX = re.compile("^(?:[一二三四五六七八九十]{1,2}[是要]|由|请|让|[省市县区镇乡](?=..)|街道(?=..))+")
_PRONOUN = re.compile(
    "[我你他她它咱们谁各这那哪自己大家每个]|所在|有关|相关|主管|本|双方|职能|属地|牵头|责任|配合|领导|部门|单位|一家|几家"
)
_POST_AT_END = re.compile("副?(?:局长|主任|书记|部长|院长|校长|总?经理|所长|科长|处长|镇长|乡长|站长|队长)$")
_HELPS = re.compile("监督|配合|协助|参与|参加|指导|驻点|支持")
_FEWEST, _PLAINLY = 2, 4


class Owners:
    """The duties of a text, held against those of the source."""

    def __init__(self, passages: Passages, source: Source) -> None:
        self.passages = passages
        self.source = source
        self.bodies = Bodies(source)

    def claims(self) -> Iterator[Claim]:
        """Yield duties that no fact gives, and those that the facts give to others."""
        yield from self._leaders()
        for clause in self.passages.clauses:
            words = self.passages.words(clause)
            duty = find_duty(words)
            if duty is None:
                continue
            for name in (*duty.owners, *duty.partners):
                if claim := self._claim(clause, words, name, name in duty.owners, is_somebody(duty)):
                    yield claim

    def _leaders(self) -> Iterator[Claim]:
        for match in _LEADERS.finditer(self.passages.text):
            who = match["who"] or match["is"] or match["self"] or match["deputy"]
            does = match["does"] or match["is"] or ("分管" if match["deputy"] else "亲自")
            bare = re.sub("^[各县市区镇乡村街道单位部门科室企业、]+(?=[^长]{3})", "", who)
            if bare in self.source.text and does in self.source.text:
                continue
            text = message("no fact gives this duty to anybody: {words}", words=match[0])
            yield Claim("unsourced-owner", match.start(), match.end(), text, _ask())

    def _claim(self, clause: Span, words: str, name: str, leads: bool, is_body: bool) -> Claim | None:
        at = words.find(name)
        if at < 0 or _PRONOUN.search(name) or name[0] in "〓了着过" or len(name) < _FEWEST:
            return None
        span = Span(clause.start + at, clause.start + at + len(name))
        if not self._knows(name):
            if not is_body:
                return None
            text = message("no fact gives this duty to {name}", name=name)
            return Claim("unsourced-owner", span.start, span.end, text, _ask())
        return self._in_other_role(span, name, leads) or self._of_other_matter(clause, span, name)

    def _knows(self, name: str) -> bool:
        post = _POST_AT_END.search(name)
        if post and name not in self.source.text and post[0] not in self.source.text:
            # 县教育局局长 is somebody, where the facts know 县教育局 only.
            return False
        persons = find_persons(name, 0, 0)
        if persons and persons[0].name:
            # 管洁来 of 由护士长管洁来安排 has a verb at its end.
            return any(each in self.source.text for each in (persons[0].name, persons[0].name.rstrip("来去")))
        return self.bodies.knows(name) or self.bodies.knows(_PREFIX.sub("", name))

    def _in_other_role(self, span: Span, name: str, leads: bool) -> Claim | None:
        """Return a claim where one leads who only helps in the facts, or helps who only leads."""
        core = _core(name)
        owns = any(core in _core(each) or _core(each) in core for fact in self._facts for each in fact.owners)
        helps = any(
            core in _core(each) or _core(each) in core for fact in self._facts for each in fact.partners
        )
        helps = helps or (leads and not owns and self._only_helps(core))
        if owns in (helps, leads):
            return None
        told = (
            message("by the facts, {name} helps and does not lead", name=name)
            if leads
            else message("by the facts, {name} leads and does not help", name=name)
        )
        return Claim("contradicted-fact", span.start, span.end, told)

    def _only_helps(self, core: str) -> bool:
        """Whether the source has a name in front of such words only: 纪检室监督."""
        behind = [
            self.source.text[at.end() : at.end() + 2] for at in re.finditer(re.escape(core), self.source.text)
        ]
        return bool(behind) and all(map(_HELPS.fullmatch, behind))

    def _of_other_matter(self, clause: Span, span: Span, name: str) -> Claim | None:
        """Return a claim where the matter beside a name is that of another owner."""
        core = _core(name)
        own = [fact for fact in self._facts if _has_owner(fact, core)]
        line = self.passages.words(self.passages.line(self.passages.place(clause.start)[0]))
        if not own or any(not self._matter(fact) for fact in own):
            return None
        sentence = pairs(self.passages.words(self.passages.sentence_at(clause.start)))
        if any(len(self._matter(fact) & sentence) for fact in own):
            return None
        # Where the line tells of his own matter as well, the other has to be told plainly.
        is_beside = any(len(self._matter(fact) & pairs(line)) for fact in own)
        needed = _PLAINLY if is_beside else _FEWEST
        for fact in self._facts:
            others = [each for each in fact.owners if not (_core(each) in core or core in _core(each))]
            is_told = others and fact not in own and len(self._matter(fact) & sentence) >= needed
            if is_told and not any(_core(each) in line for each in others):
                text = message(
                    "by the facts, this is the duty of {owner}, not of {name}", owner=others[0], name=name
                )
                return Claim("contradicted-fact", span.start, span.end, text)
        return None

    @cached_property
    def _facts(self) -> tuple[Fact, ...]:
        return self.source.sheet.facts

    def _matter(self, fact: Fact) -> frozenset[str]:
        if fact.id not in self._matters:
            text = f"{fact.topic}，{fact.text}，{fact.who}"
            for name in (*fact.owners, *fact.partners):
                text = text.replace(name, "，")
            text = re.sub("牵头|配合|负责|包到底|督办|管总|到底|由|[包盯抓管办]", "，", text)
            self._matters[fact.id] = pairs(text)
        return self._matters[fact.id]

    @cached_property
    def _matters(self) -> dict[str, frozenset[str]]:
        return {}


def _ask() -> Message:
    return message("leave a blank for who it is, or give it among the facts")


def _core(name: str) -> str:
    """Return the name of a person, else that of a body without its level."""
    persons = find_persons(name, 0, 0)
    if persons and len(persons[0].name) > 1:
        return persons[0].name
    return _PREFIX.sub("", name)


def _has_owner(fact: Fact, core: str) -> bool:
    return any(core in _core(each) or _core(each) in core for each in fact.owners)
