"""A task sheet read by rules: every clause goes to the meeting, the agenda, a fact, a wish, a blank or a note."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from drafter.errors import DrafterError
from drafter.facts import agenda as agendas
from drafter.facts import intents as wishes
from drafter.facts.blanks import about_units, is_blank, read_blanks
from drafter.facts.classify import TYPES, Reading, score
from drafter.facts.contradictions import find_contradictions
from drafter.facts.cues import found_cues, pattern
from drafter.facts.dates import find_whens, first_full_date
from drafter.facts.doubts import find_doubts
from drafter.facts.grouping import build, group
from drafter.facts.lines import Clause, cut, line_starts, normal
from drafter.facts.meeting import FIELDS, Header, body_of, kind_of, level_of
from drafter.facts.people import find_duty, find_persons
from drafter.facts.quantities import describe, find_quantities
from drafter.facts.sheet import Blank, Fact, FactType, Intent, IntentKind, Place, Quantity, Sheet, When, Words
from drafter.i18n import _

# A sheet is a page or two; a hundred thousand characters are a book.
LONGEST = 100_000

# Wishes that are about facts; a tone or a length is about the whole.
_ABOUT_FACTS = (
    IntentKind.NAME, IntentKind.NO_NAME, IntentKind.STRESS, IntentKind.AVOID, IntentKind.SPARE, IntentKind.PRAISE,
    IntentKind.THANKS, IntentKind.HARD, IntentKind.FORBID,
)  # fmt: skip
_AGENDA = ("agenda", "agenda-before", "agenda-after")
_FACTS = TYPES | {"facts"}


class SheetTooLongError(DrafterError):
    """The text is far longer than any task sheet."""


def read_sheet(text: str, *, today: datetime.date | None = None) -> Sheet:
    """Return what a task sheet says.

    Dates without a year count from the first full date of the sheet, else from ``today``.
    Raises SheetTooLongError above LONGEST characters.
    """
    if len(text) > LONGEST:
        message = _("the sheet has {count} characters; {most} is the most that is read")
        raise SheetTooLongError(message.format(count=len(text), most=LONGEST))
    return _Reader(text, today).read()


class _Reader:
    """One reading of one sheet: the clauses, and where each went."""

    def __init__(self, text: str, today: datetime.date | None) -> None:
        self.original = text
        self.text = normal(text)
        self.starts = line_starts(self.text)
        self.today = first_full_date(self.text) or today
        self.whens = find_whens(self.text, self.starts, self.today)
        self.quantities = find_quantities(self.text, self.starts, self.whens)
        self.cut = cut(self.text)
        self.header = Header()
        self.steps: list[tuple[Clause, str]] = []
        self.facts: list[Fact] = []
        self.intents: list[tuple[int, Intent]] = []
        self.blanks: list[tuple[int, Blank]] = []
        self.notes: list[Words] = []
        self.in_head = True

    def read(self) -> Sheet:
        """Read line by line, then look over the whole."""
        for _item, line in groupby(self.cut.clauses, key=lambda clause: clause.item):
            self._read_line(list(line))
        self._basis_from_labels()
        return self._sheet()

    # ---- one line

    def _read_line(self, line: list[Clause]) -> None:
        for _segment, clauses in groupby(line, key=lambda clause: clause.segment):
            self._read_segment(list(clauses), line)

    def _read_segment(self, clauses: list[Clause], line: list[Clause]) -> None:
        """Send each run of clauses of one kind to its reader."""
        sent = [(self._goes_to(clause, line), clause) for clause in clauses]
        sent = self._with_objects(sent)
        for where, run in groupby(sent, key=lambda pair: pair[0]):
            found = [clause for _where, clause in run]
            if where == "intent":
                self._read_intents(found)
            elif where == "blank":
                self._read_blanks(found)
            elif where == "fact":
                self._read_facts(found)
            elif where == "note":
                self.notes.extend(self._words(clause) for clause in found)

    def _goes_to(self, clause: Clause, line: list[Clause]) -> str:
        """Return where a clause goes; the meeting and the agenda take theirs at once."""
        label, section = clause.label_class, clause.section_class
        if label == "intent" or (section == "intent" and label not in _FACTS):
            return "intent"
        if label in _AGENDA or (section in _AGENDA and label not in FIELDS | _FACTS):
            if not clause.aside:
                self.steps.append((clause, label or section))
                return "agenda"
        if is_blank(clause.text):
            return "blank"
        if wishes.is_intent(clause.text):
            return "intent"
        return self._head_or_fact(clause, line)

    def _head_or_fact(self, clause: Clause, line: list[Clause]) -> str:
        label, section = clause.label_class, clause.section_class
        if section in TYPES or label in _FACTS:
            self.in_head = False
        if label in FIELDS or label in ("speaker", "minutes"):
            self._to_head(clause, label)
            return "head"
        if section in _FACTS and "name" in self.header.words:
            self.in_head = False
        if self.in_head:
            if agendas.is_agenda(clause, line):
                self.steps.append((clause, "agenda"))
                return "agenda"
            if self.header.take(clause, self._whens(clause)):
                return "head"
            if clause.aside and not found_cues("type", clause.text):
                self.header.add("other", clause)
                return "head"
            reading = self._reading(clause)
            if reading.type is None or (reading.weight < 2 and clause.line <= 3):
                if len(self.cut.clauses) > 3 and "name" in self.header.words and reading.type is not None and clause.is_bullet:
                    self.in_head = False
                    return "fact"
                return "note"
            self.in_head = not (clause.is_bullet or reading.weight >= 2)
        return "fact"

    def _to_head(self, clause: Clause, field: str) -> None:
        if not self.header.take(clause, self._whens(clause)):
            self.header.add(field, clause)

    def _with_objects(self, sent: list[tuple[str, Clause]]) -> list[tuple[str, Clause]]:
        """Give a wish or a blank the clause in front that it is about, where that tells no fact of its own."""
        for index in range(len(sent) - 1, 0, -1):
            (where, clause), (before, object_) = sent[index], sent[index - 1]
            wording = re.search("是.{0,4}党(?:总支|支部|委|组)", object_.text)
            if where == "intent" and before in ("fact", "note") and (wishes.needs_object(clause.text) or wording):
                reading = self._reading(object_)
                alone = index == 1 or sent[index - 2][0] != "fact" or wording
                if alone and (wording or reading.type is None or (reading.weight < 2 and not reading.quantities)):
                    sent[index - 1] = ("intent", object_)
            elif where == "blank" and before in ("fact", "note") and pattern("question").search(object_.text):
                sent[index - 1] = ("blank", object_)
        return sent

    # ---- readers of runs

    def _read_intents(self, clauses: list[Clause]) -> None:
        for each in wishes.group_intents(clauses):
            self.intents.append((each[0].item, wishes.read_intent(each, self.original)))
            for clause in each:
                if is_blank(clause.text):
                    self.blanks.extend((clause.item, b) for b in read_blanks(each, self.original))
                    break

    def _read_blanks(self, clauses: list[Clause]) -> None:
        for blank in read_blanks(clauses, self.original):
            self.blanks.append((clauses[0].item, blank))
        for clause in clauses:
            reading = self._reading(clause)
            if reading.quantities and not clause.aside and reading.type is not None:
                self._add(build([reading], self.original, len(self.facts) + 1, self._last()))

    def _read_facts(self, clauses: list[Clause]) -> None:
        for each in group([self._reading(clause) for clause in clauses]):
            fact = build(each, self.original, len(self.facts) + 1, self._last())
            if fact is None:
                self.notes.extend(self._words(reading.clause) for reading in each)
            elif not self._joins_duty(fact):
                self._add(fact)

    def _joins_duty(self, fact: Fact) -> bool:
        """Put partners that stand alone with the leader in front of them: 水利局牵头；应急、气象配合."""
        last = self._last()
        if last is None or last.group != fact.group or fact.owners or not fact.partners or last.partners:
            return False
        if fact.type is not FactType.DUTY or last.type is not FactType.DUTY or fact.quantities:
            return False
        place = Place(last.place.line, last.place.start, fact.place.end)
        said = self.original[place.start : place.end]
        self.facts[-1] = replace(last, text=said, place=place, partners=fact.partners)
        return True

    def _add(self, fact: Fact | None) -> None:
        if fact is not None:
            self.facts.append(fact)

    def _last(self) -> Fact | None:
        return self.facts[-1] if self.facts else None

    def _reading(self, clause: Clause) -> Reading:
        whens, quantities = self._whens(clause), self._quantities(clause)
        duty = find_duty(clause.text)
        return Reading(clause, quantities, whens, duty, score(clause, quantities, whens, duty, self.today))

    def _whens(self, clause: Clause) -> list[When]:
        return [when for when in self.whens if clause.start <= when.place.start < clause.end]

    def _quantities(self, clause: Clause) -> list[Quantity]:
        found = [q for q in self.quantities if clause.start <= q.place.start < clause.end]
        return describe(found, clause.text, clause.start, self._whens(clause))

    def _words(self, clause: Clause) -> Words:
        said = self.original[clause.start : clause.end]
        return Words(said, Place(clause.line, clause.start, clause.end), said)

    def _name_speaker(self) -> None:
        """Take the full name of the speaker from the agenda, where the head has his surname or post only."""
        for clause, _side in self.steps:
            if not re.search("讲|致辞|致词|报告|动员|述职", clause.text):
                continue
            for person in find_persons(clause.text, clause.line, clause.start):
                self.header.complete(person)

    # ---- the whole

    def _basis_from_labels(self) -> None:
        """Make a fact of a label that tells on what the rest rests: 6月9日院长办公会定的."""
        for heading in self.cut.headings:
            if any(cue.gives == FactType.BASIS for cue in found_cues("type", heading.text)):
                place = Place(heading.line, heading.start, heading.end)
                whens = tuple(w for w in self.whens if heading.start <= w.place.start < heading.end)
                fact = Fact(f"f{len(self.facts) + 1}", FactType.BASIS, heading.text, place, whens=whens)
                self.facts.append(fact)

    def _sheet(self) -> Sheet:
        facts = _renumbered(_retyped(self.facts))
        intents, named = _about(self.intents, facts)
        facts = [replace(fact, named=named.get(fact.id)) for fact in facts]
        blanks = about_units(self.blanks, facts)
        self._name_speaker()
        meeting, speaker = self.header.meeting(), self.header.spoken_by()
        before, after = agendas.steps_of(self.steps, self.header.speaker)
        speech = agendas.speech_places(self.steps, self.header.speaker)
        others = [Words(self.original[p.start : p.end], p) for p in speech]
        name = meeting.name.value if meeting.name else ""
        head = [name, *(w.text for w in (meeting.organiser, *meeting.other) if w), self.text[:120]]
        body = body_of(head[:2])
        sheet = Sheet(
            kind=kind_of(name, meeting.mode.text if meeting.mode else "", self.text),
            level=level_of(body, [name, *speaker.posts, self.text]),
            body=body,
            meeting=replace(meeting, other=(*meeting.other, *others)),
            speaker=speaker,
            before=tuple(before),
            after=tuple(after),
            facts=tuple(facts),
            intents=tuple(intents),
            blanks=tuple(blanks),
            labels=tuple(Words(h.text, Place(h.line, h.start, h.end)) for h in self.cut.headings),
            notes=tuple(self.notes),
        )  # fmt: skip
        return replace(
            sheet, doubts=find_doubts(sheet, self.today), contradictions=find_contradictions(sheet)
        )


def _retyped(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, a bare rate as a problem where a task is to bring the same rate to 100%."""
    aims = [fact for fact in facts if fact.type in (FactType.TASK, FactType.PROMISE)]
    full = [f for f in aims if any(q.unit == "%" and q.value == 100 for q in f.quantities)]
    return [
        replace(fact, type=FactType.PROBLEM)
        if fact.type is FactType.SITUATION and any(_same_rate(fact, aim) for aim in full)
        else fact
        for fact in facts
    ]


