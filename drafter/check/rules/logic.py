"""Statements of one text that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript, Sentence
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_COUNT = "(?:[0-9]+|[一二两三四五六七八九十]+)"
# What is wished, ordered or supposed is no statement.
_NO_STATEMENT = re.compile(
    "要(?!求|害|点)|力争|确保|争取|务必|必须|计划|目标|不得|不准|不能|如果|若|凡|谁|一旦|假如|才算|哪怕|才能|保证|下一步"
)
_YEAR = re.compile("去年|前年|今年|本年|明年|上年|往年|历年|(?:19|20)[0-9]{2}年|上次|那次|当年|过去|以前|曾")
# The place that a statement is about: 东村没有人员伤亡.
_PLACE = re.compile(
    "^[^，。；：]{0,8}?([一-鿿]{1,2}(?<![各每个全本我部])(?:村|镇|乡|县|市|区|省|厂|矿|校|院|站))"
)
_DONE = (
    "完成|完工|办结|销号|整改到位|建成|通了?水|通了?车|通了?电|上墙|到位|清零|修通|投用|签订|验收|交付|开工"
    "|入库|搬迁|配齐|解决|整治完|清理完"
)

# Pairs of which both cannot be: what the one says of all, the other says of some.
_PAIRS = (
    (
        re.compile("(?:没有|未|无|零)(?:发生|造成|出现)?(?:任何|一例|一名|一个)?(?:人员|群众|职工)?伤亡"),
        re.compile(
            f"(?:轻伤|重伤|受伤|死亡|遇难){_COUNT}[人名]|{_COUNT}[人名](?:[^，。；、]{{0,6}})(?:受伤|轻伤|重伤|死亡|遇难)"
        ),
    ),
    (
        re.compile("(?:没有|未|无|零)(?:发生|造成|出现)?(?:任何|一例)?(?:人员|群众|职工|人)?死亡"),
        re.compile(f"(?:死亡|遇难){_COUNT}[人名]|{_COUNT}[人名](?:死亡|遇难)"),
    ),
    (
        re.compile("(?:没有|未)发生过?(?:一起|任何)?(?:安全|生产安全|安全生产|责任)?事故|(?<!确保)零事故"),
        re.compile(f"发生[^，。；]{{0,6}}事故{_COUNT}起|发生了?{_COUNT}起[^，。；]{{0,6}}事故"),
    ),
    (
        re.compile("一个不少|一个不缺|一人不少|全部到齐|全员到会|无一缺席|全部到会|悉数到场"),
        re.compile("缺席|请假|没有到会|未到会|没有到场|没有来"),
    ),
)
_ALL_DONE = re.compile(f"(?:全部|都|均|件件|个个|项项|处处|一律)[^，。；]{{0,5}}?(?P<verb>{_DONE})")
_SOME_OPEN = re.compile(
    f"(?:还有|尚有|仍有|还剩|仅剩|只剩)[^，。；]{{0,14}}?(?:没有|没|未|尚未)(?:按时|如期)?(?P<verb>{_DONE})"
    f"|(?P<what>[一-鿿]{{2,8}}?)(?:还没有?|尚未|仍未|仍没有)(?P<still>{_DONE})"
)
_HAS_BEEN = re.compile(f"(?P<what>[一-鿿]{{2,10}}?)(?:已经|已)(?:全面|全部|顺利)?(?P<verb>{_DONE})")
_MEASURE = re.compile(f"{_COUNT}个?([一-鿿])")
_NOT_ALL = re.compile("大部分|大多数|多数|绝大|基本|大都|几乎|除.{1,12}[外了]")
_NUMBER = re.compile("([0-9]+)[一-鿿]")
# Two statements so many sentences apart may be of different matters.
_NEAR = 8
_QUOTED = 30
# No speech says of more things that all is well.
_MOST = 30
# What is open is part of all that was done only where it is a small part.
_SMALL = 3


@rule(
    "contradiction",
    "前后矛盾",
    Severity.WARNING,
    Basis.PRACTICE,
    why="前面说没有伤亡，后面说轻伤两人；前面说全部完成，后面说还有三个没有完成。台下有知道实情的人，一句对不上，整篇都不信。",
    bad="73处隐患已经全部整改到位。还有3处没有整改到位。",
    good="73处隐患已经整改到位70处，还有3处没有整改到位。",
)
def contradiction(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find two statements that cannot both be true; far apart they may be of two matters, so it is a hint."""
    sentences = manuscript.sentences
    places = {id(one): index for index, one in enumerate(sentences)}
    for one, start, end, other in (*_opposed(sentences), *_unfinished(sentences)):
        apart = abs(places[id(one)] - places[id(other)])
        severity = None if apart <= _NEAR else Severity.HINT
        words = other.text.strip()[:_QUOTED].rstrip("。")
        text = message("this contradicts “{words}”", words=words)
        yield Found(
            one.line,
            one.start + start,
            one.start + end,
            text,
            message("see which of the two is right"),
            severity=severity,
        )


