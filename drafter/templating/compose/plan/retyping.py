"""What a fact does in a speech of its kind, where its words alone told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.people.names import name_at
from drafter.facts.sheet import TASKS, Fact, FactType
from drafter.templating.compose.plan.story import hero_of

# Who said it in front: 罗鸣：排练厅漏雨.
_HEARD = re.compile("[^：，]{2,8}：(?!其)|有人|大家|不少人|几位")
# What is not given, or not yet.
_CANNOT = re.compile(
    "[定给批管]不了|不能(?:自己|马上|答应|当场|一下|定)|不是[^，]{0,4}(?:能|马上)|[省上]里?定的|要等|办不了|够不着|没法|没轮上|[警局队]在查"
)
_ACCIDENT = re.compile("中毒|坠落|泄漏|死亡|受伤|起火|爆炸|坍塌|溺水|砸[伤中]|触电|翻车")
_PEOPLE = re.compile(
    "[^，]{2,14}(?:同学|队员|党员|老师|职工|师傅|夫妻|夫妇|班组|小组|一名同志)，|[^，]{2,8}[级班队组科院村]的[一-鿿]{2,3}，"
)
_DECIDED = re.compile(
    "[（(]?(?:已经?)?[和跟与]?(?:[一-鿿]{1,8}[会里]|[一-鿿]{0,6}(?:党[组委]|班子))(?:\\d+月\\d+[日号])?(?:上)?(?:已经?)?(?:定[死好]?|同意|通过|研究|商量)(?:的|了|过了?)?"
    "(?:，可以[讲说])?[）)]?[：:]?"
)
_NOTHING_WRONG = re.compile(
    "(?:没有?|未)(?:再?发生|出)(?:过|现)?[一-鿿]{0,6}(?:事故|伤亡|案件|差错|火灾|溺水|中毒|感染)|零(?:事故|伤亡|差错|感染)"
    "|没有?(?:人员?|学生|职工|[一-鿿]{0,2}发生)?(?:伤亡|伤人|溺水|受伤|死亡|中毒)"
    # 没有因为下雪断过一天路, 没有出过楼板塌的事
    "|(?:没有?|未)(?:发生|出)过[一-鿿]{2,10}的?事(?:情|件)?$"
    "|没有?因为?[一-鿿]{1,8}[断停误]过|(?:事故|[伤死]亡|[轻重]伤|差错|断供|火灾|火情)[一-鿿]{0,4}0[起次人例]"
)


_MISHAP = re.compile(
    f"{_ACCIDENT.pattern}|掉块|冒顶|砸|漏[气水油]|火情|没响|堵车|投诉|满负荷|排了?队|往[^，]{1, 4}里扔"
)
# An accident as it is told: what broke, fell or burnt, at one time.
_HAPPENED = re.compile(
    "冒顶|坍塌|倒塌|塌了|垮|翻车|脱轨|火灾|起火|着了?火|爆炸|泄漏|坠落|砸|桥面沉|沉了|中毒|撞|跳车"
)
# Of what nobody was hurt by, something happened: 阀内漏没发现，没伤人.
_ESCAPED = re.compile("没(?:有)?伤(?:人|着)|没酿成|没出人命|没大碍|虚惊")
# Money that lies is wrong, and none that is given.
_LIES = re.compile("沉淀|闲置|趴在账|[没未](?:花|用|拨)(?:出去|完|付)?")
# Who answers for what: 副总老霍抓欠交订单.
_IN_CHARGE = re.compile(
    "[一-鿿 　]{2,16}[抓盯管包](?![起理办扶好住严紧牢])[一-鿿]{2,10}"
    "(?:，[一-鿿 　]{2,16}[抓盯管包](?![起理办扶好住严紧牢])[一-鿿]{2,10})*"
    "|[一-鿿]{2,10}由[一-鿿 　]{4,16}(?:负责|[抓盯管包][一-鿿]{0,3})(?:，.*)?"
    "|[^，]*各[管负][各其].*"
)
# How often something is shown to those whom it concerns: 每10天贴一次.
_SHOWN = re.compile(
    r"每隔?[\d一两三四五六七八九十半]*个?(?:[天周月季]|星期)[^，]{0,8}(?:公布|公示|通报|晒|贴)"
)
# Who answers for money, where no sum is told: 财务科管沉淀资金.
_KEEPS = re.compile("[一-鿿]{2,8}[抓盯管][一-鿿]{2,8}")
# What was done or is so is no task: 收完亩均860斤, 坚持了14个月, 去年才投用; 欠了3个月的 names one.
_DONE = re.compile(
    r"收完[^，要]{0,4}\d|了[^，要]{0,2}\d[\d.]*[^，的]{0,4}(?:[，。]|$)|[去前]年[^，的]*(?:[，。]|$)"
    r"|(?:^|，)(?:后来|事后)[^，要]*了|(?:接到|收到|受理)[^，要]{0,8}\d+多?[个件起次条户人]次?(?:[，。]|$)"
    r"|^[^，]{3,}最[多少高低长短]的是"
    # 平时260人上下; 半年没断过, 一学期没落下一个人
    r"|平[时日常]\d{1,6}[一-鿿](?:上下|左右)"
    r"|(?:[一两三四五六七八九十半\d]个?(?:学期|[年月季天])|从来?)[没未][^，要]{0,5}[^，要的](?:[，。]|$)"
)
_QUOTED = re.compile("“[^”]*”")
# How long something lasts: 行动8月25日开始，12月2日结束.
_SPAN = re.compile(r"[^，；。\d]{2,8}\d+月\d+日(?:起|开始|启动)，?[到至]?\d+月(?:\d+日|底)(?:结束|为止|收尾)")
# What was counted over a time: 两年全市献血5.83万人次.
_COUNTED = re.compile(
    r"(?:[一两二三四五近\d]+年|[去前]年|上半年|\d+[—至-]\d+月)(?:来|里)?(?![^，]*[要计须])[一-鿿]{2,8}\d"
)
# How all of it is: 临床用血全部来自无偿献血.
_OF_ALL = re.compile("[^，；。]{2,8}(?:全部?|都|均)(?:来自|出自|属于|合格|达标)")
# Who looks into things looks again and again: 公司纪委每周到一个库点看录像.
_LOOKS = re.compile(
    "[一-鿿]{0,6}(?:纪委|督[查导察][科室组办]?|监察[科室组]|审计[科室处])每[一-鿿]{0,2}[周月季旬天日][^，；]*(?:看|查|抽|打|问|访|听)"
)
# To whom what is done is told by a day: 12月25日前报党委.
REPORT = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)|[年月季]底)(?:之?前)?(?:把?结果)?(?:书面|一并|上)?报[送给到]?[一-鿿]{2,8}"
)
# What is wrong with a thing, and why: 准点率掉，一是北门路修路，二是老车多.
_REASONS = re.compile(
    "[^，；：]{2,16}(?:[掉降慢低少差]|不[高够快足好上]|没[^，]{1,6}|反弹|回落)(?:了|下[来去])?，(?:主要)?一是.+二是.+"
)
# Who asks for a look and leads it does not answer for it: 组织夜班突查，由安环部带队.
_LED_LOOK = re.compile(
    "[^，]{0,14}(?:突[击查]|抽[查检]|暗访|督[查导]|夜查|巡查|检查)[^，]{0,8}[，由][^，]{2,12}(?:带队|牵头去)"
)
# What comes of being last, or of doing wrong again: 连续3次晚点的主刀，首台资格停两周.
_SANCTION = re.compile(
    "[^，]{0,10}(?:连[续着]|累计|[一两三半]个?[月年周]内|再次?|最后|倒数|末位|垫底)[^，]{0,14}，[^，]{0,14}"
    "(?:停|取消|扣|撤|调离|约谈|问责|清退|退回|说(?:明|清)|作检[讨查]|检讨)"
)
# How work is done each time it is done: 停水提前48小时告知，当天开挖、当天回填.
_RULE_OF_WORK = re.compile(
    r"提前\d+(?:小时|天|分钟)[告通报预公贴发]|每[次趟回户班][^，；]{0,8}不(?:超过?|少于|低于|多于)|当[天日][^，；、]{2,4}[、，]当[天日]"
    r"|(?:期间|夜间|晚上|次日\d[\d:：点]*)不(?![少够足是])[一-鿿]{2}|期间[^，；]{2,8}停[工课业]|不收[^，；]{0,8}[钱费]"
)
_PAST = re.compile("了|(?<![超不])过|已|[去前]年|上半年|曾")
# 信号工何小满那晚喊停，奖2000元
_REWARDED = re.compile(r"(?![每凡谁])[^，]{2,12}，?(?:那|当)[天晚次时][^，]{1,14}，奖(?:励|金)?[\d一二三两]")
# 11月以后还是断断续续
_STILL_SO = re.compile(
    "(?:还是|仍然?|一直|照样|老是)[^，要]{0,3}(?:断断续续|[没不漏堵坏慢低乱差停少])|断断续续|时[好有断]时[坏无续]"
)
# What is lacking is to be made good by a day.
_MADE_GOOD = re.compile("[前底][^，；]{0,3}(?:[补配][齐足上]|[建装改修完拆设办][齐完好成])")
# What those above ask of all is a measure of how things stand: 县里要求都要90%以上.
_MEASURE = re.compile(
    r"(?:[省市县区州]里|上级|总[行局部]|集团|公司)(?:的|给的|定的)?(?:要求|标准|底?线|规定)[^，]*\d%?(?:以[上内下])?$"
)
# Money that a house takes, lends or has paid out is its business, and nothing that is set aside.
_BUSINESS = re.compile(
    r"比年初|同比|环比|惠及|不良|逾期|(?:贷款|存款)余额|(?:[一二三四]季度|上半年)\d|^[^，花用需投出]{2,12}合计\d"
)
_ALLOTTED = re.compile("安排|预算|经费|专项|补[助贴]|奖[励金]|[追增]加|投入|出资|自筹|列支|拨|费用")
# 今年清收奖励40万元 is set aside; 报的奖200元 is what one gets.
_SET_ASIDE = re.compile(r"(?:今年|全年|安排|拿出)[^，]{0,6}奖励(?:资金|经费)?\d[\d.]*[万亿]")
_GAVE_PRIZE = re.compile(r"发了?奖|奖(?:励)?了\d|主动(?:上)?报(?:告|出来)?的")
# What was tried and made less of what is bad: 试了中午连班，等候掉了半天; and how it was done: 试得不错.
_MADE_LESS = re.compile(
    "(?:[试办推用开]了|试行|推行|实行|成立|建立)[^但还仍]*，[^但还仍]*(?:[掉降少减缩](?:短|低)?了|[降压减](?:低)?到)"
    "|^(?:[试办做干跑]|运行)得(?:很|都|还)?(?:不错|好|顺)"
)
# Who looks each time, or comes to look, answers for nothing yet: 实训处每两周汇总一次, 10月到企业抽查.
_TELLS_ALL = re.compile(
    "每[一两三半]?个?[天周月旬季][^，]{0,4}(?:汇总|通报|公布|公示|查)|抽[查检]|暗访|回头看"
)
_VACANT = re.compile(
    "(?:负责人|[站所主科院校厂队班组]?[长任]|经理|主管)(?:还|一直|暂时)?(?:空缺|空着|没到位|缺位)"
)
# How somebody does it well is called so: 樟树村的做法.
_WAY_OF = re.compile("[一-鿿]{2,}的(?:做法|经验|路子|办法|窍门)$")
AT_WORK = ("deployment", "progress", "dispatch", "mobilization", "inspection")


_NOT_GOOD_YET = (FactType.PROBLEM, FactType.DUTY, FactType.TASK, FactType.SITUATION)
# 开学两周检查，扣分最多的三处
_FOUND_MOST = re.compile("[查检抽巡][^：]{0,12}(?:最[多差]|扣分|查出|发现)[^：]{0,6}的")
_FOUND = re.compile(r"^(?:共|已)?(?:[抽检排普清]|暗访)?查了\d|只有\d")
# 10月中旬区里回头查，随机抽户 tells of no outcome, and is still to come.
_LOOKS_AGAIN = re.compile(
    r"\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)?[^，\d了没还]{0,8}(?:回头[查看]|[抽复]查|暗访)(?:，[^，\d了没还有]{2,10})?"
)
_PRIZE = re.compile(r"奖(?:金|励)?(?:\d|每)|^奖[金励品]")
_FORECAST = re.compile("[一-鿿]{0,4}气象[局台站](?:说|预|报|：|$)|天气预报")
_OF_THEM = re.compile(r"\d+[人名个位][里中]")
_RESCUED = re.compile("到场|疏散|救[了下出起回]|扑灭|抢[修通险]|拦住")


class _Rule(Struct, frozen=True):
    """In these kinds, all if none is named, facts of these types for which ``holds`` are of type ``to``."""

    kinds: tuple[str, ...]
    types: tuple[FactType, ...]
    holds: Callable[[Fact], bool]
    to: FactType


def retyped(fact: Fact, kind: str) -> Fact:
    """Return a fact with the type that it has in a speech of a kind. The first rule that fits is taken."""
    for rule in _RULES:
        if fact.type in rule.types and (not rule.kinds or kind in rule.kinds) and rule.holds(fact):
            return replace(fact, type=rule.to)
    return fact


# Who looks whether it is done, or tells what came of it.
_LOOKS_AFTER = re.compile(
    "[查督抽检核考评]|通报|公布|公示|晒|贴|回访|处分|[停扣罚奖撤]|报告|报[送到给]|例会|调度|说明情况"
)


def among_tasks(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, as a task what the sheet lists between two tasks of a line and nobody looks after."""
    found = list(facts)
    for number, (before, each, after) in enumerate(zip(facts, facts[1:], facts[2:], strict=False), 1):
        one_line = before.group == each.group == after.group
        listed = before.type is after.type is FactType.TASK and each.type is FactType.CHECK
        if one_line and listed and not _LOOKS_AFTER.search(each.text):
            found[number] = replace(each, type=FactType.TASK)
    return found


