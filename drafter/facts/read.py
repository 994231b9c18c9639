"""A task sheet read by rules: each clause goes to the meeting, the agenda, a fact, a wish or a note."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from drafter.errors import DrafterError
from drafter.facts import agenda as agendas
from drafter.facts import intents as wishes
from drafter.facts.blanks import about_units, is_blank, leads_to_blank, read_blanks
from drafter.facts.body import body_of, kind_of, level_of
from drafter.facts.building import build
from drafter.facts.classify import TYPES, Reading
from drafter.facts.clause import Clause
from drafter.facts.contradictions import find_contradictions
from drafter.facts.cues import first_cue, found_cues, has_cue
from drafter.facts.doubts import find_doubts
from drafter.facts.fact_type import type_of
from drafter.facts.fields import name_field
from drafter.facts.grouping import MOST_CLAUSES, group
from drafter.facts.lines import cut
from drafter.facts.meeting import FIELDS, Header
from drafter.facts.people import find_persons
from drafter.facts.relabel import relabelled
from drafter.facts.replies import Reply, reply_in
from drafter.facts.resolve import about_facts, renumbered, retyped, shared
from drafter.facts.sections import with_section_classes
from drafter.facts.sheet import Blank, Fact, FactType, Intent, IntentKind, Place, Sheet, Words
from drafter.facts.text import SheetText
from drafter.facts.wish_forms import form_of
from drafter.i18n import _
from drafter.models.scalars import ILLEGAL

# A sheet is a page or two; a hundred thousand characters are a book.
LONGEST = 100_000

# What tells of the paper and its makers, and nothing to those present.
_OFFICE = re.compile("联系人|电话|附件|起草|拟稿|审核|核稿|报送|抄送|讲话稿|发言稿|材料")
# 梧桐里街道书记讲话任务单: the first line of a sheet that names what it is.
_TITLE = re.compile("^.{4,24}(?:单|稿|素材|材料|要点|提纲)$")
_AGENDA = ("agenda", "agenda-before", "agenda-after")
_GOES_ON = re.compile("(?:其中|同比|环比|[比较](?:去年|上年|上月|前年)|到(?:货|位)?之?前$)")
_SPEECH = {"speaker", "minutes"}
# A sentence that says nothing without the one in front of it.
_GOES_ON = re.compile(
    "其中|同比|环比|(?:去年|上年)同期|[比较](?:去年|上年|上月|前年)|(?:所幸|幸好|好在|万幸)?[没未](?:有)?(?:伤人|死人|伤着人|出人命|造成(?:人员)?伤)"
)
_MINUTES = re.compile(r"\d{1,3}分钟(?:左右|以内)?")
_FACTS = TYPES | {"facts"}
# 代表提的（会前收的）：tells how the list came about.
_COLLECTED = re.compile("[（(](?:会前|会上|事先|提前)[一-鿿]{0,4}的[)）][：:]?")
# 一件一件回 counts nothing.
_EACH = re.compile("一(.)一\\1")


# 另外再叫3个: who speaks is open, and no step yet.
_MORE_SPEAKERS = re.compile("另外?再?[叫请找定]")


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
    # What no YAML may hold is no word; places stay where they are.
    text = ILLEGAL.sub(" ", text)
    return _Reader(text, today).read()


def read_fact(text: str, type_: FactType, *, today: datetime.date | None = None) -> Fact:
    """Return a text that tells one fact, of which the type is known. Its place is the whole text.

    Dates without a year count from ``today``.
    """
    reader = _Reader(text, today)
    if reader.text.today != today:
        # A day that the fact itself tells is not that of the meeting.
        reader.text.count_from(today)
    readings = [reader.text.reading(clause) for clause in reader.cut.clauses]
    for reading in readings:
        reading.scores = {type_: 9}
    fact = build(readings, text, 1, None) if readings else None
    place = Place(1, 0, len(text))
    if fact is None:
        return Fact("", type_, text, place)
    return replace(fact, id="", type=type_, text=text, place=place)


class _Reader:
    """One reading of one sheet: the clauses, and where each went."""

    def __init__(self, text: str, today: datetime.date | None) -> None:
        self.text = SheetText(text, today)
        self.cut = cut(self.text.text)
        self.clauses = with_section_classes(self.cut.clauses)
        self.header = Header()
        self.steps: list[tuple[Clause, str]] = []
        self.facts: list[Fact] = []
        self.intents: list[tuple[int, Intent]] = []
        self.blanks: list[tuple[int, Blank]] = []
        self.notes: list[Words] = []
        self.reply = Reply()
        self.in_head = True
        self.last_head_line = self.head_line = 0
        self.head_sections = {""}
        self.sections: set[str] = set()
        self.wish_line = False
        # The heading under which the meeting was named; what stands under it may go on with the head.
        self.name_section = ""

    def read(self) -> Sheet:
        """Read line by line, then look over the whole."""
        self._name_from_headings()
        for _item, line in groupby(self.clauses, key=lambda clause: clause.item):
            self._read_line(list(line))
        self._basis_from_labels()
        return self._sheet()

    def _name_from_headings(self) -> None:
        """Take the name of the meeting from a heading at the top."""
        for heading in self.cut.headings[:1]:
            clause = Clause(
                heading.text, heading.line, heading.start, heading.end, 0, 0, "", "", "", "", False
            )
            if (
                heading.line <= 3
                and has_cue("meeting-name", heading.text)
                and first_cue("label", heading.text) != "intent"
            ):
                self.header.take(clause, self.text.whens_in(clause))

    # ---- one line

    def _read_line(self, line: list[Clause]) -> None:
        self.wish_line = self._is_wish_line(line)
        first = line[0].section not in self.sections
        self.sections.add(line[0].section)
        known = "name" in self.header.words or bool(self.facts and self.header.speaker)
        line = relabelled(line, known, first and bool(line[0].section))
        segments = [list(clauses) for _number, clauses in groupby(line, key=lambda clause: clause.segment)]
        for index, clauses in enumerate(segments):
            # A bare 同比下降3.5% behind a semicolon goes on with what stands before it.
            while index + 1 < len(segments) and _GOES_ON.match(segments[index + 1][0].text):
                clauses.extend(segments.pop(index + 1))
            self._read_segment(clauses, line)

    def _is_wish_line(self, line: list[Clause]) -> bool:
        """Whether a line without a telling label is all wishes: 县长交代 opens it, or most of it are."""
        first = line[0]
        if first.section_class in _AGENDA or self.in_head and first.line == 1:
            return False
        if len(first.text) <= 16 and len(line) > 1 and first_cue("label", first.text) == "intent":
            return True
        figures = any(q.unit for clause in line for q in self.text.quantities_in(clause)) or any(
            map(self.text.whens_in, line)
        )
        segments = ["".join(c.text for c in run) for _n, run in groupby(line, key=lambda c: c.segment)]
        if len(segments) > 3 and wishes.is_wish_line(segments):
            return True
        return not figures and wishes.is_wish_line([clause.text for clause in line])

    def _read_segment(self, clauses: list[Clause], line: list[Clause]) -> None:
        """Send each run of clauses of one kind to its reader."""
        sent = [(self._goes_to(c, line) if c.label_class != "note" else "note", c) for c in clauses]
        sent = self._with_objects(sent)
        before = ""
        # A bracket at a figure is a blank of its own, whatever is missing behind it.
        for (where, _aside), run in groupby(
            sent, key=lambda pair: (pair[0], pair[0] == "blank" and pair[1].aside)
        ):
            found = [clause for _where, clause in run]
            if where == "intent":
                self._read_intents(found, before)
            elif where == "blank":
                self._read_blanks(found)
            elif where == "fact":
                self._read_facts(found)
            elif where == "note":
                self.notes.extend(self.text.words(clause) for clause in found)
            # What is open names itself: 收不收费还没定，不讲.
            before = "" if where == "blank" else found[-1].text

    def _goes_to(self, clause: Clause, line: list[Clause]) -> str:
        """Return where a clause goes; the meeting and the agenda take theirs at once."""
        if _COLLECTED.fullmatch(clause.text):
            return "note"
        if self._around_meeting(clause):
            return "head"
        if wish := self._among_wishes(clause):
            return wish
        label, section = clause.label_class, clause.section_class
        if taken := self._host_or_step(clause):
            return taken
        told = "cause" in (label, section) or (FactType.CASE in (label, section) and "没说" in clause.text)
        if (is_blank(clause.text) and not told) or "open" in (label, section):
            return "blank"
        title = clause.line == 1 and bool(name_field(clause.text))
        if wishes.is_intent(clause.text) and not title:
            return "intent"
        return self._head_or_fact(clause, line)

    def _host_or_step(self, clause: Clause) -> str:
        """Take a clause that tells who is in the chair, or a step of the agenda; return where it went."""
        label, section = clause.label_class, clause.section_class
        if label not in _FACTS and "host" not in self.header.words and agendas.HOSTED.search(clause.text):
            self.header.add("host", clause)
            return "head"
        around = agendas.is_around_speech(clause.text)
        listed = label in _AGENDA or (section in _AGENDA and label not in FIELDS | _FACTS | _SPEECH)
        told = clause.aside or wishes.is_intent(clause.text) or is_blank(clause.text)
        if around or (listed and not told and not _MORE_SPEAKERS.match(clause.text)):
            self.steps.append((clause, "agenda" if around else label or section))
            return "agenda"
        return ""

    def _among_wishes(self, clause: Clause) -> str:
        """Return where a clause goes that stands among wishes, "" for one that does not."""
        label, section = clause.label_class, clause.section_class
        if label == "intent" or (section == "intent" and label not in _FACTS):
            return "fact" if self._is_fact_among_wishes(clause) else "intent"
        is_wish = self.wish_line and not self._is_fact_among_wishes(clause)
        told = label == "maybe-intent" and found_cues("intent", clause.text)
        return "intent" if is_wish or told else ""

    def _around_meeting(self, clause: Clause) -> bool:
        """Take what a notice asks back, and the minutes behind the speaker in an agenda."""
        if (reply := reply_in(clause.text)) is not None:
            self.reply = self.reply.with_more(reply)
            return True
        minutes = clause.label_class in _AGENDA and _MINUTES.fullmatch(clause.text)
        return bool(minutes and self.header.take(clause, self.text.whens_in(clause)))

    def _is_fact_among_wishes(self, clause: Clause) -> bool:
        """Whether the leader gives a figure or a deadline and not a wish: 先进个人每人8000元."""
        wished = found_cues("intent", clause.text) or form_of(clause.text) or _EACH.search(clause.text)
        if wished or is_blank(clause.text):
            return False
        reading = self.text.reading(clause)
        counted = any(q.unit and not q.lacks_unit for q in reading.quantities) or reading.deadline is not None
        return counted and reading.weight >= 2

    def _head_or_fact(self, clause: Clause, line: list[Clause]) -> str:
        if clause.label_class in FIELDS or clause.label_class in ("speaker", "minutes"):
            if not self.header.take(clause, self.text.whens_in(clause)):
                other = "other" if clause.label_class == "name" else clause.label_class
                self.header.add(other, clause)
            return "head"
        self._note_end_of_head(clause)
        if not self.in_head:
            return "fact"
        if agendas.is_agenda(clause, line) and not (clause.line == 1 and name_field(clause.text)):
            self.steps.append((clause, agendas.side_of(clause, line)))
            return "agenda"
        if self._to_head(clause, line):
            self.head_line = clause.line
            return "head"
        reading = self.text.reading(clause)
        if clause.line == 1 and len(self.text.starts) > 3:
            return "note"
        # What stands on a line of the head tells of the meeting: 先听后讲.
        if reading.type is None and (clause.line == self.head_line or not _is_item(clause)):
            return "note"
        self._note_fact_in_head(clause, reading)
        return "fact"

    def _note_fact_in_head(self, clause: Clause, reading: Reading) -> None:
        """Note that the head is over, or goes on to the end of its paragraph since it lacks something."""
        if clause.is_bullet or reading.type is None:
            self.in_head = False
        elif reading.weight >= 2:
            self.last_head_line = clause.line
            self.in_head = not self.header.is_complete() and not clause.label

    def _note_end_of_head(self, clause: Clause) -> None:
        """Note that the head is over: at a heading that tells what facts follow."""
        label, section = clause.label_class, clause.section_class
        named = "name" in self.header.words
        self.in_head = self.in_head and not 0 < self.last_head_line < clause.line
        if clause.section != self.name_section or not named:
            told = label or section
            strong = told in TYPES and told not in ("situation", "basis", "case")
            known = named or self.header.date is not None
            listed = known and (section in _FACTS or label in _FACTS)
            opened = (
                section == ""
                and clause.section not in self.head_sections
                and self.header.is_complete(timed=True)
            )
            self.in_head = self.in_head and not (strong or listed or opened)

    def _to_head(self, clause: Clause, line: list[Clause]) -> bool:
        """Take a clause of the head, or a bracket in it; return False if it tells a fact."""
        named = "name" in self.header.words
        if self.header.take(clause, self.text.whens_in(clause)):
            self.head_sections.add(clause.section)
            if not named and "name" in self.header.words:
                self.name_section = clause.section or "-"
            self._speaker_in_front(clause, line)
            return True
        if clause.aside and not found_cues("type", clause.text):
            self.header.add("other", clause)
            return True
        return False

    def _speaker_in_front(self, clause: Clause, line: list[Clause]) -> None:
        """Take as speaker whoever speaks in the clause in front of the minutes: 陶广田表态发言，5分钟."""
        said = self.header.minutes_said
        known = self.header.speaker
        if (known is not None and len(known.name) > 1) or said is None or said.place.start != clause.start:
            return
        before = [each for each in line if each.segment == clause.segment and each.start < clause.start]
        spoken = re.search("讲|发言|致辞|动员|报告|表态", before[-1].text) if before else None
        if before and (spoken or clause.text.startswith("讲")):
            persons = find_persons(before[-1].text, clause.line, before[-1].start)
            if persons:
                self.header.complete(persons[0])
            else:
                self.header.take_post(before[-1])

    def _with_objects(self, sent: list[tuple[str, Clause]]) -> list[tuple[str, Clause]]:
        """Give a wish or a blank the clause in front that it is about, if that tells no fact of its own."""
        for index in range(len(sent) - 1, 0, -1):
            (where, clause), (before, object_) = sent[index], sent[index - 1]
            wording = re.search("是.{0,4}党(?:总支|支部|委|组)", object_.text)
            if (
                where == "intent"
                and before in ("fact", "note")
                and (wishes.needs_object(clause.text) or wording)
            ):
                reading = self.text.reading(object_)
                alone = index == 1 or sent[index - 2][0] != "fact" or wording
                if alone and (
                    wording or reading.type is None or (reading.weight < 2 and not reading.quantities)
                ):
                    sent[index - 1] = ("intent", object_)
            elif where == "blank" and before in ("fact", "note") and _is_missing(object_.text, clause.text):
                sent[index - 1] = ("blank", object_)
        return sent

    # ---- readers of runs

    def _read_intents(self, clauses: list[Clause], before: str) -> None:
        """Read the wishes of a run of clauses; ``before`` is the clause in front of it."""
        for each in wishes.group_intents(clauses):
            intent = wishes.read_intent(each, self.text.original, "" if each[0].aside else before)
            if each[0] is clauses[0] and intent.kind in (IntentKind.NAME, IntentKind.NO_NAME):
                # 下河村也差，不点: whom the fact in front is about is told by the fact.
                intent = wishes.read_intent(each, self.text.original)
            self.intents.append((each[0].item, intent))
            if intent.kind is IntentKind.LENGTH:
                self.header.take_minutes(each[0])
            self._blanks_among_wishes(each)
            before = each[-1].text

    def _blanks_among_wishes(self, clauses: Sequence[Clause]) -> None:
        """Take what the clauses of a wish tell as missing, unless the wish has a matter of its own."""
        last = clauses[-1].text
        form = form_of(last)
        if leads_to_blank(last) and re.search("先不(?:写|说|讲|报)", last):
            # 补多少先不说
            clauses = clauses[-1:]
        elif form and form.words or not any(is_blank(clause.text) for clause in clauses):
            return
        for blank in read_blanks(clauses, self.text.original):
            self.blanks.append((clauses[0].item, blank))

    def _read_blanks(self, clauses: list[Clause]) -> None:
        for blank in read_blanks(clauses, self.text.original):
            self.blanks.append((clauses[0].item, blank))
        for clause in clauses:
            reading = self.text.reading(clause)
            if has_cue("unsent", clauses[-1].text) and len(clauses) > 1:
                # A paper that has not come is no matter of the speech.
                continue
            open_problem = FactType.PROBLEM in (clause.label_class, clause.section_class)
            if (reading.quantities or open_problem) and not clause.aside and reading.type is not None:
                self._add(build([reading], self.text.original, len(self.facts) + 1, self._last()))

    def _read_facts(self, clauses: list[Clause]) -> None:
        for each in _with_kin(group([self.text.reading(clause) for clause in clauses])):
            fact = build(_as_told(each, self._last()), self.text.original, len(self.facts) + 1, self._last())
            if fact is None:
                self.notes.extend(self.text.words(reading.clause) for reading in each)
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
        said = self.text.original[place.start : place.end]
        self.facts[-1] = replace(last, text=said, place=place, partners=fact.partners)
        return True

    def _add(self, fact: Fact | None) -> None:
        if fact is not None:
            self.facts.append(fact)

    def _last(self) -> Fact | None:
        return self.facts[-1] if self.facts else None

    def _name_speaker(self) -> None:
        """Take the full name of the speaker from the agenda, where the head has his surname or post only.

        Where nothing tells who speaks, a note that is a post and a name does: 董事长蔺长歌.
        """
        if self.header.speaker is None:
            bare = (p for n in self.notes for p in find_persons(n.text, n.place.line, n.place.start))
            self.header.speaker = next(
                (p for p in bare if (p.place.start, p.place.end) in self._note_ends()), None
            )
        for clause, _side in self.steps:
            if not re.search("讲|致辞|致词|报告|动员|述职", clause.text):
                continue
            for person in find_persons(clause.text, clause.line, clause.start):
                self.header.complete(person)
                self.header.take_minutes(clause)

    def _note_ends(self) -> set[tuple[int, int]]:
        return {(note.place.start, note.place.end) for note in self.notes}

    # ---- the whole

    def _basis_from_labels(self) -> None:
        """Make a fact of a label that tells on what the rest rests: 6月9日院长办公会定的."""
        for heading in self.cut.headings:
            if any(cue.gives == FactType.BASIS for cue in found_cues("type", heading.text)):
                place = Place(heading.line, heading.start, heading.end)
                whens = tuple(self.text.whens_in(heading))
                fact = Fact("", FactType.BASIS, heading.text, place, whens=whens, group=heading.item)
                self.facts.append(fact)

    def _with_signs(self, facts: Sequence[Fact]) -> Iterator[Fact]:
        """Yield the facts, each with the mark between it and the one in front on its line."""
        for before, fact in zip([None, *facts], facts, strict=False):
            between = self.text.original[before.place.end : fact.place.start] if before else ""
            between = re.sub("[（(][^（()）]*[)）]", "", between).strip()
            near = before is not None and before.group == fact.group and len(between) == 1
            yield replace(fact, sign=between) if near else fact

    def _sheet(self) -> Sheet:
        facts = shared(renumbered(retyped(self.facts)), self.text.original)
        intents, named = about_facts(self.intents, facts)
        facts = [replace(fact, named=named.get(fact.id)) for fact in facts]
        facts = list(self._with_signs(facts))
        blanks = about_units(self.blanks, facts)
        self._name_speaker()
        meeting, speaker = self.header.meeting(), self.header.spoken_by()
        before, after = agendas.steps_of(self.steps, self.header.speaker)
        speech = agendas.speech_places(self.steps, self.header.speaker)
        others = [Words(self.text.original[p.start : p.end], p) for p in speech]
        name = meeting.name.value if meeting.name else ""
        head = [name, *(w.text for w in (meeting.organiser, *meeting.other) if w), self.text.text[:120]]
        title = head[-1].partition("\n")[0]
        body = body_of([*head[:2], title if _TITLE.search(title) else ""])
        sheet = Sheet(
            kind=kind_of(name, meeting.mode.text if meeting.mode else "", self.text.text),
            level=level_of(body, [*speaker.posts, name, self.text.text]),
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
            reply=self.reply,
        )  # fmt: skip
        return replace(
            sheet, doubts=find_doubts(sheet, self.text.today), contradictions=find_contradictions(sheet)
        )


def _is_missing(object_: str, verdict: str) -> bool:
    """Whether a clause is what the next one says is missing: 跟车老师名单，七年级组没报来."""
    unsent = has_cue("unsent", verdict) and has_cue("paper", object_)
    return unsent or leads_to_blank(object_)


def _with_kin(groups: list[list[Reading]]) -> list[list[Reading]]:
    """Put clauses that nothing tells the type of to the fact beside them in the same sentence."""
    found: list[list[Reading]] = []
    for each in groups:
        open_before = bool(found) and type_of(found[-1]) is None
        if found and (open_before or type_of(each) is None) and len(found[-1]) + len(each) <= MOST_CLAUSES:
            found[-1] = [*found[-1], *each]
        else:
            found.append(each)
    return found


def _is_item(clause: Clause) -> bool:
    """Whether a clause belongs to an item of a list, or to a line with a label, that tells of the matter."""
    told = clause.label not in ("", clause.section) and clause.label_class not in FIELDS | _SPEECH
    return (clause.is_bullet or told) and not _OFFICE.search(clause.label + clause.text)


def _as_told(readings: list[Reading], before: Fact | None) -> list[Reading]:
    """Return an item of a list that nothing tells the type of as what the item ``before`` it tells."""
    first = readings[0]
    if type_of(readings) is not None or not _is_item(first.clause):
        return readings
    class_ = first.clause.section_class
    kin = before is not None and before.section == first.clause.section and first.clause.is_bullet
    neighbour = before.type if before is not None and kin else FactType.SITUATION
    type_ = FactType(class_) if class_ in TYPES else neighbour
    return [replace(first, scores={**first.scores, type_: 1}), *readings[1:]]
