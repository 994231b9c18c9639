"""Figures that must agree with one another: sums, shares, changes, and what is told twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.check.amounts import Amount, amounts_of
from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number, plain
from drafter.i18n import Message, message

_PARTS = re.compile("^(?:，|；)?[^0-9]{0,8}其中[，：]?")
_CHANGED = re.compile("(?:增加|减少|增长|下降|上升|同比[增减升降多少]|[比较][^，]{1,6}[多少高低])了?$")
_TOTAL = re.compile("(?:合计|共计|总计|一共|，共)[一-鿿]{0,2}$")
# A list that names some of the parts only.
_NOT_ALL = re.compile("等|以及其他|主要|还有|包括|另有")
# What these measure does not add up.
_NO_COUNTS = frozenset(("%", "", "倍", "个百分点", "百分点", "成", "折", "番", "位"))
# Below this share of the whole, a list has probably left something out on purpose.
_NEAR = Decimal("0.8")


@rule(
    "sum-mismatch",
    "分项之和不等于总数",
    Severity.WARNING,
    Basis.PRACTICE,
    why="总数和分项同时摆出来，听的人会心算；加不拢，别的数据也跟着失信。",
    bad="全县15个乡镇，其中山区乡8个、平原镇9个。",
    good="全县15个乡镇，其中山区乡8个、平原镇7个。",
)
def sum_mismatch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find parts behind 其中 that add up to something else than the whole, and wrong totals.

    Only exact figures of one unit count. Parts that add up to less are a hint: some may be left out.
    """
    for amounts in amounts_of(manuscript):
        yield from _behind_whole(amounts)
        yield from _in_front_of_total(amounts)


def _between(first: Amount, second: Amount) -> str:
    start = first.sentence.start
    return first.sentence.text[first.end - start : second.start - start]


def _behind_whole(amounts: tuple[Amount, ...]) -> Iterator[Found]:
    for index in range(1, len(amounts)):
        whole, parts = amounts[index - 1], [amounts[index]]
        if _CHANGED.search(whole.before):
            # 同比增加5起；其中: what has changed by so much is no whole.
            continue
        if not _PARTS.search(_between(whole, parts[0])) and "其中" not in _between(whole, parts[0])[-12:]:
            continue
        for one in amounts[index + 1 :]:
            if "、" not in _between(parts[-1], one)[:1] or one.unit != whole.unit:
                break
            parts.append(one)
        yield from _compared(whole, parts)


def _compared(whole: Amount, parts: list[Amount]) -> Iterator[Found]:
    if whole.unit in _NO_COUNTS or not all(
        one.is_exact and one.unit == whole.unit for one in [whole, *parts]
    ):
        return
    total = sum((one.value for one in parts), Decimal(0))
    last, sentence = parts[-1], whole.sentence
    formula = "＋".join(one.text for one in parts)
    if total > whole.value:
        text = message(
            "the parts are more than the whole: {formula} > {whole}", formula=formula, whole=whole.text
        )
        yield Found(sentence.line, whole.start, last.end, text, _remedy())
    elif total < whole.value and len(parts) > 1 and total / whole.value >= _NEAR:
        if _NOT_ALL.search(sentence.text, whole.end - sentence.start):
            return
        text = message("the parts do not add up to {whole}: {formula}", formula=formula, whole=whole.text)
        yield Found(sentence.line, whole.start, last.end, text, _remedy(), severity=Severity.HINT)


def _in_front_of_total(amounts: tuple[Amount, ...]) -> Iterator[Found]:
    for index in range(2, len(amounts)):
        total, before = amounts[index], amounts[:index]
        between = _between(before[-1], total)
        parts = [one for one in before if one.unit == total.unit]
        if not _TOTAL.search(between) or len(parts) not in (2, 3, 4) or len(between) > 12:
            continue
        if not total.unit or total.unit == "%" or not all(one.is_exact for one in [total, *parts]):
            continue
        sums = [sum((one.value for one in parts[first:]), Decimal(0)) for first in range(len(parts) - 1)]
        if total.value not in sums and all(one.before.strip("，、和") for one in parts[1:]):
            formula = "＋".join(one.text for one in parts)
            text = message("{formula} is not {total}", formula=formula, total=total.text)
            yield _found(total, text)


