"""The head of a sheet: what meeting it is, when, where, who comes, who speaks and how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.cut.headings import ONE_SENTENCE
from drafter.facts.head.agenda import HOSTED
from drafter.facts.head.attending import tells_attendance
from drafter.facts.head.below import NAMED_DAY
from drafter.facts.head.body import ORGANISATION, with_organiser
from drafter.facts.head.fields import (
    MATTERS,
    POST_END,
    POST_IS_NAME,
    absent_field,
    by_label,
    is_mostly_time,
    minutes_field,
    mode_of,
    speaker_field,
    venue_field,
)
from drafter.facts.head.meeting_name import (
    LONGEST_CALL,
    MATTER,
    THAT_ONE,
    asks_for_paper,
    meeting_name,
    name_beside,
    name_field,
    names_more,
    titled,
    without,
)
from drafter.facts.head.spoken import Spoken
from drafter.facts.people.names import FAMILY
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import Meeting, Person, Place, When, Words
from drafter.facts.types.classify import TYPES

# Classes of labels that name a field of the meeting.
FIELDS = ONE_SENTENCE - {"speaker", "minutes"}
# Fields that hold one clause; what else is told of them goes to the rest.
_SINGLE = ("mode", "main-venue", "branch-venues", "host", "organiser")
# 11月12日下午 地点：林业局三楼.
_LABELLED = re.compile("[^：:]*(?:地点|会场)[：:] *(.+)")
# 今天是2025年11月19日
_YEAR = re.compile(r"[（(]?\d{4}年?[)）]?")
_ORDERS = re.compile("讲|稿|致辞|发言")
# 主题：老旧电梯更新改造: what the meeting is about is all its name.
_WORK = re.compile(
    "(?:整治|治理|改造|建设|排查|整改|管理|防治|防控|保障|安全|工作|推进|攻坚|清理|更新|普查|落实)$"
)
# 王主任, 吴科长, 韩姐: how a note calls whom it is for.
_CALLED = re.compile(f"(?:{FAMILY.pattern})(?:{POST_END}|[总董工姐哥]|老师)")
_ONCE = re.compile("[去前]年|那[场次天回阵]")
_TODAY = re.compile("(?:今天|今日|现在|写稿日期?)(?:是|为|[：:])")


class Header:
    """What has been read of the meeting so far. Every clause taken stands in exactly one field."""

    def __init__(self) -> None:
        self.words: dict[str, list[Words]] = {}
        self.date: When | None = None
        self.date_told = False
        self.time: When | None = None
        self.weekday: When | None = None
        self.spoken = Spoken()
        # Whether the name is only what colleagues call the meeting: 全校大会.
        self.is_called_only = False

    def take(self, clause: Clause, whens: Sequence[When]) -> bool:
        """Take a clause that says something of the meeting; return False if it does not."""
        if _TODAY.match(clause.text) or _YEAR.fullmatch(clause.text):
            # The day on which the sheet was written is not that of the meeting.
            self.add("other", clause)
            return True
        field = self._field(clause, whens)
        if not field:
            return False
        self._note_times(whens, clause.label_class == "when")
        self.add(field, clause, whens)
        return True

    def tells_other_days(self, clause: Clause, whens: Sequence[When]) -> bool:
        """Whether 时间：9月7日出发 tells what is done; day and hour of the meeting are known."""
        days = [when for when in whens if when.grain == "day" and when.start]
        if clause.label_class != "when" or not days or self.date is None or self.time is None:
            return False
        does = len(re.findall("[一-鿿]", without(clause.text, whens))) > 1
        return does and all(day.start != self.date.start for day in days)

    def is_complete(self, timed: bool = False) -> bool:
        """Whether the meeting has its name and day, the speaker his name, and if ``timed`` his minutes."""
        if timed and self.spoken.minutes is None:
            return False
        return self.spoken.is_named() and self.date is not None and "name" in self.words

    def add(self, field: str, clause: Clause, whens: Sequence[When] = ()) -> None:
        """Put a clause into a field."""
        words = Words(clause.text, clause.place, clause.text)
        if field == "speaker":
            self.spoken.take(clause)
            self._take_named_beside(clause, whens)
        elif field == "minutes":
            self.spoken.take_minutes(clause)
            self._take_named_beside(clause, whens)
        elif field == "name":
            value = meeting_name(without(clause.text, whens))
            about = clause.label == "主题" and _WORK.search(value)
            whose = clause.label if ORGANISATION.fullmatch(clause.label) else ""
            words = Words(words.text, words.place, f"{value}会" if about else f"{whose}{value}")
            self._take_bracket(clause)
            if self.spoken.speaker is None and find_persons(clause.text, clause.line, clause.start):
                self.spoken.take(clause)
        elif field == "venue":
            at = _LABELLED.search(clause.text)
            bare = without(at[1] if at else clause.text, whens)
            # 早班前 7:10 调度楼一层: the hour that is taken out leaves a gap.
            bare = re.split("[ \u3000]{2,}", bare.strip(" \u3000"))[-1]
            words = Words(at[1] if at else clause.text, words.place, bare)
        known = self.words.setdefault(field, [])
        # 会议名称： tells better than the title of the sheet, 开学典礼 better than 全校大会.
        better = clause.label in ("会议名称", "名称", "活动名称", "会议", "会名", "会") or self.is_called_only
        better = better or names_more(words.value, known)
        known.insert(0 if field == "name" and better else len(known), words)
        if field == "name":
            self.is_called_only = len(words.value) <= LONGEST_CALL and asks_for_paper(clause.text)
        if field != "minutes" and not self.spoken.is_timed():
            self.spoken.take_minutes(clause)

    def _take_named_beside(self, clause: Clause, whens: Sequence[When]) -> None:
        """Take the name that stands in a clause of the speaker: 市交通局工作会的稿子, 给职工开会的讲话."""
        if "name" in self.words or (beside := name_beside(clause, whens)) is None:
            return
        found, value = beside
        start = clause.start + found.start(1)
        self.words["name"] = [Words(found[1], Place(clause.line, start, start + len(found[1])), value)]
        self.is_called_only = len(value) <= LONGEST_CALL and titled(clause) is None

    def _take_bracket(self, clause: Clause) -> None:
        """Take the venue around the name: 推进会（10月22日下午，四楼会议室）, 在三楼召开推进会."""
        inside = re.finditer(r"[（(，,]([^（()），,]{3,24})(?=[，,)）])", clause.text)
        for match in (
            *inside,
            *re.finditer(r"在([^，,（(]{2,20}?)(?=召开|举行|举办|开(?![了会放业展]))", clause.text),
        ):
            # （3月26日 下午2:30 二楼报告厅）: the place stands behind the hour.
            at = match[1].split()[-1] if match[1].strip() else ""
            if "venue" not in self.words and venue_field(at, clause) == "venue":
                start = clause.start + match.end(1) - len(at)
                self.words["venue"] = [Words(at, Place(clause.line, start, start + len(at)), at)]

    def _field(self, clause: Clause, whens: Sequence[When]) -> str:
        text, label = clause.text, clause.label_class or clause.section_class
        bare = without(text, whens)
        if clause.label_class in ("attendance", "main-venue", "branch-venues"):
            return absent_field(text, clause) or clause.label_class
        unnamed = clause.label_class == "name" and "name" not in self.words
        # 任务：给书记 宓国栋 写表彰会讲话 orders the text; what the meeting is called is told below.
        unnamed = unnamed and not (_ORDERS.search(text) and find_persons(text, clause.line, clause.start))
        if unnamed and not self._is_other_field(clause, bare, whens):
            return "name"
        if found := self._field_by_words(clause, text, bare):
            return found
        if clause.label.endswith("地点") and not whens and "venue" not in self.words:
            return "venue"
        if (
            clause.label_class in ("when", "name")
            and not whens
            and (other := self._unlabelled_field(clause, whens))
        ):
            return other
        if clause.label_class in FIELDS and not (pattern("mode").search(text) and len(text) <= 24):
            return by_label(label, text)
        return self._unlabelled_field(clause, whens)

    def _field_by_words(self, clause: Clause, text: str, bare: str) -> str:
        """Return the field that the words of a clause tell; ``bare`` is it without its days and times."""
        for find in (speaker_field, minutes_field, absent_field, venue_field, name_field):
            field = find(bare if find in (name_field, venue_field) else text, clause)
            if field == "speaker" and "name" not in self.words and name_field(bare):
                field = "speaker" if find_persons(text, clause.line, clause.start) else "name"
            named = "name" in self.words and not self.is_called_only
            named = named and not names_more(bare, self.words["name"])
            known = field == "name" and named and clause.label_class != "name"
            if field and not known:
                return field
        return ""

    def _unlabelled_field(self, clause: Clause, whens: Sequence[When]) -> str:
        """Return the field of a clause that no label tells: by its words, dates and persons."""
        text = clause.text
        if pattern("mode").search(text) and len(text) <= 24:
            return "mode"
        if HOSTED.search(text):
            return "host"
        if MATTERS.match(text) or MATTER.fullmatch(text) or THAT_ONE.search(text):
            return "other"
        if self._tells_time(text, whens):
            return "when"
        titled = clause.line == 1 and len(text) <= 20 and not re.search(r"[厅室楼\d]|中心", text)
        titled = titled and not re.search("^(?:之后|然后|最后|再|先)|[交督代]办$", text)
        if (titled and pattern("body-end").search(text)) or clause.line <= 3 and ORGANISATION.fullmatch(text):
            return "organiser"
        if self.spoken.tells_more(clause) or re.fullmatch("年份(?:是|为)?20\\d\\d年?", text):
            return "other"
        if clause.line == 1 and clause.start == 0 and _CALLED.fullmatch(text):
            # 王主任，社区周一开会: who is to write is called by the way.
            return "other"
        told = clause.label_class in TYPES
        told = told or any(when.grain in ("day", "month") for when in whens)
        listed = clause.is_bullet
        return "attendance" if not told and tells_attendance(text, clause.line, self.words, listed) else ""

    def _tells_time(self, text: str, whens: Sequence[When]) -> bool:
        # 副书记叫鞠向晚 tells no evening.
        # 去年7月11号那场雨 opens a story.
        dated = any(when.grain in ("day", "clock", "weekday") for when in whens) and not _ONCE.search(text)
        # 6月18日前换掉 is to be done by a day, and no meeting.
        due = any(when.relation in ("by", "within") for when in whens)
        dated = dated and not due and POST_IS_NAME.search(text) is None
        pair = any(w.grain == "day" for w in whens) and any(w.grain in ("weekday", "clock") for w in whens)
        return (dated and is_mostly_time(text, whens)) or (pair and self.date is None)

    def _is_other_field(self, clause: Clause, bare: str, whens: Sequence[When]) -> bool:
        """Whether a clause behind 会议：, 任务： is not the name: a date, a room, a person to write for."""
        if whens and is_mostly_time(clause.text, whens):
            return True
        room = clause.label != "任务" and venue_field(bare, clause) != "venue"
        return not room and not name_field(bare)

    def _note_times(self, whens: Iterable[When], told: bool) -> None:
        """Note day, hour and weekday. ``told``: a label says that this is when the meeting is."""
        timed = any(w.grain == "clock" for w in whens) and any(w.weekday is not None for w in whens)
        for when in whens:
            if when.grain == "day" and self._is_better_date(when, told, timed):
                self.date = when
                self.date_told = self.date_told or told
            elif when.grain == "clock" and (self.time is None or ":" not in self.time.clock):
                self.time = _in_half(when, self.time)
            elif when.weekday is not None and self.weekday is None:
                self.weekday = when

    def _is_better_date(self, when: When, told: bool, timed: bool = False) -> bool:
        if timed and self.date is not None and self.time is None and not self.date_told:
            return True
        if self.date is None or (told and not self.date_told):
            return True
        if NAMED_DAY.search(when.text) and not NAMED_DAY.search(self.date.text):
            # 明天（3月18日）: from which day 明天 counts is not told.
            return True
        later = when.place.start > self.date.place.start
        return later and "年" in when.text and "年" not in self.date.text

    def name_speaker(self, person: Person) -> None:
        """Take a person for the speaker, who then is not one of those who come."""
        self.spoken.speaker, at = person, person.place.start
        if coming := self.words.get("attendance"):
            self.words["attendance"] = [w for w in coming if not w.place.start <= at < w.place.end]

    def meeting(self) -> Meeting:
        """Return the meeting as read."""
        taken = dict(self.words)
        told = [w for key in ("name", "branch-venues", "attendance") for w in taken.get(key, [])]
        if "mode" not in taken and (found := mode_of(told)):
            taken["mode"] = [found]
        names, venues = taken.pop("name", []), taken.pop("venue", [])
        one = {key: next(iter(taken.pop(key, [])), None) for key in _SINGLE}
        extra = [w for key in ("when", "speaker", "minutes", "other") for w in taken.pop(key, [])]
        rest = [w for key, found in self.words.items() if key in one for w in found[1:]]
        return Meeting(
            name=with_organiser(names[0], one["organiser"]) if names else None,
            date=self.date,
            time=self.time,
            weekday_agrees=self._weekday_agrees(),
            venue=venues[0] if venues else None,
            mode=one["mode"],
            main_venue=one["main-venue"],
            branch_venues=one["branch-venues"],
            attendance=tuple(taken.pop("attendance", [])),
            absent=tuple(taken.pop("absent", [])),
            visits=tuple(taken.pop("visits", [])),
            host=one["host"],
            organiser=one["organiser"],
            other=tuple(sorted([*names[1:], *venues[1:], *extra, *rest], key=lambda w: w.place.start)),
        )

    def _weekday_agrees(self) -> bool | None:
        if self.weekday is None or self.date is None or self.date.start is None:
            return None
        return self.date.start.weekday() == self.weekday.weekday


def _in_half(when: When, half: When | None) -> When:
    """Return a time of day in the half of the day that was told before: 下午 and then 4点."""
    told = half.clock if half is not None else ""
    hour, colon, minutes = when.clock.partition(":")
    if not colon or told not in ("下午", "晚上", "晚", "傍晚") or int(hour) >= 12:
        return when
    return replace(when, clock=f"{int(hour) + 12}:{minutes}", text=f"{told}{when.text}")
