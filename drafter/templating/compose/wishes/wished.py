"""What a wish wants said in so many words: an apology, a fact of its own, a pledge, the last sentence.

Only what the wish itself has is said; each sentence stands in the speech as it is given here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Literal

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.blanks import is_blank
from drafter.facts.people.audiences import are_people
from drafter.facts.people.names import SURNAMES
from drafter.facts.sheet import Fact, Intent, IntentKind
from drafter.facts.wishes.own_words import dared, fair_word, is_fair
from drafter.facts.wishes.owning import ACCOUNT, LEAST_ALIKE, owned
from drafter.facts.wishes.thoughts import FIRMLY, not_felt
from drafter.facts.wishes.wish_ends import begins_from, blessing_of, ends_on, is_one_sentence, last_words
from drafter.facts.wishes.wish_facts import facts_of_matter, is_told, named_fact, words_about
from drafter.facts.wishes.wish_words import greeted, said_to_people, welcomed
from drafter.templating.compose.material import TO_DO, Material
from drafter.templating.compose.wishes.avoiding import tells_why, touches
from drafter.templating.compose.wishes.endings import ending, whole
from drafter.templating.compose.wishes.leaders_words import meant_in
from drafter.templating.compose.wishes.passing import told_in_passing
from drafter.templating.compose.wishes.stand_ins import is_name_for
from drafter.templating.compose.wishes.to_those import TROUBLES, firm_in, taken_up, trouble_in

# What is said to people stands apart, whatever facts there are.
Where = Literal["front", "behind", "apart", "last"]
# So long is what an appeal is made of.
LONGEST_APPEAL = 44
# 结尾请老人们多保重
_ASKED_LAST = re.compile(
    "(?:最后|末了|末尾|结尾|收尾)(?:也|再|要)?(?P<what>(?:请|祝|盼)(?:大家|各位|[一-鿿]{2,6}?们)(?:多|好好|都|一定)[^，；]{2,10})$"
)
# 收尾用芮大河那顶安全帽收 names a thing, and has no words for it.
_THING = re.compile(r"那[\d一-鿿][\d一-鿿]{1,10}$")
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
# Who has it in hand was told before.
_IN_HAND = re.compile("(?:，[^，；]{2,12}(?:负责|牵头|配合))+$")

# Wishes that something be left out, or only how one is to speak, want nothing said.
_SILENT = (
    IntentKind.AVOID, IntentKind.FORBID, IntentKind.NO_NAME, IntentKind.HARD, IntentKind.SPARE,
    IntentKind.LENGTH,
)  # fmt: skip
_SORRY = re.compile(
    "(?P<front>.*?)(?<![别不勿莫])(?:(?:也|还|都|要|得|须|必须|先|应该?|可以|当面|当众|当场|在?会上|诚恳|诚心|真心|真诚|低头|好好|郑重|地|给个?|做个?"
    "|[给向跟对](?P<to>[一-鿿]{2,8}?)(?=[道致赔认说]))*)(?P<verb>(?:道|致)个?歉|赔个?(?:不是|礼)|认个?错|说一?声?(?:对不起|对不住|抱歉))(?P<object>[^，；]*)"
)
_NOT_SO = re.compile("[别不勿莫甭](?:要|许|用|必|能|宜|再)?$")
# 这个要当面赔个不是 is about the clause in front.
_POINTER = re.compile("^(?:我|这个|那个|这事|这件事?|这一点|这里|此事|也|都|先)*$")
_TELLS_IT = re.compile("(?:主动|自己|先|要|就)*(?:说|讲|提|说出来)$")
# 魔芋跌价先认，就说村里没把销路跑好; 班子有责任，可以说.
_IN_WORDS = re.compile(
    "(?:就|可以|不妨)(?:说|讲)(?:一句)?[：:，“]*(?P<what>(?![讲说他她但可别]|不[要能许]|有[一几两]?个|有人)[^”，；）]*(?:[没有是把了在该不]|责任)[^”，；）]*)"
)
_BEHIND_WORDS = re.compile("(?P<what>[^；]{4,40}?)，可以[讲说](?:一句)?$")
# 竣工验收拖73天要说透，是我们的错，认
_OUR_FAULT = re.compile(
    "(?P<what>(?:这|那)?是(?:我们|咱们?)[^，]{0,4}的?(?:错|责任|问题|毛病)|(?:我们|咱们?)(?:失信|失职|理亏)了?)"
    "(?:，?(?:要|得|先|就)*认(?:账|了)?)?"
)
_ASKED_FIRST = re.compile("要是|如果|问")
# 给家属捎句话：一个月有半个月不着家.
_A_WORD = re.compile(
    "(?P<when>最后|末了|末尾|结尾|收尾)?(?:要|再|也|还)*(?:[对给跟向](?P<to>[^，：:；]{2,14}?))?(?:要|再|也|还|单独|当面)*"
    "(?:捎|说|讲|留|带|送|撂|丢|放)(?:上|下|给(?P<whom>[^，：:；]{2,10}?))?[一几两]?句(?:[^，：:；]{0,3}话)?(?:给(?P<heard>[^，：:；]{2,10}))?[：:—]+(?P<what>.{4,60})$"
)
# 托安置点的人带回去, 请商务部带到: who is to tell them.
CARRIED = re.compile("[托请](?P<by>[^，；]{2,10}?)(?:带|捎|转)[到回去达]")
# 居民那头，请社区书记捎句话：半夜敲门是为了大家好
_CARRIED = re.compile(
    "(?:(?P<to>[^，；]{2,8})那[头边]，)?请(?P<by>[^，；：]{2,10}?)(?:给(?P<whom>[^，；：]{2,8}?))?[捎带][一几两]?句话?[：:](?P<what>.{4,60})$"
)
_ENDS = re.compile(
    "(?:最后|末了|末尾|结尾|收尾|收口)[^，；]{0,8}?(?:落[到在脚]+|归到|收[在到]|用|以|[说讲]到(?=[让把]|[^，；]*[要都不能会]))(?P<what>[^，；]{2,30}?)(?:这?[一句话个]*上|来?(?:收尾|结束|结尾|收))?$"
)
# 落到一句实在话 tells what sort of words is wanted, and none.
_NO_WORDS = re.compile("^(?:[一两几]?句|实处|[^，]{0,6}(?:实在|心里|暖心)话|口号)")
_PLEDGE = re.compile(
    "(?<!不)(?<!别)(?:表明(?:态度)?[：:，]?|表个?态[：:，]|表个态(?=[^，。]{4}))(?P<what>[^；]{4,40})$"
)
_PITY = re.compile("(?P<front>[^；]{2,30}?)，?(?:要)?[讲说](?P<what>惋惜|可惜|痛心|心疼|惭愧)$")
# 拿了钱不干活的话可以说
_MAY_BE_SAID = re.compile(
    "(?P<what>[^，；]{2,10}[不没][^，；]{1,10})的话(?:也|都|就)*(?:可以|要|得|能)(?:直)?[说讲]$"
)
_ANSWERED = re.compile(
    "(?P<who>[一-鿿]{2,14}?)的?(?:发言|表态|讲话)(?:也)?(?:要|得|可以)?(?:呼应|回应|接)(?:一?[下句])?(?:话)?$"
)
_MENTIONED = re.compile(
    "(?:提一?嘴|捎带?提一?[下句]|提到一?下?)(?P<who>[^，；]{2,16})(?:，(?P<which>[^；]{2,24}))?$"
)
_BY_NAME = re.compile(f"的[{SURNAMES}](?:老师|师傅|医生|大[姐爷妈哥]|阿姨)$")
# 翠屏社区做得好也要提一句 is praise.
_MENTION = re.compile(
    "(?P<who>(?:(?![好别不勿莫一只])[一-鿿]){2,12}?)(?:也|都|还|要|得)*提(?:一?[下嘴提]|到|[一两]句)$"
)
# 误拒这事咱们理亏，说句公道话: the fair word is given.
_OUR_OWN = re.compile("(?P<what>[^；，]{0,12}(?:咱们?|我们)[^；，]{2,16})，(?:也|要|得)?[说讲]一?句公道话$")
# 压工钱那事认，一句话.
_OWNED = re.compile(
    "(?P<what>[^，；]{2,14}(?:事|账|错|责任?)|[^，；不别]{3,14}?(?=[要得我]))(?P<who>(?:要|得|先|就|我们|咱们?|我|自己)*)"
    "认(?:账|了|下来?)?(?:，[^，；]{2,8})?$"
)
# 区长说可以道歉: who allows it.
_ALLOWS = re.compile("^[一-鿿]{1,4}(?:长|书记|总|主任|董)(?:也|都)?(?:说|讲|交代|同意|要求)")
_OPINIONS = re.compile("请(?:大家|各位|同志们|老师们)?提.{0,2}(?:意见|建议)")


class Wished(Struct, frozen=True):
    """A sentence that a wish wants, and where it stands; ``alone``: nothing else closes the speech.

    ``who`` are the people of whom it tells, where it does not name them; ``about`` are the words by which
    the fact is found that it stands behind, where they are not its own.
    """

    text: str
    where: Where = "behind"
    alone: bool = False
    who: str = ""
    about: str = ""


def wished(intent: Intent, material: Material) -> tuple[Wished, ...]:
    """Return the sentences that a wish wants said; none where it has no words for them."""
    # 小贺恢复得不错，可以说一句 asks for little, and for that.
    if dared(intent.text):
        return _fair(intent)
    told = intent.kind is IntentKind.SPARE and named_fact(intent.text) or greeted(intent.text)
    if intent.kind in _SILENT and not told:
        return ()
    text = re.sub("[（(](?:[^（）()]*(?:同意|要求)[^（）()]*)[)）]", "", intent.text)
    return next((found for rule in _RULES if (found := tuple(rule(text, material)))), ()) or _fair(intent)


def _is_owned(what: str, material: Material) -> bool:
    """Whether a fact has the leader own up to a matter already."""
    words = pairs_in(what)
    return any(
        ACCOUNT in fact.text and len(words & pairs_in(fact.text)) >= LEAST_ALIKE for fact in material.told()
    )


def _fair(intent: Intent) -> tuple[Wished, ...]:
    """Return the leader's own fair words about people, and what they are to dare: 值班长要敢下令."""
    if owned(intent.text) or _OWNED.fullmatch(intent.text):
        return ()
    if said := dared(intent.text):
        return (Wished(f"{said}。", who=said.partition("要")[0]),)
    # 别怪老百姓 alone is for the writer.
    own = intent.kind is IntentKind.OTHER and is_fair(intent.text) and not fair_word(intent.text)
    said = words_about(intent) if own else ""
    # 不要怪家长，说软点 tells no more than that.
    said = "" if any(said == fair_word(clause) for clause in intent.text.split("，")) else said
    who = intent.words[0] if intent.words else ""
    return (Wished(f"{said}。", who=who),) if said else ()


