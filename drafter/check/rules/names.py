"""Persons with their posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.facts.people.names import name_at, name_in_front
from drafter.i18n import message

_COMRADE = re.compile(
    "(?<=[，。；：、“（由请是])(?P<name>[一-鿿]{2,3})同志|^[ \u3000]*(?P<front>[一-鿿]{2,3})同志"
)
_POST_ENDS = "[长记任员师授监裁理]|主席"
# Models of the past whom everybody knows.
_KNOWN = frozenset(
    ("焦裕禄", "雷锋", "孔繁森", "谷文昌", "张桂梅", "黄大年", "黄文秀", "王进喜", "时传祥", "杨善洲")
)
_LEARNED_FROM = re.compile("(?:向|学习|以|像|如|纪念|缅怀|弘扬)$")


@rule(
    "person-without-post",
    "人名首次出现没有职务",
    Severity.HINT,
    Basis.PRACTICE,
    why="第一次提到一个人，连同单位和职务一起说，再往后可称“某某同志”；只有姓名，会场上未必人人认得。",
    bad="刚才，邢建国同志作了表态发言。",
    good="刚才，石桥乡党委书记邢建国同志作了表态发言。",
)
def person_without_post(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a person who is first named as a comrade, without post."""
    seen: set[str] = set()
    text = manuscript.text
    for number, found in matches(manuscript, _COMRADE):
        name = found["name"] or found["front"]
        if name in seen or name in _KNOWN or len(name) < 3 or name_at(found.string, found.start()) != name:
            continue
        seen.add(name)
        is_known = re.search(f"(?:{_POST_ENDS}){name}", text[: text.find(f"{name}同志") + len(name)])
        if (
            is_known
            or text.find(name) < text.find(f"{name}同志")
            or _LEARNED_FROM.search(found.string[: found.start()])
        ):
            continue
        message_ = message("{name} is named without post for the first time", name=name)
        yield on(number, found, message_, remedy=message("say his post in front of the name"))


# Posts that differ in rank: what stands in front of 县长 makes it another one.
_POST = (
    "(?P<body>党组|党委)?(?P<deputy>副|常务副)?(?P<post>省长|市长|县长|区长|镇长|乡长|局长|院长|校长|书记|主任|部长|厅长"
    "|处长|科长|所长|站长|队长|董事长|总经理|主席|秘书长)"
)
_FRONT = re.compile(f"{_POST}(?=(?P<name>[一-鿿]{{2,3}}))")


class _Post(NamedTuple):
    line: int
    start: int
    end: int
    name: str
    body: str
    sign: str
    post: str

    @property
    def key(self) -> tuple[str, str]:
        """The person and the post, whether its bearer or a deputy has it."""
        return self.name, self.body + self.post


def _posts(manuscript: Manuscript, names: Iterable[str]) -> Iterator[_Post]:
    """Yield each post with a name behind it; ``names`` are known, others are told by their surnames."""
    found = [(number, one) for number, one in matches(manuscript, _FRONT)]
    known = {*names, *filter(None, (name_at(one.string, one.end()) for _number, one in found))}
    for number, one in found:
        name = next((name for size in (3, 2) if (name := one["name"][:size]) in known), "")
        if len(name) > 1:
            yield _Post(number, one.start(), one.end() + len(name), name, *_parts(one))


def _parts(found: re.Match[str]) -> tuple[str, str, str]:
    """Return 党委, 副 and 书记 of 党委副书记."""
    return found["body"] or "", "副" if found["deputy"] else "", found["post"]


def _declared(manuscript: Manuscript) -> dict[str, str]:
    """Return the posts of speaker and chair by their names, as the YAML has them."""
    if manuscript.parameters is None:
        return {}
    persons = (manuscript.parameters.speaker, manuscript.parameters.meeting.chair)
    return {one.name: one.post for one in persons if one.name and one.post}


