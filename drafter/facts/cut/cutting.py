"""A line, or a part of one, cut into clauses behind its labels and ordinals."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause, Heading, Reading
from drafter.facts.cut.cues import first_cue, found_cues, has_cue
from drafter.facts.cut.headings import (
    BRACKETED,
    INLINE,
    ONE_SENTENCE,
    label_class,
    title_class,
)
from drafter.facts.cut.rows import (
    Cell,
)
from drafter.facts.cut.stops import STOPS, asides, split, trimmed
from drafter.facts.sheet import FactType
from drafter.facts.types.classify import TYPES

_LABEL = re.compile(r"(?P<label>[^：:，,。；;、！？\n（）()]{1,14}?(?:[（(][^）)]{1,30}[）)])?)[ ]*[：:]\s*")
_LEAD = re.compile(r"(?P<lead>[一-鿿]{2,12})[，,](?=.)")
# 针对暑期，提出以下措施：
_LEAD_LABEL = re.compile(r"(?P<label>[一-鿿]{2,10}[，,][一-鿿]{2,14})[：:]\s*")
# What numbers a sentence within a line; it is no part of what is said.
_INLINE_ORDINAL = re.compile(
    r"(?:[一二三四五六七八九]是(?=\d)|(?:[一二三四五六七八九]是|[二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，、]"
    r"|\d{1,2}(?:[、．)）]|[.](?!\d))|[①-⑳]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）](?![班号栋楼组队中]))\s*(?=[一-鿿“\"A-Z])"
    r"|\d{1,2}\)\s*(?=\d)"
    # 8.11月15日前验收, 3、3月29日起火, （1）4月1日起: the item's number stands at its day.
    r"|(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])(?=(?:1[0-2]|[1-9])月\d))"
)
# A figure, a name, or the time that a target is for: 全年目标：合格率98%.
# 群众说短信看不懂： tells by itself that something is not so.
_TELLS = re.compile(
    r"\d|“|[说讲][一-鿿]{2,12}[不没]|，是[^，]{2,12}的$|^(?:全年|年度|本年|上半年|下半年|本季度|本月)(?:质量|安全)?目标$"
)
# 白水镇做得好：, 三工区的经验：: whose it is, is told nowhere else.
_WHOSE = re.compile(
    "(?![全各我本咱]|学校|公司|医院|单位|部门|[县市区镇乡村]局)[一-鿿A-Z\\d]{1,8}(?:[镇乡村局科室部班组队站所院校厂矿处园]|工区|社区|街道|小区|公司|小学|中学)"
    "的?(?:[做干办搞管抓](?:得[一-鿿]{1,3}|法)|经验|办法|成绩|亮点|问题|毛病|短板|教训)的?"
)
# 学生反映最多的：加班没说清18件: of what the figures behind it are; in front of 一是 it only opens a list.
_MOST = re.compile(
    "(?:反映|投诉|意见|来信|来电|提得|问得?|呼声)[一-鿿]{0,4}?(?:最|集中|较多)[一-鿿]{0,3}的?$|最[让叫令][一-鿿]{2,6}的$"
)
# 扣分最多的三处：北楼厕所、车棚: names alone do not tell what they are.
_RANKED = re.compile(r"最[一-鿿]{1,3}的[一-鿿\d]{1,5}$")
_NAMES = re.compile("[^，,；;。：:、]{2,16}(?:、[^，,；;。：:、]{2,16})+。?$")
# …，剩下的14条里有3条是重点：水仓没清；挡板关不严; the items are no part of the sentence in front of them.
_HEAD_OF_LIST = re.compile(
    "(?P<label>(?<![^，,。；;：:])[^，,：:；;（）()“”]{0,12}(?:[没未剩余][^，,：:；;（）()“”]{0,14})[有是]"
    r"(?:\d{1,2}|[一二两三四五六七八九])[个处条件项家户](?:是重点|最[急重]|最要紧|最突出|突出|要紧)?)[：:]\s*"
)
_COUNTED = re.compile(r"\d[^，,]{0,2}$")
# 车位太少——年底前加30个: what stands in front of an answer, and what the answer is called.
_ANSWERS, _ANSWER = re.compile(r"——|[ \u3000]*(?:→|⇒|➜|->|=>|—>)[ \u3000]*"), "答复"
_ONLY_FIGURE = re.compile(r"\d[\d.]*[万亿]?[一-鿿%]{1,3}")


class Cutter:
    """Cuts a line at its stops, then each sentence at its commas, and keeps the label that holds."""

    def __init__(
        self, text: str, number: int, end: int, reading: Reading, bullet: bool, big: bool = False
    ) -> None:
        self.text, self.number, self.end, self.reading, self.bullet = text, number, end, reading, bullet
        self.label, self.label_class = "", ""
        self.first, self.lasting, self.big = True, False, big

    def cut(self, start: int, bracket: re.Match[str] | None = None) -> None:
        """Cut from ``start`` on. A ``bracket`` is a label in 【】."""
        if bracket is not None:
            self._take(bracket["title"], bracket.start("title"), True)
        for left, right in self._stretches(start):
            self.reading.segment += 1
            stop = self.text[right : right + 1]
            head = _HEAD_OF_LIST.search(self.text, left, right) if stop and stop in "；;" else None
            if head and (head.start() > left or _TELLS.search(head["label"])):
                left = self._open_list(left, head)
            else:
                left = self._after_label(left, right, stop)
            self._clauses(left, right)
            if self.label and not self.lasting and stop and stop in "。！？!?":
                self.label, self.label_class = "", ""

    def _stretches(self, start: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences from ``start`` on; below requests a dash parts one from what is answered."""
        answered = self.reading.section_class != FactType.REQUEST
        for left, right in split(self.text, start, self.end, STOPS):
            dash = _ANSWERS.search(self.text, left, right) if not answered else None
            if dash is None:
                yield left, right
                continue
            answered = True
            yield from trimmed(self.text, left, dash.start())
            self.label, self.label_class, self.lasting = _ANSWER, first_cue("label", _ANSWER), True
            yield from trimmed(self.text, dash.end(), right)

    def cut_cell(self, cell: Cell) -> None:
        """Cut a cell of a table under the title of its column."""
        class_ = "note" if cell.class_ else title_class(cell.title)
        # 任务 above a column names no meeting.
        matter = first_cue("column", cell.title) == "matter"
        class_ = "task" if class_ == "name" or (matter and not class_) else class_
        self.label, self.label_class, self.lasting = "" if class_ else cell.title, class_, True
        self.cut(cell.start)

    def _take(self, label: str, start: int, known: bool) -> None:
        self.label, self.label_class = label, self._class(label)
        # A label that opens the line holds to its end, one of the head or within to the full stop.
        self.lasting = (self.first or bool(self.label_class)) and self.label_class not in ONE_SENTENCE
        if known:
            headings = self.reading.headings
            headings.append(Heading(label, self.number, start, start + len(label), self.reading.item))

    def _take_lead(self, lead: re.Match[str]) -> None:
        """Take 分析下来， at the front of a paragraph as the label of all that follows."""
        self._take(lead["lead"], lead.start("lead"), True)
        self.label_class, self.lasting, self.first = first_cue("lead", lead["lead"]), True, False

    def _class(self, label: str) -> str:
        # 五、钱和奖： opens the line as a heading does.
        class_ = title_class(label) if self.big and self.first else label_class(label)
        # 人： among the tasks tells of no one who attends.
        who = class_ == "attendance" and len(label) == 1
        # 18条隐患： among the tasks names what is to be done away with.
        count = self.reading.section_class == FactType.TASK and any(sign.isdigit() for sign in label)
        # 意见箱收到312条： counts what came in, and asks nothing.
        count = (
            count
            or class_ == FactType.TASK
            and bool(_COUNTED.search(label))
            and not first_cue("label", label)
        )
        return "" if count or (who and self.reading.section_class in TYPES) else class_

    def _after_label(self, left: int, right: int, stop: str) -> int:
        """Return where the sentence begins behind its label and its ordinal."""
        said = self.text[left:right]
        set_apart = self.first and self.bullet and stop == "。" and right + 1 < self.end and _is_title(said)
        set_apart = set_apart or self.first and stop in ("\u3000", "\t") and len(said) <= 8
        if (set_apart or _is_spoken_label(said, stop, right, self.end)) and first_cue("label", said):
            # 为什么上不去？ and 要抓的几件事。 are labels said as sentences.
            self._take(said, left, True)
            self.lasting, self.first = True, False
            return right
        bracket = BRACKETED.match(self.text, left, right)
        if bracket and bracket.end() < right and first_cue("label", bracket["title"]):
            self._take(bracket["title"], bracket.start("title"), True)
            return bracket.end()
        if self.first and (lead := _LEAD.match(self.text, left, right)) and first_cue("lead", lead["lead"]):
            self._take_lead(lead)
            return lead.end()
        ordinal = _INLINE_ORDINAL.match(self.text, left, right)
        left = ordinal.end() if ordinal and ordinal.end() < right else left
        found = (
            _LABEL.match(self.text, left, right)
            or _LEAD_LABEL.match(self.text, left, right)
            or _spaced_label(self.text, left, right)
        )
        if found and _is_label(found, right):
            label = found["label"]
            # An unknown label, and one that tells something itself, is part of what is said: 先进集体8个：.
            listed = _INLINE_ORDINAL.match(self.text, found.end(), right)
            names = _RANKED.search(label) and _NAMES.match(self.text[found.end() : right].strip())
            most = not listed and (_MOST.search(label) or names)
            tells = _TELLS.search(label) or _WHOSE.fullmatch(label) or most
            plain_label = bool(self._class(label)) and not tells
            basis = any(cue.gives == "basis" for cue in found_cues("type", label))
            self._take(label, found.start("label"), plain_label or basis)
            left = found.end() if plain_label or basis else left
        ordinal = _INLINE_ORDINAL.match(self.text, left, right)
        return ordinal.end() if ordinal and ordinal.end() < right else left

    def _open_list(self, left: int, head: re.Match[str]) -> int:
        """Cut what leads up to a list with its head, and return where its first item begins."""
        self._clauses(self._after_label(left, head.end("label"), ""), head.end("label"))
        self.reading.segment += 1
        self.label, self.lasting = head["label"], True
        self.label_class = self._class(self.label) or FactType.PROBLEM.value
        return head.end()

    def _clauses(self, left: int, right: int) -> None:
        for a, b in split(self.text, left, right, "，,"):
            for c, d, aside in asides(self.text, a, b):
                reading = self.reading
                clause = Clause(
                    self.text[c:d], self.number, c, d, reading.item, reading.segment, reading.section,
                    reading.section_class, self.label, self.label_class, self.bullet, aside,
                )  # fmt: skip
                reading.clauses.append(clause)
                self.first = False


