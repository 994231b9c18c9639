"""Facts that the text does not say, wholly or in part."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.guard.claims import Claim
from drafter.check.guard.coverage import Coverage
from drafter.check.guard.fact_rows import Row
from drafter.check.guard.frequencies import periods_in
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import FactType, IntentKind
from drafter.i18n import Message, message

# A fact without figures of which a sentence has so many words may be told in others.
_TRACE = 0.2
# Of these, each deadline and each owner has to be said.
_BINDING = frozenset((FactType.TASK, FactType.PROMISE, FactType.GAP, FactType.DUTY, FactType.CHECK))


class Missing:
    """The facts that a text does not say."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.source = coverage.source
        self.text = coverage.passages.text

    def claims(self) -> Iterator[Claim]:
        """Yield what is not said, at the last line of the text."""
        for row in self.coverage.rows:
            if row.fact.id in self._excused:
                continue
            if not row.said:
                told = message("not said: {fact}", fact=row.fact.text)
                yield self._claim(told, Severity.HINT if self._is_slight(row) else None)
                continue
            if row.fact.type in _BINDING:
                yield from map(self._claim, self._parts(row))
            if row.fact.id not in self._slight:
                yield from map(self._claim, self._figures(row))

    def _claim(self, told: Message, severity: Severity | None = None) -> Claim:
        remedy = message("say it, or take it out of the facts")
        end = len(self.text)
        return Claim("missing-fact", end, end, told, remedy, severity)

    def _parts(self, row: Row) -> Iterator[Message]:
        fact = row.fact
        if fact.by is not None and not self.coverage.says_day(fact.by):
            yield message("the deadline is not said: {fact}", fact=fact.text)
        if not self._says_often(row):
            yield message("how often is not said: {fact}", fact=fact.text)
        for name in (*fact.owners, *fact.partners):
            if not self._is_said(name):
                yield message("{name} is not said: {fact}", name=name, fact=fact.text)

    def _says_often(self, row: Row) -> bool:
        """Whether the sentences that say a fact tell its period, where it has one: 每周, 按月."""
        periods = periods_in(row.fact.text)
        told = "".join(self.coverage.passages.words(span) for span in row.said)
        return not periods or row.fact.frequency in told or bool(periods & periods_in(told))

    def _figures(self, row: Row) -> Iterator[Message]:
        for figure in row.figures:
            change = any(q.role == "change" and q.text == figure.text for q in row.fact.quantities)
            if figure.is_written and not change and not self.coverage.says_figure(figure):
                yield message(
                    "the figure {figure} is not said: {fact}", figure=figure.text, fact=row.fact.text
                )

    def _is_said(self, name: str) -> bool:
        persons = find_persons(f"由{name}负责", 0, 0) or find_persons(name, 0, 0)
        if persons and len(persons[0].name) > 1:
            return persons[0].name in self.text
        core = name.lstrip("各省市县区镇乡")
        return core in self.text or core[:2] in self.text

    @property
    def _excused(self) -> frozenset[str]:
        """The facts that are not to be said."""
        told: set[str] = set()
        for intent in self.source.sheet.intents:
            # 不点 excuses from saying it at all; 不点乡名 from saying the name.
            if intent.kind in (IntentKind.AVOID, IntentKind.NO_NAME) and not intent.words:
                told.update(intent.about)
            elif intent.kind is IntentKind.AVOID:
                told.update(id_ for id_ in intent.about if self._has(id_, intent.words))
                told.update(fact.id for fact in self.source.sheet.facts if _touches(fact.text, intent.words))
        return frozenset(told)

    def _has(self, id_: str, words: tuple[str, ...]) -> bool:
        fact = self.source.fact(id_)
        return fact is not None and any(word in fact.text for word in words)

    def _is_slight(self, row: Row) -> bool:
        """Whether a fact may be said in other words, or may stay unsaid."""
        is_bare = not (row.figures or row.days or row.fact.owners)
        return row.fact.id in self._slight or (is_bare and self.coverage.trace(row) >= _TRACE)

    @property
    def _slight(self) -> frozenset[str]:
        """The facts that lack a unit or whose names are to be spared, and so may stay unsaid."""
        lacking = {id_ for b in self.source.sheet.blanks if "单位" in b.what for id_ in b.about}
        spared = {fact.id for fact in self.source.sheet.facts if fact.named is False and fact.who}
        brief = {
            id_ for each in self.source.sheet.intents if each.kind is IntentKind.SPARE for id_ in each.about
        }
        return frozenset(lacking | spared | brief)


def _touches(text: str, words: tuple[str, ...]) -> bool:
    """Whether a fact tells of a matter that is not to be touched: 怕影响产量 of 产量压力."""
    return any(word[:2] in text for word in words if len(word) >= 4) or any(word in text for word in words)
