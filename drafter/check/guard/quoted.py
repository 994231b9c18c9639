"""Words that somebody is said to have said, and that no fact gives."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, pairs, shared
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.i18n import message

_SAYS = (
    "(?:曾经?|多次|反复|专门|一再|特别|明确|经常|常常?|就|也|还|都|又|这样|是这样)*"
    "(?:强调|指出|要求|提出|说过|讲过|说|讲|批示|指示|写道|告诫|嘱咐|表示|告诉|反映|云|曰|道)[^，。“”]{0,6}[：:，,]?"
)
# Whoever is quoted: a leader, a saying, somebody who was met.
_WHO = (
    "顺口溜|民谣|段子|总书记|主席|周总理|[荀庄孟韩墨管列]子|朱熹|诸葛亮|曾国藩|哲人|伟人|先哲|圣人|总理|习近平|毛泽东|邓小平|中央|国务院|党中央|省委|市委|县委|省政府|[省市县区镇乡]长|书记|领导|主任|局长|部长|厅长|院士|专家|教授"
    "|古人|俗话|常言|老话|古语|古话|谚语|先贤|孔子|老子|孟子|名言|诗人?|有人|有句|有位|一位[一-鿿]{1,10}|群众|老百姓|百姓|村民|居民|企业家|老板|家长|患者|病人|职工|老[一-鿿]{1,3}"
)
_QUOTED = re.compile(
    f"(?P<who>{_WHO})[^。！？“”\n]{{0,14}}?{_SAYS}[“「『](?P<words>[^”」』\n]{{3,120}})[”」』]"
)
# 毛主席讲过，世界上怕就怕认真二字: without marks.
_SAGE = re.compile(
    "(?:毛主席|主席|总书记|总理|小平同志|[荀庄孟韩墨管老孔]子|朱熹|诸葛亮|伟人|哲人|先哲|列宁|马克思|鲁迅)[^，。“”]{0,6}(?:说过?|讲过?|曰|云)[^，。“”]{0,4}[，：:](?P<words>[^。！？“”\n]{4,60})"
)
_VERSE = re.compile(
    "(?:(?:顺口溜|民谣|段子)[^，。“”]{0,4}|(?:有句诗|诗里|诗中|古诗|诗人|名言|格言)[^，。“”]{0,4}(?:说|写|讲|云|道)[^，。“”]{0,3})[，：:]?[“](?P<words>[^”\n]{4,60})"
)
_SAYING = re.compile(
    "(?:俗话|常言|老话|古语|古话|古人|谚语)(?:说|讲|云|道|有云|说得好|讲得好)[^“，。]{0,3}[，：:]?[“]?(?P<words>[^”。！？\n]{4,40})"
)
# 省委书记指出，……: a leader's words without marks.
_REPORTED = re.compile(
    "(?P<who>总书记|习近平|党中央|国务院|中央|省委|市委|省政府|市政府|省领导|市领导|[省市县区][长]|书记)[^，。“”\n]{0,10}(?:强调|指出|批示|指示|明确要求|深刻指出)[，,：:]?(?P<words>[^。！？“”\n]{4,80})"
)
# So much of a quotation has to be in the facts.
_ENOUGH = 0.5
# A shorter one has to be in them as it is.
_FEWEST = 4


class Quotations:
    """The quotations of a text, held against the source."""

    def __init__(self, passages: Passages, source: Source) -> None:
        self.passages = passages
        self.source = source

    def claims(self) -> Iterator[Claim]:
        """Yield what somebody is said to have said without a source."""
        for pattern in (_QUOTED, _SAGE, _VERSE, _SAYING, _REPORTED):
            for match in pattern.finditer(self.passages.text):
                words = match["words"]
                if not self._is_told(words):
                    start, end = match.span("words")
                    text = message("no fact gives these words of somebody: {words}", words=words[:24])
                    remedy = message("quote only what the facts have word for word")
                    yield Claim("unsourced-quotation", start, end, text, remedy, Severity.ERROR)

    def _is_told(self, words: str) -> bool:
        if words in self.source.text:
            return True
        own = pairs(words)
        return len(own) >= _FEWEST and shared(self.source.pairs, own) >= _ENOUGH
