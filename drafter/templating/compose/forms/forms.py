"""The forms in which a frame can take a statement: its words, its day, its owner, what follows from it."""

from __future__ import annotations

from decimal import Decimal

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.figures.numbers import counted
from drafter.facts.sheet import AIMS, Fact, FactType
from drafter.templating.compose.around.headings import thing_of
from drafter.templating.compose.comments.blame import is_fault
from drafter.templating.compose.composition import bare
from drafter.templating.compose.forms.derived import COUNTED, FormSet, add_inferred, put
from drafter.templating.compose.forms.grounds import head_of, is_urgent, presupposed_in
from drafter.templating.compose.forms.pressing import add_pressing
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.story import hero_of
from drafter.templating.compose.plan.ties import asker_of
from drafter.templating.compose.words.acts import act_of
from drafter.templating.compose.words.askers import asker_called
from drafter.templating.compose.words.charges import called, charge_of
from drafter.templating.compose.words.clauses import amount, spoken

# A longer name of whose problem it is, is most likely more than a name.
LONGEST_WHO = 6
# Such a name is half a clause: 公示贴在村(委会里间), 支部书记多是处(长兼).
_CUT_SHORT = re.compile("[在是][一-鿿]$")
# A longer cause is not repeated where it is answered.
LONGEST_REASON = 22
# What falls due within so many days, at an hour, is not counted in days.
HOURS_COUNT = 2
_HOUR = re.compile(r"\d{1,2}[点时：:]|今晚|今夜|明早|明晨|[中下上]午")
_BEFORE = re.compile(
    r"(?:今[天晚]|明[天早晚]|(?:\d{1,2}月)?\d{1,2}日)(?:[早晚]上?|[上下中]午)?\d{1,2}[点时]半?前"
)
# What each such case costs: 一个火点扣乡镇财力20万元.
_FINE = re.compile(r"扣[^，；\d]{0,8}(\d[\d.]*[万千]?元)")
# Of these no amount is to be done: 24点, 3路.
_UNCOUNTED = ("", "%", "元", "次", "天", "年", "路", "号", "点", "时")
# Fewer days are not counted: whoever hears 明天 knows how long that is.
LEAST_DAYS = 2
# Words that tell that something is wrong.
_WRONG = re.compile("[没不未坏锈漏慢差低超缺断乱拖迟错假堵卡违退亏欠少]|反复|回潮|走样|压在|混放|过期")
# 两台泵坏了一台 leaves one that works; 坏了31口，有12口在云岭乡 leaves none.
_BROKEN_OF = re.compile(r"^[^坏]*[一二两三四五六七八九十\d][^坏，]*坏了?[一二两\d]")
# Words that tell that something was done well: it is no cause to be put right.
_RIGHT = re.compile("保住|干了的|做成|建成|见效")
# Of these nobody picks one out to look at.
_PEOPLE = ("人", "名", "户", "家")
# What a task works on is called by so many signs.
SHORTEST_THING, LONGEST_THING = 3, 9
# So many things can be gone through one after another.
MOST_ITEMS = 500
# It ends as the names of things and of pieces of work do; a half sentence, a person or a rate does not.
_THING = re.compile(
    "(?!.*(?:[，、；：。 的不没未要谁了]|\\d|以后|之后|必须|一律|牵头|负责|配合|至少))"
    "(?![每各由把对按从在到今明])[\u4e00-\u9fff]+"
    "[度器房品件程系网路渠桥楼梯车机泵闸库坝堤站塔井仓棚厅馆款费金账单册表案法议书证牌卡备具材药剂灯锅炉阀管线箱柜栏墙"
    "坟圾作查验练训检育划目题患弊圳苗肥料板梁巷街港码头游场园田林塘厕口岗道洞]"
)
_SEASON = re.compile(
    "(?:赶在|在)?(入冬|入汛|汛期|雨季|封冻|上冻|供暖|开学|春耕|秋收|麦收|春节|过年|清明|国庆|中秋|高考|冬天)(?:前|之前|以前|来临前|到来前)"
)
_LEFT = ("rest", "undone", "unreached", "done")
_ANSWERED = {FactType.CAUSE: "cause", FactType.PROBLEM: "problem"}