def all_wished(material: Material, *where: Where, met: Collection[Intent] = ()) -> list[Wished]:
    """Return the sentences that the wishes want in these places, each once; those ``met`` are said."""
    found = (each for intent in material.intents if intent not in met for each in wished(intent, material))
    return list(dict.fromkeys(each for each in found if each.where in where))


def mentioned_in(text: str) -> str:
    """Return whom or what a wish wants mentioned, "" where it wants nothing of the sort."""
    found = _MENTIONED.search(text) or _MENTION.fullmatch(text)
    # 家属要提到 wants them thanked, and not only named.
    # 张老师 is one by his name.
    return found["who"] if found and (_BY_NAME.search(found["who"]) or not are_people(found["who"])) else ""


def _own_account(text: str, material: Material) -> Iterator[Wished]:
    """Yield what the leader owns up to, where it stands beside no fact: 党委没看住，书记自己先认账."""
    # 春晓的事街道有责任，认 is a thought of his that stands with its fact.
    said = "" if meant_in(text) else owned(text)
    if said and not is_told(said, material.told()):
        yield Wished(f"{said}。", "front" if re.search("先认|开头", text) else "behind")


def _sorry(text: str, material: Material) -> Iterator[Wished]:
    """Yield an apology, for what the wish names: 停水的事要低头认错."""
    clauses = _ALLOWS.sub("", text.partition("；")[0]).split("，")
    found = next(((n, m) for n, c in enumerate(clauses) if (m := _SORRY.match(c))), None)
    if found is None or _NOT_SO.search(found[1]["front"]):
        return
    number, match = found
    behind = re.sub("再[^，]*$", "", match["object"])
    about = behind or match["front"]
    if _POINTER.match(about):
        about = clauses[number - 1] if number else ""
        # 修房子拖了一年，是镇里的事，跟老人家赔个不是
        about = "，".join(clauses[number - 2 : number]) if number > 1 and about.startswith("是") else about
        # 给沿街的住户赔个不是，要吵大半年
        about = about or (clauses[1] if len(clauses) == 2 and not number else "")
    about = _TELLS_IT.sub("", about)
    if not about and any(_SORRY.search(i.text) and i.text != text for i in material.intents):
        # 停水的事要低头认错；区长说可以道歉 asks for one apology.
        return
    with_me = re.fullmatch("我[和跟同与][^，]{2,8}", about)
    verb = match["verb"].replace("说声", "说一声").replace("说对", "说声对")
    front = f"{_clean(about)}，" if about else "" if match["to"] else _matter_of_fault(material)
    first = re.match("(?:开头|一上来)?先", text) is not None or re.search("开头", text) is not None
    who = about if with_me else f"{front}我"
    carried = CARRIED.search(text)
    more = f"这句话，请{carried['by']}带到。" if carried else ""
    yield Wished(
        f"{who}在这里向{match['to'] or '大家'}{verb}。{more}",
        "front" if first and not more else "behind" if about else "apart",
        about=TROUBLES if about and about == "".join(clauses[1:]) else "",
    )


