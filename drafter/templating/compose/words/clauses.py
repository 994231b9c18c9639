"""The words of a fact as one says them aloud: whole dates and money, no brackets, no note language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.facts import patterns as re
from drafter.facts.cut.around import replaced, stands
from drafter.facts.cut.cues import has_cue
from drafter.facts.cut.line_ends import with_names_told, with_owners
from drafter.facts.cut.spaces import closed_up
from drafter.facts.figures.bare_figures import without_unit
from drafter.facts.missing.about import unit_of
from drafter.facts.people.names import FAMILY
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType, Quantity
from drafter.templating.compose.composition import BLANK, blank_mark, without_blanks
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.avoiding import avoided_clause, without_list
from drafter.templating.compose.wishes.spared import has_no_name
from drafter.templating.compose.wishes.unnaming import unnamed
from drafter.templating.compose.words.askers import asker_called
from drafter.templating.compose.words.brackets import without_brackets
from drafter.templating.compose.words.decided import decided
from drafter.templating.compose.words.of_line import of_line
from drafter.templating.compose.words.spoken_labels import announces, is_most, joint, label_of, parted
from drafter.templating.compose.words.tidying import tidied

# What a figure with a minus is where it tells how deep: -480水平, -350东翼.
_LEVEL = "(?:米?(?:水平|中段|标高)|[东西南北](?:翼|[一二三四五六七八九]))"
# Bodies that tell others what they know.
_REPORTS = re.compile("[局台委科处部所厅]$|气象|办公室$|中心$|水文|统计")
# Places and teams of which something is told.
_PLACES = re.compile("[村校园厂队班]$|社区$|小学$|中学$|车间$")
_OPEN_REST = re.compile(
    r"(没有?[^，\d]{1,4}?的|未[^，\d]{1,4}?的|剩[下余]的|其余的?)([^，\d]{0,4}?)(?:，|(?=\d+月|全部|都|一律))"
)
# What is not done, said without 的: 没办结诉求.
UNDONE = re.compile(
    "[没未](?:办结|销号|整改|完成|完工|开工|到位|签订|清零|落实|上线|解决|化解|交付)(?!的)[\u4e00-\u9fff]{2,4}$"
)
_COUNTED = "个名人位户家座处支所台辆条"


def spoken(fact: Fact, material: Material) -> str:
    """Return the words of a fact in the form in which they are said, without end mark.

    The clerk's words stay: only what one writes and does not say is changed.
    """
    label, text, shift = parted(fact)
    label = "" if _is_own_tag(label, material) else label
    avoided = avoided_clause(fact, material.intents)
    text = _with_units(fact, text, fact.place.start + shift, material)
    text = without_brackets(fact, text)
    if avoided:
        rest = re.sub(f"[，。；]?{re.escape(avoided)}", "", text, count=1).lstrip("，。；")
        # 区队怕影响产量，发现问题不停机: who it is stays.
        who = re.match("[一-鿿]{2,4}(?=怕|嫌|觉得|想|为了)", avoided) if text.startswith(avoided) else None
        text = f"{who[0]}{rest}" if who and rest else rest
    text = with_names_told(text, fact.owners, fact.partners)
    text = _dates(fact, text)
    text = _figures(fact, text)
    text = _among(fact, text, material)
    text = of_line(fact, _whole_subject(fact, text, material), material)
    if fact.type is FactType.REQUEST and (asker := asker_called(fact.text)):
        label, text = "", f"{asker}讲，{text.rpartition('：')[2]}"
    if label and fact.type is FactType.AWARD and text:
        text = f"{label}{'，' if label[-1] in _COUNTED else ''}是{text}"
    elif label and label not in without_blanks(text):
        text = f"{label}{joint(label, text)}{text}"
    text = _in_first_person(text, material)
    text = f"{text.rstrip('，')}{_told_beside(fact, text, material)}"
    text = re.sub("^预计数$", "这是预计数", unnamed(fact, text, material))
    if fact.type is FactType.AWARD and material.lists_are_left:
        text = without_list(text)
    text = _whose_end(fact, text)
    if fact.type is FactType.BASIS:
        # A bracket that tells nothing else is left out of the text.
        text = decided(fact, text or fact.text, material)
    text = with_owners(closed_up(text), fact.owners)
    return tidied(text) or tidied(closed_up(re.sub("[（()）：:]", "", fact.text)))


_SENTENCE_END = re.compile("(?=。|$)")


def _whose_end(fact: Fact, text: str) -> str:
    """Say whose a story is where its name stands alone in it: 。综采一队 as 。这是综采一队的事."""
    alone = f"。{fact.who}"
    if not fact.who or not stands(alone, fact.text, _SENTENCE_END):
        return text
    if fact.who in text:
        return replaced(alone, text, f"。这是{fact.who}的事", _SENTENCE_END)
    return re.sub("。(?=。|$)", "", text)


def _told_beside(fact: Fact, text: str, material: Material) -> str:
    """Return by when and by whom, where it is told beside the words of a task: in a cell, behind a key.

    Whom another fact of the line names in its sentence is not told twice.
    """
    said = ""
    if fact.type not in TASKS:
        return said
    line = tuple(f.text for f in material.told_on_line_of(fact))
    by = fact.by
    # A day that stands behind the fact is said with the sentence it stands in.
    behind = by is not None and by.place.start >= fact.place.end
    # 毕业后三年内 stands in the sentence itself.
    own = any(when.relation == "within" and when.text in text for when in fact.whens)
    day = f"{by.end.month}月{by.end.day}日" if by and by.end is not None and not (behind or own) else ""
    # Where no meeting has a date, 11月底 has no year and still tells 11月30日.
    told = any(
        day in words or bool(day) and f"{day.partition('月')[0]}月底" in words for words in (text, *line)
    )
    if day and not told and all(when.end != by.end for when in fact.whens if by):
        said += f"，{day}前完成"
    if _is_told_later(fact, material):
        return said
    if fact.owners and not any(owner in words for words in (text, *line) for owner in fact.owners):
        said += f"，由{'、'.join(fact.owners)}负责"
    if fact.partners and not any(partner in words for words in (text, *line) for partner in fact.partners):
        said += f"，{'、'.join(fact.partners)}配合"
    return said


def _is_told_later(fact: Fact, material: Material) -> bool:
    """Whether who answers for all the tasks of a line is told with the last of them."""
    later = (f for f in material.told_on_line_of(fact) if f.place.start > fact.place.start)
    return any(f.owners == fact.owners and f.partners == fact.partners for f in later if f.owners)


_CLAUSE_START = re.compile(r"(?:^|(?<=，))\Z")
_ACTS_HIMSELF = re.compile("(?=自己|想|要|亲自|第一个|不停|先)")
# 邢区长包一厂: by his name it is he, whatever he does; 罗局长、吕局长 are two.
_NOT_ALONE = re.compile("(?![、和与及（(]|同志|$)")
# 每月向陶县长报一次, 由邢区长盯
_TO_HIM = re.compile("(?<=[由向跟给请找])\\Z")
# How those whose post ends so are called by one sign: 谭总, 罗局, 庄董.
_SHORT_CALLS = (("经理|总裁|总监|总工程师|总会计师", "总"), ("董事长", "董"), ("[局校矿院厂处所]长", ""))


def _calls(name: str, posts: Sequence[str]) -> set[str]:
    """Return how a speaker is called by his surname and his post: 罗局长, 罗局, 谭总."""
    if not name:
        return set()
    family = FAMILY.match(name)
    surname = family[0] if family else name[:1]
    short = {
        end or post[-2:-1]
        for post in posts
        for regex, end in _SHORT_CALLS
        if re.search(f"(?:{regex})$", post)
    }
    return {f"{surname}{each}" for each in {*short, *(post[-2:] for post in posts)}}


_SAYS_SO = re.compile("(?:说过?|讲过?|强调|原话|的?话|的?意思)$")


def _is_own_tag(label: str, material: Material) -> bool:
    """Whether a label only tells that what follows are the words of the speaker: 厂长：报的人不吃亏."""
    who = _SAYS_SO.sub("", label)
    posts = [post for post in material.posts if len(who) > 1]
    by_name = who in _calls(material.speaker, posts)
    return by_name or any(post.endswith(who) for post in posts)


def _in_first_person(text: str, material: Material) -> str:
    """Let the speaker speak of himself as 我 where the sheet has his post or name: 院长想当面说声对不起."""
    name = material.speaker
    calls = _calls(name, material.posts)
    for call in sorted(calls | ({name} if len(name) > 1 else set()), key=len, reverse=True):
        text = replaced(call, text, "我", _NOT_ALONE, _CLAUSE_START)
        text = replaced(call, text, "我", _NOT_ALONE, _TO_HIM)
    posts = {post[-size:] for post in material.posts for size in (2, 3) if len(post) >= size}
    for post in sorted(posts, key=len, reverse=True):
        text = replaced(post, text, "我", _ACTS_HIMSELF, _CLAUSE_START)
    return _OWN_BODY.sub(lambda match: _as_we(match, material.posts), text)


# 局里自己说进度慢了: a leader does not tell of his own body as of another.
_OWN_BODY = re.compile(
    "(?:^|(?<=，))(?P<body>[局院镇乡县市区厂校村矿处站所社]|学校|医院|公司|集团|街道|社区)(?:里|上)?自己(?:也)?(?P<does>说|讲|承认|认|检查|查|算|清楚|知道)"
)
_LEADS_COMPANY = re.compile("经理|董事长|总裁|总$")


def _as_we(match: re.Match[str], posts: Sequence[str]) -> str:
    """Return how the leader of a body tells what it says of itself: 我们自己承认，进度慢了."""
    led = any(match["body"][-1] in post for post in posts if not match["body"].endswith("司"))
    led = led or match["body"] in ("公司", "集团") and any(map(_LEADS_COMPANY.search, posts))
    if not led:
        return match[0]
    says = match["does"] in ("说", "讲", "承认")
    joint = "，" if says and match.string[match.end() : match.end() + 1] not in ("，", "") else ""
    return f"我们自己{'承认' if says else match['does']}{joint}"


_BOUND = re.compile("(?:以[上下内]|左右|上下)$")


def _with_units(fact: Fact, text: str, start: int, material: Material) -> str:
    """Put behind a figure its unit: that of another one, 元 of money, or a blank where nobody knows it."""
    asked = without_unit(fact.quantities)
    for quantity in sorted(fact.quantities, key=lambda q: -q.place.end):
        end = quantity.place.end - start
        if not 0 < end <= len(text) or text[end - len(quantity.text) : end] != quantity.text:
            continue
        if quantity in asked:
            text = text[:end] + blank_mark(_unit_label(quantity, fact, material), fact.id) + text[end:]
        elif quantity.is_completed and not text.startswith(quantity.unit, end):
            scale = "" if quantity.scale and quantity.scale in quantity.text else quantity.scale
            # 50万以上: the unit stands in front of how it is bounded.
            at = end - len(bound[0]) if (bound := _BOUND.search(quantity.text)) else end
            text = f"{text[:at]}{scale}{quantity.unit}{text[at:]}"
        elif _lacks_yuan(quantity) and text[end : end + 1] != "元":
            # 3.5亿以内: the unit stands behind 亿.
            at = end - len(quantity.text) + quantity.text.rindex(quantity.scale) + 1
            text = _in_tenths(text[:at], text[at:], end - at, quantity.scale)
    return text


def _in_tenths(before: str, behind: str, size: int, scale: str) -> str:
    """Return money with its unit behind the scale; 3万6 as 3.6万元. ``size`` is what of it stands behind."""
    tenth = behind[0] if size and behind[:1].isdigit() else ""
    if tenth:
        return f"{before.removesuffix(scale)}.{tenth}{scale}元{behind[1:]}"
    return f"{before}元{behind}"


def _lacks_yuan(quantity: Quantity) -> bool:
    return quantity.unit == "元" and quantity.scale != "" and not re.search("元|块|钱", quantity.text)


def _unit_label(quantity: Quantity, fact: Fact, material: Material) -> str:
    said = next((b.what for b in material.blanks if fact.id in b.about and "单位" in b.text), "")
    return unit_of(quantity.noun, fact.topic) if quantity.noun or fact.topic else said or unit_of("")


def _dates(fact: Fact, text: str) -> str:
    text = re.sub(r"(\d{1,2}月\d{1,2})号", r"\1日", text)
    # 6月22日到25号, 6月15到9月15: both ends are days.
    text = re.sub(r"(?<=\d日)([到至—–-]{1,2}\d{1,2})号", r"\1日", text)
    text = re.sub(r"(\d{1,2}月\d{1,2})(?=[到至—–-]{1,2}\d{1,2}月\d)", r"\1日", text)
    text = re.sub(r"(?<=\d日)([到至—–-]{1,2}\d{1,2}月\d{1,2})(?![\d日号.])", r"\1日", text)
    text = re.sub(
        r"^([\u4e00-\u9fff]{1,5}[季期])(?=\d{1,2}月\d{1,2}日[到至](?:\d|[今明次后]年))", r"\1是", text
    )
    text = re.sub(r"(\d)[—–-]{1,2}(\d{1,2}[月日])", r"\1至\2", text)
    # 10/10下午5点前
    text = re.sub(
        r"(?<![\d/.])(1[0-2]|[1-9])/(3[01]|[12]\d|[1-9])(?=[上下中]午|[早晚]上?|[日号]?(?:之?前|起|到))[日号]?",
        r"\1月\2日",
        text,
    )
    if fact.by is not None and fact.by.end is not None:
        text = text.replace("同一天", f"{fact.by.end.month}月{fact.by.end.day}日")
    if fact.type in TASKS:
        # 云浦县那57个9月10日前: what is to be done by then is told in front.
        text = re.sub("((?:日|月[底末初]|[上中下]旬|年底)前)$", r"\1完成", text)
    return re.sub("(前|底|内)完$", r"\1完成", text)


def _figures(fact: Fact, text: str) -> str:
    """Read out signs and ranks, and what is done of a total."""
    text = re.sub(r"(?<=\d)[~～](?=\d)", "到", text)
    # 120到150元/吨
    text = re.sub(r"(?<!\d)(\d[\d.]*(?:到\d[\d.]*)?[元块])/([吨亩人户台次天月年度斤])", r"每\2\1", text)
    text = re.sub(r"(?<=[\u4e00-\u9fff，])[+＋](?=\d)", "增长", text)
    # 同比-3.1%; a level of a mine lies below the sea: -480水平, -350东翼
    text = re.sub(rf"(?<=[\u4e00-\u9fff，])[-－](?=\d)(?!\d+{_LEVEL})", "下降", text)
    # 处置率91.5% is written; one says 处置率是91.5%.
    text = re.sub(f"(率|用时|时长|运费|得分)(?=\\d[\\d.]*%?(?:，|$|{BLANK}))", r"\1是", text)
    text = re.sub("(去年|同期|上年|年初|上季度)第(?=[\\d一二三四五六七八九十])", r"\1是第", text)
    text = re.sub("([\u4e00-\u9fff])(我[们县市区镇乡院校矿街]{1,2})第(?=\\d)", r"\1，\2排第", text)
    text = re.sub("(?<![排列居是前位第])(我们|我[省市县区乡镇院校园矿厂局])第(?=\\d)", r"\1排第", text)
    text = re.sub(r"第(\d+)(?=，|$)", r"第\1位", text)
    if fact.type is FactType.PROGRESS:
        text = re.sub("，(完成|销号|办结|整改|到位|签订|开工|交付|建成|拨付|还)(?=了?\\d)", r"，已\1", text)
    if fact.type in (FactType.SITUATION, FactType.PROGRESS):
        text = re.sub(
            r"^([\u4e00-\u9fff]+\d[\d.]*[座处个家户所]，)(?=[病险危旧][\u4e00-\u9fff]{0,5}\d)",
            r"\1其中",
            text,
        )
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,3}}[员人工称范师生机户车所校村]\d[\d.]*多?[{_COUNTED}]", text):
        text = re.sub(r"(?=\d)", "有", text, count=1)
    return text


def _among(fact: Fact, text: str, material: Material) -> str:
    """Say among what something is: 远汀在里面 as 远汀就在这28宗里头."""
    match = re.fullmatch("([\u4e00-\u9fff]{2,8}?)[就也都]?在(?:里面|里头|其中|内)", text)
    if match is None:
        return text
    kin = [f for f in material.line_of(fact) if f.place.start < fact.place.start]
    counted = next((q.text for f in reversed(kin) for q in f.quantities if q.unit), "")
    return f"{match[1]}就在这{counted}里头" if counted else text


def _whole_subject(fact: Fact, text: str, material: Material) -> str:
    """Name what a clause is about where the sheet left it to the line before or to a label."""
    rest = _rest_of(fact, material)
    # 37个没水的 counts what it is about itself.
    is_counted = re.match(r"\d", fact.text) is not None
    if rest and not is_counted and not (fact.text.startswith("其余") and _has_step(fact, material)):
        text = _OPEN_REST.sub(rf"\g<1>\g<2>{rest}，", text, count=1)
    label = label_of(fact)
    text = re.sub("^其余(?=[\\d全都])", "其余的", text)
    if UNDONE.match(label) and re.match(r"\d", text):
        text = f"{label[:3]}的{label[3:]}，{text}"
    aims = fact.type in AIMS
    bare_verb = re.match(r"[\d一二三四五]|[年本上下]|每", text) or not fact.topic
    if aims and bare_verb and not announces(label) and label[:2] not in text:
        text = f"{label}{joint(label, text)}{text}"
    # 最慢的3个乡镇 is told with the first of them, whoever stays unnamed.
    counts = has_no_name(fact.who)
    first = next((f for f in material.told_on_line_of(fact) if f.who == fact.who), fact)
    named = first is fact if counts else fact.named is not False
    if label and label == fact.who and named and not text.startswith(label):
        text = f"{label}{joint(label, text) if is_most(label) else '，'}{text}"
    told_by = fact.source and fact.text.startswith(fact.source) and label == fact.source != fact.who
    if told_by and not aims and _PLACES.search(fact.source) and not text.startswith(fact.source):
        text = f"{fact.source}，{text}"
    if told_by and _REPORTS.search(fact.source):
        told = next((s.does for s in material.before if fact.source in s.who), "")
        does = "预测" if "预测" in told else "预报" if "气象" in fact.source else "这边"
        text = f"{fact.source}{does}，{text}"
    thing = _BEFORE_DAY.match(text)
    # 县应急局6月5日前配到乡镇: who acts goes on with when.
    acts = thing is not None and (
        thing[0].endswith(tuple(fact.owners) or "。") or has_cue("body-end", thing[0])
    )
    return text if thing is None or acts else f"{thing[0]}，{text[thing.end() :]}"


_BEFORE_DAY = re.compile(
    r"(?:[\u4e00-\u9fff“”]{4,14}|\d+[\u4e00-\u9fff]{4,12})(?=\d{1,2}月\d{1,2}日)(?<![年到在于从至自是次“])"
)


def _has_step(fact: Fact, material: Material) -> bool:
    """Whether another task takes a first step at the same rest, so that less is left for this one."""
    line = [f for f in material.line_of(fact) if f.place.start < fact.place.start]
    if any(f.type is fact.type and f.quantities for f in line):
        return True
    targets = [link.target for link in material.links_from(fact.id, kind="rest")]
    others = {link.source for link in material.links_to(*targets, kind="rest")} - {fact.id}
    return any(material.fact(other).quantities for other in others)


def _rest_of(fact: Fact, material: Material) -> str:
    """Return what a task is to finish, with unit: 22处."""
    target = next((link.target for link in material.links_from(fact.id, kind="rest")), "")
    found = next((i for i in material.inferred(target, "remaining") if i.facts == (target,)), None)
    if found is None or any(q.unit == found.unit for q in fact.quantities):
        return ""
    return amount(found.value, found.unit)


def lacks_done(fact: Fact) -> bool:
    """Whether the figure that reads as what is done tells what is not: 开工37个，未开工9个."""
    return any(
        re.search(
            "[未没][\u4e00-\u9fff]{0,4}$|(?:抽查|撤销?|退回?|驳回|被[\u4e00-\u9fff]{1,3})了?$",
            fact.text.partition(q.text)[0],
        )
        for q in fact.quantities
        if q.role == "done"
    )


def amount(value: object, unit: str) -> str:
    """Return a value with its unit as it is said: much of it in 万 or 亿, a part of 亿元 in 万元."""
    text = f"{value:f}" if hasattr(value, "as_tuple") else str(value)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if unit == "亿元" and text.startswith("0."):
        whole = round(float(text) * 10000, 2)
        return f"{whole:g}万元"
    for scale, name in ((10**8, "亿元"), (10**4, "万元")):
        if unit == "元" and Decimal(text) >= scale and Decimal(text) % (scale // 100) == 0:
            return f"{(Decimal(text) / scale).normalize():f}{name}"
    if re.match(r"\d{5,}$", text) and text.endswith("00") and not unit.startswith(("万", "亿")):
        return f"{(Decimal(text) / 10**4).normalize():f}万{unit}"
    return f"{text}{unit}"


def joined(clauses: Sequence[str]) -> str:
    """Return clauses of one line as one sentence."""
    return "；".join(clause for clause in clauses if clause)
