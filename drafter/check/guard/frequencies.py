"""How often something is to be done: each needs a fact of that period and that deed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, pairs
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.i18n import message

_DEED = (
    "汇总|调度|通报|报告|报送|上报|汇报|检查|抽查|自查|会商|例会|研判|巡查|巡检|巡逻|督查|督办|督导|排名|晾晒|统计|盘点|复盘|点评|公示|公布|公开|培训|演练|考核|考评|评比|开会|召开|碰头|走访|回访"
    "|清扫|更新|小结|总结|分析|检测|监测|抽检|排查|调研|座谈|推进会|专题会|回头看|接访|坐诊|值守|带班|家访|晨检|消毒|点名|清点|测温|报|查|扫|评|晒|测|检|巡|练|清|统|跑|看|审|议"
)
_UNIT = "半个?月|两周|双周|两个月|半年|季度|星期|[日天晚夜周旬月季年]"
# 每逢单月, 每逢周末: when it comes round; 加派一班人, 开一次会: what is done then.
_OCCASION = (
    "[单双][日月周号]|周末|周[一二三四五六日]|节假日|[月季年周][初末底]|赶?集日?|雨天|大风天|暴雨|节前"
)
_TURN = "[一两二三四五\\d]{1,2}[次回遍场班趟]|加派|加开|加密|值班|上门|通报"
_EVERY = re.compile(
    f"每(?:隔)?(?:个|一)?(?P<a>{_UNIT})(?:[一二三四五六日天](?=[^一-鿿]|[上下晚早召开调通报])|底|末|初|上旬|中旬|下旬|\\d{{1,2}}[日号])?(?:前|晚|早|上午|下午)?"
    f"(?P<deed>[^，。；：、\n]{{0,12}}?(?:{_DEED})|[^，。；：\n]{{0,8}}[一两二三四五\\d]{{1,2}}[次回遍场])"
    f"|(?<![一-鿿]统)(?P<b>半月|[一半](?:{_UNIT}))(?:[一两二三四五\\d]{{1,2}})(?P<deed_b>{_DEED}|次)"
    f"|(?<![一-鿿\\d今昨明当本上下每])(?P<c>[日周旬月季])(?P<deed_c>调度|通报|报告|例会|会商|研判|排名|清零|点评|小结|考核|检查|报)(?:制度?)?"
    f"|每(?P<n>[两二三四五六七八九十\\d]{{1,3}})个?(?P<e>[天日周月年])(?P<deed_e>[^，。；：、\n]{{0,8}}?(?:{_DEED}|[一两]次))"
    f"|(?P<x>每逢周?|逢)(?P<f>[一二三四五六七八九十单双日](?![日月周号])|{_OCCASION})(?P<deed_f>[^，。；：、\n]{{0,8}}(?:{_DEED}|{_TURN}))"
    f"|(?<!不)(?P<every_other>隔[天日周月])(?P<deed_h>[^，。；：、\\n]{{0,4}}(?:{_DEED}|上门|{_TURN}))"
    f"|按(?P<g>[日周旬月年]|季度?)(?P<deed_g>[^，。；：、\n]{{0,4}}?(?:{_DEED}|兑现|调整))"
    f"|(?:实行|落实|坚持|建立|执行|推行)(?P<d>[日周旬月季])(?P<deed_d>{_DEED})"
)
_COMMON = re.compile("每个?[一-鿿]|至少|不少于|[一两二三四五六七八九十\\d]+[次回遍天]")
_NAMES = {
    "day": "日 天 晚 夜 一日 一天",
    "week": "周 星期 一周",
    "ten-days": "旬 一旬",
    "fortnight": "半月 半个月 两周 双周",
    "month": "月 一月",
    "two-months": "两个月",
    "quarter": "季 季度 一季 一季度",
    "half": "半年",
    "year": "年 一年",
}
_PERIODS = {name: period for period, names in _NAMES.items() for name in names.split()}
_OF_SOURCE = re.compile(
    f"每(?:隔)?(?:个|一)?(?P<a>{_UNIT})|(?P<b>半月|[一半](?:{_UNIT}))(?=[一两二三四五\\d])|(?<![一-鿿\\d])(?P<c>[日周旬月季])(?=[调通报例会研排清点小考检度])|(?P<d>[日周月季])(?:调度|通报|报告|例会|会商|研判|排名)|按(?P<e>[日周月季])|(?P<f>季度|年度|月度|天天|逐[日月])"
)


class Frequencies:
    """How often a text says that something is done, held against the source."""

    def __init__(self, passages: Passages, source: Source) -> None:
        self.passages = passages
        self.source = source

    def claims(self) -> Iterator[Claim]:
        """Yield what is said to be done so often without a source."""
        for match in _EVERY.finditer(self.passages.text):
            odd = _odd(match)
            period = _PERIODS.get(_first(match, "abcdg"), "")
            deed = next((match[name] for name in match.groupdict() if "deed" in name and match[name]), "")
            if (odd and odd not in self.source.text) or (period and not self._is_told(period, deed, match)):
                yield self._claim(match)

    def _claim(self, match: re.Match[str]) -> Claim:
        text = message("no fact tells that this is done so often: {words}", words=match[0])
        remedy = message("take it out, or give it a source among the facts")
        return Claim("unsourced-frequency", match.start(), match.end(), text, remedy)

    def _is_told(self, period: str, deed: str, match: re.Match[str]) -> bool:
        """Whether a clause of the source has the period, and the deed or other words of the clause."""
        sentence = self.passages.words(self.passages.sentence_at(match.start()))
        # 每周至少 and 一次 are common to all that is done so often.
        words = pairs(_COMMON.sub("，", sentence))
        deeds = set(re.findall(_DEED, deed))
        for told, clause in self._told:
            if told == period and (
                any(each in clause for each in deeds) or len(words & pairs(_COMMON.sub("，", clause))) >= 2
            ):
                return True
        return False

    @cached_property
    def _told(self) -> tuple[tuple[str, str], ...]:
        passages = self.source.passages
        return tuple(
            (period, passages.words(passages.sentence_at(place)))
            for period, place in _periods(self.source.text)
        )


def periods_in(text: str) -> frozenset[str]:
    """Return the periods in which a text says that something is done: week, month."""
    return frozenset(period for period, _place in _periods(text))


def _periods(text: str) -> Iterator[tuple[str, int]]:
    """Yield the periods of a text with their places."""
    for match in _OF_SOURCE.finditer(text):
        unit = next(filter(None, match.groups()), "")
        unit = {"天天": "天", "逐日": "日", "逐月": "月", "月度": "月", "年度": "年"}.get(unit, unit)
        yield _PERIODS.get(unit, ""), match.start()


def _odd(match: re.Match[str]) -> str:
    """Return what comes round, and is no period by its name: 每3天, 每逢周末, 隔天; "" where nothing does."""
    for names in (("n", "e"), ("x", "f"), ("every_other",)):
        if match[names[-1]]:
            return "".join(match[name] for name in names)
    return ""


def _first(match: re.Match[str], names: str) -> str:
    """Return what the first group that took part has matched."""
    return next((match[name] for name in names if match[name]), "")
