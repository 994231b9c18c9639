"""A fact without the names that the leader spares."""

from __future__ import annotations

from collections.abc import Collection

from drafter.facts import patterns as re
from drafter.facts.cut.around import ANYTHING, replaced
from drafter.facts.cut.cues import alternatives
from drafter.facts.figures.numbers import counted
from drafter.facts.sheet import Fact, FactType, IntentKind
from drafter.facts.wishes.wish_facts import owned_up_in
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.spared import TRADE, has_no_name
from drafter.templating.compose.wishes.unnamed_bodies import stand_in, with_stand_in
from drafter.templating.compose.wishes.unnamed_lists import without_listed, without_number, without_some_of

_BY = re.compile(r"，由?\Z")
_HELD_BY = re.compile("(?:负责|牵头|主办|承办|管|抓|办|落实|盯|配合)(?=，|$)")
_CALLED, _OF_HIM = re.compile(r"(?:名叫|叫做?|名为)\Z"), re.compile("的?")
_SOME_OF_HIS = re.compile(r"的(?=\d)")
_BY_SURNAME = re.compile("[的，]")
_DOES_BADLY, _FIRST = re.compile("(?=[也都还]?(?:[慢差拖]|没|不[^过同]|落后))"), re.compile(r"^\Z")
_BODY_ACTS = re.compile("([镇乡村区局厂矿校站]|街道|社区|公司)?(?=[把将没不有在被])")


# 民政办主任，4名去世老人的补贴领了17个月: the post that is left is somebody.
_IS_SOMEBODY = re.compile(
    "(?!另?一[个名位]是)原?[一-鿿]{0,8}(?:[主副]任|[站所队科股院校]长|书记|经理|会计|出纳|科员|干部|民警)，"
)


# Whoever has owned up stays unnamed in what tells how things are.
_AS_THINGS_ARE = (
    FactType.PROBLEM, FactType.CAUSE, FactType.CASE, FactType.SITUATION, FactType.PROGRESS,
    FactType.ACHIEVEMENT,
)  # fmt: skip


def unnamed(fact: Fact, text: str, material: Material) -> str:
    """Return the text without the name that is spared in this fact, or in all."""
    # 当班班长 without 班长 is nobody; a post alone is no name.
    sort = re.fullmatch(f"{alternatives('post')}|{_SORT}|{_SORT_AT_WORK}", fact.who)
    named = fact.who and not sort and not has_no_name(fact.who)
    names = {fact.who} if fact.named is False and named else set()
    if fact.type in _AS_THINGS_ARE:
        names |= {who for i in material.intents if (who := owned_up_in(i.text))}
    spared = names | set(material.spared_names) | _wished(material)
    if fact.type is not FactType.DUTY:
        # Who leads and who helps is no list of those who did badly.
        text = without_listed(without_some_of(_counted(text, spared), spared), spared)
    elif _HELD_IN_HAND.search(text):
        # 白溪乡、黄坪乡由副馆长包
        text = _counted(text, spared)
    text = without_number(text, spared)
    for name in sorted(names | set(material.spared_names)):
        if name in text:
            # 后勤科管: a clause that only tells who has it in hand goes as a whole.
            text = replaced(name, text, "", _HELD_BY, _BY)
            # 有个叫向小禾的女生 is 有个女生.
            text = replaced(name, text, "", _OF_HIM, _CALLED)
            # 有个姓祁的老师傅; 出纳，姓邰，挪用.
            text = replaced(name, text, "", _BY_SURNAME) if name.startswith("姓") else text
            # 141件办完，城西所的58件派人去帮: they are some of all.
            text = replaced(name, text, "其中", _SOME_OF_HIS, _BEGINS)
            text = _somewhere(name, text)
            # 白杨镇把钥匙锁了: who did it is left unnamed, and the sentence keeps its subject.
            body = _BODY_ACTS.match(text, len(name)) if text.startswith(name) else None
            where = (
                f"有个{body[1] or name[-1]}" if body and (body[1] or name[-1] in "镇乡村区局厂矿校站") else ""
            )
            text = where + text[body.end() :] if body and where else text
            # 最大一起在柏林路小学，三天传了47人
            text = re.sub(f"在{re.escape(name)}(?=，|。|$)", "", text)
            text = with_stand_in(name, text, _is_told_of(name, fact, material))
            # 沙岭慢是因为下雨: whoever does badly is one of some.
            text = replaced(name, text, "有的", _DOES_BADLY, _FIRST)
            text = text.replace(name, "").lstrip("：:，, 的") or text
            text = f"有一名{text}" if _IS_SOMEBODY.match(text) else text
    label = fact.text.partition("：")[0]
    if label in names | set(material.spared_names) and (said := stand_in(label)) and said not in text:
        # 白溪乡：三年没人管
        text = f"有{said}，{text}"
    return text


