"""The short name of what a sheet lacks, and the sentence that has a blank in its place.

城东泵站谁包 is named 城东泵站包保责任人, and said as 城东泵站的包保责任人是【城东泵站包保责任人】.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern, rows_found
from drafter.facts.missing.asked import VERDICT, bare_words
from drafter.facts.missing.question import asks, question_in, without_actor

# Nouns that name by themselves what is missing: 分配办法还没有.
_THINGS = (
    "时间表|办法|标准|方案|细则|时间|时限|期限|日期|名单|比例|金额|数字?|数据|名额|地点|人选|预算|价格|单位|口径|批复|答复|回复|意见|姓名|名字|全名|利率|缺口"
    "|名称|方式|发言稿|材料|批文|题目|议题|渠道|份额|来源|理由|费用|单价|工期|文件|合同|协议|图纸|号码|结论|原因|去处|去向|线路|站点|结果|型号|材质|样式|款式|颜色|品种|规格|库存量|数量|人数|户数|人手|地址|账号|楼层|顺序|路线|频次|批次|参数|成分|等级"
)
_NOUN = re.compile(f"(?:{_THINGS})$")
# 名单统战部没定下来: who has not settled it.
_BY = re.compile(
    "(?P<what>.{0,10}?(?:时间表|名单|人选|标准|方案|全名|名称|比例|时间|日期|价格|利率))(?:由)?[一-鿿]{2,8}$"
    "|(?P<paper>.{0,10}?(?:意见|办法|细则|文件))(?:由)?(?:学校|医院|公司|[一-鿿]{1,6}[局科处部办院委])$"
)
# 手环换不换型号，看区里意见，还没回
_AWAITED = re.compile("^(?:要|得)?[看等](?P<x>[一-鿿]{2,8}(?:意见|批复|答复|态度|回复))$")
# 等市里批
_APPROVED = re.compile("^(?:要|得)?等(?P<x>[一-鿿]{2,6})(?:审?批|批准|点头)$")
# 联锁装置的钱厂家还没报价
_QUOTED = re.compile(
    "(?P<x>[一-鿿]{2,12}?)(?:的钱|的价钱?)?(?:厂家|厂里|供货商|商家|施工方)(?:还|都|也)?没报价$"
)
# 银行没答复, 厂家没回话: whose word is missing.
_ANSWER = re.compile(
    r"(?P<who>[一-鿿]{1,10}?(?<![还都也仍尚]))(?:还|都|也|仍|尚)?(?:没|未)(?:有)?给?(?P<does>答复|批复|批准|批|回话|回函|回音|回复|回信|表态|意见|准话|个准话|消息)"
)
_ANSWERS = {
    "批": "批复",
    "批准": "批复",
    "回话": "答复",
    "回音": "答复",
    "回信": "答复",
    "回复": "答复",
    "表态": "意见",
    "准话": "答复",
    "个准话": "答复",
    "消息": "答复",
}
# 报来没写是一期还是一年: what was not written is what is asked.
_UNWRITTEN = re.compile(
    "(?:[一-鿿]{0,6}报来|[报单]?[表子]上|材料里?)?(?:也|都)?没写(?:清楚?|明)?是?(?P<what>[一-鿿]{2,6}还是[一-鿿]{2,6}?)的?"
)

# A name longer than this is its last words.
LONGEST = 20
# A blank shows no longer name than this.
SHORTEST = 12
# A longer clause names nothing; the patterns are quadratic in its length.
LONGEST_CLAUSE = 120


def is_named(text: str) -> bool:
    """Whether a clause is nothing but the noun for what may be missing: 换购补贴标准."""
    return len(text) <= LONGEST and bool(_NOUN.search(text)) and not asks(text)


def without_noun(what: str) -> str:
    """Return of what something is missing: 欠款 of 欠款金额."""
    return _NOUN.sub("", what) if is_named(what) else ""


def name_of_missing(texts: Sequence[str]) -> str:
    """Return a short name for what the clauses tell as missing; "" where none of them names it."""
    texts = [text.strip(" 　。；") for text in texts if len(text) <= LONGEST_CLAUSE]
    if any("税前税后" in text for text in texts):
        return "税前还是税后"
    if unwritten := next((found for text in texts if (found := _UNWRITTEN.fullmatch(text))), None):
        return str(unwritten["what"])
    told = "，".join(texts)
    if priced := next((found for text in texts if (found := _priced(text))), None):
        return f"{priced['x']}单价"
    if re.search("(?:钱|经费|资金)(?:还|也|都)*没(?:有)?着落", told):
        return "资金来源"
    if listed := _LISTED.search(told):
        return f"{listed['x'] or ''}{listed['n']}"
    nouns = [noun for text in texts if (noun := _noun(text))]
    # 预算（等教育局批，数还没下来）
    nouns = [text for text in texts[:1] if len(texts) > 1 and is_named(text)] + nouns
    asked = [name for text in texts if (name := _asked(text))]
    awaited = [found["x"] for text in texts if (found := _AWAITED.search(text))]
    asked += [f"{found['x']}报价" for text in texts if (found := _QUOTED.search(text))]
    asked += [f"{found['x']}批复" for text in texts if (found := _APPROVED.search(text))]
    answers = [
        f"{_matter(m['who'])}{_ANSWERS.get(m['does'], m['does'])}"
        for text in texts
        if (m := _ANSWER.match(text))
    ]
    talks = [f"{found['what']}商谈结果"] if (found := TALKS.search(told)) else []
    held = _UNANSWERED.fullmatch(told)
    matter = [held["what"].strip("，, \u3000")] if held and len(held["what"]) > 2 else []
    return next(iter((*nouns, *awaited, *asked, *talks, *matter, *answers)), "")[-LONGEST:]


def _matter(text: str) -> str:
    """Return whose or of what an answer is, 编制 of 编制的事."""
    return without_actor(re.sub("的事$|(?<=..)[一-鿿]{2}那边$", "", re.sub("的钱$", "经费", text)))


def _noun(text: str) -> str:
    """Return 分配办法 of 分配办法还没有."""
    found = VERDICT.search(text)
    front = bare_words(text[: found.start()]) if found else ""
    if by := _BY.match(front):
        front = by["what"] or by["paper"]
    return front if _NOUN.search(front) and not pattern("question").search(front) else ""


def _asked(text: str) -> str:
    """Return the name of what a question asks for."""
    question = question_in(text)
    return question.name() if question else ""


_BODIES = (
    "(?:[国省市区县镇乡街局厅厂院校部][里上]|上[级头面]"
    "|[一-鿿]{0,8}?(?:局|委|办|厅|部|处|科|厂家?|公司|银行|集团|中心|院|村|镇|[职工董党代常]{1,3}[一-鿿]?会))"
)
_UNANSWERED = re.compile(
    f"(?P<what>.*?)[，, \u3000]*(?P<who>{_BODIES})(?:那边)?(?:还|也|都|仍|尚)*没(?:有)?"
    "(?P<does>批复|批下来|批|研究|讨论|上会|过会|答复|回复|回话|定下来|点头|同意|过)$"
)
_UNSETTLED = re.compile("(?P<what>.{2,}?)[，, ]*(?:还|现在|眼下|暂时)*(?:定不(?:了|下来?)|说不[准好])")
# 人事科说排不排得出来还要看
_TO_BE_SEEN = re.compile("(?:[一-鿿]{2,6}说)?(?P<what>.{2,}?)[，, ]*还[要得]看看?$")
# 涨不涨劳资科没回话, B超机什么时候修好厂家没回话: a question that is whole.
_ASKS = re.compile(
    "(?:([一-鿿])不\\1(?:得[一-鿿]{1,2})?|(?:什么时候|啥时候|哪天|几时)[一-鿿]{2})(?=[一-鿿]{2})"
)
# 差的原因正在核
_IN_HAND = re.compile(
    "(?P<what>(?![跟和与同向]).{2,}?)(?:还|正|仍)*在(?P<does>核[查实对]?|查|商[量议]|[谈议]|研究|协调)"
)
# 暑托班的事在跟工会商量名额
_TALKED_OF = re.compile(
    "[一-鿿]{2,14}?(?:还|正|仍)*在[跟和与同][一-鿿]{2,8}?(?:商量|协商|商议|对接)[一-鿿]{2,8}"
)
_NOT_THROUGH = re.compile(
    "(?P<what>.+?)(?:还|也|仍|尚)*没(?:有)?(?P<does>(?:批|谈|申请|办|签|跑)?下来|谈[好成妥拢]|过会|上会|开标|招标|定稿)$"
)


# 每个村包片干部已定，名单附后; 施工队联系人名单另附
_LISTED = re.compile(
    "(?P<front>(?:(?:每个?|各)(?:[一-鿿]区|街道|乡镇|单位|[村乡镇街校班组科])的?)?(?P<x>[一-鿿]{2,9}?)"
    r"(?:都|已经?|全部?)*(?:定|排好|分好|确定|选好)(?:了|好)?，)?(?P<n>[一-鿿\d]{0,8}(?:名单|方案|表|名?册))(?:见?附[件后]|另附|附上|在附件)"
)
# 跟运营公司还在谈; 住建局还在跟燃气公司商量; 考核细则公司和镇里还在谈
TALKS = re.compile(
    f"(?:^|[，,])(?P<what>(?:[一-鿿]{{0,8}}(?:{_THINGS}))?)(?P<who>(?:[一-鿿]{{0,4}}(?:[局科处办部站所]|公司|街道))?)(?:还|仍|正)*(?:在(?=[跟和与同]))?"
    "(?P<with>[跟和与同][一-鿿]{2,10}?)(?:还|仍|正)*在?(?P<does>谈|商量|协商|洽谈|对接)$"
)
# What tells that something is open names nothing that a clerk could find out.
_TELLS = re.compile(r"没|未(?!来)|还在|已定|不知|不清|漏|附件|[（）()]|^[跟和与]|[谁哪几]|[就的是]$|报的?$")


# 河沿片区社区联络人
_PERSON = re.compile("(?:[联责牵负值主包带领][一-鿿]{1,3}人|[一-鿿][员长]|老师|医生|师傅|教练|书记|主任)$")
_FIGURED = re.compile("[一-鿿][率额量价]$|(?:人|户|件|单)数$")
# 市里7家的总联络人: what is counted only tells of whom or of what it is.
_OF_COUNTED = re.compile(r"(?:\d|[一两二三四五六七八九十几][个家处座所户名])[^\d，]*的[^\d，的]{2,8}$")
# 备用电源一台的价, 一块的钱
_PRICE = re.compile("(?P<x>[一-鿿]*?)(?:每|一)[一-鿿]的?(?:价钱?|钱)$")


def is_person(what: str) -> bool:
    """Whether a name of what is missing is that of somebody: 总联络人."""
    return _PERSON.search(what) is not None and not re.search("[和与及、]", what)


def is_figured(what: str) -> bool:
    """Whether a name of what is missing is that of a figure: 涉及金额, 上岗率."""
    return is_named(what) or _FIGURED.search(what) is not None


def is_told_whole(text: str, what: str) -> bool:
    """Whether a clause with a figure tells nothing but that ``what`` is missing: 市里7家的总联络人还没定."""
    if len(text) > LONGEST_CLAUSE:
        return False
    if _priced(text):
        return True
    of_counted = _OF_COUNTED.search(what) is not None and text.startswith(what)
    return of_counted and (is_person(what) or _FIGURED.search(what) is not None)


def _priced(text: str) -> re.Match[str] | None:
    return _PRICE.match(bare_words(VERDICT.split(text)[0])) if VERDICT.search(text) else None


def names_nothing(what: str) -> bool:
    """Whether what a blank has for a name is no noun: 还没定稿."""
    return bool(_TELLS.search(what))


def short_name(what: str) -> str:
    """Return a name of at most ``SHORTEST`` signs: its end behind the last 的, else its bare noun."""
    end = what[what.rfind("的", 0, -3) + 1 :]
    noun = _NOUN.search(what)
    return end if len(end) <= SHORTEST else noun[0] if noun else what[-SHORTEST:]


def told_with_blank(text: str, mark: str) -> str:
    """Return a list to come, or talks under way, as a sentence with ``mark`` for what comes of it."""
    if found := _LISTED.search(text):
        return f"{found['front'] or ''}{found['n']}是{mark}。"
    found = TALKS.search(text)
    if found is None:
        return ""
    matter = f"{found['what']}，" if found["what"] else "这件事"
    return f"{matter}{found['who']}还在{found['with']}{found['does']}，结果是{mark}。"


def is_awaited(text: str) -> bool:
    """Return whether a clause tells that somebody has not decided, and not on what: 省里还没批."""
    found = _UNANSWERED.fullmatch(text)
    return found is not None and not found["what"]


# 钱还没批: nobody else need be asked for it.
_UNAPPROVED = re.compile(
    "(?P<what>(?:[一-鿿]{0,8}?(?:费用|资金|经费|预算)|[一-鿿]{0,7}[钱费款]))(?:还|也|都|仍|尚)*没(?:有)?(?P<does>批(?:下来)?)"
)
# 正在核, told alone behind two figures that do not agree
_BARELY_IN_HAND = re.compile("(?:现在|目前)?(?:还|正|仍)*在(?P<does>核[查实对]?)(?:中|着)?")
# 什么时候到没准信, 重了多少没统计
_PLAIN_QUESTION = re.compile(
    "(?P<what>[^，,]{0,8}?(?:什么时[候间]|啥时候?|哪天|几时)[一-鿿]{1,3}?|[^，,]{0,8}?多少[一-鿿]?)"
    "(?:[，,]?[一-鿿]{2,6}[局办委部科处所])?(?:还|也|都|现在)*没(?:有)?(?P<does>个?准信|个?准话|统计|算出来)(?:过|出来)?"
)


# 班车的事还在谈，定不了: nothing but that it is open.
_STILL_OPEN = re.compile(
    "(?:现在|目前|眼下|一时|暂时|还|也|都)*(?:定不(?:了|下来?)|没准|说不准|没个准|没谱|没影|空着)"
)


def only_tells_open(text: str) -> bool:
    """Whether a clause tells nothing but that what stands in front of it is open: 定不了."""
    return _STILL_OPEN.fullmatch(text) is not None


def waits_for(text: str) -> str:
    """Return what somebody else decides, or only time can tell, as a plain sentence: 用林手续，省里还没有批.

    "" where it is for the office to fill in.
    """
    # 绩效：挂钩比例，职代会还没过: the label only announces what is open.
    parts = _parts_of_open(text)
    unsettled = next((found for part in parts if (found := _UNSETTLED.match(part))), None)
    whole = [parts[-1]] if unsettled else ["，".join(parts), *parts]
    if seen := next((found for part in parts if (found := _TO_BE_SEEN.fullmatch(part))), None):
        return f"{seen['what']}，还要看。"
    answer = next((found for each in whole if (found := _UNANSWERED.fullmatch(each))), None)
    waits = f"{answer['who']}还没有{answer['does']}" if answer else ""
    if unsettled:
        what = unsettled["what"].strip(" \u3000")
        return "，".join(filter(None, (what, "现在还定不下来", waits))) + "。"
    if answer:
        what = answer["what"].strip("，, \u3000")
        return f"{what}，{waits}。" if len(what) > 1 else _ASKS.sub(r"\g<0>，", f"{what}{waits}。")
    return ""


def _parts_of_open(text: str) -> list[str]:
    text = re.sub("^[一-鿿]{2,6}：", "", text)
    return re.split("[，,]", re.sub("[（(]([^（()）]*)[)）]", r"，\1", text))


def plainly_open(text: str) -> str:
    """Return what is not through yet, and asks nothing, as a plain sentence; "" where it has a blank."""
    if plain := waits_for(text):
        return plain
    parts = _parts_of_open(text)
    matter = [part.strip() for part in parts if part and not only_tells_open(part)]
    told = re.sub("，(?:还|也|都)?没定$", "", "，".join(matter))
    if unpaid := _UNAPPROVED.fullmatch(told):
        return f"{unpaid['what']}还没有{unpaid['does']}。"
    if open_ := _BARELY_IN_HAND.fullmatch(told):
        return f"这个数还在{open_['does']}。"
    if open_ := _PLAIN_QUESTION.fullmatch(told):
        return f"{open_['what']}，还没有{open_['does'].removeprefix('个')}。"
    if open_ := _NOT_THROUGH.fullmatch(told):
        return f"{open_['what']}{'' if '还' in open_['what'] else '还'}没有{open_['does']}。"
    if _TALKED_OF.fullmatch(told):
        return f"{told}。"
    open_ = _IN_HAND.fullmatch(told)
    # 每月多少县里还在研究 has its blank where it asks.
    is_asked = open_ is None or pattern("question").search(open_["what"])
    return "" if open_ is None or is_asked else f"{open_['what']}还在{open_['does']}。"


def said_with_blank(name: str, mark: str, stated: str = "") -> str:
    """Return the sentence in which ``mark`` stands for what ``name`` names.

    What ``stated``, the words in front, tell already is not told again.
    """
    cue, found = next(rows_found("missing-said", name, re.Pattern.fullmatch), (None, None))
    if cue is None or found is None:
        return ""
    front = found["x"]
    if front.endswith(("和", "与", "及", "、")):
        # 号码和值守人: of two things missing none is said by the end of the name.
        return ""
    is_duty = cue.gives.startswith("{x}由")
    front = front.removesuffix("的") if is_duty else front
    front = ("这件事" if is_duty else "这一项") if len(front) > 2 and front in stated else front
    front = front or ("这件事" if is_duty else "")
    if cue.gives.startswith("{x}的包保") and front in ("", "这一项"):
        return f"包保责任人是{mark}。"
    return f"{cue.gives.format(x=front, mark=mark, v=found.groupdict().get('v', ''))}。"
