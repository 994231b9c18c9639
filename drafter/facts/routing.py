"""Where a clause of a sheet goes: to the meeting, the agenda, a fact, a wish, a blank or a note."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import first_cue, found_cues, pattern
from drafter.facts.cut.headings import LEADER_SAYS, LEADER_WANTS
from drafter.facts.cut.text import SheetText
from drafter.facts.head import agenda as agendas
from drafter.facts.head.agenda_run import is_nobodys, is_order_of_steps, is_step, is_turn, runs_in
from drafter.facts.head.below import opens_story
from drafter.facts.head.fields import absent_field
from drafter.facts.head.meeting import FIELDS, Header
from drafter.facts.head.meeting_name import name_field, names_meeting
from drafter.facts.head.replies import Reply, reply_in
from drafter.facts.head.speech_step import names_speaker
from drafter.facts.head.visits import comes_back, goes_after, is_visit, visited
from drafter.facts.missing.blanks import is_blank
from drafter.facts.missing.stories import is_left_out, is_of_story
from drafter.facts.people.persons import known_surname
from drafter.facts.sheet import FactType
from drafter.facts.types.classify import TYPES, Reading
from drafter.facts.wishes import intents as wishes
from drafter.facts.wishes.owning import owned
from drafter.facts.wishes.rules import asks_in_part, asks_of_text, gives_reason, is_rule
from drafter.facts.wishes.to_writer import said_to_writer, tells_who_hears_it
from drafter.facts.wishes.wish_forms import MODAL, form_of

_COUNTS = re.compile("[\\d一两二三四五六七八九十百千]")
# A shorter line is a heading: 9月的事.
_SHORTEST = 8
# What tells of the paper and its makers, and nothing to those present.
_OFFICE = re.compile("联系人|电话|附件|起草|拟稿|审核|核稿|报送|抄送|讲话稿|发言稿|材料")
_AGENDA = ("agenda", "agenda-before", "agenda-after")
_SPEECH = {"speaker", "minutes"}
_MINUTES = re.compile(r"\d{1,3}分钟(?:左右|以内)?")
_FACTS = TYPES | {"facts"}
# 代表提的（会前收的）：tells how the list came about.
_COLLECTED = re.compile(
    "[（(](?:(?:会前|会上|事先|提前)[一-鿿]{0,4}的|已?经?[和跟与][一-鿿]{1,6}(?:对|核)过[一-鿿]{0,2}|答复[一-鿿]{0,6}|口径[一-鿿]{0,6}|[一-鿿]{1,6}[局办科处室部站所院组队会社](?:上?报|提供|统计)的?)[)）][：:]?"
)
# 一件一件回 counts nothing.
_EACH = re.compile("一(.)一\\1")
_OF_THEM = re.compile("(?:知道|晓得)?(?:[他她它你]们|人家)|[他她它]|这家|这个")
# 除雪、老人、旅客三件最要紧: how matters are to weigh, and nothing of them.
_WEIGHS = re.compile("(?:最要紧|最重要?|最急|最关键|重中之重|优先讲)$")
_BEFORE_MEETING = re.compile("(?:开会|会议)?之?前|会前")
# 讲去年那两个摔倒的老人, 走了21个也讲: what is to be told of.
_TELLS = re.compile(
    "(?:多|要|就|可以|先)?[讲说](?![评课明])|.*(?:[也都要]|[那这][^，]{1,6}?)[讲说提]$|.*一[条件]一?[条件][回讲说答]"
    "|.*(?:如|照)?实(?:话实)?[说讲]$"
)
# 另外再叫3个: who speaks is open, and no step yet.
_MORE_SPEAKERS = re.compile("另外?再?[叫请找定]")

# 这个要点社区名，不点施工队: of what stands in front.
_POINTS_AT = re.compile("[这那](?:[个条起里处家事]|件)?")
# 副主任：话讲重，不留情面: whose words a line has.
# 走了6个这事自己认: what the leader owns up to is for him to say.
_OWNED = re.compile("(?:自己|[我他])(?:来|先)?认账?$")
_LEADER = re.compile("[一-鿿]{0,6}(?:长|书记|主任|总经理|总|董|领导|老板)(?:的?要求|[说讲]|对稿子的?要求)?")


# 区长请假，副区长代讲: who speaks for whoever is absent.
_ACTS = re.compile("讲|发言|致辞|表态|总结|通报")


# Who speaks in turn is told in one of these lines.
_HEAD = 6
# 老师全到: who comes, behind where they meet.
_ALL_COME = re.compile("[一-鿿]{2,6}(?:全|都)[到来]")


class Router:
    """Tells clause by clause where it goes; the meeting, the agenda and the reply take theirs at once."""

    def __init__(self, text: SheetText) -> None:
        self.text = text
        self.header = Header()
        self.steps: list[tuple[Clause, str]] = []
        self.reply = Reply()
        self._in_head = True
        self._last_head_line = self._head_line = 0
        self._head_sections = {""}
        self._wish_line = False
        self._wished: set[int] = set()
        self._pointed: set[int] = set()
        self._loose_wish = False
        self._runs: frozenset[int] = frozenset()
        self._is_order = False
        # The heading under which the meeting was named; what stands under it may go on with the head.
        self._name_section = ""
        # The section of the agenda in which other things are told from some line on.
        self._below_agenda: str | None = None

    def begin(self, line: list[Clause]) -> None:
        """Begin with a line: whether all of it is wishes, and which of its sentences the leader says."""
        self._wish_line = self._is_wish_line(line)
        self._loose_wish = asks_in_part(line) and any(map(self.text.is_loose, line, line[1:]))
        self._wished, self._pointed = set(), set()
        for _number, run in groupby(line, key=lambda clause: clause.segment):
            first = next(run)
            # 镇长的意思是讲得家常；别念文件: to the full stop.
            goes_on = first.segment - 1 in self._wished and self._stop_before(first) in "；;"
            if _POINTS_AT.match(first.text) and wishes.is_intent(first.text):
                self._pointed.add(first.segment)
            if goes_on or LEADER_WANTS.match(first.text):
                self._wished.add(first.segment)

    def _stop_before(self, clause: Clause) -> str:
        """Return the sign in front of a clause, blanks aside."""
        return self.text.text[: clause.start].rstrip()[-1:] or "。"

    def look_over(self, line: Sequence[Clause]) -> None:
        """Note which sentences of a line, labelled as it is read, are agendas."""
        self._is_order = is_order_of_steps(line)
        self._runs = runs_in(line)

    def goes_to(self, clause: Clause, line: list[Clause]) -> str:
        """Return where a clause goes; the meeting and the agenda take theirs at once."""
        if _COLLECTED.fullmatch(clause.text):
            return "note"
        if self._around_meeting(clause):
            return "head"
        if wish := self._among_wishes(clause, line):
            return wish
        label, section = clause.label_class, clause.section_class
        if taken := self._host_or_step(clause, line):
            return taken
        hushed = any(said_to_writer(clause.text)) or tells_who_hears_it(clause, line)
        if hushed and not wishes.is_intent(clause.text):
            return "note"
        told = "cause" in (label, section) or (FactType.CASE in (label, section) and "没说" in clause.text)
        # 收购反映三件事：扣杂没说清: it was not told those who complain of it, and is no open question.
        told = told or (FactType.REQUEST in (label, section) and _UNCLEAR.search(clause.text) is not None)
        told = told or is_of_story(clause.text) or is_left_out(clause, line)
        if (is_blank(clause.text) and not told) or "open" in (label, section):
            return "blank"
        title = clause.line == 1 and bool(name_field(clause.text))
        if wishes.is_intent(clause.text) and not (title or is_rule(clause, line, self.text)):
            return "intent"
        return self._head_or_fact(clause, line)

    def _is_wish_line(self, line: list[Clause]) -> bool:
        """Whether a line without a telling label is all wishes: 县长交代 opens it, or most of it are."""
        first = line[0]
        if {first.section_class, first.label_class} & {*_AGENDA} or self._in_head and first.line == 1:
            return False
        if first.label_class in TYPES and first.label_class != FactType.TASK:
            # 原因：医疗点全摆在起点；赛事公司只管热闹; behind 要求 there may be wishes.
            return False
        # 气象局说3月下旬起连续晴天多 tells something, and opens no wishes.
        opens = len(first.text) <= 16 and len(line) > 1 and not self.text.whens_in(first)
        if opens and first_cue("label", first.text) == "intent":
            return True
        if _LEADER.fullmatch(first.label) and (asks_of_text(line) or self._is_speaker(first.label)):
            return True
        figures = any(q.unit for clause in line for q in self.text.quantities_in(clause)) or any(
            map(self.text.whens_in, line)
        )
        segments = ["".join(c.text for c in run) for _n, run in groupby(line, key=lambda c: c.segment)]
        if len(segments) > 3 and wishes.is_wish_line(segments):
            return True
        return not figures and wishes.is_wish_line([clause.text for clause in line])

    def _is_speaker(self, label: str) -> bool:
        """Whether a label behind the head names who speaks, by his post: 萧书记 of 萧知远, 院长."""
        speaker = self.header.spoken.speaker
        if speaker is None or self._in_head:
            return False
        surname = known_surname(label)
        return speaker.name.startswith(surname) if surname else any(p.endswith(label) for p in speaker.posts)

    def _host_or_step(self, clause: Clause, line: list[Clause]) -> str:
        """Take a clause that tells who is in the chair, or a step of the agenda; return where it went."""
        label, section = clause.label_class, clause.section_class
        if (
            not {label, section} & TYPES
            and "host" not in self.header.words
            and agendas.HOSTED.search(clause.text)
        ):
            self.header.add("host", clause)
            return "head"
        if is_nobodys(clause.text) and self.steps:
            return "note"
        if (
            {label, section} & {*_AGENDA}
            and absent_field(clause.text, clause)
            and not _ACTS.search(clause.text)
        ):
            self.header.add("absent", clause)
            return "head"
        if visit := self._visit(clause):
            self.header.add(visit, clause)
            return "head"
        in_run = clause.segment in self._runs and is_step(clause)
        if label not in FIELDS | _SPEECH and (in_run or self._is_order and not clause.aside):
            self._note_step(clause, label if label == "agenda-after" else "agenda")
            # 最后举手表决（讲话里不劝人投哪边） is a step, and holds a wish.
            return "intent" if wishes.is_intent(clause.text) else "agenda"
        turn = clause.line <= _HEAD and is_turn(clause.text)
        around = turn or agendas.is_around_speech(clause.text) or goes_after(clause.text)
        under = section in _AGENDA and label not in FIELDS | _FACTS | _SPEECH
        listed = label in _AGENDA or (under and not self._is_below_agenda(clause))
        told = clause.aside or wishes.is_intent(clause.text) or is_blank(clause.text)
        if around or (listed and not told and not _MORE_SPEAKERS.match(clause.text)):
            told_after = "agenda-after" in (label, section)
            self._note_step(clause, "agenda" if around and not told_after else label or section)
            return "agenda"
        return ""

    def _is_below_agenda(self, clause: Clause) -> bool:
        """Whether the steps are over though no heading tells so: from a figure on that counts no step."""
        counted = any(q.unit and q.unit != "分钟" for q in self.text.quantities_in(clause))
        if counted and not pattern("agenda-verb").search(clause.text) and self.steps:
            self._below_agenda = clause.section
        return self._below_agenda == clause.section

    def _visit(self, clause: Clause) -> str:
        """Return the field of what is seen before the meeting among its steps, or of the way back from it."""
        told = {clause.label_class, clause.section_class}
        if told & {"agenda", "agenda-before"} and comes_back(clause.text):
            return "other"
        first = "agenda-before" in told or _BEFORE_MEETING.match(clause.text) is not None
        first = first or "agenda" in told and clause.text.startswith("先")
        return "visits" if first and is_visit(clause.text) and all(visited(clause.text)) else ""

    def _among_wishes(self, clause: Clause, line: Sequence[Clause]) -> str:
        """Return where a clause goes that stands among wishes, "" for one that does not."""
        label, section = clause.label_class, clause.section_class
        if label == "intent" or (section == "intent" and label not in _FACTS):
            fact = self._is_fact_among_wishes(clause) and not gives_reason(clause, line)
            return "fact" if fact else "intent"
        wished = self._wish_line or clause.segment in self._wished
        is_wish = wished and not self._is_fact_among_wishes(clause)
        below = not label and LEADER_SAYS.fullmatch(clause.section) is not None
        said = LEADER_SAYS.fullmatch(clause.label) is not None and not self._is_counted(clause)
        said = _TELLS.match(clause.text) is not None if below else said
        told = (below or label == "maybe-intent") and (said or found_cues("intent", clause.text))
        pointed = clause.segment in self._pointed and form_of(clause.text) is not None
        return "intent" if is_wish or told or pointed else ""

    def _around_meeting(self, clause: Clause) -> bool:
        """Take what a notice asks back, and the minutes behind the speaker in an agenda."""
        of_meeting = self._in_head or bool({clause.label_class, clause.section_class} & {*_AGENDA, *FIELDS})
        if (reply := reply_in(clause.text, of_meeting)) is not None:
            self.reply = self.reply.with_more(reply)
            return True
        minutes = clause.label_class in _AGENDA and _MINUTES.fullmatch(clause.text)
        return bool(minutes and self.header.take(clause, self.text.whens_in(clause)))

    def _is_fact_among_wishes(self, clause: Clause) -> bool:
        """Whether the leader gives a figure or a deadline and not a wish: 先进个人每人8000元."""
        wished = found_cues("intent", clause.text) or form_of(clause.text) or _EACH.search(clause.text)
        # 他们自己筹了11万 tells why the wish in front is wished.
        wished = wished or _OF_THEM.match(clause.text) or MODAL.match(clause.text)
        wished = wished or _OWNED.search(clause.text)
        wished = wished or _WEIGHS.search(clause.text) or _TELLS.match(clause.text)
        if wished or owned(clause.text) or self._loose_wish or is_blank(clause.text):
            return False
        return self._is_counted(clause) and self.text.reading(clause).weight >= 2

    def _is_counted(self, clause: Clause) -> bool:
        """Whether a clause has a figure with its unit, or a deadline."""
        reading = self.text.reading(clause)
        return any(q.unit and not q.lacks_unit for q in reading.quantities) or reading.deadline is not None

    def _head_or_fact(self, clause: Clause, line: list[Clause]) -> str:
        if clause.label_class in FIELDS | _SPEECH:
            if self.header.tells_other_days(clause, self.text.whens_in(clause)):
                return "fact"
            self._take_labelled(clause)
            return "head"
        self._note_end_of_head(clause)
        if not self._in_head or (
            0 < self._head_line < clause.line
            and opens_story(clause, line, self.text.whens_in(clause), self.header.date)
        ):
            self._in_head = False
            return "fact"
        if agendas.is_agenda(clause, line) and not names_meeting(clause, "name" in self.header.words):
            self._take_step(clause, line)
            return "agenda"
        if self._to_head(clause, line):
            self._head_line = clause.line
            return "head"
        reading = self.text.reading(clause)
        if clause.line == 1 and len(self.text.starts) > 3:
            return "note"
        # What stands on a line of the head tells of the meeting: 先听后讲.
        if reading.type is None and (clause.line == self._head_line or not is_item(clause)):
            return "note"
        self._note_fact_in_head(clause, reading, opens=clause is line[0])
        return "fact"

    def _take_step(self, clause: Clause, line: list[Clause]) -> None:
        """Take a step of the head; the speech names the speaker, any other step ends a whole head."""
        self._note_step(clause, agendas.side_of(clause, line))
        if names_speaker(clause.text):
            self.header.spoken.take(clause)
        elif self.header.is_complete():
            self._last_head_line = clause.line

    def _note_step(self, clause: Clause, side: str) -> None:
        """Note a step, and the whole name of the speaker in it: 周校长 is known by 然后副校长周凯讲."""
        self.steps.append((clause, side))
        if self.header.spoken.speaker is not None and not self.header.spoken.is_named():
            self.header.spoken.complete_by_step(clause)

    def _take_labelled(self, clause: Clause) -> None:
        """Take a clause whose label names a field of the head, whatever its words are."""
        named = "name" in self.header.words
        if not self.header.take(clause, self.text.whens_in(clause)):
            other = "other" if clause.label_class == "name" else clause.label_class
            self.header.add(other, clause)
        self._note_section_of_name(clause, named)

    def _note_section_of_name(self, clause: Clause, named: bool) -> None:
        if not named and "name" in self.header.words:
            self._name_section = clause.section or "-"

    def _note_fact_in_head(self, clause: Clause, reading: Reading, opens: bool) -> None:
        """Note that the head is over, or goes on to the end of its paragraph since it lacks something.

        ``opens``: the fact opens its line; below a whole head, what stands there is no more of it.
        """
        told = opens and bool(self.steps) and self.header.is_complete(timed=True)
        if clause.is_bullet or reading.type is None or told:
            self._in_head = False
        elif reading.weight < 2:
            # 新生6102人，来自28个省: what is counted below the name and the day is no head any more.
            known = "name" in self.header.words and self.header.date is not None
            self._last_head_line = clause.line if known and opens else self._last_head_line
        else:
            self._last_head_line = clause.line
            self._in_head = not self.header.is_complete() and not clause.label

    def _note_end_of_head(self, clause: Clause) -> None:
        """Note that the head is over: at a heading that tells what facts follow."""
        label, section = clause.label_class, clause.section_class
        named = "name" in self.header.words
        self._in_head = self._in_head and not 0 < self._last_head_line < clause.line
        if clause.section != self._name_section or not named or label in _FACTS:
            told = label or section
            strong = told in TYPES and told not in ("situation", "basis", "case")
            known = named or self.header.date is not None
            listed = known and (section in _FACTS or label in _FACTS)
            opened = (
                section == ""
                and clause.section not in self._head_sections
                and self.header.is_complete(timed=True)
            )
            self._in_head = self._in_head and not (strong or listed or opened)

    def _to_head(self, clause: Clause, line: list[Clause]) -> bool:
        """Take a clause of the head, or a bracket in it; return False if it tells a fact."""
        named = "name" in self.header.words
        if named and clause.line == self._head_line and _ALL_COME.fullmatch(clause.text):
            self.header.add("attendance", clause)
            return True
        if self.header.take(clause, self.text.whens_in(clause)):
            self._head_sections.add(clause.section)
            self._note_section_of_name(clause, named)
            self._speaker_in_front(clause, line)
            return True
        if clause.aside and not found_cues("type", clause.text):
            self.header.add("other", clause)
            return True
        return False

    def _speaker_in_front(self, clause: Clause, line: list[Clause]) -> None:
        """Take as speaker whoever speaks in the clause in front of the minutes: 陶广田表态发言，5分钟."""
        said = self.header.spoken.minutes_said
        if self.header.spoken.is_named() or said is None or said.place.start != clause.start:
            return
        before = [each for each in line if each.segment == clause.segment and each.start < clause.start]
        spoken = re.search("讲|发言|致辞|动员|报告|表态|谈话?$", before[-1].text) if before else None
        if before and (spoken or clause.text.startswith("讲")):
            self.header.spoken.complete_or_take(before[-1])


_UNCLEAR = re.compile("[没未][说讲写算]清楚?$")


def _counts(text: str) -> bool:
    return len(text) >= _SHORTEST and _COUNTS.search(text) is not None


def is_item(clause: Clause) -> bool:
    """Whether a clause belongs to an item of a list, or to a line with a label, that tells of the matter."""
    told = clause.label not in ("", clause.section) and clause.label_class not in FIELDS | _SPEECH
    # 体育课一周四节改成五节 in a list without signs, below a heading of its kind.
    told = told or clause.section_class in TYPES
    told = told or clause.section_class == "facts" and _counts(clause.text)
    return (clause.is_bullet or told) and not _OFFICE.search(clause.label + clause.text)