def is_nothing_wrong(text: str) -> bool:
    """Return whether a text tells that no harm was done: 没有学生溺水, 零事故."""
    return bool(_NOTHING_WRONG.search(text))


def _is_near_miss(fact: Fact) -> bool:
    """Whether a fact tells of one accident in which nobody was hurt: 冒顶，埋住铲运机一台，没有伤亡."""
    clauses = fact.text.split("，")
    happened = any(_HAPPENED.search(c) and not _NOTHING_WRONG.search(c) for c in clauses)
    escaped = len(clauses) > 1 and bool(_ESCAPED.search(fact.text))
    return escaped or happened and any(map(_NOTHING_WRONG.search, clauses))


# What happened on a day is told in so many clauses.
_LEAST_TOLD = 4


def _is_incident(fact: Fact) -> bool:
    """Whether a problem tells what happened on a day, however it ended: 闸门卡住，水位涨了0.7米，没有伤亡."""
    dated = [w for w in fact.whens if w.grain == "day" and w.place.start == fact.place.start]
    told = len(re.split("[，。；]", fact.text.rstrip("。"))) >= _LEAST_TOLD
    return fact.type is FactType.PROBLEM and told and bool(dated)


def _is_mishap(fact: Fact) -> bool:
    """Whether a story tells what went wrong, and of nobody by name."""
    return not hero_of(fact) and not _is_name(fact.label) and bool(_MISHAP.search(fact.text))