@rule(
    "wrong-post",
    "职务与姓名不符",
    Severity.WARNING,
    Basis.PRACTICE,
    why="职务错一个“副”字就是错了级别；同一个人前后职务要一致，以任职文件为准。",
    bad="县水利局副局长谭志高包这道闸。\n县水利局局长谭志高要天天到现场。",
    good="县水利局副局长谭志高包这道闸。\n县水利局副局长谭志高要天天到现场。",
)
def wrong_post(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a person whose post has 副 in one place and not in another, or other than the YAML has it."""
    declared = _declared(manuscript)
    known: dict[tuple[str, str], str] = {}
    for name, posts in declared.items():
        for found in re.finditer(f"{_POST}(?=、|$|兼)", posts):
            body, sign, post = _parts(found)
            known.setdefault((name, body + post), sign)
    for one in _posts(manuscript, declared):
        other = known.setdefault(one.key, one.sign)
        if other != one.sign:
            text = message("{name} is {post} elsewhere", name=one.name, post=one.body + other + one.post)
            yield Found(one.line, one.start, one.end, text, message("see the paper of the appointment"))


_FULL_POST = re.compile(
    "(?P<post>[一-鿿]{2,10}?(?<!副)(?:局长|院长|校长|书记|主任|部长|厅长|处长|科长|所长|站长|县长|市长|区长|镇长|乡长))(?P<name>[一-鿿]{3})"
)
# A post of a body that is not named may have several bearers.
_SHORTEST_POST = 4


@rule(
    "one-person-two-names",
    "同一职务前后两个姓名",
    Severity.WARNING,
    Basis.PRACTICE,
    why="同一个职务、同一个姓，名字差一个字，多半是同音字打错了；姓名以任职文件为准。",
    bad="县水利局局长谭志高通报了情况。\n县水利局局长谭志刚还要再讲两句。",
    good="县水利局局长谭志高通报了情况。\n县水利局局长谭志高还要再讲两句。",
)
def one_person_two_names(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find two names of three characters behind one whole post that differ by one character."""
    known: dict[str, str] = {}
    for number, found in matches(manuscript, _FULL_POST):
        name, post = found["name"], found["post"]
        if len(post) < _SHORTEST_POST or not name_at(name, 0):
            continue
        other = known.setdefault(post, name)
        if name[0] == other[0] and sum(a != b for a, b in zip(name, other, strict=True)) == 1:
            text = message("{post} is {name} elsewhere", post=post, name=other)
            yield on(number, found, text, "name", remedy=message("see the paper of the appointment"))


# What stands between two persons of one list.
_JOINED = re.compile("[、和与及]|以及")
_CLAUSE = re.compile("[，。；：！？]")
_POST_BEHIND = re.compile("局长|书记|主任|县长|镇长|乡长")
_BARE = re.compile(
    "(?:(?<=[、和与及，由请。“])|(?<=刚才)|^)[一-鿿]{2,3}(?=同志|局长|书记|主任|县长|镇长|乡长)"
)


class _Named(NamedTuple):
    start: int
    end: int
    is_comrade: bool
    has_post: bool


def _named(text: str) -> Iterator[_Named]:
    """Yield the persons of a text who are told with a post or as comrades, with their places."""
    for post in _FRONT.finditer(text):
        if name := name_at(text, post.end()):
            yield _told(text, post.start(), post.end() + len(name), has_post=True)
    for found in _BARE.finditer(text):
        if name_in_front(text, found.end()) == found[0]:
            yield _told(text, found.start(), found.end(), has_post=False)


def _told(text: str, start: int, end: int, *, has_post: bool) -> _Named:
    behind = _POST_BEHIND.match(text, end)
    end = behind.end() if behind else end
    is_comrade = text.startswith("同志", end)
    return _Named(start, end + 2 * is_comrade, is_comrade, has_post or behind is not None)


@rule(
    "mixed-forms-of-address",
    "并列的人称呼不一",
    Severity.WARNING,
    Basis.PRACTICE,
    why="并排点到的人，要么都带职务，要么都称同志。一个带职务、一个只称同志，听上去就分了高低。",
    bad="刚才，水利局局长谭志高、邢建国同志作了发言。",
    good="刚才，水利局局长谭志高、应急局局长邢建国作了发言。",
)
def mixed_forms_of_address(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find persons side by side of whom one has a post and the other is a comrade without one."""
    for number, line in enumerate(manuscript.lines):
        for one, other in pairwise(sorted(set(_named(line.text)))):
            between = line.text[one.end : other.start]
            joint = _JOINED.match(between)
            if joint is None or _CLAUSE.search(between) or one.has_post == other.has_post:
                continue
            if not other.has_post and len(between) > joint.end():
                continue
            text = message("of these persons one is told with his post, the other is not")
            remedy = message("tell all of them with their posts, or all as comrades")
            yield Found(number, one.start, other.end, text, remedy)
