"""A question that a sheet leaves open, as a sentence with a blank in the place of what is asked.

A Chinese question has its asking word where the answer will stand: 划多少个，没报来 is said as 划【个数】个.
"""

from __future__ import annotations

import msgspec

from drafter.facts import patterns as re
from drafter.facts.missing.asked import VERDICT
from drafter.facts.missing.question_nouns import AMOUNTS, noun_of

# What asks, the kind of it as the name of its group.
_ASKS = re.compile(
    "(?P<rank>第(?:几|多少))"
    "|(?P<when>(?:什么|啥)时[候间]?|何时|几时|哪一?[天日]|哪个?[月年周]|几[月号日点]|哪个时[间候])"
    r"|(?P<share>百分之(?:几|多少))"
    f"|(?P<amount>(?:多少|(?<![好哪这那前近数十])几(?=[{AMOUNTS}十百千万成]))(?:[十百千万]*(?:[块元]钱?|钱)|[万亿][{AMOUNTS}]?|[十百千]+|[{AMOUNTS}成])?"
    "|多(?:少|[大长久高宽深重远厚](?:时间)?(?![数于的家人])))"
    "|(?P<who>谁|哪位|哪个人|什么人)"
    "|(?P<which>哪(?:[一几两三四五六七八九十\\d]*[家个位种款套条处块座栋所支项类层台批部辆口间片级期](?!地方|位置)|些|(?=[路段院校班村镇乡街栋区楼])))"
    "|(?P<where>哪(?:里|儿|边|个地方|个位置|块地)?)"
    "|(?P<whether>(?P<verb>[一-鿿]{1,2})[不没](?P=verb)|能不能|可不可以|有没有|是否)"
    "|(?P<how>怎么(?:个|样)?|怎样|如何|咋(?:样|个)?)"
    "|(?P<what>(?:什么|啥)(?=[一-鿿]{2}))"
    "|(?P<other>(?<=[一-鿿\\d])还是(?=[一-鿿\\d]))"
)
# Whose word is awaited, behind the question: 装完｜车队, 挂钩｜校务会.
_ACTOR = re.compile(
    "(?:(?:[一-鿿]{2}|[总分省市县区镇乡校村党工])?(?:(?:[校院所村居党场][务委]|工|职代|教代|董事|理事|办公|行政|业委|家委|股东|代表|总支)会)"
    "|(?:[省市县区镇乡]|(?:[省市县区镇乡校厂矿院]?[一-鿿]{2}))(?<![一二两三四五几每])(?:[局科处股部委室所组厅院站段方]|(?<![承主协举筹代申督经兴创开合])办|公司|街道|集团|中心|银行|那边)"
    "|[省市县区镇乡村校院厂街矿局司]里|上[级头面]|各(?:[村镇乡科班组校县区]|单位|部门)|各?(?:社区|街道|物业|交警|消防|银行|后勤|财务|人事|厂家|厂商|校方|园方|院方|厂方|车队|船队|工会|班子|乡镇|村里|公司|医院|学校|总部|基金会|设计院|施工队|供货商|运营商)|审计|财评|评审|财政|教育|水利|电力|疾控|住建|民政|城管|林业|农机|运管|路政|卫健|医保|税务|设计|食堂|合同|协议|文件|标书|编办|发改|人社)"
    "(?:的?人|那边|会上?|说|文件|规定)?(?:现在|目前)?(?:还|都|也)*$"
)
# 谁牵头各乡镇报, 由谁代管各社定: each of those who are asked has its own answer.
_EACH_ANSWERS = re.compile("(?<=[一-鿿])[由等]?各[一-鿿]{1,4}(?:自己)?[报定]$")
# The answer of these is nobody's matter but that of who does it: 谁管财务室.
_TAKES = re.compile("[管修盯看查建搬进去到在给由从找请选租买]$")
# 谁没关扣谁, 怎么来的: no question that is open.
_NO_QUESTION = re.compile("[讲说]清楚哪|怎么(?:来|会|回事|了)|谁[^，]{1,6}谁|几乎|哪怕|咋(?:回事|了)|什么都")
# What stands in front of a question and is no part of it.
_FRONT = re.compile(
    "^(?:(?:但|可|只是|不过|具体|至于|其中(?!一)|还有|另外|就是|到底|究竟|目前)+(?=[^\\d])"
    "|[一-鿿]{1,6}(?:[科局处办部会]说|还?在(?:研究|商量|商议|议|测算|算|谈))(?=.{3})"
    "|(?:[报表单送][一-鿿]{0,3}[来上子]|[一-鿿]{1,4}[稿表单文书][上里]|材料里?)?的?(?:也|都)?[没未](?:有)?(?:写|说|注明?|标|讲|交代)(?:清楚?|明)?(?=.{3}))"
)
# 抽一次收多少钱: what is done once is its matter.
_DOING = re.compile("(?![每一])[一-鿿]{1,4}[一每][次趟回车][一-鿿]{1,2}")
# 夜班补贴6月起提，提多少: no number of them is asked for.
_PAY = re.compile("(?:补[贴助]|津贴|奖金|工资|[费款钱])$")
# 没修的, 剩下的5户: who or what it is, in front of the question.
_LEANS = re.compile(
    "(?:一共|总共|大概|具体|到底|究竟|预计|还|再|共|要|得|能|可|该|先|另|需|拟|打算|计划|准备)*"
)
_SUBJECT_END = re.compile(
    "(?:统一叫|一共|总共|大概|具体|到底|预计|还|再|共|要|得|能|可以?|该|先|另|需|拟|[今明后]年|[上下]学?期"
    "|(?:每|一)(?:个?(?:社区|小区|单位|班组|车间|学校|大队)|[次人月天年吨户亩场节个台斤度趟份班辆村镇乡校]|平方?米)|最[高多低少]|限|(?:要|得|争取|力争)(?:压|控制)"
    "|[放设定在到由让归请从按给占补罚扣收花扩增减招叫写]|(?<![额度季年月终效先])奖|[印分换装划差缺签租找走搬运退发出用建开办改排交争保挂来去是抽选供领涨降赔延续轮调转派聘雇])$"
)
# 租金每亩多少: what is paid of each is a rate.
_EACH = re.compile("[每一][次人月天年吨户亩场节个台斤度趟份]")
# 费用 and 维保 end in verbs, and are nouns.
_NOUN_END = re.compile(
    "(?:[费信作租]用|[返归退偿]还|[维环安社医]保|[扩改基新]建|[整技]改|[安服吊]装|[开研]发|[公社]交|房租|[规鉴]定|[客货转]运|安排|抢收|轮换|更换|评选|供应|拆迁|[上下期年权时]限|[成优勤全质产]奖)$"
)
_NO_NOUN = re.compile(
    r"[的了没未不在把被就也都，、]|^[这那剩其余全各]|盯|负责|牵头|配合|汇报|通报|答应|要求|另外|一[次遍趟]|\d(?![\d号标区楼线队班组井矿车期批#])|[我咱你他]"
)
# 刷卡系统信息科: whose matter it is stands behind it.
_DOER = re.compile("(?<=[一-鿿]{3})(?:[一-鿿]{2}[科局处部办委组站]|[市县区镇乡村校院]里)$")
_NO_TOPIC = re.compile(
    "[科局处部办委组站室所厅]$|^[县市区镇乡村校院]里|^(?:缺|结束|需要|完成|开展|推进|加强|建立)"
)
_LONGEST_TOPIC = 6
_LONGEST_SUBJECT = 8
# A longer clause asks nothing; the patterns are quadratic in its length.
_LONGEST_CLAUSE = 120
# 设计没批的那座，谁去跑: the sentence has its matter for a subject.
_GOES_ON = ("who", "whether", "how")
_LONGEST_LABEL, LONGEST_NAME = 12, 20


