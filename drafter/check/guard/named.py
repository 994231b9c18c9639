"""Persons, bodies and documents that no fact names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from drafter.check.guard.bodies import Bodies, bodies_in
from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, Span
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.people.names import may_begin_name, name_in_front
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import Person
from drafter.i18n import message

_DOCUMENT = re.compile("《(?P<title>[^》\n]{2,60})》")
_NUMBER = re.compile(
    r"[一-鿿]{1,6}〔\d{4}〕\d{1,4}号|[中央国省市县区]{1,2}[委府办]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})号文件"
)
# 周启明同志, 王志远、李建国两位同志.
_COMRADE = re.compile(
    "同志|先生|女士|院士|教授|师傅|大姐|大哥|大爷|大妈|大娘|大叔|老人|奶奶|爷爷|阿姨|医生|护士|老师|主任|书记"
)
# 人家赵建军 at the end of a clause.
_LIKE = re.compile("(?:人家|[像学向])(?P<name>[一-鿿]{3})$")
# 向周海涛学习, 安监科的段明辉管: a name between these is one without a post.
_SET_OFF = re.compile(
    "(?:人家|向|像|由|让|请|归|叫|交给|学|的)(?P<name>[一-鿿]{3})(?=学习|看齐|一样|这样|那样|负责|牵头|管|盯|包[，。]|抓|带队|说|讲|同志|[，。])"
)
# Whoever has no post: 技术员刘小军, 老党员张德福.
_ROLE = re.compile(
    "(?:党员|护士|教师|老师|医生|大夫|师傅|工人|职工|队员|工程师|同学|民警|辅警|会计|网格员|技术员|志愿者|保洁员|司机|村民|居民|农户|组长|班长|站长|所长|主任|书记|局长|[县市区镇乡院校矿厂队科处部]长|校长|院长)"
)
# Words that no name has in it: 书记还要讲.
_COMMON = re.compile(
    "[的了在是和与及对把被也都就还要有这那我们个一不到给做请来去说讲会能可将已没再从向让该先别]"
)
# Every post has one of these signs.
_POST = re.compile("[长记任理总裁监席工师授员委席支]")
# Behind a name of which the facts know nothing.
_BEHIND = re.compile(
    "[想前头那这还又才刚守跑就一是不很有天夜拿开学看听把给带自主在去到昨今每说讲,，。、（同负牵包盯抓管]|$"
)
# What looks like a name behind a post and is none: 局长高度重视, 主任安排.
_NO_NAME = re.compile(
    "许多|许久|谢谢|谢意|高度|安排|方向|方面|明确|严格|严肃|严厉|成员|全体|全程|全部|全面|全镇|全村|全县|全市|全院|全校|于是|平时|平均|时常|时刻|常常|常态|常年|向前|向着|连夜|连续|连着|解决|温暖|和谐|任务|强调|左右|应当|应该"
    "|万一|那里|那边|那天|从此|从来|包括|包抓|计划|支持|支部|干部|干活|广泛|关心|关键|习惯|利用|同时|通知|通报|安全|家里|家长|能够|武装|时候|时间|曾经|党员|党委|党组|游客|白天|项目|商量|文件|水利|水务"
    "|景区|施工|路上|国家|金融|房屋|成绩|车间|管理|经常|强化|单位|单独|包村|包片|黄金|夏季|夏天|边上|容易|满意|向上|学习|农村|农业|鲁莽|公安|公司|公路|何时|何况|应急|乐于|宣传|申请|申报|易地|明年|明天|巩固|温度|钱款"
)
_WITH_NUMBER = re.compile(r"\d{1,5}(?P<noun>国道|省道|县道|号线|号楼|号井|号炉|号库|工作面)")
_FEWEST = 2


class Names:
    """The persons, bodies and documents of a text, held against those of the source."""

    def __init__(self, passages: Passages, source: Source) -> None:
        self.passages = passages
        self.source = source
        self.bodies = Bodies(source)

    def claims(self) -> Iterator[Claim]:
        """Yield the names that the facts do not have."""
        yield from self._persons()
        yield from self._misspelt()
        yield from self._numbered()
        yield from self._of_other_post()
        yield from self._bodies()
        yield from self._documents()

    def _persons(self) -> Iterator[Claim]:
        for start, name in (*self.persons, *self._by_surname):
            if not self.knows(name):
                text = message("no fact names {name}", name=name)
                remedy = message("leave a blank for the name, or give it among the facts")
                yield Claim("unsourced-name", start, start + len(name), text, remedy)

    @property
    def _by_surname(self) -> Iterator[tuple[int, str]]:
        """Yield those called by surname and post with their places, 王院长, if no fact has the surname."""
        for clause, person in self._with_posts:
            has_kin = any(name.startswith(person.name) for name in self._posts)
            if len(person.name) == 1 and not has_kin and person.name not in self._owners:
                yield clause.start + self.passages.words(clause).find(person.text), person.text

    @cached_property
    def persons(self) -> tuple[tuple[int, str], ...]:
        """The persons of the text with their places, those of whom more than the surname is told."""
        found: dict[int, str] = {}
        for clause, person in self._with_posts:
            at = self.passages.words(clause).find(person.name)
            if len(person.name) >= _FEWEST and at >= 0 and not _NO_NAME.match(person.name):
                found[clause.start + at] = person.name
        for clause in self.passages.clauses:
            words = self.passages.words(clause)
            for match in _COMRADE.finditer(words):
                name = name_in_front(words, match.start())
                if name and not _NO_NAME.search(name) and not _COMMON.search(name):
                    found.setdefault(clause.start + match.start() - len(name), name)
            for at, name in (*_behind_roles(words), *_set_off(words)):
                if not any(abs(clause.start + at - known) < len(name) for known in found):
                    found[clause.start + at] = name
        return tuple(sorted(found.items()))

    @cached_property
    def _owners(self) -> str:
        return "".join(name for fact in self.source.sheet.facts for name in (*fact.owners, *fact.partners))

    def _numbered(self) -> Iterator[Claim]:
        """Yield the roads, lines and houses that have another number than those of the facts: 306省道."""
        given = dict(_of_number(self.source.text))
        for noun, match in _of_number(self.passages.text):
            if noun in given and match[0] not in self.source.text:
                said = given[noun][0]
                text = message("the facts say {given}, and not {figure}", given=said, figure=match[0])
                yield Claim("contradicted-fact", match.start(), match.end(), text)

    def _misspelt(self) -> Iterator[Claim]:
        """Yield the names that are one of the facts but for one sign: 俞少锋 of 俞少峰."""
        for name in self._full_names:
            alike = f"{name[0]}(?:{name[1]}(?!{name[2]})[一-鿿]|(?!{name[1]})[一-鿿]{name[2]})"
            for match in re.finditer(alike, self.passages.text):
                if match[0] not in self._names and not _COMMON.search(match[0]):
                    text = message("the facts say {given}, and not {figure}", given=name, figure=match[0])
                    remedy = message("say {given}", given=name)
                    yield Claim("contradicted-fact", match.start(), match.end(), text, remedy)

    @property
    def _full_names(self) -> Iterator[str]:
        """The names of three signs of the source, behind a post or behind a body: 信息室俞少峰."""
        yield from (name for name in self._posts if len(name) == 3)
        for owner in dict.fromkeys(owner for fact in self.source.sheet.facts for owner in fact.owners):
            body, name = owner[:-3], owner[-3:]
            if pattern("body-end").search(body) and may_begin_name(name, 0) and _may_be_name(name):
                yield name

    def _of_other_post(self) -> Iterator[Claim]:
        """Yield the posts that the facts do not give to a person whom they name."""
        for clause, person in self._with_posts:
            known = self._posts.get(person.name)
            post = person.posts[-1] if person.posts else ""
            if known and len(person.name) > 1 and not any(_agree(post, each) for each in known):
                start = clause.start + self.passages.words(clause).find(person.text)
                text = message("the facts know {name} as {post}", name=person.name, post=known[0])
                yield Claim("contradicted-fact", start, start + len(person.text), text)

    @cached_property
    def _with_posts(self) -> tuple[tuple[Span, Person], ...]:
        """The persons of the text that are told with a post, each with his clause."""
        return tuple(_persons_in(self.passages))

    @cached_property
    def _posts(self) -> dict[str, tuple[str, ...]]:
        """The posts of each person of the source."""
        found: dict[str, tuple[str, ...]] = {}
        for _clause, person in _persons_in(self.source.passages):
            found[person.name] = (*found.get(person.name, ()), *person.posts)
        speaker = self.source.sheet.speaker
        if speaker.name:
            found[speaker.name] = (*found.get(speaker.name, ()), *speaker.posts)
        return found

    def knows(self, name: str) -> bool:
        """Return whether the source has a person of this name."""
        return name in self._names or name in self.source.text

    @cached_property
    def _names(self) -> str:
        """The names of the source without the blanks between their signs: 丁　岚."""
        return re.sub("[ \u3000]+", "", self.source.text)

    def _bodies(self) -> Iterator[Claim]:
        for span, name in bodies_in(self.passages.text):
            if not self.bodies.knows(name) and not self._is_title(span):
                text = message("no fact names {name}", name=name)
                remedy = message("take it out, or give it a source among the facts")
                yield Claim("unsourced-organisation", span.start, span.end, text, remedy)

    def _is_title(self, span: Span) -> bool:
        """Whether a name is within the title of a document, which is told by itself."""
        before = self.passages.text[max(0, span.start - 40) : span.start]
        return before.rfind("《") > before.rfind("》")

    def _documents(self) -> Iterator[Claim]:
        for match in (*_DOCUMENT.finditer(self.passages.text), *_NUMBER.finditer(self.passages.text)):
            title = match.groupdict().get("title") or match[0]
            if title not in self.source.text and title.split("》")[0] not in self.source.text:
                text = message("no fact gives the document {title}", title=match[0])
                remedy = message("take it out, or give it a source among the facts")
                yield Claim("unsourced-document", match.start(), match.end(), text, remedy)


def _of_number(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what has a number for a name, by its noun: 省道 for 206省道."""
    return ((match["noun"], match) for match in _WITH_NUMBER.finditer(text))