def _found(amount: Amount, text: Message) -> Found:
    return Found(amount.sentence.line, amount.start, amount.end, text, _remedy())


def _remedy() -> Message:
    return message("reckon again, and look the figures up at their source")


_SHARE = re.compile("^(?:的)?，?占(?:比|总数的|总量的|其中的|全部的)?(?:达到?|为|约)?$")
_RATE = re.compile("^，?(?P<verb>[一-鿿]{2})率(?:达到?|为)?$")
_CHANGE = re.compile("^，?(?:同比|比上年)?(?P<verb>增长|下降|提高|增加|减少)了?$")


@rule(
    "percent-mismatch",
    "百分比与数字不符",
    Severity.WARNING,
    Basis.PRACTICE,
    why="一句话里有总数、有分数、有百分比，三者要互相算得通。",
    bad="抽查病历300份，有缺陷的47份，占25.7%。",
    good="抽查病历300份，有缺陷的47份，占15.7%。",
)
def percent_mismatch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a share, a rate or a growth that does not follow from the two figures in front of it."""
    for amounts in amounts_of(manuscript):
        for index in range(2, len(amounts)):
            share, part = amounts[index], amounts[index - 1]
            if share.unit != "%" or not share.is_exact or not part.is_exact:
                continue
            expected = _expected(share, part, amounts[: index - 1])
            if expected and all(abs(one - share.value) > _tolerance(share, part) for one in expected):
                words = f"{plain(round(expected[-1], max(share.decimals, 1)))}%"
                text = message("{share} does not follow: {words}", share=share.text, words=words)
                yield _found(share, text)


def _expected(share: Amount, part: Amount, earlier: tuple[Amount, ...]) -> list[Decimal]:
    """Return what the percentage may be, by each whole that stands in front of the part."""
    between = _between(part, share)
    wholes = [one for one in earlier if one.unit == part.unit and one.unit != "%" and one.value > 0]
    if part.unit in ("%", "") or not wholes or not all(one.is_exact for one in wholes):
        return []
    if change := _CHANGE.match(between):
        base = wholes[-1]
        if not re.search("[由从]$", base.before) or not re.search("[到至]$", part.before):
            return []
        return [abs(part.value - base.value) / base.value * 100]
    rate = _RATE.match(between)
    if not (_SHARE.match(between) or (rate and part.before.endswith(rate["verb"]))):
        return []
    return [part.value / one.value * 100 for one in wholes if one.value >= part.value] if not change else []


def _tolerance(share: Amount, part: Amount) -> Decimal:
    """Return how far a percentage may be off: half a digit, and what rounded figures bring along."""
    rounded = Decimal("0.02") if part.decimals or part.value >= 10000 else Decimal("0.002")
    digit = Decimal("0.6").scaleb(-share.decimals)
    return digit + share.value * rounded


_SCALE = "(?:[万亿])?"
_UNIT = "[%℃一-鿿]{0,4}?"
_UP = "增加|增长|提高|提升|上升|扩大|拓展|增|升|提"
_DOWN = "下降|降低|减少|压缩|缩短|压减|回落|缩小|降|减|压"
_MOVED = re.compile(
    rf"(?:由|从)(?P<a>[0-9]+(?:\.[0-9]+)?{_SCALE})(?P<unit>{_UNIT})(?:，)?(?:逐步)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    rf"(?:到|至|为)(?P<b>[0-9]+(?:\.[0-9]+)?{_SCALE})(?P<unit2>{_UNIT})(?=[，。；、（以左]|$)"
)


@rule(
    "change-against-direction",
    "升降与数字相反",
    Severity.ERROR,
    Basis.PRACTICE,
    why="“由……增加到……”后一个数要更大，“由……下降到……”后一个数要更小；反了，不是数字写颠倒，就是动词用错。",
    bad="持证社工由5800人增加到5000人。",
    good="持证社工由5000人增加到5800人。",
)
def change_against_direction(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a rise to less, or a fall to more, of one unit."""
    for number, found in matches(manuscript, _MOVED):
        first, second = parse_number(found["a"]), parse_number(found["b"])
        # A rank rises to a smaller number.
        if (
            first is None
            or second is None
            or found["unit"] != found["unit2"]
            or found["unit"][:1] in ("位", "名")
        ):
            continue
        if (found["up"] and second < first) or (found["down"] and second > first):
            verb = found["up"] or found["down"]
            text = message("{verb} goes the other way than the figures", verb=verb)
            yield on(number, found, text, remedy=_remedy())


