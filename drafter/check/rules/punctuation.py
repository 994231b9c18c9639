"""Marks of a sentence (GB/T 15834-2011): of full width, of the right kind, and each once."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_FULL = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_HAN = "一-鿿"
# A mark of half width with Chinese on one side; on the other, nothing that makes it part of a number, a
# clock time or an address.
_HALF = re.compile(
    rf"(?<=[{_HAN}”’》）%0-9A-Za-z])(?P<a>[,;:?!])(?=[ \u3000]*[{_HAN}“‘《（])"
    rf"|(?<=[{_HAN}”’》）])(?P<b>[,;:?!])(?=[ \u3000]*(?:[0-9A-Za-z]|$))"
    rf"|(?<=[{_HAN}”’》）])(?P<c>\.)(?=[ \u3000]*(?:[{_HAN}“]|$))"
    rf"|(?P<d>\()(?=[^()]{{0,40}}[{_HAN}])|(?<=[{_HAN}])(?P<e>\()|(?<=[{_HAN}”%])(?P<f>\))|(?P<g>\))(?=[{_HAN}，。；：、])"
)
# So many are no slips of a hand, where commas of full width are fewer.
_MANY = 20
_FULL_COMMA = re.compile("[，；：？！（）]")
# 一. at the front of a line is an ordinal, not the end of a sentence.
_ORDINAL = re.compile(r"\s*[（(]?[一二三四五六七八九十]{1,3}[)）]?[.,:]")


@rule(
    "half-width-punctuation",
    "半角标点",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 5.1",
    why="汉字文本里的标点各占一个字的位置；从网页上复制来的半角标点，印出来字距不匀，也不合规范。",
    bad="今天,我们召开全市防汛工作会议。",
    good="今天，我们召开全市防汛工作会议。",
    needs_judgement=False,
)
def half_width_punctuation(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find , ; : ? ! . ( and ) between Chinese characters. Numbers, times and addresses keep theirs.

    A text that has them throughout was copied so: that is one fault, told once with how many there are.
    """
    halves = [one for one in matches(manuscript, _HALF) if not _is_of_ordinal(one[1])]
    is_copied = len(halves) > _MANY and len(halves) > len(_FULL_COMMA.findall(manuscript.text))
    for index, (number, found) in enumerate(halves):
        mark = found[0]
        text = message("{mark} has half width among Chinese characters", mark=mark)
        if is_copied and not index:
            text = message("marks have half width throughout, {count} in all", count=len(halves))
        severity = Severity.HINT if is_copied and index else None
        remedy = message("write {words}", words=_FULL[mark])
        yield on(number, found, text, remedy=remedy, fix=_FULL[mark], severity=severity)


def _is_of_ordinal(found: re.Match[str]) -> bool:
    return found.start() < 5 and found[0] in ".,:" and _ORDINAL.match(found.string) is not None


_ELLIPSIS = re.compile(r"\.{2,}|。{3,}|、{3,}|…+(?P<etc>等等?)?")


