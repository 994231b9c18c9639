"""Forms of what a fact lacks, in its own words: where nobody was, who is not reached."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.templating.compose.forms.derived import FormSet
from drafter.templating.compose.plan.statement import Statement

# 那会儿值守点上没人; 家里没人 is nobody's fault.
_NOBODY = re.compile(
    "(?:那会儿|当时|那时候?|结果|后来|可是?|但是?|事后|而且|就是)?(?P<where>[一-鿿]{1,8}[上里点室处岗台口门])没人"
)
_NO_POST = re.compile("白天|[晚夜]|家里|[一两三四五六七八九十几半谁]")

_UNIT = "户家人名位处个条项件座台份栋辆本所间块盏"
PEOPLE = ("人", "名", "位")
# One alone is not told apart: 8个断面有1个没达标.
_SEVERAL = f"(?P<n>(?!1[{_UNIT}])\\d+(?P<unit>[{_UNIT}]))"
_UNMET = re.compile(f"(?P<which>[没未][一-鿿]{{1,7}}?的)(?:还有|还剩|有|是)?{_SEVERAL}(?![一-鿿])")
_UNMET_LAST = re.compile(f"(?:还有|还剩|剩下?|有){_SEVERAL}(?P<which>[没未](?!有)[一-鿿]{{1,4}})$")
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


def add_nobody(forms: FormSet, statement: Statement) -> None:
    """Add that nobody was where somebody is to be: 值守点上没人."""
    for clause in (c for fact in statement.facts for c in _CLAUSES.split(fact.text)):
        match = _NOBODY.fullmatch(clause)
        if match and not _NO_POST.search(match["where"]):
            forms.words.setdefault("nobody", f"{match['where']}没人")


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
