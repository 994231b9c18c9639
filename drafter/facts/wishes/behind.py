"""Wishes that hang at the end of a fact, or stand behind it: 要肯定, 不点班, 局长想夸一夸.

They have no object of their own. What they ask is asked of the fact in front of them, and none of their
words is for the hall. Each is told by its form: who wishes it, that it is wished, and what is to be done.
"""

from __future__ import annotations

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.people.audiences import are_people
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wishes.bearing import CALLED, parted
from drafter.facts.wishes.own_words import people_in

# 局长, 冯总 说: who wishes it.
_LEADER = (
    "(?:[一-鿿]{0,3}(?:书记|[县市区镇乡局院校矿厂站所处科队部会]长|主任|董事长|总经理|校长|领导)|[一-鿿]总)"
)
_BY = f"(?:{_LEADER}(?:自己|亲自)?(?:说|讲|交代)?)"
# That it is wished: 要, 值得, 可以当众.
_WILL = (
    "(?:(?:这|那)(?:[个些条件点事里种]|一?[条点])?|也|都|就|还|但|可|要|得|想|该|应该?|可以|能|值得|必须"
    "|一定|务必|好好|当[众面场]|公开|大声|专门|单独|重点|着重|亲自|(?:在)?会上)"
)
_HOW = "(?:[他她]们?|[一几两]{1,2}[下句声番]|一番|出来|[两三]句|一[夸谢])"
_PRAISE = "(?:肯定|表扬|夸奖|夸夸|夸|点个?赞|叫好|说声好)"
_THANKS = "(?:感谢|谢谢|道谢|道[一个]?声?谢|致谢|谢)(?:[他她]们?)?"
_GOOD = (
    "(?:是|真是|算是)?(?:个|一个|条|一条)?好(?:做法|办法|法子|经验|路子|点子|主意|样子|事)"
    "|(?:这个|这种|这条)?(?:做法|办法|法子|路子|经验)(?:很|真|就)?(?:好|不错|对路)"
)
_WORTH = "(?:说道(?:说道)?|[说讲提]一?[说讲提]|推广(?:开)?|学一?学|学习)"
# Those of a sort, whichever they are: 不点班, 别点是哪家.
_SORT = (
    "(?:[班科室户店楼村组队厂站所校院区县乡镇摊家]|街道?|社区|小区|线路|车间|部门|单位|工地|企业|公司"
    "|学校|医院|项目|门店)"
)
_NO = "(?:先|就|也|都|还|但|这里|今天|这次|[稿会]上|台上|暂时?)*(?:不|别|勿|莫)(?:要|用|必|许|再)*"
_TELL = "(?:讲|说|提|谈|念|碰|议|重复|展开|安排|布置)"
_DEPTH = (
    "(?:讲|说)得?(?:细|透|活|具体|深)(?:一?[点些])?|多(?:讲|说)(?:[一几两]{1,2}[句点段])?"
    "|展开(?:来)?(?:讲|说)"
)
_UNTOLD = (
    f"{_NO}在(?:这里|这儿|这个会上|稿子?里){_TELL}了?|{_NO}再(?:讲|说|提|重复|谈)了?"
    "|(?:这里|今天|会上|这次)(?:就|也)?(?:略过|跳过|从略|略去)"
    f"|(?:这里|今天|这次)(?:就|也|先|都)*(?:不|别){_TELL}了?|(?:嘴上|口头)(?:也|先|都)*(?:不|别)带"
    f"|(?:就|也|都)*不用再{_TELL}了?|{_NO}(?:许愿|许诺|许|答应|承诺|松口)(?:了|死|什么)?"
)

_FORMS = {
    IntentKind.PRAISE: (
        f"{_BY}?{_WILL}*(?:{_WILL}{_PRAISE}{_HOW}?|{_PRAISE}{_HOW}?|夸夸)|{_GOOD}|{_WILL}*值得{_WORTH}"
    ),
    IntentKind.THANKS: f"{_BY}?{_WILL}*(?:{_WILL}{_THANKS}{_HOW}?|{_THANKS}{_HOW})",
    IntentKind.NAME: f"{_WILL}*点(?:名|到)?(?:[这那]|是哪)[一-鿿]{{1,3}}",
    IntentKind.NO_NAME: f"{_NO}点(?:出)?(?:是?哪)?[个家些]?{_SORT}(?:的?名)?",
    IntentKind.STRESS: f"{_WILL}*(?:{_DEPTH})",
    IntentKind.AVOID: _UNTOLD,
    IntentKind.FORBID: f"{_NO}(?:说|写|用|讲|提|出现)(?:什么)?[“‘「][^“”‘’「」]{{1,10}}[”’」]"
    "(?:[这那]?(?:种|类)?话)?",
}
_BEHIND = {kind: re.compile(form) for kind, form in _FORMS.items()}
# No such wish is longer.
_LONGEST = 18


def kind_behind(text: str) -> IntentKind | None:
    """Return what a clause asks for the fact in front of it, None where it is no such wish."""
    if len(text) > _LONGEST:
        return None
    return next((kind for kind, form in _BEHIND.items() if form.fullmatch(text)), None)


# Of these the fact in front tells what they are about.
OF_FACT = (IntentKind.PRAISE, IntentKind.STRESS, IntentKind.THANKS)


def of_fact(intent: Intent, clause: str, fact: str) -> Intent:
    """Return a wish that begins with a clause behind a fact, as one that is about that fact.

    Those whom it thanks stay, as do people whom it praises and with whom the fact begins.
    """
    kind = kind_behind(clause)
    thanks = kind is IntentKind.THANKS
    front = fact.partition("，")[0]
    told_of = any(
        word in fact if thanks else are_people(word) and fact.startswith(word) for word in intent.words
    )
    if kind not in OF_FACT or told_of:
        return intent
    called = CALLED.search(front)
    who = (called[0] if called else people_in(front) or parted(front)[0]) if thanks else ""
    return replace(intent, kind=kind, words=(who,) if who else ())
