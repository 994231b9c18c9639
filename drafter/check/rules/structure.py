"""What a speech is made of: purpose, agenda, closing, thanks, exclamations."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Fix, Severity
from drafter.check.genre import (
    body_lines,
    has_speech_form,
    head_of,
    headings,
    is_festive,
    opening_of,
)
from drafter.check.manuscript import Manuscript, Sentence
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message
from drafter.i18n.text import count_characters
from drafter.speech.blocks import BlockKind

_PURPOSE = re.compile(
    "(?:主要)?(?:任务|目的|内容)(?:[，,]?(?:就|也|还|主要|很)?(?:是|有|简单)|：)|主要(?:任务|目的|议题)是?|为的是|是为了|就是要?|专门(?:研究|部署)|主要是"
    # 今天把冬天的供水安排好, 今天说的事, 借这个机会: what it is for, in plain words.
    "|今天(?:这个会|开个[^，。]{0,3}会|[^，。]{0,3}(?:说|讲|谈|商量|把))|(?:这次|这个)会[^，。]{0,4}(?:说|讲|定|办|把)|借(?:这个|此)机会"
)
_LONGEST_PURPOSE = 200
_VERBS = re.compile("[，,、；;]")
# Shorter than this, two like beginnings are a way to speak: 总结经验、总结教训.
_VERB_LENGTH = 4


def _purpose(manuscript: Manuscript) -> Sentence | None:
    """Return the sentence of the opening that says what the meeting is for, None where none does."""
    numbers = {number for number, _ in opening_of(manuscript)}
    return next(
        (one for one in manuscript.sentences if one.line in numbers and _PURPOSE.search(one.text)), None
    )


@rule(
    "missing-purpose",
    "没有会议目的句",
    Severity.HINT,
    Basis.PRACTICE,
    why="开头一两句要说清今天为什么开会、要办成什么事，台下的人才知道该怎么听。",
    bad="同志们：今年的雨来得早。下面，我讲三点意见。",
    good="同志们：今天，我们召开防汛会，主要任务是分析雨情、部署防汛。下面，我讲三点意见。",
)
def missing_purpose(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a speech with parts whose opening does not say what the meeting is for."""
    opening = opening_of(manuscript)
    if not has_speech_form(manuscript) or not opening or len(headings(manuscript, 1)) < 2:
        return
    if _purpose(manuscript) is None:
        number, line = opening[0]
        yield Found(
            number,
            0,
            head_of(line),
            message("the opening does not say what the meeting is for"),
            message("say it in a sentence: 主要任务是……"),
        )


