"""The level that a speech belongs to, and the bodies that this level has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

# The places that 全 and 我 go with, each with its level.
_PLACES = "省市县区镇乡"
_OWN = re.compile(
    f"(?<![一-鿿])我(?P<place>[{_PLACES}])(?![长委])|(?<=[在是对为把让和向到给于])我(?P<after>[{_PLACES}])(?![长委])"
)
_WHOLE = re.compile(f"全(?P<place>[{_PLACES}])")
# What a speech asks of its own place only: 全县上下, 全市各级各部门.
_ADDRESSED = re.compile(
    f"全(?P<place>[{_PLACES}])(?:上下|各级|广大(?:干部|党员)|各(?:部门|单位|乡镇|镇|村)|干部群众要)"
)
# 我 and a place twice as often as the other place: the text is of the one, the other was left over.
_SURE = 2
# What others ask of their own place.
_TOLD = re.compile("要求|强调|指出|提出|部署|号召|明确")
# From above to below; who speaks for a county may well say 我省.
_RANKS = {"省": 0, "市": 1, "县": 2, "区": 2, "镇": 3, "乡": 3}
_QUOTED = re.compile("“[^“”]*”")
_NO_PLACES = ("企业", "医院", "学校", "科研院所")


def _unquoted(text: str) -> str:
    """Return ``text`` with blanks for what stands in quotation marks."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def _own_level(manuscript: Manuscript) -> str:
    """Return the place that a speech is of, by its YAML, else by its title; "" if nothing tells."""
    parameters = manuscript.parameters
    if parameters and parameters.meeting.level:
        return parameters.meeting.level if parameters.meeting.level in _PLACES else ""
    # At a meeting of the city, the speaker may be of a county.
    called = Counter(found["place"] or found["after"] for found in _OWN.finditer(manuscript.text))
    found = {one["place"] for one in _WHOLE.finditer(manuscript.title)}
    level = found.pop() if len(found) == 1 else ""
    main = called.most_common(1)
    return main[0][0] if level and main and main[0][1] > called[level] else level


@rule(
    "level-leak",
    "层级串了",
    Severity.WARNING,
    Basis.PRACTICE,
    why="县里的讲话不能部署“全市各级各部门”，“我市”“我县”也不能在一篇里都指自己。多半是套了上级的稿子没有改净。",
    bad="（全县会议）全市各级各部门要动起来。",
    good="（全县会议）全县各级各部门要动起来。",
)
def level_leak(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a speech of one level that calls another level its own, or gives it orders."""
    level = _own_level(manuscript)
    remedy = message("see whether this comes from another text")
    for number, start, end, place in _addressed(manuscript, level):
        text = message("this is not the speech of a {place}", place=place)
        yield Found(number, start, end, text, remedy)
    for number, start, end, place in _called_own(manuscript, level):
        text = message("this is not the speech of a {place}", place=place)
        is_above = bool(level) and _RANKS[place] < _RANKS[level]
        yield Found(number, start, end, text, remedy, severity=Severity.HINT if is_above else None)


def _addressed(manuscript: Manuscript, level: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield where another place than ``level`` is asked to act."""
    if not level:
        return
    for number, line in enumerate(manuscript.lines):
        for found in _ADDRESSED.finditer(_unquoted(line.text)):
            told = _TOLD.search(line.text[: found.start()].rpartition("。")[2])
            must = "要" in line.text[found.end() : found.end() + 14]
            if found["place"] != level and must and not told:
                yield number, found.start(), found.end(), found["place"]


def _called_own(manuscript: Manuscript, level: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield where the speaker calls his own what is not of the place that the rest of the text is of."""
    places = [
        (number, found.start(), found.end(), found["place"] or found["after"])
        for number, line in enumerate(manuscript.lines)
        for found in _OWN.finditer(_unquoted(line.text))
    ]
    counts = Counter(place for *_, place in places)
    if len(counts) < 2:
        return
    (main, most), *others = counts.most_common()
    if level and main != level:
        return
    others = [(place, count) for place, count in others if place != "省"]
    if most >= _SURE * sum(count for _, count in others):
        yield from (one for one in places if one[3] not in (main, "省"))


_FOREIGN = re.compile(
    f"全[{_PLACES}](?:上下|各级)|各级党委[、]?政府|各乡镇|各县(?:（市、区）|市区|区|、)|(?<![一-鿿])我[{_PLACES}]要"
)


@rule(
    "body-leak",
    "单位讲话用了地方的话",
    Severity.WARNING,
    Basis.PRACTICE,
    why="企业、学校、医院管不着“全县上下”“各乡镇”“各级党委、政府”。留着这些话，一听就是从政府的稿子上抄来的。",
    bad="（公司会议）各乡镇要把任务分下去。",
    good="（公司会议）各车间要把任务分下去。",
)
def body_leak(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an order to places and governments in a speech that the YAML says is of a firm or a school."""
    parameters = manuscript.parameters
    if parameters is None or parameters.meeting.level not in _NO_PLACES:
        return
    for number, line in enumerate(manuscript.lines):
        for found in _FOREIGN.finditer(line.text):
            if "要" in line.text[found.start() : found.end() + 14]:
                text = message("“{words}” is not for such a body to command", words=found[0])
                yield Found(
                    number,
                    found.start(),
                    found.end(),
                    text,
                    message("see whether this comes from another text"),
                )


_MISMATCH = re.compile("(?<![省市县区治])(?P<party>[省市县区])委、(?!(?P=party))[省市县区]政府")
_NO_SUCH = re.compile(
    "(?:[省市县区]政府|[省市县区]人大|[省市县区]政协)党委(?!书记会|会|组织|办)|[省市县区]委党组(?!织|成员)|街道政府|(?<=[，。、；：各我本由])村政府|^村政府|社区政府|街道人民政府"
)


@rule(
    "wrong-party-body",
    "党政机构叫错",
    Severity.ERROR,
    Basis.PRACTICE,
    why="同级党委、政府并提，层级要一样；政府、人大、政协里设党组，不设党委；街道是党工委、办事处，村和社区没有政府。",
    bad="县委、市政府高度重视。",
    good="县委、县政府高度重视。",
)
def wrong_party_body(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a party body beside a government of another level, and bodies that do not exist."""
    for number, line in enumerate(manuscript.lines):
        for found in _MISMATCH.finditer(line.text):
            text = message("“{words}” are not of one level", words=found[0])
            yield Found(number, found.start(), found.end(), text, message("check what the bodies are called"))
        for found in _NO_SUCH.finditer(line.text):
            text = message("there is no “{words}”", words=found[0])
            yield Found(number, found.start(), found.end(), text, message("check what the bodies are called"))
