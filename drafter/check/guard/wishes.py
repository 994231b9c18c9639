"""Wishes of the leader that the text does not meet: words, matters, names, thanks."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.guard.claims import Claim
from drafter.check.guard.coverage import Coverage
from drafter.check.guard.passages import Span, pairs
from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, Intent, IntentKind, Step
from drafter.i18n import message

_SLOGAN = re.compile("让我们[^。！\n]*|为[^，。！\n]{4,30}而(?:努力|不懈)?(?:奋斗|努力)[^。！\n]*")
_MEANING = re.compile(
    "(?:重大|重要|深远|深刻|现实|特殊|十分重大)(?:而深远)?的?意义|意义(?:重大|深远|非凡)|充分认识[^，。]{0,12}(?:重要性|必要性|意义)|提高(?:政治)?站位|深化思想认识"
)
_MERGED = re.compile("[、，,；;和及与]")
# The meeting itself, its agenda and who is there may be called by any name.
_AGENDA = re.compile("刚才|方才|前面|会前|会后|随后|接下来|下面|待会|之后")
_KIND = re.compile("谢|辛苦|肯定|表扬|不易|不容易|做得好|态度好|担待")
# Whom a speech calls otherwise, as the facts do: 一线的人 are 讲解员、船工.
_ANYBODY = re.compile(
    "(?:一线|基层|前线|下面|在座|到会|所有|全体|各位|做事)*的?(?:人|同志们?|职工|干部|员工|大家)"
)
_FEWEST = 2
# A longer one is no name but the words of a matter.
_LONGEST = 8
# What names nobody: 处室不点名, 分在哪些科, 欠款单位.
_ANY = re.compile(
    "哪|谁|几|什么|名单|名字|^.{0,2}(?:处室|科室|单位|部门|企业|乡镇|村镇|街道|社区|班级|年级|车间|人|干部|同志|学生|患者|病人|客户|职工|学院|学校|村|科|处|家)$"
)
# 案情细节不讲: the half of the words that is no matter.
_NO_MATTER = re.compile(
    "学校|单位|企业|部门|干部|群众|职工|学生|医院|患者|车间|乡镇|社区|村民|领导|我们|细节|情况|问题|内容|数字|名单|方案|做法|经过|过程|具体|个别|有关|相关|工作|事情|原因|标准|时间|金额|安排|名次|各村|一季"
)


class Wishes:
    """The wishes of a source, held against a text."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.passages = coverage.passages
        self.source = coverage.source

    def claims(self) -> Iterator[Claim]:
        """Yield the places at which a wish is not met; what is lacking, at the end of the text."""
        for intent in self.source.sheet.intents:
            if intent.kind is IntentKind.FORBID:
                yield from self._used(intent, intent.words)
            elif intent.kind is IntentKind.AVOID:
                yield from self._touched(intent)
            elif intent.kind is IntentKind.NO_NAME:
                yield from self._named(intent)
            elif intent.kind is IntentKind.SPARE and re.search("意义|认识|大?道理|背景", intent.text):
                yield from self._matching(intent, _MEANING, 0)
            elif intent.kind is IntentKind.CLOSING and "口号" in intent.text:
                last = self.passages.line(max(0, len(self.passages.starts) - 2))
                yield from self._matching(intent, _SLOGAN, last.start)
            else:
                yield from self._lacking(intent)
        yield from self._facts_named()

    def _used(self, intent: Intent, words: tuple[str, ...]) -> Iterator[Claim]:
        for word in words:
            for variant in _variants(word):
                if variant in self._said_by_facts:
                    continue
                yield from self._at_words(intent, variant)

    def _at_words(self, intent: Intent, word: str) -> Iterator[Claim]:
        for match in re.finditer(re.escape(word), self.passages.text) if len(word) > 1 else ():
            text = message("“{word}” is not wanted: {wish}", word=word, wish=intent.text)
            yield Claim("unmet-intent", match.start(), match.end(), text, message("say it otherwise"))

    def _touched(self, intent: Intent) -> Iterator[Claim]:
        """Yield the matters that were not to be touched; the agenda may point at them."""
        for word in intent.words:
            for part in _parts(word):
                for match in re.finditer(re.escape(part), self.passages.text):
                    if not self._is_pointed_to(match.start()) and part not in self._said_by_facts:
                        text = message("this was not to be touched: {wish}", wish=intent.text)
                        remedy = message("take it out")
                        yield Claim("unmet-intent", match.start(), match.end(), text, remedy)

    @property
    def _said_by_facts(self) -> str:
        """The words of the facts and of the meeting, in which a word that is not to be touched may stand."""
        meeting = self.source.sheet.meeting.name
        return "\n".join((*(fact.text for fact in self.source.sheet.facts), meeting.text if meeting else ""))

    @property
    def _steps(self) -> tuple[Step, ...]:
        return (*self.source.sheet.before, *self.source.sheet.after)

    def _is_pointed_to(self, position: int) -> bool:
        """Whether a word stands where the speech says who tells of it, or that it does not."""
        sentence = self.passages.words(self.passages.sentence_at(position))
        if any(step.who and step.who in sentence for step in self._steps):
            return True
        return bool(_AGENDA.search(sentence) or re.search("不(?:再|多)?(?:讲|说|重复|念|提|点|碰)", sentence))

    # ---- names

    def _named(self, intent: Intent) -> Iterator[Claim]:
        about = [fact for id_ in intent.about if (fact := self.source.fact(id_))]
        for word in intent.words:
            # 沙坝那处不点乡名: the word tells which matter, the fact who is not to be named.
            is_matter = any(word in fact.text for fact in about) and not _is_name(word, about)
            if 1 < len(word) <= _LONGEST and not is_matter and not _ANY.search(word):
                yield from self._at_names(intent.text, word, None)

    def _facts_named(self) -> Iterator[Claim]:
        for fact in self.source.sheet.facts:
            if fact.named is False and 1 < len(fact.who) <= 10 and fact.who in fact.text:
                yield from self._at_names(fact.text, fact.who, fact)

    def _at_names(self, wish: str, name: str, fact: Fact | None) -> Iterator[Claim]:
        """Yield the places of a name that was not to be said; the agenda may say it of who spoke."""
        only_here = fact is not None and self._is_known_otherwise(name, fact)
        for match in re.finditer(re.escape(name), self.passages.text):
            if only_here and fact is not None and not self._is_told_of(fact, name, match.start()):
                continue
            if fact is None and self._is_step(name, match.start()):
                continue
            text = message("{name} was to stay unnamed: {wish}", name=name, wish=wish)
            yield Claim("named-unnamed", match.start(), match.end(), text, message("say it without the name"))

    def _is_step(self, name: str, position: int) -> bool:
        """Whether a name stands in a sentence of the agenda, as one of those who spoke."""
        sentence = self.passages.words(self.passages.sentence_at(position))
        others = [step for step in self._steps if name not in step.who and step.who in sentence]
        own = any(name in step.text for step in self._steps)
        return own and (bool(others) or _AGENDA.search(sentence) is not None)

    def _is_known_otherwise(self, name: str, fact: Fact) -> bool:
        """Whether the agenda or another fact has the name as well."""
        sheet = self.source.sheet
        steps = any(name in step.text for step in self._steps)
        return steps or any(name in other.text for other in sheet.facts if other is not fact)

    def _is_told_of(self, fact: Fact, name: str, position: int) -> bool:
        """Whether the line around a name tells of the fact in which it was not to be said."""
        rest = pairs(fact.text.replace(name, "，"))
        sentence = self.passages.sentence_at(position)
        line = self.passages.line(self.passages.place(position)[0])
        near = Span(sentence.start, min(line.end, sentence.end + 40))
        if _AGENDA.search(self.passages.words(sentence)):
            near = sentence
        return len(rest & pairs(self.passages.words(near))) >= min(_FEWEST, len(rest))

    # ---- what is lacking

    def _matching(self, intent: Intent, pattern: re.Pattern[str], start: int) -> Iterator[Claim]:
        for match in pattern.finditer(self.passages.text, start):
            text = message("this was not wanted: {wish}", wish=intent.text)
            yield Claim("unmet-intent", match.start(), match.end(), text, message("take it out"))

    def _lacking(self, intent: Intent) -> Iterator[Claim]:
        text = self.passages.text
        lacks: list[str] = []
        if intent.kind is IntentKind.QUOTE:
            lacks = [word for word in intent.words if word not in text]
        elif intent.kind is IntentKind.NAME:
            names = [fact.who for id_ in intent.about if (fact := self.source.fact(id_)) and fact.who]
            known = [word for word in (*intent.words, *names) if word in self._said_by_facts]
            lacks = known if known and not any(word in text for word in known) else []
        elif intent.kind in (IntentKind.THANKS, IntentKind.PRAISE):
            lacks = [word for word in intent.words if not self._is_spoken_of(word)]
        if lacks:
            told = message("this wish is not met: {wish}", wish=intent.text)
            yield Claim("unmet-intent", len(text), len(text), told)

    def _is_spoken_of(self, word: str) -> bool:
        """Whether a word, or most of it, is in the text."""
        if word in self.passages.text or pairs(word) & pairs(self.passages.text):
            return True
        signs = set(word) - set("的同志们工各位")
        kind = (self.passages.words(span) for span in self.passages.sentences)
        to_anybody = _ANYBODY.fullmatch(word) is not None
        return any(_KIND.search(each) and (to_anybody or signs & set(each)) for each in kind)


def _variants(word: str) -> tuple[str, ...]:
    """Return a saying that is not to be used, and the part of it by which it is known: 十防九空."""
    bare = re.sub("^(?:宁可|不怕|要|让|把)", "", word)
    return (word,) if len(bare) < 4 else (bare,)


def _parts(word: str) -> tuple[str, ...]:
    """Return the words of a matter: 问责纪律 are 问责 and 纪律."""
    bare = (re.sub("(?:的|那|这)?(?:事情?|话|话题|问题)$", "", part) for part in _MERGED.split(word))
    parts = [part for part in bare if len(part) > 1]
    return tuple(each for part in parts for each in _halves(part))


def _halves(word: str) -> tuple[str, ...]:
    halves = (word[:2], word[2:])
    if len(word) != 4 or "的" in word or any(map(_NO_MATTER.fullmatch, halves)):
        return (word,)
    return halves


def _is_name(word: str, about: list[Fact]) -> bool:
    return any(word == fact.who for fact in about)
