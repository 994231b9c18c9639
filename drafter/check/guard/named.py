"""Persons, bodies and documents that no fact names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from drafter.check.guard.bodies import Bodies, bodies_in
from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, Span
from drafter.check.guard.source import Source
from drafter.facts.people import find_persons, name_at
from drafter.i18n import message

_DOCUMENT = re.compile("《(?P<title>[^》\n]{2,60})》")
_NUMBER = re.compile(r"[一-鿿]{1,6}〔\d{4}〕\d{1,4}号")
# 周启明同志, 王志远、李建国两位同志.
_COMRADE = re.compile("(?<![一-鿿])(?P<name>[一-鿿]{2,3})(?:同志|先生|女士|院士|教授|老师|师傅)")
# What looks like a name behind a post and is none: 局长高度重视, 主任安排.
_NO_NAME = re.compile(
    "高度|安排|方向|方面|明确|严格|严肃|严厉|成员|全体|全程|全部|全面|于是|平时|平均|时常|时刻|常常|常态|常年|向前|向着|连夜|连续|连着|解决|温暖|和谐|都|任务|强调|左右|应当|应该|伏案"
    "|万一|那里|那边|那天|从此|从来|钟|包括|包抓|计划|支持|支部|干部|干|广泛|关心|关键|习惯|利用|同时|通知|通报|安全|家里|家长|古|能|能够|武装|时候|时间|曾经|曾|向大|党|党员|党委|别|游|白天|项目|商量|云"
    "|文件|水|上|有|和|来|谈|查|步|带|相|祝|景|施|伍|路|路上|国|金|花|房|成|米|车|牛|毛|管|经|经常|强|胡|原|易|单|包|黄|石|夏|左|边|边上|容易|容|宿|满|红|巩|向|习|时"
)
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
        yield from self._bodies()
        yield from self._documents()

    def _persons(self) -> Iterator[Claim]:
        for start, name in self.persons:
            if not self.knows(name):
                text = message("no fact names {name}", name=name)
                remedy = message("leave a blank for the name, or give it among the facts")
                yield Claim("unsourced-name", start, start + len(name), text, remedy)

    @cached_property
    def persons(self) -> tuple[tuple[int, str], ...]:
        """The persons of the text with their places, those of whom more than the surname is told."""
        found: dict[int, str] = {}
        for clause in self.passages.clauses:
            words = self.passages.words(clause)
            for person in find_persons(words, 0, clause.start):
                if len(person.name) >= _FEWEST and not _NO_NAME.match(person.name):
                    at = words.find(person.name)
                    if at >= 0:
                        found[clause.start + at] = person.name
            for match in _COMRADE.finditer(words):
                if name_at(match["name"], 0) == match["name"] and not _NO_NAME.match(match["name"]):
                    found[clause.start + match.start("name")] = match["name"]
        return tuple(sorted(found.items()))

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