def _is_deed(fact: Fact) -> bool:
    """Whether a fact tells what somebody did, in three clauses or more, and no rule of it."""
    if _is_name(fact.label) and fact.by is None:
        # What stands behind a name is told of that person.
        return True
    told = hero_of(fact) or _PEOPLE.match(fact.text)
    return fact.text.count("，") > 1 and bool(told) and fact.by is None


def _is_done(fact: Fact) -> bool:
    """Whether a fact tells what somebody did: no day, nobody who is to do it, no word of order."""
    said = _QUOTED.sub("", fact.text)
    asked = (fact.by and fact.by.text in said) or fact.owners or pattern("hard").search(said)
    return not asked and _DONE.search(said) is not None


def _is_accident(fact: Fact) -> bool:
    """Whether a fact tells what happened on one day, in three clauses or more, and asks nothing."""
    return fact.by is None and fact.text.count("，") > 1 and any(w.grain == "day" for w in fact.whens)


def _is_rewarded(fact: Fact) -> bool:
    """Whether a fact tells for what somebody was given a prize, and no rule on prizes."""
    return fact.by is None and bool(_REWARDED.match(fact.text))


def _is_rule_of_work(fact: Fact) -> bool:
    """Whether a fact tells how work is done each time, and not how it was done."""
    return _RULE_OF_WORK.search(fact.text) is not None and not _PAST.search(fact.text)


