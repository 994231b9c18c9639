"""With what a wish has a speech begin and end: 从那杆秤说起, 收尾说抢收, 最后祝大家暑假愉快."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in

_NOT = "(?:别|不要?|莫|勿)"
_OPENING = "(?:开场|开头|开篇|开口|一?上来|先)"
# 上来就说问题: what is wrong comes first.
_WRONG_FIRST = re.compile(
    "(?:一?上来|开头|开口|开场|先|直接|开门见山)(?:就|直接)*(?:说|讲|摆)(?:毛病|问题|不足|短板|没[做干办]好的?(?:地方|事)?)(?:$|，)"
)
# 先说没干好的, 别一上来就报喜, 成绩放到后面说: the good stands behind what is wrong.
_GOOD_LATER = re.compile(
    "先(?:说|讲|摆|谈|把)[^，；]{0,4}(?:毛病|问题|不足|短板|欠账|差距|没(?:干|做|办|管)好的?|没完成的?)"
    "(?:[说讲摆谈][透清明]?)?(?:$|，|[再后])"
    "|别(?:一?上来|开口|先)就?(?:报喜|表功|摆成绩|说成绩|讲成绩|摆好|夸)"
    "|成绩[^，；先]{0,4}(?:后[面头边]?|最后)[^，；]{0,3}(?:说|讲|提|$)"
)
_STARTS = "(?:[说讲谈]起|开[头场讲篇])"
_AT_FIRST = "(?:一?开[场头篇口]|一?上来|一开始)"
_NO_COURTESY = f"(?:{_AT_FIRST})?(?:就)?{_NOT}(?:再)?(?:讲|说)?(?:客套|客气|寒暄|绕|铺垫|兜)[^，；]{{0,4}}"
# 开口就说事, 开头说几句实在的: how one begins, and not with what.
_NO_MATTER = (
    "形势|意义|成绩|道理|大道理|毛病|问题|不足|正[事题]|主题|重点|事情?(?:$|，)|事儿"
    "|实|客套|[一几两][句下声]|清|明|透|得|完|点|话|什么"
)
# 开口就说事, 开头别寒暄: nothing stands before the matter but who spoke.
_STRAIGHT = re.compile(
    f"{_NO_COURTESY}(?:$|，)|(?:{_AT_FIRST}|直接)(?:就|直接|要)*(?:说|讲|谈|奔|进|入)(?:正?事儿?|正题|主题)(?:$|，)|开门见山|直奔主题"
)
_BEGINS = re.compile(
    f"(?:^|，)(?P<it>[^，；]{{2,12}}?)(?:从头|细细)?(?:说|讲)?，{_OPENING}就?(?:直接)?(?:说|讲)(?:它|这个|这件?事)(?:$|，)|"
    f"(?:直接|就)(?:说|讲)(?P<that>[那这][^，；]{{2,12}})(?:$|，)|"
    f"(?:^|，)(?:{_AT_FIRST}(?:就|直接|先|要)*|先)(?:说|讲|念|报|摆)(?:出来?)?(?:那|这)?[几两三四五六七八九\\d]个数字?[：:，]?(?P<figures>[\\d.、，和]+)|"
    f"(?:^|，)(?:{_AT_FIRST}(?:就|直接|先|要)*|{_NO_COURTESY}，(?:就|要)?直接)(?:说|讲)(?P<head>(?!{_NO_MATTER})[^，；]{{1,14}}?)(?:这件?事|的事情?)?(?:$|，)|(?P<no>{_NOT})?(?:从|[拿用以](?=[^，；]*开))(?P<what>[^，；从]{{1,16}}?){_STARTS}"
)
_FIGURES = re.compile("^(?:大?数字?|数据|指标|报表)$")
# 要从这里讲起 points to what was told before.
_POINTS = re.compile("^[这那][里儿边]?(?:[个件]?事|一?[点条])?$")
_ENDS = re.compile(
    "(?:(?:最后|末了|末尾|结尾|收尾|收口)[^，；说讲谈落不别]{0,3}(?:[说讲谈](?![明得清透])|落[到在脚]+|归到|收[在到])|(?:^|，)(?:就|要)?落[到在])"
    "(?P<what>(?![^，；]{0,2}[句声话])[^，；“”]{1,15}?[^，；“”的些点])(?:这?件?事|上|来)*(?:$|，)"
)
# 最后一句就说：多等一分钟，少错一辈子; 最后说9月15日见.
_LAST_WORDS = re.compile(
    r"(?:最后|末了|末尾|结尾|收尾|结束语)[^，：“；]{0,10}?(?:(?:，就?一句话?)?[：:]|[说讲用](?=“|\d+月\d+[日号]见|(?:常|都|多|好好|一起|慢慢)[一-鿿]{1,8}$))“?(?P<what>[^”；。]{3,60})"
    r"|用“(?P<quoted>[^”]{4,60})”(?:这句话?|这话)?(?:来)?(?:收|结|作结|结束)"
)
_END_LABEL = re.compile("(?:最后|末了|末尾|结尾|收尾|结束语)[^：]{0,6}(?:句话?|[说讲])$")
# 结尾说：别喊口号 asks for something, and has no words for it.
_ASKS = re.compile("别|不[要喊许用讲说]|勿|莫")
# What one wishes somebody, and the word for it where the sheet has none.
_WISHES = (
    ("暑假|寒假|假期|周末|旅途", "愉快"),
    ("新年|春节|元旦|中秋节?|国庆节?|元宵节?|节日|生日|教师节|妇女节|劳动节|护士节|儿童节", "快乐"),
    ("端午节?|重阳节?", "安康"),
    ("一路平安|一路顺风|身体健康|工作顺利|学业有成|阖家幸福|平平安安|平安", ""),
)
_BLESSES = re.compile(
    f"(?<![别不勿莫庆])祝(?:愿|福)?(?:一?[下句])?(?P<who>大家|各位[一-鿿]{{0,4}}|[一-鿿]{{2,4}}们)?(?:过个?好)?"
    f"(?P<when>{'|'.join(words for words, _how in _WISHES)})(?P<how>愉快|快乐|平安|安康|顺利)?"
    "(?:就行|即可|就好|就够了?)?(?:$|，)"
)
# 最后给大家拜个早年
_NEW_YEAR = re.compile("(?<![别不勿莫])(?:[给向](?P<who>大家|各位))?(?P<bow>拜(?:一?个)?早?年)(?:$|，)")
# 那杆秤, 一条烟: a thing that is called by one sign.
_THING = re.compile("[那这一][一-鿿](?P<thing>[一-鿿])$")
_ONE = re.compile(
    "祝[^，]+(?:就行|即可|就好|就够)|，?别的(?:就|都)?不(?:再)?[说讲]了?|[就只]有?[说讲用留]?一句|一句话?(?:就[够行好]|即可)"
)
# Two names of the same people: a wish has the one, a fact the other.
_SAME = (("病人", "患者"), ("老百姓", "群众"), ("孩子", "学生"))
_EMPTY = re.compile("[的那这来去了个是在有一]|[^一-鿿]")


def begins_from(text: str) -> str:
    """Return with what a wish has the speech begin, "" where it names nothing: 从农民卖粮那杆秤说起."""
    found = (
        match["what"] or match["that"] or match["it"] or match["figures"] or match["head"]
        for match in _BEGINS.finditer(text)
        if not match["no"]
    )
    return next((what for what in found if not (_FIGURES.match(what) or _POINTS.match(what))), "")


# 那件事讲透
_THAT = re.compile("[那这](?:一?件事|个?事|一?[段桩起])儿?(?:要|得|也|必须|一定)*(?:讲|说|往)")


def begun_before(text: str, before: Sequence[str]) -> str:
    """Return what 那件事 means behind wishes of which one tells with what to begin; "" for any other text."""
    return next(filter(None, map(begins_from, reversed(before))), "") if _THAT.match(text) else ""


def begins_straight(text: str) -> bool:
    """Whether a wish is that the speech comes to the matter at once: 开口就说事, 开头别寒暄."""
    return _STRAIGHT.search(text) is not None


# 10月3日, 8号, 40分: a day, or a figure with the sign behind it.
_EXACT = re.compile(r"(?P<month>\d{1,2}月)?(?P<day>\d{1,2})[日号]|(?P<figure>\d[\d.]*)(?P<unit>[一-鿿]?)")


def exactly_in(what: str) -> tuple[re.Pattern[str], ...]:
    """Return how a fact has the days and figures of what a wish points at: 10月3日 of 10月3日那次停水."""
    return tuple(
        re.compile(
            rf"(?<!\d){match['month'] or ''}{match['day']}[日号]" if match["month"]
            else rf"(?<!\d){match['day']}[日号]" if match["day"]
            else rf"(?<![\d.]){re.escape(match['figure'])}(?![\d.]){match['unit']}"
        )
        for match in _EXACT.finditer(what)
    )  # fmt: skip


def begins_with_wrongs(text: str) -> bool:
    """Whether a wish is that the speech begins with what is wrong: 上来就说问题."""
    return _WRONG_FIRST.search(text) is not None


def puts_good_later(text: str) -> bool:
    """Whether a wish is that what went well is told behind what is wrong: 先说没干好的，别一上来就报喜."""
    return _GOOD_LATER.search(text) is not None


def begins_without_figures(text: str) -> bool:
    """Whether a wish is that the speech does not begin with figures: 别从数字讲起."""
    return any(
        match["no"] and match["what"] and _FIGURES.match(match["what"]) for match in _BEGINS.finditer(text)
    )


_AT_END = "(?:最后|末了|末尾|结尾|收尾|收口|结束)"
_SHORT = re.compile(
    f"{_AT_END}(?:一段|部分)?(?:也|就|要|得|再)*(?:短|简|平平|平实|干脆|利落|利索|别长|别拖|不拖|别啰嗦)"
)
# 最后一段我自己讲，留空; 末尾我自己说两句，你空着
_LEFT = re.compile(
    f"{_AT_END}[^，；别不]{{0,6}}?(?:我|他|她|书记|主任|领导|[县市区镇乡局院校厂矿]长|总)?(?:本人)?自己(?:来)?(?:讲|说|发挥|收)"
    f"|{_AT_END}[^，；别不]{{0,6}}(?:留空|空着|空出来|不用写)"
)


def ends_shortly(text: str) -> bool:
    """Whether a wish is that the speech ends in few words: 收尾短一点, 结尾平平收住."""
    return _SHORT.search(text) is not None


def leaves_end(text: str) -> bool:
    """Whether a wish leaves the end of the speech to whoever gives it: 最后一段我自己讲，留空."""
    return _LEFT.search(text) is not None


# 三条，不要多; 讲三点就够
_PARTS = re.compile(
    "(?:^|，)(?:(?=分.{2,4}(?:$|，|讲|说))|(?=.*(?:够|行|好了|即可|可以|多|超)))(?:就|只|一共|总共|分|讲|说|谈|写)*"
    "(?P<count>[一两二三四五六])(?:条|点|件事?|个?方面|层意思|块|部分)(?:来?[讲说])?"
    "(?:，?(?:就|也)*(?:够了?|行了?|好了?|即可|可以了?)|，(?:别|不要?|不许)(?:再)?(?:多|超)[^，；]{0,2})?(?:$|，)"
)


def parts_wanted(text: str) -> int:
    """Return of how many parts a wish wants the speech, 0 where it tells none: 三条，不要多."""
    found = _PARTS.search(text)
    return " 一二三四五六".index(found["count"].replace("两", "二")) if found else 0


def ends_on(text: str) -> str:
    """Return with what a wish has the speech end, "" where it names nothing: 落在12号开秤上."""
    found = _ENDS.search(text)
    return (
        re.sub(r"^\d+(?:月\d+)?[号日](?:的|那天)?(?:那(?:[一-鿿](?=..))?)?", "", found["what"])
        if found
        else ""
    )


def last_words(text: str) -> str:
    """Return the sentence with which a wish has the speech end, "" where it has no words for it."""
    found = _LAST_WORDS.search(text)
    said = _ONE.sub("", found["what"] or found["quoted"]) if found else ""
    return "" if _ASKS.match(said) else said


def labelled_end(label: str, text: str) -> str:
    """Return a wish whose words for the end stand behind its label, 结尾讲一句：…; "" for any other."""
    own = _END_LABEL.match(label) and not (_ASKS.match(text) or last_words(text))
    return f"{label}：{text}" if own else ""


def blessing_of(text: str) -> str:
    """Return the good wishes that a wish wants said, "" where it wants none: 祝大家暑假愉快."""
    if found := _NEW_YEAR.search(text):
        return f"给{found['who'] or '大家'}{found['bow']}"
    found = _BLESSES.search(text)
    if found is None:
        return ""
    usual = next(how for words, how in _WISHES if re.fullmatch(words, found["when"]))
    return f"祝{found['who'] or '大家'}{found['when']}{found['how'] or usual}"


def is_one_sentence(text: str) -> bool:
    """Whether a wish is that nothing but its sentence is said: 收尾就一句祝暑假."""
    return _ONE.search(text) is not None


def signs_of(what: str) -> tuple[set[str], ...]:
    """Return the signs by which a fact shows that it is about ``what``: pairs, else a thing of one sign."""
    if len(what) == 1:
        return ({what},)
    thing = _THING.search(what)
    return (_pairs_of(what), {thing["thing"]} if thing else set())


def one_of(what: str) -> re.Pattern[str] | None:
    """Return how a fact tells of the one that is pointed at, None for none: 一台膝关节手术 for 那台手术."""
    found = re.fullmatch("[那这](?P<one>[台件起次场笔条回辆艘])(?P<what>[一-鿿]{1,6})", what)
    return re.compile(rf"[一\d]{found['one']}[一-鿿]{{0,8}}{found['what']}") if found else None


def _pairs_of(what: str) -> set[str]:
    said = [what, *(b for pair in _SAME for a, b in (pair, pair[::-1]) if a in what)]
    return {pair for words in said for pair in pairs_in(words) if not _EMPTY.search(pair)}