def forms_of(statement: Statement, material: Material) -> FormSet:
    """Return all forms that a statement has; a form that is not there is missing."""
    forms = FormSet({"clause": statement.words}, {}, {})
    _add_grounds(forms, statement, material)
    _add_days(forms, statement, material)
    _add_people(forms, statement, material)
    _add_hero(forms, statement, material)
    for fact in statement.facts:
        add_inferred(forms, fact, material, one=len(statement.facts) == 1)
    if forms.numbers.get("days", Decimal(0)) < HOURS_COUNT:
        forms.words.pop("rate", None)
    counts = [q for fact in statement.facts for q in fact.quantities if q.unit not in _UNCOUNTED]
    if len(counts) > 1:
        # Of 36处, 2100个 nobody hears which are done day by day.
        forms.words.pop("rate", None)
    if sum(any(q.role == "done" for q in fact.quantities) for fact in statement.facts) > 1:
        # 已查2410家，改了1655处: what is left of the one is not what is left of the other.
        for name in _LEFT:
            forms.words.pop(name, None)
    _add_amount(forms, statement, material)
    _add_object(forms, statement)
    if len(counts) > 1 and "rest" not in forms.words:
        # Nor are 6台 of 6台, 4000条 all that is to be done.
        forms.words.pop("items", None)
    _add_same_day(forms, statement, material)
    _add_neighbours(forms, statement, material)
    _add_linked(forms, statement, material)
    _add_counted(forms, statement, material)
    add_pressing(forms, statement, material)
    if any(fact.soft for fact in statement.facts):
        forms.words["soft"] = "力争"
    _add_who(forms, statement, material)
    return forms


