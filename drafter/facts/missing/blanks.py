"""What a sheet itself says is missing: 没写单位, 还没定, 没报来."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from drafter import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues, has_cue, pattern
from drafter.facts.cut.lines import closed
from drafter.facts.cut.stops import WHO_IS_OPEN
from drafter.facts.figures.bare_figures import without_unit
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.asked import VERDICT
from drafter.facts.missing.blank_names import LONGEST, TALKS, is_awaited, is_named, name_of_missing
from drafter.facts.missing.question import Question, question_in, subject_noun, without_actor
from drafter.facts.sheet import AIMS, Blank, Fact, FactType, Place

# A question is open where soon after it something is not yet so: 哪天答复没定.
_OPEN = re.compile(
    "(?:还|都|也|仍|尚)?(?:没|未(?!来))[\u4e00-\u9fff]{1,4}$|不清楚|不知道|待[一-鿿]{1,4}$|在[测算议谈商核研拟排选催找][\u4e00-\u9fff]{0,2}$"
)
# 二季度补贴总额民政办没报来: who has not told is no part of what is missing.
_REPORTS = re.compile("(?<=[额数量率价款费称间期号])[一-鿿]{2,3}(?:办|局|科|站|所|处|部|室)$")
# 没写单位; 没写块还是副; and 元吧？没写: a unit that is only guessed. 封顶还是平均 asks for no unit.
_MEASURE = "(?:一?[一-鿿℃%‰㎡]|公斤|公里|小时|分钟|千瓦|平米|万元)"
_UNIT = re.compile(
    f"单位|按|计量|口径|什么数|(?:^|[，（(写说注标明清])是?{_MEASURE}还是{_MEASURE}(?:一[批次期年月户])?(?=，|$|[一-鿿]{{0,3}}没|[)）])"
    "|^(?:[报单]?表|材料|单子|报来)?[里上]?没(?:写|标|注|填)(?:明|清)?$|^是?[元块角毛万亿吨亩户人斤件包条]+(?:钱)?(?:还是|[吧吗呢？?])"
)


# 没报的7月10日前补报: who has not yet is to do so by a day.
_STILL_TO_DO = re.compile(
    "[没未][一-鿿]{1,3}的(?![时原])[^，,。]*\\d[^，,。]*[前内][^，,。]*[补报交完清齐签办改销还]"
)
# 补贴的事不知道就空着 tells how to write whatever is open.
_HOW_TO_WRITE = re.compile(
    "(?:不知道|不清楚|没定|没数|没有|拿不准)的?(?:就|都|一律|先)(?:空|别|不|写|留)|没[定准谱]的别"
)
# 夜班补助标准: what somebody else has to settle.
_AWAITED = re.compile("[一-鿿]{2,10}(?:标准|方案|办法|经费|名单|批复|文件|预算|补助|补贴|金额|比例|价格)")
# 还有22家摊位没定下来 counts what is wrong.
_COUNTED_OPEN = re.compile("(?:还|仍|尚)?[有剩]\\d+[^，,\\d]{1,8}没有?[定落签批]")
# 谁没关扣谁 asks nothing: it is a rule for whoever does so.
_RULE = re.compile("谁[^，]{1,6}谁")


# 案子还在查 tells how far it is, and leaves the office nothing to fill in.
_UNDER_WAY = re.compile(
    "(?:^|案[子件]?)(?:现在|目前|都|也)?[还正仍]在(?:调?查|审理?|办理?|侦[查办]|处理)(?:中|着|呢)?(?=，|$)"
)


def is_blank(text: str) -> bool:
    """Whether a clause says that something is missing or undecided."""
    text = WHO_IS_OPEN.sub("", text)
    settled = (_STILL_TO_DO, _UNDER_WAY, _HOW_TO_WRITE)
    if has_cue("stuck", text) or any(regex.search(text) for regex in (*settled, _COUNTED_OPEN)):
        return False
    if _RULE.search(text) and not has_cue("blank", _RULE.sub("", text)):
        return False
    asked = pattern("question").search(text)
    if asked and text[: asked.start()].endswith(("那", "这", "好", "十")):
        # 那几天 asks nothing.
        asked = None
    under_way = TALKS.search(text) and "在" in text
    return has_cue("blank", text) or bool(
        under_way or asked and _OPEN.search(text, asked.end(), asked.end() + 10)
    )


# 接班员没核对, 交接本上没写: what somebody left undone in a story.
_LEFT_UNDONE = re.compile(
    "(?:员|[班段工队组站]长|司机|保安|护士|医生|师傅|老师|[司电焊钳瓦]工|门卫|[他她]们?|自己|[一-鿿](?:本|簿|日志|台账|记录)上?)"
    "[也都就]?[没未](?:有)?(?:写|报|答|核|核对|问|签|签字|查|说|填|记|上报|报告)(?:上|过)?"
)


# 其余是煎法没写: the parts of what was counted.
_PART_OF_ALL = re.compile("(?:其余|其[他它]|剩下的?|一半|一部分|有的|有些|多数|大多|大半)(?:都|也)?[是说]")
# 机电说没收到单子, 一半是说没人接电话
_SAYS_NOT = re.compile(
    "^[一-鿿]{1,6}(?<!没)说(?:是|他们|自己|他|她)?(?:从来)?没(?:有)?(?![定批准数谱报回答给下出说拿])"
)


def is_of_story(text: str) -> bool:
    """Whether a clause tells what somebody left undone, which leaves nothing open: 交接本上没写."""
    undone = _LEFT_UNDONE.search(text)
    whole = undone is not None and undone.end() == len(text)
    told = whole or _SAYS_NOT.search(text) is not None or _PART_OF_ALL.match(text) is not None
    return told and not pattern("question").search(text)


_HUSH = (
    "(?:(?:先|就|都|也|暂时|这[个条]?|今天|会上|多少){0,4}(?:不|别|莫|勿)(?:要|能|许|再){0,2}(?:说|讲|提|报|写|念|许|许愿|许诺|答应|承诺|表态|松口)"
    "(?:具体)?(?:数字?|了|它|日子|时间|名字?)?|(?:多少|数|几个|具体)?(?:先空着|先留空))"
)
_HUSHES = re.compile(f"(?:^|[，,；;（(]|多少|几个|数){_HUSH}(?=$|[，,；;。）)])")


def is_hush(text: str) -> bool:
    """Return whether a clause tells nothing but that something is not to be said: 会上别讲."""
    return re.fullmatch(_HUSH, text) is not None


def is_hushed(text: str) -> bool:
    """Return whether the words of a blank tell that nothing is to be said of it: 罚多少没定，别写数."""
    return _HUSHES.search(text) is not None


# 得问总务处, behind what is open: who may know it.
_WHO_KNOWS = re.compile("(?:还|要|得|需要?|再|先|可以)+问(?:一?问|一?下)?[一-鿿]{2,8}")


def only_tells_who_knows(text: str) -> bool:
    """Whether a clause only tells whom to ask: 得问总务处."""
    return _WHO_KNOWS.fullmatch(text) is not None


def leads_to_blank(text: str) -> bool:
    """Whether a clause asks what the clause behind it tells to be open, or names what is awaited."""
    if _RULE.search(text):
        return False
    return bool(pattern("question").search(text) or re.match("看.{2,8}(?:意见|批复|答复|态度)$", text))


# What is missing of the matter in front of it: 时间还没通知, 哪几家去争还没定.
_BARELY = re.compile(
    "(?:具体)?(?:时间|日期|地点|人选|名额|名单|标准|金额|办法|方案|结果|哪|谁|几|多少|什么时候|怎么|啥时候|(?:[一-鿿]{2,5}[处科局部办])?方案(?=[还尚]?没)|[一两二三]个方案)|(?:还|尚|也)?[没未]"
)


def asks_barely(text: str) -> bool:
    """Whether a clause tells as missing what belongs to the matter in front of it, and names no other."""
    return _BARELY.match(text) is not None


def is_missing(object_: str, verdict: str) -> bool:
    """Whether a clause is what the next one says is missing: 跟车老师名单，七年级组没报来."""
    object_ = object_.rpartition("：")[2]
    unsent = has_cue("unsent", verdict) and (has_cue("paper", object_) or is_named(object_))
    # 扩建项目的安评，省里还没批下来
    thing = re.fullmatch("[一-鿿]{2,14}的[一-鿿]{2,8}", object_) and not found_cues("type", object_)
    thing = bool(thing or _AWAITED.fullmatch(object_))
    held = is_awaited(verdict) and thing
    return bool(unsent or held) or leads_to_blank(object_)


def read_blanks(clauses: Sequence[Clause], text: str) -> list[Blank]:
    """Return the blanks of a run of clauses: one for the thing missing, or each of a list of questions."""
    end = closed(text, clauses[0].start, clauses[-1].end)
    place = Place(clauses[0].line, clauses[0].start, end)
    said = text[place.start : place.end]
    asked = said.split("、")
    if len(asked) > 1 and pattern("question").search(asked[0]) and all(map(_is_open, asked)):
        parts = _each_of_its_matter(asked)
        return [Blank(name_of_missing(re.split("[，,]", part)) or part, part, place) for part in parts]
    texts = [clause.text.removeprefix(f"{clause.label}：") for clause in clauses]
    wished = "intent" in (clauses[0].label_class, clauses[0].section_class)
    what = what_is_missing(texts)
    return [Blank(what if wished else _with_matter(what, texts), said, place)]


def _each_of_its_matter(parts: Sequence[str]) -> list[str]:
    """Return the questions of a list, each with the matter of the first, and with what is told behind all.

    护学岗保险买不买、买哪家的，别讲: 护学岗保险买不买，别讲; 护学岗保险买哪家的，别讲.
    """
    first = question_in(parts[0])
    tail = re.search("[，,].*", parts[-1])
    found = []
    for part in parts:
        text = part if first is None or part is parts[0] else of_matter(part, first)
        found.append(f"{text}{tail[0] if tail and part is not parts[-1] else ''}")
    return found


def of_matter(text: str, before: Question) -> str:
    """Return a question without a subject behind the matter of the one in front; any other as it is."""
    question = question_in(text)
    if question is None or not question.leans or "每" in question.front:
        return text
    joint = "，" if "，" in before.front or len(before.matter) > _LONGEST_MATTER else ""
    return f"{before.matter}{joint}{text}"


# A longer matter is told in a clause of its own.
_LONGEST_MATTER = 8


def _is_open(part: str) -> bool:
    """Whether a part of a list asks, or names what is missing: 每期多少人、经费没批."""
    return bool(pattern("question").search(part)) or is_named(part) or is_blank(part)


def what_is_missing(clauses: Sequence[str]) -> str:
    """Return the thing that is missing: its name, else the words of ``clauses`` that tell so."""
    if name := name_of_missing(clauses):
        return name
    for clause in clauses:
        bare = _without_verdict(clause)
        if len(bare) >= 2:
            return bare
    return clauses[0]


def _with_matter(name: str, clauses: Sequence[str]) -> str:
    """Return what is missing with the matter in front of it: 年底复审 and 时间 as 复审时间."""
    matter = _WHEN_OR_WHERE.sub("", clauses[0])
    bare = len(clauses) > 1 and asks_barely(clauses[1]) and not leads_to_blank(matter)
    if not bare or re.search("[没未待讲说提写]|已定|定了", matter) or name.startswith(matter):
        return name
    return f"{matter}{name}"[-LONGEST:]


_WHEN_OR_WHERE = re.compile(
    "^(?:(?:今|明|本|去)?年(?:底|初|内)?|[上下]半年|[本下]月|全[国省市县区镇乡村校院矿厂])+(?=..)"
)


def _without_verdict(text: str) -> str:
    open_ = VERDICT.search(text)
    front = text[: open_.start()] if open_ and open_.start() > 1 else pattern("blank").sub("", text)
    bare = re.sub(r"^(?:但|可|只是|不过|具体|书记|县长|领导)+", "", without_actor(front))
    bare = re.sub("[还也都]$", "", bare)
    bare = re.sub(r"(?:上来|出来|下来|来|给我们|我们|，|的)+$", "", bare)
    return _REPORTS.sub("", bare.replace("（）", "").strip(" 　，,。的"))


def open_units(blanks: Iterable[tuple[int, Blank]], facts: Sequence[Fact]) -> frozenset[str]:
    """Return the ids of facts on lines of which the sheet says that a unit is missing."""
    lines = {item for item, blank in blanks if _UNIT.search(blank.text)}
    return frozenset(fact.id for fact in facts if fact.group in lines)


def about_units(blanks: Iterable[tuple[int, Blank]], facts: Sequence[Fact]) -> list[Blank]:
    """Return the blanks, each with the facts on its line that it is about, and one for each unit missing."""
    found: list[Blank] = []
    told: set[str] = set()
    asked: dict[int, Question] = {}
    for item, blank in blanks:
        start = bisect_left(facts, item, key=lambda fact: fact.group)
        line = facts[start : bisect_left(facts, item + 1, key=lambda fact: fact.group)]
        beside = _beside(blank, line, facts, facts[:start], item)
        lacking = [fact for fact in beside if any(q.lacks_unit for q in fact.quantities)]
        of_unit = bool(_UNIT.search(blank.text)) and bool(lacking)
        nearest = [f for f in lacking if of_unit and f.place.start <= blank.place.start] or beside
        about = nearest[-1:]
        if of_unit:
            told.update(fact.id for fact in about)
            noun = next((q.noun for q in about[0].quantities if q.lacks_unit), "")
            blank = replace(blank, what=unit_of(noun))
        own = about[:1] if about and about[0].group == item else []
        question = None if of_unit else question_in(blank.text)
        if question is not None and question.leans and not own:
            # On a line of its own it goes on with no fact, but with the question in front of it.
            about = []
            goes_on = item in asked and question.kind == "whether"
            blank = replace(blank, text=of_matter(blank.text, asked[item])) if goes_on else blank
        if question is not None:
            asked.setdefault(item, question)
        blank = _of_fact(blank, question, own[0]) if own else blank
        found.append(replace(blank, about=tuple(fact.id for fact in about)))
    for fact in facts:
        for quantity in without_unit(fact.quantities):
            if fact.id not in told:
                what = unit_of(quantity.noun)
                found.append(Blank(what, quantity.text, quantity.place, (fact.id,)))
    return sorted(found, key=lambda blank: blank.place.start)


def _beside(
    blank: Blank, line: Sequence[Fact], facts: Sequence[Fact], before: Sequence[Fact], item: int
) -> list[Fact]:
    """Return the facts that a blank may be about: those of its thing, or in front of it on its line."""
    beside = [fact for fact in line if fact.place.start <= blank.place.end]
    if beside and _UNIT.search(blank.text):
        # 农业农村局来文没写单位: whoever wrote it is not what it is about.
        return beside
    # What is missing of a thing is told with it, and not within a list of causes.
    named = [f for f in facts if _names(blank.what, f) and (f.group == item or f.type is not FactType.CAUSE)]
    return (
        named
        or _task_of(blank, beside, facts)
        or beside
        or [*line[:1]]
        or _of_thing(blank, facts)
        or _near(blank, facts, before, item)
    )


def _of_thing(blank: Blank, facts: Sequence[Fact]) -> list[Fact]:
    """Return the last fact that begins with the thing of which a part is open: 旧物房的牌子叫什么名没定."""
    thing = re.match("([一-鿿]{2,6}?)的", blank.text)
    return [f for f in facts if thing and f.text.startswith(thing[1])][-1:]


def _of_fact(blank: Blank, question: Question | None, fact: Fact) -> Blank:
    """Return a blank with the name it has beside a fact of its line: 标准 as 高温补贴标准."""
    if fact.type is FactType.DUTY and _ONE_OF_MANY.fullmatch(blank.text):
        return replace(blank, what=f"{blank.what}责任人")
    if question is not None and question.leans:
        return replace(blank, what=question.name(fact.topic))
    if blank.what in _OF_SOMETHING and _TOPIC.fullmatch(fact.topic):
        return replace(blank, what=f"{fact.topic}{blank.what}")
    return blank


def _task_of(blank: Blank, beside: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """Return the one task of the thing for which nobody is named among the duties: 代煎配送找哪家没定."""
    if not beside or beside[-1].type is not FactType.DUTY or not _ASKS_WHO.search(blank.text):
        return []
    thing = _THING.match(blank.text)
    for words in _parts_of(thing[0] if thing else ""):
        found = [fact for fact in facts if fact.type in AIMS and words in fact.text]
        if found:
            return found if len(found) == 1 else []
    return []


def _parts_of(thing: str) -> Iterator[str]:
    """Yield the words by which a thing may be called: its beginning, or three signs of it, 报警器."""
    yield from (thing[:size] for size in range(min(4, len(thing)), 2, -1))
    yield from (thing[at : at + 3] for at in range(1, len(thing) - 2))
    yield from ([thing[:2]] if len(thing) > 1 else [])


# Who is asked for, and the thing in front of the question, in its first signs.
_ASKS_WHO = re.compile("谁|哪[一几]?[家个]")
_THING = re.compile("(?:(?![谁由归让的找请哪])[一-鿿]){2,8}")


def _near(blank: Blank, facts: Sequence[Fact], before: Sequence[Fact], item: int) -> list[Fact]:
    """Return the fact with which a blank on its own line is told; none is told within a case or a cause."""
    near = (*_alike(blank, facts), *_in_front(before, item))
    return [fact for fact in near if fact.type not in (FactType.CASE, FactType.CAUSE)][:1]


def _alike(blank: Blank, facts: Sequence[Fact]) -> list[Fact]:
    """Return the fact that shares most words with a blank: 县里一季度考核 for 二季度县里考核争第几."""
    words = pairs_in(blank.text)
    common = [len(words & pairs_in(fact.text)) for fact in facts]
    most = max(common, default=0)
    return [facts[common.index(most)]] if most >= _ALIKE else []


def _in_front(facts: Sequence[Fact], item: int) -> list[Fact]:
    """Return the last fact in front of a blank that has a line to itself: it is told behind it."""
    return [fact for fact in facts[-1:] if item - fact.group <= _NEAR]


# 高温补贴6月起按天发（标准还没批）: what is missing is that of the matter it stands behind.
_OF_SOMETHING = ("标准", "办法", "方案", "细则", "金额", "名额", "比例", "期限", "时限", "预算", "经费")
_TOPIC = re.compile("[^对按由把从在，]{2,10}")
# 初一闻静，初三鲁平，初二没报: for one of them nobody is named.
_ONE_OF_MANY = re.compile(r"(?!.*[谁哪几])[一-鿿\d]{2,4}?(?:还|也|都)?没(?:报|定)[^，,]{0,2}")
# So many lines lie at most between a blank and the fact behind which it is told.
_NEAR = 1
# So many pairs of signs in common tell of one matter.
_ALIKE = 3
_ASKED = re.compile("[那这]|谁|哪")


def _names(what: str, fact: Fact) -> bool:
    """Whether a blank begins with what a fact is about, or where: 城东泵站谁包, 石亭镇那处谁包."""
    if len(fact.topic) >= 3 and what.startswith(fact.topic[:4]):
        return True
    is_where = len(fact.who) >= 2 and what.startswith(fact.who)
    return is_where and _ASKED.match(what, len(fact.who)) is not None


# 每次从80涨到120, 补贴每人每月200: how a figure moves, of what each, and who wrote it, is no part of what
# it counts.
_MOVES = re.compile(
    "^[一-鿿]{2,8}(?:[写报]|等于)$|^(?:另|还|再|又)?(?:要|需|添|购|订)(?=[一-鿿]{2})|(?:从|到|扣|奖|要|实|涨|加|共|有|是|约|定|添|补|配|做|购|也|给|花|用|抽|了|一[年月天季次]|每[一-鿿]?)+$"
)


# 青苗补偿每亩多少，报来是1200
_REPORTED = re.compile("从?原来?的?$|(?:.*多少，?)?报(?:来|上来)?的?是?$")


LONGEST_CLAUSE_NOUN = 12


def unit_of(noun: str) -> str:
    """Return the name of the unit that a figure lacks."""
    noun = subject_noun(_REPORTED.sub("", _MOVES.sub("", noun)), LONGEST_CLAUSE_NOUN)
    return f"{noun}的计量单位" if noun else "计量单位"
