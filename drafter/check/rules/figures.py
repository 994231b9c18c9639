"""Figures as they are written: with their %, estimated once, with a date, and possible."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.check.amounts import Amount, amounts_of
from drafter.check.finding import Basis, Severity
from drafter.check.genre import genre_of
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_N = r"[0-9]+(?:\.[0-9]+)?"
# Rates that are measured in something else than parts of a hundred.
_RATE = "(?<![汇频心速倍费斜功利税曲])率"
_MISSING = re.compile(
    rf"{_RATE}(?:均|已|也)?(?:达到?|为|是|提高到|上升到|稳定在)?(?P<a>[0-9]{{1,2}}(?:\.[0-9]+)?|100)(?=[，。；]|、[一-鿿]|$)"
    rf"|{_RATE}(?:由|从)(?P<b>[0-9]{{1,2}}(?:\.[0-9]+)?)(?=[提上增下降升减])"
    rf"|(?:增长|下降|提高|回落|增速|增幅|降幅)了?(?:达到?|为)?(?P<c>{_N})(?=[，。；]|、[一-鿿]|$)"
)
_RANK = re.compile("名次|位次|排名|指数|评分|得分|系数|点数")


@rule(
    "missing-percent",
    "百分数缺“%”",
    Severity.ERROR,
    Basis.PRACTICE,
    clause="GB/T 15835-2011 4.1.1",
    why="增幅和各种“率”都是百分数，漏了“%”，12.5就成了倍数或个数。",
    bad="财政收入同比增长12.5，居全省前列。",
    good="财政收入同比增长12.5%，居全省前列。",
)
def missing_percent(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a growth or a rate with a bare number behind it: 增长12.5, 完成率98."""
    for number, found in matches(manuscript, _MISSING):
        if _RANK.search(found.string, max(found.start() - 12, 0), found.end()):
            continue
        group = next(name for name in "abc" if found[name])
        text = message("{number} lacks its %", number=found[group])
        yield on(number, found, text, group, remedy=message("write {words}", words=f"{found[group]}%"))


_ABOUT = "大?约(?:有|占|为|合)?|大概有?|将近|接近|(?<![最附临靠远亲接就相贴])近"
_OVER = "超过|突破|至少|不少于|不低于|逾|多于|高于"
# Each is tried from its first digit only: a row of digits is read once.
_NUMBER = r"(?<![0-9])[0-9]++(?:\.[0-9]++)?[万亿千百]?"
_UNIT = "[%元吨人户家个件起次名处亩座公里项台辆场年天月日]{0,4}?"
_DOUBLED = re.compile(
    rf"(?P<lead>{_ABOUT}|{_OVER})(?:有|为|占|达到?)?{_NUMBER}"
    rf"(?:(?P<more>[余多])(?!数)(?P<unit>[年天月日周]|个月|小时|分钟)?|{_UNIT}(?P<tail>左右|上下|以上|以内|之多))"
    rf"|{_NUMBER}(?P<few>[余多]){_UNIT}(?P<about>左右|上下)"
)