def _same_rate(fact: Fact, aim: Fact) -> bool:
    rates = [q for q in fact.quantities if q.unit == "%" and q.value < 100]
    return any(len(q.noun) >= 2 and q.noun[-3:] in aim.text for q in rates)


def _renumbered(facts: Iterable[Fact]) -> list[Fact]:
    ordered = sorted(facts, key=lambda fact: (fact.place.start, fact.place.end))
    return [replace(fact, id=f"f{number}") for number, fact in enumerate(ordered, 1)]


def _about(intents: Iterable[tuple[int, Intent]], facts: Sequence[Fact]) -> tuple[list[Intent], dict[str, bool]]:
    """Return the wishes with the facts they stand beside or name, and which facts may be named."""
    found: list[Intent] = []
    named: dict[str, bool] = {}
    for item, intent in intents:
        about = _facts_of(item, intent, facts) if intent.kind in _ABOUT_FACTS else []
        intent = replace(intent, about=tuple(fact.id for fact in about))
        found.append(intent)
        spares_persons = bool(set(intent.words) & {"人", "干部", "姓名", "书记", "主任", "个人"})
        if intent.kind in (IntentKind.NAME, IntentKind.NO_NAME) and not spares_persons:
            named.update({f.id: intent.kind is IntentKind.NAME for f in about if f.type is FactType.PROBLEM})
    return found, named


def _facts_of(item: int, intent: Intent, facts: Sequence[Fact]) -> list[Fact]:
    """Return the fact in front on the same line, else all that a wish names."""
    before = [f for f in facts if f.group == item and f.place.end <= intent.place.start]
    if before:
        return before[-1:]
    return [f for f in facts if any(_names(word, f.text) for word in intent.words)]


def _names(word: str, text: str) -> bool:
    """Whether a fact tells of what a wish names: 沙坝那处 of 阻水沙坝."""
    word = re.sub(r"(?:那|这)?(?:处|个|件|家|一处|地方)?(?:乡名|村名|人名|名字|名|单位)?$", "", word)
    return len(word) >= 2 and word in text