def _add_grounds(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add what frames may presuppose, whether time presses, and whether the leader wants weight on it."""
    present = "，".join((material.meeting, *material.attendance))
    forms.words.update(dict.fromkeys(presupposed_in(statement, material.kind, present), ""))
    if is_urgent(material.meeting):
        forms.words["urgent"] = ""
    if any(map(material.stressed, statement.facts)):
        forms.words["stressed"] = ""


def _add_who(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add whose problem it is, where he may be named, and how his party body is called."""
    head = statement.head
    may = head.named if statement.type is FactType.PROBLEM else head.named is not False
    if head.who and len(head.who) <= LONGEST_WHO and may and not _CUT_SHORT.search(head.who):
        asker = asker_called(head.text) if head.type is FactType.REQUEST else ""
        forms.words["who"] = asker.rpartition("的")[2] or head.who
        if cell := material.cell_of(head.who):
            forms.words["cell"] = cell


def _add_days(forms: FormSet, statement: Statement, material: Material) -> None:
    for fact in statement.facts:
        if statement.type in AIMS and fact.by is None:
            continue
        found = material.inferred(fact.id, "days")
        end = fact.by.end if fact.by is not None else None
        # 10月25日开工，明年3月20日前完工: what is counted to is the deadline.
        days = next((d for d in found if d.date == end), next(iter(found), None))
        if days is None or days.date is None or "day" in forms.words:
            continue
        if days.value <= HOURS_COUNT and _HOUR.search(fact.text):
            continue
        forms.words["day"] = f"{days.date.month}月{days.date.day}日"
        if fact.by is not None and fact.by.relation in ("by", "within"):
            forms.words["by"] = f"{forms.words['day']}前"
        if statement.type in AIMS and days.value >= LEAST_DAYS and not is_of_hours(fact):
            put(forms, "days", f"{days.value}", days)
            forms.numbers["days"] = days.value


def object_of(fact: Fact) -> str:
    """Return the noun that a task works on; "" where its topic is none."""
    thing = thing_of(fact.topic)
    return thing if SHORTEST_THING <= len(thing) <= LONGEST_THING and _THING.fullmatch(thing) else ""


def _add_object(forms: FormSet, statement: Statement) -> None:
    """Add the noun that a task works on: 采购制度; what it costs, before which hour, before which season."""
    if fine := _FINE.search(bare(statement.words)):
        forms.words["fine"] = fine[1]
    if statement.type not in AIMS:
        return
    if thing := object_of(statement.head):
        forms.words["thing"] = thing
    count = forms.numbers.get("count", Decimal(0))
    # 每个乡镇配2台: two are one of many pairs.
    each = re.search("[每各]", statement.head.text)
    if not each and 1 < count <= MOST_ITEMS and re.fullmatch(f"\\d+[{COUNTED}]", forms.words["amount"]):
        forms.words["items"] = forms.words["amount"]
    if hour := _BEFORE.search(statement.head.text):
        forms.words["hour"] = hour[0]
    if (act := act_of(statement.head)) is not None:
        piece = "" if act.one.endswith(_PEOPLE) else act.one
        found = {"act": act.done, "batch": act.batch, "one": act.one, "piece": piece}
        forms.words.update({name: words for name, words in found.items() if words})
    if "by" in forms.words and (season := _SEASON.search("。".join(f.text for f in statement.facts))):
        forms.words["season"] = season[1]


def is_of_hours(fact: Fact) -> bool:
    """Whether a deadline is near enough to be told by the hour: 今晚23点前, 明早6点半前."""
    return re.search("今[晚夜天日](?!后|起|开始|算)|明[早晚天日]|后天", fact.text) is not None


def _add_same_day(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add what else the day of a task is, where a fact says so: 省里定的入汛日."""
    if statement.type not in AIMS:
        return
    for found in material.inferred_from(statement.ids, "same-day"):
        for id_ in found.facts:
            match = re.fullmatch(
                "(.{2,12}[日节天])是(?:20..年)?\\d{1,2}月\\d{1,2}[日号]", material.fact(id_).text
            )
            if match and id_ not in statement.ids:
                put(forms, "occasion", match[1], found)


def _add_neighbours(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add what falls due on the same day."""
    if statement.type not in AIMS:
        return
    day = next((f.by.end for f in statement.facts if f.by and f.by.end), None)
    own, said = set(statement.ids), bare(statement.words)
    others = [
        (fact, thing)
        for fact in material.told()
        if fact.type in AIMS and fact.id not in own and (thing := object_of(fact)) and thing not in said
        # 出租车整治运输中心 is a matter and whoever does it, in one.
        if not pattern("body-end").search(thing)
    ]
    dated = [(fact.by.end, thing) for fact, thing in others if fact.by and fact.by.end]
    if day is not None and not any(map(is_of_hours, statement.facts)):
        same = [thing for end, thing in dated if end == day]
        if same:
            forms.words["also"] = same[0]


def _add_linked(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add what a task answers, and the problem whose hour a check chooses."""
    head = head_of(statement)
    for link in material.links_from(*statement.ids):
        if link.target in statement.ids:
            continue
        target = material.fact(link.target)
        if target.type is FactType.REQUEST and (asker := asker_of(target)) and asker not in statement.words:
            forms.words.setdefault("asker", asker)
        name = _ANSWERED.get(target.type)
        # What only a body in the task has in common with a cause, does not answer it.
        answers = statement.type in AIMS and link.kind in ("problem", "cause") and link.why in head
        if name and (answers or (statement.type is FactType.CHECK and link.kind == "check")):
            _put_fact(forms, name, target, material, whole=answers)


def _put_fact(forms: FormSet, name: str, fact: Fact, material: Material, *, whole: bool) -> None:
    words = bare(spoken(fact, material))
    words = words if whole else words.split("，")[0]
    tells = (name == "cause" and not _RIGHT.search(words)) or not whole or _WRONG.search(words)
    if tells and 4 <= len(words) <= LONGEST_REASON and "【" not in words:
        forms.words.setdefault(name, words)


# 各乡镇民政办 are more than one who help.
_SEVERAL = re.compile(r"[各等]|\d+[个家]|^(?:乡镇|镇村|社区|街道|村)$|有关|相关|成员单位")


def _add_counted(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many people and households are concerned, how many partners help, what still works."""
    if statement.type is FactType.SITUATION:
        people = [q.text for f in statement.facts for q in f.quantities if q.unit in ("户", "人")]
        if people and people[-1].endswith("人"):
            forms.words["people"] = "".join(people[-2:])
    partners = [o for fact in statement.facts for o in fact.partners]
    if len(partners) > 1 and not any(map(_SEVERAL.search, partners)):
        forms.words["helpers"] = f"{len(partners)}家" if len(partners) > 2 else "两家"
    if statement.type is FactType.PROBLEM and _BROKEN_OF.search(statement.head.text):
        left = next((i for i in material.inferred(statement.head.id, "remaining")), None)
        if left is not None and left.value:
            put(forms, "left", f"{counted(int(left.value))}{left.unit}", left)


def _add_people(forms: FormSet, statement: Statement, material: Material) -> None:
    spared = material.spared_names
    persons = [
        p
        for fact in statement.facts
        for p in fact.persons
        if p.name and (fact.owners or (statement.type is FactType.DUTY and charge_of(fact, p)))
    ]
    owners = [o for fact in statement.facts for o in fact.owners if o not in spared]
    partners = [o for fact in statement.facts for o in fact.partners if o not in spared]
    if persons:
        forms.words["person"] = "".join((persons[0].posts[-1] if persons[0].posts else "", persons[0].name))
        forms.words["call"] = called(persons[0])
        own = (f for f in statement.facts if persons[0] in f.persons)
        if charge := next((c for f in own if (c := charge_of(f, persons[0]))), ""):
            forms.words["charge"] = charge
    if owners and len(owners) == 1 and not persons and _is_body(owners[0]) and not _is_thing(statement):
        forms.words["owner"] = owners[0]
    if len(partners) > 1:
        forms.words["partners"] = "、".join(partners)


def _add_hero(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add who is honoured for a deed, or that it is a fault."""
    if statement.type is not FactType.CASE:
        return
    honoured = material.kind == "commendation"
    if material.kind == "warning-education" or is_fault(statement.words) and not honoured:
        forms.words["fault"] = "fault"
        return
    names = dict.fromkeys(filter(None, map(hero_of, statement.facts)))
    spared = material.spared_names
    if len(names) == 1 and not spared and statement.head.named is not False:
        forms.words["hero"] = next(iter(names))


def _is_thing(statement: Statement) -> bool:
    """Whether what reads as an owner is what is worked on: 井口候罐室3月底前装上暖风."""
    text = statement.head.text
    at_front = any(text.startswith(owner) for owner in statement.head.owners)
    return at_front and re.search("装上|换上|修好|改造|翻修|建成|粉刷|清理完", text) is not None


# What is worked on and what a clause ends with may read as a body: 安置点厕所, 对外收费归课题组六成.
_BODY = re.compile("(?:段|股)$")
_NO_BODY = re.compile(
    "(?:长|书记|主任|经理|干部|员|人|者|厕所|全部|怎么办)$|^[每从找是]|[处科局部办队所室心].{2,3}$|签字|登记|写在|[贴放](?!射)"
)


def _is_body(owner: str) -> bool:
    """Whether an owner is a body, and no post or person: 县应急局, not 副局长 or 总务处邱明远."""
    ends = pattern("body-end").search(owner) or _BODY.search(owner)
    return ends is not None and _NO_BODY.search(owner) is None


def _add_amount(forms: FormSet, statement: Statement, material: Material) -> None:
    if statement.type not in AIMS:
        return
    for fact in statement.facts:
        if fact.text.startswith("其余") or fact.type not in AIMS:
            # What stands in front on the line is taken off the rest; 潜水泵备6台 are there already.
            continue
        links = material.links_from(fact.id, kind="rest")
        # Of what is only a part, 其中防盗窗1120栋, the rest of the whole is not what is to be done.
        link = next((x for x in links if x.why in material.fact(x.target).text.partition("其中")[0]), None)
        found = (
            [i for i in material.inferred(link.target, "remaining") if i.facts == (link.target,)]
            if link
            else []
        )
        counted_itself = {q.unit for each in statement.facts for q in each.quantities}
        if found and found[0].unit not in counted_itself:
            put(forms, "amount", amount(found[0].value, found[0].unit), found[0])
            put(forms, "rest", amount(found[0].value, found[0].unit), found[0])
        elif len(fact.quantities) == 1:
            only = fact.quantities[0]
            counted = only.unit not in _UNCOUNTED and only.bound == "exact"
            # 易涝点48处 are no 48 that are lacking.
            counted = counted and (statement.type is not FactType.GAP or only.role == "gap")
            if counted and only.role in ("plain", "gap", "total") and re.match(r"\d", only.text):
                forms.words.setdefault("amount", only.text)
        if "amount" in forms.words and (number := re.match(r"[\d.]+", forms.words["amount"])):
            forms.numbers["count"] = Decimal(number[0])