def _is_title(said: str) -> bool:
    """Whether the first sentence of an item is its title: 四是薄弱环节。"""
    return len(said) <= 6 and not re.search(r"\d|[是不没有了]", said)


def _is_spoken_label(said: str, stop: str, right: int, end: int) -> bool:
    short = (
        2 < len(said) <= 12 and right + 1 < end and not any(sign.isdigit() or sign in "，," for sign in said)
    )
    # 原因是首件没检就开了机 tells the cause itself.
    short = short and (stop in "？?" or not re.search("是(?!什么|啥)|了|没|被", said))
    return short and (stop in "？?" if not has_cue("thing-count", said) else stop in "？?。") and stop != ""


def _spaced_label(text: str, left: int, right: int) -> re.Match[str] | None:
    """Return a label of the head that a blank parts from its value: 时长 9分钟."""
    found = re.compile(r"(?P<label>[一-鿿]{2,8}|[一-鿿](?=\u3000))[ \u3000]{1,8}(?=\S)").match(
        text, left, right
    )
    class_ = first_cue("label", found["label"]) if found else ""
    # 有故事的人　芦小娥: a wide blank parts any label from what it announces.
    if found and re.match("[没未][一-鿿]{1,5}的$", found["label"]):
        # 没上牌的 57台: whose figure it is heads nothing.
        return None
    if class_ == "check" and re.compile(r"\d").match(text, found.end() if found else right):
        # 民宿检查 52家: what a look found is no check to come.
        return None
    if found and class_ not in INLINE and _ONLY_FIGURE.fullmatch(text, found.end(), right):
        # 车位缺口 1900个: what is counted heads nothing.
        return None
    wide = found is not None and ("\u3000" in found[0] or len(found["label"]) <= 4)
    return found if class_ and (class_ in INLINE or wide) else None


def _is_label(found: re.Match[str], right: int) -> bool:
    label = found["label"]
    return found.end() < right and not label[-1].isdigit() and label.count("“") == label.count("”")
