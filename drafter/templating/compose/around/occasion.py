"""What a kind of speech says around its facts: how it greets, leads in, turns to those present, and ends.

The frames are in frames/occasion.yaml. ``about`` names the occasion and the place: 表彰开场, 警示反观.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.sheet import FactType, IntentKind, Step
from drafter.templating.compose.around.lessons import case_of, lessons_of, times_of_deeds
from drafter.templating.compose.around.passages import phrase
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement

# Kinds, what the name of the meeting tells, and the occasion that it is. The first row that fits is taken.
_OCCASIONS = (
    ("commendation", "", "表彰"),
    ("address", "毕业", "毕业"),
    ("address", "开学|入学|^(?=.*迎新(?![年春])).*[学校]", "开学"),
    ("address", "签约|推介|招商|洽谈", "签约"),
    ("address", "开工|奠基", "开工"),
    ("address", "竣工|通车|落成|投产|封顶|启用|移交", "竣工"),
    ("address", "揭牌|挂牌", "揭牌"),
    ("address", "开业|开张|开馆|开园", "开业"),
    ("address", "校庆|校友", "周年"),
    ("address", "捐赠|捐助", "捐赠"),
    ("address", "退休|荣休|荣退|离岗", "荣休"),
    ("address", "欢送|入伍|送兵", "欢送"),
    ("address", "结业", "结业"),
    ("address", "培训|学员|研修|轮训|集训|党校", "培训"),
    ("address", "重阳|敬老|老年节|老人节|慰问", "敬老"),
    ("address", "开幕|论坛|文化节|博览会|运动会|艺术节", "开幕"),
    ("address", "节(?![^，]{0,4}(?:开幕|活动))", "节日"),
    ("address", "", "仪式"),
    ("symposium", "", "座谈"),
    ("warning-education", "事故", "事故"),
    ("warning-education", "", "警示"),
    ("inspection", "", "调研"),
    ("mobilization", "", "动员"),
    ("inaugural", "", "任职"),
    ("party-lecture", "", "党课"),
    ("work-report", "", "述职"),
)
LONGEST_PRESENT = 24
# With fewer stories nothing is compared.
LEAST_STORIES = 2


def occasion_of(material: Material) -> str:
    """Return the occasion of a speech, "" for a meeting at work."""
    about = f"{material.meeting}{''.join(material.posts)}"
    found = (name for kind, regex, name in _OCCASIONS if kind == material.kind and re.search(regex, about))
    occasion = next(found, "")
    told = any(fact.type is FactType.CASE for fact in material.told())
    # 案子摆在面前: only where there is a case to tell.
    return "提醒" if occasion == "警示" and not told else occasion


def greeting(material: Material, chooser: Chooser) -> list[Sentence]:
    """Return the first words: a welcome, congratulations, what the speech is about."""
    found = [_phrase(material, chooser, "开场")]
    found += [_phrase(material, chooser, place) for place in ("来宾", "到会")]
    return [sentence for sentence in found if sentence is not None]


def leads(material: Material, chooser: Chooser, number: int) -> list[Paragraph]:
    """Return the words that lead into a part; ``number`` is its place in the table of the kind, from 1."""
    if number == 1 and material.wishes(IntentKind.OPENING):
        # What the speech begins with is told already.
        return []
    told = _phrase(material, chooser, f"起头{number}")
    return [(told,)] if told is not None else []


def reflection(material: Material, chooser: Chooser, cases: Sequence[Statement]) -> list[Paragraph]:
    """Return what the stories of a speech have in common, or what each may take from them.

    At a warning it is what the ``cases`` teach by their own figures, where they have some; where people are
    honoured, how long they did what they did.
    """
    occasion = occasion_of(material)
    if occasion == "表彰":
        times = times_of_deeds(material.told())
        return [(times,)] if times is not None else []
    if occasion in ("警示", "事故"):
        lines = dict.fromkeys(case_of(material.told_on_line_of(case.facts[0])) for case in cases)
        lessons = tuple(lessons_of([*lines], material.intents))
        return [lessons] if lessons else []
    if sum(fact.type is FactType.CASE for fact in material.told()) < LEAST_STORIES:
        return []
    told = _phrase(material, chooser, "反观")
    return [(told,)] if told is not None else []


def words_to_all(material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return what the speaker wants to say to those present: first to some, then to all."""
    found = (_phrase(material, chooser, place) for place in ("寄语", "共勉"))
    return [(told,) for told in found if told is not None]


