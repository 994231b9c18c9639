"""Quotations: whose they are, whether they are exact, and where their full stop stands."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_QUOTED = re.compile("“(?P<text>[^“”]{10,})”")
_SOURCE = re.compile(
    "指出|强调|要求|提出|讲|说|(?<!渠)道|古人|云|曰|言|《|根据|按照|依据|写道|写着|叮嘱|嘱托|回答|问|告诉|批示|指示|号召|誓言|俗话|谚|诗"
    "|有句|那句|一句|名为|题为|主题|口号|称为|叫做|打造|概括|总结|提炼|喊出|认为|表示|感慨|感叹|歌|标语|横幅|承诺"
)
_SENTENCE_MARK = re.compile("[，。！？]")
# How far in front of a quotation its source may stand.
_REACH = 30


@rule(
    "quotation-without-source",
    "引文没有出处",
    Severity.HINT,
    Basis.PRACTICE,
    why="成句的引文要说清是谁、在哪里说的；找不到出处的，改成自己的话，去掉引号。",
    bad="要记住，“功成不必在我，功成必定有我，这就是我们的胸怀。”",
    good="正如那位老支书说的，“功成不必在我，功成必定有我。”",
)
def quotation_without_source(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a quoted sentence of 10 characters or more with no source near it. Slogans are shorter."""
    given = _given(manuscript)
    for number, found in matches(manuscript, _QUOTED):
        text = found["text"]
        front = re.split("[。！？]", found.string[max(found.start() - _REACH, 0) : found.start()])[-1]
        behind = found.string[found.end() : found.end() + 10]
        is_sentence = _SENTENCE_MARK.search(text) and "、" not in text[:12]
        if not is_sentence or text in given or _SOURCE.search(front) or re.search("说|的话|言|讲|诗", behind):
            continue
        if len(_SENTENCE_MARK.findall(text)) < 2:
            continue
        severity = Severity.WARNING if text.endswith(("。", "！", "？")) else None
        told, remedy = message("whose words are these?"), message("name the source")
        yield on(number, found, told, remedy=remedy, severity=severity)


def _given(manuscript: Manuscript) -> str:
    """Return all words of the YAML, in which a quotation may stand."""
    if manuscript.parameters is None:
        return ""
    return msgspec.json.encode(manuscript.parameters).decode()


_SAYS = "指出|强调|要求|讲|说|批示|叮嘱|提出|告诫|指示"
_LEADER = "总书记|书记|总理|主席|省长|市长|县长|区长|镇长|乡长|部长|主任|委员长|同志"
_SPOKEN = re.compile(
    f"(?:{_LEADER})[^，。；！？“”]{{0,12}}?(?:{_SAYS})(?:过|道)?[：，](?P<quote>“(?P<text>[^“”]{{6,}})”)"
)
_BARE = re.compile("[，。、；：！？“”‘’—…\\s]")


@rule(
    "quotation-not-given",
    "引文不在材料里",
    Severity.ERROR,
    Basis.PRACTICE,
    why="领导的话一个字也不能编、不能改；YAML 的引文（quotations）里没有的、与原文不同的，都要核对原件。",
    bad="（材料里没有这段引文）县委书记要求：“隐患不除，谁也不能松劲。”",
    good="（材料里有这段引文）县委书记要求：“隐患不除，谁也不能松劲。”",
)
def quotation_not_given(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find words of a leader that the YAML does not have, or has otherwise. Without a YAML, nothing."""
    # The guard looks where there are facts.
    if manuscript.parameters is None or manuscript.parameters.has_facts:
        return
    given = _BARE.sub("", _given(manuscript))
    for number, found in matches(manuscript, _SPOKEN):
        if _BARE.sub("", found["text"]) not in given:
            text = message("the given quotations have no such words")
            yield on(number, found, text, "quote", remedy=message("look the words up, or leave them out"))


_TWICE = re.compile("(?P<a>[。！？])”(?P<mark>。)")
# “四个最严。” is part of a sentence, which ends behind it.
_INSIDE = re.compile(
    "(?<![：，—。！？])(?<=[一-鿿])“(?P<text>[^“”。！？]{2,20})(?P<mark>。)”(?P<next>[一-鿿]?)"
)
_OUTSIDE = re.compile("[：]“(?P<text>[^“”]{4,}[^“”。！？…])”(?P<mark>。)")


@rule(
    "full-stop-at-quotation",
    "引文末尾的句号",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.8、附录B.1",
    why="冒号后完整引一句话，句号在引号里；引的只是句子的一部分，句号在引号外；里外只用一个。",
    bad="落实“四个最严。”",
    good="落实“四个最严”。",
)
def full_stop_at_quotation(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a full stop inside and outside, inside a quoted phrase, and outside a whole quoted sentence."""
    for number, found in matches(manuscript, _TWICE):
        yield on(number, found, message("the sentence ends inside the quotation"), "mark", fix="")
    for number, found in matches(manuscript, _INSIDE):
        front = re.split("[，。；！？]", found.string[: found.start()])[-1]
        if not re.search("说|讲|道|问|答|指出|强调|写|喊|云|曰|话", front):
            text = message("the quoted words are part of the sentence, which ends outside")
            yield on(number, found, text, "mark", remedy=message("put the 。 behind the ”"))
    for number, found in matches(manuscript, _OUTSIDE):
        # Slogans behind a colon are no sentences.
        is_sentence = re.search(
            "(?:说|讲|道|指出|强调|要求|问|批示|写道)过?：$", found.string[: found.start() + 1]
        )
        if is_sentence:
            text = message("a whole sentence is quoted, and ends inside")
            remedy = message("put the 。 in front of the ”")
            yield on(number, found, text, "mark", remedy=remedy, severity=Severity.HINT)
