"""Facts that the text does not say, wholly or in part."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.guard.claims import Claim
from drafter.check.guard.coverage import Coverage, Row
from drafter.facts.people import find_persons
from drafter.facts.sheet import FactType, IntentKind
from drafter.i18n import Message, message

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
                yield self._claim(told, Severity.HINT if row.fact.id in self._slight else None)
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
        for name in (*fact.owners, *fact.partners):
            if not self._is_said(name):
                yield message("{name} is not said: {fact}", name=name, fact=fact.text)

    def _figures(self, row: Row) -> Iterator[Message]:
        for figure in row.figures:
            change = any(q.role == "change" and q.text == figure.text for q in row.fact.quantities)
            if figure.is_written and not change and not self.coverage.says_figure(figure):
                yield message("the figure {figure} is not said: {fact}", figure=figure.text, fact=row.fact.text)

    def _is_said(self, name: str) -> bool:
        persons = find_persons(f"由{name}负责", 0, 0) or find_persons(name, 0, 0)
        if persons and len(persons[0].name) > 1:
            return persons[0].name in self.text
        core = name.lstrip("省市县区镇乡")
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
        return frozenset(told)

    def _has(self, id_: str, words: tuple[str, ...]) -> bool:
        fact = self.source.fact(id_)
        return fact is not None and any(word in fact.text for word in words)

    @property
    def _slight(self) -> frozenset[str]:
        """The facts that lack a unit or whose names are to be spared, and so may stay unsaid."""
        lacking = {id_ for b in self.source.sheet.blanks if "单位" in b.what for id_ in b.about}
        spared = {fact.id for fact in self.source.sheet.facts if fact.named is False}
        brief = {id_ for each in self.source.sheet.intents if each.kind is IntentKind.SPARE for id_ in each.about}
        return frozenset(lacking | spared | brief)
