"""The leader's own words about people, in a wish: they may be said nearly as he said them.

What asks something of the writer is no such word; what forbids him to be unfair is a fair word to everybody.
"""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.people.audiences import PEOPLE
from drafter.facts.wishes.wish_forms import form_of, subject_of

# 别埋怨人家, 不要让人家抬不起头: what nobody is to do is said as it is.
_UNFAIR = re.compile(
    "^(?:但|可|也|更|千万)*(?:别|莫|勿|不(?:要|许|能|用|该)?)(?:再|去)?(?P<what>[光只老都全]?(?:"
    "(?:埋怨|责怪|怪罪|怪|怨|为难|冤枉|难为|笑话|看轻|小看|嫌弃)(?!人$)[^，；。]+"
    "|(?:让|叫|说|讲|骂|训)(?:人家|[他她]们)(?!成)[^，；。]*|推给[^，；。]+|(?:把[^，；。]{2,10})?一棍子打[^，；。]+))$"
)
# 书记员别训，一天开四五个庭: who is not to be scolded, in front of why.
_NOT_SCOLDED = re.compile(
    "(?:对(?=..))?(?P<who>[^，；。别不]{2,12}?)(?:也|都|就)*(?:别|不要|不能|不许)(?:光|只|老|再|都|全)*"
    "(?:训|骂|批评|怪|吼|凶|说重(?:话)?|(?:说|讲)(?:硬|狠)话|把?话(?:说|讲)(?:僵|绝|冷|硬)|数落|埋怨|责怪|怨|指责)(?:[他她]们?|人家)?"
)
# 晚点不能全怪驾驶员
_NOT_TO_BLAME = re.compile("[^，；。]{2,12}不能[只光都全]?(?:怪|怨|推给)(?P<who>[^，；。]{2,10})")
# 叫值班长敢下令, 让他们敢喊撤: what those named are to dare.
_DARES = re.compile(
    "^(?:也|还)?(?:要|得)?(?:叫|让|使)(?P<who>[^，；。]{1,10}?)(?P<what>(?:敢于?|大胆|放手|放开)[^，；。]{1,12})$"
)
# 跟他们说不会就问: what they are to be told.
_TOLD = re.compile(
    "^(?:也|还)?(?:要|得)?(?:(?:跟|对|给)[他她]们(?:说|讲)|告诉[他她]们)(?P<what>(?![说讲]?[一几两]?句)[^，；。]{4,})$"
)
# Words that weigh fairly what people are, do or bear.
_FAIR = re.compile(
    "不是(?:我们的?|咱们的?)?(?:对头|对手|冤家|外人|敌人|坏人|累赘|包袱)|不是(?:要|想|存心|成心)?[跟和与同](?:我们|咱们?|村里|乡里|谁|人|政府|干部)[^，]{0,3}(?:作对|过不去|较劲|唱反调|为难)|有[^，]{1,10}的(?:道理|难处|苦衷|苦处|原因|缘故)|不是(?:[他她]们的?)?错|不是[^，]{1,4}的错|也(?:真|很|都|挺|是)*(?:难|不易|不容易|委屈|为难)$|^[^，这那事]{2,10}(?:真|很|都|挺|是)*不(?:容)?易$"
    "|[来]?是对的|没(?:有)?错$|怪不得|不能[只光都全]?(?:怪|埋怨|责怪|怨)|不等于|一样(?:出力|干活|辛苦)|不能当外人|(?:是|根子在|毛病在|责任在)(?:咱们?|我们)[^，]{2,}|两头受气|受了委屈|^(?:学校|单位|我们|局里|院里|厂里|公司|班子|[乡镇村县矿]里)有责任$"
)
# What tells of the leader himself, or asks that something be said, named or left out.
_ASKS = re.compile(
    "点名|[可要别不能]点(?!烟|火)|暗示|^(?:也|都)?(?:别(?!人)|不许|不准)|(?<!没人)[说讲提写念谈](?!不过去)(?:[一几两]?[句下声段]|一?[说讲提]|得?[重轻透狠]|到|出来|出去|成|$)|话(?:要|往|得|说|讲)|口号|口气|语气"
    "|^(?:也|都|要|得)*(?:提|说(?!话)|讲|谢|夸|表扬|体谅|肯定|批评)|听见|只[说讲提]|问.{0,4}(?:就|都)?说|听见|感情|^托|^请[^，]{2,8}带到|展开|煽情|稿|客气|同意|单独|约谈"
    "|让(?:人家?|[他她]们?|大家)(?:难堪|难为情|下不来台|没面子)"
)
# 别埋怨一楼住户, 对调度员说一句: what stands in front of those named.
_NOT_THEM = re.compile(
    "^(?:但|可|也|更)*(?:(?:别|莫|勿|不(?:要|许|能|用|该)?)(?:再|去|光|只|老|都|全)*(?:埋怨|责怪|怪罪|怪|怨|为难|冤枉|难为|笑话|看轻|小看|嫌弃)"
    "|[对给跟向](?=[^，]{2,}[说讲]))"
)
PRONOUN = re.compile("[他她它]们?|人家|[我咱]们")
_WE = re.compile("咱们?")
# 不肯走的214户, 没就业的930人
# 家属也来了20位 tells how many have come.
_COUNTED = re.compile(r"[^，；。也来到]{2,12}\d+[户人名位]|[^，；。]{2,10}的\d+个人")
# 搬迁户为了大局离了老家
_HOUSEHOLDS = re.compile(
    "[一-鿿]{2,4}户(?=[一-鿿])|[一-鿿]{1,3}工(?=[一也都是不夜冬夏天白两三每在跑干熬顶守])"
)
# What is shorter tells nothing.
SHORTEST = 3


