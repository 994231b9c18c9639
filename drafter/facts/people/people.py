"""Who leads, helps or answers for what, and whom a story is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.people.names import SURNAMES, name_at
from drafter.facts.people.persons import find_persons

# What stands in front of a verb of duty and is nobody: 首问负责, 按法定办, 不归我管.
# 定前开两场居民会 names nobody either.
_NOBODY = re.compile(
    '免费|谁|怎么|^明确$|^[出住入]院|首问|^我$|案[子件]|[还仍正]在$|^跟|[“”"]|按|依照|根据|^(?:没|无)人|[开办搞][一两三四五六七八九十\\d]+[场次个]'
)
# What no body and no person is called: 没培训的不得进厂, 暗访结果通报全区, 每班矿领导跟班.
_SAYS_MORE = re.compile(
    "^(?:但|可|讲|说|让|把|被|全[^，,]{1,3}听)|不(?!动产|锈)|没|连续|留人|得(?=[进出上下])|通报|公布|结果|[跟值带上下当]班$|[进出][厂校村]$|[的得地]$"
)
# 每天下午放学前班主任, 张家湾那边区里: when and where is no part of who.
_WHEN_WHERE = re.compile(
    "^.*(?:[学班课饭节会期假][前后]|[那这](?:边|块|里|头)|[每当][天日晚次])(?=[一-鿿]{2,})"
)
_DOES = re.compile("(?:搞|做|办|抓|落实|推进|实施|完成)(?:好)?$")


class Duty(Struct, frozen=True):
    """Who leads and who helps, and for what: the words in front of the verb of duty."""

    owners: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    matter: str = ""


@lru_cache(maxsize=4096)
def find_duty(text: str) -> Duty | None:
    """Return who has the duty in one clause, None where nobody has."""
    if re.search("移[交送]", text):
        # 店长移交执法大队 gives nobody a duty.
        return None
    helped = pattern("duty-help").search(text)
    led = pattern("duty-lead").search(text)
    given = pattern("duty-to").search(text)
    if helped and (not led or helped.start() < led.start()):
        return _helped(text, helped)
    if given and given.end() < len(text):
        return _given(text, given, led)
    duty = _led(text, led) if led else None
    if duty and led and helped and (names := split_names(text[led.end() : helped.start()].strip("、，"))):
        # 信息科牵头、财务科配合: both in one clause.
        return Duty(duty.owners, names)
    return duty


def _helped(text: str, verb: re.Match[str]) -> Duty | None:
    before = text[: verb.start()].removeprefix("由")
    led = _DOES.search(text, verb.end()) if verb[0] == "配合" else None
    if led and (owners := split_names(text[verb.end() : led.start()])) and (names := split_names(before)):
        # 机电科配合通风科搞: whom they help has the lead.
        return Duty(owners, names)
    rest = text[verb.end() :]
    if verb[0] == "配合" and pattern("body-end").search(rest) and (owners := split_names(rest)):
        # 质监站配合驻局纪检组: whom they help has the lead.
        return Duty(owners, split_names(before))
    if verb[0] == "会同":
        owners = split_names(before.rpartition("由")[2])
        partners = split_names(_without_action(text[verb.end() :]))
        return Duty(owners, partners) if owners and partners else None
    names = split_names(before)
    if verb[0] == "参加" and not all(pattern("body-end").search(name) for name in names):
        return None
    return Duty((), names) if names else None


def _ends_as_body(name: str) -> bool:
    """Whether a word ends as a body is called."""
    return any(found.end() == len(name) for found in pattern("body-end").finditer(name))


# 抓捕归案, 当天归还: nobody has it in hand.
_RETURNS = re.compile("[案档还零位队]")


def _given(text: str, given: re.Match[str], led: re.Match[str] | None) -> Duty | None:
    """Return the duty of 闸门由谭志高包到底 and 弹窗归信息科."""
    if given[0].endswith("归") and _RETURNS.match(text, given.end()):
        return None
    end = led.start() if led and led.start() > given.end() else len(text)
    if given[0].lstrip().endswith("由") and (led[0] == "干" if led else end == len(text)):
        # 看台由兴业公司干 tells who does it, and not who answers for it; 导诊岗由护理部 who answers.
        bodies = split_names(text[given.end() :]) if led is None else ()
        if not bodies or not all(_ends_as_body(name) for name in bodies):
            return None
    who = text[given.end() : end].split("会同")
    owners = split_names(_without_action(who[0]) if end == len(text) else who[0])
    partners = split_names(who[1]) if len(who) > 1 else ()
    return Duty(owners, partners, text[: given.start()].strip()) if owners else None


def doer_of(text: str) -> tuple[str, ...]:
    """Return who does what behind 由: 城管中队 of 84条由城管中队逐条拆障, 总工 闾丘澜 of 由他签字."""
    given = re.search("(?<![理缘事自])由(?=[一-鿿])", text)
    if given is None:
        return ()
    behind = text[given.end() :]
    body = pattern("body-front").match(behind)
    persons = find_persons(behind, 0, 0)
    person = persons[0].text if persons and persons[0].place.start == 0 else ""
    front = _HANDS_ON.split(body[0])[0] if body and body.end() < len(behind) else ""
    return split_names(person or front)


# 乡镇报县林业局审批: who hands it on, and to whom.
_HANDS_ON = re.compile("(?<=..)[报交送](?=[国省市县区镇乡])")


def _led(text: str, verb: re.Match[str]) -> Duty | None:
    # 听故事的事团委安排: what it is about stands in front of who does it.
    before = re.sub("^.{2,10}的事(?=[一-鿿]{2})", "", text[: verb.start()].strip())
    if before.endswith(("没人", "无人", "没有人")) or _WAY_OF.search(before):
        return None
    owners = split_names(before)
    short = verb[0] in ("办", "干", "管", "抓", "包", "落实", "安排") or verb[0].startswith("盯")
    if not owners or (short and not _is_known(owners[-1])):
        return None
    matter = text[verb.end() :].strip()
    # 包这件事: the matter is what stands in front.
    short = verb[0] == "负责" and len(matter) <= 2
    return Duty(owners, (), "" if short or re.match("[这此]|到底|到人|一半|落实", matter) else matter)


# 机电部去年的做法：带队老师…: how somebody does it, and nobody's duty.
_WAY_OF = re.compile("(?:做法|办法|法子|经验|路子)[：:]?$")


def _is_known(who: str) -> bool:
    """Whether a word is a body, a post or a person, by whatever name."""
    return bool(pattern("body-end").search(who) or _NICKNAME.search(who)) or _named(who)


def _named(text: str) -> bool:
    return bool(find_persons(text, 0, 0)) or bool(pattern("post-end").search(text))


def _without_action(text: str) -> str:
    """Return the body at the front of 信息科统一改造: what stands after its last sign is an action."""
    end = pattern("body-front").match(text)
    return end[0] if end else text


def bracketed_duty(text: str) -> Duty | None:
    """Return who has the duty by a bracket: 修好（总务处，郎主任）, 更换（机电科牵头，供应处配合）."""
    for inside in re.findall(r"[（(]([^（()）\d]{2,30})[)）]", text):
        parts = re.split("[，,；;]", inside)
        duties = [duty for part in parts if (duty := find_duty(part))]
        if duties and len(duties) == len(parts):
            owners = tuple(name for duty in duties for name in duty.owners)
            return Duty(owners, tuple(name for duty in duties for name in duty.partners))
        names = names_in(inside)
        if names and all(pattern("body-end").search(name) or _named(name) for name in names):
            return Duty(names)
    return None


def is_somebody(duty: Duty) -> bool:
    """Return whether all who have a duty are bodies or persons by their names."""
    names = (*duty.owners, *duty.partners)
    return all(pattern("body-end").search(name) or _named(name) for name in names)


def names_in(text: str) -> tuple[str, ...]:
    """Return the bodies and persons of a list that has nothing else: a cell, a bracket."""
    found = [name for part in re.split("[，,；;\n]", text) for name in split_names(part)]
    # 县级领导各联系1条产业链 tells what they do.
    whole = 0 < len(text) <= 24 and re.search(r"\d", text) is None
    return tuple(found) or ((text,) if whole else ())


# 水利局、3个乡镇: how many of them there are names nobody else.
_COUNTED_BODIES = re.compile(r"\d{1,3}个(?:乡镇|镇|乡|村|社区|街道|部门|单位|科室|班组|县区?)")


@lru_cache(maxsize=4096)
def split_names(text: str) -> tuple[str, ...]:
    """Return the bodies or persons of a list; empty if it does not look like one."""
    text = pattern("before-names").sub("", text.strip(" 　：:，,"))
    text = re.sub("等(?:\\d{1,2}|[一二三四五六七八九十]{1,2})?[个家]?(?:部门|单位|科室)?$", "", text)
    text = re.sub(
        "(?:共同|一起|联合|垂直|统一|集中|分片|分头|分别|具体|亲自|直接|全程|一对一|逐个|包干)+$", "", text
    )
    text = text.removesuffix("各")
    if not text or len(text) > 90 or "：" in text or _NOBODY.search(text):
        return ()
    parts = [_WHEN_WHERE.sub("", part.strip()) for part in _BETWEEN_NAMES.split(text) if part.strip()]
    joined: list[str] = []
    for part in parts:
        if joined and pattern("post-end").search(joined[-1]) and _named(part) and find_persons(part, 0, 0):
            joined[-1] += "、" + part
        else:
            joined.append(part)
    told = [part for part in joined if not _COUNTED_BODIES.fullmatch(part)]
    if any(len(part) > 24 or re.search(r"[\d。；]", part) or _SAYS_MORE.search(part) for part in told):
        return ()
    return tuple(joined)


# The 和 of 住房和城乡建设局 parts no names.
_BETWEEN_NAMES = re.compile("[、及与/]|(?<!住房)(?<!工业)(?<!发展)(?<!文化)(?<!资源)(?<!卫生)(?<!国资)和")
# A clause that names whom a story is of is no longer than this: 机电科女工程师祁芳.
LONGEST_INTRODUCTION = 14
_ROLE = re.compile(
    "(?:党员|学生|护士长?|教师|老师|医生|师傅|工人|职工|队员|支?书记?|工程师|同学|民警|主任|[站所队班组科]长|会计"
    "|网格员|窗口)"
)
# What somebody does, right behind his name.
_ACTS = re.compile("[把给带拿在从到说用为跑摔守去今每天（(]")
# How a post or a body ends, in front of a name.
_IS_POST = re.compile("[所科部处院村室队站厂局委司社系班组镇乡员长师医工士生任记管友计口兵]$|司机$")
# 安全科管查 and 村干部包片 have a duty: nobody is called 管查 or 包片.
_IN_CHARGE = re.compile("[科部处室队站厂局委司社组][管包]")
# What stands behind a name that is a clause by itself: 祁大娥，53岁; 秦九斤，云岭道班.
_INTRODUCED = re.compile(r"\d{2}岁|[一-鿿]{1,2}了\d+年|[一-鿿]{2,8}[班站所队科村校院局部组厂员工师长手]$")
_ANONYM = re.compile("[\u4e00-\u9fff]某{1,2}$")
# 材料员段某把不合格钢筋按合格收
_ANONYM_ACTS = re.compile("[\u4e00-\u9fff]某{1,2}(?=[把将利用借伙])")
# 食堂师傅老吕.
_NICKNAME = re.compile(f"[小老][{SURNAMES}]$")
_WHOLE = 3
_CALLED = re.compile(f"[小老][{SURNAMES}](?=[（(]|每|天|把|给|带)")


def person_told_of(clauses: Sequence[str]) -> str:
    """Return the person whom the first ``clauses`` of a story name; "" where they name nobody."""
    if not clauses:
        return ""
    if len(clauses) > 1 and name_at(clauses[0], 0) == clauses[0] and _INTRODUCED.match(clauses[1]):
        return clauses[0]
    if len(clauses[0]) <= LONGEST_INTRODUCTION and (found := _name_at_end(clauses[0])):
        return found
    return next(filter(None, map(_name_behind_role, clauses[:2])), "")


def _name_at_end(clause: str) -> str:
    nick = _NICKNAME.search(clause)
    # 护士郦小满 has a name; 食堂师傅老吕 has only what he is called.
    whole = name_at(clause, nick.start() - 1) if nick and nick.start() else ""
    if len(whole) == _WHOLE and not any(r.end() == nick.start() for r in _ROLE.finditer(clause) if nick):
        return whole
    if match := _ANONYM.search(clause) or nick:
        return match[0]
    if re.search(r"\d(?!\d*[班号组栋楼])", clause):
        # 全县42个班主任 counts, 九年级5班班主任邬静 does not.
        return ""
    at = (len(clause) - size for size in (4, 3, 2))
    return next(
        (
            clause[i:]
            for i in at
            if _IS_POST.search(clause, 0, i)
            and name_at(clause, i) == clause[i:]
            and not _IN_CHARGE.match(clause, i - 1)
        ),
        "",
    )


def _name_behind_role(clause: str) -> str:
    """Return the name behind a post, in front of what its bearer does: 党员张桂兰把船拿去."""
    if anonym := _ANONYM_ACTS.search(clause):
        return anonym[0]
    for role in _ROLE.finditer(clause):
        if called := _CALLED.match(clause, role.end()):
            return called[0]
        for size in (3, 2):
            name = clause[role.end() : role.end() + size]
            if len(name) == size and name_at(name, 0) == name and _ACTS.match(clause, role.end() + size):
                return name
    return ""
