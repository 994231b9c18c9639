"""How facts may call those whom a wish names, and whether a text tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.around import stands
from drafter.facts.people.audiences import PEOPLE

# Words for people that say nothing of which people they are.
_ANYBODY = frozenset(("同志", "人", "员", "们", "干部", "代表", "群众", "队员", "老师", "孩子"))
# 退休职工 are not all 职工.
_OTHER_THAN = re.compile("退休|离休|退下来|青年|年轻|新来|获奖|受表彰")
# 自己报差错的护士 are not all 护士.
_WHO_DID = re.compile("[一-鿿]{4}的[一-鿿]+$")
# How a sheet may call them otherwise.
_ALSO_CALLED = (
    (re.compile("退.*同志|退休"), ("退休干部", "退休职工", "退休教师")),
    (re.compile("年轻人|青年"), ("青年", "青工")),
)


def names_of(who: str) -> Iterator[str]:
    """Yield how facts may call those whom a wish names: 夜班护士 as 护士, 退下来的同志 as 退休干部."""
    group = re.sub("(?<=..)的?(?:同志|成员|弟兄|姐妹|们)+$", "", who)
    yield from (part for part in re.split("[和、]", group) if len(part) > 1)
    yield from re.findall("^[一-鿿]{2,4}的(?=.)", group)
    yield from (m[0] for m in re.finditer(r"\d+户", who))
    if len(body := re.sub(r"\d+[个名位]?人?$", "", who)) > 1:
        yield body
    yield from (m[0] for m in re.finditer("[一-鿿]{1,2}工(?=们|$)", who))
    some = _OTHER_THAN.search(who) or _WHO_DID.search(who)
    for people in () if some else PEOPLE.finditer(who):
        if (name := people[0].removesuffix("们")) and name not in _ANYBODY:
            yield name
    yield from (name for regex, names in _ALSO_CALLED if regex.search(who) for name in names)


_NUMBER = r"\d[\d.万多]*[个名位]?"
AT_FRONT = re.compile(rf"^(?:全[一-鿿]|今年|这些|去年|{_NUMBER})?[一-鿿]{{0,3}}\Z")
# 帮厨每天26人, for 帮厨的阿姨; 客服中心46人, for 客服的姑娘们
_SO_MANY = re.compile(r"[一-鿿]{0,3}\d+[个名位]?人")
# 在外务工的社员342人
_OF_SUCH = re.compile(r"^[一-鿿]{2,5}的\Z")
_EARLY = re.compile(r"^(?:[^，]{2,6}(?:时候|期间|那阵)，)?[^，]{0,14}\Z")
_COUNTED = re.compile(rf"{_NUMBER}[一-鿿]{{0,2}}\Z")
# Who is counted behind others is no more than one of several: 寄宿生868人，宿管12人.
_FIRST_COUNTS = re.compile(r"(?:[^，\d]*，)*[^，]*")
_COUNT = re.compile(f"(?:有|共)?{_NUMBER}")


def tells_of(names: Sequence[str], text: str, anywhere: bool) -> bool:
    """Whether a statement tells of people: they stand in front, or are counted ``anywhere`` in it."""
    for name in names:
        # 新工人 are not all 工人, nor is 一名工人.
        text = re.sub(f"新{re.escape(name)}|(?<![0-9])[一1][名位个][一-鿿]{{0,4}}{re.escape(name)}", "", text)
        if stands(name, text, front=AT_FRONT) or (name.endswith("户") and stands(name, text, front=_EARLY)):
            return True
        if name.endswith("的") and stands(name[:-1], text, _SO_MANY, AT_FRONT):
            return True
        if stands(name, text, _COUNT, _OF_SUCH):
            return True
        first = _FIRST_COUNTS.match(text)
        if anywhere and first and (stands(name, first[0], front=_COUNTED) or stands(name, first[0], _COUNT)):
            return True
    return False
