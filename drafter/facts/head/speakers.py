"""Who speaks, told by a clause that is nothing else: 戴主任要讲, 我叫邸国梁, 汪启舟 局党组书记、局长."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.head.fields import WILL_SPEAK
from drafter.facts.people.names import is_whole, may_begin_name, name_in_front
from drafter.facts.people.persons import find_persons, known_surname, name_and_posts, whole_posts
from drafter.facts.sheet import Person

# 我叫 邸国梁: who dictates names himself.
_I_AM = re.compile("我(?:叫|是) ?([一-鿿]{2,4})")


def speaker_told(known: Person | None, clause: Clause) -> Person | None:
    """Return the speaker whom a clause tells, or completes where he is ``known``; None where it does not."""
    return _first_told(clause) if known is None else _completed(known, clause.text)


def speaker_beside(clauses: Sequence[Clause]) -> tuple[Person, Clause] | None:
    """Return whom the first lines name beside what tells that he speaks, and the clause; None without one.

    校长 聂晓岚 9分钟 前：教导处通报, 区文化馆 讲话：区委书记 闻人杰, 给政法委员 段星河 写, 周局：局长 周启航.
    """
    for clause, follows in zip_longest(clauses, clauses[1:]):
        for person in find_persons(clause.text, clause.line, clause.start):
            front = clause.text[: person.place.start - clause.start]
            behind = clause.text[person.place.end - clause.start :]
            behind = behind or (follows.text if follows is not None else "")
            called = _SHORT_NAME.fullmatch(front)
            if (
                called
                and called[1] == person.name[0]
                or any(b.search(front) and a.match(behind) for b, a in _BESIDE)
            ):
                return person, clause
    return None


def behind_speaker(clause: Clause, person: Person) -> Clause:
    """Return what a clause tells behind who speaks, and how long: 校长 聂晓岚 9分钟 前：教导处通报."""
    told = _TIMED.match(clause.text, person.place.end - clause.start)
    end = told.end() if told else 0
    return replace(clause, text=clause.text[end:], start=clause.start + end)


_TIMED = re.compile(r"[ 　]*\d{1,2}来?分钟[ 　]+(?:(?:前面?|程序|流程|议程|会序)[：:])?")
# 周局：局长 周启航: how a leader is called, in front of his post and his name.
_SHORT_NAME = re.compile("([一-鿿])[一-鿿]{1,2}[：:]")
# What stands in front of who speaks, and behind him.
_BESIDE = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        ("^(?:讲[ 　])?$", r"[ 　]*(?:\d{1,2}来?分钟|讲(?:话|$|\d))"),
        ("(?:讲 ?话人?|致辞|主讲)[：: 　]$", ""),
        # 给分管的 卓文澜 副县长写个稿, 然后 陆敏 主任讲, 县长助理 白海涛 去讲
        (
            "(?:^|[：:，, ])(?:请?给|为|替)(?:分管的|我们|[一-鿿]{1,4}[（(])?[ 　]?$",
            "[）) 　]*(?:写|起|准备|拟|弄|备)",
        ),
        # 邵敏书记（街道党工委书记，主讲）
        ("", "[^。]{0,12}，主讲"),
        (
            "(?:^|然后|接着|最后|[由请再是])[ 　]?$",
            "[ 　]*(?:去|来|要|再|最后){0,2}(?:讲话?(?=$|[，。；（(\\d 　])|致辞)",
        ),
    )
)


def _first_told(clause: Clause) -> Person | None:
    text = clause.text
    if name_and_posts(text):
        return find_persons(text, clause.line, clause.start)[0]
    if (own := _I_AM.fullmatch(text)) and may_begin_name(own[1], 0):
        return Person(own[1], (), clause.place, text)
    if will := WILL_SPEAK.fullmatch(text):
        surname = known_surname(will["who"])
        return Person(surname, (will["who"].removeprefix(surname),), clause.place, will["who"])
    return None


def _completed(known: Person, text: str) -> Person | None:
    """Return a speaker with his posts, or with his whole name behind 戴主任 or 董事长."""
    if not known.posts and (posts := whole_posts(text)):
        return replace(known, posts=posts)
    short = not is_whole(known.name) and text.startswith(known.name)
    # 东坪村, behind 区长 alone, is where they meet.
    short = short and not any(pattern(ends).search(text) for ends in ("body-end", "venue-end"))
    return replace(known, name=text) if short and name_in_front(text, len(text)) == text else None