@rule(
    "wrong-ellipsis",
    "省略号",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.11",
    why="省略号是六个居中的小圆点，占两个字的位置；用了省略号，后面不再写“等”“等等”。",
    bad="修路、架桥、通水...都是实事。",
    good="修路、架桥、通水……都是实事。",
    needs_judgement=False,
)
def wrong_ellipsis(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find dots, full stops or a wrong count of … where …… belongs, and 等 behind it."""
    for number, found in matches(manuscript, _ELLIPSIS):
        dots = found[0].removesuffix(found["etc"] or "")
        if found["etc"]:
            text = message("…… and 等 say the same")
            yield on(number, found, text, remedy=message("keep one of them"))
        elif dots not in ("……", "…………") and not (dots.startswith(".") and _is_ascii_around(found)):
            yield on(number, found, message("an ellipsis is six dots: ……"), fix="……")


def _is_ascii_around(found: re.Match[str]) -> bool:
    text, start, end = found.string, found.start(), found.end()
    return text[max(start - 1, 0) : start].isascii() and text[end : end + 1].isascii() and bool(text[:start])


_DASH = re.compile(
    rf"(?<=[{_HAN}”，])(?P<two>-{{2,}}|－{{2,}}|—{{3,}}|―{{1,}}|─{{1,}}|—[-－]|[-－]—)(?=[{_HAN}“])"
    rf"|^[ \u3000]*(?P<front>-{{1,3}}|－{{1,3}}|—(?!—)|—{{3,}}|―{{1,2}}|─{{1,2}})(?=在[{_HAN}])"
)


@rule(
    "wrong-dash",
    "破折号",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.10",
    why="破折号是一条占两个字位置的横线，不能用减号、短横线或一字线代替；副标题前也用破折号。",
    bad="--在全市安全生产工作会议上的讲话",
    good="——在全市安全生产工作会议上的讲话",
    needs_judgement=False,
)
def wrong_dash(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find hyphens and single strokes where —— belongs."""
    for number, found in matches(manuscript, _DASH):
        group = "two" if found["two"] else "front"
        yield on(number, found, message("a dash is a stroke of two characters: ——"), group, fix="——")


_DOUBLED = re.compile(
    "(?P<same>[，、；：])(?P=same)+|(?<!。)。。(?!。)|[，、；：,;][，、；：。]|[，、；：。][,;]|。[，、；：]|！{4,}"
)


@rule(
    "doubled-mark",
    "标点重复",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4",
    why="一处停顿只用一个标点；两个点号连在一起，多是删改时留下的。叹号叠用最多三个。",
    bad="要提高认识，，狠抓落实。",
    good="要提高认识，狠抓落实。",
    needs_judgement=False,
)
def doubled_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find two marks of pause in one place. ？！ and up to three ！ are allowed."""
    for number, found in matches(manuscript, _DOUBLED):
        # 、、、 is a wrong ellipsis.
        if found[0].startswith("、、、"):
            continue
        marks = set(found[0])
        fix = ("！" if marks == {"！"} else found[0][0]) if len(marks) == 1 else None
        yield on(
            number,
            found,
            message("{marks} are two marks in one place", marks=found[0]),
            fix=fix,
            remedy=message("keep one of them"),
        )


_AT_START = re.compile(r"^[ \u3000]*[，。、；：？！”’）》〉】]")


@rule(
    "mark-at-line-start",
    "标点在行首",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 5.1.1、5.1.3",
    why="点号和引号、括号、书名号的后一半不在一行之首；段落以它开头，多是上一段被误断开。",
    bad="，主要任务是部署工作。",
    good="今天开会，主要任务是部署工作。",
)
def mark_at_line_start(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a paragraph that opens with a mark which belongs to the end of another one."""
    for number, found in matches(manuscript, _AT_START):
        text = message("a paragraph cannot open with {mark}", mark=found[0].strip())
        yield on(number, found, text, remedy=message("join it to the paragraph above"))


_BETWEEN = re.compile("(?<=”)、(?=“)|(?<=》)、(?=《)")


@rule(
    "comma-between-quotations",
    "引号、书名号之间的顿号",
    Severity.HINT,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.5.3.5",
    why="标有引号、书名号的并列成分之间，界限已经清楚，通常不再用顿号；中间插有别的话时才用。",
    bad="落实“四个最严”、“两个责任”。",
    good="落实“四个最严”“两个责任”。",
)
def comma_between_quotations(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 、 between quoted items or titles. Many offices still write it, so this is a hint."""
    for number, found in matches(manuscript, _BETWEEN):
        yield on(number, found, message("no 、 is needed between quoted items or titles"), fix="")


# 和平, 与时俱进, 及时 and the like are words of their own.
_CONJUNCTION = re.compile(
    "(?P<comma>、)(?P<word>和(?![平谐睦顺美县田林气善煦蔼尚睿布龙政静硕解声衷约弦局苑若康安]|[^，、。；]{1,8}(?:比|相比|一样|同步|对接))"
    f"|与(?![时众日会民人世生其虎国邻]|[^，、。；]{{1,14}}(?:相|之间|有关|挂钩|同步))"
    f"|及(?![时早格第其冠物]))(?=[{_HAN}“])"
)


@rule(
    "comma-before-conjunction",
    "顿号与“和”并用",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.5",
    why="并列的最后两项之间用了“和”“与”“及”，就不再用顿号。",
    bad="水库、河道、和堤防都要查。",
    good="水库、河道和堤防都要查。",
)
def comma_before_conjunction(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 、 right in front of 和, 与 or 及."""
    for number, found in matches(manuscript, _CONJUNCTION):
        text = message("、 and {word} do the same work", word=found["word"])
        yield on(number, found, text, "comma", remedy=message("leave out the 、"), fix="")
