"""Headings of parts and points, and the thing that a point is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType
from drafter.templating.compose.comments.frames import Frames
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.plan import PartPlan
from drafter.templating.compose.plan.points import OTHERS, Group
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.units import MEANS
from drafter.templating.compose.words.clauses import UNDONE, amount
from drafter.templating.compose.words.spoken_labels import announces

LONGEST_OBJECT = 10
# What begins with so many signs of another tells of the same thing.
SAME_WORDS = 3
# A fact weighs like so many characters more than it has, in what a part is mostly about.
A_FACT = 6
_NO_OBJECT = re.compile(
    "^(?:补齐|办结|完成|逾期|其余|剩下|没|未|把|到|有|设|再|全部|每|各|不|同一|今年|明年|去年|年底|首问|争"
    "|抽查|检查|租|换|建|获|着|起|来|谁|禁止|所有|全[省市县区乡镇村院校矿厂局]|全街道|全社区)"
)
# What a part holds, as the sets of part headings name it.
_NAMES = {
    FactType.ACHIEVEMENT: "成绩", FactType.AWARD: "成绩", FactType.SITUATION: "形势",
    FactType.PROGRESS: "形势",
    FactType.PROBLEM: "问题", FactType.CAUSE: "原因", FactType.REQUEST: "诉求", FactType.TASK: "任务",
    FactType.PROMISE: "承诺", FactType.DUTY: "分工", FactType.FUND: "经费", FactType.CHECK: "督查",
    FactType.CASE: "事例",
}  # fmt: skip


def point_headings(groups: Sequence[Group], phrases: Sequence[str]) -> list[str]:
    """Return what is to be done as the heading of each point that does not begin with its task.

    So a point opens with what is to be done wherever words for that are found, but where its one task tells
    no more than they. What is left over has its name, whatever the others have.
    """
    return [_point_heading(group, phrase) for group, phrase in zip(groups, phrases, strict=True)]


def _point_heading(group: Group, phrase: str) -> str:
    if group.name == OTHERS:
        return OTHERS
    opens = group.matter or group.statements[0].type in AIMS
    # 重新考，4月30日前考完: what is done is told once.
    once = re.sub(r"([一-鿿])\1(?=[完好]$)", r"\1", phrase)
    return "" if opens or _begin_alike(phrase, group) or _is_its_task(phrase, group) else once


# The day and the marks that a task has besides what its label tells.
_BESIDES_LABEL = re.compile(r"从?(?:\d{1,2}月)?(?:\d{1,2}日|底)?(?:之?前|起|开始)?|年底前?|全年|全部|[，。]")
# Behind more signs on how things stand, the heading is forgotten when its task comes.
SHORT_STATE = 50


def _is_its_task(phrase: str, group: Group) -> bool:
    """Whether the one task of a point, told behind a short state, has no more than its heading but a day."""
    if not phrase or group.stressed or len(group.aims) != 1:
        return False
    task, state = group.aims[0], [s for s in group.statements if s.type not in (*AIMS, *MEANS)]
    said = bare(task.words)
    for owner in (name for fact in task.facts for name in fact.owners):
        said = re.sub(rf"由?{re.escape(owner)}(?:负责|办|管)?", "", said)
    same = _BESIDES_LABEL.sub("", said) == _BESIDES_LABEL.sub("", phrase)
    return same and len(state) <= 1 and sum(s.length for s in state) <= SHORT_STATE


def _begin_alike(phrase: str, group: Group) -> bool:
    """Whether a heading, what is wrong and the task all begin with the same words: 检修时间."""
    if group.stressed or len(group.aims) != 1:
        return False
    told = (bare(group.statements[0].words), bare(group.aims[0].words))
    return all(words[:SAME_WORDS] == phrase[:SAME_WORDS] for words in told)


def object_of(statements: Sequence[Statement], material: Material) -> str:
    """Return the thing that a point is about, in the words of its facts; "" if they name none."""
    aims = [s for s in statements if s.type in TASKS]
    gaps = [f for s in statements for f in s.facts if f.type is FactType.GAP]
    if gaps and any(f.topic for f in gaps):
        things = "、".join(filter(None, (thing_of(f.topic) for f in gaps)))
        if things:
            return things
    means = [s for s in statements if s.type in (FactType.PROGRESS, FactType.GAP)]
    for statement in [*aims, *means]:
        for fact in statement.facts:
            if rest := _rest(fact, material):
                return rest
            counted_label = thing_of(fact.label) if fact.label[:1].isdigit() else ""
            thing = counted_label or thing_of(fact.topic)
            thing = thing or ("" if announces(fact.label) else thing_of(fact.label))
            if thing:
                return thing
    return ""


def _rest(fact: Fact, material: Material) -> str:
    """Return what is left as an object: 没销号的问题."""
    counted = re.match(r"([没未][^，\d]{1,4}?的)([^，\d]{0,4}?)(\d+[\u4e00-\u9fff])(?<!月)", fact.text)
    if counted:
        return f"{counted[1]}{counted[3]}{counted[2]}"
    match = re.match(r"(没有?[^，\d]{1,4}?|未[^，\d]{1,4}?)的?(?=[\d，全都]|$)", fact.text)
    target = next((link.target for link in material.links_from(fact.id, kind="rest")), "")
    left = next((i for i in material.inferred(target, "remaining") if i.facts == (target,)), None)
    joined = "" if match and "的" in match[1] else "的"
    return f"{match[1]}{joined}{amount(left.value, left.unit)}" if match and left is not None else ""


@lru_cache(maxsize=4096)
def thing_of(topic: str) -> str:
    """Return a topic as the object of a heading: without figures, short enough; "" if it is no noun."""
    topic = re.sub("[ \u3000]", "", topic)
    topic = re.sub("^剩[下余]的|^收(?=企业|到)|(?:停[业产]|限期)?(?:整顿|整改)$", "", topic)
    if UNDONE.match(topic):
        return f"{topic[:3]}的{topic[3:]}"
    if re.fullmatch("[没未][\u4e00-\u9fff]{1,4}的[\u4e00-\u9fff]{1,5}", topic):
        return topic
    topic = re.sub("每$|实行|推行", "", topic)
    thing = re.sub(
        r"^\d[\d.]*[万亿]?[个处名条项户件家台座宗栋辆所支只份吨亩张起例](?![一-鿿]的)|（.*|[，：].*|(?:现在|年底|汛期|现有|(?<=..)(?<![体实发出呈再涌表])现)$",
        "",
        topic,
    ).strip("的“”、 ")
    if _DONE_ALONE.fullmatch(thing):
        return ""
    thing = re.sub("(?:[一两]次|一[遍篇个]|逐[车个户份处台])$", "", _shortened(thing))
    if not 2 <= len(thing) <= LONGEST_OBJECT or _NO_OBJECT.match(thing) or re.search(r"[\d“”]", thing):
        return ""
    return "" if any(kind.search(thing) for kind in _NO_THINGS) else thing


_DONE_ALONE = re.compile(
    "上岗|到岗|白天|晚上|夜里|节假日|周末|[建完竣开]工|[投启]用|竣工|完成|到位|交付|交付使用|验收"
)
# Verbs cut off, people and bodies, and words for parts of a speech are no objects of a heading.
_NO_THINGS = (
    re.compile(
        "[修调出收换补交报开停共再全标统一起到把被]$|..设..|[一每][天次年]|.[镇村乡县市区]$|亲属|旧标准"
    ),
    re.compile(
        "(?:干部|领导|人员|同志|[员职]工|驾驶员?|委员会|小组|公司|教师|老师|党员|科室|单位|社区|乡镇|企业|责任人|局|科|处|办"
        "|书记|主任|护士长?|医生|大夫|学生|同学|老人|患者|病人|村民|居民|群众|家长|师傅|人均|平均)$"
    ),
    re.compile("要求|要干|任务|毛病|情况|材料|要抓|件事|办公会|承诺|打算|措施|交代|.[前内底起]$"),
)


def _shortened(thing: str) -> str:
    """Return what stands behind the owner: 丝绸厂家属院的二级管网单独改; of 同一企业行政检查 the matter."""
    if len(thing) > LONGEST_OBJECT and "的" in thing:
        thing = re.sub("(?:单独|统一|全部|分批)?[改换修建补]$", "", thing.rpartition("的")[2])
    is_long = len(thing) >= 8 and re.match("同一|各[^，]{2}|所有|全[县市镇区院校乡]", thing)
    return thing[-4:] if is_long else thing


def part_heading(part: PartPlan, material: Material, frames: Frames, taken: set[str]) -> str:
    """Return the heading of a part: one clause, or two, from what it holds."""
    statements = part.all()
    if part.shape == "short":
        kinds = {_RULED if _is_ruled(s) else s.type for s in statements}
        # Where somebody looks, what is given or taken for it belongs to that.
        kinds -= {_RULED} if FactType.CHECK in kinds else set()
        asked = [row for type_, *row in MEANS_ASKED if type_ in kinds]
        return "、".join(short if len(asked) > 1 else alone for short, alone in asked)
    sizes = _sizes(part)
    rows = {name: _rows(frames, name) for name in sizes}
    number = _SETS[material.tone]
    largest: list[str] = sorted(sizes, key=lambda name: -sizes[name])[:2]
    if len(largest) == 2 and sizes[largest[1]] * 5 < sizes[largest[0]]:
        largest = largest[:1]
    clauses = [rows[name][number] for name in sizes if name in largest and rows[name][number] not in taken]
    taken.update(clauses)
    return "，".join(dict.fromkeys(clauses))


def _sizes(part: PartPlan) -> dict[str, int]:
    """Return how much a part has to tell of each thing, in the order in which it tells them."""
    statements = part.all()
    aims = [s for s in statements if s.type in AIMS] if part.shape == "points" else []
    sizes: dict[str, int] = {}
    for statement in aims or statements:
        if name := _NAMES.get(statement.type):
            sizes[name] = sizes.get(name, 0) + statement.length + A_FACT * len(statement.facts)
    if len(sizes) > 1:
        # A story is told for the sake of what stands beside it.
        sizes.pop("事例", None)
    if "任务" in sizes:
        # What is promised beside the tasks is to be done like them.
        sizes.pop("承诺", None)
    if "问题" in sizes and len(sizes) > 2:
        # Beside a third thing, problems and why they are there are one.
        sizes["问题"] += sizes.pop("原因", 0)
    return sizes


# Where a kind counts its parts as steps: 先说看到的, 再说听到的, 接着怎么办.
_STEP = re.compile("(?:先|再|最后)[说讲问](?:几件|一句)?|接着(?=怎)")
_GOES_ON = re.compile("再|最后|接着|往后")


def in_step(titles: Sequence[str]) -> list[str]:
    """Return headings of parts, the first without 再 where no other stands in front of it.

    Behind parts that count their steps, one that does not follows as the last one: 最后说落实怎么查.
    """
    found = list(titles)
    if len(found) == 1:
        found[0] = _STEP.sub("", found[0], count=1)
    elif found:
        found[0] = re.sub("^接着(?=怎)", "", re.sub("^(?:再|最后)(?=[说讲问])", "先", found[0]))
        if found[0].startswith("先") and not _GOES_ON.match(found[-1]):
            found[-1] = f"最后说{found[-1]}"
    return found


# What a part of duties, funds and checks tells, in this order: beside the others, and alone.
_RULED = "ruled"
MEANS_ASKED: tuple[tuple[FactType | str, str, str], ...] = (
    (FactType.DUTY, "谁来办", "事情谁来办"),
    (FactType.FUND, "钱怎么用", "钱怎么用"),
    (FactType.CHECK, "落实怎么查", "落实怎么查"),
    (_RULED, "奖罚怎么算", "奖罚怎么算"),
)
# What is given or taken for it, where nobody looks or asks how it goes.
_GIVEN_FOR_IT = re.compile("奖|罚|扣|补贴|评[先优]|挂钩|绩效|问责|追究|处[理分]|免责|从[宽严]")
_LOOKED_AT = re.compile(
    "查|抽|验|看|访|报(?!销|酬|名|考|废)|调度|公[布开示]|评议|打分|排名|复核|核[对实]|考试|盯|对账|例会|碰头|听|问(?!责)|评估|点评|晒|见面|约谈"
)


def _is_ruled(statement: Statement) -> bool:
    """Whether a check only tells what is given or taken: a heading on how it is looked at promises more."""
    told = bare(statement.words)
    return bool(
        statement.type is FactType.CHECK and _GIVEN_FOR_IT.search(told) and not _LOOKED_AT.search(told)
    )


def _rows(frames: Frames, name: str) -> list[str]:
    return [frame.text for frame in frames.of("heading", "state") if name in frame.about]


# Of the two sets of part headings, that which suits a tone: where one is warm, it tells.
_SETS = {"硬": 1, "平实": 1, "暖": 0}