class Question(msgspec.Struct, frozen=True):
    """What a sheet leaves open: ``front``, what is asked, called ``noun``, and ``rest``.

    ``asked`` has the words of the sheet for it. ``joint`` stands in front of the blank: 由, 是, 按.
    """

    kind: str
    front: str
    noun: str
    rest: str
    asked: str
    joint: str = ""

    @property
    def leans(self) -> bool:
        """Whether it has no subject of its own: 划多少个, 什么时候装完."""
        bare = _LEANS.sub("", self.front, count=1)
        if _DOING.fullmatch(bare):
            return False
        return len(bare) <= 1 or not subject_noun(self.front) and _is_only_verbs(self.front)

    @property
    def matter(self) -> str:
        """What it is about, in the words of the sheet; "" where it has no subject of its own."""
        told, comma, _verb = self.front.rpartition("，")
        return told if comma else "" if self.leans else self.subject or self.front

    @property
    def subject(self) -> str:
        """What it is about, as a short noun; "" where it names none."""
        return subject_noun(self.front)

    def label(self, topic: str = "", longest: int = _LONGEST_LABEL) -> str:
        """Return what the blank is called: the noun of what is asked, behind what it is about."""
        if self.kind in ("whether", "other"):
            return self.noun
        if "的" in self.noun:
            return self.noun
        about = self.subject or (short_topic(topic) if self.leans else "")
        noun = "金额" if self.noun == "数量" and _PAY.search(about) else self.noun
        whole = about if about.endswith(noun) else f"{about}{noun}"
        of_each = self.noun in ("金额", "数额") and about and _EACH.search(self.front)
        if of_each or (about.endswith(("补贴", "补助")) and self.noun == "补助标准"):
            whole = f"{about}标准"
        elif about.endswith(("时限", "期限", "工期")):
            whole = about
        return whole if len(whole) <= longest else noun

    def name(self, topic: str = "") -> str:
        """Return what a list of open items calls it: 是否收费, 3号塔吊责任人."""
        if self.kind == "whether":
            yes = self.noun.partition("或")[0]
            does = self.rest if yes in ("是", "要") and len(self.rest) > 1 else f"{yes}{self.rest}"
            return f"{re.sub('[还再]$', '', self.front)}是否{does}"[-LONGEST_NAME:]
        if self.kind == "which" and not self.front and self.rest:
            return f"{self.rest}的{self.noun}"
        if self.kind == "other":
            return f"{self.front}{self.noun.replace('或', '还是')}"[-LONGEST_NAME:]
        return self.label(topic, LONGEST_NAME)

    def said(self, mark: str) -> str:
        """Return the sentence, without end mark, with ``mark`` where it asks."""
        return f"{self.front}{self.joint}{mark}{self.rest}"


