"""A task sheet read by rules: each clause goes to the meeting, the agenda, a fact, a wish or a note."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from drafter.errors import DrafterError
from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import first_cue, found_cues, has_cue
from drafter.facts.cut.going_on import goes_on
from drafter.facts.cut.letters import of_row
from drafter.facts.cut.lines import cut
from drafter.facts.cut.loose import behind_open, facts_joined, sent_together, wishes_joined
from drafter.facts.cut.sections import with_section_classes
from drafter.facts.cut.text import SheetText
from drafter.facts.figures.contradictions import find_contradictions
from drafter.facts.figures.same_unit import with_same_units
from drafter.facts.head import agenda as agendas
from drafter.facts.head.body import (
    body_of_sheet,
    is_whole_name,
    kind_of_speech,
    level_of,
    with_body_of,
    with_house,
)
from drafter.facts.head.completing import completed
from drafter.facts.head.meeting_name import meeting_name, names_act
from drafter.facts.missing.about import about_units, open_pay, open_units
from drafter.facts.missing.blank_names import is_told_whole
from drafter.facts.missing.blanks import (
    asks_barely,
    is_blank,
    is_hush,
    leads_to_blank,
    only_tells_who_knows,
    read_blanks,
)
from drafter.facts.missing.doubts import find_doubts
from drafter.facts.missing.objects import with_objects
from drafter.facts.missing.question import question_in
from drafter.facts.missing.stories import those_not_yet
from drafter.facts.routing import Router
from drafter.facts.sheet import Blank, Fact, FactType, Intent, IntentKind, Meeting, Place, Sheet, Words
from drafter.facts.types.appendix import with_appendices
from drafter.facts.types.building import build, joined_duty
from drafter.facts.types.grouping import group, with_kin, with_wholes
from drafter.facts.types.in_a_row import as_aims, as_given, as_past
from drafter.facts.types.of_kind import told_at
from drafter.facts.types.relabel import relabelled
from drafter.facts.types.resolve import about_facts, renumbered, retyped, shared, with_signs
from drafter.facts.types.untyped import as_told
from drafter.facts.wishes import intents as wishes
from drafter.facts.wishes.behind import of_fact
from drafter.facts.wishes.owning import with_admissions
from drafter.facts.wishes.to_writer import is_to_writer, names_the_one_matter
from drafter.facts.wishes.wish_ends import begun_before, labelled_end
from drafter.facts.wishes.wish_facts import typed_by_wishes
from drafter.facts.wishes.wish_forms import form_of
from drafter.facts.wishes.wish_groups import group_intents, without_leader
from drafter.facts.wishes.wish_objects import is_bare_open, leans
from drafter.i18n import _
from drafter.models.scalars import ILLEGAL

# A sheet is a page or two; a hundred thousand characters are a book.
LONGEST = 100_000

# （院长不涉及）: a bracket that says what to do with the words in front of it.
_BARE_WISH = re.compile("[一-鿿]{0,4}(?:不|别)(?:涉及|碰|讲|提|说|写)")
# Who decided on what a heading names: 整改（党委会10月30日定的）.
_BRACKETED = re.compile("（([^（）]+)）$")


class SheetTooLongError(DrafterError):
    """The text is far longer than any task sheet."""

    @property
    def remedy(self) -> str:
        """What to do: a sheet holds one meeting."""
        return _("give the sheet of this meeting alone")


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
        self.router = Router(self.text)
        self.header, self.steps = self.router.header, self.router.steps
        self.facts: list[Fact] = []
        self.intents: list[tuple[int, Intent]] = []
        self.blanks: list[tuple[int, Blank]] = []
        self.notes: list[Words] = []
        self.sections: set[str] = set()

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
                and (
                    has_cue("meeting-name", meeting_name(heading.text))
                    or heading.line == 1
                    and names_act(heading.text)
                )
                and first_cue("label", heading.text) != "intent"
            ):
                self.header.take(clause, self.text.whens_in(clause))

    # ---- one line

    def _read_line(self, line: list[Clause]) -> None:
        self.router.begin(line)
        first = line[0].section not in self.sections
        self.sections.add(line[0].section)
        dated = self.header.spoken.speaker or self.header.date
        known = "name" in self.header.words or bool(self.facts and dated)
        opens = line[0]
        line = relabelled(line, known, first and bool(opens.section), self.header.spoken.speaker)
        if line[0].start > opens.start:
            # What the speaker is called, in front of his wishes.
            self.notes.append(self.text.words(replace(opens, end=line[0].start)))
        self.router.look_over(line)
        segments = [list(clauses) for _number, clauses in groupby(line, key=lambda clause: clause.segment)]
        for index, clauses in enumerate(segments):
            while index + 1 < len(segments) and goes_on(clauses, segments[index + 1], self.text):
                clauses.extend(segments.pop(index + 1))
            self._read_segment(clauses, line)

    def _read_segment(self, clauses: list[Clause], line: list[Clause]) -> None:
        """Send each run of clauses of one kind to its reader."""
        sent = [(self.router.goes_to(c, line) if c.label_class != "note" else "note", c) for c in clauses]
        sent = behind_open(sent_together(with_objects(sent, self.text), self.text))
        before, asked = "", len(self.blanks)
        # A bracket at a figure is a blank of its own, whatever is missing behind it.
        for (where, _aside), run in groupby(
            sent, key=lambda pair: (pair[0], pair[0] == "blank" and pair[1].aside)
        ):
            found = [clause for _where, clause in run]
            if where == "intent":
                self._hush(asked, found[0].text)
                self._read_intents(found, before)
            elif where == "blank":
                asked = len(self.blanks)
                self._read_blanks(found)
            elif where == "fact":
                self._read_facts(found)
            elif where == "note":
                self.notes.extend(self.text.words(clause) for clause in found)
            asked = asked if where == "blank" else len(self.blanks)
            # What is open names itself: 收不收费还没定，不讲; 还没批 alone is about what stands in front.
            if where != "blank" or not is_bare_open(found[-1].text):
                before = "" if where == "blank" else found[-1].text

    def _hush(self, start: int, wish: str) -> None:
        """Add to the blanks right in front of a bare wish that nothing is to be said of them: 会上别讲."""
        if is_hush(wish):
            self.blanks[start:] = [
                (item, replace(blank, text=f"{blank.text}，{wish}")) for item, blank in self.blanks[start:]
            ]

    # ---- readers of runs

    def _read_intents(self, clauses: list[Clause], before: str) -> None:
        """Read the wishes of a run of clauses; ``before`` is the clause in front of it."""
        place = Place(clauses[0].line, clauses[0].start, clauses[-1].end)
        if said := labelled_end(clauses[0].label, self.text.original[place.start : place.end]):
            self.intents.append((clauses[0].item, Intent(IntentKind.CLOSING, said, place)))
            return
        bare, lead = without_leader(clauses)
        if lead is not None:
            self.notes.append(self.text.words(lead))
        for each in wishes_joined(group_intents(bare), self.text):
            own = each[0].aside and not _BARE_WISH.fullmatch(each[0].text)
            intent = wishes.read_intent(each, self.text.original, "" if own else before)
            if each[0] is clauses[0] and intent.kind in (IntentKind.NAME, IntentKind.NO_NAME):
                # 下河村也差，不点: whom the fact in front is about is told by the fact.
                intent = wishes.read_intent(each, self.text.original)
            elif each[0].section_class != "intent" and (last := self._last()) and last.group == each[0].item:
                intent = of_fact(intent, each[0].text, last.text)
            intent = self._pointing_back(intent)
            self.intents.append((each[0].item, intent))
            self.intents += [(each[0].item, spared) for spared in wishes.spared_beside(intent, each[1:])]
            if intent.kind is IntentKind.LENGTH:
                self.header.spoken.take_minutes(each[0])
            if not (intent.kind is IntentKind.AVOID and each[1:] and self.text.is_loose(*each[:2])):
                self._blanks_among_wishes(each, intent)
            before = each[0].text if leans(each[-1].text) else each[-1].text

    def _pointing_back(self, intent: Intent) -> Intent:
        """Return a wish on 那件事 as one on what the speech begins with, where a wish in front says so."""
        stressed = intent.kind is IntentKind.STRESS
        begun = begun_before(intent.text, [known.text for _item, known in self.intents]) if stressed else ""
        return replace(intent, words=(begun,)) if begun else intent

    def _blanks_among_wishes(self, clauses: Sequence[Clause], intent: Intent) -> None:
        """Take what the clauses of a wish tell as missing, unless the wish has a matter of its own."""
        last = clauses[-1].text
        form = form_of(last)
        if leads_to_blank(last) and re.search("先不(?:写|说|讲|报)", last):
            # 补多少先不说
            clauses = clauses[-1:]
        elif (
            form
            and form.words
            or (intent.kind is IntentKind.AVOID and intent.words)
            or not any(is_blank(clause.text) for clause in clauses)
        ):
            return
        for blank in read_blanks(clauses, self.text.original):
            self.blanks.append((clauses[0].item, blank))

    def _read_blanks(self, clauses: list[Clause]) -> None:
        behind = bool(self.blanks) and self.blanks[-1][0] == clauses[0].item
        if behind and all(only_tells_who_knows(clause.text) for clause in clauses):
            self.notes.extend(self.text.words(clause) for clause in clauses)
            return
        found = read_blanks(clauses, self.text.original)
        if not is_to_writer(clauses[0].text.partition(" ")[0]):
            self.blanks += [(clauses[0].item, blank) for blank in found]
        if len(clauses) > 1 and has_cue("unsent", clauses[-1].text):
            # A paper that has not come is no matter of the speech.
            return
        for clause in clauses:
            reading = self.text.reading(clause)
            asks = leads_to_blank(clause.text) and not clause.text[:2].isdigit() or asks_barely(clause.text)
            open_problem = FactType.PROBLEM in (clause.label_class, clause.section_class)
            asks = (
                asks
                or is_told_whole(clause.text, found[0].what)
                or bool(those_not_yet(f"，{clause.text}") and question_in(clauses[0].text))
            )
            told = (reading.quantities and not asks) or open_problem
            if told and not clause.aside and reading.type is not None:
                self._add(build([reading], self.text.original, len(self.facts) + 1, self._last()))

    def _read_facts(self, clauses: list[Clause]) -> None:
        aims = as_aims([self.text.reading(clause) for clause in clauses])
        readings = as_given(as_past(aims, self.text.today), self.text.today)
        for each in facts_joined(with_wholes(with_kin(group(readings))), self.text):
            loose = len(each) > 1 and self.text.is_loose(each[0].clause, each[1].clause)
            fact = build(
                as_told(each, self._last(), loose), self.text.original, len(self.facts) + 1, self._last()
            )
            if fact is None:
                self.notes.extend(self.text.words(reading.clause) for reading in each)
            elif joined := joined_duty(self._last(), fact, self.text.original):
                self.facts[-1] = joined
            else:
                self._add(fact)

    def _add(self, fact: Fact | None) -> None:
        if fact is not None:
            self.facts.append(fact)

    def _last(self) -> Fact | None:
        return self.facts[-1] if self.facts else None

    # ---- the whole

    def _basis_from_labels(self) -> None:
        """Make a fact of a label that tells on what the rest rests: 6月9日院长办公会定的."""
        self.facts = [self._with_heading(f) if f.type is FactType.BASIS else f for f in self.facts]
        told = {fact.section for fact in self.facts if fact.type is FactType.BASIS}
        for heading in self.cut.headings:
            if heading.text not in told and any(
                cue.gives == FactType.BASIS for cue in found_cues("type", heading.text)
            ):
                whens = tuple(self.text.whens_in(heading))
                said, place = heading.text, heading.place
                if inner := _BRACKETED.search(said):
                    # 整改（党委会3月30日定的）: what is before the bracket names the part.
                    start = place.start + inner.start(1)
                    said, place = inner[1], Place(place.line, start, start + len(inner[1]))
                fact = Fact("", FactType.BASIS, said, place, whens=whens, group=heading.item)
                self.facts.append(fact)

    def _with_heading(self, fact: Fact) -> Fact:
        """Return a day in a bracket with the heading in front, which has who decided: 院务会定的(6月19日)."""
        start = next((h.start for h in self.cut.headings if h.end == fact.place.start), fact.place.start)
        said = self.text.original[start : fact.place.end].rstrip("：: ")
        return replace(fact, text=said, place=Place(fact.place.line, start, start + len(said)))

    def _meeting(self) -> Meeting:
        """Return the meeting, its name with the body of the speaker where the sheet calls it so."""
        meeting = self.header.meeting()
        if meeting.name is None:
            return meeting
        posts = self.header.spoken.told().posts
        named = next((f.text for f in self.facts if is_whole_name(f.text, meeting.name.value)), "")
        whole = with_body_of(named or meeting.name.value, posts, self.text.text[:200])
        return replace(meeting, name=replace(meeting.name, value=whole))

    def _told(self, kind: str) -> list[Fact]:
        """Return the facts, numbered, as a speech of a kind tells them."""
        text = self.text.original
        # 毕业生612人 beside who meets is told again below: 毕业生612人，拿到双证的587人.
        fronts = {fact.text.partition("，")[0] for fact in self.facts if "，" in fact.text}
        name = self.header.words["name"][0].value if self.header.words.get("name") else ""
        told_again = [
            f for f in self.facts if f.text in fronts and not f.label or is_whole_name(f.text, name)
        ]
        spared = [*told_again, *(f for f in self.facts if names_the_one_matter(f))]
        # What is not said keeps its place in the sheet.
        unsaid = {id(fact): fact for fact in spared}
        self.notes += [Words(fact.text, fact.place) for fact in unsaid.values()]
        told = [fact for fact in self.facts if id(fact) not in unsaid]
        facts = renumbered(retyped(with_appendices(told, text)))
        facts = with_admissions(facts)
        return shared(renumbered(told_at(kind, facts, text)), text)

    def _sheet(self) -> Sheet:
        self.steps = completed(self.header, self.clauses, self.steps, self.notes, self.text)
        meeting, speaker = self._meeting(), self.header.spoken.told()
        before, after = agendas.steps_of(self.steps, self.header.spoken.speaker)
        speech = agendas.speech_places(self.steps, self.header.spoken.speaker)
        others = [Words(self.text.original[p.start : p.end], p) for p in speech]
        name = meeting.name.value if meeting.name else ""
        kind = kind_of_speech(meeting, speaker.posts, before, self.text.text)
        facts = self._told(kind)
        wished = [(item, of_row(wish, facts, self.text.text)) for item, wish in self.intents]
        intents, named = about_facts(wished, facts)
        facts = [replace(f, named=named.get(f.id)) for f in typed_by_wishes(facts, intents)]
        facts = list(with_signs(facts, self.text.original))
        facts = with_same_units(facts, open_units(self.blanks, facts), open_pay(self.blanks, facts))
        blanks = about_units(self.blanks, facts, intents)
        beside = [words.text for words in (meeting.organiser, *meeting.other) if words]
        body = body_of_sheet(name, beside, self.text.text)
        speaker = replace(speaker, posts=with_house(speaker.name, speaker.posts, body))
        sheet = Sheet(
            kind=kind,
            level=level_of(body, [*speaker.posts, name, self.text.text]),
            body=body,
            meeting=replace(meeting, other=(*meeting.other, *others)),
            speaker=speaker,
            before=tuple(before),
            after=tuple(after),
            facts=tuple(facts),
            intents=tuple(intents),
            blanks=tuple(blanks),
            labels=tuple(Words(h.text, h.place) for h in self.cut.headings),
            notes=tuple(self.notes),
            reply=self.router.reply,
        )  # fmt: skip
        doubts = (*self.text.doubts, *find_doubts(sheet, self.text.today))
        return replace(sheet, doubts=doubts, contradictions=find_contradictions(sheet))