_NOW = re.compile("目前|现有|现在|已达?到?|已有|当前")
_AIM = re.compile("力争|年底前|到年底|到[0-9]{4}年|目标|明年|确保|要")
_REACHED = re.compile("(?:达到?|突破|发展到|稳定在|提高到|增加到)$")
_LESS = re.compile("降|减|压|控制|不超过|缩|新增|再|以内|以下")


@rule(
    "target-below-base",
    "目标低于现状",
    Severity.WARNING,
    Basis.PRACTICE,
    why="目标要高于现状；写低了，多半是看错了行或抄错了年份。",
    bad="目前，全市持证社工5800人，力争到2030年突破5000人。",
    good="目前，全市持证社工5800人，力争到2030年突破1万人。",
)
def target_below_base(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an aim in a sentence that is less than what the sentence says is reached."""
    for amounts in amounts_of(manuscript):
        for first, second in zip(amounts, amounts[1:], strict=False):
            start = first.sentence.start
            front = first.sentence.text[: first.start - start]
            lead = re.match("[^0-9]*", second.text)
            between = _between(first, second) + (lead[0] if lead else "")
            if not (_NOW.search(front) and _AIM.search(between) and _REACHED.search(between)):
                continue
            behind = first.sentence.text[second.end - start :]
            is_alike = bool(first.unit) and first.unit == second.unit
            if is_alike and second.value < first.value and not _LESS.search(between + second.text + behind):
                yield _found(
                    second,
                    message(
                        "the aim {aim} is below what is reached: {base}", aim=second.text, base=first.text
                    ),
                )


_SCOPE = re.compile("^[，]?(?:全|我)(?:市|县|区|省|镇|乡|村|院|校|局|厂|国|公司|集团|系统|矿)")
_PERIOD = re.compile(
    "[0-9]{4}年(?:[0-9]{1,2}月)?(?:底|末)?|去年|今年|前年|明年|上半年|下半年|[一二三四]季度|“十[三四五]五”|[0-9]{1,2}月|目前|现在|以来|截至|同期|到[0-9]{4}年"
)
_FILLER = re.compile("[，、了的]|共有|现有|已经|累计|达到|一共|总共|共|已|达|为|有")
_FLOW = re.compile(
    "新增|完成|增长|实现|建成|投入|引进|开工|签约|培训|发放|改造|新建|调解|办结|查处|接待|到位"
)
_PLANNED = re.compile("力争|要|确保|目标|计划|争取|预计|再|另|其中|其余")


@rule(
    "figure-told-twice-differently",
    "同一数据前后不一",
    Severity.WARNING,
    Basis.PRACTICE,
    why="同一范围、同一时间、同一件事，前后两处数字不同，至少有一处错了。",
    bad="全县共有小型水库46座。\n全县共有小型水库64座，都要空库运行。",
    good="全县共有小型水库46座。\n全县共有小型水库46座，都要空库运行。",
)
def figure_told_twice_differently(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find two figures of the same thing, scope and time that differ. Estimates count with 余 only."""
    known: dict[tuple[str, str, tuple[str, ...]], Amount] = {}
    for amounts in amounts_of(manuscript):
        for amount in amounts:
            key = _key(amount)
            if key is None:
                continue
            first = known.setdefault(key, amount)
            if first.value != amount.value:
                text = message("{words} is told as {first} elsewhere", words=amount.text, first=first.text)
                yield _found(amount, text)


def _key(amount: Amount) -> tuple[str, str, tuple[str, ...]] | None:
    """Return scope and noun, unit and times of a figure; None where they are not sure enough."""
    front = amount.sentence.text[: amount.start - amount.sentence.start]
    # 5800余人 and 5080余人 are two values as well, but not 5800余人 and 5800人.
    more = "余" if re.search("[0-9万亿][余多]", amount.text) else ""
    if not (amount.is_exact or more) or amount.unit in ("", "%") or _PLANNED.search(front):
        return None
    if not _SCOPE.match(amount.before):
        return None
    times = tuple(_PERIOD.findall(front))
    noun = _FILLER.sub("", amount.before)
    if len(noun) < 4 or (_FLOW.search(noun) and not times):
        return None
    return noun, more + amount.unit, times
