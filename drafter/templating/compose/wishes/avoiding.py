"""What the leader wants unsaid: the facts that are left out, and the clauses that are cut from others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.people.audiences import PEOPLE
from drafter.facts.people.names import name_at
from drafter.facts.sheet import AIMS, Fact, FactType, Intent, IntentKind
from drafter.templating.compose.plan.story import hero_of
from drafter.templating.compose.wishes.instructions import is_said_to_writer
from drafter.templating.compose.wishes.stand_ins import FIGURE

# Facts of which a clause may be left out; what is to be done is said whole or not at all.
_MAY_SHRINK = (FactType.CAUSE, FactType.PROBLEM)
# What a wish not to touch names, where it means all facts of a type.
_MATTERS = {"钱": FactType.FUND, "经费": FactType.FUND, "资金": FactType.FUND}
# 分数别报 is about 63.5分, whoever has it.
_MEASURED = {"分数": "分(?!钟)", "得分": "分(?!钟)", "名次": "[名位]"}
# What is to be told, only not at length.
IN_DETAIL = re.compile("细节|展开|渲染")
# What is shorter is avoided only where it stands as it is.
LEAST_CORE = 4
# An incident of fewer clauses is not told in part.
LEAST_INCIDENT = 4
# A fact of fewer clauses is told whole or not at all.
LEAST_LEFT = 3
CLAUSE_ENDS = re.compile("[，。；]")
_SENTENCE_ENDS = re.compile("[。；]")


# A quarter or a year in front tells when, not what: 一季度各村名次.
_WHEN = re.compile("^(?:[一二三四上下前全去今本明当]|\\d)+(?:季度|半?年|月份?|个月)|^(?:各|所有|全部)")


# Whoever does or has something is told by what he does or has: 一楼反对的住户.
_ANYBODY = re.compile(
    "^(?:那|这|几|些|个)*(?:人|住户|居民|村民|同志|单位|企业|公司|村|户|家|事|问题|情况|做法)$"
)


# 赔了多少不说 is about the figure.
_ASKS_HOW_MUCH = re.compile("(?:多少|几[个块]?)$")


def _head_of(word: str) -> str:
    """Return what a matter is about: 招标 of 索道更换设备的招标; "" where it counts those it means."""
    if re.search(r"\d", word):
        return ""
    front, _of, head = _WHEN.sub("", word).rpartition("的")
    return front if front and _ANYBODY.match(head) else head


def avoided_clause(fact: Fact, intents: Sequence[Intent]) -> str:
    """Return the clause of a fact that touches what the leader wants avoided, where others remain; else "".

    别提产量压力: 区队怕影响产量 goes, 发现问题不停机 stays.
    """
    clauses = CLAUSE_ENDS.split(fact.text)
    cuts = (_last_sentence, _of_kin, _beside_harm, _age, _avoided_by)
    found = (cut(fact, clauses, intent) for intent in intents for cut in cuts)
    return next(filter(None, found), "")


def _last_sentence(fact: Fact, _clauses: Sequence[str], intent: Intent) -> str:
    """Return the last of several sentences where a wish without words stands behind it."""
    if intent.kind is not IntentKind.AVOID or intent.words or fact.id not in intent.about:
        return ""
    *others, last = _SENTENCE_ENDS.split(fact.text.rstrip("。；"))
    return last if others else ""


_KIN = re.compile("妻子|丈夫|老婆|爱人|老伴|孩子|儿子|女儿|父母|父亲|母亲|爹|妈")


def _of_kin(fact: Fact, _clauses: Sequence[str], intent: Intent) -> str:
    """Return the last sentence where each clause of it tells of kin of whom a wish wants nothing told.

    他妻子孩子别提 cuts 他妻子在食堂上班，孩子今年高考 out of what he did.
    """
    spared = {kin for word in intent.words for kin in _KIN.findall(word)}
    if intent.kind is not IntentKind.AVOID or not spared:
        return ""
    *others, last = _SENTENCE_ENDS.split(fact.text.rstrip("。；"))
    told = all(any(kin in clause for kin in spared) for clause in re.split("，", last))
    return last if others and told else ""


def _age(fact: Fact, clauses: Sequence[str], intent: Intent) -> str:
    """Return the clause that tells an age that is not to be told: 焦长贵的年纪别提."""
    if intent.kind not in (IntentKind.AVOID, IntentKind.NO_NAME):
        return ""
    if not re.search("年[纪龄]|岁数", intent.text):
        return ""
    aged = next((clause for clause in clauses if re.fullmatch(r"(?:今年)?\d{2}岁了?", clause)), "")
    return aged if any(word[:2] in fact.text for word in (*intent.words, intent.text)) else ""


def _avoided_by(fact: Fact, clauses: Sequence[str], intent: Intent) -> str:
    """Return the one clause that a wish not to touch a matter is about, where others remain."""
    if intent.kind is not IntentKind.AVOID or len(clauses) < 2:
        return ""
    if last := _said_beside(clauses, intent):
        return last
    if fact.type not in AIMS and len(scores := _scores(clauses, intent)) == 1:
        return scores[0]
    found = (_touched(word, clauses) for word in intent.words if fact.type in _MAY_SHRINK)
    return next(filter(None, found), "")


def _said_beside(clauses: Sequence[str], intent: Intent) -> str:
    """Return the last of several clauses where it alone touches a matter: 停了不算产量考核 for 产量."""
    touched = [c for c in clauses if any(len(word) > 1 and word in c for word in intent.words)]
    return touched[0] if touched == [clauses[-1]] and len(clauses) >= LEAST_LEFT else ""


def _scores(clauses: Sequence[str], intent: Intent) -> list[str]:
    """Return the clauses with a score or a rank, where the leader wants none told: 分数别报."""
    units = [unit for word, unit in _MEASURED.items() if word in intent.words]
    return [clause for clause in clauses if any(re.search(rf"\d{unit}", clause) for unit in units)]


_PUNISHED = re.compile("处[理分罚置]")


def _touched(word: str, clauses: Sequence[str]) -> str:
    """Return the one clause that a word means; it has a figure only where the word asks for one."""
    head = _head_of(word)
    told = len(word) >= LEAST_CORE and len(head) > 1
    # 检修班怎么处理 spares how they are punished, and not that they did not answer.
    told = told and (_PUNISHED.search(head) is None or any(map(_PUNISHED.search, clauses)))
    touched = [c for c in clauses if told and _is_meant(head, c)]
    bare = len(touched) == 1 and (_ASKS_HOW_MUCH.search(word) or not re.search(r"\d", touched[0]))
    return touched[0] if bare else ""


def _beside_harm(_fact: Fact, clauses: Sequence[str], intent: Intent) -> str:
    """Return the one clause of an incident that a wish spares, where it is not the harm itself.

    家属投诉不提 cuts 家属投诉到市里 out of how a patient fell; 摔倒的事不提 leaves nothing to tell.
    """
    if intent.kind is not IntentKind.AVOID or not any(has_cue("harm", clause) for clause in clauses):
        return ""
    touched = [c for c in clauses if any(len(word) > 1 and word in c for word in intent.words)]
    told = len(touched) == 1 and touched[0] != clauses[0] and not has_cue("harm", touched[0])
    return touched[0] if told and len(clauses) >= LEAST_INCIDENT else ""


def _told_in_part(fact: Fact, clauses: Sequence[str], intent: Intent) -> bool:
    """Whether a fact is told without the clause that a wish spares."""
    cuts = (_last_sentence, _of_kin, _beside_harm)
    cut = next(filter(None, (cut(fact, clauses, intent) for cut in cuts)), "")
    return bool(cut or _said_beside(clauses, intent))


_GUESTS = re.compile("[一-鿿]人|患者|[顾旅乘游][客人]|[客用农]户")


def _is_meant(words: str, clause: str) -> bool:
    pairs = pairs_in(words)
    people = PEOPLE.match(words) or _GUESTS.match(words)
    if people and not any(pair in clause for pair in pairs_in(words[people.end() :])):
        # 别说病人挑剔 spares no clause that only has 病人 in it.
        return False
    return words[:2] in clause and sum(pair in clause for pair in pairs) * 3 >= len(pairs)


# 他老伴做了手术，能不能提先问他本人: until he is asked, nothing is told.
_ASKS_LEAVE = re.compile(
    "(?:能不能|可不可以|好不好|该不该)(?:提|讲|说|点|写|念|公开)[一-鿿]{0,3}(?:先|得|要|还)*(?:问|征求|没问|看本人)"
)


def left_out_of(facts: Sequence[Fact], intents: Sequence[Intent]) -> dict[str, str]:
    """Return the facts that are not to be said, each with the words that tell so.

    What another wish wants told is told: only its clauses that are avoided may be cut.
    """
    found: dict[str, str] = {}
    wanted = {id_ for intent in intents if intent.kind is IntentKind.STRESS for id_ in intent.about}
    wanted.update(_of_those_named(facts, intents))
    for intent in intents:
        if intent.kind is IntentKind.AVOID and not (IN_DETAIL.search(intent.text) or _is_figure(intent)):
            words = [word for word in intent.words if len(word) >= 2]
            types = {_MATTERS.get(word) for word in intent.words}
            named = [f.id for f in facts if f.type in types or _is_touched(f, facts, words)]
            named += [f.id for f in facts for word in words if _parts_sum(f, facts, word)]
            whole = {f.id for f in facts if not _told_in_part(f, CLAUSE_ENDS.split(f.text), intent)} - wanted
            named += [f.id for f in facts if len(_scores(CLAUSE_ENDS.split(f.text), intent)) > 1]
            spared = (id_ for id_ in (*intent.about, *named) if id_ in whole)
            found.update(dict.fromkeys(spared, intent.text))
    for fact in facts:
        if is_said_to_writer(fact) or _ASKS_LEAVE.search(fact.text):
            found[fact.id] = fact.text
        elif fact.named is False and fact.who and not _says_more(fact):
            found.setdefault(fact.id, next((i.text for i in intents if fact.id in i.about), ""))
    return found


def _of_those_named(facts: Sequence[Fact], intents: Sequence[Intent]) -> Iterator[str]:
    """Yield the facts about those who are to be named or praised: 去年火点不用再念 leaves 大湾村 its own."""
    those = [i for i in intents if i.kind in (IntentKind.NAME, IntentKind.PRAISE)]
    words = [word for intent in those for word in intent.words if len(word) > 1]
    yield from (f.id for f in facts if any(word in f"{f.label}{f.text}" for word in words))


# 数字报几个就行，别一串一串念; 少念数字
_FEW_FIGURES = re.compile(
    "(?:数字?|数据)(?:也|都|就)*(?:(?:别|不要?|少)(?:再)?(?:念|报|讲|说|堆|用)得?(?:太多|太密|多|一串|一堆)"
    "|(?:只)?(?:念|报|讲|说)(?:几个|一两个|要紧的)|(?:别|不要?)(?:一串一串|成串|一堆一堆)地?(?:念|报|讲|说)|(?:要|得|尽量)?少(?:一?[点些])?$|(?:只)?[挑拣](?:[一两三四几要][^，]{0,4})(?:念|报|讲|说))|(?:少(?:念|报|讲|说|堆|用)(?:点|些)?|(?:别|不要)(?:念|报|讲|说|堆|用)(?:太多|一串|一堆))(?:数字?|数据)(?:$|，)"
)


def wants_few_figures(intents: Sequence[Intent]) -> bool:
    """Whether the leader wants few figures: none is worked out then, beyond those that the sheet gives."""
    return any(_FEW_FIGURES.search(intent.text) for intent in intents)


# 投资构成, 经费明细那些数: how a sum is made up.
_MADE_UP = re.compile("(?P<sum>[一-鿿]{2,6}?)的?(?:构成|组成|明细|来源)(?:[那这]些)?(?:数字?|账)?$")
_PART = re.compile(r"里头?(?:[，有]|[一-鿿]{2,6}\d)|其中|其余|剩下|[一-鿿]{2,8}[出配筹]\d")


def _parts_sum(fact: Fact, facts: Sequence[Fact], word: str) -> bool:
    """Whether a fact tells the parts of a sum of which a wish wants them unsaid."""
    made = _MADE_UP.fullmatch(word)
    if made is None or fact.type is not FactType.FUND or not _PART.search(fact.text):
        return False
    return any(made["sum"] in each.text for each in facts if each.group == fact.group)


_HE = re.compile("(?:^|(?<=[，。；]))[他她](?!们)")


def _is_touched(fact: Fact, facts: Sequence[Fact], words: Sequence[str]) -> bool:
    """Whether a fact, with the name of him of whom it tells, speaks of one of these words."""
    by_name = _by_name(fact, facts)
    return any(touches(by_name, word) for word in words)


def _by_name(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """Return a fact with the name of him of whom it tells, or those in front on its line do."""
    if _HE.search(fact.text) is None:
        return fact
    line = [f for f in facts if f.group == fact.group and f.place.start <= fact.place.start]
    name = next((hero for each in reversed(line) if (hero := hero_of(each) or name_at(each.text, 0))), "")
    return replace(fact, text=_HE.sub(name, fact.text)) if name else fact


def _is_figure(intent: Intent) -> bool:
    """Whether a wish leaves out no more than a figure: 46人."""
    return bool(intent.words) and all(map(FIGURE.fullmatch, intent.words))


# 骆建民父亲的事, 尚小雨不去县医院那事: neither what points at a matter nor a denial is part of it.
_POINTS = re.compile(
    "(?:的|这|那)?(?:件|个|段)?(?:事情?|话|问题|细节)$|(?<=..)[那这][件个段]?$|(?<=..)[没未不](?=..)"
)


def touches(fact: Fact, word: str) -> bool:
    """Whether a fact speaks of what is to be avoided, in these words or nearly: 骆建民父亲的事."""
    if word in fact.text:
        return True
    core = _POINTS.sub("", word)
    pairs = pairs_in(core)
    return len(core) >= LEAST_CORE and sum(pair in fact.text for pair in pairs) * 3 >= len(pairs) * 2


def may_touch(fact: Fact, word: str) -> bool:
    """Whether a fact shares half of what is to be avoided, so that only a reader can tell."""
    core = _POINTS.sub("", word)
    pairs = pairs_in(core)
    begins = len(core) > LEAST_CORE and core[:2] in fact.text
    return begins and sum(pair in fact.text for pair in pairs) * 2 >= len(pairs)


def _says_more(fact: Fact) -> bool:
    """Whether an unnamed fact still tells something; 也差，新班子4月才上任 only hints at the one spared."""
    rest = fact.text.partition(fact.who)[2].lstrip("：:，, 的")
    return not rest or len(rest) >= 4 and not re.match("[也都又还更最差]|新班子|不行", rest)


# What a number counts, one by one.
_LISTED = re.compile("[个名位家户人][：:，]((?:[\u4e00-\u9fff]{2,14}、)+[\u4e00-\u9fff]{2,14})$")


def listed_names(text: str) -> tuple[str, ...]:
    """Return the names that a fact lists behind a number of them: 先进集体4个：柳塘村、石埠社区."""
    found = _LISTED.search(text)
    return tuple(found[1].removesuffix("等").split("、")) if found else ()


def without_list(text: str) -> str:
    """Return a text without the names that it lists behind their number."""
    found = _LISTED.search(text)
    return text[: found.start() + 1] if found else text


def tells_why(said: str, intents: Sequence[Intent]) -> bool:
    """Whether words touch what a wish avoids: 停水这招别提，谁欠费也不许停他的水 tells why."""
    avoided = (word for i in intents if i.kind is IntentKind.AVOID for word in i.words if len(word) > 1)
    return any(all(sign in said for sign in word[:2]) for word in avoided)
