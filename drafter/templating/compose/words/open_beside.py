"""What is open right behind a fact, told in its own sentence: 6月15日前划完，划【个数】个."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.blanks import is_hushed as tells_hush
from drafter.facts.missing.question import question_in
from drafter.facts.missing.stories import those_not_yet
from drafter.facts.sheet import Blank, Fact, FactType, IntentKind
from drafter.templating.compose.composition import blank_mark
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.unsettled import may_be_named

_ASKED = re.compile("谁来|谁|哪一?[天家个里位]|哪|多少|几|什么时候|什么时间|怎么[\u4e00-\u9fff]{0,2}")


def open_beside(fact: Fact, material: Material) -> str:
    """Return the clauses with a blank, each behind a comma, for what is open right behind a fact."""
    said = ""
    for blank in material.blanks:
        question = question_in(blank.text) if is_told_beside(blank, fact, material) else None
        if question is not None:
            said += f"，{question.said(blank_mark(question.label(fact.topic), fact.id))}{who_lacks(blank)}"
    return said


def who_lacks(blank: Blank) -> str:
    """Return the clause, behind a comma, that tells how many have not yet told what is open."""
    return f"，{lacking}" if (lacking := those_not_yet(blank.text)) else ""


def is_told_beside(blank: Blank, fact: Fact, material: Material) -> bool:
    """Whether what is open has no subject of its own and goes on with the sentence of a fact."""
    question = question_in(blank.text) if blank.about[-1:] == (fact.id,) else None
    of_unit = blank.what.endswith("计量单位")
    asked_for = fact.type is FactType.REQUEST
    if question is None or of_unit or asked_for or not question.leans or is_hushed(blank, material):
        return False
    return may_be_named(blank, material.intents)


# What the reader calls whoever is asked for: 责任 is no word of the sheet.
_MADE = re.compile("(?:包保)?责任人$")


# 不点社区 spares the name of one of them, and no other that is called so.
_CLASS = re.compile("(?:哪|是)*[几个家]*(?:社区|乡镇|街道|学校|单位|企业|公司|部门|科室|班组|车间|小区|医院)")


def is_hushed(blank: Blank, material: Material) -> bool:
    """Whether the leader does not want said what is missing: 扣多少还在测算，别写数."""
    kinds = (IntentKind.FORBID, IntentKind.AVOID)
    wishes = [i for i in material.intents if i.kind in kinds]
    cores = [_ASKED.sub("", word).strip("的") for i in wishes for word in i.words if _ASKED.search(word)]
    # 不说补贴多少 closes 种粮补贴每亩多少; 税收没算出来，不提 closes itself.
    spared = [w for i in material.intents if i.kind is IntentKind.NO_NAME for w in i.words]
    if any(len(word) > 1 and word in blank.text and not _CLASS.fullmatch(word) for word in spared):
        return True
    if tells_hush(blank.text) or any(len(c) > 1 and c in blank.what for c in cores):
        return True
    return any(
        set(i.about) & set(blank.about)
        or i.text.startswith(f"{blank.what}：")
        or any(_is_about(w, f"{_MADE.sub('', blank.what)}，{blank.text}") for w in _matters(i.words))
        for i in wishes
    )


def _matters(words: Sequence[str]) -> list[str]:
    """Return what wishes are about, without what they ask of it: 赔多少 as 赔 names nothing."""
    return [bare for word in words if len(bare := _ASKED.sub("", word)) > 1]


def _is_about(word: str, text: str) -> bool:
    """Whether what is missing is what a wish names, in half its words or more: 扣绩效 for 扣多少绩效."""
    pairs = pairs_in(word)
    return word in text or sum(pair in text for pair in pairs) * 2 >= len(pairs) > 1
