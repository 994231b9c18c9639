"""A task sheet as the values of a YAML, each with the words that it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field

from drafter.errors import KeyPath
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number, plain
from drafter.facts.given import TYPES, words_for
from drafter.facts.head.agenda import HOSTED
from drafter.facts.head.done import as_done
from drafter.facts.head.fields import venue_of
from drafter.facts.head.meeting_name import without_body
from drafter.facts.head.replies import Reply
from drafter.facts.head.visits import places_seen
from drafter.facts.missing.blanks import what_is_missing
from drafter.facts.missing.question import question_in
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import (
    IntentKind,
    Meeting,
    Person,
    Sheet,
    Step,
    Words,
)
from drafter.facts.types.matters import heading_of, matters_of
from drafter.facts.types.order import orders_of
from drafter.facts.wishes.wish_kinds import most_minutes
from drafter.models.facts import LONGEST
from drafter.models.types import SHORT
from drafter.templating.sheet_facts import beside_text
from drafter.templating.sheet_times import clock_in_words, with_clock_in_words
from drafter.templating.sheet_wishes import salutation_of, wishes_of

# The level of the YAML for what the reader makes of the body; any other body is a 单位.
LEVELS = {
    "province": "省",
    "city": "市",
    "county": "县",
    "district": "区",
    "town": "镇",
    "subdistrict": "街道",
    "community": "社区",
    "village": "村",
    "hospital": "医院",
    "school": "学校",
    "institute": "科研院所",
    "mine": "企业",
    "enterprise": "企业",
    "department": "机关",
}
# What colleagues put in front of a post, which is no part of it: 分管副区长.
_IN_CHARGE = re.compile("^(?:分管|主管)(?=副)")
# The levels whose body is no place.
_UNITS = ("医院", "学校", "科研院所", "企业", "机关", "单位")
_KEYS = {type_: key for key, type_ in TYPES.items()}
_SIZE = re.compile(
    r"(?:现场|到会|会场|人数|共计?|合计|总计|约莫?|总共|一共|大约|大概|估摸|差不多|拢共|预计|不到|近)*"
    r"(\d+|[一二两三四五六七八九十百千]{2,6})(?:多|余|来)?[个号]?(?:人|位|名)(?:左右|上下|出头|参加|到会)?"
)
# 县委副书记宋岱主持并小结: who is in the chair, and what he does himself.
_CHAIRS_AND = re.compile("主持(?:会议|大会)?并(?=.)")
# 参会约150人：老领导、职工代表
_COUNTED = re.compile(r"(?:参会|到会|参加|出席)?(?:共|约)?(\d+)[余多来]?人[：:](?=.)")
# What leads in those who attend: 参加人员有：
_ATTENDING = re.compile("(?:参加|来|到会|参会|到场|出席)(?:的|人员)?(?:有|是|为)[：:]?")
_TOTAL = re.compile(r"(?<=[一-鿿])(?:共计?|合计|总共|一共)(\d+)[余多来]?[人名]$")
# 在本地看视频: the word that tells how, without who does it where.
_MODE = re.compile("^.*?(视频|线上|现场|电视电话).*$")
# A rate of speech beyond these is no rate: the sheet tells minutes and characters that do not fit.
SLOWEST, FASTEST = 120, 260
_ABOUT = re.compile("约|大概|预计|多|余|来|左右|上下")
_CLAUSE_ENDS = re.compile("[，,；;]")
# How long each of several speaks is told in the programme of nobody.
_EACH_SPEAKS = re.compile(r"^各?讲(?:\d+|[一二三四五六七八九十两]+)分钟$")
# A step that follows, in the words of a programme.
_PLAIN = {
    "分别发言": "分别作发言",
    "表态": "作表态发言",
    "发言": "作发言",
    "交流发言": "作交流发言",
    "汇报": "作汇报",
    "总结": "作总结",
    "小结": "作小结",
    "讲话": "作讲话",
    **dict.fromkeys(("说", "讲", "最后说", "最后讲", "强调"), "讲话"),
}
# A blank between a post and a name: 院党总支书记 顾松年.
_BETWEEN_SIGNS = re.compile("(?<=[\u4e00-\u9fff])[ 　]+(?=[\u4e00-\u9fff])")


class Values(Struct):
    """What a sheet gives: plain values by key, comments by path, and the path of each fact by its id."""

    data: dict[str, Any] = field(default_factory=dict)
    comments: dict[KeyPath, list[str]] = field(default_factory=dict)
    paths: dict[str, KeyPath] = field(default_factory=dict)

    @property
    def are_ordered(self) -> bool:
        """Whether facts tell in which order they stand."""
        lists = self.data.get("facts", {}).values()
        return any("order" in item for items in lists for item in items if isinstance(item, dict))

    def note(self, path: KeyPath, comment: str) -> None:
        """Add a comment to the value at ``path``."""
        self.comments.setdefault(path, []).append(comment)

    def quote(self, path: KeyPath, value: Any, said: str) -> None:
        """Add the words of the sheet to a value that is written otherwise."""
        if said and str(value) != said:
            self.note(path, f"原文：{said}")


def values_of(sheet: Sheet, kind: str, name: str) -> Values:
    """Return the values of a sheet, read as a ``kind``; ``name`` stands for a meeting without one."""
    values = Values()
    values.data["kind"] = kind
    _add_meeting(values, sheet, name)
    _add_people(values, sheet)
    _add_facts(values, sheet)
    wishes, said = wishes_of(sheet.intents, sheet.facts, sheet.blanks)
    if wishes:
        values.data["intent"] = wishes
    for path, value, words in said:
        values.quote(path, value, words)
    _add_call(values, sheet)
    _add_missing(values, sheet)
    _add_reply(values, sheet.reply)
    if sheet.notes:
        values.data.setdefault("notes", []).extend(note.text for note in sheet.notes)
    values.data |= {"style": style} if (style := _style(sheet)) else {}
    return values


def _style(sheet: Sheet) -> dict[str, Any]:
    """Return the minutes, and the rate that makes the characters of the sheet of them."""
    minutes, characters = _minutes(sheet), sheet.speaker.characters
    rate = round(characters / minutes) if minutes and characters else 0
    given: dict[str, Any] = {"minutes": minutes} if minutes else {}
    return given | ({"rate": rate} if SLOWEST <= rate <= FASTEST else {})


def _minutes(sheet: Sheet) -> int | None:
    """Return how long the speech is to last, no longer than a wish allows."""
    limits = (most_minutes(wish.text) for wish in sheet.intents if wish.kind is IntentKind.LENGTH)
    return min(filter(None, (sheet.speaker.minutes, *limits)), default=None)


# ---- the meeting


def _add_meeting(values: Values, sheet: Sheet, name: str) -> None:
    said = sheet.meeting
    called = without_body(said.name.value or said.name.text) if said.name else name
    given: dict[str, Any] = {"name": called}
    if said.date and said.date.start:
        given["date"] = said.date.start.isoformat()
        values.quote(("meeting", "date"), None, said.date.text)
    elif said.date:
        given["date"] = None
        values.quote(("meeting", "date"), None, said.date.text)
    if said.time:
        given["time"] = clock_in_words(said.time)
        values.quote(("meeting", "time"), given["time"], said.time.text)
    given |= _body(sheet) | _chair_of_steps((*sheet.before, *sheet.after)) | _places(values, said)
    if said.attendance:
        given |= _attendance(said.attendance)
    if said.absent:
        given["absent"] = [words.text for words in said.absent]
    for key, steps in (("agenda", sheet.before), ("afterwards", sheet.after)):
        if steps:
            done = key == "agenda"
            given[key] = [
                _agenda_item(values, step, ("meeting", key, n), done) for n, step in enumerate(steps)
            ]
    values.data["meeting"] = given


def _body(sheet: Sheet) -> dict[str, Any]:
    """Return the level and the region; a body that is no place is the host of the meeting."""
    level = LEVELS.get(sheet.level, "单位") if sheet.level else ""
    level = "乡" if level == "镇" and sheet.body.endswith("乡") else level
    found: dict[str, Any] = {"level": level} if level else {}
    if sheet.body and level not in ("", *_UNITS):
        found["region"] = sheet.body
    organiser = sheet.meeting.organiser
    if organiser:
        found["host"] = organiser.text
    elif sheet.body and level in _UNITS:
        found["host"] = sheet.body
    return found


def _places(values: Values, said: Meeting) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if said.venue:
        found["venue"] = venue_of(said.venue.value or said.venue.text)
        values.quote(("meeting", "venue"), found["venue"], said.venue.text)
    if said.mode:
        named = re.search("(?<![参与])会议?$", said.mode.text)
        found["mode"] = said.mode.text if named else _MODE.sub(r"\1", said.mode.text)
    if said.main_venue:
        found["main_venue"] = (
            re.sub("^.*?主会?场(?:就)?(?:[设放定安]?在|[：:])?", "", said.main_venue.text)
            or said.main_venue.text
        )
        values.quote(("meeting", "main_venue"), found["main_venue"], said.main_venue.text)
    if said.branch_venues:
        found["branch_venues"] = [said.branch_venues.text]
    if said.host:
        found["chair"] = _chair(said.host.text)
        values.quote(("meeting", "chair"), None, said.host.text)
    return found


def _chair_of_steps(steps: Sequence[Step]) -> dict[str, Any]:
    """Return who is in the chair and does something besides, {} where no step tells it."""
    chairs = (step.who for step in steps if step.who and _CHAIRS_AND.match(step.does))
    who = next(chairs, None)
    return {"chair": _chair(who)} if who else {}


def _chair(text: str) -> dict[str, Any]:
    persons = find_persons(text, 0, 0)
    if persons:
        return _person(persons[0])
    hosted = HOSTED.search(text)
    named = next(filter(None, hosted.groups()), text) if hosted else text
    return {"post": named}


def _person(person: Person) -> dict[str, Any]:
    given = {"name": person.name, "post": "、".join(person.posts)}
    return {key: value for key, value in given.items() if value}


def _attendance(said: Sequence[Words]) -> dict[str, Any]:
    found = [size for words in said if (size := _SIZE.fullmatch(words.text.strip()))]
    rest = [
        re.sub("^(?:还有|以及)", "", words.text) for words in said if not _SIZE.fullmatch(words.text.strip())
    ]
    if rest and (led := _ATTENDING.match(rest[0])):
        rest[0] = rest[0][led.end() :]
    if not found and rest and (opened := _COUNTED.match(rest[0])):
        rest[0], found = rest[0][opened.end() :], [opened]
    elif not found and rest and (total := _TOTAL.search(rest[-1])):
        # 各队负责人共75人: the number of all stands behind the last of them.
        rest[-1], found = rest[-1][: total.start()], [total]
    number = parse_number(found[0][1]) if found else None
    about = "约" if found and _ABOUT.search(found[0][0]) else ""
    return ({"attendance": rest} if rest else {}) | ({"size": f"{about}{plain(number)}"} if number else {})


def _agenda_item(values: Values, step: Step, path: KeyPath, done: bool) -> dict[str, Any]:
    """Return a step; ``done``: it lies before the speech, so that the speaker looks back on it."""
    does = _CHAIRS_AND.sub("", _EACH_SPEAKS.sub("分别发言", step.does))
    did = as_done(does, step.who) if done else _PLAIN.get(does, does)
    given = {"who": _BETWEEN_SIGNS.sub("", step.who), "did": did}
    if step.who or did != step.text:
        values.note(path, f"原文：{step.text}")
    return {key: value for key, value in given.items() if value} or {"did": step.text}


def _add_people(values: Values, sheet: Sheet) -> None:
    speaker = sheet.speaker
    posts = (_IN_CHARGE.sub("", post) for post in speaker.posts)
    given = {"name": speaker.name, "post": "、".join(posts)}
    given = {key: value for key, value in given.items() if value}
    if given:
        values.data["speaker"] = given
    if sheet.meeting.visits:
        places: list[str] = []
        for words in sheet.meeting.visits:
            places += places_seen(words.text)
            values.note(("visits",), f"原文：{words.text}")
        values.data["visits"] = places


# ---- facts


def _add_facts(values: Values, sheet: Sheet) -> None:
    today = sheet.meeting.date.start if sheet.meeting.date else None
    lists: dict[str, list[Any]] = {}
    too_long = [fact.text for fact in sheet.facts if len(fact.text) > LONGEST]
    if too_long:
        values.data.setdefault("notes", []).extend(too_long)
    facts = [fact for fact in sheet.facts if len(fact.text) <= LONGEST]
    orders, matters = orders_of(facts), matters_of(facts)
    for fact in facts:
        key = _KEYS[fact.type]
        items = lists.setdefault(key, [])
        values.paths[fact.id] = ("facts", key, len(items))
        order = {"order": orders[fact.id]} if fact.id in orders else {}
        matter = {"matter": heading_of(fact)} if heading_of(fact) in matters else {}
        items.append({"text": fact.text.replace("\t", "："), **beside_text(fact, today), **matter, **order})
    if lists:
        values.data["facts"] = {key: lists[key] for key in TYPES if key in lists}


# ---- what is missing


def _add_call(values: Values, sheet: Sheet) -> None:
    for intent in sheet.intents:
        if call := salutation_of(intent):
            values.data["salutation"] = call
            values.quote(("salutation",), call, intent.text)


def _add_reply(values: Values, reply: Reply) -> None:
    given = {"reply_by": with_clock_in_words(reply.by), "contact": reply.contact, "phone": reply.phone}
    if reply.said:
        values.data["notice"] = {key: value for key, value in given.items() if value}
        values.note(("notice",), f"原文：{'，'.join(reply.said)}")


def _add_missing(values: Values, sheet: Sheet) -> None:
    found: list[Any] = []
    by_id = {fact.id: fact for fact in sheet.facts}
    placed = [fact for fact in sheet.facts if fact.id in values.paths]
    for blank in sheet.blanks:
        told = _CLAUSE_ENDS.split(blank.text)
        asks = not blank.what.endswith("计量单位") and question_in(blank.text) is not None
        is_told = len(blank.text) <= SHORT and (asks or what_is_missing(told) == blank.what)
        what = blank.text if is_told else blank.what[:SHORT] or blank.text[:SHORT]
        words = [words_for(by_id[about], placed) for about in blank.about if about in values.paths]
        item: Any = {"what": what, "for": [*filter(None, words)]} if any(words) else what
        values.quote(("missing", len(found)), what, blank.text)
        found.append(item)
    if found:
        values.data["missing"] = found