@rule(
    "overlong-purpose",
    "会议目的句过长",
    Severity.WARNING,
    Basis.PRACTICE,
    why="目的句超过二百字，念的人要换好几口气，听的人记不住。留三到六个动词，其余放到后面讲。",
    bad="主要任务是深入学习……，认真落实……，全面总结……，客观分析……，逐条研究……，统一安排……",
    good="主要任务是总结去年防汛，分析今年雨情，部署汛期工作。",
)
def overlong_purpose(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a purpose sentence of more than 200 characters."""
    found = _purpose(manuscript)
    if found and "主要" in found.text + "主要" * ("目的" in found.text):
        length = count_characters(found.text)
        if length > _LONGEST_PURPOSE:
            text = message("this sentence has {number} characters, more than one breath takes", number=length)
            yield Found(found.line, found.start, found.end, text, message("keep three to six verbs"))


@rule(
    "repeated-purpose-verb",
    "目的句里动词重复",
    Severity.WARNING,
    Basis.PRACTICE,
    why="目的句是一串动词：学习、落实、总结、部署，一个比一个近。同一个动词用两遍，多半是拼接时没有看。",
    bad="主要任务是认真落实上级精神，认真落实县委部署。",
    good="主要任务是认真落实上级精神和县委部署。",
)
def repeated_purpose_verb(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a verb that opens two clauses of the purpose sentence."""
    found = _purpose(manuscript)
    mark = found and re.search("(?:任务|目的)(?:就)?是[：:，,]?", found.text)
    if not found or not mark:
        return
    start, seen = mark.end(), set[str]()
    for clause in _VERBS.split(found.text[start:]):
        verb = clause[:_VERB_LENGTH]
        if len(clause) > _VERB_LENGTH and verb in seen:
            place = found.start + start
            text = message("“{words}” opens two clauses of the purpose", words=verb)
            yield Found(
                found.line, place, place + len(verb), text, message("join the two, or find another verb")
            )
        seen.add(verb)
        start += len(clause) + 1


_JUST_NOW = re.compile(
    "(?:刚才|刚刚)[^。！？]{0,40}?(?P<did>传达|通报|汇报|宣读|发言|介绍|表态|观看|颁发|签订|报告了?|讲了)"
)
_LOOKS_BACK = re.compile("刚才|刚刚|前面|发言|通报|汇报|传达|介绍|听了|宣读")


@rule(
    "agenda-not-given",
    "议程里没有的事",
    Severity.WARNING,
    Basis.PRACTICE,
    why="材料里没有给讲话前的议程，稿子里却说“刚才谁通报了、谁发了言”。会上没有这一项，念出来就是差错。",
    bad="（没有给议程）刚才，石桥乡作了表态发言。",
    good="（没有给议程）今天开会，部署防汛。",
)
def agenda_not_given(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find what the opening says was done before the speech, where the YAML has no agenda."""
    parameters = manuscript.parameters
    if parameters is None or parameters.meeting.agenda or parameters.visits:
        return
    for number, line in opening_of(manuscript):
        if "【" not in line.text and (found := _JUST_NOW.search(line.text)):
            text = message("the agenda is not given, and the speech tells of an item")
            yield Found(
                number,
                found.start(),
                found.end(),
                text,
                message("give the agenda, or leave the sentence out"),
            )


@rule(
    "agenda-unsaid",
    "没有回应前面的议程",
    Severity.WARNING,
    Basis.PRACTICE,
    why="讲话之前有人通报、发言，讲话人上来一句不提，发言的人会以为自己白讲了。用“刚才”带一句，评价一句。",
    bad="（水利局刚通报过）今年的雨来得早。下面，我讲两点意见。",
    good="刚才，水利局通报了情况，我都同意。下面，我讲两点意见。",
)
def agenda_unsaid(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a speech that does not look back on the items before it, which the YAML gives."""
    parameters = manuscript.parameters
    opening = opening_of(manuscript)
    if parameters is None or not opening or not has_speech_form(manuscript):
        return
    items = parameters.meeting.agenda
    text = manuscript.text
    if not items or any(who in text for item in items for who in item.who if who):
        return
    if not any(_LOOKS_BACK.search(line.text) for _, line in opening):
        number, line = opening[-1]
        told = message("the items before the speech are given, and it does not look back on them")
        yield Found(number, 0, head_of(line), told, message("look back on them in a sentence: 刚才，……"))


_CLOSES = re.compile(
    "同志们|各位|朋友们|老师们|同学们|谢谢|让我们|讲到这里|讲这些|讲完了|散会|！|拜托|祝愿|预祝|共勉"
)


@rule(
    "flat-closing",
    "结尾没有收束",
    Severity.HINT,
    Basis.PRACTICE,
    why="最后一点讲完就停，台下不知道是不是讲完了。用“同志们，……”收一段，或者说一句“我就讲这些”。",
    bad="……三是报表月底前交齐。",
    good="……同志们，入汛还有五天，让我们守住大堤！",
)
def flat_closing(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a speech that ends in its last point: nobody is addressed, nothing closes."""
    parts = headings(manuscript, 1)
    if manuscript.is_truncated or len(parts) < 2 or not has_speech_form(manuscript):
        return
    last = [(number, line) for number, line in body_lines(manuscript) if number > parts[-1][0]]
    if last and not any(_CLOSES.search(line.text) for _, line in last[-2:]):
        number, line = last[-1]
        yield Found(
            number,
            0,
            head_of(line),
            message("the speech ends without a closing"),
            message("close with a sentence to the audience"),
        )


# At most so many exclamations, or one in so many characters of a long text.
_MOST_EXCLAMATIONS, _CHARACTERS_EACH = 6, 400


@rule(
    "too-many-exclamations",
    "感叹号过多",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 15834-2011 4.3",
    why="句句喊，就没有一句重。部署工作的讲话，感叹号留给结尾的号召和一两句最要紧的话。",
    bad="堤要巡！库要查！料要备！人要在！心要齐！谁也不许松！",
    good="堤要巡，库要查，料要备，人要在。谁也不许松！",
)
def too_many_exclamations(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find the first exclamation beyond those that a sober speech has."""
    if is_festive(manuscript):
        return
    most = max(_MOST_EXCLAMATIONS, len(manuscript.text) // _CHARACTERS_EACH)
    places = [
        (number, found.start())
        for number, line in enumerate(manuscript.lines)
        for found in re.finditer("[！!]+", line.text)
    ]
    if len(places) > most:
        number, at = places[most]
        text = message(
            "there are {number} exclamations; a sober speech has {most}", number=len(places), most=most
        )
        yield Found(number, at, at + 1, text, message("end most of them with 。"))


_THANKS = re.compile("谢谢(?:大家|各位)(?=[！!。]|$)")


@rule(
    "thanks-twice",
    "谢谢说了两遍",
    Severity.WARNING,
    Basis.PRACTICE,
    why="“谢谢大家”是全篇的最后一句。说两遍，第一遍之后台下已经鼓掌，第二遍就尴尬。",
    bad="我就讲这些，谢谢大家！谢谢大家！",
    good="我就讲这些，谢谢大家！",
)
def thanks_twice(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a second 谢谢大家."""
    places = [
        (number, found)
        for number, line in enumerate(manuscript.lines)
        for found in _THANKS.finditer(line.text)
    ]
    for number, found in places[1:]:
        yield Found(
            number,
            found.start(),
            found.end(),
            message("the audience was thanked before"),
            message("thank once, at the end"),
        )


_SALUTATION = re.compile(
    "(?:尊敬的)?(?:各位[一-鿿]{0,8}[、，,]?)?(?:[一-鿿]{2,4}们|同志们|各位代表)(?:[、，,][一-鿿]{2,4}们)*(?P<mark>[，。；;,]?)"
)
_FRONT = 6


@rule(
    "salutation-mark",
    "称呼后的标点",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.7.3",
    why="称呼独占一行、顶格，后面用全角冒号，提起下文。",
    bad="同志们，（另起一行）今天，我们召开……",
    good="同志们：（另起一行）今天，我们召开……",
    needs_judgement=False,
)
def salutation_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a salutation on a line of its own that ends with no colon."""
    if any(line.text.rstrip().endswith(("：", ":")) for line in manuscript.lines[:_FRONT]):
        return
    for number, line in enumerate(manuscript.lines[:_FRONT]):
        found = _SALUTATION.fullmatch(line.text.strip())
        if found and number + 1 < len(manuscript.lines) and line.kind is not BlockKind.HEADING:
            end = len(line.text.rstrip())
            start = end - len(found["mark"])
            text = message("a salutation ends with a colon")
            fix = Fix("：") if found["mark"] else None
            yield Found(
                number,
                start if found["mark"] else end - 1,
                end,
                text,
                message("write {words}", words="："),
                fix=fix,
            )
            return


# A paragraph of sentences, the last of which ends in a word or a figure.
_OPEN_END = re.compile("。[^。！？]*[一-鿿0-9A-Za-z%％]$")
_SHORTEST_OPEN = 16


@rule(
    "missing-end-mark",
    "段末没有标点",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.1",
    why="一段话前面的句子都有句号，最后一句没有，不是漏了标点，就是这一段被从中间断开了。",
    bad="今天的会开得很好。大家回去以后抓紧落实",
    good="今天的会开得很好。大家回去以后抓紧落实。",
)
def missing_end_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a paragraph of sentences of which the last has no mark, but not where the text breaks off."""
    last = len(manuscript.lines) - 1
    for number, line in body_lines(manuscript):
        text = line.text.rstrip()
        if len(text) < _SHORTEST_OPEN or (number == last and manuscript.is_truncated):
            continue
        if _OPEN_END.search(text):
            told = message("this paragraph ends without a mark")
            remedy = message("end it with 。, or join what was divided")
            yield Found(number, len(text) - 1, len(text), told, remedy)
