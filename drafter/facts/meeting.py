"""The head of a sheet: what meeting it is, when, where, who comes, who speaks and how long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.facts.agenda import HOSTED
from drafter.facts.body import ORGANISATION
from drafter.facts.cues import has_cue, pattern
from drafter.facts.lines import Clause
from drafter.facts.numbers import parse_number
from drafter.facts.people import find_persons
from drafter.facts.sheet import Meeting, Person, Place, Speaker, When, Words

# Classes of labels that name a field of the meeting.
FIELDS = frozenset(
    ("name", "when", "venue", "main-venue", "branch-venues", "attendance", "host", "organiser", "mode")
)
# Fields that hold one clause; what else is told of them goes to the rest.
_SINGLE = ("mode", "main-venue", "branch-venues", "host", "organiser")
_TITLE_TAIL = re.compile(
    r"[ \u3000]*的?(?:[省市县区镇乡]?(?:主要)?领导)?(?:讲话|发言|致辞|写稿|起草|写作)?(?:要素|参考|要点|供稿|材料单|任务单|任务|素材单?|备稿单|情况单|起草单|讲话稿?|稿子|要求|通知|底稿|材料|便条|提要|提纲|清单|单子)$"
)
_MINUTES = re.compile(
    r"(?:(?P<low>\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—–~到至](?P<high>\d{1,3}|[一二三四五六七八九十]{1,3}))?\s?来?分钟(?!之?以?内[一-鿿])"
    r"|(?P<quarter>一刻钟)|(?P<half>半个?小时|半个钟头))"
)
_AT = re.compile(
    r"(?:^|[，\s]|地点|回来|然后|再|就|还)在(?P<at>[^，,]{2,24}?)(?:召开|开会?|举行|举办|集中|搞|进行)?$"
)
_NAME = re.compile(r"[^，,。；;：:\s]{2,40}")
_NAME_LEAD = re.compile(
    r"^(?:会议?(?:名称?)?(?:就)?叫做?|.*?(?:[去到](?=.{6})|召开|举行|举办|要开|拟开|参加|出席|准备|筹备|写|搞|(?<![公展离分召])开(?![学发工放幕业展局园班]|年[度初]|春)[个场]?)(?=.{3})|[^“]{0,12}的(?=全))"
)


class Header:
    """What has been read of the meeting so far. Every clause taken stands in exactly one field."""

    def __init__(self) -> None:
        self.words: dict[str, list[Words]] = {}
        self.date: When | None = None
        self.date_told = False
        self.time: When | None = None
        self.weekday: When | None = None
        self.speaker: Person | None = None
        self.speaker_said: Words | None = None
        self.minutes: int | None = None
        self.minutes_said: Words | None = None

    def take(self, clause: Clause, whens: Sequence[When]) -> bool:
        """Take a clause that says something of the meeting; return False if it does not."""
        field = self._field(clause, whens)
        if not field:
            return False
        self._note_times(whens, clause.label_class == "when")
        self.add(field, clause, whens)
        return True

    def is_complete(self) -> bool:
        """Whether the meeting has its name and day, and the speaker his full name."""
        named = self.speaker is not None and len(self.speaker.name) > 1
        return named and self.date is not None and "name" in self.words

    def add(self, field: str, clause: Clause, whens: Sequence[When] = ()) -> None:
        """Put a clause into a field."""
        words = Words(clause.text, Place(clause.line, clause.start, clause.end), clause.text)
        if field == "speaker":
            self._take_speaker(clause, words)
        elif field == "minutes":
            self._take_minutes(clause, words)
        elif field == "name":
            words = Words(words.text, words.place, meeting_name(without(clause.text, whens)))
            self._take_bracket(clause)
            if self.speaker is None and find_persons(clause.text, clause.line, clause.start):
                self._take_speaker(clause, words)
        self.words.setdefault(field, []).append(words)
        if field != "minutes" and not self.minutes:
            self._take_minutes(clause, words)

    def _take_bracket(self, clause: Clause) -> None:
        """Take the venue that stands in a bracket behind the name: 推进会（10月22日下午，四楼会议室）."""
        for match in re.finditer(r"[（(，,]([^（()），,]{3,24})(?=[，,)）])", clause.text):
            if "venue" not in self.words and _venue_field(match[1], clause):
                start = clause.start + match.start(1)
                place = Place(clause.line, start, start + len(match[1]))
                self.words["venue"] = [Words(match[1], place, match[1])]

    def _field(self, clause: Clause, whens: Sequence[When]) -> str:
        text, label = clause.text, clause.label_class or clause.section_class
        bare = without(text, whens)
        if clause.label_class == "attendance":
            return "attendance"
        if (
            label == "name"
            and clause.label_class
            and "name" not in self.words
            and not self._is_other_field(text, whens, clause.label)
        ):
            return "name"
        for find in (_speaker_field, _minutes_field, _absent_field, _venue_field, _name_field):
            field = find(bare if find in (_name_field, _venue_field) else text, clause)
            if field == "speaker" and "name" not in self.words and _name_field(bare):
                field = "speaker" if find_persons(text, clause.line, clause.start) else "name"
            known = field == "name" and "name" in self.words and clause.label_class != "name"
            if field and not known:
                return field
        if (
            clause.label_class in ("when", "name")
            and not whens
            and (other := self._unlabelled_field(clause, whens))
        ):
            return other
        if clause.label_class in FIELDS and not (pattern("mode").search(text) and len(text) <= 24):
            return _by_label(label, text)
        return self._unlabelled_field(clause, whens)

    def _unlabelled_field(self, clause: Clause, whens: Sequence[When]) -> str:
        """Return the field of a clause that no label tells: by its words, dates and persons."""
        text = clause.text
        if pattern("mode").search(text) and len(text) <= 24:
            return "mode"
        if HOSTED.search(text):
            return "host"
        if self._tells_time(text, whens):
            return "when"
        if clause.line <= 3 and ORGANISATION.fullmatch(text):
            return "organiser"
        if named := _POST_IS_NAME.search(text):
            self.complete(find_named(named, clause))
            return "other"
        return "attendance" if self._tells_attendance(text) else ""

    def _tells_time(self, text: str, whens: Sequence[When]) -> bool:
        dated = any(when.grain in ("day", "clock", "weekday") for when in whens)
        pair = any(w.grain == "day" for w in whens) and any(w.grain in ("weekday", "clock") for w in whens)
        return (dated and _is_mostly_time(text, whens)) or (pair and self.date is None)

    def _tells_attendance(self, text: str) -> bool:
        if has_cue("attend", text) and not pattern("agenda-verb").search(text) and len(text) <= 60:
            return True
        return "name" in self.words and bool(_HEADS.match(text))

    def _is_other_field(self, text: str, whens: Sequence[When], label: str) -> bool:
        """Whether a clause behind 任务： is not the name: a date, a person to write for."""
        if label != "任务":
            return bool(whens) and _is_mostly_time(text, whens)
        return _is_mostly_time(text, whens) and bool(whens) or not _name_field(without(text, whens))

    def _note_times(self, whens: Iterable[When], told: bool) -> None:
        """Note day, hour and weekday. ``told``: a label says that this is when the meeting is."""
        for when in whens:
            if when.grain == "day" and self._is_better_date(when, told):
                self.date = when
                self.date_told = self.date_told or told
            elif when.grain == "clock" and (self.time is None or ":" not in self.time.clock):
                self.time = when
            elif when.weekday is not None and self.weekday is None:
                self.weekday = when

    def _is_better_date(self, when: When, told: bool) -> bool:
        if self.date is None or (told and not self.date_told):
            return True
        later = when.place.start > self.date.place.start
        return later and "年" in when.text and "年" not in self.date.text

    def _take_speaker(self, clause: Clause, words: Words) -> None:
        persons = find_persons(clause.text, clause.line, clause.start)
        if persons and (self.speaker is None or len(persons[0].name) > len(self.speaker.name)):
            if self.speaker is None or self.speaker.name in persons[0].name:
                self.speaker = persons[0]
                self.speaker_said = words
        elif self.speaker is None and (
            post := re.search(r"[\u4e00-\u9fff、]{0,16}" + _POST_END, clause.text)
        ):
            name = pattern("before-post").sub("", post[0])
            self.speaker = Person("", (name,), words.place, name)
            self.speaker_said = words

    def take_post(self, clause: Clause) -> None:
        """Take a speaker of whom only the post is told: 市长要讲."""
        self._take_speaker(
            clause, Words(clause.text, Place(clause.line, clause.start, clause.end), clause.text)
        )

    def take_minutes(self, clause: Clause) -> None:
        """Take the minutes that the agenda gives the speaker: 总裁滕若海讲话（12分钟）."""
        self._take_minutes(
            clause, Words(clause.text, Place(clause.line, clause.start, clause.end), clause.text)
        )

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
        found = _MINUTES.search(clause.text)
        if found and self.minutes is None:
            number = parse_number(found["high"] or found["low"] or "15")
            self.minutes = 30 if found["half"] else int(number or 15)
            self.minutes_said = words

    def meeting(self) -> Meeting:
        """Return the meeting as read."""
        taken = dict(self.words)
        if "mode" not in taken and (found := _mode_of(taken.get("name", []))):
            taken["mode"] = [found]
        names, venues = taken.pop("name", []), taken.pop("venue", [])
        one = {key: next(iter(taken.pop(key, [])), None) for key in _SINGLE}
        extra = [w for key in ("when", "speaker", "minutes", "other") for w in taken.pop(key, [])]
        rest = [w for key, found in self.words.items() if key in one for w in found[1:]]
        return Meeting(
            name=names[0] if names else None,
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
        if self.speaker is None:
            return Speaker(minutes=self.minutes, minutes_said=self.minutes_said)
        person = self.speaker
        return Speaker(person.name, person.posts, person.text, person.place, self.minutes, self.minutes_said)


def _mode_of(names: Sequence[Words]) -> Words | None:
    """Return how a meeting is held where its name tells: 现场推进会, 视频调度会."""
    for name in names:
        found = pattern("mode").search(name.text)
        if found:
            start = name.place.start + found.start()
            return Words(found[0], Place(name.place.line, start, start + len(found[0])), found[0])
    return None


def find_named(match: re.Match[str], clause: Clause) -> Person:
    """Return the person of 市长是宋临川."""
    place = Place(clause.line, clause.start + match.start(), clause.start + match.end())
    return Person(match["name"], (match["post"],), place, match[0])


_HEADS = re.compile(
    r"^(?:[一-鿿]{1,10}以[上下]|(?:全体)?(?:员工|职工|干部))?(?:共|约|大概|大约|总共|一共|预计|合计|计){0,2}"
    r"\d+[多余来]?[人位名](?:左右|上下)?(?:[站坐]着)?(?:听|参加|到场|出席)?$"
)
_POST_IS_NAME = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{0,8}(?:书记|[县市区镇乡局院校矿厂处科部队站所会馆园]长|主任|总经理|董事长))(?:是|叫|为)(?P<name>[\u4e00-\u9fff]{2,3})$"
)
_POST_END = r"(?:书记|[县市区镇乡局院校矿厂处科部队站所会馆园][长]|主任|总经理|董事长|经理|主席|会长|总工)"


def _by_label(label: str, text: str) -> str:
    if label == "name":
        return "other"
    if label == "venue" and "主会场" in text:
        return "main-venue"
    return label


def _is_mostly_time(text: str, whens: Sequence[When]) -> bool:
    taken = sum(len(when.text) for when in whens)
    return len(text) - taken <= 6


def _speaker_field(text: str, clause: Clause) -> str:
    if re.match("(?:领导|讲话人?|主讲人?|讲的人|讲话的人?)(?:就)?是(?=.{4})", text) and find_persons(
        text, 0, 0
    ):
        return "speaker"
    if clause.label_class == "speaker":
        return "speaker" if not _MINUTES.fullmatch(text.strip()) else "minutes"
    if re.search(r"(?:讲话|发言|致辞|致词|讲话人|稿子|讲稿|稿|讲话稿)", text) and re.search(
        r"给.{2,40}(?:写|准备|起草|备|拟)|的(?:稿子|讲话|讲稿|致辞|稿)|(?:你来|由你|请你)(?:起|写)|讲话稿",
        text,
    ):
        return "speaker"
    if re.search(
        _POST_END + r"[\u4e00-\u9fff\u3000 ]{0,6}(?:讲|讲话|致辞|作动员)(?:[^\u4e00-\u9fff]|\d|$)", text
    ) and _MINUTES.search(text):
        return "speaker"
    return ""


def _minutes_field(text: str, clause: Clause) -> str:
    found = _MINUTES.search(text)
    if not found:
        return ""
    if clause.label_class == "minutes" or len(text) - len(found[0]) <= 8:
        return "minutes"
    return "minutes" if re.search(r"讲|稿|时长|控制|发言", text) and len(text) <= 30 else ""


def _absent_field(text: str, clause: Clause) -> str:
    return (
        "absent"
        if re.search(r"不(?:参加|出席|到会|来$|在家)|请假|缺席|出差|赶不回", text) and len(text) <= 30
        else ""
    )


def _venue_field(text: str, clause: Clause) -> str:
    if text.startswith(("主会场", "主场")) or re.search("[（(]主会场[)）]$", text):
        return "main-venue"
    if re.search(r"分会场|收听?收?看到?|收看", text):
        return "branch-venues"
    if (
        re.match(r"(?:会前)?(?:先|上午|现场)?(?:看|观摩|参观|实地看|踏看|走)(?!法|台|的|到)", text)
        and len(text) <= 40
    ):
        return "visits"
    if _AT.search(text) or (len(text) <= 24 and pattern("venue-end").search(text)):
        return "venue"
    return ""


def _name_field(text: str, clause: Clause | None = None) -> str:
    bare = _bare_name(text)
    if 4 <= len(bare) <= 48 and pattern("meeting-name").search(bare) and not pattern("mode").fullmatch(bare):
        return "name"
    return ""


def meeting_name(text: str) -> str:
    """Return the name of a meeting out of a clause: without what leads to it and without 材料单."""
    bare = _bare_name(text)
    shorter = _NAME_LEAD.sub("", bare)
    return shorter if len(shorter) >= 4 else bare


def _bare_name(text: str) -> str:
    # A bracket within, 村（社区）“两委”, is part of the name; one at the end is not.
    bare = re.sub(
        r"[（(](?:[^（()）]*\d[^（()）]*|[^（()）]{5,}|[^（()）]*(?=[)）]?[ 　]*$))[)）]?", "", text
    )
    bare = bare.strip("《》 　")
    if spoken := re.fullmatch("在(.{4,40}?)上的?(?:讲话|致辞|致词|发言|报告|动员)(?:稿|提纲)?", bare):
        return spoken[1]
    bare = re.sub(r"^(?:关于|[^：:]{1,12}[：:])+", "", bare).strip("《》 　")
    return _TITLE_TAIL.sub("", bare)


def without(text: str, whens: Sequence[When]) -> str:
    """Return a clause without its days and times; a season or a year may be part of a name."""
    for when in whens:
        if when.grain in ("day", "clock", "weekday"):
            text = text.replace(when.text, "", 1)
    return text