def _is_business(fact: Fact) -> bool:
    """Whether money is what a house takes, lends or paid out, and not what is given for a work."""
    asked = fact.by or fact.owners or _ALLOTTED.search(fact.text)
    return not asked and _BUSINESS.search(fact.text) is not None


def _is_found(fact: Fact) -> bool:
    """Whether a check tells what it found: 查了11个粮站，7个仓账实不符."""
    found = _FOUND.search(fact.text) or _FOUND_MOST.search(fact.label)
    return fact.by is None and found is not None


def _is_rescue(fact: Fact) -> bool:
    """Whether a mishap is told for what those did who met it: 4分钟到场，疏散37人."""
    return bool(fact.whens) and _RESCUED.search(fact.text) is not None


def _is_in_charge(fact: Fact) -> bool:
    """Whether a fact tells who answers for what: what is under way names the person."""
    known = fact.type is FactType.TASK or bool(fact.persons)
    return known and fact.by is None and _IN_CHARGE.fullmatch(fact.text) is not None


def _is_name(label: str) -> bool:
    return 2 <= len(label) <= 3 and name_at(label, 0) == label


_RULES = (
    _Rule(("symposium",), (FactType.PROBLEM,), lambda f: bool(_HEARD.match(f.text)), FactType.REQUEST),
    # What cannot be done is told with the request.
    _Rule(
        ("symposium",),
        (*TASKS, FactType.PROBLEM, FactType.REQUEST),
        lambda f: bool(pattern("refused").match(f.text)),
        FactType.STANCE,
    ),
    _Rule(("symposium",), TASKS, lambda f: bool(_CANNOT.search(f.text)), FactType.STANCE),
    # Money that came in is what was done; what is set aside is a plan.
    _Rule(
        ("work-report",),
        (FactType.FUND,),
        lambda f: not re.search("明年|安排|预算|计划|将", f.text),
        FactType.ACHIEVEMENT,
    ),
    # What one did oneself is no deed to be praised.
    _Rule(("inaugural", "work-report"), (FactType.CASE,), lambda _fact: True, FactType.SITUATION),
    _Rule(
        ("party-lecture", "inspection"), (FactType.SITUATION, FactType.ACHIEVEMENT), _is_deed, FactType.CASE
    ),
    # 气象台说10月4日起连阴雨 asks nothing of anybody.
    _Rule((), (FactType.TASK,), lambda f: not f.owners and bool(_FORECAST.match(f.text)), FactType.SITUATION),
    _Rule((), TASKS, lambda f: bool(_DECIDED.fullmatch(f.text)), FactType.BASIS),
    # At a meeting on work a mishap is a problem, and no story.
    _Rule(AT_WORK, (FactType.CASE,), _is_mishap, FactType.PROBLEM),
    _Rule((), (FactType.FUND,), lambda f: bool(f.quantities and _LIES.search(f.text)), FactType.PROBLEM),
    _Rule((), (FactType.TASK, FactType.ACHIEVEMENT, FactType.SITUATION), _is_in_charge, FactType.DUTY),
    _Rule((), (FactType.TASK,), _is_done, FactType.SITUATION),
    _Rule((), (FactType.FUND,), lambda f: not f.quantities and bool(_KEEPS.fullmatch(f.text)), FactType.DUTY),
    _Rule(AT_WORK, (FactType.SITUATION,), lambda f: bool(_SHOWN.search(f.text)), FactType.CHECK),
    # A span of time, or what was counted over one, asks nothing of anybody.
    _Rule(
        (),
        (FactType.TASK,),
        lambda f: (
            not f.owners
            and bool(
                _SPAN.fullmatch(f.text)
                or (f.by is None and (_COUNTED.match(f.text) or _OF_ALL.match(f.text)))
            )
        ),
        FactType.SITUATION,
    ),
    _Rule(
        (), (FactType.TASK,), lambda f: bool(_LOOKS.match(f.text) or REPORT.fullmatch(f.text)), FactType.CHECK
    ),
    _Rule(
        (*AT_WORK, "warning-education"),
        (FactType.SITUATION,),
        lambda f: bool(_LOOKS_AGAIN.fullmatch(f.text)),
        FactType.CHECK,
    ),
    _Rule((), (FactType.SITUATION,), lambda f: bool(_REASONS.match(f.text)), FactType.PROBLEM),
    _Rule((), (FactType.DUTY,), lambda f: bool(_LED_LOOK.match(f.text)), FactType.CHECK),
    _Rule(AT_WORK, _NOT_GOOD_YET, lambda f: bool(_WAY_OF.match(f.label)), FactType.ACHIEVEMENT),
    _Rule(AT_WORK, (FactType.DUTY,), lambda f: bool(_TELLS_ALL.search(f.text)), FactType.CHECK),
    _Rule((), (FactType.GAP,), lambda f: bool(_VACANT.search(f.text)), FactType.DUTY),
    _Rule((), (FactType.FUND,), _is_business, FactType.SITUATION),
    _Rule((), (FactType.CHECK,), lambda f: bool(_SET_ASIDE.search(f.text)), FactType.FUND),
    _Rule(
        AT_WORK,
        (FactType.PROBLEM, FactType.CHECK),
        lambda f: bool(_GAVE_PRIZE.search(f.text)),
        FactType.ACHIEVEMENT,
    ),
    _Rule(AT_WORK, (FactType.PROBLEM,), lambda f: bool(_MADE_LESS.search(f.text)), FactType.ACHIEVEMENT),
    _Rule((), (FactType.TASK,), lambda f: not f.owners and bool(_MEASURE.match(f.text)), FactType.SITUATION),
    _Rule(
        (), (FactType.SITUATION,), lambda f: f.by is None and bool(_SANCTION.match(f.text)), FactType.CHECK
    ),
    _Rule(
        AT_WORK, (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.CHECK), _is_rule_of_work, FactType.TASK
    ),
    _Rule(
        AT_WORK,
        (FactType.PROGRESS,),
        lambda f: f.by is not None and bool(_MADE_GOOD.search(f.text)),
        FactType.TASK,
    ),
    _Rule((), (FactType.CHECK, FactType.FUND, FactType.TASK), _is_rewarded, FactType.CASE),
    _Rule(
        (),
        (FactType.TASK,),
        lambda f: not f.owners and bool(_STILL_SO.search(f.text)) and not pattern("hard").search(f.text),
        FactType.PROBLEM,
    ),
    _Rule(("warning-education",), (FactType.PROBLEM,), _is_accident, FactType.CASE),
    # What a look brought out is no look that is to come.
    _Rule((), (FactType.CHECK,), _is_found, FactType.PROBLEM),
    # 20人里桥隧值守3人 is wrong with nobody who is honoured.
    _Rule(
        ("commendation",),
        (FactType.CHECK,),
        lambda f: bool(_PRIZE.search(f"{f.label}{f.text}")),
        FactType.FUND,
    ),
    _Rule(("commendation",), (FactType.PROBLEM,), lambda f: bool(_OF_THEM.match(f.text)), FactType.SITUATION),
    _Rule(("commendation",), (FactType.PROBLEM, FactType.SITUATION), _is_rescue, FactType.CASE),
    # That nobody was hurt makes no good thing of an accident.
    _Rule(
        (*AT_WORK, "work-report"),
        (FactType.ACHIEVEMENT, FactType.SITUATION),
        _is_near_miss,
        FactType.PROBLEM,
    ),
    # An accident that did not happen is none.
    _Rule(
        (),
        (FactType.PROBLEM, FactType.CAUSE, FactType.SITUATION),
        lambda f: is_nothing_wrong(f.text) and not (_is_near_miss(f) or _is_incident(f)),
        FactType.ACHIEVEMENT,
    ),
)
