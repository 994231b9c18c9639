"""What the speaker promises in his own name, or in that of those whom he speaks for, without a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, pairs
from drafter.check.guard.source import Source
from drafter.i18n import message

_US = (
    "(?:我(?!们|省|市|县|区|镇|乡|院|校|局|国|矿|厂|村|司)|集团|公司|我们[省市县区镇乡院校局厂矿]"
    "|[省市县区镇乡街道院校局厂矿]{1,2}(?:委|里|政府|领导|党委|上))"
)
_PROMISE = re.compile(
    f"(?:{_US}(?:和班子成员|本人|个人|这里|今天|在这里|也|都|还|就|一定|将|会|要|再|会后|随时|亲自)*"
    "(?:(?:一定|将|会(?!议|上|后|场|同)|要|亲自|随时)(?:亲自|专门|随时|带头|带队|尽快|全力|继续|再|尽全力|马上|逐一|一家一家|一户一户|到现场|到一线|定期|不定期|首先)*"
    "(?:到|去|来|盯|抓|协调|解决|跟进|督办|督促|回来|上门|走|帮|安排|拿出|拨|追加|兑现|答复|支持|奖励|表彰|给|为|向|派|陪|参加|办|出面|请|过问|检查|看|听|兜底|想办法|承担|负责)"
    "|(?:来|去|也?可以)(?:协调|解决|想办法|找|跑|盯|兜底|负责|处理|督|扛|担)"
    "|(?:保证|承诺|答应(?!过)|表个?态|打包票|立下?军令状)))"
    "|我(?:一[家户个处件]){1,2}[一-鿿]{0,4}(?:去|来)?(?:看|查|问|走|跑|盯)"
    "|请(?:大家|同志们|企业家?|各位|你们|乡亲们|群众|老百姓)[^，。]{0,4}放心"
    "|(?:给|向)(?:大家|同志们|企业|各位|群众|老百姓|乡亲们)[^，。；]{0,6}(?:一个|个)(?:满意的?)?(?:交代|说法|答复|惊喜)"
    "|(?:下(?:周|个?月|次|季度)|过几天|改天|年底|会后)我[^，。]{0,4}(?:还|再|会|要|就|来|去)"
)
# A speaker says what he is about to say: 我要讲三点, 我要肯定.
_SPEAKS = re.compile(
    "我(?:还|就|也|今天|先|再)*(?:要|会|来|将)?(?:还|再|先|特别|向|给|对)*(?:讲|说|强调|提|道|感谢|谢|肯定|点|念|问|重申|指出|表扬|通报|补充|祝|回答)"
)
_FEWEST = 3


class Promises:
    """The promises of a text, held against the source."""

    def __init__(self, passages: Passages, source: Source) -> None:
        self.passages = passages
        self.source = source

    def claims(self) -> Iterator[Claim]:
        """Yield the promises that no fact gives."""
        for match in _PROMISE.finditer(self.passages.text):
            clause = self.passages.clause_at(match.start())
            if _SPEAKS.match(self.passages.text, match.start()):
                continue
            if not self._is_told(match.start()):
                text = message("no fact gives this promise: {words}", words=self.passages.words(clause))
                remedy = message("a speaker is held to what he promises: ask him, or take it out")
                yield Claim("unsourced-promise", match.start(), clause.end, text, remedy)

    def _is_told(self, position: int) -> bool:
        """Whether a clause of the source says much the same as the sentence."""
        clause = self.passages.clause_at(position)
        words = pairs(self.passages.words(clause)[-30:])
        sentence = pairs(self.passages.words(self.passages.sentence_at(position)))
        most = max((len(own & sentence) for _span, own in self.source.clauses), default=0)
        return most >= _FEWEST or (bool(words) and len(words & self.source.pairs) * 2 >= len(words))
