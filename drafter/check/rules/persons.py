"""Who speaks, and to whom: a report on one's own duties, words of welcome, a pledge."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.genre import genre_of
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_WE = re.compile("我们")
_I = re.compile("我(?![们市县区省镇乡村校院局国党司公])")
_FEWEST = 2


@rule(
    "first-person-plural",
    "述职用“我们”",
    Severity.WARNING,
    Basis.PRACTICE,
    why="述职是一个人向组织交账，说“我”做了什么、“我”差在哪里。通篇“我们”，分不清是谁的功、谁的过。",
    bad="一年来，我们守住了堤，我们修通了渠。",
    good="一年来，我和同志们一起守住了堤，我负责修通了渠。",
)
def first_person_plural(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a report on one's own duties that says 我们 more often than 我."""
    if genre_of(manuscript) != "work-report":
        return
    together = [
        (number, found) for number, line in enumerate(manuscript.lines) for found in _WE.finditer(line.text)
    ]
    alone = len(_I.findall(manuscript.text))
    if len(together) >= _FEWEST and len(together) > alone:
        number, found = together[0]
        text = message("我们 stands {often} times, 我 {seldom} times", often=len(together), seldom=alone)
        yield Found(number, found.start(), found.end(), text, message("say what you did yourself: 我"))


_UNITS = (
    "各级各部门|各级党委、?政府|各级|各有关部门|各部门|各单位|各乡镇|各镇|各村|各科室|各车间|各学院"
    "|[市县区省]直各部门|全体干部职工|各级干部"
)
_ORDER = re.compile(
    f"(?P<who>{_UNITS}|大家)[^，。；！]{{0,10}}(?:必须|务必|不得)|(?:{_UNITS})[^，。；！的]{{0,8}}要(?!求)"
)
_REQUIREMENTS = re.compile("(?:提|讲|强调)(?:出)?[几一两三四五六]点要求")


@rule(
    "address-with-demands",
    "致辞里提要求",
    Severity.WARNING,
    Basis.PRACTICE,
    why="致辞是欢迎、祝贺、介绍，台下多是客人。提要求、下任务，主客就坐错了位置。",
    bad="（开幕式致辞）下面，我提三点要求。",
    good="（开幕式致辞）我们将全力做好服务，预祝大会圆满成功！",
)
def address_with_demands(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find orders and requirements in words of welcome."""
    if genre_of(manuscript) == "address":
        for number, line in enumerate(manuscript.lines):
            for found in (*_REQUIREMENTS.finditer(line.text), *_ORDER.finditer(line.text)):
                text = message("words of welcome give no orders")
                yield Found(
                    number,
                    found.start(),
                    found.end(),
                    text,
                    message("welcome, thank and wish; ask for nothing"),
                )


@rule(
    "pledge-for-others",
    "表态替别人派任务",
    Severity.WARNING,
    Basis.PRACTICE,
    why="表态说的是自己怎么干。刚到任就要求各部门这样那样，越了位，也伤和气。",
    bad="（任职表态）各部门必须支持配合。",
    good="（任职表态）请各位同志支持我、监督我。",
)
def pledge_for_others(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find tasks for others in a pledge upon taking office."""
    if genre_of(manuscript) == "inaugural":
        for number, line in enumerate(manuscript.lines):
            for found in _ORDER.finditer(line.text):
                yield Found(
                    number,
                    found.start(),
                    found.end(),
                    message("a pledge gives others no tasks"),
                    message("say what you will do yourself"),
                )
