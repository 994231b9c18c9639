"""What is said twice, and what says nothing: sentences again, worn words, one beginning for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript, Sentence
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message
from drafter.speech.blocks import BlockKind

# Shorter sentences are said again on purpose.
_SHORTEST, _SHORTEST_NEAR = 16, 24
# What a host says again and again.
_CEREMONY = re.compile("掌声|有请|下面请|进行.{0,4}项议程")
_MARKS = re.compile(r"[\W_]+")
# Near: of two sentences, so many of their four-character pieces are the same, and so much of the text.
_PIECE, _PIECES_ALIKE, _ALIKE = 4, 0.6, 0.88
# Of each piece so many places are kept, and longer sentences are not compared: the time stays linear.
_MOST_PLACES, _LONGEST_NEAR = 8, 400


def _body_sentences(manuscript: Manuscript, shortest: int) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences of paragraphs that have so many characters, and these without marks."""
    for one in manuscript.sentences:
        if len(one.text) >= shortest and manuscript.lines[one.line].kind is BlockKind.BODY:
            words = _MARKS.sub("", one.text)
            if "【" not in one.text:
                yield one, words


@rule(
    "repeated-sentence",
    "句子重复",
    Severity.WARNING,
    Basis.PRACTICE,
    why="同一句话一字不差地说两遍，多半是粘贴时重了。要强调，换一个说法。",
    bad="堤要天天巡，夜里也不能断了人。……堤要天天巡，夜里也不能断了人。",
    good="堤要天天巡，夜里也不能断了人。……",
)
def repeated_sentence(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a sentence of 16 characters or more that stands in the text already."""
    seen = set()
    for one, words in _body_sentences(manuscript, _SHORTEST):
        if words in seen and not _CEREMONY.search(one.text):
            yield Found(
                one.line,
                one.start,
                one.end,
                message("this sentence stands above already"),
                message("say it once"),
            )
        seen.add(words)


@rule(
    "nearly-repeated-sentence",
    "句子几乎重复",
    Severity.HINT,
    Basis.PRACTICE,
    why="两句话只差一两个字，说的是一件事，留一句就够了；前后说法还可能对不上。",
    bad="电话要有人接，接了要有人办。……电话都要有人接，接了要有人办。",
    good="电话要有人接，接了要有人办。……",
)
def nearly_repeated_sentence(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a sentence that differs from an earlier one by a few characters."""
    pieces: dict[str, list[int]] = {}
    sentences = [
        (one, words)
        for one, words in _body_sentences(manuscript, _SHORTEST_NEAR)
        if len(words) <= _LONGEST_NEAR
    ]
    for index, (one, words) in enumerate(sentences):
        own = {words[at : at + _PIECE] for at in range(len(words) - _PIECE + 1)}
        shared = Counter(other for piece in own for other in pieces.get(piece, ()))
        for other, count in shared.most_common(1):
            earlier = sentences[other][1]
            if count >= _PIECES_ALIKE * len(own) and words != earlier and _are_near(words, earlier):
                yield Found(
                    one.line,
                    one.start,
                    one.end,
                    message("nearly the same stands above already"),
                    message("say it once"),
                )
        for piece in own:
            places = pieces.setdefault(piece, [])
            if len(places) < _MOST_PLACES:
                places.append(index)


def _are_near(one: str, other: str) -> bool:
    # Other figures make another statement.
    if re.findall("[0-9.]+", one) != re.findall("[0-9.]+", other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


# What is left of a sentence without these words is what it says.
_WORN = ("进一步", "切实", "不断", "着力", "大力", "全面")
_EMPTY = re.compile(
    "各级各部门|各级党委|各级|各部门|各单位|各地|全县上下|全市上下|大家|我们|一定|必须|务必|要|并|和|与|的|地|以"
    "|进一步|切实|不断|着力|大力|全面|扎实|认真|积极|持续|坚决|努力|充分|深入|更加|狠|再|新|更大|更好|各项|工作|全力以赴"
    "|提高|统一|加强|强化|增强|明确|落实|压实|凝聚|形成|完善|健全|加大|狠抓|抓好|推进|推动|确保|改进|取得|保证|开展|做好"
    "|高度重视|精心组织|周密部署|真抓实干|落到实处|再上新台阶|上新台阶|圆满完成|完成"
    "|政治站位|站位|思想认识|思想|认识|组织领导|领导|责任担当|责任感|紧迫感|使命感|责任|担当|措施|机制|力度|共识|合力|作风"
    "|实效|成效|任务|目标|督促检查|督查|部署|组织|研究|重视|落实|局面|步伐|水平|能力|意识|大局"
)
_LEFT, _LEAST_CLAUSES = 2, 3


@rule(
    "empty-talk",
    "空话",
    Severity.HINT,
    Basis.PRACTICE,
    why="一句话从头到尾都是“提高认识、加强领导、狠抓落实”，放到哪个会上都能用，就等于没有说。换成谁、做什么、到什么时候。",
    bad="要提高认识，高度重视，加强领导，狠抓落实。",
    good="要加强领导，4月15日前每座水库都有一名县领导包保。",
)
def empty_talk(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a sentence of three clauses or more in which nothing stands but words for any occasion."""
    for one, _words in _body_sentences(manuscript, _SHORTEST):
        clauses = len(re.split("[，,、；;]", one.text))
        if clauses >= _LEAST_CLAUSES and len(_MARKS.sub("", _EMPTY.sub("", one.text))) <= _LEFT:
            yield Found(
                one.line,
                one.start,
                one.end,
                message("this would do at any meeting"),
                message("say who does what by when"),
            )


# In a hundred characters; a shorter text is no measure.
_MANY, _FAR_TOO_MANY, _MEASURED = 1.0, 2.0, 120


@rule(
    "worn-words",
    "套词过密",
    Severity.HINT,
    Basis.PRACTICE,
    why="“进一步、切实、不断、着力、大力、全面”，一百字里有一个已经嫌多。删去以后，意思往往一点不少。",
    bad="进一步提高认识，切实加强领导，不断改进作风，着力补齐短板。",
    good="提高认识，加强领导，改进作风，补齐短板。",
)
def worn_words(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a text with more than one of six worn adverbs in a hundred characters."""
    places = [
        (number, found)
        for number, line in manuscript.of_kind(BlockKind.BODY)
        for found in re.finditer("|".join(_WORN), line.text)
    ]
    length = len(manuscript.text)
    density = 100 * len(places) / length if length >= _MEASURED else 0
    if density > _MANY:
        number, found = places[0]
        words = "、".join(word for word, _ in Counter(one[0] for _, one in places).most_common(3))
        text = message("{words}: {number} in the text, too many", words=words, number=len(places))
        severity = Severity.WARNING if density > _FAR_TOO_MANY else None
        yield Found(
            number, found.start(), found.end(), text, message("leave most of them out"), severity=severity
        )


_SHARE, _LEAST = 0.75, 8


@rule(
    "monotonous-must",
    "句句以“要”开头",
    Severity.HINT,
    Basis.PRACTICE,
    why="一个部分里四分之三以上的句子都以“要”开头，像念清单。穿插情况、道理、人和事，“要”才有分量。",
    bad="要巡堤。要查库。要备料。要值守。要预警。要转移。要抢险。要报告。",
    good="堤长人少，要分段包干。库旧，带病的先查。……",
)
def monotonous_must(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a part of eight sentences or more, three quarters of which begin with 要."""
    parts: dict[int, list[Sentence]] = {}
    for one in manuscript.sentences:
        line = manuscript.lines[one.line]
        if line.kind is BlockKind.BODY and one.start >= len(line.ordinal) * bool(line.ordinal):
            parts.setdefault(line.part, []).append(one)
    for sentences in parts.values():
        must = [one for one in sentences if one.text.startswith("要")]
        if len(must) >= _LEAST and len(must) > _SHARE * len(sentences):
            first = must[0]
            text = message("{many} of {all} sentences begin with 要", many=len(must), all=len(sentences))
            yield Found(
                first.line,
                first.start,
                first.start + 1,
                text,
                message("put situations and reasons between them"),
            )