def _in_words(text: str, material: Material) -> Iterator[Wished]:
    """Yield what a wish lets be said: 魔芋跌价，先认，就说村里没把销路跑好."""
    if _ASKED_FIRST.search(text) or begins_from(text):
        return
    if found := _OUR_OWN.fullmatch(text):
        yield Wished(f"{_clean(found['what'])}。")
    elif (found := _OWNED.fullmatch(text)) and not _is_owned(found["what"], material):
        who = "我" if re.search("我(?!们)", found["who"]) else "我们"
        yield Wished(f"{_clean(found['what'])}，{who}认。")
    elif found := _OUR_FAULT.fullmatch(text):
        yield Wished(f"{_matter_of_fault(material)}{_clean(found['what'])}，我们认。")
    elif found := _BEHIND_WORDS.fullmatch(text):
        lead = "有一句话，要当面说：" if "我" in found["what"] else ""
        yield Wished(f"{lead}{_clean(found['what'])}。")
    elif found := _IN_WORDS.search(text):
        about = re.split("[，（(]", text[: found.start()])[0]
        about = re.sub("(?:的事|这件事|那件事|这事)?(?:要?敢讲|要认|先认|自己先认账?)$", "这件事", about)
        if not is_name_for(found["what"]):
            said = f"{_clean(found['what'])}。"
            yield Wished(f"{_clean(about)}，{said}" if about else said)


