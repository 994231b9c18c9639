"""An agenda known by what it says: a sentence in which one after the other acts, and one of them speaks."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.kinship.forms import BRACKET
from drafter.facts.people.names import ends_in_name

# So many act in a sentence that is an agenda; one less where words of order part them.
_ACTS, _ORDERED_ACTS = 3, 2
# A longer clause names nobody in front of what he does; to look for him takes the square of its length.
_LONGEST_ACT = 34
_LEAD = re.compile(
    "^(?:[一-鿿]{2,4}[：:])?"
    "(?:会上|首先|先|然后|接着|随后|最后|再|之后|由|请|前[头面边](?:有|由)?|讲完(?:话)?(?:后)?)*"
)
# 前头村支书报账，农技站长讲防病，大户代表说打算: what comes before the speech.
_BEFORE = re.compile("前[头面边]|在[我他她]前面|会上先")
_ORDER = re.compile("先|然后|接着|随后|最后|之后|讲完|前[头面边]")
# Who may act in a step besides a body and a post: one of many, or a name behind a blank.
_ONE_OF_MANY = re.compile(
    "(?:代表(?:[一-鿿]{2,4})?|[一-鿿]方|企业|街道|门诊|[书秘]记|[长任理员事监裁师总医]|家长|学生|同志|农户|大户|大姐"
    "|[ 　][一-鿿]{2,3})$"
)
# How he acts: in turn, on the stage.
_HOW = re.compile("(?:先|再|分别|各|都|作|做|集中|依次|上台|献花|进行|[、和 　])+$")
_SPEAKS = re.compile(
    "[一-鿿、，（） 　]{2,30}?[作做]?(?:总结|动员|重要|部署|最后)?"
    "(?:讲话|讲(?:几句|两句)?|约?谈话?|致辞|致词|作报告|提要求)"
)
FILM = re.compile("(?:看|播|放)[^，,]{0,16}(?:片|录像|视频|短片)(?!区)")
# What is told to be done by a day, or again and again, is no step.
_ORDERS = re.compile(r"[日号月底]前|每[天日周月季]|一律|必须|牵头")
# 市长在外地，视频上最后说两句: who is away speaks all the same.
FROM_AFAR = re.compile(
    "(?P<who>[一-鿿]{0,6}(?:书记|[省市县区镇乡局院校厂矿]长|主任|总经理|董事长|总裁))(?:人)?[在去][一-鿿]{2,8}，"
    "(?:视频|线上|电话|连线)[上里中]?(?:最后)?(?P<does>(?:讲|说|作)[一-鿿]{1,8})"
)
# 各县区自己布置, 执纪的话他讲, 报告里数字讲得很细了, 视频上最后说两句: what nobody named does in
# this meeting.
_NOBODYS = re.compile(
    "(?:讲完|然后|之后)?[一-鿿]{0,8}自己(?:去|再)?(?:布置|安排|组织|讨论|部署|开会)[一-鿿]{0,4}"
    "|(?:再)?(?:没有?|无)(?:别的|其他|其它)(?:议程|程序|环节|安排|人讲话?|发言)"
    "|(?:这[个部]分)?不用(?:我们|咱们?)(?:写|管|讲|准备)"
    "|[一-鿿]{2,12}?(?:报告|发言|通报|汇报)[里上中][一-鿿]{0,6}?[讲说报]得?[一-鿿]{1,4}了"
    "|[一-鿿]{1,8}(?:的话|问题|的事|方面)[^，,]{0,2}[他她](?:来|去)?[讲说]|(?:视频|线上|电话|连线)[上里中]?(?:最后)?[讲说].{0,6}"
)


# 他蹲在晒场上哭, 要给局长写个讲话, 通报完了: what opens so names nobody who acts.
NOBODY_ACTS = re.compile(
    "[^，,]{0,6}(?:写|起草|弄|拟)个|.*[搭拉拟弄]个(?:架子|框架|底子|初稿)|.*(?:稿|准备(?=一?[个篇份]))|是(?=我|咱)|想|要?给(?=[^，,]*写)|[他她我你它](?!们?(?:讲|最后|发言))|[把被让连]|通报完|(?:晚上|白天|平时|以前|那天)"
)


def is_nobodys(text: str) -> bool:
    """Whether a clause tells of nobody who acts in this meeting, before the speech or after it."""
    return _NOBODYS.fullmatch(BRACKET.sub("", text)) is not None


def is_order_of_steps(line: Sequence[Clause]) -> bool:
    """Whether a line is an agenda, each step of it a sentence: 主席念决定；代表发言；校长讲话."""
    said = [BRACKET.sub("", clause.text) for clause in line if not clause.aside]
    return len(said) == len({clause.segment for clause in line}) and _is_run(said)


def runs_in(line: Sequence[Clause]) -> frozenset[int]:
    """Return which segments of a line are agendas, whatever label leads to them."""
    texts: dict[int, list[str]] = {}
    for clause in line:
        if not clause.aside:
            texts.setdefault(clause.segment, []).append(BRACKET.sub("", clause.text))
    return frozenset(segment for segment, said in texts.items() if _is_run(said))


def _is_run(texts: Sequence[str]) -> bool:
    """Whether the clauses of a sentence tell one after the other who acts, and one of them who speaks."""
    acts = sum(map(_acts, texts))
    ordered = any(_ORDER.match(text) or _ORDER.search(text[2:10]) for text in texts)
    enough = acts >= (_ORDERED_ACTS if ordered else _ACTS)
    spoken = any(map(_SPEAKS.fullmatch, texts)) or acts >= _ORDERED_ACTS and _BEFORE.match(texts[0])
    return enough and not any(map(_ORDERS.search, texts)) and bool(spoken)


def is_step(clause: Clause) -> bool:
    """Whether a clause of an agenda is a step of it."""
    own = BRACKET.sub("", clause.text)
    if NOBODY_ACTS.match(own):
        return False
    if _acts(own) or own.endswith(("谈", "谈话")) and _SPEAKS.fullmatch(own):
        return True
    return bool(_ORDER.match(own) and pattern("agenda-verb").search(own))


# 宣读决定, 颁奖: what is done at a meeting, whoever does it.
_RITE = re.compile("(?:宣读|颁[奖发])[一-鿿]{0,10}")
# A step tells in few words what will be done; a figure behind the verb, or what has been done, is a fact.
_SHORT_STEP = 20
_NO_STEP = re.compile(r"\d|了(?!解)|过(?![程一])|没|不|可以|这[个是]")
# 4点在二楼会议室座谈, 表彰会讲话: when, where and at what.
_WHERE = re.compile(r"\d[点时:：]|在(?=[一-鿿]{2})|(?<![协工学商联合事员委])会$")


def is_bare_step(text: str) -> bool:
    """Whether a clause of the head is a step by itself: 民政办通报, 两个乡镇作检讨性发言, 保卫处通报在前."""
    bare = BRACKET.sub("", text)
    if len(bare) > _SHORT_STEP or _ORDERS.search(bare) or NOBODY_ACTS.match(bare):
        return False
    if _RITE.fullmatch(bare):
        return True
    verb = pattern("agenda-verb").search(bare, 1)
    if verb is None or _WHERE.search(bare[: verb.start()]) or not _acts(bare):
        return False
    return bare[: verb.start()].endswith("先") or not _NO_STEP.search(bare, verb.end())


# 菌旺合作社、仁济药业发言: whoever it is, he speaks.
_SAYS_SO = re.compile("(?:(?![没无不])[一-鿿、]){2,18}(?:发言|表态|检讨|通报|介绍|(?<![洽座约商会面访])谈)")


def is_among_bare_steps(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause of the head is a step by itself, or beside one: 农业局通报，菌旺合作社发言."""
    beside = (each.text for each in line if each is not clause and each.segment == clause.segment)
    spoken = _SAYS_SO.fullmatch(BRACKET.sub("", clause.text))
    return is_bare_step(clause.text) or spoken is not None and any(map(is_bare_step, beside))