@rule(
    "doubled-approximation",
    "约数重复",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 15835-2011 4.2.2",
    why="“约”“近”“余”“左右”“以上”都表示大概，一个数只用一个；“约120人左右”说了两遍。",
    bad="参会的有约120人左右。",
    good="参会的有120人左右。",
)
def doubled_approximation(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a number that is estimated twice: 约…左右, 近…余, 超过…以上."""
    for number, found in matches(manuscript, _DOUBLED):
        # 近30多年 is a span that ends today.
        if found["unit"] and found["lead"] == "近":
            continue
        lead, extra = found["lead"] or found["few"], found["more"] or found["tail"] or found["about"]
        text = message("{lead} and {extra} say the same twice", lead=lead, extra=extra)
        yield on(number, found, text, remedy=message("keep one of them"))


_STRICT_RATE = (
    "整改率|满意率|满意度|参保率|合格率|覆盖率|普及率|入学率|达标率|办结率|成活率"
    "|治愈率|优良率|化解率|入住率|到位率|开通率|及格率"
)
_OVER_HUNDRED = re.compile(
    rf"(?:{_STRICT_RATE})(?:均|已)?(?:达到?|为|是|超过|提高到|上升到)?(?P<value>{_N})%"
)
_FALL = "下降|减少|降低|缩短|压减|压缩|回落"
_FALLEN = re.compile(rf"(?:{_FALL})了?(?P<value>{_N})%")
_FALLEN_TIMES = re.compile(rf"(?:{_FALL})了?(?P<value>{_N}|[一二两三四五六七八九十])倍")


@rule(
    "impossible-share",
    "不可能的比率、降幅",
    Severity.ERROR,
    Basis.PRACTICE,
    why="整改率、满意率、参保率最高是100%；降幅最多是100%，“减少了2倍”不成话，应说减少了几成或降到几分之几。",
    bad="投诉下降120%。",
    good="投诉下降12%。",
)
def impossible_share(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find rates above 100%, falls of more than 100%, and falls by some times."""
    for pattern in (_OVER_HUNDRED, _FALLEN):
        for number, found in matches(manuscript, pattern):
            if Decimal(found["value"]) > 100:
                text = message("{share} is more than all", share=f"{found['value']}%")
                yield on(number, found, text, "value", remedy=message("look the figure up at its source"))
    for number, found in matches(manuscript, _FALLEN_TIMES):
        text = message("nothing can fall by {times} times", times=found["value"])
        remedy = message("say to what part it fell, or by how many tenths")
        yield on(number, found, text, remedy=remedy, severity=Severity.WARNING)


_DATED = re.compile(
    "[0-9]{2,4}年|[0-9一二三四五六七八九十]月|去年|今年|前年|明年|近年|年来|以来|上半年|下半年|季度|目前|当前|现在|截至|截止|昨天"
    "|今天|上周|本周|本月|上月|“十[三四五]五”|期间|同期|过去|年初|年底|至今|如今|全年|当年|那年|时期|每年|每月|年均|日前|前不久|最近|期末"
)
_DONE = re.compile(
    "建成|新增|完成|累计|调解|清理|拆除|打掉|引进|发放|改造|新建|清运|转移|查处|化解|走访|培训|销号|签约"
)
# With one of these in front, a figure sums something up, and is not one of a list.
_IS_TOTAL = re.compile("^，?(?:全|我)[市县区省镇乡村院校局厂国]|累计|已")
_AHEAD = re.compile("要|力争|计划|目标|确保|将|争取|务必|必须|再|预计|拟|到[0-9“]")


@rule(
    "undated-figure",
    "数据没有时间",
    Severity.HINT,
    Basis.PRACTICE,
    why="讲成绩的数据要有时点或时段，听的人才知道是哪一年、截至哪一天，核对的人也才找得到出处。",
    bad="全市建成养老服务中心35个。",
    good="去年，全市建成养老服务中心35个。",
)
def undated_figure(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a figure of what was done, with no time in its paragraph, in the sentence before or the heading.

    One that sums up (全市建成, 累计) is a warning, any other a hint.
    """
    if genre_of(manuscript) == "work-report":
        # A report on a term of duty is of that term.
        return
    known = _Times(manuscript)
    for amounts in amounts_of(manuscript):
        first = next(filter(_tells_what_was_done, amounts), None)
        if first is None or _AHEAD.search(first.sentence.text):
            continue
        if not known.are_told(first):
            text = message("when was that? This figure has no time")
            severity = Severity.WARNING if _IS_TOTAL.search(first.before) else None
            remedy = message("say of what time it is")
            yield Found(first.sentence.line, first.start, first.end, text, remedy, severity=severity)


class _Times:
    """Knows where a time is told that holds for a figure."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.lines = manuscript.lines
        self.last = {one.line: one.text for one in manuscript.sentences}
        headed = {line.part for line in self.lines if line.level == 1 and _DATED.search(line.text)}
        self.parts = headed - {0}

    def are_told(self, amount: Amount) -> bool:
        sentence = amount.sentence
        line = self.lines[sentence.line]
        near = self.last.get(sentence.line - 1, "") + line.text[: sentence.end]
        return line.part in self.parts or _DATED.search(near) is not None


def _tells_what_was_done(amount: Amount) -> bool:
    return (
        bool(amount.unit)
        and amount.unit != "%"
        and "以上" not in amount.text
        and _DONE.search(amount.before) is not None
    )
