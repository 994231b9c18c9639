"""Who does a task, where his name stands bare: in a clause of its own, or at the end of one behind a dash."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.people.names import ends_in_name
from drafter.facts.people.people import split_names

# Who is named bare stands in no more signs; a shorter body must be known as a whole: 物业.
LONGEST_NAMES, LEAST_BODY = 24, 2
_POSTED = re.compile(
    "^各(?![自类项种管样])[一-鿿]{1,4}$|(?:干部|专干|管家|网格员|护林员|护河员|班主任|机构|企业|医院|[一-鿿](?!地)[一-鿿]方|[楼栋片]长|经理|村医|[部科处室办队组站所][老小][一-鿿])$"
)
# Words that end as a body or a post does, and are none: 运行, 全部, 汇总; 设在办公室, 一块一个班.
_NOBODY = re.compile(
    "^(?:[再在给由请让跟]|[设放摆贴挂立]在|一[一-鿿]{1,2}一[一-鿿]|报(?!社|业|刊)|评(?!估|审|价)|[一两三][人户]|[送交发转][给至]|然后|最后|前面|后面|以后)|[了没不是归给把被]|到(?!处)|退回|上门|派(?!出所|驻)|[办开]班$|(?:汇总|[排值跟带上下换顶坐轮挑选轮替](?:[白夜早晚])?班|[带排归站]队|[进驻返离出在][厂校村县市区馆院园]|[运执进实通施推试先同举]行|(?<!安)全部|[内外局]部"
    "|[开例大班机社学都才]会|[上超夜]市|[改重]组|(?:等候|片|地|小)区|查实|[严重查惩]处|(?:谈话|约谈)$|(?:马上|立即|限期|[交督补照就再先来去代全能])办|[室科处部][一二三]校|^周[一二三四五六日天]|[闭开]馆$|旁站$|[出住入]院$|(?P<like>[厂站队村校组区乡镇])[一-鿿]{1,6}(?P=like)$|[到几这那每各一两三][处站所])$|去[跑找问要争办]|的|轮着|轮流|^每|每[周月天日]|移交|移送|前报|前交|确定|安排|选派|配备|明确|[0-9一两三四五]名"
)
# 医务科科长 路远
_NAME_AT_END = re.compile(" ?(?![管包办])[一-鿿]{2,3}$")
# 4月20日前系统锁死——仪表部, 10月底前检修完 护理部
_BEHIND = re.compile("(?<=[一-鿿])(?:[—–-]{1,3}|[ \u3000]{1,4})(?P<who>[一-鿿A-Z、]{2,24})$")


def is_doer(name: str) -> bool:
    """Return whether a word is a body or a post: 设备科, 物业, 理事会廖会长, 驻村干部."""
    if re.search("必须|应当|不得", name):
        return False
    if ends_in_name(name) and pattern("post-end").search(_NAME_AT_END.sub("", name)):
        return True
    if pattern("actor").match(name) or _NOBODY.search(name) or name[0] in "先再在到从对把要请找打去查专":
        # 采购部派人驻厂, 专看早市 tell what the body does.
        return False
    found = pattern("body-end").search(name)
    whole = found is not None and (len(name) > LEAST_BODY or found[0] == name)
    return whole or _POSTED.search(name) is not None or pattern("post-end").search(name) is not None


def names_alone(clause: Clause) -> tuple[str, ...]:
    """Return those whom a clause names that has nothing else: 设备科、王班长; () for all other clauses."""
    names = split_names(clause.text) if len(clause.text) <= LONGEST_NAMES else ()
    return names if names and all(map(is_doer, names)) and not clause.aside else ()


def names_behind(clause: Clause) -> tuple[str, ...]:
    """Return those whom the end of a clause names behind a dash or a blank; () where it names none."""
    found = _BEHIND.search(clause.text)
    names = split_names(found["who"]) if found else ()
    return names if all(map(is_doer, names)) else ()
