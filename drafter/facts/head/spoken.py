"""Who speaks, and how long: what the head of a sheet has told of it so far."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.head.duration import CHARACTERS_A_MINUTE, characters_in, minutes_in, tells_of_others
from drafter.facts.head.fields import (
    CALLED,
    EXPLAINED,
    POST_END,
    POST_IS_NAME,
    find_named,
    is_same_post,
    whole_name,
)
from drafter.facts.head.meeting_name import SPEAKS_AT
from drafter.facts.head.speakers import speaker_told
from drafter.facts.people.names import is_name, is_whole, may_begin_name
from drafter.facts.people.persons import find_persons, known_surname, last_words_of_post, whole_posts
from drafter.facts.sheet import Person, Place, Speaker, Words

_SPEAKS = re.compile("讲|致辞|致词|报告|动员|述职|谈话?$")
_POST = re.compile(r"[\u4e00-\u9fff、]{0,16}" + POST_END)


class Spoken:
    """The speaker as far as he is known, and his minutes."""

    def __init__(self) -> None:
        self.speaker: Person | None = None
        self.minutes: int | None = None
        self.minutes_said: Words | None = None
        self.characters: int | None = None

    def is_named(self) -> bool:
        """Whether more than his surname or his post is known."""
        return self.speaker is not None and is_whole(self.speaker.name)

    def is_timed(self) -> bool:
        """Whether both his minutes and his characters are known."""
        return bool(self.minutes and self.characters)

    def take(self, clause: Clause) -> None:
        """Take the speaker that a clause tells, or his post alone: 市长要讲."""
        persons = _written_for(clause) or find_persons(clause.text, clause.line, clause.start)
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
        elif self.speaker is None and (post := _POST.search(_behind_name(clause.text))):
            text = last_words_of_post(post[0])
            surname = known_surname(text)
            self.speaker = Person(surname, (text.removeprefix(surname),), clause.place, text)

    def complete(self, person: Person) -> None:
        """Take the full name of the speaker where only his surname or post is known."""
        known = self.speaker
        if known is None:
            self.speaker = person
        elif not is_whole(known.name) and person.name.startswith(known.name):
            same = any(a.endswith(b) or b.endswith(a) for a in known.posts for b in person.posts)
            if same:
                posts = max(known.posts, person.posts, key=lambda found: len("".join(found)))
                self.speaker = Person(person.name, posts, person.place, person.text)

    def complete_or_take(self, clause: Clause) -> None:
        """Take whoever a clause names first for the speaker whose minutes stand behind it."""
        if persons := find_persons(clause.text, clause.line, clause.start):
            self.complete(persons[0])
        else:
            self.take(clause)

    def complete_by_step(self, clause: Clause) -> None:
        """Take the name of the speaker from a step, and how long he speaks: 仝矿长讲（12分钟）."""
        if not _SPEAKS.search(clause.text):
            return
        if self.speaker is not None and (whole := whole_name(clause, self.speaker)):
            # 然后万书记讲（万和平，镇党委书记）
            self.complete(whole)
        for person in find_persons(clause.text, clause.line, clause.start):
            self.complete(person)
            if self.speaker is not None and self.speaker.name.startswith(person.name):
                self.take_minutes(clause)

    def tells_more(self, clause: Clause) -> bool:
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
        elif known is not None and not is_whole(known.name) and (persons := self._alone(clause)):
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

    def take_minutes(self, clause: Clause) -> None:
        """Take the minutes that a clause gives the speaker: 总裁滕若海讲话（12分钟）."""
        words = Words(clause.text, clause.place, clause.text)
        found = None if tells_of_others(clause.text) else minutes_in(clause.text)
        if found and self.minutes is None:
            self.minutes, self.minutes_said = found, words
        characters = characters_in(clause.text)
        if characters and self.characters is None:
            self.characters = characters
            self.minutes_said = self.minutes_said or words

    def told(self) -> Speaker:
        """Return the speaker as read; empty where the sheet names none."""
        person = self.speaker or Person("", (), Place(0, 0, 0))
        minutes, characters = self.minutes, self.characters
        if minutes is None and characters:
            minutes = round(characters / CHARACTERS_A_MINUTE)
        place = person.place if self.speaker else None
        return Speaker(person.name, person.posts, person.text, place, minutes, self.minutes_said, characters)


def _behind_name(text: str) -> str:
    """Return what stands behind the name of the meeting in 明天的夜市管理会主任要讲15分钟."""
    at = SPEAKS_AT.search(text)
    return text[at.end(1) :] if at else text


# 请韩主任给钟校长写: who is asked stands in front of whom it is written for.
_FOR = re.compile("(?:给|替|为)[ 　]?$")


def _written_for(clause: Clause) -> list[Person]:
    """Return those of several persons of a clause for whom something is written."""
    persons = find_persons(clause.text, clause.line, clause.start)
    return [p for p in persons[1:] if _FOR.search(clause.text[: p.place.start - clause.start])]
