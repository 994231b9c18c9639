"""Lists in which some are to stay unnamed: 桐河镇52%、岭底乡49% as 桐河镇52%、另一个乡49%."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import counted

# What a place or body is, behind its name.
SORT = "街道|社区|小区|镇|乡|村|县|区|公司|学校|小学|中学|幼儿园|医院|车间|工区|厂|矿|站|所|队|科|组"
_NUMBERED = re.compile(r"\d{1,3}(?:路|号[一-鿿]{1,2}|线|班)")
# 后进村, 薄弱学校: what they are like is no name.
_DESCRIBES = re.compile(
    "[后先]进|落后|重点|薄弱|试点|最[一-鿿]|问题|涉事|[有相]关|当事|[哪那这某]|几|我们|咱"
)
# 桐河镇52%, 17路占4起
_ITEM = re.compile(
    r"(?P<name>[^\d]{0,12}?|\d{1,3}[^\d]{1,3}?)(?P<verb>占|有|是|只有)?(?P<figure>\d[\d.]*(?:%|[万亿]?[一-鿿])?)"
)
_STOPS = "：。；"


def whole_names(names: Collection[str], text: str) -> Iterator[str]:
    """Yield the names as a text has them, each with its sort: 岭底乡 for 岭底, 17路 as it is."""
    for name in names:
        if _NUMBERED.fullmatch(name) and name in text:
            yield name
        elif len(name) > 1 and not _DESCRIBES.search(name):
            # 外委队伍 has no 外委队 in it.
            yield from re.findall(rf"{re.escape(name)}(?:{SORT})(?![伍员])", text)


def without_listed(text: str, names: Collection[str]) -> str:
    """Return a text in which those of a list that have one of these names are only counted."""
    # 垃圾点 is a sort of things, and nobody's name.
    known = {name for name in names if re.fullmatch(f".{{1,12}}(?:{SORT})", name)}
    called = sorted({*whole_names(names, text), *known}, key=len, reverse=True)
    if not any(name in text for name in called):
        return text
    one = f"(?:{'|'.join(map(re.escape, called))})"
    # 岭底乡和鲁庄镇, but not 安和小学
    text = re.sub(f"和(?={one})", "、", re.sub(f"(?<=[、：，])({one})和|^({one})和", r"\1\2、", text))
    parts = re.split("(?<=[：。；])", text)
    return "".join(_told(part, re.compile(one)) for part in parts)


# 后塘、杨家坡三个村
_REST, _SO_MANY = (
    "(?P<rest>(?:[、和][一-鿿]{1,6}?){0,8}?)等?",
    "(?P<n>[两三四五六七八九十\\d]{1,3}[个家所](?=[村镇乡街社小学公单部科班]))",
)


def without_some_of(text: str, names: Collection[str]) -> str:
    """Return 多在沙岭、后塘、杨家坡三个村 as 多在后塘、杨家坡等三个村: the number stays that of all."""
    for name in sorted(names):
        bare = re.sub(f"(?<=..)(?:{SORT})$", "", name)
        if len(bare) > 1 and bare in text and "、" in text:
            front = f"{re.escape(bare)}[、和](?P<first>[一-鿿]{{1,6}}?){_REST}{_SO_MANY}"
            text = re.sub(front, r"\g<first>\g<rest>等\g<n>", text)
            text = re.sub(f"[、和]{re.escape(bare)}{_REST}{_SO_MANY}", r"\g<rest>等\g<n>", text)
    return text


def _told(part: str, one: re.Pattern[str]) -> str:
    """Return a sentence, or what stands behind a colon, with those of its list only counted."""
    end = part[-1:] if part[-1:] in _STOPS else ""
    items = re.split("[、，]", part.removesuffix(end))
    told = [(n, m) for n, item in enumerate(items) if (m := _ITEM.fullmatch(item))]
    spared = [m for _n, m in told if one.fullmatch(m["name"])]
    if not spared or len(told) < 2:
        clauses = part.removesuffix(end).split("，")
        return "，".join(_without_names(clause, one) for clause in clauses) + end
    named = [items[n] for n, m in told if m not in spared]
    front, behind = items[: told[0][0]], items[told[-1][0] + 1 :]
    listed = "、".join((*named, _other(spared[0]))) if named and len(spared) == 1 else ""
    listed = listed or "，".join(filter(None, ("、".join(named), _others(spared, bool(named)))))
    return "，".join((*front, listed, *behind)) + end


def _other(item: re.Match[str]) -> str:
    """Return the one of a list who stays unnamed, by what he is, with his figure: 另一个乡2个."""
    sort = re.search(f"(?:{SORT})$", item["name"])
    return f"另一个{sort[0] if sort else ''}{item['verb'] or ('' if sort else '是')}{item['figure']}"


def _others(spared: Sequence[re.Match[str]], named: bool) -> str:
    """Return the figures of those who stay unnamed, behind others who are ``named``."""
    figures = [f"{item['verb'] or ''}{item['figure']}" for item in spared]
    if not named:
        return "、".join(f"一个{figure}" for figure in figures)
    return f"{_so_many(len(figures))}{'' if spared[0]['verb'] else '是'}{'、'.join(figures)}"


def _so_many(number: int) -> str:
    return f"另外{counted(number)}个" if number > 1 else "另一个"


def _without_names(clause: str, one: re.Pattern[str]) -> str:
    """Return a clause that begins with names, those spared told as so many others: 安和小学和另外两个."""
    *items, last = clause.split("、")
    named = [item for item in items if not one.fullmatch(item)]
    ends = one.match(last)
    many = len(items) - len(named) + bool(ends)
    if not items or not many or not (named or not ends):
        return clause
    if ends:
        return f"{'、'.join(named)}和{_so_many(many)}{last[ends.end() :]}"
    return "、".join((*named, _so_many(many), last))


# What a number in front of these calls: 7号楼 is one of the buildings, 17路 one of the lines.
_CALLED = (("路", "一条线路"), ("线", "一条线"), ("楼", "一栋楼"), ("班", "一个班"))


def without_number(text: str, names: Collection[str]) -> str:
    """Return a text in which what is called by a number, and is to stay unnamed, is one of its sort."""
    for name in (each for each in names if _NUMBERED.fullmatch(each) and each in text):
        one = next((one for end, one in _CALLED if name.endswith(end)), f"一个{name[-1]}")
        text = re.sub(rf"(?:^|(?<=[，。；]))(?<!\d){name}", f"有{one}", text)
        text = re.sub(rf"(?<!\d){name}", one, text)
    return text
