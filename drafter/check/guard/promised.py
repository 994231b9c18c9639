"""What the speaker promises in his own name, or in that of those whom he speaks for, without a fact."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages, pairs
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
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
    "|我们?(?:第一个|首先|先)?(?:承担|担起|负)[^，。]{0,6}责"
    "|我们(?:一定)?(?:会(?!议|上|后|前)|将)[^，。]{0,6}(?:给|为|帮|兑现|安排|解决|答复|兜底)"
    "|(?:给|为|替)(?:大家|你们|各位|每个人|他们?)[^，。]{0,6}(?:请功|说法|交代|答复|撑腰|兜底|记功|争取)"
    "|我请(?:大家|你们|各位)[^，。；]{0,2}[吃喝看玩]|我的(?:手机|电话|办公室|门)|一分(?:钱)?[都也]不会?少"
    "|我(?:再|还|一定|也)*(?:去|来)(?:跑|要|争|办|找|看|查|协调)|[过隔]一?(?:阵子|段时间|几天)我"
    "|[省市县区镇乡院校局厂矿]里(?:来)?(?:兜底|出钱|想办法|解决|拿钱|负责到底|派[人车]|替[^，。；]{1,4}[认出付还])|(?:直接|随时|都可以)?(?:来)?找我(?=$|[，。；！])"
    "|(?:我|我们)?(?:代表|向)[^，。；]{1,10}(?:保证|承诺|表态)|说到做到"
    "|请(?:大家|同志们|企业家?|各位|你们|乡亲们|群众|老百姓)[^，。]{0,4}放心"
    "|(?:给|向)(?:大家|同志们|企业|各位|群众|老百姓|乡亲们)[^，。；]{0,6}(?:一个|个)(?:满意的?)?(?:交代|说法|答复|惊喜)"
    "|(?:下(?:周|个?月|次|季度)|过几天|改天|年底|会后)我[^，。]{0,4}(?:还|再|会|要|就|来|去)"
)
# What those are threatened with, or promised, who do it badly or well.
_SANCTION = re.compile(
    "(?:不得|不予|一律不|暂缓)(?:提拔|晋升|晋级|评优|评先|推荐|录用)|(?:当面|公开|登门|大会上)(?:作)?(?:道歉|检讨)|作(?:出)?检讨|书面检查"
    "|(?:加发|多发|双倍|三倍)[^，。；]{0,8}(?:工资|奖金|补贴|津贴|报酬)|授予[^，。；]{0,10}(?:称号|奖章|奖牌)|荣誉称号|责任追究|姑息|组织(?:调整|处理)|一票否决|(?:就地)?免职|撤职|停职|降职|问责|追责|追究[^，。；]{0,8}责任|严肃处理|严肃查处|依规依纪|通报批评|约谈|黄牌|红牌|取消[^，。；]{0,8}(?:资格|评优|评先)|评优评先"
    "|(?<![一-鿿]处)(?<!务)处分(?![别头])|记过|开除|辞退|砸[^，。；]{1,4}饭碗|端[^，。；]{0,4}饭碗(?!端)|摘(?:帽|牌)|黑名单|零容忍|扣[发罚分]|扣[^，。；]{0,4}(?:绩效|奖金|工资)|罚款|摘[^，。；]{1,4}帽子|打板子|挪位子|[重嘉]奖|奖励|记功|[一二三]等功|戴红花|免费|减免|免收|全免|破格|提拔|撤换|卷铺盖|就地下课|末位淘汰|挂钩|优先提名|送去?(?:疗养|深造)|(?:安排|组织)[^，。；]{0,6}疗养|从[^，。；]{0,6}(?:结余|经费|预算|资金|盈余|账上)[里中]?(?:出|列支|解决|支出)|奖[^，。；杯状牌项学金]{0,4}[\\d一二两三四五六七八九十]+万?元|发[^，。；]{0,4}(?:奖金|红包)"
)
# A speaker says what he is about to say: 我要讲三点, 我要肯定.
_SPEAKS = re.compile(
    "我(?:还|就|也|今天|先|再)*(?:要|会|来|将)?(?:还|再|先|特别|向|给|对)*(?:讲|说|强调|提|道|感谢|谢|肯定|点|念|问|重申|指出|表扬|通报|补充|祝|回答)"
)
# 不为处分谁: what is not to be done. 办不到的, 不合格的: who is to bear it.
_DENIED = re.compile("(?:(?<![完办做管])[不没别未](?!到位|合格|达标|落实)|怕|免得|没有)[^，。；]{0,2}$")
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
        yield from self._sanctions()

    def _sanctions(self) -> Iterator[Claim]:
        """Yield the sanctions and rewards that no fact gives."""
        for match in _SANCTION.finditer(self.passages.text):
            # 冬季奖励标准是【】: a blank asks for it.
            is_asked = "〓" in self.passages.words(self.passages.clause_at(match.start()))
            if not is_asked and not self._is_stem_told(match[0]) and not self._is_denied(match.start()):
                text = message("no fact gives this sanction: {words}", words=match[0])
                remedy = message("a speaker is held to what he promises: ask him, or take it out")
                yield Claim("unsourced-promise", match.start(), match.end(), text, remedy)

    def _is_stem_told(self, words: str) -> bool:
        """Whether the source has these words, or the two signs that tell what they do: 问责, 免职."""
        return words in self.source.text or any(
            words[at : at + 2] in self.source.text for at in range(len(words) - 1)
        )

    def _is_denied(self, position: int) -> bool:
        """Whether the words are said of what is not done: 不为处分谁."""
        before = self.passages.text[max(0, position - 6) : position]
        return _DENIED.search(before) is not None

    def _is_told(self, position: int) -> bool:
        """Whether a clause of the source says much the same as the sentence."""
        clause = self.passages.clause_at(position)
        words = pairs(self.passages.words(clause)[-30:])
        sentence = pairs(self.passages.words(self.passages.sentence_at(position)))
        most = max((len(own & sentence) for _span, own in self.source.clauses), default=0)
        return most >= _FEWEST or (bool(words) and len(words & self.source.pairs) * 2 >= len(words))