def _bluntly(text: str, _material: Material) -> Iterator[Wished]:
    """Yield a fault that a wish lets be told as it is: 拿了钱不干活的话可以说."""
    if found := _MAY_BE_SAID.fullmatch(text):
        yield Wished(f"有一句话今天直说：{_clean(found['what'])}，说不过去。")


def _matter_of_fault(material: Material) -> str:
    """Return the one matter on which there is weight, in front of what is owned up to; "" for several."""
    stressed = [word for intent in material.wishes(IntentKind.STRESS) for word in intent.words]
    return f"{stressed[0]}这件事，" if len(stressed) == 1 else ""


def _a_word(text: str, _material: Material) -> Iterator[Wished]:
    """Yield a sentence that a wish has in words: 给家属捎句话：欠他们的."""
    if found := _CARRIED.search(text):
        to = found["to"] or found["whom"] or "大家"
        yield Wished(f"请{found['by']}给{to}捎一句话：{_clean(found['what'])}。", "apart")
    elif found := _A_WORD.search(text):
        to = found["to"] or found["whom"] or found["heard"] or ""
        what = _clean(found["what"])
        if found["when"]:
            yield Wished(f"最后一句：{what}。", "last")
        else:
            yield Wished(f"有一句话说给{to}：{what}。" if to else f"有一句话说在这里：{what}。", "apart")


