"""The head of a sheet: what meeting it is, when, where, who comes, who speaks and how long."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from drafter.facts.cues import first_cue, has_cue, pattern
from drafter.facts.lines import Clause
from drafter.facts.numbers import parse_number
from drafter.facts.people import find_persons
from drafter.facts.sheet import Meeting, Person, Place, Speaker, When, Words

# Classes of labels that name a field of the meeting.
FIELDS = frozenset(
    ("name", "when", "venue", "main-venue", "branch-venues", "attendance", "host", "organiser", "mode")
)
_TITLE_TAIL = re.compile(
    r"(?:讲话|发言|致辞|写稿|起草|写作)?(?:材料单|任务单|任务|素材单?|备稿单|情况单|起草单|讲话稿?|稿子|要求|通知|底稿|材料|便条|提要|提纲|清单|单子)$"
)
_MINUTES = re.compile(
    r"(?:(?P<low>\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—–~到至](?P<high>\d{1,3}|[一二三四五六七八九十]{1,3}))?\s?来?分钟(?!之?以?内)"
    r"|(?P<quarter>一刻钟)|(?P<half>半个?小时|半个钟头))"
)
_AT = re.compile(r"(?:^|[，\s]|地点|回来|然后|再|就|还)在(?P<at>[^，,]{2,24}?)(?:召开|开会?|举行|举办|集中|搞|进行)?$")
_NAME = re.compile(r"[^，,。；;：:\s]{2,40}")
_NAME_LEAD = re.compile(
    r"^(?:.*?(?:召开|举行|举办|要开|拟开|开个|参加|出席|准备|筹备|写|搞|开(?=[全“《县市区镇乡村校院矿公局年]))|[^“]{0,12}的(?=全))"
)
_ORGANISATION = re.compile(
    r"^[\u4e00-\u9fff]{2,20}?(?:医院|卫生院|中学|小学|大学|学院|学校|一中|二中|三中|中专|幼儿园|公司|集团|煤矿|铁矿|金矿|铜矿|矿业"
    r"|矿(?!山|区|产|井|工|难)|厂(?!房|区|长)|银行|(?<!布)局(?!部|面|势|长)|厅(?!长)|委员会)"
)
_PLACE_BODY = re.compile(r"^[\u4e00-\u9fff]{1,8}?(?:省|市(?!场|民)|县|区|街道|镇|乡(?!村|镇)|社区|村(?!民|庄|村)|州|旗)")


class Header:
    """What has been read of the meeting so far. Every clause taken stands in exactly one field."""

    def __init__(self) -> None:
        self.words: dict[str, list[Words]] = {}
        self.date: When | None = None
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
        self._note_times(whens, field)
        self.add(field, clause)
        return True

    def add(self, field: str, clause: Clause, value: str = "") -> None:
        """Put a clause into a field."""
        words = Words(clause.text, Place(clause.line, clause.start, clause.end), value or clause.text)
        if field == "speaker":
            self._take_speaker(clause, words)
        elif field == "minutes":
            self._take_minutes(clause, words)
        elif field == "name":
            words = Words(words.text, words.place, meeting_name(clause.text))
        self.words.setdefault(field, []).append(words)
        if field != "minutes" and not self.minutes:
            self._take_minutes(clause, words)

    def _field(self, clause: Clause, whens: Sequence[When]) -> str:
        text, label = clause.text, clause.label_class or clause.section_class
        if clause.label_class == "attendance":
            return "attendance"
        for find in (_speaker_field, _minutes_field, _absent_field, _venue_field, _name_field):
            field = find(text, clause)
            if field and not (field == "name" and "name" in self.words and not clause.label_class == "name"):
                return field
        if pattern("mode").search(text) and len(text) <= 24:
            return "mode"
        if label in FIELDS and clause.label_class:
            return _by_label(label, text)
        if any(when.grain in ("day", "clock", "weekday") for when in whens) and _is_mostly_time(text, whens):
            return "when"
        if clause.line <= 3 and _ORGANISATION.fullmatch(text):
            return "organiser"
        if has_cue("attend", text) and not pattern("agenda-verb").search(text) and len(text) <= 60:
            return "attendance"
        if "name" in self.words and re.search(r"^共?\d+[人位名]左?右?$", text):
            return "attendance"
        return ""

    def _note_times(self, whens: Iterable[When], field: str) -> None:
        for when in whens:
            if when.grain == "day" and (self.date is None or (when.place.start > self.date.place.start and "年" in when.text and "年" not in self.date.text)):
                self.date = when
            elif when.grain == "clock" and (self.time is None or ":" not in self.time.clock):
                self.time = when
            elif when.weekday is not None and self.weekday is None:
                self.weekday = when

    def _take_speaker(self, clause: Clause, words: Words) -> None:
        persons = find_persons(clause.text, clause.line, clause.start)
        if persons and (self.speaker is None or len(persons[0].name) > len(self.speaker.name)):
            if self.speaker is None or self.speaker.name in persons[0].name:
                self.speaker = persons[0]
                self.speaker_said = words
        elif self.speaker is None and (post := re.search(r"[\u4e00-\u9fff、]{0,16}" + _POST_END, clause.text)):
            name = pattern("before-post").sub("", post[0])
            self.speaker = Person("", (name,), words.place, name)
            self.speaker_said = words

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
        names, venues = taken.pop("name", []), taken.pop("venue", [])
        one = {key: taken.pop(key, [])[:1] for key in ("mode", "main-venue", "branch-venues", "host", "organiser")}
        extra = [w for key in ("when", "speaker", "minutes", "other") for w in taken.pop(key, [])]
        rest = [w for key, found in self.words.items() if key in one for w in found[1:]]
        return Meeting(
            name=names[0] if names else None,
            date=self.date,
            time=self.time,
            weekday_agrees=self._weekday_agrees(),
            venue=venues[0] if venues else None,
            mode=(one["mode"] or [None])[0],
            main_venue=(one["main-venue"] or [None])[0],
            branch_venues=(one["branch-venues"] or [None])[0],
            attendance=tuple(taken.pop("attendance", [])),
            absent=tuple(taken.pop("absent", [])),
            visits=tuple(taken.pop("visits", [])),
            host=(one["host"] or [None])[0],
            organiser=(one["organiser"] or [None])[0],
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
        return Speaker(
            person.name, person.posts, person.text, person.place, self.minutes, self.minutes_said
        )


_POST_END = r"(?:书记|[县市区镇乡局院校矿厂处科部队站所会馆园][长]|主任|总经理|董事长|经理|主席|会长|总工)"


def _by_label(label: str, text: str) -> str:
    if label == "venue" and "主会场" in text:
        return "main-venue"
    return label


def _is_mostly_time(text: str, whens: Sequence[When]) -> bool:
    taken = sum(len(when.text) for when in whens)
    return len(text) - taken <= 6


def _speaker_field(text: str, clause: Clause) -> str:
    if clause.label_class == "speaker":
        return "speaker" if not _MINUTES.fullmatch(text.strip()) else "minutes"
    if re.search(r"(?:讲话|发言|致辞|致词|讲话人|稿子|讲稿|稿|讲话稿)", text) and re.search(
        r"给.{2,40}(?:写|准备|起草|备|拟)|的(?:稿子|讲话|讲稿|致辞|稿)|(?:你来|由你|请你)(?:起|写)|讲话稿", text
    ):
        return "speaker"
    if re.search(_POST_END + r"[\u4e00-\u9fff]{0,4}(?:讲|讲话|致辞|作动员)(?:[^\u4e00-\u9fff]|\d|$)", text) and _MINUTES.search(text):
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
    return "absent" if re.search(r"不(?:参加|出席|到会|来$|在家)|请假|缺席|出差|赶不回", text) and len(text) <= 30 else ""


def _venue_field(text: str, clause: Clause) -> str:
    if text.startswith(("主会场", "主场")):
        return "main-venue"
    if re.search(r"分会场|收听?收?看到?|收看", text):
        return "branch-venues"
    if re.match(r"(?:会前)?(?:先|上午|现场)?(?:看|观摩|参观|实地看|踏看|走)(?!法|台)", text) and len(text) <= 40:
        return "visits"
    if _AT.search(text) or (len(text) <= 24 and pattern("venue-end").search(text)):
        return "venue"
    return ""


def _name_field(text: str, clause: Clause) -> str:
    bare = _TITLE_TAIL.sub("", text.split("（")[0].split("(")[0].strip("《》 "))
    if 4 <= len(bare) <= 48 and pattern("meeting-name").search(bare) and not pattern("mode").fullmatch(bare):
        return "name"
    return ""


def meeting_name(text: str) -> str:
    """Return the name of a meeting out of a clause: without what leads to it and without 材料单."""
    bare = _TITLE_TAIL.sub("", text.split("（")[0].split("(")[0].strip("《》 "))
    bare = re.sub(r"^(?:\d{4}年\d{1,2}月\d{1,2}日|关于)", "", bare)
    shorter = _NAME_LEAD.sub("", bare)
    return shorter if len(shorter) >= 4 else bare


def body_of(texts: Iterable[str]) -> str:
    """Return the body that a meeting belongs to, by the front of its name: 清渡县, 安澜市第二人民医院."""
    for text in texts:
        found = _ORGANISATION.match(text) or _PLACE_BODY.match(text)
        if found and not found[0].startswith(("全", "本", "关于")):
            return found[0]
    return ""


def level_of(body: str, texts: Iterable[str]) -> str:
    """Return the level by the body, else by what the head and the posts say; "" if nothing tells."""
    ends = {
        "医院": "hospital", "卫生院": "hospital", "学": "school", "学院": "school", "学校": "school", "中": "school",
        "幼儿园": "school", "矿": "mine", "矿业": "mine", "公司": "enterprise", "集团": "enterprise", "厂": "enterprise",
        "银行": "enterprise", "局": "department", "厅": "department", "委员会": "department",
        "街道": "subdistrict", "社区": "community", "村": "village", "镇": "town", "乡": "town",
        "县": "county", "区": "district", "市": "city", "省": "province", "州": "city", "旗": "county",
    }  # fmt: skip
    found = [level for end, level in sorted(ends.items(), key=lambda row: -len(row[0])) if body.endswith(end)]
    if found:
        return found[0]
    return next((level for text in texts if (level := first_cue("level", text))), "")


def kind_of(name: str, mode: str, text: str) -> str:
    """Return the id of the kind that a meeting of this name calls for; "" without a name."""
    return first_cue("kind", name) or first_cue("kind", mode) or first_cue("kind", text[:200])


def today_of(date: datetime.date | None, today: datetime.date | None) -> datetime.date | None:
    """Return the day from which the dates of a sheet count."""
    return date or today