def farewell(material: Material, chooser: Chooser) -> Sentence | None:
    """Return the last words of an occasion."""
    return _phrase(material, chooser, "结尾")


def _phrase(material: Material, chooser: Chooser, place: str) -> Sentence | None:
    occasion = occasion_of(material)
    if not occasion:
        return None
    forms = _forms(material)
    key = f"{material.meeting} {occasion}{place}"
    return phrase(chooser, "occasion", "state", forms, key, [f"{occasion}{place}"])


def _forms(material: Material) -> dict[str, str]:
    forms = {"meeting": material.meeting, "winners": _winners(material)}
    forms |= {"behalf": "、".join(material.on_behalf), "guests": "、".join(material.guests)}
    forms |= {"amount": _honoured(material), "people": _all_people(material)}
    forms |= {"place": _place(material.before), "present": _present(material.attendance)}
    return {name: words for name, words in forms.items() if words and not words.startswith("【")}


def _winners(material: Material) -> str:
    """Return what those are who are honoured: 集体和个人."""
    types = {f.type for f in material.told()} & {FactType.AWARD}
    honoured = {f.group for f in material.told() if f.type in (types or {FactType.CASE})}
    text = "".join(f.text for f in material.told() if f.group in honoured)
    if "选手" in text or re.search("大赛|竞赛|比赛|比武", material.meeting):
        return "选手"
    bodies = (
        re.search(r"集体|团队|单位|支部|班组|企业|公司|学校|先进[一-鿿]{1,3}[队站所室]|\d家", text)
        is not None
    )
    people = re.search(r"个人|标兵|模范|能手|优秀[^集团单]|[先最]|名|位|\d人", text) is not None
    if bodies and people:
        return "集体和个人"
    return "集体" if bodies else "同志"


# 评出一等奖6人 are not all of them, 合96人 are.
_IN_ALL = re.compile(r"(?:评出|表[彰扬]|授予)[^。；]{0,60}?(?:合计?|[一总]?共|总计)(\d+[人名位])")
_HONOURED = re.compile(r"(?:表[彰扬]|授予|评[出选])[^，。；\d奖]{0,6}(\d+[人名位](?:、\d+个[一-鿿]{2,3})?)")
_PEOPLE = re.compile(r"[一-鿿]{0,6}(?:职工|工人|教师|员工|护士|队员|人员)(?:有|共)?\d+(?:多)?[人名]")


def _honoured(material: Material) -> str:
    """Return how many are honoured: 20人、6个集体; "" where it is not told."""
    texts = [f.text for f in material.told()]
    found = (m[1] for regex in (_IN_ALL, _HONOURED) for text in texts if (m := regex.search(text)))
    return next(found, "")


def _all_people(material: Material) -> str:
    """Return from how many people those who are honoured come: 养护职工1260人; "" if not from more."""
    counted = (m[0] for f in material.told() for m in _PEOPLE.finditer(f.text))
    # 其中一线职工71人 are some of those who are honoured.
    found = [words for words in counted if not words.startswith("其中")]
    most = max(found, key=_count, default="")
    return most if _count(most) > _count(_honoured(material)) > 0 else ""


def _count(words: str) -> int:
    return int(found[0]) if (found := re.search(r"\d+", words)) else 0


def _present(attendance: Sequence[str]) -> str:
    """Return who is present, counted, in so few words as one says aloud: 企业家42位，市直部门18家."""
    counted = [text for text in attendance if re.search(r"\d", text) and len(text) <= LONGEST_PRESENT]
    told = "，".join(dict.fromkeys(counted))
    bare = re.sub("^(?:请了|来了|来的有|来的是|有)|(?:参加|列席|到会)$", "", told)
    return "" if re.search("[（(]", told) else re.sub("[ \u3000]+", "、", bare.strip())


def _place(before: Sequence[Step]) -> str:
    """Return what was read out before: 表彰决定."""
    return next((m[0] for step in before if (m := re.search("表彰决定|任命决定|任职决定", step.does))), "")