def _acts(text: str) -> bool:
    """Whether a clause names who acts in front of what he does, or a film that is shown."""
    bare = _LEAD.sub("", text)
    if len(bare) > _LONGEST_ACT:
        return False
    verbs = pattern("agenda-verb").finditer(bare)
    named = any(verb.start() > 1 and _is_actor(bare[: verb.start()]) for verb in verbs)
    return named or bool(FILM.match(bare))


def _is_actor(front: str) -> bool:
    """Whether what stands in front of a verb ends in who acts."""
    who = _HOW.sub("", front)
    return has_cue("body-end", who) or has_cue("post-end", who) or _ONE_OF_MANY.search(who) is not None


_TURN = re.compile(
    "(?:最后|然后|再|先)?[一-鿿]{2,10}(?:代表|老师|主任|书记|[校院县局]长|学校)[先后再]?[说讲]"
)


def is_turn(text: str) -> bool:
    """Whether a clause is nothing but who speaks in turn: 年轻老师代表先说, 退休老师说, 最后学校讲."""
    return _TURN.fullmatch(text) is not None


# 放在各县区汇报后面, 在水利局通报后讲: behind what the speech stands.
_BEHIND = re.compile(
    "(?P<put>(?:放|安?排|接|跟|搁)在)?在?(?P<step>[一-鿿、]{4,24}?)(?:完了?再|完?(?:之后|以后|(?<!最)后面?))(?P<says>再?(?:讲|讲话|说))?"
)


def stands_behind(text: str) -> str:
    """Return the step behind which a clause puts the speech, 各县区汇报 of 放在各县区汇报后面; else ""."""
    found = _BEHIND.fullmatch(text)
    if found is None or not (found["put"] or found["says"]):
        return ""
    verb = pattern("agenda-verb").search(found["step"], 2)
    return found["step"] if verb else ""


# A person in a bracket has a name and a post of no more than so many signs: 青年教师漆一鸣.
LONGEST_NAMED = 8


def named_aside(text: str) -> str:
    """Return the persons whom the one bracket names: 获奖代表发言（材料学院童雪、青年教师漆一鸣）."""
    found = BRACKET.findall(text)
    inside = found[0].strip("（()） ") if len(found) == 1 else ""
    # 田小禾（平车工）: what he is who has a name already.
    front = text.partition(found[0])[0] if inside else ""
    inside = "" if ends_in_name(front) and not front.endswith("代表") else inside
    names = re.split("[、，,]", inside) if inside else []
    return inside if names and all(len(n) <= LONGEST_NAMED and ends_in_name(n) for n in names) else ""
