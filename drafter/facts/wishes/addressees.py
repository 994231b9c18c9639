"""Whom a wish is about: who is to be spoken to, thanked, praised or encouraged."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.people.audiences import PEOPLE
from drafter.facts.wishes.bearing import BEARS, parted
from drafter.facts.wishes.wish_forms import MODAL, subject_of

# What the speaker does; 给守堤的人说句暖的 names the people between the preposition and one of these.
_DOES = (
    "有[一几两]?句|留[一几两]?句|劝|说|讲|道|掏|捎|来[一几两]?[句声]|鞠|谢|"
    "感谢|致谢|鼓|打气|表扬|夸|肯定|体谅|交心|唠|撑[一撑]?[句下]?腰|要?有[^，。]{0,4}的话|提个?醒|敲敲|敲打|打个?预防|泼"
)
_TO_WHOM = re.compile(
    "(?:对|给(?!药)|(?<![镇乡村区局科组班])跟(?!班)|向|(?<![一共不相])同(?!志|事|学|意|样|时)|(?<![一-鿿”])和)(?P<who>(?![半一几两]?句|点)[^，,别勿莫不]{2,16}?)"
    f"(?:也|都|还|要|得|再|单独|专门|当面|真心|诚心|一定|大声|好好)*(?:{_DOES})"
)
# 这话要说给家长听
_FOR_WHOM = re.compile(
    "[说讲]给(?P<who>[一-鿿]{2,8}?)听(?!得)"
    "|(?:对|跟)(?P<other>[一-鿿]{2,12}?)(?:要(?:热|暖|好|客气)|(?:客气|热情|和气|软和?|暖和?)一?[点些])"
)
# 白水镇和城关镇一起表扬, 两家都夸: that all of them are meant.
_TOGETHER = "(?:(?:[放摆]在)?一[起并块道]儿?|同时|分别|各|[两三四五几][家个位处边])?"
# What asks for praise or thanks behind its object: 消化内科提一句好, 赵立冬要大声表扬.
_ASKS = re.compile(
    "(?:那[里儿边]|(?:整改|认账)?(?:态度)?[好快诚恳]+)?(?:做得好|干得好)?"
    f"{_TOGETHER}(?:也|还|都|就|要|得|可以|一定|单独|专门|当面|当众|大声|大力|好好|重点|点名)*"
    "(?:给点|给些|给(?=[一几两]?句)|捎|来|提|讲|说)?(?:[一几两半]?[句声])?(?:公开|当众)?"
    "(?:(?:很|真|最|太|更)?辛苦|(?:捎|劝|安慰)一?[句声]|表扬|夸|肯定|鼓励|点赞|打气|鼓鼓?劲|感谢|致谢|道谢|谢|鞠|(?:说|提|讲)一?[句声]好$|[提表]一[句下]$|竖个?大拇指|句好话$"
    "|(?:说|讲)[一几两]句[\u4e00-\u9fff]{0,4}话$).*$"
)
# What stands in front of them, or points at nobody in particular.
_FRONT = re.compile(
    "^(?:但是?|可是?|不过)?(?:也|还|要)*(?:讲讲?|说说?)(?:[他她]们)?(?=.{2,}的人)|^(?:但是?|可是|不过)(?=.{2})|^(?:末了|末尾|收尾|最后|结尾|开头|这里|另外|单独|捎?带(?=家[属里])|(?:还|也)?要(?=[对给跟向])|[对给跟向]|把(?=.{4}))+"
)
_NOBODY = re.compile(
    "^(?:全(?:院|场|体|校|厂|矿|局|县|市|区|镇|村|街道?|公司|集团|员)|所有人|到会的人?|末了|末尾|收尾|结尾|大家|他|她|他们|她们|咱们?|我们|自己|要?真心|诚心|为主|以|多|当面"
    "|(?:主要|重点|基调|重头戏?|通篇|整篇|全篇|整体|总的)(?:还|就)?(?:是|要)?|还是|就是)$"
)
# 这里要真心谢群众.
_THANKED = re.compile("谢谢?(?P<who>[^，,谢一几两]{2,12})$")
# 维修工冬天趴在地沟里，讲一句暖心的
_A_WORD = re.compile("(?:说|讲|道|来|捎|体谅|宽慰|暖)[一几两]?[句声段]")
# 有家属来了，谢家属一句: what stands between the verb and how much.
_THANKED_BY_NAME = re.compile("(?<![感谢道致])谢谢?(?P<who>[^，,谢一几两他她]{2,8})[一几两][句声下]")
# 多夸果农
_PRAISED = re.compile(
    "(?:要|就|多|好好)*(?:夸|表扬|肯定|鼓励|安慰)(?:[一几两]?[下夸句])?(?P<who>(?![一几两][下句])[一-鿿、]{2,16})$"
)
# 谢谢给老人送饭的志愿者: what stands behind the thanks is who is thanked, whatever they do.
_THANKS_FIRST = re.compile(
    "^(?:也|还|都|要|得|再|然后|接着|真心|好好|专门)*(?:感谢|谢谢|多谢|谢)(?:一[声句下]|[几两]句)?(?P<who>(?![一几两半]{0,2}[声句下回])[^，,谢。][^，,谢。]{1,22})$"
)
# 街道人少事多, 师傅热天: what they bear, and when, is no part of who they are.
_BURDEN = re.compile(
    "(?<=[一-鿿]{2})(?:人少|人手少|事多|活多|加班多|活重|任务重|压力大|大?[热冷冬夏雨雪]天|高温天?|夜里|雪地里)+$"
)
# 老支书干了21年, 家属也来了20位: what they did is no part of who they are.
_DEED = re.compile(
    "(?<=..)(?:也|都|还|自己|主动|带头|连着|一直|天天|夜里)*"
    "(?:(?:退休|离休|荣退|离任|调走|住院)了?|[干守搬赔垫跑扛熬捐修做送背救顶值陪盯来等忙累][了着过]|(?:很多|大多|多数|都)是|也$)[^的]*$"
)
# 管理员很多是老教师，要给他们鼓鼓劲: the clause in front tells who they are.
_THEY = re.compile("[他她]们?")
# 金水湾那个做法: who has it is praised for it.
_WAY = re.compile("(?<=..)[那这](?:[个套种条](?:做法|经验|办法|路子)|一[一-鿿]{1,2})$")
SHORTEST = 2
LONGEST = 24
# Nobody is named in more words; the patterns are quadratic in their length.
LONGEST_WISH = 300


# 别一棍子打倒一片，大多数职工是好的，要说句公道话: of whom, stands behind what is barred.
_BARRED = re.compile("^(?:[别莫勿]|不[要能得可])[^，]*，")


def addressee_of(text: str) -> str:
    """Return the people that a wish names, "" where it names nobody."""
    if len(text) > LONGEST_WISH:
        return ""
    text = _BARRED.sub("", MODAL.sub("", text))
    if found := _THANKS_FIRST.match(text.partition("，")[0]):
        # 感谢一下小郝去年从河里救人
        who = parted(found["who"])[0] or found["who"].strip(" 　")
        return "" if _NOBODY.match(who) else who
    if found := _THANKED_BY_NAME.search(text) or _FOR_WHOM.search(text):
        return _named(next(filter(None, found.groups())))
    first, comma, rest = text.partition("，")
    if (found := _TO_WHOM.search(text)) and not (comma and _THEY.fullmatch(found["who"])):
        who = found["who"]
        # 给一线守墓的、开摆渡车的说句暖心的
        nobody = not (PEOPLE.search(who) or pattern("body-end").search(who.rstrip("的")))
        return f"{_named(who)}的人" if nobody and who.endswith("的") else _named(_without_what_they_do(who))
    if comma and not _ASKS.search(first):
        # 民兵同志天不亮就集合了，说句提气的: the clause in front tells whom.
        people = PEOPLE.search(first)
        if people or _ASKS.search(rest) or _A_WORD.search(rest):
            # 掘进二队整改快，夸一句
            who = first[: people.end()] if people else parted(first)[0] or "、".join(subject_of(first))
            return _named(who)
        return ""
    if found := _THANKED.search(first) or _PRAISED.match(first):
        return _named(found["who"])
    bare = _ASKS.sub("", first)
    # 食堂师傅起早贪黑要谢
    return _named(parted(bare)[0] or bare) if bare != first else ""


def _without_what_they_do(who: str) -> str:
    people = list(PEOPLE.finditer(who))
    rest = who[people[-1].end() :] if people else ""
    return who if not people or rest.startswith("的") else who[: people[-1].end()]


def _named(words: str) -> str:
    words = _WAY.sub("", words)
    words = BEARS.sub("", _FRONT.sub("", words).strip(" 　的，"))
    bare = _DEED.sub("", _BURDEN.sub("", words))
    return bare if SHORTEST <= len(bare) <= LONGEST and not _NOBODY.match(bare) else ""