def _is_only_verbs(text: str) -> bool:
    """Whether a text is nothing that could be a subject: 每户限领."""
    while text and (end := _SUBJECT_END.search(text)):
        text = text[: end.start()]
    return not text


def subject_noun(text: str, longest: int = _LONGEST_SUBJECT) -> str:
    """Return a text as a noun in front of another: 3号塔吊; "" where it is none, or longer than that."""
    if len(text) > _LONGEST_CLAUSE:
        return ""
    bare = text.rpartition("的")[2]
    bare = re.sub("^(?:[今明本后]年|[跟和与](?=[一-鿿]{2}))|[ \u3000]", "", bare)
    bare = re.sub(
        "(?:(?:跟|和|与|(?<![合共相不协])同|(?<![核应相针])对|把).*|的?(?:事|问题)|这一?块|那一?块)$",
        "",
        bare,
    )
    while not _NOUN_END.search(bare) and (end := _SUBJECT_END.search(bare)):
        bare = bare[: end.start()]
    is_noun = 2 <= len(bare) <= longest and not _NO_NOUN.search(bare)
    return bare if is_noun else ""


def short_topic(topic: str) -> str:
    """Return what a fact is about as a short noun, without who does it; "" where it is none."""
    bare = _DOER.sub("", subject_noun(topic))
    return bare if 2 <= len(bare) <= _LONGEST_TOPIC and not _NO_TOPIC.search(bare) else ""


def question_in(text: str) -> Question | None:
    """Return the question that the words of a blank leave open; None where they ask none, or two."""
    matter = ""
    for clause in re.split("[，,；;（）()：:]", text):
        if len(clause) > _LONGEST_CLAUSE:
            continue
        bare = _FRONT.sub("", clause.strip(" 　。"))
        asks = _ASKS.search(bare)
        if asks is None or _NO_QUESTION.search(bare):
            matter = _matter_of(bare)
            continue
        return _read(matter, bare, asks)
    return None


