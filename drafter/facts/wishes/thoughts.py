"""What the leader thinks himself and wants said: 没伤人不等于没出事，这个讲重.

A clerk points at such a sentence, asks that it be said, and means that it be said nearly as it is written.
"""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re

# 这句, 这层意思, 这话, 那个道理: what points at a sentence; 这个, 这条 may point at a matter.
_AT_SENTENCE = "[这那]一?(?:[句层条点个种](?:话|意思|道理|理儿?)|[句层]|话|道理|意思|理儿?)"
_AT_ANY = "[这那]一?(?:[条点个]|[件]?事)"
_BY_HIM = "(?:[他她我]|[一-鿿]{1,2}[长总])?(?:自己)?"
# 要有, 一定要说出来, 讲重
_SAY = (
    "(?:一定|必须|务必|今天|[在]?会上|也|都|就|还|得|要|可以?|能|亲口|当面|直|照实|千万别忘)*"
    "(?P<how>有|(?:讲|说|点|提|写|带|加|放)(?:到|进去?|出来|出|上|透|重|硬|狠|足|明|清楚?|明白|得?[重硬透狠]|一?[讲说下提句]|[一几两]句)?|硬|重)"
)
_ASKS = re.compile(f"(?:{_AT_SENTENCE}|{_AT_ANY}){_BY_HIM}{_SAY}")
# 要 or weight asks; 这个说 tells nothing.
_WANTS = re.compile("要|得|一定|必须|务必|可以|[讲说][透重硬狠足]")
_POINTED = re.compile(f"(?P<what>[^；]{{4,40}}?)，?(?:(?P<sentence>{_AT_SENTENCE})|{_AT_ANY}){_BY_HIM}{_SAY}")
# What judges or bars is a sentence: 不能为了赶钟点打折扣; 交接班 is a matter.
_JUDGES = re.compile("不|别|才|是|比|越|谁|宁|等于|靠|必须|只能")
_MATTER = re.compile("(?:的(?:事情?|问题|情况|做法|办法|数字?)|怎么[^，]{1,4}|为[什啥]么?[^，]*)$|[“”：]")
# What asks something of the writer is no thought.
_TO_WRITER = re.compile("点名|写|[讲说提念谈](?!不|话|得清|到做到)|表扬|感谢|谢|口号|稿|渲染")
# 剩饭少了，但不能松: what is better, and no reason to rest.
_NO_REST = re.compile(
    "(?P<front>[^，；]{2,16}[了来去好快多少]?)，?(?P<but>但是?|可是?|也|还是?|更|就)(?:也|更|还)?(?:不能|不敢|别|不要|不许)"
    "(?P<rest>(?:有)?(?:松(?:劲|懈|手|口气)?|大意|骄傲|自满|歇(?:脚|气|着)?|停(?:下来)?|满足|麻痹|放松|得意|翘尾巴))(?:，[^；]*)?"
)
# How a thought is led to that is said sternly.
FIRMLY = "今天把话讲硬："
# 8小时就是8小时; 对物业说话要硬，8小时就是8小时
_IS_SO = re.compile(
    "(?:(?:对|跟|给)(?P<to>[^，；]{2,8}?)(?:说话?|讲话?|口气|话)?(?:要|得)(?:说|讲)?[硬重狠直]，)?(?P<what>(?P<same>[^，；就]{1,8})就是(?P=same))"
)
# 不能把大家都说成有问题
_NOT_ALL = re.compile(
    "(?:但|可|也)*(?:不能|别|不要|不许)把(?P<who>[^，；]{1,8}?)都?(?:说|讲|看|当)成(?:了|是)?(?P<what>[^，；]{2,14})"
)
# 别让大家觉得是医务人员的错
_NOT_THEIRS = re.compile(
    "(?:但|可|也)*(?:别|不能|不要|莫)(?:让|叫|使)[^，；]{1,4}(?:觉得|以为|感到|听成|当成)(?:都|全)?是(?P<who>[^，；]{2,10})的(?P<what>错|责任|过错|问题|事)"
)
# 别说成网格员一家的事
_NOT_ALONE = re.compile(
    "(?:别|不能|不要)(?:光|只)?(?:说|讲|当)成(?:是)?(?P<who>[^，；]{1,10}?(?:一家|一个人|一方|一个[一-鿿]{2}))的(?P<what>事|责任|问题)"
)


# 别让人觉得还要抢产: what is told in passing is not to be heard so.
_NOT_FELT = re.compile(
    "(?:但|可|也)*(?:别|不能|不要|莫)(?:让|叫|使)(?:人家?|大家|工人|职工|下面|别人|听的人|台下)(?:听了|听着)?(?:觉得|以为|感到|听成|当成)"
    "(?:我们|矿上|公司)?(?:是|还|又|要|在)*(?P<what>(?![^，；]*[错责罪事])[^，；]{2,4})"
)


def not_felt(text: str) -> str:
    """Return what a figure that is told in passing is not told for: 抢产; "" where a wish has none."""
    found = _NOT_FELT.fullmatch(text)
    return found["what"] if found else ""


def asks_to_be_said(clause: str) -> bool:
    """Whether a clause points at the sentence in front of it and asks that it be said: 这句一定要有."""
    return _ASKS.fullmatch(clause) is not None and _WANTS.search(clause) is not None


@lru_cache(maxsize=4096)
def thought_in(text: str) -> str:
    """Return the sentence that a wish wants said, as the leader says it; "" where it has none."""
    if what := not_felt(text):
        return f"说这个数，没有{what}的意思"
    if found := _NOT_ALL.fullmatch(text):
        be = "" if re.match("[有没不会爱想]", found["what"]) else "是"
        return f"讲这些，不是说{found['who']}都{be}{found['what']}"
    if found := _NOT_ALONE.fullmatch(text) or _NOT_THEIRS.fullmatch(text):
        return f"这不是{found['who']}的{found['what']}"
    if found := _NO_REST.fullmatch(text):
        return f"{found['front']}，{found['but']}不能{found['rest']}"
    if found := _IS_SO.fullmatch(text):
        return f"对{found['to']}，{FIRMLY}{found['what']}" if found["to"] else found["what"]
    return _pointed(text)


def _pointed(text: str) -> str:
    """Return the sentence in front of what points at it: 质量不能为了赶钟点打折扣，这句要有."""
    found = _POINTED.fullmatch(text)
    if found is None or not _WANTS.search(text[found.end("what") :]):
        return ""
    what = found["what"].rstrip("，")
    sentence = found["sentence"] or _JUDGES.search(what)
    if not sentence or _MATTER.search(what) or _TO_WRITER.search(what):
        return ""
    return f"{what}，这一条没有商量" if found["how"].endswith("硬") and not found["sentence"] else what
