"""What is left of a fact where somebody is to stay unnamed."""

from __future__ import annotations

import re

from drafter.facts.around import replaced
from drafter.facts.cues import alternatives
from drafter.facts.sheet import Fact
from drafter.templating.compose.material import Material

_BY = re.compile(r"，由?\Z")
_HELD_BY = re.compile("(?:负责|牵头|主办|承办|管|抓|办|落实|盯|配合)(?=，|$)")
_CALLED, _OF_HIM = re.compile(r"(?:名叫|叫做?|名为)\Z"), re.compile("的?")
_BODY_ACTS = re.compile("([镇乡村区局厂矿校站]|街道|社区|公司)?(?=[把将没不有在被])")


# 民政办主任，4名去世老人的补贴领了17个月: the post that is left is somebody.
_IS_SOMEBODY = re.compile(
    "原?[一-鿿]{0,8}(?:[主副]任|[站所队科股院校]长|书记|经理|会计|出纳|科员|干部|民警)，"
)


def unnamed(fact: Fact, text: str, material: Material) -> str:
    """Return the text without the name that is spared in this fact, or in all."""
    # 当班班长 without 班长 is nobody; a post alone is no name.
    named = fact.who and not re.fullmatch(alternatives("post"), fact.who)
    names = {fact.who} if fact.named is False and named else set()
    for name in sorted(names | set(material.spared_names)):
        if name in text:
            # 后勤科管: a clause that only tells who has it in hand goes as a whole.
            text = replaced(name, text, "", _HELD_BY, _BY)
            # 有个叫向小禾的女生 is 有个女生.
            text = replaced(name, text, "", _OF_HIM, _CALLED)
            text = _somewhere(name, text)
            # 白杨镇把钥匙锁了: who did it is left unnamed, and the sentence keeps its subject.
            body = _BODY_ACTS.match(text, len(name)) if text.startswith(name) else None
            where = (
                f"有个{body[1] or name[-1]}" if body and (body[1] or name[-1] in "镇乡村区局厂矿校站") else ""
            )
            text = where + text[body.end() :] if body and where else text
            text = text.replace(name, "").lstrip("：:，, 的") or text
            text = f"有一名{text}" if _IS_SOMEBODY.match(text) else text
    return text


# What a place or body is; it stays where its name is left out.
_SORT = "街道|社区|镇|乡|村|公司|学校|医院"
_OF_A_SORT = re.compile(f"(?={_SORT})")
_PLACED = re.compile(r"(?<=在)\Z")


def _somewhere(name: str, text: str) -> str:
    """Return 都在东桥街道 as 都在一个街道: 都在街道 would tell of all of them, or of the road."""
    own = re.sub(f"(?:{_SORT})$", "", name)
    return replaced(own, text, "一个", _OF_A_SORT, _PLACED) if own else text