# What is in somebody's hand stands in front of him.
_HELD_IN_HAND = re.compile("^[^，。；]{2,24}?[由归]")


def _is_told_of(name: str, fact: Fact, material: Material) -> bool:
    """Whether another fact of the line has told of a body before: 这个乡由副馆长包."""
    line = (f for f in material.told_on_line_of(fact) if f.place.end <= fact.place.start)
    return any(name in other.text for other in line)


def _wished(material: Material) -> set[str]:
    """Return the names as the wishes have them, 上河 for 上河村, but those that another wish has named."""
    named = {word for i in material.wishes(IntentKind.NAME) for word in i.words}
    return {w for i in material.wishes(IntentKind.NO_NAME) for w in i.words if len(w) > 1} - named


def _counted(text: str, names: Collection[str]) -> str:
    """Return the text with names that it lists told as so many: 上河村、下河村 as 有两个村."""
    if len(names) < 2:
        return text
    one = f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?:{_SORT})?"
    if (listed := re.match(f"{one}(?:[、和]{one})+", text)) is None:
        return text
    several = re.split("[、和]", listed[0])
    sort = re.search(f"(?:{_SORT})$", several[-1])
    return f"有{counted(len(several))}个{sort[0] if sort else '地方'}{text[listed.end() :]}"


# What a place or body is; it stays where its name is left out.
_SORT_AT_WORK = "车间|班组|工地|企业|单位|部门|科室|项目"
_SORT = "街道|社区|小区|镇|乡|村|公司|学校|医院"
_OF_A_SORT = re.compile(f"(?={_SORT})")
# 来回推，柳荫里小区停热4天
_BEGINS = re.compile(r"(?<=[，；])\Z")
# 其中柳坝镇4个、东塬乡2个
_LISTED = re.compile(r"(?<=其中)\Z")
# 锦泰机械去年被查19次
_OPENS = re.compile(r"^\Z|(?<=[，；])\Z")
_ANOTHER = re.compile(r"(?<=[、和])\Z")
# What acts may stand in front of all: 有一家公司有4条路漏扫.
_AT_FRONT = re.compile(rf"^\Z|{_LISTED.pattern}")
_MEASURES = {"公司": "家", "医院": "家", "学校": "所"}
_PLACED = re.compile(r"(?<=在)\Z")


# 杜垸镇一所小学: which it is one of.
_ONE_OF_IT = re.compile("(?=一[所家个处座])")


def _somewhere(name: str, text: str) -> str:
    """Return 都在东桥街道 as 都在一个街道: 都在街道 would tell of all of them, or of the road."""
    own = re.sub(f"(?:{_SORT})$", "", name)
    if not own:
        return text
    if TRADE.match(name):
        return replaced(name, text, "有一家企业", ANYTHING, _OPENS).replace(name, "一家企业")
    text = replaced(name, text, "有", _ONE_OF_IT, _BEGINS)
    text = replaced(own, text, "有个", _OF_A_SORT, _BEGINS)
    listed = _AT_FRONT if name.removeprefix(own) in _MEASURES else _LISTED
    one = _MEASURES.get(name.removeprefix(own), "个")
    text = replaced(own, text, f"有一{one}", _OF_A_SORT, listed)
    text = replaced(own, text, f"另一{one}", _OF_A_SORT, _ANOTHER)
    return replaced(own, text, "一个", _OF_A_SORT, _PLACED)
