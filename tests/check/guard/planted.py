"""Speeches with one planted fault each: an invention, a slip, a softening, an omission. Seeded, so the same each time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

TAG = re.compile("⟦([^⟧]*)⟧")
_NUMBER = re.compile(r"(?<![\d.])\d[\d.]*(?![\d.])")
_DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")


@dataclass
class Speech:
    """A speech that is right, with what its sheet lets one plant into it.

    ``lines`` have tags ⟦F12⟧ behind the sentences that say a fact. ``unnamed`` is a sentence that names who was
    to stay unnamed, ``forbidden`` one with words that were not wanted.
    """

    name: str
    lines: list[str]
    unnamed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    droppable: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    soft: tuple[tuple[str, str], ...] = ()
    plain: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plain = [TAG.sub("", line) for line in self.lines]


@dataclass
class Planted:
    """A speech with one fault: what kind, in which line, and the words."""

    speech: str
    kind: str
    lines: list[str]
    line: int
    words: str


def planted(speech: Speech, seed: int, each: int = 4) -> Iterator[Planted]:
    """Yield ``each`` copies of a speech for every kind of fault, fewer where it has no room for them."""
    for kind, plant in KINDS.items():
        chance = random.Random(f"{seed}-{speech.name}-{kind}")
        seen: set[str] = set()
        for _ in range(each * 3):
            found = plant(speech, chance)
            if found is not None and found.words not in seen and len(seen) < each:
                seen.add(found.words)
                found.kind = kind
                yield found


def _body(speech: Speech) -> list[int]:
    """Return the lines that are told, without title, byline and headings."""
    return [n for n, line in enumerate(speech.plain) if n > 2 and line.endswith(("。", "？", "！")) and len(line) > 30]


def _replaced(speech: Speech, line: int, start: int, end: int, words: str) -> Planted:
    lines = list(speech.plain)
    lines[line] = lines[line][:start] + words + lines[line][end:]
    return Planted(speech.name, "", lines, line, f"{speech.plain[line][max(0, start - 8) : end + 4]} → {words}")


def _added(speech: Speech, chance: random.Random, sentence: str) -> Planted:
    line = chance.choice(_body(speech))
    ends = [found.end() for found in re.finditer("[。？！]", speech.plain[line])]
    at = chance.choice(ends)
    planted = _replaced(speech, line, at, at, sentence)
    planted.words = sentence
    return planted


def _numbers(speech: Speech) -> list[tuple[int, re.Match[str]]]:
    found = []
    for line in _body(speech):
        for match in _NUMBER.finditer(speech.plain[line]):
            if speech.plain[line][match.end() : match.end() + 1] not in ("月", "日", "年", "点"):
                found.append((line, match))
    return found


def _changed_digit(speech: Speech, chance: random.Random) -> Planted:
    line, match = chance.choice(_numbers(speech))
    digits = [at for at, sign in enumerate(match[0]) if sign.isdigit()]
    at = chance.choice(digits)
    new = chance.choice([d for d in "123456789" if d != match[0][at]])
    return _replaced(speech, line, match.start(), match.end(), match[0][:at] + new + match[0][at + 1 :])


def _cut_to_round(speech: Speech, chance: random.Random) -> Planted | None:
    long = [(n, m) for n, m in _numbers(speech) if m[0].isdigit() and len(m[0]) > 2 and m[0][1:].strip("0")]
    if not long:
        return None
    line, match = chance.choice(long)
    keep = chance.choice([1, len(match[0]) - 1])
    new = match[0][:keep] + "0" * (len(match[0]) - keep)
    if new == match[0]:
        return None
    return _replaced(speech, line, match.start(), match.end(), new)


def _swapped_digits(speech: Speech, chance: random.Random) -> Planted | None:
    long = [(n, m) for n, m in _numbers(speech) if m[0].isdigit() and len(set(m[0])) > 1]
    line, match = chance.choice(long)
    at = chance.randrange(len(match[0]) - 1)
    signs = list(match[0])
    signs[at], signs[at + 1] = signs[at + 1], signs[at]
    new = "".join(signs)
    return None if new == match[0] or new[0] == "0" else _replaced(speech, line, match.start(), match.end(), new)


_UNITS = {
    "万元": "亿元", "亿元": "万元", "吨": "公斤", "户": "人", "处": "公里", "人": "户", "%": "‰", "天": "周", "例": "人", "份": "人",
    "万条": "万米", "台": "人", "件": "人", "宗": "亩", "个百分点": "倍", "万户": "户", "座": "亩", "公里": "米", "亩": "公里", "名": "户",
    "万": "亿", "元": "万元", "所": "亩", "盏": "米", "起": "亿元", "家": "亩",
}  # fmt: skip


def _changed_unit(speech: Speech, chance: random.Random) -> Planted | None:
    found = []
    for line in _body(speech):
        for match in re.finditer(r"(?<=\d)(?:万元|亿元|个百分点|万条|万户|公里|[吨户处人%天例份台件宗座亩名元所盏起家])(?!次)", speech.plain[line]):
            found.append((line, match))
    if not found:
        return None
    line, match = chance.choice(found)
    return _replaced(speech, line, match.start(), match.end(), _UNITS[match[0]])


def _days(speech: Speech) -> list[tuple[int, re.Match[str]]]:
    return [(n, m) for n in _body(speech) for m in _DAY.finditer(speech.plain[n])]


def _changed_day(speech: Speech, chance: random.Random) -> Planted:
    line, match = chance.choice(_days(speech))
    month, day = int(match[1]), int(match[2])
    new = chance.choice([d for d in range(1, 29) if abs(d - day) > 1 and f"{month}月{d}日" not in "".join(speech.plain)])
    return _replaced(speech, line, match.start(), match.end(), f"{month}月{new}日")


def _changed_month(speech: Speech, chance: random.Random) -> Planted | None:
    line, match = chance.choice(_days(speech))
    month = int(match[1]) % 12 + 1
    new = f"{month}月{match[2]}日"
    if new in "".join(speech.plain) or int(match[2]) > 28:
        return None
    return _replaced(speech, line, match.start(), match.end(), new)


def _month_end(speech: Speech, chance: random.Random) -> Planted | None:
    days = [(n, m) for n, m in _days(speech) if int(m[2]) < 25 and speech.plain[n][m.end() : m.end() + 1] == "前"]
    if not days:
        return None
    line, match = chance.choice(days)
    return _replaced(speech, line, match.start(), match.end(), f"{match[1]}月底")


def _other_day(speech: Speech, chance: random.Random) -> Planted | None:
    """Give a task the deadline of another one."""
    days = [(n, m) for n, m in _days(speech) if speech.plain[n][m.end() : m.end() + 1] == "前"]
    line, match = chance.choice(days)
    others = sorted({m[0] for n, m in days if m[0] not in speech.plain[line]})
    if not others:
        return None
    return _replaced(speech, line, match.start(), match.end(), chance.choice(others))


def _figure_sentence(speech: Speech, chance: random.Random) -> Planted:
    number = chance.choice([37, 58, 126, 243, 417, 1350, 2680, 39, 67, 88])
    return _added(speech, chance, chance.choice([
        f"目前已经组建各类队伍{number}支。", f"这项工作一共涉及{number}个点位。", f"上半年我们一共组织检查{number}次，发现问题{number * 3}个。",
        f"满意度达到{number % 60 + 39.7:.1f}%。", f"为此新增设备{number}台。", f"一共有{number}名同志参加了这项工作。",
        f"比上年增长{number % 40 + 3.4:.1f}%。", f"覆盖面已经超过{number}个小区。", "全部配齐需要三十六名专职人员。", "目前完成率只有四成五。",
    ]))  # fmt: skip


def _deadline(speech: Speech, chance: random.Random) -> Planted:
    day = chance.choice([3, 8, 13, 18, 23, 27])
    month = chance.choice([8, 9, 11])
    return _added(speech, chance, chance.choice([
        f"整改方案{month}月{day}日前报上来。", f"这件事{month}月{day}日之前必须见底。", "三天之内拿出方案。", "各单位一周内把清单报上来。",
        f"{month}月底前开展一次回头看。", "十个工作日内完成摸底。", "国庆节前全部到位。", "中秋节前再查一遍。", f"{month}月上旬组织验收。",
        "本周五前把台账交齐。", "会后两天内传达到每一个人。", "散会以后15天之内要有结果。",
    ]))  # fmt: skip


def _frequency(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "实行每周一调度、每日一报告。", "每十天开一次推进会。", "建立周调度制度，谁落后谁说明。", "每两周通报一次进度。", "每季度评比一次。",
        "这件事一天一汇总。", "班子成员每周至少下去两次。", "实行日报告制度。", "每旬会商一次。", "进度每三天报一次。", "每年开展两次复训。",
    ]))  # fmt: skip


def _owner(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "这件事由副主任周启明负责到底。", "由审计局牵头，逐项核对。", "各单位主要负责同志是第一责任人。", "党政一把手要亲自抓。",
        "这块由市场监管局牵头，派出所配合。", "具体工作由督导专班负责。", "这件事由办公室主任韩立峰盯着。", "公安、城管参与配合。",
        "由分管领导包保联系。", "教育局、文旅局要配合好。", "责任落到副书记苏建华头上。",
    ]))  # fmt: skip


def _organisation(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "县公安局也要跟上来。", "这一点，省发改委看得很重。", "我们请了江东大学的专家来把关。", "已经和中恒建设集团谈妥了。", "市审计局上个月来看过。",
        "第三方评估由恒信公司来做。", "成立工作专班，集中办公。", "团市委也派人来了。", "这批设备交给华创科技公司维护。", "要用好志愿者协会的力量。",
    ]))  # fmt: skip


def _name(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "像王桂芳同志这样，多少年如一日。", "副主任赵宏伟前天还到现场看过。", "李国栋同志在一线守了一夜。", "老党员张德福带头做了。", "技术员刘小军想了个好办法。",
        "这一点要向孙丽华同志学。", "马志强主任刚才也提到了。", "陈建国书记做得就很细。",
    ]))  # fmt: skip


def _money(speech: Speech, chance: random.Random) -> Planted:
    number = chance.choice([45, 78, 135, 260, 390])
    return _added(speech, chance, chance.choice([
        f"另外安排{number}万元专门用于奖励。", f"每个点补助{number * 10}元。", f"缺口还有{number}万元。", f"争取上级资金{number / 100:.2f}亿元。",
        f"人均投入{number * 3}元。", "拿出五十万元做这件事。", "谁拖后腿，罚款两千元。",
    ]))  # fmt: skip


def _document(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "严格按照《工作责任追究暂行办法》执行。", "对照《安全生产法》一条一条过。", "《三年行动方案》已经印发，照着做。", "要落实好省办发〔2026〕12号文件。",
        "按《考核实施细则》兑现。",
    ]))  # fmt: skip


def _quotation(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "习近平总书记强调，“人民对美好生活的向往，就是我们的奋斗目标”。", "省委书记指出，要把好事办实、把实事办好。", "有位老人对我说：“你们来了，我就踏实了。”",
        "古人讲：“知责任者，大丈夫之始也。”", "俗话说，“磨刀不误砍柴工”。", "有群众反映：“打了十几个电话没人管。”", "市委主要领导批示：“一抓到底，务求实效。”",
        "老话说得好，篱笆扎得紧，野狗钻不进。",
    ]))  # fmt: skip


def _promise(speech: Speech, chance: random.Random) -> Planted:
    return _added(speech, chance, chance.choice([
        "下个月我会到现场再看一遍。", "我保证，困难我来解决。", "谁干得好，我亲自给他戴红花。", "我会随时过问这件事。", "缺什么，我来协调。", "请大家放心，这件事我盯到底。",
        "到时候我一家一家去看。", "年底我给大家一个满意的交代。", "经费不够，我来想办法。",
    ]))  # fmt: skip


def _softened(speech: Speech, chance: random.Random) -> Planted | None:
    words = chance.choice(["力争", "争取", "原则上", "尽量", "力争在", "努力做到", "尽可能"])
    found = [(n, m) for n in _body(speech) for m in re.finditer(r"\d{1,2}月\d{1,2}日前", speech.plain[n])]
    found = [(n, m) for n, m in found if not re.search("力争|原则上", speech.plain[n][max(0, m.start() - 12) : m.end() + 12])]
    if not found:
        return None
    line, match = chance.choice(found)
    return _replaced(speech, line, match.start(), match.start(), words)


def _softened_words(speech: Speech, chance: random.Random) -> Planted | None:
    """Put a hedge in front of a hard word of the sheet."""
    found = [(n, h) for h in speech.hard for n, line in enumerate(speech.plain) if h in line and n > 2]
    if not found:
        return None
    line, hard = chance.choice(found)
    at = speech.plain[line].index(hard)
    return _replaced(speech, line, at, at, chance.choice(["尽量", "原则上", "争取", "基本", "力争"]))


def _about(speech: Speech, chance: random.Random) -> Planted | None:
    found = [(n, m) for n in _body(speech) for m in re.finditer(r"(\d{1,2}月\d{1,2}日)前(?=[，。；完办清销签齐])", speech.plain[n])]
    if not found:
        return None
    line, match = chance.choice(found)
    return _replaced(speech, line, match.end(1), match.end(), chance.choice(["前后", "左右"]))


def _hardened(speech: Speech, chance: random.Random) -> Planted | None:
    if not speech.soft:
        return None
    old, new = chance.choice(speech.soft)
    line = next(n for n, text in enumerate(speech.plain) if old in text and n > 2)
    at = speech.plain[line].index(old)
    return _replaced(speech, line, at, at + len(old), new)


def _dropped(speech: Speech, chance: random.Random) -> Planted | None:
    if not speech.droppable:
        return None
    fact = chance.choice(speech.droppable)
    lines = []
    for line in speech.lines:
        kept = "".join(
            sentence
            for sentence in re.findall("[^⟧]*⟦[^⟧]*⟧|[^⟧]+$", line)
            if fact not in re.split("[,:]", (TAG.search(sentence) or [""])[0].strip("⟦⟧"))
        )
        lines.append(TAG.sub("", kept))
    return Planted(speech.name, "", [line for line in lines if line.strip()], -1, fact)


def _unnamed(speech: Speech, chance: random.Random) -> Planted | None:
    return _added(speech, chance, chance.choice(speech.unnamed)) if speech.unnamed else None


def _forbidden(speech: Speech, chance: random.Random) -> Planted | None:
    return _added(speech, chance, chance.choice(speech.forbidden)) if speech.forbidden else None


def _swapped_owners(speech: Speech, chance: random.Random) -> Planted | None:
    """Let two owners change places in the whole speech."""
    if len(speech.owners) < 2:
        return None
    one, other = chance.sample(speech.owners, 2)
    lines = [line.replace(one, "\0").replace(other, one).replace("\0", other) for line in speech.plain]
    return Planted(speech.name, "", lines, -1, f"{one} ↔ {other}")


KINDS: dict[str, Callable[[Speech, random.Random], Planted | None]] = {
    "digit": _changed_digit, "round": _cut_to_round, "digits-swapped": _swapped_digits, "unit": _changed_unit,
    "day": _changed_day, "month": _changed_month, "month-end": _month_end, "other-day": _other_day,
    "figure-added": _figure_sentence, "deadline": _deadline, "frequency": _frequency, "owner": _owner, "organisation": _organisation,
    "name": _name, "money": _money, "document": _document, "quotation": _quotation, "promise": _promise,
    "softened": _softened, "softened-words": _softened_words, "about": _about, "hardened": _hardened, "dropped": _dropped,
    "unnamed": _unnamed, "forbidden": _forbidden, "owners-swapped": _swapped_owners,
}  # fmt: skip