def fair_word(clause: str) -> str:
    """Return what a clause that forbids to be unfair says to everybody, "" for another clause."""
    found = _UNFAIR.match(clause)
    return f"不能{in_first_person(found['what'])}" if found else ""


def is_fair(text: str) -> bool:
    """Whether a wish has a fair word about people, to be said as it is."""
    first, *more = re.split("[，；。]", text)
    if more and spares_blame(first):
        return True
    return any(_UNFAIR.match(c) or (_FAIR.search(c) and not asks_writer(c)) for c in (first, *more))


def spares_blame(clause: str) -> bool:
    """Whether a clause only tells who is not to be scolded."""
    return _NOT_SCOLDED.fullmatch(clause) is not None


@lru_cache(maxsize=4096)
def dared(text: str) -> str:
    """Return what a wish wants those named to dare, as said to them: 值班长要敢下令; "" for none."""
    front = ""
    for clause in re.split("[，；。]", text):
        if found := _DARES.match(clause):
            who = found["who"] if not PRONOUN.match(found["who"]) else front
            return f"{who}要{found['what']}" if who and who != "大家" else ""
        front = people_in(clause) or front
    return ""


@lru_cache(maxsize=4096)
def people_in(clause: str) -> str:
    """Return the people with whom a clause begins, "" where it names none: 护士长 of 护士长两头受气."""
    if spared := _NOT_SCOLDED.fullmatch(clause):
        return spared["who"]
    if blamed := _NOT_TO_BLAME.fullmatch(clause):
        return blamed["who"]
    if counted := _COUNTED.fullmatch(clause) or _HOUSEHOLDS.match(clause):
        return counted[0]
    named = _NOT_THEM.sub("", clause)
    fronts = (named[: people.end()] for people in PEOPLE.finditer(named))
    return next((front for front in fronts if not PRONOUN.search(front)), "")


def people_meant(text: str, before: str = "") -> str:
    """Return whom a wish calls 他们 or 人家: the people of a clause in front, or its subject."""
    clauses = [*re.split("[，；。]", text), before]
    named = next(filter(None, map(people_in, clauses)), "")
    form = form_of(before) if before else None
    return named or "、".join(form.words if form and form.words else subject_of(before))


# 检修班夜里干活，体谅一下，但补记录不能放过
_BUT = re.compile(
    "，(?:但是?|可是?|不过)(?P<what>[^，；]{2,20}?)，?(?P<bar>(?:也|还|就|又)*(?:不能|不许|不准|不可)(?:放过|含糊|打折扣?|断|省|迁就|马虎|糊弄|免|松|算了|不管|不改|再犯|再有)|(?:必须|一定要|得|要)改)[^，；]{0,4}$"
)


def but_in(text: str) -> str:
    """Return what those are not let off with for whom a wish has a kind word, "" for nothing."""
    found = _BUT.search(text)
    return f"可{found['what']}，{found['bar']}" if found and not asks_writer(found["what"]) else ""


def told_to_them(clause: str) -> str:
    """Return what a clause wants people told: 跟他们说不会就问; "" for none."""
    found = _TOLD.match(clause)
    return found["what"] if found else ""


def asks_writer(clause: str) -> bool:
    """Whether a clause asks something of whoever writes the speech."""
    return bool(_ASKS.search(clause))


def in_first_person(words: str) -> str:
    """Return words of the leader as he says them in the hall: 我们 for 咱们."""
    return _WE.sub("我们", words)