def _persons_in(passages: Passages) -> Iterator[tuple[Span, Person]]:
    """Yield the persons with a post of a text, each with his clause."""
    for clause in passages.clauses:
        words = passages.words(clause)
        if _POST.search(words):
            yield from ((clause, person) for person in find_persons(words, 0, 0))


def _behind_roles(words: str) -> Iterator[tuple[int, str]]:
    """Yield the names of three signs behind a post or a role, with their places."""
    for role in _ROLE.finditer(words):
        start, end = role.end(), role.end() + 3
        name = words[start:end]
        if _may_be_name(name) and may_begin_name(words, start) and _BEHIND.match(words, end):
            yield start, name


def _may_be_name(text: str) -> bool:
    """Whether three signs have none that names have not, and are no words of another sort."""
    plain = re.fullmatch("[一-鿿]{3}", text) and not _COMMON.search(text)
    return bool(plain) and not _NO_NAME.match(text)


def _agree(post: str, known: str) -> bool:
    """Whether two posts can be of one person: 副书记 and 镇党委副书记, 书记 and 党委书记."""
    one, other = sorted((re.sub("^[省市县区镇乡全]+(?=..)", "", each) for each in (post, known)), key=len)
    return other.endswith(one) and (one.startswith("副") or not other[: len(other) - len(one)].endswith("副"))


def _set_off(words: str) -> Iterator[tuple[int, str]]:
    """Yield the names of three signs that stand between words of duty or of praise, with their places."""
    for match in (*_SET_OFF.finditer(words), *_LIKE.finditer(words)):
        name = match["name"]
        if may_begin_name(name, 0) and _may_be_name(name):
            yield match.start("name"), name
