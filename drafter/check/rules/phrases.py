"""Set phrases, words typed twice, and 的, 地, 得."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import is_within, matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

# What stands in front of a set phrase, its number and its noun.
_FORMULAS = (
    ("增强|树牢|强化", "四", "个意识"),
    ("坚定", "四", "个自信"),
    ("做到|践行|坚决|落实", "两", "个维护"),
    ("领悟|拥护|把握", "两", "个确立"),
    ("协调推进|推进", "四", "个全面"),
    ("统筹推进|推进", "五", "位一体"),
    ("坚持|落实", "两", "个毫不动摇"),
)
_COUNT = "[一两二三四五六七八九十]"


def _pattern(lead: str, noun: str) -> re.Pattern[str]:
    size = len(noun) - 1
    return re.compile(
        f"(?:{lead})(?P<open>“?)(?P<count>{_COUNT})(?P<noun>{noun[0]}[一-鿿]{{{size}}})(?P<close>”?)(?P<behind>.?)"
    )


_KNOWN = [(_pattern(lead, noun), count, noun) for lead, count, noun in _FORMULAS]


@rule(
    "wrong-formula",
    "固定提法",
    Severity.HINT,
    Basis.PRACTICE,
    why="党的固定提法，个数、用字都是定了的，并加引号；写错一个字就是政治差错。以中央文件的原文为准。",
    bad="增强“五个意识”，做到“两个维护”。",
    good="增强“四个意识”，做到“两个维护”。",
)
def wrong_formula(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a set phrase with another number or noun, or without its quotation marks.

    A phrase is known by the verb in front of it. Missing marks are a hint, the rest a warning.
    """
    for pattern, count, noun in _KNOWN:
        for number, found in matches(manuscript, pattern):
            problem = _problem(found, count, noun)
            if problem == "words":
                text = message("the set phrase is “{phrase}”", phrase=count + noun)
                yield on(
                    number, found, text, severity=Severity.WARNING, remedy=message("see the paper itself")
                )
            elif problem == "marks":
                text = message("the set phrase “{phrase}” stands in “”", phrase=count + noun)
                yield on(number, found, text, remedy=message("put it in quotation marks"))


def _problem(found: re.Match[str], count: str, noun: str) -> str:
    told, words = found["count"].replace("二", "两"), found["noun"]
    is_quoted = bool(found["open"] and found["close"])
    if told == count and words == noun:
        # 做到两个维护好 is another phrase.
        at_end = found["behind"] == "" or not "一" <= found["behind"] <= "鿿" or found["behind"] in "的和是"
        return "marks" if not is_quoted and not found["open"] and at_end else ""
    if not is_quoted:
        return ""
    if words == noun:
        behind = found.string[found.end("close") : found.end("close") + 4]
        return "words" if "位一体" not in noun or "布局" in behind else ""
    alike = sum(a == b for a, b in zip(words, noun, strict=True))
    return "words" if told == count and alike == len(noun) - 1 else ""


# One of these twice is a slip, but in the words that end or begin with it: 目的的, 为了了解.
_TWICE = (
    ("的", "目有", "确士卢"),
    ("了", "为除不小明，。；：、", "解望结却一然，。；："),
    ("和", "饱缓总温柔中谐调", "美气谐平睦顺解"),
    ("在", "存现实潜内所自旨好", "线场建"),
    ("是", "凡但就还要不只都可总若于而正", "非"),
    ("要", "主重需纪首必摘紧只提概显简", "求素害点闻领件务"),
    ("为", "作行认成因转人", "民人群何此了"),
    ("对", "反面应针一绝校核派相", "联子外"),
    ("与", "参给", "会"),
    ("及", "以涉普", "时早"),
    ("以", "可所予加给难足得", ""),
    ("就", "成造", "业地近"),
    ("把", "一", ""),
)
_CHARACTERS = "|".join(
    (f"(?<![{before}{sign}])" if before else f"(?<!{sign})") + f"{sign}{sign}(?![{after}{sign}])"
    for sign, before, after in _TWICE
)
# Words that nobody says twice for the sake of weight; 研究研究 and 一步一步 are not among them.
_WORDS = (
    "我们|进一步|各级|工作|推进|推动|加强|发展|全面|坚持|落实|要求|会议|同志|问题|情况|以及|通过|根据|认真|切实|积极|不断|着力|努力"
    "|群众|干部|单位|部门|建设|实施|提高|深入|贯彻|组织|政府|党委|领导|责任|任务|目标|重点|项目|企业|经济|社会|安全|生产|管理|服务"
)
_REPEATED = re.compile(f"{_CHARACTERS}|(?P<word>{_WORDS})(?P=word)")