def _last_words(text: str, _material: Material) -> Iterator[Wished]:
    """Yield the sentence that a wish has for the end: 最后一句就说：多等一分钟，少错一辈子."""
    if said := last_words(text):
        yield Wished(
            f"{'' if said.endswith('见') else '最后一句：'}{_clean(said)}。", "last", is_one_sentence(text)
        )


def _meant(text: str, material: Material) -> Iterator[Wished]:
    """Yield what a wish has in its own words, where no fact has them: 孩子的鼻子最灵这个意思要有."""
    said = meant_in(text)
    if said and not is_told(said, material.told()) and not (not_felt(text) and told_in_passing(material)):
        first = re.search("在最?(?:前头|前面|头里)$", text)
        own = said.replace(FIRMLY, "")
        yield Wished(f"{re.sub('咱们?', '我们', said)}。", "front" if first else "behind", about=own)


def _last(text: str, _material: Material) -> Iterator[Wished]:
    """Yield what the speech is to end with: 最后落到“常来常往”."""
    found = _ENDS.search(text)
    if found and _THING.search(found["what"]) and "落" in found[0]:
        # 最后落到老人家的那盏灯上 names a thing that everybody is to keep in mind.
        yield Wished(f"最后，请大家记住{_clean(found['what'])}。", "last")
    elif (
        found
        and not _NO_WORDS.match(found["what"])
        and not _THING.search(found["what"])
        and not re.search("别|不", text[: found.end("what")][:6])
    ):
        what = whole(_clean(found["what"]), text)
        yield Wished(ending(what, quoted="“" in found["what"]), "last")
    elif asked := _ASKED_LAST.search(text):
        yield Wished(f"最后，{asked['what']}。", "last")
    elif _OPINIONS.search(text):
        yield Wished("我讲得不一定都对，请大家多提意见。", "last")


def _blessed(text: str, _material: Material) -> Iterator[Wished]:
    """Yield good wishes: 收尾就一句祝暑假."""
    if said := blessing_of(text):
        yield Wished(f"{said}。", "last", is_one_sentence(text))


def _appealed(text: str, material: Material) -> Iterator[Wished]:
    """Yield the aim with which the speech is to end, told again as an appeal: 收尾说抢收."""
    what = ends_on(text)
    aims = (f for f in material.told() if what and _is_appeal(f, what))
    if (aim := next(aims, None)) is not None:
        yield Wished(f"最后再说一遍：{_clean(_IN_HAND.sub('', aim.text))}。", "last")


