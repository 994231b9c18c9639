"""The order of bodies and speakers: the Party before the government, the agenda before the text."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript, Sentence
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_AREA = "[省市县区镇乡旗]"
# 县政府党组和县委办公室 are two bodies of other names.
_GOVERNMENT_FIRST = re.compile(
    f"(?P<area>{_AREA})(?:人民)?政府(?:、|和|及)(?P=area)(?:委(?![员办托会属派政组宣统机网党编书常副全一二三])|党委(?!办))|(?<![一-鿿])政府(?:、|和)党委(?=[，。、都要的高主]|$)"
    f"|(?P<area2>{_AREA})(?:人民)?政府、(?P=area2)人大(?:常委会)?(?=、|和|[，。])"
)
_LOWER_FIRST = re.compile(
    "(?P<lower>[市县区][委](?:、[市县区]政府)?)(?:和|、|及)(?P<higher>省委(?:、省政府)?|中央|党中央)(?=[，。、的和]|高度|要求|部署|决策|精神)"
    "|(?P<low>[县区]委(?:、[县区]政府)?)(?:和|、|及)(?P<high>市委(?:、市政府)?)(?=[，。、的和]|高度|要求|部署|决策|精神)"
)


@rule(
    "wrong-rank-order",
    "机构排序颠倒",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="《党政机关公文处理工作条例》",
    why="并提时党委在政府前，人大在政府前，中央在省前、省在市前；四套班子依次为党委、人大、政府、政协。",
    bad="市政府、市委高度重视。",
    good="市委、市政府高度重视。",
)
def wrong_rank_order(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a government in front of its Party committee, and a lower level in front of a higher one."""
    for pattern in (_GOVERNMENT_FIRST, _LOWER_FIRST):
        for number, found in matches(manuscript, pattern):
            text = message("{words} stand in the wrong order", words=found[0])
            yield on(number, found, text, remedy=message("put the higher body first"))


_JUST_NOW = re.compile("^[ \u3000]*(?:同志们，)?刚才")


@rule(
    "agenda-out-of-order",
    "回顾议程的次序不对",
    Severity.WARNING,
    Basis.PRACTICE,
    why="“刚才”后面的次序要与会议议程一致；次序变了，多是议程调整后讲话稿没有跟着改。",
    bad="（议程：县水利局、县气象局）刚才，县气象局报了预测，县水利局通报了情况。",
    good="（议程：县水利局、县气象局）刚才，县水利局通报了情况，县气象局报了预测。",
)
def agenda_out_of_order(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find speakers behind 刚才 in another order than that of the agenda in the YAML."""
    if manuscript.parameters is None:
        return
    wanted = [name for item in manuscript.parameters.meeting.agenda or () for name in item.who]
    for sentence in manuscript.sentences:
        if len(wanted) > 1 and _JUST_NOW.match(sentence.text):
            yield from _out_of_order(sentence, wanted)


def _out_of_order(sentence: Sentence, wanted: list[str]) -> Iterator[Found]:
    told = [(sentence.text.find(name), name) for name in dict.fromkeys(wanted)]
    told = [(place, name) for place, name in told if place >= 0]
    for (first, before), (second, name) in zip(told, told[1:], strict=False):
        if second < first:
            start = sentence.start + second
            text = message("{name} speaks behind {before} on the agenda", name=name, before=before)
            yield Found(sentence.line, start, start + len(name), text, message("see what the agenda says"))
            return
