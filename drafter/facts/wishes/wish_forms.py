"""The forms in which a wish is said: what is to be done, or not to be done, and with what.

A form is a sentence pattern around the verbs of the tables ``wish-…``: 土地价格不能表态, 少讲成绩,
铁路新村的做法可以夸两句. Its object may stand in front of the verb or behind it.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import alternatives, pattern, tables
from drafter.facts.people.audiences import PEOPLE, are_people, audiences_of
from drafter.facts.people.names import name_at
from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.bearing import BEARS, CALLED

# 通信、排水哪家推得多 asks which of them: one matter, and not each of those that it compares.
_ASKS_WHICH = re.compile("(?:哪[一个家方头边]|谁)[一-鿿]{1,4}[多少好差快慢先重轻大强]")
QUOTED = re.compile(r"[“‘「『\"]([^”’」』\"]{1,40})[”’」』\"]")
_OPENS, _CLOSES = '[“‘「『"]', '[”’」』"]'
# What a wish opens with and is not about: 会上, 郎厅长说, 可.
_FRONT = re.compile(
    r"^(?:[（(]?\d{1,2}(?:[)）、]|[.．](?!\d))|[一二三四五六七八九十]{1,2}、|另外?|还有|但是?|可是?|不过|就是|只是|其中|尤其|特别是?|这[次回里]|会上|台上|当场|当面|现场"
    r"|(?:讲话|稿子|正文|文中|稿)(?:里头?|中|上)|在这里|同时|也|都|还|捎?带(?=家[属里])|关于|对于?(?=.{2,}的)|有关|涉及|凡是?|至于"
    r"|[一-鿿]{1,2}(?:书记|[县市区镇乡村局院校矿厂厅处科]长|总|董|主任)"
    r"(?:说|讲|交代|特别说|强调|嘱咐|叮嘱)[：:，, ]?"
    r"|(?:副?[一-鿿]{0,2}(?:长|书记|主任|总经理|总))[：:]|领导(?:意见|意思|交代|要求)?[：:]|[一-鿿]{1,3}提醒)+(?=.)"
)
# What closes an object and only points at it: 那件事, 这块, 的话.
_TAIL = re.compile(
    r"(?:[那这](?:[件个桩块段档条处一些]{1,2})?(?:子|边|里|儿)?|的)?(?:(?<!故)事[情儿]?|(?<!电)的?话题?|问题|内容|情况|部分|方面|的数字?|的?地方)?"
    r"(?:在[^，,]{1,8}[前后]|目前|暂时|现在|今天|坚决|绝对|千万|一律|一概|统统|只字|一字|[一半]个字|一[句件条桩个]|就|也|都|还|先|咱们?|咱|我们|可以?|要|得|须|务必|得要|尽量|最好|直接|单独|专门|再|会上|这[次回])*$"
)
_POINTED = re.compile(r"^(?:那|这)(?:[几\d两一二三四五六七八九十]*[个件处家条项位起台场次])?(?=.{2})")
# 安达问的土地价格: whose question it is does not belong to the matter.
_ASKED = re.compile(r"^[^的]{2,8}[问提报说讲]的(?=.{3})")
# 讲去年那两个摔倒的老人: that it is told, and when it was.
_SAID = re.compile(
    "^(?:(?:讲|说|写)得?(?:细|透|活|清楚|明白)(?:一?[点些])?|讲讲?|说说?|(?:去年|今年|前年)(?=那))(?=.{3})"
)
# Words that stand for an object told before, or for none.
_NOTHING = re.compile(
    r"(?:这|那)(?:句话?|层意思|个?意思|话|一点|两句)|(?:[一-鿿]{0,3}(?:书记|主任|领导|[县市区镇乡局院校矿厂]长|总经理|董事长))"
    r"|(?:这|那|此|其|该)?(?:[个件处里边儿次回事人些样点]|一[个件处点]|个人|几个?)?|[他她它咱我](?:们)?(?:自己)?的?|[他她它](?:们)?(?:是|怎么).*|哪[天年月日][一-鿿]{0,4}|(?:具体)?(?:数字|分|数|比例)|人家|大家|自己|具体|名字?|单位|请?[你您]|[这那]?[一两二三四几][样件条点处]|先|暂|但|可|也|都|就"
    r"|会上|台上|这[次回]|里头?|稿子里?|讲话里?|讲话|多听|领导|数字?|什么|东西|再|今天|太|得|要|可以|一律|最好|不用|别用|尽量|换个说法"
)
# Parts of any speech rather than matters: not to tell them is to be short on them.
_PART = re.compile(r"^[一-鿿]{0,2}(?:大?道理|意义|形势|背景|认识|重要性|必要性|过程|空话|套话)$")
# 超概算那个项目不下结论: it may be told, and nothing is made of it.
_NO_VERDICT = re.compile("(?:下结论|下判断|定性|点评)$")
# How one speaks rather than what of: 不讲大话, 别念成报告.
_MANNER = re.compile(
    "话(?:$|[要得说])|[口语]气|调子|把|成|流水账|稿|长篇|(?:大|官|套|空|假|狠|重|硬)话|一套|半句|什么(?:客套|好听)|太|得"
)
# Where the subject of a clause ends: 上坟那块｜民政局另外发通知.
_SUBJECT_END = re.compile(
    r"(?<=..)(?=[那这]个(?:毛病|问题)|(?:街道|[县市区镇乡院校厂矿局公][里上司])(?:还)?(?:想|打算|准备)|怎么|多少|[那这](?:块|边|件|段|里|处|家|起|事)|最[多少高低大小差慢急]|[也还都已没有是会要在去欠很真确由归怕早挺太正刚她他]|省里|市里|县里|上级|国家|态度|以(?=.{2,14}为准)"
    r"|今年|冬天|夏天|夜里|天天|整天|常年|一直|熬|目前|现在|不|年年|各|另|后面|前面|自己|就|老讲|今天|上|问|提出|说)"
)


# 老人去世那件纠纷还在打官司 and 资金没到位的事单独谈: what happened is the matter as a whole.
_AS_EVENT = re.compile(
    "(?P<what>[^，、]{2,18}?)(?:的(?:事情?|纠纷|传闻|说法|消息)|[那这][件起桩档](?:[一-鿿]{2}(?=[还也已没正在是]|$))?)"
)
# 回扣院长不碰, 腰疼的事她不让说: who is not to touch it, who does not want it.
_BY_WHOM = re.compile(
    "(?<=..)(?:[他她](?:们)?(?:本人|自己)?|[县市区镇乡局院校矿厂厅]长|书记|主任|领导|[一-鿿](?:局|总|院|书记|主任|[县市区镇乡局院校矿厂]长)[说讲])$"
)
# 不许写力争: what is not to be made soft, and no matter of its own.
_SOFTENS = re.compile(f"(?:不|别|勿)[许要能得准]?[写用加带说提]?{_OPENS}?(?:力争|争取|尽量|尽快|原则上)")
# 扣减标准：别写数: what is not settled yet is not to be told.
_OPEN_FIGURE = re.compile(
    "[^：:，]{2,20}[：:](?:先|就)?(?:不|别|勿)要?(?:写|报|提|说|讲)(?:具体)?(?:数字?|金额|日子|多少|死)?"
)
# 但别点村: what sort of body is not to be named.
_ONE_SIGN = re.compile("(?:别|不|莫|勿)(?:要|许)?点(?P<what>[村乡镇县班科队组厂矿校站所户])")
# 有人问就说等区里, 如果提就说“正在争取”: what is answered where somebody asks is not told unasked.
IF_ASKED = re.compile(
    "(?:真|真要|如果|要是|万一|倘若|有人|谁|哪个|大家|下面|台下|会上|群众)+(?:有人|谁)?(?:要?是|肯定|一定|难免)?(?:会|要)?(?:问|提)(?:起|到)?(?P<asked>[^，不别就说都也]{2,10}?)??(?:来|了|的话)?"
    "(?:(?:就|都|也|只|一律|统一)*(?:(?:说|答|讲|回)|(?:别|不要?)(?:接|理|答|搭|应|讲|说|提)).*)?"
)
# “有一家物业”可以说, 就说“有的村”: the words that stand for what is not named, or are all that is said.
_INSTEAD = re.compile(
    f"(?:[^，,“不别]{{2,12}}?)?(?:可以?|就|只|都|统一|统统|一律)+(?:说|讲|称|提|叫)(?:是|成)?{_OPENS}(?P<what>[^”’」』]{{2,40}}){_CLOSES}(?:就行|即可|就够)?"
    f"|{_OPENS}(?P<bare>[^”’」』]{{2,40}}){_CLOSES}(?:可以|就这么|这么)(?:说|讲|用|提|称)"
    f"|[^，“不别]{{0,6}}(?:用|说|叫|称|写成){_OPENS}(?P<name>(?:有|某(?!某)|个别)[^”’」』]{{1,8}}){_CLOSES}(?:代替|来[说讲称])?"
)
# 注意是建议，别写成街道解聘: how a fact is not to be turned.
_TURNED = re.compile("(?:不|别|勿)(?:要|许|能|得)?(?:再)?(?:讲|说|写|搞|弄)成(?!流水账|报告)")
# 叫停错了不追究 is told to those who act, and is no matter to be left out.
_PARDONS = re.compile("[^，]*不(?:予|再)?追究(?:责任)?")
# 不念文件 asks for spoken words, and forbids no matter.
_READS_OUT = re.compile("(?:不|别)要?念(?:文件|稿子?)")
# 这是最要紧的, 最重: how much a wish weighs, said behind it.
WEIGHT = re.compile(
    "(?:[这那](?:个|是|事|一?[条点件]|才是)*)?(?:是|也|要|得|讲得?|说得?)*最(?:重|要紧|重要|关键|主要)的?(?:一?[条点件]|了)?"
    "|(?:这|也|就)?是?今天的?(?:重头戏?|重点|大头|头一[条件])|(?:也|还|要|得)*(?:(?:讲|说)(?:透|痛|疼|重|足|深|细|清楚?|明白)(?:一?[点些])?|(?:狠狠|好好)地?(?:讲|说))"
    "|(?:也|还|要|得|再)*多(?:讲|说)(?:[几两]句|一?[点些])?|(?:也|还|要|得)*(?:讲|说)(?:够|到根[上子])"
    "|(?:别|不要?|不能|不许)再?(?:回避|遮掩|遮着)"
)
# 一定要感谢, 别忘了表扬: what only urges the wish itself.
MODAL = re.compile(
    "^(?:也|还|都|要|得|一定|务必|必须|千万|请|别忘了?|不要忘了?|记得)+(?=感谢|谢|表扬|夸|肯定|鼓励|安慰|叮嘱|嘱咐|欢迎)"
)
# 点综采一队，不点人: whom a wish names, and whom it spares.
BOTH_WAYS = re.compile(
    "(?P<named>(?:[^，,]*?[^不别勿莫])?点(?![名燃火到])[^，,不别勿莫]{1,14})[，,]?(?P<spared>(?:也)?(?:不|别|勿|莫)(?:要|许)?点[^，,]{1,14})"
)
# “活着回家比什么都大”这句原话要讲
_VERBATIM = re.compile(
    f"{_OPENS}(?P<what>[^”’」』]{{2,60}}){_CLOSES}(?:(?:这|那)?[一几]?句?(?:原)?话?(?:也|都|一定|必须|务必|原样|照着)*"
    "(?:要|得|可以)(?:照)?(?:原话|原样)?|(?:就|要)?照?原话)(?:讲|说|念|带)(?:进去|出来|上|到|一[遍下])?"
)
# A unit or a group is to be spoken to sternly: 物业要敲打.
STERN = re.compile(
    "敲打|敲一?敲|批评|不客气|警醒|提个?醒(?!大家|各位)|告诫|打个?招呼|泼[点盆]?冷水|打个?预防针|(?:说|讲)[一几两]?句(?:重|硬|狠)|[重狠]话|(?:骂|敲|点|喊)醒|话(?:也|还|要|得)*(?:说|讲)?得?(?:重|狠|硬)"
)
# 不要替区里说: for whom one is not to speak; which words would do so, only a reader can tell.
_ON_BEHALF = re.compile(
    "(?:千万|也|都|更)*(?:不|别|勿|莫)(?:要|能|许|可|去)*(?:替|代|代替|代表|越过)(?!他们|她们|你|我)[一-鿿]{2,8}"
)
# 渡工不容易，说两句, 物业的难处也说一句: what people bear is said to them.
_BORNE = re.compile(
    f"(?P<say>(?:讲|说)(?:一?[讲说])?)?(?P<who>(?![这那声句个一几两])[^，别不的]{{2,10}}?)(?<!受)(?P<what>(?:的(?:难处|苦处?|不易|不容易|辛苦|委屈)|受的(?:气|委屈))|{BEARS.pattern.removesuffix('$')})"
    "(?P<asks>(?:也|都|还|要|得|可以)*(?:(?:讲|说|提)(?:到|一?[讲说下]|[一几两]句)?|体谅|理解)(?:一?下)?)?"
)
# No clerk writes a longer clause; the patterns are quadratic in its length.
SHORTEST, LONGEST = 2, 120


class Form(Struct, frozen=True):
    """A wish as its form tells it. ``words`` is empty where the object stands in front of the clause."""

    kind: IntentKind
    words: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[re.Pattern[str], IntentKind], ...]:
    """Return the patterns in the order in which they are tried: the narrower first.

    {no} in a pattern of the table stands for the rows of ``wish-no``, and so for each of these tables.
    <who> in place of <what> is people or a person: a row that has it fits nothing else.
    """
    found = []
    for cue in tables()["wish-form"]:
        text = cue.pattern
        for name in ("no", "say", "weigh", "brief", "hand", "told", "name"):
            text = text.replace(f"{{{name}}}", f"(?:{alternatives(f'wish-{name}')})")
        found.append((re.compile(text), IntentKind(cue.gives)))
    return tuple(found)


# 东塬不点（刚换了乡长）: why it is wished.
_REASON = re.compile("(?<=[一-鿿])[（(][^（()）]{2,20}[)）]$")


@lru_cache(maxsize=4096)
def form_of(text: str) -> Form | None:
    """Return the wish of a clause by its form; None where no form fits, or the clause is no clause."""
    if len(text) > LONGEST:
        return None
    bare = _REASON.sub("", _FRONT.sub("", text))
    if _SOFTENS.search(bare) or _READS_OUT.fullmatch(bare):
        return None
    if one := _ONE_SIGN.fullmatch(bare):
        return Form(IntentKind.NO_NAME, (one["what"],))
    return _in_words(text, bare) or _by_table(bare)


def _in_words(text: str, bare: str) -> Form | None:
    """Return a wish of fixed words; ``bare`` is the clause without what it opens with."""
    if asked := IF_ASKED.fullmatch(bare):
        # 有人要问择校、分班，不接 names the matter; behind an answer nothing needs it.
        what = asked["asked"] if asked.end("asked") == len(bare) else ""
        return Form(IntentKind.AVOID, objects(what or ""))
    if _OPEN_FIGURE.fullmatch(bare):
        return Form(IntentKind.AVOID)
    if verbatim := _VERBATIM.fullmatch(bare):
        return Form(IntentKind.QUOTE, (verbatim["what"],))
    if instead := _INSTEAD.fullmatch(text):
        return Form(IntentKind.QUOTE, (instead["what"] or instead["bare"] or instead["name"],))
    if _TURNED.search(bare) or _PARDONS.fullmatch(bare) or _ON_BEHALF.match(bare):
        return Form(IntentKind.OTHER)
    borne = _BORNE.fullmatch(bare)
    # 卖粮的难处要说 is about a matter.
    who = borne["who"] if borne else ""
    known = borne and (not borne["what"].startswith("的") or are_people(who) or audiences_of(who))
    if borne and known and (borne["say"] or borne["asks"]):
        return Form(IntentKind.ADDRESS, (borne["who"],))
    if forbidden := _forbidden(bare):
        return Form(IntentKind.FORBID, forbidden)
    return None


def _by_table(bare: str) -> Form | None:
    for regex, kind in _forms():
        if found := regex.match(bare):
            if (who := found.groupdict().get("who")) is not None:
                # 成绩讲两三句 looks like a name, and nobody is spoken to.
                named = kind is not IntentKind.ADDRESS and name_at(who, 0) == who and not who.startswith("先")
                to_body = kind is IntentKind.PRAISE or (kind is IntentKind.ADDRESS and bare.endswith("的话"))
                body = to_body and pattern("body-end").search(who)
                told_to = kind is IntentKind.ADDRESS and audiences_of(who) and not PEOPLE.search(who)
                if are_people(who) or named or body or told_to or CALLED.fullmatch(who):
                    return Form(kind, (who,))
                continue
            if kind in (IntentKind.AVOID, IntentKind.STRESS) and _MANNER.match(found["what"]):
                return None
            which = found.groupdict().get("which") or ""
            what = _BY_WHOM.sub("", found["what"]) if kind is IntentKind.AVOID else found["what"]
            words = _short(what) or objects(what) or ((which,) if len(which) >= SHORTEST else ())
            if kind is IntentKind.ADDRESS and what.endswith("的"):
                # 对老老实实干事的要撑一句腰: whoever does so.
                words = (f"{what}人",)
            if kind in (IntentKind.NO_NAME, IntentKind.ADDRESS) and not words and len(what) > SHORTEST:
                # 社区书记 is nobody in particular, and yet one who may be spoken to or spared.
                words = (what,)
            spares = _is_part(words) or _NO_VERDICT.search(bare)
            kind = IntentKind.SPARE if kind is IntentKind.AVOID and spares else kind
            return Form(kind, words)
    return None


def _short(what: str) -> tuple[str, ...]:
    """Return an object of one sign that is a matter: 不要提钱."""
    return {"钱": ("钱",), "奖": ("奖",), "分": ("分数",)}.get(what.rstrip("也都就"), ())


def _forbidden(text: str) -> tuple[str, ...]:
    """Return the quoted words that are not to be used: 不称“对象”, “以案为鉴”少用."""
    quoted = tuple(QUOTED.findall(text))
    front, back = text.partition("“")[0], re.split(_CLOSES, text)[-1]
    no = pattern("wish-no")
    verb = "(?:用|出现|写|叫|称|喊|说|提|讲|搞|吹|唱|套|带|有|念|打|引|来|沾)"
    before = re.search(rf"(?:{no.pattern}){verb}?(?:什么|那些|出?|像)?[“‘「『\"]?$", front)
    behind = re.match(
        rf"[^，,]{{0,8}}?(?:(?:每年|年年|次次|老)都?(?:说|讲|提|写)|少[用来念提说喊讲]|免了|算了|省了|(?:{no.pattern})(?:再)?{verb}|不要|不用)",
        back,
    )
    return quoted if quoted and (before or behind) else ()


def with_quote_closed(word: str) -> str:
    """Return a word with the quotation mark that was cut off with what stood around it: 雨季“三防”."""
    return f"{word}”" if word.count("“") > word.count("”") else word


def objects(text: str) -> tuple[str, ...]:
    """Return what a wish is about, without what points at it."""
    listed = (text.count("、") > 1 or not re.search("[和、].{0,3}的", text)) and not _ASKS_WHICH.search(text)
    parts = re.split("、|(?<=.)和" if text.count("、") < 2 else "、", text) if listed else [text]
    return tuple(filter(None, map(_bare, parts)))


def _bare(text: str) -> str:
    """Return an object without what points at it; "" where it only points: 这层意思."""
    before = ""
    text = "" if is_nothing(text) else text
    while before != text:
        before = text
        text = _without_pointers(text.strip("“”的 　，,"))
    return "" if is_nothing(text) else text


def _without_pointers(text: str) -> str:
    for pointer in (_FRONT, _TAIL, _POINTED, _SAID, _ASKED):
        text = pointer.sub("", text)
    return text


def is_nothing(text: str) -> bool:
    """Whether words only point at what a wish is about, or are too few to name it: 但, 会上, 数."""
    counted = re.fullmatch(r"\d+[个起件处家项]里?", text)
    return len(text) < SHORTEST or bool(counted or _NOTHING.fullmatch(_SAID.sub("", _FRONT.sub("", text))))


def _is_part(words: tuple[str, ...]) -> bool:
    return bool(words) and all(_PART.search(word) for word in words)


# 去年有位职工殉职: neither when it was nor that there was somebody is a matter.
_LAST_YEAR = re.compile("^(?:去年|今年|前年|上个?月|上半年)?(?:有[位个名人]|出了|发生了?)(?=..)")


# 跟绩效挂不挂: whether it is so is open; 街道要建的养老服务中心: who plans it is no part of it.
_WHETHER = re.compile(r"^[跟和与](?P<what>[^，]+?)([一-鿿])不\2.*$")
_PLANNED = re.compile("^[^，的]{1,6}(?:要|想|准备|打算)[一-鿿]{1,3}的(?=.{2})")


def subject_of(text: str) -> tuple[str, ...]:
    """Return what a clause in front of a bare wish is about: 轧机公司 of 轧机公司欠款最多."""
    text = _FRONT.sub("", re.split("——|。", text[:LONGEST])[-1])
    if event := _AS_EVENT.match(text):
        return objects(event["what"])
    text = _PLANNED.sub("", _WHETHER.sub(r"\g<what>", _LAST_YEAR.sub("", text)))
    front = pattern("intent-object-end").split(text, maxsplit=1)[0]
    front = _SUBJECT_END.split(front, maxsplit=1)[0]
    who = pattern("who-front").match(front)
    return objects(who[0] if who else front)