def _is_appeal(fact: Fact, what: str) -> bool:
    """Whether a fact is an aim that has these words, and may be said in one breath."""
    day = _DAY.search(what)
    same = day is not None and day[0] in fact.text and pairs_in(_DAY.sub("", what)) & pairs_in(fact.text)
    fits = fact.type in TO_DO and (same or touches(fact, what)) and len(fact.text) <= LONGEST_APPEAL
    return fits and not is_blank(fact.text) and fact.soft == ""


def _pledged(text: str, _material: Material) -> Iterator[Wished]:
    if found := _PLEDGE.search(text):
        yield Wished(f"我先表个态：{_clean(found['what'])}。", "last")


def _pitied(text: str, _material: Material) -> Iterator[Wished]:
    """Yield a word on whom the leader is sorry for: 郭某年轻，讲惋惜; 小摊贩也不容易."""
    if found := _PITY.fullmatch(text):
        yield Wished(f"{_clean(found['front'])}，说起来让人{found['what']}。")


def _answered(text: str, material: Material) -> Iterator[Wished]:
    """Yield a word on what somebody has said before: 钟大有的发言要呼应一下."""
    if taken := taken_up(text):
        yield Wished(taken[1], about=taken[0])
    found = _ANSWERED.fullmatch(text)
    if found and any(step.who for step in material.before):
        yield Wished(f"刚才{_clean(found['who'])}的发言，我记下了。", "front")


def _told_by_name(text: str, material: Material) -> Iterator[Wished]:
    """Yield a fact that only the wish has: 市政公司应收最高，点."""
    fact = named_fact(text)
    if fact and not is_told(fact, material.told()):
        weighty = re.search("(?:重点|着重|多|专门)[讲说]$|[讲说](?:透|重|痛)$|最重$", text)
        lead = "有一条要单独讲：" if weighty else "这里点到一件事：" if text.endswith("点") else ""
        yield Wished(f"{lead}{_clean(fact)}。")


def _mentioned(text: str, material: Material) -> Iterator[Wished]:
    """Yield the name of whom a wish wants mentioned, where no fact tells of him: 提一嘴石坪村的张老师."""
    who = mentioned_in(text)
    if not who or any(who in fact.text for fact in material.told()):
        return
    found = _MENTIONED.search(text)
    which = (found["which"] or "") if found else ""
    yield Wished(f"这里要提到{_clean(who)}{f'，就是{_clean(which)}' if which else ''}。")


def _to_people(text: str, material: Material) -> Iterator[Wished]:
    """Yield what a wish wants people told, in the words of the wish."""
    if said := greeted(text):
        yield Wished(said, "front" if re.search("先|开头", text) else "apart")
    elif (said := said_to_people(text)) and not tells_why(said, material.intents):
        yield Wished(said, "apart")
    elif said := welcomed(text):
        yield Wished(said, "front")
    elif said := trouble_in(text):
        yield Wished(said, about=TROUBLES)
    elif found := firm_in(text):
        yield Wished(f"对{found[0]}，有一句硬话说在这里：{found[1]}上没有商量。", about=found[1])


def _own_facts(text: str, material: Material) -> Iterator[Wished]:
    """Yield the facts that a stressed matter has in its wish alone."""
    facts = "，".join(facts_of_matter(text))
    if facts and not is_told(facts, material.told()):
        yield Wished(f"{_clean(facts)}。")


_RULES: tuple[Callable[[str, Material], Iterator[Wished]], ...] = (
    _own_account, _sorry, _to_people, _own_facts, _blessed, _last_words, _a_word, _meant, _appealed, _last,
    _pledged, _bluntly, _in_words, _pitied, _answered, _told_by_name, _mentioned,
)  # fmt: skip


def _clean(words: str) -> str:
    """Return words of a wish as the leader says them."""
    return re.sub("咱们?", "我们", words.strip("“”。，：； "))