def _matter_of(clause: str) -> str:
    """Return the matter that a clause in front of a question names: 长街社区专干 of 长街社区专干空着."""
    if clause.endswith(("那座", "那处", "那个")):
        return clause
    if re.fullmatch(r"\d+[一-鿿][^\d]{0,12}的", clause):
        # 3家没谈拢的，赔多少没报来
        return clause
    open_ = VERDICT.search(clause)
    if open_ is not None:
        return clause[: open_.start()] if open_[0].endswith("空着") else ""
    return clause if 2 <= len(clause) <= _LONGEST_LABEL else ""


def _read(matter: str, clause: str, asks: re.Match[str]) -> Question | None:
    kind = asks.lastgroup if asks.lastgroup != "verb" else "whether"
    # 有多少没录还没摸清: what is open stands in front of the last of them.
    verdict = next(iter([*VERDICT.finditer(clause, asks.end())][::-1]), None)
    rest = clause[asks.end() : verdict.start() if verdict else None]
    rest = re.sub("(?:还|都|也|仍|尚|正|在| |\u3000)+$", "", rest)
    rest = _without_actor(rest, str(kind))
    front = clause[: asks.start()]
    if _ASKS.search(rest) or "、" in rest:
        return None
    words = f"{front}{asks[0]}{rest}"
    made = noun_of(str(kind), front, asks, rest)
    if made is None:
        return None
    front, joint, noun, rest = made
    if kind == "amount" and not joint and len(front) > 2 and subject_noun(front) == front:
        # 印宣传册多少, 备用卷几套: behind a noun a figure needs a verb.
        joint = f"的{noun}是" if not rest else "有" if len(rest) == 1 else ""
    return Question(
        str(kind),
        f"{matter}{'，' if matter and (front or kind not in _GOES_ON) else ''}{front}",
        noun,
        rest,
        words,
        joint,
    )


def without_actor(text: str) -> str:
    """Return what is open without who has not settled it: 夜巡津贴 of 夜巡津贴财政."""
    found = [at for at in range(4, len(text)) if _ACTOR.fullmatch(text, at)]
    return text[: found[0]] if found else text


def is_body(text: str) -> bool:
    """Return whether a text names nothing but who is to settle something: 发改局."""
    return _ACTOR.fullmatch(text) is not None


def _without_actor(rest: str, kind: str) -> str:
    """Return what stands behind a question without who has not answered it: 装完 of 装完车队."""
    if each := _EACH_ANSWERS.search(rest):
        return rest[: each.start()]
    found = [at for at in range(len(rest)) if _ACTOR.fullmatch(rest, at)]
    if not found:
        return rest
    # 吨｜供热公司, 修好｜公司: nobody is called by less than his whole name.
    least = 0 if kind == "amount" else 2
    before = rest[: next((at for at in found if at >= least), found[-1])]
    return rest if _TAKES.search(before) and (kind, before) != ("when", "到") else before


def asks(text: str) -> bool:
    """Return whether a text has a word that asks."""
    return _ASKS.search(text) is not None


def parts_of_open(text: str) -> tuple[str, str]:
    """Return the matter and what is open of it, without that it is open: 食堂, 几点开、开到几点.

    The matter is "" where the words of the sheet name none.
    """
    told = [
        _FRONT.sub("", VERDICT.split(clause)[0]).strip(" 　。") for clause in re.split("[，,；;（）()]", text)
    ]
    told = [words for words in told if len(words) > 1]
    while len(told) > 1 and asks(told[-2]) and not asks(told[-1]):
        # Who has not answered: 划多少个、哪边划，交警大队没回文.
        told.pop()
    open_ = told[-1] if told else ""
    if len(told) > 1:
        return "，".join(told[:-1]), open_
    found = _ASKS.search(open_)
    matter = subject_noun(open_[: found.start()]) if found else ""
    return matter, open_.removeprefix(matter)
