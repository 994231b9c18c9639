"""The forms in which a frame can take a fact: clause, topic, demand, noun. The words stay the sheet's."""

from __future__ import annotations

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.sheet import TASKS, Fact

# 没改的主要是： announces what is left of the figure in front.
OF_THE_REST = re.compile("[没未][一-鿿]{1,3}的|剩下|余下|其余|还有")
# Labels by which causes are called, and those that tell whose thought it is.
CAUSES_CALLED = re.compile("毛病|根子|症结|病根|教训|难点|卡点")
# 没接到电话的原因, 不热的原因五条: what the causes are of, and how many there are.
CAUSES_OF = re.compile(
    "(?P<called>[^，：]{2,14}的(?:原因|理由|缘由|毛病|症结))(?:有|就|共)?(?:(?P<count>[一两二三四五六七八九]|\\d)[条个样点])?$"
)
# 羊为什么低: what a label asks, and the lines behind it answer.
ASKED_WHY = re.compile(
    "(?P<what>(?=[^，：]{4,16}$)[^，：]*(?:为什么|为啥|为何|怎么(?:会|就|老)?)[^，：]*[^，：么啥何？?])[？?]?$"
)
# 三起案子一个样, 四件案子一个毛病: a label that is a sentence by itself.
ALL_ALIKE = re.compile(
    r"(?:\d+|[两二三四五六七八九十几])[起件个家次处名位条][一-鿿]{0,6}?(?:都是?|全是?)?(?:一个样|一样|同?一个[一-鿿]{2,4})$"
)
THOUGHT = re.compile("看法|主张|认为|态度")
# 七（3）班, 东（2）组: a number in brackets is part of a name.
IN_NAME = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）](?=[班号栋楼幢组队连排])"
BRACKET = re.compile(rf"[（(](?!{IN_NAME})[^（()）]*[)）]")


class Forms(Struct, frozen=True):
    """A fact in its forms. All but ``clause`` may be empty: a frame then takes the clause.

    clause: as it stands; topic: 37处存量垃圾点; demand: 5月31日前清零; noun: 存量垃圾点清零.
    """

    clause: str
    topic: str = ""
    demand: str = ""
    noun: str = ""


def forms_of(fact: Fact) -> Forms:
    """Return the forms of a fact. Without a topic that opens the clause, only the clause."""
    clause = BRACKET.sub("", fact.text).strip("，,。；; ")
    topic = fact.topic
    if topic and fact.demand:
        return Forms(clause, topic, fact.demand, _noun(fact, topic, fact.demand))
    if not topic or not clause.startswith(topic) or topic == clause:
        return Forms(clause)
    demand = clause[len(topic) :].lstrip("，,；;的 ")
    if not demand:
        return Forms(clause)
    return Forms(clause, topic, demand, _noun(fact, topic, demand))


def _noun(fact: Fact, topic: str, demand: str) -> str:
    """Return a heading of topic and verb, without date and figure; "" where more than a verb is left."""
    if fact.type not in TASKS:
        return ""
    bare = demand.split("，")[0]
    for words in [w.text for w in fact.whens] + [q.text for q in fact.quantities]:
        bare = bare.replace(words, "")
    bare = re.sub(r"^(?:一律|全部|必须|要|须|逐[个户份处一])+", "", bare)
    thing = re.sub(r"^\d[\d.]*[万亿]?[\u4e00-\u9fff]", "", topic) if topic[:1].isdigit() else topic
    fits = re.fullmatch(r"[\u4e00-\u9fff]{2,4}", bare) and not pattern("topic-end").match(bare)
    if bare in thing:
        return ""
    return f"{thing}{bare}" if fits or re.fullmatch("清零|完工|更新|上线|销号|补齐", bare) else ""
