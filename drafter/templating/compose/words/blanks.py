"""What a sheet lacks, said as a sentence with a blank in the place of what is asked."""

from __future__ import annotations

import re

from drafter.facts.cut.around import stands
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.asked import asked_in_place, name_of_which, which_with_blank
from drafter.facts.missing.blank_names import (
    is_named,
    names_nothing,
    plainly_open,
    said_with_blank,
    short_name,
    told_with_blank,
)
from drafter.facts.sheet import Blank, IntentKind
from drafter.templating.compose.composition import bare, blank_mark
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statements import Statement

LONGEST_NOUN = 6
_PLAIN_NOUNS = ("电话", "人数", "名单", "时间", "日期", "金额", "地点", "标准", "办法")
_NO_BLANK = re.compile("单位|计量|按.按|发言稿|讲稿|稿子|材料|出处|原文|核实|姓名|名字|全名")
_NOT_TO_SAY = re.compile(
    "(?:^|[，,；;])(?:先|就|都|也|暂时)*(?:不|别|莫)(?:要)?(?:说|讲|提|报|写|念)(?:数|了|它)?$"
)
_ASKED = re.compile("谁来|谁|哪一?[天家个里位]|哪|多少|几|什么时候|什么时间|怎么[\u4e00-\u9fff]{0,2}")


def blank_clause(blank: Blank, statement: Statement | None, material: Material) -> str:
    """Return a sentence with a blank in the place of what is asked; "" where none is to be said.

    城东泵站包保责任人: 城东泵站的包保责任人是【城东泵站包保责任人】.
    """
    what = re.sub("[还也都]?(?:不知道|说不准|没准)?$", "", blank.what.strip().split("，")[0])
    what = re.sub("^(.*?)(?:什么时候|什么时间|何时|几月)(.{2,})$", r"\1\2的时间", what)
    if re.match("没|无|未", what) or _NO_BLANK.search(blank.text) or what.endswith("计量单位"):
        return ""
    if _is_hushed(blank, material):
        return f"{what}还在测算，今天不报数。" if "测算" in blank.text else ""
    if statement is not None and _is_said(blank, what, statement):
        return ""
    if plain := plainly_open(blank.text):
        return plain
    mark = blank_mark(short_name(name_of_which(what)), blank.about[0] if blank.about else "")
    told = asked_in_place(blank.text, mark) or told_with_blank(blank.text, mark)
    stated = bare(statement.words) if statement is not None else ""
    return told or which_with_blank(what, mark) or _filled(what, mark, stated)


def _filled(what: str, mark: str, stated: str) -> str:
    """Return what is missing as a sentence with its blank; ``stated`` are the words in front of it."""
    if said := said_with_blank(what, mark, stated):
        return said
    asked = _ASKED.search(what)
    if asked is None:
        noun = len(what) > 2 or what in _PLAIN_NOUNS
        # A long phrase is no noun of which something is.
        is_ = "是" if is_named(what) or len(what) <= LONGEST_NOUN else "，"
        return f"{what}{is_}{mark}。" if noun and not names_nothing(what) else ""
    if asked[0] == what == "谁":
        return f"这件事由{mark}负责。"
    if asked[0] == what or what.startswith("怎么"):
        return f"{what}，{mark}。"
    before, after = what[: asked.start()], what[asked.end() :]
    if "、" in after and _ASKED.search(after):
        # 开几场、哪天开 asks for more than one thing.
        return f"{mark}。"
    if len(before) > 2 and before in stated:
        before = "这一处"
    if asked[0].startswith("谁"):
        return f"{before}由{mark}{after or '负责'}。"
    return f"{before}{mark}{after}。"


# What the reader calls whoever is asked for: 责任 is no word of the sheet.
_MADE = re.compile("(?:包保)?责任人$")


def _is_hushed(blank: Blank, material: Material) -> bool:
    """Whether the leader does not want said what is missing: 扣多少还在测算，别写数."""
    kinds = (IntentKind.FORBID, IntentKind.AVOID)
    wishes = [i for i in material.intents if i.kind in kinds]
    cores = [_ASKED.sub("", word).strip("的") for i in wishes for word in i.words if _ASKED.search(word)]
    # 不说补贴多少 closes 种粮补贴每亩多少; 税收没算出来，不提 closes itself.
    if _NOT_TO_SAY.search(blank.text) or any(len(c) > 1 and c in blank.what for c in cores):
        return True
    return any(
        set(i.about) & set(blank.about)
        or i.text.startswith(f"{blank.what}：")
        or any(_is_about(w, f"{_MADE.sub('', blank.what)}，{blank.text}") for w in i.words if len(w) > 1)
        for i in wishes
    )


def _is_about(word: str, text: str) -> bool:
    """Whether what is missing is what a wish names, in half its words or more: 扣绩效 for 扣多少绩效."""
    pairs = pairs_in(word)
    return word in text or sum(pair in text for pair in pairs) * 2 >= len(pairs) > 1


_NOT_YET = re.compile("[还也]?[没未]")


def _is_said(blank: Blank, what: str, statement: Statement) -> bool:
    """Whether a statement tells itself that something is missing."""
    words = "。".join(fact.text for fact in statement.facts)
    return blank.text in words or stands(what, words, _NOT_YET)