def _stated(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return what ``pattern`` finds in a sentence, None where it is wished, ordered or supposed."""
    found = pattern.search(text)
    return None if found is None or _NO_STATEMENT.search(text, 0, found.end()) else found


_Opposed = tuple[Sentence, int, int, Sentence]


def _opposed(sentences: tuple[Sentence, ...]) -> Iterator[_Opposed]:
    """Yield statements on casualties, accidents and presence that another one denies."""
    for denial, statement in _PAIRS:
        denied = [one for one in sentences if _stated(denial, one.text)][:_MOST]
        for one in sentences if denied else ():
            found = _stated(statement, one.text)
            other = next((other for other in denied if other is not one and _same_matter(one, other)), None)
            if found and other:
                yield one, found.start(), found.end(), other


def _same_matter(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences may speak of one time and one place."""
    years = set(_YEAR.findall(one.text)), set(_YEAR.findall(other.text))
    if years[0] and years[0] != years[1]:
        return False
    first, second = _PLACE.search(one.text), _PLACE.search(other.text)
    return not (first and second and first[1] != second[1])


def _unfinished(sentences: tuple[Sentence, ...]) -> Iterator[_Opposed]:
    """Yield what is not done yet, where the text says that all is done."""
    claims = [
        (one, found)
        for one in sentences
        for found in (_stated(_ALL_DONE, one.text), _stated(_HAS_BEEN, one.text))
        if found and not _NOT_ALL.search(one.text)
    ][:_MOST]
    numbers = {n for one in sentences for n in re.findall("[0-9]+", one.text)} if claims else set[str]()
    for one in sentences if claims else ():
        found = _stated(_SOME_OPEN, one.text)
        for other, claim in claims if found else ():
            assert found is not None
            if _verb(claim) != _verb(found) or not _same_things(found, one, claim, other):
                continue
            is_other = other is not one or claim.end() < found.start()
            if is_other and not _are_parts(found, claim, other, numbers):
                yield one, found.start(), found.end(), other
                break


def _are_parts(found: re.Match[str], claim: re.Match[str], other: Sentence, numbers: set[str]) -> bool:
    """Tell whether what is done and what is open are two parts of one whole: 51处, 22处 of 73处."""
    clause = re.split("[，；：]", other.text[: claim.end()])[-1]
    counts = _NUMBER.findall(clause)
    rest = _NUMBER.search(found[0])
    if not counts or not rest:
        return False
    done, still = int(counts[-1]), int(rest[1])
    return str(done + still) in numbers or still * _SMALL > done


def _verb(found: re.Match[str]) -> str:
    """Return what is done or not done: 通水 for 通了水."""
    groups = found.groupdict()
    return str(groups["verb"] or groups["still"]).replace("了", "")


def _same_things(found: re.Match[str], one: Sentence, claim: re.Match[str], other: Sentence) -> bool:
    """Tell whether what is open and what is said to be done are called by one word."""
    if not _same_matter(one, other):
        return False
    subject = claim.groupdict().get("what")
    if subject is not None:
        return found["what"] is not None and subject.endswith(found["what"])
    said = other.text[: claim.end()]
    measure = _MEASURE.search(found[0])
    if measure and re.search(f"{_COUNT}{measure[1]}|(?:全部|各|所有|每个){measure[1]}", said):
        return True
    words = found["what"] or found[0]
    pairs = {words[at : at + 2] for at in range(len(words) - 1)} - {"没有", "还有", "尚未", "仍有"}
    verb = _verb(claim)
    return any(pair in said and pair not in verb and re.fullmatch("[一-鿿]{2}", pair) for pair in pairs)
