"""Forms of what a fact lacks, in its own words: what was not there, who is not reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.templating.compose.derived import FormSet
from drafter.templating.compose.statements import Statement

# 值守点上没人, 喇叭平时没人试, 护罩拆了没装回去.
_LACK = re.compile(
    "(?P<front>[一-鿿]{2,9}?|[电水路气网钱车证牌灯门])(?:也|都|却|一直)?"
    "没(?P<has>有)?(?P<what>人[一-鿿]{0,3}|[一-鿿]{1,4})"
)
_BY_THE_WAY = re.compile("^(?:那会儿|当时|那时候?|结果|后来|可是?|但是?|事后|而且|就是)")
# Of 3个组喇叭 the thing stands behind whose it is.
_WHOSE = re.compile(r"^.*[\d两]个?[组村户台处家座名人班](?=[一-鿿]{2})")
_NO_THING = re.compile(
    "[一二两三四五六七八九十几半谁]|我们|自己|大家|[些次回趟里还]$|多数|大部分|原样|[超到按逾]期|从来"
    "|幸好|幸亏|好在|万幸|白天|[晚夜]|家里"
)
# A time is no thing: 到现在没人修.
_SINCE = re.compile("(?:现在|今天|至今|目前|眼下|以来|[天月年周]|时候|后)$")
# What did not happen is no lack where it is as well so, or where it only waits to be decided or told.
_WELL_SO = re.compile(
    "(?:人员?)?[受轻重]?[伤死亡]|出[事现]|发生|事|问题|意见|关系|办?法|想到|少|白|停|断过|变|什么|影响|资格|[这那]"
    "|[准定批报说写讲提给发核算]|下来|到期|过来|回[话音复]|人员|有|多[少久]"
)
# 没到就签了 tells a story of its own.
_STORY = re.compile("[了就]|过(?=.)")
# What one has, where 没 stands for 没有: 没证.
_THING = re.compile("[证水电钱货底图]|信号|规矩|制度|办法|记录|台账|压力|预案")
# What stands behind a lack and only tells what came of it.
_CAME_OF_IT = re.compile("靠|只好|只能|照样|被|结果|就")
_PLACE = re.compile("[上里点室处岗台口门]没人$")

_UNIT = "户家人名位处个条项件座台份栋辆本所间块盏"
PEOPLE = ("人", "名", "位")
_UNMET = re.compile(
    f"(?P<which>[没未][一-鿿]{{1,7}}?的)(?:还有|还剩|有|是)?(?P<n>\\d+(?P<unit>[{_UNIT}]))(?![一-鿿])"
)
_UNMET_LAST = re.compile(
    f"(?:还有|还剩|剩下?|有)(?P<n>\\d+(?P<unit>[{_UNIT}]))(?P<which>[没未](?!有)[一-鿿]{{1,4}})$"
)
# What has not come yet, and what is just not there: 没水的4个.
_NOT_DUE = re.compile("[没未](?:有?[报说定写批满发]|到期|成年|婚|有?[人水电钱货证气]的?$)")
# Somebody goes to them: who is not reached is not found, or was not looked for.
_GONE_TO = re.compile("[访见找]|联系|通知|上门|随访|入户|筛查|体检|接种|到场|培训")
_CLAUSES = re.compile("[，；。：]")
# What stands on paper, where something else in the same words is not so: 记录本上天天有签名.
_ON_PAPER = re.compile(
    "(?:记录|台账|登记|巡查本|日志|[表账册]上)[^，；。]{0,6}(?:有签名|有人签|写着|写的?是|写了|都有|齐全|正常|打[了着]?勾|满满)"
)
_NOT_SO = re.compile("没(?!有?(?:[伤死]|出事))|其实|实际|实打|空着")


def add_lack(forms: FormSet, statement: Statement) -> None:
    """Add what was not there or not done, and how it would have been: 名单没换, 名单要是换了."""
    for clause, match in _lacks(statement):
        forms.words.setdefault("lack", clause)
        if not _SINCE.search(match["front"]) and "有人" not in match["front"]:
            forms.words.setdefault("would", _would(match))
        if _PLACE.search(clause):
            forms.words.setdefault("nobody", clause)


def _lacks(statement: Statement) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the clauses of a statement that tell of a lack, with whose it is left out."""
    who = statement.head.who
    for sentence in (part for fact in statement.facts for part in re.split("[。；]", fact.text)):
        clauses = [clause.removeprefix(who) for clause in sentence.split("，")]
        for full, after in zip(clauses, [*clauses[1:], "就"], strict=True):
            clause = _WHOSE.sub("", _BY_THE_WAY.sub("", full))
            match = _LACK.fullmatch(clause)
            if match is None or _NO_THING.search(match["front"]):
                continue
            what = match["what"]
            # 手术没做完，字先签了: what was not yet done is no lack.
            tells = what.startswith("人") or _CAME_OF_IT.match(after)
            if tells and not (_WELL_SO.match(what) or _STORY.search(what)):
                yield clause, match


def _would(match: re.Match[str]) -> str:
    """Return what was lacking as if it had been there."""
    what = match["what"]
    if match["has"] or what.startswith("人") or _THING.fullmatch(what):
        return f"{match['front']}要是有{what}"
    return f"{match['front']}要是{what}{'' if what[-1] in '了过' else '了'}"


def add_unmet(forms: FormSet, statement: Statement) -> None:
    """Add who is not reached, or what is not done yet: 没访到的486户."""
    for clause in (c for fact in statement.facts for c in _CLAUSES.split(fact.text)):
        match = _UNMET.search(clause) or _UNMET_LAST.search(clause)
        if match is None or _NOT_DUE.match(match["which"]):
            continue
        which = match["which"] if match["which"].endswith("的") else f"{match['which']}的"
        if _GONE_TO.search(which):
            forms.words.setdefault("unfound", f"{which}{match['n']}")
        elif match["unit"] not in (*PEOPLE, "户"):
            forms.words.setdefault("unmet", f"{which}{match['n']}")


def add_on_paper(forms: FormSet, statement: Statement) -> None:
    """Add what stands on paper and is not so: 巡查记录本上天天有签名."""
    clauses = [c for fact in statement.facts for c in _CLAUSES.split(fact.text)]
    paper = next((c for c in clauses if _ON_PAPER.search(c)), "")
    if paper and any(_NOT_SO.search(c) for c in clauses if c != paper):
        forms.words["paper"] = paper