@rule(
    "repeated-word",
    "字词重复",
    Severity.WARNING,
    Basis.PRACTICE,
    why="同一个字或词连打了两遍，念稿时会打磕绊。",
    bad="这是群众的的心声。",
    good="这是群众的心声。",
)
def repeated_word(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a character or word typed twice: 的的, 推进推进."""
    for number, found in matches(manuscript, _REPEATED):
        once = found[0][: len(found[0]) // 2]
        text = message("{word} stands there twice", word=once)
        yield on(number, found, text, remedy=message("write it once"))


_ADVERB = re.compile(
    "(?:要|我们|大家|应当?|须|必须|能够|才能|继续|更加|更|并|，|也)(?:扎实|认真|不断|积极|切实|坚决|深入|有效|主动|自觉|坚定|努力|持续|稳步|科学|大力|扎扎实实|实实在在)(?P<de>的)"
    "(?=(?:推进|推动|落实|抓好?|开展|加强|解决|做好|完成|提高|提升|加快|贯彻|执行|学习|改进|推行|履行|参与|维护|防范|宣传|支持|配合|谋划|引导|协调"
    "|争取|应对|帮助|深化|优化|强化|健全|完善|建设|培育|打造|部署|组织|动员)(?!者|力|作用|意义|措施|过程|工作|态度|能力"
    "|精神|政策|举措|行动|环境|氛围|体系|机制)[一-鿿])"
)
_RESULT = re.compile(
    "(?:讲|做|干|抓|办|开|搞|说|管|写|走|学|跑|查|改|建|准备|完成|落实|组织)(?P<de>的)(?:都|也|还|确实|真是)*"
    "(?:很|非常|十分|特别|比较|相当)(?:不错|好|细|实|紧|成功|透|准|快|扎实|到位|精彩|漂亮|深刻|深|全面|具体|辛苦|及时|顺利)(?=[，。；！、]|$)"
)


@rule(
    "wrong-particle",
    "“的”“地”“得”误用",
    Severity.WARNING,
    Basis.PRACTICE,
    why="动词前面的状语后用“地”，动词后面的补语前用“得”，名词前面才用“的”。",
    bad="几个单位讲的都很好，要认真的抓好落实。",
    good="几个单位讲得都很好，要认真地抓好落实。",
)
def wrong_particle(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 的 between an adverb and its verb (地), and between a verb and how it is done (得)."""
    for pattern, right in ((_ADVERB, "地"), (_RESULT, "得")):
        for number, found in matches(manuscript, pattern):
            text = message("{right} belongs here, not 的", right=right)
            yield on(number, found, text, "de", remedy=message("write {words}", words=right))


# 十四五, 十五五 and those before; 八五 and 九五 are numbers as well. Fifteen five things are counted by 个.
_PLAN = re.compile(
    "(?<![第零一二三四五六七八九十百千万“‘])十[一二三四五]五(?=规划|时期|期间|末|初|收官|开局|以来|目标|时|怎么|的|，|。|；|、)"
)


@rule(
    "bare-plan-name",
    "“十四五”未加引号",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15835-2011 4.2.3",
    why="五年规划的简称用汉字数字，并加引号：“十四五”“十五五”。不加引号，念稿时容易当成数目。",
    bad="谋划好十五五时期的水利工作。",
    good="谋划好“十五五”时期的水利工作。",
)
def bare_plan_name(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find the short name of a five-year plan without its marks; in a title or a quotation it may stand."""
    for number, found in matches(manuscript, _PLAN):
        text, at = found.string, found.start()
        if is_within(text, at, "“", "”") or is_within(text, at, "《", "》"):
            continue
        told = message("{name} stands in “”", name=found[0])
        yield on(number, found, told, fix=f"“{found[0]}”")
