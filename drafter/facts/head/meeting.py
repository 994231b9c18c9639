"""The head of a sheet: what meeting it is, when, where, who comes, who speaks and how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.cut.headings import ONE_SENTENCE
from drafter.facts.head.agenda import HOSTED
from drafter.facts.head.attending import tells_attendance
from drafter.facts.head.body import ORGANISATION, with_organiser
from drafter.facts.head.duration import CHARACTERS_A_MINUTE, characters_in, minutes_in, tells_of_others
from drafter.facts.head.fields import (
    CALLED,
    EXPLAINED,
    MATTERS,
    POST_END,
    POST_IS_NAME,
    absent_field,
    by_label,
    find_named,
    is_mostly_time,
    is_same_post,
    minutes_field,
    mode_of,
    speaker_field,
    venue_field,
    whole_name,
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
from drafter.facts.head.speakers import speaker_told
from drafter.facts.people.names import is_name, may_begin_name
from drafter.facts.people.persons import find_persons, known_surname, last_words_of_post, whole_posts
from drafter.facts.sheet import Meeting, Person, Place, Speaker, When, Words
from drafter.facts.types.classify import TYPES

# Classes of labels that name a field of the meeting.
FIELDS = ONE_SENTENCE - {"speaker", "minutes"}
# Fields that hold one clause; what else is told of them goes to the rest.
_SINGLE = ("mode", "main-venue", "branch-venues", "host", "organiser")
# 11月12日下午 地点：林业局三楼.
_LABELLED = re.compile("[^：:]*(?:地点|会场)[：:] *(.+)")
# 今天是2025年11月19日
_YEAR = re.compile(r"[（(]?\d{4}年?[)）]?")
# A day that has its month: 3月18日, 7/6.
_NAMED_DAY = re.compile(r"月|\d[./-]\d")
_ORDERS = re.compile("讲|稿|致辞|发言")
# 主题：老旧电梯更新改造: what the meeting is about is all its name.
_WORK = re.compile(
    "(?:整治|治理|改造|建设|排查|整改|管理|防治|防控|保障|安全|工作|推进|攻坚|清理|更新|普查|落实)$"
)
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
        self.speaker: Person | None = None
        self.minutes: int | None = None
        self.minutes_said: Words | None = None
        self.characters: int | None = None
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
        if timed and self.minutes is None:
            return False
        named = self.speaker is not None and len(self.speaker.name) > 1
        return named and self.date is not None and "name" in self.words

    def add(self, field: str, clause: Clause, whens: Sequence[When] = ()) -> None:
        """Put a clause into a field."""
        words = Words(clause.text, clause.place, clause.text)
        if field == "speaker":
            self.take_speaker(clause)
            self._take_named_beside(clause, whens)
        elif field == "minutes":
            self._take_minutes(clause, words)
        elif field == "name":
            value = meeting_name(without(clause.text, whens))
            about = clause.label == "主题" and _WORK.search(value)
            whose = clause.label if ORGANISATION.fullmatch(clause.label) else ""
            words = Words(words.text, words.place, f"{value}会" if about else f"{whose}{value}")
            self._take_bracket(clause)
            if self.speaker is None and find_persons(clause.text, clause.line, clause.start):
                self.take_speaker(clause)
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
        if field != "minutes" and not (self.minutes and self.characters):
            self._take_minutes(clause, words)

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
        if self._tells_more_of_speaker(clause) or re.fullmatch("年份(?:是|为)?20\\d\\d年?", text):
            return "other"
        told = clause.label_class in TYPES
        told = told or any(when.grain in ("day", "month") for when in whens)
        listed = clause.is_bullet
        return "attendance" if not told and tells_attendance(text, clause.line, self.words, listed) else ""

    def _tells_more_of_speaker(self, clause: Clause) -> bool:
        """Take 叫刘江桥, 刘县长是副县长 and 市长是宋临川; return False for all else."""
        known, text = self.speaker, clause.text
        explained = EXPLAINED.fullmatch(text)
        if explained and (persons := find_persons(explained["who"], clause.line, clause.start)):
            self.complete(persons[0])
            return True
        if (told := speaker_told(known, clause)) is not None:
            self.speaker = told
            return True
        if (
            known is not None
            and (called := CALLED.fullmatch(text))
            and may_begin_name(called[1] or called[2], 0)
        ):
            self.complete(Person(called[1] or called[2], known.posts, clause.place))
        elif known is not None and (post := re.fullmatch("[一-鿿]?[一-鿿]长是(副[一-鿿]长)", text)):
            self.speaker = replace(known, posts=(post[1],))
        elif named := POST_IS_NAME.search(text):
            self.complete(find_named(named, clause))
        elif known is not None and len(known.name) < 2 and (persons := self._alone(clause)):
            self.complete(persons[0])
        elif known is not None and known.name and (posts := whole_posts(text)):
            # 章区长叫章敬之，区委副书记、区长: all his posts, behind his name.
            same = any(is_same_post(known.posts[-1], post) for post in posts)
            self.speaker = replace(known, posts=posts) if same else known
            return same
        else:
            return False
        return True

    def _alone(self, clause: Clause) -> list[Person]:
        """Return the person of a clause that is nothing but a post and a name."""
        found = find_persons(clause.text, clause.line, clause.start)
        return found if found and found[0].text == clause.text else []

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
        if _NAMED_DAY.search(when.text) and not _NAMED_DAY.search(self.date.text):
            # 明天（3月18日）: from which day 明天 counts is not told.
            return True
        later = when.place.start > self.date.place.start
        return later and "年" in when.text and "年" not in self.date.text

    def take_speaker(self, clause: Clause) -> None:
        """Take the speaker that a clause tells, or his post alone: 市长要讲."""
        persons = find_persons(clause.text, clause.line, clause.start)
        if self.speaker is not None and not self.speaker.posts and (posts := whole_posts(clause.text)):
            # 讲话人：支行健，副院长
            self.speaker = replace(self.speaker, posts=posts)
        elif persons and (self.speaker is None or len(persons[0].name) > len(self.speaker.name)):
            if self.speaker is None or self.speaker.name in persons[0].name:
                self.speaker = persons[0]
            if self.speaker and (whole := whole_name(clause, self.speaker)):
                self.complete(whole)
        elif self.speaker is None and clause.label_class == "speaker" and is_name(clause.text):
            # 讲话：林书行（副区长）: his post stands behind.
            self.speaker = Person(clause.text, (), clause.place, clause.text)
        elif self.speaker is None and (post := re.search(r"[\u4e00-\u9fff、]{0,16}" + POST_END, clause.text)):
            text = last_words_of_post(post[0])
            surname = known_surname(text)
            self.speaker = Person(surname, (text.removeprefix(surname),), clause.place, text)

    def name_speaker(self, person: Person) -> None:
        """Take a person for the speaker, who then is not one of those who come."""
        self.speaker, at = person, person.place.start
        if coming := self.words.get("attendance"):
            self.words["attendance"] = [w for w in coming if not w.place.start <= at < w.place.end]

    def take_minutes(self, clause: Clause) -> None:
        """Take the minutes that the agenda gives the speaker: 总裁滕若海讲话（12分钟）."""
        self._take_minutes(clause, Words(clause.text, clause.place, clause.text))

    def complete(self, person: Person) -> None:
        """Take the full name of the speaker where only his surname or post is known."""
        known = self.speaker
        if known is None:
            self.speaker = person
        elif len(known.name) < 2 and person.name.startswith(known.name):
            same = any(a.endswith(b) or b.endswith(a) for a in known.posts for b in person.posts)
            if same:
                posts = max(known.posts, person.posts, key=lambda found: len("".join(found)))
                self.speaker = Person(person.name, posts, person.place, person.text)

    def _take_minutes(self, clause: Clause, words: Words) -> None:
        found = None if tells_of_others(clause.text) else minutes_in(clause.text)
        if found and self.minutes is None:
            self.minutes, self.minutes_said = found, words
        characters = characters_in(clause.text)
        if characters and self.characters is None:
            self.characters = characters
            self.minutes_said = self.minutes_said or words

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

    def spoken_by(self) -> Speaker:
        """Return the speaker as read; empty where the sheet names none."""
        person = self.speaker or Person("", (), Place(0, 0, 0))
        minutes, characters = self.minutes, self.characters
        if minutes is None and characters:
            minutes = round(characters / CHARACTERS_A_MINUTE)
        place = person.place if self.speaker else None
        return Speaker(person.name, person.posts, person.text, place, minutes, self.minutes_said, characters)


def _in_half(when: When, half: When | None) -> When:
    """Return a time of day in the half of the day that was told before: 下午 and then 4点."""
    told = half.clock if half is not None else ""
    hour, colon, minutes = when.clock.partition(":")
    if not colon or told not in ("下午", "晚上", "晚", "傍晚") or int(hour) >= 12:
        return when
    return replace(when, clock=f"{int(hour) + 12}:{minutes}", text=f"{told}{when.text}")
